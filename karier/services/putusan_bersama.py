"""One decision about many development needs: who it reaches, who is left out and why, once, and back again.

Kenaikan pangkat has its own page and its letters (`usul_bersama`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from asn_karier.lib.errors import DomainError
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi
from karier.querysets import RekomendasiQuerySet
from karier.services.jejak_keputusan import record_decisions
from karier.services.rekomendasi import PERALIHAN, TAK_DIDUKUNG, alasan_keputusan
from karier.services.usul import tahan_orang
from karier.services.usul_bersama import BERUBAH, DIRI_SENDIRI, TINJAU, Pilahan, Pilihan, periksa_pilihan

LEWAT_PERIODE: Final = (
    "Kenaikan pangkat ditetapkan di halaman Kenaikan pangkat (periode), dan ditunda, ditolak, atau "
    "diurungkan satu per satu."
)


def pilah_putusan(*, pilihan: Sequence[Pilihan], jenis: JenisKeputusan, actor: Any) -> Pilahan:
    """Whom of `pilihan` the decision can reach; nothing is written. One query.

    DomainError `pilihan_kosong`, `pilihan_terlalu_banyak`.
    """
    periksa_pilihan(pilihan, "rekomendasi")
    return _pilah(_baris(pilihan, actor), pilihan, jenis, actor)


@transaction.atomic
def putuskan_bersama(
    *,
    pilihan: Sequence[Pilihan],
    jenis: JenisKeputusan,
    alasan: str,
    kunci: str,
    actor: Any,
    at: datetime,
    kanal: str = "admin",
) -> int:
    """Decide about everybody of `pilihan` whom it can reach; how many. A fixed number of statements.

    The same `kunci` again decides nothing more. DomainError as `pilah_putusan`, `alasan_kosong`, and
    `tidak_ada_yang_dapat` when nobody is left.
    """
    periksa_pilihan(pilihan, "rekomendasi")
    bersih = alasan_keputusan(jenis, alasan)
    semua = tahan_orang(_baris(pilihan, actor))
    lama = keputusan_bersama(kunci, actor).count()
    if lama:
        return lama
    dapat = _pilah(semua, pilihan, jenis, actor).dapat
    if not dapat:
        raise DomainError(
            "tidak_ada_yang_dapat",
            "Tidak satu pun pilihan Anda dapat diputuskan sekarang.",
            tindakan="Muat ulang daftar dan lihat statusnya.",
        )
    tujuan = {r.pk: _tujuan(r, jenis) for r in dapat}
    keputusan = _tulis(dapat, tujuan, jenis, bersih, kunci, actor, at)
    record_decisions(
        jenis=jenis,
        keputusan=[(k, tujuan[k.rekomendasi_id]) for k in keputusan],
        actor=actor,
        kanal=kanal,
        alasan=bersih,
        rincian={"kunci": kunci},
    )
    return len(dapat)


def keputusan_bersama(kunci: str, actor: Any) -> RekomendasiQuerySet:
    """What one press of `actor` has decided."""
    milik: RekomendasiQuerySet = KeputusanRekomendasi.objects.filter(kunci=kunci, oleh=actor)
    return milik if kunci else milik.none()


def dengan_penerus(keputusan: RekomendasiQuerySet) -> QuerySet[Any]:
    """Each with `disusul`: whether a later decision about the same recommendation has taken its place."""
    kemudian = KeputusanRekomendasi.objects.filter(rekomendasi=OuterRef("rekomendasi"), pk__gt=OuterRef("pk"))
    hasil: QuerySet[Any] = keputusan.annotate(disusul=Exists(kemudian))
    return hasil


def _baris(pilihan: Sequence[Pilihan], actor: Any) -> QuerySet[Rekomendasi]:
    milik: QuerySet[Rekomendasi] = Rekomendasi.objects.dikelola(actor).filter(pk__in=[p.pk for p in pilihan])
    return milik.select_related("pegawai").order_by("pegawai_id", "pk")


def _pilah(
    semua: Iterable[Rekomendasi], pilihan: Sequence[Pilihan], jenis: JenisKeputusan, actor: Any
) -> Pilahan:
    versi = {p.pk: p.versi for p in pilihan}
    pilahan = Pilahan(len(pilihan))
    for r in semua:
        sebab = _halangan(r, versi[r.pk], jenis, actor)
        if sebab:
            pilahan.ditinggal.append((r, sebab))
        else:
            pilahan.dapat.append(r)
    return pilahan


def _halangan(r: Rekomendasi, versi: int, jenis: JenisKeputusan, actor: Any) -> str:
    """Why the decision does not reach this one; empty when it does."""
    if r.jenis == JenisRekomendasi.KENAIKAN_PANGKAT:
        return LEWAT_PERIODE
    if r.pegawai_id == actor.pegawai_id:
        return DIRI_SENDIRI
    if r.versi != versi:
        return BERUBAH
    if (StatusRekomendasi(r.status), jenis) not in PERALIHAN:
        return f"Berstatus {r.get_status_display()}; langkah ini tidak berlaku."
    return TINJAU if jenis is JenisKeputusan.TETAPKAN and r.perlu_ditinjau else ""


def _tujuan(r: Rekomendasi, jenis: JenisKeputusan) -> StatusRekomendasi:
    """What no run supports any more does not wait for a decision again."""
    if jenis is JenisKeputusan.URUNGKAN and r.perlu_ditinjau:
        return StatusRekomendasi.GUGUR
    return PERALIHAN[StatusRekomendasi(r.status), jenis]


def _tulis(
    dapat: Sequence[Rekomendasi],
    tujuan: Mapping[int, StatusRekomendasi],
    jenis: JenisKeputusan,
    alasan: str,
    kunci: str,
    actor: Any,
    at: datetime,
) -> list[KeputusanRekomendasi]:
    per_tujuan: dict[StatusRekomendasi, list[int]] = {}
    for pk, status in tujuan.items():
        per_tujuan.setdefault(status, []).append(pk)
    for status, pks in per_tujuan.items():
        isian: dict[str, Any] = {"status": status, "versi": F("versi") + 1}
        if status is StatusRekomendasi.GUGUR:
            isian |= {"alasan_gugur": TAK_DIDUKUNG, "perlu_ditinjau": False}
        Rekomendasi.objects.filter(pk__in=pks).update(**isian)
    return KeputusanRekomendasi.objects.bulk_create(
        KeputusanRekomendasi(
            rekomendasi=r,
            jenis=jenis,
            alasan=alasan,
            pegawai_id=r.pegawai_id,
            pemutus_id=actor.pegawai_id,
            oleh=actor,
            run_id=r.run_terakhir_id,
            pada=at,
            kunci=kunci,
        )
        for r in dapat
    )
