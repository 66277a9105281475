"""Months in full: Django's own Indonesian file writes '1 Jan. 2027', which nobody writes in a letter."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H.i"
TIME_FORMAT = "H.i"
