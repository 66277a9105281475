"""One Potongan: claimed by one worker, poison found by halving, nothing half written."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError

from asn_karier.lib.db import sekarang
from asn_karier.lib.tests.lomba import berlomba
from karier.enums import StatusPotongan, StatusRun
from karier.models import HasilEvaluasi, PercobaanPotongan, Potongan, RunEvaluasi
from karier.services import evaluasi, potongan
from karier.services.evaluasi import (
    TENGGANG,
    SapuanEvaluasi,
    finish_run,
    kerjakan_dan_tutup,
    kerjakan_menunggu,
)
from karier.services.fakta import Kumpulan
from karier.services.keadaan import last_run
from karier.services.potongan import process_potongan
from karier.tests.bantu import instansi_kecil, jalankan, memenuhi, mulai
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db(transaction=True)
SEDETIK = timedelta(seconds=1)


# -- claiming ---------------------------------------------------------------------------------


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

    berlomba(kerja, kerja)

    assert len(dihitung) == 2


def test_with_the_claim_only_one_worker_computes(dihitung: list[int]) -> None:
    pk = mulai(instansi_kecil()).potongan.get().pk

    hasil = berlomba(*[lambda: process_potongan(pk)] * 2)

    assert sorted(hasil) == [False, True]
    assert len(dihitung) == 1


def test_of_many_that_finish_together_one_closes_the_run() -> None:
    run = mulai(instansi_kecil())
    process_potongan(run.potongan.get().pk)

    hasil = berlomba(*[lambda: finish_run(run.pk)] * 4)

    assert sorted(hasil) == [False, False, False, True]


def test_two_starts_at_once_make_one_run() -> None:
    instansi = instansi_kecil()

    hasil = berlomba(*[lambda: mulai(instansi).pk] * 2)

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


# -- rule files that are gone -------------------------------------------------------------------


def ganti_aturan(run: RunEvaluasi) -> None:
    """The files that the run pinned are replaced by a new release."""
    run.versi_aturan["kenaikan_pangkat"]["sha256"] = "0" * 64
    run.save()


@pytest.mark.parametrize(
    "penutup",
    [
        lambda run: kerjakan_dan_tutup(run.potongan.get().pk),
        lambda run: SapuanEvaluasi().close_finished(),
        lambda run: kerjakan_menunggu(run.pk),
    ],
    ids=["a message", "the sweeper", "the command"],
)
def test_a_run_whose_rule_files_are_gone_is_cancelled_with_that_sentence(penutup: Any) -> None:
    run = mulai(instansi_kecil())
    RunEvaluasi.objects.update(dibuat_pada=sekarang() - TENGGANG - SEDETIK)
    run.refresh_from_db()
    ganti_aturan(run)

    penutup(run)

    run.refresh_from_db()
    assert run.status == StatusRun.DIBATALKAN
    assert "tidak sama dengan yang dipakai saat perhitungan" in run.alasan
    assert run.selesai_pada is not None
    assert not HasilEvaluasi.objects.exists()


@pytest.mark.parametrize("maju", [False, True], ids=["just started", "others get on with it"])
def test_a_worker_of_the_previous_version_leaves_a_run_of_the_next_one_alone(maju: bool) -> None:
    run = mulai(instansi_kecil())
    RunEvaluasi.objects.update(dibuat_pada=sekarang() - (2 * TENGGANG if maju else SEDETIK))
    if maju:
        Potongan.objects.create(
            run=run, awal=0, akhir=0, status=StatusPotongan.SELESAI, selesai_pada=sekarang()
        )
    run.refresh_from_db()
    ganti_aturan(run)

    SapuanEvaluasi().close_finished()

    run.refresh_from_db()
    assert run.status == StatusRun.BERJALAN


def test_small_and_large_runs_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluasi, "ukuran_potongan", lambda _: 1)
    besar = mulai(instansi_kecil(2))
    kecil = mulai(memenuhi(instansi__kode="nabire").instansi)

    giliran = [Potongan.objects.get(pk=pk).run_id for pk in potongan.antrean(4)]

    assert giliran == [besar.pk, kecil.pk, besar.pk, besar.pk]


def test_after_a_cancelled_run_another_starts_and_ends() -> None:
    instansi = instansi_kecil()
    batal = mulai(instansi)
    ganti_aturan(batal)

    baru = jalankan(instansi)

    batal.refresh_from_db()
    assert (batal.status, baru.status, baru.nomor) == (StatusRun.DIBATALKAN, StatusRun.SELESAI, 2)
    assert last_run(instansi.pk) == baru


def test_a_run_without_its_rule_files_does_not_hold_up_another_instansi() -> None:
    macet = mulai(instansi_kecil())
    ganti_aturan(macet)
    lain = mulai(memenuhi(instansi__kode="nabire").instansi)

    kerjakan_dan_tutup(macet.potongan.get().pk)

    lain.refresh_from_db()
    assert lain.status == StatusRun.SELESAI


def test_a_run_that_has_computed_everything_is_closed_as_usual_without_its_rule_files() -> None:
    run = mulai(instansi_kecil())
    process_potongan(run.potongan.get().pk)
    ganti_aturan(run)

    assert finish_run(run.pk)

    run.refresh_from_db()
    assert run.status == StatusRun.SELESAI
