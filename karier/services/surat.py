"""The covering letter of a batch: its number, its signed copy, and taking the whole batch back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat, catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import JenisKeputusan, StatusRekomendasi, StatusUsul
from karier.models import KeputusanRekomendasi, Rekomendasi, SuratPengantar, UsulKenaikanPangkat
from karier.rules.periode import proposal_window
from karier.services.bulan_kp import Bulan, aturan_bulan, usul_bulan
from karier.services.jejak_keputusan import record_decisions
from karier.services.penanda_tangan import put_signer
from karier.services.usul import TERBANYAK, pastikan_pengelola, simpan_usul, tahan, tarik_usul
from pegawai.models import PejabatPenandaTangan
from pegawai.services import brankas

_PDF: Final = b"%PDF-"
_TUTUP: Final = "Diurungkan setelah waktu pengusulan untuk periode ini ditutup."
_TINJAU: Final = "Perhitungan terakhir tidak lagi mendukungnya."


@dataclass(frozen=True, slots=True)
class IsianSurat:
    """What stands on the letter. Empty text is not known yet; without `pejabat` a typed signer stays."""

    nomor: str = ""
    tanggal: date | None = None
    pejabat: PejabatPenandaTangan | None = None


def baca_surat(surat_id: int, actor: Any) -> SuratPengantar:
    """A letter of an instansi in which `actor` works as HR; TidakDitemukan outside."""
    semua = SuratPengantar.objects.dikelola(actor).select_related("instansi")
    surat: SuratPengantar | None = semua.filter(pk=surat_id).first()
    if surat is None:
        raise TidakDitemukan("surat_tidak_ditemukan", "Surat pengantar ini tidak ditemukan.")
    return surat


def anggota_surat(surat: SuratPengantar) -> QuerySet[UsulKenaikanPangkat]:
    """Who is proposed by it now; whoever was taken back no longer is."""
    anggota = surat.anggota.exclude(status=StatusUsul.DIURUNGKAN)
    return anggota.select_related("pegawai__unit", "rekomendasi").order_by("pegawai__nama", "pk")


def tanpa_surat(bulan: Bulan) -> QuerySet[UsulKenaikanPangkat]:
    """Proposals of a month that were decided one by one and travel in no letter yet."""
    return UsulKenaikanPangkat.objects.filter(
        rekomendasi__in=usul_bulan(bulan).order_by().values("pk"), surat=None, status=StatusUsul.DIUSULKAN
    )


@transaction.atomic
def buat_surat(*, bulan: Bulan, kunci: str, actor: Any, at: datetime) -> SuratPengantar:
    """One letter for the proposals of `bulan` that have none, as many as a letter takes.

    The same `kunci` again gives the letter it made. TidakDitemukan without authority over the instansi,
    DomainError `tidak_ada_yang_dapat`.
    """
    pastikan_pengelola(bulan.instansi, actor)
    tahan(usul_bulan(bulan))
    usul = list(tanpa_surat(bulan).select_for_update(of=("self",)).order_by("pk")[:TERBANYAK])
    sama = SuratPengantar.objects.filter(kunci=kunci, dibuat_oleh=actor, instansi=bulan.instansi)
    ada: SuratPengantar | None = sama.first()
    if ada is not None:
        return ada
    if not usul:
        raise DomainError(
            "tidak_ada_yang_dapat",
            "Semua usul bulan ini sudah ada dalam surat pengantar.",
            tindakan="Muat ulang halaman untuk melihat suratnya.",
        )
    surat = SuratPengantar.objects.create(
        instansi=bulan.instansi, periode=bulan.periode.tmt, kunci=kunci, dibuat_oleh=actor, dibuat_pada=at
    )
    for u in usul:
        u.surat, u.versi = surat, u.versi + 1
    simpan_usul(usul, actor=actor, at=at, alasan="Surat pengantar")
    _catat(surat, "surat_dibuat", actor, jumlah=len(usul), periode=surat.periode.isoformat())
    return surat


@transaction.atomic
def isi_surat(
    *, surat_id: int, isian: IsianSurat, berkas: Any, versi: int, actor: Any, at: datetime
) -> SuratPengantar:
    """Number, date and signer; `berkas` is the signed copy (PDF) or None to leave it as it is.

    Bentrok when `versi` is not the present one; DomainError for a letter that is final or taken back,
    `penanda_tangan_tidak_berlaku` for who does not sign for the instansi on the day of the letter (`at`
    without one), and for a file that is no PDF.
    """
    surat = _ubah(surat_id, versi, actor)
    surat.nomor, surat.tanggal = isian.nomor, isian.tanggal
    put_signer(surat, isian.pejabat, isian.tanggal or timezone.localdate(at))
    if berkas is not None:
        transaction.on_commit(partial(brankas.hapus, surat.berkas_ttd))
        surat.berkas_ttd, surat.sidik_ttd = simpan_ttd(berkas)
    surat.versi += 1
    surat.save()
    _catat(
        surat, "surat_diisi", actor, nomor=surat.nomor, salinan=bool(surat.berkas_ttd),
        penanda_tangan=surat.penanda_tangan,
    )  # fmt: skip
    return surat


def simpan_ttd(berkas: Any) -> tuple[str, str]:
    """Keep a signed copy encrypted: (name in the vault, SHA-256). DomainError when it is no PDF."""
    with brankas.tampung(berkas) as (isi, sidik):
        if isi.read(len(_PDF)) != _PDF:
            raise DomainError(
                "bukan_pdf",
                "Salinan bertanda tangan harus berkas PDF.",
                tindakan="Pindai suratnya sebagai PDF, lalu lampirkan lagi.",
            )
        return brankas.simpan(isi), sidik


def buka_ttd(surat: SuratPengantar) -> bytes:
    """The signed copy in clear."""
    with brankas.buka(surat.berkas_ttd) as berkas:
        return berkas.read()


@transaction.atomic
def tandai_diunduh(*, surat: SuratPengantar, actor: Any, at: datetime, kanal: str = "admin") -> None:
    """Everybody in the papers gets a trail row; the first download of the final papers ends the undo.

    Called before the papers leave: Bentrok `versi_berubah` when they were made from a letter that was changed
    or taken back meanwhile.
    """
    kini = SuratPengantar.objects.select_for_update().get(pk=surat.pk)
    # Whoever marked it first has only moved the version on: after that a letter does not change.
    sejak = 1 if kini.diunduh_final_pada and not surat.diunduh_final_pada else 0
    if kini.diurungkan_pada != surat.diurungkan_pada or kini.versi != surat.versi + sejak:
        raise _berubah()
    catat_baca(
        pengguna=actor,
        pegawai_ids=anggota_surat(surat).values_list("pegawai_id", flat=True),
        kanal=kanal,
        tindakan="unduh",
        keperluan=f"Berkas usul TMT {kata.tanggal(surat.periode)}",
    )
    if surat.final:
        SuratPengantar.objects.filter(pk=surat.pk, diunduh_final_pada=None).update(
            diunduh_final_pada=at, versi=F("versi") + 1
        )


@transaction.atomic
def urungkan_surat(
    *, surat_id: int, versi: int, alasan: str, actor: Any, at: datetime, kanal: str = "admin"
) -> int:
    """Take the whole batch back; returns how many. Everybody waits for a decision again, or lapses when
    the window has closed meanwhile.

    Bentrok when the letter is not as the actor saw it; DomainError when it was downloaded as final, or
    BKN has answered about somebody in it.
    """
    surat = _ubah(surat_id, versi, actor)
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan mengurungkan.")
    tahan(Rekomendasi.objects.filter(usul__surat=surat))
    anggota = list(anggota_surat(surat).select_for_update(of=("self",)))
    if sudah := [u for u in anggota if u.status != StatusUsul.DIUSULKAN]:
        raise DomainError(
            "surat_sudah_dijawab",
            f"BKN sudah menjawab usul {len(sudah)} pegawai dalam surat ini.",
            tindakan="Urungkan satu per satu dari halaman rekomendasinya bila perlu.",
        )
    if any(u.pegawai_id == actor.pegawai_id for u in anggota):
        raise TidakBoleh(
            "diri_sendiri",
            "Surat ini memuat usul tentang diri Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk mengurungkannya.",
        )
    _kembalikan(surat, anggota, alasan.strip()[:500], actor, at)
    surat.diurungkan_pada = at
    surat.versi += 1
    surat.save(update_fields=["diurungkan_pada", "versi"])
    _catat(surat, "surat_diurungkan", actor, jumlah=len(anggota))
    return len(anggota)


def _kembalikan(
    surat: SuratPengantar, anggota: list[UsulKenaikanPangkat], alasan: str, actor: Any, at: datetime
) -> None:
    hari, aturan = aturan_bulan(surat.instansi, at)
    tutup = proposal_window(surat.periode, aturan).tutup < hari
    semua = Rekomendasi.objects.filter(
        pk__in=[u.rekomendasi_id for u in anggota], status=StatusRekomendasi.DITETAPKAN
    )
    rekomendasi = list(semua.order_by("pk"))
    keputusan = KeputusanRekomendasi.objects.bulk_create(
        KeputusanRekomendasi(
            rekomendasi=r,
            jenis=JenisKeputusan.URUNGKAN,
            alasan=alasan,
            pegawai_id=r.pegawai_id,
            pemutus_id=actor.pegawai_id,
            oleh=actor,
            run_id=r.run_terakhir_id,
            pada=at,
        )
        for r in rekomendasi
    )
    tinjau = [r.pk for r in rekomendasi if r.perlu_ditinjau]
    lain = [r.pk for r in rekomendasi if not r.perlu_ditinjau]
    gugur = StatusRekomendasi.GUGUR
    kembali = gugur if tutup else StatusRekomendasi.MENUNGGU
    _pindahkan(tinjau, gugur, _TINJAU)
    _pindahkan(lain, kembali, _TUTUP if tutup else "")
    tarik_usul([u.rekomendasi_id for u in anggota], hari=hari, actor=actor, at=at)
    record_decisions(
        jenis=JenisKeputusan.URUNGKAN,
        keputusan=[(k, gugur if k.rekomendasi.perlu_ditinjau else kembali) for k in keputusan],
        actor=actor,
        kanal="admin",
        alasan=alasan,
        rincian={"surat": surat.pk},
    )


def _pindahkan(pks: list[int], tujuan: StatusRekomendasi, alasan: str) -> None:
    if pks:
        Rekomendasi.objects.filter(pk__in=pks).update(
            status=tujuan, perlu_ditinjau=False, alasan_gugur=alasan, versi=F("versi") + 1
        )


def _ubah(surat_id: int, versi: int, actor: Any) -> SuratPengantar:
    """The letter, held until the end, when it can still be changed and is as the actor saw it."""
    surat: SuratPengantar | None = (
        SuratPengantar.objects.dikelola(actor)
        .select_for_update(of=("self",))
        .select_related("instansi")
        .filter(pk=surat_id)
        .first()
    )
    if surat is None:
        raise TidakDitemukan("surat_tidak_ditemukan", "Surat pengantar ini tidak ditemukan.")
    if surat.diurungkan_pada:
        raise DomainError("surat_diurungkan", "Surat pengantar ini sudah diurungkan.")
    if surat.diunduh_final_pada:
        raise DomainError(
            "surat_sudah_diunduh",
            "Berkas usul yang final sudah diunduh, sehingga surat ini tidak dapat diubah atau diurungkan.",
            tindakan="Urungkan satu per satu dari halaman rekomendasinya bila ada usul yang ditarik.",
        )
    if surat.versi != versi:
        raise _berubah()
    return surat


def _berubah() -> Bentrok:
    return Bentrok(
        "versi_berubah",
        "Surat pengantar ini berubah sejak Anda buka, jadi langkah Anda belum disimpan.",
        tindakan="Muat ulang halaman, periksa keadaan terbarunya, lalu ulangi bila masih perlu.",
    )


def _catat(surat: SuratPengantar, tindakan: str, actor: Any, **rincian: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="surat_pengantar",
        subjek_id=surat.pk,
        kanal="admin",
        rincian=rincian,
    )
