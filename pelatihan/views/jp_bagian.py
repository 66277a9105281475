"""The hours of the year on the page *Pelatihan*."""

from __future__ import annotations

from pegawai.services.profil import day_of
from pegawai.views.tugas import Penanya
from pelatihan.services.jp_baca import hours_card
from pelatihan.views.bagian import Bagian


def hours_part(penanya: Penanya) -> Bagian:
    """The meter of this year, with the way to *Catatan JP*; two queries."""
    tahun = day_of(penanya.saya, penanya.at).year
    return Bagian(
        "pelatihan/partials/jp_bagian.html", {"kartu": hours_card(penanya.saya, tahun, at=penanya.at)}
    )
