"""The three decisions on the page of the head of government: what to do, and the number behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from asn_karier.lib.kata import bilangan, rupiah
from karier.enums import KeputusanPelatihan as K
from karier.rules.dampak_keputusan import Ikut, TahunPelatihan


class Keputusan(NamedTuple):
    """`judul` is the decision, `alasan` the number that asks for it."""

    judul: str
    alasan: str


def persen(bagian: float) -> str:
    """'37%' of a share of 1."""
    return f"{round(bagian * 100)}%"


def dari(i: Ikut) -> str:
    """'120 dari 480 (25%)'; a dash where there is nobody."""
    if not i.orang:
        return "\N{EN DASH}"
    return f"{bilangan(i.ikut)} dari {bilangan(i.orang)} ({persen(i.bagian)})"


def baca_keputusan(kode: K, t: TahunPelatihan, *, batas_jp: int, program: str) -> Keputusan:
    """One decision in words. `batas_jp`: JP of the right; `program`: whose impact was asked."""
    return _KALIMAT[kode](t, batas_jp, program)


def _giliran(t: TahunPelatihan, batas_jp: int, _: str) -> Keputusan:
    kurang = t.pns.orang - t.pns.ikut
    if not kurang:
        return Keputusan("Pertahankan giliran belajar", f"Semua PNS mencapai {batas_jp} JP.")
    return Keputusan(
        f"Dahulukan {bilangan(kurang)} PNS yang belum mencapai {batas_jp} JP",
        f"Yang mencapai: {dari(t.pns)}. Hak setiap PNS paling sedikit {batas_jp} JP setahun.",
    )


def _terpencil(t: TahunPelatihan, _: int, __: str) -> Keputusan:
    return Keputusan(
        "Bawa pelatihan ke unit terpencil: daring yang ringan, atau di tempat",
        f"Belajar: {persen(t.terpencil.bagian)} di unit terpencil, {persen(t.lainnya.bagian)} di unit lain.",
    )


def _pagu(t: TahunPelatihan, _: int, __: str) -> Keputusan:
    sisa = t.pagu - t.realisasi
    if not sisa:
        return Keputusan("Pertahankan serapan pagu", f"Seluruh pagu {rupiah(t.pagu)} terpakai.")
    return Keputusan(
        "Putuskan pemakaian sisa pagu",
        f"Terpakai {persen(t.realisasi / t.pagu)} dari {rupiah(t.pagu)}; sisa {rupiah(sisa)}.",
    )


def _catat_pagu(_: TahunPelatihan, __: int, ___: str) -> Keputusan:
    return Keputusan(
        "Catat pagu pengembangan", "Pagu tahun ini belum dicatat, jadi serapannya tidak terbaca."
    )


def _ukur(t: TahunPelatihan, _: int, __: str) -> Keputusan:
    return Keputusan(
        "Ukur sebelum dan sesudah di setiap kelas",
        f"Peserta selesai yang mempunyai kedua nilai: {dari(t.kelas)}.",
    )


def _celah(t: TahunPelatihan, _: int, __: str) -> Keputusan:
    assert t.celah is not None  # noqa: S101 - only asked where there are two runs
    return Keputusan(
        "Arahkan anggaran ke celah kompetensi yang masih terbuka",
        f"Tertutup {bilangan(t.celah.tutup)}, masih terbuka {bilangan(t.celah.terbuka)}.",
    )


def _undi(_: TahunPelatihan, __: int, program: str) -> Keputusan:
    tentang = f"Dampak {program}" if program else "Dampak pelatihan"
    return Keputusan(
        "Undi giliran bila peminat melebihi kursi",
        f"{tentang} belum dapat disimpulkan. Dengan undian, tahun depan perbandingannya adil dan jelas.",
    )


def _teruskan(_: TahunPelatihan, __: int, program: str) -> Keputusan:
    return Keputusan(
        f"Teruskan {program}, dan ukur lagi",
        "Peserta berkembang lebih banyak daripada rekan yang serupa. Sebabnya belum terbukti.",
    )


def _tinjau(_: TahunPelatihan, __: int, program: str) -> Keputusan:
    return Keputusan(
        f"Tinjau {program} sebelum diulang",
        "Peserta berkembang lebih sedikit daripada rekan yang serupa. Sebabnya perlu dicari.",
    )


_KALIMAT: Final[dict[K, Callable[[TahunPelatihan, int, str], Keputusan]]] = {
    K.GILIRAN_JP: _giliran,
    K.TERPENCIL: _terpencil,
    K.PAGU: _pagu,
    K.CATAT_PAGU: _catat_pagu,
    K.UKUR_BELAJAR: _ukur,
    K.CELAH: _celah,
    K.UNDI_GILIRAN: _undi,
    K.TERUSKAN: _teruskan,
    K.TINJAU_PROGRAM: _tinjau,
}
