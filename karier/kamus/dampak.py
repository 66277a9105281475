"""What a comparison of trained people says, in words that claim no more than it can carry."""

from __future__ import annotations

from typing import Final, NamedTuple

from asn_karier.lib import kata
from karier.enums import SebabTanpaAngka, UkuranDampak
from karier.rules.dampak import Taksiran, tahan
from karier.rules.dampak_padan import PALING_SEDIKIT

SATUAN: Final = {UkuranDampak.PREDIKAT: "tingkat", UkuranDampak.KOMPETENSI: "level", UkuranDampak.JP: "JP"}
#: By what people are alike, per answer of `dampak_sifat.kelompok_serupa`; the rest is adjusted for.
_SERUPA: Final = (
    "jenjang, jenis unit, predikat dua tahun, JP, umur, dan keterpencilan unit",
    "rumpun jenjang, jenis unit, predikat dua tahun, JP, umur, dan keterpencilan unit",
    "rumpun jenjang, jenis unit, predikat, JP, dan keterpencilan unit",
    "rumpun jenjang, predikat, dan keterpencilan unit",
    "keadaan awalnya saja",
)
_SIFAT: Final = {
    UkuranDampak.PREDIKAT: (("predikat", "Predikat tahun sebelumnya (1–5)"),),
    UkuranDampak.KOMPETENSI: (
        ("awal", "Level kompetensi sebelumnya (1–5)"),
        ("predikat", "Predikat tahun sebelumnya (1–5)"),
    ),
    UkuranDampak.JP: (("predikat", "Predikat tahun sebelumnya (1–5)"),),
}
_SIFAT_UMUM: Final = (("jp", "JP tahun sebelumnya"), ("umur", "Umur (tahun)"))


class Terbaca(NamedTuple):
    """A comparison in words. `selang`, `tahan`: empty where there is no figure."""

    kalimat: str
    selang: str
    tahan: str
    catatan: list[str]


def angka(nilai: float) -> str:
    """'0,31', '\N{MINUS SIGN}0,1', '0': at most two decimals."""
    bulat = round(nilai * 100)
    return f"\N{MINUS SIGN}{kata.senti(-bulat)}" if bulat < 0 else kata.senti(bulat)


def baca_dampak(hasil: Taksiran | SebabTanpaAngka, ukuran: UkuranDampak) -> Terbaca:
    """The plain sentence, its uncertainty, how much it withstands, and what to keep in mind."""
    if isinstance(hasil, SebabTanpaAngka):
        return Terbaca(_TANPA_ANGKA[hasil], "", "", [])
    satuan = SATUAN[ukuran]
    return Terbaca(
        kalimat=_kalimat(hasil, satuan),
        selang=f"Dengan keyakinan 95 persen, bedanya antara {angka(hasil.bawah)} dan {angka(hasil.atas)} "
        f"{satuan}.",
        tahan=_tahan(hasil, satuan),
        catatan=_catatan(hasil),
    )


_TANPA_ANGKA: Final = {
    SebabTanpaAngka.KURANG_ORANG: f"Perlu ≥ {PALING_SEDIKIT} orang di tiap kelompok agar tidak menyesatkan.",
    SebabTanpaAngka.SERAGAM: "Semua yang dibandingkan berubah sama besar, jadi tidak ada beda yang dapat "
    "ditimbang.",
}


def _kalimat(t: Taksiran, satuan: str) -> str:
    if not t.pasti:
        return f"Beda {angka(t.beda)} {satuan}; belum dapat disimpulkan, n = {t.peserta}."
    arah = "lebih banyak" if t.beda > 0 else "lebih sedikit"
    isi = f"peserta berkembang {arah} daripada rekan yang serupa"
    return f"Beda {angka(t.beda)} {satuan}: {isi}, n = {t.peserta}."


def _tahan(t: Taksiran, satuan: str) -> str:
    """How strong an unrecorded motive would have to be, beside what is recorded."""
    k = tahan(t)
    if not t.pasti:
        return "Rentang ini memuat nol: bedanya dapat terjadi kebetulan, tanpa sebab apa pun."
    return (
        "Kesimpulan ini bertahan kecuali motivasi yang tidak tercatat menggeser beda sedikitnya "
        f"{angka(k.batas)} {satuan}. Misalnya, di antara 100 peserta ada 50 orang bermotivasi lebih banyak "
        f"daripada di antara 100 pembanding, dan motivasi itu menaikkan hasil {angka(k.pengaruh)} {satuan}. "
        f"Semua yang tercatat bersama-sama menggeser {angka(k.tercatat)} {satuan}."
    )


_BUKAN_SEBAB: Final = (
    "Ini perbandingan, bukan bukti sebab. Orang mengikuti pelatihan karena alasan yang sebagian tidak "
    "tercatat, misalnya motivasi."
)
#: Measured: bench/dampak.py, held by test_rules_dampak_cakupan.
_TERSEMBUNYI: Final = (
    "Dalam simulasi dengan motivasi tersembunyi yang kuat, rentang seperti ini hanya benar pada sekitar 25 "
    "dari 100 percobaan; tanpa itu, sekitar 95 dari 100."
)
_SATU_UNIT: Final = (
    "Rekan seunit dinilai atasan yang sama. Bila satu unit dilatih bersama, ketat atau longgarnya penilaian "
    "di unit itu ikut terbaca; rentangnya sudah dilebarkan untuk itu."
)


def _catatan(t: Taksiran) -> list[str]:
    serupa = f"Serupa berarti sama dalam {_SERUPA[t.kehalusan]}. Sisa bedanya disesuaikan dengan hitungan."
    hasil = [_BUKAN_SEBAB, _TERSEMBUNYI, serupa, _SATU_UNIT]
    if t.tanpa_padanan:
        hasil.append(
            f"{t.tanpa_padanan} peserta tidak mempunyai rekan yang serupa, jadi tidak ikut dihitung."
        )
    return hasil


def baris_banding(t: Taksiran, ukuran: UkuranDampak) -> list[tuple[str, str, str]]:
    """Rows (what, trained, others) of the table: before, and how far both came."""
    satuan = SATUAN[ukuran]
    sifat = (*_SIFAT[ukuran], *_SIFAT_UMUM)
    baris = [("Orang", kata.bilangan(t.peserta), kata.bilangan(t.pembanding))]
    for nama, judul in sifat:
        peserta, lain = t.sebelum[nama]
        baris.append((judul, angka(peserta), angka(lain)))
    peserta, lain = t.sebelum["terpencil"]
    baris.append(("Di unit terpencil", f"{round(peserta * 100)}%", f"{round(lain * 100)}%"))
    return [*baris, (f"Perubahan rata-rata ({satuan})", angka(t.naik_peserta), angka(t.naik_pembanding))]
