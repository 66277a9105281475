"""The addresses of the application with a place where one applies for a class, for tests of the way there."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from asn_karier.urls import urlpatterns as asli
from pelatihan.urls import urlpatterns as pelatihan


def daftar(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(f"Kirim pendaftaran {pk}")


urlpatterns = [
    path("pelatihan/", include(([*pelatihan, path("uji/<int:pk>/", daftar, name="daftar")], "pelatihan"))),
    *asli,
]
