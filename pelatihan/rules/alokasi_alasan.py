"""Why somebody is not proposed for a class, by their own facts and the limits; never by another person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from pelatihan.rules.alokasi_isi import Isi
from pelatihan.rules.alokasi_masalah import Kendala, Masalah


class Sebab(StrEnum):
    """Kept in `UsulanAlokasi.alasan` and put into words by `pelatihan.kamus.alokasi`."""

    MENUTUP = "menutup"
    BIAYA = "biaya"
    TERPENCIL = "terpencil"
    KURANG_JP = "kurang_jp"
    KURSI_HABIS = "kursi_habis"
    PAGU_HABIS = "pagu_habis"
    BENTROK_TANGGAL = "bentrok_tanggal"
    CELAH_TERTUTUP = "celah_tertutup"
    SUDAH_CUKUP = "sudah_cukup"
    PEMERATAAN = "pemerataan"
    DILEPAS = "dilepas"
    DITAMBAHKAN = "ditambahkan"
    MASIH_MUAT = "masih_muat"
    GRATIS = "gratis"


SEBAB_KENDALA = {
    Kendala.KURSI: Sebab.KURSI_HABIS,
    Kendala.PAGU: Sebab.PAGU_HABIS,
    Kendala.BENTROK: Sebab.BENTROK_TANGGAL,
    Kendala.CELAH_SEKALI: Sebab.CELAH_TERTUTUP,
    Kendala.PALING_BANYAK: Sebab.SUDAH_CUKUP,
}


class Tolakan(NamedTuple):
    """Why pair `pasangan` is not in. `karena`: the own pair that stands in the way, if one does."""

    pasangan: int
    sebab: Sebab
    karena: int | None = None


def sebab_tidak_dipilih(m: Masalah, dipilih: Iterable[int]) -> Iterator[Tolakan]:
    """One reason for every pair that is not chosen, in the order of the pairs."""
    isi = Isi(m)
    terpilih = set(dipilih)
    for p in sorted(terpilih):
        isi.ambil(p)
    yield from (_sebab(isi, p) for p in range(len(m.orang)) if p not in terpilih)


def _sebab(isi: Isi, p: int) -> Tolakan:
    kendala = isi.penghalang(p)
    if kendala is not None:
        return Tolakan(p, SEBAB_KENDALA[kendala], isi.lawan(p))
    if isi.kurang_adil(p):
        return Tolakan(p, Sebab.PEMERATAAN)
    return Tolakan(p, Sebab.MASIH_MUAT)
