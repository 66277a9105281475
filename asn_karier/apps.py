from django.apps import AppConfig


class AsnKarierConfig(AppConfig):
    """The composition root as an app: it brings the system checks and has no tables."""

    name = "asn_karier"
    verbose_name = "ASN Karier"

    def ready(self) -> None:
        from asn_karier import checks  # noqa: F401  (importing registers the checks)
