"""What performance tells in tables and on paper; columns at once, never a query per person."""
