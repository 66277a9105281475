"""The talent map: my own components and box, and what a leader reads of their people."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from karier.enums import SubjekTinjau
from karier.models import AnggotaKomite
from karier.services.bukti_talenta import evidence_of
from karier.services.talenta_saya import own_talent
from karier.services.talenta_tim import team_talent
from karier.services.tinjau_baca import read_requests
from pegawai.services.profil import day_of
from pegawai.views.saya import KANAL, leads_anybody, own_record

_TENTANG: Final = "Peta talenta"


@require_safe
def talenta(request: HttpRequest) -> HttpResponse:
    """My components always, my box once it is released."""
    saya = own_record(request)
    isi = own_talent(saya, per=day_of(saya, timezone.now()))
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    sumbu = [
        ("Kinerja", [k for k in isi.komponen if k.kinerja]),
        ("Potensial", [k for k in isi.komponen if not k.kinerja]),
    ]
    konteks = {
        "talenta": isi,
        "sumbu": sumbu if isi.komponen else [],
        "bukti": evidence_of([saya.pk])[saya.pk],
        "tinjau": SubjekTinjau.KOTAK_TALENTA.value,
        "permintaan": read_requests(saya, SubjekTinjau.KOTAK_TALENTA)[:1],
        "pengelola": saya.instansi.pengelola,
        "bertugas": AnggotaKomite.objects.milik(request.user).exists(),
        "memimpin": leads_anybody(request),
    }
    return render(request, "karier/talenta.html", konteks)


@require_safe
def talenta_tim(request: HttpRequest) -> HttpResponse:
    """Released boxes of my direct reports; of everybody further down numbers only."""
    saya = own_record(request)
    if not leads_anybody(request):
        raise Http404
    tim = team_talent(saya, request.user, per=day_of(saya, timezone.now()))
    dibaca = [s.pegawai_id for s, _ in tim.langsung]
    catat_baca(pengguna=request.user, pegawai_ids=dibaca, kanal=KANAL, keperluan=_TENTANG)
    return render(request, "karier/talenta_tim.html", {"tim": tim})
