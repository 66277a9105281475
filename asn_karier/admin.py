"""What third-party apps put into the HR door, cut down to what this service uses.

Django's groups and allauth's e-mail addresses have no use here. A lost second factor is taken away
by the system's administrator after an identity check at the counter; its secret is never shown.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group
from oauth2_provider.models import (
    get_access_token_model,
    get_grant_model,
    get_id_token_model,
    get_refresh_token_model,
)

from asn_karier.lib.situs import AdminBerlingkup

for model in (Group, EmailAddress, Authenticator):
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
