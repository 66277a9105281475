"""What holds in every environment. dev, test and prod add their own secrets and locks."""

from pathlib import Path

from asn_karier.settings import env, log

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env.read_text("ASN_VAR_DIR", str(BASE_DIR / "var")))

ASN_PERAN_PROSES = env.read_choice("ASN_PERAN_PROSES", "web", tuple(env.STATEMENT_TIMEOUT))
ASN_NUM_PROXIES = env.read_int("ASN_NUM_PROXIES", 0)

INSTALLED_APPS = [
    "asn_karier.lib.apps.KarierAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "rest_framework",
    "oauth2_provider",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "crispy_forms",
    "simple_history",
    "asn_karier.apps.AsnKarierConfig",
    "asn_karier.lib",
    "pegawai",
    "pelatihan",
    "mentoring",
    "kinerja",
    "karier",
]

MIDDLEWARE = [
    # First, so that every answer carries the headers: static files and errors too.
    "asn_karier.lib.security.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below WhiteNoise (files are compressed once). Against BREACH Django masks the CSRF token and pads pages.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # After it, because the second factor is allauth's; before any view.
    "pegawai.adapters.PenjagaSesiMiddleware",
    # Outside the guards, so that it keeps what was typed when one of them turns a POST away.
    "asn_karier.lib.pintu_draf.TitipIsianMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "asn_karier.lib.situs.jam.JamMejaMiddleware",
    # Last, so that it sees a busy database before anything else turns it into a 500.
    "asn_karier.lib.security.BusyDatabaseMiddleware",
]

ROOT_URLCONF = "asn_karier.urls"
WSGI_APPLICATION = "asn_karier.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "asn_karier.konteks.portal",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["asn"]
CRISPY_TEMPLATE_PACK = "asn"

# Database -------------------------------------------------------------------------------------
DATABASES = {
    "default": env.read_database(
        "ASN_DATABASE_URL",
        root=BASE_DIR,
        role=ASN_PERAN_PROSES,
        default=f"sqlite:///{VAR_DIR / 'asn_karier.sqlite3'}",
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language, time -------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
FORMAT_MODULE_PATH = ["asn_karier.formats"]
# Our words where the libraries' own Indonesian is stiff or blames the reader.
LOCALE_PATHS = [BASE_DIR / "asn_karier" / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

# Static files, uploads ------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.read_text("ASN_STATIC_ROOT", str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(env.read_text("ASN_MEDIA_ROOT", str(VAR_DIR / "berkas")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Largest import file in bytes. 25 MB hold about 20,000 rows of the SIASN export.
ASN_IMPOR_MAKS_BYTE = env.read_int("ASN_IMPOR_MAKS_BYTE", 25 * 1024 * 1024)
# Days that the file and the rows of an import stay: once applied or refused, and while never applied.
# At most ten years: whoever needs longer keeps the file itself, not a copy full of personal data.
ASN_IMPOR_SIMPAN_HARI = env.read_int("ASN_IMPOR_SIMPAN_HARI", 90, at_most=3650)
ASN_IMPOR_PRATINJAU_HARI = env.read_int("ASN_IMPOR_PRATINJAU_HARI", 30, at_most=3650)
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Demo accounts have a password that everyone knows: only dev and test may make them.
ASN_IZINKAN_CONTOH = False

# Accounts -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "pegawai.Pengguna"
# One backend: with two, a wrong password would cost two hashes.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["asn_karier.lib.hashers.Argon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "pegawai.adapters.AkunAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# Guesses per account are counted in the database (pegawai.services.masuk). Per address only floods are
# cut: a whole office shares one.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "120/m/ip"}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ALLAUTH_TRUSTED_PROXY_COUNT = ASN_NUM_PROXIES
MFA_ADAPTER = "pegawai.adapters.PengamanAdapter"
MFA_FORMS = {
    "authenticate": "pegawai.forms.akun.FormKode",
    "reauthenticate": "pegawai.forms.akun.FormPastikan",
}
# One step of 30 seconds to either side, for phones whose clock is a little off; a code counts once
# (pegawai.services.pengaman).
MFA_TOTP_TOLERANCE = 1
# Second factor compulsory for staff, leaders, and where an instansi says so. Production refuses to be
# without it (asn_karier.checks); a newcomer on one machine is not led through an app first.
ASN_MFA_WAJIB = env.read_bool("ASN_MFA_WAJIB", default=False)
# Days that a printed activation code holds.
ASN_KODE_AKTIVASI_HARI = env.read_int("ASN_KODE_AKTIVASI_HARI", 30, at_most=90)
# Minutes in which whoever gave feedback may take it back, as long as nobody has seen it.
ASN_UMPAN_BALIK_TARIK_MENIT = env.read_int("ASN_UMPAN_BALIK_TARIK_MENIT", 30, at_most=1440)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "asn_karier"
MFA_RECOVERY_CODES_SHOW_ONCE = True
# No letter leaves this version: HR hands out passwords. A reset form must not wait for a mail server.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# Sessions, cookies, headers -------------------------------------------------------------------
# A session ends after resting or living too long; sooner for staff (pegawai.adapters.penjaga).
ASN_SESI_DIAM_MENIT = env.read_int("ASN_SESI_DIAM_MENIT", 30, at_most=120)
ASN_SESI_DIAM_PENGELOLA_MENIT = env.read_int("ASN_SESI_DIAM_PENGELOLA_MENIT", 15, at_most=60)
ASN_SESI_JAM = env.read_int("ASN_SESI_JAM", 12, at_most=24)
ASN_SESI_PENGELOLA_JAM = env.read_int("ASN_SESI_PENGELOLA_JAM", 8, at_most=12)
ASN_KUKI_AKTIF = "aktif"
# An hour more than the longest life, so that the sign-in page can still say why a session ended.
SESSION_COOKIE_AGE = (max(ASN_SESI_JAM, ASN_SESI_PENGELOLA_JAM) + 1) * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# REST -----------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_RATES": {"kalkulator": "120/min"},
    # Without it the whole X-Forwarded-For header would name the client, who writes it.
    "NUM_PROXIES": ASN_NUM_PROXIES,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "REST asn_karier",
    "DESCRIPTION": "Data karier ASN bagi aplikasi perangkat daerah. Panduannya ada di /api/v1/dokumen/.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
    "SORT_OPERATIONS": False,
    "PREPROCESSING_HOOKS": ["asn_karier.api.skema.hanya_v1"],
    "POSTPROCESSING_HOOKS": ["asn_karier.api.skema.rapikan"],
}

# OAuth2 for programs of agencies: client credentials and nothing else. No other page of the toolkit is
# mounted; the RFC 9700 switches close what it would accept besides.
OAUTH2_PROVIDER_APPLICATION_MODEL = "pegawai.KlienApi"
MIGRATION_MODULES = {"oauth2_provider": "asn_karier.oauth2_provider.migrations"}
OAUTH2_PROVIDER = {
    "OAUTH2_SERVER_CLASS": "oauthlib.oauth2.BackendApplicationServer",
    "OAUTH2_VALIDATOR_CLASS": "pegawai.api.oauth.PemeriksaKlien",
    "SCOPES_BACKEND_CLASS": "pegawai.api.oauth.CakupanKlien",
    "APPLICATION_ADMIN_CLASS": "pegawai.admin.klien.KlienApiAdmin",
    "ACCESS_TOKEN_EXPIRE_SECONDS": 3600,
    "ALLOWED_REDIRECT_URI_SCHEMES": ["https"],
    "REFRESH_TOKEN_REUSE_PROTECTION": True,
    "COMPLIANT_BCP_RFC9700_IMPLICIT_GRANT": True,
    "COMPLIANT_BCP_RFC9700_PASSWORD_GRANT": True,
    "COMPLIANT_BCP_RFC9700_PKCE_METHOD": True,
    "COMPLIANT_BCP_RFC9700_ACCESS_TOKEN_TRANSPORT": True,
    "COMPLIANT_BCP_RFC9700_AUTHZ_RESPONSE_ISS": True,
    "COMPLIANT_BCP_RFC9700_TOKEN_STORAGE": True,
    "COMPLIANT_BCP_RFC9700_REFRESH_TOKEN": True,
    "COMPLIANT_BCP_RFC9700_REDIRECT_URI_SCHEME": True,
    "COMPLIANT_BCP_RFC9700_REDIRECT_URI_MATCHING": True,
    "COMPLIANT_BCP_RFC9700_PKCE_REQUIRED": True,
}
# Requests of one client in a minute.
ASN_API_PER_MENIT = env.read_int("ASN_API_PER_MENIT", 600, at_most=100_000)

# Celery: a message is only a hint; the database holds the work ---------------------------------
ASN_REDIS_URL = env.read_text("ASN_REDIS_URL", "")
_VISIBILITY_SECONDS = 300
CELERY_BROKER_URL = ASN_REDIS_URL or "memory://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {
        "visibility_timeout": _VISIBILITY_SECONDS,
        "unacked_restore_throttle": 1,
        # A broker that is dead or frozen costs a request less than 1.5 s, once: the sweeper hints
        # again. A worker waits longer, because its blocking read alone takes a second.
        "socket_timeout": 0.5 if ASN_PERAN_PROSES == "web" else 5,
        "socket_connect_timeout": 0.5,
        "health_check_interval": 10,
        "max_retries": 0,
        "connect_retries_timeout": 1,
    }
    if ASN_REDIS_URL
    else {}
)
CELERY_VISIBILITY_TIMEOUT = _VISIBILITY_SECONDS
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_DEFAULT_QUEUE = "asn"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_STORE_EAGER_RESULT = False
CELERY_TASK_SERIALIZER = "json"
CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
# Both below the visibility timeout: a message must not come back while its task still runs.
CELERY_TASK_SOFT_TIME_LIMIT = 120
CELERY_TASK_TIME_LIMIT = 150
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000  # KiB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# With the in-memory broker the prefork pool hangs at shutdown, and SQLite has one writer anyway.
CELERY_WORKER_POOL = "prefork" if ASN_REDIS_URL else "threads"
CELERY_WORKER_CONCURRENCY = env.read_int("ASN_WORKER_CONCURRENCY", 2 if ASN_REDIS_URL else 1)
CELERY_TIMEZONE = TIME_ZONE
# How often a worker looks for work that no message announced, in seconds.
ASN_SAPU_DETIK = env.read_int("ASN_SAPU_DETIK", 3)
# Otherwise Celery closes the database connection after every task.
CELERY_DB_REUSE_MAX = 500

LOGGING = log.logging_to_stderr(
    env.read_choice("ASN_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
)
