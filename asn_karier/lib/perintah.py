"""Commands for automation: one JSON line on stdout, or one sentence on stderr and a non-zero exit."""

from __future__ import annotations

import json
from abc import abstractmethod
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from asn_karier.lib.errors import DomainError


def tanggal(teks: str) -> date:
    """A day on the command line."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise ArgumentTypeError(f"tanggal '{teks}' ditulis tahun-bulan-hari, misalnya 2026-11-21") from None


class PerintahJson(BaseCommand):
    """Subclasses return one flat dict from `jalankan`; a DomainError becomes the message."""

    requires_migrations_checks = False

    @abstractmethod
    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        """Do the work; the dict is what gets printed. Raise DomainError or CommandError to fail."""

    def handle(self, *args: Any, **opsi: Any) -> None:
        try:
            hasil = self.jalankan(**opsi)
        except DomainError as salah:
            raise CommandError(" ".join(t for t in (salah.pesan, salah.tindakan) if t)) from salah
        self.stdout.write(json.dumps(hasil, ensure_ascii=False, default=str))
