"""Real servers, real processes. `.ci/run` names them in ASN_DATABASE_URL and ASN_REDIS_URL.

ASN_UJI_ORANG: how many people (2,000 unless named). ASN_UJI_PG_RESTART: a shell command that restarts
the PostgreSQL server of this run; only a run that owns the server names it.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import redis
from django.conf import settings
from django.db import connection, connections
from django.db.utils import InterfaceError, OperationalError

from asn_karier.lib.models import Outbox
from karier.enums import StatusPotongan, StatusRun
from karier.models import (
    HasilEvaluasi,
    KeputusanRekomendasi,
    PeringatanKenaikan,
    Potongan,
    Rekomendasi,
    RunEvaluasi,
)
from karier.services import evaluasi
from karier.tests.bantu import jalankan, mulai
from karier.tests.layanan.orang import PER, buat_orang
from pegawai.models import Instansi

BANYAK = int(os.environ.get("ASN_UJI_ORANG", "2000"))
UKURAN = 50
PERINTAH = (
    f"{sys.executable} -m celery -A asn_karier worker --include karier.tests.layanan.pekerja"
    " --pool prefork --concurrency 1"
).split()


@pytest.fixture(scope="session")
def instansi(django_test_environment: None, django_db_blocker: Any) -> Iterator[Instansi]:
    """A database of its own that other processes may open, and the people of all these tests."""
    assert connection.vendor == "postgresql", "isi ASN_DATABASE_URL dengan alamat PostgreSQL"
    assert settings.ASN_REDIS_URL, "isi ASN_REDIS_URL dengan alamat Redis"
    asal = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"layanan_{asal}"
    with django_db_blocker.unblock():
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        yield buat_orang(BANYAK)
        connections.close_all()
        connection.creation.destroy_test_db(asal, verbosity=0)


@pytest.fixture(scope="session")
def digest_tenang(instansi: Instansi) -> str:
    """The digest of a run that nobody disturbed."""
    run = jalankan(instansi, PER)
    assert run.status == StatusRun.SELESAI
    return run.digest


@pytest.fixture
def bersih(digest_tenang: str) -> None:
    """Nothing of an earlier run, nor of what its worker still had to do when it was killed."""
    Outbox.objects.all().delete()
    KeputusanRekomendasi.objects.all().delete()
    Rekomendasi.objects.all().delete()
    PeringatanKenaikan.objects.all().delete()
    HasilEvaluasi.objects.all()._raw_delete("default")
    RunEvaluasi.objects.all().delete()


@pytest.fixture
def perantara() -> redis.Redis:
    klien = redis.Redis.from_url(settings.ASN_REDIS_URL)
    klien.flushdb()
    return klien


@pytest.fixture
def tanda(tmp_path: Path) -> Path:
    return tmp_path / "mati"


@pytest.fixture
def pekerja(bersih: None, tanda: Path, perantara: redis.Redis) -> Iterator[Callable[..., Any]]:
    """Start real worker processes over a clean slate; all of them are gone at the end."""
    proses: list[subprocess.Popen[bytes]] = []

    def jalankan_pekerja(banyak: int = 2, *, titik: str = "", lambat: float = 0.0) -> list[Any]:
        lingkungan = os.environ | {
            "DJANGO_SETTINGS_MODULE": "asn_karier.settings.test",
            "ASN_DATABASE_URL": alamat_uji(),
            "ASN_PERAN_PROSES": "worker",
            "ASN_UJI_TITIK": titik,
            "ASN_UJI_TANDA": str(tanda),
            "ASN_UJI_LAMBAT": str(lambat),
        }
        baru = [
            subprocess.Popen(
                [*PERINTAH, "--hostname", f"uji{len(proses) + i}@%h"],
                env=lingkungan,
                start_new_session=True,
            )
            for i in range(banyak)
        ]
        proses.extend(baru)
        return baru

    yield jalankan_pekerja
    for satu in proses:
        bunuh(satu)


def alamat_uji() -> str:
    """The address of the test database for another process."""
    s = connection.settings_dict
    sandi = f":{s['PASSWORD']}" if s["PASSWORD"] else ""
    return f"postgres://{s['USER']}{sandi}@{s['HOST']}:{s['PORT'] or 5432}/{s['NAME']}"


def bunuh(proses: "subprocess.Popen[bytes]") -> None:
    """SIGKILL to the worker and its children."""
    with suppress(ProcessLookupError):
        os.killpg(proses.pid, signal.SIGKILL)
    proses.wait()


@pytest.fixture
def run_baru(bersih: None, instansi: Instansi, monkeypatch: pytest.MonkeyPatch) -> Callable[[], RunEvaluasi]:
    """Start a run in many small Potongan over a clean slate."""
    monkeypatch.setattr(evaluasi, "ukuran_potongan", lambda _: UKURAN)
    return lambda: mulai(instansi, PER)


def tunggu(syarat: Callable[[], bool], detik: float = 90.0) -> None:
    """Poll until it holds; a database that is away meanwhile is waited for."""
    batas = time.monotonic() + detik
    while time.monotonic() < batas:
        try:
            if syarat():
                return
        except (OperationalError, InterfaceError):
            connections.close_all()
        time.sleep(0.05)
    raise AssertionError(f"tidak terjadi dalam {detik} detik")


def di_tengah(run: RunEvaluasi) -> bool:
    """Some Potongan are done and some wait."""
    status = list(run.potongan.values_list("status", flat=True))
    return StatusPotongan.SELESAI in status and StatusPotongan.ANTRE in status


def selesai(run: RunEvaluasi) -> bool:
    run.refresh_from_db()
    return run.status != StatusRun.BERJALAN


def sisa(run: RunEvaluasi) -> int:
    return Potongan.objects.filter(run=run, status=StatusPotongan.ANTRE).count()
