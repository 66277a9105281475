"""The requirements of one stored outcome, readable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import numpy as np

from asn_karier.lib.aturan import Aturan, aturan_dari_versi
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JALUR_DIHITUNG, JalurPangkat, JenisPutusan, Kerahasiaan, Pelaku
from karier.kamus.bahan import Bahan, Rincian
from karier.kamus.berkas_aturan import Letak, letak
from karier.kamus.kalimat import Pembaca
from karier.kamus.label import JUDUL, LABEL, PELAKU_TEKS
from karier.kamus.rincian import tak_berlaku
from karier.kamus.rincian_putusan import rincian_syarat
from karier.rules.aturan_pangkat import susun
from karier.rules.daftar import MENURUT_JENIS, BarisSyarat, dasar_hukum, entri_dasar, mengikat, posisi
from karier.rules.dukungan import jalur_usul
from karier.rules.fakta import Fakta, pack_fakta, unpack_fakta
from karier.rules.keputusan import PutusanSatu, Seluruh, pack_lain, unpack_lain
from karier.rules.pelaku import yang_bertindak

BELUM_WAKTUNYA: Final = "Belum waktunya"
_TANDA: Final = {
    Status.TIDAK_BERLAKU: "Tidak berlaku",
    Status.MEMENUHI: "Terpenuhi",
    Status.PERLU_VERIFIKASI: "Perlu diperiksa BKPSDM",
    Status.BELUM: "Belum",
}
# Requirements of the other path, and records that are in order, would only be noise.
_KHAS: Final = {
    "pangkat_tertinggi": (JalurPangkat.REGULER,),
    "ujian_dinas": (JalurPangkat.REGULER,),
    "jenjang_memuat_pangkat": (JalurPangkat.JABATAN_FUNGSIONAL,),
    "angka_kredit": (JalurPangkat.JABATAN_FUNGSIONAL,),
    "pangkat_dalam_rentang_jabatan": (JalurPangkat.STRUKTURAL,),
    "jabatan_memuat_pangkat": (JalurPangkat.STRUKTURAL,),
    "masa_jabatan": (JalurPangkat.STRUKTURAL,),
}
_HANYA_BILA_BERLAKU: Final = frozenset({"data_kepegawaian", "data_jabatan", "data_golongan", "puncak"})


@dataclass(frozen=True, slots=True)
class HasilSatu:
    """The stored outcome of one person. `fakta`: bytes of FAKTA_DTYPE; `versi_aturan`: Aturan.versi().

    The plain fields are those of kenaikan pangkat; `lain` holds the other decisions (LAIN_DTYPE), empty
    in a run of before they were built. `per` is the day of the facts.
    """

    jalur: int
    status: int
    golongan_berikut: int
    paling_cepat: date | None
    syarat: int
    fakta: bytes
    versi_aturan: Mapping[str, Any]
    tmt: date
    per: date
    lain: bytes = b""

    @classmethod
    def dari(cls, hasil: Seluruh, f: Fakta, a: Aturan, *, tmt: date, per: date, indeks: int = 0) -> HasilSatu:
        """One row of a fresh computation, in the shape in which it is stored."""
        h = hasil.pangkat
        cepat = h.paling_cepat[indeks]
        return cls(
            jalur=int(h.jalur[indeks]),
            status=int(h.status[indeks]),
            golongan_berikut=int(h.golongan_berikut[indeks]),
            paling_cepat=None if np.isnat(cepat) else cepat.item(),
            syarat=int(h.syarat[indeks]),
            fakta=pack_fakta(f.pilih(slice(indeks, indeks + 1))).tobytes(),
            versi_aturan=a.versi(),
            tmt=tmt,
            per=per,
            lain=pack_lain(hasil)[indeks].tobytes(),
        )

    def jalur_ke(self, golongan: int) -> JalurPangkat:
        """The path of a proposal to `golongan` (urut 1-17)."""
        return jalur_usul(
            golongan,
            jalur=self.jalur,
            pangkat=self.status,
            golongan_berikut=self.golongan_berikut,
            penyesuaian=self.putusan(JenisPutusan.PENYESUAIAN_IJAZAH).status,
        )

    def putusan(self, jenis: JenisPutusan) -> PutusanSatu:
        """What was decided; TIDAK_BERLAKU where this run did not decide it yet."""
        if jenis is JenisPutusan.KENAIKAN_PANGKAT:
            return PutusanSatu(Status(self.status), self.golongan_berikut, self.paling_cepat, self.syarat)
        return unpack_lain(self.lain).putusan(jenis)


@dataclass(frozen=True, slots=True)
class SyaratTerbaca:
    """One requirement in words; `pelaku_teks` and `tindakan` are empty when nothing is asked.

    `pelaku` None: nobody can mend it, `tindakan` is what is left to think about. `nanti`: fulfilled on a
    day that is still far off, so not yet counted as fulfilled.
    `kurang`: what is short of it, where that is a measure. `alasan`: why it does not apply, else empty.
    """

    kode: str
    judul: str
    status: Status
    tanda: str
    nilai: str
    perlu: str
    kurang: str
    alasan: str
    sumber: str
    dasar_hukum: str
    rujukan: Letak
    pelaku: Pelaku | None
    pelaku_teks: str
    tindakan: str
    paling_cepat: date | None
    mengikat: bool
    kerahasiaan: Kerahasiaan
    nanti: bool


def jelaskan(
    hasil: HasilSatu,
    *,
    jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT,
    pembaca: Pembaca = Pembaca.PEGAWAI,
    boleh_khusus: bool = True,
) -> list[SyaratTerbaca]:
    """The requirements of one stored decision in official order, in words for `pembaca`.

    `boleh_khusus=False` leaves out what only the person and authorised HR may see.
    """
    aturan = aturan_dari_versi(hasil.versi_aturan)
    putusan = hasil.putusan(jenis)
    bahan = Bahan(
        fakta=unpack_fakta(hasil.fakta),
        aturan=susun(aturan),
        a=aturan,
        jenis=jenis,
        jalur=hasil.jalur,
        sasaran=putusan.sasaran,
        tmt=hasil.tmt,
        per=hasil.per,
        status=Status.TIDAK_BERLAKU,
        pembaca=pembaca,
    )
    return [
        _terbaca(hasil, replace(bahan, status=status), baris)
        for baris in MENURUT_JENIS[jenis]
        if _tampil(bahan, baris, status := unpack_status(putusan.syarat, baris.posisi))
        and (boleh_khusus or baris.kerahasiaan is Kerahasiaan.UMUM)
    ]


def judul_syarat(kode: str) -> str:
    """The name of a requirement."""
    return JUDUL[kode]


def pelengkap(syarat: Iterable[SyaratTerbaca]) -> str:
    """Who has to do something, each once; time does its part by itself, and at the top nobody can."""
    pelaku = dict.fromkeys(s.pelaku for s in syarat)
    if None in pelaku:
        return ""
    return ", ".join(LABEL[Pelaku][p] for p in pelaku if p and p is not Pelaku.WAKTU)


def _tampil(b: Bahan, baris: BarisSyarat, status: Status) -> bool:
    if status is not Status.TIDAK_BERLAKU:
        return True
    if b.jenis is not JenisPutusan.KENAIKAN_PANGKAT or baris.kode in _HANYA_BILA_BERLAKU:
        return False
    khas = _KHAS.get(baris.kode, (b.jalur,))
    return b.jalur in JALUR_DIHITUNG and b.jalur in khas


def _terbaca(hasil: HasilSatu, b: Bahan, baris: BarisSyarat) -> SyaratTerbaca:
    r, status = rincian_syarat(b, baris.kode), b.status
    pelaku = yang_bertindak(baris, status, tertunggu=r.tertunggu)
    kurang = status in (Status.BELUM, Status.PERLU_VERIFIKASI)
    berlaku, ikat = status is not Status.TIDAK_BERLAKU, mengikat(b.a, baris)
    return SyaratTerbaca(
        kode=baris.kode,
        judul=JUDUL[baris.kode],
        status=status,
        tanda=_tanda(status, r, mengikat=ikat),
        nilai=r.nilai if berlaku else "",
        perlu=r.perlu if berlaku else "",
        kurang=r.kurang if status is Status.BELUM else "",
        alasan="" if berlaku else tak_berlaku(b, baris.kode, di_puncak=di_puncak(hasil)),
        sumber=r.sumber,
        dasar_hukum=dasar_hukum(b.a, baris, b.jalur),
        rujukan=letak(entri_dasar(baris, b.jalur), b.a),
        pelaku=pelaku,
        pelaku_teks=PELAKU_TEKS[b.pembaca][pelaku] if kurang and pelaku else "",
        tindakan=r.tindakan if kurang else "",
        paling_cepat=r.paling_cepat,
        mengikat=ikat,
        kerahasiaan=baris.kerahasiaan,
        nanti=r.nanti and status is Status.MEMENUHI,
    )


def di_puncak(hasil: HasilSatu) -> bool:
    """No pangkat follows on the path of this person."""
    return unpack_status(hasil.syarat, posisi("puncak")) is Status.BELUM


def _tanda(status: Status, r: Rincian, *, mengikat: bool) -> str:
    tanda = BELUM_WAKTUNYA if r.nanti and status is Status.MEMENUHI else _TANDA[status]
    if status is Status.BELUM and r.kurang:
        tanda = f"{tanda} \N{EN DASH} kurang {r.kurang}"
    return tanda if mengikat else f"{tanda} (perkiraan, belum terverifikasi)"
