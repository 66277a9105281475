from django.urls import path

from mentoring.views import bersedia, mentor

app_name = "mentoring"
urlpatterns = [
    path("", mentor.mentor, name="mentor"),
    path("pilih/", mentor.pilih, name="pilih"),
    path("cari/", mentor.cari, name="cari"),
    path("cari/batal/", mentor.batal, name="batal"),
    path("pilihan/<int:pk>/tarik/", mentor.tarik, name="tarik"),
    path("bersedia/", bersedia.bersedia, name="bersedia"),
    path("istirahat/", bersedia.istirahat, name="istirahat"),
    path("jawab/<int:pk>/", bersedia.jawab, name="jawab"),
    path("jawab/<int:pk>/terima/", bersedia.terima, name="terima"),
    path("jawab/<int:pk>/belum/", bersedia.belum, name="belum"),
]
