"""The team at a glance: each count leads to the list of the same people on *Tim saya*."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from karier.services.pimpinan import Pilihan
from kinerja.enums import HitunganTim
from kinerja.kamus import LABEL
from kinerja.kamus.pimpinan import BELUM
from kinerja.services.keadaan_tim import Hitungan


def glance_tiles(sekilas: Iterable[Hitungan]) -> list[dict[str, Any]]:
    """For templates/karier/sekilas.html; a count of nobody leads nowhere."""
    return [
        {
            "jumlah": f"{len(h.sudah)}/{len(h.sudah) + len(h.belum)}",
            "teks": LABEL[HitunganTim][h.kode],
            "url": _list_url(h.kode, belum=False) if h.sudah else "",
            "siklus": h.siklus,
            "belum": f"{len(h.belum)} {BELUM[h.kode]}" if h.belum else "",
            "url_belum": _list_url(h.kode, belum=True),
        }
        for h in sekilas
    ]


def _list_url(kode: HitunganTim, *, belum: bool) -> str:
    saring = {"lihat": kode.value, **({"belum": "1"} if belum else {})}
    return f"{reverse('karier:tim')}?{urlencode(saring)}#langsung"


def choice_text(sekilas: Iterable[Hitungan], pilihan: Pilihan) -> str:
    """What the list shows when it shows some only: 'realisasi terkirim, Evaluasi triwulan III 2026'."""
    for h in sekilas:
        if h.kode == pilihan.lihat:
            sebut = BELUM[h.kode] if pilihan.belum else LABEL[HitunganTim][h.kode]
            return f"{sebut}{h.siklus and f', {h.siklus}'}"
    return ""
