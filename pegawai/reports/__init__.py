"""Numbers and lists about people, read-only."""
