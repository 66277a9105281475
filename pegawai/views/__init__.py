"""Portal pages about one's own records, and the health page."""
