"""Dates, numbers and spans as people write them in Indonesian. The only place that formats them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def tanggal(hari: date) -> str:
    """'1 Januari 2027'."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def waktu(saat: datetime) -> str:
    """'1 Januari 2027 pukul 09.05 WIT', in the time zone that `saat` carries."""
    return f"{tanggal(saat)} pukul {saat:%H.%M %Z}".rstrip()


def bulan_tahun(hari: date) -> str:
    """'Januari 2027'."""
    return f"{BULAN[hari.month - 1]} {hari.year}"


def rentang(mulai: date, sampai: date) -> str:
    """'5 Mei 2027', '5–7 Mei 2027', '30 Mei–2 Juni 2027', '30 Desember 2026–2 Januari 2027'."""
    if mulai == sampai:
        return tanggal(mulai)
    awal = str(mulai.day)
    if (mulai.year, mulai.month) != (sampai.year, sampai.month):
        awal += f" {BULAN[mulai.month - 1]}"
    if mulai.year != sampai.year:
        awal += f" {mulai.year}"
    return f"{awal}\N{EN DASH}{tanggal(sampai)}"


def bilangan(nilai: int) -> str:
    """'1.250': thousands are set apart with dots."""
    return f"{nilai:,}".replace(",", ".")


def rupiah(nilai: int) -> str:
    """'Rp 1.250.000'."""
    return f"Rp {bilangan(nilai)}"


def senti(nilai: int) -> str:
    """Hundredths as a decimal number without idle zeros: 4250 is '42,5', 5000 is '50'."""
    utuh, pecahan = divmod(abs(nilai), 100)
    tanda = "-" if nilai < 0 else ""
    ekor = f",{pecahan:02d}".rstrip("0").rstrip(",")
    return f"{tanda}{bilangan(utuh)}{ekor}"


def angka_kredit(nilai: int) -> str:
    """Hundredths, always with two decimals: 200 is '2,00', as the PAK prints it."""
    utuh, pecahan = divmod(nilai, 100)
    return f"{bilangan(utuh)},{pecahan:02d}"


def lama(bulan: int) -> str:
    """'2 tahun 5 bulan', '3 tahun', '11 bulan', '0 bulan'."""
    tahun, sisa = divmod(bulan, 12)
    bagian = [f"{tahun} tahun"] * bool(tahun) + [f"{sisa} bulan"] * bool(sisa or not tahun)
    return " ".join(bagian)


def daftar(butir: Sequence[str]) -> str:
    """'a', 'a dan b', 'a, b, dan c'."""
    if len(butir) <= 2:
        return " dan ".join(butir)
    return f"{', '.join(butir[:-1])}, dan {butir[-1]}"


def huruf_kecil_awal(teks: str) -> str:
    """'Angka kredit' inside a sentence; 'SK jabatan' and 'WhatsApp' keep their capitals."""
    pertama = teks.partition(" ")[0]
    nama = teks[:2].isupper() or any(c.isupper() for c in pertama[1:])
    return teks if nama else teks[:1].lower() + teks[1:]
