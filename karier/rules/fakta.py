"""Fakta: the vocabulary of facts on which every career decision rests.

One line per fact: stored type, unit, who publishes it, what a missing value means. The layout is
stored in `HasilEvaluasi.fakta`, so it is append-only per version: a new fact means FAKTA_VERSI + 1
(its line names the version), and rows of older versions are read as having it missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Annotated, Any, Final, NamedTuple, Self, get_type_hints

import numpy as np
import numpy.typing as npt

from asn_karier.lib.kolom import Kolom, NilaiTunggal, gabung
from pegawai.enums import KompetensiMansoskul

FAKTA_VERSI: Final = 2

#: Units that count something: more than fits is stored as the most that fits, "at least so many".
_TERHITUNG: Final = frozenset(
    {"JP", "senti", "JP, dua belas bulan terakhir", "bulan, dan JF setara", "lowongan"}
)

_TIPE = {"i1": "<i1", "i2": "<i2", "i4": "<i4", "hari": "<i4"}


class BarisFakta(NamedTuple):
    """One line of the table: where a fact comes from and how it is kept."""

    nama: str
    tipe: str
    satuan: str
    sumber: str
    bila_kosong: str
    versi: int

    @property
    def tanggal(self) -> bool:
        return self.tipe == "hari"

    @property
    def dtype(self) -> str:
        """Little-endian numpy type in the packed row; dates are days since 1970-01-01."""
        return _TIPE[self.tipe]

    @property
    def kosong(self) -> int:
        """The stored number that stands for a missing fact: the lowest of its type."""
        return int(np.iinfo(self.dtype).min)


_ORANG: Final = "pegawai: data utama"
_PANGKAT: Final = "pegawai: riwayat pangkat"
_JABATAN: Final = "pegawai: riwayat jabatan"
_DISIPLIN: Final = "pegawai: disiplin"
_CAKUPAN: Final = "pegawai: cakupan data"
_PREDIKAT: Final = "kinerja: penilaian yang ditetapkan, tahun"
_BUKU_JP: Final = "pegawai: buku JP"
_YA: Final = "1 ya, 0 tidak"
_TAK_DICATAT: Final = "tidak ada yang dicatat"
_TAK_LENGKAP: Final = "register tidak dinyatakan lengkap"
_BELUM_DINILAI: Final = "penilaian belum ditetapkan"


class _F(NamedTuple):
    """Type, unit, source, meaning of a missing value, version of the layout that brought it."""

    tipe: str
    satuan: str
    sumber: str
    bila_kosong: str
    versi: int = 1


def _f2(tipe: str, satuan: str, sumber: str, bila_kosong: str) -> _F:
    """A fact of the second layout."""
    return _F(tipe, satuan, sumber, bila_kosong, versi=2)


_Wajib = Annotated[Kolom, _F("i1", "level 1-5", "pegawai: standar jabatan", "standar belum ditetapkan")]
_Skor = Annotated[Kolom, _f2("i2", "senti, 0-10000", "karier: komponen talenta", "belum dinilai")]
_Capai = Annotated[Kolom, _F("i1", "level 0-5", "pegawai: level kompetensi", "belum pernah dinilai")]


@dataclass(frozen=True, eq=False, slots=True)
class Fakta:
    """Columns of equal length, one row per person."""

    jenis_pegawai: Annotated[Kolom, _F("i1", "JenisPegawai", _ORANG, "data utama belum lengkap")]
    status_kepegawaian: Annotated[Kolom, _F("i1", "StatusKepegawaian", _ORANG, "data utama belum lengkap")]
    kedudukan_hukum: Annotated[Kolom, _F("i1", "KedudukanHukum", _ORANG, "data utama belum lengkap")]
    tanggal_lahir: Annotated[Kolom, _F("hari", "tanggal", _ORANG, "data utama belum lengkap")]
    tmt_cpns: Annotated[Kolom, _F("hari", "tanggal", _ORANG, "bukan PNS, atau SK belum dicatat")]
    golongan: Annotated[Kolom, _F("i1", "urut 1-17, I/a-IV/e", _PANGKAT, "bukan PNS, atau SK belum dicatat")]
    tmt_golongan: Annotated[Kolom, _F("hari", "tanggal", _PANGKAT, "SK pangkat belum dicatat")]
    golongan_pppk: Annotated[Kolom, _F("i1", "urut 1-17, I-XVII", _PANGKAT, "bukan PPPK")]
    pendidikan: Annotated[Kolom, _F("i1", "TingkatPendidikan", "pegawai: pendidikan", "ijazah belum dicatat")]
    jenis_jabatan: Annotated[Kolom, _F("i1", "JenisJabatan", _JABATAN, "SK jabatan belum dicatat")]
    jenjang: Annotated[Kolom, _F("i1", "Jenjang", _JABATAN, "jenjang jabatan belum ditetapkan")]
    tmt_jabatan: Annotated[Kolom, _F("hari", "tanggal", _JABATAN, "SK jabatan belum dicatat")]
    bup: Annotated[Kolom, _F("i1", "tahun", _JABATAN, "batas usia pensiun jabatan belum ditetapkan")]
    predikat_1: Annotated[Kolom, _F("i1", "Predikat", f"{_PREDIKAT} TMT-1", _BELUM_DINILAI)]
    predikat_2: Annotated[Kolom, _F("i1", "Predikat", f"{_PREDIKAT} TMT-2", _BELUM_DINILAI)]
    predikat_3: Annotated[Kolom, _F("i1", "Predikat", f"{_PREDIKAT} TMT-3", _BELUM_DINILAI)]
    ak_sah: Annotated[Kolom, _F("i4", "senti", "kinerja: PAK + konversi ditandatangani", "PAK belum dicatat")]
    ak_draf: Annotated[Kolom, _F("i4", "senti", "kinerja: konversi belum ditandatangani", "tidak ada draf")]
    hukdis_sampai: Annotated[Kolom, _F("hari", "tanggal terakhir", _DISIPLIN, _TAK_DICATAT)]
    dalam_pemeriksaan: Annotated[Kolom, _F("i1", _YA, _DISIPLIN, _TAK_DICATAT)]
    disiplin_tercakup: Annotated[Kolom, _F("i1", _YA, _CAKUPAN, _TAK_LENGKAP)]
    ud_tk1: Annotated[Kolom, _F("i1", _YA, "pegawai: ujian dinas tingkat I", _TAK_DICATAT)]
    ud_tk2: Annotated[Kolom, _F("i1", _YA, "pegawai: ujian dinas tingkat II", _TAK_DICATAT)]
    ujian_tercakup: Annotated[Kolom, _F("i1", _YA, _CAKUPAN, _TAK_LENGKAP)]
    jp_tahun_ini: Annotated[Kolom, _F("i2", "JP", _BUKU_JP, "tidak ada kegiatan dicatat")]
    jp_tercakup: Annotated[Kolom, _F("i1", _YA, _CAKUPAN, _TAK_LENGKAP)]
    wajib_integritas: _Wajib
    wajib_kerja_sama: _Wajib
    wajib_komunikasi: _Wajib
    wajib_orientasi_hasil: _Wajib
    wajib_pelayanan_publik: _Wajib
    wajib_pengembangan_diri: _Wajib
    wajib_mengelola_perubahan: _Wajib
    wajib_pengambilan_keputusan: _Wajib
    wajib_perekat_bangsa: _Wajib
    capai_integritas: _Capai
    capai_kerja_sama: _Capai
    capai_komunikasi: _Capai
    capai_orientasi_hasil: _Capai
    capai_pelayanan_publik: _Capai
    capai_pengembangan_diri: _Capai
    capai_mengelola_perubahan: _Capai
    capai_pengambilan_keputusan: _Capai
    capai_perekat_bangsa: _Capai
    asesmen_tanggal: Annotated[
        Kolom, _F("hari", "tanggal", "pegawai: asesmen terakhir", "belum pernah dinilai")
    ]
    terpencil: Annotated[Kolom, _F("i1", _YA, "pegawai: unit kerja", "unit kerja belum dicatat")]
    mentor_aktif: Annotated[Kolom, _F("i1", _YA, "mentoring: pasangan berjalan", "tidak ada pasangan")]
    eselon: Annotated[Kolom, _f2("i1", "Eselon", _JABATAN, "bukan struktural, atau eselon belum dicatat")]
    mkg_bulan: Annotated[Kolom, _f2("i2", "bulan pada TMT golongan", _PANGKAT, "masa kerja belum dicatat")]
    hukdis_terberat: Annotated[Kolom, _f2("i1", "0 tidak pernah, 1 R, 2 S, 3 B", _DISIPLIN, _TAK_DICATAT)]
    hukdis_terakhir: Annotated[Kolom, _f2("hari", "akhir S atau B terakhir", _DISIPLIN, _TAK_DICATAT)]
    disiplin_sejak: Annotated[Kolom, _f2("hari", "tanggal", _CAKUPAN, _TAK_LENGKAP)]
    pernah_cltn: Annotated[Kolom, _f2("i1", _YA, _ORANG, "riwayat CLTN tidak dinyatakan lengkap")]
    satyalancana: Annotated[Kolom, _f2("i1", "10, 20, 30 tahun", "pegawai: penghargaan", _TAK_DICATAT)]
    upkp: Annotated[Kolom, _f2("i1", _YA, "pegawai: ujian penyesuaian ijazah", _TAK_DICATAT)]
    ukom_tanggal: Annotated[Kolom, _f2("hari", "lulus terakhir", "pegawai: uji kompetensi", _TAK_DICATAT)]
    lowongan: Annotated[Kolom, _f2("i2", "lowongan", "pegawai: kebutuhan jabatan", _TAK_DICATAT)]
    bulan_pelaksana: Annotated[Kolom, _f2("i2", "bulan, dan JF setara", _JABATAN, _TAK_DICATAT)]
    bulan_pengawas: Annotated[Kolom, _f2("i2", "bulan, dan JF setara", _JABATAN, _TAK_DICATAT)]
    bulan_administrator: Annotated[Kolom, _f2("i2", "bulan, dan JF setara", _JABATAN, _TAK_DICATAT)]
    bulan_bidang: Annotated[Kolom, _f2("i2", "bulan dalam bidang terkait", _JABATAN, _TAK_DICATAT)]
    jabatan_tercakup: Annotated[Kolom, _f2("i1", _YA, _CAKUPAN, _TAK_LENGKAP)]
    diklat_kepemimpinan: Annotated[Kolom, _f2("i1", _YA, _BUKU_JP, _TAK_DICATAT)]
    diklat_fungsional: Annotated[Kolom, _f2("i1", _YA, _BUKU_JP, _TAK_DICATAT)]
    jp_teknis: Annotated[Kolom, _f2("i2", "JP, dua belas bulan terakhir", _BUKU_JP, _TAK_DICATAT)]
    jp_seminar: Annotated[Kolom, _f2("i2", "JP, dua belas bulan terakhir", _BUKU_JP, _TAK_DICATAT)]
    skor_potensi: _Skor
    skor_pengembangan: _Skor
    skor_pengalaman: _Skor
    skor_kesesuaian: _Skor
    skor_penghargaan: _Skor
    skor_penugasan: _Skor
    skor_umpan_balik: _Skor

    def __post_init__(self) -> None:
        panjang = {len(getattr(self, b.nama)) for b in FAKTA}
        if len(panjang) != 1:
            raise ValueError("Facts need columns of one length")
        salah = [b.nama for b in FAKTA if getattr(self, b.nama).berupa_tanggal != b.tanggal]
        if salah:
            raise TypeError(f"Facts with the wrong type of column: {', '.join(salah)}")

    def __len__(self) -> int:
        return len(self.jenis_pegawai)

    @classmethod
    def satu(cls, **nilai: NilaiTunggal) -> Self:
        """One person; a fact that is not named is missing."""
        return cls.dari_baris([nilai])

    @classmethod
    def dari_baris(cls, baris: list[dict[str, NilaiTunggal]]) -> Self:
        """Several people as dictionaries; a fact that is not named is missing."""
        asing = {n for b in baris for n in b} - NAMA_FAKTA
        if asing:
            raise TypeError(f"Unknown facts: {', '.join(sorted(asing))}")
        return cls(**{f.nama: Kolom.dari([b.get(f.nama) for b in baris], tanggal=f.tanggal) for f in FAKTA})

    @classmethod
    def dari_kolom(cls, kolom: dict[str, Kolom], banyak: int) -> Self:
        """Columns as the readers deliver them; a fact nobody published is missing for everyone.

        A count beyond its type is cut here, before anything is judged, so that rules and record agree.
        """
        asing = set(kolom) - NAMA_FAKTA
        if asing:
            raise TypeError(f"Unknown facts: {', '.join(sorted(asing))}")
        isi = {f.nama: _muat(f, kolom[f.nama]) if f.nama in kolom else _tak_ada(f, banyak) for f in FAKTA}
        return cls(**isi)

    def ganti(self, **kolom: Kolom) -> Self:
        """The same people with some facts replaced (the what-if simulator)."""
        return type(self)(**{f.nama: kolom.get(f.nama, getattr(self, f.nama)) for f in FAKTA})

    def pilih(self, indeks: Any) -> Self:
        """The people of a slice, an index array or a mask."""
        return type(self)(**{f.nama: getattr(self, f.nama).pilih(indeks) for f in FAKTA})

    def baca(self, nama: str, indeks: int = 0) -> NilaiTunggal:
        """One fact of one person; None when missing."""
        nilai: NilaiTunggal = getattr(self, nama).baca(indeks)
        return nilai


_TERURAI = get_type_hints(Fakta, include_extras=True)
FAKTA: Final = tuple(BarisFakta(f.name, *_TERURAI[f.name].__metadata__[0]) for f in fields(Fakta))
NAMA_FAKTA: Final = frozenset(f.nama for f in FAKTA)
_DTYPE: Final = {
    versi: np.dtype([(f.nama, f.dtype) for f in FAKTA if f.versi <= versi])
    for versi in range(1, FAKTA_VERSI + 1)
}
_LEBAR: Final = {dtype.itemsize: versi for versi, dtype in _DTYPE.items()}
FAKTA_DTYPE: Final = _DTYPE[FAKTA_VERSI]

_HARI_NOL = np.datetime64("1970-01-01", "D")


def wajib(f: Fakta, kompetensi: KompetensiMansoskul) -> Kolom:
    """The level the jabatan asks for."""
    kolom: Kolom = getattr(f, f"wajib_{kompetensi.value}")
    return kolom


def capai(f: Fakta, kompetensi: KompetensiMansoskul) -> Kolom:
    """The level the person reached in the last assessment."""
    kolom: Kolom = getattr(f, f"capai_{kompetensi.value}")
    return kolom


def pack_fakta(f: Fakta) -> npt.NDArray[np.void]:
    """The facts as rows of FAKTA_DTYPE; a number its type cannot hold raises OverflowError."""
    hasil = np.zeros(len(f), dtype=FAKTA_DTYPE)
    for baris in FAKTA:
        kolom: Kolom = getattr(f, baris.nama)
        hasil[baris.nama] = _ke_tipe(baris, kolom)
    return hasil


def unpack_fakta(terkemas: bytes | memoryview | npt.NDArray[np.void], *, versi: int | None = None) -> Fakta:
    """The facts back from `pack_fakta`, from the bytes of one row, or of many rows of one `versi`.

    What a layout does not know yet is missing.
    """
    if isinstance(terkemas, np.ndarray):
        baris = terkemas
    else:
        baris = np.frombuffer(terkemas, dtype=_DTYPE[versi or _LEBAR[len(terkemas)]])
    ada = baris.dtype.names or ()
    return Fakta(
        **{f.nama: _dari_tipe(f, baris[f.nama]) if f.nama in ada else _tak_ada(f, len(baris)) for f in FAKTA}
    )


def unpack_rows(baris: Sequence[bytes]) -> Fakta:
    """The facts of many rows of one layout, each as `HasilSatu.fakta` holds it."""
    return unpack_fakta(b"".join(baris), versi=_LEBAR[len(baris[0])])


def gabung_fakta(bagian: list[Fakta]) -> Fakta:
    """People of several batches in one."""
    return Fakta(**{f.nama: gabung([getattr(b, f.nama) for b in bagian]) for f in FAKTA})


def _tak_ada(baris: BarisFakta, banyak: int) -> Kolom:
    return Kolom.kosong(banyak, tanggal=baris.tanggal)


def _muat(baris: BarisFakta, kolom: Kolom) -> Kolom:
    if baris.satuan not in _TERHITUNG:
        return kolom
    return kolom.dalam(None, int(np.iinfo(baris.dtype).max))


def _ke_tipe(baris: BarisFakta, kolom: Kolom) -> npt.NDArray[Any]:
    isian = kolom.isi(_HARI_NOL if baris.tanggal else 0).astype(np.int64)
    batas = np.iinfo(baris.dtype)
    # The lowest number is the mark of a missing fact, so it is out of range for a real one.
    if len(isian) and (isian.max() > batas.max or isian.min() <= batas.min):
        raise OverflowError(f"{baris.nama}: value does not fit {baris.dtype}")
    return np.where(kolom.ada, isian, baris.kosong).astype(baris.dtype)


def _dari_tipe(baris: BarisFakta, isi: npt.NDArray[Any]) -> Kolom:
    ada = isi != baris.kosong
    nilai = np.where(ada, isi, 0).astype(np.int64)
    return Kolom(nilai.astype("datetime64[D]") if baris.tanggal else nilai, ada)
