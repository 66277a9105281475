"""Columns that every queue of HR shares: how far a request is, and until when HR has to act."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html

from pegawai.services.tenggat import clock_text


class KolomTenggat:
    """For a model with `status` and `tenggat_berjalan` about a `pegawai`."""

    kelas_status: ClassVar[Mapping[Any, str]]

    def jam(self, obj: Any) -> tuple[str, str]:
        """The deadline in words, and how it looks; empty when nobody waits for HR."""
        return clock_text(obj.tenggat_berjalan, obj.pegawai.instansi.zona_waktu, at=timezone.now())

    @admin.display(description="status")
    def status_teks(self, obj: Any) -> str:
        return _tanda(self.kelas_status[obj.status], obj.get_status_display())

    @admin.display(description="batas", empty_value="\N{EN DASH}")
    def batas(self, obj: Any) -> str | None:
        teks, kelas = self.jam(obj)
        return _tanda(kelas, teks) if teks else None


def _tanda(kelas: str, teks: str) -> str:
    return format_html('<span class="tanda {}">{}</span>', kelas, teks)
