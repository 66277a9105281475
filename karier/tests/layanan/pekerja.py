"""A worker that kills itself where a test asks for it: `celery ... worker --include <this module>`.

ASN_UJI_TITIK names the moment (klaim, hitung, tulis, simpan). The process that manages to remove the
file ASN_UJI_TANDA at that moment dies by SIGKILL; so it happens once, and only when a test put the
file there. ASN_UJI_LAMBAT (seconds) makes every Potongan last, so that there is a middle to disturb.
"""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from karier.services import potongan


def _mati_bila_diminta(titik: str) -> None:
    if os.environ.get("ASN_UJI_TITIK") != titik:
        return
    try:
        Path(os.environ["ASN_UJI_TANDA"]).unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


def _sebelum(nama: str, titik: str, sesudah: str | None = None) -> None:
    """Die before or after one step of the Potongan."""
    asli: Callable[..., Any] = getattr(potongan, nama)

    def langkah(*isi: Any, **lain: Any) -> Any:
        _mati_bila_diminta(titik)
        hasil = asli(*isi, **lain)
        if sesudah:
            _mati_bila_diminta(sesudah)
        return hasil

    setattr(potongan, nama, langkah)


def _perlambat(**lain: Any) -> Any:
    time.sleep(float(os.environ.get("ASN_UJI_LAMBAT", "0")))
    return _selaraskan(**lain)


_selaraskan = potongan.selaraskan
potongan.selaraskan = _perlambat
_sebelum("kumpulkan", "klaim")
_sebelum("simpan", "hitung", "tulis")
_sebelum("process_potongan", "-", "simpan")
