"""Mistakes of settings and surroundings as system checks, each with an id and what to do."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, connection


def _is_sqlite() -> bool:
    return bool(settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3")


@register(Tags.compatibility)
def check_one_driver(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Django prefers psycopg 3 wherever it can be imported; bulk loading here speaks psycopg2."""
    if find_spec("psycopg") is None:
        return []
    return [
        Error(
            "Paket psycopg (versi 3) terpasang, sehingga Django tidak memakai psycopg2.",
            hint="Jalankan: pip uninstall psycopg psycopg-binary psycopg-pool",
            id="asn.E001",
        )
    ]


@register(Tags.security)
def check_separate_keys(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """A key that serves two purposes falls with the weaker of the two."""
    keys = [
        settings.SECRET_KEY,
        settings.ASN_NIK_INDEX_KEY,
        *settings.ASN_NIK_KEYS,
        *settings.ASN_SERTIFIKAT_KUNCI,
    ]
    if len(set(keys)) == len(keys):
        return []
    return [
        Error(
            "Di antara ASN_SECRET_KEY, ASN_NIK_INDEX_KEY, ASN_NIK_KEYS, dan ASN_SERTIFIKAT_KUNCI ada "
            "nilai yang sama.",
            hint="Buat nilai acak yang berbeda untuk setiap kunci.",
            id="asn.E002",
        )
    ]


@register(Tags.compatibility)
def check_folder_of_database(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """SQLite would only say "unable to open database file"."""
    folder = Path(settings.DATABASES["default"]["NAME"]).parent
    if not _is_sqlite() or folder.is_dir():
        return []
    return [
        Error(
            f"Folder basis data {folder} belum ada.",
            hint="Buat folder itu, atau perbaiki ASN_DATABASE_URL.",
            id="asn.E003",
        )
    ]


@register(Tags.security)
def check_second_factor(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """Only where demo accounts may exist (dev, test) may staff work with a password alone."""
    if settings.ASN_MFA_WAJIB or settings.ASN_IZINKAN_CONTOH:
        return []
    return [
        Error(
            "ASN_MFA_WAJIB dimatikan, sehingga pengelola dan pimpinan dapat masuk dengan kata sandi saja.",
            hint="Hapus variabel ASN_MFA_WAJIB, atau isi dengan ya.",
            id="asn.E004",
        )
    ]


@register(Tags.security, deploy=True)
def check_size_of_embedded_database(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """SQLite is supported in production up to 10,000 people; say so, without failing the check."""
    if not _is_sqlite():
        return []
    return [
        Info(
            "Basis data SQLite didukung sampai 10.000 ASN.",
            hint="Untuk instansi yang lebih besar, isi ASN_DATABASE_URL dengan alamat PostgreSQL.",
            id="asn.I010",
        )
    ]


@register(Tags.database)
def check_index_of_names(
    app_configs: object, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Without pg_trgm a search in names reads everybody; a role that may not install it goes on without."""
    if DEFAULT_DB_ALIAS not in (databases or ()) or connection.vendor != "postgresql":
        return []
    with connection.cursor() as kursor:
        kursor.execute("SELECT to_regclass('pegawai_pegawai'), to_regclass('pegawai_nama_trigram')")
        tabel, indeks = kursor.fetchone()
    if tabel is None or indeks is not None:
        return []
    return [
        Warning(
            "Pencarian nama membaca seluruh tabel pegawai, karena ekstensi pg_trgm belum terpasang.",
            hint="Minta pengelola basis data menjalankan CREATE EXTENSION pg_trgm; lalu CREATE INDEX"
            " pegawai_nama_trigram ON pegawai_pegawai USING gin (UPPER(nama::text) gin_trgm_ops);",
            id="asn.W011",
        )
    ]
