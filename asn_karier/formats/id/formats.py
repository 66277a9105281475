"""Months in full: Django's own Indonesian file writes '1 Jan. 2027', which nobody writes in a letter."""

DATE_FORMAT = "j F Y"
# With the zone: three clocks run in Indonesia.
DATETIME_FORMAT = "j F Y, H.i T"
TIME_FORMAT = "H.i"

# Day first, four digits for the year: Django's own list ends with the American order, which would
# quietly read 12/31/2026. ISO (2026-12-31) is always taken as well.
DATE_INPUT_FORMATS = ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]
