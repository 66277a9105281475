"""Words of citizens before anybody reads them in public: masked, decided by a named officer, original gone.

An operator sits in the unit that is spoken of, so an operator may show words but not hide them. Who is
named in the words does not decide about them. The answer beside them counts whatever is decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.sandi import buka_sandi
from kinerja.enums import (
    BELUM_DIPUTUS,
    AlasanTidakTampil,
    StatusKiriman,
    TemaUlasan,
)
from kinerja.models import MasukanForum, Ulasan
from kinerja.models.warga import KirimanWarga
from kinerja.rules.kata_umum import BIASA
from kinerja.rules.samaran import kata_dalam, rapikan, samarkan
from kinerja.services.penanda import numbers_on
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import peran_aktif

KANAL: Final = "admin"
#: Originals looked through in one go by the sweep.
BAGIAN: Final = 100


def unit_of(kiriman: KirimanWarga) -> UnitKerja:
    """The unit that the words are about."""
    unit: UnitKerja = kiriman.layanan.unit if isinstance(kiriman, Ulasan) else kiriman.topik.unit  # type: ignore[attr-defined]
    return unit


def proposal(kiriman: KirimanWarga) -> str:
    """The words with every name of the instansi masked; what is stored when the original is gone."""
    if not kiriman.asli:
        return kiriman.teks
    return _masked(buka_sandi(kiriman.asli), unit_of(kiriman).instansi_id)


def _masked(asli: str, instansi_id: int) -> str:
    return samarkan(asli, _names_in(asli, instansi_id))


def _names_in(teks: str, instansi_id: int) -> frozenset[str]:
    """Words of the text that are words of somebody's name in the instansi."""
    kata = kata_dalam(teks)
    semua = Pegawai.objects.filter(instansi_id=instansi_id).order_by().values_list("nama", flat=True)
    return frozenset(k for nama in semua.iterator(chunk_size=5000) for k in kata_dalam(nama) if k in kata)


def read_original(*, kiriman: KirimanWarga, actor: Any) -> str:
    """The words as they were sent, for whoever decides about them; every reading is on the trail."""
    _pastikan_boleh(kiriman, actor)
    if not kiriman.asli:
        raise TidakDitemukan("asli_dihapus", "Kalimat aslinya sudah dihapus.")
    _catat(kiriman, actor, "lihat_asli_kiriman", {})
    return buka_sandi(kiriman.asli)


def may_hide(kiriman: KirimanWarga, actor: Any) -> bool:
    """HR of the unit may hide words; its operator may not."""
    if actor.is_superuser:
        return True
    unit = unit_of(kiriman)
    return any(
        p.jenis == JenisPeran.HR_INSTANSI
        and p.instansi_id == unit.instansi_id
        and (p.unit is None or unit.jalur.startswith(p.unit.jalur))
        for p in peran_aktif(actor)
    )


@transaction.atomic
def decide_kiriman(
    *,
    kiriman: KirimanWarga,
    putusan: StatusKiriman,
    teks: str = "",
    alasan: AlasanTidakTampil | None = None,
    tema: Iterable[TemaUlasan] = (),
    versi: int,
    actor: Any,
    at: datetime,
) -> KirimanWarga:
    """Show the words, hide them with a reason, or leave the decision to HR; said twice it counts once."""
    kini = _tahan(kiriman, actor)
    diserahkan = putusan == StatusKiriman.DISERAHKAN
    if kini.status == putusan and (diserahkan or kini.diputus_oleh_id == actor.pk):
        return kini
    _pastikan_terbaru(kini, versi)
    if kini.status not in BELUM_DIPUTUS:
        raise Bentrok("sudah_diputus", "Kalimat ini sudah diputus petugas lain.")
    _pastikan_bukan_tentang_diri(kini, actor)
    _tulis(kini, putusan, teks, alasan, tema, actor, at)
    kini.versi += 1
    kini.save()
    _catat(kini, actor, "putuskan_kiriman", {"putusan": putusan.value, "alasan": kini.alasan})
    return kini


def _tulis(
    kini: KirimanWarga,
    putusan: StatusKiriman,
    teks: str,
    alasan: AlasanTidakTampil | None,
    tema: Iterable[TemaUlasan],
    actor: Any,
    at: datetime,
) -> None:
    if putusan == StatusKiriman.DISERAHKAN:
        kini.status = putusan
        return
    if putusan == StatusKiriman.TIDAK_TAMPIL:
        _pastikan_boleh_sembunyikan(kini, actor)
        if alasan is None:
            raise DomainError("alasan_kosong", "Pilih alasan kalimat itu tidak ditampilkan.")
        kini.teks, kini.alasan = "", alasan.value
    else:
        kini.teks = _bersih(teks)
        if isinstance(kini, Ulasan):
            kini.tema = sorted({t.value for t in tema})
            kini.terima_kasih = TemaUlasan.TERIMA_KASIH.value in kini.tema
    kini.status, kini.asli = putusan, ""
    kini.diputus_oleh, kini.diputus_pada = actor, at


def _bersih(teks: str) -> str:
    """What is shown; numbers and addresses that a moderator left in are masked all the same."""
    bersih = samarkan(rapikan(teks))
    if not bersih:
        raise DomainError("teks_kosong", "Isi kalimat yang ditampilkan.")
    return bersih


@transaction.atomic
def withdraw_kiriman(
    *, kiriman: KirimanWarga, alasan: AlasanTidakTampil, versi: int, actor: Any, at: datetime
) -> KirimanWarga:
    """Take shown words off the public pages; counts and themes stay what they were."""
    kini = _tahan(kiriman, actor)
    if kini.status == StatusKiriman.TIDAK_TAMPIL and kini.diputus_oleh_id == actor.pk:
        return kini
    _pastikan_terbaru(kini, versi)
    if kini.status != StatusKiriman.TAMPIL:
        raise Bentrok("tidak_tampil", "Kalimat ini tidak sedang ditampilkan.")
    _pastikan_boleh_sembunyikan(kini, actor)
    if isinstance(kini, MasukanForum) and kini.tanggapan:
        raise DomainError("sudah_ditanggapi", "Masukan yang sudah ditanggapi tetap ditampilkan.")
    kini.teks, kini.alasan, kini.status = "", alasan.value, StatusKiriman.TIDAK_TAMPIL
    kini.diputus_oleh = actor
    if isinstance(kini, Ulasan):
        kini.terima_kasih = False
    kini.versi += 1
    kini.save()
    _catat(kini, actor, "tarik_kiriman", {"alasan": alasan.value})
    return kini


# -- who may ---------------------------------------------------------------------------------------


def _tahan(kiriman: KirimanWarga, actor: Any) -> KirimanWarga:
    """The row as it stands, held; TidakDitemukan outside the scope of `actor`."""
    model: Any = type(kiriman)
    terlihat = model.objects.visible_to(actor).filter(pk=kiriman.pk).values("pk")
    ditahan = model.objects.select_for_update(no_key=True).filter(pk__in=terlihat)
    kini: KirimanWarga | None = ditahan.first()
    if kini is None:
        raise TidakDitemukan("kiriman_tidak_ditemukan", "Kalimat itu tidak ditemukan dalam lingkup Anda.")
    return kini


def _pastikan_boleh(kiriman: KirimanWarga, actor: Any) -> None:
    model: Any = type(kiriman)
    if not model.objects.visible_to(actor).filter(pk=kiriman.pk).exists():
        raise TidakDitemukan("kiriman_tidak_ditemukan", "Kalimat itu tidak ditemukan dalam lingkup Anda.")
    _pastikan_bukan_tentang_diri(kiriman, actor)


def _pastikan_terbaru(kini: KirimanWarga, versi: int) -> None:
    if kini.versi != versi:
        raise Bentrok(
            "kiriman_berubah",
            "Petugas lain memutus kalimat ini sejak Anda membukanya.",
            tindakan="Isian Anda belum disimpan. Buka ulang halaman ini untuk membandingkan.",
        )


def _pastikan_boleh_sembunyikan(kini: KirimanWarga, actor: Any) -> None:
    if not may_hide(kini, actor):
        raise TidakBoleh(
            "operator_menyembunyikan",
            "Operator tidak menyembunyikan ulasan tentang unitnya sendiri.",
            tindakan="Serahkan kepada pengelola kepegawaian.",
        )


def named_in(kiriman: KirimanWarga, actor: Any) -> bool:
    """Whether the words name `actor`: a word of the own name that is no common word."""
    pegawai = getattr(actor, "pegawai", None)
    if pegawai is None or not kiriman.asli:
        return False
    nama = {k for k in kata_dalam(pegawai.nama) if len(k) > 2} - BIASA
    return bool(nama & kata_dalam(buka_sandi(kiriman.asli)))


def _pastikan_bukan_tentang_diri(kini: KirimanWarga, actor: Any) -> None:
    if named_in(kini, actor):
        raise TidakBoleh(
            "tentang_diri",
            "Kalimat ini mungkin menyebut nama Anda.",
            tindakan="Petugas lain yang memutusnya.",
        )


def _catat(kiriman: KirimanWarga, actor: Any, tindakan: str, rincian: dict[str, Any]) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="kiriman_warga",
        subjek_id=None,
        kanal=KANAL,
        rincian={"nomor": kiriman.nomor, **rincian},
    )


# -- originals that were never looked at -------------------------------------------------------------


def old_originals(at: datetime) -> list[Any]:
    """Querysets of words whose original has been kept long enough."""
    batas: date = (at - numbers_on(at).asli).date()
    return [m.objects.filter(hari__lt=batas).exclude(asli="") for m in (Ulasan, MasukanForum)]


@transaction.atomic
def forget_originals(*, at: datetime) -> int:
    """Put the masked words in place of the next originals that are due; returns how many."""
    banyak = 0
    for baris in old_originals(at):
        lewat = ("layanan__unit",) if baris.model is Ulasan else ("topik__unit",)
        ditahan = baris.select_for_update(no_key=True, of=("self",)).select_related(*lewat)
        for kiriman in ditahan.order_by("pk")[:BAGIAN]:
            kiriman.teks, kiriman.asli = proposal(kiriman), ""
            kiriman.save(update_fields=["teks", "asli"])
            banyak += 1
    return banyak
