from django.urls import path

from pegawai.views import aktivasi, saya, sehat, sesi, siapa, usulan

app_name = "pegawai"
urlpatterns = [
    path("data-saya/", saya.data_saya, name="data_saya"),
    path("akun/aktivasi/", aktivasi.aktivasi, name="aktivasi"),
    path("akun/aktivasi/sandi/", aktivasi.aktivasi_sandi, name="aktivasi_sandi"),
    path("akun/sesi/", sesi.sesi, name="sesi"),
    path("data-saya/keliru/", usulan.keliru, name="keliru"),
    path("data-saya/keliru/<slug:kode>/<int:objek_id>/", usulan.usulkan, name="usulkan"),
    path("data-saya/usul/", usulan.usul_saya, name="usul_saya"),
    path("data-saya/usul/<int:pk>/batalkan/", usulan.batalkan, name="usul_batalkan"),
    path("data-saya/usul/<int:pk>/kode/", usulan.kode, name="usul_kode"),
    path("data-saya/usul/<int:pk>/bukti/", usulan.bukti, name="usul_bukti"),
    path("data-saya/siapa/", siapa.siapa, name="siapa"),
    path("data-saya/siapa/unduh/", siapa.unduh, name="siapa_unduh"),
    path("sehat/", sehat.sehat, name="sehat"),
]
