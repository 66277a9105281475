"""An evidence file as an answer: always a download under a name of ours, never shown inside a page."""

from django.http import HttpResponse

from pegawai.enums import JenisBukti
from pegawai.models import Bukti

_TIPE = {JenisBukti.PDF: "application/pdf", JenisBukti.JPG: "image/jpeg"}


def unduhan_bukti(bukti: Bukti, isi: bytes) -> HttpResponse:
    """`isi` as an attachment that no browser runs, sniffs or frames."""
    jenis = JenisBukti(bukti.jenis)
    jawaban = HttpResponse(isi, content_type=_TIPE[jenis])
    jawaban["Content-Disposition"] = f'attachment; filename="bukti-{bukti.pk}.{jenis.value}"'
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "no-store, private"
    return jawaban
