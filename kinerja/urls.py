from django.urls import path

from kinerja.views import konversi, penilaian, saya, umpan_360, umpan_360_hasil

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("umpan-360/", umpan_360.daftar, name="umpan_360"),
    path("umpan-360/<int:undangan_id>/", umpan_360.isi, name="isi_360"),
    path("umpan-360/penjawab/", umpan_360.calon, name="calon_360"),
    path("umpan-360/penjawab/<int:putaran_id>/", umpan_360.usul, name="usul_360"),
    path("umpan-360/hasil/", umpan_360_hasil.daftar, name="hasil_360_daftar"),
    path("umpan-360/hasil/<int:putaran_id>/<int:pegawai_id>/", umpan_360_hasil.hasil, name="hasil_360"),
]
