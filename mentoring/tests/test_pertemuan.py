"""Meetings: one logs, the other confirms, JP follow the second yes and share the room of the month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from mentoring.enums import CaraBertemu, SebabBeda, StatusPasangan, StatusPertemuan
from mentoring.models import CatatanBersama, Pasangan, Pertemuan
from mentoring.services.catatan import read_shared
from mentoring.services.pertemuan import (
    IsiPertemuan,
    cancel_meeting,
    confirm_meeting,
    dispute_meeting,
    log_meeting,
    plan_meeting,
)
from mentoring.tests.pabrik import PasanganPabrik
from mentoring.tests.pabrik_hidup import HARI, SAAT, PertemuanPabrik
from pegawai.enums import BentukPengembangan
from pegawai.models import PengembanganKompetensi, Pengguna
from pegawai.rules.pengakuan_jp import Kegiatan
from pegawai.services.jp import credit_activity
from pegawai.tests.pabrik import PengembanganPabrik, PenggunaPabrik
from pegawai.tests.pabrik_kompetensi import KompetensiTeknisPabrik

pytestmark = pytest.mark.django_db
S = StatusPertemuan
ISI = IsiPertemuan(HARI, CaraBertemu.WHATSAPP, 30)


class Berdua:
    """A running pair with the accounts of both."""

    def __init__(self) -> None:
        self.pasangan: Pasangan = PasanganPabrik()
        self.mentee: Pengguna = PenggunaPabrik(pegawai=self.pasangan.mentee)
        self.mentor: Pengguna = PenggunaPabrik(pegawai=self.pasangan.mentor_pegawai)

    def catat(self, oleh: Pengguna, **ganti: Any) -> Pertemuan:
        kunci = ganti.pop("kunci", uuid4())
        return log_meeting(
            pasangan_id=self.pasangan.pk, isi=ISI._replace(**ganti), kunci=kunci, actor=oleh, at=SAAT
        )


def konfirmasi(p: Pertemuan, oleh: Pengguna) -> Pertemuan:
    return confirm_meeting(pertemuan_id=p.pk, versi=p.versi, actor=oleh, at=SAAT)


@pytest.fixture
def dua() -> Berdua:
    return Berdua()


@pytest.mark.parametrize(("pencatat", "penjawab"), [("mentee", "mentor"), ("mentor", "mentee")])
def test_either_logs_and_the_other_confirms(dua: Berdua, pencatat: str, penjawab: str) -> None:
    p = dua.catat(getattr(dua, pencatat))
    assert p.status == S.MENUNGGU
    assert not PengembanganKompetensi.objects.exists()
    jadi = konfirmasi(p, getattr(dua, penjawab))
    assert (jadi.status, jadi.jp) == (S.TERJADI, 2)
    baris = PengembanganKompetensi.objects.get()
    assert (baris.pegawai_id, baris.bentuk, baris.jp) == (
        dua.pasangan.mentee_id,
        BentukPengembangan.MENTORING,
        2,
    )
    assert baris.tanggal_selesai == HARI


def test_nobody_confirms_their_own(dua: Berdua) -> None:
    p = dua.catat(dua.mentee)
    with pytest.raises(DomainError) as salah:
        konfirmasi(p, dua.mentee)
    assert salah.value.kode == "pertemuan_sendiri"


def test_a_second_press_changes_nothing(dua: Berdua) -> None:
    kunci = uuid4()
    p = dua.catat(dua.mentee, kunci=kunci, catatan="Sudah dibahas")
    assert dua.catat(dua.mentee, kunci=kunci, catatan="Sudah dibahas").pk == p.pk
    konfirmasi(p, dua.mentor)
    assert konfirmasi(p, dua.mentor).jp == 2
    assert PengembanganKompetensi.objects.count() == CatatanBersama.objects.count() == 1
    with pytest.raises(Bentrok):
        dua.catat(dua.mentee, kunci=kunci, menit=45)
    with pytest.raises(Bentrok):
        dua.catat(dua.mentee, kunci=kunci, catatan="Ditambah sesudah kembali")


def test_a_third_session_of_the_month_is_a_meeting_without_jp(dua: Berdua) -> None:
    jp = [konfirmasi(dua.catat(dua.mentor, pada=date(2026, 11, n)), dua.mentee).jp for n in (10, 17, 24)]
    assert jp == [2, 2, 0]
    assert PengembanganKompetensi.objects.count() == 2
    assert konfirmasi(dua.catat(dua.mentor, pada=date(2026, 10, 30)), dua.mentee).jp == 2


def test_own_reports_and_sessions_share_the_room_of_one_month(dua: Berdua) -> None:
    """Whoever came first: an accepted report takes room from sessions, and sessions from a report."""
    PengembanganPabrik(
        pegawai=dua.pasangan.mentee,
        bentuk=BentukPengembangan.MENTORING,
        jp=2,
        tanggal_selesai=date(2026, 11, 2),
    )
    assert konfirmasi(dua.catat(dua.mentor, pada=date(2026, 11, 10)), dua.mentee).jp == 2
    assert konfirmasi(dua.catat(dua.mentor, pada=date(2026, 11, 17)), dua.mentee).jp == 0
    lapor = Kegiatan(BentukPengembangan.MENTORING, date(2026, 11, 20), date(2026, 11, 20), 4)
    hasil = credit_activity(pegawai_id=dua.pasangan.mentee_id, kegiatan=lapor, aturan=aturan_per(HARI))
    assert hasil.jp == 0


def test_a_day_has_one_meeting_and_the_other_is_told_to_confirm(dua: Berdua) -> None:
    dua.catat(dua.mentor)
    with pytest.raises(DomainError) as salah:
        dua.catat(dua.mentee)
    assert salah.value.kode == "pertemuan_sudah_ada"
    assert "konfirmasi" in salah.value.kalimat


def test_who_remembers_differently_says_what_and_the_first_logs_anew(dua: Berdua) -> None:
    p = dua.catat(dua.mentor)
    beda = {"pertemuan_id": p.pk, "versi": p.versi, "sebab": SebabBeda.LAMA, "at": SAAT}
    with pytest.raises(DomainError):
        dispute_meeting(**beda, actor=dua.mentor)
    assert dispute_meeting(**beda, actor=dua.mentee).status == S.TIDAK_COCOK
    assert dispute_meeting(**beda, actor=dua.mentee).sebab_beda == SebabBeda.LAMA
    baru = dua.catat(dua.mentor, menit=60)
    assert konfirmasi(baru, dua.mentee).menit == 60


def test_a_stale_page_is_told(dua: Berdua) -> None:
    p = dua.catat(dua.mentor)
    cancel_meeting(pertemuan_id=p.pk, versi=p.versi, actor=dua.mentor)
    assert cancel_meeting(pertemuan_id=p.pk, versi=p.versi, actor=dua.mentor).status == S.BATAL
    with pytest.raises(Bentrok):
        konfirmasi(p, dua.mentee)


def test_only_who_logged_takes_it_back(dua: Berdua) -> None:
    p = dua.catat(dua.mentor)
    with pytest.raises(Bentrok):
        cancel_meeting(pertemuan_id=p.pk, versi=p.versi, actor=dua.mentee)


def test_the_next_meeting_is_one_and_becomes_the_meeting_that_took_place(dua: Berdua) -> None:
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "kanal": CaraBertemu.TELEPON, "at": SAAT}
    satu = plan_meeting(pada=HARI, pukul=None, versi=0, actor=dua.mentee, **isi)
    dua_kali = plan_meeting(pada=HARI, pukul=None, versi=0, actor=dua.mentor, **isi)
    with pytest.raises(Bentrok):
        plan_meeting(pada=HARI + timedelta(days=1), pukul=None, versi=0, actor=dua.mentor, **isi)
    assert (satu.pk, satu.versi) == (dua_kali.pk, dua_kali.versi)
    jadi = dua.catat(dua.mentor, berikutnya=HARI + timedelta(days=14))
    assert jadi.pk == satu.pk
    assert jadi.versi > satu.versi
    rencana = Pertemuan.objects.get(status=S.DIRENCANAKAN)
    assert rencana.pada == HARI + timedelta(days=14)
    with pytest.raises(DomainError):
        plan_meeting(pada=HARI - timedelta(days=1), pukul=None, versi=rencana.versi, actor=dua.mentee, **isi)


def test_strangers_find_nothing(dua: Berdua) -> None:
    asing = Berdua().mentee
    p = dua.catat(dua.mentor)
    for kerja in (
        lambda: dua.catat(asing),
        lambda: konfirmasi(p, asing),
        lambda: cancel_meeting(pertemuan_id=p.pk, versi=p.versi, actor=asing),
    ):
        with pytest.raises(TidakDitemukan):
            kerja()


def test_an_ended_pair_logs_nothing_and_what_waits_is_still_confirmed(dua: Berdua) -> None:
    p = PertemuanPabrik(pasangan=dua.pasangan)
    Pasangan.objects.filter(pk=dua.pasangan.pk).update(status=StatusPasangan.SELESAI, selesai=HARI)
    with pytest.raises(DomainError) as salah:
        dua.catat(dua.mentor)
    assert salah.value.kode == "pasangan_berakhir"
    assert konfirmasi(p, dua.mentee).jp == 2


def test_a_note_that_was_added_on_the_way_back_is_kept(dua: Berdua) -> None:
    kunci = uuid4()
    p = dua.catat(dua.mentee, kunci=kunci)
    assert dua.catat(dua.mentee, kunci=kunci, catatan="Tadi terlupa").pk == p.pk
    (catatan,) = read_shared(pengguna=dua.mentor, pasangan_id=dua.pasangan.pk)
    assert catatan.isi == "Tadi terlupa"


def test_the_ledger_names_a_technical_competency(dua: Berdua) -> None:
    teknis = KompetensiTeknisPabrik(nama="Audit keuangan " + "x" * 180)
    Pasangan.objects.filter(pk=dua.pasangan.pk).update(kompetensi="", teknis=teknis)
    konfirmasi(dua.catat(dua.mentor), dua.mentee)
    baris = PengembanganKompetensi.objects.get()
    assert baris.nama.startswith("Mentoring Audit keuangan")
    assert baris.nama.endswith(f"(pasangan nomor {dua.pasangan.pk})")
    baris.full_clean()
