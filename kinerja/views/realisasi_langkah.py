"""What the buttons of the form of a realisation do, in the portal and at the HR door."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import LANGKAH
from asn_karier.lib.views import bilangan
from kinerja.forms.realisasi import RealisasiForm
from kinerja.services.realisasi import simpan_isian
from kinerja.services.realisasi_bukti import hapus_bukti_dukung, tambah_bukti

SALIN: Final = "salin"
PERIKSA: Final = "periksa"
_HAPUS: Final = "hapus-"


def langkah_dari(request: HttpRequest) -> str:
    """Which button was pressed; without one (Enter in a field) it is the main one."""
    return request.POST.get(LANGKAH, PERIKSA) if request.method == "POST" else ""


def isi_lembar(
    request: HttpRequest, form: RealisasiForm, langkah: str, *, sejak: datetime, kanal: str
) -> int:
    """Keep the words, then the evidence; 302 when all of it is kept, else why not stands in the form."""
    lembar = form.lembar
    sama: dict[str, Any] = {
        "skp_id": lembar.skp.pk,
        "siklus_id": lembar.siklus.pk,
        "actor": request.user,
        "at": timezone.now(),
        "kanal": kanal,
    }
    try:
        simpan_isian(isian=form.isian, versi=form.cleaned_data["versi"], sejak=sejak, **sama)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    if langkah.startswith(_HAPUS):
        hapus_bukti_dukung(bukti_id=bilangan(langkah.removeprefix(_HAPUS)) or 0, **sama)
    return 302 if _tambah(form, sama) else 200


def _tambah(form: RealisasiForm, sama: dict[str, Any]) -> bool:
    """Every link, file and idea; one that is refused is said at its own field and stops no other."""
    for bukti in form.bukti_baru:
        try:
            tambah_bukti(hasil_kerja_id=bukti.hasil_kerja, **bukti.isi, **sama)
        except DomainError as salah:
            form.add_error(bukti.ruas, salah.kalimat)
    return not form.errors
