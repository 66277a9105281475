"""Rule files that are not in force yet: refused with every fault at once, or laid over the rules of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from asn_karier.lib.aturan import AKAR, Aturan, Berkas, berkas_terbaru
from asn_karier.lib.draf import Pilihan, salah_berkas, salah_folder
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat
from pegawai.enums import KedudukanHukum, TingkatHukuman, TingkatPendidikan

PILIHAN: Final[Pilihan] = {
    "Predikat": frozenset(Predikat.__members__),
    "KedudukanHukum": frozenset(KedudukanHukum.__members__),
    "TingkatPendidikan": frozenset(TingkatPendidikan.__members__),
    "TingkatHukuman": frozenset(t.value for t in TingkatHukuman),
}


def baca_draf(folder: Path) -> list[Berkas]:
    """The newest file of every subject in a folder of drafts.

    DomainError `versi_tidak_dikenal` (no folder), `draf_salah` with every fault, `draf_kosong`.
    """
    if not folder.is_dir():
        raise DomainError(
            "versi_tidak_dikenal",
            f"'{folder}' bukan tanggal dan bukan folder.",
            tindakan="Tulis tanggal seperti 2026-11-21, folder berkas aturan, atau kata run.",
        )
    _tolak(salah_folder(folder.resolve(), pilihan=PILIHAN), f"Berkas aturan di '{folder}'")
    draf = list(berkas_terbaru(folder.resolve()))
    if not draf:
        raise DomainError(
            "draf_kosong",
            f"Folder '{folder}' tidak memuat berkas aturan.",
            tindakan="Susun berkasnya sebagai <kode>/<tahun-bulan-hari>.toml di dalam folder itu.",
        )
    return draf


def periksa_semua() -> None:
    """DomainError `draf_salah` when a file among the released ones is not as they are."""
    _tolak(salah_folder(AKAR, dirilis=True, pilihan=PILIHAN), "Berkas aturan")


def periksa_satu(kode: str, mulai: date) -> None:
    """The same for one file: it stands among the released ones before it is released."""
    jalur = AKAR / kode / f"{mulai.isoformat()}.toml"
    _tolak(salah_berkas(jalur, dirilis=True, pilihan=PILIHAN), "Berkas aturan ini")


def _tolak(salah: Sequence[str], apa: str) -> None:
    if salah:
        butir = "".join(f"\n- {s}" for s in salah)
        raise DomainError(
            "draf_salah",
            f"{apa} belum dapat dibandingkan, {len(salah)} kesalahan:{butir}",
            tindakan="\nPerbaiki semuanya, lalu bandingkan lagi.",
        )


@contextmanager
def terhitung(*aturan: Aturan) -> Iterator[None]:
    """What a rule cannot work with although its kind is right: DomainError `aturan_tidak_lengkap`."""
    try:
        yield
    except (KeyError, TypeError, ValueError, ArithmeticError, IndexError) as galat:
        nama = f"'{galat.args[0]}' tidak ada atau tidak dikenal" if isinstance(galat, KeyError) else ""
        raise DomainError(
            "aturan_tidak_lengkap",
            f"Berkas aturan tidak dapat dipakai menghitung: {nama or 'ada nilai yang tidak masuk akal'}.",
            tindakan=f"Bandingkan {_beda(*aturan)} dengan berkas yang dirilis, lalu perbaiki.",
        ) from galat


def _beda(*aturan: Aturan) -> str:
    """The files that not every one of the versions has: the fault is in one of them."""
    semua = [{f"{b.kode}/{b.berlaku_mulai}.toml": b.sha256 for b in a} for a in aturan]
    nama = {n for isi in semua for n in isi if any(lain.get(n) != isi[n] for lain in semua)}
    return ", ".join(sorted(nama)) or "berkasnya"
