"""Evidence files: kept encrypted under a random name, opened with a line on the trail."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from pegawai.models import Bukti
from pegawai.services import brankas
from pegawai.services.bukti_periksa import baca_terbatas, periksa


def simpan_bukti(*, berkas: Any, pengguna: Any, at: datetime) -> Bukti:
    """Check and keep an upload (an UploadedFile or an open file with a `name`); the row that points to it.

    DomainError says in one sentence why a file is refused; nothing is stored then. Check everything
    else first: a transaction that rolls back afterwards leaves an unreadable file behind (`sapu_berkas`).
    """
    nama = _nama_tampil(str(getattr(berkas, "name", "") or ""))
    isi, jenis = periksa(baca_terbatas(berkas), nama)
    return Bukti.objects.create(
        berkas=brankas.simpan(io.BytesIO(isi), laci=brankas.BUKTI),
        jenis=jenis,
        nama=nama,
        ukuran=len(isi),
        sidik=hashlib.sha256(isi).hexdigest(),
        oleh=pengguna,
        dibuat_pada=at,
    )


def buka_bukti(*, bukti: Bukti, pegawai_id: int, pengguna: Any, kanal: str, keperluan: str) -> bytes:
    """The file in clear, after a line on the trail of the person it is about.

    The caller has found the record that points to it inside the scope of `pengguna`. DomainError when
    it is gone, or is not what was stored.
    """
    catat(
        pengguna=pengguna,
        tindakan="unduh_bukti",
        subjek_jenis="pegawai",
        subjek_id=pegawai_id,
        kanal=kanal,
        keperluan=keperluan,
    )
    with brankas.buka(bukti.berkas) as berkas:
        isi = berkas.read()
    if hashlib.sha256(isi).hexdigest() != bukti.sidik:
        raise DomainError(
            "bukti_berubah",
            "Berkas bukti tidak lagi sama dengan yang diunggah.",
            tindakan="Minta pengirim mengunggah ulang, dan hubungi pengelola sistem.",
        )
    return isi


def hapus_bukti(*bukti: Bukti) -> None:
    """Remove the rows, and their files once that is certain: a transaction that rolls back keeps both.

    ProtectedError while a record still points to one. A fixed number of statements.
    """
    if bukti:
        Bukti.objects.filter(pk__in=[b.pk for b in bukti]).delete()
    for satu in bukti:
        transaction.on_commit(partial(brankas.hapus, satu.berkas))


def _nama_tampil(nama: str) -> str:
    """The last part of what the sender calls it, without invisible characters; its ending is kept."""
    akhir = nama.replace("\\", "/").rpartition("/")[2]
    tampak = "".join(h for h in akhir if h.isprintable()).strip()
    kepala, titik, ekor = tampak.rpartition(".")
    return f"{kepala[:100]}{titik}{ekor[:10]}" or "berkas"
