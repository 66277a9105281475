"""An Ahli Muda who becomes Ahli Madya within 2025: what both tests of such a year start from."""

from datetime import UTC, date, datetime

import pytest

from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit
from kinerja.services.angka_kredit import konversikan
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.teken import teken
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Pegawai, Pengguna, RiwayatJabatan
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik, PenggunaPabrik, RiwayatJabatanPabrik

SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
DRAF, SAH = StatusKonversi.DRAF, StatusKonversi.DITANDATANGANI
MUDA, MADYA = Jenjang.AHLI_MUDA, Jenjang.AHLI_MADYA
OKTOBER = date(2025, 10, 1)
Baris = tuple[Jenjang, date, int, int, str]
PENUH: Baris = (MUDA, date(2025, 1, 1), 12, 2500, DRAF)
SEBELUM: Baris = (MUDA, date(2025, 1, 1), 9, 1875, DRAF)
SESUDAH: Baris = (MADYA, OKTOBER, 3, 938, DRAF)


def atasan_penilai() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


def ahli_muda(atasan: Pengguna) -> Pegawai:
    """Since 2020, with predikat Baik of 2025."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, nama="Bawahan Contoh")
    PenilaianPabrik(pegawai=orang, impor=True)
    return orang


@pytest.fixture
def atasan() -> Pengguna:
    return atasan_penilai()


@pytest.fixture
def orang(atasan: Pengguna) -> Pegawai:
    return ahli_muda(atasan)


def jabatan(orang: Pegawai, jenjang: Jenjang | None, tmt: date, *, jf: bool = True) -> RiwayatJabatan:
    jenis = JenisJabatan.FUNGSIONAL if jf else JenisJabatan.STRUKTURAL
    isi = JabatanPabrik(nama=f"Jabatan {tmt}", jenis=jenis, jenjang=jenjang)
    riwayat: RiwayatJabatan = RiwayatJabatanPabrik(pegawai=orang, jabatan=isi, tmt=tmt)
    return riwayat


def segarkan(*orang: Pegawai) -> int:
    return konversikan(pegawai_ids=[o.pk for o in orang], tahun=2025, at=SAAT)


def tersimpan(orang: Pegawai) -> list[Baris]:
    baris = KonversiAngkaKredit.objects.filter(pegawai=orang, tahun=2025).order_by("mulai")
    return [(Jenjang(k.jenjang), k.mulai, k.bulan, k.nilai_senti, k.status) for k in baris]


def tandai(orang: Pegawai, atasan: Pengguna, mulai: date = date(2025, 1, 1)) -> KonversiAngkaKredit:
    return teken(orang, atasan, SAAT, mulai)


def naik_ditandatangani(orang: Pegawai, atasan: Pengguna) -> RiwayatJabatan:
    """Ahli Madya since October, both lines signed."""
    riwayat = jabatan(orang, MADYA, OKTOBER)
    segarkan(orang)
    for mulai in (date(2025, 1, 1), OKTOBER):
        tandai(orang, atasan, mulai)
    return riwayat


def sah(baris: Baris) -> Baris:
    return (*baris[:4], SAH)
