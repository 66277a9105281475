"""Calibration proposes; the rating is changed by its pejabat penilai alone, with a reason, before the day."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Thread
from typing import Any

import pytest
from django.db import connections

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Outbox
from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil
from kinerja.enums import (
    CaraPengumuman,
    JawabanKalibrasi,
    Rating,
    StatusPenilaian,
    StatusSiklus,
)
from kinerja.models import KonversiAngkaKredit, Penilaian, SesiKalibrasi, SiklusPenilaian, UsulKalibrasi
from kinerja.services import penilaian
from kinerja.services.kalibrasi import UsulRating, answer, close_session, open_session, propose, withdraw
from kinerja.services.lembar_kalibrasi import compare, session_sheet
from kinerja.services.pengumuman import announce
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai, ubah_terkirim
from kinerja.services.siklus import close_siklus, start_penetapan
from kinerja.services.siklus_terbuka import hold_open_cycle
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


class Dunia:
    """A leader who sent two ratings, HR, and another leader in the session."""

    def __init__(self) -> None:
        self.siklus: SiklusPenilaian = SiklusPabrik(
            status=StatusSiklus.DIBUKA, dibuka_pada=SAAT, pengumuman=CaraPengumuman.BERSAMA
        )
        self.hr: Pengguna = hr_dari(self.siklus.instansi)
        self.penilai: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
        self.rekan: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
        self.orang: list[Pegawai] = [
            PegawaiPabrik(fungsional=True, atasan=self.penilai.pegawai) for _ in range(2)
        ]
        isian = [Isian(p.pk, SESUAI, SESUAI, "", None) for p in self.orang]
        baris = nilai(siklus=self.siklus, isian=isian, actor=self.penilai, at=SAAT)
        terlihat = [Terlihat(b.pegawai_id, b.versi) for b in baris]
        kirim(siklus=self.siklus, terlihat=terlihat, actor=self.penilai, at=SAAT)
        self.siklus = start_penetapan(siklus=self.siklus, actor=self.hr, at=SAAT)

    def buka(self) -> SesiKalibrasi:
        peserta = [self.penilai.pegawai, self.rekan.pegawai]
        return open_session(siklus=self.siklus, unit=None, peserta=peserta, actor=self.hr, at=SAAT)

    def rating(self, ke: int = 0) -> Penilaian:
        p: Penilaian = Penilaian.objects.get(pegawai=self.orang[ke])
        return p

    def usulkan(self, sesi: SesiKalibrasi, actor: Any = None, **lain: Any) -> UsulKalibrasi:
        p = self.rating()
        isi = {"rating_hasil": ATAS, "rating_perilaku": SESUAI, "alasan": "Paling cepat di unitnya."} | lain
        return propose(sesi=sesi, usul=UsulRating(p.pk, p.versi, **isi), actor=actor or self.rekan, at=SAAT)


@pytest.fixture
def d() -> Dunia:
    return Dunia()


# -- who ---------------------------------------------------------------------------------------------


def test_only_hr_of_the_instansi_opens_a_session(d: Dunia) -> None:
    for orang in (d.penilai, d.rekan, PenggunaPabrik(pegawai=d.orang[0])):
        with pytest.raises(TidakBoleh):
            open_session(siklus=d.siklus, unit=None, peserta=[], actor=orang, at=SAAT)


def test_a_session_is_seen_by_hr_and_its_participants_alone(d: Dunia) -> None:
    sesi = d.buka()
    melihat = [SesiKalibrasi.objects.visible_to(o).filter(pk=sesi.pk).exists() for o in (d.hr, d.rekan)]
    luar = (PenggunaPabrik(pegawai=d.orang[0]), PenggunaPabrik(pegawai=PegawaiPabrik()), PenggunaPabrik())
    assert melihat == [True, True]
    assert not any(SesiKalibrasi.objects.visible_to(o).exists() for o in luar)


def test_nobody_sees_or_touches_their_own_rating_in_a_session(d: Dunia) -> None:
    """A participant who is rated too, and an officer of HR who is."""
    sesi = d.buka()
    sesi.peserta.add(d.orang[0])
    petugas = hr_dari(d.siklus.instansi, pegawai=d.orang[0])
    d.usulkan(sesi)
    terlihat = [b.penilaian.pegawai for b in session_sheet(sesi, pengguna=petugas).baris]
    assert d.orang[0] not in terlihat
    assert d.orang[1] in terlihat
    assert not UsulKalibrasi.objects.visible_to(petugas).exists()
    with pytest.raises(TidakDitemukan):
        d.usulkan(sesi, actor=petugas)


def test_a_proposal_changes_nothing(d: Dunia) -> None:
    d.usulkan(d.buka())
    assert (d.rating().predikat, d.rating().versi) == (4, 1)


def test_the_pejabat_penilai_follows_a_proposal_with_their_own_reason(d: Dunia) -> None:
    usul = d.usulkan(d.buka(), rating_perilaku=ATAS)
    answer(
        usul=usul, terima=True, umpan_balik="Paling cepat.", alasan="Saya setuju.", actor=d.penilai, at=SAAT
    )
    p = d.rating()
    assert (p.predikat, p.alasan_ubah, p.status) == (5, "Saya setuju.", StatusPenilaian.DIKIRIM)
    assert UsulKalibrasi.objects.get().jawaban == JawabanKalibrasi.DITERIMA


@pytest.mark.parametrize("siapa", ["hr", "rekan"])
def test_nobody_else_answers_or_changes_a_rating(d: Dunia, siapa: str) -> None:
    usul = d.usulkan(d.buka())
    actor = getattr(d, siapa)
    with pytest.raises(TidakBoleh):
        answer(usul=usul, terima=True, umpan_balik="x", alasan="x", actor=actor, at=SAAT)
    isian = Isian(d.orang[0].pk, ATAS, ATAS, "x", 1)
    with pytest.raises(TidakBoleh):
        ubah_terkirim(siklus=d.siklus, isian=isian, alasan="x", actor=actor, at=SAAT)
    assert d.rating().predikat == 4


def test_a_proposal_that_is_not_followed_leaves_the_rating(d: Dunia) -> None:
    usul = d.usulkan(d.buka())
    answer(usul=usul, terima=False, umpan_balik="", alasan="Buktinya kurang.", actor=d.penilai, at=SAAT)
    assert d.rating().versi == 1
    assert UsulKalibrasi.objects.get().alasan_jawaban == "Buktinya kurang."


@pytest.mark.parametrize("alasan", ["", "  ", "x" * 501])
def test_every_step_needs_a_reason(d: Dunia, alasan: str) -> None:
    sesi = d.buka()
    with pytest.raises(DomainError):
        d.usulkan(sesi, alasan=alasan)
    usul = d.usulkan(sesi)
    with pytest.raises(DomainError):
        answer(usul=usul, terima=False, umpan_balik="", alasan=alasan, actor=d.penilai, at=SAAT)
    isian = Isian(d.orang[1].pk, ATAS, ATAS, "x", 1)
    with pytest.raises(DomainError):
        ubah_terkirim(siklus=d.siklus, isian=isian, alasan=alasan, actor=d.penilai, at=SAAT)


def test_one_proposal_about_a_rating_waits_at_a_time(d: Dunia) -> None:
    sesi = d.buka()
    d.usulkan(sesi)
    with pytest.raises(Bentrok, match="menunggu jawaban"):
        d.usulkan(sesi, actor=d.hr)


def test_a_proposal_about_what_changed_since_is_refused(d: Dunia) -> None:
    sesi = d.buka()
    p = d.rating()
    isian = Isian(p.pegawai_id, BAWAH, SESUAI, "Terlambat.", p.versi)
    ubah_terkirim(siklus=d.siklus, isian=isian, alasan="Data baru.", actor=d.penilai, at=SAAT)
    usul = UsulRating(p.pk, p.versi, ATAS, SESUAI, "Lama")
    with pytest.raises(Bentrok) as salah:
        propose(sesi=sesi, usul=usul, actor=d.rekan, at=SAAT)
    assert salah.value.kode == "versi_lama"


# -- announcing and closing ---------------------------------------------------------------------------


def test_announcing_makes_everybodys_rating_a_result_at_one_moment(d: Dunia) -> None:
    assert announce(siklus=d.siklus, actor=d.hr, at=SAAT) == 2
    assert set(Penilaian.objects.values_list("status", "diumumkan_pada")) == {
        (StatusPenilaian.DITETAPKAN, SAAT)
    }
    assert KonversiAngkaKredit.objects.count() == 2


def test_announcing_waits_for_the_answers(d: Dunia) -> None:
    sesi = d.buka()
    usul = d.usulkan(sesi)
    with pytest.raises(DomainError, match="1 usul kalibrasi belum dijawab"):
        announce(siklus=d.siklus, actor=d.hr, at=SAAT)
    withdraw(usul=usul, actor=d.hr)
    assert announce(siklus=d.siklus, actor=d.hr, at=SAAT) == 2


def test_after_the_announcement_a_rating_stands(d: Dunia) -> None:
    sesi = d.buka()
    announce(siklus=d.siklus, actor=d.hr, at=SAAT)
    isian = Isian(d.orang[0].pk, ATAS, ATAS, "x", 1)
    with pytest.raises(Bentrok):
        ubah_terkirim(siklus=d.siklus, isian=isian, alasan="x", actor=d.penilai, at=SAAT)
    with pytest.raises(Bentrok):
        d.usulkan(sesi)


def test_who_is_rated_late_is_announced_at_once(d: Dunia) -> None:
    announce(siklus=d.siklus, actor=d.hr, at=SAAT)
    telat = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    [b] = nilai(siklus=d.siklus, isian=[Isian(telat.pk, SESUAI, SESUAI, "", None)], actor=d.penilai, at=SAAT)
    [b] = kirim(siklus=d.siklus, terlihat=[Terlihat(telat.pk, b.versi)], actor=d.penilai, at=SAAT)
    assert b.status == StatusPenilaian.DITETAPKAN


def test_closing_announces_what_was_sent_and_tells_karier_once(d: Dunia) -> None:
    close_siklus(siklus=d.siklus, actor=d.hr, at=SAAT)
    assert Penilaian.objects.filter(status=StatusPenilaian.DITETAPKAN).count() == 2
    assert Outbox.objects.filter(jenis="kinerja.siklus_ditutup").count() == 1


def test_a_closed_session_takes_no_more_proposals(d: Dunia) -> None:
    sesi = d.buka()
    close_session(sesi=sesi, catatan="Selesai dibahas.", actor=d.hr, at=SAAT)
    with pytest.raises(TidakDitemukan):
        d.usulkan(sesi)
    assert SesiKalibrasi.objects.get().catatan == "Selesai dibahas."


# -- what stands out ------------------------------------------------------------------------------------


def test_what_stands_out_is_named_and_nothing_is_changed_by_it(d: Dunia) -> None:
    PenilaianPabrik(pegawai=d.orang[0], tahun=2025, predikat=1)
    tanda = {b.penilaian.pegawai_id: b.tanda for b in session_sheet(d.buka(), pengguna=d.hr).baris}
    assert "Berubah dua tingkat atau lebih dari tahun lalu" in tanda[d.orang[0].pk]
    assert tanda[d.orang[1].pk] == ["Tanpa kalimat umpan balik"]


def test_raters_of_fewer_than_five_people_are_counted_and_not_named(d: Dunia) -> None:
    banyak = PegawaiPabrik(struktural=True)
    for _ in range(5):
        PenilaianPabrik(pegawai=PegawaiPabrik(atasan=banyak), tahun=2026, penilai=banyak)
    penilai, kurang = compare(d.siklus)
    assert [(p.nama, p.banyak) for p in penilai] == [(banyak.nama_gelar, 5)]
    assert kurang == 1


# -- races ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("terkunci", [False, True])
@bersamaan
def test_only_the_lock_keeps_a_sent_rating_from_missing_its_announcement(
    monkeypatch: pytest.MonkeyPatch, terkunci: bool
) -> None:
    """HR closes between the rater's look at the cycle and the write: shown without the lock, then held."""
    d = Dunia()
    telat = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    nilai(siklus=d.siklus, isian=[Isian(telat.pk, SESUAI, SESUAI, "", None)], actor=d.penilai, at=SAAT)
    penutup = Thread(target=_tutup, args=[d])

    def lihat(siklus: SiklusPenilaian) -> SiklusPenilaian:
        kini = hold_open_cycle(siklus) if terkunci else SiklusPenilaian.objects.get(pk=siklus.pk)
        penutup.start()
        penutup.join(0.5)
        return kini

    monkeypatch.setattr(penilaian, "hold_open_cycle", lihat)
    kirim(siklus=d.siklus, terlihat=[Terlihat(telat.pk, 1)], actor=d.penilai, at=SAAT)
    penutup.join()
    d.siklus.refresh_from_db()
    assert d.siklus.status == StatusSiklus.DITUTUP
    terlupa = Penilaian.objects.filter(status=StatusPenilaian.DIKIRIM).exists()
    assert terlupa is not terkunci


def _tutup(d: Dunia) -> None:
    try:
        close_siklus(siklus=d.siklus, actor=d.hr, at=SAAT)
    finally:
        connections.close_all()


@bersamaan
def test_an_answer_and_the_closing_come_one_after_the_other() -> None:
    d = Dunia()
    usul = d.usulkan(d.buka(), rating_perilaku=ATAS)
    isi: dict[str, Any] = {"terima": True, "umpan_balik": "Ya.", "alasan": "Ya.", "at": SAAT}
    hasil = berlomba(
        kode_atau_hasil(lambda: answer(usul=usul, actor=d.penilai, **isi).jawaban),
        kode_atau_hasil(lambda: close_siklus(siklus=d.siklus, actor=d.hr, at=SAAT).status),
    )
    assert StatusSiklus.DITUTUP in hasil
    p, jawaban = d.rating(), UsulKalibrasi.objects.get(pk=usul.pk).jawaban
    assert p.status == StatusPenilaian.DITETAPKAN
    assert (p.predikat == 5) == (jawaban == JawabanKalibrasi.DITERIMA)


@bersamaan
def test_sending_and_announcing_at_once_leave_nobody_unannounced() -> None:
    d = Dunia()
    telat = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    isian = [Isian(telat.pk, SESUAI, SESUAI, "", None)]
    nilai(siklus=d.siklus, isian=isian, actor=d.penilai, at=SAAT)
    terlihat = [Terlihat(telat.pk, 1)]
    berlomba(
        lambda: kirim(siklus=d.siklus, terlihat=terlihat, actor=d.penilai, at=SAAT),
        lambda: announce(siklus=d.siklus, actor=d.hr, at=SAAT),
    )
    assert not Penilaian.objects.exclude(status=StatusPenilaian.DITETAPKAN).exists()


@bersamaan
def test_two_raters_of_one_person_at_once_leave_one_rating() -> None:
    """The atasan changes while both have the page open: only the present one is heard."""
    d = Dunia()
    orang = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    isian = [Isian(orang.pk, SESUAI, SESUAI, "", None)]

    def ganti_atasan() -> str:
        Pegawai.objects.filter(pk=orang.pk).update(atasan=d.rekan.pegawai_id)
        nilai(
            siklus=d.siklus,
            isian=[isian[0]._replace(rating_hasil=ATAS, umpan_balik="Ya.")],
            actor=d.rekan,
            at=SAAT,
        )
        return "rekan"

    def lama() -> str:
        nilai(siklus=d.siklus, isian=isian, actor=d.penilai, at=SAAT)
        return "penilai"

    hasil = berlomba(kode_atau_hasil(lama), kode_atau_hasil(ganti_atasan))
    assert set(hasil) <= {"rekan", "penilai", "bukan_atasan", "penilaian_hilang", "versi_lama"}
    assert Penilaian.objects.filter(pegawai=orang).count() == 1
