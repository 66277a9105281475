"""Golden outcomes: 200 generated people and the digest of what every released rule version says.

`python -m karier.tests.golden.susun` adds the digest of rule files that are new and says which; it never
rewrites one that is there. A rule file that no day of the test reaches is named and nothing is written,
because it would be released without anybody having seen what it says. The people in `fakta_v1.hex` and
`fakta_v2.hex` are invented and stay as they are; those of the second layout reach every status of every
requirement.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from asn_karier.lib.aturan import AKAR, Aturan, aturan_per, terbitan
from karier.rules.fakta import Fakta, pack_fakta, unpack_fakta
from karier.rules.kebutuhan import hitung_kebutuhan
from karier.rules.keputusan import pack_lain, putuskan_seluruh
from karier.rules.pangkat import putuskan, target_tmt
from karier.tests.strata import fakta_acak, pilih_strata

FOLDER = Path(__file__).parent
BERKAS_FAKTA = {versi: FOLDER / f"fakta_v{versi}.hex" for versi in (1, 2)}
BERKAS_HASIL = FOLDER / "hasil.json"
BANYAK = 200
# One day in each regime of periods, and one under the narrower reading of ijazah profesi. Every rule file is
# in force on one of these days: a new file adds its own `berlaku_mulai`.
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


def tak_teruji(akar: Path = AKAR, hari: tuple[date, ...] = TANGGAL_UJI) -> list[str]:
    """Rule files that are in force on no day of the test, each with what mends it."""
    teruji = {(b.kode, b.berlaku_mulai) for per in hari for b in aturan_per(per, akar)}
    berkas = [(kode, mulai) for kode, daftar in sorted(terbitan(akar).items()) for mulai in daftar]
    return [_saran(kode, mulai) for kode, mulai in berkas if (kode, mulai) not in teruji]


def _saran(kode: str, mulai: date) -> str:
    return (
        f"{kode}/{mulai}.toml tidak berlaku pada satu pun TANGGAL_UJI: "
        f"tambahkan date({mulai.year}, {mulai.month}, {mulai.day}) di karier/tests/golden/susun.py."
    )


def _orang_v2() -> Fakta:
    """So chosen that each requirement has each status it can have."""
    a = aturan_per(HARI)
    banyak = fakta_acak(20261128, 6000)
    seluruh = putuskan_seluruh(banyak, a, per=HARI, tmt=target_tmt(HARI, a))
    return banyak.pilih(pilih_strata(seluruh, BANYAK, paling_sedikit=1))


def _tulis_fakta(versi: int, f: Fakta) -> None:
    baris = pack_fakta(f)
    BERKAS_FAKTA[versi].write_text("".join(f"{b.tobytes().hex()}\n" for b in baris), encoding="ascii")


def _tulis() -> list[str]:
    """Add what is new to the stored digests; one line for each."""
    if not BERKAS_FAKTA[2].exists():
        _tulis_fakta(2, _orang_v2())
    lama, f, f2 = hasil_emas(), fakta_emas(1), fakta_emas(2)
    baru = {
        a.sidik: {
            "per": per.isoformat(),
            "versi": a.versi(),
            "sidik": sidik_hasil(f, a, per),
            "lain": sidik_lain(f2, a, per),
        }
        for per, a in versi_terbaru().items()
        if a.sidik not in lama
    }
    if baru:
        BERKAS_HASIL.write_text(json.dumps(lama | baru, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return [f"{isi['per']}: ditambahkan {sidik[:12]}" for sidik, isi in baru.items()]


def jalankan() -> None:
    """Write and say what was written; exits with a message when a rule file is reached by no day."""
    if kurang := tak_teruji():
        sys.exit("\n".join(kurang))
    tertulis = _tulis() or [f"Tidak ada yang baru: setiap TANGGAL_UJI sudah ada di {BERKAS_HASIL.name}."]
    sys.stdout.write("\n".join(tertulis) + "\n")


if __name__ == "__main__":
    jalankan()
