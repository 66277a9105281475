"""What if."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from karier.forms.coba_hitung import FormCobaHitung
from karier.rules.andaian import Andaian
from karier.services.simulasi import simulate
from karier.views.beranda import is_pppk
from pegawai.enums import Jenjang
from pegawai.kamus import LABEL
from pegawai.views.saya import KANAL, own_record


@require_safe
def coba_hitung(request: HttpRequest) -> HttpResponse:
    """What if: my next five years under assumptions that stand in the address and name nobody."""
    saya, per = own_record(request), timezone.localdate()
    pppk = is_pppk(saya)
    form = FormCobaHitung(request.GET if request.GET and not pppk else None, per=per)
    andaian = form.andaian() if form.is_bound and form.is_valid() else None
    # While the form is amiss there is no answer: the one to another question would be taken for it.
    hasil = None if form.errors else simulate(pegawai=saya, andaian=andaian or Andaian(), per=per)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        "form": form,
        "hasil": hasil,
        "diandaikan": andaian is not None,
        "pppk": pppk,
        "sasaran": _named(andaian.jabatan.jenjang) if andaian and andaian.jabatan else None,
    }
    return render(request, "karier/coba_hitung.html", isi)


def _named(jenjang: Jenjang) -> tuple[int, str]:
    return jenjang.value, LABEL[Jenjang][jenjang]
