"""Suggestions from the catalogue, with their sentences."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from pegawai.enums import JenisJabatan, Jenjang, KompetensiMansoskul
from pegawai.models import Instansi, KompetensiTeknis, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PengembanganPabrik, PenggunaPabrik
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Pelatihan, SasaranPelatihan, Sertifikat
from pelatihan.rules.pilihan import Kebutuhan, Pemangku
from pelatihan.services.katalog import Peserta, SaranPelatihan, suggest_programs
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik, PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_katalog import KelasMeiPabrik
from pelatihan.tests.pabrik_kelas import PendaftaranPabrik

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 21)
PERAWAT = Pemangku(JenisJabatan.FUNGSIONAL, Jenjang.AHLI_MUDA, "Perawat Ahli Muda", ("Puskesmas Mersam",))
CAMAT = Pemangku(JenisJabatan.STRUKTURAL, Jenjang.ADMINISTRATOR, "Camat Mersam")


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik()


@pytest.fixture
def orang(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi)


def komunikasi(sekarang: int | None = 2, wajib: int = 3) -> Kebutuhan:
    return Kebutuhan("komunikasi", "Komunikasi", sekarang, wajib)


def saran(
    orang: Pegawai, *butuh: Kebutuhan, terpencil: bool = False, pemangku: Pemangku = PERAWAT
) -> list[SaranPelatihan]:
    peserta = Peserta(orang.pk, orang.instansi_id, terpencil, pemangku)
    return suggest_programs(peserta=peserta, kebutuhan=butuh or (komunikasi(),), hari=HARI)


def pks(hasil: list[SaranPelatihan]) -> list[int]:
    return [s.pelatihan_id for s in hasil]


# -- why ----------------------------------------------------------------------------------------


def test_a_suggestion_reads_as_one_line_with_gap_jp_method_cost_and_days(orang: Pegawai) -> None:
    KelasMeiPabrik(pelatihan=PelatihanPabrik(ukuran_mb=40), instansi=orang.instansi)
    assert [s.alasan for s in saran(orang)] == [
        "menutup celah Komunikasi level 2 ke 3; 8 JP; daring, 40 MB; tanpa biaya; 5–7 Mei 2027"
    ]


def test_a_paid_classroom_programme_names_its_price(orang: Pegawai) -> None:
    PelatihanPabrik(kelas=True)
    assert (
        saran(orang)[0].alasan
        == "menutup celah Komunikasi level 2 ke 3; 20 JP; tatap muka; Rp 750.000 per peserta"
    )


def test_someone_never_assessed_reads_the_level_that_is_reached(orang: Pegawai) -> None:
    PelatihanPabrik()
    assert saran(orang, komunikasi(None))[0].alasan.startswith("menutup celah Komunikasi sampai level 3;")


def test_a_remote_unit_reads_why_the_online_programme_comes_first(orang: Pegawai) -> None:
    PelatihanPabrik(kelas=True, biaya=0)
    daring = PelatihanPabrik()
    hasil = saran(orang, terpencil=True)
    assert hasil[0].pelatihan_id == daring.pk
    assert "dapat diikuti dari unit yang jauh" in hasil[0].alasan
    assert "unit yang jauh" not in hasil[1].alasan


def test_one_programme_names_every_gap_that_it_helps_with(orang: Pegawai) -> None:
    satu = PelatihanPabrik()
    KompetensiPelatihanPabrik(pelatihan=satu, kompetensi=KompetensiMansoskul.KERJA_SAMA, level=3)
    kerja = Kebutuhan("kerja_sama", "Kerja Sama", 1, 3)
    assert saran(orang, kerja, komunikasi())[0].alasan.startswith(
        "menutup celah Kerja Sama level 1 ke 3 dan Komunikasi level 2 ke 3;"
    )
    assert saran(orang, komunikasi(wajib=4), kerja)[0].alasan.startswith(
        "menutup celah Kerja Sama level 1 ke 3; menaikkan Komunikasi ke level 3, langkah menuju level 4;"
    )


def test_a_step_towards_a_far_goal_is_called_a_step(orang: Pegawai) -> None:
    PelatihanPabrik()
    assert saran(orang, komunikasi(wajib=4))[0].alasan.startswith(
        "menaikkan Komunikasi ke level 3, langkah menuju level 4;"
    )


# -- which --------------------------------------------------------------------------------------


def test_a_technical_gap_is_closed_by_what_leads_to_that_competency(orang: Pegawai) -> None:
    data = KompetensiTeknis.objects.create(kode="data", nama="Analisis data")
    milik = PelatihanPabrik(kompetensi=None)
    KompetensiPelatihanPabrik(pelatihan=milik, kompetensi="", teknis=data, level=2)
    PelatihanPabrik()
    hasil = saran(orang, Kebutuhan(data.pk, "Analisis data", None, 2))
    assert pks(hasil) == [milik.pk]
    assert hasil[0].alasan.startswith("menutup celah Analisis data sampai level 2;")


def test_only_what_the_own_government_offers_is_suggested(orang: Pegawai) -> None:
    bersama, sendiri = PelatihanPabrik(), PelatihanPabrik(instansi=orang.instansi)
    PelatihanPabrik(instansi=InstansiPabrik())
    PelatihanPabrik(aktif=False)
    assert pks(saran(orang)) == [bersama.pk, sendiri.pk]


def test_an_own_copy_stands_in_the_place_of_the_shared_programme(orang: Pegawai) -> None:
    bersama = PelatihanPabrik()
    salinan = PelatihanPabrik(instansi=orang.instansi, asal=bersama)
    assert pks(saran(orang)) == [salinan.pk]
    assert list(Pelatihan.objects.untuk(InstansiPabrik().pk)) == [bersama]


def test_a_seat_in_an_open_class_of_the_own_government_goes_first(orang: Pegawai) -> None:
    tanpa, penuh, berkursi, lain = PelatihanPabrik.create_batch(4)
    KelasMeiPabrik(pelatihan=penuh, instansi=orang.instansi, penuh=True)
    KelasMeiPabrik(pelatihan=berkursi, instansi=orang.instansi)
    KelasMeiPabrik(pelatihan=lain)
    KelasMeiPabrik(pelatihan=tanpa, instansi=orang.instansi, status=StatusAngkatan.DISIAPKAN)
    hasil = saran(orang)
    assert pks(hasil) == [berkursi.pk, tanpa.pk, penuh.pk]
    assert [s.kelas.sisa if s.kelas else None for s in hasil] == [30, None, 0]


@pytest.mark.parametrize("dari", ["buku", "kelas", "sertifikat"])
def test_what_was_finished_is_suggested_again_only_when_it_is_due(orang: Pegawai, dari: str) -> None:
    sekali, ulang, segera = (PelatihanPabrik(ulang_bulan=n) for n in (None, 24, 12))
    for p in (sekali, ulang, segera):
        SELESAI[dari](orang, p, date(2025, 5, 7))
    assert pks(saran(orang)) == [segera.pk]


def _kelas(orang: Pegawai, p: Pelatihan, hari: date, **isi: Any) -> Any:
    angkatan = KelasMeiPabrik(
        pelatihan=p,
        instansi=orang.instansi,
        mulai=hari,
        selesai=hari,
        daftar_sampai=hari,
        status=StatusAngkatan.SELESAI,
    )
    return PendaftaranPabrik(angkatan=angkatan, pegawai=orang, **isi)


def _sertifikat(orang: Pegawai, p: Pelatihan, hari: date) -> None:
    """A class that HR closed without a result; the certificate says more."""
    ikut = _kelas(orang, p, hari, status=StatusPendaftaran.TIDAK_HADIR)
    Sertifikat.objects.create(
        nomor=f"S-{ikut.pk}",
        pendaftaran=ikut,
        pegawai=orang,
        judul=p.nama,
        jp=p.jp,
        tanggal=hari,
        diterbitkan_oleh=PenggunaPabrik(),
    )


SELESAI: Any = {
    "buku": lambda o, p, h: PengembanganPabrik(pegawai=o, nama=p.nama.upper(), tanggal_selesai=h),
    "kelas": lambda o, p, h: _kelas(o, p, h, status=StatusPendaftaran.SELESAI),
    "sertifikat": _sertifikat,
}


def test_what_was_applied_for_already_is_not_suggested(orang: Pegawai) -> None:
    satu, dua = PelatihanPabrik.create_batch(2)
    PendaftaranPabrik(angkatan__pelatihan=satu, pegawai=orang)
    PendaftaranPabrik(angkatan__pelatihan=dua, pegawai=orang, status=StatusPendaftaran.DIBATALKAN)
    assert pks(saran(orang)) == [dua.pk]


def test_a_programme_is_suggested_to_those_it_is_meant_for_only(orang: Pegawai) -> None:
    semua, fungsional, unit, auditor = PelatihanPabrik.create_batch(4)
    SasaranPelatihanPabrik(pelatihan=fungsional, jenis_jabatan=JenisJabatan.FUNGSIONAL)
    SasaranPelatihanPabrik(pelatihan=unit, nama_unit="puskesmas")
    SasaranPelatihanPabrik(
        pelatihan=auditor,
        jenis_jabatan=JenisJabatan.FUNGSIONAL,
        jenjang_dari=Jenjang.AHLI_PERTAMA,
        jenjang_sampai=Jenjang.AHLI_UTAMA,
        nama_jabatan="Auditor",
    )
    assert pks(saran(orang, pemangku=PERAWAT)) == [semua.pk, fungsional.pk, unit.pk]
    assert pks(saran(orang, pemangku=CAMAT)) == [semua.pk]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"jenjang_dari": Jenjang.AHLI_MUDA}, "Isi kedua jenjang"),
        ({"jenjang_sampai": Jenjang.AHLI_MUDA, "nama_jabatan": "Auditor"}, "Isi kedua jenjang"),
        (
            {"jenjang_dari": Jenjang.AHLI_MADYA, "jenjang_sampai": Jenjang.AHLI_MUDA},
            "dari yang lebih rendah sampai yang lebih tinggi",
        ),
        ({}, "Isi jenis jabatan, jenjang, nama jabatan, atau nama unit"),
    ],
)
def test_a_target_that_says_nothing_clear_is_refused_with_what_to_do(
    isi: dict[str, object], pesan: str
) -> None:
    pelatihan = PelatihanPabrik()
    with pytest.raises(ValidationError, match=pesan):
        SasaranPelatihan(pelatihan=pelatihan, **isi).full_clean()
    with pytest.raises(IntegrityError):
        SasaranPelatihanPabrik(pelatihan=pelatihan, **isi)


def test_five_programmes_with_their_classes_cost_as_many_queries_as_one(
    orang: Pegawai, django_assert_num_queries: Any
) -> None:
    def tambah(banyak: int) -> None:
        for pelatihan in PelatihanPabrik.create_batch(banyak):
            SasaranPelatihanPabrik(pelatihan=pelatihan, nama_jabatan="Perawat")
            KelasMeiPabrik(pelatihan=pelatihan, instansi=orang.instansi)

    for banyak, tampil in ((1, 1), (5, 3)):
        tambah(banyak)
        with django_assert_num_queries(6):
            assert len(saran(orang)) == tampil
