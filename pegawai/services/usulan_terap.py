"""What an accepted request does to the record: written through the writer of that record, or looked at."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from asn_karier.lib.errors import DomainError
from pegawai.models import Pegawai, UsulanPerubahan
from pegawai.services.pegawai import change_pegawai
from pegawai.services.riwayat import correct_row
from pegawai.services.usulan_rekam import Rekam, rekam


def baris_kini(usulan: UsulanPerubahan, *, kunci: bool = False) -> tuple[Rekam, Any, dict[str, Any]]:
    """The kind, the row (None: missing, or gone) and what stands there now."""
    r = rekam(usulan.rekam)
    semua: Any = Pegawai.objects.select_related("unit", "atasan")
    if kunci:
        semua = semua.select_for_update(of=("self",))
    pegawai = semua.get(pk=usulan.pegawai_id)
    objek = r.ambil(pegawai, usulan.objek_id)
    if kunci and objek is not None and objek is not pegawai:
        objek = r.model._default_manager.select_for_update(of=("self",)).get(pk=objek.pk)
    return r, objek, r.kini(pegawai, objek)


def terapkan(usulan: UsulanPerubahan, *, actor: Any, at: datetime, kanal: str) -> None:
    """Bring the record to what was asked; DomainError when it stands differently from when it was asked."""
    r, objek, kini = baris_kini(usulan, kunci=True)
    sisa = {nama: nilai for nama, nilai in usulan.usul.items() if kini[nama] != nilai}
    berubah = [nama for nama in sisa if kini[nama] != usulan.lama[nama] and r.kolom_bernama(nama).ditulis]
    if berubah:
        label = ", ".join(r.kolom_bernama(nama).label for nama in berubah)
        raise DomainError(
            "catatan_berubah",
            f"{label} berubah sejak usul ini dikirim, jadi belum diganti.",
            tindakan="Periksa catatannya. Bila usul tidak lagi cocok, kembalikan dengan catatan.",
        )
    tangan = [
        r.kolom_bernama(n) for n in sisa if not r.kolom_bernama(n).ditulis and kini[n] == usulan.lama[n]
    ]
    if tangan:
        raise DomainError(
            "perlu_diubah_dahulu",
            f"{', '.join(k.label for k in tangan)} belum diperbaiki di catatannya.",
            tindakan="Perbaiki dahulu di halaman catatannya, lalu tekan Terima.",
        )
    tulis = {n: r.kolom_bernama(n).python(v, r.model) for n, v in sisa.items() if r.kolom_bernama(n).ditulis}
    if tulis:
        _tulis(r, objek, tulis, usulan, actor, at, kanal)


def _tulis(
    r: Rekam, objek: Any, isi: dict[str, Any], usulan: UsulanPerubahan, actor: Any, at: datetime, kanal: str
) -> None:
    for nama, nilai in isi.items():
        setattr(objek, nama, nilai)
    try:
        objek.validate_constraints()
    except ValidationError as salah:
        raise DomainError(
            "catatan_tidak_wajar",
            " ".join(salah.messages),
            tindakan="Kembalikan usul ini dengan catatan, atau perbaiki catatan yang lain dahulu.",
        ) from salah
    alasan = f"Usul perbaikan data nomor {usulan.pk}"
    if r.tentang_orang:
        change_pegawai(pegawai=objek, versi=objek.versi, alasan=alasan, actor=actor, kanal=kanal)
    else:
        correct_row(objek=objek, kolom=list(isi), alasan=alasan, actor=actor, at=at, kanal=kanal)
