"""Estimates for HR: requirements that decide nothing, and that somebody should look at all the same.

Read from the stored outcome even where its rule files are gone, so that no page has to go without them.
"""

from __future__ import annotations

from datetime import date

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan, aturan_dari_versi, aturan_per
from asn_karier.lib.dates import add_years
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan, Kerahasiaan
from karier.kamus import kalimat
from karier.kamus.bahan import dalam_kalender
from karier.kamus.label import JUDUL
from karier.kamus.syarat import HasilSatu
from karier.rules.daftar import MENURUT_JENIS, mengikat
from karier.rules.fakta import unpack_fakta


def perkiraan(
    hasil: HasilSatu, *, boleh_khusus: bool, jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT
) -> list[str]:
    """One sentence per requirement of `jenis` that does not bind and is not fulfilled, or not known."""
    a, terkemas = _aturan(hasil), hasil.putusan(jenis).syarat
    return [
        f"Perkiraan: {_bup(hasil) if baris.kode == 'belum_bup' else _umum(baris.kode, status)}"
        for baris in MENURUT_JENIS[jenis]
        if not mengikat(a, baris)
        and (status := unpack_status(terkemas, baris.posisi)) in (Status.BELUM, Status.PERLU_VERIFIKASI)
        and (boleh_khusus or baris.kerahasiaan is Kerahasiaan.UMUM)
    ]


def _aturan(hasil: HasilSatu) -> Aturan:
    """What the run pinned; else the rules at hand for the same TMT."""
    try:
        a = aturan_dari_versi(hasil.versi_aturan)
        # A run whose pinned file is gone altogether has no entry of it.
        return a if "kenaikan_pangkat" in a else aturan_per(hasil.tmt)
    except DomainError:
        return aturan_per(hasil.tmt)


def _bup(hasil: HasilSatu) -> str:
    fakta = unpack_fakta(hasil.fakta)
    lahir, bup = fakta.baca("tanggal_lahir"), fakta.baca("bup")
    if not isinstance(lahir, date) or not isinstance(bup, int):
        return f"batas usia pensiun belum dapat diperiksa. {kalimat.BUP.pengelola}"
    capai = dalam_kalender(lambda: add_years(lahir, bup))
    pada = f" pada {kata.tanggal(capai)}" if capai else ""
    return (
        f"mencapai batas usia pensiun ({bup} tahun){pada}, sebelum TMT {kata.tanggal(hasil.tmt)}. "
        f"{kalimat.PENGABDIAN.pengelola}"
    )


def _umum(kode: str, status: Status) -> str:
    keadaan = "belum terpenuhi" if status is Status.BELUM else "belum dapat diperiksa"
    return f"syarat {kata.huruf_kecil_awal(JUDUL[kode])} {keadaan}. Periksa sebelum mengusulkan."
