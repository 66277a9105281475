"""`manage.py rujukan_aturan`: write docs/rujukan-aturan.md anew from the sources."""

from pathlib import Path
from typing import Any, Final

from django.core.management.base import CommandParser
from django.utils import timezone

from asn_karier.lib.aturan import AKAR
from asn_karier.lib.perintah import PerintahJson, tanggal
from karier.services.rujukan import tulis_rujukan

BERKAS: Final = AKAR.parent.parent / "docs" / "rujukan-aturan.md"


class Command(PerintahJson):
    help = "Tulis ulang docs/rujukan-aturan.md: setiap syarat dengan pasal, berkas, dan fungsinya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--keluaran", type=Path, default=BERKAS)
        parser.add_argument("--per", type=tanggal, metavar="TANGGAL")

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        isi = tulis_rujukan(opsi["per"] or timezone.localdate())
        Path(opsi["keluaran"]).write_text(isi, encoding="utf-8")
        return {"keluaran": str(opsi["keluaran"]), "baris": isi.count("\n")}
