from django.urls import URLPattern, path

from pelatihan.views import akpk, akpk_tim

app_name = "pelatihan"
urlpatterns: list[URLPattern] = [
    path("kebutuhan/", akpk.kebutuhan, name="kebutuhan"),
    path("kebutuhan/<int:pk>/tarik/", akpk.tarik, name="kebutuhan_tarik"),
    path("kebutuhan/tim/", akpk_tim.daftar, name="kebutuhan_tim"),
    path("kebutuhan/tim/<int:pk>/", akpk_tim.satu, name="kebutuhan_pegawai"),
]
