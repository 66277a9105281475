"""Lessons: who reads them, how far somebody has come, and the files beside them."""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.text import slugify

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.rentang import Unduhan
from pelatihan.enums import BERKURSI, StatusAngkatan
from pelatihan.models import Angkatan, KemajuanMateri, Materi, Pendaftaran

#: Below what the front door lets through (60 MB with the rest of the form).
BERKAS_TERBESAR: Final = 50 * 1024 * 1024


class Pelajaran(NamedTuple):
    """One lesson between its neighbours; `sebelum` and `berikut` are their numbers, None at an end."""

    materi: Materi
    sebelum: int | None
    berikut: int | None


def own_seat(*, pengguna: Any, pendaftaran_id: int) -> Pendaftaran:
    """The seat of `pengguna` in a class; TidakDitemukan for every other enrolment, and without a seat."""
    kursi: Pendaftaran | None = None
    if pengguna.is_authenticated and pengguna.pegawai_id:
        milik = Pendaftaran.objects.filter(pegawai=pengguna.pegawai_id, status__in=BERKURSI)
        kursi = milik.select_related(*_BERSAMA).filter(pk=pendaftaran_id).first()
    if kursi is None:
        raise TidakDitemukan("kelas_tidak_ditemukan", "Kelas itu tidak ditemukan.")
    return kursi


_BERSAMA: Final = ("angkatan__pelatihan", "pegawai__instansi", "pegawai__unit")


def seat_locked(*, pengguna: Any, pendaftaran_id: int) -> Pendaftaran:
    """The same, held until the transaction ends: one act of this participant after the other."""
    terkunci = Pendaftaran.objects.select_for_update().filter(pk=pendaftaran_id)
    list(terkunci.values_list("pk"))
    return own_seat(pengguna=pengguna, pendaftaran_id=pendaftaran_id)


def taught_classes(pengguna: Any) -> list[Angkatan]:
    """Classes in which `pengguna` speaks, the newest first; two queries."""
    if not pengguna.is_authenticated or not pengguna.pegawai_id:
        return []
    milik = Angkatan.objects.filter(sesi__narasumber__pegawai=pengguna.pegawai_id)
    milik = milik.exclude(status=StatusAngkatan.DIBATALKAN).select_related("pelatihan").distinct()
    return list(milik.order_by("-mulai", "-pk"))


def taught_class(*, pengguna: Any, angkatan_id: int) -> Angkatan:
    """One of them; TidakDitemukan for every other."""
    satu = next((a for a in taught_classes(pengguna) if a.pk == angkatan_id), None)
    if satu is None:
        raise TidakDitemukan("kelas_tidak_ditemukan", "Kelas itu tidak ditemukan.")
    return satu


def lesson(*, pelatihan_id: int, urut: int) -> Pelajaran:
    """The lesson with this number; TidakDitemukan when the programme has none. Two queries."""
    semua = Materi.objects.filter(pelatihan=pelatihan_id)
    materi = semua.filter(urut=urut).first()
    if materi is None:
        raise TidakDitemukan("materi_tidak_ditemukan", "Materi itu tidak ditemukan.")
    nomor = list(semua.order_by("urut").values_list("urut", flat=True))
    ke = nomor.index(urut)
    return Pelajaran(materi, nomor[ke - 1] if ke else None, nomor[ke + 1] if ke + 1 < len(nomor) else None)


@transaction.atomic
def finish_lesson(*, pendaftaran_id: int, urut: int, actor: Any, at: datetime) -> KemajuanMateri:
    """The participant has read a lesson to its end; twice is once. TidakDitemukan without a seat."""
    kursi = own_seat(pengguna=actor, pendaftaran_id=pendaftaran_id)
    satu = lesson(pelatihan_id=kursi.angkatan.pelatihan_id, urut=urut)
    kemajuan: KemajuanMateri = kursi.kemajuan.get_or_create(materi=satu.materi, defaults={"pada": at})[0]
    return kemajuan


def open_file(materi: Materi) -> Unduhan:
    """The file of a lesson, open to be handed out; the caller has asked who may. TidakDitemukan without one.

    Its stored name is drawn anew for every upload, so it stands for the content.
    """
    nama = PurePath(materi.berkas.name or "")
    try:
        if not nama.name:
            raise FileNotFoundError
        berkas = default_storage.open(str(nama), "rb")
    except FileNotFoundError as salah:
        raise TidakDitemukan("berkas_tidak_ditemukan", "Berkas materi itu tidak ditemukan.") from salah
    judul = slugify(materi.judul)[:60] or "materi"
    return Unduhan(berkas, berkas.size, nama.stem, f"{materi.urut}-{judul}{nama.suffix}")  # type: ignore[arg-type]


@transaction.atomic
def save_materi(*, materi: Materi, unggahan: Any, actor: Any, at: datetime) -> Materi:
    """Write a lesson. `unggahan`: a new file, False to take the file away, None to leave it as it is.

    DomainError `materi_kosong` without text and without a file, `berkas_terlalu_besar`. What was replaced
    is removed once the change is certain.
    """
    del at  # the trail has its own clock
    lama = Materi.objects.filter(pk=materi.pk).values_list("berkas", flat=True).first() or ""
    if unggahan:
        _periksa(unggahan)
        materi.ukuran = unggahan.size
        unggahan.name = f"{secrets.token_hex(16)}{PurePath(unggahan.name).suffix.lower()}"
        materi.berkas = unggahan
    elif unggahan is False:
        materi.berkas, materi.ukuran = "", 0
    if not materi.isi.strip() and not materi.berkas:
        raise DomainError("materi_kosong", "Isi teks materi, atau unggah berkasnya.")
    materi.save()
    if lama and unggahan is not None:
        transaction.on_commit(partial(default_storage.delete, lama))
    _catat("simpan_materi", materi, actor)
    return materi


def _periksa(unggahan: Any) -> None:
    if unggahan.size > BERKAS_TERBESAR:
        raise DomainError(
            "berkas_terlalu_besar",
            f"Berkas {-(-unggahan.size // 1024**2)} MB; paling besar {BERKAS_TERBESAR // 1024**2} MB.",
            tindakan="Kecilkan, atau bagi menjadi beberapa materi.",
        )


@transaction.atomic
def delete_materi(*, materi: Materi, actor: Any, at: datetime) -> None:
    """Take a lesson away, with its file and the marks that it was read."""
    del at  # the trail has its own clock
    _catat("hapus_materi", materi, actor)
    berkas = materi.berkas.name
    materi.delete()
    if berkas:
        transaction.on_commit(partial(default_storage.delete, berkas))


def _catat(tindakan: str, materi: Materi, actor: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pelatihan",
        subjek_id=materi.pelatihan_id,
        kanal="admin",
        rincian={"materi": materi.pk, "urut": materi.urut},
    )
