"""Every address of the house: portal, accounts, HR desk, API, health."""

from allauth.account import views as akun
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as cadangan
from django.contrib import admin
from django.urls import include, path, re_path

from asn_karier import api
from kinerja.urls import publik_urls
from pegawai.views import pengaman
from pelatihan.urls import sertifikat_urls

# Names are allauth's, because its own code reverses them. What has no page here does not exist:
# no sign-up, no e-mail addresses, no reset by mail (HR hands out a link that works once).
akun_urls = [
    path("masuk/", akun.login, name="account_login"),
    path("keluar/", akun.logout, name="account_logout"),
    path("tidak-aktif/", akun.account_inactive, name="account_inactive"),
    path("pastikan/", akun.reauthenticate, name="account_reauthenticate"),
    path("sandi/ubah/", akun.password_change, name="account_change_password"),
    path("sandi/buat/", akun.password_set, name="account_set_password"),
    path("sandi/selesai/", akun.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^sandi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        akun.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("pengaman/", mfa.index, name="mfa_index"),
    path("pengaman/kode/", pengaman.kode, name="mfa_authenticate"),
    path("pengaman/pastikan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("pengaman/aplikasi/pasang/", pengaman.pasang, name="mfa_activate_totp"),
    path("pengaman/aplikasi/lepas/", pengaman.lepas, name="mfa_deactivate_totp"),
    path("pengaman/cadangan/", cadangan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("pengaman/cadangan/buat/", pengaman.cadangan, name="mfa_generate_recovery_codes"),
    path("pengaman/cadangan/unduh/", cadangan.download_recovery_codes, name="mfa_download_recovery_codes"),
]

urlpatterns = [
    path("", include("karier.urls")),
    path("", include("pegawai.urls")),
    path("kinerja/", include("kinerja.urls")),
    path("pelatihan/", include("pelatihan.urls")),
    path("mentoring/", include("mentoring.urls")),
    path("publik/sertifikat/", include((sertifikat_urls, "sertifikat"))),
    path("publik/", include((publik_urls, "publik"))),
    path("akun/", include(akun_urls)),
    path("api/v1/", include(api)),
    path("kelola/", admin.site.urls),
]

handler400 = "asn_karier.galat.bad_request"
handler403 = "asn_karier.galat.forbidden"
handler404 = "asn_karier.galat.not_found"
handler500 = "asn_karier.galat.server_error"
