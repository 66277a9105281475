"""Runs of an instansi: start once, close once, sweep. The database is the record of all of it."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.db import is_postgres, kunci_instansi, sekarang
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.tasks import hint_semua
from karier.enums import StatusPotongan, StatusRun
from karier.models import PercobaanPotongan, Potongan, RunEvaluasi
from karier.rules.fakta import FAKTA_VERSI
from karier.rules.pangkat import target_tmt
from karier.services.fakta import Ids, ids_instansi
from karier.services.hasil import MODULO, ringkas
from karier.services.perubahan import berubah_sejak_dibaca
from karier.services.potongan import antrean, kerjakan, process_potongan
from pegawai.models import Instansi

TUGAS: Final = "karier.run_potongan"
#: Hints after the start of a run: one for every process that a usual installation has.
PETUNJUK_AWAL: Final = 8
UKURAN_TERKECIL, UKURAN_TERBESAR, UKURAN_SQLITE = 500, 25_000, 1_000
BAGIAN: Final = 40


def start_run(*, instansi: Instansi, per_tanggal: date, actor: Any, at: datetime) -> RunEvaluasi:
    """Start the evaluation of everyone in `instansi`, or return the one that is running already.

    Pins the date, the target TMT and the rule versions. `actor` None is the system itself; another
    actor must be HR of the instansi (TidakDitemukan). DomainError `tanpa_pegawai` when there is
    nobody, `aturan_belum_ada` when no rule was in force on `per_tanggal`.
    """
    if actor is not None and not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    with transaction.atomic():
        # Alone with the instansi: an import that is being applied is finished first.
        kunci_instansi(instansi.pk)
        berjalan: RunEvaluasi | None = RunEvaluasi.objects.filter(
            instansi=instansi, status=StatusRun.BERJALAN
        ).first()
        if berjalan is not None:
            return berjalan
        run = _buat_run(instansi, per_tanggal, actor, at)
        hint_semua(TUGAS, list(run.potongan.values_list("pk", flat=True)[:PETUNJUK_AWAL]))
    return run


def finish_run(run_id: int) -> bool:
    """Close the run when all its Potongan are done; True for the one caller that closed it."""
    with transaction.atomic():
        # The run row first: of two workers that end together, the second sees the work of the first.
        run = RunEvaluasi.objects.select_for_update(no_key=is_postgres()).get(pk=run_id)
        if run.status != StatusRun.BERJALAN or run.potongan.filter(status=StatusPotongan.ANTRE).exists():
            return False
        _tutup(run)
    return True


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
        """Close every run that has nothing left to do."""
        for run_id in _tanpa_sisa():
            finish_run(run_id)


def _tanpa_sisa() -> list[int]:
    berjalan = RunEvaluasi.objects.filter(status=StatusRun.BERJALAN)
    return list(berjalan.exclude(potongan__status=StatusPotongan.ANTRE).values_list("pk", flat=True))


def _buat_run(instansi: Instansi, per_tanggal: date, actor: Any, at: datetime) -> RunEvaluasi:
    aturan = aturan_per(per_tanggal)
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
    """People per Potongan: clamp(N/40, 500, 25,000); SQLite keeps its write transactions short."""
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


def _tutup_percobaan(run: RunEvaluasi) -> None:
    """Attempts that never said how they ended: the process was gone before it could."""
    terbuka = PercobaanPotongan.objects.filter(potongan__run=run, akhir=None)
    sukses = {
        p.pk: p.percobaan.last()
        for p in run.potongan.filter(status=StatusPotongan.SELESAI, percobaan__akhir=None)
    }
    terakhir = [p.pk for p in sukses.values() if p is not None]
    terbuka.filter(pk__in=terakhir).update(akhir=run.selesai_pada, hasil="Selesai.")
    terbuka.update(akhir=run.selesai_pada, hasil="Proses terhenti.")
