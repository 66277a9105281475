"""The individual plan: the person and the atasan write, HR of the person reads what was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    SEMUA,
    Baris,
    pintu,
)
from asn_karier.tests.kebijakan.kinerja import OLEH_DIRI, UNTUK_DIRI
from asn_karier.tests.rute import ALIH, MASUK

_NAMA: Final = "admin:karier_rencanapengembangan"
#: Who reads words that were sent: the two, and HR of the person.
DIBACA: Final = (MASUK, 200, 200, 404, 200, 404, 404, 200)
#: One of the two acts; accounts without a record are told so.
BERDUA: Final = (MASUK, 200, 200, 404, 403, 403, 403, 403)
ATASAN: Final = (MASUK, 404, 200, 404, 403, 403, 403, 403)
OLEH_BERDUA: Final = (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)
OLEH_ATASAN: Final = (MASUK, 404, ALIH, 404, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "karier:rencana": ((MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403), HANYA_DIBACA),
    "karier:rencana_tim": (MILIK_SENDIRI, HANYA_DIBACA),
    # Everybody begins their own; the ASN has one already.
    "karier:rencana_tahun": (
        (MASUK, ALIH, 200, 200, 403, 403, 403, 403),
        (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403),
    ),
    # Pressed without a post: there is none to find.
    "karier:rencana_sasaran": (HANYA_DIBACA, (MASUK, 404, 404, 404, 403, 403, 403, 403)),
    "karier:rencana_lembar": (DIBACA, HANYA_DIBACA),
    "karier:rencana_naskah": (DIBACA, HANYA_DIBACA),
    "karier:rencana_bukti": (DIBACA, HANYA_DIBACA),
    "karier:rencana_butir_baru": (BERDUA,) * 2,
    "karier:rencana_butir": (BERDUA,) * 2,
    "karier:rencana_hapus": (HANYA_DIBACA, OLEH_BERDUA),
    "karier:rencana_pindah": (HANYA_DIBACA, OLEH_BERDUA),
    "karier:rencana_selesai": (UNTUK_DIRI,) * 2,
    "karier:rencana_ambil": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_kirim": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_tarik": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_terima": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_setujui": (HANYA_DIBACA, OLEH_ATASAN),
    "karier:rencana_kembalikan": (ATASAN,) * 2,
    "karier:rencana_buka": (BERDUA,) * 2,
    "karier:rencana_catatan": (HANYA_DIBACA, BERDUA),
    "karier:rencana_teruskan": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_luring": (UNTUK_DIRI, HANYA_DIBACA),
    "karier:rencana_unduh_lembar": (UNTUK_DIRI, HANYA_DIBACA),
    "karier:rencana_pdf": (UNTUK_DIRI, HANYA_DIBACA),
    "karier:rencana_unggah": (UNTUK_DIRI,) * 2,
    "karier:rencana_kiriman_setujui": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_kiriman_tolak": (HANYA_DIBACA, OLEH_DIRI),
    "karier:rencana_kiriman_kode": (HANYA_DIBACA, UNTUK_DIRI),
    # The desk: numbers for everybody there; who serves the person fills in, and types the code.
    f"{_NAMA}_unit": (pintu(*SEMUA),) * 2,
    f"{_NAMA}_isikan": (pintu(200, 404, 403, 200),) * 2,
    f"{_NAMA}_lembar": (pintu(200, 404, 403, 200),) * 2,
    f"{_NAMA}_unduh": (pintu(200, 404, 403, 200),) * 2,
    f"{_NAMA}_konfirmasi": (pintu(200, 404, 404, 404),) * 2,
    f"{_NAMA}_kode": (pintu(404, 404, 404, 200),) * 2,
}


def _rencana(d: Dunia) -> list[Any]:
    return [d.objek["karier.rencanapengembangan"].pk]


def _butir(d: Dunia) -> list[Any]:
    return [d.objek["karier.rencanapengembangan"].pk, d.objek["karier.butirrencana"].pk]


def _kiriman(d: Dunia) -> list[Any]:
    return [d.objek["karier.kirimanrencana"].rencana_id, d.objek["karier.kirimanrencana"].pk]


def _orang(d: Dunia) -> list[Any]:
    return [d.diri.pk, d.objek["karier.rencanapengembangan"].tahun]


KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **dict.fromkeys((n for n in RUTE if n.startswith("karier:rencana_")), _rencana),
    **{f"karier:rencana_{n}": _butir for n in ("butir", "hapus", "pindah", "selesai", "bukti")},
    **{f"karier:rencana_kiriman_{n}": _kiriman for n in ("setujui", "tolak", "kode")},
    "karier:rencana_naskah": lambda d: [
        d.objek["karier.rencanapengembangan"].pk, d.objek["karier.naskahrencana"].pk
    ],
    "karier:rencana_ambil": lambda d: [d.objek["karier.rencanapengembangan"].pk, 1],
    "karier:rencana_tim": lambda d: [],
    "karier:rencana_sasaran": lambda d: [],
    "karier:rencana_tahun": lambda d: [d.objek["karier.rencanapengembangan"].tahun],
    f"{_NAMA}_isikan": _orang,
    f"{_NAMA}_lembar": _orang,
    f"{_NAMA}_unduh": lambda d: [*_orang(d), "xlsx"],
    f"{_NAMA}_konfirmasi": lambda d: [d.objek["karier.kirimanrencana"].pk],
    f"{_NAMA}_kode": lambda d: [d.objek["karier.kirimanrencana"].pk],
}  # fmt: skip
