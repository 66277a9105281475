"""The feed of changes: every writer is heard, nobody is missed, nobody hears of what is not theirs."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.db import is_postgres, lepas_pemicu, pasang_pemicu, pemicu_terdaftar
from asn_karier.lib.tests.lomba import bersamaan
from pegawai.enums import CakupanApi, JenisPerubahan, KedudukanHukum
from pegawai.models import Pegawai, Perubahan, RiwayatPangkat, UnitKerja
from pegawai.reports.perubahan import (
    MASA_KURSOR,
    MASA_SIMPAN,
    Posisi,
    pilih_perubahan,
    posisi_kini,
)
from pegawai.services.sapu_klien import sweep_clients
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    RiwayatPangkatPabrik,
    UnitKerjaPabrik,
)
from pegawai.tests.pabrik_klien import Program, klien_baru, token_untuk

pytestmark = pytest.mark.django_db
ALAMAT = "/api/v1/perubahan"


class Pendengar:
    """A program that keeps a copy."""

    def __init__(
        self, orang: Pegawai, cakupan: set[str] | None = None, unit: UnitKerja | None = None
    ) -> None:
        self.program = Program(klien_baru(orang.instansi, unit=unit).klien, cakupan)
        self.kursor = self.program.get(ALAMAT).json()["kursor"]

    def dengar(self, **isian: Any) -> list[tuple[str, str | None, bool]]:
        hasil: list[tuple[str, str | None, bool]] = []
        while True:
            isi = self.program.get(ALAMAT, {"sejak": self.kursor, **isian}).json()
            hasil += [(b["jenis"], b["pegawai"], b["dihapus"]) for b in isi["data"]]
            self.kursor = isi["kursor"]
            if not isi["masih_ada"]:
                return hasil


def test_every_trigger_stands_in_the_database_and_comes_back_after_a_migration() -> None:
    sql = (
        "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pmc%'"
        if is_postgres()
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )

    def terpasang() -> set[str]:
        with connection.cursor() as kursor:
            kursor.execute(sql)
            return {nama for (nama,) in kursor.fetchall()}

    assert terpasang() == set(pemicu_terdaftar())
    lepas_pemicu()
    assert is_postgres() or terpasang() == set()
    pasang_pemicu()
    assert terpasang() == set(pemicu_terdaftar())


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL shows changes after commit only")
class TestIsi:
    """What the feed says; one writer, so everything that was written is there at once."""

    def test_new_changed_and_deleted_are_heard_however_they_were_written(self) -> None:
        orang = PegawaiPabrik(pelaksana=True)
        telinga, p = Pendengar(orang), str(orang.publik)
        assert telinga.dengar() == []
        Pegawai.objects.filter(pk=orang.pk).update(nama="Nama Baru")
        RiwayatPangkat.objects.bulk_create(
            [RiwayatPangkatPabrik.build(pegawai=orang, tmt=timezone.localdate())]
        )
        assert telinga.dengar() == [("pegawai", p, False), ("riwayat_pangkat", p, False)]
        RiwayatPangkat.objects.filter(pegawai=orang).delete()
        assert telinga.dengar() == [("riwayat_pangkat", p, True)] * 2
        baru = PegawaiPabrik(instansi=orang.instansi)
        Pegawai.objects.filter(pk=baru.pk).delete()
        # Made and gone again: the last word counts.
        assert telinga.dengar() == [("pegawai", str(baru.publik), True)]

    def test_what_is_in_no_answer_is_no_change(self) -> None:
        orang = PegawaiPabrik()
        telinga = Pendengar(orang)
        Pegawai.objects.filter(pk=orang.pk).update(no_hp="0812", nik_indeks="x", versi=9, nama=orang.nama)
        assert telinga.dengar() == []

    def test_a_penalty_is_no_word_to_who_may_not_read_it(self) -> None:
        orang = PegawaiPabrik()
        penuh, tanpa = Pendengar(orang), Pendengar(orang, {"pegawai:baca", "perubahan:baca"})
        Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
        HukumanDisiplinPabrik(pegawai=orang)
        assert {j for j, _, _ in penuh.dengar()} == {"disiplin"}
        assert tanpa.dengar() == []
        Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum=KedudukanHukum.CLTN)
        assert [j for j, _, _ in tanpa.dengar()] == ["pegawai"]

    def test_whoever_leaves_the_scope_leaves_a_tombstone_there(self) -> None:
        dari = UnitKerjaPabrik()
        ke = UnitKerjaPabrik(instansi=dari.instansi)
        orang = PegawaiPabrik(instansi=dari.instansi, unit=dari)
        lama, baru, semua = (Pendengar(orang, unit=dari), Pendengar(orang, unit=ke), Pendengar(orang))
        Pegawai.objects.filter(pk=orang.pk).update(unit=ke)
        p = str(orang.publik)
        assert lama.dengar() == [("pegawai", p, True)]
        assert baru.dengar() == semua.dengar() == [("pegawai", p, False)]
        Pegawai.objects.filter(pk=orang.pk).update(nama="Lain")
        assert lama.dengar() == []

    def test_another_instansi_hears_nothing(self) -> None:
        orang, asing = PegawaiPabrik(), PegawaiPabrik(instansi=InstansiPabrik())
        telinga = Pendengar(asing)
        Pegawai.objects.filter(pk=orang.pk).update(nama="Lain")
        UnitKerjaPabrik(instansi=orang.instansi)
        assert telinga.dengar() == []

    def test_pages_of_one_row_tell_the_same_as_one_page(self) -> None:
        orang = PegawaiPabrik()
        satu, semua = Pendengar(orang), Pendengar(orang)
        for _ in range(4):
            PegawaiPabrik(pelaksana=True, instansi=orang.instansi)
        assert satu.dengar(batas=1) == semua.dengar()


def test_a_cursor_of_another_program_is_refused_and_an_old_one_is_told_to_begin_anew(
    time_machine: Any,
) -> None:
    orang = PegawaiPabrik()
    a, b = Pendengar(orang), Pendengar(orang)
    assert b.program.get(ALAMAT, {"sejak": a.kursor}).json()["kode"] == "kursor_salah"
    assert a.program.get(ALAMAT, {"sejak": a.kursor}).status_code == 200
    token_baru = a.program.klien
    time_machine.move_to(timezone.now() + MASA_KURSOR * 1.05)
    jawaban = Program(token_baru).get(ALAMAT, {"sejak": a.kursor})
    assert (jawaban.status_code, jawaban.json()["kode"]) == (410, "kursor_kedaluwarsa")


def test_old_rows_are_swept_after_any_cursor_that_could_ask_for_them() -> None:
    assert MASA_SIMPAN > MASA_KURSOR
    token_untuk(klien_baru(PegawaiPabrik().instansi).klien)
    banyak = Perubahan.objects.count()
    assert banyak > 0
    assert sweep_clients(at=timezone.now()) == 0
    assert sweep_clients(at=timezone.now() + MASA_SIMPAN * 1.1) == banyak + 1


@bersamaan
def test_a_change_that_is_numbered_early_and_committed_late_is_not_missed() -> None:
    """The race: the slow writer takes its number first; a reader who went by numbers would pass it by."""
    lambat, cepat = PegawaiPabrik(), PegawaiPabrik()
    Pegawai.objects.filter(pk=cepat.pk).update(instansi=lambat.instansi)
    akun = klien_baru(lambat.instansi).klien.user
    awal = posisi_kini()
    ditulis, boleh = threading.Event(), threading.Event()

    def tulis_lambat() -> None:
        try:
            with transaction.atomic():
                Pegawai.objects.filter(pk=lambat.pk).update(nama="Lambat")
                ditulis.set()
                boleh.wait(20)
        finally:
            connections.close_all()

    penulis = threading.Thread(target=tulis_lambat)
    penulis.start()
    assert ditulis.wait(20)
    Pegawai.objects.filter(pk=cepat.pk).update(nama="Cepat")

    def baca(sesudah: Posisi) -> list[Perubahan]:
        return list(
            pilih_perubahan(akun, instansi_id=lambat.instansi_id, jenis=list(JenisPerubahan), sesudah=sesudah)
        )

    # By numbers alone (the control): the fast one is seen, and its number lies behind the slow one.
    terlihat = Perubahan.objects.filter(instansi=lambat.instansi, id__gt=0).order_by("-id").first()
    assert terlihat is not None
    assert terlihat.publik == cepat.publik
    assert baca(awal) == []
    boleh.set()
    penulis.join(20)
    sesudah = Perubahan.objects.filter(instansi=lambat.instansi, id__gt=terlihat.pk)
    assert lambat.publik not in sesudah.values_list("publik", flat=True)
    assert {p.publik for p in baca(awal)} == {lambat.publik, cepat.publik}


def test_the_scope_of_the_feed_is_its_own() -> None:
    orang = PegawaiPabrik()
    tanpa = Program(klien_baru(orang.instansi).klien, {c.value for c in CakupanApi} - {"perubahan:baca"})
    assert tanpa.get(reverse("api_perubahan")).status_code == 403
