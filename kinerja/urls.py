from django.urls import path

from kinerja.views import (
    arahan,
    arahan_saya,
    beri_umpan_balik,
    kisah,
    konversi,
    pengakuan,
    penilaian,
    saya,
    umpan_balik,
    umpan_balik_tim,
)

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("umpan-balik/", umpan_balik.diterima, name="umpan_balik"),
    path("umpan-balik/terkirim/", umpan_balik.terkirim, name="umpan_balik_terkirim"),
    path("umpan-balik/beri/", beri_umpan_balik.pilih, name="umpan_balik_pilih"),
    path("umpan-balik/beri/<int:pegawai_id>/", beri_umpan_balik.beri, name="umpan_balik_beri"),
    path("umpan-balik/tim/<int:pegawai_id>/", umpan_balik_tim.tim, name="umpan_balik_tim"),
    path("umpan-balik/catatan/<int:pk>/hapus/", umpan_balik_tim.hapus_catatan, name="catatan_hapus"),
    path("umpan-balik/<int:pk>/", umpan_balik.satu, name="umpan_balik_satu"),
    path("umpan-balik/<int:pk>/dibaca/", umpan_balik.dibaca, name="umpan_balik_dibaca"),
    path("umpan-balik/<int:pk>/batalkan/", umpan_balik.tarik, name="umpan_balik_batalkan"),
    path("arahan/", arahan_saya.daftar, name="arahan"),
    path("arahan/untuk-saya/<int:pk>/", arahan_saya.satu, name="arahan_saya"),
    path("arahan/untuk-saya/<int:pk>/dibaca/", arahan_saya.dibaca, name="arahan_dibaca"),
    path("arahan/diberikan/", arahan.diberikan, name="arahan_diberikan"),
    path("arahan/beri/", arahan.beri, name="arahan_beri"),
    path("arahan/<int:pk>/", arahan.satu, name="arahan_satu"),
    path("pengakuan/", pengakuan.daftar, name="pengakuan"),
    path("pengakuan/usulkan/<int:pegawai_id>/", pengakuan.usulkan, name="pengakuan_usulkan"),
    path("pengakuan/<int:pk>/", pengakuan.satu, name="pengakuan_satu"),
    path("pengakuan/<int:pk>/piagam/", pengakuan.piagam, name="piagam"),
    path("pengakuan/<int:pk>/kisah/", kisah.kisah, name="kisah"),
    path("pengakuan/<int:pk>/kisah/cabut/", kisah.cabut, name="kisah_cabut"),
]
