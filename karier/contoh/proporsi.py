"""Proportions of a real kabupaten's ASN (head counts of August 2026), used as weights only."""

from karier.contoh.acak import Undian
from karier.contoh.jabatan import GURU, KESEHATAN, TEKNIS
from pegawai.enums import JenisPegawai, TingkatPendidikan

PELAKSANA_RUMPUN = "pelaksana"
STRUKTURAL_RUMPUN = "struktural"

BAGIAN_PNS = 8906 / 17851
BAGIAN_STRUKTURAL = 828 / 17851

RUMPUN: dict[JenisPegawai, dict[str, float]] = {
    JenisPegawai.PNS: {GURU: 4864, KESEHATAN: 1280, TEKNIS: 560, PELAKSANA_RUMPUN: 1320},
    JenisPegawai.PPPK: {GURU: 6685, KESEHATAN: 1354, TEKNIS: 302, PELAKSANA_RUMPUN: 604},
}
"""Non-structural people by group of posts."""

WANITA = {GURU: 0.70, KESEHATAN: 0.77, TEKNIS: 0.44, PELAKSANA_RUMPUN: 0.30, STRUKTURAL_RUMPUN: 0.33}

GOLONGAN_PNS: dict[str, dict[str, float]] = {
    GURU: {
        "III/a": 483, "III/b": 889, "III/c": 786, "III/d": 845, "IV/a": 492, "IV/b": 880, "IV/c": 487,
        "IV/d": 2,
    },
    KESEHATAN: {
        "II/c": 70, "II/d": 110, "III/a": 200, "III/b": 280, "III/c": 230, "III/d": 260, "IV/a": 80,
        "IV/b": 40, "IV/c": 10,
    },
    TEKNIS: {
        "II/c": 20, "II/d": 35, "III/a": 90, "III/b": 120, "III/c": 120, "III/d": 120, "IV/a": 40,
        "IV/b": 12, "IV/c": 3,
    },
    PELAKSANA_RUMPUN: {
        "I/c": 5, "I/d": 12, "II/a": 87, "II/b": 78, "II/c": 265, "II/d": 476, "III/a": 180, "III/b": 208,
        "III/c": 25, "III/d": 15,
    },
}  # fmt: skip

GOLONGAN_ESELON: dict[str, dict[str, float]] = {
    "21": {"IV/c": 6, "IV/d": 4},
    "22": {"IV/b": 15, "IV/c": 25},
    "31": {"III/d": 8, "IV/a": 32, "IV/b": 45},
    "32": {"III/c": 6, "III/d": 64, "IV/a": 96},
    "41": {"III/b": 6, "III/c": 60, "III/d": 283},
    "42": {"III/a": 3, "III/b": 27, "III/c": 80, "III/d": 77},
}
"""Inside the ranges SIASN accepts: the nominal range and one step below."""

GOLONGAN_PPPK: dict[str, dict[str, float]] = {
    GURU: {"IX": 6590, "X": 92, "XI": 3},
    KESEHATAN: {"VII": 570, "IX": 724, "X": 60},
    TEKNIS: {"VII": 50, "IX": 232, "X": 17, "XI": 3},
    PELAKSANA_RUMPUN: {"I": 23, "V": 134, "VI": 4, "VII": 93, "IX": 338, "X": 12},
}

PENDIDIKAN_PPPK: dict[str, TingkatPendidikan] = {
    "I": TingkatPendidikan.SD,
    "V": TingkatPendidikan.SLTA,
    "VI": TingkatPendidikan.DIPLOMA_II,
    "VII": TingkatPendidikan.DIPLOMA_III,
    "IX": TingkatPendidikan.S1,
    "X": TingkatPendidikan.S2,
    "XI": TingkatPendidikan.S3,
}
"""Education behind a PPPK golongan at entry."""

TAHUN_PPPK = Undian({2021: 6.0, 2022: 14.0, 2023: 25.0, 2024: 32.0, 2025: 23.0})

PREDIKAT = Undian(
    {
        (2, 2): 81.0, (3, 3): 11.5, (3, 2): 2.8, (2, 3): 2.4, (1, 2): 1.2, (1, 3): 0.3, (2, 1): 0.5,
        (3, 1): 0.1, (1, 1): 0.2,
    }
)  # fmt: skip
"""(hasil kerja, perilaku) by the codes of kinerja.enums.Rating: mostly "sesuai", so mostly BAIK."""

AGAMA = Undian(
    {
        ("1", "Islam"): 95.0,
        ("2", "Kristen"): 3.0,
        ("3", "Katholik"): 1.3,
        ("4", "Hindu"): 0.3,
        ("5", "Budha"): 0.4,
    }
)
KAWIN = Undian(
    {("1", "Menikah"): 78.0, ("2", "Cerai"): 4.0, ("3", "Janda/Duda"): 3.0, ("4", "Belum Kawin"): 15.0}
)
