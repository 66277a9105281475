"""Golden outcomes: 200 generated people and the digest of what every released rule version says.

`python -m karier.tests.golden.susun` adds the digest of rule files that are new; it never rewrites
one that is there. The people in `fakta_v1.hex` and `fakta_v2.hex` are invented and stay as they are; those of
the second layout reach every status of every requirement.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from asn_karier.lib.aturan import Aturan, aturan_per
from karier.rules.fakta import Fakta, pack_fakta, unpack_fakta
from karier.rules.kebutuhan import hitung_kebutuhan
from karier.rules.keputusan import pack_lain, putuskan_seluruh
from karier.rules.pangkat import putuskan, target_tmt
from karier.tests.strata import fakta_acak, pilih_strata

FOLDER = Path(__file__).parent
BERKAS_FAKTA = {versi: FOLDER / f"fakta_v{versi}.hex" for versi in (1, 2)}
BERKAS_HASIL = FOLDER / "hasil.json"
BANYAK = 200
# One day in each regime of periods, and one under the narrower reading of ijazah profesi.
TANGGAL_UJI = (date(2025, 3, 20), date(2026, 11, 21), date(2026, 11, 22))
HARI = date(2026, 11, 28)


def fakta_emas(versi: int = 1) -> Fakta:
    """The stored people, as the layout `versi` knows them."""
    return unpack_fakta(bytes.fromhex(BERKAS_FAKTA[versi].read_text(encoding="ascii")), versi=versi)


def hasil_emas() -> dict[str, Any]:
    """The stored digests, by fingerprint of the rule files."""
    isi: dict[str, Any] = json.loads(BERKAS_HASIL.read_text(encoding="utf-8"))
    return isi


def sidik_hasil(f: Fakta, a: Aturan, per: date) -> str:
    """Digest of every outcome of every person, independent of the machine."""
    tmt = target_tmt(per, a)
    pangkat, kebutuhan = putuskan(f, a, tmt=tmt), hitung_kebutuhan(f, a, per=per)
    cacah = hashlib.blake2b(tmt.isoformat().encode(), digest_size=16)
    for hasil in (pangkat, kebutuhan):
        for nama in hasil.__slots__:
            larik = getattr(hasil, nama)
            bilangan = larik.astype("datetime64[D]") if larik.dtype.kind == "M" else larik
            cacah.update(np.ascontiguousarray(bilangan.astype("<i8")).tobytes())
    return cacah.hexdigest()


def sidik_lain(f: Fakta, a: Aturan, per: date) -> str:
    """Digest of every decision and measure, with kenaikan pangkat."""
    baris = pack_lain(putuskan_seluruh(f, a, per=per, tmt=target_tmt(per, a)))
    isi = sidik_hasil(f, a, per).encode() + baris.tobytes()
    return hashlib.blake2b(isi, digest_size=16).hexdigest()


def versi_terbaru() -> dict[date, Aturan]:
    """The rule files in force on each day of the test."""
    return {per: aturan_per(per) for per in TANGGAL_UJI}


def _orang_v2() -> Fakta:
    """So chosen that each requirement has each status it can have."""
    a = aturan_per(HARI)
    banyak = fakta_acak(20261128, 6000)
    seluruh = putuskan_seluruh(banyak, a, per=HARI, tmt=target_tmt(HARI, a))
    return banyak.pilih(pilih_strata(seluruh, BANYAK, paling_sedikit=1))


def _tulis_fakta(versi: int, f: Fakta) -> None:
    baris = pack_fakta(f)
    BERKAS_FAKTA[versi].write_text("".join(f"{b.tobytes().hex()}\n" for b in baris), encoding="ascii")


def _tulis() -> None:
    if not BERKAS_FAKTA[2].exists():
        _tulis_fakta(2, _orang_v2())
    hasil, f, f2 = hasil_emas(), fakta_emas(1), fakta_emas(2)
    for per, a in versi_terbaru().items():
        sidik = {"sidik": sidik_hasil(f, a, per), "lain": sidik_lain(f2, a, per)}
        hasil.setdefault(a.sidik, {"per": per.isoformat(), "versi": a.versi(), **sidik})
    BERKAS_HASIL.write_text(json.dumps(hasil, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _tulis()
