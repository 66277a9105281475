"""Undoing an applied import: weighed first, then put back, in pieces like every import.

Two wishes. `request_weigh` asks what could go back and why the rest could not; nothing changes. After a look
at that, `request_undo` puts back what can; every piece is weighed again under locks before it is written, so
that a change between the two is never overwritten. What stays may be asked for again; what went back never
changes twice. A killed worker loses at most its open piece.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django.apps import apps
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from asn_karier.lib.db import kunci_instansi, sekarang
from asn_karier.lib.errors import Bentrok
from asn_karier.lib.tasks import hint
from pegawai.enums import NasibTulisan, StatusImpor, TahapImpor
from pegawai.models import BarisImpor, Impor, Pegawai, TulisanImpor, UnitKerja
from pegawai.services.impor_kerja import MAKS_PERCOBAAN, TUGAS, jejak, jejak_orang, lock_impor, tutup
from pegawai.services.impor_pembaca import PEMBACA
from pegawai.services.impor_sandaran import Bagian, timbang
from pegawai.services.rekaman import isi_semula
from pegawai.services.riwayat import save_rows
from pegawai.services.unit import restore_units

BAGIAN: Final = 200
#: Units go back together: their paths are numbered as one tree.
BAGIAN_UNIT: Final = 1_000_000
KUNCI: Final = "pembatalan"
#: New rows of these go with everything the import wrote about them.
_UTAMA: Final = (Pegawai._meta.label_lower, UnitKerja._meta.label_lower)
_TAHAP: Final = (TahapImpor.TIMBANG, TahapImpor.KEMBALIKAN)
TERSIMPAN: Final = (StatusImpor.DITERAPKAN, StatusImpor.DIKEMBALIKAN)


def request_weigh(*, impor_id: int, actor: Any, at: datetime) -> Impor:
    """Ask what of an applied import could be put back. Bentrok `impor_...` when there is nothing to ask."""
    return _minta(impor_id, TahapImpor.TIMBANG, actor, "impor_timbang_batal")


def request_undo(*, impor_id: int, actor: Any, at: datetime) -> Impor:
    """Put back what can be put back, after it was weighed. Asking twice is one wish."""
    return _minta(impor_id, TahapImpor.KEMBALIKAN, actor, "impor_kembalikan")


def _minta(impor_id: int, tahap: TahapImpor, actor: Any, tindakan: str) -> Impor:
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap == tahap:
            return impor
        _require_dapat(impor)
        if tahap == TahapImpor.KEMBALIKAN and not impor.ringkasan.get(KUNCI, {}).get("bisa"):
            raise Bentrok(
                "impor_belum_ditimbang",
                "Tidak ada baris yang dapat dikembalikan.",
                tindakan="Tekan «Batalkan impor ini» untuk memeriksanya sekali lagi.",
            )
        impor.tahap, impor.kemajuan, impor.percobaan, impor.pesan = tahap, 0, 0, ""
        if tahap == TahapImpor.KEMBALIKAN:
            impor.dikembalikan_oleh = actor
        jumlah = (
            impor.tulisan.exclude(nasib=NasibTulisan.KEMBALI).order_by().values("kelompok").distinct().count()
        )
        diri = None if actor is None else actor.pegawai_id
        impor.ringkasan[KUNCI] = {"jumlah": jumlah, "kembali": _kembali(impor), "diri": diri}
        impor.save()
        jejak(impor, tindakan, actor)
        hint(TUGAS, pk=impor.pk)
    return impor


def can_undo(impor: Impor) -> bool:
    """Whether there is anything that this import wrote and that was not put back yet."""
    utuh = impor.status in TERSIMPAN and impor.rincian_dihapus_pada is None
    return utuh and impor.tulisan.exclude(nasib=NasibTulisan.KEMBALI).exists()


def _require_dapat(impor: Impor) -> None:
    if impor.tahap != TahapImpor.TIDAK_ADA or impor.status not in TERSIMPAN:
        raise Bentrok(
            "impor_tidak_tersimpan",
            "Hanya impor yang sudah selesai disimpan yang dapat dibatalkan dengan cara ini.",
            tindakan="Tunggu sampai pekerjaan pada impor ini selesai, lalu buka halamannya sekali lagi.",
        )
    if not can_undo(impor):
        raise Bentrok(
            "impor_tanpa_rekaman",
            "Tidak ada lagi yang dapat dikembalikan dari impor ini: semuanya sudah dikembalikan, "
            "tidak ada data yang diubahnya, atau rinciannya sudah dihapus.",
        )


# -- the work ---------------------------------------------------------------------------------------


def kerjakan(impor_id: int) -> Impor:
    """Weigh or put back, whichever is wanted. Resumable, safe to run twice at once."""
    tahap = _mulai(impor_id)
    if tahap is not None:
        while _bagian(impor_id, tahap):
            pass
        _selesai(impor_id, tahap)
    return Impor.objects.select_related("instansi").get(pk=impor_id)


def _mulai(impor_id: int) -> TahapImpor | None:
    """Count one start; after too many without progress the import is left as it is, with a message."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap not in _TAHAP:
            return None
        impor.percobaan += 1
        if impor.percobaan > MAKS_PERCOBAAN:
            tutup(impor, StatusImpor(impor.status), pesan=_PESAN_GAGAL)
            return None
        impor.save(update_fields=["percobaan"])
    return TahapImpor(impor.tahap)


_PESAN_GAGAL: Final = (
    "Pembatalan impor ini berhenti beberapa kali di tempat yang sama. Yang belum dikembalikan tetap seperti "
    "sebelum dibatalkan. Hubungi pengelola sistem dan sebutkan nama berkasnya."
)


def _bagian(impor_id: int, tahap: TahapImpor) -> bool:
    """One piece; False when none is left. The cursor moves in the same transaction."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap != tahap:
            return False
        menulis = tahap == TahapImpor.KEMBALIKAN
        if menulis:
            kunci_instansi(impor.instansi_id)
        tulisan = _ambil(impor)
        if not tulisan:
            return False
        satu = timbang(tulisan, diri=impor.ringkasan[KUNCI]["diri"], kunci=menulis)
        if menulis:
            _kembalikan(impor, satu)
        _catat_nasib(satu, NasibTulisan.KEMBALI if menulis else NasibTulisan.BISA)
        impor.ringkasan[KUNCI]["sampai"] = tulisan[-1].kelompok
        impor.kemajuan, impor.percobaan = impor.kemajuan + len(satu.kelompok()), 0
        impor.save(update_fields=["ringkasan", "kemajuan", "percobaan"])
    return True


def _ambil(impor: Impor) -> list[TulisanImpor]:
    """What the next groups wrote and what is not back yet, group by group in the order of writing."""
    sisa: Any = impor.tulisan.exclude(nasib=NasibTulisan.KEMBALI).order_by("kelompok", "pk")
    if (sampai := impor.ringkasan[KUNCI].get("sampai")) is not None:
        sisa = sisa.filter(kelompok__gt=sampai)
    ukuran = BAGIAN_UNIT if sisa.filter(model=UnitKerja._meta.label_lower).exists() else BAGIAN
    kelompok = list(sisa.order_by("kelompok").values_list("kelompok", flat=True).distinct()[:ukuran])
    return list(sisa.filter(kelompok__lte=kelompok[-1])) if kelompok else []


def _catat_nasib(satu: Bagian, nasib: NasibTulisan) -> None:
    """One statement per fate and reason. What went back needs its replaced values no more."""
    menurut: dict[str, list[int]] = {}
    for t in satu.tulisan:
        menurut.setdefault(satu.sebab.get(t.kelompok, ""), []).append(t.pk)
    for sebab, pk in menurut.items():
        isi: dict[str, Any] = {"nasib": NasibTulisan.TETAP if sebab else nasib, "sebab": sebab[:200]}
        if isi["nasib"] == NasibTulisan.KEMBALI:
            isi["sebelum"] = ""
        TulisanImpor.objects.filter(pk__in=pk).update(**isi)


def _selesai(impor_id: int, tahap: TahapImpor) -> None:
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap != tahap:
            return
        impor.ringkasan[KUNCI] = _ringkas(impor)
        if tahap == TahapImpor.TIMBANG:
            tutup(impor, StatusImpor(impor.status))
            return
        kembali = impor.ringkasan[KUNCI]["kembali"]
        impor.dikembalikan_pada = sekarang()
        tutup(impor, StatusImpor.DIKEMBALIKAN if kembali else StatusImpor(impor.status))
        jejak(impor, "impor_kembali_selesai", impor.dikembalikan_oleh)


def _ringkas(impor: Impor) -> dict[str, Any]:
    """Groups that can go back (`hapus` by being removed), that went back, and why the others stay."""
    kelompok: Any = impor.tulisan.order_by().values_list("kelompok", "nasib", "sebab").distinct()
    hitung = Counter((nasib, sebab) for _, nasib, sebab in kelompok)
    tetap = {sebab: n for (nasib, sebab), n in hitung.items() if nasib == NasibTulisan.TETAP}
    hapus = impor.tulisan.filter(nasib=NasibTulisan.BISA, baru=True, model__in=_UTAMA)
    return {
        "hapus": hapus.count(),
        "bisa": sum(n for (nasib, _), n in hitung.items() if nasib == NasibTulisan.BISA),
        "kembali": sum(n for (nasib, _), n in hitung.items() if nasib == NasibTulisan.KEMBALI),
        "tetap": dict(sorted(tetap.items(), key=lambda p: (-p[1], p[0]))),
    }


def _kembali(impor: Impor) -> int:
    return impor.tulisan.filter(nasib=NasibTulisan.KEMBALI).order_by().values("kelompok").distinct().count()


# -- writing ----------------------------------------------------------------------------------------


def _kembalikan(impor: Impor, satu: Bagian) -> None:
    """Put the groups back that can: changed rows get their first replaced values, new rows go."""
    semula: dict[tuple[str, int], dict[str, Any]] = {}
    buatan: dict[str, list[int]] = {}
    for t in satu.kembali():
        if t.baru:
            buatan.setdefault(t.model, []).append(t.objek_id)
        elif t.objek_id not in buatan.get(t.model, ()):
            isi = isi_semula(t)
            semula[t.model, t.objek_id] = {**isi, **semula.get((t.model, t.objek_id), {})}
    unit = UnitKerja._meta.label_lower
    _kembalikan_unit(impor, {pk: isi for (n, pk), isi in semula.items() if n == unit}, buatan.pop(unit, []))
    for label in sorted({label for label, _ in semula} - {unit}):
        _tulis(impor, label, {pk: isi for (nama, pk), isi in semula.items() if nama == label})
    # Rows about people go before the people.
    for label in sorted(buatan, key=lambda label: label == Pegawai._meta.label_lower):
        _hapus(impor, label, buatan[label])
    _sentuh(impor, satu)


def _tulis(impor: Impor, label: str, semula: dict[int, dict[str, Any]]) -> None:
    model: Any = apps.get_model(label)
    objek = list(model._default_manager.filter(pk__in=semula).order_by("pk"))
    kolom: set[str] = set()
    for satu in objek:
        for nama, nilai in semula[satu.pk].items():
            f = model._meta.get_field(nama)
            kolom.add(f.name)
            # A version only ever grows: whoever holds an older page must be refused.
            setattr(satu, f.attname, satu.versi + 1 if nama == "versi" else f.to_python(nilai))
    save_rows(
        baru=[], berubah=objek, kolom=kolom, actor=impor.dikembalikan_oleh, at=timezone.now(),
        alasan=f"Impor dibatalkan: {impor.nama_berkas}",
    )  # fmt: skip


def _hapus(impor: Impor, label: str, pk: list[int]) -> None:
    """Remove rows on which nothing rests (weighed just now, under locks); their history gets its last line.

    In bulk: a cascade would ask every table for every person, and there is nothing left to cascade to.
    """
    model: Any = apps.get_model(label)
    objek = list(model._default_manager.filter(pk__in=pk).order_by("pk"))
    if hasattr(model, "history"):
        sejarah = model.history.model
        sejarah.objects.bulk_create(
            [
                sejarah(
                    history_date=timezone.now(),
                    history_type="-",
                    history_user=impor.dikembalikan_oleh,
                    history_change_reason=f"Impor dibatalkan: {impor.nama_berkas}"[:100],
                    **{f.attname: getattr(o, f.attname) for f in sejarah.tracked_fields},
                )
                for o in objek
            ],
            batch_size=BAGIAN,
        )
    if model is Pegawai:
        BarisImpor.objects.filter(pegawai_id__in=pk).update(pegawai=None)
    semua = model._default_manager.filter(pk__in=[o.pk for o in objek]).order_by()
    semua._raw_delete(semua.db)


def _sentuh(impor: Impor, satu: Bagian) -> None:
    """The people changed: runs list them, and pages that were open before are refused.

    Then what an app derives from their records (draft conversions) follows.
    """
    ids = sorted(satu.orang() - satu.sebab.keys())
    if not ids:
        return
    Pegawai.objects.filter(pk__in=ids).update(diubah_pada=sekarang(), versi=F("versi") + 1)
    jejak_orang(impor, ids, "impor_kembali", impor.dikembalikan_oleh)
    turunkan: Callable[..., None] | None = getattr(PEMBACA.get(impor.jenis), "sesudah_kembali", None)
    if turunkan is not None:
        turunkan(impor, ids, timezone.now())


def _kembalikan_unit(impor: Impor, semula: dict[int, dict[str, Any]], buatan: list[int]) -> None:
    unit = list(UnitKerja.objects.filter(pk__in=semula))
    for satu in unit:
        for nama, nilai in semula[satu.pk].items():
            setattr(satu, nama, nilai)
    if unit or buatan:
        restore_units(instansi_id=impor.instansi_id, berubah=unit, hapus=buatan)
