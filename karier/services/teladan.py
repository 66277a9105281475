"""What a leader shows the team of how they learn, out of what pelatihan does not know."""

from __future__ import annotations

from datetime import date

from kinerja.enums import JenisSiklus
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.umpan_balik_baca import given_count
from pegawai.models import Pegawai
from pelatihan.services.teladan import Teladan


def feedback_given(pimpinan: Pegawai, tahun: int, hari_ini: date) -> Teladan:
    """How much feedback they gave this year: a number, about nobody."""
    jumlah = given_count(pemberi=pimpinan, masa=masa_siklus(tahun, JenisSiklus.TAHUNAN, 0))
    return Teladan(jumlah, "umpan balik diberikan")
