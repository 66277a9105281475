"""The verdict on one stored outcome: one title, one sentence, one next step.

Kenaikan pangkat here; the other decisions in `ucapan`, with the helpers of this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, Kerahasiaan, Pelaku
from karier.kamus import kalimat as k
from karier.kamus.bahan import nama_golongan
from karier.kamus.kalimat import Pembaca
from karier.kamus.syarat import HasilSatu, SyaratTerbaca, jelaskan
from karier.rules.fakta import unpack_fakta
from karier.rules.periode import proposal_window
from pegawai.enums import JenisPegawai

_RAHASIA = "Rinciannya hanya dapat dilihat pegawai yang bersangkutan dan BKPSDM."


@dataclass(frozen=True, slots=True)
class Putusan:
    """`langkah` is the one next step, empty when there is none.

    `tenang`: nothing is to be done now: at the top of a path, or long before the day of a right.
    """

    status: Status
    judul: str
    kalimat: str
    langkah: str
    paling_cepat: date | None
    tenang: bool = False


def putusan(hasil: HasilSatu, *, pembaca: Pembaca = Pembaca.PEGAWAI, boleh_khusus: bool = True) -> Putusan:
    """Explain the stored status; details of class KHUSUS are kept from readers without the right."""
    status = Status(hasil.status)
    if status is Status.TIDAK_BERLAKU:
        return _tidak_berlaku(hasil, pembaca)
    if status is Status.MEMENUHI:
        return _memenuhi(hasil)
    kurang = [s for s in jelaskan(hasil, pembaca=pembaca) if s.mengikat and s.status is status]
    return _di_puncak(kurang, pembaca) or kurang_hal(
        status, kurang, hasil.paling_cepat, pembaca=pembaca, boleh_khusus=boleh_khusus
    )


def kurang_hal(
    status: Status,
    kurang: Sequence[SyaratTerbaca],
    paling_cepat: date | None,
    *,
    pembaca: Pembaca,
    boleh_khusus: bool,
) -> Putusan:
    """The verdict BELUM or PERLU_VERIFIKASI; `kurang`: the binding requirements of that status, at least one.

    What is of class KHUSUS is counted for every reader, and named only to who has the right.
    """
    langkah = _langkah(kurang)
    tertutup = langkah.kerahasiaan is Kerahasiaan.KHUSUS and not boleh_khusus
    umum = [s for s in kurang if boleh_khusus or s.kerahasiaan is Kerahasiaan.UMUM]
    belum = status is Status.BELUM
    return Putusan(
        status,
        f"Kurang {len(kurang)} hal" if belum else "Belum dapat dinilai",
        _kalimat(umum, pembaca, belum=belum),
        _RAHASIA if tertutup else langkah.tindakan,
        paling_cepat,
    )


def langkah_usul(hasil: HasilSatu) -> str:
    """When a proposal for the TMT that was judged is taken in."""
    jendela = proposal_window(hasil.tmt, aturan_dari_versi(hasil.versi_aturan))
    return f"BKPSDM mengirim usul antara {kata.tanggal(jendela.buka)} dan {kata.tanggal(jendela.tutup)}."


def _memenuhi(hasil: HasilSatu) -> Putusan:
    return Putusan(
        Status.MEMENUHI,
        "Sudah memenuhi",
        f"Semua syarat kenaikan pangkat ke {nama_golongan(hasil.golongan_berikut)} "
        f"mulai {kata.tanggal(hasil.tmt)} terpenuhi.",
        langkah_usul(hasil),
        hasil.paling_cepat,
    )


def _kalimat(umum: list[SyaratTerbaca], pembaca: Pembaca, *, belum: bool) -> str:
    if not umum:
        return "Ada syarat yang perlu diperhatikan."
    nama = kata.daftar([kata.huruf_kecil_awal(s.judul) for s in umum])
    return f"Yang belum terpenuhi: {nama}." if belum else k.PERIKSA.bagi(pembaca, nama=nama)


def _langkah(kurang: Sequence[SyaratTerbaca]) -> SyaratTerbaca:
    """The first that somebody can act on; waiting is the step only when nothing else is."""
    return next((s for s in kurang if s.pelaku is not Pelaku.WAKTU), kurang[0])


def _di_puncak(kurang: list[SyaratTerbaca], pembaca: Pembaca) -> Putusan | None:
    puncak = next((s for s in kurang if s.kode == "puncak"), None)
    if puncak is None:
        return None
    kalimat = k.DI_PUNCAK.bagi(pembaca, pangkat=puncak.nilai)
    return Putusan(Status.BELUM, "Sudah di pangkat tertinggi", kalimat, puncak.tindakan, None, tenang=True)


def _tidak_berlaku(hasil: HasilSatu, pembaca: Pembaca) -> Putusan:
    judul, langkah = "Tidak berlaku", ""
    if hasil.jalur == JalurPangkat.BELUM_DIHITUNG:
        judul = "Jalur ini belum dihitung sistem"
        kalimat, langkah = k.JALUR_MANUAL.bagi(pembaca), k.TANYA_JALUR.bagi(pembaca)
    elif unpack_fakta(hasil.fakta).baca("jenis_pegawai") == JenisPegawai.PPPK:
        kalimat = (
            "Kenaikan pangkat berlaku bagi PNS. Karier PPPK dikembangkan melalui kompetensi dan kinerja."
        )
    else:
        kalimat = k.BELUM_PNS.bagi(pembaca)
    return Putusan(Status.TIDAK_BERLAKU, judul, kalimat, langkah, None)
