"""What tests of the individual plan share: somebody with a gap, a change of words, an item that is done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from karier.models import ButirRencana, RencanaPengembangan
from karier.services.rencana_isi import change_item
from karier.services.rencana_jalan import finish_item
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import ISI
from karier.tests.pembaca import akun_dari
from pegawai.models import Pegawai

AKHIR = datetime(2027, 11, 20, 3, 0, tzinfo=SAAT.tzinfo)


def ubah(r: RencanaPengembangan, siapa: Pegawai, ke: int = 0, **isi: Any) -> ButirRencana:
    r.refresh_from_db()
    butir = r.butir.order_by("urut")[ke]
    return change_item(
        rencana_id=r.pk,
        butir_id=butir.pk,
        isi=ISI._replace(**isi),
        versi=r.versi,
        actor=akun_dari(siapa),
        at=SAAT,
    )


def selesai(
    r: RencanaPengembangan, siapa: Pegawai, ke: int = 0, refleksi: str = "Paham", berkas: Any = None
) -> Any:
    butir = r.butir.order_by("urut")[ke]
    return finish_item(
        rencana_id=r.pk, butir_id=butir.pk, refleksi=refleksi, berkas=None, actor=akun_dari(siapa), at=SAAT,
        kanal="uji",
    )  # fmt: skip
