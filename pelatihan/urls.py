from django.urls import path

from pelatihan.views import akpk, akpk_tim, publik_sertifikat, sertifikat

#: For everybody, without an account; included by the composition root.
sertifikat_urls = [
    path("", publik_sertifikat.periksa, name="periksa"),
    path("kunci.json", publik_sertifikat.kunci, name="kunci"),
]

app_name = "pelatihan"
urlpatterns = [
    path("sertifikat/", sertifikat.daftar, name="sertifikat"),
    path("sertifikat/<str:nomor>/unduh/", sertifikat.unduh, name="sertifikat_unduh"),
    path("kebutuhan/", akpk.kebutuhan, name="kebutuhan"),
    path("kebutuhan/<int:pk>/tarik/", akpk.tarik, name="kebutuhan_tarik"),
    path("kebutuhan/tim/", akpk_tim.daftar, name="kebutuhan_tim"),
    path("kebutuhan/tim/<int:pk>/", akpk_tim.satu, name="kebutuhan_pegawai"),
]
