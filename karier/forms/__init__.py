"""Forms of career: when, what and why."""
