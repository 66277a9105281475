"""*Minta foto ulang*: BKN sent a file back for one paper, and the person photographs it anew."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from karier.enums import StatusUsul
from karier.kamus.usul import DOKUMEN
from karier.models import Rekomendasi, UsulKenaikanPangkat
from karier.services.usul import lepas_foto, simpan_usul, tahan
from pegawai.services.bukti import buka_bukti, simpan_bukti


def asked_of(pegawai_id: int) -> list[UsulKenaikanPangkat]:
    """The proposals of a person for which a new photograph is asked, sent already or not; one query."""
    kembali = UsulKenaikanPangkat.objects.filter(pegawai_id=pegawai_id, status=StatusUsul.BTS)
    return [usul for usul in kembali if usul.meminta_foto]


@transaction.atomic
def kirim_foto(
    *, usul_id: int, berkas: Any, versi: int, actor: Any, at: datetime, kanal: str
) -> UsulKenaikanPangkat:
    """Keep a new photograph of the paper that BKN asks for; it takes the place of an earlier one.

    Only by the person (TidakDitemukan for everybody else). DomainError when none is asked for any more,
    or when the file is refused (`simpan_bukti`); Bentrok when `versi` is not the present one, as at a
    second press.
    """
    milik = UsulKenaikanPangkat.objects.filter(pk=usul_id, pegawai_id=actor.pegawai_id or 0)
    tahan(Rekomendasi.objects.filter(usul__in=milik))
    usul: UsulKenaikanPangkat | None = milik.select_for_update().first()
    if usul is None:
        raise TidakDitemukan("usul_tidak_ditemukan", "Usul ini tidak ditemukan.")
    if not usul.meminta_foto:
        raise DomainError(
            "foto_tidak_diminta",
            "Foto untuk usul ini tidak lagi diminta.",
            tindakan="Lihat keadaan usul Anda di Karier saya.",
        )
    if usul.versi != versi:
        raise Bentrok(
            "versi_berubah",
            "Usul Anda berubah sejak halaman ini dibuka, atau fotonya sudah terkirim.",
            tindakan="Lihat keadaannya di bawah; kirim lagi bila masih diminta.",
        )
    lama = lepas_foto([usul])
    usul.foto_ulang = simpan_bukti(berkas=berkas, pengguna=actor, at=at)
    usul.versi += 1
    simpan_usul([usul], actor=actor, at=at, alasan="Foto dokumen dari pegawai", buang=lama)
    catat(
        pengguna=actor, tindakan="kirim_foto", subjek_jenis="pegawai", subjek_id=usul.pegawai_id,
        kanal=kanal, keperluan=_keperluan(usul),
    )  # fmt: skip
    return usul


def buka_foto(*, usul_id: int, semua: QuerySet[UsulKenaikanPangkat], pengguna: Any, kanal: str) -> Any:
    """The photograph and its bytes, out of the proposals that the reader may open, with a line on the trail.

    TidakDitemukan when there is none; DomainError as `buka_bukti`.
    """
    usul = semua.select_related("foto_ulang").filter(pk=usul_id).first()
    if usul is None or usul.foto_ulang is None:
        raise TidakDitemukan("foto_tidak_ditemukan", "Foto dokumen ini tidak ditemukan.")
    isi = buka_bukti(
        bukti=usul.foto_ulang,
        pegawai_id=usul.pegawai_id,
        pengguna=pengguna,
        kanal=kanal,
        keperluan=_keperluan(usul),
    )
    return usul.foto_ulang, isi


def _keperluan(usul: UsulKenaikanPangkat) -> str:
    """A file that was sent again asks for no paper any more, but keeps the photograph it was mended with."""
    return f"Foto ulang untuk BKN: {DOKUMEN.get(usul.dokumen, 'dokumen yang dikembalikan')}"
