"""The papers of a proposal: which are asked for, and what in the records would bring it back from BKN.

Nothing here decides: a person with a fault may still be proposed, HR is told first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from karier.enums import AkibatBerkas, JalurPangkat, Pelaku
from pegawai.rules.nip import Nip

BERKAS: Final = "berkas_kp"
TABEL_JALUR: Final = {
    JalurPangkat.REGULER: "reguler",
    JalurPangkat.JABATAN_FUNGSIONAL: "jabatan_fungsional",
    JalurPangkat.STRUKTURAL: "struktural",
    JalurPangkat.PENYESUAIAN_IJAZAH: "penyesuaian_ijazah",
}
JENIS_KP: Final = tuple(TABEL_JALUR.values())
#: What can be sent back and stands on no checklist.
LUAR_DAFTAR: Final = ("identitas", "lain")
_NAMA_TERPENDEK: Final = 2


class Dokumen(NamedTuple):
    """One paper of the checklist. `diminta` False: only where there is one, or where it is required."""

    kode: str
    diminta: bool
    pasal: str
    conf: str
    catatan: str


class CatatanOrang(NamedTuple):
    """What the records say about one person's papers; empty text or None is not recorded.

    `golongan_lalu`: the highest golongan that began before the present one, 0 for none.
    """

    nip: str
    nama: str
    tanggal_lahir: date
    jenis_kelamin: str
    tmt_cpns: date | None
    golongan_lalu: int
    golongan: int
    tmt_pangkat: date | None
    sk_pangkat: str
    tmt_jabatan: date | None
    sk_jabatan: str
    ijazah: str
    tahun_lulus: int | None
    fungsional: bool
    pak: bool
    tahun_predikat: frozenset[int]


class TemuanBerkas(NamedTuple):
    """One fault. `dokumen`: the paper of the checklist that it is about."""

    kode: str
    akibat: AkibatBerkas
    pelaku: Pelaku
    dokumen: str


def dokumen_usul(jenis: str, a: Aturan) -> list[Dokumen]:
    """The checklist of one kind of kenaikan pangkat; empty on a day without one."""
    if BERKAS not in a:
        return []
    return [
        Dokumen(kode, bool(b["nilai"]), str(b["pasal"]), str(b["conf"]), str(b["catatan"]))
        for kode, b in a[BERKAS].tabel(jenis).items()
    ]


def dokumen_diminta(jalur: int, a: Aturan) -> list[str]:
    """What BKN may send back on this path: its checklist, the identity, and anything else."""
    jenis = TABEL_JALUR.get(JalurPangkat(jalur))
    kode = [d.kode for d in dokumen_usul(jenis, a)] if jenis else []
    return [*kode, *LUAR_DAFTAR]


def praperiksa(c: CatatanOrang, tmt: date, bulan_tertunda: int) -> list[TemuanBerkas]:
    """What would come back, the certain first; empty when the records agree with each other.

    Up to the month `bulan_tertunda` the years before count while last year is not assessed yet.
    """
    semua = [*_identitas(c), *_pangkat(c), *_jabatan(c), *_ijazah(c), *_kinerja(c, tmt, bulan_tertunda)]
    return sorted(semua, key=lambda t: t.akibat is AkibatBerkas.PERIKSA)


def _identitas(c: CatatanOrang) -> Iterator[TemuanBerkas]:
    if len(c.nama.strip()) < _NAMA_TERPENDEK or any(h.isdigit() for h in c.nama):
        yield TemuanBerkas("nama", AkibatBerkas.BTS, Pelaku.BKPSDM, "identitas")
    try:
        nip = Nip.parse(c.nip)
    except DomainError:
        yield TemuanBerkas("nip", AkibatBerkas.BTS, Pelaku.BKN, "identitas")
        return
    if nip.tanggal_lahir != c.tanggal_lahir:
        yield TemuanBerkas("nip_lahir", AkibatBerkas.BTS, Pelaku.BKN, "identitas")
    if nip.jenis_kelamin != c.jenis_kelamin:
        yield TemuanBerkas("nip_kelamin", AkibatBerkas.BTS, Pelaku.BKN, "identitas")
    if nip.tmt_cpns and c.tmt_cpns and nip.tmt_cpns != c.tmt_cpns.replace(day=1):
        yield TemuanBerkas("nip_cpns", AkibatBerkas.BTS, Pelaku.BKN, "identitas")


def _pangkat(c: CatatanOrang) -> Iterator[TemuanBerkas]:
    if c.tmt_pangkat is None:
        yield TemuanBerkas("pangkat_kosong", AkibatBerkas.BTS, Pelaku.BKPSDM, "sk_pangkat")
        return
    if c.tmt_cpns and c.tmt_pangkat < c.tmt_cpns:
        yield TemuanBerkas("pangkat_sebelum_cpns", AkibatBerkas.BTS, Pelaku.BKPSDM, "sk_pangkat")
    if c.golongan_lalu >= c.golongan:
        yield TemuanBerkas("pangkat_mundur", AkibatBerkas.BTS, Pelaku.BKPSDM, "sk_pangkat")
    if not c.sk_pangkat:
        yield TemuanBerkas("sk_pangkat", AkibatBerkas.PERIKSA, Pelaku.BKPSDM, "sk_pangkat")


def _jabatan(c: CatatanOrang) -> Iterator[TemuanBerkas]:
    if c.tmt_jabatan is None:
        yield TemuanBerkas("jabatan_kosong", AkibatBerkas.BTS, Pelaku.BKPSDM, "sk_jabatan")
        return
    if c.tmt_cpns and c.tmt_jabatan < c.tmt_cpns:
        yield TemuanBerkas("jabatan_sebelum_cpns", AkibatBerkas.BTS, Pelaku.BKPSDM, "sk_jabatan")
    if not c.sk_jabatan:
        yield TemuanBerkas("sk_jabatan", AkibatBerkas.PERIKSA, Pelaku.BKPSDM, "sk_jabatan")


def _ijazah(c: CatatanOrang) -> Iterator[TemuanBerkas]:
    if not c.ijazah:
        yield TemuanBerkas("ijazah_kosong", AkibatBerkas.BTS, Pelaku.PEGAWAI, "ijazah")
    elif c.tahun_lulus is None:
        yield TemuanBerkas("ijazah_tahun", AkibatBerkas.PERIKSA, Pelaku.PEGAWAI, "ijazah")
    elif c.tahun_lulus <= c.tanggal_lahir.year:
        yield TemuanBerkas("ijazah_sebelum_lahir", AkibatBerkas.BTS, Pelaku.BKPSDM, "ijazah")


def _kinerja(c: CatatanOrang, tmt: date, bulan_tertunda: int) -> Iterator[TemuanBerkas]:
    if c.fungsional and not c.pak:
        yield TemuanBerkas("pak_kosong", AkibatBerkas.BTS, Pelaku.ATASAN, "pak")
    terakhir = tmt.year - 1
    if terakhir not in c.tahun_predikat and tmt.month <= bulan_tertunda:
        terakhir -= 1
    if not {terakhir, terakhir - 1} <= c.tahun_predikat:
        yield TemuanBerkas("skp_kurang", AkibatBerkas.TMS, Pelaku.ATASAN, "skp_dua_tahun")
