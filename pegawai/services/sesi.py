"""Sessions: what a sign-in begins, how long it lives, and who ends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib.audit import catat
from pegawai.models import Pengguna
from pegawai.rules.perangkat import nama_perangkat
from pegawai.rules.samar import ip_samar

#: When the session began; without it (a session of an older release) nobody knows how old it is.
MULAI: Final = "asn_mulai"
PANJANG_AGEN: Final = 200


@dataclass(frozen=True, slots=True)
class Batas:
    """How long a session may rest, and how long it may live at all."""

    diam: timedelta
    seluruhnya: timedelta


def limits_of(pengguna: Any) -> Batas:
    """Staff see the records of many people: theirs end sooner."""
    if pengguna.is_staff or pengguna.is_superuser:
        menit, jam = settings.ASN_SESI_DIAM_PENGELOLA_MENIT, settings.ASN_SESI_PENGELOLA_JAM
    else:
        menit, jam = settings.ASN_SESI_DIAM_MENIT, settings.ASN_SESI_JAM
    return Batas(timedelta(minutes=menit), timedelta(hours=jam))


def ended_because(
    *, pengguna: Any, mulai: datetime | None, terakhir: datetime | None, at: datetime
) -> str | None:
    """Why a session is over at `at`, in a sentence; None while it lives."""
    batas = limits_of(pengguna)
    if mulai is None or at - mulai >= batas.seluruhnya:
        jam = int(batas.seluruhnya.total_seconds() // 3600)
        return f"Sesi Anda sudah berjalan {jam} jam. Demi keamanan, masuk lagi untuk melanjutkan."
    if at - max(mulai, terakhir or mulai) >= batas.diam:
        menit = int(batas.diam.total_seconds() // 60)
        return f"Anda tidak aktif {menit} menit. Masuk lagi untuk melanjutkan."
    return None


def begin(*, sesi: SessionBase, pengguna: Pengguna, ip: str, agen: str, at: datetime) -> None:
    """Stamp a session that begins now and put it on the list of its owner's devices."""
    sesi[MULAI] = at.timestamp()
    if sesi.session_key is None:
        sesi.save()  # the session of somebody else was thrown away a moment ago: this one has no key yet
    isi = {"user": pengguna, "ip": ip, "user_agent": agen[:PANJANG_AGEN], "created_at": at}
    UserSession.objects.update_or_create(session_key=sesi.session_key, defaults=isi)


# -- the list of one person -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisSesi:
    """One device that is signed in."""

    pk: int
    perangkat: str
    jaringan: str
    mulai: datetime
    ini: bool


def list_sessions(pengguna: Pengguna, *, kunci_ini: str | None) -> list[BarisSesi]:
    """Devices signed in to the account, this one first, then the newest."""
    return sorted(
        (
            BarisSesi(
                s.pk,
                nama_perangkat(s.user_agent),
                ip_samar(s.ip),
                s.created_at,
                kunci_ini is not None and s.session_key == kunci_ini,
            )
            for s in UserSession.objects.purge_and_list(pengguna)
        ),
        key=lambda b: (not b.ini, -b.mulai.timestamp()),
    )


@transaction.atomic
def end_own_sessions(*, pengguna: Pengguna, kunci_ini: str | None, pk: int | None = None) -> int:
    """Sign out one other device of one's own, or (without `pk`) all others; returns how many."""
    lain = _lain(pengguna, kunci_ini)
    jumlah = _end(lain if pk is None else lain.filter(pk=pk))
    if jumlah:
        catat(
            pengguna=pengguna,
            tindakan="keluarkan_perangkat",
            subjek_jenis="pengguna",
            subjek_id=pengguna.pk,
            kanal="web",
            rincian={"jumlah": jumlah},
        )
    return jumlah


def end_sessions(pengguna: Pengguna, *, kecuali: str | None = None) -> int:
    """End every session of an account (its authority or its secrets changed), but for `kecuali`."""
    return _end(_lain(pengguna, kecuali))


def _lain(pengguna: Pengguna, kecuali: str | None) -> QuerySet[UserSession]:
    semua: QuerySet[UserSession] = UserSession.objects.filter(user_id=pengguna.pk)
    return semua.exclude(session_key=kecuali) if kecuali else semua


def _end(sesi: QuerySet[UserSession]) -> int:
    kunci = list(sesi.values_list("session_key", flat=True))
    hidup, _ = Session.objects.filter(session_key__in=kunci).delete()
    UserSession.objects.filter(session_key__in=kunci).delete()
    return hidup
