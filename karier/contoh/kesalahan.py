"""Faults seeded on purpose in about three percent of the people, each listed by NIP.

Leaders never get one: a fault stays with the person it was given to, so that the clean share of the
regency is really clean.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from random import Random

from asn_karier.lib.dates import add_months
from karier.contoh.acak import acak_untuk
from karier.contoh.bentuk import Akibat, Daerah, JenisKesalahan, Kesalahan, Orang
from pegawai.enums import JenisJabatan, JenisPegawai

BAGIAN = 0.03
SIASN, ATASAN, EKINERJA, PAK = (
    "siasn_export.csv",
    "data_awal.xlsx: Atasan",
    "ekinerja_2025.xlsx",
    "data_awal.xlsx: PAK",
)

URAIAN: dict[JenisKesalahan, tuple[Akibat, str, str]] = {
    JenisKesalahan.TANPA_ATASAN: (Akibat.DATA_KURANG, ATASAN, "Baris atasan tidak ada."),
    JenisKesalahan.ATASAN_DIRI_SENDIRI: (Akibat.DITOLAK, ATASAN, "NIP atasan sama dengan NIP pegawai."),
    JenisKesalahan.ATASAN_MELINGKAR: (Akibat.PERINGATAN, ATASAN, "Dua pegawai saling menjadi atasan."),
    JenisKesalahan.ATASAN_LEWAT_BUP: (Akibat.PERINGATAN, ATASAN, "Atasan sudah melewati batas usia pensiun."),
    JenisKesalahan.LEWAT_BUP: (
        Akibat.PERINGATAN,
        SIASN,
        "Sudah melewati batas usia pensiun, masih tercatat aktif.",
    ),
    JenisKesalahan.UNIT_TIDAK_DIKENAL: (Akibat.DITOLAK, SIASN, "UNOR ID tidak ada di unit_kerja.csv."),
    JenisKesalahan.NIP_BEDA_TANGGAL_LAHIR: (Akibat.PERINGATAN, SIASN, "Tanggal lahir berbeda dengan NIP."),
    JenisKesalahan.PPPK_GOLONGAN_TERSAMAR: (
        Akibat.DITANGANI,
        SIASN,
        "Golongan PPPK ditulis seperti golongan PNS.",
    ),
    JenisKesalahan.PREDIKAT_HILANG: (Akibat.DATA_KURANG, EKINERJA, "Predikat tahun 2025 tidak ada."),
    JenisKesalahan.PAK_HILANG: (Akibat.DATA_KURANG, PAK, "Pejabat fungsional tanpa penetapan angka kredit."),
    JenisKesalahan.NIP_GANDA: (Akibat.DITOLAK, SIASN, "NIP muncul dua kali dengan jabatan berbeda."),
    JenisKesalahan.TANGGAL_MUSTAHIL: (Akibat.DITOLAK, SIASN, "TMT golongan 31-02."),
    JenisKesalahan.GOLONGAN_TIDAK_DIKENAL: (Akibat.DITOLAK, SIASN, "Golongan akhir III/f."),
    JenisKesalahan.PENDIDIKAN_HILANG: (Akibat.DATA_KURANG, SIASN, "Pendidikan kosong."),
}
"""What an importer should do with each kind, where it shows, and in words."""

DITANAM = tuple(
    j for j in JenisKesalahan if j not in {JenisKesalahan.PPPK_GOLONGAN_TERSAMAR, JenisKesalahan.LEWAT_BUP}
)


def tanam_kesalahan(daerah: Daerah, pemimpin: frozenset[str]) -> None:
    """Seed the faults in place and list them in `daerah.kesalahan`, ordered by NIP."""
    acak = acak_untuk(daerah.benih, "kesalahan")
    calon = [o for o in daerah.orang if o.nip not in pemimpin and o.atasan_nip]
    acak.shuffle(calon)
    jatah = round(len(daerah.orang) * BAGIAN)
    penanam = _Penanam(acak, calon, daerah.per)
    for jenis in cycle(DITANAM):
        if penanam.banyak >= jatah:
            break
        penanam.tanam(jenis)
    daftar = [_catat(o, o.kesalahan) for o in daerah.orang if o.kesalahan]
    daftar += [_catat(o, JenisKesalahan.PPPK_GOLONGAN_TERSAMAR) for o in daerah.orang if o.tersamar]
    daerah.kesalahan = sorted(daftar, key=lambda k: (k.nip, k.jenis))


class _Penanam:
    def __init__(self, acak: Random, calon: list[Orang], per: date) -> None:
        self._acak = acak
        self._sisa = calon
        self._per = per
        self._lewat_bup: Orang | None = None
        self.banyak = 0

    def tanam(self, jenis: JenisKesalahan) -> None:
        """Give the next fitting person this fault; kinds about a leader involve a second person."""
        orang = self._ambil(_SYARAT.get(jenis, _siapa_saja))
        if orang is None:
            self.banyak += 1  # nobody fits in a very small regency; keep the total bounded
            return
        self._tandai(orang, jenis)
        if jenis is JenisKesalahan.ATASAN_DIRI_SENDIRI:
            orang.atasan_nip = orang.nip
        elif jenis is JenisKesalahan.ATASAN_MELINGKAR:
            self._lingkarkan(orang)
        elif jenis is JenisKesalahan.ATASAN_LEWAT_BUP:
            self._beri_atasan_lewat_bup(orang)

    def _lingkarkan(self, orang: Orang) -> None:
        pasangan = self._ambil(_siapa_saja)
        if pasangan is None:
            return
        self._tandai(pasangan, JenisKesalahan.ATASAN_MELINGKAR)
        orang.atasan_nip, pasangan.atasan_nip = pasangan.nip, orang.nip

    def _beri_atasan_lewat_bup(self, orang: Orang) -> None:
        """One person past retirement serves as the wrong leader of several."""
        if self._lewat_bup is None:
            tua = self._ambil(_pelaksana_pns)
            if tua is None:
                return
            self._lewat_bup = _tuakan(tua, self._per, self._acak)
            self._tandai(tua, JenisKesalahan.LEWAT_BUP)
        orang.atasan_nip = self._lewat_bup.nip

    def _ambil(self, syarat: Callable[[Orang], bool]) -> Orang | None:
        for nomor in range(len(self._sisa) - 1, -1, -1):
            if syarat(self._sisa[nomor]):
                return self._sisa.pop(nomor)
        return None

    def _tandai(self, orang: Orang, jenis: JenisKesalahan) -> None:
        orang.kesalahan = jenis
        orang.pindahan = False
        self.banyak += 1


def _tuakan(orang: Orang, per: date, acak: Random) -> Orang:
    """Move the birth so that the retirement date lies some months back; NIP and dates stay in step."""
    lahir = add_months(per, -(orang.jabatan.bup * 12 + acak.randint(3, 9))) + timedelta(
        days=acak.randint(1, 20)
    )
    orang.tanggal_lahir = lahir
    orang.nip = f"{lahir:%Y%m%d}{orang.nip[8:15]}9{orang.nip[16:]}"
    return orang


def _catat(orang: Orang, jenis: JenisKesalahan) -> Kesalahan:
    akibat, berkas, keterangan = URAIAN[jenis]
    return Kesalahan(orang.nip, jenis, akibat, berkas, keterangan)


def _siapa_saja(orang: Orang) -> bool:
    return True


def _pelaksana_pns(orang: Orang) -> bool:
    pelaksana = orang.jabatan.jenis is JenisJabatan.PELAKSANA and orang.jenis_pegawai is JenisPegawai.PNS
    return pelaksana and orang.tmt_pns is not None


_SYARAT: dict[JenisKesalahan, Callable[[Orang], bool]] = {
    JenisKesalahan.PAK_HILANG: lambda o: o.angka_kredit is not None,
    JenisKesalahan.PREDIKAT_HILANG: lambda o: bool(o.predikat),
    JenisKesalahan.TANGGAL_MUSTAHIL: lambda o: o.jenis_pegawai is JenisPegawai.PNS,
    JenisKesalahan.GOLONGAN_TIDAK_DIKENAL: lambda o: o.jenis_pegawai is JenisPegawai.PNS,
}


def baris_predikat(orang: Orang) -> Iterator[tuple[int, int, int]]:
    """The yearly ratings that reach the files: all but the one a fault removed."""
    hilang = 2025 if orang.kesalahan is JenisKesalahan.PREDIKAT_HILANG else 0
    return (p for p in orang.predikat if p[0] != hilang)
