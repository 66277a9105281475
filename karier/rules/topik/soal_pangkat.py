"""What the calculators of the three paths of kenaikan pangkat have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.syarat import Syarat
from karier.enums import JalurPangkat
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import Fakta
from karier.rules.jalur import pilih_jalur
from karier.rules.pangkat import syarat_pangkat
from karier.rules.topik.jawaban_pangkat import Soal, gol, hari_dinilai, jawab
from karier.rules.topik.orang_pangkat import atau, golongan_dari, mulai, sebelum
from pegawai.rules.golongan import TERTINGGI

Isi = Mapping[str, Any]
_BUKAN: Final = {
    JalurPangkat.BELUM_DIHITUNG: "Kenaikan pangkat untuk kedudukan hukum ini belum dihitung sistem.",
    JalurPangkat.TIDAK_BERLAKU: "Kenaikan pangkat berlaku bagi PNS.",
}
#: Requirement -> the inputs by which it is asked.
MASUKAN: Final[Mapping[str, tuple[str, ...]]] = {
    "masa_pangkat": ("tmt_pangkat", "tahun_pangkat", "bulan_pangkat"),
    "predikat_2_tahun": ("predikat",),
    "predikat_1_tahun": ("predikat",),
    "hukuman_disiplin": ("hukdis", "sedang_dijalani", "hukdis_sampai"),
    "pemeriksaan_disiplin": ("dalam_pemeriksaan_disiplin",),
    "pangkat_tertinggi": ("ijazah",),
    "ujian_dinas": ("ujian_dinas", "lulus_ujian_dinas"),
    "angka_kredit": ("ak",),
    "jenjang_memuat_pangkat": ("jenjang",),
    "pangkat_dalam_rentang_jabatan": ("pangkat", "eselon", "jenjang"),
    "jabatan_memuat_pangkat": ("pangkat", "eselon", "jenjang"),
    "masa_jabatan": (
        "tmt_jabatan",
        "tahun_jabatan",
        "bulan_jabatan",
        "periode_pertama_setelah_pelantikan",
    ),
    "upkp": ("upkp", "lulus_upkp", "lulus_ujian"),
}


def soal_jalur(a: Aturan, isi: Isi, fakta: Callable[[date], dict[str, Any]], *hal: str) -> Soal:
    """A question about a path. `hal`: what has dates of its own besides the pangkat."""

    def syarat(f: Fakta, a: Aturan, tmt: date) -> Sequence[Syarat]:
        return syarat_pangkat(f, a, tmt=tmt)

    return Soal(a, isi, lambda tmt: Fakta.satu(**fakta(tmt)), syarat, MASUKAN, ("pangkat", *hal))


def jawab_jalur(soal: Soal, tolak: Sequence[str] = ()) -> dict[str, Any]:
    """The outcome on the path of kenaikan pangkat that the person is on."""
    f = soal.fakta(hari_dinilai(soal).tmt)
    jalur = JalurPangkat(int(pilih_jalur(f, susun(soal.a)).kode()[0]))
    hasil = jawab(soal, tolak=tolak, bukan=_BUKAN.get(jalur, ""))
    kini = _golongan_kini(soal, f)
    puncak = kini == TERTINGGI or "puncak" in hasil["syarat"]
    return hasil | {
        "jalur": jalur.name,
        "golongan": gol(kini) if kini else None,
        "golongan_target": None if puncak or not kini else gol(kini + 1),
    }


def _golongan_kini(soal: Soal, f: Fakta) -> int:
    """As named, or one below the target, else by its place in a named post; 0 where nobody said."""
    if soal.diisi("golongan", "target", "pegawai_target"):
        return golongan_dari(soal.isi, 0) or 0
    di_jabatan = soal.diisi("pangkat") and soal.diisi("eselon", "jenjang")
    urut = f.golongan.baca(0) if di_jabatan else None
    return urut if isinstance(urut, int) else 0


def pangkat_sejak(isi: Isi, tmt: date, bulan: int) -> Any:
    """The TMT of the pangkat; where nobody asks about it, just so long ago that it is enough."""
    return atau(mulai(isi, "pangkat", tmt), sebelum(tmt, bulan))
