"""Whether a certificate is genuine: by the code of its QR, or by its number. Nothing else is told."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib.errors import DomainError
from asn_karier.lib.tanda import baca64, kode64, kunci_publik, sah
from pelatihan.enums import HasilPeriksa
from pelatihan.models import Sertifikat
from pelatihan.rules.sertifikat import IsiSertifikat, baca_muatan, baca_nomor, pisah_kode


class Pemeriksaan(NamedTuple):
    """The answer; `isi` where the signature holds, `dicabut_pada` on the issuer's clock where revoked."""

    hasil: HasilPeriksa
    isi: IsiSertifikat | None = None
    dicabut_pada: datetime | None = None


def code_of(s: Sertifikat) -> str:
    """What its QR carries: text and signature in base64."""
    return f"{kode64(s.muatan.encode())}.{s.tanda_tangan}"


def check_code(kode: str) -> Pemeriksaan:
    """Check the signature first, then whether it was revoked here."""
    muatan = signed_text(kode)
    if muatan is None:
        return Pemeriksaan(HasilPeriksa.BERUBAH)
    try:
        isi = baca_muatan(muatan)
    except DomainError:
        return Pemeriksaan(HasilPeriksa.BERUBAH)
    tercatat = Sertifikat.objects.filter(nomor=isi.nomor, muatan=muatan).first()
    if tercatat is None:
        return Pemeriksaan(HasilPeriksa.TAK_TERCATAT, isi)
    return _tercatat(tercatat, isi)


def check_number(teks: str) -> Pemeriksaan:
    """By its number, as somebody typed it. An unknown one says nothing about any other."""
    nomor = baca_nomor(teks)
    s = Sertifikat.objects.filter(nomor=nomor).first() if nomor else None
    if s is None:
        return Pemeriksaan(HasilPeriksa.TIDAK_DIKENAL)
    if signed_text(code_of(s)) is None:  # somebody wrote into the table past the services
        return Pemeriksaan(HasilPeriksa.BERUBAH)
    return _tercatat(s, baca_muatan(s.muatan))


def signed_text(kode: str) -> str | None:
    """The text of a code whose signature one of our keys made; None when nothing holds it."""
    try:
        bagian, tanda = pisah_kode(kode)
        muatan = baca64(bagian).decode()
        asli = any(sah(muatan, tanda, publik) for publik in kunci_publik().values())
    except (DomainError, UnicodeDecodeError):
        return None
    return muatan if asli else None


def _tercatat(s: Sertifikat, isi: IsiSertifikat) -> Pemeriksaan:
    if s.dicabut_pada is not None:
        penerbit = s.pendaftaran.angkatan.instansi
        saat = s.dicabut_pada.astimezone(ZoneInfo(penerbit.zona_waktu))
        return Pemeriksaan(HasilPeriksa.DICABUT, isi, saat)
    return Pemeriksaan(HasilPeriksa.ASLI, isi)
