"""The machine of every import: upload, check, apply; one reader per kind of file.

The database is the record. `Impor.tahap` says what is wanted next; whoever is free does it. Both
phases go in pieces of a few hundred rows, each its own short transaction that moves `kemajuan`
together with its rows, under a lock on the import row. A process killed at any moment loses at most
its open piece, the next one goes on from `kemajuan`, and two at once do nothing twice. So:

- a refused file changes no table of the domain, and its staged rows are removed;
- a person is applied whole or not at all; an interrupted apply is completed, never rolled back;
- applying compares again with what is stored now: what changed since the check is refused, not overwritten.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.errors import Bentrok
from asn_karier.lib.tasks import hint
from pegawai.enums import StatusImpor, TahapImpor
from pegawai.models import Impor, Instansi
from pegawai.services import brankas
from pegawai.services.berkas import Jenis, bukan_json, kenali
from pegawai.services.impor_kembali import KUNCI as PEMBATALAN
from pegawai.services.impor_kembali import TERSIMPAN
from pegawai.services.impor_kerja import (
    BERLAKU,
    KURSOR,
    TUGAS,
    jejak,
    lock_impor,
    periksa,
    terapkan,
    tutup,
)
from pegawai.services.impor_pembaca import (
    PEMBACA,
    Pembaca,
    Pemeriksaan,
    daftarkan,
    pembaca_untuk,
    require_boleh,
    tolak_baris,
)
from pegawai.services.impor_penahan import daftarkan_penahan
from pegawai.services.impor_retensi import remove_file, tandai_dihapus
from pegawai.services.impor_sapuan import SapuanImpor

__all__ = [
    "BERLAKU",
    "PEMBACA",
    "TUGAS",
    "Pembaca",
    "Pemeriksaan",
    "SapuanImpor",
    "daftarkan",
    "daftarkan_penahan",
    "half_applied",
    "pembaca_untuk",
    "periksa",
    "progress",
    "request_apply",
    "request_check",
    "terapkan",
    "tolak_baris",
    "upload",
    "withdraw",
]

SEBAB_BATAL: Final = "dibatalkan sebelum disimpan"


def upload(*, instansi: Instansi, jenis: str, nama_berkas: str, isi: Any, actor: Any, at: datetime) -> Impor:
    """Take a file in and ask for its check. `isi`: bytes, an open file or an UploadedFile.

    A file of the wrong size or kind is refused at once (DomainError `berkas_...`). The same file may
    come again; `ringkasan["pernah"]` then names the earlier import. Sent twice while it is still waiting to
    be checked, it is one import.
    """
    pembaca = pembaca_untuk(jenis)
    require_boleh(jenis, actor)
    nama = _nama_aman(nama_berkas)
    with brankas.tampung(isi) as (berkas, sidik):
        if kenali(berkas, nama) is Jenis.JSON and not getattr(pembaca, "menerima_json", False):
            raise bukan_json()
        simpanan = brankas.simpan(berkas)
    try:
        impor = _catat_unggahan(instansi, jenis, nama, simpanan, sidik, actor, at)
    except BaseException:
        brankas.hapus(simpanan)
        raise
    if impor.berkas != simpanan:
        brankas.hapus(simpanan)
    return impor


@transaction.atomic
def _catat_unggahan(
    instansi: Instansi, jenis: str, nama: str, simpanan: str, sidik: str, actor: Any, at: datetime
) -> Impor:
    # Of two presses the second waits here, and is led to the import of the first.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    pernah = Impor.objects.filter(instansi=instansi, jenis=jenis, sidik=sidik).order_by("-pk").first()
    menunggu = pernah is not None and pernah.tahap == TahapImpor.PERIKSA
    if pernah is not None and menunggu and (pernah.oleh, pernah.nama_berkas) == (actor, nama):
        return pernah
    impor = Impor.objects.create(
        instansi=instansi,
        jenis=jenis,
        nama_berkas=nama,
        berkas=simpanan,
        sidik=sidik,
        tahap=TahapImpor.PERIKSA,
        ringkasan={"pernah": {"id": pernah.pk, "status": pernah.status}} if pernah else {},
        oleh=actor,
        dibuat_pada=at,
    )
    jejak(impor, "impor_unggah", actor)
    hint(TUGAS, pk=impor.pk)
    return impor


def request_check(*, impor_id: int, actor: Any, at: datetime) -> Impor:
    """Throw the staged rows away and ask for a new check of the same file. DomainError `impor_...`."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.status in TERSIMPAN or impor.tahap == TahapImpor.TERAPKAN:
            raise _sudah_jalan()
        _require_rincian(impor)
        _require_utuh(impor, "diperiksa ulang")
        if impor.tahap == TahapImpor.PERIKSA:
            # The running check still holds its place in the file: rows before it would never come back.
            raise Bentrok(
                "impor_sedang_diperiksa",
                "Berkas ini sedang diperiksa.",
                tindakan="Tunggu sampai pemeriksaan selesai, lalu periksa ulang bila masih perlu.",
            )
        impor.baris.all().delete()
        impor.ringkasan = {k: v for k, v in impor.ringkasan.items() if k == "pernah"}
        _minta(impor, StatusImpor.DIUNGGAH, TahapImpor.PERIKSA)
        jejak(impor, "impor_periksa", actor)
    return impor


def request_apply(*, impor_id: int, actor: Any, at: datetime) -> Impor:
    """Ask for a checked import to be applied; asking twice is one wish. DomainError `impor_...`."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        require_boleh(impor.jenis, actor)
        if impor.tahap == TahapImpor.TERAPKAN:
            return impor
        if impor.status in TERSIMPAN:
            raise _sudah_jalan()
        if impor.status not in (StatusImpor.DIPERIKSA, StatusImpor.GAGAL) or "baru" not in impor.ringkasan:
            raise Bentrok(
                "impor_belum_diperiksa",
                "Berkas ini belum selesai diperiksa.",
                tindakan="Tunggu sampai pemeriksaan selesai, lihat hasilnya, lalu terapkan.",
            )
        impor.oleh, impor.diterapkan_oleh = impor.oleh or actor, actor
        _minta(
            impor, StatusImpor.DIPERIKSA, TahapImpor.TERAPKAN, kemajuan=impor.ringkasan.get("diterapkan", 0)
        )
        jejak(impor, "impor_terapkan", actor)
    return impor


def withdraw(*, impor_id: int, actor: Any, at: datetime) -> Impor:
    """Give an import up before it is applied; its staged rows and its file are removed."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.status in TERSIMPAN or impor.tahap == TahapImpor.TERAPKAN:
            raise _sudah_jalan()
        _require_rincian(impor)
        _require_utuh(impor, "dibatalkan")
        tandai_dihapus(impor, at=at, sebab=SEBAB_BATAL)
        tutup(impor, StatusImpor.DIBATALKAN, pesan=f"Dibatalkan oleh {actor}." if actor else "Dibatalkan.")
        impor.baris.all().delete()
        jejak(impor, "impor_batal", actor)
    remove_file(impor.pk)
    return impor


def half_applied(impor: Impor) -> bool:
    """Whether some rows were saved and the rest was not: only going on makes it whole."""
    return impor.status not in TERSIMPAN and KURSOR in impor.ringkasan


def _require_utuh(impor: Impor, tindakan: str) -> None:
    """Bentrok `impor_separuh`: withdrawn or checked anew, it would say that nothing was saved."""
    if half_applied(impor):
        raise Bentrok(
            "impor_separuh",
            f"Sebagian baris berkas ini sudah tersimpan, sehingga impornya tidak dapat {tindakan}.",
            tindakan="Tekan Simpan untuk melanjutkan baris yang tersisa.",
        )


def _require_rincian(impor: Impor) -> None:
    """Bentrok `impor_rincian_dihapus`: the file and the rows are no longer there."""
    if impor.rincian_dihapus_pada is not None:
        raise Bentrok(
            "impor_rincian_dihapus",
            "Berkas dan rincian impor ini sudah dihapus.",
            tindakan="Unggah berkas itu sekali lagi.",
        )


def progress(impor: Impor) -> tuple[int, int]:
    """Rows done and rows in all of the phase under way; (0, 0) while the number is not known yet."""
    if impor.tahap in (TahapImpor.TIMBANG, TahapImpor.KEMBALIKAN):
        return impor.kemajuan, impor.ringkasan[PEMBATALAN]["jumlah"]
    if impor.tahap == TahapImpor.TERAPKAN or impor.status in TERSIMPAN:
        return impor.kemajuan, impor.ringkasan.get("akan_diterapkan", 0)
    return min(impor.kemajuan, impor.jumlah_baris), impor.jumlah_baris


def _minta(impor: Impor, status: StatusImpor, tahap: TahapImpor, *, kemajuan: int = 0) -> None:
    impor.status, impor.tahap, impor.kemajuan, impor.percobaan, impor.pesan = status, tahap, kemajuan, 0, ""
    impor.save()
    hint(TUGAS, pk=impor.pk)


def _nama_aman(nama: str) -> str:
    """The last part of a file name, printable, at most 200 characters, its suffix kept."""
    bersih = "".join(h for h in PurePath(nama.replace("\\", "/")).name if h.isprintable()).strip() or "berkas"
    akhiran = PurePath(bersih).suffix[:10]
    return bersih if len(bersih) <= 200 else bersih[: 200 - len(akhiran)] + akhiran


def _sudah_jalan() -> Bentrok:
    return Bentrok(
        "impor_sudah_diterapkan", "Impor ini sudah atau sedang diterapkan, sehingga tidak dapat diubah."
    )
