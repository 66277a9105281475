"""asn_karier: career management of Indonesian civil servants."""

from asn_karier.celery import app as celery_app

__all__ = ["celery_app"]
