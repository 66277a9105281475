"""`manage.py jelaskan --nip NIP`: every decision about one person with its reasons, as on their pages."""

import re
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.perintah import PerintahJson
from karier.services.keadaan import read_outcomes
from karier.services.lembar_putusan import describe
from pegawai.models import Pegawai
from pegawai.rules.nip import PANJANG


class Command(PerintahJson):
    help = "Semua putusan tentang satu pegawai dari perhitungan terakhir, beserta syarat dan dasarnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--nip", required=True)

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        orang = Pegawai.objects.filter(nip=_nip(opsi["nip"])).first()
        if orang is None:
            raise CommandError("Tidak ada pegawai dengan NIP itu.")
        keadaan = read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=timezone.localdate())[orang.pk]
        catat_baca(pengguna=None, pegawai_ids=[orang.pk], kanal="perintah")
        return describe(keadaan)


def _nip(teks: str) -> str:
    """The digits, also when they are written in groups."""
    nip = "".join(teks.split())
    if not re.fullmatch(rf"[0-9]{{{PANJANG}}}", nip):
        raise CommandError(f"NIP terdiri atas {PANJANG} angka; '{teks}' bukan NIP.")
    return nip
