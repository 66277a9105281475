from django.urls import path

from pelatihan.views import publik_sertifikat, sertifikat

#: For everybody, without an account; included by the composition root.
sertifikat_urls = [
    path("", publik_sertifikat.periksa, name="periksa"),
    path("kunci.json", publik_sertifikat.kunci, name="kunci"),
]

app_name = "pelatihan"
urlpatterns = [
    path("sertifikat/", sertifikat.daftar, name="sertifikat"),
    path("sertifikat/<str:nomor>/unduh/", sertifikat.unduh, name="sertifikat_unduh"),
]
