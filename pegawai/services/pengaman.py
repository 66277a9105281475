"""The second factor: for whom it is compulsory, and that a code counts once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction
from django.utils.crypto import constant_time_compare

from asn_karier.lib.audit import catat
from pegawai.enums import JenisJabatan, KewajibanMfa
from pegawai.models import Pegawai, Pengguna
from pegawai.services.sesi import end_sessions

#: Where an authenticator keeps the last time step whose code was used.
LANGKAH = "langkah"


def is_mandatory(pengguna: Any) -> bool:
    """Whether `pengguna` must have a second factor: staff, leaders, and wherever the instansi says so.

    Three small queries: asked at sign-in and kept in the session, never per request.
    """
    if not settings.ASN_MFA_WAJIB:
        return False
    if pengguna.is_staff or pengguna.is_superuser or pengguna.peran.exists():
        return True
    if pengguna.pegawai_id is None:
        return False
    saya = Pegawai.objects.select_related("instansi").get(pk=pengguna.pegawai_id)
    return bool(saya.instansi.mfa_asn == KewajibanMfa.WAJIB or _is_leader(saya))


def _is_leader(saya: Pegawai) -> bool:
    """Somebody's pejabat penilai, or the holder of a structural post (the head of a unit)."""
    if Pegawai.objects.filter(atasan_id=saya.pk).exists():
        return True
    terakhir = saya.riwayat_jabatan.order_by("-tmt", "-pk").values_list("jabatan__jenis", flat=True).first()
    return bool(terakhir == JenisJabatan.STRUKTURAL)


def has_factor(pengguna: Any) -> bool:
    """Whether the account has an authenticator app (recovery codes alone are none)."""
    return bool(Authenticator.objects.filter(user_id=pengguna.pk, type=Authenticator.Type.TOTP).exists())


def matching_step(rahasia: str, kode: str) -> int | None:
    """The time step whose code `kode` is; None when it is none of those accepted now."""
    angka = "".join(kode.split())
    for langkah in yield_hotp_counters_from_time():
        if constant_time_compare(format_hotp_value(hotp_value(rahasia, langkah)), angka):
            return int(langkah)
    return None


@transaction.atomic
def claim_code(*, pengaman: Authenticator, kode: str) -> bool:
    """Whether this code of the app was never used: neither it nor a later one. In the database, because
    every process has a cache of its own, and a flushed cache remembers nothing."""
    kini = Authenticator.objects.select_for_update().get(pk=pengaman.pk)
    langkah = matching_step(decrypt(kini.data["secret"]), kode)
    if langkah is None or langkah <= kini.data.get(LANGKAH, -1):
        return False
    kini.data[LANGKAH] = langkah
    kini.save(update_fields=["data"])
    pengaman.data = kini.data
    return True


@transaction.atomic
def after_factor_changed(*, pengguna: Pengguna, tindakan: str, kunci_ini: str | None) -> None:
    """A second factor came, went or was renewed by its owner: other devices sign in anew."""
    end_sessions(pengguna, kecuali=kunci_ini)
    catat(
        pengguna=pengguna,
        tindakan=tindakan,
        subjek_jenis="pengguna",
        subjek_id=pengguna.pk,
        kanal="web",
    )


@transaction.atomic
def remove_factors(*, pengguna: Pengguna, actor: Pengguna, at: datetime) -> int:
    """Take away every second factor and end every session; the password stays."""
    jumlah: int = Authenticator.objects.filter(user_id=pengguna.pk).delete()[0]
    end_sessions(pengguna)
    catat(
        pengguna=actor,
        tindakan="lepas_pengaman",
        subjek_jenis="pengguna",
        subjek_id=pengguna.pk,
        kanal="layanan",
        rincian={"jumlah": jumlah, "pada": at.isoformat()},
    )
    return jumlah
