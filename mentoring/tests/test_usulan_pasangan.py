"""Pairs that another part has thought of: who waits, who is asked, whose place is kept, and who never."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.errors import TidakDitemukan
from mentoring.enums import AsalPermintaan, StatusMentor, StatusPasangan
from mentoring.kamus.usulan import SUDAH_BERMENTOR, TUNGGU_LAIN, sentence_of_senior, why_not
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor
from mentoring.rules.syarat_mentor import Penolakan
from mentoring.services import usulan_pasangan
from mentoring.services.calon_mentor import CalonSenior
from mentoring.services.usulan_baca import KeadaanUsulan, standing_of
from mentoring.services.usulan_pasangan import UsulanPasangan, propose_pairs
from mentoring.tests.dunia import akun, instansi, mentor, menunggu, orang, pilih, susun
from mentoring.tests.pabrik import SAAT, PasanganPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PeranPabrik, hr_dari

__all__ = ["instansi"]
pytestmark = pytest.mark.django_db
KUNCI = ("komunikasi", None)


def usulkan(instansi: Any, *semua: tuple[Any, Any], kunci: Any = KUNCI, actor: Any = None) -> list[Any]:
    usulan = [UsulanPasangan(s.pk, m.pk, kunci) for s, m in semua]
    return propose_pairs(instansi=instansi, usulan=usulan, actor=actor or hr_dari(instansi), at=SAAT)


def keadaan(senior: Pegawai, mentee: Pegawai) -> KeadaanUsulan:
    (satu,) = standing_of([UsulanPasangan(senior.pk, mentee.pk, KUNCI)]).values()
    return satu


def test_an_open_mentor_keeps_a_place_and_both_yeses_are_still_to_come(instansi: Any) -> None:
    profil, mentee = mentor(instansi), orang(instansi)
    (hasil,) = usulkan(instansi, (profil.pegawai, mentee))
    assert (hasil.berubah, hasil.kalimat) == (True, "Satu tempat disimpan; undangan dikirim kepada keduanya.")
    permintaan = PermintaanMentor.objects.get(pegawai=mentee)
    assert (permintaan.asal, permintaan.kompetensi, permintaan.level_wajib) == ("usulan", "komunikasi", 2)
    pasangan = Pasangan.objects.get(mentee=mentee)
    assert (pasangan.status, pasangan.dipilih_pada, pasangan.mulai) == (StatusPasangan.DIUSULKAN, None, None)
    assert keadaan(profil.pegawai, mentee) == ("sudah diundang", False)
    assert pilih(permintaan, profil).status == StatusPasangan.DIPILIH_MENTEE
    assert keadaan(profil.pegawai, mentee) == ("menunggu jawaban mentor", False)


def test_a_second_press_changes_nothing(instansi: Any) -> None:
    profil, mentee, lain = mentor(instansi), orang(instansi), orang(instansi)
    istirahat = mentor(instansi, aktif=False)
    semua = [(profil.pegawai, mentee), (istirahat.pegawai, lain)]
    pertama = usulkan(instansi, *semua)
    assert [h.berubah for h in pertama] == [True, True]
    assert pertama[1].kalimat == "Kini menunggu mentor. Mentornya sedang tidak menerima mentee."
    isi = list(Pasangan.objects.values()), list(PermintaanMentor.objects.values())
    kedua = usulkan(instansi, *semua)
    assert [h.berubah for h in kedua] == [False, False]
    assert kedua[0].kalimat == SUDAH_BERMENTOR
    assert (list(Pasangan.objects.values()), list(PermintaanMentor.objects.values())) == isi
    # Once the mentor is back, the same press keeps the place for who waited.
    ProfilMentor.objects.filter(pk=istirahat.pk).update(status=StatusMentor.AKTIF)
    assert [h.berubah for h in usulkan(instansi, *semua)] == [False, True]


def test_a_senior_without_a_profile_is_invited_and_opens_by_their_own_yes_only(
    instansi: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    senior, mentee, bukan = orang(instansi), orang(instansi), orang(instansi)
    calon = CalonSenior(senior.pk, senior.nama, "", "", [(KUNCI, 4)])
    monkeypatch.setattr("mentoring.services.undangan.senior_candidates", lambda *_, **__: [calon])
    hasil = usulkan(instansi, (senior, mentee), (bukan, orang(instansi)))
    assert hasil[0].kalimat == "Kini menunggu mentor. Undangan menjadi mentor dikirim."
    assert hasil[1].kalimat == "Kini menunggu mentor. Seniornya belum dapat diundang menjadi mentor."
    profil = ProfilMentor.objects.get()
    assert (profil.pegawai_id, profil.status, profil.bersedia_pada) == (
        senior.pk,
        StatusMentor.DIUNDANG,
        None,
    )
    assert not Pasangan.objects.exists()
    (lagi,) = usulkan(instansi, (senior, mentee))
    assert (lagi.berubah, lagi.kalimat) == (
        False, "Sudah menunggu mentor. Undangan menjadi mentor menunggu jawaban."
    )  # fmt: skip


def test_no_rule_of_fitness_is_left_out(instansi: Any) -> None:
    atasan, kurang, penuh = (
        mentor(instansi),
        mentor(instansi, keahlian__level=1),
        mentor(instansi, kapasitas=1),
    )
    PasanganPabrik(mentor=penuh, mentee=orang(instansi))
    tengah = orang(instansi, atasan=atasan.pegawai)
    bawahan = orang(instansi, atasan=tengah)
    pasangan = [
        (atasan.pegawai, bawahan),
        (kurang.pegawai, orang(instansi)),
        (penuh.pegawai, orang(instansi)),
    ]
    hasil = usulkan(instansi, *pasangan)
    alasan = (Penolakan.GARIS_KOMANDO, Penolakan.LEVEL_KURANG, Penolakan.PENUH)
    assert [h.kalimat for h in hasil] == [f"Kini menunggu mentor. {why_not(a)}" for a in alasan]
    assert not Pasangan.objects.filter(status=StatusPasangan.DIUSULKAN).exists()


def test_two_for_the_last_place_are_one(instansi: Any) -> None:
    profil = mentor(instansi, kapasitas=1)
    hasil = usulkan(instansi, (profil.pegawai, orang(instansi)), (profil.pegawai, orang(instansi)))
    assert "Satu tempat disimpan" in hasil[0].kalimat
    assert "baru saja terisi" in hasil[1].kalimat
    assert Pasangan.objects.count() == 1


def test_one_wait_per_person(instansi: Any) -> None:
    profil, lain = mentor(instansi), menunggu(instansi, kompetensi="kerja_sama")
    (hasil,) = usulkan(instansi, (profil.pegawai, lain.pegawai))
    assert (hasil.berubah, hasil.kalimat) == (False, TUNGGU_LAIN)
    assert keadaan(profil.pegawai, lain.pegawai) == ("menunggu mentor untuk kompetensi lain", False)
    berdua = PasanganPabrik(mentor=profil, mentee=orang(instansi))
    assert keadaan(profil.pegawai, berdua.mentee) == ("sedang dibimbing", False)
    assert keadaan(mentor(instansi).pegawai, berdua.mentee) == ("sudah mempunyai mentor lain", False)
    assert keadaan(profil.pegawai, orang(instansi)) == ("", True)


def test_an_own_wait_stays_their_own(instansi: Any) -> None:
    profil, satu = mentor(instansi), menunggu(instansi)
    susun(instansi)
    assert keadaan(profil.pegawai, satu.pegawai) == ("menunggu mentor", True)
    usulkan(instansi, (profil.pegawai, satu.pegawai))
    satu.refresh_from_db()
    assert (satu.asal, satu.pasangan.get().mentor) == (AsalPermintaan.DIRI, profil)


def test_nobody_proposes_themself_or_outside_their_scope(instansi: Any) -> None:
    profil, mentee = mentor(instansi), orang(instansi)
    for petugas in (profil.pegawai, mentee):
        PeranPabrik(instansi=instansi, pengguna=akun(petugas))
        (hasil,) = usulkan(instansi, (profil.pegawai, mentee), actor=akun(petugas))
        assert (hasil.berubah, "rekan Anda" in hasil.kalimat) == (False, True)
    jauh = InstansiPabrik(kode="medan")
    (hasil,) = usulkan(instansi, (profil.pegawai, orang(jauh)))
    assert "Tidak ditemukan" in hasil.kalimat
    with pytest.raises(TidakDitemukan):
        usulkan(instansi, (profil.pegawai, mentee), actor=hr_dari(jauh))
    assert not PermintaanMentor.objects.exists()


def test_a_wait_written_meanwhile_for_something_else_stays(
    instansi: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    profil, mentee = mentor(instansi), orang(instansi)
    asli = usulan_pasangan._row

    def didahului(*isi: Any) -> Any:
        menunggu_lain = asli(UsulanPasangan(profil.pegawai_id, mentee.pk, ("kerja_sama", None)), *isi[1:])
        menunggu_lain.save()
        return asli(*isi)

    monkeypatch.setattr(usulan_pasangan, "_row", didahului)
    (hasil,) = usulkan(instansi, (profil.pegawai, mentee))
    assert hasil.kalimat == TUNGGU_LAIN
    assert not Pasangan.objects.exists()


def test_standing_asks_as_often_for_many_as_for_one(instansi: Any) -> None:
    profil = mentor(instansi, kapasitas=9)
    for banyak in (1, 6):
        semua = [UsulanPasangan(profil.pegawai_id, orang(instansi).pk, KUNCI) for _ in range(banyak)]
        with CaptureQueriesContext(connection) as tanya:
            standing_of(semua)
        assert len(tanya) == 2


def test_every_refusal_and_every_senior_has_a_sentence() -> None:
    assert all(why_not(p).endswith(".") for p in Penolakan)
    assert all(sentence_of_senior(s).endswith(".") for s in (*StatusMentor, None))
