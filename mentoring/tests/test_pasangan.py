"""Suggested mentors from the database: who is named, who never is."""

from datetime import date

import pytest

from mentoring.models import Pasangan
from mentoring.services.pasangan import SaranMentor, saran_mentor
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from pegawai.enums import Jenjang, KedudukanHukum, KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatPangkatPabrik,
    UnitKerjaPabrik,
)

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 21)


def _saran(mentee: Pegawai, *, level: int = 3) -> list[SaranMentor]:
    return saran_mentor(
        mentee=mentee, kunci=(KompetensiMansoskul.KOMUNIKASI.value, None), level_wajib=level, per=PER
    )


def test_a_mentor_is_named_with_post_and_reasons() -> None:
    mentee = PegawaiPabrik(fungsional=True)
    profil = ProfilMentorPabrik()
    (saran,) = _saran(mentee)
    assert (saran.profil_id, saran.jabatan) == (profil.pk, "Analis SDM Aparatur")
    assert saran.alasan == (
        "menguasai Komunikasi level 4, di atas level 3; dapat lewat tatap muka, telepon, dan WhatsApp; "
        f"jenjang setara ({LABEL[Jenjang][Jenjang.AHLI_MUDA]}); "
        "belum membimbing siapa pun, masih ada 2 tempat"
    )


def test_the_reasons_suit_the_mentee_and_hr_alike() -> None:
    unit = UnitKerjaPabrik(instansi__kode="batanghari")
    mentee = PegawaiPabrik(fungsional=True, jabatan__jabatan__jenjang=Jenjang.AHLI_PERTAMA, unit=unit)
    ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True, unit=unit))
    (saran,) = _saran(mentee)
    assert saran.alasan == (
        "menguasai Komunikasi level 4, di atas level 3; satu unit kerja, mudah bertemu; "
        "lebih senior (Ahli Muda), satu atau dua langkah di depan; "
        "belum membimbing siapa pun, masih ada 2 tempat"
    )


def test_the_head_of_an_agency_is_not_offered_a_junior_teacher() -> None:
    kepala = PegawaiPabrik(
        struktural=True, pangkat__golongan=15, jabatan__jabatan__jenjang=Jenjang.JPT_PRATAMA
    )
    ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True))
    setingkat = ProfilMentorPabrik(
        pegawai=PegawaiPabrik(
            struktural=True, pangkat__golongan=14, jabatan__jabatan__jenjang=Jenjang.JPT_PRATAMA
        )
    )
    assert [s.profil_id for s in _saran(kepala)] == [setingkat.pk]


def test_across_families_the_golongan_in_force_on_the_day_decides() -> None:
    mentee = PegawaiPabrik(pelaksana=True, pangkat__golongan=11)
    mentor = ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True, pangkat__golongan=10))
    assert _saran(mentee) == []
    RiwayatPangkatPabrik(pegawai=mentor.pegawai, golongan=12, tmt=date(2027, 4, 1))
    assert _saran(mentee) == []
    RiwayatPangkatPabrik(pegawai=mentor.pegawai, golongan=11, tmt=date(2025, 4, 1))
    assert [s.profil_id for s in _saran(mentee)] == [mentor.pk]


def test_superiors_and_subordinates_at_any_distance_are_never_suggested() -> None:
    kepala = PegawaiPabrik(fungsional=True)
    atasan = PegawaiPabrik(fungsional=True, atasan=kepala)
    mentee = PegawaiPabrik(fungsional=True, atasan=atasan)
    bawahan = PegawaiPabrik(fungsional=True, atasan=PegawaiPabrik(atasan=mentee))
    for orang in (kepala, atasan, mentee, bawahan):
        ProfilMentorPabrik(pegawai=orang)
    assert _saran(mentee) == []


def test_a_circular_line_of_command_ends() -> None:
    a = PegawaiPabrik(fungsional=True)
    b = PegawaiPabrik(fungsional=True, atasan=a)
    a.atasan = b
    a.save()
    rekan = ProfilMentorPabrik()
    assert [s.profil_id for s in _saran(a)] == [rekan.pk]


def test_a_mentor_who_is_full_inactive_out_of_service_or_of_another_instansi_is_not_suggested() -> None:
    penuh = ProfilMentorPabrik(kapasitas=1)
    PasanganPabrik(mentor=penuh)
    ProfilMentorPabrik(aktif=False)
    ProfilMentorPabrik(pegawai__kedudukan_hukum=KedudukanHukum.CLTN)
    ProfilMentorPabrik(pegawai__instansi=InstansiPabrik(kode="nabire"))
    assert _saran(PegawaiPabrik(fungsional=True)) == []


def test_a_mentor_below_the_needed_level_is_not_suggested() -> None:
    ProfilMentorPabrik(keahlian__level=2)
    assert _saran(PegawaiPabrik(fungsional=True)) == []


def test_a_remote_unit_is_offered_only_mentors_it_can_reach() -> None:
    mentee = PegawaiPabrik(fungsional=True, unit=UnitKerjaPabrik(jauh=True, instansi__kode="batanghari"))
    ProfilMentorPabrik(jarak_jauh=False)
    terjangkau = ProfilMentorPabrik()
    assert [s.profil_id for s in _saran(mentee)] == [terjangkau.pk]


def test_three_at_most_the_best_first() -> None:
    ProfilMentorPabrik.create_batch(4, keahlian__level=3)
    terbaik = ProfilMentorPabrik(keahlian__level=4)
    saran = _saran(PegawaiPabrik(fungsional=True))
    assert len(saran) == 3
    assert saran[0].profil_id == terbaik.pk


def test_the_number_of_queries_does_not_grow_with_the_number_of_mentors(
    django_assert_max_num_queries: object,
) -> None:
    mentee = PegawaiPabrik(fungsional=True, atasan=PegawaiPabrik())
    ProfilMentorPabrik.create_batch(20)
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        assert len(_saran(mentee)) == 3


def test_a_pair_is_seen_by_its_two_people_and_the_mentees_leader_only() -> None:
    atasan, mentee, mentor, luar = PegawaiPabrik.create_batch(4)
    mentee.atasan = atasan
    mentee.save()
    pasangan = PasanganPabrik(mentor=ProfilMentorPabrik(pegawai=mentor), mentee=mentee)
    terlihat = {
        orang.pk: pasangan in Pasangan.objects.visible_to(PenggunaPabrik(pegawai=orang))
        for orang in (atasan, mentee, mentor, luar)
    }
    assert terlihat == {atasan.pk: True, mentee.pk: True, mentor.pk: True, luar.pk: False}
