"""Invented facts of many people, wide enough to reach every status of every requirement."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import numpy as np

from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan
from karier.rules.daftar import MENURUT_JENIS
from karier.rules.fakta import Fakta
from karier.rules.keputusan import Seluruh
from pegawai.enums import (
    Eselon,
    JenisJabatan,
    Jenjang,
    KedudukanHukum,
    KompetensiMansoskul,
    TingkatPendidikan,
)

HARI = date(2026, 11, 21)
_JENJANG = {
    JenisJabatan.PELAKSANA: (Jenjang.PELAKSANA,),
    JenisJabatan.FUNGSIONAL: tuple(j for j in Jenjang if 20 < j < 40),
    JenisJabatan.STRUKTURAL: tuple(j for j in Jenjang if j > 40),
    JenisJabatan.RANGKAP: (None,),
    None: (None,),
}


def fakta_acak(benih: int, banyak: int) -> Fakta:
    """Facts of `banyak` PNS; the same for the same `benih`."""
    acak = random.Random(benih)
    return Fakta.dari_baris([_orang(acak) for _ in range(banyak)])


def strata(h: Seluruh) -> dict[tuple[JenisPutusan, str, Status], list[int]]:
    """Who has which status of which requirement; of a whole decision under the name of no requirement."""
    hasil: dict[tuple[JenisPutusan, str, Status], list[int]] = {}
    for jenis, daftar in MENURUT_JENIS.items():
        putusan: Any = h.pangkat if jenis is JenisPutusan.KENAIKAN_PANGKAT else h.lain[jenis]
        for i, n in enumerate(putusan.syarat.tolist()):
            hasil.setdefault((jenis, "", Status(putusan.status[i])), []).append(i)
            for baris in daftar:
                hasil.setdefault((jenis, baris.kode, unpack_status(n, baris.posisi)), []).append(i)
    return hasil


def pilih_strata(h: Seluruh, banyak: int, *, paling_sedikit: int = 3) -> np.ndarray[Any, Any]:
    """`banyak` people so that each requirement has each status it can have, rare ones first."""
    terpilih: dict[int, None] = {}
    for orang in sorted(strata(h).values(), key=len):
        for i in orang[:paling_sedikit]:
            terpilih.setdefault(i)
    for i in range(len(h)):
        if len(terpilih) >= banyak:
            break
        terpilih.setdefault(i)
    return np.array(sorted([*terpilih][:banyak]))


def _orang(acak: random.Random) -> dict[str, Any]:
    jenis = acak.choices((*_JENJANG,), (35, 35, 25, 2, 3))[0]
    jenjang = acak.choice(_JENJANG[jenis]) if acak.random() < 0.96 else None
    isi: dict[str, Any] = {
        "jenis_pegawai": 1,
        "status_kepegawaian": acak.choices((2, 1, None), (94, 3, 3))[0],
        "kedudukan_hukum": acak.choices((1, 7, None, *KedudukanHukum), (85, 3, 4, *([1] * 10)))[0],
        "tanggal_lahir": HARI - timedelta(days=acak.randint(21 * 365, 61 * 365)),
        "tmt_cpns": acak.choice((None, *(date(t, acak.randint(1, 12), 1) for t in range(1988, 2025)))),
        "golongan": acak.choices((*range(1, 18), None), (*([3] * 17), 1))[0],
        "tmt_golongan": acak.choices(
            (None, date(acak.randint(2018, 2026), acak.randint(1, 12), acak.choice((1, 1, 15)))), (3, 97)
        )[0],
        "pendidikan": acak.choices((*TingkatPendidikan, None), (*([3] * len(TingkatPendidikan)), 2))[0],
        "jenis_jabatan": jenis,
        "jenjang": jenjang,
        "tmt_jabatan": acak.choice((None, date(acak.randint(2019, 2026), acak.randint(1, 12), 1))),
        "bup": acak.choice((58, 60, 65, None)),
        "ak_sah": acak.choice((None, 0, 1500, 4250, 5000, 9999, 10000, 15000, 20000, 45000)),
        "ak_draf": acak.choice((None, 0, 750, 1250)),
        "eselon": acak.choice((None, *Eselon)) if jenis is JenisJabatan.STRUKTURAL else None,
    }
    return isi | _catatan(acak) | _kinerja(acak)


def _catatan(acak: random.Random) -> dict[str, Any]:
    bulan = (None, 0, 11, 23, 24, 35, 36, 47, 48, 60, 120)
    return {
        "hukdis_sampai": acak.choices((None, date(2027, 6, 30), date(9999, 12, 31)), (88, 8, 4))[0],
        "dalam_pemeriksaan": acak.choices((None, 1), (94, 6))[0],
        "disiplin_tercakup": acak.choices((1, 0, None), (80, 10, 10))[0],
        "disiplin_sejak": acak.choice((None, date(1980, 1, 1), date(2020, 1, 1))),
        "hukdis_terberat": acak.choices((None, 1, 2, 3), (80, 8, 8, 4))[0],
        "hukdis_terakhir": acak.choice((None, date(2015, 6, 30), date(2027, 6, 30))),
        "pernah_cltn": acak.choices((None, 0, 1), (40, 52, 8))[0],
        "satyalancana": acak.choice((None, None, 10, 20, 30)),
        "mkg_bulan": acak.choice((None, 0, 12, 24, 59, 60, 119, 240)),
        **{n: acak.choice((None, 0, 1)) for n in ("ud_tk1", "ud_tk2", "upkp")},
        "ujian_tercakup": acak.choices((1, 0, None), (70, 15, 15))[0],
        "ukom_tanggal": acak.choice((None, date(2018, 3, 1), date(2026, 10, 1))),
        "lowongan": acak.choice((None, 0, 1, 3)),
        **{f"bulan_{n}": acak.choice(bulan) for n in ("pelaksana", "pengawas", "administrator", "bidang")},
        "jabatan_tercakup": acak.choice((None, 0, 1)),
        "jp_tahun_ini": acak.choice((None, 0, 19, 20, 41)),
        "jp_tercakup": acak.choice((1, 0, None)),
        "diklat_kepemimpinan": acak.choice((None, 1)),
        "diklat_fungsional": acak.choice((None, 1)),
        "jp_teknis": acak.choice((None, 0, 20)),
        "jp_seminar": acak.choice((None, 0, 8)),
        "terpencil": acak.choice((0, 1)),
    }


def _kinerja(acak: random.Random) -> dict[str, Any]:
    skor = (None, 0, 5999, 6000, 8000, 10000)
    nama = ("potensi", "pengembangan", "pengalaman", "kesesuaian", "penghargaan", "penugasan", "umpan_balik")
    isi = {f"skor_{n}": acak.choice(skor) for n in nama}
    isi |= {f"predikat_{n}": acak.choices((4, 5, 3, 2, 1, None), (60, 12, 8, 4, 2, 14))[0] for n in (1, 2, 3)}
    isi["asesmen_tanggal"] = acak.choice((None, date(2021, 5, 5), date(2025, 2, 1)))
    for k in KompetensiMansoskul:
        isi |= {f"wajib_{k}": acak.choice((1, 2, 3, 4, 5)), f"capai_{k}": acak.choice((1, 2, 3, 4, 5, None))}
    return isi
