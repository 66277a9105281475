"""What a leader shows the team of how they learn, out of what pelatihan does not know."""

from __future__ import annotations

from datetime import date

from kinerja.enums import JenisSiklus
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.realisasi_baca import sent_periods
from kinerja.services.umpan_balik_baca import given_count
from pegawai.models import Pegawai
from pelatihan.services.teladan import Teladan


def feedback_given(pimpinan: Pegawai, tahun: int, hari_ini: date) -> Teladan:
    """How much feedback they gave this year: a number, about nobody."""
    jumlah = given_count(pemberi=pimpinan, masa=masa_siklus(tahun, JenisSiklus.TAHUNAN, 0))
    return Teladan(jumlah, "umpan balik diberikan")


def realisations_sent(pimpinan: Pegawai, tahun: int, hari_ini: date) -> Teladan | None:
    """That they fill in what they ask of others; nothing where it is kept elsewhere or not begun.

    The last quarter is filled in after New Year, so in January it is still the year before that is told of.
    """
    tahun = tahun - 1 if hari_ini.month == 1 else tahun
    nama = sent_periods(pimpinan, tahun=tahun)
    return Teladan(len(nama), f"realisasi kinerja {tahun} dikirim", f"Terakhir: {nama[0]}.") if nama else None
