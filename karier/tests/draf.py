"""Drafts of rule files for tests: a released file with one thing changed, in a folder of its own."""

from datetime import date
from pathlib import Path

from asn_karier.lib.aturan import AKAR, terbitan


def tulis_draf(folder: Path, kode: str, lama: str, baru: str, mulai: date = date(2027, 1, 1)) -> Path:
    """The newest released file of `kode` with `lama` replaced by `baru`; returns the folder."""
    asal = AKAR / kode / f"{max(terbitan()[kode])}.toml"
    isi = asal.read_text(encoding="utf-8")
    assert lama in isi, f"{asal}: no {lama!r}"
    kepala = f"berlaku_mulai = {asal.stem}"
    (folder / kode).mkdir(parents=True, exist_ok=True)
    (folder / kode / f"{mulai}.toml").write_text(
        isi.replace(lama, baru, 1).replace(kepala, f"berlaku_mulai = {mulai}", 1), encoding="utf-8"
    )
    return folder
