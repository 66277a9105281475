"""Tables of SIASN ratings: their header, and the person by NIP or by the PNS ID alone."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.errors import DomainError
from kinerja.enums import BentukSiasn, Predikat, Rating
from kinerja.rules.bentuk_siasn import SEBUTAN, Bulan, Periode, periode, predikat_dari_kode, rating_dari_kode
from kinerja.services.impor_predikat import TAHUN_TERAWAL, Dibaca, Kolom, match_predikat
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, temukan_tabel
from pegawai.services.siasn.orang import read_code, say_who, with_nip

PNS_ID: Final = "PNSDINILAIID"
KOLOM: Final = Kolom("HASILKINERJANILAI", "PERILAKUKERJANILAI", "KUADRANKINERJANILAI", "TAHUN")
_BULAN: Final = (
    "BULANMULAIPENILAIAN", "TAHUNMULAIPENILAIAN", "BULANSELESAIPENILAIAN", "TAHUNSELESAIPENILAIAN",
)  # fmt: skip
_DUA_RATING: Final = (KOLOM.hasil, KOLOM.perilaku)
SKEMA: Final = {
    BentukSiasn.SKP22: Skema("skp22 dari SIASN", ("TAHUN", *_DUA_RATING), lambda j: SEBUTAN.get(j, j)),
    BentukSiasn.KINERJA_PERIODIK: Skema(
        "kinerjaperiodik dari SIASN", ("PERIODIKID", *_BULAN, *_DUA_RATING), lambda j: SEBUTAN.get(j, j)
    ),
}


def read_table(buku: Buku, bentuk: BentukSiasn, instansi_id: int) -> Tabel:
    """The table of one shape, with a column NIP; DomainError `kepala_...` when it is not there.

    skp22 names the person by PNS ID only.
    """
    return with_nip(temukan_tabel(buku, SKEMA[bentuk]), instansi_id, pns_id=PNS_ID, sebutan="pnsDinilaiId")


# -- one row ----------------------------------------------------------------------------------------


def read_ratings(isian: Isian, tahun: int) -> dict[str, int | None]:
    """The two ratings and the predikat, as stored; a predikat against the matrix refuses the row."""
    hasil, perilaku = (read_code(isian, k, max(Rating)) for k in _DUA_RATING)
    kuadran = read_code(isian, KOLOM.predikat, max(Predikat))
    dibaca = Dibaca(
        None if hasil is None else rating_dari_kode(hasil),
        None if perilaku is None else rating_dari_kode(perilaku),
        None if kuadran is None else predikat_dari_kode(kuadran),
    )
    predikat = None if isian.galat else match_predikat(isian, tahun, dibaca, KOLOM)
    return {
        "rating_hasil": None if dibaca.hasil is None else int(dibaca.hasil),
        "rating_perilaku": None if dibaca.perilaku is None else int(dibaca.perilaku),
        "predikat": None if predikat is None else int(predikat),
    }


def read_person(isian: Isian) -> None:
    """Say which column is to blame when a row names nobody of here."""
    say_who(isian, PNS_ID)


def read_rater(isian: Isian) -> dict[str, str]:
    """Who rated, by SIASN."""
    return {
        "penilai_nip": isian.teks("PENILAINIPNRP", maks=30),
        "penilai_nama": isian.teks("PENILAINAMA", maks=150),
    }


def read_year(isian: Isian, kolom: str = "TAHUN") -> int:
    """A year; 0 when the row is refused because of it."""
    return read_code(isian, kolom, 2100, paling_sedikit=TAHUN_TERAWAL, wajib=True) or 0


def read_period(isian: Isian) -> Periode | None:
    """The quarter or month of a row; None when it is refused because of it."""
    kode = read_code(isian, "PERIODIKID", 9, wajib=True)
    b_mulai, b_selesai = (read_code(isian, k, 12, wajib=True) for k in (_BULAN[0], _BULAN[2]))
    t_mulai, t_selesai = (read_year(isian, k) for k in (_BULAN[1], _BULAN[3]))
    if isian.galat or kode is None or b_mulai is None or b_selesai is None:
        return None
    try:
        return periode(kode, Bulan(b_mulai, t_mulai), Bulan(b_selesai, t_selesai))
    except DomainError as salah:
        kolom = "PERIODIKID" if salah.kode == "periodik_tidak_dikenal" else _BULAN[0]
        isian.tolak(kolom, salah.pesan, salah.tindakan)
        return None
