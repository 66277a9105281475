"""Rating, one person or a whole team: drafts, the signature, and a change before the announcement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import IntegrityError, transaction

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.audit import catat, catat_satu_satu
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.kata import tanggal
from kinerja.enums import (
    CaraPengumuman,
    Rating,
    StatusPenilaian,
    SumberPenilaian,
)
from kinerja.models import EvaluasiPeriodik, Penilaian, SiklusPenilaian
from kinerja.rules.predikat import predikat_dari
from kinerja.services.angka_kredit import konversikan
from kinerja.services.bagian import Bagian
from kinerja.services.baris_nilai import Baris, left_drafts, lock_rows, own_rows, same_days
from kinerja.services.dinilai_ulang import reopened_ids
from kinerja.services.kabar import tell_results
from kinerja.services.penilai import rated_in
from kinerja.services.siklus_terbuka import hold_open_cycle
from pegawai.services.riwayat import save_rows

UMPAN_BALIK_TERPANJANG: Final = 1000
ALASAN_TERPANJANG: Final = 500
_ISI: Final = ("rating_hasil", "rating_perilaku", "umpan_balik")
_KOLOM: Final = (*_ISI, "predikat", "penilai", "disiapkan_oleh", "versi")
_TANDA: Final = ("status", "penilai", "ditetapkan_oleh", "ditetapkan_pada", "diumumkan_pada")


class Isian(NamedTuple):
    """What a rater says about one person. `versi`: of the appraisal they saw, None: there was none."""

    pegawai_id: int
    rating_hasil: Rating
    rating_perilaku: Rating
    umpan_balik: str
    versi: int | None

    @property
    def kalimat(self) -> str:
        return self.umpan_balik.strip()


class Terlihat(NamedTuple):
    """An appraisal as its rater saw it."""

    pegawai_id: int
    versi: int


@transaction.atomic
def nilai(
    *,
    siklus: SiklusPenilaian,
    isian: Sequence[Isian],
    actor: Any,
    at: datetime,
    untuk: int | None = None,
) -> list[Baris]:
    """Save ratings as drafts, all or none; the predikat follows from the matrix (PermenPANRB 6/2022).

    `untuk`: the leader for whom `actor` prepares them. Saying the same twice, as a double click does, is
    no change. A constant number of queries for one person and for hundreds. Raises TidakBoleh for anyone
    but the atasan penilai and who prepares for them, Bentrok when somebody changed or signed one of them
    meanwhile, DomainError for a closed cycle or a missing sentence.
    """
    siklus = _hold(siklus, [i.pegawai_id for i in isian])
    for satu in isian:
        _periksa_kalimat(satu)
    bagian = rated_in(siklus=siklus, pegawai_ids=[i.pegawai_id for i in isian], actor=actor, untuk=untuk)
    semua_lama = lock_rows(siklus, bagian)
    lama = own_rows(semua_lama, bagian)
    penyiap = None if untuk is None else actor
    berubah = [i for i in isian if not _sama(lama.get(i.pegawai_id), i, bagian[i.pegawai_id], penyiap)]
    for satu in berubah:
        _pastikan_draf(lama.get(satu.pegawai_id), satu.versi)
    dasar = {**left_drafts(semua_lama, bagian), **lama}
    semua = {i.pegawai_id: _isi(siklus, dasar.get(i.pegawai_id), i, bagian[i.pegawai_id]) for i in berubah}
    for baris in semua.values():
        baris.disiapkan_oleh = penyiap
    _simpan([*semua.values()], actor=actor, at=at, alasan="Dinilai")
    return [semua.get(i.pegawai_id) or lama[i.pegawai_id] for i in isian]


@transaction.atomic
def kirim(*, siklus: SiklusPenilaian, terlihat: Sequence[Terlihat], actor: Any, at: datetime) -> list[Baris]:
    """Sign drafts as their rater saw them, all or none.

    They are results at once, or wait for the announcement of everybody's when the cycle announces them
    together. The same press twice signs once. Its conversion waits for a signature of
    its own (PerBKN 3/2023 Ps 12-13): see `tanda_tangan`. Refusals as in `nilai`; only the pejabat
    penilai signs, whoever prepared it.
    """
    if not terlihat:
        raise DomainError("pilihan_kosong", "Belum ada penilaian yang dikirim.")
    siklus = _hold(siklus, [t.pegawai_id for t in terlihat])
    bagian = rated_in(siklus=siklus, pegawai_ids=[t.pegawai_id for t in terlihat], actor=actor)
    semua = own_rows(lock_rows(siklus, bagian), bagian)
    versi = {t.pegawai_id: t.versi for t in terlihat}
    if all(_sudah(semua.get(p), versi[p], actor) for p in versi):
        return [*semua.values()]
    for pegawai_id, terbaca in versi.items():
        _pastikan_draf(semua.get(pegawai_id), terbaca)
        _pastikan_masa(semua.get(pegawai_id), bagian[pegawai_id])
        _pastikan_penilaian_sendiri(semua[pegawai_id], actor)
    ulang = reopened_ids(siklus, pegawai_ids=[*semua])
    for baris in semua.values():
        langsung = _langsung(siklus) or baris.pegawai_id in ulang
        baris.penilai_id = actor.pegawai_id
        baris.ditetapkan_oleh, baris.ditetapkan_pada = actor, at
        baris.status = StatusPenilaian.DITETAPKAN if langsung else StatusPenilaian.DIKIRIM
        baris.diumumkan_pada = at if langsung else None
    _tulis([*semua.values()], kolom=_TANDA, actor=actor, at=at, alasan="Dikirim")
    _catat(semua, actor, "kirim_penilaian", siklus)
    resmi = [p for p, b in semua.items() if b.status == StatusPenilaian.DITETAPKAN]
    tell_results(siklus, pegawai_ids=resmi, at=at)
    konversikan(pegawai_ids=resmi, tahun=siklus.tahun, at=at)
    return [*semua.values()]


@transaction.atomic
def ubah_terkirim(*, siklus: SiklusPenilaian, isian: Isian, alasan: str, actor: Any, at: datetime) -> Baris:
    """The pejabat penilai changes a rating that was sent and not announced, with a reason that is kept.

    Raises DomainError `alasan_kosong`; Bentrok `belum_dikirim` before it was sent and once it was announced,
    `versi_lama` when it changed meanwhile.
    """
    if not 0 < len(alasan.strip()) <= ALASAN_TERPANJANG:
        raise DomainError("alasan_kosong", "Tuliskan alasan perubahan, paling banyak 500 huruf.")
    siklus = hold_open_cycle(siklus)
    _periksa_kalimat(isian)
    bagian = rated_in(siklus=siklus, pegawai_ids=[isian.pegawai_id], actor=actor)
    baris = own_rows(lock_rows(siklus, bagian), bagian).get(isian.pegawai_id)
    if baris is None or baris.status != StatusPenilaian.DIKIRIM:
        raise Bentrok("belum_dikirim", "Penilaian ini tidak sedang menunggu pengumuman.")
    if baris.versi != isian.versi:
        raise _berubah()
    baris = _isi(siklus, baris, isian, bagian[isian.pegawai_id])
    baris.disiapkan_oleh, baris.alasan_ubah = None, alasan.strip()
    _tulis([baris], kolom=(*_KOLOM, "alasan_ubah"), actor=actor, at=at, alasan="Diubah sebelum diumumkan")
    # Not on the trail of the person: before the announcement it would tell that the result has changed.
    catat(
        pengguna=actor, tindakan="ubah_penilaian", subjek_jenis="siklus", subjek_id=siklus.pk,
        kanal="portal", rincian={"penilaian": baris.pk},
    )  # fmt: skip
    return baris


def _hold(siklus: SiklusPenilaian, pegawai_ids: Sequence[int]) -> SiklusPenilaian:
    """The cycle, open, or closed for people whom an objection opened again."""
    ulang = reopened_ids(siklus, pegawai_ids=pegawai_ids)
    return hold_open_cycle(siklus, dinilai_ulang=bool(pegawai_ids) and ulang == set(pegawai_ids))


def _langsung(siklus: SiklusPenilaian) -> bool:
    """Whether a rating is a result at once: it is not, while all wait for the announcement."""
    return (
        siklus.pengumuman == CaraPengumuman.LANGSUNG
        or siklus.diumumkan_pada is not None
        or siklus.ditutup_pada is not None
    )


def _periksa_kalimat(i: Isian) -> None:
    if len(i.kalimat) > UMPAN_BALIK_TERPANJANG:
        raise DomainError(
            "umpan_balik_panjang",
            f"Umpan balik paling banyak 1.000 huruf. Sekarang {len(i.kalimat):,}".replace(",", "."),
        )
    if not i.kalimat and any(r != Rating.SESUAI_EKSPEKTASI for r in (i.rating_hasil, i.rating_perilaku)):
        raise DomainError(
            "umpan_balik_kosong",
            "Tuliskan satu kalimat umpan balik, karena rating yang dipilih bukan Sesuai ekspektasi.",
        )


def _pastikan_masa(b: Baris | None, bagian: Bagian) -> None:
    if b is not None and not same_days(b, bagian):
        raise Bentrok(
            "masa_berubah",
            f"Masa yang Anda nilai sekarang {tanggal(bagian.mulai)} sampai {tanggal(bagian.sampai)}.",
            tindakan="Periksa lembar pegawainya, simpan kembali, lalu kirim.",
        )


def _sama(ada: Baris | None, i: Isian, bagian: Bagian, penyiap: Any) -> bool:
    return (
        ada is not None
        and ada.status == StatusPenilaian.DRAF
        and ada.penilai_id == bagian.penilai_id
        and ada.disiapkan_oleh_id == (penyiap and penyiap.pk)
        and same_days(ada, bagian)
        and (ada.rating_hasil, ada.rating_perilaku, ada.umpan_balik)
        == (i.rating_hasil, i.rating_perilaku, i.kalimat)
    )


def _pastikan_draf(ada: Baris | None, versi: int | None) -> None:
    if ada is None:
        if versi is not None:
            raise Bentrok("penilaian_hilang", "Penilaian ini sudah tidak ada. Muat ulang halaman.")
        return
    if ada.status == StatusPenilaian.DITETAPKAN:
        raise Bentrok("sudah_ditetapkan", "Penilaian ini sudah ditetapkan dan tidak dapat diubah.")
    if ada.status == StatusPenilaian.DIKIRIM:
        raise Bentrok(
            "sudah_dikirim",
            "Penilaian ini sudah dikirim.",
            tindakan="Sampai diumumkan Anda dapat mengubahnya dengan alasan, di lembar pegawainya.",
        )
    if ada.versi != versi:
        raise _berubah()


def _pastikan_penilaian_sendiri(draf: Baris, actor: Any) -> None:
    """The last pejabat penilai judges afresh: nobody signs what somebody else wrote before them."""
    if draf.penilai_id not in (None, actor.pegawai_id):
        raise Bentrok(
            "draf_penilai_lain",
            "Draf ini ditulis pejabat penilai sebelumnya.",
            tindakan="Pilih rating Anda sendiri, simpan, lalu kirim.",
        )


def _sudah(ada: Baris | None, versi: int, actor: Any) -> bool:
    return (
        ada is not None
        and ada.status != StatusPenilaian.DRAF
        and ada.ditetapkan_oleh_id == actor.pk
        and ada.versi == versi
    )


def _isi(siklus: SiklusPenilaian, ada: Baris | None, i: Isian, bagian: Bagian) -> Baris:
    baris = ada or _baru(siklus, bagian)
    if ada is not None:
        baris.versi += 1
    baris.rating_hasil, baris.rating_perilaku = i.rating_hasil, i.rating_perilaku
    baris.umpan_balik = i.kalimat
    baris.penilai_id = bagian.penilai_id
    if isinstance(baris, EvaluasiPeriodik):
        baris.mulai, baris.sampai = bagian.mulai, bagian.sampai
    baris.predikat = predikat_dari(Rating(i.rating_hasil), Rating(i.rating_perilaku), _aturan(siklus))
    return baris


def _baru(siklus: SiklusPenilaian, bagian: Bagian) -> Baris:
    if siklus.tahunan:
        return Penilaian(pegawai_id=bagian.pegawai_id, tahun=siklus.tahun, sumber=SumberPenilaian.DI_SINI)
    return EvaluasiPeriodik(
        pegawai_id=bagian.pegawai_id,
        siklus=siklus,
        mulai=bagian.mulai,
        sampai=bagian.sampai,
        sumber=SumberPenilaian.DI_SINI,
    )


def _aturan(siklus: SiklusPenilaian) -> Aturan:
    return aturan_per(siklus.masa.sampai)


def _simpan(semua: Sequence[Baris], *, actor: Any, at: datetime, alasan: str) -> None:
    """An import does not lock the person: what it inserted meanwhile is somebody else's appraisal."""
    if not semua:
        return
    baru, lama = [b for b in semua if b.pk is None], [b for b in semua if b.pk is not None]
    try:
        with transaction.atomic():
            kolom = _KOLOM if isinstance(semua[0], Penilaian) else (*_KOLOM, "mulai", "sampai")
            save_rows(baru=baru, berubah=lama, kolom=kolom, actor=actor, at=at, alasan=alasan)
    except IntegrityError as salah:
        raise _berubah() from salah


def _tulis(semua: Sequence[Baris], *, kolom: Sequence[str], actor: Any, at: datetime, alasan: str) -> None:
    save_rows(baru=[], berubah=semua, kolom=kolom, actor=actor, at=at, alasan=alasan)


def _catat(semua: Mapping[int, Baris], actor: Any, tindakan: str, siklus: SiklusPenilaian) -> None:
    """That it was done, not what was said: the trail is read by more people than the rating."""
    baris = [(pegawai_id, {"siklus": siklus.pk}) for pegawai_id in semua]
    catat_satu_satu(pengguna=actor, tindakan=tindakan, baris=baris, kanal="portal")


def _berubah() -> Bentrok:
    return Bentrok(
        "versi_lama",
        "Penilaian ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
        tindakan="Bandingkan dengan yang tersimpan sekarang, lalu simpan lagi.",
    )
