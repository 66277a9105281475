"""Pages of the second factor, where a change must also end the other sessions."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.stagekit import unstash_login
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator

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


class MintaKode(AuthenticateView):
    """The code after the password. Whose factor HR lifts meanwhile signs in anew: left waiting, the login
    page and this one would send the person to each other without end."""

    @method_decorator(login_not_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        menunggu = unstash_login(request, peek=True)
        if menunggu is not None and not is_mfa_enabled(menunggu.user, [Authenticator.Type.TOTP]):
            unstash_login(request)
            return HttpResponseRedirect(reverse("account_login"))
        return super().dispatch(request, *args, **kwargs)


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


kode = MintaKode.as_view()
pasang = PasangAplikasi.as_view()
lepas = LepasAplikasi.as_view()
cadangan = BuatCadangan.as_view()
