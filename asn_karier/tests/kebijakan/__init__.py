"""Who may do what, as one table: route x method x who comes -> what they get.

The columns are those of `dunia.KOLOM`: a visitor, the ASN, their atasan, another ASN of the same
instansi, HR, HR of another instansi, an auditor, the system's administrator. Every row is about the
records of that ASN or the instansi of that ASN. To add a route: add a row (`KEBIJAKAN`), or for a
model in the HR door a line (`PINTU`); when its address has parts, say which object (`KUNCI`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import TANDA_BELUM, TANDA_KHUSUS, Dunia
from asn_karier.tests.dunia.belajar import TANDA_REAKSI, TANDA_SOAL
from asn_karier.tests.dunia.etika import TANDA_ETIKA
from asn_karier.tests.dunia.jp import TANDA_LAPORAN
from asn_karier.tests.dunia.mentoring_hidup import TANDA_BERDUA, TANDA_MENTOR, TANDA_PRIBADI
from asn_karier.tests.dunia.talenta import TANDA_KOTAK, TANDA_SUKSESI
from asn_karier.tests.dunia.usul_perbaikan import TANDA_USUL
from asn_karier.tests.kebijakan import (
    akpk,
    alokasi,
    api,
    belajar,
    etika,
    jalur,
    jp,
    karier,
    katalog,
    kelas,
    kinerja,
    mentoring,
    mentoring_hidup,
    pegawai,
    rencana,
    rencana_individu,
    sertifikat,
    situs,
    talenta,
    usul_perbaikan,
    warga,
)
from asn_karier.tests.kebijakan.bentuk import METODE, Baris
from asn_karier.tests.kebijakan.pintu import PINTU, baris_model

_KAMAR: Final = (
    alokasi, karier, pegawai, kinerja, etika, akpk, belajar, jp, katalog, kelas, rencana, sertifikat,
    api, situs, warga, rencana_individu, usul_perbaikan, jalur, mentoring, mentoring_hidup, talenta,
)  # fmt: skip

KEBIJAKAN: Final[dict[tuple[str, str], Baris]] = {
    **{
        (nama, m): baris
        for kamar in _KAMAR
        for nama, berdua in kamar.RUTE.items()
        for m, baris in zip(METODE, berdua, strict=True)
    },
    **{kunci: baris for nama, m in PINTU.items() for kunci, baris in baris_model(nama, m).items()},
}
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {n: k for r in _KAMAR for n, k in r.KUNCI.items()}
#: They read no session, so nobody can be made to act through theirs.
TANPA_SESI: Final = frozenset(
    {
        "api_kalkulator",
        "api_kalkulator_topik",
        "api_openapi_json",
        "api_openapi_yaml",
        "api_token",
        # Citizens have no account: what is sent there, anybody may send (docs/keamanan.md).
        "publik:ulas",
        "publik:masukan",
        *api.KLIEN,
    }
)
#: Addresses that cannot be made from a name.
HARFIAH: Final[dict[str, str]] = {"admin:kelola/(?P<url>.*)$": "/kelola/tidak-ada/"}

# -- who may read what belongs to the ASN -------------------------------------------------------

#: No answer to these may hold a word of the ASN's records, on no page, in no list, sheet or search.
TAK_BOLEH_TAHU: Final = ("anonim", "luar", "hr_lain")
#: Strangers to the instansi: not even its own words and lists.
ASING: Final = ("anonim", "hr_lain")
#: Pages that tell everybody the name of the instansi; what waits for a decision is in none of them.
UMUM: Final = "publik:"
#: The only ones who may read about discipline.
BOLEH_KHUSUS: Final = ("diri", "hr", "super")
#: Words that only some may read, on whatever page: the word -> who.
RAHASIA: Final[dict[str, tuple[str, ...]]] = {
    TANDA_KHUSUS: BOLEH_KHUSUS,
    # Not even the person, before the day.
    TANDA_BELUM: ("atasan", "hr", "super"),
    # What colleagues of a unit wrote about a case of ethics: no role opens it.
    TANDA_ETIKA: ("diri", "atasan"),
    # Ideas that wait: their author and the leaders whom they reached.
    TANDA_USUL: ("diri", "atasan"),
    # What one participant thinks of a class: nobody, while fewer than five have said something.
    TANDA_REAKSI: (),
    TANDA_SOAL: ("hr", "super"),
    # A box that is not released: HR who releases it; of the committee, whoever does not stand close.
    TANDA_KOTAK: ("hr", "super"),
    # Succession: a duty in the committee opens it, no role does.
    TANDA_SUKSESI: ("atasan",),
    # What was reported and waits for HR.
    TANDA_LAPORAN: ("diri", "hr", "super"),
    # What the two of a pair wrote: no role opens it; and what the mentor wrote for themself, nobody else.
    TANDA_BERDUA: ("diri",),
    TANDA_PRIBADI: ("diri",),
    TANDA_MENTOR: (),
}
