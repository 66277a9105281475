"""A simulated regency, in the real file formats and through the real importers."""

import json
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from karier.contoh import WILAYAH, bangun_daerah, tulis_berkas
from karier.services.contoh import buat_contoh
from karier.services.contoh_di_sini import buat_contoh_di_sini


class Command(BaseCommand):
    help = "Membuat daerah simulasi (bukan orang nyata): menulis berkasnya, lalu mengimpornya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--instansi", default="batanghari", choices=tuple(WILAYAH))
        parser.add_argument("--pegawai", type=int, default=400)
        parser.add_argument("--benih", type=int, default=1, help="angka yang sama menghasilkan isi yang sama")
        parser.add_argument("--berkas", type=Path, required=True, help="folder tujuan berkas")
        parser.add_argument(
            "--di-sini",
            action="store_true",
            help="SKP dan penilaian diisi di sini, siklus pada tiap fase",
        )
        parser.add_argument("--hanya-berkas", action="store_true", help="tulis berkas tanpa mengimpornya")

    def handle(
        self,
        *args: Any,
        instansi: str,
        pegawai: int,
        benih: int,
        berkas: Path,
        hanya_berkas: bool,
        di_sini: bool,
        **options: Any,
    ) -> None:
        mulai = time.monotonic()
        try:
            if hanya_berkas:
                hasil: dict[str, Any] = {"berkas": _tulis(instansi, pegawai, benih, Path(berkas))}
            else:
                buat = buat_contoh_di_sini if di_sini else buat_contoh
                hasil = buat(
                    instansi=instansi, jumlah=pegawai, benih=benih, folder=Path(berkas), at=timezone.now()
                )
        except (DomainError, ValueError) as salah:
            raise CommandError(str(salah)) from salah
        hasil["detik"] = round(time.monotonic() - mulai, 2)
        self.stdout.write(json.dumps({"instansi": instansi, **hasil}, ensure_ascii=False))


def _tulis(instansi: str, pegawai: int, benih: int, folder: Path) -> dict[str, str]:
    return {
        nama: str(jalur)
        for nama, jalur in tulis_berkas(bangun_daerah(instansi, pegawai, benih), folder).items()
    }
