"""Invitations and their last day, who waits and who stops, suggestions that grew old."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import DomainError, TidakDitemukan
from mentoring.enums import StatusPasangan, StatusPermintaan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.services.permintaan import ask_for_mentor, choices_of_person, stop_waiting
from mentoring.services.sapuan import SapuanSaran, freshen
from mentoring.services.saran import arrange
from mentoring.services.tempat import MASA_JAWABAN, MASA_UNDANGAN
from mentoring.tests.dunia import akun, instansi, mentor, menunggu, orang, pilih, susun, undang, urutan
from mentoring.tests.pabrik import SAAT
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

__all__ = ["instansi"]
pytestmark = pytest.mark.django_db
S = StatusPasangan


# -- invitations ----------------------------------------------------------------------------------------


def test_an_invitation_keeps_the_place_until_its_last_day(instansi: Any) -> None:
    profil, a = mentor(instansi, kapasitas=1), menunggu(instansi)
    b = menunggu(instansi, dicatat_pada=SAAT + timedelta(hours=1))
    susun(instansi)
    hr = hr_dari(instansi)
    hasil = undang(instansi, a, b, actor=hr)
    assert (hasil.jadi, [d.sebab for d in hasil.dilewati]) == (
        1,
        ["Belum ada tempat pada mentor yang sesuai."],
    )
    assert undang(instansi, a, actor=hr) == (0, [])
    assert urutan(a) == [profil.pk]
    batas = SAAT + MASA_UNDANGAN
    freshen(instansi_id=instansi.pk, at=batas - timedelta(seconds=1))
    assert Pasangan.objects.get().status == S.DIUSULKAN
    freshen(instansi_id=instansi.pk, at=batas)
    assert Pasangan.objects.get().status == S.LEWAT_WAKTU
    assert ProfilMentor.objects.tersedia().get() == profil
    assert SaranPasangan.objects.count() == 1


def test_an_answer_that_does_not_come_frees_the_place_too(instansi: Any) -> None:
    profil, a = mentor(instansi, kapasitas=1), menunggu(instansi)
    susun(instansi)
    pilih(a, profil)
    freshen(instansi_id=instansi.pk, at=SAAT + MASA_JAWABAN)
    assert Pasangan.objects.get().status == S.LEWAT_WAKTU
    assert urutan(a) == [profil.pk]


def test_the_invited_may_take_another_one_and_the_kept_place_goes_back(instansi: Any) -> None:
    satu, dua = mentor(instansi, kapasitas=1), mentor(instansi, kapasitas=1, keahlian__level=3)
    a = menunggu(instansi)
    susun(instansi)
    undang(instansi, a)
    pilih(a, dua)
    assert list(Pasangan.objects.order_by("pk").values_list("mentor", "status")) == [
        (satu.pk, S.DILEPAS),
        (dua.pk, S.DIPILIH_MENTEE),
    ]


def test_a_kept_place_makes_the_mentor_no_busier_to_the_one_it_is_kept_for(instansi: Any) -> None:
    mentor(instansi, kapasitas=2)
    a, b = menunggu(instansi), menunggu(instansi, dicatat_pada=SAAT + timedelta(hours=1))
    susun(instansi)
    sebelum = SaranPasangan.objects.get(permintaan=a)
    undang(instansi, a)
    susun(instansi)
    sesudah = SaranPasangan.objects.get(permintaan=a)
    assert (sesudah.skor, sesudah.fakta["sisa"]) == (sebelum.skor, 2)
    lain = SaranPasangan.objects.get(permintaan=b)
    assert (lain.skor, lain.fakta["sisa"]) == (sebelum.skor - 5, 1)


def test_the_invited_choose_the_kept_place_itself(instansi: Any) -> None:
    profil, a = mentor(instansi, kapasitas=1), menunggu(instansi)
    susun(instansi)
    undang(instansi, a)
    assert pilih(a, profil).pk == Pasangan.objects.get().pk


def test_an_officer_invites_nobody_into_a_pair_of_their_own(instansi: Any) -> None:
    mentor(instansi)
    a = menunggu(instansi)
    susun(instansi)
    hr = hr_dari(instansi)
    hr.pegawai = a.pegawai
    hasil = undang(instansi, a, actor=hr)
    assert hasil.jadi == 0
    assert "menyangkut Anda" in hasil.dilewati[0].sebab


def test_hr_of_another_government_invites_nobody(instansi: Any) -> None:
    a = menunggu(instansi)
    with pytest.raises(TidakDitemukan):
        undang(instansi, a, actor=hr_dari(InstansiPabrik(kode="nabire")))


# -- waiting --------------------------------------------------------------------------------------------


def test_one_asks_for_what_the_post_asks_for_and_is_suggested_at_once(instansi: Any) -> None:
    profil, a = mentor(instansi), orang(instansi)
    StandarKompetensiPabrik(jabatan=a.riwayat_jabatan.get().jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=a, komunikasi=2)
    pertama = choices_of_person(a, per=SAAT.date())[0]
    assert (pertama.kunci, pertama.level, pertama.wajib, pertama.kurang) == (("komunikasi", None), 2, 3, True)
    permintaan = ask_for_mentor(pegawai=a, kunci=pertama.kunci, actor=akun(a), at=SAAT)
    assert urutan(permintaan) == [profil.pk]
    assert ask_for_mentor(pegawai=a, kunci=pertama.kunci, actor=akun(a), at=SAAT) == permintaan
    with pytest.raises(DomainError, match="dari daftar"):
        ask_for_mentor(pegawai=a, kunci=("memasak", None), actor=akun(a), at=SAAT)


def test_another_wish_takes_the_place_of_the_first(instansi: Any) -> None:
    a = orang(instansi)
    StandarKompetensiPabrik(jabatan=a.riwayat_jabatan.get().jabatan, komunikasi=3, integritas=3)
    for kode in ("komunikasi", "integritas"):
        ask_for_mentor(pegawai=a, kunci=(kode, None), actor=akun(a), at=SAAT)
    assert list(PermintaanMentor.objects.order_by("pk").values_list("kompetensi", "status")) == [
        ("komunikasi", StatusPermintaan.DITARIK),
        ("integritas", StatusPermintaan.MENUNGGU),
    ]


def test_who_stops_waiting_gives_the_kept_place_back(instansi: Any) -> None:
    profil, a = mentor(instansi, kapasitas=1), menunggu(instansi)
    susun(instansi)
    undang(instansi, a)
    for _ in range(2):
        stop_waiting(pegawai=a.pegawai, actor=akun(a.pegawai), at=SAAT)
    assert Pasangan.objects.get().status == S.DILEPAS
    assert ProfilMentor.objects.tersedia().get() == profil
    assert not SaranPasangan.objects.exists()


def test_whoever_left_duty_waits_no_longer(instansi: Any) -> None:
    mentor(instansi)
    a = menunggu(instansi)
    Pegawai.objects.filter(pk=a.pegawai_id).update(kedudukan_hukum=KedudukanHukum.CLTN)
    susun(instansi)
    assert not SaranPasangan.objects.exists()


def test_the_sweeper_finds_boards_that_are_old(instansi: Any) -> None:
    mentor(instansi)
    menunggu(instansi)
    susun(instansi)
    sapuan = SapuanSaran()
    instansi.papan_mentoring.refresh_from_db()
    assert sapuan.process_one(instansi.pk)
    assert list(sapuan.claimable()) == []
    instansi.papan_mentoring.perubahan += 1
    instansi.papan_mentoring.save()
    assert list(sapuan.claimable()) == [instansi.pk]
    assert sapuan.process_one(instansi.pk)
    assert list(sapuan.claimable()) == []


def test_what_changed_meanwhile_is_not_overwritten(instansi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from mentoring.services import saran
    from mentoring.services.papan import mark_changed

    menunggu(instansi)
    mentor(instansi)
    asli = saran.solve

    def sambil(*isi: Any) -> Any:
        mark_changed(instansi.pk)
        return asli(*isi)

    monkeypatch.setattr(saran, "solve", sambil)
    assert not arrange(instansi_id=instansi.pk, at=SAAT)
    assert not SaranPasangan.objects.exists()
