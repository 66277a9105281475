"""Shared by every test: one hypothesis profile, a clean cache, no upload left behind."""

import re
import shutil
from collections.abc import Iterator

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

#: Slow by their kind: pages of the HR desk, properties over thousands of people, cases by the hundred.
LAMBAT = re.compile(
    r"test_(admin.*|berkas_38.*|coba_hitung|kalkulator|kamus_.*|keadaan|laporan|lembar_saya|pemeriksaan|rules_terbaca"
    r"|rules_topik.*|syarat.*|.*_sifat)\.py"
)

#: Fixtures that open the database without the mark of pytest-django.
BASIS = {"db", "transactional_db", "django_db_setup"}


def pytest_configure() -> None:
    """Rights come from `Peran` alone; without Django's own rows a test that commits cleans up faster."""
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow by their kind; tests that commit and empty every table; and those that need a database."""
    for item in items:
        basis = item.get_closest_marker("django_db")
        if basis is not None or BASIS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.basis)
        berkomit = basis is not None and basis.kwargs.get("transaction", False)
        if berkomit or LAMBAT.fullmatch(item.path.name):
            item.add_marker(pytest.mark.lambat)


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    """Rate limits live in the cache: the logins of one test must not lock out the next."""
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def _no_uploads_left() -> Iterator[None]:
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
