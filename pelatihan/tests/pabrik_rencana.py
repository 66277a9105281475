"""Money and plans: what another slice may need beside its own rows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pegawai.models import Instansi
from pelatihan.enums import SumberDana
from pelatihan.models import Hcdp, Pagu, RencanaTahunan
from pelatihan.services.hcdp import Kunci, change_hcdp, open_hcdp
from pelatihan.services.pagu import create_pagu
from pelatihan.services.rencana import IsianButir, save_proposal

SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def pagu_pabrik(hr: Any, instansi: Instansi, jumlah: int = 120_000_000, **isian: Any) -> Pagu:
    """APBD of 2027 for the whole instansi, stated by `hr`."""
    awal: dict[str, Any] = {"unit": None, "tahun": 2027, "sumber": SumberDana.APBD, "keterangan": "DPA 2027"}
    return create_pagu(instansi=instansi, jumlah=jumlah, actor=hr, at=SAAT, **{**awal, **isian})


def rencana_pabrik(hr: Any, instansi: Instansi, *butir: IsianButir, tahun: int = 2027) -> RencanaTahunan:
    """A draft of 2027."""
    return save_proposal(
        instansi=instansi, tahun=tahun, butir=butir, sumber="Celah menurut perhitungan 1", dilihat=None,
        actor=hr, at=SAAT,
    )  # fmt: skip


def hcdp_pabrik(hr: Any, instansi: Instansi, orang: int = 4) -> Hcdp:
    """A draft of 2027 to 2031 with one target in Komunikasi."""
    hcdp = open_hcdp(instansi=instansi, tahun_mulai=2027, actor=hr, at=SAAT)
    return change_hcdp(
        hcdp_id=hcdp.pk, versi=hcdp.versi, arah="Layanan dasar yang merata",
        sasaran={(Kunci("komunikasi"), 2027): orang}, actor=hr, at=SAAT,
    )  # fmt: skip
