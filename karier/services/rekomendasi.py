"""Recommendations decided by a named person: append-only, with the version they saw."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import JenisKeputusan, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi
from pegawai.models import Pegawai

_TERBUKA: Final = (StatusRekomendasi.MENUNGGU, StatusRekomendasi.GUGUR)

#: What a decision makes of a recommendation; what is not named here is refused.
PERALIHAN: Final = {
    (StatusRekomendasi.MENUNGGU, JenisKeputusan.TETAPKAN): StatusRekomendasi.DITETAPKAN,
    (StatusRekomendasi.MENUNGGU, JenisKeputusan.TUNDA): StatusRekomendasi.DITUNDA,
    (StatusRekomendasi.MENUNGGU, JenisKeputusan.TOLAK): StatusRekomendasi.DITOLAK,
    (StatusRekomendasi.DITUNDA, JenisKeputusan.TETAPKAN): StatusRekomendasi.DITETAPKAN,
    (StatusRekomendasi.DITUNDA, JenisKeputusan.TOLAK): StatusRekomendasi.DITOLAK,
    (StatusRekomendasi.DITETAPKAN, JenisKeputusan.URUNGKAN): StatusRekomendasi.MENUNGGU,
    (StatusRekomendasi.DITUNDA, JenisKeputusan.URUNGKAN): StatusRekomendasi.MENUNGGU,
    (StatusRekomendasi.DITOLAK, JenisKeputusan.URUNGKAN): StatusRekomendasi.MENUNGGU,
}


@transaction.atomic
def putuskan_rekomendasi(
    *,
    rekomendasi_id: int,
    jenis: JenisKeputusan,
    alasan: str,
    actor: Any,
    at: datetime,
    versi: int,
    kanal: str = "admin",
) -> KeputusanRekomendasi:
    """Record what `actor` decided; an undo is a decision too. Nothing else about the person changes.

    TidakDitemukan outside the actor's sight, TidakBoleh without authority or about oneself, Bentrok
    when `versi` is not the present one, DomainError when the step or its reason is missing.
    """
    rekomendasi = _yang_dilihat(rekomendasi_id, actor)
    if rekomendasi.versi != versi:
        raise _bentrok(rekomendasi)
    tujuan = _tujuan(rekomendasi, jenis)
    keputusan = KeputusanRekomendasi.objects.create(
        rekomendasi=rekomendasi,
        jenis=jenis,
        alasan=_alasan(jenis, alasan),
        pegawai_id=rekomendasi.pegawai_id,
        pemutus_id=actor.pegawai_id,
        oleh=actor,
        run_id=rekomendasi.run_terakhir_id,
        pada=at,
    )
    _catat(rekomendasi, keputusan, tujuan, actor, kanal)
    _pindahkan(rekomendasi, tujuan)
    return keputusan


def _yang_dilihat(rekomendasi_id: int, actor: Any) -> Rekomendasi:
    """The row, held until the end; whoever may not decide about it is told so only when they may see it."""
    rekomendasi: Rekomendasi | None = (
        Rekomendasi.objects.visible_to(actor)
        .select_for_update(of=("self",))
        .filter(pk=rekomendasi_id)
        .first()
    )
    if rekomendasi is None:
        raise TidakDitemukan("rekomendasi_tidak_ditemukan", "Rekomendasi ini tidak ditemukan.")
    if actor.pegawai_id == rekomendasi.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat memutuskan rekomendasi tentang diri Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk memutuskannya.",
        )
    if not Pegawai.objects.dikelola(actor).filter(pk=rekomendasi.pegawai_id).exists():
        raise TidakBoleh("bukan_pengelola", "Rekomendasi ini diputuskan oleh pengelola kepegawaian.")
    return rekomendasi


def _tujuan(rekomendasi: Rekomendasi, jenis: JenisKeputusan) -> StatusRekomendasi:
    dari = StatusRekomendasi(rekomendasi.status)
    tujuan = PERALIHAN.get((dari, jenis))
    if tujuan is None:
        raise DomainError(
            "langkah_tidak_ada",
            f"Rekomendasi ini berstatus {rekomendasi.get_status_display()}; langkah itu tidak berlaku.",
            tindakan="Muat ulang halaman untuk melihat langkah yang dapat dipilih.",
        )
    if not rekomendasi.perlu_ditinjau:
        return tujuan
    if jenis is JenisKeputusan.TETAPKAN:
        raise DomainError(
            "tidak_didukung",
            "Perhitungan terakhir tidak lagi mendukung rekomendasi ini, jadi belum dapat diusulkan.",
            tindakan="Periksa syaratnya, perbaiki data bila perlu, lalu jalankan perhitungan lagi.",
        )
    return StatusRekomendasi.GUGUR if jenis is JenisKeputusan.URUNGKAN else tujuan


def _alasan(jenis: JenisKeputusan, alasan: str) -> str:
    bersih = alasan.strip()
    if not bersih and jenis is not JenisKeputusan.TETAPKAN:
        raise DomainError("alasan_kosong", "Tuliskan alasan keputusan.")
    return bersih[:500]


def _bentrok(rekomendasi: Rekomendasi) -> Bentrok:
    terakhir = rekomendasi.keputusan.select_related("oleh").first()
    if terakhir is None:
        sebab = "Perhitungan baru mengubahnya."
    else:
        sebab = f"Keputusan terakhir: {terakhir.get_jenis_display()} oleh {terakhir.oleh}."
    return Bentrok(
        "versi_berubah",
        f"Rekomendasi ini berubah sejak Anda buka. Sekarang: {rekomendasi.get_status_display()}. {sebab}",
        tindakan="Muat ulang halaman, periksa keadaan terbarunya, lalu putuskan kembali bila masih perlu.",
    )


def _catat(
    rekomendasi: Rekomendasi,
    keputusan: KeputusanRekomendasi,
    tujuan: StatusRekomendasi,
    actor: Any,
    kanal: str,
) -> None:
    catat(
        pengguna=actor,
        tindakan=f"rekomendasi_{keputusan.jenis}",
        subjek_jenis="pegawai",
        subjek_id=rekomendasi.pegawai_id,
        kanal=kanal,
        keperluan=keputusan.alasan,
        rincian={
            "rekomendasi": rekomendasi.pk,
            "keputusan": keputusan.pk,
            "dari": rekomendasi.status,
            "ke": tujuan.value,
        },
    )


def _pindahkan(rekomendasi: Rekomendasi, tujuan: StatusRekomendasi) -> None:
    rekomendasi.status = tujuan
    rekomendasi.versi += 1
    rekomendasi.perlu_ditinjau = rekomendasi.perlu_ditinjau and tujuan not in _TERBUKA
    if tujuan is StatusRekomendasi.GUGUR:
        rekomendasi.alasan_gugur = "Perhitungan terakhir tidak lagi mendukungnya."
    rekomendasi.save(update_fields=["status", "versi", "perlu_ditinjau", "alasan_gugur"])
