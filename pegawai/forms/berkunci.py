"""A form that is sent once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms

from asn_karier.lib.views import isikan


class BerkunciForm(forms.Form):
    """A form that is sent once: its key comes back with a second click."""

    kunci = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Muat ulang halaman"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"kunci": uuid4()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def ganti_kunci(self) -> None:
        """What is typed is kept and may be sent as something new."""
        isikan(self, kunci=uuid4())
