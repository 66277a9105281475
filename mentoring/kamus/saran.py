"""Why a mentor is suggested, in sentences; what the parts of the score are called.

Read by the mentee and by HR, so a sentence addresses nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from asn_karier.lib import kata
from mentoring.enums import CaraBertemu
from mentoring.kamus import LABEL
from mentoring.rules.kecocokan import TERTINGGI, Alasan, Bagian, Butir
from pegawai.enums import Jenjang
from pegawai.kamus import LABEL as LABEL_PEGAWAI

#: What the words of a pair need besides the reasons; stored with a suggestion.
Fakta = Mapping[str, Any]

_BAGIAN: Final[dict[Bagian, tuple[str, tuple[Alasan, ...]]]] = {
    Bagian.KEAHLIAN: ("Keahlian", (Alasan.KEAHLIAN, Alasan.KEAHLIAN_LEBIH)),
    Bagian.PERTEMUAN: ("Cara bertemu", (Alasan.UNIT_SAMA, Alasan.JARAK_JAUH, Alasan.UNIT_LAIN)),
    Bagian.JENJANG: (
        "Senioritas",
        (
            Alasan.JENJANG_DI_ATAS,
            Alasan.JENJANG_JAUH_DI_ATAS,
            Alasan.RUMPUN_LAIN,
            Alasan.JENJANG_SETARA,
        ),
    ),
    Bagian.JARINGAN: ("Jejaring", (Alasan.JARINGAN_PERANGKAT, Alasan.JARINGAN_UNIT)),
    Bagian.BEBAN: ("Keluangan", (Alasan.LUANG, Alasan.AGAK_LUANG)),
    Bagian.RIWAYAT: ("Pengalaman bersama", (Alasan.PERNAH_BERHASIL,)),
}
_NAMA: Final = {alasan: nama for nama, semua in _BAGIAN.values() for alasan in semua}


class Penjelasan(NamedTuple):
    """One part of the score: 'Keahlian', 'menguasai Komunikasi level 4', 40."""

    bagian: str
    kalimat: str
    nilai: int


def explain_parts(butir: Iterable[Butir], fakta: Fakta) -> list[Penjelasan]:
    """Every part that gives points, with its sentence."""
    return [Penjelasan(_NAMA[b.alasan], _sentence(b.alasan, fakta), b.nilai) for b in butir]


def explain_mentor(butir: Iterable[Butir], fakta: Fakta) -> str:
    """One line: "menguasai Komunikasi level 4; satu unit kerja; ...; masih ada 2 tempat"."""
    kalimat = [_sentence(b.alasan, fakta) for b in butir]
    return "; ".join(kalimat)


def score_text(skor: int) -> str:
    return f"{skor} dari {TERTINGGI} nilai kecocokan"


def ways_text(cara: Iterable[str]) -> str:
    """'tatap muka, telepon, dan WhatsApp'."""
    return kata.daftar([LABEL[CaraBertemu][CaraBertemu(c)] for c in cara])


def _sentence(alasan: Alasan, f: Fakta) -> str:
    kode = f.get("jenjang")
    jenjang = LABEL_PEGAWAI[Jenjang][Jenjang(kode)] if kode else "belum tercatat"
    sisa = f"masih ada {f['sisa']} tempat"
    kalimat = {
        Alasan.KEAHLIAN: f"menguasai {f['kompetensi']} level {f['level']}",
        Alasan.KEAHLIAN_LEBIH: f"menguasai {f['kompetensi']} level {f['level']}, di atas level {f['wajib']}",
        Alasan.UNIT_SAMA: "satu unit kerja, mudah bertemu",
        Alasan.JARAK_JAUH: f"dapat lewat {ways_text(f['cara'])}",
        Alasan.UNIT_LAIN: "unit lain, bertemu langsung",
        Alasan.JENJANG_DI_ATAS: f"lebih senior ({jenjang}), satu atau dua langkah di depan",
        Alasan.JENJANG_JAUH_DI_ATAS: f"jauh lebih senior ({jenjang})",
        Alasan.JENJANG_SETARA: f"jenjang setara ({jenjang})",
        Alasan.RUMPUN_LAIN: f"{jenjang}, jalur jabatan lain",
        Alasan.JARINGAN_PERANGKAT: "dari perangkat daerah lain, sehingga jejaring kerja bertambah luas",
        Alasan.JARINGAN_UNIT: "dari unit lain, sehingga lebih banyak rekan dikenal",
        Alasan.LUANG: f"belum membimbing siapa pun, {sisa}",
        Alasan.AGAK_LUANG: f"satu tempatnya terisi, {sisa}",
        Alasan.PERNAH_BERHASIL: "pernah menuntaskan mentoring bersama",
    }
    return kalimat[alasan]
