"""What people fill in about performance."""
