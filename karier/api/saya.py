"""About the signed-in person: the own decisions, and Coba hitung."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api import TampilanApi, problem
from asn_karier.lib.audit import catat_baca
from karier.forms.coba_hitung import FormCobaHitung
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.lembar import full_sheet
from karier.services.lembar_putusan import BIDANG, describe
from karier.services.simulasi import simulate
from pegawai.api.bentuk import Galat
from pegawai.models import Pegawai

#: Answers to people are sentences whose shape follows the decision; OpenAPI says no more than that.
BEBAS = {"type": "object", "additionalProperties": True}


def galat_saya(nama: str, ringkas: str, **lain: Any) -> Any:
    """OpenAPI of an answer about oneself."""
    return extend_schema(
        operation_id=nama,
        summary=ringkas,
        description=f"{ringkas}, bagi pegawai yang masuk di portal dengan peramban yang sama.",
        tags=["Saya"],
        responses={
            200: OpenApiResponse(BEBAS, "Jawaban"),
            400: OpenApiResponse(Galat, "Isian belum benar"),
            401: OpenApiResponse(Galat, "Belum masuk"),
            404: OpenApiResponse(Galat, "Akun ini bukan akun pegawai"),
            406: OpenApiResponse(Galat, "Jawaban hanya tersedia sebagai JSON"),
        },
        **lain,
    )


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


@extend_schema_view(get=galat_saya("saya_syarat", "Syarat kenaikan pangkat"))
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


@extend_schema_view(get=galat_saya("saya_putusan", "Semua putusan tentang saya"))
class SayaPutusan(TentangSaya):
    """Every decision about the person: pangkat, jenjang, kesiapan jabatan, KGB, Satyalancana."""

    def isi(self, saya: Pegawai, keadaan: Keadaan) -> dict[str, Any]:
        return describe(keadaan)


class SayaCobaHitung(TampilanApi):
    """The next five years of the person under assumptions: the fields of the form Coba hitung."""

    http_method_names = ["get", "head", "options"]

    @galat_saya(
        "saya_coba_hitung",
        "Coba hitung lima tahun ke depan",
        parameters=[OpenApiParameter(n, {"type": "string"}) for n in FormCobaHitung.base_fields],
    )
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
