"""Decisions about a person, requirement by requirement: my own sheet, and that of somebody in my scope."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from karier.enums import JenisPutusan
from karier.kamus import Pembaca
from karier.kamus.sumber_data import REKAM_SYARAT
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.lembar import Lembar, closed_sheet, full_sheet
from karier.services.lembar_putusan import LAIN, decision_cards, decision_sheet
from karier.services.peringatan_baca import read_warnings
from karier.views.beranda import is_pppk
from karier.views.foto_ulang import photo_lines
from karier.views.penjelasan import latest_explanations
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.services.profil import identity
from pegawai.views.saya import KANAL, own_record


@require_safe
def syarat(request: HttpRequest) -> HttpResponse:
    """My own sheet, at an address that names nobody; a PPPK has no kenaikan pangkat to be told about."""
    saya = own_record(request)
    if is_pppk(saya):
        return HttpResponseRedirect(reverse("karier:saya"))
    return _sheet(request, saya, lengkap=True, balik=(reverse("karier:saya"), "Kembali ke Karier saya"))


@require_safe
def putusan(request: HttpRequest, jenis: str) -> HttpResponse:
    """Another decision about me: kenaikan jenjang, kesiapan jabatan, KGB, …; 404 where none applies."""
    saya = own_record(request)
    balik = (reverse("karier:syarat"), "Kembali ke Syarat kenaikan")
    return _decision(request, saya, jenis, lengkap=True, balik=balik)


@require_safe
def syarat_pegawai(request: HttpRequest, pegawai_id: int, jenis: str = "") -> HttpResponse:
    """The sheet of somebody inside my scope: full for their HR, closed for their leader; 404 outside.

    With `jenis` another decision than kenaikan pangkat.
    """
    orang = (
        Pegawai.objects.visible_to(request.user)
        .filter(pk=pegawai_id)
        .exclude(jenis=JenisPegawai.PPPK)
        .select_related("instansi", "unit")
        .first()
    )
    if orang is None:
        raise Http404
    if orang.pk == request.user.pegawai_id:  # type: ignore[union-attr]
        sendiri = reverse("karier:putusan", args=[jenis]) if jenis else reverse("karier:syarat")
        return HttpResponseRedirect(sendiri)
    lengkap = Pegawai.objects.dikelola(request.user).filter(pk=orang.pk).exists()
    if jenis:
        balik = (reverse("karier:syarat_pegawai", args=[orang.pk]), "Kembali ke Syarat kenaikan")
        return _decision(request, orang, jenis, lengkap=lengkap, balik=balik)
    balik = (reverse("karier:tim"), "Kembali ke Tim saya")
    return _sheet(request, orang, lengkap=lengkap, balik=balik)


def _sheet(request: HttpRequest, orang: Pegawai, *, lengkap: bool, balik: tuple[str, str]) -> HttpResponse:
    keadaan, pembaca = _outcome(orang), _reader(request, orang)
    zona = orang.instansi.zona_waktu
    if lengkap:
        lembar = full_sheet(keadaan, zona_waktu=zona, pembaca=pembaca)
    else:
        lembar = closed_sheet(keadaan, zona_waktu=zona)
    kartu = decision_cards(keadaan, lengkap=lengkap, pembaca=pembaca)
    lain = [{**k._asdict(), "url": _address(request, orang, k.jenis)} for k in kartu]
    agar = read_warnings(
        [orang.pk], instansi_id=orang.instansi_id, pembaca=pembaca, boleh_khusus=lengkap
    ).get(orang.pk)
    return _render_sheet(request, orang, lembar, balik, lain=lain, agar=agar)


def _decision(
    request: HttpRequest, orang: Pegawai, jenis: str, *, lengkap: bool, balik: tuple[str, str]
) -> HttpResponse:
    if jenis not in LAIN:
        raise Http404
    keadaan, pembaca = _outcome(orang), _reader(request, orang)
    lembar = decision_sheet(
        keadaan,
        JenisPutusan(jenis),
        zona_waktu=orang.instansi.zona_waktu,
        lengkap=lengkap,
        pembaca=pembaca,
    )
    return _render_sheet(request, orang, lembar, balik, JenisPutusan(jenis))


def _render_sheet(
    request: HttpRequest,
    orang: Pegawai,
    lembar: Lembar,
    balik: tuple[str, str],
    jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT,
    **lain: Any,
) -> HttpResponse:
    catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL)
    siapa = identity(orang, per=timezone.localdate())
    sendiri = orang.pk == request.user.pegawai_id  # type: ignore[union-attr]
    isi = {
        **lembar._asdict(),
        "syarat": [{**s, "url_keliru": _url_keliru(s["kode"]) if sendiri else ""} for s in lembar.syarat],
        "url_tinjau": reverse("karier:tinjau", args=[jenis.value]) if sendiri else "",
        "pegawai": {"nama": siapa.nama, "identitas": siapa.teks},
        "adalah_saya": sendiri,
        "foto": photo_lines(orang) if sendiri else [],
        "penjelasan": latest_explanations(orang) if sendiri else [],
        "url_balik": balik[0],
        "teks_balik": balik[1],
        **lain,
    }
    return render(request, "karier/syarat.html", isi)


def _url_keliru(kode: str) -> str:
    """Where to say that what a requirement was read from is wrong, the likely records first."""
    return f"{reverse('pegawai:keliru')}?tentang={','.join(REKAM_SYARAT.get(kode, ()))}"


def _outcome(orang: Pegawai) -> Keadaan:
    return read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=timezone.localdate())[orang.pk]


def _reader(request: HttpRequest, orang: Pegawai) -> Pembaca:
    sendiri = orang.pk == request.user.pegawai_id  # type: ignore[union-attr]
    return Pembaca.PEGAWAI if sendiri else Pembaca.PENGELOLA


def _address(request: HttpRequest, orang: Pegawai, jenis: JenisPutusan) -> str:
    """The sheet of one decision; one's own address names nobody."""
    if orang.pk == request.user.pegawai_id:  # type: ignore[union-attr]
        return reverse("karier:putusan", args=[jenis.value])
    return reverse("karier:putusan_pegawai", args=[orang.pk, jenis.value])
