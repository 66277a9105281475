"""What the next pangkat and the next jenjang ask for, beside one PAK (PerBKN 3/2023 Lampiran II)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final, NamedTuple

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.kata import angka_kredit
from kinerja.kamus.dokumen import LEWAT_JENJANG, LUAR_RENTANG
from kinerja.models import PenetapanAngkaKredit
from kinerja.reports.kertas import part, table
from kinerja.rules.akumulasi import JABATAN_FUNGSIONAL, ak_dasar, timbang
from kinerja.rules.angka_kredit import kebutuhan, rentang_golongan
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.models import RiwayatPangkat
from pegawai.rules.golongan import Golongan

_ATURAN: Final = "angka_kredit"
KEPALA: Final = ("Untuk", "Dimiliki", "Diperlukan", "Kelebihan", "Kekurangan", "Dapat dipertimbangkan")


class Kebutuhan(NamedTuple):
    """One step in senti: what there is and what it asks for."""

    untuk: str
    ada: int
    perlu: int


def needs(pak: PenetapanAngkaKredit, golongan: Golongan | None) -> list[Kebutuhan]:
    """The steps that still lie ahead of a PAK; none outside the jenjang or before the law.

    The need of the next jenjang counts what earlier steps inside this one used up (`rules.akumulasi`).
    """
    a, jenjang = aturan_per(pak.sampai), Jenjang(pak.jenjang)
    if _ATURAN not in a or jenjang not in JABATAN_FUNGSIONAL:
        return []
    bawah, atas = rentang_golongan(jenjang, a)
    if golongan is None or not bawah <= golongan.urut <= atas:
        return []
    butuh, hasil = kebutuhan(jenjang, a), []
    if golongan.urut < atas:
        hasil.append(Kebutuhan("Kenaikan pangkat", pak.jumlah_senti, butuh.pangkat))
    if butuh.jenjang is not None:
        terkumpul = pak.jumlah_senti + ak_dasar(jenjang, golongan, a).senti
        hasil.append(Kebutuhan("Kenaikan jenjang", terkumpul, butuh.jenjang))
    return hasil


def need_parts(pak: PenetapanAngkaKredit) -> tuple[list[dict[str, Any]], list[str]]:
    """The table of what is asked for, and what has to be said about it."""
    golongan = _golongan(pak)
    langkah = needs(pak, golongan)
    if not langkah:
        return [], [LUAR_RENTANG]
    catatan = [] if langkah[0].untuk == "Kenaikan pangkat" else [LEWAT_JENJANG]
    baris = [_row(k) for k in langkah]
    return [part("Kebutuhan", tabel=table(KEPALA, baris, (1.5, 1, 1, 1, 1, 1.3)))], catatan


def _golongan(pak: PenetapanAngkaKredit) -> Golongan | None:
    """The golongan of the last day of the PAK."""
    riwayat = RiwayatPangkat.objects.filter(
        pegawai=pak.pegawai_id, skala=JenisPegawai.PNS, tmt__lte=pak.sampai
    ).order_by("-tmt")
    urut = riwayat.values_list("golongan", flat=True).first()
    return None if urut is None else Golongan(JenisPegawai.PNS, urut)


def _row(k: Kebutuhan) -> Sequence[str]:
    t = timbang(Fraction(k.ada), Fraction(k.perlu))
    angka = [angka_kredit(int(n)) for n in (k.ada, k.perlu, t.sisa, t.kekurangan)]
    return [k.untuk, *angka, "Dapat" if t.dapat else "Belum dapat"]
