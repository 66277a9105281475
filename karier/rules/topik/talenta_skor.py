"""Calculators of the talent map, one score at a time: component scores, weights and ranking."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, DESIMAL, TANGGAL, TEKS, Isian, Topik, antara, dibaca, larik, objek
from karier.rules.aturan_talenta import susun
from karier.rules.integritas import HUKDIS, Riwayat
from karier.rules.rasio import dua_desimal, rerata
from karier.rules.talenta import (
    Kandidat,
    bobot_manajerial_teknis,
    peringkat,
    skor_integritas,
    skor_lama_jabatan,
)
from kinerja.enums import Predikat
from kinerja.rules.isian import PREDIKAT
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.rules.golongan import Golongan
from pegawai.rules.isian import GOLONGAN, PENDIDIKAN, baca_jenjang

#: Only managerial posts have these weights, so their short names are not mistaken for a jenjang of JF.
_JPT: Final = {"MADYA": Jenjang.JPT_MADYA, "PRATAMA": Jenjang.JPT_PRATAMA}
_JENJANG: Final = dibaca(
    lambda teks: _JPT.get(teks.strip().upper()) or baca_jenjang(teks),
    ["JPT Madya", "JPT Pratama", "Administrator", "Pengawas"],
)
_TAHUN: Final = antara(DESIMAL, 0, 100)
_MASA_KERJA: Final = antara(BILANGAN, 0, 1200)
_BOLEH_KOSONG: Final = DESIMAL.atau_null().opsional(None)


def _predikat_skor(a: Aturan, *, predikat: Predikat) -> dict[str, Any]:
    return {"skor": int(susun(a).predikat[predikat])}


def _pendidikan_skor(a: Aturan, *, pendidikan: TingkatPendidikan) -> dict[str, Any]:
    """DomainError `pendidikan_tanpa_skor` below SLTA, for which no text has a score."""
    baris = a["talenta"].tabel("pendidikan").get(pendidikan.name)
    if baris is None:
        raise DomainError(
            "pendidikan_tanpa_skor",
            "Pendidikan di bawah SLTA tidak punya skor talenta dalam aturan yang terbaca.",
            tindakan="Catat pendidikan yang lebih tinggi bila ada; tanpa itu kotak talenta tidak dihitung.",
        )
    hasil = {"skor": int(baris["nilai"])}
    return hasil | {"catatan": baris["catatan"]} if baris["conf"] == "KEPUTUSAN" else hasil


def _integritas_skor(a: Aturan, *, hukdis: list[Riwayat] | None) -> dict[str, Any]:
    return {"skor": skor_integritas(hukdis or [], susun(a))}


def _lama_jabatan_skor(a: Aturan, *, tahun: Decimal) -> dict[str, Any]:
    return {"skor": skor_lama_jabatan(Fraction(tahun), susun(a))}


def _rerata(_: Aturan, *, skor: list[Decimal]) -> dict[str, Any]:
    return {"rerata": dua_desimal(rerata([Fraction(s) for s in skor]))}


def _bobot_manajerial_teknis(a: Aturan, *, jenjang: Jenjang) -> dict[str, Any]:
    manajerial, teknis = bobot_manajerial_teknis(jenjang, susun(a))
    return {"manajerial": manajerial, "teknis": teknis}


# -- ranking ----------------------------------------------------------------------------------


def _baca_kunci(nilai: Any) -> Any:
    if isinstance(nilai, bool) or not isinstance(nilai, str | int):
        raise DomainError("isian_salah", "tulis id sebagai teks atau bilangan")
    return nilai


_KANDIDAT: Final = objek(
    {
        "id": Isian(_baca_kunci, {"type": ["string", "integer"]}),
        "Y": DESIMAL,
        "X": DESIMAL,
        "kecocokan": _BOLEH_KOSONG,
        "golongan": GOLONGAN.atau_null().opsional(None),
        "tmt_golongan": TANGGAL.atau_null().opsional(None),
        "tmt_pangkat": TANGGAL.atau_null().opsional(None),
        "nama": TEKS.opsional(""),
        "masa_kerja_bulan": _MASA_KERJA.atau_null().opsional(None),
        "nip": TEKS.opsional(""),
    }
)


def _kandidat(isi: Mapping[str, Any]) -> Kandidat:
    golongan: Golongan | None = isi["golongan"]
    return Kandidat(
        kunci=isi["id"],
        y=Fraction(isi["Y"]),
        x=Fraction(isi["X"]),
        kecocokan=None if (cocok := isi["kecocokan"]) is None else Fraction(cocok),
        golongan=golongan.urut if golongan else None,
        tmt_golongan=isi["tmt_golongan"] or isi["tmt_pangkat"],
        masa_kerja=isi["masa_kerja_bulan"],
        nip=isi["nip"],
    )


def _peringkat(_: Aturan, *, kandidat: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {"urutan": [k.kunci for k in peringkat(_kandidat(isi) for isi in kandidat)]}


_SKOR: Final = {"skor": larik(DESIMAL.atau_null(), paling_sedikit=1)}
TOPIK: Final = (
    Topik(
        "predikat_skor",
        "Skor talenta dari predikat kinerja",
        {"predikat": PREDIKAT},
        _predikat_skor,
        kosong=("skor",),
    ),
    Topik("pengalaman_rerata", "Rerata skor pengalaman", _SKOR, _rerata, kosong=("rerata",)),
    Topik("kualifikasi_rerata", "Rerata skor kualifikasi", _SKOR, _rerata, kosong=("rerata",)),
    Topik(
        "lama_jabatan_skor",
        "Skor lama dalam jenjang jabatan",
        {"tahun": _TAHUN},
        _lama_jabatan_skor,
        kosong=("skor",),
    ),
    Topik(
        "pendidikan_skor",
        "Skor talenta dari pendidikan",
        {"pendidikan": PENDIDIKAN},
        _pendidikan_skor,
        sama={"ijazah": "pendidikan"},
        kosong=("skor",),
    ),
    Topik(
        "integritas_skor",
        "Skor integritas dari hukuman disiplin",
        {"hukdis": HUKDIS.opsional(None)},
        _integritas_skor,
    ),
    Topik("peringkat", "Urutan kandidat", {"kandidat": larik(_KANDIDAT)}, _peringkat),
    Topik(
        "bobot_manajerial_teknis",
        "Bobot kompetensi manajerial dan teknis",
        {"jenjang": _JENJANG},
        _bobot_manajerial_teknis,
        kosong=("manajerial", "teknis"),
    ),
)
