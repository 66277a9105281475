"""Numbers and lists about outcomes and proposals, read-only."""
