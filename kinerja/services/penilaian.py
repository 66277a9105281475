"""Rating and signing of one yearly appraisal, by the atasan penilai and nobody else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.kata import senti
from kinerja.enums import (
    Predikat,
    Rating,
    StatusKonversi,
    StatusPenilaian,
    StatusSiklus,
    SumberPenilaian,
)
from kinerja.models import KonversiAngkaKredit, Penilaian, SiklusPenilaian
from kinerja.querysets import PenilaianQuerySet
from kinerja.rules.predikat import predikat_dari
from kinerja.services.angka_kredit import konversikan
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS

UMPAN_BALIK_TERPANJANG: Final = 1000


@transaction.atomic
def nilai(
    *,
    pegawai: Pegawai,
    tahun: int,
    rating_hasil: Rating,
    rating_perilaku: Rating,
    umpan_balik: str,
    actor: Any,
    at: datetime,
    versi: int | None = None,
) -> Penilaian:
    """Save the two ratings as a draft; the predikat follows from the matrix (PermenPANRB 6/2022).

    `versi` is the version the rater saw (None: no appraisal yet). Saying the same twice, as a double
    click does, is no change. Raises TidakBoleh for anyone but the atasan penilai, Bentrok when
    somebody changed or signed it meanwhile, DomainError for a closed cycle or a missing sentence.
    """
    pegawai = _dinilai_oleh(pegawai, actor)
    _harus_dibuka(pegawai.instansi_id, tahun)
    kalimat = _periksa_kalimat(umpan_balik, rating_hasil, rating_perilaku)
    isi = {"rating_hasil": rating_hasil, "rating_perilaku": rating_perilaku, "umpan_balik": kalimat}
    sama: Penilaian | None = _draf(pegawai, tahun).filter(penilai_id=actor.pegawai_id, **isi).first()
    if sama is not None:
        return sama
    penilaian = _kunci(pegawai, tahun, versi)
    for nama, nilai_baru in isi.items():
        setattr(penilaian, nama, nilai_baru)
    penilaian.penilai_id = actor.pegawai_id
    penilaian.predikat = _predikat(rating_hasil, rating_perilaku, tahun)
    penilaian.diubah_pada = sekarang()
    _simpan(penilaian)
    return penilaian


@transaction.atomic
def tetapkan_penilaian(*, penilaian: Penilaian, actor: Any, at: datetime, versi: int) -> Penilaian:
    """Sign the appraisal: it becomes a fact. Its conversion waits for a signature of its own.

    The two are separate forms (PerBKN 3/2023 Ps 12-13): see `tanda_tangani_konversi`. Same refusals as
    `nilai`; a signed appraisal cannot be signed again.
    """
    pegawai = _dinilai_oleh(penilaian.pegawai, actor)
    _harus_dibuka(pegawai.instansi_id, penilaian.tahun)
    penilaian = _kunci(pegawai, penilaian.tahun, versi)
    penilaian.status = StatusPenilaian.DITETAPKAN
    penilaian.penilai_id = actor.pegawai_id
    penilaian.ditetapkan_oleh, penilaian.ditetapkan_pada = actor, at
    penilaian.diubah_pada = sekarang()
    penilaian.save()
    konversikan(pegawai_ids=[pegawai.pk], tahun=penilaian.tahun, at=at)
    return penilaian


def tanda_tangani_konversi(
    *,
    pegawai: Pegawai,
    tahun: int,
    actor: Any,
    at: datetime,
    nilai_senti: int | None = None,
    mulai: date | None = None,
) -> KonversiAngkaKredit:
    """Sign one conversion of an appraisal, whether that was signed here or elsewhere (e-Kinerja, data awal).

    The drafts are brought up to date first and stay so even when the signature is refused: the next
    look at them shows what would be signed. `nilai_senti` and `mulai` are the value and the first day
    the signer saw; without `mulai` it is the first draft of the year that waits. Needs no open cycle.
    Raises TidakBoleh for anyone but the atasan penilai, Bentrok when no draft waits or it changed.
    Source: PerBKN 3/2023 Ps 12-13.
    """
    pegawai = _dinilai_oleh(pegawai, actor)
    if Penilaian.objects.filter(pegawai=pegawai, tahun=tahun).exists():  # also keeps to years that exist
        konversikan(pegawai_ids=[pegawai.pk], tahun=tahun, at=at)
    with transaction.atomic():
        konversi = _kunci_konversi(pegawai, tahun, nilai_senti, mulai)
        _tanda_tangani(konversi, actor, at)
        catat(
            pengguna=actor,
            tindakan="tanda_tangani_konversi",
            subjek_jenis="pegawai",
            subjek_id=pegawai.pk,
            kanal="portal",
            rincian={
                "tahun": tahun,
                "mulai": konversi.mulai.isoformat(),
                "nilai_senti": konversi.nilai_senti,
            },
        )
    return konversi


def _kunci_konversi(
    pegawai: Pegawai, tahun: int, nilai_senti: int | None, mulai: date | None
) -> KonversiAngkaKredit:
    """The draft conversion meant, locked; refused when it is not what the signer saw."""
    draf = list(
        KonversiAngkaKredit.objects.select_for_update()
        .filter(pegawai=pegawai, tahun=tahun, status=StatusKonversi.DRAF)
        .order_by("mulai")
    )
    if not draf:
        raise Bentrok(
            "konversi_tidak_menunggu",
            f"Tidak ada konversi angka kredit {tahun} yang menunggu tanda tangan.",
            tindakan="Muat ulang halaman untuk melihat keadaan terakhir.",
        )
    konversi = next((k for k in draf if mulai in (None, k.mulai)), None)
    if konversi is None:
        raise Bentrok(
            "masa_konversi_berubah",
            f"Masa konversi angka kredit {tahun} berubah, karena data dasarnya berubah. "
            "Belum ada yang ditandatangani.",
            tindakan="Periksa masa dan angkanya, lalu tanda tangani kembali.",
        )
    if nilai_senti is not None and konversi.nilai_senti != nilai_senti:
        raise Bentrok(
            "konversi_berubah",
            f"Konversi angka kredit {tahun} berubah menjadi {senti(konversi.nilai_senti)}, "
            "karena data dasarnya berubah. Belum ada yang ditandatangani.",
            tindakan="Periksa angkanya, lalu tanda tangani kembali.",
        )
    return konversi


@transaction.atomic
def _dinilai_oleh(pegawai: Pegawai, actor: Any) -> Pegawai:
    """The person as recorded now, locked; refused unless `actor` is their atasan penilai.

    The lock is on the person because the appraisal of a first save is not there to be locked.
    """
    pegawai = Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai.pk)
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.atasan_id:
        raise TidakBoleh(
            "bukan_atasan",
            "Penilaian ini untuk atasan penilai pegawai yang bersangkutan.",
            tindakan="Bila atasan penilainya keliru tercatat, sampaikan kepada pengelola kepegawaian.",
        )
    if actor.pegawai_id == pegawai.pk:
        raise TidakBoleh("diri_sendiri", "Anda tidak dapat menilai diri Anda sendiri.")
    penilai = Pegawai.objects.filter(pk=actor.pegawai_id, instansi_id=pegawai.instansi_id)
    if not penilai.filter(kedudukan_hukum__in=BERTUGAS).exists():
        raise TidakBoleh(
            "atasan_tidak_bertugas",
            "Penilaian ini untuk atasan penilai yang sedang bertugas di instansi pegawai yang bersangkutan.",
            tindakan="Bila data Anda keliru tercatat, sampaikan kepada pengelola kepegawaian.",
        )
    return pegawai


def _harus_dibuka(instansi_id: int, tahun: int) -> None:
    siklus = SiklusPenilaian.objects.filter(instansi_id=instansi_id, tahun=tahun).first()
    if siklus is not None and siklus.status == StatusSiklus.DIBUKA:
        return
    if siklus is not None and siklus.status == StatusSiklus.DITUTUP:
        raise DomainError(
            "siklus_ditutup",
            f"Siklus penilaian {tahun} sudah ditutup.",
            tindakan="Hubungi pengelola kepegawaian bila masih ada yang perlu dinilai.",
        )
    raise DomainError(
        "siklus_belum_dibuka",
        f"Siklus penilaian {tahun} belum dibuka.",
        tindakan="Anda dapat menilai setelah pengelola kepegawaian membuka siklus.",
    )


def _periksa_kalimat(umpan_balik: str, *rating: Rating) -> str:
    kalimat = umpan_balik.strip()
    if len(kalimat) > UMPAN_BALIK_TERPANJANG:
        raise DomainError(
            "umpan_balik_panjang",
            f"Umpan balik paling banyak 1.000 huruf. Sekarang {len(kalimat):,}".replace(",", "."),
        )
    if not kalimat and any(r != Rating.SESUAI_EKSPEKTASI for r in rating):
        raise DomainError(
            "umpan_balik_kosong",
            "Tuliskan satu kalimat umpan balik, karena rating yang dipilih bukan Sesuai ekspektasi.",
        )
    return kalimat


def _draf(pegawai: Pegawai, tahun: int) -> PenilaianQuerySet:
    return Penilaian.objects.filter(pegawai=pegawai, tahun=tahun, status=StatusPenilaian.DRAF)


def _kunci(pegawai: Pegawai, tahun: int, versi: int | None) -> Penilaian:
    """The draft of this year, locked, one version further; refused when it is not what the rater saw."""
    penilaian: Penilaian | None = (
        Penilaian.objects.select_for_update().filter(pegawai=pegawai, tahun=tahun).first()
    )
    if penilaian is None:
        if versi is not None:
            raise Bentrok("penilaian_hilang", "Penilaian ini sudah tidak ada. Muat ulang halaman.")
        return Penilaian(pegawai=pegawai, tahun=tahun, sumber=SumberPenilaian.DI_SINI)
    if penilaian.status == StatusPenilaian.DITETAPKAN:
        raise Bentrok("sudah_ditetapkan", f"Penilaian {tahun} sudah ditetapkan dan tidak dapat diubah.")
    if penilaian.versi != versi:
        raise _berubah()
    penilaian.versi += 1
    return penilaian


def _simpan(penilaian: Penilaian) -> None:
    """An import does not lock the person: what it inserted meanwhile is somebody else's appraisal."""
    try:
        with transaction.atomic():
            penilaian.save()
    except IntegrityError as salah:
        raise _berubah() from salah


def _berubah() -> Bentrok:
    return Bentrok(
        "versi_lama",
        "Penilaian ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
        tindakan="Muat ulang halaman, bandingkan, lalu simpan kembali.",
    )


def _predikat(rating_hasil: Rating, rating_perilaku: Rating, tahun: int) -> Predikat:
    return predikat_dari(Rating(rating_hasil), Rating(rating_perilaku), aturan_per(date(tahun, 12, 31)))


def _tanda_tangani(konversi: KonversiAngkaKredit, actor: Any, at: datetime) -> None:
    """One row at a time: an update of the queryset would leave no history of the signature."""
    konversi.status = StatusKonversi.DITANDATANGANI
    konversi.ditandatangani_oleh, konversi.ditandatangani_pada = actor, at
    konversi.diubah_pada = sekarang()
    konversi.save()
