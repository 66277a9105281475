"""What a plan says: its rows with their indicators, expected behaviour, lampiran."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Max, Q

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import (
    AspekIndikator,
    JenisDialog,
    JenisHasilKerja,
    JenisLampiran,
    NilaiBerakhlak,
    PendekatanSKP,
    StatusSKP,
)
from kinerja.models import SKP, HasilKerja, Indikator, PerspektifJPT
from kinerja.rules.skp import pendek
from kinerja.services.penilai import rated_by
from kinerja.services.skp_sumber import hold, hold_draft, hold_own, must_be_open, must_be_seen, touch

#: More than any plan needs (KEPUTUSAN); a page stays readable.
HASIL_TERBANYAK: Final = 30
INDIKATOR_TERBANYAK: Final = 10


class IsianIndikator(NamedTuple):
    """One indicator as typed. `id` None: a new one."""

    iki: str
    target: str
    aspek: AspekIndikator | None = None
    target_angka: Decimal | None = None
    satuan: str = ""
    id: int | None = None


class IsianHasil(NamedTuple):
    """One row as typed; its indicators in their order are all it will have."""

    rhk: str
    jenis: JenisHasilKerja = JenisHasilKerja.UTAMA
    induk_id: int | None = None
    induk_teks: str = ""
    perspektif_id: int | None = None
    indikator: Sequence[IsianIndikator] = ()


@transaction.atomic
def save_hasil(
    *,
    skp_id: int,
    isi: IsianHasil,
    versi: int | None,
    actor: Any,
    at: datetime,
    hasil_id: int | None = None,
) -> HasilKerja:
    """Write one row with all its indicators; `hasil_id` None adds one.

    Sending the same again changes nothing. Raises Bentrok `versi_lama`, DomainError `induk_lain` for a
    row that is not the leader's, `terlalu_banyak`.
    """
    skp = hold_draft(skp_id, actor)
    lama = _row(skp, hasil_id) if hasil_id is not None else _last_named(skp, isi.rhk)
    if lama is not None and skp.versi != versi and _says(lama, isi):
        return lama
    must_be_seen(skp, versi)
    hasil = _row(skp, hasil_id) if hasil_id is not None else HasilKerja(skp=skp)
    _tulis_hasil(skp, hasil, isi)
    _tulis_indikator(skp, hasil, isi.indikator)
    touch(skp)
    return hasil


def _last_named(skp: SKP, rhk: str) -> HasilKerja | None:
    hasil: HasilKerja | None = skp.hasil_kerja.filter(rhk=rhk).last()
    return hasil


def _says(hasil: HasilKerja, isi: IsianHasil) -> bool:
    """Whether a row says just this already: the first press of a double one."""
    kini = (hasil.rhk, str(hasil.jenis), hasil.induk_id, hasil.induk_teks, hasil.perspektif_id)
    induk_teks = "" if isi.induk_id else isi.induk_teks
    if kini != (isi.rhk, str(isi.jenis), isi.induk_id, induk_teks, isi.perspektif_id):
        return False
    ada = [(i.iki, i.target, i.aspek, i.target_angka, i.satuan) for i in hasil.indikator.all()]
    return ada == [(i.iki, i.target, i.aspek or "", i.target_angka, i.satuan) for i in isi.indikator]


def _row(skp: SKP, hasil_id: int) -> HasilKerja:
    hasil: HasilKerja | None = skp.hasil_kerja.filter(pk=hasil_id).first()
    if hasil is None:
        raise TidakDitemukan("hasil_tidak_ditemukan", "Hasil kerja itu sudah tidak ada dalam SKP ini.")
    return hasil


def _tulis_hasil(skp: SKP, hasil: HasilKerja, isi: IsianHasil) -> None:
    baru = hasil._state.adding
    if baru and skp.hasil_kerja.count() >= HASIL_TERBANYAK:
        raise DomainError("terlalu_banyak", f"Satu SKP memuat paling banyak {HASIL_TERBANYAK} hasil kerja.")
    if baru or hasil.jenis != isi.jenis:
        akhir = skp.hasil_kerja.filter(jenis=isi.jenis).aggregate(a=Max("urutan"))["a"]
        hasil.jenis, hasil.urutan = isi.jenis, (akhir or 0) + 1
    if isi.induk_id not in (None, hasil.induk_id):
        _leader_row(skp, isi.induk_id)
    hasil.rhk, hasil.induk_id = isi.rhk.strip(), isi.induk_id
    hasil.induk_teks = "" if isi.induk_id else isi.induk_teks.strip()
    hasil.perspektif_id = _perspektif(skp, isi.perspektif_id)
    hasil.save()


def _leader_row(skp: SKP, induk_id: int | None) -> HasilKerja:
    induk: HasilKerja | None = leader_rows(skp).filter(pk=induk_id).first()
    if induk is None:
        raise DomainError(
            "induk_lain",
            "RHK pimpinan itu tidak ada lagi dalam rencana atasan Anda.",
            tindakan="Pilih yang lain, atau tulis sendiri.",
        )
    return induk


def leader_rows(skp: SKP) -> Any:
    """Rows of the atasan of today which this plan may support."""
    return HasilKerja.objects.rencana_atasan(leader_id(skp), skp.tahun)


def leader_id(skp: SKP) -> int | None:
    """Who leads: of today while the plan is worked on, of then once it is agreed."""
    if skp.status == StatusSKP.DISEPAKATI:
        return skp.penilai_id
    atasan_id: int | None = skp.pegawai.atasan_id
    return None if atasan_id == skp.pegawai_id else atasan_id


def perspectives(instansi_id: int) -> list[PerspektifJPT]:
    """Those of the instansi, or the general ones where it has none."""
    semua = list(PerspektifJPT.objects.filter(Q(instansi=instansi_id) | Q(instansi=None)))
    return [p for p in semua if p.instansi_id is not None] or semua


def _perspektif(skp: SKP, perspektif_id: int | None) -> int | None:
    boleh = {p.pk for p in perspectives(skp.pegawai.instansi_id)} if perspektif_id else set()
    return perspektif_id if perspektif_id in boleh else None


def _tulis_indikator(skp: SKP, hasil: HasilKerja, isi: Sequence[IsianIndikator]) -> None:
    if len(isi) > INDIKATOR_TERBANYAK:
        raise DomainError(
            "terlalu_banyak", f"Satu hasil kerja memuat paling banyak {INDIKATOR_TERBANYAK} indikator."
        )
    lama = {i.pk: i for i in hasil.indikator.all()}
    tetap = {i.id for i in isi if i.id in lama}
    for pk, i in lama.items():
        if pk not in tetap:
            i.delete()  # what was sent about it keeps its words
    for urutan, satu in enumerate(isi, start=1):
        indikator = lama.get(satu.id or 0) or Indikator(hasil_kerja=hasil)
        indikator.urutan, indikator.iki, indikator.target = urutan, satu.iki.strip(), satu.target.strip()
        berlaku = skp.pendekatan == PendekatanSKP.KUANTITATIF
        indikator.aspek = (satu.aspek or "") if berlaku else ""
        indikator.target_angka, indikator.satuan = satu.target_angka, satu.satuan.strip()
        indikator.save()


@transaction.atomic
def remove_hasil(*, skp_id: int, hasil_id: int, versi: int | None, actor: Any, at: datetime) -> SKP:
    """Take one row out; rows of others that support it keep its words. One that is gone stays gone."""
    skp = hold_draft(skp_id, actor)
    hasil: HasilKerja | None = skp.hasil_kerja.filter(pk=hasil_id).first()
    if hasil is None:
        return skp
    must_be_seen(skp, versi)
    hasil.pendukung.update(induk_teks=hasil.rhk)
    hasil.delete()
    return touch(skp)


@transaction.atomic
def move_hasil(
    *, skp_id: int, hasil_id: int, langkah: int, versi: int | None, actor: Any, at: datetime
) -> SKP:
    """One place up (`langkah` -1) or down (+1) among the rows of its kind; at the end it stays."""
    skp = hold_draft(skp_id, actor)
    hasil = _row(skp, hasil_id)
    must_be_seen(skp, versi)
    baris = list(skp.hasil_kerja.filter(jenis=hasil.jenis))
    dari = baris.index(hasil)
    ke = min(max(dari + langkah, 0), len(baris) - 1)
    baris.insert(ke, baris.pop(dari))
    for urutan, satu in enumerate(baris, start=1):
        satu.urutan = urutan
    HasilKerja.objects.bulk_update(baris, ["urutan"])
    return touch(skp)


@transaction.atomic
def link_hasil(*, skp_id: int, hasil_id: int, induk_id: int, actor: Any, at: datetime) -> HasilKerja:
    """Say which row of the leader a row supports. It changes nothing that was agreed, so it is always open.

    Linking twice is no change. Raises DomainError `induk_lain`.
    """
    skp = hold_own(skp_id, actor)
    hasil = _row(skp, hasil_id)
    if hasil.induk_id == induk_id:
        return hasil
    induk = _leader_row(skp, induk_id)
    hasil.induk, hasil.induk_teks = induk, ""
    hasil.save(update_fields=["induk", "induk_teks"])
    if skp.dikirim_pada is not None:
        isi = f"«{pendek(hasil.rhk)}» ditautkan ke «{pendek(induk.rhk)}»."
        skp.dialog.create(jenis=JenisDialog.CATATAN, oleh=actor, pada=at, isi=isi)
    touch(skp)
    return hasil


@transaction.atomic
def save_ekspektasi(
    *, skp_id: int, isi: Mapping[NilaiBerakhlak, str], versi: int | None, actor: Any, at: datetime
) -> SKP:
    """What is expected beyond the guide, by value: proposed by the person, or written by the atasan.

    The atasan writes while the plan lies with them. An empty text takes the line away.
    """
    skp = _held_by_either(skp_id, actor)
    ada = {e.nilai: e for e in skp.ekspektasi.all()}
    berubah = {n: t.strip() for n, t in isi.items() if t.strip() != (ada[n].ekspektasi if n in ada else "")}
    if not berubah:
        return skp
    must_be_seen(skp, versi)
    for nilai, teks in berubah.items():
        if teks:
            skp.ekspektasi.update_or_create(nilai=nilai, defaults={"ekspektasi": teks, "oleh": actor})
        else:
            ada[nilai].delete()
    return touch(skp)


def _held_by_either(skp_id: int, actor: Any) -> SKP:
    """The plan for its owner who drafts, or for the atasan with whom it lies."""
    pemilik = SKP.objects.filter(pk=skp_id).values_list("pegawai_id", flat=True).first()
    if pemilik is None or pemilik == actor.pegawai_id:
        return hold_draft(skp_id, actor)
    rated_by(pegawai_ids=[pemilik], actor=actor)
    skp = hold(skp_id)
    must_be_open(skp.pegawai.instansi_id, skp.tahun)
    if skp.status != StatusSKP.DIKIRIM:
        raise Bentrok("tidak_di_atasan", "SKP ini sedang tidak menunggu Anda.")
    return skp


@transaction.atomic
def save_lampiran(
    *, skp_id: int, isi: Mapping[JenisLampiran, Sequence[str]], versi: int | None, actor: Any, at: datetime
) -> SKP:
    """All lines of the lampiran, by kind; a kind that is not named stays as it is."""
    skp = hold_draft(skp_id, actor)
    ada: dict[str, list[str]] = {j: [] for j in JenisLampiran}
    for satu in skp.lampiran.all():
        ada[satu.jenis].append(satu.isi)
    berubah = {j: baris for j, baris in isi.items() if list(baris) != ada[j]}
    if not berubah:
        return skp
    must_be_seen(skp, versi)
    for jenis, baris in berubah.items():
        skp.lampiran.filter(jenis=jenis).delete()
        for teks in baris:
            skp.lampiran.create(jenis=jenis, isi=teks)
    return touch(skp)
