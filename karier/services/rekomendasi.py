"""Recommendations decided by a named person: append-only, with the version they saw."""

from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi
from karier.rules.periode import proposal_window
from karier.services.dukungan import sebab_tak_didukung, usul_berjalan
from karier.services.hasil import hitung_satu
from karier.services.jejak_keputusan import record_decisions
from karier.services.parameter import aturan_instansi
from karier.services.usul import tahan_orang, tarik_usul, tulis_usul
from pegawai.models import Pegawai

#: Steps that need an open window; what was decided can be undone or refused later too.
_BERJENDELA: Final = {
    (StatusRekomendasi.MENUNGGU, JenisKeputusan.TETAPKAN),
    (StatusRekomendasi.MENUNGGU, JenisKeputusan.TUNDA),
    (StatusRekomendasi.MENUNGGU, JenisKeputusan.TOLAK),
    (StatusRekomendasi.DITUNDA, JenisKeputusan.TETAPKAN),
}
_TERBUKA: Final = (StatusRekomendasi.MENUNGGU, StatusRekomendasi.GUGUR)
TAK_DIDUKUNG: Final = "Perhitungan terakhir tidak lagi mendukungnya."

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
    when `versi` is not the present one, DomainError when the step or its reason is missing, when the
    proposal window has closed on the day of `at` (date of the instansi), when the records of today no
    longer support a proposal, or when the same golongan is proposed already for another period.
    """
    rekomendasi = _yang_dilihat(rekomendasi_id, actor)
    if rekomendasi.versi != versi:
        raise _bentrok(rekomendasi)
    tujuan = _tujuan(rekomendasi, jenis, at)
    keputusan = KeputusanRekomendasi.objects.create(
        rekomendasi=rekomendasi,
        jenis=jenis,
        alasan=alasan_keputusan(jenis, alasan),
        pegawai_id=rekomendasi.pegawai_id,
        pemutus_id=actor.pegawai_id,
        oleh=actor,
        run_id=rekomendasi.run_terakhir_id,
        pada=at,
    )
    record_decisions(
        jenis=jenis, keputusan=[(keputusan, tujuan)], actor=actor, kanal=kanal, alasan=keputusan.alasan
    )
    _pindahkan(rekomendasi, tujuan)
    _ikutkan_usul(rekomendasi, jenis, actor, at)
    return keputusan


def _ikutkan_usul(rekomendasi: Rekomendasi, jenis: JenisKeputusan, actor: Any, at: datetime) -> None:
    """The proposal at BKN goes with the decision about a kenaikan pangkat."""
    if rekomendasi.jenis != JenisRekomendasi.KENAIKAN_PANGKAT:
        return
    hari = _hari_ini(rekomendasi, at)
    if jenis is JenisKeputusan.TETAPKAN:
        tulis_usul([rekomendasi], surat=None, hari=hari, actor=actor, at=at)
    elif jenis is JenisKeputusan.URUNGKAN:
        tarik_usul([rekomendasi.pk], hari=hari, actor=actor, at=at)


def _yang_dilihat(rekomendasi_id: int, actor: Any) -> Rekomendasi:
    """The row, held until the end; whoever may not decide about it is told so only when they may see it."""
    # With the person: of two officers with two periods of one person the second sees what the first decided.
    ada = tahan_orang(Rekomendasi.objects.visible_to(actor).filter(pk=rekomendasi_id))
    if not ada:
        raise TidakDitemukan("rekomendasi_tidak_ditemukan", "Rekomendasi ini tidak ditemukan.")
    rekomendasi = ada[0]
    if actor.pegawai_id == rekomendasi.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat memutuskan rekomendasi tentang diri Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk memutuskannya.",
        )
    if not Pegawai.objects.dikelola(actor).filter(pk=rekomendasi.pegawai_id).exists():
        raise TidakBoleh("bukan_pengelola", "Rekomendasi ini diputuskan oleh pengelola kepegawaian.")
    return rekomendasi


def _tujuan(rekomendasi: Rekomendasi, jenis: JenisKeputusan, at: datetime) -> StatusRekomendasi:
    dari = StatusRekomendasi(rekomendasi.status)
    tujuan = PERALIHAN.get((dari, jenis))
    if tujuan is None:
        raise DomainError(
            "langkah_tidak_ada",
            f"Rekomendasi ini berstatus {rekomendasi.get_status_display()}; langkah itu tidak berlaku.",
            tindakan="Muat ulang halaman untuk melihat langkah yang dapat dipilih.",
        )
    tutup = _jendela_tutup(rekomendasi, at)
    if tutup and (dari, jenis) in _BERJENDELA:
        raise DomainError(
            "jendela_tutup",
            f"Usul untuk TMT {kata.tanggal(rekomendasi.periode)} ditutup pada {kata.tanggal(tutup)}.",
            tindakan="Jalankan perhitungan lagi; yang masih memenuhi muncul untuk periode berikutnya.",
        )
    if jenis is JenisKeputusan.TETAPKAN:
        _pastikan_dapat_diusulkan(rekomendasi, at)
    if jenis is JenisKeputusan.URUNGKAN and (rekomendasi.perlu_ditinjau or tutup):
        return StatusRekomendasi.GUGUR
    return tujuan


def _jendela_tutup(rekomendasi: Rekomendasi, at: datetime) -> date | None:
    """The last day of the proposal window when it has passed; None while it is open or there is none."""
    if rekomendasi.jenis != JenisRekomendasi.KENAIKAN_PANGKAT:
        return None
    hari_ini = _hari_ini(rekomendasi, at)
    a = aturan_instansi(rekomendasi.pegawai.instansi_id, hari_ini)
    tutup = proposal_window(rekomendasi.periode, a).tutup
    return tutup if tutup < hari_ini else None


def _hari_ini(rekomendasi: Rekomendasi, at: datetime) -> date:
    return at.astimezone(ZoneInfo(rekomendasi.pegawai.instansi.zona_waktu)).date()


def _pastikan_dapat_diusulkan(rekomendasi: Rekomendasi, at: datetime) -> None:
    if rekomendasi.perlu_ditinjau:
        raise DomainError(
            "tidak_didukung",
            "Perhitungan terakhir tidak lagi mendukung rekomendasi ini, jadi belum dapat diusulkan.",
            tindakan="Periksa syaratnya, perbaiki data bila perlu, lalu jalankan perhitungan lagi.",
        )
    if rekomendasi.jenis == JenisRekomendasi.KENAIKAN_PANGKAT:
        _pastikan_satu_usul(rekomendasi)
        _pastikan_masih_memenuhi(rekomendasi, at)


def _pastikan_satu_usul(rekomendasi: Rekomendasi) -> None:
    ada = usul_berjalan([rekomendasi]).get(rekomendasi.pk)
    if ada is not None:
        raise DomainError(
            "sudah_diusulkan",
            f"Pegawai ini {kata.huruf_kecil_awal(ada)}",
            tindakan="Urungkan usul itu lebih dahulu bila usulnya tidak diteruskan.",
        )


def _pastikan_masih_memenuhi(rekomendasi: Rekomendasi, at: datetime) -> None:
    """Judge the person anew: a penalty recorded after the run must not be proposed over."""
    pegawai, periode = rekomendasi.pegawai, rekomendasi.periode
    h = hitung_satu(pegawai, per_tanggal=_hari_ini(rekomendasi, at), tmt=periode)
    sebab = sebab_tak_didukung(h, 0, int(rekomendasi.sasaran))
    if sebab is None:
        return
    raise DomainError(
        "data_berubah",
        f"Data pegawai ini berubah sejak dihitung dan sekarang belum memenuhi syarat{sebab}.",
        tindakan="Periksa datanya, lalu jalankan perhitungan lagi.",
    )


def alasan_keputusan(jenis: JenisKeputusan, alasan: str) -> str:
    """The reason as it is stored; DomainError `alasan_kosong` where one is needed."""
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


def _pindahkan(rekomendasi: Rekomendasi, tujuan: StatusRekomendasi) -> None:
    rekomendasi.status = tujuan
    rekomendasi.versi += 1
    if tujuan is StatusRekomendasi.GUGUR:
        rekomendasi.alasan_gugur = (
            TAK_DIDUKUNG
            if rekomendasi.perlu_ditinjau
            else "Diurungkan setelah waktu pengusulan untuk periode ini ditutup."
        )
    rekomendasi.perlu_ditinjau = rekomendasi.perlu_ditinjau and tujuan not in _TERBUKA
    rekomendasi.save(update_fields=["status", "versi", "perlu_ditinjau", "alasan_gugur"])
