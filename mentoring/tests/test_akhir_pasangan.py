"""Goals, notes, pulse, ending well, thanks, papers, kind words of HR, and what is told of all this."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from mentoring import facts
from mentoring.enums import Isyarat, JenisSurat, Kemajuan, Rasa, SebabAkhir, StatusPasangan, StatusSasaran
from mentoring.models import CatatanBersama, CatatanPribadi, Pasangan, ProfilMentor
from mentoring.reports.hidup import by_unit, ended, ended_rows, pulse_summary, running, running_rows, silent
from mentoring.reports.surat import paper_data
from mentoring.services.akhiri import end_pair, read_thanks, thank_mentor
from mentoring.services.catatan import add_private, add_shared, delete_note, read_private, read_shared
from mentoring.services.denyut import answer_pulse
from mentoring.services.sapaan import greet_pair
from mentoring.services.sapu_catatan import erase_old_notes
from mentoring.services.sasaran import IsiSasaran, agree_goal, move_goal, propose_goal
from mentoring.services.surat import issue_paper, own_paper
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from mentoring.tests.pabrik_hidup import HARI, SAAT, CatatanBersamaPabrik, PertemuanPabrik, SasaranPabrik
from mentoring.tests.test_pertemuan import Berdua
from pegawai.enums import KompetensiMansoskul
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik

pytestmark = pytest.mark.django_db
SASARAN = IsiSasaran(KompetensiMansoskul.KOMUNIKASI, "Memimpin rapat", date(2027, 3, 31))


@pytest.fixture
def dua() -> Berdua:
    return Berdua()


def akhiri(dua: Berdua, sebab: SebabAkhir, oleh: str = "mentee") -> Pasangan:
    return end_pair(pasangan_id=dua.pasangan.pk, sebab=sebab, actor=getattr(dua, oleh), at=SAAT)


# -- goals ------------------------------------------------------------------------------------------


def test_a_goal_counts_once_the_other_has_agreed_and_moves_to_its_end(dua: Berdua) -> None:
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "isi": SASARAN, "kunci": uuid4(), "at": SAAT}
    s = propose_goal(actor=dua.mentee, **isi)
    assert propose_goal(actor=dua.mentee, **isi).pk == s.pk
    assert "Memimpin" not in s.sandi
    with pytest.raises(DomainError):
        agree_goal(sasaran_id=s.pk, versi=s.versi, actor=dua.mentee, at=SAAT)
    with pytest.raises(Bentrok):
        move_goal(sasaran_id=s.pk, versi=s.versi, kemajuan=Kemajuan.SEPARUH, actor=dua.mentee)
    s = agree_goal(sasaran_id=s.pk, versi=s.versi, actor=dua.mentor, at=SAAT)
    assert agree_goal(sasaran_id=s.pk, versi=0, actor=dua.mentor, at=SAAT).versi == s.versi
    s = move_goal(sasaran_id=s.pk, versi=s.versi, kemajuan=Kemajuan.SEPARUH, actor=dua.mentee)
    with pytest.raises(Bentrok):
        move_goal(sasaran_id=s.pk, versi=s.versi - 1, kemajuan=Kemajuan.HAMPIR, actor=dua.mentor)
    s = move_goal(sasaran_id=s.pk, versi=s.versi, kemajuan=Kemajuan.TERCAPAI, actor=dua.mentor)
    assert s.status == StatusSasaran.TERCAPAI


def test_a_goal_that_nobody_works_on_any_more_is_let_go(dua: Berdua) -> None:
    s = SasaranPabrik(pasangan=dua.pasangan)
    assert (
        move_goal(sasaran_id=s.pk, versi=1, kemajuan=None, actor=dua.mentee).status == StatusSasaran.DILEPAS
    )


def test_five_open_goals_are_enough(dua: Berdua) -> None:
    SasaranPabrik.create_batch(5, pasangan=dua.pasangan)
    with pytest.raises(DomainError) as salah:
        propose_goal(pasangan_id=dua.pasangan.pk, isi=SASARAN, kunci=uuid4(), actor=dua.mentee, at=SAAT)
    assert salah.value.kode == "sasaran_penuh"


# -- notes ------------------------------------------------------------------------------------------


def test_shared_notes_have_two_readers_and_private_ones_have_one(dua: Berdua) -> None:
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "at": SAAT}
    add_shared(isi="Untuk berdua", kunci=uuid4(), actor=dua.mentee, **isi)
    add_private(isi="Untuk saya", kunci=uuid4(), actor=dua.mentor, **isi)
    baca = {"pasangan_id": dua.pasangan.pk}
    for akun, bersama, pribadi in (
        (dua.mentee, ["Untuk berdua"], []),
        (dua.mentor, ["Untuk berdua"], ["Untuk saya"]),
        (PenggunaPabrik(pegawai=PegawaiPabrik()), [], []),
        (hr_dari(dua.pasangan.mentee.instansi), [], []),
        (PenggunaPabrik(is_superuser=True, is_staff=True), [], []),
    ):
        assert [c.isi for c in read_shared(pengguna=akun, **baca)] == bersama
        assert [c.isi for c in read_private(pengguna=akun, **baca)] == pribadi


def test_only_the_writer_removes_a_note(dua: Berdua) -> None:
    c = CatatanBersamaPabrik(pasangan=dua.pasangan)
    with pytest.raises(TidakDitemukan):
        delete_note(catatan_id=c.pk, pribadi=False, actor=dua.mentor)
    assert delete_note(catatan_id=c.pk, pribadi=False, actor=dua.mentee) == dua.pasangan.pk


def test_the_same_page_writes_one_note_and_other_words_are_told(dua: Berdua) -> None:
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "kunci": uuid4(), "actor": dua.mentee, "at": SAAT}
    assert add_private(isi="Satu", **isi).pk == add_private(isi="Satu ", **isi).pk
    with pytest.raises(Bentrok):
        add_private(isi="Dua", **isi)
    for kosong in ("  ", "x" * 2001):
        with pytest.raises(DomainError):
            add_private(isi=kosong, **isi | {"kunci": uuid4()})


def test_notes_of_an_ended_pair_are_read_for_a_year_and_then_erased(dua: Berdua) -> None:
    CatatanBersamaPabrik(pasangan=dua.pasangan)
    lain = CatatanBersamaPabrik()
    akhiri(dua, SebabAkhir.MASA_SELESAI)
    assert len(read_shared(pengguna=dua.mentor, pasangan_id=dua.pasangan.pk)) == 1
    with pytest.raises(DomainError):
        add_shared(pasangan_id=dua.pasangan.pk, isi="Lagi", kunci=uuid4(), actor=dua.mentee, at=SAAT)
    assert erase_old_notes(per=HARI + timedelta(days=365)) == 0
    assert erase_old_notes(per=HARI + timedelta(days=366)) == 1
    assert list(CatatanBersama.objects.all()) == [lain]
    assert not CatatanPribadi.objects.exists()


# -- the end ----------------------------------------------------------------------------------------


def test_finished_needs_goals_met_and_frees_the_place(dua: Berdua) -> None:
    ProfilMentor.objects.filter(pk=dua.pasangan.mentor_id).update(kapasitas=1)
    s = SasaranPabrik(pasangan=dua.pasangan, berjalan=True)
    with pytest.raises(DomainError) as salah:
        akhiri(dua, SebabAkhir.SASARAN_TERCAPAI)
    assert salah.value.kode == "sasaran_belum"
    assert not ProfilMentor.objects.tersedia().filter(pk=dua.pasangan.mentor_id).exists()
    move_goal(sasaran_id=s.pk, versi=1, kemajuan=Kemajuan.TERCAPAI, actor=dua.mentor)
    jadi = akhiri(dua, SebabAkhir.SASARAN_TERCAPAI)
    assert (jadi.status, jadi.selesai) == (StatusPasangan.SELESAI, HARI)
    assert ProfilMentor.objects.tersedia().filter(pk=dua.pasangan.mentor_id).exists()
    assert akhiri(dua, SebabAkhir.WAKTU_SULIT, "mentor").status == StatusPasangan.SELESAI


@pytest.mark.parametrize("oleh", ["mentee", "mentor"])
def test_either_ends_kindly_early_and_plans_are_called_off(dua: Berdua, oleh: str) -> None:
    rencana = PertemuanPabrik(pasangan=dua.pasangan, rencana=True)
    assert akhiri(dua, SebabAkhir.WAKTU_SULIT, oleh).status == StatusPasangan.TIDAK_BERLANJUT
    rencana.refresh_from_db()
    assert rencana.status == "batal"


def test_the_level_at_the_start_and_at_the_end_are_kept(dua: Berdua) -> None:
    orang = dua.pasangan.mentee
    AsesmenPabrik(pegawai=orang, tanggal=date(2026, 8, 1), komunikasi=2)
    AsesmenPabrik(pegawai=orang, tanggal=date(2026, 11, 1), komunikasi=3)
    akhir = akhiri(dua, SebabAkhir.MASA_SELESAI).akhir
    assert (akhir.level_awal, akhir.level_akhir) == (2, 3)


def test_mentor_aktif_is_told_while_a_pair_runs_and_no_longer(dua: Berdua) -> None:
    PertemuanPabrik(pasangan=dua.pasangan, terjadi=True)
    PertemuanPabrik(pasangan=dua.pasangan, pada=date(2026, 11, 25))
    sejak = HARI - timedelta(days=90)
    assert facts.mentor_aktif().get()["pegawai_id"] == dua.pasangan.mentee_id
    assert facts.membimbing().get() == {"pegawai_id": dua.pasangan.mentor_pegawai_id, "dibimbing": 1}
    assert facts.pertemuan_terjadi(sejak, HARI).get()["pertemuan"] == 1
    assert not facts.pertemuan_terjadi(HARI, HARI).exists()
    akhiri(dua, SebabAkhir.MASA_SELESAI)
    assert not facts.mentor_aktif().exists()
    assert not facts.membimbing().exists()
    assert facts.diubah_pada(SAAT - timedelta(days=1), dua.pasangan.mentee.instansi_id).exists()


def test_the_mentee_thanks_once_and_the_mentor_reads(dua: Berdua) -> None:
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "dihitung": True, "kunci": uuid4(), "at": SAAT}
    with pytest.raises(DomainError):
        thank_mentor(isi="Terima kasih", actor=dua.mentee, **isi)
    akhiri(dua, SebabAkhir.MASA_SELESAI)
    with pytest.raises(DomainError):
        thank_mentor(isi="Terima kasih", actor=dua.mentor, **isi)
    satu = thank_mentor(isi="Terima kasih", actor=dua.mentee, **isi)
    assert thank_mentor(isi="Terima kasih", actor=dua.mentee, **isi).pk == satu.pk
    with pytest.raises(Bentrok):
        thank_mentor(isi="Lain", actor=dua.mentee, **isi)
    terima = read_thanks(pengguna=dua.mentor, pasangan_id=dua.pasangan.pk, at=SAAT)
    assert terima is not None
    assert terima.isi == "Terima kasih"
    hr = hr_dari(dua.pasangan.mentee.instansi)
    assert read_thanks(pengguna=hr, pasangan_id=dua.pasangan.pk, at=SAAT) is None
    (baris,) = ended_rows(list(ended(hr).select_related("akhir")))
    assert baris.terima_kasih


# -- papers -----------------------------------------------------------------------------------------


def test_the_letter_of_a_mentor_is_for_the_mentor_and_names_no_jp(dua: Berdua) -> None:
    PertemuanPabrik(pasangan=dua.pasangan, terjadi=True)
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "jenis": JenisSurat.KETERANGAN, "at": SAAT}
    with pytest.raises(DomainError):
        issue_paper(actor=dua.mentee, **isi)
    surat = issue_paper(actor=dua.mentor, **isi)
    assert surat.jp == 0
    assert own_paper(pengguna=dua.mentor, nomor=surat.nomor) == surat
    with pytest.raises(TidakDitemukan):
        own_paper(pengguna=dua.mentee, nomor=surat.nomor)


def test_a_paper_lists_the_meetings_that_it_was_signed_for(dua: Berdua) -> None:
    dari = {"pasangan": dua.pasangan, "terjadi": True}
    PertemuanPabrik(pada=date(2026, 11, 5), **dari)
    PertemuanPabrik(pada=date(2026, 11, 12), **dari)
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "jenis": JenisSurat.KELANGSUNGAN, "at": SAAT}
    surat = issue_paper(actor=dua.mentee, **isi)
    # Held before the others, and confirmed after the paper was signed.
    PertemuanPabrik(pada=date(2026, 11, 3), menit=90, dijawab_pada=SAAT + timedelta(hours=1), **dari)
    data = paper_data(surat, alamat="https://contoh.go.id/")
    assert [baris[1] for baris in data["tabel"]] == ["5 November 2026", "12 November 2026"]


# -- what HR reads ----------------------------------------------------------------------------------


def test_hr_reads_signals_and_greets_kindly(dua: Berdua) -> None:
    hr = hr_dari(dua.pasangan.mentee.instansi)
    PertemuanPabrik(pasangan=dua.pasangan, terjadi=True, pada=HARI - timedelta(days=40))
    denyut = {"pasangan_id": dua.pasangan.pk, "berguna": Rasa.YA, "mudah": Rasa.BELUM, "at": SAAT}
    answer_pulse(actor=dua.mentee, minta_disapa=True, **denyut)
    (baris,) = running_rows(list(running(hr, per=HARI)), per=HARI)
    assert baris.isyarat == (Isyarat.MINTA_DISAPA, Isyarat.TANPA_PERTEMUAN, Isyarat.TANPA_SASARAN)
    assert (baris.diam, baris.pertemuan, baris.keduanya) == (40, 1, False)
    answer_pulse(actor=dua.mentee, minta_disapa=False, **denyut)
    answer_pulse(actor=dua.mentor, minta_disapa=False, **denyut)
    (baris,) = running_rows(list(running(hr, per=HARI)), per=HARI)
    assert baris.keduanya
    assert Isyarat.MINTA_DISAPA not in baris.isyarat
    assert [p.pk for p in silent(hr, per=HARI)] == [dua.pasangan.pk]
    assert not silent(hr_dari(InstansiPabrik(kode="nabire")), per=HARI).exists()
    assert pulse_summary(hr, per=HARI) is None
    sapa: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "actor": hr, "at": SAAT}
    assert greet_pair(pesan="Apa kabar?", **sapa).pk == greet_pair(pesan="Apa kabar?", **sapa).pk
    with pytest.raises(DomainError):
        greet_pair(pesan="Kapan bertemu?", **sapa)


def test_hr_does_not_greet_their_own_pair_nor_one_outside_the_scope(dua: Berdua) -> None:
    instansi = dua.pasangan.mentee.instansi
    PeranPabrik(pengguna=dua.mentor, instansi=instansi)
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "pesan": "Apa kabar?", "at": SAAT}
    with pytest.raises(TidakBoleh):
        greet_pair(actor=dua.mentor, **isi)
    with pytest.raises(TidakDitemukan):
        greet_pair(actor=hr_dari(InstansiPabrik(kode="nabire")), **isi)


def test_numbers_of_small_units_are_told_together_or_not_at_all(dua: Berdua) -> None:
    instansi = dua.pasangan.mentee.instansi
    hr = hr_dari(instansi)
    terbuka = by_unit(hr, per=HARI)
    assert (terbuka.sendiri, terbuka.gabungan, terbuka.ditahan) == ([], None, True)
    for _ in range(5):
        p = PasanganPabrik(mentee__instansi=instansi, mentor=ProfilMentorPabrik(pegawai__instansi=instansi))
        answer_pulse(
            pasangan_id=p.pk,
            berguna=Rasa.YA,
            mudah=Rasa.CUKUP,
            minta_disapa=False,
            actor=PenggunaPabrik(pegawai=p.mentee),
            at=SAAT,
        )
    assert by_unit(hr, per=HARI).sendiri[0].orang == 6
    # Not before the month is over: next to who answered, a number that moves would tell the answer.
    assert pulse_summary(hr, per=HARI) is None
    assert pulse_summary(hr, per=date(2026, 12, 1)) == (5, 5, 0)
