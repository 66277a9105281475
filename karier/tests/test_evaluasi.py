"""A run from start to close, on whatever database the suite runs."""

import json
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.syarat import Status
from karier.enums import StatusRun
from karier.kamus import jelaskan
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.services import evaluasi
from karier.services.evaluasi import (
    bagi,
    finish_run,
    kerjakan_dan_tutup,
    kerjakan_menunggu,
    start_run,
    ukuran_potongan,
)
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

    assert mulai(instansi) == mulai(instansi)


def test_a_run_of_another_date_waits_for_the_running_one() -> None:
    instansi = instansi_kecil()
    mulai(instansi, date(2026, 12, 1))

    with pytest.raises(DomainError, match="Perhitungan per 1 Desember 2026 masih berjalan"):
        mulai(instansi)


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


@pytest.mark.parametrize(("banyak", "ukuran"), [(3, 500), (7_500, 750), (10_000, 1000), (100_000, 1000)])
def test_size_of_a_potongan_on_sqlite(banyak: int, ukuran: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluasi, "is_postgres", lambda: False)
    assert ukuran_potongan(banyak) == ukuran


@pytest.mark.parametrize(
    ("banyak", "ukuran"), [(3, 500), (20_000, 2000), (100_000, 10_000), (5_000_000, 10_000)]
)
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


def test_the_command_says_whether_it_was_a_simulation() -> None:
    instansi_kecil()
    hari_ini = datetime.now(ZoneInfo("Asia/Jakarta")).date()

    for per, simulasi in ((hari_ini - timedelta(days=300), True), (hari_ini, False)):
        isi = keluaran("--instansi", "batanghari", "--per", per.isoformat(), "--tunggu")
        assert (isi["keadaan"], isi["simulasi"]) == ("selesai", simulasi)


def test_whether_it_is_a_simulation_does_not_change_the_digest() -> None:
    instansi = instansi_kecil()
    asli = jalankan(instansi)
    simulasi = start_run(instansi=instansi, per_tanggal=PER, actor=None, at=SAAT + timedelta(days=100))
    while kerjakan_menunggu(simulasi.pk):
        pass

    simulasi.refresh_from_db()
    assert (simulasi.simulasi, simulasi.digest) == (True, asli.digest)


def test_an_account_without_a_role_cannot_start_a_run() -> None:
    with pytest.raises(TidakDitemukan):
        start_run(instansi=instansi_kecil(), per_tanggal=PER, actor=PenggunaPabrik(), at=SAAT)
