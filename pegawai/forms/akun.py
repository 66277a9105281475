"""Forms about accounts: codes of the app, activation, the identity check."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import CaraKenal
from pegawai.services.masuk import PENGAMAN, TerkunciSementara, clear_attempts, reserve_attempt
from pegawai.services.pengaman import claim_code


class KodeSekali(forms.Form):
    """A mixin for allauth's forms: tries are counted in the database, and a code of the app counts once."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        saat, nama = timezone.localtime(), str(self.user.pk)
        try:
            reserve_attempt(nama=nama, at=saat, ruang=PENGAMAN)
        except TerkunciSementara as terkunci:
            pesan = terkunci.kalimat
            raise ValidationError(pesan, code="too_many_login_attempts") from terkunci
        kode: str = super().clean_code()  # type: ignore[misc]
        aplikasi = self.authenticator.type == Authenticator.Type.TOTP
        if aplikasi and not claim_code(pengaman=self.authenticator, kode=kode):
            raise get_adapter().validation_error("incorrect_code")
        clear_attempts(nama=nama, at=saat, ruang=PENGAMAN)
        return kode


class FormKode(KodeSekali, AuthenticateForm):
    """The second step of signing in."""


class FormPastikan(KodeSekali, ReauthenticateForm):
    """The same, before something that matters."""


class FormAktivasi(forms.Form):
    """What stands on the slip."""

    nip = forms.CharField(
        label="NIP",
        max_length=60,
        help_text="18 angka, boleh dengan spasi",
        error_messages={"required": "Isi NIP Anda."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "inputmode": "numeric"}),
    )
    kode = forms.CharField(
        label="Kode",
        max_length=60,
        help_text="12 huruf dan angka pada slip. Huruf kecil, spasi, dan tanda hubung boleh.",
        error_messages={"required": "Isi kode pada slip Anda."},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class FormSandiPertama(forms.Form):
    """A password that only its owner knows; `nik` where the code was handed out by an officer."""

    nik = forms.CharField(
        label="NIK Anda",
        max_length=40,
        help_text="16 angka seperti pada KTP. Petugas yang memberi kode tidak melihat angka ini di sistem.",
        error_messages={"required": "Isi NIK Anda."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    sandi = forms.CharField(
        label="Kata sandi",
        strip=False,
        help_text="Paling sedikit 12 huruf. Beberapa kata yang mudah Anda ingat sudah kuat.",
        error_messages={"required": "Buat kata sandi Anda."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    ulang = forms.CharField(
        label="Kata sandi, sekali lagi",
        strip=False,
        error_messages={"required": "Tulis kata sandi itu sekali lagi."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, pengguna: Any, perlu_nik: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pengguna = pengguna
        if not perlu_nik:
            del self.fields["nik"]

    def clean_sandi(self) -> str:
        sandi: str = self.cleaned_data["sandi"]
        validate_password(sandi, self._pengguna)
        return sandi

    def clean_ulang(self) -> str:
        ulang: str = self.cleaned_data["ulang"]
        if "sandi" in self.cleaned_data and ulang != self.cleaned_data["sandi"]:
            raise ValidationError("Kedua kata sandi belum sama. Tulis sekali lagi.")
        return ulang


class FormKenal(forms.Form):
    """How an officer made sure who asks."""

    cara = forms.ChoiceField(
        label="Bagaimana Anda memastikan identitasnya?",
        choices=lambda: choices_of(CaraKenal),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih cara Anda memastikan identitasnya."},
    )
    catatan = forms.CharField(
        label="Catatan",
        max_length=120,
        help_text="Misalnya: KTP ditunjukkan di kantor pada 21 November 2026. Tersimpan pada jejak akses.",
        error_messages={"required": "Tuliskan apa yang Anda lihat atau dengar."},
    )


class FormPutusan(forms.Form):
    """The second officer's decision."""

    alasan = forms.CharField(
        label="Alasan", max_length=120, required=False, help_text="Perlu diisi bila permintaan ditolak."
    )
