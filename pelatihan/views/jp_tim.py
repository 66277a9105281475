"""JP of the team for its leader, and how the leader learns for the team. Nobody is ranked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import Halaman, alamat, bilangan
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, identity
from pegawai.views.saya import KANAL, own_record
from pelatihan.services.jp_tim import PER_HALAMAN, team_hours
from pelatihan.services.teladan import TeladanPimpinan, example_of


@require_safe
def tim_jp(request: HttpRequest) -> HttpResponse:
    """My direct reports by name, with their JP; and what they see of me."""
    saya, kini = own_record(request), timezone.now()
    lewati = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    hari_ini = day_of(saya, kini)
    tim = team_hours(pengguna=request.user, hari_ini=hari_ini, lewati=lewati)
    catat_baca(pengguna=request.user, pegawai_ids=[a.siapa.pegawai_id for a in tim.anggota], kanal=KANAL)
    isi = {
        "tahun": hari_ini.year,
        "tim": tim,
        "teladan": _shown(example_of(saya, at=kini)) if tim.banyak else None,
        "halaman": _page(request, lewati, len(tim.anggota), tim.banyak),
    }
    return render(request, "pelatihan/tim_jp.html", isi)


@require_safe
def atasan(request: HttpRequest) -> HttpResponse:
    """How my atasan penilai learns this year: their hours, what they taught, the feedback they gave."""
    saya, kini = own_record(request), timezone.now()
    pimpinan = Pegawai.objects.select_related("unit", "instansi").filter(
        pk=saya.atasan_id, instansi=saya.instansi_id
    )
    orang = pimpinan.first()
    isi: dict[str, Any] = {"pimpinan": None}
    if orang is not None:
        catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL, keperluan="Teladan belajar")
        isi = {
            "pimpinan": identity(orang, per=day_of(orang, kini)),
            "tahun": day_of(orang, kini).year,
            "teladan": _shown(example_of(orang, at=kini)),
        }
    return render(request, "pelatihan/atasan.html", isi)


def _shown(teladan: TeladanPimpinan) -> dict[str, Any]:
    """For templates/pelatihan/partials/teladan.html."""
    return {"kartu": teladan.kartu, "bentuk": teladan.jp.bentuk, "lain": teladan.lain}


def _page(request: HttpRequest, lewati: int, tampil: int, banyak: int) -> Halaman | None:
    if not lewati and banyak <= PER_HALAMAN:
        return None
    sesudah = lewati + PER_HALAMAN
    return Halaman(
        sebelum=alamat(request, mulai=max(lewati - PER_HALAMAN, 0)) if lewati else "",
        berikut=alamat(request, mulai=sesudah) if banyak > sesudah else "",
        teks=f"Baris {lewati + 1}\N{EN DASH}{lewati + tampil} dari {banyak}" if tampil else "",
    )
