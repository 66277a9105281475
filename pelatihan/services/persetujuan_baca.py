"""Enrolments as the atasan reads them: what waits, and what can still be taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from asn_karier.lib import kata
from pegawai.models import Pegawai
from pegawai.services.profil import identities
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, LangkahPendaftaran, Pendaftaran
from pelatihan.rules.pendaftaran import BATAS_URUNGKAN, may_undo
from pelatihan.services.bentrok import collisions_each, named
from pelatihan.services.pendaftaran_baca import Baris, complete, last_steps, line
from pelatihan.services.persetujuan import is_own_word


class UntukAtasan(NamedTuple):
    """One enrolment as who decides reads it: enough to say yes or no."""

    baris: Baris
    jabatan: str
    bentrok: str
    rincian: str


def waiting_for(pengguna: Any, *, at: datetime) -> list[UntukAtasan]:
    """What waits for `pengguna` as the atasan of today, the class that begins first on top."""
    menunggu = Pendaftaran.objects.menunggu_putusan(pengguna)
    dengan = complete(menunggu).prefetch_related("angkatan__sesi")
    semua = list(dengan.order_by("angkatan__mulai", "urut"))
    siapa, bentrok = _people(semua, at), collisions_each(semua)
    return [
        UntukAtasan(
            line(p),
            siapa[p.pegawai_id],
            named(bentrok[p.pk]),
            _details(p.angkatan),
        )
        for p in semua
    ]


def _details(a: Angkatan) -> str:
    """'8 JP, Aula BKPSDM, tanpa biaya': how long, where, and what the office pays."""
    biaya = f"{kata.rupiah(a.biaya)} dibayar instansi" if a.biaya else "tanpa biaya"
    return f"{a.pelatihan.jp} JP, {a.tempat or a.pelatihan.get_metode_display().lower()}, {biaya}"


def _people(semua: Collection[Pendaftaran], at: datetime) -> dict[int, str]:
    orang = Pegawai.objects.filter(pk__in={p.pegawai_id for p in semua})
    return {pk: i.jabatan for pk, i in identities(orang, per=at.date()).items()}


def undoable_by(pengguna: Any, *, at: datetime) -> list[Baris]:
    """What `pengguna` decided as the atasan within the last ten minutes and may still take back."""
    langkah = LangkahPendaftaran.objects.filter(
        oleh=pengguna, dari=StatusPendaftaran.MENUNGGU_ATASAN, pada__gt=at - BATAS_URUNGKAN
    )
    semua = complete(
        Pendaftaran.objects.visible_to(pengguna).filter(
            pk__in=langkah.values("pendaftaran"),
            status__in=(StatusPendaftaran.MENUNGGU_BKPSDM, StatusPendaftaran.DITOLAK),
        )
    ).exclude(pegawai=pengguna.pegawai_id)
    akhir = last_steps(semua)
    return [
        line(p)
        for p in semua
        if is_own_word(akhir[p.pk].dari, akhir[p.pk].oleh_id, pengguna) and may_undo(akhir[p.pk].pada, at)
    ]
