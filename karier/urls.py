from django.urls import path

from karier import views

app_name = "karier"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("karier/syarat/", views.syarat, name="syarat"),
    path("karier/syarat/<int:pegawai_id>/", views.syarat_pegawai, name="syarat_pegawai"),
    path("karier/syarat/coba-hitung/", views.coba_hitung, name="coba_hitung"),
    path("karier/syarat/<slug:jenis>/", views.putusan, name="putusan"),
    path("karier/syarat/<int:pegawai_id>/<slug:jenis>/", views.syarat_pegawai, name="putusan_pegawai"),
    path("karier/tim/", views.tim, name="tim"),
    path("aturan/<slug:kode>/<slug:mulai>/", views.aturan, name="aturan"),
]
