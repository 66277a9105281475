"""`manage.py evaluasi --instansi KODE --per TANGGAL [--tunggu]`: one line of JSON about one run."""

from time import perf_counter, sleep
from typing import Any, Final

from django.core.management.base import CommandError, CommandParser
from django.db import InterfaceError, OperationalError, close_old_connections

from asn_karier.lib.db import is_sambungan_putus, is_sibuk, sekarang
from asn_karier.lib.perintah import PerintahJson, tanggal
from karier.enums import StatusRun
from karier.models import RunEvaluasi
from karier.services.evaluasi import kerjakan_menunggu, start_run
from pegawai.models import Instansi

JEDA: Final = 0.2
#: So long a busy or absent database is waited for (seconds).
SABAR: Final = 60.0


class Command(PerintahJson):
    help = "Hitung kenaikan pangkat dan kebutuhan pengembangan seluruh ASN satu instansi."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--instansi", required=True, metavar="KODE")
        parser.add_argument("--per", required=True, type=tanggal, metavar="TANGGAL")
        parser.add_argument(
            "--tunggu",
            action="store_true",
            help="Tunggu sampai selesai; proses ini ikut menghitung, jadi tidak perlu ada pekerja lain.",
        )

    def handle(self, *args: Any, **opsi: Any) -> None:
        """The line of JSON also for a run that was cancelled; then it is an error."""
        self.batal = ""
        super().handle(*args, **opsi)
        if self.batal:
            raise CommandError(self.batal)

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        mulai = perf_counter()
        instansi = Instansi.objects.filter(kode=opsi["instansi"]).first()
        if instansi is None:
            raise CommandError(f"Instansi '{opsi['instansi']}' belum ada. Impor datanya lebih dahulu.")
        run = start_run(instansi=instansi, per_tanggal=opsi["per"], actor=None, at=sekarang())
        if opsi["tunggu"]:
            _tunggu(run)
        if run.status == StatusRun.DIBATALKAN:
            self.batal = f"Perhitungan {run.nomor} dibatalkan: {run.alasan}"
        return _laporan(run, perf_counter() - mulai)


def _tunggu(run: RunEvaluasi) -> None:
    """Take part like a worker until the run is closed; wait while others hold what is left."""
    batas = perf_counter() + SABAR
    while run.status == StatusRun.BERJALAN:
        try:
            bekerja = kerjakan_menunggu(run.pk)
            run.refresh_from_db()
        except (OperationalError, InterfaceError) as galat:
            if not (is_sibuk(galat) or is_sambungan_putus(galat)) or perf_counter() > batas:
                raise
            close_old_connections()
            bekerja = False
        if bekerja:
            batas = perf_counter() + SABAR
        elif run.status == StatusRun.BERJALAN:
            sleep(JEDA)


def _laporan(run: RunEvaluasi, detik: float) -> dict[str, Any]:
    ringkasan = run.ringkasan or {"status": {}, "jalur": {}, "karantina": 0}
    return {
        "run": run.pk,
        "keadaan": run.status,
        "simulasi": run.simulasi,
        "pegawai": run.jumlah_pegawai,
        **ringkasan["status"],
        "karantina": ringkasan["karantina"],
        "jalur": ringkasan["jalur"],
        "detik": round(detik, 2),
        "digest": run.digest,
        "per": run.per_tanggal.isoformat(),
        "tmt": run.tmt_sasaran.isoformat(),
    }
