"""Golden outcomes: 200 generated people and the digest of what every released rule version says.

`python -m karier.tests.golden.susun` adds the digest of rule files that are new; it never rewrites
one that is there. The people in `fakta_v1.hex` are invented and stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from asn_karier.lib.aturan import Aturan, aturan_per
from karier.rules.fakta import Fakta, pack_fakta, unpack_fakta
from karier.rules.kebutuhan import hitung_kebutuhan
from karier.rules.pangkat import putuskan, target_tmt
from pegawai.enums import KedudukanHukum, KompetensiMansoskul, TingkatPendidikan

FOLDER = Path(__file__).parent
BERKAS_FAKTA = FOLDER / "fakta_v1.hex"
BERKAS_HASIL = FOLDER / "hasil.json"
BANYAK = 200
# One day in each regime of periods, and one under the narrower reading of ijazah profesi.
TANGGAL_UJI = (date(2025, 3, 20), date(2026, 11, 21), date(2026, 11, 22))


def fakta_emas() -> Fakta:
    """The stored people."""
    return unpack_fakta(bytes.fromhex(BERKAS_FAKTA.read_text(encoding="ascii")))


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


def versi_terbaru() -> dict[date, Aturan]:
    """The rule files in force on each day of the test."""
    return {per: aturan_per(per) for per in TANGGAL_UJI}


def _orang(acak: random.Random) -> dict[str, Any]:
    hari = date(2026, 11, 21)
    jenis = acak.choices((1, 2, None), (88, 10, 2))[0]
    isi: dict[str, Any] = {
        "jenis_pegawai": jenis,
        "status_kepegawaian": 3 if jenis == 2 else acak.choices((2, 1, None), (94, 4, 2))[0],
        "kedudukan_hukum": acak.choices((1, None, *KedudukanHukum), (80, 4, *([2] * len(KedudukanHukum))))[0],
        "tanggal_lahir": hari - timedelta(days=acak.randint(20 * 365, 61 * 365)),
        "golongan": acak.choices((*range(1, 18), None), (*([2] * 17), 1))[0],
        "tmt_golongan": date(acak.randint(2019, 2026), acak.randint(1, 12), acak.choice((1, 1, 1, 15))),
        "pendidikan": acak.choice((*TingkatPendidikan, None)),
        "jenis_jabatan": acak.choices((1, 2, 3, 4, None), (8, 42, 2, 44, 4))[0],
        "jenjang": acak.choice((10, 21, 22, 23, 24, 31, 32, 33, 34, None)),
        "bup": acak.choice((58, 60, 65, None)),
        "ak_sah": acak.choice((None, 0, 1499, 1500, 4250, 4999, 5000, 7563, 9999, 10000, 15000, 20000)),
        "ak_draf": acak.choice((None, 0, 1, 750, 1250, 3750)),
        "hukdis_sampai": acak.choices(
            (None, date(2026, 12, 31), date(2027, 6, 30), date(9999, 12, 31)), (85, 5, 5, 5)
        )[0],
        "dalam_pemeriksaan": acak.choices((None, 0, 1), (50, 45, 5))[0],
        "disiplin_tercakup": acak.choices((1, 0, None), (80, 15, 5))[0],
        "ud_tk1": acak.choice((None, 0, 1)),
        "ud_tk2": acak.choice((None, 0, 1)),
        "ujian_tercakup": acak.choice((1, 1, 0)),
        "jp_tahun_ini": acak.choice((None, 0, 12, 19, 20, 41)),
        "jp_tercakup": acak.choice((1, 0, None)),
        "asesmen_tanggal": acak.choice((None, date(2021, 5, 5), date(2023, 11, 21), date(2025, 2, 1))),
        "terpencil": acak.choice((0, 1, None)),
        "mentor_aktif": acak.choice((0, 1, None)),
    }
    isi |= {f"predikat_{n}": acak.choices((4, 5, 3, 2, 1, None), (60, 12, 8, 4, 2, 14))[0] for n in (1, 2, 3)}
    for k in KompetensiMansoskul:
        isi |= {
            f"wajib_{k}": acak.choice((1, 2, 3, 4, 5, None)),
            f"capai_{k}": acak.choice((1, 2, 3, 4, 5, None)),
        }
    return isi


def _tulis() -> None:
    if not BERKAS_FAKTA.exists():
        acak = random.Random(20261121)
        baris = pack_fakta(Fakta.dari_baris([_orang(acak) for _ in range(BANYAK)]))
        BERKAS_FAKTA.write_text("".join(f"{b.tobytes().hex()}\n" for b in baris), encoding="ascii")
    hasil = hasil_emas() if BERKAS_HASIL.exists() else {}
    for per, a in versi_terbaru().items():
        baru = {"per": per.isoformat(), "versi": a.versi(), "sidik": sidik_hasil(fakta_emas(), a, per)}
        hasil.setdefault(a.sidik, baru)
    BERKAS_HASIL.write_text(json.dumps(hasil, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _tulis()
