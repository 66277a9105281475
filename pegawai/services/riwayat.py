"""Writers of histories and ledgers, one row or thousands: bulk, with their history and their time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
#: What a line of the ledger says; person, name and last day tell which line it is.
ISI_JP: Final = ("bentuk", "jp", "tanggal_mulai", "penyelenggara", "nomor_sertifikat", "sumber")
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
    save_rows(baru=baru, berubah=berubah, kolom=ISI_JP, actor=actor, at=at, alasan="Catatan JP")
    return len(baru) + len(berubah)


def lines_named(
    *, pegawai_ids: Collection[int], nama: str, tanggal_selesai: date
) -> dict[int, dict[str, Any]]:
    """By person: what the line of that name and last day says now, for `withdraw_jp` to put back."""
    semua = PengembanganKompetensi.objects.filter(
        pegawai__in=pegawai_ids, nama=nama, tanggal_selesai=tanggal_selesai
    )
    return {b.pop("pegawai_id"): b for b in semua.values("pegawai_id", "nama", "tanggal_selesai", *ISI_JP)}


@transaction.atomic
def withdraw_jp(
    *,
    pegawai_id: int,
    nomor_sertifikat: str,
    semula: Mapping[str, Any] | None,
    alasan: str,
    actor: Any,
    at: datetime,
    kanal: str,
) -> int:
    """Take back the lines of the ledger that stand under one certificate; the trail keeps what they said.

    `semula`: what `lines_named` told before the certificate took that line over; it says so again and stays.
    A line that is gone has no time of change, so the person gets one: a run lists them as changed.
    """
    milik = PengembanganKompetensi.objects.filter(pegawai=pegawai_id, nomor_sertifikat=nomor_sertifikat)
    baris = list(milik)
    isi = [{"nama": p.nama, "jp": p.jp, "selesai": p.tanggal_selesai.isoformat()} for p in baris]
    if not isi:
        return 0
    kembali = [p for p in baris if semula is not None and _put_back(p, semula)]
    milik.exclude(pk__in=[p.pk for p in kembali]).delete()
    save_rows(baru=[], berubah=kembali, kolom=ISI_JP, actor=actor, at=at, alasan=alasan)
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


def _put_back(p: PengembanganKompetensi, semula: Mapping[str, Any]) -> bool:
    """Let `p` say what `semula` says, where that is about this line; days in it may be ISO text."""
    meta: Any = p._meta
    dulu = {k: meta.get_field(k).to_python(v) for k, v in semula.items()}
    if (p.nama, p.tanggal_selesai) != (dulu["nama"], dulu["tanggal_selesai"]):
        return False
    for k in ISI_JP:
        setattr(p, k, dulu[k])
    return True
