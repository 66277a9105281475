"""The post at the next jenjang of the same jabatan fungsional, found by its name in SIASN.

SIASN names no ladder: 'Perencana Ahli Pertama' and 'Perencana Ahli Muda' belong together because their
names are the same but for the jenjang.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from pegawai.enums import Jenjang

AHLI: Final = {
    "AHLI PERTAMA": Jenjang.AHLI_PERTAMA,
    "AHLI MUDA": Jenjang.AHLI_MUDA,
    "AHLI MADYA": Jenjang.AHLI_MADYA,
    "AHLI UTAMA": Jenjang.AHLI_UTAMA,
}
KETERAMPILAN: Final = {
    "PEMULA": Jenjang.PEMULA,
    "TERAMPIL": Jenjang.TERAMPIL,
    "MAHIR": Jenjang.MAHIR,
    "PENYELIA": Jenjang.PENYELIA,
}
#: "Ahli Muda" means the jenjang wherever it stands. "Terampil" and its like are common words, so they
#: count only after the name of the post, at its end or before what follows it ("pada", a dash, a bracket).
SEBUTAN_JENJANG: Final = re.compile(
    rf"\b({'|'.join(AHLI)})\b"
    rf"|(?<=\S[ /])({'|'.join(KETERAMPILAN)})(?=$| (?:PADA|DI)\b| [-–]|\s*[(,/])"
)
_TEPI: Final = " -–/,"


class Pos(NamedTuple):
    """One jabatan fungsional; `naik_ke` is the primary key of the post at its next jenjang."""

    pk: int
    nama: str
    jenjang: int
    naik_ke: int | None


def keluarga(nama: str) -> str:
    """What the posts of one ladder share: the name in capitals without its jenjang; "" when it names none."""
    baku = " ".join(nama.upper().split())
    if not SEBUTAN_JENJANG.search(baku):
        return ""
    return " ".join(SEBUTAN_JENJANG.sub(" ", baku).split()).strip(_TEPI)


def jenjang_berikut(a: Aturan) -> dict[Jenjang, Jenjang]:
    """Jenjang -> the next one (PermenPANRB 1/2023); the last of a ladder has none."""
    tabel = a["jenjang"].tabel("jenjang_berikut")
    return {Jenjang[dari]: Jenjang[str(baris["nilai"])] for dari, baris in tabel.items()}


def pasangkan(pos: Iterable[Pos], berikut: Mapping[Jenjang, Jenjang]) -> dict[int, int]:
    """Primary key -> that of the post at the next jenjang, for posts that have none yet.

    Nothing is guessed: where two posts bear the same name and jenjang, the administrator chooses.
    """
    semua = [(p, keluarga(p.nama)) for p in pos]
    menurut_nama: dict[tuple[str, int], list[int]] = defaultdict(list)
    for p, nama in semua:
        menurut_nama[nama, p.jenjang].append(p.pk)
    hasil = {}
    for p, nama in semua:
        tujuan = berikut.get(Jenjang(p.jenjang))
        if nama and p.naik_ke is None and tujuan is not None:
            calon = menurut_nama.get((nama, tujuan), [])
            if len(calon) == 1:
                hasil[p.pk] = calon[0]
    return hasil
