"""One Potongan: claim, compute, write and mark done in a single transaction; find the poison person.

A killed process rolls back by itself and the Potongan is claimable at once. The attempt row survives
the rollback: after three attempts that count, the Potongan is halved, down to one person, who is then
quarantined with the reason. Attempts that end because the connection or the process went away, or
because someone else held a lock, do not count.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from time import monotonic
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import QuerySet, Window
from django.db.models.functions import Now, RowNumber

from asn_karier.lib.aturan import Aturan, aturan_dari_versi
from asn_karier.lib.db import (
    instansi_bersama,
    is_postgres,
    is_sambungan_putus,
    is_sibuk,
    koneksi_kedua,
    sekarang,
    tutup_koneksi_kedua,
)
from asn_karier.lib.errors import DomainError
from asn_karier.lib.sweeper import nama_pekerja
from karier.enums import StatusPotongan, StatusRun
from karier.models import PercobaanPotongan, Potongan, RunEvaluasi
from karier.services.fakta import ids_instansi, kumpulkan
from karier.services.hasil import hitung, simpan
from karier.services.selaras import selaraskan

log = logging.getLogger(__name__)

BATAS_PERCOBAAN: Final = 3
BATAS_KARANTINA: Final = 50
#: So many waiting Potongan are looked at in one go.
KELILING: Final = 50
#: A task goes on with the next Potongan until then, well below its time limit (seconds).
BATAS_DETIK: Final = 20.0
_NOMOR_ORANG: Final = re.compile(r"\d{16,}")


def kerjakan(potongan_id: int) -> int:
    """Do this Potongan, then whatever else waits, until the time is used; returns how many were done."""
    selesai = monotonic() + BATAS_DETIK
    try:
        banyak = int(process_potongan(potongan_id))
        while monotonic() < selesai and _satu_lagi():
            banyak += 1
        return banyak
    finally:
        tutup_koneksi_kedua()


def _satu_lagi() -> bool:
    """Do the first that no other worker holds; looking anew each time keeps halves of one range together."""
    return any(process_potongan(pk) for pk in antrean(KELILING))


def antrean(batas: int, *, run_id: int | None = None) -> list[int]:
    """Ids of Potongan that are not done, one of each run in turn; a worker may hold some of them.

    In turn, so that a small instansi does not wait for a large one, nor behind one that an import holds.
    Without locks: looking must not cost a transaction that writes.
    """
    giliran = Window(RowNumber(), partition_by="run_id", order_by="awal")
    menunggu = _menunggu().annotate(giliran=giliran).order_by("giliran", "run_id")
    if run_id is not None:
        menunggu = menunggu.filter(run_id=run_id)
    return list(menunggu.values_list("pk", flat=True)[:batas])


def process_potongan(potongan_id: int) -> bool:
    """Claim and do one Potongan; False when it is done, held by another, or import holds the instansi.

    False too when the rule files that its run pinned are gone: `finish_run` then cancels the run, and
    what other instansi wait for goes on. Raises OperationalError or InterfaceError when the database
    went away or was busy (try again).
    """
    potongan = _menunggu().select_related("run").filter(pk=potongan_id).first()
    if potongan is None or alasan_batal(potongan.run):
        return False
    kerja = _Pengerjaan(potongan)
    with instansi_bersama(potongan.run.instansi_id) as dapat:
        return dapat and kerja.jalankan()


def hitung_potongan(p: Potongan, *, aturan: Aturan, dibaca_pada: datetime) -> None:
    """Facts, rules, rows, recommendations, ledger of one Potongan, inside the caller's transaction.

    A simulation leaves the recommendations alone.
    """
    run = p.run
    ids = ids_instansi(run.instansi_id, p.awal, p.akhir)
    k = kumpulkan(ids, per_tanggal=run.per_tanggal, tmt=run.tmt_sasaran, aturan=aturan)
    h = hitung(k, aturan=aturan, per_tanggal=run.per_tanggal, tmt=run.tmt_sasaran)
    sidik = simpan(run.pk, h, awal=p.awal, akhir=p.akhir)
    if not run.simulasi:
        selaraskan(run=run, h=h)
    Potongan.objects.filter(pk=p.pk).update(
        status=StatusPotongan.SELESAI,
        jumlah=len(h),
        digest=f"{sidik:032x}",
        dibaca_pada=dibaca_pada,
        selesai_pada=Now(),
    )


class _Pengerjaan:
    """One attempt at one Potongan, from the claim to the last word about the attempt."""

    def __init__(self, potongan: Potongan) -> None:
        self.potongan = potongan
        self.run = potongan.run
        self.aturan = aturan_dari_versi(self.run.versi_aturan)
        self.percobaan: int | None = None

    def jalankan(self) -> bool:
        try:
            return self._di_postgres() if is_postgres() else self._di_sqlite()
        except BaseException as galat:
            if self._tutup_percobaan(galat):
                log.warning("Potongan %s terhenti: %s", self.potongan.pk, type(galat).__name__)
                return True
            raise

    def _di_postgres(self) -> bool:
        dibaca_pada = _saat_baca()
        with _repeatable_read():
            if _tahan(_menunggu().filter(pk=self.potongan.pk)).first() is None:
                return False
            if self._terlalu_sering():
                self._persempit()
                return True
            # Beside the transaction, so that it stays when the transaction does not.
            self.percobaan = _catat_percobaan_pg(self.potongan.pk)
            hitung_potongan(self.potongan, aturan=self.aturan, dibaca_pada=dibaca_pada)
        return True

    def _di_sqlite(self) -> bool:
        with transaction.atomic():
            if not _menunggu().filter(pk=self.potongan.pk).exists():
                return False
            if self._terlalu_sering():
                self._persempit()
                return True
            self.percobaan = PercobaanPotongan.objects.create(
                potongan=self.potongan, pekerja=nama_pekerja(), mulai=sekarang()
            ).pk
        with transaction.atomic():
            dibaca_pada = sekarang()
            if not klaim(self.potongan.pk, dibaca_pada):
                self._didahului()
                return False
            hitung_potongan(self.potongan, aturan=self.aturan, dibaca_pada=dibaca_pada)
        return True

    def _terlalu_sering(self) -> bool:
        percobaan = PercobaanPotongan.objects.filter(potongan=self.potongan, dihitung=True)
        if is_postgres():
            # Whoever was at work when the server went down was not stopped by the data.
            percobaan = percobaan.extra(where=["mulai >= pg_postmaster_start_time()"])
        return percobaan.count() >= BATAS_PERCOBAAN

    def _persempit(self) -> None:
        """Halve the range; one person alone is quarantined with what the last attempt said.

        When too many are quarantined the fault is not in the data of some people: the range is
        quarantined whole, instead of being halved for hours.
        """
        p = self.potongan
        ids = ids_instansi(self.run.instansi_id, p.awal, p.akhir)
        karantina = self.run.potongan.filter(status=StatusPotongan.KARANTINA).count()
        if len(ids) > 1 and karantina < BATAS_KARANTINA:
            tengah = int(ids[len(ids) // 2])
            Potongan.objects.bulk_create(
                Potongan(run=self.run, awal=awal, akhir=akhir)
                for awal, akhir in ((p.awal, tengah - 1), (tengah, p.akhir))
            )
            Potongan.objects.filter(pk=p.pk).update(status=StatusPotongan.DIBELAH)
            return
        terakhir = PercobaanPotongan.objects.filter(potongan=p).exclude(hasil="").last()
        alasan = terakhir.hasil if terakhir else "Proses terhenti setiap kali menghitung pegawai ini."
        Potongan.objects.filter(pk=p.pk).update(
            status=StatusPotongan.KARANTINA, jumlah=len(ids), alasan=alasan[:300], selesai_pada=sekarang()
        )

    def _didahului(self) -> None:
        PercobaanPotongan.objects.filter(potongan=self.potongan, pk__in=[self.percobaan]).update(
            akhir=sekarang(), hasil="Didahului pekerja lain.", dihitung=False
        )

    def _tutup_percobaan(self, galat: BaseException) -> bool:
        """Say how the attempt ended; True when it counts against the Potongan."""
        dihitung = not _bukan_salah_data(galat)
        if self.percobaan is not None:
            isian = {"akhir": datetime.now().astimezone(), "hasil": _kata(galat), "dihitung": dihitung}
            try:
                _ubah_percobaan(self.percobaan, isian)
            except Exception as lain:  # noqa: BLE001 - the error of the work itself must come out
                # The row then stays as it was made: counted, unless the server restarted meanwhile.
                log.warning("Percobaan %s tidak dapat ditutup: %s", self.percobaan, type(lain).__name__)
        return dihitung and self.percobaan is not None


def alasan_batal(run: RunEvaluasi) -> str:
    """Why the work of a run can never be done: its rule files are gone or differ; empty when they stand."""
    try:
        aturan_dari_versi(run.versi_aturan)
    except DomainError as galat:
        return galat.kalimat
    return ""


def klaim(potongan_id: int, saat: datetime) -> bool:
    """Take a waiting Potongan where SKIP LOCKED is missing; only one transaction gets True."""
    return _menunggu().filter(pk=potongan_id).update(dibaca_pada=saat) == 1


def _menunggu() -> "QuerySet[Potongan]":
    return Potongan.objects.filter(status=StatusPotongan.ANTRE, run__status=StatusRun.BERJALAN)


def _tahan(menunggu: "QuerySet[Potongan]") -> "QuerySet[Potongan]":
    """NO KEY, so that the attempt row of the second connection may point here meanwhile."""
    return menunggu.select_for_update(skip_locked=True, no_key=True, of=("self",))


@contextmanager
def _repeatable_read() -> Iterator[None]:
    """One snapshot for every fact of the Potongan (PostgreSQL)."""
    with transaction.atomic(durable=True):
        with connection.cursor() as kursor:
            # The sorts of a Potongan of ten thousand people do not fit into the 4 MB of the default.
            kursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL work_mem = '16MB'")
        yield


def _saat_baca() -> datetime:
    """Before the snapshot: since when changes may be invisible to it.

    A transaction that is writing now stamped its rows after it began, but is not in the snapshot.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT LEAST(clock_timestamp(), MIN(xact_start)) FROM pg_stat_activity"
            " WHERE backend_xid IS NOT NULL AND datname = current_database() AND pid <> pg_backend_pid()"
        )
        saat: datetime = kursor.fetchone()[0]
    return saat


def _catat_percobaan_pg(potongan_id: int) -> int:
    tabel = PercobaanPotongan._meta.db_table
    with koneksi_kedua().cursor() as kursor:
        kursor.execute(
            f'INSERT INTO "{tabel}" (potongan_id, pekerja, mulai, hasil, dihitung)'  # noqa: S608
            " VALUES (%s, %s, clock_timestamp(), '', true) RETURNING id",
            [potongan_id, nama_pekerja()],
        )
        nomor: int = kursor.fetchone()[0]
    return nomor


def _ubah_percobaan(percobaan_id: int, isian: dict[str, Any]) -> None:
    if not is_postgres():
        PercobaanPotongan.objects.filter(pk=percobaan_id).update(**isian)
        return
    tabel = PercobaanPotongan._meta.db_table
    pasang = ", ".join(f"{nama} = %s" for nama in isian)
    try:
        with koneksi_kedua().cursor() as kursor:
            kursor.execute(
                f'UPDATE "{tabel}" SET {pasang} WHERE id = %s',  # noqa: S608
                [*isian.values(), percobaan_id],
            )
    except Exception:
        tutup_koneksi_kedua()
        raise


def _bukan_salah_data(galat: BaseException) -> bool:
    """Shutdown, a lost connection or a lock say nothing about the people of the Potongan."""
    return not isinstance(galat, Exception) or is_sambungan_putus(galat) or is_sibuk(galat)


def _kata(galat: BaseException) -> str:
    """What happened, without the number of any person."""
    if not _bukan_salah_data(galat) and type(galat).__module__ != "django.db.utils":
        return _NOMOR_ORANG.sub("[disamarkan]", f"{type(galat).__name__}: {galat}")[:200]
    # A database quotes the row it refused.
    return type(galat).__name__
