"""Words of the career domain: the only place that turns stored outcomes into sentences.

Screen, sheet, letter and API read the same sentences from here, so they never disagree.
"""

from karier.kamus.label import LABEL, PELAKU_TEKS
from karier.kamus.putusan import Putusan, putusan
from karier.kamus.syarat import HasilSatu, SyaratTerbaca, jelaskan, judul_syarat

__all__ = [
    "LABEL",
    "PELAKU_TEKS",
    "HasilSatu",
    "Putusan",
    "SyaratTerbaca",
    "jelaskan",
    "judul_syarat",
    "putusan",
]
