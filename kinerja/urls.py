from django.urls import path

from kinerja.views import konversi, penilaian, saya

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
]
