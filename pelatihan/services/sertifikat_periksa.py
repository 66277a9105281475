"""Whether a paper is genuine: by the code of its QR, or by its number. Nothing else is told.

Certificates of classes, and the papers of other apps that stand in the same register of numbers.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib.errors import DomainError
from pegawai.rules.surat_bertanda import IsiSertifikat, baca_muatan, baca_nomor
from pegawai.services import surat_bertanda
from pegawai.services.surat_bertanda import SuratTercatat, find_paper, signed_text
from pelatihan.enums import HasilPeriksa
from pelatihan.models import Sertifikat


class Pemeriksaan(NamedTuple):
    """The answer; `isi` where the signature holds, `dicabut_pada` on the issuer's clock where revoked."""

    hasil: HasilPeriksa
    isi: IsiSertifikat | None = None
    dicabut_pada: datetime | None = None


def code_of(s: Sertifikat) -> str:
    """What its QR carries: text and signature in base64."""
    return surat_bertanda.code_of(s.muatan, s.tanda_tangan)


def find_certificate(nomor: str) -> SuratTercatat | None:
    """A certificate of a class by its number; for the register of papers."""
    s = Sertifikat.objects.filter(nomor=nomor).first()
    if s is None:
        return None
    dicabut = s.dicabut_pada
    if dicabut is not None:
        dicabut = dicabut.astimezone(ZoneInfo(s.pendaftaran.angkatan.instansi.zona_waktu))
    return SuratTercatat(s.muatan, s.tanda_tangan, dicabut)


def check_code(kode: str) -> Pemeriksaan:
    """Check the signature first, then whether it was revoked here."""
    muatan = signed_text(kode)
    if muatan is None:
        return Pemeriksaan(HasilPeriksa.BERUBAH)
    try:
        isi = baca_muatan(muatan)
    except DomainError:
        return Pemeriksaan(HasilPeriksa.BERUBAH)
    tercatat = find_paper(isi.nomor)
    if tercatat is None or tercatat.muatan != muatan:
        return Pemeriksaan(HasilPeriksa.TAK_TERCATAT, isi)
    return _tercatat(tercatat, isi)


def check_number(teks: str) -> Pemeriksaan:
    """By its number, as somebody typed it. An unknown one says nothing about any other."""
    nomor = baca_nomor(teks)
    s = find_paper(nomor) if nomor else None
    if s is None:
        return Pemeriksaan(HasilPeriksa.TIDAK_DIKENAL)
    if signed_text(surat_bertanda.code_of(s.muatan, s.tanda_tangan)) is None:
        # Somebody wrote into the table past the services.
        return Pemeriksaan(HasilPeriksa.BERUBAH)
    return _tercatat(s, baca_muatan(s.muatan))


def _tercatat(s: SuratTercatat, isi: IsiSertifikat) -> Pemeriksaan:
    if s.dicabut_pada is not None:
        return Pemeriksaan(HasilPeriksa.DICABUT, isi, s.dicabut_pada)
    return Pemeriksaan(HasilPeriksa.ASLI, isi)
