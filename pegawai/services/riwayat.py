"""Writers of histories and ledgers, one row or thousands: bulk, with their history and their time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final, TypedDict, TypeVar

from django.db import models, transaction
from django.db.models import F

from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from pegawai.enums import BentukPengembangan
from pegawai.models import Pegawai, PengembanganKompetensi
from pegawai.services.rekaman import catat_tulisan, sebelum

BAGIAN: Final = 500
_M = TypeVar("_M", bound=models.Model)


class CatatanJp(TypedDict, total=False):
    """One line of the JP ledger. `jp` in jam pelajaran of 45 minutes."""

    pegawai_id: int
    bentuk: BentukPengembangan
    nama: str
    tanggal_mulai: date | None
    tanggal_selesai: date
    jp: int
    penyelenggara: str
    nomor_sertifikat: str
    sumber: str


def save_rows(
    *, baru: Sequence[_M], berubah: Sequence[_M], kolom: Iterable[str], actor: Any, at: datetime, alasan: str
) -> None:
    """Insert `baru` and update `kolom` of `berubah`, all of one model, with history rows where it keeps them.

    `at` dates the history. The update is one upsert by primary key per 500 rows, not a CASE per column.
    Needs a transaction. While an import applies, what is replaced is kept for its undoing (`rekaman`).
    """
    kolom, saat = tuple(kolom), sekarang()
    for baris in (*baru, *berubah):
        baris.diubah_pada = saat  # type: ignore[attr-defined]
    for satuan, update in ((baru, False), (berubah, True)):
        if not satuan:
            continue
        model = type(satuan[0])
        lama = sebelum(satuan, kolom) if update else None
        if update:
            model._default_manager.bulk_create(
                satuan,
                batch_size=BAGIAN,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=sorted({*kolom, "diubah_pada"}),
            )
        else:
            model._default_manager.bulk_create(satuan, batch_size=BAGIAN)
        catat_tulisan(satuan, lama)
        _catat_sejarah(model, satuan, update, actor, at, alasan)


def _catat_sejarah(
    model: type[_M], baris: Sequence[_M], update: bool, actor: Any, at: datetime, alasan: str
) -> None:
    sejarah = getattr(model, "history", None)
    if sejarah is not None:
        sejarah.bulk_history_create(
            baris,
            batch_size=BAGIAN,
            update=update,
            default_user=actor,
            default_change_reason=alasan[:100],
            default_date=at,
        )


def correct_row(
    *, objek: Any, kolom: Sequence[str], alasan: str, actor: Any, at: datetime, kanal: str
) -> None:
    """Save changed columns of one row of a person, with its history and trail. Needs a transaction."""
    save_rows(baru=[], berubah=[objek], kolom=kolom, actor=actor, at=at, alasan=alasan)
    note_row(objek=objek, baru=False, alasan=alasan, actor=actor, kanal=kanal)


def note_row(*, objek: Any, baru: bool, alasan: str, actor: Any, kanal: str) -> None:
    """After one row was written: who did it and why; an import checked before it must look again."""
    Pegawai.objects.filter(pk=objek.pegawai_id).update(versi=F("versi") + 1)
    catat(
        pengguna=actor,
        tindakan="tambah_catatan" if baru else "ubah_catatan",
        subjek_jenis="pegawai",
        subjek_id=objek.pegawai_id,
        kanal=kanal,
        keperluan=alasan,
        rincian={"catatan": objek._meta.model_name, "id": objek.pk},
    )


@transaction.atomic
def record_jp_bulk(*, catatan: Sequence[CatatanJp], actor: Any, at: datetime) -> int:
    """Write many lines of the ledger; a line is known by person, name and last day. Returns rows touched."""
    lama = {
        (p.pegawai_id, p.nama, p.tanggal_selesai): p
        for p in PengembanganKompetensi.objects.select_for_update().filter(
            pegawai_id__in={c["pegawai_id"] for c in catatan}
        )
    }
    baru, berubah = [], []
    for c in catatan:
        p = lama.get((c["pegawai_id"], c["nama"], c["tanggal_selesai"]))
        if p is None:
            baru.append(PengembanganKompetensi(**c))
        elif any(getattr(p, kunci) != nilai for kunci, nilai in c.items()):
            for kunci, nilai in c.items():
                setattr(p, kunci, nilai)
            berubah.append(p)
    kolom = ("bentuk", "jp", "tanggal_mulai", "penyelenggara", "nomor_sertifikat", "sumber")
    save_rows(baru=baru, berubah=berubah, kolom=kolom, actor=actor, at=at, alasan="Catatan JP")
    return len(baru) + len(berubah)


@transaction.atomic
def withdraw_jp(*, pegawai_id: int, nomor_sertifikat: str, alasan: str, actor: Any, kanal: str) -> int:
    """Take back the lines of the ledger that stand under one certificate; the trail keeps what they said.

    A line that is gone has no time of change, so the person gets one: a run lists them as changed.
    """
    baris = PengembanganKompetensi.objects.filter(pegawai=pegawai_id, nomor_sertifikat=nomor_sertifikat)
    isi = [{"nama": p.nama, "jp": p.jp, "selesai": p.tanggal_selesai.isoformat()} for p in baris]
    if not isi:
        return 0
    baris.delete()
    Pegawai.objects.filter(pk=pegawai_id).update(versi=F("versi") + 1, diubah_pada=sekarang())
    catat(
        pengguna=actor,
        tindakan="tarik_jp",
        subjek_jenis="pegawai",
        subjek_id=pegawai_id,
        kanal=kanal,
        keperluan=alasan,
        rincian={"nomor": nomor_sertifikat, "baris": isi},
    )
    return len(isi)
