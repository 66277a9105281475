from django.apps import AppConfig


class IntiConfig(AppConfig):
    """Machinery tables (outbox, trail, schedules). Knows no app of the domain."""

    name = "asn_karier.lib"
    label = "inti"
    verbose_name = "Mesin"
