"""Tables of SIASN ratings: their header, and the person by NIP or by the PNS ID alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from asn_karier.lib.errors import DomainError
from kinerja.enums import BentukSiasn, Predikat, Rating
from kinerja.rules.bentuk_siasn import SEBUTAN, Bulan, Periode, periode, predikat_dari_kode, rating_dari_kode
from kinerja.services.impor_predikat import TAHUN_TERAWAL, Dibaca, Kolom, match_predikat
from pegawai.models import Pegawai
from pegawai.services.berkas import Buku, Isian, Jenis, Lembar, Nilai, Skema, Tabel, temukan_tabel
from pegawai.services.berkas.bentuk import BarisMentah
from pegawai.services.impor_catatan import NIP

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
#: Numbers that a decimal column hands out with idle zeros.
_EKOR_NOL: Final = re.compile(r"[.,]0+$")


def read_table(buku: Buku, bentuk: BentukSiasn, instansi_id: int) -> Tabel:
    """The table of one shape, with a column NIP; DomainError `kepala_...` when it is not there.

    skp22 names the person by PNS ID only; it is looked up among the people of the instansi.
    """
    tabel = temukan_tabel(buku, SKEMA[bentuk])
    if PNS_ID not in tabel.kolom:
        if NIP in tabel.kolom:
            return tabel
        raise DomainError(
            "kepala_kurang",
            "Berkas ini tidak memuat kolom nip atau pnsDinilaiId, sehingga orangnya tidak diketahui.",
            tindakan="Pakai berkas dari SIASN apa adanya, tanpa menghapus kolom, lalu unggah lagi.",
        )
    orang = Pegawai.objects.filter(instansi_id=instansi_id).exclude(siasn_id=None)
    nip = {str(siasn).upper(): n for siasn, n in orang.order_by().values_list("siasn_id", "nip")}
    kolom = {NIP: max(tabel.kolom.values()) + 1, **tabel.kolom}
    return Tabel(BukuBerNip(tabel, nip, kolom), tabel.lembar, tabel.baris_kepala, kolom, tabel.pembuka)


class BukuBerNip:
    """The same book with a NIP in every row; it stays empty for a PNS ID that nobody here has."""

    def __init__(self, tabel: Tabel, nip: Mapping[str, str], kolom: Mapping[str, int]) -> None:
        self.jenis: Jenis = tabel.buku.jenis
        self.lembar: tuple[Lembar, ...] = tabel.buku.lembar
        self._buku, self._nip, self._kolom = tabel.buku, nip, kolom

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        lebar, di_nip = max(self._kolom.values()) + 1, self._kolom[NIP]
        for nomor, sel in self._buku.baris(lembar):
            penuh: list[Nilai] = [*sel, *[""] * (lebar - len(sel))]
            if penuh[di_nip] in ("", None):
                siapa = str(penuh[self._kolom[PNS_ID]]).strip(" '").upper()
                penuh[di_nip] = self._nip.get(siapa, "")
            yield nomor, penuh

    def tersembunyi(self, lembar: str) -> int:
        return self._buku.tersembunyi(lembar)


# -- one row ----------------------------------------------------------------------------------------


def read_ratings(isian: Isian, tahun: int) -> dict[str, int | None]:
    """The two ratings and the predikat, as stored; a predikat against the matrix refuses the row."""
    hasil, perilaku = (_code(isian, k, max(Rating)) for k in _DUA_RATING)
    kuadran = _code(isian, KOLOM.predikat, max(Predikat))
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
    if not isian.teks(NIP) and isian.teks(PNS_ID):
        isian.tolak(
            PNS_ID, "PNS ID ini tidak ada di instansi ini", "Impor data pegawai dari SIASN lebih dahulu."
        )


def read_rater(isian: Isian) -> dict[str, str]:
    """Who rated, by SIASN."""
    return {
        "penilai_nip": isian.teks("PENILAINIPNRP", maks=30),
        "penilai_nama": isian.teks("PENILAINAMA", maks=150),
    }


def read_year(isian: Isian, kolom: str = "TAHUN") -> int:
    """A year; 0 when the row is refused because of it."""
    return _code(isian, kolom, 2100, paling_sedikit=TAHUN_TERAWAL, wajib=True) or 0


def read_period(isian: Isian) -> Periode | None:
    """The quarter or month of a row; None when it is refused because of it."""
    kode = _code(isian, "PERIODIKID", 9, wajib=True)
    b_mulai, b_selesai = (_code(isian, k, 12, wajib=True) for k in (_BULAN[0], _BULAN[2]))
    t_mulai, t_selesai = (read_year(isian, k) for k in (_BULAN[1], _BULAN[3]))
    if isian.galat or kode is None or b_mulai is None or b_selesai is None:
        return None
    try:
        return periode(kode, Bulan(b_mulai, t_mulai), Bulan(b_selesai, t_selesai))
    except DomainError as salah:
        kolom = "PERIODIKID" if salah.kode == "periodik_tidak_dikenal" else _BULAN[0]
        isian.tolak(kolom, salah.pesan, salah.tindakan)
        return None


def _code(
    isian: Isian, kolom: str, paling_banyak: int, *, paling_sedikit: int = 1, wajib: bool = False
) -> int | None:
    """A whole number, also when a decimal column wrote it as 2.00."""
    teks = _EKOR_NOL.sub("", isian.teks(kolom, maks=20, wajib=wajib))
    if not teks:
        return None
    if teks.isascii() and teks.isdigit() and paling_sedikit <= int(teks) <= paling_banyak:
        return int(teks)
    isian.tolak(
        kolom, "bukan kode yang dikenal", f"Isi bilangan {paling_sedikit} sampai {paling_banyak}.", isi=teks
    )
    return None
