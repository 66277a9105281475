"""Yes from the person to what somebody else entered: six digits that they read out, or a signed sheet.

The code is made for the person (in their portal, or by an officer who has them on the phone and did not
enter it), shown once, kept as a keyed hash, good for a day and for five tries, and worthless once used.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakBoleh
from asn_karier.lib.sandi import indeks_buta
from pegawai.enums import CaraKonfirmasi, StatusUsulan
from pegawai.models import UsulanPerubahan
from pegawai.services.bukti import simpan_bukti
from pegawai.services.usulan import ambil_terkunci, catat_usulan, mulai_dihitung, sudah_berubah

UMUR_KODE: Final = timedelta(hours=24)
PERCOBAAN: Final = 5
ANGKA: Final = 6


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
    kode = f"{secrets.randbelow(10**ANGKA):0{ANGKA}d}"
    usulan.kode_sidik, usulan.kode_sampai, usulan.kode_gagal = _sidik(usulan, kode), at + UMUR_KODE, 0
    usulan.save(update_fields=["kode_sidik", "kode_sampai", "kode_gagal"])
    catat_usulan(usulan, "terbitkan_kode", actor, kanal)
    return kode


def _pastikan_boleh_menyampaikan(usulan: UsulanPerubahan, actor: Any, keperluan: str) -> None:
    ambil_terkunci(UsulanPerubahan.objects.dikelola(actor), usulan.pk)
    if usulan.oleh_id == actor.pk:
        raise TidakBoleh(
            "pengisi_bukan_penyampai",
            "Kode disampaikan oleh petugas lain, bukan oleh yang mengisikan usul ini.",
            tindakan="Mintalah rekan Anda, atau unggah lembar yang ditandatangani pegawai.",
        )
    if not keperluan.strip():
        raise DomainError("identitas_kosong", "Tuliskan cara Anda memastikan bahwa ini pegawainya.")


def konfirmasi_dengan_kode(
    *, usulan_id: int, kode: str, actor: Any, at: datetime, kanal: str
) -> UsulanPerubahan:
    """The code that the person read out, typed by whoever entered the request; then the clock begins.

    A wrong one is counted whatever happens next. DomainError when it is wrong, too old or used up.
    """
    with transaction.atomic():
        usulan = _yang_diisikan(usulan_id, actor)
        salah = _salah_kode(usulan, kode, at)
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


def _salah_kode(usulan: UsulanPerubahan, kode: str, at: datetime) -> DomainError | None:
    """Why a code does not open the request; a wrong guess is counted, and the last one makes it void."""
    baru = "Minta pegawai membuka lagi Usul saya dan menekan Tampilkan kode."
    if not usulan.kode_sidik or usulan.kode_sampai is None:
        return DomainError("kode_belum_ada", "Belum ada kode yang berlaku untuk usul ini.", tindakan=baru)
    if at >= usulan.kode_sampai:
        return DomainError("kode_kedaluwarsa", "Kode itu sudah lewat 24 jam.", tindakan=baru)
    if secrets.compare_digest(usulan.kode_sidik, _sidik(usulan, _angka(kode))):
        return None
    usulan.kode_gagal += 1
    sisa = PERCOBAAN - usulan.kode_gagal
    if sisa <= 0:
        usulan.kode_sidik = ""
    usulan.save(update_fields=["kode_gagal", "kode_sidik"])
    if sisa <= 0:
        return DomainError(
            "kode_habis", "Kode itu tidak cocok lima kali, jadi tidak berlaku lagi.", tindakan=baru
        )
    return DomainError(
        "kode_tidak_cocok", f"Kode tidak cocok. Masih {sisa} kali lagi.", tindakan="Tanyakan lagi kodenya."
    )


def _angka(kode: str) -> str:
    """Digits as people read them out: spaces do not matter."""
    return "".join(h for h in kode if not h.isspace())


def _sidik(usulan: UsulanPerubahan, kode: str) -> str:
    # Bound to this request; keyed, because a plain hash of six digits is guessed in a second.
    return indeks_buta(f"usulan:{usulan.pk}:{kode}")


def _sahkan(usulan: UsulanPerubahan, cara: CaraKonfirmasi, at: datetime) -> None:
    for nama, nilai in mulai_dihitung(at).items():
        setattr(usulan, nama, nilai)
    usulan.cara, usulan.versi = cara, usulan.versi + 1
    usulan.kode_sidik, usulan.kode_sampai, usulan.kode_gagal = "", None, 0
    usulan.save()
