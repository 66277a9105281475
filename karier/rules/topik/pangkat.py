"""Calculators of kenaikan pangkat: reguler, penyesuaian ijazah, what blocks, and the earliest TMT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from asn_karier.lib.topik import TAK_DIISI, YA_TIDAK, Isian, Topik, larik, pilihan
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import Fakta
from karier.rules.penyesuaian import susun_penyesuaian, syarat_penyesuaian
from karier.rules.periode import periode_menurut
from karier.rules.topik.isian_pangkat import (
    ATASAN,
    BERSAMA,
    HARI,
    KEADAAN,
    KEDUDUKAN,
    LETAK,
    SAMA,
    UJIAN,
    ditanya,
)
from karier.rules.topik.jawaban_pangkat import Soal, gol, hari_dinilai, jawab
from karier.rules.topik.orang_pangkat import (
    atau,
    golongan_dari,
    menurut_awal,
    menurut_plafon,
    orang,
    ujian,
    urut,
)
from karier.rules.topik.pangkat_jabatan import TOPIK_JABATAN
from karier.rules.topik.pangkat_rujukan import TOPIK_RUJUKAN, tulis_jendela
from karier.rules.topik.soal_pangkat import MASUKAN, Isi, jawab_jalur, pangkat_sejak, soal_jalur
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.rules.golongan import TERENDAH, urut_pns
from pegawai.rules.isian import ESELON, GOLONGAN, IJAZAH, JENJANG

_III_A: Final = urut_pns("III/a")
_REGULER: Final[Mapping[str, Isian]] = {
    **BERSAMA,
    **ATASAN,
    "ijazah": ditanya(IJAZAH),
    "ujian_dinas": ditanya(UJIAN),
    "lulus_ujian_dinas": ditanya(UJIAN),
}
_PENYESUAIAN: Final[Mapping[str, Isian]] = {
    **BERSAMA,
    "ijazah": ditanya(IJAZAH),
    **dict.fromkeys(MASUKAN["upkp"], ditanya(YA_TIDAK)),
}
_KEDUDUKAN: Final = ("kedudukan_hukum", "kedudukan", "status", "id")


# -- reguler ----------------------------------------------------------------------------------


def _reguler(a: Aturan, **isi: Any) -> dict[str, Any]:
    golongan = golongan_dari(isi, _III_A)

    def fakta(tmt: date) -> dict[str, Any]:
        return (
            orang(a, isi)
            | ujian(isi)
            | {
                "jenis_jabatan": JenisJabatan.PELAKSANA,
                "jenjang": Jenjang.PELAKSANA,
                "golongan": golongan,
                "tmt_golongan": pangkat_sejak(isi, tmt, susun(a).bulan_reguler),
                "pendidikan": menurut_plafon(isi["ijazah"], a),
            }
        )

    soal = soal_jalur(a, isi, fakta)
    blokir = _atasan_memblokir(a, isi, golongan, hari_dinilai(soal).tmt)
    tolak = ("Golongan target di atas golongan atasan langsung.",) if blokir else ()
    return jawab_jalur(soal, tolak) | {"diblokir_karena_atasan": blokir}


def _atasan_memblokir(a: Aturan, isi: Isi, golongan: int | None, tmt: date) -> bool:
    """Before PerBKN 2/2025 nobody rose above the superior. `tahun` alone is read as its last day."""
    atasan = isi["atasan_golongan"]
    if atasan is TAK_DIISI or golongan is None or golongan + 1 <= atasan.urut:
        return False
    hari = tmt if isi["tahun"] is TAK_DIISI else date(isi["tahun"], 12, 31)
    batas: date = a["pangkat_atasan"].baris("bukan_batas_sejak")["nilai"]
    return hari < batas


# -- penyesuaian ijazah -----------------------------------------------------------------------


def _penyesuaian(a: Aturan, **isi: Any) -> dict[str, Any]:
    p = susun_penyesuaian(a)
    pendidikan = menurut_awal(isi["ijazah"], p.awal, a)
    awal = 0 if pendidikan is None else max(int(p.awal[pendidikan]), 0)
    golongan = None if isi["golongan"] is None else urut(isi["golongan"], max(awal - 1, TERENDAH))
    lulus = next((isi[n] for n in MASUKAN["upkp"] if isi[n] is not TAK_DIISI), True)

    def fakta(tmt: date) -> dict[str, Any]:
        return orang(a, isi) | {
            "golongan": golongan,
            "tmt_golongan": pangkat_sejak(isi, tmt, p.bulan_pangkat),
            "pendidikan": pendidikan,
            "upkp": None if lulus is None else int(lulus),
            "ujian_tercakup": int(lulus is not None),
        }

    def syarat(f: Fakta, a: Aturan, tmt: date) -> Any:
        return syarat_penyesuaian(f, a, tmt=tmt)

    soal = Soal(a, isi, lambda tmt: Fakta.satu(**fakta(tmt)), syarat, MASUKAN)
    bukan = "Golongan awal ijazah tidak di atas golongan sekarang, atau bukan PNS aktif."
    lain = isi["target"] is not TAK_DIISI and awal > 0 and isi["target"].urut != awal
    tolak = (f"Golongan tujuan ijazah ini {gol(awal)}, bukan {isi['target']}.",) if lain else ()
    hasil = jawab(soal, tolak=tolak, bukan=bukan)
    berlaku = awal > 0 and hasil["status"] != Status.TIDAK_BERLAKU.name
    return hasil | {"golongan_target": gol(awal) if berlaku else None}


# -- what blocks ------------------------------------------------------------------------------


def _blokir(a: Aturan, **isi: Any) -> dict[str, Any]:
    """Discipline and standing alone, on the ordinary path."""
    hasil = _reguler(a, **({n: i.bawaan for n, i in _REGULER.items()} | isi))
    pilih = ("status", "memenuhi", "alasan", "syarat", "jalur", "catatan")
    return {k: hasil[k] for k in pilih} | {"diblokir": hasil["status"] == Status.BELUM.name}


def _blokir_status(a: Aturan, **isi: Any) -> dict[str, Any]:
    """A standing by itself. What is unverified is told, said to be an estimate, and decides nothing."""
    diisi = [isi[n] for n in _KEDUDUKAN if isi[n] is not TAK_DIISI]
    if not diisi:
        raise DomainError("isian_salah", "Isi kedudukan_hukum, misalnya CLTN atau Tugas belajar.")
    hasil = _blokir(a, kedudukan_hukum=diisi[0], tanya=isi["tanya"]) | {"perkiraan": False}
    if diisi[0] is None:
        return hasil | {"diblokir": None}
    baris = a["kp_kedudukan"].tabel("jalur_reguler").get(diisi[0].name)
    if baris is None or baris["conf"] != "UNV":
        return hasil
    return hasil | {
        "status": Status.PERLU_VERIFIKASI.name,
        "memenuhi": None,
        "diblokir": None,
        "alasan": "Akibat kedudukan hukum ini bagi kenaikan pangkat belum terverifikasi.",
        "perkiraan": True,
        "catatan": "Perkiraan, belum terverifikasi: sistem tidak menghitung dan tidak menolaknya; "
        f"BKPSDM memeriksa. {baris['catatan']}",
    }


# -- the earliest TMT -------------------------------------------------------------------------


def _hari(nilai: Any) -> list[date]:
    return (
        [HARI.baca(nilai)]
        if isinstance(nilai, str | date)
        else list(larik(HARI, paling_sedikit=1).baca(nilai))
    )


_TANGGAL: Final = Isian(_hari, {"anyOf": [HARI.skema, larik(HARI, paling_sedikit=1).skema]})
_JALUR: Final = {"reguler": "kp_reguler", "jf": "kp_jf", "fungsional": "kp_jf", "struktural": "kp_struktural"}
_WAKTU: Final = ("tmt_pangkat", "tmt_jabatan", "pangkat", "eselon", "jenjang", "golongan")


def _tercepat(a: Aturan, **isi: Any) -> dict[str, Any]:
    """The first period on or after every date on which something is fulfilled."""
    hari = [*atau(isi["tanggal"], []), *atau(isi["tanggal_syarat"], [])]
    if isinstance(isi["hukdis_sampai"], date):
        hari.append(isi["hukdis_sampai"] + timedelta(days=1))
    if isi["tmt_pangkat"] is not TAK_DIISI:
        hari += _masa(a, isi)
    if not hari:
        raise DomainError("isian_salah", "Isi tmt_pangkat, tanggal, atau hukdis_sampai.")
    hukum = isi["tanya"].hukum
    tmt = periode_menurut(max([*hari, *([isi["per"]] if isinstance(isi["per"], date) else [])]), hukum)
    return {"tmt_tercepat": tmt} | _jendela(tmt, hukum(tmt))


def _jendela(tmt: date, a: Aturan) -> dict[str, Any]:
    if "periode_kp" in a:
        return tulis_jendela(tmt, a)
    return dict.fromkeys(("buka", "tutup", "mulai", "sampai")) | {
        "perkiraan": True,
        "catatan": "Periode masa itu belum terverifikasi, dan jendela usulnya tidak ada sumbernya.",
    }


def _masa(a: Aturan, isi: Isi) -> Sequence[date]:
    """When the time in the pangkat, and in the post, is over on the path that was named."""
    topik = _MENURUT_KODE[isi["jenis"]]
    diisi = {n: isi[n] for n in _WAKTU if isi[n] is not TAK_DIISI and n in topik.isian}
    bawaan = {n: i.bawaan for n, i in topik.isian.items()}
    hasil = topik.hitung(a, **(bawaan | diisi | {"tanya": isi["tanya"]}))
    if hasil["tmt_tercepat"] is None:
        raise DomainError("tanpa_tanggal", hasil["alasan"] or "Tidak ada pangkat berikutnya.")
    return [hasil["tmt_tercepat"]]


_SAMA: Final = {**SAMA, "pendidikan": "ijazah"}
_topik: Final = partial(Topik, menurut="tmt_usul", sama=_SAMA, berwaktu=True, perlu_isi=True)
TOPIK: Final[tuple[Topik, ...]] = (
    _topik("kp_reguler", "Kenaikan pangkat reguler", _REGULER, _reguler),
    *TOPIK_JABATAN,
    _topik(
        "kp_penyesuaian_ijazah",
        "Kenaikan pangkat penyesuaian ijazah",
        _PENYESUAIAN,
        _penyesuaian,
    ),
    _topik("kp_blokir_hukdis", "Hukuman disiplin dan kenaikan pangkat", KEADAAN, _blokir),
    _topik("kp_blokir_proses_disiplin", "Pemeriksaan disiplin dan kenaikan pangkat", KEADAAN, _blokir),
    _topik(
        "kp_blokir_status",
        "Kedudukan hukum dan kenaikan pangkat",
        dict.fromkeys(_KEDUDUKAN, ditanya(KEDUDUKAN)),
        _blokir_status,
        perlu_isi=False,
    ),
    Topik(
        "kp_tmt_tercepat",
        "TMT kenaikan pangkat paling cepat",
        {
            "jenis": pilihan(_JALUR).opsional("kp_reguler"),
            "tmt_pangkat": HARI.opsional(),
            "tmt_jabatan": HARI.opsional(),
            "pangkat": LETAK.opsional(),
            "eselon": ESELON.opsional(),
            "jenjang": JENJANG.opsional(),
            "golongan": GOLONGAN.opsional(),
            "tanggal": _TANGGAL.opsional(),
            "tanggal_syarat": _TANGGAL.opsional(),
            "hukdis_sampai": HARI.opsional(),
            "per": HARI.opsional(),
        },
        _tercepat,
        menurut="per",
        berwaktu=True,
    ),
    *TOPIK_RUJUKAN,
)
_MENURUT_KODE: Final = {t.kode: t for t in TOPIK}
