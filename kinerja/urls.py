from django.urls import path

from kinerja.views import konversi, penilaian, penilaian_tim, saya

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("penilaian/<int:siklus_id>/", penilaian_tim.tim, name="penilaian_tim"),
    path("penilaian/<int:siklus_id>/periksa/", penilaian_tim.periksa, name="penilaian_periksa"),
    path("penilaian/<int:siklus_id>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:siklus_id>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
]
