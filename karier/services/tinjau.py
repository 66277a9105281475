"""*Minta ditinjau manusia*: a person objects to an outcome, a named officer reads it and answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import HasilTinjau, StatusTinjau, SubjekTinjau
from karier.models import PermintaanTinjau
from pegawai.models import Pegawai

#: The same promise as for a correction (UU 27/2022): no number of its own stands in art. 10.
BATAS: Final = timedelta(hours=72)


@transaction.atomic
def minta_tinjau(
    *, pegawai: Pegawai, subjek: SubjekTinjau, alasan: str, terbaca: str, actor: Any, at: datetime, kanal: str
) -> PermintaanTinjau:
    """Ask about one's own outcome; `terbaca` is what the person had before them, in words.

    TidakDitemukan about anybody else, Bentrok while one about the same subject waits (a second click),
    DomainError without saying what should be looked at.
    """
    if actor.pegawai_id != pegawai.pk:
        raise TidakDitemukan("hasil_tidak_ditemukan", "Hasil ini tidak ditemukan.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan apa yang menurut Anda perlu ditinjau.")
    # Of two clicks the second finds what the first wrote.
    Pegawai.objects.select_for_update(of=("self",), no_key=True).get(pk=pegawai.pk)
    if PermintaanTinjau.objects.filter(pegawai=pegawai, subjek=subjek, status=StatusTinjau.MENUNGGU).exists():
        raise Bentrok(
            "tinjau_terbuka",
            "Permintaan Anda tentang hal ini sudah terkirim dan sedang ditinjau.",
            tindakan="Jawabannya tampil di halaman ini.",
        )
    permintaan = PermintaanTinjau.objects.create(
        pegawai=pegawai,
        subjek=subjek,
        alasan=alasan.strip()[:1000],
        terbaca=terbaca[:300],
        dibuat_pada=at,
        tenggat=at + BATAS,
    )
    _catat(permintaan, "minta_tinjau", actor, kanal)
    return permintaan


@transaction.atomic
def jawab_tinjau(
    *, permintaan_id: int, hasil: HasilTinjau, jawaban: str, actor: Any, at: datetime, kanal: str
) -> PermintaanTinjau:
    """Answer with a reason that the person reads. Changes nothing else: outcomes follow from data and rules.

    TidakDitemukan outside the scope, TidakBoleh about oneself, Bentrok when it is no longer waiting.
    """
    permintaan = _terkunci(PermintaanTinjau.objects.dikelola(actor), permintaan_id)
    if actor.pegawai_id == permintaan.pegawai_id:
        raise TidakBoleh(
            "diri_sendiri",
            "Anda tidak dapat menjawab permintaan Anda sendiri.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk menjawabnya.",
        )
    _pastikan_menunggu(permintaan)
    if not jawaban.strip():
        raise DomainError("jawaban_kosong", "Tuliskan jawaban beserta alasannya.")
    permintaan.status, permintaan.hasil = StatusTinjau.DIJAWAB, hasil
    permintaan.jawaban = jawaban.strip()[:1000]
    permintaan.dijawab_oleh, permintaan.penjawab_id, permintaan.dijawab_pada = actor, actor.pegawai_id, at
    permintaan.save()
    _catat(permintaan, "jawab_tinjau", actor, kanal)
    return permintaan


@transaction.atomic
def batalkan_tinjau(*, permintaan_id: int, actor: Any, kanal: str) -> PermintaanTinjau:
    """Withdraw one's own request while it waits."""
    milik = PermintaanTinjau.objects.filter(pegawai=actor.pegawai_id) if actor.pegawai_id else None
    permintaan = _terkunci(milik if milik is not None else PermintaanTinjau.objects.none(), permintaan_id)
    _pastikan_menunggu(permintaan)
    permintaan.status = StatusTinjau.DIBATALKAN
    permintaan.save(update_fields=["status"])
    _catat(permintaan, "batalkan_tinjau", actor, kanal)
    return permintaan


def _terkunci(semua: Any, permintaan_id: int) -> PermintaanTinjau:
    permintaan: PermintaanTinjau | None = (
        semua.select_for_update(of=("self",)).filter(pk=permintaan_id).first()
    )
    if permintaan is None:
        raise TidakDitemukan("permintaan_tidak_ditemukan", "Permintaan ini tidak ditemukan.")
    return permintaan


def _pastikan_menunggu(permintaan: PermintaanTinjau) -> None:
    if permintaan.status == StatusTinjau.MENUNGGU:
        return
    oleh = f" oleh {permintaan.dijawab_oleh}" if permintaan.dijawab_oleh else ""
    raise Bentrok(
        "permintaan_berubah",
        f"Permintaan ini berubah sejak Anda buka. Sekarang: {permintaan.get_status_display()}{oleh}.",
        tindakan="Muat ulang halaman untuk melihat keadaan terbarunya.",
    )


def _catat(permintaan: PermintaanTinjau, tindakan: str, actor: Any, kanal: str) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=permintaan.pegawai_id,
        kanal=kanal,
        keperluan=f"{permintaan.get_subjek_display()}: permintaan nomor {permintaan.pk}",
        rincian={"permintaan": permintaan.pk},
    )
