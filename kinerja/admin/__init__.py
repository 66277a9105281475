"""The HR door of performance. Importing this package registers its pages.

The cycle itself (check, open, run, close) has its pages in karier, which sees all apps.
"""

from kinerja.admin import hasil, keberatan, pengaturan, penilaian

__all__ = ["hasil", "keberatan", "pengaturan", "penilaian"]
