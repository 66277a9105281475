from django.urls import path

from kinerja import views

app_name = "kinerja"
urlpatterns = [
    path("penilaian/", views.daftar, name="daftar"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/", views.penilaian, name="penilaian"),
    path("penilaian/<int:tahun>/<int:pegawai_id>/tetapkan/", views.tetapkan, name="tetapkan"),
    path(
        "penilaian/<int:tahun>/<int:pegawai_id>/konversi/",
        views.tanda_tangani_konversi,
        name="tanda_tangani_konversi",
    ),
]
