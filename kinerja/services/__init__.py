"""What changes the world of performance: cycles, appraisals, angka kredit."""
