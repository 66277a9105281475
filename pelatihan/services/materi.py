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
from pegawai.rules.awal_berkas import SECUKUPNYA, jenis_awal
from pelatihan.enums import BERKURSI, StatusAngkatan
from pelatihan.models import Angkatan, KemajuanMateri, Materi, Pelatihan, Pendaftaran
from pelatihan.services.pemilik import ensure_kept

#: Below what the front door lets through (60 MB with the rest of the form).
BERKAS_TERBESAR: Final = 50 * 1024 * 1024
#: What a file holds, by the ending of its name.
_ISI: Final = {".pdf": "PDF", ".txt": "TEKS", ".mp3": "MP3", ".mp4": "MP4", ".zip": "ZIP", ".epub": "ZIP"}
_SEBUTAN: Final = {
    "PDF": "PDF", "JPEG": "foto JPG", "PNG": "gambar PNG", "ZIP": "ZIP atau dokumen Office", "MP3": "MP3",
    "MP4": "MP4", "TEKS": "teks", "": "jenis lain",
}  # fmt: skip


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

    DomainError `materi_kosong` without text and without a file, `berkas_terlalu_besar`, `berkas_jenis` for
    content of another kind than its name says, and what `ensure_kept` says of a programme (the one it
    leaves too) that is not the actor's. What was replaced is removed once the change is certain.
    """
    del at  # the trail has its own clock
    lama = Materi.objects.select_for_update(of=("self",)).filter(pk=materi.pk).first()
    for program in {materi.pelatihan, lama.pelatihan if lama else materi.pelatihan}:
        ensure_kept(program, actor)
    if unggahan:
        _periksa(unggahan)
        materi.ukuran = unggahan.size
        unggahan.name = _nama_baru(unggahan.name)
        materi.berkas = unggahan
    elif unggahan is False:
        materi.berkas, materi.ukuran = "", 0
    if not materi.isi.strip() and not materi.berkas:
        raise DomainError("materi_kosong", "Isi teks materi, atau unggah berkasnya.")
    materi.save()
    if lama and lama.berkas and unggahan is not None:
        transaction.on_commit(partial(default_storage.delete, lama.berkas.name))
    _catat("simpan_materi", materi, actor)
    return materi


def copy_lessons(dari: Pelatihan, ke: Pelatihan) -> None:
    """Every lesson of a programme for another one, each file as a file of its own."""
    for m in Materi.objects.filter(pelatihan=dari).order_by("urut"):
        baru = Materi(pelatihan=ke, urut=m.urut, judul=m.judul, isi=m.isi)
        if m.berkas:
            with default_storage.open(str(m.berkas.name), "rb") as berkas:
                baru.berkas.save(_nama_baru(str(m.berkas.name)), berkas, save=False)
            baru.ukuran = m.ukuran
        baru.save()


def _nama_baru(nama: str) -> str:
    """Drawn anew for every file, so that it stands for the content."""
    return f"{secrets.token_hex(16)}{PurePath(nama).suffix.lower()}"


def _periksa(unggahan: Any) -> None:
    if unggahan.size > BERKAS_TERBESAR:
        raise DomainError(
            "berkas_terlalu_besar",
            f"Berkas {-(-unggahan.size // 1024**2)} MB; paling besar {BERKAS_TERBESAR // 1024**2} MB.",
            tindakan="Kecilkan, atau bagi menjadi beberapa materi.",
        )
    akhiran = PurePath(unggahan.name).suffix.lower()
    unggahan.seek(0)
    isi = jenis_awal(unggahan.read(SECUKUPNYA))
    unggahan.seek(0)
    if _ISI.get(akhiran, "") != isi or not isi:
        raise DomainError(
            "berkas_jenis",
            f"Nama berkas ini berakhiran «{akhiran}», tetapi isinya {_SEBUTAN[isi]}.",
            tindakan="Pilih berkas aslinya, atau simpan ulang sebagai PDF, TXT, EPUB, MP3, MP4, atau ZIP.",
        )


@transaction.atomic
def delete_materi(*, materi: Materi, actor: Any, at: datetime) -> None:
    """Take a lesson away, with its file and the marks that it was read; `ensure_kept` may refuse."""
    del at  # the trail has its own clock
    ensure_kept(materi.pelatihan, actor)
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
