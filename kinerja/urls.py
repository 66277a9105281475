from django.urls import path

from kinerja.views import konversi, penilaian, saya, skp, skp_isi, skp_lembar, skp_sepakat, skp_tim

SKP = "skp/lembar/<int:skp_id>/"

app_name = "kinerja"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("penilaian/", penilaian.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", penilaian.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", penilaian.tetapkan, name="tetapkan"),
    path("penilaian/konversi/", konversi.konversi, name="konversi"),
    path("skp/", skp.sekarang, name="skp"),
    path("skp/<int:tahun>/", skp.tahun, name="skp_tahun"),
    path("skp/<int:tahun>/tim/", skp_tim.tim, name="skp_tim"),
    path("skp/<int:tahun>/tim/matriks/", skp_tim.matriks, name="skp_matriks"),
    path(SKP, skp_lembar.lembar, name="skp_lembar"),
    path(f"{SKP}kesepakatan/<int:ke>/", skp_lembar.naskah, name="skp_naskah"),
    path(f"{SKP}pendekatan/", skp.pendekatan, name="skp_pendekatan"),
    path(f"{SKP}lanjutan/", skp.lanjutan, name="skp_lanjutan"),
    path(f"{SKP}hasil/", skp_isi.hasil_baru, name="skp_hasil_baru"),
    path(f"{SKP}hasil/<int:hasil_id>/", skp_isi.hasil, name="skp_hasil"),
    path(f"{SKP}hasil/<int:hasil_id>/pindah/", skp_isi.pindah, name="skp_pindah"),
    path(f"{SKP}hasil/<int:hasil_id>/hapus/", skp_isi.hapus, name="skp_hapus"),
    path(f"{SKP}hasil/<int:hasil_id>/tautkan/", skp_isi.tautkan, name="skp_tautkan"),
    path(f"{SKP}perilaku/", skp_isi.perilaku, name="skp_perilaku"),
    path(f"{SKP}lampiran/", skp_isi.lampiran, name="skp_lampiran"),
    path(f"{SKP}periksa/", skp_sepakat.periksa, name="skp_periksa"),
    path(f"{SKP}tarik/", skp_sepakat.tarik, name="skp_tarik"),
    path(f"{SKP}setujui/", skp_sepakat.setujui, name="skp_setujui"),
    path(f"{SKP}kembalikan/", skp_sepakat.kembalikan, name="skp_kembalikan"),
    path(f"{SKP}buka/", skp_sepakat.buka, name="skp_buka"),
    path(f"{SKP}catatan/", skp_sepakat.catatan, name="skp_catatan"),
]
