"""A run from start to close, on whatever database the suite runs."""

import json
import threading
from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections

from asn_karier.lib.db import tutup_koneksi_kedua
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.syarat import Status
from karier.enums import StatusPotongan, StatusRun
from karier.kamus import jelaskan
from karier.models import HasilEvaluasi, PercobaanPotongan, Potongan, RunEvaluasi
from karier.services import evaluasi, potongan
from karier.services.evaluasi import bagi, finish_run, kerjakan_dan_tutup, start_run, ukuran_potongan
from karier.services.fakta import Kumpulan
from karier.services.hasil import digest_tersimpan, hasil_satu, hasil_tersimpan, hitung_satu
from karier.services.potongan import antrean, process_potongan
from karier.tests.bantu import PER, SAAT, TMT, instansi_kecil, jalankan, memenuhi, mulai
from pegawai.enums import TingkatPendidikan
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatPendidikanPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db(transaction=True)


def jalankan_per(instansi: Any, ukuran: int, monkeypatch: pytest.MonkeyPatch, **urutan: bool) -> RunEvaluasi:
    """A run in chunks of `ukuran`; `terbalik` does the last one first."""
    monkeypatch.setattr(evaluasi, "ukuran_potongan", lambda _: ukuran)
    run = mulai(instansi)
    nomor = list(run.potongan.order_by("awal").values_list("pk", flat=True))
    for pk in reversed(nomor) if urutan.get("terbalik") else nomor:
        assert process_potongan(pk)
    assert finish_run(run.pk)
    run.refresh_from_db()
    return run


def test_a_run_judges_everyone_once_and_the_counts_add_up() -> None:
    instansi = instansi_kecil(3)
    PegawaiPabrik(instansi__kode="nabire")

    run = jalankan(instansi)

    assert run.status == StatusRun.SELESAI
    assert run.ringkasan["status"] == {
        "tidak_berlaku": 3,
        "memenuhi": 3,
        "perlu_verifikasi": 3,
        "belum": 3,
    }
    milik = Pegawai.objects.filter(instansi=instansi).values_list("pk", flat=True)
    assert sorted(HasilEvaluasi.objects.filter(run=run).values_list("pegawai_id", flat=True)) == sorted(milik)
    assert run.jumlah_pegawai == 12


def test_the_first_unmet_requirement_is_counted_most_frequent_first() -> None:
    run = jalankan(instansi_kecil(2))

    assert run.ringkasan["alasan"] == [
        {"kode": "angka_kredit", "status": "belum", "jumlah": 2, "satu_satunya": 2},
        {"kode": "data_jabatan", "status": "perlu_verifikasi", "jumlah": 2, "satu_satunya": 0},
    ]


def test_a_run_pins_its_date_its_target_and_its_rules() -> None:
    run = mulai(instansi_kecil())

    assert (run.per_tanggal, run.tmt_sasaran) == (PER, TMT)
    assert run.versi_aturan["kenaikan_pangkat"].keys() == {"berlaku_mulai", "sha256"}


@pytest.mark.parametrize(("ukuran", "terbalik"), [(1, False), (3, False), (5, True)])
def test_the_digest_does_not_depend_on_chunks_or_their_order(
    ukuran: int, terbalik: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    instansi = instansi_kecil(2)
    satu = jalankan(instansi)

    banyak = jalankan_per(instansi, ukuran, monkeypatch, terbalik=terbalik)

    assert banyak.potongan.count() == -(-8 // ukuran)
    assert banyak.digest == satu.digest


def test_the_digest_of_the_stored_rows_is_the_digest_of_the_run() -> None:
    run = jalankan(instansi_kecil(2))

    assert digest_tersimpan(run.pk) == run.digest


def test_the_digest_changes_with_one_fact_of_one_person() -> None:
    instansi = instansi_kecil()
    sebelum = jalankan(instansi)
    Pegawai.objects.filter(instansi=instansi).first().riwayat_pangkat.update(golongan=9)

    assert jalankan(instansi).digest != sebelum.digest


def test_a_second_run_over_unchanged_inputs_gives_the_same_digest() -> None:
    instansi = instansi_kecil(2)

    pertama, kedua = jalankan(instansi), jalankan(instansi)

    assert (kedua.nomor, kedua.digest) == (2, pertama.digest)


def test_starting_twice_returns_the_running_run() -> None:
    instansi = instansi_kecil()

    assert mulai(instansi) == mulai(instansi, date(2026, 12, 1))


def test_nobody_to_evaluate_is_said() -> None:
    with pytest.raises(DomainError, match="belum mempunyai pegawai"):
        mulai(InstansiPabrik())


def test_hr_of_the_instansi_may_start_and_another_may_not() -> None:
    instansi = instansi_kecil()
    lain = hr_dari(InstansiPabrik(kode="nabire"))

    with pytest.raises(TidakDitemukan):
        start_run(instansi=instansi, per_tanggal=PER, actor=lain, at=SAAT)
    petugas = hr_dari(instansi)
    assert start_run(instansi=instansi, per_tanggal=PER, actor=petugas, at=SAAT).dimulai_oleh == petugas


@pytest.mark.parametrize(
    ("banyak", "ukuran"), [(3, 500), (20_000, 500), (30_000, 750), (40_000, 1000), (100_000, 1000)]
)
def test_size_of_a_potongan_on_sqlite(banyak: int, ukuran: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluasi, "is_postgres", lambda: False)
    assert ukuran_potongan(banyak) == ukuran


@pytest.mark.parametrize(("banyak", "ukuran"), [(3, 500), (100_000, 2500), (5_000_000, 25_000)])
def test_size_of_a_potongan_on_postgresql(banyak: int, ukuran: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluasi, "is_postgres", lambda: True)
    assert ukuran_potongan(banyak) == ukuran


def test_ranges_hold_every_id_once() -> None:
    ids = np.array([2, 3, 7, 11, 12], dtype=np.int64)

    assert bagi(ids, 2) == [(2, 6), (7, 11), (12, 12)]


def test_a_potongan_that_is_done_is_not_done_again() -> None:
    run = mulai(instansi_kecil())
    pk = run.potongan.get().pk

    assert [process_potongan(pk), process_potongan(pk)] == [True, False]


# -- claiming ---------------------------------------------------------------------------------


def berlomba(pekerjaan: Callable[[], Any], banyak: int = 2) -> list[Any]:
    """`pekerjaan` in several threads that begin together; each has its own connection."""
    palang, hasil = threading.Barrier(banyak), []

    def jalan() -> None:
        try:
            palang.wait()
            hasil.append(pekerjaan())
        finally:
            tutup_koneksi_kedua()
            connections.close_all()

    utas = [threading.Thread(target=jalan) for _ in range(banyak)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return hasil


@pytest.fixture
def dihitung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a Potongan was really computed."""
    catatan: list[int] = []
    asli = potongan.simpan

    def simpan(run_id: int, h: Any, **rentang: int) -> int:
        catatan.append(len(h))
        return asli(run_id, h, **rentang)

    monkeypatch.setattr(potongan, "simpan", simpan)
    return catatan


def test_without_the_claim_two_workers_both_compute(
    dihitung: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The race is real: this is what the claim prevents."""
    monkeypatch.setattr(potongan, "klaim", lambda *_: True)
    monkeypatch.setattr(potongan, "_tahan", lambda menunggu: menunggu)
    pk = mulai(instansi_kecil()).potongan.get().pk
    # Both found the Potongan waiting a moment ago; nobody looks again.
    monkeypatch.setattr(potongan, "_menunggu", Potongan.objects.all)

    def kerja() -> bool:
        try:
            return process_potongan(pk)
        except OperationalError:
            return True  # PostgreSQL notices the collision only after both computed

    berlomba(kerja)

    assert len(dihitung) == 2


def test_with_the_claim_only_one_worker_computes(dihitung: list[int]) -> None:
    pk = mulai(instansi_kecil()).potongan.get().pk

    hasil = berlomba(lambda: process_potongan(pk))

    assert sorted(hasil) == [False, True]
    assert len(dihitung) == 1


def test_of_many_that_finish_together_one_closes_the_run() -> None:
    run = mulai(instansi_kecil())
    process_potongan(run.potongan.get().pk)

    hasil = berlomba(lambda: finish_run(run.pk), banyak=4)

    assert sorted(hasil) == [False, False, False, True]


def test_two_starts_at_once_make_one_run() -> None:
    instansi = instansi_kecil()

    hasil = berlomba(lambda: mulai(instansi).pk)

    assert len(set(hasil)) == 1
    assert RunEvaluasi.objects.count() == 1


def test_a_run_is_not_closed_while_a_potongan_waits() -> None:
    run = mulai(instansi_kecil())

    assert finish_run(run.pk) is False


# -- poison -----------------------------------------------------------------------------------


@pytest.fixture
def beracun(monkeypatch: pytest.MonkeyPatch) -> Callable[[Pegawai, BaseException], None]:
    """Make the facts of one person raise."""
    asli = potongan.kumpulkan

    def pasang(orang: Pegawai, galat: BaseException) -> None:
        def kumpulkan(ids: Any, **lain: Any) -> Kumpulan:
            if orang.pk in ids:
                raise galat
            return asli(ids, **lain)

        monkeypatch.setattr(potongan, "kumpulkan", kumpulkan)

    return pasang


def test_one_poison_person_is_quarantined_alone_and_everyone_else_is_computed(beracun: Any) -> None:
    instansi = instansi_kecil(3)
    sakit = memenuhi()
    beracun(sakit, OverflowError("golongan: 198501012010032001"))

    run = jalankan(instansi)

    karantina = run.potongan.get(status=StatusPotongan.KARANTINA)
    assert (run.status, run.ringkasan["karantina"]) == (StatusRun.SELESAI_DENGAN_KARANTINA, 1)
    assert karantina.awal <= sakit.pk <= karantina.akhir
    assert karantina.alasan == "OverflowError: golongan: [disamarkan]"
    assert HasilEvaluasi.objects.filter(run=run).count() == 12
    assert sum(run.ringkasan["status"].values()) + run.ringkasan["karantina"] == run.jumlah_pegawai


def test_a_person_is_quarantined_only_after_three_counted_attempts(beracun: Any) -> None:
    orang = memenuhi()
    beracun(orang, ValueError("rusak"))
    pk = mulai(orang.instansi).potongan.get().pk

    for _ in range(3):
        process_potongan(pk)
    assert Potongan.objects.get(pk=pk).status == StatusPotongan.ANTRE
    process_potongan(pk)

    assert Potongan.objects.get(pk=pk).status == StatusPotongan.KARANTINA
    assert PercobaanPotongan.objects.filter(potongan=pk, dihitung=True).count() == 3


@pytest.mark.parametrize("galat", [OperationalError("server closed"), SystemExit(), KeyboardInterrupt()])
def test_a_lost_connection_or_a_shutdown_does_not_count(beracun: Any, galat: BaseException) -> None:
    orang = memenuhi()
    beracun(orang, galat)
    pk = mulai(orang.instansi).potongan.get().pk

    for _ in range(5):
        with pytest.raises(type(galat)):
            process_potongan(pk)

    assert Potongan.objects.get(pk=pk).status == StatusPotongan.ANTRE
    assert list(PercobaanPotongan.objects.values_list("dihitung", flat=True)) == [False] * 5


def test_a_fault_that_hits_everyone_does_not_halve_for_hours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    instansi = instansi_kecil(3)
    monkeypatch.setattr(potongan, "BATAS_KARANTINA", 2)

    def rusak(*_: Any, **__: Any) -> None:
        raise TypeError("salah program")

    monkeypatch.setattr(potongan, "hitung", rusak)
    run = jalankan(instansi)

    assert run.ringkasan["karantina"] == run.jumlah_pegawai == 12
    assert run.potongan.filter(status=StatusPotongan.KARANTINA).count() < 6


def test_a_failed_attempt_leaves_no_row_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    run = mulai(instansi_kecil())

    def rusak(**_: Any) -> None:
        raise ValueError("sesudah hasil ditulis")

    monkeypatch.setattr(potongan, "selaraskan", rusak)
    process_potongan(run.potongan.get().pk)

    assert not HasilEvaluasi.objects.filter(run=run).exists()


# -- what changed meanwhile -------------------------------------------------------------------


def test_closing_names_the_people_whose_records_changed_after_they_were_read() -> None:
    instansi = instansi_kecil(2)
    run = mulai(instansi)
    process_potongan(run.potongan.get().pk)
    diubah = Pegawai.objects.filter(instansi=instansi).first()
    RiwayatPendidikanPabrik(pegawai=diubah, tingkat=TingkatPendidikan.S2)
    PegawaiPabrik(instansi=instansi)

    finish_run(run.pk)

    run.refresh_from_db()
    assert run.ringkasan["berubah"] == {"jumlah": 1, "pegawai": [diubah.pk], "baru": 1, "cakupan": False}


# -- doors ------------------------------------------------------------------------------------


def test_one_message_does_the_whole_queue_and_closes_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluasi, "ukuran_potongan", lambda _: 2)
    run = mulai(instansi_kecil(2))

    kerjakan_dan_tutup(antrean(1)[0])

    run.refresh_from_db()
    assert run.status == StatusRun.SELESAI


def test_one_person_now_says_the_same_as_the_run(django_assert_max_num_queries: Any) -> None:
    instansi = instansi_kecil()
    run = jalankan(instansi)

    for baris in HasilEvaluasi.objects.filter(run=run):
        with django_assert_max_num_queries(10):
            h = hitung_satu(Pegawai(pk=baris.pegawai_id), per_tanggal=PER)
        assert hasil_satu(h) == hasil_tersimpan(baris, run)


def test_a_stored_outcome_is_explained_in_sentences() -> None:
    run = jalankan(memenuhi().instansi)
    baris = HasilEvaluasi.objects.get(run=run)

    syarat = jelaskan(hasil_tersimpan(baris, run))

    assert {s.status for s in syarat if s.mengikat} <= set(Status)
    assert all(s.judul for s in syarat)


def keluaran(*argumen: str) -> dict[str, Any]:
    aliran = StringIO()
    call_command("evaluasi", *argumen, stdout=aliran)
    baris = aliran.getvalue().splitlines()
    assert len(baris) == 1
    isi: dict[str, Any] = json.loads(baris[0])
    return isi


def test_the_command_prints_one_line_of_json() -> None:
    instansi_kecil(2)

    isi = keluaran("--instansi", "batanghari", "--per", "2026-11-21", "--tunggu")

    assert {k: isi[k] for k in ("memenuhi", "belum", "perlu_verifikasi", "tidak_berlaku", "karantina")} == {
        "memenuhi": 2,
        "belum": 2,
        "perlu_verifikasi": 2,
        "tidak_berlaku": 2,
        "karantina": 0,
    }
    assert (isi["per"], isi["tmt"], len(isi["digest"])) == ("2026-11-21", "2027-01-01", 32)


def test_the_command_without_waiting_leaves_the_work_to_the_workers() -> None:
    instansi_kecil()

    assert keluaran("--instansi", "batanghari", "--per", "2026-11-21")["keadaan"] == "berjalan"


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--instansi", "entah", "--per", "2026-11-21"), "belum ada"),
        (("--instansi", "batanghari", "--per", "21-11-2026"), "tahun-bulan-hari"),
        (("--instansi", "batanghari", "--per", "1990-01-01"), "aturan"),
    ],
)
def test_the_command_refuses_with_one_clear_message(argumen: tuple[str, ...], pesan: str) -> None:
    instansi_kecil()

    with pytest.raises(CommandError, match=pesan):
        keluaran(*argumen)


def test_an_account_without_a_role_cannot_start_a_run() -> None:
    with pytest.raises(TidakDitemukan):
        start_run(instansi=instansi_kecil(), per_tanggal=PER, actor=PenggunaPabrik(), at=SAAT)
