"""Pages of the atasan penilai."""
