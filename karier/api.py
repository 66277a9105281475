"""What programs may ask of karier: the own decisions of a person, and the calculators."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from rest_framework import exceptions
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle

from asn_karier.lib.api import TampilanApi, problem
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import MasukanSalah
from karier.forms.coba_hitung import FormCobaHitung
from karier.rules.topik import TOPIK
from karier.services.kalkulator import cari_topik, jawab
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.lembar import full_sheet
from karier.services.lembar_putusan import BIDANG, describe
from karier.services.simulasi import simulate
from pegawai.models import Pegawai


def own_person(request: Request) -> Pegawai:
    """The person of the account; NotFound when it belongs to nobody."""
    pegawai_id = getattr(request.user, "pegawai_id", None)
    if pegawai_id is None:
        raise exceptions.NotFound
    return Pegawai.objects.select_related("instansi").get(pk=pegawai_id)


class TentangSaya(TampilanApi):
    """Answers about the signed-in person alone; the caller has no word in whose data it is."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: Request) -> Response:
        saya = own_person(request)
        keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=timezone.localdate())[saya.pk]
        catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal="api")
        return Response(self.isi(saya, keadaan))

    @abstractmethod
    def isi(self, saya: Pegawai, keadaan: Keadaan) -> dict[str, Any]:
        """The body of the answer."""


class SayaSyarat(TentangSaya):
    """The outcome of kenaikan pangkat, the same sentences as the page Syarat kenaikan."""

    def isi(self, saya: Pegawai, keadaan: Keadaan) -> dict[str, Any]:
        lembar = full_sheet(keadaan, zona_waktu=saya.instansi.zona_waktu)
        return {
            "status": keadaan.status.name,
            "judul": lembar.judul,
            "putusan": lembar.putusan._asdict(),
            "tmt_sasaran": keadaan.hasil.tmt,
            "paling_cepat": keadaan.hasil.paling_cepat,
            "syarat": [{nama: s[nama] for nama in BIDANG} for s in lembar.syarat],
            "usulan": lembar.usulan and lembar.usulan._asdict(),
            "per_tanggal": keadaan.per_tanggal,
            "dihitung_pada": keadaan.dihitung_pada,
            "versi_aturan": keadaan.hasil.versi_aturan,
        }


class SayaPutusan(TentangSaya):
    """Every decision about the person: pangkat, jenjang, kesiapan jabatan, KGB, Satyalancana."""

    def isi(self, saya: Pegawai, keadaan: Keadaan) -> dict[str, Any]:
        return describe(keadaan)


class SayaCobaHitung(TampilanApi):
    """The next five years of the person under assumptions: the fields of the form Coba hitung."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: Request) -> HttpResponse:
        saya, per = own_person(request), timezone.localdate()
        form = FormCobaHitung(request.query_params, per=per)
        if not form.is_valid():
            bidang = {nama: " ".join(map(str, pesan)) for nama, pesan in form.errors.items()}
            return problem(400, "masukan_salah", "Andaian belum benar", bidang=bidang)
        hasil = simulate(pegawai=saya, andaian=form.andaian(), per=per)
        catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal="api")
        return Response(
            {
                "kalimat": hasil.kalimat,
                "bandingan": [b._asdict() for b in hasil.bandingan],
                "kejadian": [k._asdict() for tahun in hasil.lini.values() for k in tahun],
                "tertahan": hasil.tertahan,
                "akhir": hasil.akhir,
                "jp": hasil.jp,
                "tak_dipakai": hasil.tak_dipakai,
            }
        )


class Kalkulator(TampilanApi):
    """Rules without people: nobody signs in, nothing is stored."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "kalkulator"


class DaftarKalkulator(Kalkulator):
    """Every topic with its title and the address that answers it."""

    def get(self, request: Request) -> Response:
        return Response(
            [
                {"topik": t.kode, "judul": t.judul, "url": request.build_absolute_uri(f"{t.kode}/")}
                for t in TOPIK.values()
            ]
        )


class TopikKalkulator(Kalkulator):
    """GET: the schema of the input. POST: the answer; `?per=TANGGAL` asks for the law of another day."""

    def get(self, request: Request, topik: str) -> Response:
        return Response(cari_topik(topik).skema())

    def post(self, request: Request, topik: str) -> HttpResponse:
        try:
            return Response(jawab(topik, request.data, per=_hari(request)))
        except MasukanSalah as salah:
            tambahan: dict[str, Any] = {"bidang": salah.rincian, "skema": salah.skema}
            return problem(400, salah.kode, salah.pesan, detail=salah.tindakan, **tambahan)
        except TanggalSalah as salah:
            return problem(400, salah.kode, salah.pesan, detail=salah.tindakan)


class TanggalSalah(DomainError):  # noqa: N818 - named in the language of the domain
    """`?per=` is no day of the calendar."""


def _hari(request: Request) -> date:
    """The day whose law is asked for; today when none is named."""
    teks = request.query_params.get("per")
    try:
        return date.fromisoformat(teks) if teks else timezone.localdate()
    except ValueError:
        raise TanggalSalah(
            "tanggal_salah",
            f"Tanggal '{teks}' tidak dikenal.",
            tindakan="Tulis tahun-bulan-hari, misalnya ?per=2026-01-31.",
        ) from None
