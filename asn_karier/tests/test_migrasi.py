"""The migrations, run on an empty database, make the tables that the models ask for.

Every other test has tables made from the models, which is quicker; this one is why that may be trusted.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.utils import ConnectionHandler

from asn_karier.settings.env import read_database

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PETUNJUK = "ASN_DATABASE_URL"
KITA = ("inti", "pegawai", "pelatihan", "mentoring", "kinerja", "karier")


@pytest.fixture
def kosong(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database beside the one of this test."""
    if connection.vendor == "sqlite":
        yield f"sqlite:////{tmp_path / 'migrasi.sqlite3'}"
        return
    s, nama = connection.settings_dict, f"uji_migrasi_{os.getpid()}"
    _at_server(f"CREATE DATABASE {nama}")
    sandi = f":{s['PASSWORD']}" if s["PASSWORD"] else ""
    yield f"postgres://{s['USER']}{sandi}@{s['HOST']}:{s['PORT'] or 5432}/{nama}"
    _at_server(f"DROP DATABASE {nama}")


def test_the_migrations_make_the_tables_of_the_models(
    kosong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PETUNJUK, kosong)
    monkeypatch.setenv("ASN_VAR_DIR", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "asn_karier.settings.dev")
    perintah = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(perintah, cwd=settings.BASE_DIR, check=True)
    basis = read_database(PETUNJUK, root=settings.BASE_DIR, role="perawatan", default="")
    lain = ConnectionHandler({"default": basis})["default"]
    try:
        hasil, harap = _schema(lain), _schema(connection)
    finally:
        lain.close()
    assert len(harap) > 150
    assert _missing(harap, hasil) == {}
    if connection.vendor == "sqlite":  # PostgreSQL has indexes of its own besides
        assert _missing(hasil, harap) == {}


def _missing(dari: dict[str, Any], dalam: dict[str, Any]) -> dict[str, Any]:
    """What the tables of the one have and those of the other have not."""
    beda = {nama: isi - dalam.get(nama, set()) for nama, isi in dari.items()}
    return {nama: isi for nama, isi in beda.items() if isi}


def _at_server(perintah: str) -> None:
    with connection._nodb_cursor() as c:
        c.execute(perintah)


def _schema(lain: Any) -> dict[str, set[str]]:
    """By table of ours its columns and, whatever their names, its keys, indexes and checks."""
    semua = apps.get_models(include_auto_created=True)
    baca, kita = lain.introspection, {m._meta.db_table for m in semua if m._meta.app_label in KITA}
    with lain.cursor() as c:
        return {
            nama: {
                *(repr((k.name, k.type_code, k.null_ok)) for k in baca.get_table_description(c, nama)),
                *(_bound(b) for b in baca.get_constraints(c, nama).values()),
            }
            for nama in kita & set(baca.table_names(c))
        }


def _bound(batas: dict[str, Any]) -> str:
    """SQLite tells the columns of a primary key in the order of the table."""
    kolom = batas["columns"]
    return repr(sorted({**batas, "columns": sorted(kolom) if batas["primary_key"] else kolom}.items()))
