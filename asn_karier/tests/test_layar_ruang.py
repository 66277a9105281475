"""Every page of some rooms that somebody may open, seen in Chromium: axe, 320 px and its weight.

The walks meet pages in the middle of a story; here each one is opened once by each kind of reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest

from asn_karier.tests.chromium import MEJA, PONSEL
from asn_karier.tests.dunia import KOLOM, Dunia, buat_dunia
from asn_karier.tests.jejak import MEJA_HR, PIMPINAN, PORTAL, Anggaran, Jejak
from asn_karier.tests.kebijakan import KEBIJAKAN
from asn_karier.tests.layar import Layar, layar
from asn_karier.tests.test_otorisasi import alamat

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
PELATIHAN: Final = re.compile(
    r"pelatihan:|sertifikat:periksa|karier:(pelatihan|program)|"
    r"admin:(pelatihan_|karier_(dampak|kebutuhan)|pegawai_kebutuhanjabatan_)"
)
MENTORING: Final = re.compile(r"mentoring:|admin:mentoring_")
JALUR: Final = re.compile(
    r"kinerja:usul_perbaikan|karier:(saya|antrean|jabatan|jenjang_karier|minat|penugasan|rencana|lima_menit|coba_hitung"
    r"|talenta|komite|sidang|suksesi)"
    r"|admin:karier_(langkahkarier|penugasan|minatdibagikan|rencanapengembangan|komitetalenta|komponentalenta|pantau)"
)
#: Who reads, how wide their screen is, and what their pages may weigh.
PEMBACA: Final[dict[str, tuple[dict[str, int], Anggaran]]] = {
    "anonim": (PONSEL, PORTAL), "diri": (PONSEL, PORTAL), "atasan": (PONSEL, PIMPINAN), "hr": (MEJA, MEJA_HR),
}  # fmt: skip
#: At least so many pages; a room that lost its addresses would otherwise pass.
HARAP: Final = (
    (PELATIHAN, "anonim", 1), (PELATIHAN, "diri", 15), (PELATIHAN, "atasan", 15), (PELATIHAN, "hr", 50),
    (MENTORING, "diri", 15), (MENTORING, "hr", 10),
    (JALUR, "diri", 20), (JALUR, "atasan", 20), (JALUR, "hr", 20),
)  # fmt: skip


@pytest.mark.parametrize(("ruang", "siapa", "sedikitnya"), HARAP)
def test_every_page_is_whole(layar: Layar, ruang: re.Pattern[str], siapa: str, sedikitnya: int) -> None:
    dunia, (ukuran, kelas) = buat_dunia(), PEMBACA[siapa]
    satu = layar(None if siapa == "anonim" else dunia.akun[siapa], kelas=kelas, ukuran=ukuran)
    dibuka = sum(_lihat(satu, tujuan) for tujuan in sorted(set(_alamat(dunia, ruang, siapa))))
    assert dibuka >= sedikitnya
    layar.lapor()


def _alamat(dunia: Dunia, ruang: re.Pattern[str], siapa: str) -> Iterator[str]:
    """What the policy opens to `siapa`."""
    for (nama, metode), baris in KEBIJAKAN.items():
        if metode == "GET" and ruang.match(nama) and baris[KOLOM.index(siapa)] == 200:
            yield alamat(dunia, nama)


def _lihat(satu: Jejak, tujuan: str) -> bool:
    """Open it if it is a page: a file is none."""
    kepala = satu.konteks.request.get(tujuan).headers
    if "html" not in kepala["content-type"] or "attachment" in kepala.get("content-disposition", ""):
        return False
    satu.buka(tujuan)
    return True
