"""Sentences about JP: what was claimed, what was credited, and why."""

from __future__ import annotations

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.kata import huruf_kecil_awal
from pegawai.enums import BentukPengembangan
from pegawai.kamus import LABEL
from pegawai.rules import jp as rumus
from pegawai.rules.pengakuan_jp import Pembatas


def sebab_pembatas(bentuk: BentukPengembangan, sebab: Pembatas | None, a: Aturan) -> str:
    """'coaching paling banyak 2 sesi sebulan'; empty where all was credited."""
    nama = huruf_kecil_awal(LABEL[BentukPengembangan][bentuk])
    if sebab is Pembatas.SESI_BULANAN:
        per_sesi = rumus.jp_sesi(bentuk, a) or 1
        banyak = rumus.jp_sesi_bulanan(bentuk, 366, a) // per_sesi
        return f"{nama} paling banyak {banyak} sesi sebulan"
    if sebab is Pembatas.HARIAN:
        return f"{nama} paling banyak {rumus.batas_harian(bentuk, a)} JP sehari"
    if sebab is Pembatas.TETAP:
        return f"{nama} bernilai {rumus.jp_kegiatan(bentuk, a)} JP tiap kegiatan"
    return ""


def kalimat_diakui(diklaim: int, diakui: int, sebab: str) -> str:
    """'Diakui 4 dari 6 JP: coaching paling banyak 2 sesi sebulan'."""
    if diakui == diklaim:
        return f"Diakui {diakui} JP"
    beda = f"{diakui} dari {diklaim} JP" if diakui < diklaim else f"{diakui} JP, bukan {diklaim}"
    kepala = f"Diakui {beda}"
    return f"{kepala}: {sebab}" if sebab else kepala


def cara_menghitung(a: Aturan) -> list[tuple[str, str]]:
    """Form by form how JP are counted, for those that do not simply follow the curriculum."""
    hasil = []
    for bentuk, label in LABEL[BentukPengembangan].items():
        per_sesi, tetap, per_hari = (
            f(bentuk, a) for f in (rumus.jp_sesi, rumus.jp_kegiatan, rumus.batas_harian)
        )
        if per_sesi is not None:
            batas = sebab_pembatas(bentuk, Pembatas.SESI_BULANAN, a).partition(" paling")[2]
            hasil.append((label, f"{per_sesi} JP tiap sesi, paling{batas}; dilaporkan per bulan"))
        elif tetap is not None:
            hasil.append((label, f"{tetap} JP tiap kegiatan"))
        elif per_hari is not None:
            hasil.append((label, f"paling banyak {per_hari} JP sehari"))
    return hasil
