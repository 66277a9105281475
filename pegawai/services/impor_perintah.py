"""One file from beginning to end, for commands: what the HR pages do in three steps."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisInstansi, StatusBaris, StatusImpor
from pegawai.models import BarisImpor, Impor, Instansi
from pegawai.services import brankas
from pegawai.services.impor import periksa, request_apply, terapkan, upload

_CONTOH: Final = 5


def import_file(
    *,
    jenis: str,
    kode: str,
    nama: str,
    nama_berkas: str,
    isi: Any,
    terapkan_sekalian: bool,
    actor: Any,
    at: datetime,
) -> dict[str, Any]:
    """Check a file and, when asked, apply it. Returns counts; DomainError when the file is refused.

    An unknown `kode` with a `nama` becomes an instansi, unless the file is refused.
    """
    with transaction.atomic():
        instansi, dibuat = _instansi(kode, nama)
    try:
        impor = _periksa(instansi, jenis, nama_berkas, isi, actor, at)
        if terapkan_sekalian:
            impor = _terapkan(impor, actor, at)
    except BaseException:
        _buang_bila_baru(instansi, dibuat)
        raise
    return _hasil(impor)


def _instansi(kode: str, nama: str) -> tuple[Instansi, bool]:
    instansi = Instansi.objects.filter(kode=kode).first()
    if instansi is not None:
        return instansi, False
    if not nama:
        raise DomainError(
            "instansi_tidak_ada",
            f"Instansi «{kode}» belum ada.",
            tindakan='Periksa kodenya, atau tambahkan --nama "Nama instansi" untuk membuatnya.',
        )
    try:
        validate_slug(kode)
    except ValidationError as salah:
        raise DomainError("instansi_kode", "Kode instansi hanya berisi huruf, angka, - dan _.") from salah
    return Instansi.objects.create(kode=kode, nama=nama, jenis=_jenis(nama)), True


def _jenis(nama: str) -> JenisInstansi:
    """The kind that the name tells; a kabupaten when it does not."""
    return next((j for j in JenisInstansi if j.value in nama.lower()), JenisInstansi.KABUPATEN)


def _periksa(instansi: Instansi, jenis: str, nama: str, isi: Any, actor: Any, at: datetime) -> Impor:
    impor = upload(instansi=instansi, jenis=jenis, nama_berkas=nama, isi=isi, actor=actor, at=at)
    impor = periksa(impor.pk)
    if impor.status != StatusImpor.DIPERIKSA:
        raise DomainError(impor.ringkasan.get("kode", "impor_gagal"), impor.pesan)
    return impor


def _terapkan(impor: Impor, actor: Any, at: datetime) -> Impor:
    r = impor.ringkasan
    if r["ditolak"] and not (r["baru"] or r["berubah"] or r["sama"]):
        raise DomainError(
            "semua_ditolak", f"Tidak ada baris yang dapat diterima. {' '.join(_contoh(impor)[:3])}"
        )
    request_apply(impor_id=impor.pk, actor=actor, at=at)
    return terapkan(impor.pk)


def _hasil(impor: Impor) -> dict[str, Any]:
    return {
        "instansi": impor.instansi.kode,
        **{s.value: impor.ringkasan.get(s.value, 0) for s in StatusBaris},
        "peringatan": impor.baris.exclude(peringatan=[]).count(),
        "contoh_ditolak": _contoh(impor),
        "diterapkan": impor.status == StatusImpor.DITERAPKAN,
        "impor": impor.pk,
    }


def _contoh(impor: Impor) -> list[str]:
    ditolak = impor.baris.filter(status=StatusBaris.DITOLAK).order_by("pk")[:_CONTOH]
    return [sebab(b) for b in ditolak]


def sebab(baris: BarisImpor) -> str:
    """Why a row was refused, in one sentence without any personal value."""
    lembar = f"Lembar {baris.lembar}, baris" if baris.lembar else "Baris"
    masalah = "; ".join(
        f"kolom {g['kolom']}{' (' + g['sel'] + ')' if g['sel'] else ''}: {g['masalah']}" for g in baris.galat
    )
    return f"{lembar} {baris.nomor}, {masalah}."


def _buang_bila_baru(instansi: Instansi, dibuat: bool) -> None:
    """An instansi made for a file that was not applied leaves no trace."""
    if dibuat:
        with transaction.atomic():
            for impor in Impor.objects.filter(instansi=instansi):
                brankas.hapus(str(impor.berkas.name))
                impor.delete()
            instansi.delete()
