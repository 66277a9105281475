"""Pages and answers for what went wrong: HTML for people, problem+json under /api/."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from asn_karier.lib.api import problem
from kinerja.views.publik_bingkai import halaman


def _for_program(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _for_citizens(request: HttpRequest) -> bool:
    return request.path.startswith("/publik/")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _for_program(request):
        return problem(400, "permintaan_tidak_terbaca", "Permintaan tidak dapat dibaca")
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The message of PermissionDenied is written for the reader and shown as it is."""
    if _for_program(request):
        return problem(403, "tidak_berwenang", "Di luar kewenangan Anda", detail=str(exception))
    return render(request, "403.html", {"pesan": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What does not exist and what lies outside the reader's scope look exactly the same."""
    if _for_program(request):
        return problem(404, "tidak_ditemukan", "Tidak ditemukan")
    if _for_citizens(request):
        return halaman(request, "tidak_ada", None, status=404)
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A page without any query: the database may be the reason."""
    if _for_program(request):
        return problem(500, "gangguan", "Maaf, ada gangguan pada layanan")
    return render(None, "500.html", status=500)
