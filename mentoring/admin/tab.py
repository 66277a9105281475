"""The tabs of *Mentoring* at the desk (H17). Who adds a page of it adds a tab, in AppConfig.ready."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse

#: Code -> (words, name of the address), in the order of the row.
_TAB: Final[dict[str, tuple[str, str]]] = {"saran": ("Saran pasangan", "admin:mentoring_saran")}


def daftarkan_tab(kode: str, teks: str, nama_url: str) -> None:
    """Another tab beside *Saran pasangan*; registering a code again replaces it."""
    _TAB[kode] = (teks, nama_url)


def tabs(aktif: str, akhiran: str = "") -> list[dict[str, Any]]:
    """The row as templates/admin/mentoring/tab.html reads it; `akhiran` keeps the chosen instansi."""
    return [
        {"teks": teks, "url": reverse(nama) + akhiran, "aktif": kode == aktif}
        for kode, (teks, nama) in _TAB.items()
    ]
