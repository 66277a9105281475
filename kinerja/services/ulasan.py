"""Services that may be rated, and the rating itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import JawabanUlasan
from kinerja.models import LayananPublik, Ulasan
from kinerja.services.kiriman import receive
from kinerja.services.penanda import numbers_on
from pegawai.models import UnitKerja
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
    if len(teks) > numbers_on(at).huruf:
        raise DomainError("teks_panjang", f"Kalimat paling banyak {numbers_on(at).huruf} huruf.")
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
    baru = layanan.pk is None
    if baru:
        layanan.dibuat_oleh, layanan.dibuat_pada = actor, at
    elif LayananPublik.objects.exclude(unit=layanan.unit_id).filter(pk=layanan.pk).exists():
        raise DomainError(
            "unit_layanan_tetap",
            "Unit layanan tidak diubah, karena ulasannya milik unit itu.",
            tindakan="Tutup layanan ini, lalu buat yang baru pada unit lain.",
        )
    layanan.save()
    catat(
        pengguna=actor,
        tindakan="tambah_layanan" if baru else "ubah_layanan",
        subjek_jenis="layanan_publik",
        subjek_id=layanan.pk,
        kanal=kanal,
        rincian={"nama": str(layanan), "aktif": layanan.aktif},
    )
    return layanan


def ensure_unit(*, unit_id: int, actor: Any) -> None:
    """TidakBoleh unless `actor` is HR or operator of the unit."""
    if not UnitKerja.objects.dibantu(actor).filter(pk=unit_id).exists():
        raise TidakBoleh("bukan_unit_anda", "Unit ini di luar lingkup Anda.")
