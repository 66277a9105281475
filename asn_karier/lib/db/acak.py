"""A random id made by the database, so that rows written in bulk or by hand have one too."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, UUIDField


class UuidAcak(Func):
    """For `db_default`: a new UUID per row, on PostgreSQL and on SQLite."""

    function = "gen_random_uuid"
    template = "%(function)s()"
    output_field = UUIDField()

    def as_sqlite(self, compiler: Any, connection: Any, **lain: Any) -> Any:
        return self.as_sql(compiler, connection, template="lower(hex(randomblob(16)))", **lain)
