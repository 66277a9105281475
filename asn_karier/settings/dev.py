"""One machine, nothing but Python: SQLite, in-memory broker, secrets made at the first start.

`make run` uses it. It is also what a newcomer and a small trial office see, so DEBUG is off unless
asked for: people meet our own error pages, and a traceback never reaches a browser by accident.
"""

from asn_karier.settings import env
from asn_karier.settings.base import *  # noqa: F403
from asn_karier.settings.base import STATIC_ROOT, VAR_DIR

_SECRETS = env.read_or_create_secrets(VAR_DIR / "rahasia-dev")

DEBUG = env.read_bool("ASN_DEBUG", default=False)
SECRET_KEY = env.read_secret("ASN_SECRET_KEY", _SECRETS["SECRET_KEY"])
ALLOWED_HOSTS = env.read_list("ASN_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.read_list("ASN_CSRF_TRUSTED_ORIGINS")
ASN_IZINKAN_CONTOH = True
ASN_NIK_KEYS = env.read_fernet_keys("ASN_NIK_KEYS", _SECRETS["NIK_KEYS"])
ASN_NIK_INDEX_KEY = env.read_secret("ASN_NIK_INDEX_KEY", _SECRETS["NIK_INDEX_KEY"])
ASN_SERTIFIKAT_KUNCI = env.read_fernet_keys("ASN_SERTIFIKAT_KUNCI", _SECRETS["SERTIFIKAT_KUNCI"])

STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Serve static files straight from where they are written: no collectstatic before the first page.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
