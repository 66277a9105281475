"""What third-party apps put into the HR door, cut down to what this service uses.

Django's groups and allauth's e-mail addresses have no use here. A lost second factor is taken away
by the system's administrator after an identity check at the counter; its secret is never shown.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group

from asn_karier.lib.situs import AdminBerlingkup

for model in (Group, EmailAddress, Authenticator):
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
