"""Forms of the portal and of the HR door."""
