"""Door of the application server (gunicorn asn_karier.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asn_karier.settings.prod")

application = get_wsgi_application()
