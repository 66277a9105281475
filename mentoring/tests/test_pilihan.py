"""Two yeses: who chooses, who answers, what happens to places and suggestions on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from mentoring.enums import AlasanBelum, StatusMentor, StatusPasangan, StatusPermintaan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.services.pasangan import stored_for
from mentoring.services.permintaan import ask_for_mentor, choices_of_person, stop_waiting
from mentoring.services.pilihan import accept_mentee, choose_mentor, decline_mentee, withdraw_choice
from mentoring.services.sapuan import SapuanSaran, freshen
from mentoring.services.saran import arrange
from mentoring.services.tempat import MASA_JAWABAN, MASA_UNDANGAN
from mentoring.services.undangan import invite_pairs
from mentoring.tests.pabrik import SAAT, PasanganPabrik, PermintaanPabrik, ProfilMentorPabrik
from pegawai.enums import Jenjang, KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

pytestmark = pytest.mark.django_db
S = StatusPasangan


@pytest.fixture
def instansi() -> Any:
    return InstansiPabrik(kode="batanghari")


def orang(instansi: Any, **isi: Any) -> Pegawai:
    satu: Pegawai = PegawaiPabrik(
        fungsional=True, instansi=instansi, jabatan__jabatan__jenjang=Jenjang.AHLI_PERTAMA, **isi
    )
    PenggunaPabrik(pegawai=satu)
    return satu


def akun(pegawai: Pegawai) -> Pengguna:
    satu: Pengguna = Pengguna.objects.get(pegawai=pegawai)
    return satu


def mentor(instansi: Any, **isi: Any) -> ProfilMentor:
    profil: ProfilMentor = ProfilMentorPabrik(pegawai__instansi=instansi, **isi)
    PenggunaPabrik(pegawai=profil.pegawai)
    return profil


def menunggu(instansi: Any, **isi: Any) -> PermintaanMentor:
    satu: PermintaanMentor = PermintaanPabrik(pegawai=orang(instansi), **isi)
    return satu


def susun(instansi: Any) -> None:
    assert arrange(instansi_id=instansi.pk, at=SAAT)


def urutan(permintaan: PermintaanMentor) -> list[int]:
    return [s.mentor_id for s in stored_for(permintaan)]


def pilih(permintaan: PermintaanMentor, profil: ProfilMentor, actor: Any = None) -> Pasangan:
    return choose_mentor(
        permintaan_id=permintaan.pk,
        profil_id=profil.pk,
        actor=actor or akun(permintaan.pegawai),
        at=SAAT,
    )


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


# -- invitations ----------------------------------------------------------------------------------------


def undang(instansi: Any, *semua: PermintaanMentor, actor: Any = None) -> Any:
    return invite_pairs(
        instansi=instansi, permintaan_ids=[p.pk for p in semua], actor=actor or hr_dari(instansi), at=SAAT
    )


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
