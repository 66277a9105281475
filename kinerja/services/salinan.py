"""Signed copies: HR attaches the scan of what was printed; the paper is no KONSEP any more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, TidakBoleh, TidakDitemukan
from kinerja.enums import JenisDokumen
from kinerja.models import SalinanTertanda
from kinerja.services.dokumen import Dokumen, find_paper, is_signed, signed_copies
from pegawai.models import Bukti, Pegawai
from pegawai.services.bukti import buka_bukti, hapus_bukti, simpan_bukti


@transaction.atomic
def attach_signed(
    *, jenis: JenisDokumen, pk: int, sidik: str, berkas: Any, actor: Any, at: datetime, kanal: str
) -> SalinanTertanda:
    """Keep the signed copy of one paper, for the content whose fingerprint HR saw.

    Attaching again replaces it; the same file twice is one. TidakBoleh for anyone but HR of the person and
    for one's own papers, Bentrok `dokumen_berubah` when the paper says something else by now.
    """
    d = find_paper(jenis=jenis, pk=pk, pengguna=actor)
    _must_serve(d.pegawai, actor)
    _hold(d.pegawai)
    d = find_paper(jenis=jenis, pk=pk, pengguna=actor)
    if d.sidik != sidik:
        raise Bentrok(
            "dokumen_berubah",
            "Isi dokumen ini berubah sejak Anda membukanya.",
            tindakan="Unduh lagi PDF-nya, minta tanda tangan, lalu lampirkan salinannya.",
        )
    return _keep(d, _existing(d), simpan_bukti(berkas=berkas, pengguna=actor, at=at), actor, kanal)


def _hold(pegawai: Pegawai) -> None:
    """Of two presses the second sees the copy of the first; a row that is not there cannot be locked."""
    Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai.pk)


def _existing(d: Dokumen) -> SalinanTertanda | None:
    semua = SalinanTertanda.objects.filter(pegawai=d.pegawai, jenis=d.jenis, kunci=d.kunci)
    return semua.select_related("bukti").first()


def _keep(d: Dokumen, ada: SalinanTertanda | None, bukti: Bukti, actor: Any, kanal: str) -> SalinanTertanda:
    if ada is not None and (ada.sidik, ada.bukti.sidik) == (d.sidik, bukti.sidik):
        hapus_bukti(bukti)
        return ada
    lama = ada.bukti if ada else None
    salinan = ada or SalinanTertanda(pegawai=d.pegawai, jenis=d.jenis, kunci=d.kunci)
    salinan.sidik, salinan.bukti = d.sidik, bukti
    salinan.save()
    if lama is not None:
        hapus_bukti(lama)
    catat(
        pengguna=actor, tindakan="lampirkan_salinan", subjek_jenis="pegawai", subjek_id=d.pegawai.pk,
        kanal=kanal, rincian={"dokumen": d.jenis.value, "kunci": d.kunci},
    )  # fmt: skip
    return salinan


def open_signed(*, jenis: JenisDokumen, pk: int, pengguna: Any, kanal: str) -> tuple[Bukti, bytes]:
    """The signed copy of what the paper says now; TidakDitemukan without one."""
    d = find_paper(jenis=jenis, pk=pk, pengguna=pengguna)
    semua = signed_copies([d])
    if not is_signed(d, semua):
        raise TidakDitemukan("salinan_tidak_ada", "Salinan bertanda tangan belum dilampirkan.")
    bukti = semua[d.pegawai.pk, d.jenis, d.kunci].bukti
    isi = buka_bukti(
        bukti=bukti, pegawai_id=d.pegawai.pk, pengguna=pengguna, kanal=kanal, keperluan=f"Salinan {d.judul}"
    )
    return bukti, isi


def _must_serve(pegawai: Pegawai, actor: Any) -> None:
    diri = actor.pegawai_id is not None and actor.pegawai_id == pegawai.pk
    if diri or not Pegawai.objects.dikelola(actor).filter(pk=pegawai.pk).exists():
        raise TidakBoleh(
            "bukan_pengelola",
            "Salinan bertanda tangan dilampirkan oleh pengelola kepegawaian, bukan untuk dokumennya sendiri.",
            tindakan="Serahkan dokumen yang sudah ditandatangani kepada pengelola kepegawaian.",
        )
