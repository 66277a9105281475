"""Suggestions from the catalogue, with their sentences."""

import pytest
from django.contrib.auth.models import AnonymousUser

from pegawai.enums import KompetensiMansoskul
from pegawai.tests.pabrik import PenggunaPabrik
from pelatihan.models import Pelatihan
from pelatihan.services.katalog import SaranPelatihan, saran_pelatihan
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = pytest.mark.django_db
KOMUNIKASI = KompetensiMansoskul.KOMUNIKASI


def _saran(*, terpencil: bool = False, sekarang: int | None = 2, wajib: int = 3) -> list[SaranPelatihan]:
    return saran_pelatihan(
        kompetensi=KOMUNIKASI, level_sekarang=sekarang, level_wajib=wajib, terpencil=terpencil
    )


def test_a_suggestion_reads_as_one_line_with_gap_jp_method_and_cost() -> None:
    PelatihanPabrik(ukuran_mb=40)
    assert [s.alasan for s in _saran()] == ["menutup celah Komunikasi 2→3; 8 JP; daring, 40 MB; tanpa biaya"]


def test_a_paid_classroom_programme_names_its_price() -> None:
    PelatihanPabrik(kelas=True)
    assert _saran()[0].alasan == "menutup celah Komunikasi 2→3; 20 JP; tatap muka; Rp 750.000 per peserta"


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


def test_at_most_three_are_suggested_in_one_query(django_assert_num_queries: object) -> None:
    PelatihanPabrik.create_batch(5)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(_saran()) == 3


def test_the_catalogue_is_open_to_people_who_signed_in_and_to_nobody_else() -> None:
    pelatihan = PelatihanPabrik()
    assert list(Pelatihan.objects.visible_to(PenggunaPabrik())) == [pelatihan]
    assert not Pelatihan.objects.visible_to(AnonymousUser()).exists()
    assert not Pelatihan.objects.visible_to(PenggunaPabrik(is_active=False)).exists()
