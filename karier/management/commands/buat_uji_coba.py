"""The sandbox of the REST door: fictional people, for trying out programs."""

import json
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from karier.services.uji_coba import KODE, make_sandbox


class Command(BaseCommand):
    help = "Menyediakan instansi uji coba REST (orang rekaan, tanpa akun): mengimpor, lalu menghitung."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--pegawai", type=int, default=60)

    def handle(self, *args: Any, pegawai: int, **options: Any) -> None:
        try:
            hasil = make_sandbox(jumlah=pegawai, at=timezone.now())
        except (DomainError, ValueError) as salah:
            raise CommandError(str(salah)) from salah
        self.stdout.write(json.dumps(hasil, ensure_ascii=False))
        per = timezone.localdate().isoformat()
        call_command("evaluasi", "--instansi", KODE, "--per", per, "--tunggu", stdout=self.stdout)
