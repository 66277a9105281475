"""Where pages of learning lead back to."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def class_page(pendaftaran_id: int) -> str:
    """*Kelas saya* of one enrolment; the home page where this installation has no such page."""
    try:
        return reverse("pelatihan:kelas", args=[pendaftaran_id])
    except NoReverseMatch:
        return "/"
