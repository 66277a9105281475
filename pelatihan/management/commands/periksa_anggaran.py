"""Do the movements explain every pagu? For cron and for whoever suspects that they do not."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError

from asn_karier.lib.perintah import PerintahJson
from pelatihan.models import Pagu
from pelatihan.reports.anggaran import discrepancies


class Command(PerintahJson):
    help = "Memeriksa apakah mutasi menjelaskan jumlah, komitmen, dan realisasi tiap pagu."

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        """Fails with a sentence per pagu that its movements do not explain."""
        beda = list(discrepancies(Pagu.objects.all()))
        if beda:
            raise CommandError(" ".join(beda))
        return {"pagu": Pagu.objects.count(), "beda": 0}
