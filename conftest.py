"""Shared by every test: one hypothesis profile, a clean cache, no upload left behind."""

import gc
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db.models.signals import post_migrate
from hypothesis import settings as hypothesis_settings

# A shared machine is slow now and then; a slow example is not a wrong one. The gate draws the same examples
# every time; `pytest --hypothesis-profile acak` looks for new ones.
hypothesis_settings.register_profile("asn", deadline=None, print_blob=True, derandomize=True)
hypothesis_settings.register_profile("acak", deadline=None, print_blob=True)
hypothesis_settings.load_profile("asn")

# One browser for the walks of every app: a fixture imported into two files would be two.
pytest_plugins = ["asn_karier.tests.chromium"]

#: Pages of the HR desk, of the portal and of a leader, papers, and filters taken out of our own code one by
#: one: slow by their kind, and no database changes what they find.
HALAMAN = re.compile(
    r"test_(admin.*|.*_halaman|.*_views_atasan|hasil|portal|beranda_.*|tim(_.*)?|penilaian_(bahan|tim)|refleksi"
    r"|agenda|akun_baru|bagian(_keberatan)?|bantuan|foto_ulang|keberatan_(hr|putus)|pengaman|realisasi_bukti|sesi"
    r"|umpan_360_meja|yang_dihitung|dokumen_skp|laporan|laporan_usul|lembar_saya|salinan|coba_hitung"
    r"|hitung_ulang_formulir|penjelasan|peringatan|catatan_putusan|syarat.*|uji|penyaring|lubang_.*)\.py"
)
#: Whole journeys of a file or a proposal, properties over thousands of people, cases by the hundred.
LAIN = re.compile(
    r"test_(umpan_360_rahasia|zona_waktu|siasn_ekspor|berkas_38.*|impor_(kp|kembali.*)|penyesuaian"
    r"|(usul|putusan)_bersama|selisih(_talenta)?|fakta_cara_baca|kalkulator|kamus_.*|keadaan|pemeriksaan"
    r"|rules_terbaca|rules_topik.*|.*_sifat|.*_eksak)\.py"
)

#: The day of every test, so that none of them passes in one month and fails in the next: from noon in Jakarta
#: on, as long as the run takes. Real workers are other processes and have the clock of the machine.
SAAT_UJI = datetime(2026, 11, 30, 5, tzinfo=UTC)

#: Fixtures that open the database without the mark of pytest-django.
BASIS = {"db", "transactional_db", "django_db_setup"}


def pytest_configure() -> None:
    """Rights come from `Peran` alone; without Django's own rows a test that commits cleans up faster."""
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A run without the slow ones does not even read their files."""
    if "not lambat" in config.option.markexpr and _lambat(collection_path.name):
        return True
    return None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Tests by the thousand are read with the collector of garbage at rest, and not looked through again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow by their kind; tests that commit and empty every table; pages; and what needs a database."""
    for item in items:
        basis = item.get_closest_marker("django_db")
        if basis is not None or BASIS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.basis)
        berkomit = basis is not None and basis.kwargs.get("transaction", False)
        if berkomit or _lambat(item.path.name):
            item.add_marker(pytest.mark.lambat)
        if HALAMAN.fullmatch(item.path.name) and not berkomit:
            item.add_marker(pytest.mark.halaman)


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Iterator[object]:
    """Under every fixture of whatever scope: a world that travels to a day of its own travels on top."""
    from asn_karier.tests.jam_uji import satu_jam  # models are read once Django is set up

    if session.config.option.markexpr == "layanan":
        return (yield)
    with satu_jam(SAAT_UJI):
        return (yield)


def _lambat(berkas: str) -> bool:
    return bool(HALAMAN.fullmatch(berkas) or LAIN.fullmatch(berkas))


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    """Rate limits live in the cache: the logins of one test must not lock out the next."""
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def _no_uploads_left() -> Iterator[None]:
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
