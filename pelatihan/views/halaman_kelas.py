"""Where pages of learning lead back to."""

from django.urls import reverse


def class_page(pendaftaran_id: int) -> str:
    """*Kelas saya* of one enrolment."""
    return reverse("pelatihan:kelas", args=[pendaftaran_id])
