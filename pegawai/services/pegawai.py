"""Corrections of one person's record by HR, and the look at a NIK: both with a reason that stays."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.sandi import buka_sandi
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai

#: Longer chains of atasan than this are a fault in the data, not a government.
RANTAI_TERPANJANG = 60


@transaction.atomic
def change_pegawai(*, pegawai: Pegawai, versi: int, alasan: str, actor: Any, kanal: str) -> Pegawai:
    """Save the changed fields of `pegawai`; the history and the trail keep old, new, who and why.

    `versi` is the version the editor saw. Raises Bentrok when somebody saved meanwhile, DomainError
    without a reason or for an atasan who would make a circle, TidakDitemukan outside the scope.
    """
    lama = Pegawai.objects.dikelola(actor).select_for_update(of=("self",)).filter(pk=pegawai.pk).first()
    if lama is None:
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Pegawai tidak ditemukan dalam lingkup Anda.")
    if lama.versi != versi:
        raise Bentrok(
            "versi_lama",
            "Data pegawai ini berubah sejak Anda membukanya, jadi isian Anda belum disimpan.",
            tindakan="Periksa data terbaru di bawah, lalu ubah kembali bila masih perlu.",
        )
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan perubahan, misalnya nomor SK.")
    if pegawai.atasan_id != lama.atasan_id:
        _periksa_rantai(pegawai)
    pegawai.versi, pegawai.diubah_pada = versi + 1, sekarang()
    pegawai._change_reason = alasan.strip()[:100]  # type: ignore[attr-defined]
    pegawai._history_user = actor  # type: ignore[attr-defined]
    dari_ke = {lama.kedudukan_hukum, pegawai.kedudukan_hukum}
    if len(dari_ke) > 1 and KedudukanHukum.CLTN in dari_ke:
        pegawai.pernah_cltn = True
    pegawai.save()
    terhukum = len(dari_ke) > 1 and KedudukanHukum.HUKUMAN_DISIPLIN in dari_ke
    catat(
        pengguna=actor,
        tindakan="ubah_data",
        subjek_jenis="pegawai",
        subjek_id=pegawai.pk,
        kanal=kanal,
        keperluan=alasan.strip(),
        rincian={"khusus": True} if terhukum else {},
    )
    return pegawai


def reveal_nik(*, pegawai: Pegawai, keperluan: str, actor: Any, kanal: str) -> str:
    """The NIK in clear text, for HR of this person only; the purpose goes to the trail first."""
    if not Pegawai.objects.dikelola(actor).filter(pk=pegawai.pk).exists():
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Pegawai tidak ditemukan dalam lingkup Anda.")
    if not keperluan.strip():
        raise DomainError("keperluan_kosong", "Tuliskan keperluan melihat NIK.")
    catat(
        pengguna=actor,
        tindakan="lihat_nik",
        subjek_jenis="pegawai",
        subjek_id=pegawai.pk,
        kanal=kanal,
        keperluan=keperluan.strip(),
    )
    return buka_sandi(pegawai.nik_sandi) if pegawai.nik_sandi else ""


def _periksa_rantai(pegawai: Pegawai) -> None:
    """Refuse an atasan whose own chain leads back to the person."""
    orang = pegawai.atasan_id
    for _ in range(RANTAI_TERPANJANG):
        if orang is None:
            return
        if orang == pegawai.pk:
            break
        orang = Pegawai.objects.filter(pk=orang).values_list("atasan_id", flat=True).first()
    raise DomainError(
        "atasan_melingkar",
        "Atasan penilai itu berada di bawah pegawai ini, sehingga keduanya akan saling menilai.",
        tindakan="Pilih atasan lain, atau perbaiki dahulu atasan dari orang yang dipilih.",
    )
