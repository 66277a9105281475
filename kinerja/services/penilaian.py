"""Rating and signing of one yearly appraisal, by the atasan penilai and nobody else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import (
    BERJALAN,
    Predikat,
    Rating,
    StatusPenilaian,
    StatusSiklus,
    SumberKinerja,
    SumberPenilaian,
)
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.querysets import PenilaianQuerySet
from kinerja.rules.predikat import predikat_dari
from kinerja.services.angka_kredit import konversikan
from kinerja.services.nilai_ulang import reopened
from kinerja.services.penilai import rated_by
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

    `versi` is the version the rater saw (None: no appraisal yet). Saying the same twice, as a double
    click does, is no change. Raises TidakBoleh for anyone but the atasan penilai, Bentrok when
    somebody changed or signed it meanwhile, DomainError for a closed cycle or a missing sentence.
    """
    [pegawai] = rated_by(pegawai_ids=[pegawai.pk], actor=actor)
    _harus_dibuka(pegawai, tahun)
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

    The two are separate forms (PerBKN 3/2023 Ps 12-13): see `tanda_tangan`. Same refusals as
    `nilai`; a signed appraisal cannot be signed again.
    """
    [pegawai] = rated_by(pegawai_ids=[penilaian.pegawai_id], actor=actor)
    _harus_dibuka(pegawai, penilaian.tahun)
    penilaian = _kunci(pegawai, penilaian.tahun, versi)
    penilaian.status = StatusPenilaian.DITETAPKAN
    penilaian.penilai_id = actor.pegawai_id
    penilaian.ditetapkan_oleh, penilaian.ditetapkan_pada = actor, at
    penilaian.diubah_pada = sekarang()
    penilaian.save()
    konversikan(pegawai_ids=[pegawai.pk], tahun=penilaian.tahun, at=at)
    return penilaian


def _harus_dibuka(pegawai: Pegawai, tahun: int) -> None:
    """An open cycle of ratings typed here, or an objection that asks for a new rating."""
    if reopened(pegawai_id=pegawai.pk, tahun=tahun):
        return
    siklus = SiklusPenilaian.objects.tahunan().filter(instansi_id=pegawai.instansi_id, tahun=tahun).first()
    if siklus is not None and siklus.sumber == SumberKinerja.EKINERJA:
        raise DomainError(
            "dinilai_di_ekinerja",
            f"Penilaian {tahun} diisi di e-Kinerja BKN.",
            tindakan="Nilai di sana. Hasilnya diimpor ke sini, sehingga tidak diketik dua kali.",
        )
    if siklus is not None and siklus.status in BERJALAN:
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
