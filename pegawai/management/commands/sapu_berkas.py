"""`manage.py sapu_berkas [--hapus]`: one line of JSON, how many stored files no row names."""

from typing import Any

from django.core.management.base import CommandParser

from asn_karier.lib.db import sekarang
from asn_karier.lib.perintah import PerintahJson
from pegawai.services.sapu_berkas import sweep_files


class Command(PerintahJson):
    help = (
        "Hitung berkas unggahan yang tidak punya catatan lagi dan lebih tua dari sehari. "
        "Dengan --hapus berkas itu dihapus; tanpa itu tidak ada yang berubah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hapus", action="store_true", help="Hapus yang yatim, bukan hanya menghitung.")

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        return sweep_files(at=sekarang(), hapus=opsi["hapus"])
