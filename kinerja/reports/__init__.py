"""What HR reads about a cycle: columns for everybody at once, never a query per person."""
