"""*Semua yang hadir: Selesai*: one press for everybody who was there all the time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count

from pelatihan.enums import StatusPendaftaran
from pelatihan.kamus.pendaftaran import TERTAHAN
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.rules.pendaftaran import PESERTA, held_back
from pelatihan.services.angkatan import HasilKelas, record_results
from pelatihan.services.kursi import hold_class
from pelatihan.services.pendaftaran import Dilewati, HasilBanyak


class Hadir(NamedTuple):
    """One participant; `tertahan`: why they do not finish with the others, empty when they do."""

    p: Pendaftaran
    tertahan: str


def attended(angkatan: Angkatan) -> dict[int, int]:
    """In how many sessions somebody was, by enrolment; who was in none is not named."""
    hadir = angkatan.pendaftaran.order_by().filter(kehadiran__isnull=False)
    return dict(hadir.values_list("pk").annotate(banyak=Count("kehadiran")))


def all_present(angkatan: Angkatan, actor: Any) -> list[Hadir]:
    """Everybody who takes part, in the order of application; three queries."""
    sesi, hadir = angkatan.sesi.count(), attended(angkatan)
    semua = angkatan.pendaftaran.filter(status__in=PESERTA).select_related("pegawai").order_by("urut")
    return [Hadir(p, _held_back(p, hadir.get(p.pk, 0), sesi, actor)) for p in semua]


def _held_back(p: Pendaftaran, hadir: int, sesi: int, actor: Any) -> str:
    diri = actor.pegawai_id is not None and actor.pegawai_id == p.pegawai_id
    sebab = held_back(StatusPendaftaran(p.status), hadir=hadir, sesi=sesi, diri=diri)
    isi = {"status": p.get_status_display().lower(), "hadir": hadir, "sesi": sesi}
    return TERTAHAN[sebab].format(**isi) if sebab else ""


@transaction.atomic
def finish_present(*, angkatan_id: int, versi: Mapping[int, int], actor: Any, at: datetime) -> HasilBanyak:
    """SELESAI for those on the page (`versi` by enrolment, as it was read) who are ready still; marks stay.

    Who is not any more is named with why. Refused like `record_results`.
    """
    semua = [h for h in all_present(hold_class(angkatan_id), actor) if h.p.pk in versi]
    hasil = {
        h.p.pk: HasilKelas(StatusPendaftaran.SELESAI, h.p.nilai_pra, h.p.nilai_pasca, versi[h.p.pk])
        for h in semua
        if not h.tertahan
    }
    jawab = record_results(angkatan_id=angkatan_id, hasil=hasil, actor=actor, at=at)
    tertahan = [Dilewati(h.p.pegawai.nama_gelar, h.tertahan) for h in semua if h.tertahan]
    return HasilBanyak(jawab.jadi, [*jawab.dilewati, *tertahan])
