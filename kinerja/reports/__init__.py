"""Papers and files of performance as data: what stands on them, in order."""
