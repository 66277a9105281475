from django.urls import path

from kinerja.views import konversi, penilaian, realisasi, realisasi_tim, refleksi, saya

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("realisasi/<int:siklus_id>/<int:skp_id>/", realisasi.realisasi, name="realisasi"),
    path("realisasi/<int:siklus_id>/<int:skp_id>/periksa/", realisasi.periksa, name="realisasi_periksa"),
    path("realisasi/<int:siklus_id>/<int:skp_id>/terkirim/", realisasi.terkirim, name="realisasi_terkirim"),
    path("realisasi/bukti/<int:pk>/", realisasi.bukti, name="realisasi_bukti"),
    path("realisasi/<int:pk>/kode/", realisasi.kode, name="realisasi_kode"),
    path("realisasi/<int:pk>/tolak/", realisasi.tolak, name="realisasi_tolak"),
    path("realisasi/tim/", realisasi_tim.daftar, name="realisasi_tim"),
    path("realisasi/tim/<int:pk>/", realisasi_tim.lembar, name="realisasi_lembar"),
    path("refleksi/<int:siklus_id>/", refleksi.refleksi, name="refleksi"),
]
