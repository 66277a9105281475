"""What third-party apps put into the HR door, cut down to what this service uses.

Django's groups, allauth's e-mail addresses and its list of sessions (with whole IP addresses) have no use
here. A lost second factor is taken away by two officers (pegawai.services.bantuan); this list is for
accounts that belong to no person, and for the system's administrator. Its secret is never shown.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from oauth2_provider.models import (
    get_access_token_model,
    get_grant_model,
    get_id_token_model,
    get_refresh_token_model,
)

from asn_karier.lib.situs import AdminBerlingkup
from pegawai.services.sesi import end_sessions

for model in (Group, EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)
# Tokens are given out and checked by pegawai.api; programs have their own page (pegawai.admin.klien).
for model in (get_access_token_model(), get_grant_model(), get_id_token_model(), get_refresh_token_model()):
    admin.site.unregister(model)


@admin.register(Authenticator)
class PengamanAdmin(AdminBerlingkup):
    """Second factors: seen and taken away, never made or read."""

    hanya_super = True
    boleh_hapus = True
    list_display = ("user", "type", "created_at", "last_used_at")
    list_select_related = ("user",)
    list_filter = ("type",)
    search_fields = ("user__username",)
    fields = ("user", "type", "created_at", "last_used_at")
    readonly_fields = fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only of office accounts, and never one's own: a person's takes two officers."""
        milik_orang = obj is not None and (obj.user.pegawai_id is not None or obj.user == request.user)
        return not milik_orang and super().has_delete_permission(request, obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """With every session of the account: one of them may be whoever found the phone."""
        super().delete_model(request, obj)
        end_sessions(obj.user)
