"""Steps of migrations that only PostgreSQL knows; every other database passes over them."""

from typing import Any, Final

from django.db.migrations import RunSQL

#: SQLSTATE of what may keep a role from installing pg_trgm: no right to, or not on the server at all.
_TRIGRAM: Final = """
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXECUTE 'CREATE INDEX IF NOT EXISTS {nama} ON {tabel} USING gin (UPPER({kolom}::text) gin_trgm_ops)';
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm is missing: searches in {tabel}.{kolom} read the whole table';
END $$
"""


class PostgresOnly(RunSQL):
    """SQL for PostgreSQL; nothing happens elsewhere, and nothing changes in the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, *negara: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            super().database_forwards(app_label, schema_editor, *negara)

    def database_backwards(self, app_label: str, schema_editor: Any, *negara: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, *negara)


def brin_waktu(tabel: str, kolom: str = "diubah_pada") -> PostgresOnly:
    """A block range index: what was written since a moment is found without reading what is older.

    A few pages however large the table, and next to nothing per write.
    """
    nama = f"{tabel}_{kolom}_brin"
    return PostgresOnly(
        f"CREATE INDEX IF NOT EXISTS {nama} ON {tabel} USING brin ({kolom}) WITH (autosummarize = on)",
        f"DROP INDEX IF EXISTS {nama}",
    )


def trigram(tabel: str, kolom: str, nama: str) -> PostgresOnly:
    """Parts of a name (`icontains`, from three letters on) along an index, where pg_trgm may be had."""
    return PostgresOnly(
        _TRIGRAM.format(tabel=tabel, kolom=kolom, nama=nama),
        f"DROP INDEX IF EXISTS {nama}",
    )
