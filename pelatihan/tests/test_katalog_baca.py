"""The catalogue as people search and read it."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from asn_karier.lib.errors import TidakDitemukan
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik
from pelatihan.enums import Metode, StatusAngkatan, StatusRencana
from pelatihan.models import Pelatihan, RencanaTahunan
from pelatihan.services.katalog_baca import Saringan, planned_months, read_program, search_catalogue
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_katalog import KelasMeiPabrik
from pelatihan.tests.pabrik_kelas import SAAT

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 21)
HARI_KELAS = ("mulai", "selesai", "daftar_sampai")


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik()


@pytest.mark.parametrize(
    ("saringan", "nama"),
    [
        (Saringan(), ["A", "B"]),
        (Saringan(teks="PERTANIAN sawah"), ["B"]),
        (Saringan(teks="sawah\x00 laut"), []),
        (Saringan(bidang="Etika"), ["A"]),
        (Saringan(metode="daring"), ["A"]),
        (Saringan(metode="'; --"), []),
        (Saringan(jp="sedang"), ["B"]),
        (Saringan(jp="entah"), []),
        (Saringan(dibuka=True), ["B"]),
    ],
)
def test_the_catalogue_is_cut_by_what_is_asked(
    instansi: Instansi, saringan: Saringan, nama: list[str]
) -> None:
    PelatihanPabrik(nama="A", bidang="Etika")
    b = PelatihanPabrik(
        nama="B", metode=Metode.CAMPURAN, jp=20, ringkasan="Membaca sawah", bidang="Pertanian"
    )
    KelasMeiPabrik(pelatihan=b, instansi=instansi)
    KelasMeiPabrik(pelatihan=b, instansi=instansi, daftar_sampai=date(2026, 11, 20))
    hasil = search_catalogue(instansi_id=instansi.pk, saringan=saringan, hari=HARI)
    assert [p.nama for p in hasil] == nama


def test_a_programme_tells_the_classes_to_come_and_the_month_that_was_planned(instansi: Instansi) -> None:
    p = PelatihanPabrik()
    for status in StatusAngkatan:
        KelasMeiPabrik(pelatihan=p, instansi=instansi, nama=status.value, status=status)
    KelasMeiPabrik(
        pelatihan=p, instansi=instansi, nama="lewat", **dict.fromkeys(HARI_KELAS, date(2026, 11, 20))
    )
    for tahun, revisi, bulan in ((2026, 1, 3), (2027, 1, 2), (2027, 2, 9), (2028, 1, None)):
        _rencana(instansi, tahun, revisi).butir.create(urut=1, pelatihan=p, peserta=10, bulan=bulan)
    rincian = read_program(pelatihan_id=p.pk, instansi_id=instansi.pk, hari=HARI)
    assert {k.nama: k.menerima for k in rincian.kelas} == {
        "dibuka": True,
        "ditutup": False,
        "dibatalkan": False,
    }
    assert rincian.direncanakan == date(2027, 9, 1)
    assert planned_months([p.pk], InstansiPabrik().pk, HARI) == {}


def _rencana(instansi: Instansi, tahun: int, revisi: int) -> RencanaTahunan:
    """Established, in one revision after another."""
    rencana: RencanaTahunan = RencanaTahunan.objects.create(
        instansi=instansi,
        tahun=tahun,
        revisi=revisi,
        status=StatusRencana.DITETAPKAN,
        ditetapkan_oleh=PenggunaPabrik(),
        ditetapkan_pada=SAAT,
    )
    return rencana


def test_a_programme_of_another_government_does_not_exist_here(instansi: Instansi) -> None:
    with pytest.raises(TidakDitemukan):
        read_program(
            pelatihan_id=PelatihanPabrik(instansi=InstansiPabrik()).pk, instansi_id=instansi.pk, hari=HARI
        )


def test_the_catalogue_is_open_to_people_who_signed_in_and_to_nobody_else() -> None:
    orang = PegawaiPabrik()
    bersama, sendiri = PelatihanPabrik(), PelatihanPabrik(instansi=orang.instansi)
    PelatihanPabrik(instansi=InstansiPabrik())
    terlihat = Pelatihan.objects.visible_to(PenggunaPabrik(pegawai=orang))
    assert list(terlihat) == [bersama, sendiri]
    assert not Pelatihan.objects.visible_to(AnonymousUser()).exists()
    assert not Pelatihan.objects.visible_to(PenggunaPabrik(is_active=False)).exists()
