"""Reasons in a sentence or half of one: what is short, why something does not apply, when at the earliest."""

from __future__ import annotations

from typing import Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi
from asn_karier.lib.syarat import Status
from karier.kamus.syarat import HasilSatu, SyaratTerbaca
from karier.rules.keputusan import PutusanSatu
from karier.rules.periode import JendelaUsul, proposal_window

KURANG: Final = (Status.BELUM, Status.PERLU_VERIFIKASI)
#: For these the rules reckon the date although no single sentence of theirs names one.
_BERTANGGAL: Final = (
    "predikat_2_tahun",
    "angka_kredit",
    "predikat_1_tahun",
    "ak_kumulatif_jenjang",
    "masa_kerja_satya",
)
_TANPA_TANGGAL: Final = "Perkiraan paling cepat tidak ada: "


class Jadwal(NamedTuple):
    """`sasaran`: which TMT was judged, and its window. `paling_cepat`: a date, or why there is none."""

    sasaran: str
    paling_cepat: str


def kalimat_kurang(s: SyaratTerbaca) -> str:
    """One requirement that is not fulfilled or not known, as a sentence of a list of reasons."""
    if s.kode == "puncak":
        return f"Sudah di pangkat tertinggi pada jalur jabatannya ({s.nilai})."
    nama = f"Syarat {kata.huruf_kecil_awal(s.judul)}"
    if s.status is Status.PERLU_VERIFIKASI:
        return f"{nama} perlu diperiksa."
    ukuran = f", kurang {s.kurang}" if s.kurang else f" ({s.nilai})"
    return f"{nama} belum terpenuhi{ukuran}."


def kalimat_hitungan(syarat: list[SyaratTerbaca], *, sebutan: str = "syarat") -> str:
    """How many of the binding requirements that apply are fulfilled, and what was not counted.

    Empty when none applies. The one definition: every page that counts says this sentence.
    """
    ikat = [s for s in syarat if s.mengikat]
    berlaku = [s for s in ikat if s.status is not Status.TIDAK_BERLAKU]
    if not berlaku:
        return ""
    terpenuhi = sum(s.status is Status.MEMENUHI and not s.nanti for s in berlaku)
    luar = {"perkiraan": len(syarat) - len(ikat), "tidak berlaku": len(ikat) - len(berlaku)}
    disisihkan = kata.daftar([f"{n} {apa}" for apa, n in luar.items() if n])
    ekor = f"; {disisihkan} tidak dihitung" if disisihkan else ""
    return f"{terpenuhi} dari {len(berlaku)} {sebutan} terpenuhi{ekor}."


def jadwal(hasil: HasilSatu) -> Jadwal | None:
    """The TMT that was judged with its window, the same for every reader; None where nothing was judged."""
    if hasil.status == Status.TIDAK_BERLAKU:
        return None
    jendela = rentang(proposal_window(hasil.tmt, aturan_dari_versi(hasil.versi_aturan)))
    return Jadwal(f"Dinilai untuk TMT {kata.tanggal(hasil.tmt)}. Usul untuk TMT itu dikirim {jendela}.", "")


def jadwal_lengkap(hasil: HasilSatu, syarat: list[SyaratTerbaca]) -> Jadwal | None:
    """With the earliest date, which rests on every requirement: for the person and HR alone."""
    j = jadwal(hasil)
    return j and j._replace(paling_cepat=kalimat_paling_cepat(hasil, syarat))


def kalimat_paling_cepat(hasil: HasilSatu, syarat: list[SyaratTerbaca]) -> str:
    """The earliest TMT with its window, or why none can be named."""
    tmt = hasil.paling_cepat
    if tmt is None:
        return _tanpa_tanggal([s for s in syarat if s.mengikat and s.status in KURANG])
    if tmt == hasil.tmt:
        return f"Perkiraan paling cepat: TMT {kata.tanggal(tmt)}."
    jendela = rentang(proposal_window(tmt, aturan_dari_versi(hasil.versi_aturan)))
    return f"Perkiraan paling cepat: TMT {kata.tanggal(tmt)}, usul dikirim {jendela}."


def kalimat_tanpa_tanggal(p: PutusanSatu, syarat: list[SyaratTerbaca]) -> str:
    """Why a decision that is refused has no earliest date; empty for every other one."""
    if p.status is not Status.BELUM or p.paling_cepat is not None:
        return ""
    kurang = [s for s in syarat if s.mengikat and s.status in KURANG]
    return _terhalang_usia(syarat, kurang) or (_tanpa_tanggal(kurang) if kurang else "")


def _terhalang_usia(syarat: list[SyaratTerbaca], kurang: list[SyaratTerbaca]) -> str:
    """Only a post has an age limit; on its far side no date is promised (karier.rules.jabatan)."""
    usia = next((s for s in syarat if s.kode == "usia"), None)
    if usia is None:
        return ""
    if usia.status is Status.BELUM:
        return f"{_TANPA_TANGGAL}usia sudah melewati batas untuk jabatan itu."
    if any(_tak_bertanggal(s) for s in kurang):
        return ""
    return f"{_TANPA_TANGGAL}batas usia untuk jabatan itu terlewati sebelum syarat lain terpenuhi."


def _tanpa_tanggal(kurang: list[SyaratTerbaca]) -> str:
    if any(s.kode == "puncak" for s in kurang):
        return f"{_TANPA_TANGGAL}tidak ada pangkat berikutnya pada jalur jabatan ini."
    tak_tentu = [s for s in kurang if _tak_bertanggal(s)] or kurang
    nama = kata.daftar([kata.huruf_kecil_awal(s.judul) for s in tak_tentu])
    return f"Perkiraan paling cepat belum ada, karena belum diketahui kapan terpenuhi: {nama}."


def _tak_bertanggal(s: SyaratTerbaca) -> bool:
    if s.status is Status.PERLU_VERIFIKASI:
        return True
    return s.paling_cepat is None and s.kode not in _BERTANGGAL


def rentang(jendela: JendelaUsul) -> str:
    """'16 November 2026 – 15 Desember 2026'."""
    return f"{kata.tanggal(jendela.buka)} \N{EN DASH} {kata.tanggal(jendela.tutup)}"
