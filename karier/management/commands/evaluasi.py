"""`manage.py evaluasi --instansi KODE --per TANGGAL [--tunggu]`: one line of JSON about one run."""

import json
from argparse import ArgumentTypeError
from datetime import date
from time import perf_counter, sleep
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, close_old_connections

from asn_karier.lib.db import is_sambungan_putus, is_sibuk, sekarang
from asn_karier.lib.errors import DomainError
from karier.enums import StatusRun
from karier.models import RunEvaluasi
from karier.services.evaluasi import kerjakan_menunggu, start_run
from pegawai.models import Instansi

JEDA: Final = 0.2
#: So long a busy or absent database is waited for (seconds).
SABAR: Final = 60.0


def tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise ArgumentTypeError(f"tanggal '{teks}' ditulis tahun-bulan-hari, misalnya 2026-11-21") from None


class Command(BaseCommand):
    help = "Hitung kenaikan pangkat dan kebutuhan pengembangan seluruh ASN satu instansi."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--instansi", required=True, metavar="KODE")
        parser.add_argument("--per", required=True, type=tanggal, metavar="TANGGAL")
        parser.add_argument(
            "--tunggu",
            action="store_true",
            help="Tunggu sampai selesai; proses ini ikut menghitung, jadi tidak perlu ada pekerja lain.",
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        mulai = perf_counter()
        instansi = Instansi.objects.filter(kode=pilihan["instansi"]).first()
        if instansi is None:
            raise CommandError(f"Instansi '{pilihan['instansi']}' belum ada. Impor datanya lebih dahulu.")
        try:
            run = start_run(instansi=instansi, per_tanggal=pilihan["per"], actor=None, at=sekarang())
            if run.per_tanggal != pilihan["per"]:
                raise DomainError(
                    "sedang_berjalan", f"Perhitungan lain per {run.per_tanggal:%d-%m-%Y} masih berjalan."
                )
            if pilihan["tunggu"]:
                _tunggu(run)
        except DomainError as salah:
            raise CommandError(f"{salah.pesan} {salah.tindakan}".strip()) from salah
        self.stdout.write(json.dumps(_laporan(run, perf_counter() - mulai), ensure_ascii=False))


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
        "pegawai": run.jumlah_pegawai,
        **ringkasan["status"],
        "karantina": ringkasan["karantina"],
        "jalur": ringkasan["jalur"],
        "detik": round(detik, 2),
        "digest": run.digest,
        "per": run.per_tanggal.isoformat(),
        "tmt": run.tmt_sasaran.isoformat(),
    }
