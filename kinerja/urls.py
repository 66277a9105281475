from django.urls import path

from kinerja.views import delegasi, dokumen, kalibrasi, konversi, penilaian, penilaian_tim, saya

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("penilaian/<int:siklus_id>/", penilaian_tim.tim, name="penilaian_tim"),
    path("penilaian/<int:siklus_id>/periksa/", penilaian_tim.periksa, name="penilaian_periksa"),
    path("penilaian/<int:siklus_id>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:siklus_id>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("dokumen/evaluasi/<slug:bentuk>/<int:pk>/", dokumen.pdf_evaluasi, name="pdf_evaluasi"),
    path("dokumen/konversi/<int:pk>/", dokumen.pdf_konversi, name="pdf_konversi"),
    path("dokumen/akumulasi/<int:pegawai_id>/", dokumen.pdf_akumulasi, name="pdf_akumulasi"),
    path("dokumen/pak/<int:pk>/", dokumen.pdf_pak, name="pdf_pak"),
    path("dokumen/salinan/<slug:jenis>/<int:pk>/", dokumen.salinan, name="salinan"),
    path("delegasi/", delegasi.delegasi, name="delegasi"),
    path("delegasi/<int:pk>/cabut/", delegasi.cabut, name="delegasi_cabut"),
    path("kalibrasi/", kalibrasi.daftar, name="kalibrasi"),
    path("kalibrasi/<int:pk>/", kalibrasi.sesi, name="kalibrasi_sesi"),
    path("kalibrasi/<int:pk>/<int:penilaian_id>/", kalibrasi.usul, name="kalibrasi_usul"),
    path("kalibrasi/usul/<int:pk>/", kalibrasi.jawab, name="kalibrasi_jawab"),
]
