# Image of the web server and the worker. Build: docker build -t asn_karier .
FROM python:3.11-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=asn_karier.settings.prod ASN_STATIC_ROOT=/app/static-terkumpul ASN_VAR_DIR=/data
RUN useradd --system --uid 10001 --home-dir /app asn && install -d -o asn -g asn -m 700 /data
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
# collectstatic reads settings, so it needs keys; these are made for this one line and kept nowhere.
RUN ASN_ALLOWED_HOSTS=localhost ASN_DATABASE_URL=sqlite:////tmp/build.sqlite3 \
    ASN_SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(64))') \
    ASN_NIK_INDEX_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(64))') \
    ASN_NIK_KEYS=$(python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())') \
    ASN_SERTIFIKAT_KUNCI=$(python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())') \
    python manage.py collectstatic --noinput
USER asn
EXPOSE 8000
CMD ["gunicorn", "asn_karier.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--timeout", "30", "--worker-tmp-dir", "/dev/shm"]
