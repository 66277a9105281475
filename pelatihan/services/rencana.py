"""The plan of one year: stored from a proposal, ordered and changed as a draft, established, revised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.models import Instansi
from pelatihan.enums import StatusRencana
from pelatihan.models import ButirRencana, Pagu, Pelatihan, RencanaTahunan
from pelatihan.services.tetapkan import establish, hold, hold_draft, next_revision, touch, trail


class IsianButir(NamedTuple):
    """One line as HR wants it; their order is the order of the plan.

    `biaya`: rupiah for all participants, None: what the catalogue says for so many.
    """

    pelatihan_id: int
    peserta: int
    biaya: int | None = None
    pagu_id: int | None = None
    bulan: int | None = None
    alasan: str = ""


def latest_plan(instansi_id: int, tahun: int) -> RencanaTahunan | None:
    """The newest revision of a year."""
    semua: Any = RencanaTahunan.objects.filter(instansi=instansi_id, tahun=tahun)
    terakhir: RencanaTahunan | None = semua.order_by("-revisi").first()
    return terakhir


@transaction.atomic
def save_proposal(
    *,
    instansi: Instansi,
    tahun: int,
    butir: Sequence[IsianButir],
    sumber: str,
    dilihat: tuple[int, int] | None,
    actor: Any,
    at: datetime,
) -> RencanaTahunan:
    """Keep a proposal as the draft of `tahun`: a new one, in place of the draft, or the next revision.

    `dilihat`: key and version of the plan that the page showed beside it, None: there was none. Bentrok when
    that is no longer so; the very same lines again are the plan that they made.
    """
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("rencana_tidak_ditemukan", "Rencana ini tidak ditemukan.")
    ada = latest_plan(instansi.pk, tahun)
    if ada is not None:
        ada = hold(RencanaTahunan, ada.pk, actor)
    baris = _lines(instansi.pk, tahun, butir)
    if ada is not None and ada.status == StatusRencana.DRAF and _same(ada, baris):
        return ada
    if (None if ada is None else (ada.pk, ada.versi)) != dilihat:
        raise _sudah_ada(tahun)
    if not baris:
        raise DomainError(
            "rencana_kosong", "Usul ini belum berisi kegiatan.", tindakan="Isi pesertanya dulu."
        )
    rencana = _draft_for(instansi, tahun, ada, sumber, at)
    _write(rencana, baris)
    touch(rencana, "simpan_usul_rencana", actor, at, butir=len(baris))
    return rencana


def _draft_for(
    instansi: Instansi, tahun: int, ada: RencanaTahunan | None, sumber: str, at: datetime
) -> RencanaTahunan:
    try:
        with transaction.atomic():
            if ada is None:
                rencana = RencanaTahunan.objects.create(instansi=instansi, tahun=tahun, diubah_pada=at)
            elif ada.status == StatusRencana.DITETAPKAN:
                rencana = next_revision(ada, at, tahun=tahun)
            else:
                rencana = ada
    except IntegrityError as salah:
        raise _sudah_ada(tahun) from salah
    rencana.sumber = sumber[:300]
    return rencana


def _sudah_ada(tahun: int) -> Bentrok:
    return Bentrok(
        "rencana_berubah",
        f"Rencana {tahun} berubah sejak Anda membuka halaman ini. Usul Anda belum disimpan.",
        tindakan="Periksa rencana itu di tab lain, lalu susun usul lagi bila masih perlu.",
    )


@transaction.atomic
def change_plan(
    *, rencana_id: int, butir: Sequence[IsianButir], versi: int, actor: Any, at: datetime
) -> RencanaTahunan:
    """The lines of a draft anew, in their order. An empty `alasan` keeps the reason that the line had.

    Bentrok when `versi` is not the present one; DomainError once it is established. The same lines again
    change nothing.
    """
    rencana = hold(RencanaTahunan, rencana_id, actor)
    baris = _lines(rencana.instansi_id, rencana.tahun, butir, lama=rencana)
    if rencana.status == StatusRencana.DRAF and _same(rencana, baris):
        return rencana
    rencana = hold_draft(RencanaTahunan, rencana_id, versi, actor)
    _write(rencana, baris)
    touch(rencana, "ubah_rencana", actor, at, butir=len(baris))
    return rencana


@transaction.atomic
def establish_plan(*, rencana_id: int, versi: int, actor: Any, at: datetime) -> RencanaTahunan:
    """`actor` establishes the draft. Twice is once; DomainError `rencana_kosong` without a line."""
    rencana = hold(RencanaTahunan, rencana_id, actor)
    if rencana.status == StatusRencana.DITETAPKAN and rencana.ditetapkan_oleh_id == actor.pk:
        return rencana
    rencana = hold_draft(RencanaTahunan, rencana_id, versi, actor)
    if not rencana.butir.exists():
        raise DomainError(
            "rencana_kosong", "Rencana ini belum berisi kegiatan.", tindakan="Tambah kegiatan dulu."
        )
    return establish(rencana, actor, at)


@transaction.atomic
def revise_plan(*, rencana_id: int, actor: Any, at: datetime) -> RencanaTahunan:
    """The next revision, a draft with the same lines; the draft there is when somebody was faster."""
    lama = hold(RencanaTahunan, rencana_id, actor)
    terakhir = latest_plan(lama.instansi_id, lama.tahun)
    if terakhir is not None and terakhir.status == StatusRencana.DRAF:
        return terakhir
    baru = next_revision(terakhir or lama, at, tahun=lama.tahun)
    _write(baru, [_copied(b) for b in (terakhir or lama).butir.order_by("urut", "pk")])
    trail(baru, "versi_baru_rencana", actor)
    return baru


# -- lines ----------------------------------------------------------------------------------------------


def _lines(
    instansi_id: int, tahun: int, butir: Sequence[IsianButir], lama: RencanaTahunan | None = None
) -> list[ButirRencana]:
    """Unsaved lines, checked: programmes of the catalogue of this instansi, funds of this year."""
    ditawarkan: Any = Pelatihan.objects.untuk(instansi_id)
    dulu = {b.pelatihan_id: b.alasan for b in lama.butir.all()} if lama else {}
    # What stands in the plan may stay, also when it is no longer offered.
    pelatihan = Pelatihan.objects.in_bulk([*ditawarkan.values_list("pk", flat=True), *dulu])
    pagu = set(Pagu.objects.filter(instansi=instansi_id, tahun=tahun).values_list("pk", flat=True))
    if len({b.pelatihan_id for b in butir}) < len(butir):
        raise DomainError("pelatihan_ganda", "Satu pelatihan hanya satu kali dalam rencana.")
    hasil = []
    for urut, b in enumerate(butir, start=1):
        if b.pelatihan_id not in pelatihan:
            raise DomainError("pelatihan_tidak_ada", "Ada pelatihan yang tidak lagi ditawarkan. Susun ulang.")
        if b.pagu_id is not None and b.pagu_id not in pagu:
            raise DomainError("pagu_lain", "Pilih pagu dari instansi dan tahun rencana ini.")
        biaya = pelatihan[b.pelatihan_id].biaya * b.peserta if b.biaya is None else b.biaya
        alasan = b.alasan or dulu.get(b.pelatihan_id, "")
        hasil.append(
            ButirRencana(
                urut=urut, pelatihan_id=b.pelatihan_id, peserta=b.peserta, biaya=biaya, pagu_id=b.pagu_id,
                bulan=b.bulan, alasan=alasan[:300],
            )
        )  # fmt: skip
    return hasil


def _copied(b: ButirRencana) -> ButirRencana:
    return ButirRencana(
        urut=b.urut, pelatihan_id=b.pelatihan_id, peserta=b.peserta, biaya=b.biaya, pagu_id=b.pagu_id,
        bulan=b.bulan, alasan=b.alasan,
    )  # fmt: skip


_ISI = ("urut", "pelatihan_id", "peserta", "biaya", "pagu_id", "bulan", "alasan")


def _same(rencana: RencanaTahunan, baris: Sequence[ButirRencana]) -> bool:
    kini = list(rencana.butir.order_by("urut", "pk").values_list(*_ISI))
    return kini == [tuple(getattr(b, n) for n in _ISI) for b in baris]


def _write(rencana: RencanaTahunan, baris: Sequence[ButirRencana]) -> None:
    rencana.butir.all().delete()
    for b in baris:
        b.rencana = rencana
    ButirRencana.objects.bulk_create(baris)
