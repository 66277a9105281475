"""Look-ups of kenaikan pangkat: ceilings, targets, ujian dinas, periods and windows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from asn_karier.lib.topik import TAK_DIISI, TEKS, Isian, Topik, pilihan
from karier.rules.fakta import Fakta
from karier.rules.pangkat import syarat_pangkat
from karier.rules.periode import berperiode, periode_mulai, periode_sah, proposal_window
from karier.rules.topik.isian_pangkat import HARI
from karier.rules.topik.orang_pangkat import is_bebas
from pegawai.enums import JenisJabatan, JenisPegawai, JenisUjian, StatusKepegawaian
from pegawai.rules.golongan import TERENDAH, Golongan
from pegawai.rules.ijazah import GolonganIjazah, Ijazah, golongan_awal, golongan_tertinggi
from pegawai.rules.isian import GOLONGAN, IJAZAH

_UJIAN: Final = {JenisUjian.UJIAN_DINAS_TK_I: "Tk I", JenisUjian.UJIAN_DINAS_TK_II: "Tk II"}
_RAGU: Final = "Perkiraan, belum terverifikasi."
_PENYESUAIAN: Final = "penyesuaian"
_JENIS: Final = pilihan(
    dict.fromkeys(("reguler", "kp reguler", "pelaksana"), JenisJabatan.PELAKSANA)
    | dict.fromkeys(("jf", "jft", "fungsional", "jabatan fungsional"), JenisJabatan.FUNGSIONAL)
    | dict.fromkeys(("struktural", "pilihan", "pilihan struktural"), JenisJabatan.STRUKTURAL)
    | dict.fromkeys(("penyesuaian ijazah", "penyesuaian"), _PENYESUAIAN)
)
_POLA_PIM: Final = re.compile(r"(PIM|KEPEMIMPINAN)(TK|TINGKAT)?(?P<tingkat>IV|I{1,3}|[1-4])")
_ROMAWI: Final = ("I", "II", "III", "IV")
_PIM_IV: Final = "PIM_IV"
_POLA_PELATIHAN: Final = re.compile(r"^(DIKLAT|PELATIHAN)(?=PIM|KEPEMIMPINAN|PK)")
#: The names these courses have since 2019.
_PELATIHAN: Final = {
    "PKA": "PIM_III",
    "KEPEMIMPINANADMINISTRATOR": "PIM_III",
    "PKP": _PIM_IV,
    "KEPEMIMPINANPENGAWAS": _PIM_IV,
}


# -- ijazah -----------------------------------------------------------------------------------


def _golongan_ijazah(cari: Any, ijazah: Ijazah, a: Aturan) -> tuple[GolonganIjazah | None, str]:
    """The golongan of an ijazah and a note on it; None where no text tells."""
    try:
        hasil: GolonganIjazah = cari(ijazah, a)
    except DomainError as galat:
        return None, galat.kalimat
    ragu = "" if hasil.terverifikasi else f"{_RAGU} {hasil.catatan}"
    return hasil, ragu.strip()


def _maks(a: Aturan, ijazah: Ijazah, golongan: Any) -> dict[str, Any]:
    hasil, catatan = _golongan_ijazah(golongan_tertinggi, ijazah, a)
    return {
        "maks": hasil.golongan.nama if hasil else None,
        "pangkat": hasil.golongan.pangkat if hasil else None,
        "masih_dapat_naik": golongan < hasil.golongan if hasil and golongan is not TAK_DIISI else None,
        "perkiraan": not (hasil and hasil.terverifikasi),
        "dasar_hukum": hasil.pasal if hasil else "",
        "catatan": catatan,
    }


def _target(a: Aturan, ijazah: Ijazah, golongan: Any) -> dict[str, Any]:
    """The golongan a penyesuaian ijazah leads to; the lowest one is no target for anybody."""
    hasil, catatan = _golongan_ijazah(golongan_awal, ijazah, a)
    naik = hasil is not None and hasil.golongan.urut > TERENDAH
    if hasil and not naik:
        catatan = "Ijazah ini tidak memberi penyesuaian: golongan awalnya yang terendah."
    return {
        "golongan_target": hasil.golongan.nama if hasil and naik else None,
        "pangkat": hasil.golongan.pangkat if hasil and naik else None,
        "berlaku": golongan < hasil.golongan if hasil and golongan is not TAK_DIISI else None,
        "perkiraan": not (hasil and hasil.terverifikasi),
        "dasar_hukum": hasil.pasal if hasil else "",
        "catatan": catatan,
    }


# -- ujian dinas ------------------------------------------------------------------------------


def _ujian_dinas(a: Aturan, dari: Golongan, ke: Golongan, jenis: Any, ijazah: Any) -> dict[str, Any]:
    """Which exam the step asks for: by the requirement of the run, one step after the other."""
    if ke <= dari:
        raise DomainError(
            "golongan_tidak_naik", "Golongan baru harus lebih tinggi daripada golongan sekarang."
        )
    langkah = range(dari.urut, ke.urut) if jenis != _PENYESUAIAN else ()
    perlu = [u for urut in langkah if (u := _ujian_pada(a, urut, jenis))]
    bebas = [is_bebas(ijazah, u, a) for u in perlu] if isinstance(ijazah, Ijazah) else []
    catatan = "Pejabat fungsional tanpa ujian dinas: belum terverifikasi." if _jf(jenis) else ""
    if jenis == _PENYESUAIAN:
        catatan = "Penyesuaian ijazah memerlukan UPKP, bukan ujian dinas."
    return {
        "ujian_dinas": " dan ".join(_UJIAN[u] for u in perlu) or None,
        "perlu_ujian_dinas": bool(perlu),
        "bebas_ujian_dinas": all(b for b, _ in bebas) if bebas else None,
        "perkiraan": _jf(jenis) or not all(pasti for _, pasti in bebas),
        "catatan": catatan,
    }


def _jf(jenis: Any) -> bool:
    return jenis is JenisJabatan.FUNGSIONAL


def _ujian_pada(a: Aturan, urut: int, jenis: JenisJabatan) -> JenisUjian | None:
    f = Fakta.satu(
        jenis_pegawai=JenisPegawai.PNS,
        status_kepegawaian=StatusKepegawaian.PNS,
        kedudukan_hukum=1,
        jenis_jabatan=jenis,
        golongan=urut,
    )
    syarat = syarat_pangkat(f, a, tmt=a["periode_kp"].berlaku_mulai)
    (ujian,) = [s for s in syarat if s.kode == "ujian_dinas"]
    perlu = ujian.perlu.baca(0)
    return None if ujian.status[0] == Status.TIDAK_BERLAKU else JenisUjian(int(perlu))  # type: ignore[arg-type]


def _baca_kualifikasi(nilai: Any) -> Ijazah | str:
    """'PIM III', 'Diklatpim Tingkat III', or an ijazah."""
    ringkas = re.sub(r"[^A-Z0-9]", "", TEKS.baca(nilai).upper())
    ringkas = _POLA_PELATIHAN.sub("", ringkas)
    if ringkas in _PELATIHAN:
        return _PELATIHAN[ringkas]
    cocok = _POLA_PIM.fullmatch(ringkas)
    if not cocok:
        ijazah: Ijazah = IJAZAH.baca(nilai)
        return ijazah
    tingkat = cocok["tingkat"]
    return f"PIM_{_ROMAWI[int(tingkat) - 1] if tingkat.isdigit() else tingkat}"


def _bebas(a: Aturan, kualifikasi: Ijazah | str, ujian: JenisUjian) -> dict[str, Any]:
    if isinstance(kualifikasi, Ijazah):
        return _tulis_bebas(*is_bebas(kualifikasi, ujian, a))
    baris = a["kenaikan_pangkat"].tabel("bebas_ujian_dinas_diklat").get(kualifikasi)
    if baris and baris["nilai"] == ujian.name:
        return _tulis_bebas(True, baris["conf"] != "UNV")
    # Below what exempts from the lower exam; of the other pairs no text tells.
    if kualifikasi == _PIM_IV:
        return _tulis_bebas(False, True)
    return {
        "bebas_ujian_dinas": None,
        "status": Status.PERLU_VERIFIKASI.name,
        "perkiraan": True,
        "catatan": "Belum ada sumber yang menyebut diklat ini untuk ujian dinas tersebut.",
    }


def _tulis_bebas(bebas: bool, pasti: bool) -> dict[str, Any]:
    status = Status.PERLU_VERIFIKASI if not pasti else Status.MEMENUHI if bebas else Status.BELUM
    return {
        "bebas_ujian_dinas": bebas,
        "status": status.name,
        "perkiraan": not pasti,
        "catatan": "" if pasti else _RAGU,
    }


# -- periods ----------------------------------------------------------------------------------


def _periode(a: Aturan, tmt: date) -> dict[str, Any]:
    """By the regime of the TMT; before the first regime that is verified, an estimate."""
    lama = a["periode_kp_lama"].baris("bulan_periode")
    dipakai = berperiode(a)
    baris = dipakai["periode_kp"].baris("bulan_periode")
    ragu = baris["conf"] == "UNV"
    return {
        "periode_sah": periode_sah(tmt, dipakai),
        "periode_berikut": periode_mulai(tmt, dipakai),
        "bulan_periode": list(baris["nilai"]),
        "bulan_periode_lama": list(lama["nilai"]),
        "dasar_hukum": baris["pasal"] or "; ".join(dipakai["periode_kp"].dasar_hukum),
        "perkiraan": ragu,
        "catatan": f"{_RAGU} {lama['catatan']}" if ragu else "",
    }


def _jendela(a: Aturan, tmt: date, tanggal_usul: Any) -> dict[str, Any]:
    """The window in which a proposal for `tmt` is taken in; DomainError `bukan_periode`."""
    if not periode_sah(tmt, a):
        raise DomainError(
            "bukan_periode",
            f"{kata.tanggal(tmt)} bukan periode kenaikan pangkat.",
            tindakan=f"Periode berikutnya {kata.tanggal(periode_mulai(tmt, a))}.",
        )
    return tulis_jendela(tmt, a) | {
        "dalam_jendela": None if tanggal_usul is TAK_DIISI else _di_dalam(tanggal_usul, tmt, a)
    }


def tulis_jendela(tmt: date, a: Aturan) -> dict[str, Any]:
    """First and last day of the window, both included."""
    buka, tutup = proposal_window(tmt, a)
    baris = a["periode_kp"].baris("jendela_tutup_tanggal")
    ragu = baris["conf"] == "UNV"
    return {
        "buka": buka,
        "tutup": tutup,
        "mulai": buka,
        "sampai": tutup,
        "dasar_hukum": baris["pasal"],
        "perkiraan": ragu,
        "catatan": f"{_RAGU} {baris['catatan']}" if ragu else "",
    }


def _di_dalam(hari: date, tmt: date, a: Aturan) -> bool:
    jendela = proposal_window(tmt, a)
    return jendela.buka <= hari <= jendela.tutup


_KUALIFIKASI: Final = Isian(
    _baca_kualifikasi, {"type": "string", "examples": ["S2", "Dokter", "Apoteker", "PIM III"]}
)
_PENDIDIKAN: Final[Mapping[str, Isian]] = {"ijazah": IJAZAH, "golongan": GOLONGAN.opsional()}
_SAMA: Final = {"pendidikan": "ijazah"}
TOPIK_RUJUKAN: Final[tuple[Topik, ...]] = (
    Topik(
        "kp_pangkat_tertinggi_reguler",
        "Pangkat tertinggi kenaikan pangkat reguler menurut ijazah",
        _PENDIDIKAN,
        _maks,
        sama=_SAMA,
    ),
    Topik(
        "kp_penyesuaian_ijazah_target", "Golongan tujuan penyesuaian ijazah", _PENDIDIKAN, _target, sama=_SAMA
    ),
    Topik(
        "kp_ujian_dinas",
        "Ujian dinas pada kenaikan pangkat",
        {
            "dari": GOLONGAN,
            "ke": GOLONGAN,
            "jenis": _JENIS.opsional(JenisJabatan.PELAKSANA),
            "ijazah": IJAZAH.opsional(),
        },
        _ujian_dinas,
    ),
    *(
        Topik(
            f"kp_ujian_dinas_bebas_{kode}",
            f"Pembebasan ujian dinas tingkat {kode[3:].upper()}",
            {"kualifikasi": _KUALIFIKASI},
            partial(_bebas, ujian=ujian),
        )
        for kode, ujian in (
            ("tk_i", JenisUjian.UJIAN_DINAS_TK_I),
            ("tk_ii", JenisUjian.UJIAN_DINAS_TK_II),
        )
    ),
    *(
        Topik(kode, judul, {"tmt": HARI}, _periode, menurut="tmt")
        for kode, judul in (
            ("kp_periode", "Periode kenaikan pangkat"),
            ("kp_periode_transisi", "Periode kenaikan pangkat pada masa peralihan"),
        )
    ),
    Topik(
        "kp_jendela_usul",
        "Jendela usul kenaikan pangkat",
        {"tmt": HARI, "tanggal_usul": HARI.opsional()},
        _jendela,
        menurut="tmt",
    ),
)
