"""The decision about an objection, beside the sheet on which the person is rated anew."""

from __future__ import annotations

from django.urls import reverse

from kinerja.services.nilai_ulang import decisions_for


def decision_lines(pegawai_id: int, tahun: int) -> list[dict[str, str]]:
    """Lines for templates/partials/ringkas.html."""
    return [
        {
            "label": f"Putusan keberatan {k.nomor}",
            "nilai": k.alasan_putusan,
            "url": reverse("kinerja:keberatan_satu", args=[k.pk]),
            "teks_url": "Lihat keberatan",
        }
        for k in decisions_for(pegawai_id=pegawai_id, tahun=tahun)
    ]
