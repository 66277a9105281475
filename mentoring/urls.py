from django.urls import path

from mentoring.views import akhir, bersedia, catatan, mentor, pasangan, pertemuan

app_name = "mentoring"
urlpatterns = [
    path("", mentor.mentor, name="mentor"),
    path("pilih/", mentor.pilih, name="pilih"),
    path("cari/", mentor.cari, name="cari"),
    path("cari/batal/", mentor.batal, name="batal"),
    path("pilihan/<int:pk>/tarik/", mentor.tarik, name="tarik"),
    path("bersedia/", bersedia.bersedia, name="bersedia"),
    path("istirahat/", bersedia.istirahat, name="istirahat"),
    path("jawab/<int:pk>/", bersedia.jawab, name="jawab"),
    path("jawab/<int:pk>/terima/", bersedia.terima, name="terima"),
    path("jawab/<int:pk>/belum/", bersedia.belum, name="belum"),
    path("pasangan/<int:pk>/", pasangan.pasangan, name="pasangan"),
    path("pasangan/<int:pk>/catat/", pertemuan.catat, name="pertemuan_catat"),
    path("pasangan/<int:pk>/atur/", pertemuan.atur, name="pertemuan_atur"),
    path("pasangan/<int:pk>/panduan/", pasangan.petunjuk, name="panduan"),
    path("pasangan/<int:pk>/sasaran/", catatan.sasaran, name="sasaran"),
    path("pasangan/<int:pk>/catatan/", catatan.bersama, name="catatan"),
    path("pasangan/<int:pk>/pribadi/", catatan.pribadi, name="pribadi"),
    path("pasangan/<int:pk>/denyut/", pasangan.denyut, name="denyut"),
    path("pasangan/<int:pk>/akhiri/", akhir.akhiri, name="akhiri"),
    path("pasangan/<int:pk>/terima-kasih/", akhir.terima_kasih, name="terima_kasih"),
    path("pasangan/<int:pk>/surat/<slug:jenis>/", akhir.terbitkan, name="surat"),
    path("pasangan/surat/<str:nomor>/unduh/", akhir.unduh, name="surat_unduh"),
    path("pasangan/pertemuan/<int:pk>/konfirmasi/", pertemuan.konfirmasi, name="pertemuan_konfirmasi"),
    path("pasangan/pertemuan/<int:pk>/beda/", pertemuan.beda, name="pertemuan_beda"),
    path("pasangan/pertemuan/<int:pk>/batal/", pertemuan.batal, name="pertemuan_batal"),
    path("pasangan/sasaran/<int:pk>/setujui/", pasangan.setujui_sasaran, name="sasaran_setujui"),
    path("pasangan/sasaran/<int:pk>/kemajuan/", pasangan.kemajuan_sasaran, name="sasaran_kemajuan"),
    path("pasangan/catatan/<int:pk>/hapus/", catatan.hapus_bersama, name="catatan_hapus"),
    path("pasangan/pribadi/<int:pk>/hapus/", catatan.hapus_pribadi, name="pribadi_hapus"),
]
