from django.urls import path

from pegawai.views import saya, sehat

app_name = "pegawai"
urlpatterns = [
    path("data-saya/", saya.data_saya, name="data_saya"),
    path("sehat/", sehat.sehat, name="sehat"),
]
