from django.urls import path

from pelatihan.views import (
    akpk,
    akpk_tim,
    jp,
    jp_tim,
    kelas,
    kuis,
    materi,
    mengajar,
    penerapan,
    persetujuan,
    publik_sertifikat,
    sertifikat,
    umpan_balik,
)

#: For everybody, without an account; included by the composition root.
sertifikat_urls = [
    path("", publik_sertifikat.periksa, name="periksa"),
    path("kunci.json", publik_sertifikat.kunci, name="kunci"),
]

app_name = "pelatihan"
urlpatterns = [
    path("daftar/<int:pk>/", kelas.daftar, name="daftar"),
    path("hadir/<int:pk>/", kelas.hadir, name="hadir"),
    path("kelas/", kelas.kelas_saya, name="kelas_saya"),
    path("kelas/<int:pk>/", kelas.kelas, name="kelas"),
    path("kelas/<int:pk>/batalkan/", kelas.batalkan, name="kelas_batalkan"),
    path("kelas/<int:pk>/surat-tugas/", kelas.surat, name="kelas_surat"),
    path("persetujuan/", persetujuan.daftar, name="persetujuan"),
    path("persetujuan/<int:pk>/setujui/", persetujuan.setujui, name="persetujuan_setujui"),
    path("persetujuan/<int:pk>/tolak/", persetujuan.tolak, name="persetujuan_tolak"),
    path("persetujuan/<int:pk>/urungkan/", persetujuan.urungkan, name="persetujuan_urungkan"),
    path("sertifikat/", sertifikat.daftar, name="sertifikat"),
    path("sertifikat/<str:nomor>/unduh/", sertifikat.unduh, name="sertifikat_unduh"),
    path("kebutuhan/", akpk.kebutuhan, name="kebutuhan"),
    path("kebutuhan/<int:pk>/tarik/", akpk.tarik, name="kebutuhan_tarik"),
    path("kebutuhan/tim/", akpk_tim.daftar, name="kebutuhan_tim"),
    path("kebutuhan/tim/<int:pk>/", akpk_tim.satu, name="kebutuhan_pegawai"),
    path("jp/", jp.jp, name="jp"),
    path("jp/tambah/", jp.tambah, name="jp_tambah"),
    path("jp/kegiatan/<int:pk>/", jp.satu, name="kegiatan"),
    path("jp/kegiatan/<int:pk>/perbaiki/", jp.perbaiki, name="kegiatan_perbaiki"),
    path("jp/kegiatan/<int:pk>/tarik/", jp.tarik, name="kegiatan_tarik"),
    path("jp/kegiatan/<int:pk>/setujui/", jp.setujui, name="kegiatan_setujui"),
    path("jp/kegiatan/<int:pk>/kode/", jp.kode, name="kegiatan_kode"),
    path("jp/kegiatan/<int:pk>/bukti/", jp.bukti, name="kegiatan_bukti"),
    path("tim/jp/", jp_tim.tim_jp, name="tim_jp"),
    path("atasan/", jp_tim.atasan, name="atasan"),
    path("kelas/<int:pk>/materi/<int:urut>/", materi.materi, name="materi"),
    path("kelas/<int:pk>/materi/<int:urut>/berkas/", materi.berkas, name="materi_berkas"),
    path("kelas/<int:pk>/luring/", materi.luring, name="luring"),
    path("kelas/<int:pk>/kuis/<slug:tahap>/", kuis.kuis, name="kuis"),
    path("kelas/<int:pk>/umpan-balik/", umpan_balik.umpan_balik, name="umpan_balik"),
    path("penerapan/", penerapan.daftar, name="penerapan"),
    path("penerapan/<int:pk>/", penerapan.isi, name="penerapan_isi"),
    path("mengajar/", mengajar.daftar, name="mengajar"),
    path("mengajar/<int:angkatan_id>/", mengajar.kelas, name="mengajar_kelas"),
    path("mengajar/<int:angkatan_id>/materi/<int:urut>/", mengajar.materi, name="mengajar_materi"),
    path("mengajar/<int:angkatan_id>/materi/<int:urut>/berkas/", mengajar.berkas, name="mengajar_berkas"),
]
