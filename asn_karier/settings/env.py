"""Typed readers of the environment. A missing or wrong variable is an error that says what to do.

Every variable of this project starts with ASN_. Nothing here guesses: a value that cannot be read
stops the process with ImproperlyConfigured before the first request.
"""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

_TRUE: Final = {"1", "ya", "true", "on"}
_FALSE: Final = {"0", "tidak", "false", "off", ""}


def read_text(name: str, default: str | None = None) -> str:
    """Value of `name`; without a default a missing or empty variable is an error."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} belum diisi. Isi variabel lingkungan itu; lihat docs/operasi.md.")
    return default


def read_bool(name: str, default: bool) -> bool:
    """1/ya/true/on or 0/tidak/false/off."""
    value = os.environ.get(name, "ya" if default else "tidak").strip().lower()
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name} berisi {value!r}. Isi dengan ya atau tidak.")


def read_int(name: str, default: int, *, at_most: int | None = None) -> int:
    """A whole number, zero or more, and no more than `at_most`."""
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} berisi {value!r}. Isi dengan bilangan bulat, misalnya {default}.")
    if at_most is not None and int(value) > at_most:
        raise ImproperlyConfigured(f"{name} berisi {value}. Paling besar {at_most}.")
    return int(value)


def read_list(name: str, default: str | None = "") -> list[str]:
    """Comma-separated values; default None makes the variable compulsory."""
    return [part.strip() for part in read_text(name, default).split(",") if part.strip()]


def read_choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of `allowed`."""
    value = read_text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(
            f"{name} berisi {value!r}. Isi dengan salah satu dari: {', '.join(allowed)}."
        )
    return value


def read_secret(name: str, default: str | None = None, *, at_least: int = 50) -> str:
    """A random text of `at_least` characters; the value itself never appears in the message."""
    value = read_text(name, default)
    if len(value) < at_least:
        raise ImproperlyConfigured(
            f"{name} terlalu pendek ({len(value)} karakter, perlu {at_least}). Buat nilai acak, misalnya "
            f"dengan: python -c 'import secrets; print(secrets.token_urlsafe({at_least}))'"
        )
    return value


def read_fernet_keys(name: str, default: str | None = None) -> list[str]:
    """Fernet keys, the newest first; the first encrypts, all of them open."""
    keys = read_list(name, default)
    for position, key in enumerate(keys, start=1):
        try:
            Fernet(key)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"Kunci ke-{position} di {name} bukan kunci Fernet. Buat kunci dengan: python -c "
                "'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
            ) from error
    if not keys:
        raise ImproperlyConfigured(f"{name} belum memuat kunci. Isi paling sedikit satu kunci Fernet.")
    return keys


def read_or_create_secrets(path: Path) -> Mapping[str, str]:
    """Secrets of an installation on one machine, made once and kept in `path` (mode 0600).

    Only development settings use it: production names its secrets in the environment. Web and
    worker start together, so the file appears whole or not at all (link, never overwrite). What a newer
    release needs besides is appended; of two that append at once, the first line of a name counts.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text("".join(f"{name}={make()}\n" for name, make in _MADE.items()))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process of the same start was first; its secrets are the ones to use
        finally:
            draft.unlink()
    if missing := _MADE.keys() - _read_lines(path).keys():
        with path.open("a") as file:
            file.write("".join(f"{name}={_MADE[name]()}\n" for name in sorted(missing)))
    return _read_lines(path)


def _read_lines(path: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in reversed(path.read_text().splitlines()))


def _new_key() -> str:
    """32 random bytes in base64: a Fernet key, and the seed of a key that signs."""
    return Fernet.generate_key().decode()


_MADE: Final = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(64),
    "NIK_KEYS": _new_key,
    "NIK_INDEX_KEY": lambda: secrets.token_urlsafe(64),
    "SERTIFIKAT_KUNCI": _new_key,
}


def read_database(name: str, *, root: Path, role: str, default: str) -> dict[str, Any]:
    """DATABASES entry of a URL: sqlite:///relative, sqlite:////absolute or postgres://...

    `role` is the kind of process (web, worker or perawatan); it decides how long a statement may run.
    """
    url = read_text(name, default)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(root / unquote(parts.path.removeprefix("/")))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(name, url, role)
    raise ImproperlyConfigured(
        f"{name} memakai skema {parts.scheme!r}. Pakai sqlite:///var/asn_karier.sqlite3 "
        "atau postgres://pengguna:sandi@host:5432/nama."
    )


def _sqlite(path: Path) -> dict[str, Any]:
    # IMMEDIATE takes the write lock at BEGIN: a transaction never dies half-way for want of it.
    # WAL lets readers go on while one writes; NORMAL is durable enough with WAL (no corruption).
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;",
        },
    }


#: Longest statement per kind of process, in seconds; 0 is no limit (migrations, bulk loads by hand).
STATEMENT_TIMEOUT: Final = {"web": 15, "worker": 60, "perawatan": 0}


def _postgresql(name: str, url: str, role: str) -> dict[str, Any]:
    parts = urlsplit(url)
    database = unquote(parts.path.removeprefix("/"))
    if not database:
        raise ImproperlyConfigured(f"{name} belum memuat nama basis data: postgres://host:5432/nama.")
    try:
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} memuat porta yang bukan bilangan.") from error
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": str(port or query.pop("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 5,
            "keepalives_idle": 30,
            "keepalives_interval": 10,
            "keepalives_count": 3,
            "options": (
                "-c lock_timeout=3s -c idle_in_transaction_session_timeout=60s "
                f"-c statement_timeout={STATEMENT_TIMEOUT[role]}s"
            ),
            **query,
        },
    }
