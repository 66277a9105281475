"""Pages of the second factor, where a change must also end the other sessions."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.http import HttpResponse

from pegawai.adapters.penjaga import mark_factor_set_up
from pegawai.services.pengaman import after_factor_changed, claim_code


class _Berubah:
    """After the change itself: a line on the trail, and every other device signs in anew."""

    tindakan = ""
    request: Any

    def form_valid(self, form: Any) -> HttpResponse:
        jawaban: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        self.sesudah(form)
        after_factor_changed(
            pengguna=self.request.user,
            tindakan=self.tindakan,
            kunci_ini=self.request.session.session_key,
        )
        return jawaban

    def sesudah(self, form: Any) -> None:
        """What else a change of this kind asks for."""


class PasangAplikasi(_Berubah, ActivateTOTPView):
    tindakan = "pasang_pengaman"

    def sesudah(self, form: Any) -> None:
        """The code that proved the app is used up, and this session has shown its second factor."""
        aplikasi = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        claim_code(pengaman=aplikasi, kode=form.cleaned_data["code"])
        mark_factor_set_up(self.request)


class LepasAplikasi(_Berubah, DeactivateTOTPView):
    tindakan = "lepas_pengaman_sendiri"


class BuatCadangan(_Berubah, GenerateRecoveryCodesView):
    tindakan = "buat_kode_cadangan"


pasang = PasangAplikasi.as_view()
lepas = LepasAplikasi.as_view()
cadangan = BuatCadangan.as_view()
