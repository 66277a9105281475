"""The plan of five years (HCDP): direction, targets per competency and year, established, revised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.enums import KompetensiMansoskul
from pegawai.models import Instansi, KompetensiTeknis
from pelatihan.enums import StatusRencana
from pelatihan.models import Hcdp, KompetensiPelatihan, Pelatihan, SasaranHcdp
from pelatihan.rules.rencana import seats
from pelatihan.services.tetapkan import establish, hold, hold_draft, next_revision, touch, trail

LAMA: Final = 5


class Kunci(NamedTuple):
    """One competency: a code of the nine, or the key of a technical one."""

    kompetensi: str = ""
    teknis_id: int | None = None


class Pasokan(NamedTuple):
    """What the catalogue has for one competency: programmes, seats of a year, cheapest rupiah per person."""

    program: int
    kursi: int | None
    biaya: int


def supply(instansi_id: int) -> dict[Kunci, Pasokan]:
    """Of the active programmes that this government offers; a competency without one is not in it."""
    hasil: dict[Kunci, list[tuple[int | None, int]]] = {}
    baris = KompetensiPelatihan.objects.filter(pelatihan__in=_ditawarkan(instansi_id))
    for b in baris.select_related("pelatihan"):
        isi = (seats(b.pelatihan.kapasitas), b.pelatihan.biaya)
        hasil.setdefault(Kunci(b.kompetensi, b.teknis_id), []).append(isi)
    return {k: _pasokan(isi) for k, isi in hasil.items()}


def _ditawarkan(instansi_id: int) -> Any:
    semua: Any = Pelatihan.objects
    return semua.untuk(instansi_id).order_by().values("pk")


def _pasokan(isi: list[tuple[int | None, int]]) -> Pasokan:
    kursi = [k for k, _ in isi if k is not None]
    return Pasokan(len(isi), sum(kursi) if len(kursi) == len(isi) else None, min(b for _, b in isi))


@transaction.atomic
def open_hcdp(*, instansi: Instansi, tahun_mulai: int, actor: Any, at: datetime) -> Hcdp:
    """The newest HCDP that begins in `tahun_mulai`; a draft of five years when there is none."""
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("rencana_tidak_ditemukan", "Rencana ini tidak ditemukan.")
    ada = latest_hcdp(instansi.pk, tahun_mulai)
    if ada is not None:
        return ada
    try:
        with transaction.atomic():
            hcdp = Hcdp.objects.create(
                instansi=instansi, tahun_mulai=tahun_mulai, tahun_selesai=tahun_mulai + LAMA - 1,
                diubah_pada=at,
            )  # fmt: skip
    except IntegrityError as salah:
        raise Bentrok(
            "hcdp_sudah_ada", f"HCDP mulai {tahun_mulai} baru saja dibuat orang lain. Muat ulang halaman."
        ) from salah
    trail(hcdp, "tambah_hcdp", actor)
    return hcdp


def latest_hcdp(instansi_id: int, tahun_mulai: int) -> Hcdp | None:
    """The newest revision."""
    semua: Any = Hcdp.objects.filter(instansi=instansi_id, tahun_mulai=tahun_mulai)
    terakhir: Hcdp | None = semua.order_by("-revisi").first()
    return terakhir


@transaction.atomic
def change_hcdp(
    *,
    hcdp_id: int,
    versi: int,
    actor: Any,
    at: datetime,
    arah: str | None = None,
    sasaran: Mapping[tuple[Kunci, int], int] | None = None,
    sumber: str | None = None,
) -> Hcdp:
    """Direction, or people per (competency, year); what is None stays. Costs follow from the catalogue.

    Bentrok when `versi` is not the present one; DomainError once it is established, and for a year or a
    competency that does not belong to this plan. Twice the same is once.
    """
    hcdp = hold(Hcdp, hcdp_id, actor)
    baru = None if sasaran is None else _targets(hcdp, sasaran)
    if hcdp.status == StatusRencana.DRAF and arah in (None, hcdp.arah) and _unchanged(hcdp, baru):
        return hcdp
    hcdp = hold_draft(Hcdp, hcdp_id, versi, actor)
    if arah is not None:
        hcdp.arah = arah
    if sumber is not None:
        hcdp.sumber = sumber[:300]
    if baru is not None:
        hcdp.sasaran.all().delete()
        SasaranHcdp.objects.bulk_create(baru)
    touch(hcdp, "ubah_hcdp", actor, at)
    return hcdp


@transaction.atomic
def save_targets(
    *,
    instansi: Instansi,
    tahun_mulai: int,
    sasaran: Mapping[tuple[Kunci, int], int],
    sumber: str,
    dilihat: tuple[int, int] | None,
    actor: Any,
    at: datetime,
) -> Hcdp:
    """Proposed targets into the draft that begins in `tahun_mulai`: new, the one there is, or a revision.

    `dilihat`: key and version of the HCDP that the page showed beside them, None: there was none. Bentrok
    when that is no longer so; the very same targets again are the HCDP that they made.
    """
    ada = latest_hcdp(instansi.pk, tahun_mulai)
    hcdp = ada or open_hcdp(instansi=instansi, tahun_mulai=tahun_mulai, actor=actor, at=at)
    hcdp = hold(Hcdp, hcdp.pk, actor)
    if ada and hcdp.status == StatusRencana.DRAF and _unchanged(hcdp, _targets(hcdp, sasaran)):
        return hcdp
    if (None if ada is None else (hcdp.pk, hcdp.versi)) != dilihat:
        raise Bentrok(
            "rencana_berubah",
            f"HCDP mulai {tahun_mulai} berubah sejak Anda membuka halaman ini. Sasaran belum disimpan.",
            tindakan="Periksa HCDP itu di tab lain, lalu susun lagi bila masih perlu.",
        )
    if hcdp.status == StatusRencana.DITETAPKAN:
        hcdp = revise_hcdp(hcdp_id=hcdp.pk, actor=actor, at=at)
    return change_hcdp(hcdp_id=hcdp.pk, versi=hcdp.versi, sasaran=sasaran, sumber=sumber, actor=actor, at=at)


@transaction.atomic
def establish_hcdp(*, hcdp_id: int, versi: int, actor: Any, at: datetime) -> Hcdp:
    """`actor` establishes the draft. Twice is once; DomainError `rencana_kosong` without a target."""
    hcdp = hold(Hcdp, hcdp_id, actor)
    if hcdp.status == StatusRencana.DITETAPKAN and hcdp.ditetapkan_oleh_id == actor.pk:
        return hcdp
    hcdp = hold_draft(Hcdp, hcdp_id, versi, actor)
    if not hcdp.sasaran.exists():
        raise DomainError("rencana_kosong", "HCDP ini belum berisi sasaran.", tindakan="Isi sasaran dulu.")
    return establish(hcdp, actor, at)


@transaction.atomic
def revise_hcdp(*, hcdp_id: int, actor: Any, at: datetime) -> Hcdp:
    """The next revision, a draft with the same direction and targets; the draft there is already."""
    lama = hold(Hcdp, hcdp_id, actor)
    terakhir = latest_hcdp(lama.instansi_id, lama.tahun_mulai) or lama
    if terakhir.status == StatusRencana.DRAF:
        return terakhir
    masa = {"tahun_mulai": terakhir.tahun_mulai, "tahun_selesai": terakhir.tahun_selesai}
    baru = next_revision(terakhir, at, arah=terakhir.arah, **masa)
    isi = ("kompetensi", "teknis_id", "tahun", "orang", "biaya")
    SasaranHcdp.objects.bulk_create(
        SasaranHcdp(hcdp=baru, **dict(zip(isi, b, strict=True))) for b in terakhir.sasaran.values_list(*isi)
    )
    trail(baru, "versi_baru_rencana", actor)
    return baru


def _targets(hcdp: Hcdp, sasaran: Mapping[tuple[Kunci, int], int]) -> list[SasaranHcdp]:
    pasokan = supply(hcdp.instansi_id)
    semua: Any = KompetensiTeknis.objects
    # What stands in the plan may stay, also when the reference has put it to rest.
    teknis = {*semua.untuk(hcdp.instansi_id).values_list("pk", flat=True)}
    teknis |= {*hcdp.sasaran.exclude(teknis=None).values_list("teknis", flat=True)}
    for kunci, tahun in sasaran:
        dikenal = kunci.kompetensi in set(KompetensiMansoskul) or kunci.teknis_id in teknis
        if not dikenal or not hcdp.tahun_mulai <= tahun <= hcdp.tahun_selesai:
            raise DomainError("sasaran_asing", "Ada sasaran di luar tahun atau kompetensi rencana ini.")
    urut = sorted(sasaran.items(), key=lambda b: (b[0][1], b[0][0].kompetensi, b[0][0].teknis_id or 0))
    return [
        SasaranHcdp(
            hcdp=hcdp, kompetensi=k.kompetensi, teknis_id=k.teknis_id, tahun=tahun, orang=orang,
            biaya=orang * pasokan[k].biaya if k in pasokan else 0,
        )
        for (k, tahun), orang in urut
        if orang
    ]  # fmt: skip


def _unchanged(hcdp: Hcdp, baru: list[SasaranHcdp] | None) -> bool:
    if baru is None:
        return True
    isi = ("kompetensi", "teknis_id", "tahun", "orang", "biaya")
    kini = {*hcdp.sasaran.values_list(*isi)}
    return kini == {tuple(getattr(b, n) for n in isi) for b in baru} and len(kini) == len(baru)
