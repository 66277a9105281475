"""One look at every instansi with a cycle under way, for an operator without a worker."""

from __future__ import annotations

from typing import Any

from asn_karier.lib.db import sekarang
from asn_karier.lib.perintah import PerintahJson
from kinerja.services.pengingat import SapuanPengingat, look


class Command(PerintahJson):
    help = "Mengirim pengingat kinerja yang jatuh tempo. Aman dijalankan berulang."

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        ids = list(SapuanPengingat().claimable())
        return {"instansi": len(ids), "terkirim": sum(look(instansi_id=pk, at=sekarang()) for pk in ids)}
