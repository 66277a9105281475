"""What HR decides about a request: accept, send back, pass on to BKN. Nobody decides about themself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakBoleh
from pegawai.enums import PemilikData, StatusUsulan
from pegawai.models import UsulanPerubahan
from pegawai.services.sesudah_ubah import follow_now
from pegawai.services.urutan_kunci import tahan_pendahulu
from pegawai.services.usulan import ambil_terkunci, catat_usulan, sudah_berubah, tutup
from pegawai.services.usulan_terap import terapkan


@transaction.atomic
def terima_usulan(
    *, usulan_id: int, versi: int, catatan: str, actor: Any, at: datetime, kanal: str
) -> UsulanPerubahan:
    """Accept: the record changes through its own writer, and the person is judged anew at once.

    What only BKN corrects must have been passed on before. DomainError when the record changed since it
    was asked, or when HR has still to correct it by hand.
    """
    usulan = _yang_diputuskan(usulan_id, versi, actor)
    if usulan.pemilik == PemilikData.BKN and usulan.status == StatusUsulan.MENUNGGU:
        raise DomainError(
            "hanya_bkn",
            "Data ini hanya dapat diperbaiki BKN.",
            tindakan="Teruskan ke BKN. Sesudah BKN memperbaikinya, tekan Terima.",
        )
    if usulan.status == StatusUsulan.MENUNGGU_BKN and not catatan.strip():
        raise DomainError("catatan_kosong", "Tuliskan dasar perbaikan dari BKN, misalnya nomor surat.")
    tahan_pendahulu([usulan.pegawai_id])
    terapkan(usulan, actor=actor, at=at, kanal=kanal)
    tutup(usulan, StatusUsulan.DITERIMA, actor, at, catatan)
    catat_usulan(usulan, "terima_usulan", actor, kanal)
    follow_now(pegawai_id=usulan.pegawai_id)
    return usulan


@transaction.atomic
def kembalikan_usulan(
    *, usulan_id: int, versi: int, catatan: str, actor: Any, at: datetime, kanal: str
) -> UsulanPerubahan:
    """Send it back with a note that the person reads; nothing in the records changes."""
    usulan = _yang_diputuskan(usulan_id, versi, actor)
    if not catatan.strip():
        raise DomainError(
            "catatan_kosong", "Tuliskan catatan: apa yang kurang, dan apa yang perlu dilakukan."
        )
    tutup(usulan, StatusUsulan.DIKEMBALIKAN, actor, at, catatan)
    catat_usulan(usulan, "kembalikan_usulan", actor, kanal)
    return usulan


@transaction.atomic
def teruskan_ke_bkn(
    *, usulan_id: int, versi: int, catatan: str, actor: Any, at: datetime, kanal: str
) -> UsulanPerubahan:
    """Pass it on: the instansi has acted, the old value stands until BKN has."""
    usulan = _yang_diputuskan(usulan_id, versi, actor)
    if usulan.status != StatusUsulan.MENUNGGU:
        raise sudah_berubah(usulan)
    if not catatan.strip():
        raise DomainError("catatan_kosong", "Tuliskan cara meneruskannya, misalnya nomor surat atau tiket.")
    tutup(usulan, StatusUsulan.MENUNGGU_BKN, actor, at, catatan)
    catat_usulan(usulan, "teruskan_usulan", actor, kanal)
    return usulan


def _yang_diputuskan(usulan_id: int, versi: int, actor: Any) -> UsulanPerubahan:
    usulan = ambil_terkunci(UsulanPerubahan.objects.dikelola(actor), usulan_id)
    if actor.pegawai_id == usulan.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat memutuskan usul tentang data Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk memutuskannya.",
        )
    if usulan.versi != versi or usulan.status not in (StatusUsulan.MENUNGGU, StatusUsulan.MENUNGGU_BKN):
        raise sudah_berubah(usulan)
    return usulan
