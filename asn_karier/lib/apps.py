from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class IntiConfig(AppConfig):
    """Machinery tables (outbox, trail, schedules). Knows no app of the domain."""

    name = "asn_karier.lib"
    label = "inti"
    verbose_name = "Mesin"


class KarierAdminConfig(admin_apps.AdminConfig):
    """The stock admin with our site: permissions from roles with scope (see lib.situs)."""

    default = False  # else Django would not know which of the two configs "asn_karier.lib" means
    default_site = "asn_karier.lib.situs.KarierAdminSite"
