from django.urls import path

from kinerja.views import hasil, keberatan, keberatan_putus, konversi, penilaian, saya, tindak_lanjut

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("hasil/", hasil.daftar, name="hasil"),
    path("hasil/<slug:jenis>/<int:pk>/", hasil.satu, name="hasil_satu"),
    path("hasil/<slug:jenis>/<int:pk>/dibaca/", hasil.dibaca, name="hasil_dibaca"),
    path("hasil/<slug:jenis>/<int:pk>/tanggapan/", hasil.tanggapi, name="hasil_tanggapan"),
    path("hasil/<slug:jenis>/<int:pk>/keberatan/", keberatan.ajukan, name="keberatan_ajukan"),
    path(
        "hasil/<slug:jenis>/<int:pk>/<slug:kode>/<slug:aksi>/",
        tindak_lanjut.isi,
        name="tindak_lanjut_isi",
    ),
    path("tindak-lanjut/", tindak_lanjut.daftar, name="tindak_lanjut"),
    path("keberatan/", keberatan.daftar, name="keberatan"),
    path("keberatan/<int:pk>/", keberatan.satu, name="keberatan_satu"),
    path("keberatan/<int:pk>/keterangan/", keberatan.terangkan_kasus, name="keberatan_keterangan"),
    path("keberatan/<int:pk>/cabut/", keberatan.cabut, name="keberatan_cabut"),
    path("keberatan/<int:pk>/dibaca/", keberatan.putusan_dibaca, name="keberatan_dibaca"),
    path("keberatan/<int:pk>/periksa/", keberatan_putus.periksa, name="keberatan_periksa"),
    path("keberatan/<int:pk>/putuskan/", keberatan_putus.putuskan, name="keberatan_putuskan"),
    path("keberatan/<int:pk>/nilai-ulang/", keberatan_putus.nilai_ulang, name="keberatan_nilai_ulang"),
]
