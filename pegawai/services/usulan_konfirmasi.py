"""Yes from the person to what somebody else entered: six digits that they read out, or a signed sheet.

The code is made for the person (in their portal, or by an officer who has them on the phone and did not
enter it), shown once, kept as a keyed hash, good for a day and for five tries, and worthless once used.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from pegawai.enums import CaraKonfirmasi, StatusUsulan
from pegawai.models import UsulanPerubahan
from pegawai.services.bukti import simpan_bukti
from pegawai.services.kode_konfirmasi import (
    PERCOBAAN,
    UMUR_KODE,
    boleh_menyampaikan,
    hapus_kode,
    kode_baru,
    salah_kode,
)
from pegawai.services.usulan import ambil_terkunci, catat_usulan, mulai_dihitung, sudah_berubah

__all__ = ["PERCOBAAN", "UMUR_KODE", "konfirmasi_dengan_kertas", "konfirmasi_dengan_kode", "terbitkan_kode"]

_MINTA_BARU: Final = "Minta pegawai membuka lagi Usul saya dan menekan Tampilkan kode."


@transaction.atomic
def terbitkan_kode(*, usulan_id: int, actor: Any, at: datetime, kanal: str, keperluan: str = "") -> str:
    """A new code for the person; an older one is worthless from now on.

    The person asks for it themself; HR of the person may, saying how they made sure who it is, unless
    they entered the request. TidakDitemukan for everyone else.
    """
    usulan = ambil_terkunci(UsulanPerubahan.objects.visible_to(actor), usulan_id)
    sendiri = actor.pegawai_id == usulan.pegawai_id
    if not sendiri:
        _pastikan_boleh_menyampaikan(usulan, actor, keperluan)
    _pastikan_menunggu(usulan)
    kode = kode_baru(usulan, ruang=_ruang(usulan), at=at)
    catat_usulan(usulan, "terbitkan_kode", actor, kanal)
    return kode


def _pastikan_boleh_menyampaikan(usulan: UsulanPerubahan, actor: Any, keperluan: str) -> None:
    ambil_terkunci(UsulanPerubahan.objects.dikelola(actor), usulan.pk)
    boleh_menyampaikan(pengisi_id=usulan.oleh_id, actor=actor, keperluan=keperluan)


def konfirmasi_dengan_kode(
    *, usulan_id: int, kode: str, actor: Any, at: datetime, kanal: str
) -> UsulanPerubahan:
    """The code that the person read out, typed by whoever entered the request; then the clock begins.

    A wrong one is counted whatever happens next. DomainError when it is wrong, too old or used up.
    """
    with transaction.atomic():
        usulan = _yang_diisikan(usulan_id, actor)
        salah = salah_kode(usulan, kode, ruang=_ruang(usulan), at=at, baru=_MINTA_BARU)
        if salah is None:
            _sahkan(usulan, CaraKonfirmasi.KODE, at)
            catat_usulan(usulan, "konfirmasi_usulan", actor, kanal)
    # Raised after the count is kept: inside, the transaction would forget it.
    if salah is not None:
        raise salah
    return usulan


@transaction.atomic
def konfirmasi_dengan_kertas(
    *, usulan_id: int, berkas: Any, actor: Any, at: datetime, kanal: str
) -> UsulanPerubahan:
    """A sheet that the person signed, photographed; HR looks at the signature when deciding."""
    usulan = _yang_diisikan(usulan_id, actor)
    usulan.kertas = simpan_bukti(berkas=berkas, pengguna=actor, at=at)
    _sahkan(usulan, CaraKonfirmasi.KERTAS, at)
    catat_usulan(usulan, "konfirmasi_usulan", actor, kanal)
    return usulan


def _yang_diisikan(usulan_id: int, actor: Any) -> UsulanPerubahan:
    milik = UsulanPerubahan.objects.visible_to(actor).filter(oleh=actor)
    usulan = ambil_terkunci(milik.exclude(pegawai_id=actor.pegawai_id), usulan_id)
    _pastikan_menunggu(usulan)
    return usulan


def _pastikan_menunggu(usulan: UsulanPerubahan) -> None:
    if usulan.status != StatusUsulan.MENUNGGU_KONFIRMASI:
        raise sudah_berubah(usulan)


def _ruang(usulan: UsulanPerubahan) -> str:
    return f"usulan:{usulan.pk}"


def _sahkan(usulan: UsulanPerubahan, cara: CaraKonfirmasi, at: datetime) -> None:
    for nama, nilai in mulai_dihitung(at).items():
        setattr(usulan, nama, nilai)
    usulan.cara, usulan.versi = cara, usulan.versi + 1
    hapus_kode(usulan)
    usulan.save()
