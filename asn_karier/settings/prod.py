"""Production: every secret comes from the environment, every lock is closed."""

from asn_karier.settings import env
from asn_karier.settings.base import *  # noqa: F403
from asn_karier.settings.base import DATABASES, STORAGES

DEBUG = False
SECRET_KEY = env.read_secret("ASN_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.read_list("ASN_SECRET_KEY_LAMA")
ALLOWED_HOSTS = env.read_list("ASN_ALLOWED_HOSTS", None)
CSRF_TRUSTED_ORIGINS = env.read_list("ASN_CSRF_TRUSTED_ORIGINS")
ASN_NIK_KEYS = env.read_fernet_keys("ASN_NIK_KEYS")
ASN_NIK_INDEX_KEY = env.read_secret("ASN_NIK_INDEX_KEY")
ASN_SERTIFIKAT_KUNCI = env.read_fernet_keys("ASN_SERTIFIKAT_KUNCI")

env.read_text("ASN_DATABASE_URL")  # named, never fallen into: the default of base.py is for one machine
DATABASES["default"]["CONN_MAX_AGE"] = env.read_int("ASN_CONN_MAX_AGE", 60)

SESSION_COOKIE_NAME = "__Host-sesi"
SESSION_COOKIE_SECURE = True
ASN_KUKI_AKTIF = "__Host-aktif"
ASN_MFA_WAJIB = env.read_bool("ASN_MFA_WAJIB", default=True)
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = env.read_int("ASN_HSTS_DETIK", 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
# Only a proxy that always sets or removes this header may stand in front; docs/operasi.md says how.
if env.read_bool("ASN_DI_BELAKANG_PROXY_TLS", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
