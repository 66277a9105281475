"""How the HR desk reads the authority of a user (from active roles, nothing else), and where it begins."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from asn_karier.lib.views import Wewenang, daftarkan_wewenang
from pegawai.enums import JenisPeran
from pegawai.kamus import LABEL
from pegawai.models import Instansi, Peran
from pegawai.querysets import PERAN_MEJA, PERAN_MEMBANTU, berlaku


@daftarkan_wewenang
def baca_wewenang(pengguna: Any) -> Wewenang:
    """One query per request; a role that ended yesterday opens nothing today."""
    peran = list(
        Peran.objects.filter(berlaku(), pengguna=pengguna, jenis__in=PERAN_MEJA).select_related(
            "instansi", "unit"
        )
    )
    penuh = [p for p in peran if p.unit_id is None and p.jenis != JenisPeran.OPERATOR_UNIT]
    zona = {(p.unit.zona_waktu if p.unit else "") or p.instansi.zona_waktu for p in peran}
    return Wewenang(
        masuk=bool(peran),
        mengelola=any(p.jenis == JenisPeran.HR_INSTANSI for p in peran),
        membantu=any(p.jenis in PERAN_MEMBANTU for p in peran),
        instansi_penuh=bool(penuh),
        peran_teks=", ".join(dict.fromkeys(_teks(p) for p in peran)),
        instansi_nama=", ".join(dict.fromkeys(p.instansi.nama for p in peran)),
        zona_waktu=zona.pop() if len(zona) == 1 else "",
    )


class IsiInstansi:
    """For an admin class: a new row begins with the instansi of its user."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        isian = super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
        if isian is not None and db_field.name == "instansi":
            isian.initial = Instansi.objects.dikelola(request.user).first()
        return isian


def _teks(peran: Peran) -> str:
    label = LABEL[JenisPeran][JenisPeran(peran.jenis)]
    return f"{label} {peran.unit.nama}" if peran.unit else label
