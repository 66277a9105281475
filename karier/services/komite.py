"""Naming the committee of talent: by HR of the whole instansi, with a letter, never oneself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.kata import tanggal
from karier.enums import PeranKomite
from karier.models import AnggotaKomite, KomiteTalenta
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS


@transaction.atomic
def create_committee(
    *,
    instansi: Instansi,
    nomor_sk: str,
    tanggal_sk: date,
    mulai: date,
    sampai: date,
    actor: Any,
    at: datetime,
) -> KomiteTalenta:
    """TidakDitemukan outside the own instansi, DomainError `rentang_terbalik`, Bentrok for a letter used."""
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    if sampai < mulai:
        raise DomainError("rentang_terbalik", "Tanggal selesai sama dengan atau sesudah tanggal mulai.")
    komite, baru = KomiteTalenta.objects.get_or_create(
        instansi=instansi,
        nomor_sk=nomor_sk.strip(),
        defaults={
            "tanggal_sk": tanggal_sk,
            "mulai": mulai,
            "sampai": sampai,
            "dibuat_oleh": actor,
            "dibuat_pada": at,
        },
    )
    if not baru:
        raise Bentrok(
            "komite_sudah_ada", "Komite dengan nomor SK itu sudah ada.", tindakan="Buka komite itu di daftar."
        )
    _catat(komite, "bentuk_komite_talenta", actor, {"nomor_sk": komite.nomor_sk})
    return komite


@transaction.atomic
def name_member(
    *, komite_id: int, pegawai: Pegawai, peran: PeranKomite, mulai: date, actor: Any, at: datetime
) -> AnggotaKomite:
    """One more duty. TidakBoleh about oneself, Bentrok when they sit there, DomainError off duty."""
    komite = _held(komite_id, actor)
    if pegawai.pk == actor.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat menunjuk diri sendiri.",
            tindakan="Mintalah rekan Anda menunjuk.",
        )
    if pegawai.instansi_id != komite.instansi_id or pegawai.kedudukan_hukum not in BERTUGAS:
        raise DomainError("bukan_bertugas", "Anggota komite adalah ASN instansi ini yang sedang bertugas.")
    if mulai > komite.sampai:
        raise DomainError("sesudah_komite", f"Komite ini bertugas sampai {tanggal(komite.sampai)}.")
    if komite.anggota.filter(pegawai=pegawai, sampai=None).exists():
        raise Bentrok("sudah_anggota", f"{pegawai.nama_gelar} sudah bertugas di komite ini.")
    anggota = komite.anggota.create(
        pegawai=pegawai, peran=peran, mulai=max(mulai, komite.mulai), penunjuk_id=actor.pegawai_id,
        oleh=actor, pada=at,
    )  # fmt: skip
    _catat(komite, "tunjuk_anggota_komite", actor, {"pegawai": pegawai.pk, "peran": peran.value})
    return anggota


@transaction.atomic
def end_member(*, anggota_id: int, actor: Any, at: datetime, hari: date) -> AnggotaKomite:
    """Yesterday was the last day. A second press finds it ended."""
    anggota = AnggotaKomite.objects.filter(pk=anggota_id).first()
    if anggota is None:
        raise TidakDitemukan("anggota_tidak_ditemukan", "Anggota ini tidak ditemukan.")
    komite = _held(anggota.komite_id, actor)
    anggota.refresh_from_db()
    if anggota.sampai is not None:
        raise Bentrok("sudah_berakhir", "Tugas anggota ini sudah berakhir.")
    anggota.sampai = hari - timedelta(days=1)
    anggota.save(update_fields=["sampai"])
    _catat(komite, "akhiri_anggota_komite", actor, {"pegawai": anggota.pegawai_id, "pada": at.isoformat()})
    return anggota


def _held(komite_id: int, actor: Any) -> KomiteTalenta:
    komite: KomiteTalenta | None = (
        KomiteTalenta.objects.dikelola(actor).select_for_update(of=("self",)).filter(pk=komite_id).first()
    )
    if komite is None:
        raise TidakDitemukan("komite_tidak_ditemukan", "Komite ini tidak ditemukan.")
    return komite


def _catat(komite: KomiteTalenta, tindakan: str, actor: Any, rincian: dict[str, Any]) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="komite_talenta", subjek_id=komite.pk, kanal="admin",
        rincian=rincian,
    )  # fmt: skip
