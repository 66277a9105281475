from django.urls import path

from pegawai import views

app_name = "pegawai"
urlpatterns = [
    path("data-saya/", views.data_saya, name="data_saya"),
    path("sehat/", views.sehat, name="sehat"),
]
