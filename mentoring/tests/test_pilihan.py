"""Two yeses: who chooses, who answers, what happens to places and suggestions on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, TidakBoleh, TidakDitemukan
from mentoring.enums import AlasanBelum, StatusMentor, StatusPasangan, StatusPermintaan
from mentoring.models import Pasangan, ProfilMentor
from mentoring.services.halaman_mentor import read_question
from mentoring.services.permintaan import ask_for_mentor
from mentoring.services.pilihan import accept_mentee, decline_mentee, withdraw_choice
from mentoring.services.tempat import MASA_JAWABAN
from mentoring.tests.dunia import akun, instansi, mentor, menunggu, orang, pilih, susun, undang, urutan
from mentoring.tests.pabrik import SAAT, PasanganPabrik
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

__all__ = ["instansi"]
pytestmark = pytest.mark.django_db
S = StatusPasangan


def test_three_are_suggested_and_the_first_is_of_the_best_assignment(instansi: Any) -> None:
    terbaik = mentor(instansi, kapasitas=1, keahlian__level=5)
    cukup = [mentor(instansi, kapasitas=1, keahlian__level=3) for _ in range(3)]
    dulu, kemudian = menunggu(instansi), menunggu(instansi, dicatat_pada=SAAT + timedelta(hours=1))
    susun(instansi)
    assert urutan(dulu)[0] == terbaik.pk
    assert urutan(kemudian)[0] in {m.pk for m in cukup}
    assert [len(urutan(p)) for p in (dulu, kemudian)] == [3, 3]


def test_who_gets_no_place_gets_no_suggestion_and_waits(instansi: Any) -> None:
    profil = mentor(instansi, kapasitas=1)
    dulu, kemudian = menunggu(instansi), menunggu(instansi, dicatat_pada=SAAT + timedelta(hours=1))
    susun(instansi)
    assert (urutan(dulu), urutan(kemudian)) == ([profil.pk], [])


def test_a_choice_takes_the_place_and_everybody_is_suggested_anew(instansi: Any) -> None:
    satu, dua = mentor(instansi, kapasitas=1), mentor(instansi, kapasitas=1, keahlian__level=3)
    a, b = menunggu(instansi), menunggu(instansi, dicatat_pada=SAAT + timedelta(hours=1))
    susun(instansi)
    assert urutan(b) == [dua.pk, satu.pk]
    pasangan = pilih(b, satu)
    assert (pasangan.status, pasangan.batas) == (S.DIPILIH_MENTEE, SAAT + MASA_JAWABAN)
    assert urutan(a) == [dua.pk]
    decline_mentee(
        pasangan_id=pasangan.pk,
        versi=pasangan.versi,
        alasan=AlasanBelum.WAKTU,
        actor=akun(satu.pegawai),
        at=SAAT,
    )
    # The place is free again, and who was refused is not sent there a second time.
    assert urutan(a)[0] == satu.pk
    assert urutan(b) == [dua.pk]


def test_a_pair_runs_after_both_yeses_only(instansi: Any) -> None:
    profil, a = mentor(instansi), menunggu(instansi)
    susun(instansi)
    pasangan = pilih(a, profil)
    assert not Pasangan.objects.berjalan().exists()
    jadi = accept_mentee(pasangan_id=pasangan.pk, versi=pasangan.versi, actor=akun(profil.pegawai), at=SAAT)
    a.refresh_from_db()
    assert (jadi.status, jadi.mulai, a.status) == (S.BERJALAN, SAAT.date(), StatusPermintaan.TERJAWAB)


def test_a_second_press_changes_nothing(instansi: Any) -> None:
    profil, a = mentor(instansi), menunggu(instansi)
    susun(instansi)
    pasangan = pilih(a, profil)
    assert pilih(a, profil).versi == pasangan.versi
    jawab = {"pasangan_id": pasangan.pk, "versi": pasangan.versi, "actor": akun(profil.pegawai), "at": SAAT}
    versi = accept_mentee(**jawab).versi
    assert accept_mentee(**jawab).versi == versi
    assert Pasangan.objects.count() == 1
    with pytest.raises(Bentrok, match="sudah berubah"):
        decline_mentee(**jawab, alasan=AlasanBelum.LAIN)


def test_nobody_says_yes_for_somebody_else(instansi: Any) -> None:
    profil, a = mentor(instansi), menunggu(instansi)
    susun(instansi)
    for asing in (akun(profil.pegawai), hr_dari(instansi), akun(orang(instansi))):
        with pytest.raises(TidakDitemukan):
            pilih(a, profil, asing)
    pasangan = pilih(a, profil)
    for asing in (akun(a.pegawai), hr_dari(instansi, username="hr2"), akun(orang(instansi))):
        with pytest.raises(TidakDitemukan):
            accept_mentee(pasangan_id=pasangan.pk, versi=pasangan.versi, actor=asing, at=SAAT)
    with pytest.raises(TidakDitemukan):
        withdraw_choice(pasangan_id=pasangan.pk, actor=akun(profil.pegawai), at=SAAT)
    with pytest.raises(TidakBoleh):
        ask_for_mentor(pegawai=a.pegawai, kunci=("komunikasi", None), actor=akun(profil.pegawai), at=SAAT)


def test_a_mentor_who_is_not_suggested_or_is_full_or_rests_cannot_be_chosen(instansi: Any) -> None:
    profil, luar = mentor(instansi, kapasitas=1), mentor(instansi, keahlian__level=1)
    a = menunggu(instansi)
    susun(instansi)
    with pytest.raises(Bentrok, match="tidak lagi ada di antara saran"):
        pilih(a, luar)
    PasanganPabrik(mentor=profil)
    with pytest.raises(Bentrok, match="baru saja terisi"):
        pilih(a, profil)
    Pasangan.objects.all().delete()
    ProfilMentor.objects.filter(pk=profil.pk).update(status=StatusMentor.ISTIRAHAT)
    with pytest.raises(Bentrok, match="sedang tidak menerima"):
        pilih(a, profil)


def test_a_superior_of_since_then_is_refused_at_the_choice_and_at_the_answer(instansi: Any) -> None:
    profil, a = mentor(instansi), menunggu(instansi)
    tengah = orang(instansi, atasan=profil.pegawai)
    susun(instansi)
    Pegawai.objects.filter(pk=a.pegawai_id).update(atasan=tengah)
    with pytest.raises(Bentrok, match="garis komando"):
        pilih(a, profil)
    Pegawai.objects.filter(pk=a.pegawai_id).update(atasan=None)
    pasangan = pilih(a, profil)
    Pegawai.objects.filter(pk=profil.pegawai_id).update(atasan=a.pegawai_id)
    with pytest.raises(Bentrok, match="garis komando"):
        accept_mentee(pasangan_id=pasangan.pk, versi=pasangan.versi, actor=akun(profil.pegawai), at=SAAT)


def test_one_mentor_at_a_time(instansi: Any) -> None:
    satu, dua = mentor(instansi), mentor(instansi)
    a = menunggu(instansi)
    susun(instansi)
    pilih(a, satu)
    with pytest.raises(Bentrok, match="pilihan Anda menunggu jawaban"):
        pilih(a, dua)
    withdraw_choice(pasangan_id=Pasangan.objects.get().pk, actor=akun(a.pegawai), at=SAAT)
    assert pilih(a, dua).mentor == dua
    assert sorted(Pasangan.objects.values_list("status", flat=True)) == [S.DILEPAS, S.DIPILIH_MENTEE]


def test_who_waits_is_read_by_hr_and_the_two_until_the_pair_has_run() -> None:
    satu = PasanganPabrik(status=S.BELUM_DITERIMA, mulai=None, alasan_belum=AlasanBelum.WAKTU)
    mentee, tempat = satu.mentee, satu.mentee.instansi
    atasan = PegawaiPabrik(instansi=tempat)
    Pegawai.objects.filter(pk=mentee.pk).update(atasan=atasan)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(instansi=tempat, pengguna=auditor, jenis=JenisPeran.AUDITOR)
    berdua = [PenggunaPabrik(pegawai=p) for p in (mentee, satu.mentor_pegawai)]
    pembaca = [hr_dari(tempat), *berdua, PenggunaPabrik(pegawai=atasan), auditor]

    def terbaca() -> list[bool]:
        return [Pasangan.objects.visible_to(p).filter(pk=satu.pk).exists() for p in pembaca]

    assert terbaca() == [True, True, True, False, False]
    Pasangan.objects.filter(pk=satu.pk).update(status=S.BERJALAN, mulai=SAAT.date())
    assert terbaca() == [True] * 5


def test_a_mentor_reads_nothing_of_a_place_that_its_mentee_let_go(instansi: Any) -> None:
    """Who was only thought of together never told the mentor who they are, nor how far they are."""
    profil, a = mentor(instansi), menunggu(instansi)
    susun(instansi)
    undang(instansi, a)
    pasangan = Pasangan.objects.get(mentee=a.pegawai)
    baca = {"pasangan_id": pasangan.pk, "mentor": profil.pegawai, "per": SAAT.date()}
    withdraw_choice(pasangan_id=pasangan.pk, actor=akun(a.pegawai), at=SAAT)
    with pytest.raises(TidakDitemukan):
        read_question(**baca)


def test_of_a_choice_taken_back_the_mentor_reads_neither_level_nor_reasons(instansi: Any) -> None:
    profil, a = mentor(instansi), menunggu(instansi)
    susun(instansi)
    pasangan = pilih(a, profil)
    baca = {"pasangan_id": pasangan.pk, "mentor": profil.pegawai, "per": SAAT.date()}
    assert read_question(**baca).level
    withdraw_choice(pasangan_id=pasangan.pk, actor=akun(a.pegawai), at=SAAT)
    tanya = read_question(**baca)
    assert (tanya.level, tanya.alasan, tanya.pasangan.status) == ("", [], S.DILEPAS)
