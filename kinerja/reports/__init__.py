"""What performance tells in tables and on paper."""
