from django.urls import path

from karier import views

app_name = "karier"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("karier/syarat/", views.syarat, name="syarat"),
    path("karier/syarat/<int:pegawai_id>/", views.syarat_pegawai, name="syarat_pegawai"),
    path("karier/tim/", views.tim, name="tim"),
]
