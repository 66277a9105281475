"""The life of a pair. Of the columns only the ASN is one of the two: for all others it is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import HANYA_DIBACA, PENGELOLA_SELINGKUP, Baris, pintu
from asn_karier.tests.rute import ALIH, MASUK

#: One of the two, strangers with a record of their own, accounts without one.
_BERDUA: Final[Baris] = (MASUK, 200, 404, 404, 403, 403, 403, 403)
_TEKAN: Final[Baris] = (MASUK, ALIH, 404, 404, 403, 403, 403, 403)
_HAPUS: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)
_HR: Final[Baris] = pintu(200, 200, 404, 200)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "mentoring:pasangan": (_BERDUA, HANYA_DIBACA),
    "mentoring:panduan": (_BERDUA, HANYA_DIBACA),
    **{
        f"mentoring:{n}": (_BERDUA, _BERDUA)
        for n in (
            "pertemuan_catat",
            "pertemuan_atur",
            "pertemuan_beda",
            "sasaran",
            "catatan",
            "pribadi",
            "denyut",
            "akhiri",
            "terima_kasih",
        )
    },
    **{
        f"mentoring:{n}": (HANYA_DIBACA, _TEKAN)
        for n in (
            "pertemuan_konfirmasi",
            "pertemuan_batal",
            "sasaran_setujui",
            "sasaran_kemajuan",
            "surat",
        )
    },
    **{f"mentoring:{n}": (HANYA_DIBACA, _HAPUS) for n in ("catatan_hapus", "pribadi_hapus")},
    "mentoring:surat_unduh": (_BERDUA, HANYA_DIBACA),
    "admin:mentoring_berjalan": (_HR, _HR),
    "admin:mentoring_berakhir": (_HR, _HR),
    "admin:mentoring_sapa": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **dict.fromkeys(
        (
            f"mentoring:{n}"
            for n in (
                "pasangan",
                "panduan",
                "pertemuan_catat",
                "pertemuan_atur",
                "sasaran",
                "catatan",
                "pribadi",
                "denyut",
                "akhiri",
            )
        ),
        lambda d: [d.objek["mentoring.pasangan"].pk],
    ),
    "mentoring:terima_kasih": lambda d: [d.objek["mentoring.pasangan.belum_terima_kasih"].pk],
    "mentoring:surat": lambda d: [d.objek["mentoring.pasangan"].pk, "kelangsungan"],
    "mentoring:surat_unduh": lambda d: [d.objek["mentoring.suratmentoring"].nomor],
    **dict.fromkeys(
        ("mentoring:pertemuan_konfirmasi", "mentoring:pertemuan_beda"),
        lambda d: [d.objek["mentoring.pertemuan"].pk],
    ),
    "mentoring:pertemuan_batal": lambda d: [d.objek["mentoring.pertemuan.rencana"].pk],
    "mentoring:sasaran_setujui": lambda d: [d.objek["mentoring.sasaranmentoring"].pk],
    "mentoring:sasaran_kemajuan": lambda d: [d.objek["mentoring.sasaranmentoring.berjalan"].pk],
    "mentoring:catatan_hapus": lambda d: [d.objek["mentoring.catatanbersama"].pk],
    "mentoring:pribadi_hapus": lambda d: [d.objek["mentoring.catatanpribadi"].pk],
    "admin:mentoring_sapa": lambda d: [d.objek["mentoring.pasangan"].pk],
}
