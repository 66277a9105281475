from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class IntiConfig(AppConfig):
    """Machinery tables (outbox, trail, schedules). Knows no app of the domain."""

    name = "asn_karier.lib"
    label = "inti"
    verbose_name = "Mesin"

    def ready(self) -> None:
        """Triggers are made again after every migrate (lib.db.pemicu says why); old drafts are swept."""
        from django.db.models.signals import post_migrate, pre_migrate

        from asn_karier.lib.db import lepas_pemicu, pasang_pemicu
        from asn_karier.lib.draf_isian import SAPUAN, SapuanDraf
        from asn_karier.lib.tasks import daftarkan_sapuan

        pre_migrate.connect(lepas_pemicu, sender=self, dispatch_uid="lepas_pemicu")
        post_migrate.connect(pasang_pemicu, sender=self, dispatch_uid="pasang_pemicu")
        daftarkan_sapuan(SAPUAN, SapuanDraf())


class KarierAdminConfig(admin_apps.AdminConfig):
    """The stock admin with our site: permissions from roles with scope (see lib.situs)."""

    default = False  # else Django would not know which of the two configs "asn_karier.lib" means
    default_site = "asn_karier.lib.situs.KarierAdminSite"
