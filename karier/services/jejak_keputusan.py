"""Decisions on the trail: a line for each person, which says what recommendation it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from asn_karier.lib.audit import catat_satu_satu
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.kamus import nama_golongan
from karier.models import KeputusanRekomendasi, Rekomendasi
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI


def tujuan_usulan(r: Rekomendasi) -> str:
    """The golongan, or the competency, that a recommendation is about."""
    if r.jenis == JenisRekomendasi.KENAIKAN_PANGKAT:
        return nama_golongan(int(r.sasaran))
    return LABEL_PEGAWAI[KompetensiMansoskul][KompetensiMansoskul(r.sasaran)]


def record_decisions(
    *,
    jenis: JenisKeputusan,
    keputusan: Iterable[tuple[KeputusanRekomendasi, StatusRekomendasi]],
    actor: Any,
    kanal: str,
    alasan: str,
    rincian: dict[str, Any] | None = None,
) -> None:
    """One or many decisions of one press, each with the status that it leads to.

    Called while the recommendations still carry the status they come from. The key `keputusan` keeps the
    reason for HR of the person; `rincian` says what the press was about besides (its letter, its key).
    """
    catat_satu_satu(
        pengguna=actor,
        tindakan=f"rekomendasi_{jenis}",
        baris=[
            (
                k.pegawai_id,
                {
                    "rekomendasi": k.rekomendasi_id,
                    "keputusan": k.pk,
                    "perihal": f"{k.rekomendasi}: {tujuan_usulan(k.rekomendasi)}",
                    "dari": k.rekomendasi.status,
                    "ke": tujuan.value,
                    **(rincian or {}),
                },
            )
            for k, tujuan in keputusan
        ],
        kanal=kanal,
        keperluan=alasan,
    )
