"""`manage.py evaluasi_pelatihan FILE`: marks before and after, compared pair by pair. No database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from asn_karier.lib.perintah import PerintahJson
from pelatihan.rules.belajar import Berpasangan
from pelatihan.services.nilai_berkas import read_marks


class Command(PerintahJson):
    help = (
        "Bandingkan nilai sebelum dan sesudah pelatihan, tanpa basis data. FILE: .csv atau .xlsx, satu baris "
        "per peserta dengan kolom pelatihan, pra, pasca (0 sampai 100, boleh berkoma). Per pelatihan: n, "
        "rata-rata, kenaikan, naik/tetap/turun, t berpasangan, dz. Baris yang tidak dapat dibaca disebut."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="Berkas .csv atau .xlsx")

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        jalur = Path(opsi["file"])
        if not jalur.is_file():
            raise CommandError(f"Berkas {jalur} tidak ada.")
        with jalur.open("rb") as berkas:
            nilai = read_marks(berkas=berkas, nama=jalur.name)
        for kalimat in nilai.galat:
            self.stderr.write(kalimat)
        return {
            "pelatihan": [{"pelatihan": judul, **_angka(b)} for judul, b in nilai.hasil.items()],
            "peserta": sum(b.n for b in nilai.hasil.values()),
            "ditolak": len(nilai.galat),
            "galat": nilai.galat,
        }


def _angka(b: Berpasangan) -> dict[str, Any]:
    return {k: round(n, 4) if isinstance(n, float) else n for k, n in b._asdict().items()}
