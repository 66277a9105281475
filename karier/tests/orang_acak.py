"""Invented people with every kind of gap, for properties; the same ones for the same seed."""

import random
from datetime import date, timedelta

from karier.rules.fakta import Fakta
from karier.rules.proyeksi import Andaian, Ijazah, JabatanBaru
from kinerja.enums import Predikat
from pegawai.enums import Eselon, JenisJabatan, Jenjang, TingkatPendidikan

_AWAL = {22: 6, 23: 9, 24: 11, 31: 9, 32: 11, 33: 13}


def orang_acak(acak: random.Random):
    """(day of the records, facts as a dictionary)."""
    per = date(2026, acak.randint(1, 12), acak.randint(1, 28))
    jenis = acak.choice((1, 2, 2, 4, 4))
    jenjang = {1: acak.choice((41, 42, 43)), 2: acak.choice([*_AWAL]), 4: 10}[jenis]
    isi = {
        "jenis_pegawai": 1,
        "status_kepegawaian": 2,
        "kedudukan_hukum": acak.choices((1, 7, 3), (90, 6, 4))[0],
        "jenis_jabatan": jenis,
        "jenjang": jenjang,
        "eselon": {41: 41, 42: 31, 43: 22}.get(jenjang),
        "golongan": _AWAL.get(jenjang, acak.randint(4, 15)) + acak.randint(-1, 2),
        "tmt_golongan": date(acak.randint(2020, 2026), acak.randint(1, 12), acak.choice((1, 1, 15))),
        "tmt_jabatan": date(acak.randint(2018, 2026), acak.randint(1, 12), acak.choice((1, 9))),
        "pendidikan": acak.choice((15, 30, 40, 45)),
        "tanggal_lahir": date(acak.randint(1966, 1998), acak.randint(1, 12), acak.randint(1, 28)),
        "bup": 58,
        "mkg_bulan": acak.choice((None, *range(0, 200, 7))),
        "tmt_cpns": date(acak.randint(1996, 2020), acak.randint(1, 12), 1),
        "disiplin_tercakup": 1,
        "ujian_tercakup": 1,
        "disiplin_sejak": date(1990, 1, 1),
        "pernah_cltn": 0,
        "dalam_pemeriksaan": acak.choices((0, 1), (95, 5))[0],
        "hukdis_sampai": acak.choices(
            (None, per + timedelta(days=acak.randint(0, 600)), date(9999, 12, 31)), (86, 11, 3)
        )[0],
    }
    isi |= {n: acak.choice((None, 1)) for n in ("ud_tk1", "ud_tk2", "upkp")}
    isi |= {f"predikat_{n}": acak.choices((4, 5, 3, 2, None), (60, 10, 6, 4, 20))[0] for n in (1, 2, 3)}
    if jenis == JenisJabatan.FUNGSIONAL:
        isi |= {
            "ak_sah": acak.choice((None, 0, 1500, 3200, 4999, 5000, 9000)),
            "ak_draf": acak.choice((None, 1250)),
            "lowongan": acak.choice((None, 0, 2)),
            "ukom_tanggal": acak.choice((None, date(2026, 5, 5))),
        }
    return per, isi


def andaian_acak(acak: random.Random, per: date) -> Andaian:
    """Assumptions of every kind, some of them at a time."""

    def kelak():
        return per + timedelta(days=acak.randint(0, 900))

    def kadang(bagian, nilai):
        return nilai if acak.random() < bagian else None

    pindah = JabatanBaru(kelak(), JenisJabatan.STRUKTURAL, Jenjang.PENGAWAS, Eselon.IV_A)
    return Andaian(
        predikat={per.year + 1: Predikat(acak.choice((1, 3, 5)))} if acak.random() < 0.3 else {},
        predikat_lain=acak.choices((Predikat.BAIK, *Predikat), (10, 1, 1, 1, 1, 1))[0],
        pendidikan=kadang(0.2, Ijazah(TingkatPendidikan(acak.choice((40, 45))), kelak())),
        uji_kompetensi=kadang(0.3, kelak()),
        upkp=kadang(0.2, kelak()),
        ujian_dinas=kadang(0.2, kelak()),
        jabatan=kadang(0.15, pindah),
        hukuman_selesai=kadang(0.2, kelak()),
        lowongan=acak.random() < 0.3,
    )


def fakta(isi):
    return Fakta.satu(**isi)
