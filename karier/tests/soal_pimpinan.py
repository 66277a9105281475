"""What the demo that is typed here must show of ideas, and of a leader's weekly five minutes."""

from __future__ import annotations

from datetime import datetime

from django.test import Client
from django.urls import reverse

from kinerja.enums import StatusUsul
from kinerja.models import IkutUsul, UsulPerbaikan
from pegawai.models import Pengguna


def ideas_are_alive(saat: datetime) -> None:
    """One in every state; one that rose, one with a colleague, one that was measured."""
    semua = UsulPerbaikan.objects.all()
    assert set(semua.values_list("status", flat=True)) == {s.value for s in StatusUsul}
    assert semua.exclude(naik_pada=None).exists()
    assert IkutUsul.objects.ikut().exists()
    assert semua.terukur().count() == 2
    for kolom in ("dikirim_pada", "dijawab_pada", "naik_pada", "selesai_pada"):
        assert not semua.filter(**{f"{kolom}__gt": saat}).exists()


def five_minutes_are_full(pimpinan: Pengguna, client: Client) -> None:
    """The known leader meets all four parts."""
    client.force_login(pimpinan)
    isi = client.get(reverse("karier:lima_menit")).context
    assert len(isi["puji"]) == len(isi["bicara"]) == 3
    assert isi["putusan"]
    assert isi["risiko"]
