"""The trail of reads and changes. One function writes it; a failure to write is an error."""

from collections.abc import Iterable
from typing import Any

from asn_karier.lib.models import Jejak


def pelaku_dari(pengguna: Any) -> dict[str, Any]:
    """Actor columns of Jejak for a request user; None is the system itself."""
    if pengguna is None:
        return {"pelaku_jenis": "sistem", "pelaku_id": None, "pelaku_nama": "Sistem"}
    return {"pelaku_jenis": "pengguna", "pelaku_id": pengguna.pk, "pelaku_nama": str(pengguna)[:120]}


def catat_baca(
    *,
    pengguna: Any,
    pegawai_ids: Iterable[int],
    kanal: str,
    keperluan: str = "",
    tindakan: str = "lihat",
    rincian: dict[str, Any] | None = None,
) -> None:
    """Record that `pengguna` read the personal records of `pegawai_ids` (one row per person)."""
    baris = ((pegawai_id, rincian or {}) for pegawai_id in pegawai_ids)
    catat_satu_satu(pengguna=pengguna, baris=baris, kanal=kanal, keperluan=keperluan, tindakan=tindakan)


def catat_satu_satu(
    *,
    pengguna: Any,
    tindakan: str,
    baris: Iterable[tuple[int, dict[str, Any]]],
    kanal: str,
    keperluan: str = "",
) -> None:
    """Record one act that reached many people: a row for each (person, what it was about)."""
    pelaku = pelaku_dari(pengguna)
    Jejak.objects.bulk_create(
        [
            Jejak(
                **pelaku,
                tindakan=tindakan,
                subjek_jenis="pegawai",
                subjek_id=pegawai_id,
                kanal=kanal,
                keperluan=keperluan[:200],
                rincian=rincian,
            )
            for pegawai_id, rincian in baris
        ],
        batch_size=1000,
    )


def catat(
    *,
    pengguna: Any,
    tindakan: str,
    subjek_jenis: str,
    subjek_id: int | None,
    kanal: str,
    keperluan: str = "",
    rincian: dict[str, Any] | None = None,
) -> None:
    """Record one act on one subject (a decision, an import, an export, a sign-in)."""
    Jejak.objects.create(
        **pelaku_dari(pengguna),
        tindakan=tindakan,
        subjek_jenis=subjek_jenis,
        subjek_id=subjek_id,
        kanal=kanal,
        keperluan=keperluan[:200],
        rincian=rincian or {},
    )
