"""What the papers of performance share: who, when, the two signatures, the parts of a page.

Every paper is the data of templates/pdf/dokumen_kinerja.typ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from asn_karier.lib import kata
from kinerja.kamus.dokumen import KALIMAT_KONSEP
from pegawai.models import Instansi, Pegawai
from pegawai.reports.kantor import kop_surat, tempat_tanggal
from pegawai.services.profil import Identitas, identities

TITIK: Final = "................"
Pasang = tuple[str, str]


class Orang(NamedTuple):
    """A person as a paper names them; what is not recorded is a dash."""

    siapa: Identitas
    nip: str

    @property
    def baris(self) -> list[Pasang]:
        return [
            ("Nama", self.siapa.nama),
            ("NIP", self.nip),
            ("Pangkat (golongan ruang)", self.siapa.pangkat or "–"),
            ("Jabatan", self.siapa.jabatan or "–"),
            ("Unit kerja", self.siapa.unit or "–"),
        ]


def people(ids: Iterable[int | None], *, per: date) -> dict[int, Orang]:
    """These people as they stood on `per`; one query for their posts, one for their NIP."""
    orang = Pegawai.objects.filter(pk__in={pk for pk in ids if pk})
    nip = dict(orang.order_by().values_list("pk", "nip"))
    return {pk: Orang(siapa, nip[pk]) for pk, siapa in identities(orang, per=per).items()}


def rows_of(orang: Orang | None, *, tanpa: str) -> list[Pasang]:
    """The lines of one person, or the one line that says who it is instead."""
    return orang.baris if orang else [("Nama", tanpa)]


def signature(peran: str, orang: Orang | None, *, tempat: str = "") -> dict[str, str]:
    """Room for one signature; dots where nobody is recorded."""
    return {
        "tempat_tanggal": tempat,
        "jabatan": peran,
        "nama": orang.siapa.nama if orang else TITIK,
        "nip": orang.nip if orang else "",
    }


def part(judul: str, *, pasangan: Sequence[Pasang] = (), teks: str = "", tabel: Any = None) -> dict[str, Any]:
    """One part of the page: label and value, a sentence, or a table (`table`)."""
    return {"judul": judul, "pasangan": list(pasangan), "teks": teks, "tabel": tabel}


def table(kepala: Sequence[str], baris: Iterable[Sequence[str]], lebar: Sequence[float]) -> dict[str, Any]:
    """A table; `lebar` are shares of the width."""
    return {"kepala": list(kepala), "baris": [list(b) for b in baris], "lebar": list(lebar)}


def sheet(
    *,
    judul: str,
    instansi: Instansi,
    ringkas: Sequence[Pasang],
    bagian: Iterable[dict[str, Any]],
    tanda_tangan: Sequence[dict[str, str]],
    catatan: Sequence[str] = (),
    mendatar: bool = False,
) -> dict[str, Any]:
    """The whole paper; it is a KONSEP until somebody says that its signed copy is there."""
    return {
        "judul": judul,
        "kop": kop_surat(instansi),
        "konsep": True,
        "kalimat_konsep": KALIMAT_KONSEP,
        "mendatar": mendatar,
        "ringkas": list(ringkas),
        "bagian": list(bagian),
        "catatan": list(catatan),
        "tanda_tangan": list(tanda_tangan),
        "kaki": "",
    }


def place_and_day(instansi: Instansi, hari: date | None) -> str:
    return tempat_tanggal(instansi, hari)


def span(mulai: date, sampai: date) -> str:
    """'1 Januari 2026 sampai 31 Maret 2026'."""
    return f"{kata.tanggal(mulai)} sampai {kata.tanggal(sampai)}"
