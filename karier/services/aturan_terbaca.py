"""The rule book on screen: subjects with their versions, one file, two versions, settings of an instansi.

The HR desk and the portal show the same; addresses are theirs.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import AKAR, Aturan, Berkas, aturan_per, baca_berkas, terbitan
from asn_karier.lib.errors import TidakDitemukan
from karier.kamus.berkas_aturan import (
    KEYAKINAN,
    BarisTerbaca,
    TabelTerbaca,
    baca_baris,
    baca_tabel,
    banyak_perkiraan,
    nama_entri,
)
from karier.models import ParameterInstansi
from karier.rules.parameter import DAPAT_DIATUR, pasang, terpasang

#: Rows named in the list of versions; the others stand on the page of the file.
POKOK: Final = 4


class VersiTerbaca(NamedTuple):
    """One file of a subject. `keadaan` on the day asked for; `pokok`: its first rows."""

    kode: str
    judul: str
    mulai: date
    mulai_teks: str
    keadaan: str
    kelas: str
    dasar: str
    conf: str
    jumlah: int
    perkiraan: int
    pokok: list[BarisTerbaca]

    @property
    def mulai_iso(self) -> str:
        """Its place in addresses."""
        return self.mulai.isoformat()


class SubjekTerbaca(NamedTuple):
    """A subject of the law; the newest version first."""

    kode: str
    judul: str
    versi: list[VersiTerbaca]


class ParameterTerbaca(NamedTuple):
    """A row that the instansi may set. `setelan`: what counts now, None when the regulation does.

    `terpakai` False: it is set, but does not fit the rules in force, so that the regulation counts.
    """

    entri: str
    nama: str
    subjek: str
    baris: BarisTerbaca
    peraturan: str
    mulai: date
    setelan: ParameterInstansi | None
    terpakai: bool
    nanti: list[ParameterInstansi]

    @property
    def subjek_kode(self) -> str:
        return self.entri.partition("/")[0]

    @property
    def mulai_iso(self) -> str:
        """Place of the rule file in addresses."""
        return self.mulai.isoformat()

    @property
    def batas(self) -> str:
        """What may be set, both included."""
        b = DAPAT_DIATUR[self.entri]
        return f"{b.paling_kecil} sampai {b.paling_besar}"


def cari_berkas(kode: str, mulai: str) -> Berkas:
    """A released file by its address; TidakDitemukan when there is none."""
    hari = next((h for h in terbitan().get(kode, ()) if h.isoformat() == mulai), None)
    if hari is None:
        raise TidakDitemukan("berkas_aturan_tidak_ada", "Berkas aturan ini tidak ada.")
    return baca_berkas(AKAR, kode, hari)


def daftar_subjek(per: date) -> list[SubjekTerbaca]:
    """Every subject with its versions, by title."""
    menurut_kode = {kode: daftar_versi(kode, per) for kode in terbitan()}
    subjek = [SubjekTerbaca(kode, versi[0].judul, versi) for kode, versi in menurut_kode.items()]
    return sorted(subjek, key=lambda s: s.judul)


def daftar_versi(kode: str, per: date) -> list[VersiTerbaca]:
    """The versions of one subject, the newest first."""
    urut = sorted(terbitan()[kode], reverse=True)
    return [baca_versi(baca_berkas(AKAR, kode, mulai), per) for mulai in urut]


def rule_version(a: Aturan, kode: str, per: date) -> str:
    """The file of numbers that a decision mainly rests on, by name and date, and what replaces it later."""
    berkas = a[kode]
    baru = [kata.tanggal(mulai) for mulai in terbitan()[kode] if mulai > max(per, berkas.berlaku_mulai)]
    nanti = f"; versi mulai {kata.daftar(baru)} sudah terbit, belum dipakai dalam hasil ini" if baru else ""
    return f"{berkas.judul} (berlaku {kata.tanggal(berkas.berlaku_mulai)}{nanti})"


def baca_versi(berkas: Berkas, per: date) -> VersiTerbaca:
    """The head of one file, and whether it counts on `per`."""
    keadaan, kelas = _keadaan(berkas, per)
    tabel = _tabel(berkas)
    baris = [b for t in tabel for b in t.baris]
    return VersiTerbaca(
        kode=berkas.kode,
        judul=berkas.judul,
        mulai=berkas.berlaku_mulai,
        mulai_teks=kata.tanggal(berkas.berlaku_mulai),
        keadaan=keadaan,
        kelas=kelas,
        dasar="; ".join(berkas.dasar_hukum),
        conf=KEYAKINAN[berkas.isi["conf"]][0],
        jumlah=len(baris),
        perkiraan=banyak_perkiraan(tabel),
        pokok=baris[:POKOK],
    )


def baca_isi(berkas: Berkas, setelan: list[ParameterTerbaca]) -> list[TabelTerbaca]:
    """Every table of a file; a row that the instansi has set says so in its note."""
    diatur = {p.entri: p for p in setelan if p.setelan is not None and p.terpakai}
    return [
        TabelTerbaca(t.judul, [_dengan_setelan(b, diatur.get(b.entri)) for b in t.baris])
        for t in _tabel(berkas)
    ]


def daftar_parameter(instansi_id: int, per: date) -> list[ParameterTerbaca]:
    """What the instansi may set under the rules of `per`, with what it has set; one query."""
    semua = aturan_per(per)
    baris = list(
        ParameterInstansi.objects.filter(instansi_id=instansi_id)
        .select_related("ditetapkan_oleh")
        .order_by("berlaku_mulai", "pk")
    )
    berlaku = {b.entri: b.nilai for b in baris if b.berlaku_mulai <= per}
    a = pasang(semua, {entri: nilai for entri, nilai in berlaku.items() if nilai is not None})
    hasil = []
    for entri in DAPAT_DIATUR:
        kode, tabel, nama = entri.split("/")
        if kode not in semua or nama not in semua[kode].tabel_atau_kosong(tabel):
            continue
        milik = [b for b in baris if b.entri == entri]
        kini = next((b for b in reversed(milik) if b.berlaku_mulai <= per), None)
        hasil.append(
            ParameterTerbaca(
                entri=entri,
                nama=nama_entri(entri),
                subjek=semua[kode].judul,
                baris=baca_baris(a[kode], tabel, nama),
                peraturan=baca_baris(semua[kode], tabel, nama).nilai,
                mulai=semua[kode].berlaku_mulai,
                setelan=kini if kini is not None and kini.nilai is not None else None,
                terpakai=terpasang(a, entri),
                nanti=[b for b in milik if b.berlaku_mulai > per],
            )
        )
    return hasil


@lru_cache(maxsize=256)
def _tabel(berkas: Berkas) -> tuple[TabelTerbaca, ...]:
    """The words of a released file, which never changes."""
    return tuple(baca_tabel(berkas))


def _keadaan(berkas: Berkas, per: date) -> tuple[str, str]:
    if berkas.berlaku_mulai > per:
        return "Akan berlaku", "perlu"
    pengganti = [h for h in terbitan()[berkas.kode] if berkas.berlaku_mulai < h <= per]
    if pengganti:
        return f"Diganti mulai {kata.tanggal(min(pengganti))}", "netral"
    return "Berlaku", "ok"


def _dengan_setelan(b: BarisTerbaca, p: ParameterTerbaca | None) -> BarisTerbaca:
    if p is None or p.setelan is None:
        return b
    mulai = kata.tanggal(p.setelan.berlaku_mulai)
    kalimat = f"Di instansi ini {p.baris.nilai} sejak {mulai} ({p.setelan.dasar})."
    return b._replace(catatan=f"{b.catatan} {kalimat}".strip())
