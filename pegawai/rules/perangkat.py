"""A device in words, roughly: enough to recognise one's own, too little to follow anybody."""

from __future__ import annotations

from typing import Final

#: The first that fits counts: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
_PERAMBAN: Final = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
_SISTEM: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def nama_perangkat(agen: str) -> str:
    """'Chrome di Android' out of a User-Agent header."""
    peramban = next((nama for kata, nama in _PERAMBAN if kata in agen), "Peramban lain")
    sistem = next((nama for kata, nama in _SISTEM if kata in agen), "")
    return f"{peramban} di {sistem}" if sistem else peramban
