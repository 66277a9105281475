"""*Karier saya*: where I stand, at most four paths, the next five years, and what I am interested in."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from karier.enums import JalurKarier, JenisPutusan
from karier.services.karier_saya import KartuJalur, build_career
from karier.services.minat_jabatan import interests_of
from pegawai.enums import Jenjang
from pegawai.services.profil import day_of, identity
from pegawai.views.saya import KANAL, own_record

_PUTUSAN: Final = {
    JalurKarier.JENJANG: JenisPutusan.KENAIKAN_JENJANG,
    JalurKarier.MANAJERIAL: JenisPutusan.KESIAPAN_JABATAN,
}


@require_safe
def karier_saya(request: HttpRequest) -> HttpResponse:
    """My own page, at an address that names nobody."""
    saya = own_record(request)
    hari = day_of(saya, timezone.now())
    k = build_career(saya=saya, per=hari)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        "pppk": k.pppk,
        "identitas": identity(saya, per=hari).teks,
        "jabatan": k.jabatan,
        "jalur": [_card(j, pppk=k.pppk) for j in k.jalur],
        "garis": k.garis,
        "pindah": k.pindah,
        "minat": interests_of(pegawai=saya, actor=request.user),
    }
    return render(request, "karier/karier_saya.html", isi)


def _card(k: KartuJalur, *, pppk: bool) -> dict[str, Any]:
    return {**k._asdict(), "tautan": _link(k, pppk=pppk), "coba": "" if pppk else _what_if(k)}


def _link(k: KartuJalur, *, pppk: bool) -> tuple[str, str]:
    """Where its requirements stand, and what the link says."""
    if k.jalur is JalurKarier.KONTRAK:
        return f"{reverse('pegawai:data_saya')}#kepegawaian", "Lihat data perjanjian"
    if k.jalur is JalurKarier.PENGEMBANGAN:
        return reverse("karier:pelatihan"), "Lihat pelatihan"
    if k.jalur is JalurKarier.PANGKAT:
        return reverse("karier:syarat"), "Lihat syarat"
    if k.jalur is JalurKarier.PINDAH or pppk:
        return reverse("karier:jabatan", args=[k.jabatan_id]), "Lihat syarat"
    return reverse("karier:putusan", args=[_PUTUSAN[k.jalur].value]), "Lihat syarat"


def _what_if(k: KartuJalur) -> str:
    """*Coba hitung* with the one assumption that the path is about."""
    andaian = {"lowongan": "on"} if k.jalur is JalurKarier.JENJANG else {}
    return what_if_address(andaian)


def what_if_address(andaian: dict[str, str]) -> str:
    """The calculator with these assumptions filled in and answered."""
    dasar = reverse("karier:coba_hitung")
    return f"{dasar}?{urlencode(andaian)}" if andaian else dasar


def assume_post(jenjang: int | None) -> dict[str, str]:
    """The assumption of a post of that level; none where its level is not laid down."""
    return {} if jenjang is None else {"jabatan": str(Jenjang(jenjang).value)}
