"""HR keeps the programmes of its own government; shared ones are copied, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakDitemukan
from pegawai.models import Instansi
from pelatihan.models import KompetensiPelatihan, MinatPelatihan, Pelatihan, SasaranPelatihan, SoalKuis
from pelatihan.services.materi import copy_lessons
from pelatihan.services.pemilik import ensure_kept

KODE_TERPANJANG = 60
#: What a copy takes over of the row; its classes stay with the programme they belong to.
_ISI = (
    "nama", "bentuk", "metode", "jp", "biaya", "penyelenggara", "ringkasan", "bidang", "kapasitas",
    "ulang_bulan", "ukuran_mb",
)  # fmt: skip
_SASARAN = ("jenis_jabatan", "jenjang_dari", "jenjang_sampai", "nama_jabatan", "nama_unit")
_SOAL = ("urut", "pertanyaan", "pilihan", "jawaban")


@transaction.atomic
def save_program(*, pelatihan: Pelatihan, actor: Any, at: datetime, kanal: str) -> Pelatihan:
    """Store a programme, new or changed; a new one gets its code from its name.

    DomainError as `ensure_kept` says for what is not the actor's to change, `mitra_lain` for a partner of
    another government, `pelatihan_ada` for a name that stands in the same catalogue already: a second press
    makes no second programme. Of two at the same moment the code, which is unique, lets one through.
    """
    baru = pelatihan.pk is None
    ensure_kept(pelatihan, actor)
    _ensure_new_name(pelatihan)
    if pelatihan.mitra is not None and pelatihan.mitra.instansi_id != pelatihan.instansi_id:
        raise DomainError(
            "mitra_lain",
            "Mitra ini dicatat oleh instansi lain.",
            tindakan="Pilih mitra instansi yang memiliki pelatihan ini.",
        )
    if not pelatihan.kode:
        pelatihan.kode = unused_code(pelatihan.nama, pelatihan.instansi)
    pelatihan.save()
    _catat(pelatihan, "tambah_pelatihan" if baru else "ubah_pelatihan", actor, kanal, at)
    return pelatihan


@transaction.atomic
def copy_program(*, pelatihan_id: int, instansi_id: int, actor: Any, at: datetime, kanal: str) -> Pelatihan:
    """A shared programme with its lessons and questions as an own one, which HR may change.

    Twice is once: the copy is given back. TidakDitemukan for a programme that is not shared, and for an
    instansi that is not the actor's; DomainError `pelatihan_ada` when an own one has its name.
    """
    milik = Instansi.objects.all() if actor is None else Instansi.objects.dikelola(actor)
    instansi = milik.select_for_update(no_key=True, of=("self",)).filter(pk=instansi_id).first()
    dari = Pelatihan.objects.filter(pk=pelatihan_id, instansi=None).first()
    if instansi is None or dari is None:
        raise TidakDitemukan("pelatihan_tidak_ada", "Pelatihan bersama itu tidak ditemukan.")
    ada: Pelatihan | None = instansi.pelatihan.filter(asal=dari).first()
    if ada is not None:
        return ada
    baru = Pelatihan(**{nama: getattr(dari, nama) for nama in _ISI}, instansi=instansi, asal=dari)
    _ensure_new_name(baru)
    baru.kode = unused_code(dari.nama, instansi)
    baru.save()
    _copy_rows(dari, baru)
    # Its people see the copy from now on: they wait for that one.
    MinatPelatihan.objects.filter(pelatihan=dari, pegawai__instansi=instansi).update(pelatihan=baru)
    _catat(baru, "salin_pelatihan", actor, kanal, at)
    return baru


def _copy_rows(dari: Pelatihan, baru: Pelatihan) -> None:
    KompetensiPelatihan.objects.bulk_create(
        KompetensiPelatihan(pelatihan=baru, kompetensi=k.kompetensi, teknis_id=k.teknis_id, level=k.level)
        for k in KompetensiPelatihan.objects.filter(pelatihan=dari).order_by("pk")
    )
    SasaranPelatihan.objects.bulk_create(
        SasaranPelatihan(pelatihan=baru, **{nama: getattr(s, nama) for nama in _SASARAN})
        for s in SasaranPelatihan.objects.filter(pelatihan=dari).order_by("pk")
    )
    SoalKuis.objects.bulk_create(
        SoalKuis(pelatihan=baru, **{nama: getattr(s, nama) for nama in _SOAL})
        for s in SoalKuis.objects.filter(pelatihan=dari).order_by("urut")
    )
    copy_lessons(dari, baru)


def _ensure_new_name(pelatihan: Pelatihan) -> None:
    senama = Pelatihan.objects.filter(instansi=pelatihan.instansi_id, nama__iexact=pelatihan.nama.strip())
    if senama.exclude(pk=pelatihan.pk).exists():
        raise DomainError(
            "pelatihan_ada",
            "Pelatihan dengan nama ini sudah ada di katalog yang sama.",
            tindakan="Ubah yang sudah ada, atau beri nama lain.",
        )


def unused_code(nama: str, instansi: Instansi | None) -> str:
    """'pelatihan-dasar-batanghari', with a number behind it where that is taken already."""
    ekor = f"-{instansi.kode}" if instansi else ""
    dasar = slugify(nama)[: KODE_TERPANJANG - len(ekor) - 4].strip("-") or "pelatihan"
    pertama = slugify(f"{dasar}{ekor}")
    terpakai = set(
        Pelatihan.objects.filter(kode__startswith=pertama).order_by().values_list("kode", flat=True)
    )
    calon = (pertama if n == 1 else f"{pertama}-{n}" for n in range(1, len(terpakai) + 2))
    return next(kode for kode in calon if kode not in terpakai)


def _catat(pelatihan: Pelatihan, tindakan: str, actor: Any, kanal: str, at: datetime) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pelatihan",
        subjek_id=pelatihan.pk,
        kanal=kanal,
        rincian={"instansi": pelatihan.instansi_id, "kode": pelatihan.kode, "pada": at.isoformat()},
    )
