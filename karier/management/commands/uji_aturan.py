"""`manage.py uji_aturan [KASUS.json ...]`: does this program say what the cases of the rule book expect?"""

from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.perintah import PerintahJson, tanggal
from karier.services.kalkulator import HARI_KASUS, KASUS_KAMI, HasilUji, baca_berkas, uji


class Command(PerintahJson):
    help = (
        "Bandingkan jawaban aturan dengan kasus yang diharapkan: daftar {id, topic, input, expected}. "
        "Kasus tentang aturan hari lain menyebut per. Tanpa berkas: kasus bawaan. Perintah gagal bila ada "
        "yang tidak sesuai."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kasus", nargs="*", type=Path, metavar="KASUS.json")
        parser.add_argument(
            "--per",
            type=tanggal,
            metavar="TANGGAL",
            help="Hari aturannya; bawaannya hari ini, atau hari kasus bawaan.",
        )

    def handle(self, *args: Any, **opsi: Any) -> None:
        """The line of JSON also when cases fail; then it is an error."""
        self.gagal = 0
        super().handle(*args, **opsi)
        if self.gagal:
            raise CommandError(f"{self.gagal} kasus tidak sesuai.")

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        berkas = opsi["kasus"] or sorted(KASUS_KAMI.glob("*.json"))
        kasus = [b for jalur in berkas for b in baca_berkas(jalur)]
        hari = timezone.localdate() if opsi["kasus"] else HARI_KASUS
        hasil = uji(kasus, per=opsi["per"] or hari)
        self.gagal = len(hasil.gagal)
        self._laporkan(hasil)
        return {"kasus": hasil.jumlah.total(), "lulus": hasil.lulus, "gagal": self.gagal}

    def _laporkan(self, hasil: HasilUji) -> None:
        """One line per topic, then every case that differs."""
        gagal = Counter(g["topic"] for g in hasil.gagal)
        for topik, jumlah in sorted(hasil.jumlah.items()):
            self.stdout.write(f"{topik}: {jumlah - gagal[topik]} dari {jumlah} sesuai")
        for g in hasil.gagal:
            self.stdout.write(f"TIDAK SESUAI {g['id']} ({g['topic']}): {'; '.join(g['beda'])}")
