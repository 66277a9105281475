"""What may be spent: stated by HR, changed with a reason, never below what is taken and paid."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.db import pelanggaran
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.models import Instansi, UnitKerja
from pelatihan.enums import JenisMutasi, SumberDana
from pelatihan.models import MutasiAnggaran, Pagu


@transaction.atomic
def create_pagu(
    *,
    instansi: Instansi,
    unit: UnitKerja | None,
    tahun: int,
    sumber: SumberDana,
    jumlah: int,
    keterangan: str,
    actor: Any,
    at: datetime,
) -> Pagu:
    """A pagu of `jumlah` rupiah, with its first line.

    Bentrok when there is one for the same unit, year and source; TidakDitemukan outside the actor's instansi.
    """
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise _tidak_ditemukan()
    if unit is not None and unit.instansi_id != instansi.pk:
        raise DomainError("unit_lain", "Unit ini bukan bagian dari instansi pemilik pagu.")
    try:
        with transaction.atomic():
            pagu = Pagu.objects.create(
                instansi=instansi, unit=unit, tahun=tahun, sumber=sumber, jumlah=jumlah
            )
    except IntegrityError as salah:
        raise Bentrok("pagu_sudah_ada", pelanggaran(salah)) from salah
    _catat(pagu, "tambah_pagu", keterangan, actor, at)
    return pagu


@transaction.atomic
def change_pagu(*, pagu_id: int, jumlah: int, keterangan: str, versi: int, actor: Any, at: datetime) -> Pagu:
    """From now on `jumlah` rupiah. The same amount again changes nothing.

    Bentrok `versi_berubah` when somebody else changed it meanwhile, `pagu_terpakai` when less than what is
    taken and paid; TidakDitemukan outside the actor's instansi.
    """
    milik: Any = Pagu.objects.dikelola(actor).filter(pk=pagu_id)
    pagu: Pagu | None = milik.first()
    if pagu is None:
        raise _tidak_ditemukan()
    if pagu.jumlah == jumlah:
        return pagu
    if not keterangan.strip():
        raise DomainError("keterangan_kosong", "Tuliskan dasar perubahan, misalnya DPA Perubahan 2027.")
    muat = Pagu.objects.filter(pk=pagu_id, versi=versi, komitmen__lte=jumlah - F("realisasi"))
    if not muat.update(jumlah=jumlah, versi=F("versi") + 1):
        raise _ditolak(pagu_id, versi, jumlah)
    pagu.refresh_from_db()
    _catat(pagu, "ubah_pagu", keterangan, actor, at)
    return pagu


def _catat(pagu: Pagu, tindakan: str, keterangan: str, actor: Any, at: datetime) -> None:
    MutasiAnggaran.objects.create(
        pagu=pagu,
        jenis=JenisMutasi.UBAH_PAGU,
        rupiah=pagu.jumlah,
        keterangan=keterangan.strip()[:200],
        oleh=actor,
        pada=at,
    )
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pagu",
        subjek_id=pagu.pk,
        kanal="admin",
        rincian={"instansi": pagu.instansi_id, "tahun": pagu.tahun, "jumlah": pagu.jumlah},
    )


def _ditolak(pagu_id: int, versi: int, jumlah: int) -> Bentrok:
    kini = Pagu.objects.get(pk=pagu_id)
    if kini.versi != versi:
        return Bentrok(
            "versi_berubah",
            f"Orang lain mengubah pagu ini menjadi {kata.rupiah(kini.jumlah)} sejak Anda membukanya.",
            tindakan="Muat ulang halaman, periksa jumlahnya, lalu ulangi bila masih perlu.",
        )
    terpakai = kini.komitmen + kini.realisasi
    return Bentrok(
        "pagu_terpakai",
        f"Pagu {kata.rupiah(jumlah)} kurang dari yang sudah dikomitmenkan dan dibayar, "
        f"{kata.rupiah(terpakai)}.",
        tindakan="Lepaskan komitmen lebih dahulu, atau tulis jumlah yang lebih besar.",
    )


def _tidak_ditemukan() -> TidakDitemukan:
    return TidakDitemukan("pagu_tidak_ditemukan", "Pagu ini tidak ditemukan.")
