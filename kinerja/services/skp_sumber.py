"""Whether plans of a year are written here, and who may touch one: the guards of every SKP service."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import SKP_DAPAT_DIUBAH, StatusSiklus, StatusSKP, SumberKinerja
from kinerja.models import SKP, SiklusPenilaian
from kinerja.rules.skp import planning_years
from kinerja.services.siklus import kinerja_source
from pegawai.models import Pegawai
from pegawai.services.profil import day_of


class TahunSKP(NamedTuple):
    """One year of an instansi. `ditutup`: its yearly cycle is over, nothing in it changes."""

    tahun: int
    sumber: SumberKinerja
    ditutup: bool = False

    @property
    def di_sini(self) -> bool:
        return self.sumber == SumberKinerja.DI_SINI

    @property
    def terbuka(self) -> bool:
        return self.di_sini and not self.ditutup


def plan_year(instansi_id: int, tahun: int) -> TahunSKP:
    """What the yearly cycle of `tahun` says, else how the instansi works by itself."""
    siklus = SiklusPenilaian.objects.tahunan().filter(instansi_id=instansi_id, tahun=tahun).first()
    if siklus is None:
        return TahunSKP(tahun, kinerja_source(instansi_id))
    return _dari_siklus(siklus)


def plan_years(pegawai: Pegawai, at: datetime) -> list[TahunSKP]:
    """The years this person may plan now, the earliest first; two queries.

    Those of the calendar, and every year whose cycle HR has prepared and not closed.
    """
    hari = day_of(pegawai, at)
    kalender = planning_years(hari)
    semua = SiklusPenilaian.objects.tahunan().filter(instansi_id=pegawai.instansi_id)
    siklus = {s.tahun: s for s in semua.filter(tahun__gte=hari.year - 1)}
    biasa = kinerja_source(pegawai.instansi_id)
    hasil = [_dari_siklus(siklus[t]) if t in siklus else TahunSKP(t, biasa) for t in kalender]
    hasil += [_dari_siklus(s) for t, s in siklus.items() if t not in kalender]
    return sorted(t for t in hasil if not t.ditutup)


def _dari_siklus(siklus: SiklusPenilaian) -> TahunSKP:
    return TahunSKP(siklus.tahun, SumberKinerja(siklus.sumber), ditutup=siklus.status == StatusSiklus.DITUTUP)


def must_be_open(instansi_id: int, tahun: int) -> None:
    """Refuse a year whose SKP is in e-Kinerja BKN, and one that is closed."""
    ini = plan_year(instansi_id, tahun)
    if not ini.di_sini:
        raise DomainError(
            "skp_di_ekinerja",
            f"SKP {tahun} disusun di e-Kinerja BKN.",
            tindakan="Isi di sana. Yang sudah ada di sana tidak diketik lagi di sini.",
        )
    if ini.ditutup:
        raise Bentrok(
            "siklus_ditutup",
            f"Siklus penilaian {tahun} sudah ditutup.",
            tindakan="SKP tahun ini tetap dapat dibaca.",
        )


def must_be_planned_now(pegawai: Pegawai, tahun: int, at: datetime) -> None:
    """Refuse a year that is not planned yet, or not any more."""
    must_be_open(pegawai.instansi_id, tahun)
    boleh = [t.tahun for t in plan_years(pegawai, at)]
    if tahun in boleh:
        return
    if boleh and tahun > boleh[-1]:
        raise DomainError(
            "tahun_belum_tiba",
            f"SKP {tahun} belum dapat disusun.",
            tindakan=f"Penyusunannya dimulai 1 Desember {tahun - 1}.",
        )
    raise DomainError("tahun_sudah_lewat", f"SKP {tahun} tidak disusun lagi.")


def hold(skp_id: int) -> SKP:
    """The plan as it stands now, locked."""
    terkunci = SKP.objects.select_for_update(of=("self",)).select_related("pegawai__instansi", "jabatan")
    skp: SKP | None = terkunci.filter(pk=skp_id).first()
    if skp is None:
        raise TidakDitemukan("skp_tidak_ditemukan", "SKP itu tidak ditemukan dalam lingkup Anda.")
    return skp


def hold_own(skp_id: int, actor: Any) -> SKP:
    """The same, for the person whose plan it is, while its year is open."""
    skp = hold(skp_id)
    if skp.pegawai_id != actor.pegawai_id:
        raise TidakBoleh("bukan_pemilik", "SKP hanya diubah oleh pegawai yang bersangkutan.")
    must_be_open(skp.pegawai.instansi_id, skp.tahun)
    return skp


def hold_draft(skp_id: int, actor: Any) -> SKP:
    """The same, while the person may change what the plan says."""
    skp = hold_own(skp_id, actor)
    if skp.status == StatusSKP.DIKIRIM:
        raise Bentrok(
            "sudah_dikirim",
            "SKP ini sedang ditinjau atasan.",
            tindakan="Tarik dahulu bila perlu mengubahnya.",
        )
    if skp.status not in SKP_DAPAT_DIUBAH:
        raise Bentrok(
            "sudah_disepakati",
            "SKP ini sudah disepakati.",
            tindakan="Buka pembahasan baru bila perlu mengubahnya.",
        )
    return skp


def must_be_seen(skp: SKP, versi: int | None) -> None:
    """Refuse what was written on top of another text than the one that stands here."""
    if skp.versi != versi:
        raise Bentrok(
            "versi_lama",
            "SKP ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
            tindakan="Isian Anda masih ada di halaman ini. Bandingkan, lalu simpan lagi.",
        )


def touch(skp: SKP, *kolom: str) -> SKP:
    """One version further."""
    skp.versi += 1
    skp.diubah_pada = sekarang()
    skp.save(update_fields=["versi", "diubah_pada", *kolom])
    return skp


def last_of_year(pegawai_ids: Iterable[int], tahun: int) -> dict[int, SKP]:
    """The plan that holds at the end of the year, by person; one query."""
    semua = SKP.objects.filter(pegawai__in=list(pegawai_ids), tahun=tahun)
    return {s.pegawai_id: s for s in semua.select_related("penilai").order_by("mulai")}


def last_of_years(pegawai_id: int, tahun: Iterable[int]) -> dict[int, SKP]:
    """The same of one person, by year; one query."""
    semua = SKP.objects.filter(pegawai=pegawai_id, tahun__in=list(tahun))
    return {s.tahun: s for s in semua.order_by("mulai")}
