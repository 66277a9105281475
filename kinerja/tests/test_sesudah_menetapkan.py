"""The rating page around Tetapkan: what it says of the angka kredit, and who comes next."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.enums import Predikat, StatusKonversi, StatusPenilaian, StatusSiklus
from kinerja.kamus import ARTI_PREDIKAT
from kinerja.models import KonversiAngkaKredit, Penilaian, SiklusPenilaian
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik, SiklusPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
NOVEMBER, JANUARI = "2026-11-22T02:00:00+00:00", "2027-01-05T02:00:00+00:00"
TANDA_TANGAN = "Periksa dan tanda tangani</a>"


@pytest.fixture
def akun() -> Pengguna:
    SiklusPabrik(status=StatusSiklus.DIBUKA)
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def jf(akun: Pengguna) -> Pegawai:
    """An Ahli Muda: a whole year of predikat Baik is worth 25."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=akun.pegawai, nama="Budi Contoh")
    return orang


@pytest.fixture
def januari() -> Iterator[None]:
    with time_machine.travel(JANUARI, tick=False):
        yield


def lembar(akun: Pengguna, orang: Pegawai) -> str:
    return (
        masuk(akun)
        .get(reverse("kinerja:penilaian", args=[SiklusPenilaian.objects.get().pk, orang.pk]))
        .content.decode()
    )


def tetapkan(akun: Pengguna, orang: Pegawai) -> str:
    """Draft and signature of predikat Baik; the page after it."""
    versi = PenilaianPabrik(pegawai=orang, tahun=2026, draf=True).versi
    url = reverse("kinerja:tetapkan", args=[SiklusPenilaian.objects.get().pk, orang.pk])
    return masuk(akun).post(url, {"versi": versi}, follow=True).content.decode()


# -- angka kredit ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("saat", "kalimat"),
    [
        (NOVEMBER, "konversinya dibuat sesudah 31 Desember 2026, lalu menunggu tanda tangan Anda"),
        (JANUARI, "sesudah penilaian ditetapkan, konversinya menunggu tanda tangan Anda"),
    ],
)
def test_before_signing_the_page_says_that_angka_kredit_is_signed_apart(
    akun: Pengguna, jf: Pegawai, saat: str, kalimat: str
) -> None:
    PenilaianPabrik(pegawai=jf, tahun=2026, draf=True)
    with time_machine.travel(saat, tick=False):
        isi = lembar(akun, jf)
    assert "Angka kredit 2026 ditandatangani tersendiri:" in isi
    assert kalimat in isi


def test_in_november_nothing_is_converted_and_nothing_waits(akun: Pengguna, jf: Pegawai) -> None:
    with time_machine.travel(NOVEMBER, tick=False):
        isi = tetapkan(akun, jf)
        daftar = masuk(akun).get(reverse("kinerja:daftar")).content.decode()
    assert Penilaian.objects.get().status == StatusPenilaian.DITETAPKAN
    assert not KonversiAngkaKredit.objects.exists()
    assert "dibuat sesudah 31 Desember 2026" in isi
    assert TANDA_TANGAN not in isi
    assert "menunggu tanda tangan Anda" not in daftar


def test_in_january_the_conversion_waits_with_its_value_and_the_way_to_sign_it(
    akun: Pengguna, jf: Pegawai, januari: None
) -> None:
    isi = tetapkan(akun, jf)
    assert KonversiAngkaKredit.objects.get().status == StatusKonversi.DRAF
    assert (
        "Konversi angka kredit 2026: 25 (12 bulan sejak 1 Januari 2026), menunggu tanda tangan Anda." in isi
    )
    k = KonversiAngkaKredit.objects.get()
    assert f'<a href="{reverse("kinerja:konversi")}?pilih={k.pk}">{TANDA_TANGAN}' in isi
    daftar = masuk(akun).get(reverse("kinerja:daftar")).content.decode()
    assert 'id="konversi"' in daftar
    assert "<span>25 angka kredit</span>" in daftar


def test_a_signed_conversion_is_told_as_signed(akun: Pengguna, jf: Pegawai, januari: None) -> None:
    PenilaianPabrik(pegawai=jf, tahun=2026)
    KonversiPabrik(pegawai=jf, tahun=2026)
    isi = lembar(akun, jf)
    assert "Konversi angka kredit 2026: 25 (12 bulan sejak 1 Januari 2026), sudah ditandatangani." in isi
    assert TANDA_TANGAN not in isi


def test_a_year_that_a_pak_covers_promises_nothing(akun: Pengguna, jf: Pegawai, januari: None) -> None:
    PakPabrik(pegawai=jf, sampai=date(2026, 12, 31))
    assert "ngka kredit" not in tetapkan(akun, jf)


def test_a_pelaksana_reads_nothing_of_angka_kredit(akun: Pengguna) -> None:
    orang = PegawaiPabrik(pelaksana=True, atasan=akun.pegawai)
    PenilaianPabrik(pegawai=orang, tahun=2026, draf=True)
    assert "ngka kredit" not in lembar(akun, orang)


@pytest.mark.parametrize("predikat", Predikat)
def test_the_meaning_of_a_predikat_speaks_to_the_leader(predikat: Predikat) -> None:
    assert "Anda" not in ARTI_PREDIKAT[predikat]
    assert "dengan atasan" not in ARTI_PREDIKAT[predikat]


# -- who comes next ----------------------------------------------------------------------------------


def test_after_signing_the_first_who_is_not_done_is_offered(akun: Pengguna, jf: Pegawai) -> None:
    selesai = PegawaiPabrik(pelaksana=True, atasan=akun.pegawai, nama="Ani Contoh")
    PenilaianPabrik(pegawai=selesai, tahun=2026)
    cici = PegawaiPabrik(pelaksana=True, atasan=akun.pegawai, nama="Cici Contoh")
    PegawaiPabrik(pelaksana=True, atasan=akun.pegawai, nama="Dedi Contoh")
    isi = tetapkan(akun, jf)
    tujuan = reverse("kinerja:penilaian", args=[SiklusPenilaian.objects.get().pk, cici.pk])
    assert f'<a class="btn" href="{tujuan}">Nilai berikutnya: {cici.nama_gelar}</a>' in isi
    assert isi.count("Nilai berikutnya") == 1
    assert "Nilai berikutnya" not in lembar(akun, cici)


def test_nobody_comes_next_when_all_are_done(akun: Pengguna, jf: Pegawai) -> None:
    assert "Nilai berikutnya" not in tetapkan(akun, jf)


def test_nobody_comes_next_in_a_closed_cycle(akun: Pengguna, jf: Pegawai) -> None:
    PegawaiPabrik(pelaksana=True, atasan=akun.pegawai)
    PenilaianPabrik(pegawai=jf, tahun=2026)
    SiklusPenilaian.objects.update(status=StatusSiklus.DITUTUP)
    assert "Nilai berikutnya" not in lembar(akun, jf)


def test_a_report_of_another_leader_or_instansi_is_not_offered(akun: Pengguna, jf: Pegawai) -> None:
    PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True))
    PegawaiPabrik(pelaksana=True, atasan=akun.pegawai, instansi=InstansiPabrik(kode="lain"))
    assert "Nilai berikutnya" not in tetapkan(akun, jf)
