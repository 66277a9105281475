from django.urls import path

from karier.views import (
    aturan,
    beranda,
    coba_hitung,
    foto_ulang,
    lembar,
    lima_menit,
    pelatihan,
    penjelasan,
    syarat,
    tim,
    tinjau,
)

app_name = "karier"
urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("karier/foto-ulang/<int:pk>/", foto_ulang.foto_ulang, name="foto_ulang"),
    path("karier/lembar-saya/", lembar.lembar_saya, name="lembar_saya"),
    path("lembar/", lembar.cari_lembar, name="lembar_cari"),
    path("lembar/<slug:kode>/", lembar.lembar_kode, name="lembar_kode"),
    path("karier/penjelasan/<int:pk>/", penjelasan.penjelasan, name="penjelasan"),
    path("karier/penjelasan/<int:pk>/dibaca/", penjelasan.dibaca, name="penjelasan_dibaca"),
    path("karier/penjelasan/<int:pk>/unduh/", penjelasan.unduh, name="penjelasan_unduh"),
    path("karier/syarat/", syarat.syarat, name="syarat"),
    path("karier/syarat/<int:pegawai_id>/", syarat.syarat_pegawai, name="syarat_pegawai"),
    path("karier/syarat/coba-hitung/", coba_hitung.coba_hitung, name="coba_hitung"),
    path("karier/syarat/<slug:jenis>/", syarat.putusan, name="putusan"),
    path("karier/syarat/<int:pegawai_id>/<slug:jenis>/", syarat.syarat_pegawai, name="putusan_pegawai"),
    path("karier/tinjau/<slug:subjek>/", tinjau.tinjau, name="tinjau"),
    path("karier/tinjau/<int:pk>/batalkan/", tinjau.batalkan, name="tinjau_batalkan"),
    path("karier/lima-menit/", lima_menit.lima_menit, name="lima_menit"),
    path("karier/tim/", tim.tim, name="tim"),
    path("pelatihan/", pelatihan.pelatihan, name="pelatihan"),
    path("pelatihan/katalog/<int:pk>/", pelatihan.program, name="program"),
    path("aturan/<slug:kode>/<slug:mulai>/", aturan.aturan, name="aturan"),
]
