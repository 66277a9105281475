"""Ask a calculator of this app, for tests."""

from datetime import date

from asn_karier.lib.aturan import aturan_per
from pegawai.rules.topik import TOPIK

PER = date(2026, 11, 28)
MENURUT_KODE = {t.kode: t for t in TOPIK}


def tanya(kode, **isi):
    """The answer by the law of a fixed day."""
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)
