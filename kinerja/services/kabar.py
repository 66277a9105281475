"""News that a service leaves in the inbox: that something is there, never what it says."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse

from kinerja.enums import JenisPesan
from kinerja.models import Keberatan, SiklusPenilaian, UmpanBalik
from kinerja.services.pemberitahuan import notify
from pegawai.models import Pegawai


def tell_results(siklus: SiklusPenilaian, *, pegawai_ids: Collection[int], at: datetime) -> None:
    """Results of a cycle can be read from now on; each rating anew is news of its own."""
    notify(
        orang=_people(pegawai_ids),
        jenis=JenisPesan.HASIL,
        kunci=f"hasil:{siklus.pk}:{at:%Y%m%d%H%M}",
        judul=f"Hasil {siklus.nama} sudah dapat dibaca",
        isi="Bacalah hasilnya, beri tanggapan, atau ajukan keberatan bila perlu.",
        sebab="Anda dinilai dalam siklus ini.",
        at=at,
        url=reverse("kinerja:hasil"),
        siklus=siklus,
    )


def tell_decision(keberatan: Keberatan, *, at: datetime) -> None:
    """An objection has its answer."""
    notify(
        orang=_people([keberatan.pegawai_id]),
        jenis=JenisPesan.KEBERATAN,
        kunci=f"keberatan:{keberatan.pk}",
        judul=f"Keberatan {keberatan.nomor} sudah diputuskan",
        isi="Putusan dan alasannya dapat Anda baca.",
        sebab="Anda mengajukan keberatan ini.",
        at=at,
        url=reverse("kinerja:keberatan_satu", args=[keberatan.pk]),
    )


def tell_feedback(umpan_balik: UmpanBalik, *, at: datetime) -> None:
    """Somebody gave feedback; who and what stands behind the sign-in."""
    notify(
        orang=_people([umpan_balik.pegawai_id]),
        jenis=JenisPesan.UMPAN_BALIK,
        kunci=f"umpan_balik:{umpan_balik.pk}",
        judul="Ada umpan balik baru",
        isi="Anda dapat membaca dan menanggapinya.",
        sebab="Umpan balik ini ditujukan kepada Anda.",
        at=at,
        url=reverse("kinerja:umpan_balik"),
    )


def _people(pegawai_ids: Collection[int]) -> list[Pegawai]:
    return list(Pegawai.objects.select_related("unit", "instansi").filter(pk__in=pegawai_ids))
