"""/api/v1/: the doors of the apps for programs, assembled."""

from django.urls import path

from karier import api as karier

urlpatterns = [
    path("saya/syarat/", karier.SayaSyarat.as_view(), name="api_saya_syarat"),
    path("saya/putusan/", karier.SayaPutusan.as_view(), name="api_saya_putusan"),
    path("saya/coba-hitung/", karier.SayaCobaHitung.as_view(), name="api_saya_coba_hitung"),
    path("kalkulator/", karier.DaftarKalkulator.as_view(), name="api_kalkulator"),
    path("kalkulator/<slug:topik>/", karier.TopikKalkulator.as_view(), name="api_kalkulator_topik"),
]
