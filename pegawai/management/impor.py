"""Base of the import commands: upload, check and, when asked, apply; in this process, without a worker."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, ClassVar

from django.core.files.base import File
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.perintah import PerintahJson
from pegawai.services.impor_perintah import import_file


class PerintahImpor(PerintahJson):
    """`FILE --instansi KODE [--nama NAMA] [--terapkan]`; without --terapkan only a preview."""

    jenis: ClassVar[str]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="Berkas .csv atau .xlsx")
        parser.add_argument(
            "--instansi", required=True, metavar="KODE", help="Kode instansi, misalnya batanghari"
        )
        parser.add_argument(
            "--nama", default="", help="Nama instansi; membuat instansi bila kodenya belum ada"
        )
        parser.add_argument(
            "--terapkan", action="store_true", help="Simpan baris yang benar sesudah diperiksa"
        )

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        berkas, mulai = Path(opsi["file"]), time.monotonic()
        if not berkas.is_file():
            raise CommandError(f"Berkas {berkas} tidak ada.")
        with berkas.open("rb") as isi:
            hasil = import_file(
                jenis=self.jenis,
                kode=opsi["instansi"],
                nama=opsi["nama"],
                nama_berkas=berkas.name,
                isi=File(isi),
                terapkan_sekalian=opsi["terapkan"],
                actor=None,
                at=timezone.now(),
            )
        return hasil | {"detik": round(time.monotonic() - mulai, 2)}
