"""Every decision of the comparison besides kenaikan pangkat, and the bytes in which they are stored."""

import struct
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from bench.naif_hak import kgb, kgb_berikut, satyalancana, tmt_pensiun
from bench.naif_jabatan import kenaikan_jenjang, kesiapan, penyesuaian
from bench.naif_talenta import ipasn, talenta
from bench.naif_umum import Nilai, mencapai_bup, rangkum, siapa
from karier.enums import JenisPutusan

#: In the order in which they are stored: the rule files that must be in force, and the rule.
PUTUSAN: Final[dict[JenisPutusan, tuple[tuple[str, ...], Callable[[Nilai, Aturan, date, date], Nilai]]]] = {
    JenisPutusan.PENYESUAIAN_IJAZAH: (("penyesuaian_ijazah",), penyesuaian),
    JenisPutusan.KENAIKAN_JENJANG: (("kenaikan_jenjang", "ak_dasar"), kenaikan_jenjang),
    JenisPutusan.KESIAPAN_JABATAN: (("promosi",), kesiapan),
    JenisPutusan.KGB: (("kgb",), kgb),
    JenisPutusan.SATYALANCANA: (("satyalancana",), satyalancana),
}
UKURAN: Final = ("mencapai_bup", "kgb_berikut", "tmt_pensiun", "ipasn", "sumbu_x", "sumbu_y", "kotak")
_BAGIAN: Final = ("status", "sasaran", "alasan", "kurang", "paling_cepat", "syarat")
_BENTUK: Final = "<" + "bbbbiq" * len(PUTUSAN) + "iiihhhh"
_TANPA_HARI: Final = -(2**31)
_TANPA_ANGKA: Final = -(2**15)


def putuskan_lain(f: Nilai, a: Aturan, per: date, tmt: date) -> Nilai:
    """The outcome of each decision by its JenisPutusan, and each measure by its name."""
    lain: Nilai = dict.fromkeys(UKURAN)
    for jenis, (berkas, aturan) in PUTUSAN.items():
        ada = all(kode in a for kode in berkas)
        lain[jenis] = aturan(f, a, per, tmt) if ada else rangkum(jenis, {}, None) | {"sasaran": 0}
    lain["mencapai_bup"] = mencapai_bup(f)
    if "bup" in a:
        lain["tmt_pensiun"] = tmt_pensiun(f, a)
    if "kgb" in a and siapa(f).pns:
        lain["kgb_berikut"] = kgb_berikut(f, a, per)[0]
    if "ipasn" in a:
        lain["ipasn"] = ipasn(f, a, per, tmt)
    if "talenta" in a:
        lain |= talenta(f, a, per, tmt)
    return lain


def kemas(lain: Nilai) -> bytes:
    """The decisions, then three days and four small numbers."""
    isi = [angka(lain[jenis][bagian], _TANPA_HARI) for jenis in PUTUSAN for bagian in _BAGIAN]
    isi += [angka(lain[nama], _TANPA_HARI) for nama in UKURAN[:3]]
    isi += [angka(lain[nama], _TANPA_ANGKA) for nama in UKURAN[3:]]
    return struct.pack(_BENTUK, *isi)


def angka(nilai: Any, kosong: int) -> int:
    """A number as it is stored; a date is a number of days since 1970-01-01."""
    if nilai is None:
        return kosong
    return (nilai - date(1970, 1, 1)).days if isinstance(nilai, date) else int(nilai)
