"""`manage.py hitung MASUKAN.json --keluaran HASIL.json`: answer a file of questions of the rule book."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.perintah import PerintahJson, tanggal
from karier.rules.topik import TOPIK
from karier.services.kalkulator import baca_berkas, cari_topik, jawab_baris


class Command(PerintahJson):
    help = (
        "Hitung menurut aturan tanpa basis data. Masukan: daftar {id, topic, input}; "
        "keluaran: daftar {id, hasil}. Contoh: manage.py hitung soal.json --keluaran jawab.json"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("masukan", nargs="?", type=Path, metavar="MASUKAN.json")
        parser.add_argument("--keluaran", type=Path, metavar="HASIL.json", help="Berkas jawaban.")
        parser.add_argument(
            "--per", type=tanggal, metavar="TANGGAL", help="Hari aturannya, bila bukan hari ini."
        )
        parser.add_argument("--topik", nargs="?", const="", help="Sebut semua topik, atau skema satu topik.")

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        if opsi["topik"] is not None:
            return _topik(opsi["topik"])
        if opsi["masukan"] is None or opsi["keluaran"] is None:
            raise CommandError("Sebut berkas masukan dan --keluaran HASIL.json, atau --topik.")
        per = opsi["per"] or timezone.localdate()
        jawaban = [jawab_baris(b, per=per) for b in baca_berkas(Path(opsi["masukan"]))]
        _tulis(Path(opsi["keluaran"]), jawaban)
        galat = sum("error" in j["hasil"] for j in jawaban)
        return {"butir": len(jawaban), "galat": galat, "keluaran": str(opsi["keluaran"])}


def _topik(kode: str) -> dict[str, Any]:
    return cari_topik(kode).skema() if kode else {t.kode: t.judul for t in TOPIK.values()}


def _tulis(jalur: Path, jawaban: list[dict[str, Any]]) -> None:
    try:
        jalur.write_text(json.dumps(jawaban, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as salah:
        raise CommandError(f"Berkas {jalur} tidak dapat ditulis: {salah.strerror}") from salah
