"""Settings: a missing or wrong variable is a clear message, and every environment says what it must."""

import json
import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ImproperlyConfigured

from asn_karier import checks
from asn_karier.celery import app
from asn_karier.lib.hashers import Argon2Hasher
from asn_karier.settings import env
from asn_karier.settings.log import LineFormatter

pytestmark = pytest.mark.lambat  # most start a process
PROD_ENV = {
    "DJANGO_SETTINGS_MODULE": "asn_karier.settings.prod",
    "ASN_SECRET_KEY": "rahasia-uji-yang-cukup-panjang-" * 2,
    "ASN_ALLOWED_HOSTS": "karier.example.go.id",
    "ASN_DATABASE_URL": "postgres://asn:asn@localhost/asn",
    "ASN_REDIS_URL": "redis://localhost:6379/0",
    "ASN_NIK_KEYS": Fernet.generate_key().decode(),
    "ASN_NIK_INDEX_KEY": "indeks-uji-yang-cukup-panjang-" * 2,
    "ASN_SERTIFIKAT_KUNCI": Fernet.generate_key().decode(),
}


def load_settings(variables: dict[str, str], expression: str) -> subprocess.CompletedProcess[str]:
    """Print `expression` over fresh settings in a process that sees only `variables`."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ASN_")}
    return subprocess.run(
        [sys.executable, "-c", f"from django.conf import settings; print({expression})"],
        env=clean | variables,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def variable(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the variable that the readers under test read."""
    return lambda value: monkeypatch.setenv("ASN_UJI", value)


def test_a_missing_variable_is_named_in_the_message(monkeypatch):
    monkeypatch.delenv("ASN_UJI", raising=False)
    with pytest.raises(ImproperlyConfigured, match="ASN_UJI belum diisi"):
        env.read_text("ASN_UJI")


@pytest.mark.parametrize(
    ("read", "value", "message"),
    [
        (lambda: env.read_bool("ASN_UJI", False), "mungkin", "ya atau tidak"),
        (lambda: env.read_int("ASN_UJI", 3), "tiga", "bilangan bulat, misalnya 3"),
        (lambda: env.read_choice("ASN_UJI", "web", ("web", "worker")), "tukang", "web, worker"),
        (lambda: env.read_secret("ASN_UJI"), "pendek", r"terlalu pendek \(6 karakter, perlu 50\)"),
        (lambda: env.read_fernet_keys("ASN_UJI"), "bukan-kunci", "Kunci ke-1 di ASN_UJI bukan kunci Fernet"),
        (lambda: env.read_fernet_keys("ASN_UJI"), ",", "belum memuat kunci"),
    ],
)
def test_a_wrong_value_is_refused_with_what_to_do(variable, read, value, message):
    variable(value)
    with pytest.raises(ImproperlyConfigured, match=message):
        read()


def test_a_secret_never_appears_in_its_own_error(variable):
    variable("rahasia-pendek")
    with pytest.raises(ImproperlyConfigured) as error:
        env.read_secret("ASN_UJI")
    assert "rahasia-pendek" not in str(error.value)


@pytest.mark.parametrize(("text", "expected"), [("ya", True), ("TRUE", True), ("0", False), ("tidak", False)])
def test_booleans_are_read_in_both_languages(variable, text, expected):
    variable(text)
    assert env.read_bool("ASN_UJI", default=not expected) is expected


def read_database(role: str = "web") -> dict:
    return env.read_database("ASN_UJI", root=Path("/srv/asn"), role=role, default="sqlite:///var/x.sqlite3")


@pytest.mark.parametrize(
    ("url", "path"),
    [("sqlite:///var/a.sqlite3", "/srv/asn/var/a.sqlite3"), ("sqlite:////data/a.sqlite3", "/data/a.sqlite3")],
)
def test_a_sqlite_url_is_relative_to_the_project_or_absolute(variable, url, path):
    variable(url)
    assert read_database()["NAME"] == path


def test_sqlite_takes_its_write_lock_at_the_start_of_a_transaction(variable):
    variable("sqlite:///a.sqlite3")
    options = read_database()["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


def test_a_postgres_url_may_hold_escaped_signs_and_a_socket_folder(variable):
    variable("postgres://asn:p%40ss@/asn?host=/run/postgresql&sslmode=require")
    database = read_database()
    assert (database["PASSWORD"], database["HOST"], database["NAME"]) == ("p@ss", "/run/postgresql", "asn")
    assert database["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(("role", "seconds"), [("web", 15), ("worker", 60), ("perawatan", 0)])
def test_statements_may_run_as_long_as_the_kind_of_process_allows(variable, role, seconds):
    variable("postgres://asn@localhost:5433/asn")
    options = read_database(role)["OPTIONS"]["options"]
    assert f"statement_timeout={seconds}s" in options
    assert "lock_timeout=3s" in options


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://localhost/asn", "skema 'mysql'"),
        ("postgres://localhost", "belum memuat nama basis data"),
        ("postgres://localhost:lima/asn", "porta yang bukan bilangan"),
    ],
)
def test_a_wrong_database_url_is_refused(variable, url, message):
    variable(url)
    with pytest.raises(ImproperlyConfigured, match=message):
        read_database()


def test_secrets_of_one_machine_are_made_once_and_closed_to_others(tmp_path):
    first = env.read_or_create_secrets(tmp_path / "var" / "rahasia")
    again = env.read_or_create_secrets(tmp_path / "var" / "rahasia")
    assert first == again
    assert stat.S_IMODE((tmp_path / "var" / "rahasia").stat().st_mode) == 0o600


def test_processes_that_start_together_agree_on_the_secrets(tmp_path):
    seen: list[str] = []
    start = threading.Barrier(8)

    def process() -> None:
        start.wait()
        seen.append(env.read_or_create_secrets(tmp_path / "rahasia")["SECRET_KEY"])

    threads = [threading.Thread(target=process) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len(set(seen)) == 1


@pytest.mark.parametrize("name", sorted(set(PROD_ENV) - {"DJANGO_SETTINGS_MODULE", "ASN_REDIS_URL"}))
def test_production_does_not_start_without(name):
    without = {key: value for key, value in PROD_ENV.items() if key != name}
    done = load_settings(without, "settings.DEBUG")
    assert done.returncode != 0
    assert f"{name} belum diisi" in done.stderr


def test_production_cookies_travel_over_tls_only():
    done = load_settings(
        PROD_ENV,
        "settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT",
    )
    assert done.stdout.strip() == "True True True", done.stderr


def test_development_needs_no_variable_at_all(tmp_path):
    variables = {"DJANGO_SETTINGS_MODULE": "asn_karier.settings.dev", "ASN_VAR_DIR": str(tmp_path)}
    done = load_settings(variables, "settings.DEBUG, settings.CELERY_BROKER_URL")
    assert done.stdout.strip() == "False memory://localhost", done.stderr


def test_passwords_are_argon2id_with_nineteen_mebibytes():
    encoded = Argon2Hasher().encode("kata sandi uji", "garam-uji")
    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_hasher_of_production_opens_what_it_closed(settings):
    settings.PASSWORD_HASHERS = ["asn_karier.lib.hashers.Argon2Hasher"]
    assert check_password("kata sandi uji", make_password("kata sandi uji"))


def test_the_worker_starts_the_sweeper():
    assert "asn_karier.lib.sweeper.Penyapu" in app.steps["worker"]


def test_a_message_is_acknowledged_after_its_task_and_read_as_json_only():
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.accept_content == ["json"]


def test_celery_keeps_its_database_connection_between_tasks():
    assert app.conf.get("CELERY_DB_REUSE_MAX") == 500


def test_a_task_ends_before_its_message_comes_back():
    assert app.conf.task_soft_time_limit < app.conf.task_time_limit < 300


def log_line(message: str, *arguments: object) -> dict:
    record = logging.LogRecord("asn.uji", logging.WARNING, __file__, 1, message, arguments, None)
    return json.loads(LineFormatter().format(record))


@pytest.mark.parametrize("number", ["3578010101900001", "199001012015031001"])
def test_numbers_of_persons_are_masked_in_the_log(number):
    assert log_line("baris %s ditolak", number)["pesan"] == "baris [disamarkan] ditolak"


@pytest.mark.parametrize("number", ["20261121", "123456789012345678901"])
def test_other_numbers_stay_in_the_log(number):
    assert number in log_line("urutan %s", number)["pesan"]


def test_a_newline_cannot_forge_a_second_log_line():
    record = logging.LogRecord("asn.uji", logging.INFO, __file__, 1, "a\nb", (), None)
    assert "\n" not in LineFormatter().format(record)


def test_a_missing_folder_of_the_database_is_an_error(monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", "/tidak/ada/asn.sqlite3")
    assert [found.id for found in checks.check_folder_of_database(None)] == ["asn.E003"]


def test_one_key_for_two_purposes_is_an_error(settings):
    settings.ASN_NIK_INDEX_KEY = settings.SECRET_KEY
    assert [found.id for found in checks.check_separate_keys(None)] == ["asn.E002"]


def test_the_keys_of_these_tests_are_separate():
    assert checks.check_separate_keys(None) == []


def test_psycopg_three_beside_psycopg2_is_an_error(monkeypatch):
    monkeypatch.setattr(checks, "find_spec", lambda name: object() if name == "psycopg" else None)
    assert [found.id for found in checks.check_one_driver(None)] == ["asn.E001"]


def test_embedded_database_in_production_is_told_its_size(monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    assert [found.id for found in checks.check_size_of_embedded_database(None)] == ["asn.I010"]
