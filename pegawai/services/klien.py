"""Programs of agencies: made, rotated and revoked by HR of the whole instansi; who holds which secret."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.enums import CakupanApi, JenisPeran
from pegawai.models import Instansi, KlienApi, Pengguna, Peran, UnitKerja

#: After a rotation the old secret works so long, so that a program can be changed without a gap.
MASA_RAHASIA_LAMA: Final = timedelta(days=7)
MASA_UJI_COBA: Final = timedelta(days=30)
#: `terakhir_dipakai` is written at most so often.
KETELITIAN_PAKAI: Final = timedelta(minutes=1)
KANAL: Final = "admin"


class KunciBaru(NamedTuple):
    """The only moment at which a secret can be read."""

    klien: KlienApi
    rahasia: str


@transaction.atomic
def create_klien(
    *,
    nama: str,
    instansi: Instansi,
    unit: UnitKerja | None,
    cakupan: Iterable[CakupanApi],
    kontak_nama: str,
    kontak: str,
    actor: Any,
    at: datetime,
    berlaku_sampai: datetime | None = None,
) -> KunciBaru:
    """A program with its own account and its role. `actor` None is the system (sandbox, commands).

    Raises TidakDitemukan outside the instansi that `actor` manages, Bentrok `nama_aplikasi_terpakai`,
    DomainError for a scope without meaning: none at all, discipline for a part of the instansi, a unit
    of another instansi.
    """
    _require_manages(actor, instansi.pk)
    _require_free_name(instansi, nama.strip())
    rahasia = secrets.token_urlsafe(32)
    klien = KlienApi(
        name=nama.strip(),
        client_id=f"asn-{secrets.token_hex(10)}",
        client_type=KlienApi.CLIENT_CONFIDENTIAL,
        authorization_grant_type=KlienApi.GRANT_CLIENT_CREDENTIALS,
        client_secret=rahasia,
        instansi=instansi,
        unit=unit,
        cakupan=" ".join(_scopes(cakupan, instansi, unit)),
        kontak_nama=kontak_nama.strip(),
        kontak=kontak.strip(),
        berlaku_sampai=berlaku_sampai,
        rahasia_dibuat_pada=at,
    )
    klien.user = _account(klien, at)
    klien.save()
    _trail(actor, "buat_aplikasi", klien, cakupan=klien.cakupan)
    return KunciBaru(klien, rahasia)


def _require_free_name(instansi: Instansi, nama: str) -> None:
    # Two presses at the same moment: the second waits here, then finds the name taken.
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    if KlienApi.objects.filter(instansi=instansi, name=nama, aktif=True).exists():
        raise Bentrok(
            "nama_aplikasi_terpakai",
            "Aplikasi dengan nama ini sudah ada.",
            tindakan="Buka aplikasi itu untuk mengganti rahasianya, atau pakai nama lain.",
        )


def _scopes(cakupan: Iterable[CakupanApi], instansi: Instansi, unit: UnitKerja | None) -> list[CakupanApi]:
    """What was chosen, in the usual order, when it makes sense for that part of the instansi."""
    dipilih = [c for c in CakupanApi if c in set(cakupan)]
    if not dipilih:
        raise DomainError("cakupan_kosong", "Pilih paling sedikit satu yang boleh dibaca.")
    if unit is not None and unit.instansi_id != instansi.pk:
        raise DomainError("unit_instansi_lain", "Unit kerja itu bukan bagian dari instansi yang dipilih.")
    if unit is not None and CakupanApi.DISIPLIN in dipilih:
        raise DomainError(
            "disiplin_sebagian",
            "Data disiplin hanya untuk aplikasi seluruh instansi.",
            tindakan="Kosongkan unit kerja, atau jangan pilih data disiplin.",
        )
    return dipilih


def _account(klien: KlienApi, at: datetime) -> Pengguna:
    """The account of a program, with the one role that gives it its scope."""
    akun = Pengguna.objects.create_user(klien.client_id, nama=f"Aplikasi {klien.name}"[:120], dibuat_pada=at)
    Peran.objects.create(
        pengguna=akun,
        jenis=JenisPeran.KLIEN_API,
        instansi=klien.instansi,
        unit=klien.unit,
        mulai=timezone.localdate(at),
    )
    return akun


@transaction.atomic
def rotate_secret(*, klien: KlienApi, sejak: str, actor: Any, at: datetime) -> KunciBaru:
    """A new secret; the one of until now works for seven more days, an older one no longer.

    `sejak`: when the secret was made that the actor wants replaced (ISO). Bentrok `rahasia_sudah_diganti`
    for another one: a second press must not push out the secret that the program still uses.
    """
    kini = _locked(klien, actor)
    if kini.rahasia_dibuat_pada.isoformat() != sejak:
        raise Bentrok(
            "rahasia_sudah_diganti",
            "Rahasia aplikasi ini baru saja diganti.",
            tindakan="Pakai rahasia yang tadi tampil. Bila tidak tersalin, ganti sekali lagi.",
        )
    if not kini.aktif:
        raise DomainError("aplikasi_dicabut", "Aplikasi ini sudah dicabut.", tindakan="Daftarkan yang baru.")
    rahasia = secrets.token_urlsafe(32)
    kini.rahasia_lama = kini.client_secret
    kini.rahasia_lama_sampai = at + MASA_RAHASIA_LAMA
    kini.client_secret = rahasia
    kini.rahasia_dibuat_pada = at
    kini.save()
    _trail(actor, "ganti_rahasia_aplikasi", kini)
    return KunciBaru(kini, rahasia)


@transaction.atomic
def revoke_klien(*, klien: KlienApi, actor: Any, alasan: str) -> KlienApi:
    """Effective at the next request, for good; twice is once."""
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasannya, misalnya kerja sama berakhir.")
    kini = _locked(klien, actor)
    if not kini.aktif:
        return kini
    kini.aktif = False
    kini.rahasia_lama, kini.rahasia_lama_sampai = "", None
    kini.client_secret = make_password(None)
    kini.save()
    Pengguna.objects.filter(pk=kini.user_id).update(is_active=False)
    get_access_token_model().objects.filter(application=kini).delete()
    _trail(actor, "cabut_aplikasi", kini, alasan=alasan.strip())
    return kini


def find_by_secret(*, client_id: str, rahasia: str, at: datetime) -> KlienApi | None:
    """The living program that this secret belongs to: the present one, or the old one within its days."""
    klien = None
    if client_id and "\x00" not in client_id + rahasia and len(rahasia) <= 256:
        klien = KlienApi.objects.select_related("user").filter(client_id=client_id[:255]).first()
    if klien is None:
        # As slow as a known one, so that the time does not tell which programs exist.
        make_password(rahasia[:256].replace("\x00", ""))
        return None
    cocok = check_password(rahasia, klien.client_secret)
    if not cocok and klien.rahasia_lama_sampai is not None and at < klien.rahasia_lama_sampai:
        cocok = check_password(rahasia, klien.rahasia_lama)
    return klien if cocok and klien.hidup(at) and klien.user.is_active else None


def note_use(*, klien: KlienApi, at: datetime) -> None:
    """When the program was last seen, to the minute."""
    lama = klien.terakhir_dipakai
    if lama is None or at - lama >= KETELITIAN_PAKAI:
        batas = Q(terakhir_dipakai=None) | Q(terakhir_dipakai__lte=at - KETELITIAN_PAKAI)
        KlienApi.objects.filter(batas, pk=klien.pk).update(terakhir_dipakai=at)


@transaction.atomic
def create_sandbox_key(*, at: datetime) -> KunciBaru:
    """A key for fictional data, for anybody, for thirty days; DomainError where no sandbox was made."""
    instansi = Instansi.objects.filter(uji_coba=True).first()
    if instansi is None:
        raise DomainError(
            "tanpa_uji_coba",
            "Data uji coba belum disediakan di sini.",
            tindakan="Minta pengelola sistem menjalankan: manage.py buat_uji_coba",
        )
    _forget_expired(instansi, at)
    return create_klien(
        nama=f"Uji coba {secrets.token_hex(6)}",
        instansi=instansi,
        unit=None,
        cakupan=tuple(CakupanApi),
        kontak_nama="Pembuat kunci uji coba",
        kontak="-",
        actor=None,
        at=at,
        berlaku_sampai=at + MASA_UJI_COBA,
    )


def _forget_expired(instansi: Instansi, at: datetime) -> None:
    """Keys of the sandbox that ended: nothing hangs on them but the trail, which names them by number."""
    lewat = KlienApi.objects.filter(instansi=instansi, berlaku_sampai__lt=at)
    akun = list(lewat.values_list("user_id", flat=True)[:500])
    lewat.filter(user_id__in=akun).delete()
    Pengguna.objects.filter(pk__in=akun).delete()


def _locked(klien: KlienApi, actor: Any) -> KlienApi:
    _require_manages(actor, klien.instansi_id)
    kini: KlienApi = KlienApi.objects.select_for_update().get(pk=klien.pk)
    return kini


def _require_manages(actor: Any, instansi_id: int) -> None:
    if actor is not None and not Instansi.objects.dikelola(actor).filter(pk=instansi_id).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi tidak ditemukan dalam lingkup Anda.")


def _trail(actor: Any, tindakan: str, klien: KlienApi, **rincian: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="klien",
        subjek_id=klien.pk,
        kanal=KANAL if actor else "sistem",
        keperluan=str(rincian.get("alasan", "")),
        rincian={"nama": klien.name, **rincian},
    )
