"""Rating and signing of one yearly appraisal, by the atasan penilai and nobody else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import (
    Predikat,
    Rating,
    StatusKonversi,
    StatusPenilaian,
    StatusSiklus,
    SumberPenilaian,
)
from kinerja.models import KonversiAngkaKredit, Penilaian, SiklusPenilaian
from kinerja.rules.predikat import predikat_dari
from kinerja.services.angka_kredit import konversikan
from pegawai.models import Pegawai

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

    `versi` is the version the rater saw (None: no appraisal yet). Raises TidakBoleh for anyone but
    the atasan penilai, Bentrok when somebody changed or signed it meanwhile, DomainError for a
    closed cycle or a missing sentence.
    """
    pegawai = _dinilai_oleh(pegawai, actor)
    _harus_dibuka(pegawai.instansi_id, tahun)
    kalimat = _periksa_kalimat(umpan_balik, rating_hasil, rating_perilaku)
    penilaian = _kunci(pegawai, tahun, versi)
    penilaian.penilai_id = actor.pegawai_id
    penilaian.rating_hasil, penilaian.rating_perilaku = rating_hasil, rating_perilaku
    penilaian.predikat = _predikat(rating_hasil, rating_perilaku, tahun)
    penilaian.umpan_balik = kalimat
    penilaian.diubah_pada = at
    penilaian.save()
    return penilaian


@transaction.atomic
def tetapkan_penilaian(*, penilaian: Penilaian, actor: Any, at: datetime, versi: int) -> Penilaian:
    """Sign the appraisal: it becomes a fact, and so does the conversion of a jabatan fungsional.

    Same refusals as `nilai`; a signed appraisal cannot be signed again.
    """
    pegawai = _dinilai_oleh(penilaian.pegawai, actor)
    _harus_dibuka(pegawai.instansi_id, penilaian.tahun)
    penilaian = _kunci(pegawai, penilaian.tahun, versi)
    penilaian.status = StatusPenilaian.DITETAPKAN
    penilaian.penilai_id = actor.pegawai_id
    penilaian.ditetapkan_oleh, penilaian.ditetapkan_pada = actor, at
    penilaian.diubah_pada = at
    penilaian.save()
    _tanda_tangani(pegawai.pk, penilaian.tahun, actor, at)
    return penilaian


def _dinilai_oleh(pegawai: Pegawai, actor: Any) -> Pegawai:
    """The person as recorded now; refused unless `actor` is their atasan penilai."""
    pegawai = Pegawai.objects.get(pk=pegawai.pk)
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.atasan_id:
        raise TidakBoleh(
            "bukan_atasan",
            "Penilaian ini untuk atasan penilai pegawai yang bersangkutan.",
            tindakan="Bila atasan penilainya keliru tercatat, sampaikan kepada pengelola kepegawaian.",
        )
    if actor.pegawai_id == pegawai.pk:
        raise TidakBoleh("diri_sendiri", "Anda tidak dapat menilai diri Anda sendiri.")
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
        raise Bentrok(
            "versi_lama",
            "Penilaian ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
            tindakan="Muat ulang halaman, bandingkan, lalu simpan kembali.",
        )
    penilaian.versi += 1
    return penilaian


def _predikat(rating_hasil: Rating, rating_perilaku: Rating, tahun: int) -> Predikat:
    return predikat_dari(Rating(rating_hasil), Rating(rating_perilaku), aturan_per(date(tahun, 12, 31)))


def _tanda_tangani(pegawai_id: int, tahun: int, actor: Any, at: datetime) -> None:
    konversikan(pegawai_ids=[pegawai_id], tahun=tahun, at=at)
    KonversiAngkaKredit.objects.filter(pegawai_id=pegawai_id, tahun=tahun, status=StatusKonversi.DRAF).update(
        status=StatusKonversi.DITANDATANGANI,
        ditandatangani_oleh=actor,
        ditandatangani_pada=at,
        diubah_pada=at,
    )
