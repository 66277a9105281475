from django.urls import path

from pegawai.views import aktivasi, saya, sehat, sesi

app_name = "pegawai"
urlpatterns = [
    path("data-saya/", saya.data_saya, name="data_saya"),
    path("akun/aktivasi/", aktivasi.aktivasi, name="aktivasi"),
    path("akun/aktivasi/sandi/", aktivasi.aktivasi_sandi, name="aktivasi_sandi"),
    path("akun/sesi/", sesi.sesi, name="sesi"),
    path("sehat/", sehat.sehat, name="sehat"),
]
