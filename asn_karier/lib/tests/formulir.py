"""Forms of the HR door as a browser holds them."""

from typing import Any

from django.test import Client

from asn_karier.lib.situs.usang import SIDIK


def terbaca(client: Client, alamat: str) -> dict[str, Any]:
    """The hidden mark of what the page showed, to be sent back with a correction."""
    return {SIDIK: client.get(alamat).context["adminform"].form[SIDIK].value()}
