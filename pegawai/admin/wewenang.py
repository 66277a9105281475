"""How the HR desk reads the authority of a user: from active roles, nothing else."""

from __future__ import annotations

from typing import Any

from asn_karier.lib.views import Wewenang, daftarkan_wewenang
from pegawai.enums import JenisPeran
from pegawai.kamus import LABEL
from pegawai.models import Peran
from pegawai.querysets import berlaku

PERAN_PENGELOLA = (JenisPeran.HR_INSTANSI, JenisPeran.OPERATOR_UNIT, JenisPeran.AUDITOR)


@daftarkan_wewenang
def baca_wewenang(pengguna: Any) -> Wewenang:
    """One query per request; a role that ended yesterday opens nothing today."""
    peran = list(
        Peran.objects.filter(berlaku(), pengguna=pengguna, jenis__in=PERAN_PENGELOLA).select_related(
            "instansi", "unit"
        )
    )
    penuh = [p for p in peran if p.unit_id is None and p.jenis != JenisPeran.OPERATOR_UNIT]
    return Wewenang(
        masuk=bool(peran),
        mengelola=any(p.jenis == JenisPeran.HR_INSTANSI for p in peran),
        instansi_penuh=bool(penuh),
        peran_teks=", ".join(dict.fromkeys(_teks(p) for p in peran)),
        instansi_nama=", ".join(dict.fromkeys(p.instansi.nama for p in peran)),
    )


def _teks(peran: Peran) -> str:
    label = LABEL[JenisPeran][JenisPeran(peran.jenis)]
    return f"{label} {peran.unit.nama}" if peran.unit else label
