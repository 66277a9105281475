"""Suggestions from the catalogue, with their sentences."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from pegawai.enums import JenisJabatan, Jenjang, KompetensiMansoskul
from pegawai.tests.pabrik import PenggunaPabrik
from pelatihan.models import Pelatihan, SasaranPelatihan
from pelatihan.rules.pilihan import Pemangku
from pelatihan.services.katalog import SaranPelatihan, saran_pelatihan
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik

pytestmark = pytest.mark.django_db
KOMUNIKASI = KompetensiMansoskul.KOMUNIKASI
PERAWAT = Pemangku(JenisJabatan.FUNGSIONAL, Jenjang.AHLI_MUDA, "Perawat Ahli Muda")
CAMAT = Pemangku(JenisJabatan.STRUKTURAL, Jenjang.ADMINISTRATOR, "Camat Mersam")


def _saran(
    *, terpencil: bool = False, sekarang: int | None = 2, wajib: int = 3, pemangku: Pemangku = PERAWAT
) -> list[SaranPelatihan]:
    return saran_pelatihan(
        kompetensi=KOMUNIKASI,
        level_sekarang=sekarang,
        level_wajib=wajib,
        terpencil=terpencil,
        pemangku=pemangku,
    )


def test_a_suggestion_reads_as_one_line_with_gap_jp_method_and_cost() -> None:
    PelatihanPabrik(ukuran_mb=40)
    assert [s.alasan for s in _saran()] == [
        "menutup celah Komunikasi level 2 ke 3; 8 JP; daring, 40 MB; tanpa biaya"
    ]


def test_a_paid_classroom_programme_names_its_price() -> None:
    PelatihanPabrik(kelas=True)
    assert (
        _saran()[0].alasan
        == "menutup celah Komunikasi level 2 ke 3; 20 JP; tatap muka; Rp 750.000 per peserta"
    )


def test_someone_never_assessed_reads_the_level_that_is_reached() -> None:
    PelatihanPabrik()
    assert _saran(sekarang=None)[0].alasan.startswith("menutup celah Komunikasi sampai level 3;")


def test_a_remote_unit_reads_why_the_online_programme_comes_first() -> None:
    PelatihanPabrik(kelas=True, biaya=0)
    daring = PelatihanPabrik()
    saran = _saran(terpencil=True)
    assert saran[0].pelatihan_id == daring.pk
    assert "dapat diikuti dari unit yang jauh" in saran[0].alasan
    assert "unit yang jauh" not in saran[1].alasan


def test_a_step_towards_a_far_goal_is_called_a_step() -> None:
    PelatihanPabrik()
    assert _saran(wajib=4)[0].alasan.startswith("menaikkan Komunikasi ke level 3, langkah menuju level 4;")


def test_inactive_programmes_and_other_competencies_are_not_suggested() -> None:
    PelatihanPabrik(aktif=False)
    PelatihanPabrik(kompetensi__kompetensi=KompetensiMansoskul.INTEGRITAS)
    assert _saran() == []


def test_a_programme_is_suggested_to_those_it_is_meant_for_only() -> None:
    semua, fungsional, dua, auditor = PelatihanPabrik.create_batch(4)
    SasaranPelatihanPabrik(pelatihan=fungsional, jenis_jabatan=JenisJabatan.FUNGSIONAL)
    for nama in ("Bidan", "Perawat"):
        SasaranPelatihanPabrik(pelatihan=dua, nama_jabatan=nama)
    SasaranPelatihanPabrik(
        pelatihan=auditor,
        jenis_jabatan=JenisJabatan.FUNGSIONAL,
        jenjang_dari=Jenjang.AHLI_PERTAMA,
        jenjang_sampai=Jenjang.AHLI_UTAMA,
        nama_jabatan="Auditor",
    )
    assert [s.pelatihan_id for s in _saran(pemangku=PERAWAT)] == [semua.pk, fungsional.pk, dua.pk]
    assert [s.pelatihan_id for s in _saran(pemangku=CAMAT)] == [semua.pk]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"jenjang_dari": Jenjang.AHLI_MUDA}, "Isi kedua jenjang"),
        ({"jenjang_sampai": Jenjang.AHLI_MUDA, "nama_jabatan": "Auditor"}, "Isi kedua jenjang"),
        (
            {"jenjang_dari": Jenjang.AHLI_MADYA, "jenjang_sampai": Jenjang.AHLI_MUDA},
            "dari yang lebih rendah sampai yang lebih tinggi",
        ),
        ({}, "Isi jenis jabatan, jenjang, atau nama jabatan"),
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


def test_at_most_three_are_suggested_in_two_queries(django_assert_num_queries: object) -> None:
    for pelatihan in PelatihanPabrik.create_batch(5):
        SasaranPelatihanPabrik(pelatihan=pelatihan, nama_jabatan="Perawat")
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(_saran()) == 3


def test_the_catalogue_is_open_to_people_who_signed_in_and_to_nobody_else() -> None:
    pelatihan = PelatihanPabrik()
    assert list(Pelatihan.objects.visible_to(PenggunaPabrik())) == [pelatihan]
    assert not Pelatihan.objects.visible_to(AnonymousUser()).exists()
    assert not Pelatihan.objects.visible_to(PenggunaPabrik(is_active=False)).exists()
