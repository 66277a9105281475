"""Tables and numbers of performance for many readers."""
