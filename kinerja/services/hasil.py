"""An announced result: who opens it, that it was read, what is answered. Works for imported ones too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import JenisHasil, JenisSiklus, StatusPenilaian
from kinerja.kamus import nama_siklus
from kinerja.models import EvaluasiPeriodik, Penilaian, TandaBaca, Tanggapan
from pegawai.models import Pegawai

Hasil = Penilaian | EvaluasiPeriodik
TANGGAPAN_TERPANJANG: Final = 1000
KANAL: Final = "portal"
_MODEL: Final[dict[JenisHasil, Any]] = {
    JenisHasil.TAHUNAN: Penilaian,
    JenisHasil.PERIODIK: EvaluasiPeriodik,
}


class Kutipan(NamedTuple):
    """One sentence about the person in the period. `baik` False: something that can grow."""

    baik: bool
    teks: str
    oleh: str = ""


#: Where strengths and areas to improve come from besides the rating itself (feedback, recognition).
_KUTIPAN: dict[str, Callable[[Hasil], list[Kutipan]]] = {}


def daftarkan_kutipan(kode: str, fungsi: Callable[[Hasil], list[Kutipan]]) -> None:
    """Show more sentences beside a result. Only what the person may read: it is the person's page."""
    _KUTIPAN[kode] = fungsi


def quotes(hasil: Hasil) -> list[Kutipan]:
    return [k for fungsi in _KUTIPAN.values() for k in fungsi(hasil)]


def kind_of(hasil: Hasil) -> JenisHasil:
    return JenisHasil.TAHUNAN if isinstance(hasil, Penilaian) else JenisHasil.PERIODIK


def title_of(hasil: Hasil) -> str:
    """'Penilaian kinerja 2025', 'Evaluasi triwulan III 2026 (1 Juli 2026 sampai 30 September 2026)'."""
    if isinstance(hasil, Penilaian):
        return nama_siklus(hasil.tahun, JenisSiklus.TAHUNAN, 0)
    return f"{hasil.siklus.nama} ({kata.tanggal(hasil.mulai)} sampai {kata.tanggal(hasil.sampai)})"


def about(hasil: Hasil) -> dict[str, Any]:
    """The column by which rows point at this result."""
    return {"penilaian": hasil} if isinstance(hasil, Penilaian) else {"evaluasi": hasil}


def result_for(*, pengguna: Any, jenis: str, pk: int) -> Hasil:
    """One announced result of oneself or of a direct report; TidakDitemukan for everything else.

    HR reads results at the desk of HR, not here.
    """
    hasil: Hasil | None = None
    if jenis in set(JenisHasil):
        semua = _MODEL[JenisHasil(jenis)].objects.diumumkan_kepada(pengguna)
        hasil = _dengan_orang(semua).filter(pk=pk).first()
    if hasil is None:
        raise TidakDitemukan("hasil_tidak_ditemukan", "Hasil penilaian itu tidak ditemukan.")
    return hasil


def _dengan_orang(semua: QuerySet[Any]) -> QuerySet[Any]:
    relasi = ["pegawai__unit", "pegawai__instansi", "pegawai__atasan", "penilai", "ditetapkan_oleh"]
    relasi += ["siklus"] if semua.model is EvaluasiPeriodik else []
    return semua.select_related(*relasi)


def yearly_results(pegawai: Pegawai) -> list[Penilaian]:
    """What was announced, the last year first."""
    tetap = Penilaian.objects.filter(pegawai=pegawai, status=StatusPenilaian.DITETAPKAN)
    return list(_terbaca(tetap, "penilaian").select_related("penilai").order_by("-tahun", "pk"))


def periodic_results(pegawai: Pegawai) -> list[EvaluasiPeriodik]:
    """What was announced of quarters and months, the last first; never averaged."""
    tetap = EvaluasiPeriodik.objects.filter(pegawai=pegawai, status=StatusPenilaian.DITETAPKAN)
    return list(_terbaca(tetap, "evaluasi").select_related("siklus", "penilai").order_by("-mulai", "pk"))


def _terbaca(semua: QuerySet[Any], kolom: str) -> QuerySet[Any]:
    tanda = TandaBaca.objects.filter(**{kolom: OuterRef("pk")}, versi_hasil=OuterRef("versi"))
    hasil: QuerySet[Any] = semua.annotate(sudah_dibaca=Exists(tanda))
    return hasil


def receipt(hasil: Hasil) -> TandaBaca | None:
    """That the person has read this very version."""
    return TandaBaca.objects.filter(**about(hasil), versi_hasil=hasil.versi).first()


@transaction.atomic
def mark_read(*, hasil: Hasil, versi: int, actor: Any, at: datetime) -> TandaBaca:
    """*Saya sudah membaca*: a receipt, not agreement. Twice is once.

    Raises TidakBoleh for anyone but the person, Bentrok when another version than the one on the page
    stands by now.
    """
    kini = _own(hasil, actor)
    _sama(kini, versi)
    tanda, baru = TandaBaca.objects.get_or_create(
        **about(kini), versi_hasil=kini.versi, defaults={"pegawai_id": kini.pegawai_id, "pada": at}
    )
    if baru:
        _catat(kini, actor, "baca_hasil")
    return tanda


@transaction.atomic
def reply(*, hasil: Hasil, isi: str, actor: Any, at: datetime) -> Tanggapan:
    """Answer below a result. The same words again, as a double click sends them, are one answer.

    Raises TidakBoleh for anyone but the person and the atasan of today.
    """
    kini = _locked(hasil)
    if actor.pegawai_id != kini.pegawai_id and not _dinilai(kini, actor):
        raise TidakBoleh("bukan_pihak", "Tanggapan di sini untuk pegawai dan atasan penilainya.")
    kalimat = isi.strip()
    if not kalimat:
        raise DomainError("tanggapan_kosong", "Tuliskan tanggapan Anda.")
    if len(kalimat) > TANGGAPAN_TERPANJANG:
        raise DomainError("tanggapan_panjang", f"Paling banyak 1.000 huruf. Sekarang {len(kalimat)}")
    terakhir: Tanggapan | None = Tanggapan.objects.filter(**about(kini)).order_by("-pk").first()
    if terakhir is not None and (terakhir.oleh_id, terakhir.isi) == (actor.pk, kalimat):
        return terakhir
    tanggapan: Tanggapan = Tanggapan.objects.create(
        **about(kini),
        pegawai_id=kini.pegawai_id,
        versi_hasil=kini.versi,
        oleh=actor,
        isi=kalimat,
        pada=at,
    )
    _catat(kini, actor, "tanggapi_hasil")
    return tanggapan


def replies(hasil: Hasil, pengguna: Any) -> list[Tanggapan]:
    """The thread, oldest first, for whoever may read it."""
    return list(Tanggapan.objects.visible_to(pengguna).filter(**about(hasil)).select_related("oleh"))


def _locked(hasil: Hasil) -> Hasil:
    """The result as it stands now, locked; what is no longer announced is nobody's to read."""
    kini: Hasil | None = (
        _MODEL[kind_of(hasil)]
        .objects.select_for_update(no_key=True)
        .filter(pk=hasil.pk, status=StatusPenilaian.DITETAPKAN)
        .first()
    )
    if kini is None:
        raise Bentrok("hasil_berubah", "Hasil ini sedang dinilai ulang. Muat ulang halaman.")
    return kini


def _own(hasil: Hasil, actor: Any) -> Hasil:
    kini = _locked(hasil)
    if actor.pegawai_id is None or actor.pegawai_id != kini.pegawai_id:
        raise TidakBoleh("bukan_pegawainya", "Halaman ini untuk pegawai yang dinilai.")
    return kini


def own_locked(hasil: Hasil, *, versi: int, actor: Any) -> Hasil:
    """The result of `actor`, locked, as the person saw it; the refusals of `mark_read`."""
    kini = _own(hasil, actor)
    _sama(kini, versi)
    return kini


def held_as_seen(hasil: Hasil) -> Hasil:
    """An announced result, locked, that is still the one that was read."""
    kini = _locked(hasil)
    _sama(kini, hasil.versi)
    return kini


def _sama(kini: Hasil, versi: int) -> None:
    if kini.versi != versi:
        raise Bentrok(
            "versi_lama",
            "Hasil ini berubah sejak Anda membukanya.",
            tindakan="Muat ulang halaman, lalu baca hasil yang baru.",
        )


def _dinilai(hasil: Hasil, actor: Any) -> bool:
    return bool(Pegawai.objects.dinilai_oleh(actor).filter(pk=hasil.pegawai_id).exists())


def _catat(hasil: Hasil, actor: Any, tindakan: str) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=hasil.pegawai_id,
        kanal=KANAL,
        rincian={"jenis": kind_of(hasil).value, "hasil": hasil.pk, "versi": hasil.versi},
    )
