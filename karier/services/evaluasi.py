"""Runs of an instansi: start once, close once, sweep. The database is the record of all of it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max, Q

from asn_karier.lib import kata
from asn_karier.lib.db import is_postgres, kunci_instansi, sekarang
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.outbox import tulis
from asn_karier.lib.tasks import hint_semua
from karier.enums import StatusPotongan, StatusRun
from karier.models import PercobaanPotongan, Potongan, RunEvaluasi
from karier.rules.fakta import FAKTA_VERSI
from karier.rules.pangkat import target_tmt
from karier.services.fakta import Ids, ids_instansi
from karier.services.hasil import MODULO, ringkas
from karier.services.parameter import aturan_instansi
from karier.services.perubahan import berubah_sejak_dibaca
from karier.services.potongan import alasan_batal, antrean, kerjakan, process_potongan
from pegawai.models import Instansi

TUGAS: Final = "karier.run_potongan"
#: Event of a closed run that people decide by (no simulation).
PERISTIWA_SELESAI: Final = "karier.run_selesai"
#: Hints after the start of a run: one for every process that a usual installation has.
PETUNJUK_AWAL: Final = 8
UKURAN_TERKECIL, UKURAN_TERBESAR, UKURAN_SQLITE = 500, 10_000, 1_000
BAGIAN: Final = 10
#: A run per a date from a week ago to today is about the present: people start a run of "last Friday"
#: on Monday, and a server in UTC is a day behind Jayapura in its morning.
HARI_LALU = timedelta(days=7)
#: So long a run whose rule files this process lacks is left to others: during an upgrade a worker of
#: the previous version meets runs of the next one.
TENGGANG = timedelta(hours=1)


def start_run(*, instansi: Instansi, per_tanggal: date, actor: Any, at: datetime) -> RunEvaluasi:
    """Start the evaluation of everyone in `instansi`, or return the one that is running already.

    Pins the date, the target TMT and the rule versions, settings of the instansi included. A date that is
    not the present one on the day of `at` makes a simulation (see `is_simulasi`). A run whose rule files
    are gone is cancelled, and does not stand in the way. `actor` None is the system itself; another actor
    must be HR of the instansi (TidakDitemukan). DomainError `sedang_berjalan` when the running one
    is of another date, `tanpa_pegawai` when there is nobody, `aturan_belum_ada` when no rule was in force
    on `per_tanggal`.
    """
    if actor is not None and not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    with transaction.atomic():
        # Alone with the instansi: an import that is being applied is finished first.
        kunci_instansi(instansi.pk)
        berjalan: RunEvaluasi | None = RunEvaluasi.objects.filter(
            instansi=instansi, status=StatusRun.BERJALAN
        ).first()
        if berjalan is not None and not (alasan_batal(berjalan) and finish_run(berjalan.pk)):
            if berjalan.per_tanggal != per_tanggal:
                raise sedang_berjalan(berjalan)
            return berjalan
        run = _buat_run(instansi, per_tanggal, actor, at)
        hint_semua(TUGAS, list(run.potongan.values_list("pk", flat=True)[:PETUNJUK_AWAL]))
    return run


def sedang_berjalan(run: RunEvaluasi) -> DomainError:
    return DomainError(
        "sedang_berjalan",
        f"Perhitungan per {kata.tanggal(run.per_tanggal)} masih berjalan.",
        tindakan="Tunggu sampai selesai, lalu jalankan lagi.",
    )


def is_simulasi(*, instansi: Instansi, per_tanggal: date, at: datetime) -> bool:
    """Whether a run per `per_tanggal`, started at `at`, only shows what would be.

    HR expects that a look at last year or at next June changes nothing: such a run has outcomes to
    read, but touches no recommendation and is not what the pages of people show. The present reaches
    from HARI_LALU before today to today on the calendar of the instansi: tomorrow the window of a period
    may be closed that is open today. Within it an older date does not overrule what a run per a newer
    one has shown; today itself always counts.
    """
    hari_ini = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    if not hari_ini - HARI_LALU <= per_tanggal <= hari_ini:
        return True
    lebih_baru = RunEvaluasi.objects.filter(
        instansi=instansi, simulasi=False, per_tanggal__gt=per_tanggal
    ).exclude(status=StatusRun.DIBATALKAN)
    return per_tanggal < hari_ini and lebih_baru.exists()


def finish_run(run_id: int) -> bool:
    """Close the run when all its Potongan are done; True for the one caller that closed it.

    A run that can never be done, because its rule files are gone, is closed as DIBATALKAN with that
    sentence; a new run can start then.
    """
    with transaction.atomic():
        # The run row first: of two workers that end together, the second sees the work of the first.
        run = RunEvaluasi.objects.select_for_update(no_key=True).get(pk=run_id)
        if run.status != StatusRun.BERJALAN:
            return False
        if not run.potongan.filter(status=StatusPotongan.ANTRE).exists():
            _tutup(run)
            return True
        alasan = alasan_batal(run)
        if alasan:
            _batalkan(run, alasan)
        return bool(alasan)


def kerjakan_dan_tutup(potongan_id: int) -> int:
    """What one message asks of a worker: Potongan after Potongan, then close what is complete."""
    banyak = kerjakan(potongan_id)
    SapuanEvaluasi().close_finished()
    return banyak


def kerjakan_menunggu(run_id: int) -> bool:
    """Do what waits in one run and close it when nothing is left; False when others hold the rest."""
    menunggu = antrean(1, run_id=run_id)
    banyak = kerjakan(menunggu[0]) if menunggu else 0
    return finish_run(run_id) or banyak > 0


class SapuanEvaluasi:
    """What the sweeper asks about runs (`lib.tasks.Sweepable`)."""

    def claimable(self) -> Iterable[int]:
        """Potongan that are not done; one that a worker holds is passed over by whoever gets the hint."""
        return antrean(PETUNJUK_AWAL)

    def process_one(self, pk: int) -> bool:
        return process_potongan(pk)

    def close_finished(self) -> None:
        """Close every run that has nothing left to do, or that nobody has been able to do for long."""
        for run_id in {*_tanpa_sisa(), *_tanpa_aturan()}:
            finish_run(run_id)


def _tanpa_sisa() -> list[int]:
    berjalan = RunEvaluasi.objects.filter(status=StatusRun.BERJALAN)
    return list(berjalan.exclude(potongan__status=StatusPotongan.ANTRE).values_list("pk", flat=True))


def _tanpa_aturan() -> list[int]:
    """Runs without rule files here, where nobody else has got on for TENGGANG either."""
    berjalan = RunEvaluasi.objects.filter(status=StatusRun.BERJALAN)
    macet = berjalan.annotate(maju=Max("potongan__selesai_pada")).filter(
        Q(maju=None) | Q(maju__lt=sekarang() - TENGGANG), dibuat_pada__lt=sekarang() - TENGGANG
    )
    return [run.pk for run in macet if alasan_batal(run)]


def _buat_run(instansi: Instansi, per_tanggal: date, actor: Any, at: datetime) -> RunEvaluasi:
    aturan = aturan_instansi(instansi.pk, per_tanggal)
    ids = ids_instansi(instansi.pk)
    if len(ids) == 0:
        raise DomainError(
            "tanpa_pegawai",
            f"{instansi.nama} belum mempunyai pegawai.",
            tindakan="Impor data ASN lebih dahulu, lalu jalankan perhitungan.",
        )
    terakhir = RunEvaluasi.objects.filter(instansi=instansi).order_by("-nomor").first()
    run = RunEvaluasi.objects.create(
        instansi=instansi,
        nomor=terakhir.nomor + 1 if terakhir else 1,
        per_tanggal=per_tanggal,
        tmt_sasaran=target_tmt(per_tanggal, aturan),
        simulasi=is_simulasi(instansi=instansi, per_tanggal=per_tanggal, at=at),
        versi_aturan=aturan.versi(),
        versi_fakta=FAKTA_VERSI,
        jumlah_pegawai=len(ids),
        dimulai_oleh=actor,
        dibuat_pada=at,
    )
    Potongan.objects.bulk_create(
        Potongan(run=run, awal=awal, akhir=akhir) for awal, akhir in bagi(ids, ukuran_potongan(len(ids)))
    )
    return run


def ukuran_potongan(banyak: int) -> int:
    """People per Potongan: clamp(N/10, 500, 10,000); SQLite keeps its write transactions short.

    Some thirty statements and two thousand calls of numpy cost the same for a thousand people as for ten
    thousand; beyond that nothing is gained, and memory grows.
    """
    ukuran = min(max(banyak // BAGIAN, UKURAN_TERKECIL), UKURAN_TERBESAR)
    return ukuran if is_postgres() else min(ukuran, UKURAN_SQLITE)


def bagi(ids: Ids, ukuran: int) -> list[tuple[int, int]]:
    """Inclusive ranges of `ukuran` people each that together hold all `ids`."""
    batas = [*ids[::ukuran].tolist(), int(ids[-1]) + 1]
    return [(awal, sesudah - 1) for awal, sesudah in pairwise(batas)]


def _tutup(run: RunEvaluasi) -> None:
    """Freeze counts, digest and what changed meanwhile; the status says whether someone is quarantined."""
    bagian = list(run.potongan.exclude(status=StatusPotongan.DIBELAH))
    karantina = [p for p in bagian if p.status == StatusPotongan.KARANTINA]
    selesai = [p for p in bagian if p.status == StatusPotongan.SELESAI]
    run.jumlah_pegawai = sum(p.jumlah for p in bagian)
    run.digest = f"{sum(int(p.digest, 16) for p in selesai) % MODULO:032x}"
    run.ringkasan = {
        **ringkas(run),
        "karantina": sum(p.jumlah for p in karantina),
        "berubah": berubah_sejak_dibaca(run, selesai),
    }
    run.status = StatusRun.SELESAI_DENGAN_KARANTINA if karantina else StatusRun.SELESAI
    run.selesai_pada = sekarang()
    run.save()
    _tutup_percobaan(run)
    if not run.simulasi:
        tulis(jenis=PERISTIWA_SELESAI, kunci=f"{PERISTIWA_SELESAI}:{run.pk}", muatan={"run_id": run.pk})


def _batalkan(run: RunEvaluasi, alasan: str) -> None:
    """End a run without outcome; nobody counts what it has computed so far."""
    run.status = StatusRun.DIBATALKAN
    run.alasan = alasan[:300]
    run.selesai_pada = sekarang()
    run.save(update_fields=["status", "alasan", "selesai_pada"])
    _tutup_percobaan(run)


def _tutup_percobaan(run: RunEvaluasi) -> None:
    """Attempts that never said how they ended: the process was gone before it could."""
    terbuka = PercobaanPotongan.objects.filter(potongan__run=run, akhir=None)
    selesai = terbuka.filter(potongan__status=StatusPotongan.SELESAI).order_by().values("potongan")
    terakhir = list(selesai.annotate(terakhir=Max("pk")).values_list("terakhir", flat=True))
    terbuka.filter(pk__in=terakhir).update(akhir=run.selesai_pada, hasil="Selesai.")
    terbuka.update(akhir=run.selesai_pada, hasil="Proses terhenti.")
