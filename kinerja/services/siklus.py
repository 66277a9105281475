"""A cycle: made, checked, opened, extended, closed. Each step by HR of the instansi."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib import outbox
from asn_karier.lib.audit import catat
from asn_karier.lib.db import kunci_siklus
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import BERJALAN, CaraPengumuman, JenisSiklus, StatusSiklus, SumberKinerja
from kinerja.kamus import nama_siklus
from kinerja.models import PengaturanKinerja, PerpanjanganSiklus, SiklusPenilaian
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.pembukaan import guard_opening
from kinerja.services.terbit import publish_sent
from pegawai.models import Instansi, Pegawai, UnitKerja

PERISTIWA_DITUTUP: Final = "kinerja.siklus_ditutup"
#: After the last day of the period (KEPUTUSAN: HR changes both when it opens a cycle).
MASA_PENGISIAN: Final = timedelta(days=15)
MASA_PENILAIAN: Final = timedelta(days=31)


def create_siklus(
    *,
    instansi: Instansi,
    tahun: int,
    actor: Any,
    at: datetime,
    jenis: JenisSiklus = JenisSiklus.TAHUNAN,
    ke: int = 0,
    nama: str = "",
    batas_pengisian: date | None = None,
    batas_penilaian: date | None = None,
    pengumuman: CaraPengumuman = CaraPengumuman.LANGSUNG,
    sumber: SumberKinerja | None = None,
) -> SiklusPenilaian:
    """Prepare the cycle of a year, or of its `ke`-th quarter or month; the source is the instansi's own.

    Without days filling ends 15 and rating 31 days after it. Raises TidakBoleh for who is not HR of the
    instansi, Bentrok when the period has a cycle or shares days with a cycle of another length.
    """
    _harus_hr(actor, instansi.pk)
    masa: dict[str, Any] = {"tahun": tahun, "jenis": jenis, "ke": ke}
    akhir = masa_siklus(**masa).sampai
    try:
        with transaction.atomic():
            _tidak_bertumpuk(instansi, **masa)
            siklus = SiklusPenilaian.objects.create(
                instansi=instansi,
                **masa,
                nama=nama or nama_siklus(**masa),
                sumber=sumber or kinerja_source(instansi.pk),
                pengumuman=pengumuman,
                batas_pengisian=batas_pengisian or akhir + MASA_PENGISIAN,
                batas_penilaian=batas_penilaian or akhir + MASA_PENILAIAN,
                dibuat_oleh=actor,
                dibuat_pada=at,
            )
            note_cycle(siklus, actor, "buat_siklus")
    except IntegrityError as salah:
        raise Bentrok("siklus_sudah_ada", f"{nama_siklus(**masa)} sudah ada.") from salah
    return siklus


def _tidak_bertumpuk(instansi: Instansi, tahun: int, jenis: JenisSiklus, ke: int) -> None:
    """The instansi is held, so that two who press at the same time do not both find nothing in the way."""
    list(Instansi.objects.select_for_update(no_key=True).filter(pk=instansi.pk))
    if jenis is JenisSiklus.TAHUNAN:
        return
    masa = masa_siklus(tahun, jenis, ke)
    lain = SiklusPenilaian.objects.filter(instansi=instansi, tahun=tahun).exclude(
        jenis__in=(jenis, JenisSiklus.TAHUNAN)
    )
    for s in lain.order_by("jenis", "ke"):
        if s.masa.mulai <= masa.sampai and s.masa.sampai >= masa.mulai:
            raise Bentrok(
                "siklus_bertumpuk",
                f"{nama_siklus(tahun, jenis, ke)} bertumpuk dengan {s.nama}.",
                tindakan="Satu masa dinilai per bulan atau per triwulan, tidak keduanya.",
            )


def kinerja_source(instansi_id: int) -> SumberKinerja:
    """Where this instansi types SKP and ratings; e-Kinerja BKN until it says otherwise."""
    tercatat = PengaturanKinerja.objects.filter(instansi=instansi_id).values_list("sumber", flat=True)
    return SumberKinerja(tercatat.first() or SumberKinerja.EKINERJA)


@transaction.atomic
def check_data(*, siklus: SiklusPenilaian, actor: Any, at: datetime) -> SiklusPenilaian:
    """Record that the data check of this cycle was seen; opening asks for it."""
    siklus = hold_cycle(siklus, actor)
    siklus.diperiksa_pada = at
    siklus.save(update_fields=["diperiksa_pada"])
    note_cycle(siklus, actor, "periksa_siklus")
    return siklus


@transaction.atomic
def open_siklus(*, siklus: SiklusPenilaian, actor: Any, at: datetime) -> SiklusPenilaian:
    """Open the cycle for rating. Refused until its data check was seen (`periksa_dahulu`)."""
    siklus = hold_cycle(siklus, actor)
    if siklus.status != StatusSiklus.DISIAPKAN:
        raise Bentrok("siklus_sudah_dibuka", "Siklus ini sudah pernah dibuka.")
    if siklus.diperiksa_pada is None:
        raise DomainError(
            "periksa_dahulu",
            "Data siklus ini belum diperiksa.",
            tindakan="Buka halaman Periksa data, lalu buka siklus dari sana.",
        )
    tanpa = guard_opening(siklus=siklus, actor=actor, at=at)
    siklus.status, siklus.dibuka_pada = StatusSiklus.DIBUKA, at
    siklus.save(update_fields=["status", "dibuka_pada"])
    note_cycle(siklus, actor, "buka_siklus", rincian={"tanpa": tanpa} if tanpa else None)
    return siklus


@transaction.atomic
def extend_siklus(
    *, siklus: SiklusPenilaian, batas_penilaian: date, alasan: str, actor: Any, at: datetime
) -> SiklusPenilaian:
    """Move the day ratings are due to a later date, with a reason that the trail keeps."""
    siklus = hold_cycle(siklus, actor)
    _harus_dibuka(siklus)
    if batas_penilaian <= siklus.batas_penilaian:
        raise DomainError("batas_lebih_awal", "Batas baru harus sesudah batas yang sekarang.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan perpanjangan.")
    rincian = {"dari": siklus.batas_penilaian.isoformat(), "sampai": batas_penilaian.isoformat()}
    siklus.batas_penilaian = batas_penilaian
    siklus.save(update_fields=["batas_penilaian"])
    note_cycle(siklus, actor, "perpanjang_siklus", alasan=alasan.strip(), rincian=rincian)
    return siklus


@transaction.atomic
def start_penetapan(*, siklus: SiklusPenilaian, actor: Any, at: datetime) -> SiklusPenilaian:
    """Rating is over for most: calibration begins. Late ratings are still taken, with a reason."""
    siklus = hold_cycle(siklus, actor)
    if siklus.status != StatusSiklus.DIBUKA:
        raise Bentrok("siklus_tidak_dibuka", "Siklus ini sedang tidak dibuka.")
    siklus.status, siklus.penetapan_pada = StatusSiklus.PENETAPAN, at
    siklus.save(update_fields=["status", "penetapan_pada"])
    note_cycle(siklus, actor, "mulai_penetapan")
    return siklus


@transaction.atomic
def extend_for(
    *,
    siklus: SiklusPenilaian,
    sampai: date,
    alasan: str,
    actor: Any,
    at: datetime,
    pegawai: Pegawai | None = None,
    unit: UnitKerja | None = None,
) -> PerpanjanganSiklus:
    """A later last day to fill in for one person or one unit with all below it.

    Raises DomainError `batas_lebih_awal`, `alasan_kosong`, `sasaran_lain` (not of this instansi).
    """
    siklus = hold_cycle(siklus, actor)
    _harus_dibuka(siklus)
    sasaran = pegawai or unit
    if sasaran is None or sasaran.instansi_id != siklus.instansi_id:
        raise DomainError("sasaran_lain", "Pilih pegawai atau unit dari instansi siklus ini.")
    if sampai <= siklus.akhir_pengisian:
        raise DomainError("batas_lebih_awal", "Batas baru harus sesudah batas pengisian yang sekarang.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan perpanjangan.")
    lanjut = PerpanjanganSiklus.objects.create(
        siklus=siklus, pegawai=pegawai, unit=unit, sampai=sampai, alasan=alasan.strip(), oleh=actor, pada=at
    )
    rincian = {"sampai": sampai.isoformat(), "perpanjangan": lanjut.pk}
    note_cycle(siklus, actor, "perpanjang_siklus", alasan=alasan.strip(), rincian=rincian)
    return lanjut


@transaction.atomic
def close_siklus(*, siklus: SiklusPenilaian, actor: Any, at: datetime, alasan: str = "") -> SiklusPenilaian:
    """Close the cycle: what was sent becomes a result, drafts stay drafts.

    Leaves the event `kinerja.siklus_ditutup`. Nothing is rated, answered or sent any more afterwards.
    """
    kunci_siklus(siklus.pk, bersama=False)
    siklus = hold_cycle(siklus, actor)
    _harus_dibuka(siklus)
    publish_sent(siklus, actor=actor, at=at)
    siklus.status, siklus.ditutup_pada = StatusSiklus.DITUTUP, at
    siklus.save(update_fields=["status", "ditutup_pada"])
    outbox.tulis(
        jenis=PERISTIWA_DITUTUP,
        kunci=f"{PERISTIWA_DITUTUP}:{siklus.pk}",
        muatan={
            "siklus_id": siklus.pk,
            "instansi_id": siklus.instansi_id,
            "tahun": siklus.tahun,
            "jenis": siklus.jenis,
        },
    )
    note_cycle(siklus, actor, "tutup_siklus", alasan=alasan.strip())
    return siklus


def hold_cycle(siklus: SiklusPenilaian, actor: Any) -> SiklusPenilaian:
    """The row as it stands now, locked, for someone who may change it."""
    _harus_hr(actor, siklus.instansi_id)
    terkunci: SiklusPenilaian = SiklusPenilaian.objects.select_for_update().get(pk=siklus.pk)
    return terkunci


def _harus_hr(actor: Any, instansi_id: int) -> None:
    # None is the system itself (demo data, management commands).
    if actor is None or Instansi.objects.dikelola(actor).filter(pk=instansi_id).exists():
        return
    raise TidakBoleh("bukan_hr", "Siklus hanya diatur oleh pengelola kepegawaian instansi ini.")


def _harus_dibuka(siklus: SiklusPenilaian) -> None:
    if siklus.status not in BERJALAN:
        raise Bentrok("siklus_tidak_dibuka", "Siklus ini sedang tidak dibuka.")


def note_cycle(
    siklus: SiklusPenilaian,
    actor: Any,
    tindakan: str,
    *,
    alasan: str = "",
    rincian: dict[str, Any] | None = None,
) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="siklus",
        subjek_id=siklus.pk,
        kanal="admin" if actor else "sistem",
        keperluan=alasan,
        rincian=rincian,
    )
