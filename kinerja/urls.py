from django.urls import path

from kinerja.views import konversi, penilaian, publik, publik_data, publik_forum, publik_ulas, saya, ucapan

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("ucapan/", ucapan.ucapan, name="ucapan"),
]

#: For everybody, without an account. Fixed words come first: no government is called "u" or "terima".
publik_urls = [
    path("", publik.awal, name="awal"),
    path("u/<slug:kode>/", publik_ulas.ulas, name="ulas"),
    path("terima/<slug:nomor>/", publik_ulas.terima, name="terima"),
    path("<slug:instansi>/", publik.beranda, name="beranda"),
    path("<slug:instansi>/ulasan/", publik.pilih, name="pilih"),
    path("<slug:instansi>/capaian/", publik.capaian, name="capaian"),
    path("<slug:instansi>/capaian/<int:unit>/", publik.unit, name="unit"),
    path("<slug:instansi>/yang-berubah/", publik.berubah, name="berubah"),
    path("<slug:instansi>/dialog/", publik_forum.forum, name="forum"),
    path("<slug:instansi>/dialog/<int:topik>/", publik_forum.topik, name="topik"),
    path("<slug:instansi>/dialog/<int:topik>/masukan/", publik_ulas.masukan, name="masukan"),
    path("<slug:instansi>/data/", publik_data.data, name="data"),
    path("<slug:instansi>/data/<slug:nama>.<slug:bentuk>", publik_data.berkas, name="berkas"),
    path("<slug:instansi>/pernyataan/", publik.pernyataan, name="pernyataan"),
]
