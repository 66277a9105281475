"""/api/v1/: what programs may read. This step offers one answer, whole."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from asn_karier.galat import problem
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from karier.services.keadaan import read_outcomes
from karier.services.lembar import full_sheet
from pegawai.models import Pegawai

BIDANG = (
    "kode",
    "judul",
    "status",
    "nilai_teks",
    "perlu_teks",
    "sumber",
    "dasar_hukum",
    "pelaku",
    "tindakan",
    "paling_cepat",
    "mengikat",
)
MASALAH = {
    exceptions.NotAuthenticated: (401, "belum_masuk", "Masuk lebih dahulu untuk membaca data Anda."),
    exceptions.AuthenticationFailed: (401, "belum_masuk", "Masuk lebih dahulu untuk membaca data Anda."),
    exceptions.PermissionDenied: (403, "tidak_berwenang", "Data ini di luar kewenangan Anda."),
    exceptions.NotFound: (404, "tidak_ditemukan", "Data ini tidak ditemukan dalam lingkup Anda."),
    exceptions.MethodNotAllowed: (405, "metode_tidak_ada", "Alamat ini hanya dapat dibaca (GET)."),
    exceptions.NotAcceptable: (406, "bentuk_tidak_ada", "Jawaban tersedia sebagai application/json."),
}


def problem_handler(salah: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Every refusal as RFC 9457; None lets an unexpected error become a 500."""
    for jenis, (status, kode, detail) in MASALAH.items():
        if isinstance(salah, jenis):
            return problem(status, kode, "Permintaan ditolak", detail=detail)
    if isinstance(salah, DomainError):
        return problem(409, salah.kode, salah.pesan, detail=salah.tindakan)
    return None


class SayaSyarat(APIView):
    """The outcome of the signed-in person, the same sentences as the page Syarat kenaikan."""

    http_method_names = ["get", "head", "options"]

    def get_exception_handler(self) -> Callable[[Exception, dict[str, Any]], HttpResponse | None]:
        return problem_handler

    def get(self, request: Request) -> Response:
        pegawai_id = getattr(request.user, "pegawai_id", None)
        if pegawai_id is None:
            raise exceptions.NotFound
        saya = Pegawai.objects.select_related("instansi").get(pk=pegawai_id)
        keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=timezone.localdate())[saya.pk]
        lembar = full_sheet(keadaan, zona_waktu=saya.instansi.zona_waktu)
        catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal="api")
        return Response(
            {
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
        )
