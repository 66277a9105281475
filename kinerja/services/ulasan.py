"""Services that may be rated, and the rating itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakDitemukan
from kinerja.enums import JawabanUlasan
from kinerja.models import LayananPublik, Ulasan
from kinerja.services.kiriman import receive
from kinerja.services.milik_unit import ensure_length, ensure_unit, keep
from pegawai.services.profil import zone_of_unit


def find_layanan(kode: str) -> LayananPublik:
    """The service on a QR code, with its unit and instansi; TidakDitemukan for a code that is none."""
    semua = LayananPublik.objects.select_related("unit__instansi")
    layanan: LayananPublik | None = semua.filter(kode=kode[:12].lower()).first()
    if layanan is None:
        raise TidakDitemukan("layanan_tidak_ditemukan", "Kode layanan itu tidak ditemukan.")
    return layanan


def submit_ulasan(
    *, layanan: LayananPublik, jawaban: JawabanUlasan, teks: str, kunci: str, alamat: str, at: datetime
) -> Ulasan:
    """One review, without a name. Pressing twice gives the same review."""
    if not layanan.aktif:
        raise DomainError(
            "layanan_ditutup",
            "Layanan ini tidak menerima ulasan lagi.",
            tindakan="Pilih layanan lain dari daftar.",
        )
    ensure_length(teks, "Kalimat", at)
    return receive(
        model=Ulasan,
        tentang=f"ulasan:{layanan.kode}",
        kunci=kunci,
        teks=teks,
        alamat=alamat,
        zona_waktu=zone_of_unit(layanan.unit),
        at=at,
        layanan=layanan,
        jawaban=jawaban,
    )


@transaction.atomic
def save_layanan(*, layanan: LayananPublik, actor: Any, at: datetime, kanal: str) -> LayananPublik:
    """Keep a service; the unit of one that exists is never changed, because its numbers belong to it."""
    ensure_unit(unit_id=layanan.unit_id, actor=actor)
    if LayananPublik.objects.exclude(unit=layanan.unit_id).filter(pk=layanan.pk).exists():
        raise DomainError(
            "unit_layanan_tetap",
            "Unit layanan tidak diubah, karena ulasannya milik unit itu.",
            tindakan="Tutup layanan ini, lalu buat yang baru pada unit lain.",
        )
    rincian = {"nama": str(layanan), "aktif": layanan.aktif}
    keep(
        layanan,
        jenis="layanan_publik",
        actor=actor,
        at=at,
        kanal=kanal,
        pembuat="dibuat_oleh",
        rincian=rincian,
    )
    return layanan
