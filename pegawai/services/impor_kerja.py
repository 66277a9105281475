"""Imports at work: check and apply, in pieces that survive a crash. See `impor` for the guarantees."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, Final

from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Count, F

from asn_karier.lib.audit import catat, catat_baca
from asn_karier.lib.db import (
    kunci_instansi,
    pelanggaran,
    sekarang,
)
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.kata import bilangan
from pegawai.enums import StatusBaris, StatusImpor, TahapImpor
from pegawai.models import BarisImpor, Impor
from pegawai.services import brankas
from pegawai.services.berkas import Buku, buka_buku
from pegawai.services.impor_pembaca import Pembaca, Pemeriksaan, pembaca_untuk, tolak_baris
from pegawai.services.rekaman import merekam, orang_tertulis

log = logging.getLogger(__name__)

TUGAS: Final = "pegawai.kerjakan_impor"
BAGIAN: Final = 500
#: Starts without any progress (crashes included) before an import is given up.
MAKS_PERCOBAAN: Final = 5
#: Key of `Impor.ringkasan`: the last row that an apply has dealt with.
KURSOR: Final = "sampai_baris"
BERLAKU: Final = (StatusBaris.BARU, StatusBaris.BERUBAH)


def periksa(impor_id: int) -> Impor:
    """Check the file and stage its rows; does nothing when no check is wanted.

    Resumable and safe to run twice at once. A refused file ends DITOLAK with `pesan`.
    """
    impor = _mulai(impor_id, TahapImpor.PERIKSA)
    if impor is not None:
        with _jaga(impor), brankas.buka(str(impor.berkas.name)) as berkas:
            buku = buka_buku(berkas, impor.nama_berkas)
            hasil = pembaca_untuk(impor.jenis).periksa(impor, buku)
            catatan = _catatan(buku, hasil.ringkasan.get("lembar", ""))
            hasil.ringkasan["catatan"] = [*hasil.ringkasan.get("catatan", []), *catatan]
            Impor.objects.filter(pk=impor_id).update(jumlah_baris=hasil.jumlah)
            if _pentaskan(impor_id, hasil.baris):
                _selesai_periksa(impor_id, hasil)
    return Impor.objects.select_related("instansi").get(pk=impor_id)


def terapkan(impor_id: int) -> Impor:
    """Apply the staged rows; does nothing when no apply is wanted. Resumable, safe to run twice at once."""
    impor = _mulai(impor_id, TahapImpor.TERAPKAN)
    if impor is not None:
        with _jaga(impor):
            pembaca = pembaca_untuk(impor.jenis)
            while _terapkan_bagian(impor_id, pembaca):
                pass
            pembaca.selesai(Impor.objects.get(pk=impor_id), sekarang())
            _selesai_terapkan(impor_id)
    return Impor.objects.select_related("instansi").get(pk=impor_id)


def _mulai(impor_id: int, tahap: TahapImpor) -> Impor | None:
    """Count one start; None when this step is not wanted, or after too many starts without progress."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap != tahap:
            return None
        impor.percobaan += 1
        if impor.percobaan > MAKS_PERCOBAAN:
            tutup(impor, StatusImpor.GAGAL, pesan=_PESAN_GAGAL)
            return None
        impor.save(update_fields=["percobaan"])
    return impor


_PESAN_GAGAL: Final = (
    "Pekerjaan ini berhenti beberapa kali di tempat yang sama. Data yang sudah tersimpan tetap utuh. "
    "Hubungi pengelola sistem dan sebutkan nama berkasnya."
)


@contextmanager
def _jaga(impor: Impor) -> Iterator[None]:
    """A DomainError refuses the file; a busy or lost database does not count as a start."""
    try:
        yield
    except DomainError as salah:
        _tolak(impor.pk, salah)
    except (OperationalError, InterfaceError):
        with suppress(OperationalError, InterfaceError):
            Impor.objects.filter(pk=impor.pk, percobaan__gt=0).update(percobaan=F("percobaan") - 1)
        raise


def _catatan(buku: Buku, dibaca: str | list[str]) -> list[str]:
    """What a person who looks at the file in Excel does not expect: hidden rows read, other sheets not."""
    semua = [dibaca] if isinstance(dibaca, str) else dibaca
    hasil = [
        f"Lembar «{nama}» memuat {bilangan(n)} baris tersembunyi; baris itu ikut dibaca."
        for nama in semua
        if (n := buku.tersembunyi(nama))
    ]
    lain = [f"«{b.nama}»" for b in buku.lembar if b.nama not in semua]
    return [*hasil, f"Lembar yang tidak dibaca: {', '.join(lain)}."] if lain else hasil


def _pentaskan(impor_id: int, semua: Iterable[BarisImpor]) -> bool:
    """Stage the rows in pieces; False when another process finished or withdrew the check."""
    sumber, posisi = iter(semua), 0
    while kelompok := list(islice(sumber, BAGIAN)):
        awal, posisi = posisi, posisi + len(kelompok)
        with transaction.atomic():
            kini = lock_impor(impor_id)
            if kini.tahap != TahapImpor.PERIKSA:
                return False
            if kini.kemajuan < posisi:
                BarisImpor.objects.bulk_create(kelompok[max(kini.kemajuan - awal, 0) :])
                _maju(kini, posisi)
    return True


def _selesai_periksa(impor_id: int, hasil: Pemeriksaan) -> None:
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap != TahapImpor.PERIKSA:
            return
        hitungan = _hitung(impor)
        akan = sum(hitungan[s.value] for s in BERLAKU)
        impor.ringkasan = {**impor.ringkasan, **hitungan, "akan_diterapkan": akan, **hasil.ringkasan}
        tutup(impor, StatusImpor.DIPERIKSA)


def _terapkan_bagian(impor_id: int, pembaca: Pembaca) -> bool:
    """Apply the next piece; False when none is left. The cursor moves in the same transaction."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap != TahapImpor.TERAPKAN:
            return False
        kunci_instansi(impor.instansi_id)
        sampai = impor.ringkasan.get(KURSOR, 0)
        antre = impor.baris.filter(status__in=BERLAKU, pk__gt=sampai).order_by("pk")
        bagian = list(antre[: getattr(pembaca, "ukuran_bagian", BAGIAN)])
        if not bagian:
            return False
        with merekam(impor.pk):
            _terapkan_baris(impor, pembaca, bagian)
        ditolak = [b for b in bagian if b.status == StatusBaris.DITOLAK]
        BarisImpor.objects.bulk_update(ditolak, ["status", "galat"])
        r = impor.ringkasan
        r[KURSOR] = bagian[-1].pk
        r["diterapkan"] = r.get("diterapkan", 0) + len(bagian) - len(ditolak)
        _maju(impor, impor.kemajuan + len(bagian))
    return True


def _terapkan_baris(impor: Impor, pembaca: Pembaca, bagian: list[BarisImpor]) -> None:
    """Apply one piece; when the database refuses it, row by row, so that only the culprit is refused.

    A file that goes in whole (`utuh`, the tree of units) is refused whole: DomainError.
    """
    semula = [(b.status, b.galat) for b in bagian]
    try:
        with transaction.atomic():
            pembaca.terapkan(impor, bagian, sekarang())
        return
    except IntegrityError as salah:
        if getattr(pembaca, "utuh", False):
            raise DomainError("impor_bertentangan", pelanggaran(salah), tindakan=_PERBAIKI) from salah
    for baris, (status, galat) in zip(bagian, semula, strict=True):
        baris.status, baris.galat = StatusBaris(status), galat
        try:
            with transaction.atomic():
                pembaca.terapkan(impor, [baris], sekarang())
        except IntegrityError as salah:
            tolak_baris(baris, pelanggaran(salah), _PERBAIKI)


_PERBAIKI: Final = "Cocokkan isinya dengan data yang tersimpan, perbaiki di sumbernya, lalu unggah lagi."


def _selesai_terapkan(impor_id: int) -> None:
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.tahap != TahapImpor.TERAPKAN:
            return
        impor.ringkasan = {**impor.ringkasan, **_hitung(impor)}
        impor.diterapkan_pada = sekarang()
        tutup(impor, StatusImpor.DITERAPKAN)
        jejak(impor, "impor_selesai", impor.oleh)
        jejak_orang(impor, orang_tertulis(impor), "impor", impor.oleh)


def _tolak(impor_id: int, salah: DomainError) -> None:
    with transaction.atomic():
        impor = lock_impor(impor_id)
        impor.baris.all().delete()
        impor.ringkasan["kode"] = salah.kode
        tutup(impor, StatusImpor.DITOLAK, pesan=" ".join(t for t in (salah.pesan, salah.tindakan) if t))
    log.debug("Impor %s ditolak: %s", impor_id, salah.kode)


# -- small parts ----------------------------------------------------------------------------------


def lock_impor(impor_id: int) -> Impor:
    """The import, locked until the transaction ends; TidakDitemukan when there is none."""
    impor = Impor.objects.select_for_update().filter(pk=impor_id).first()
    if impor is None:
        raise TidakDitemukan("impor_tidak_ada", "Impor ini tidak ditemukan.")
    return impor


def _maju(impor: Impor, kemajuan: int) -> None:
    impor.kemajuan, impor.percobaan = kemajuan, 0
    impor.save(update_fields=["kemajuan", "percobaan", "ringkasan"])


def tutup(impor: Impor, status: StatusImpor, *, pesan: str = "") -> None:
    """Save a locked import in `status`, with nothing more wanted of it."""
    impor.status, impor.tahap, impor.pesan, impor.percobaan = status, TahapImpor.TIDAK_ADA, pesan, 0
    impor.save()


def _hitung(impor: Impor) -> dict[str, int]:
    """Rows per status, zero included: equal to the lists behind them."""
    ada = dict(impor.baris.order_by().values_list("status").annotate(n=Count("pk")))
    return {s.value: ada.get(s.value, 0) for s in StatusBaris}


def jejak_orang(impor: Impor, ids: list[int], tindakan: str, actor: Any) -> None:
    """A line on the trail of everybody whose records an import wrote."""
    keperluan = f"Impor nomor {impor.pk}"
    catat_baca(pengguna=actor, pegawai_ids=ids, kanal="impor", tindakan=tindakan, keperluan=keperluan)


def jejak(impor: Impor, tindakan: str, actor: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="impor",
        subjek_id=impor.pk,
        kanal="impor",
        rincian={"jenis": impor.jenis, "sidik": impor.sidik},
    )
