"""Nothing lost, nothing doubled: real workers, killed; Redis, emptied; PostgreSQL, cut off and restarted."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from celery import current_app
from django.db import connection, connections
from django.db.models import Count

from karier.enums import StatusPotongan, StatusRun
from karier.models import HasilEvaluasi, PercobaanPotongan, Rekomendasi, RunEvaluasi
from karier.services.evaluasi import TUGAS
from karier.services.hasil import digest_tersimpan
from karier.tests.layanan.conftest import BANYAK, bunuh, di_tengah, selesai, sisa, tunggu

pytestmark = pytest.mark.layanan

PG_RESTART = os.environ.get("ASN_UJI_PG_RESTART", "")


def saksi(run: RunEvaluasi, digest: str) -> None:
    """The witness: everyone once, nobody else, nothing open, the digest of the undisturbed run."""
    run.refresh_from_db()
    hasil = HasilEvaluasi.objects.filter(run=run)
    assert run.status == StatusRun.SELESAI
    assert (run.jumlah_pegawai, hasil.count()) == (BANYAK, BANYAK)
    assert sum(run.ringkasan["status"].values()) == BANYAK
    assert run.digest == digest_tersimpan(run.pk) == digest
    assert not run.potongan.exclude(status=StatusPotongan.SELESAI).exists()
    dobel = Rekomendasi.objects.values("pegawai", "jenis").annotate(n=Count("pk")).filter(n__gt=1)
    assert not dobel.exists()
    assert Rekomendasi.objects.filter(jenis="kenaikan_pangkat").count() == run.ringkasan["status"]["memenuhi"]


def test_two_workers_give_the_digest_of_one_process(pekerja: Any, run_baru: Any, digest_tenang: str) -> None:
    pekerja(2)
    run = run_baru()

    tunggu(lambda: selesai(run))

    saksi(run, digest_tenang)


def test_sqlite_gives_the_same_digest(digest_tenang: str, tmp_path: Path) -> None:
    keluar = subprocess.run(
        [sys.executable, "-m", "karier.tests.layanan.digest", str(BANYAK)],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "asn_karier.settings.dev",
            "ASN_VAR_DIR": str(tmp_path),
            "ASN_DATABASE_URL": "",
            "ASN_REDIS_URL": "",
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert keluar.stdout.strip() == digest_tenang


@pytest.mark.parametrize("titik", ["klaim", "hitung", "tulis", "simpan"])
def test_kill_minus_nine_of_the_process_at_work(
    titik: str, pekerja: Any, run_baru: Any, tanda: Path, digest_tenang: str
) -> None:
    """After the claim, before the rows, after the rows before the commit, after the commit."""
    tanda.touch()
    pekerja(2, titik=titik)
    run = run_baru()

    tunggu(lambda: selesai(run))

    assert not tanda.exists(), "tidak ada proses yang mati"
    saksi(run, digest_tenang)


def test_kill_minus_nine_of_a_whole_worker_in_the_middle(
    pekerja: Any, run_baru: Any, digest_tenang: str
) -> None:
    pertama, _ = pekerja(2, lambat=0.1)
    run = run_baru()
    tunggu(lambda: di_tengah(run))

    bunuh(pertama)
    tunggu(lambda: selesai(run))

    saksi(run, digest_tenang)


def test_redis_emptied_again_and_again(
    pekerja: Any, run_baru: Any, perantara: Any, digest_tenang: str
) -> None:
    pekerja(2, lambat=0.1)
    run = run_baru()
    tunggu(lambda: di_tengah(run))

    def kosongkan() -> bool:
        perantara.flushdb()
        return selesai(run)

    tunggu(kosongkan)

    saksi(run, digest_tenang)


def test_every_hint_lost_before_any_worker_lives(
    pekerja: Any, run_baru: Any, perantara: Any, digest_tenang: str
) -> None:
    run = run_baru()
    perantara.flushdb()
    pekerja(1)

    tunggu(lambda: selesai(run))

    saksi(run, digest_tenang)


def test_a_hundred_copies_of_every_hint_do_nothing_twice(
    pekerja: Any, run_baru: Any, digest_tenang: str
) -> None:
    run = run_baru()
    for pk in run.potongan.values_list("pk", flat=True)[:10]:
        for _ in range(100):
            current_app.send_task(TUGAS, kwargs={"pk": pk})
    pekerja(2)

    tunggu(lambda: selesai(run))

    saksi(run, digest_tenang)
    assert PercobaanPotongan.objects.filter(potongan__run=run).count() == run.potongan.count()


def putuskan_sambungan() -> None:
    """Cut every connection to this database but our own."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def mulai_ulang() -> None:
    """Restart the server the hard way."""
    connections.close_all()
    subprocess.run(PG_RESTART, shell=True, check=True)  # noqa: S602


GANGGUAN = [putuskan_sambungan, *([mulai_ulang] if PG_RESTART else [])]


@pytest.mark.parametrize("ganggu", GANGGUAN, ids=lambda f: f.__name__)
def test_postgresql_goes_away_in_the_middle(
    ganggu: Any, pekerja: Any, run_baru: Any, digest_tenang: str
) -> None:
    pekerja(2, lambat=0.1)
    run = run_baru()
    tunggu(lambda: di_tengah(run))

    ganggu()
    tunggu(lambda: selesai(run))

    saksi(run, digest_tenang)
    assert sisa(run) == 0
