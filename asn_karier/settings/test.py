"""Tests: fixed secrets, a database file of their own, cheap password hashes."""

import os
import tempfile
from pathlib import Path

from asn_karier.settings.base import *  # noqa: F403
from asn_karier.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "hanya-untuk-pengujian-" * 3
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
ASN_IZINKAN_CONTOH = True
ASN_MFA_WAJIB = False  # whatever the environment says: its own tests switch it on
ASN_NIK_KEYS = ["dWppLXVqaS11amktdWppLXVqaS11amktdWppLXVqaS0="]
ASN_NIK_INDEX_KEY = "indeks-hanya-untuk-pengujian-" * 2
ASN_SERTIFIKAT_KUNCI = ["c2VydGlmaWthdC11amktc2VydGlmaWthdC11amktLTE="]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, because worker threads of a test share it; one per process, because several runs of the
    # suite may go on at once. Nothing here must survive a power cut, so the disk is not waited for.
    _folder = Path(tempfile.gettempdir())
    DATABASES["default"]["NAME"] = str(_folder / "asn_karier-uji-tak-dipakai.sqlite3")
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / f"asn_karier-uji-{os.getpid()}.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
MEDIA_ROOT = Path(tempfile.gettempdir()) / f"asn_karier-uji-berkas-{os.getpid()}"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
