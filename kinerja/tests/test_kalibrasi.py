"""Calibration proposes; the rating is changed by its pejabat penilai alone, with a reason, before the day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Outbox
from kinerja.enums import (
    JawabanKalibrasi,
    Rating,
    StatusPenilaian,
)
from kinerja.models import KonversiAngkaKredit, Penilaian, SesiKalibrasi, UsulKalibrasi
from kinerja.services.kalibrasi import UsulRating, answer, close_session, open_session, propose, withdraw
from kinerja.services.lembar_kalibrasi import compare, session_sheet
from kinerja.services.pengumuman import announce
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai, ubah_terkirim
from kinerja.services.siklus import close_siklus
from kinerja.tests.dunia_kalibrasi import Dunia
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.enums import KedudukanHukum
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


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


def test_hr_takes_back_a_proposal_that_nobody_can_answer_any_more_by_the_page(d: Dunia) -> None:
    """The session is over and the leader retired: the announcement must not wait for ever."""
    sesi = d.buka()
    usul = d.usulkan(sesi)
    close_session(sesi=sesi, catatan="", actor=d.hr, at=SAAT)
    d.penilai.pegawai.kedudukan_hukum = KedudukanHukum.MASA_PERSIAPAN_PENSIUN
    d.penilai.pegawai.save()
    client = Client()
    client.force_login(d.hr)
    url = reverse("admin:kinerja_kalibrasi_usul", args=[sesi.pk, usul.penilaian_id])
    lembar = client.get(reverse("admin:kinerja_sesikalibrasi_change", args=[sesi.pk])).content.decode()
    assert f'action="{url}"' in lembar
    assert client.post(url, {"tarik": usul.pk}, follow=True).status_code == 200
    assert not UsulKalibrasi.objects.exists()
    assert announce(siklus=d.siklus, actor=d.hr, at=SAAT) == 2


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
    penilai, kurang = compare(d.siklus, pengguna=d.hr)
    assert [(p.nama, p.banyak) for p in penilai] == [(banyak.nama_gelar, 5)]
    assert kurang == 1
