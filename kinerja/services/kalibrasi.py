"""Calibration: a session looks at sent ratings side by side and proposes; the pejabat penilai answers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from asn_karier.lib.audit import catat
from asn_karier.lib.db import kunci_siklus
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import JawabanKalibrasi, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian, SesiKalibrasi, SiklusPenilaian, UsulKalibrasi
from kinerja.services.penilaian import Isian, ubah_terkirim
from pegawai.models import Pegawai, UnitKerja

ALASAN_TERPANJANG: Final = 500
CATATAN_TERPANJANG: Final = 4000


class UsulRating(NamedTuple):
    """What a session proposes for one appraisal; `versi` is the one that was looked at."""

    penilaian_id: int
    versi: int
    rating_hasil: Rating
    rating_perilaku: Rating
    alasan: str


@transaction.atomic
def open_session(
    *,
    siklus: SiklusPenilaian,
    unit: UnitKerja | None,
    peserta: Collection[Pegawai],
    actor: Any,
    at: datetime,
) -> SesiKalibrasi:
    """A session about one unit and all below it, or about the whole instansi, by HR of the instansi.

    Only the yearly evaluation is calibrated, after `start_penetapan` and before the announcement.
    """
    siklus = _hold(siklus)
    if not SiklusPenilaian.objects.dikelola(actor).filter(pk=siklus.pk).exists():
        raise TidakBoleh("bukan_hr", "Sesi kalibrasi dibuka oleh pengelola kepegawaian instansi ini.")
    if unit is not None and unit.instansi_id != siklus.instansi_id:
        raise DomainError("unit_lain", "Pilih unit dari instansi siklus ini.")
    if any(p.instansi_id != siklus.instansi_id for p in peserta):
        raise DomainError("peserta_lain", "Pilih peserta dari instansi siklus ini.")
    try:
        with transaction.atomic():
            sesi = SesiKalibrasi.objects.create(siklus=siklus, unit=unit, dibuka_oleh=actor, dibuka_pada=at)
    except IntegrityError as salah:
        raise Bentrok("sesi_sudah_ada", "Unit ini sudah punya sesi kalibrasi yang terbuka.") from salah
    sesi.peserta.set(peserta)
    _catat(sesi, actor, "buka_kalibrasi")
    return sesi


def ratings_of(sesi: SesiKalibrasi, *, pengguna: Any) -> QuerySet[Penilaian]:
    """The sent ratings that a session of `pengguna` looks at, by unit and name.

    Never the own one, nor that of whoever rates them: nobody talks about their leader, or reads it early.
    """
    semua = Penilaian.objects.filter(
        tahun=sesi.siklus.tahun, pegawai__instansi=sesi.siklus.instansi_id
    ).exclude(status=StatusPenilaian.DRAF)
    if sesi.unit is not None:
        semua = semua.filter(pegawai__unit__jalur__startswith=sesi.unit.jalur)
    semua = semua.exclude(pegawai__in=left_out(pengguna))
    return semua.select_related("pegawai__unit", "penilai").order_by(
        "pegawai__unit__jalur", "pegawai__nama", "pk"
    )


def left_out(pengguna: Any) -> list[int]:
    """Whose unannounced rating `pengguna` does not read in any table, nor in a count made of it."""
    if not pengguna.pegawai_id:
        return []
    return [pk for pk in (pengguna.pegawai_id, pengguna.pegawai.atasan_id) if pk]


@transaction.atomic
def propose(*, sesi: SesiKalibrasi, usul: UsulRating, actor: Any, at: datetime) -> UsulKalibrasi:
    """Propose other ratings for one appraisal, with a reason. Nothing changes by it.

    Raises TidakDitemukan outside the session, TidakBoleh about oneself, Bentrok `versi_lama` or
    `sudah_diusulkan`, DomainError `alasan_kosong`, `usul_sama`.
    """
    siklus = _hold(sesi.siklus)
    sesi = _terbuka(sesi, actor)
    p = ratings_of(sesi, pengguna=actor).filter(pk=usul.penilaian_id).select_for_update(of=("self",)).first()
    if p is None:
        raise TidakDitemukan("penilaian_tidak_ditemukan", "Penilaian itu tidak ditemukan dalam sesi ini.")
    _pastikan_dapat_diusulkan(p, usul)
    isi = {
        "rating_hasil": usul.rating_hasil,
        "rating_perilaku": usul.rating_perilaku,
        "alasan": usul.alasan.strip(),
        "oleh": actor,
    }
    menunggu = UsulKalibrasi.objects.filter(penilaian=p, jawaban=JawabanKalibrasi.MENUNGGU)
    sama: UsulKalibrasi | None = menunggu.filter(**isi).first()
    if sama is not None:  # the second press
        return sama
    try:
        with transaction.atomic():
            baris = UsulKalibrasi.objects.create(
                sesi=sesi,
                penilaian=p,
                versi=p.versi,
                pada=at,
                **isi,
            )
    except IntegrityError as salah:
        raise Bentrok("sudah_diusulkan", "Penilaian ini sudah punya usul yang menunggu jawaban.") from salah
    # Not on the trail of the person: before the announcement it would tell that the rating is disputed.
    catat(
        pengguna=actor, tindakan="usul_kalibrasi", subjek_jenis="siklus", subjek_id=siklus.pk,
        kanal="kalibrasi", rincian={"sesi": sesi.pk, "usul": baris.pk},
    )  # fmt: skip
    return baris


@transaction.atomic
def answer(
    *, usul: UsulKalibrasi, terima: bool, umpan_balik: str, alasan: str, actor: Any, at: datetime
) -> UsulKalibrasi:
    """The pejabat penilai follows a proposal (and changes their own rating) or does not, with a reason.

    Answering twice the same is no change. Raises TidakBoleh for anybody else, Bentrok once answered
    otherwise, announced, or changed meanwhile.
    """
    siklus = _hold(usul.sesi.siklus)
    usul = UsulKalibrasi.objects.select_for_update(of=("self",)).select_related("penilaian").get(pk=usul.pk)
    if actor.pegawai_id is None or usul.penilaian.penilai_id != actor.pegawai_id:
        raise TidakBoleh("bukan_penilai", "Usul ini dijawab oleh pejabat penilainya sendiri.")
    jawaban = JawabanKalibrasi.DITERIMA if terima else JawabanKalibrasi.DITOLAK
    if usul.jawaban != JawabanKalibrasi.MENUNGGU:
        if usul.jawaban == jawaban:
            return usul
        raise Bentrok("sudah_dijawab", "Usul ini sudah dijawab.")
    if not 0 < len(alasan.strip()) <= ALASAN_TERPANJANG:
        raise DomainError("alasan_kosong", "Tuliskan alasan jawaban Anda, paling banyak 500 huruf.")
    if terima:
        isian = Isian(
            usul.penilaian.pegawai_id,
            Rating(usul.rating_hasil),
            Rating(usul.rating_perilaku),
            umpan_balik or usul.penilaian.umpan_balik,
            usul.versi,
        )
        ubah_terkirim(siklus=siklus, isian=isian, alasan=alasan, actor=actor, at=at)
    usul.jawaban, usul.alasan_jawaban, usul.dijawab_pada = jawaban, alasan.strip(), at
    usul.save(update_fields=["jawaban", "alasan_jawaban", "dijawab_pada"])
    return usul


@transaction.atomic
def withdraw(*, usul: UsulKalibrasi, actor: Any) -> None:
    """Take back a proposal that has no answer yet; the session keeps no row of it, the trail does.

    By who made it, or HR who leads the session, also after it is closed: nothing is announced while a
    proposal waits. Never by whoever is asked, who answers with a reason.
    """
    _hold(usul.sesi.siklus)
    if not SesiKalibrasi.objects.visible_to(actor).filter(pk=usul.sesi_id).exists():
        raise TidakDitemukan("sesi_tidak_ditemukan", "Usul itu tidak ditemukan.")
    if usul.penilaian.pegawai_id in left_out(actor):
        raise TidakBoleh("usul_tentang_anda", "Usul ini ditarik oleh peserta lain.")
    if usul.oleh_id != actor.pk and not SiklusPenilaian.objects.dikelola(actor).contains(usul.sesi.siklus):
        raise TidakBoleh("bukan_pengusul", "Usul ditarik oleh pengusulnya atau pengelola kepegawaian.")
    terhapus, _ = UsulKalibrasi.objects.filter(pk=usul.pk, dijawab_pada=None).delete()
    if not terhapus:
        raise Bentrok("sudah_dijawab", "Usul ini sudah dijawab.")
    _catat(usul.sesi, actor, "tarik_usul_kalibrasi")


@transaction.atomic
def close_session(*, sesi: SesiKalibrasi, catatan: str, actor: Any, at: datetime) -> SesiKalibrasi:
    """End the talk; what it proposed still waits for its answers."""
    sesi = _terbuka(sesi, actor)
    if len(catatan) > CATATAN_TERPANJANG:
        raise DomainError("catatan_panjang", "Catatan dialog paling banyak 4.000 huruf.")
    sesi.catatan, sesi.ditutup_pada = catatan.strip(), at
    sesi.save(update_fields=["catatan", "ditutup_pada"])
    _catat(sesi, actor, "tutup_kalibrasi")
    return sesi


def _hold(siklus: SiklusPenilaian) -> SiklusPenilaian:
    """The cycle between the start of penetapan and the announcement; held with those who rate."""
    kunci_siklus(siklus.pk, bersama=True)
    kini: SiklusPenilaian = SiklusPenilaian.objects.get(pk=siklus.pk)
    if kini.status != StatusSiklus.PENETAPAN or kini.diumumkan_pada is not None or not kini.tahunan:
        raise Bentrok(
            "bukan_penetapan",
            "Kalibrasi hanya dilakukan sesudah penilaian dikirim dan sebelum hasilnya diumumkan.",
        )
    return kini


def _terbuka(sesi: SesiKalibrasi, actor: Any) -> SesiKalibrasi:
    terlihat = SesiKalibrasi.objects.visible_to(actor).filter(pk=sesi.pk, ditutup_pada=None)
    if not terlihat.exists():
        raise TidakDitemukan("sesi_tidak_ditemukan", "Sesi kalibrasi itu sudah ditutup atau bukan sesi Anda.")
    terkunci: SesiKalibrasi = (
        SesiKalibrasi.objects.select_for_update(of=("self",)).select_related("siklus", "unit").get(pk=sesi.pk)
    )
    return terkunci


def _pastikan_dapat_diusulkan(p: Penilaian, usul: UsulRating) -> None:
    if p.status != StatusPenilaian.DIKIRIM or p.versi != usul.versi:
        raise Bentrok("versi_lama", "Penilaian ini berubah sejak Anda membukanya. Muat ulang halaman.")
    if not 0 < len(usul.alasan.strip()) <= ALASAN_TERPANJANG:
        raise DomainError("alasan_kosong", "Tuliskan alasan usul, paling banyak 500 huruf.")
    if (p.rating_hasil, p.rating_perilaku) == (usul.rating_hasil, usul.rating_perilaku):
        raise DomainError("usul_sama", "Rating yang diusulkan sama dengan yang sekarang.")


def asked_of(pengguna: Any) -> QuerySet[UsulKalibrasi]:
    """Proposals about ratings of `pengguna` as pejabat penilai, answered or not."""
    semua = UsulKalibrasi.objects.filter(penilaian__penilai=pengguna.pegawai_id or 0)
    return semua.select_related("penilaian__pegawai", "sesi__siklus")


def waiting_for(pengguna: Any) -> QuerySet[UsulKalibrasi]:
    """Those of them that wait for the answer."""
    return asked_of(pengguna).filter(
        jawaban=JawabanKalibrasi.MENUNGGU,
        sesi__siklus__status=StatusSiklus.PENETAPAN,
        sesi__siklus__diumumkan_pada=None,
    )


def _catat(sesi: SesiKalibrasi, actor: Any, tindakan: str) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="siklus", subjek_id=sesi.siklus_id,
        kanal="kalibrasi", rincian={"sesi": sesi.pk},
    )  # fmt: skip
