"""What a person says about their own period before they are rated; read beside the rating."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import BERJALAN, JenisSiklus, StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Penilaian, RefleksiDiri, SiklusPenilaian
from pegawai.models import Pegawai

REFLEKSI_TERPANJANG = 2000


@transaction.atomic
def tulis_refleksi(
    *, siklus_id: int, isi: str, versi: int, actor: Any, at: datetime, kanal: str
) -> RefleksiDiri:
    """Write or rewrite one's own reflection, in both source modes, until the rating is sent.

    `versi`: what the page showed, 0 for nothing. Raises TidakDitemukan for a cycle of another instansi,
    DomainError for an empty or a too long one, a cycle that does not run, or after the rating; Bentrok
    when it changed meanwhile. The same words again are no change.
    """
    saya = Pegawai.objects.select_for_update(no_key=True).get(pk=actor.pegawai_id)
    siklus = SiklusPenilaian.objects.filter(pk=siklus_id, instansi_id=saya.instansi_id).first()
    if siklus is None:
        raise TidakDitemukan("siklus_tidak_ditemukan", "Siklus ini tidak ditemukan.")
    if (tutup := closed_because(siklus, saya)) is not None:
        raise DomainError("refleksi_tertutup", tutup)
    kata = _periksa(isi)
    refleksi = RefleksiDiri.objects.filter(pegawai=saya, siklus=siklus).first()
    if refleksi is not None and refleksi.isi == kata:
        return refleksi
    if (refleksi.versi if refleksi else 0) != versi:
        raise Bentrok(
            "versi_lama",
            "Refleksi ini berubah sejak Anda membukanya. Isian Anda belum hilang.",
            tindakan="Bandingkan, lalu kirim lagi.",
        )
    refleksi = refleksi or RefleksiDiri(pegawai=saya, siklus=siklus, versi=0)
    refleksi.isi, refleksi.dikirim_pada, refleksi.versi = kata, at, refleksi.versi + 1
    refleksi.save()
    catat(
        pengguna=actor,
        tindakan="tulis_refleksi",
        subjek_jenis="pegawai",
        subjek_id=saya.pk,
        kanal=kanal,
        rincian={"siklus": siklus.pk},
    )
    return refleksi


def _periksa(isi: str) -> str:
    kata = isi.strip()
    if not kata:
        raise DomainError("refleksi_kosong", "Tuliskan refleksi Anda.")
    if len(kata) > REFLEKSI_TERPANJANG:
        banyak = f"{len(kata):,}".replace(",", ".")
        raise DomainError("refleksi_panjang", f"Refleksi paling banyak 2.000 huruf. Sekarang {banyak}.")
    return kata


def closed_because(siklus: SiklusPenilaian, pegawai: Pegawai) -> str | None:
    """Why nothing can be written any more (or not yet); None while it can."""
    if siklus.status not in BERJALAN:
        return f"{siklus.nama} sedang tidak dibuka, jadi refleksi tidak dapat ditulis."
    if rated_in([siklus], pegawai):
        return "Atasan sudah mengirim penilaian, jadi refleksi ini tidak dapat diubah lagi."
    return None


def rated(pegawai: Pegawai) -> Q:
    """Of cycles of their instansi: those in which the rating of this person was sent."""
    periodik = EvaluasiPeriodik.objects.filter(pegawai=pegawai).exclude(status=StatusPenilaian.DRAF)
    setahun = Penilaian.objects.filter(pegawai=pegawai).exclude(status=StatusPenilaian.DRAF)
    tahunan = Q(jenis=JenisSiklus.TAHUNAN, tahun__in=setahun.values("tahun"))
    return Q(pk__in=periodik.values("siklus")) | tahunan


def rated_in(semua: Sequence[SiklusPenilaian], pegawai: Pegawai) -> set[int]:
    """Those of these cycles in which the rating of this person was sent; one query."""
    terpilih = SiklusPenilaian.objects.filter(rated(pegawai), pk__in=[s.pk for s in semua])
    return set(terpilih.values_list("pk", flat=True))


def reflection_of(*, pegawai_id: int, siklus: SiklusPenilaian, pengguna: Any) -> RefleksiDiri | None:
    """The reflection of one person for whoever may read it: they and their atasan penilai."""
    semua = RefleksiDiri.objects.visible_to(pengguna)
    refleksi: RefleksiDiri | None = semua.filter(pegawai_id=pegawai_id, siklus=siklus).first()
    return refleksi
