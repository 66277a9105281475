"""A plan is begun: empty, from last year, from the library of the jabatan, or as the rest of a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import AwalSKP, JenisDialog, JenisHasilKerja, PendekatanSKP, StatusSKP
from kinerja.models import (
    SKP,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    LampiranSKP,
    PustakaKinerja,
)
from kinerja.rules.masa_siklus import Masa
from kinerja.rules.skp import plan_days
from kinerja.services.skp_lembar import rows_of
from kinerja.services.skp_sumber import hold_draft, hold_own, must_be_planned_now, must_be_seen, touch
from pegawai.models import Pegawai, RiwayatJabatan
from pegawai.services.profil import day_of

KANAL = "portal"


@transaction.atomic
def start_skp(
    *,
    pegawai: Pegawai,
    tahun: int,
    awal: AwalSKP,
    pendekatan: PendekatanSKP,
    actor: Any,
    at: datetime,
) -> SKP:
    """Begin the plan of a year; the one that is there already when there is one.

    Nothing of the atasan is needed. Raises TidakBoleh for anybody else, DomainError for a year that is
    not planned here or now, and `awal_kosong` when there is nothing to begin with.
    """
    if actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_pemilik", "SKP hanya disusun oleh pegawai yang bersangkutan.")
    must_be_planned_now(pegawai, tahun, at)
    terkunci = Pegawai.objects.select_for_update(no_key=True, of=("self",))
    pegawai = terkunci.select_related("unit", "instansi").get(pk=pegawai.pk)
    ada: SKP | None = SKP.objects.filter(pegawai=pegawai, tahun=tahun).order_by("-mulai").first()
    if ada is not None:
        return ada
    masa = plan_days(tahun, pegawai.tmt_cpns or pegawai.perjanjian_mulai)
    skp = _baru(pegawai, masa, pendekatan, at, max(masa.mulai, day_of(pegawai, at)))
    _isi_awal(skp, awal)
    catat_baca(pengguna=actor, pegawai_ids=[pegawai.pk], kanal=KANAL, tindakan="susun_skp")
    return skp


def _baru(pegawai: Pegawai, masa: Masa, pendekatan: PendekatanSKP, at: datetime, hari: date) -> SKP:
    """An empty plan; `hari` tells the jabatan."""
    skp: SKP = SKP.objects.create(
        pegawai=pegawai,
        tahun=masa.mulai.year,
        mulai=masa.mulai,
        sampai=masa.sampai,
        penilai_id=rater_id(pegawai),
        jabatan_id=post_id(pegawai.pk, hari),
        pendekatan=pendekatan,
        dibuat_pada=at,
        diubah_pada=at,
    )
    return skp


def rater_id(pegawai: Pegawai) -> int | None:
    """The atasan penilai of today; None when none, or oneself, is recorded."""
    return None if pegawai.atasan_id == pegawai.pk else pegawai.atasan_id


def post_id(pegawai_id: int, hari: date) -> int | None:
    """The jabatan held on `hari`."""
    semua = RiwayatJabatan.objects.filter(pegawai=pegawai_id, tmt__lte=hari).order_by("-tmt")
    return semua.values_list("jabatan_id", flat=True).first()


def _isi_awal(skp: SKP, awal: AwalSKP) -> None:
    if awal == AwalSKP.TAHUN_LALU:
        lalu = last_year(skp.pegawai_id, skp.tahun)
        if lalu is None:
            raise DomainError("awal_kosong", f"Anda belum memiliki SKP {skp.tahun - 1} di sini.")
        copy_plan(lalu, skp, dengan_tautan=False)
    if awal == AwalSKP.PUSTAKA:
        pustaka = list(library_for(skp))
        if not pustaka:
            raise DomainError("awal_kosong", "Pustaka untuk jabatan Anda masih kosong.")
        _dari_pustaka(skp, pustaka)


def last_year(pegawai_id: int, tahun: int) -> SKP | None:
    """The last plan of the year before `tahun`."""
    lalu: SKP | None = SKP.objects.filter(pegawai=pegawai_id, tahun=tahun - 1).order_by("-mulai").first()
    return lalu


def library_for(skp: SKP) -> Any:
    """What HR keeps for the jabatan of this plan."""
    return library(skp.pegawai.instansi_id, skp.jabatan_id)


def library(instansi_id: int, jabatan_id: int | None) -> Any:
    return PustakaKinerja.objects.filter(instansi=instansi_id, jabatan=jabatan_id).order_by("rhk", "pk")


def _dari_pustaka(skp: SKP, pustaka: Iterable[PustakaKinerja]) -> None:
    for urutan, (rhk, baris) in enumerate(groupby(pustaka, key=lambda p: p.rhk), start=1):
        hasil = HasilKerja.objects.create(skp=skp, urutan=urutan, rhk=rhk, jenis=JenisHasilKerja.UTAMA)
        Indikator.objects.bulk_create(
            Indikator(
                hasil_kerja=hasil,
                urutan=i,
                iki=p.iki,
                aspek=_aspek(skp, p.aspek),
                target=p.target,
                satuan=p.satuan,
            )
            for i, p in enumerate(baris, start=1)
        )


def _aspek(skp: SKP, aspek: str) -> str:
    return aspek if skp.pendekatan == PendekatanSKP.KUANTITATIF else ""


def copy_plan(dari: SKP, ke: SKP, *, dengan_tautan: bool) -> None:
    """Write the rows of one plan into another. Without links the leader's rows stay behind as words."""
    for h in rows_of(dari):
        induk_teks = h.induk_teks if dengan_tautan or h.induk is None else h.induk.rhk
        hasil = HasilKerja.objects.create(
            skp=ke,
            jenis=h.jenis,
            urutan=h.urutan,
            rhk=h.rhk,
            induk=h.induk if dengan_tautan else None,
            induk_teks=induk_teks,
            perspektif=h.perspektif,
        )
        Indikator.objects.bulk_create(_salinan(ke, hasil, i) for i in h.indikator.all())
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(skp=ke, nilai=e.nilai, ekspektasi=e.ekspektasi, oleh=e.oleh)
        for e in dari.ekspektasi.select_related("oleh")
    )
    LampiranSKP.objects.bulk_create(
        LampiranSKP(skp=ke, jenis=b.jenis, isi=b.isi) for b in dari.lampiran.all()
    )


def _salinan(ke: SKP, hasil: HasilKerja, i: Indikator) -> Indikator:
    return Indikator(
        hasil_kerja=hasil,
        urutan=i.urutan,
        iki=i.iki,
        aspek=_aspek(ke, i.aspek),
        target=i.target,
        target_angka=i.target_angka,
        satuan=i.satuan,
    )


@transaction.atomic
def choose_pendekatan(
    *, skp_id: int, pendekatan: PendekatanSKP, versi: int | None, actor: Any, at: datetime
) -> SKP:
    """Change the pendekatan of the whole plan; kualitatif drops every aspek."""
    skp = hold_draft(skp_id, actor)
    if skp.pendekatan == pendekatan:
        return skp
    must_be_seen(skp, versi)
    skp.pendekatan = pendekatan
    if pendekatan == PendekatanSKP.KUALITATIF:
        Indikator.objects.filter(hasil_kerja__skp=skp).update(aspek="")
    return touch(skp, "pendekatan")


@transaction.atomic
def start_segment(*, skp_id: int, mulai: date, alasan: str, actor: Any, at: datetime) -> SKP:
    """Another post or another atasan from `mulai` on: the plan of the rest of the year, with the same rows.

    What was agreed holds up to the day before. Raises DomainError `mulai_di_luar` for a day outside it,
    `alasan_kosong`, and Bentrok unless it is agreed (a plan not agreed yet is simply changed).
    """
    pegawai = Pegawai.objects.select_for_update(no_key=True, of=("self",)).get(pk=actor.pegawai_id)
    skp = hold_own(skp_id, actor)
    ada: SKP | None = SKP.objects.filter(pegawai=pegawai, mulai=mulai, tahun=skp.tahun).first()
    if ada is not None and ada.pk != skp.pk:
        return ada
    _periksa_segmen(skp, mulai, alasan)
    baru = _baru(pegawai, Masa(mulai, skp.sampai), PendekatanSKP(skp.pendekatan), at, mulai)
    copy_plan(skp, baru, dengan_tautan=baru.penilai_id == skp.penilai_id)
    skp.sampai = mulai - timedelta(days=1)
    touch(skp, "sampai")
    isi = f"Sejak {kata.tanggal(mulai)} dilanjutkan dengan SKP baru. {alasan.strip()}"
    skp.dialog.create(jenis=JenisDialog.CATATAN, oleh=actor, pada=at, isi=isi)
    catat_baca(pengguna=actor, pegawai_ids=[pegawai.pk], kanal=KANAL, tindakan="segmen_skp")
    return baru


def _periksa_segmen(skp: SKP, mulai: date, alasan: str) -> None:
    if skp.status != StatusSKP.DISEPAKATI:
        raise Bentrok(
            "belum_disepakati",
            "SKP ini belum disepakati, jadi cukup diubah.",
            tindakan="Atasan penilai yang baru terbaca ketika Anda mengirimnya.",
        )
    if not skp.mulai < mulai <= skp.sampai:
        raise DomainError(
            "mulai_di_luar",
            f"Tanggal mulai harus sesudah {kata.tanggal(skp.mulai)} dan paling lambat "
            f"{kata.tanggal(skp.sampai)}.",
        )
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan apa yang berubah, misalnya jabatan atau atasan.")
