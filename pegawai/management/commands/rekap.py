"""`manage.py rekap --instansi KODE --menurut golongan`: one line of JSON, the numbers of HR's report page."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from pegawai.models import Instansi
from pegawai.reports.rekap import PEMBUAT, rekap_instansi


class Command(BaseCommand):
    help = "Cetak jumlah pegawai menurut satu sifat sebagai satu baris JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--instansi", required=True, metavar="KODE")
        parser.add_argument(
            "--menurut", required=True, metavar="SIFAT", help=f"Salah satu dari: {', '.join(PEMBUAT)}."
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        kode = pilihan["instansi"]
        instansi = Instansi.objects.filter(kode=kode).first()
        if instansi is None:
            raise CommandError(f"Instansi '{kode}' belum ada. Impor pohon unitnya lebih dahulu.")
        try:
            hasil = rekap_instansi(instansi.pk, pilihan["menurut"], timezone.localdate())
        except DomainError as salah:
            raise CommandError(salah.pesan) from salah
        baris = {"instansi": instansi.kode, **hasil.sebagai_dict()}
        self.stdout.write(json.dumps(baris, ensure_ascii=False))
