# asn_karier: `make install`, `make run`, `make check`, `make test`. Needs Python 3.11+ and GNU make.

PYTHON ?= python3
PORT ?= 8000
JOBS ?= auto
VENV := .venv
KATA := asn_karier/locale/id/LC_MESSAGES/django
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
UV_VERSION := 0.13.9
UV_COMPILE := .venv-kunci/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links

# What prod settings ask for; only `manage.py check --deploy` and the tests of settings read these values.
PROD_ENV := DJANGO_SETTINGS_MODULE=asn_karier.settings.prod ASN_ALLOWED_HOSTS=karier.example.go.id \
	ASN_DATABASE_URL=postgres://asn:asn@localhost/asn ASN_REDIS_URL=redis://localhost:6379/0 \
	ASN_SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))') \
	ASN_NIK_INDEX_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))') \
	ASN_NIK_KEYS=$$($(PY) -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())') \
	ASN_SERTIFIKAT_KUNCI=$$($(PY) -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())')

RULES := pegawai kinerja pelatihan mentoring karier
RULES_TESTS := $(wildcard */tests/test_rules_*.py) karier/tests/test_kalkulator.py

.PHONY: install install-dev run test cepat liput gambar check format kata lock clean

install: $(VENV)/.terpasang

install-dev: $(VENV)/.terpasang-dev

# Needs nothing but Python: SQLite, an in-memory broker, secrets made in var/ at the first start.
run: install
	$(PY) manage.py jalankan --port $(PORT)

# The tests of rules run once, under coverage; the rest after them.
test: liput
	$(PY) -m pytest -q -n $(JOBS) $(RULES_TESTS:%=--ignore=%)

# The tests to run while typing: under a minute.
cepat: install-dev
	$(PY) -m pytest -q -n $(JOBS) -m "not layanan and not lambat"

# Every branch of the rules, reached by the tests of rules alone.
liput: install-dev
	$(PY) -m pytest -q -n $(JOBS) $(RULES_TESTS) $(RULES:%=--cov=%/rules) --cov-branch --cov-fail-under=100 --cov-report=term-missing:skip-covered

# Take the pictures of docs/harapan.md anew: by the walks that have one.
gambar: install-dev
	ASN_GAMBAR=1 ASN_UJI_CHROMIUM=wajib $(PY) -m pytest -q -m peramban \
		$$(grep -lE 'potret\("' */tests/test_*.py)

# Everything that can be said without running the program, in one go.
check: install-dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy
	find templates -name '*.html' -exec $(VENV)/bin/djade --check --target-version 5.2 {} +
	DJANGO_SETTINGS_MODULE=asn_karier.settings.test $(PY) manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=asn_karier.settings.test $(PY) manage.py check --fail-level WARNING
	$(PROD_ENV) $(PY) manage.py check --deploy --fail-level WARNING

format: install-dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 {} +

# Compile our words for the libraries' messages (asn_karier/locale); a test proves that the .mo is fresh.
kata: install-dev
	$(PY) -c "import polib; polib.pofile('$(KATA).po').save_as_mofile('$(KATA).mo')"

# Write requirements*.txt anew from the .in files (newer versions: make lock UPGRADE=--upgrade).
# The lock names no index and no machine, and keeps extras: an older pip reads `coverage` and `coverage[toml]` as two.
lock:
	test -x .venv-kunci/bin/uv || { $(PYTHON) -m venv .venv-kunci && .venv-kunci/bin/pip install -q uv==$(UV_VERSION); }
	$(UV_COMPILE) $(UPGRADE) requirements.in -o requirements.txt
	$(UV_COMPILE) $(UPGRADE) requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) .venv-kunci .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Python belum terpasang. Pasang Python 3.11 atau lebih baru. / Python is missing: install 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Perlu Python 3.11 atau lebih baru; $(PYTHON) adalah $$($(PYTHON) -V). Coba: make PYTHON=python3.12 install"; \
		echo "Python 3.11 or newer is needed. Try: make PYTHON=python3.12 install"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Modul venv belum ada. Di Debian/Ubuntu: apt install python3-venv"; \
		echo "The venv module is missing. On Debian/Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.terpasang: requirements.txt | $(VENV)/bin/python
	$(PIP_INSTALL) -r requirements.txt
	touch $@

$(VENV)/.terpasang-dev: requirements-dev.txt | $(VENV)/bin/python
	$(PIP_INSTALL) -r requirements-dev.txt
	touch $@ $(VENV)/.terpasang
