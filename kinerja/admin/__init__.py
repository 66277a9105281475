"""The HR door of performance. Importing this package registers its pages.

The cycle itself (check, open, run, close) has its pages in karier, which sees all apps.
"""

from kinerja.admin import pengaturan, penilaian, umpan_360

__all__ = ["pengaturan", "penilaian", "umpan_360"]
