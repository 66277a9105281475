"""A leader gives a direction; each recipient reads it and says how far they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import SasaranArahan, StatusArahan
from kinerja.models import Arahan, PenerimaArahan
from kinerja.services.bawahan import direct_reports, people_below
from kinerja.services.hubungan import person_of
from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import dalam_subtree
from pegawai.services.profil import day_of

KANAL: Final = "portal"
JUDUL_TERPANJANG: Final = 120
ISI_TERPANJANG: Final = 1000


class IsiArahan(NamedTuple):
    """What is asked for, and until the end of which day."""

    judul: str
    isi: str
    tenggat: date


class Untuk(NamedTuple):
    """Whom it is for: `kunci` is the person or the unit, None for all direct reports."""

    sasaran: SasaranArahan
    kunci: int | None = None


@transaction.atomic
def give_direction(*, untuk: Untuk, isi: IsiArahan, kunci: UUID, actor: Any, at: datetime) -> Arahan:
    """Send a direction to people below `actor`; who they are is fixed now.

    Raises TidakDitemukan for a person or unit that is not below, DomainError for nobody to send to, an
    empty title or a day that is over, Bentrok when this form sent something else already.
    """
    saya = person_of(actor)
    judul, teks = _periksa(isi, saya, at)
    kolom = {
        "sasaran": untuk.sasaran,
        "unit_id": untuk.kunci if untuk.sasaran is SasaranArahan.UNIT else None,
        "judul": judul,
        "isi": teks,
        "tenggat": isi.tenggat,
    }
    ada = Arahan.objects.filter(pemberi=saya, kunci=kunci).first()
    if ada is not None:
        return _sama(ada, kolom, untuk)
    penerima = _penerima(saya, untuk)
    baru = Arahan(pemberi=saya, kunci=kunci, dikirim_pada=at, **kolom)
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError:
        return _sama(Arahan.objects.get(pemberi=saya, kunci=kunci), kolom, untuk)
    PenerimaArahan.objects.bulk_create(
        [PenerimaArahan(arahan=baru, pegawai_id=pk) for pk in sorted(penerima)], batch_size=1000
    )
    _catat(baru, "beri_arahan", actor, {"penerima": len(penerima)})
    return baru


@transaction.atomic
def cancel_direction(*, arahan_id: int, alasan: str, actor: Any, at: datetime) -> Arahan:
    """The leader takes a direction back, with a reason that the recipients read. Twice is once."""
    milik = Arahan.objects.filter(pemberi=actor.pegawai_id or 0)
    arahan: Arahan | None = milik.select_for_update(of=("self",)).filter(pk=arahan_id).first()
    if arahan is None:
        raise _tidak_ada()
    if arahan.dibatalkan_pada is not None:
        return arahan
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan pembatalan. Penerima arahan membacanya.")
    arahan.dibatalkan_pada, arahan.alasan_batal = at, alasan.strip()[:200]
    arahan.save(update_fields=["dibatalkan_pada", "alasan_batal"])
    _catat(arahan, "batalkan_arahan", actor)
    return arahan


def acknowledge(*, penerima_id: int, actor: Any, at: datetime) -> None:
    """*Saya sudah membaca*. Saying it twice keeps the first time."""
    milik = PenerimaArahan.objects.filter(pegawai=actor.pegawai_id or 0, pk=penerima_id)
    if not milik.exists():
        raise _tidak_ada()
    milik.filter(dibaca_pada=None).update(dibaca_pada=at)


@transaction.atomic
def report_progress(
    *, penerima_id: int, status: StatusArahan, catatan: str, versi: int, actor: Any, at: datetime
) -> PenerimaArahan:
    """The recipient says how far they are; possible after the day is over too.

    `versi` is what they saw; the same words twice are no change. Raises Bentrok for an old version and for
    a direction that was cancelled, DomainError `alasan_kosong` for *Tidak dapat dijalankan* without why.
    """
    milik = PenerimaArahan.objects.filter(pegawai=actor.pegawai_id or 0).select_related("arahan")
    p: PenerimaArahan | None = milik.select_for_update(of=("self",)).filter(pk=penerima_id).first()
    if p is None:
        raise _tidak_ada()
    if p.arahan.dibatalkan_pada is not None:
        raise Bentrok("arahan_dibatalkan", "Arahan ini sudah dibatalkan oleh pemberinya.")
    teks = catatan.strip()[:300]
    if status is StatusArahan.TIDAK_DAPAT and not teks:
        raise DomainError("alasan_kosong", "Tuliskan alasan arahan tidak dapat dijalankan.")
    if (p.status, p.catatan) == (status, teks):
        return p
    if p.versi != versi:
        raise Bentrok(
            "versi_lama",
            "Laporan ini berubah sejak Anda membukanya. Isian Anda belum disimpan.",
            tindakan="Bandingkan dengan yang tersimpan, lalu simpan kembali.",
        )
    p.status, p.catatan, p.dilaporkan_pada, p.versi = status, teks, at, p.versi + 1
    p.dibaca_pada = p.dibaca_pada or at
    p.save(update_fields=["status", "catatan", "dilaporkan_pada", "dibaca_pada", "versi"])
    _catat(p.arahan, "laporkan_arahan", actor, {"status": status.value})
    return p


def _periksa(isi: IsiArahan, saya: Pegawai, at: datetime) -> tuple[str, str]:
    judul, teks = isi.judul.strip(), isi.isi.strip()
    if not judul:
        raise DomainError("judul_kosong", "Isi arahan dalam satu kalimat.")
    if len(judul) > JUDUL_TERPANJANG or len(teks) > ISI_TERPANJANG:
        raise DomainError(
            "arahan_panjang", f"Arahan paling banyak {JUDUL_TERPANJANG} huruf dan penjelasannya 1.000 huruf."
        )
    if isi.tenggat < day_of(saya, at):
        raise DomainError("tenggat_lewat", "Batas waktu paling cepat hari ini.")
    return judul, teks


def _penerima(saya: Pegawai, untuk: Untuk) -> set[int]:
    """The people it reaches; nobody of them is the leader."""
    langsung = direct_reports(saya)
    if untuk.sasaran is SasaranArahan.ORANG and untuk.kunci not in langsung:
        raise TidakDitemukan("orang_tidak_ditemukan", "Pilih salah satu bawahan langsung Anda.")
    if untuk.sasaran is SasaranArahan.ORANG:
        orang = {pk for pk in langsung if pk == untuk.kunci}
    elif untuk.sasaran is SasaranArahan.BAWAHAN_LANGSUNG:
        orang = set(langsung)
    else:
        orang = _pada_unit(saya, untuk.kunci)
    if not orang:
        raise DomainError("penerima_kosong", "Tidak ada bawahan Anda yang menerima arahan ini.")
    return orang


def _pada_unit(saya: Pegawai, unit_id: int | None) -> set[int]:
    """Those below the leader who work in a unit or below it; others of that unit are led by others."""
    unit = UnitKerja.objects.filter(pk=unit_id or 0, instansi=saya.instansi_id).first()
    if unit is None:
        raise TidakDitemukan("unit_tidak_ditemukan", "Pilih unit tempat bawahan Anda bekerja.")
    dalam = UnitKerja.objects.filter(dalam_subtree(unit.jalur), instansi=saya.instansi_id)
    kunci = set(dalam.order_by().values_list("pk", flat=True))
    return {pk for pk, tempat in people_below(saya).items() if tempat in kunci}


def _sama(ada: Arahan, kolom: dict[str, Any], untuk: Untuk) -> Arahan:
    """What the first click wrote; Bentrok when this page sends something else now, or to somebody else."""
    orang = untuk.sasaran is SasaranArahan.ORANG
    if all(getattr(ada, k) == v for k, v in kolom.items()) and (
        not orang or ada.penerima.filter(pegawai=untuk.kunci).exists()
    ):
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Arahan dari halaman ini sudah terkirim. Isian yang sekarang berbeda.",
        tindakan="Tekan Kirim arahan sekali lagi bila ini arahan yang lain.",
    )


def _tidak_ada() -> TidakDitemukan:
    return TidakDitemukan("arahan_tidak_ditemukan", "Arahan itu tidak ditemukan.")


def _catat(arahan: Arahan, tindakan: str, actor: Any, rincian: dict[str, Any] | None = None) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="arahan",
        subjek_id=arahan.pk,
        kanal=KANAL,
        rincian=rincian,
    )
