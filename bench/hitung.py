"""What the rules alone cost: `python -m bench.hitung [--jumlah 100000]`. No database, one core.

Facts of the golden people are repeated to `--jumlah` rows and judged in batches of the size a Potongan
has; medians of rounds that take turns. Prints one JSON line: microseconds per ASN, all decisions together
and each alone, and the same for people judged one at a time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

import numpy as np

from asn_karier.lib.aturan import aturan_per
from karier.rules.fakta import Fakta
from karier.rules.hak import hitung_pensiun, putuskan_kgb, putuskan_satyalancana
from karier.rules.ipasn import hitung_ipasn
from karier.rules.jabatan import putuskan_kesiapan
from karier.rules.jenjang import putuskan_jenjang
from karier.rules.kebutuhan import hitung_kebutuhan
from karier.rules.keputusan import pack_lain, putuskan_seluruh
from karier.rules.pangkat import putuskan, target_tmt
from karier.rules.penyesuaian import putuskan_penyesuaian
from karier.rules.talenta import hitung_talenta
from karier.tests.golden.susun import fakta_emas

PUTARAN: Final = 5
POTONGAN: Final = 2_500
SENDIRI: Final = 200
PER: Final = date(2026, 11, 28)
A: Final = aturan_per(PER)
TMT: Final = target_tmt(PER, A)

BAGIAN: Final[dict[str, Callable[[Fakta], Any]]] = {
    "kenaikan_pangkat": partial(putuskan, a=A, tmt=TMT),
    "kebutuhan": partial(hitung_kebutuhan, a=A, per=PER),
    "penyesuaian_ijazah": partial(putuskan_penyesuaian, a=A, tmt=TMT),
    "kenaikan_jenjang": partial(putuskan_jenjang, a=A, tmt=TMT),
    "kesiapan_jabatan": partial(putuskan_kesiapan, a=A, tmt=TMT),
    "kgb": partial(putuskan_kgb, a=A, per=PER),
    "satyalancana": partial(putuskan_satyalancana, a=A, per=PER),
    "pensiun": partial(hitung_pensiun, a=A),
    "talenta": partial(hitung_talenta, a=A, per=PER),
    "ipasn": partial(hitung_ipasn, a=A, per=PER),
}


def semua(f: Fakta) -> Any:
    return pack_lain(putuskan_seluruh(f, A, per=PER, tmt=TMT))


def lama(kerja: Callable[[Fakta], Any], bagian: list[Fakta]) -> float:
    """Microseconds per ASN."""
    mulai = time.perf_counter()
    for f in bagian:
        kerja(f)
    return (time.perf_counter() - mulai) * 1e6 / sum(map(len, bagian))


def main() -> None:
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--jumlah", type=int, default=100_000)
    jumlah = pilihan.parse_args().jumlah
    emas = fakta_emas(2)
    banyak = [
        emas.pilih(np.arange(i, min(i + POTONGAN, jumlah)) % len(emas)) for i in range(0, jumlah, POTONGAN)
    ]
    sendiri = [emas.pilih(slice(i, i + 1)) for i in range(min(SENDIRI, len(emas)))]
    kerja = {"semua": semua, **BAGIAN}
    ukuran: dict[str, list[float]] = {nama: [] for nama in (*kerja, "seorang_seorang")}
    for _ in range(PUTARAN):
        for nama, satu in kerja.items():
            ukuran[nama].append(lama(satu, banyak))
        ukuran["seorang_seorang"].append(lama(semua, sendiri))
    hasil = {nama: round(statistics.median(n), 3) for nama, n in ukuran.items()}
    print(json.dumps({"asn": jumlah, "potongan": POTONGAN, "mikrodetik_per_asn": hasil}))


if __name__ == "__main__":
    main()
