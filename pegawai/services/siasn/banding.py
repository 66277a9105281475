"""Values of a row against what is stored: the differences in words, and the objects that would hold them.

One comparison serves the preview (which shows the words) and the apply (which saves the objects).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import kunci_sandi
from pegawai.enums import (
    JenisKelamin,
    JenisPegawai,
    KedudukanHukum,
    StatusKepegawaian,
    TingkatPendidikan,
)
from pegawai.kamus import LABEL
from pegawai.models import Pegawai, RiwayatJabatan, RiwayatPangkat, RiwayatPendidikan
from pegawai.rules.golongan import Golongan
from pegawai.services.siasn.baca import BarisSiasn
from pegawai.services.siasn.baku import baku_id
from pegawai.services.siasn.keadaan import Keadaan, Orang, Rujukan

SUMBER: Final = "Ekspor Data ASN SIASN"
LABEL_KOLOM: Final = {
    "nip": "NIP",
    "siasn_id": "PNS ID",
    "nama": "Nama",
    "nip_lama": "NIP lama",
    "gelar_depan": "Gelar depan",
    "gelar_belakang": "Gelar belakang",
    "tempat_lahir": "Tempat lahir",
    "tanggal_lahir": "Tanggal lahir",
    "jenis_kelamin": "Jenis kelamin",
    "no_hp": "Nomor HP",
    "email": "Surel",
    "jenis": "Jenis pegawai",
    "status": "Status",
    "kedudukan_hukum": "Kedudukan hukum",
    "tmt_cpns": "TMT CPNS",
    "tmt_pns": "TMT PNS",
    "perjanjian_mulai": "Perjanjian kerja mulai",
}
_ENUM: Final[dict[str, Any]] = {
    "jenis": JenisPegawai,
    "status": StatusKepegawaian,
    "kedudukan_hukum": KedudukanHukum,
    "jenis_kelamin": JenisKelamin,
    "tingkat": TingkatPendidikan,
}
#: A later agreement entered by HR must not fall back to the first one, which is all the export knows.
_HANYA_BILA_KOSONG: Final = frozenset({"perjanjian_mulai"})

Beda = dict[str, str]


@dataclass(slots=True)
class Usulan:
    """What one row would do. `beda` in words; objects are unsaved when `pk` is None."""

    pegawai: Pegawai
    baru: bool
    beda: list[Beda] = field(default_factory=list)
    kolom: set[str] = field(default_factory=set)
    pangkat: RiwayatPangkat | None = None
    jabatan: RiwayatJabatan | None = None
    pendidikan: RiwayatPendidikan | None = None


def temukan(baris: BarisSiasn, keadaan: Keadaan, instansi_id: int) -> Orang | None:
    """The stored person of a row: by PNS ID, then by NIP. DomainError when the two disagree."""
    menurut_id = keadaan.menurut_siasn.get(baris.siasn_id) if baris.siasn_id else None
    menurut_nip = keadaan.menurut_nip.get(baris.nip)
    if menurut_id and menurut_nip and menurut_id is not menurut_nip:
        raise DomainError("kunci_berselisih", "PNS ID menunjuk satu pegawai, NIP menunjuk pegawai lain")
    orang = menurut_id or menurut_nip
    if orang is None:
        return None
    if orang.pegawai.instansi_id != instansi_id:
        raise DomainError("instansi_lain", "NIP atau PNS ID ini tercatat pada instansi lain")
    tersimpan = baku_id(orang.pegawai.siasn_id or "")
    if menurut_id is None and baris.siasn_id and tersimpan and tersimpan != baris.siasn_id:
        raise DomainError("kunci_berselisih", "NIP ini sudah tercatat dengan PNS ID yang berbeda")
    return orang


def susun(baris: BarisSiasn, orang: Orang | None, instansi_id: int, rujukan: Rujukan) -> Usulan:
    """Differences between a row and a person. Changes the objects of `orang` in memory only.

    DomainError when a new person lacks what the record cannot be without (`pegawai_kurang`), or when the
    kind of the person would change without the status that goes with it (`jenis_status`).
    """
    baru = orang is None
    orang = orang or Orang(Pegawai(instansi_id=instansi_id))
    usulan = Usulan(orang.pegawai, baru)
    for kolom, nilai in baris.orang.items():
        _isi(usulan, kolom, nilai)
    _isi_nik(usulan, baris)
    _isi_unit(usulan, baris, rujukan)
    if baru:
        require_complete(baris)
        if "kedudukan_hukum" not in baris.orang:
            orang.pegawai.kedudukan_hukum = KedudukanHukum.LAINNYA
    _require_status(orang.pegawai)
    _isi_pangkat(usulan, baris, orang)
    _isi_jabatan(usulan, baris, orang, rujukan)
    _isi_pendidikan(usulan, baris, orang)
    return usulan


def _isi(usulan: Usulan, kolom: str, nilai: Any) -> None:
    pegawai = usulan.pegawai
    lama = getattr(pegawai, kolom)
    baru: Any = date.fromisoformat(nilai) if kolom in _TANGGAL else nilai
    if kolom == "siasn_id" and baku_id(lama or "") == nilai:
        return
    if lama == baru or (kolom == "nama" and lama.casefold() == baru.casefold()):
        return
    if kolom in _HANYA_BILA_KOSONG and lama:
        return
    setattr(pegawai, kolom, baru)
    usulan.kolom.add(kolom)
    usulan.beda.append(_beda(LABEL_KOLOM[kolom], kata(kolom, lama), kata(kolom, baru)))
    if kolom == "kedudukan_hukum" and KedudukanHukum.CLTN in (lama, baru):
        pegawai.pernah_cltn = True
        usulan.kolom.add("pernah_cltn")


_TANGGAL: Final = frozenset({"tanggal_lahir", "tmt_cpns", "tmt_pns", "perjanjian_mulai"})


def _isi_nik(usulan: Usulan, baris: BarisSiasn) -> None:
    """NIK comes in clear from the file, or encrypted from a staged row."""
    pegawai = usulan.pegawai
    if not baris.nik_indeks or baris.nik_indeks == pegawai.nik_indeks:
        return
    usulan.beda.append(_beda("NIK", "tersimpan, berbeda" if pegawai.nik_indeks else "", samarkan(baris.nik)))
    pegawai.nik_sandi, pegawai.nik_indeks = sandi_nik(baris), baris.nik_indeks
    usulan.kolom |= {"nik_sandi", "nik_indeks"}


def sandi_nik(baris: BarisSiasn) -> str:
    """The encrypted NIK of a row; empty when it has none."""
    return baris.nik_sandi or (kunci_sandi(baris.nik) if baris.nik else "")


def samarkan(nik: str) -> str:
    """A NIK as screens may show it: the district code only."""
    return f"{nik[:6]}{'•' * 10}"


def _isi_unit(usulan: Usulan, baris: BarisSiasn, rujukan: Rujukan) -> None:
    unit = rujukan.unit.get(baris.unit)
    if unit is None or unit.pk == usulan.pegawai.unit_id:
        return
    lama = usulan.pegawai.unit
    usulan.beda.append(_beda("Unit kerja", lama.nama if lama else "", unit.nama))
    usulan.pegawai.unit = unit
    usulan.kolom.add("unit")


def require_complete(baris: BarisSiasn) -> None:
    """DomainError `pegawai_kurang` when a new person would lack what the record cannot be without."""
    kurang = [
        LABEL_KOLOM[k]
        for k in ("nip", "nama", "tanggal_lahir", "jenis_kelamin", "status")
        if k not in baris.orang
    ]
    if kurang:
        raise DomainError("pegawai_kurang", f"pegawai baru belum lengkap: {', '.join(kurang)} kosong")


def _require_status(pegawai: Pegawai) -> None:
    """DomainError `jenis_status`: a silent STATUS column cannot make a PPPK a PNS (pegawai_jenis_status)."""
    if (pegawai.jenis == JenisPegawai.PPPK) != (pegawai.status == StatusKepegawaian.PPPK):
        jenis, status = kata("jenis", pegawai.jenis), kata("status", pegawai.status)
        raise DomainError(
            "jenis_status", f"jenis pegawai menjadi {jenis}, sedangkan statusnya masih {status}"
        )


def _isi_pangkat(usulan: Usulan, baris: BarisSiasn, orang: Orang) -> None:
    if not baris.pangkat:
        return
    tmt = date.fromisoformat(baris.pangkat["tmt"])
    lama = orang.pangkat.get(tmt)
    isi = {k: v for k, v in baris.pangkat.items() if k != "tmt" and v is not None}
    if lama is None:
        usulan.pangkat = RiwayatPangkat(pegawai=usulan.pegawai, tmt=tmt, sumber=SUMBER, **isi)
        sebelum = _terakhir(orang.pangkat, tmt)
        usulan.beda.append(_beda("Pangkat", _kata_pangkat(sebelum), _kata_pangkat(usulan.pangkat)))
        return
    sebelum_teks = _kata_pangkat(lama)
    if _ubah(lama, isi):
        usulan.pangkat = lama
        usulan.beda.append(_beda("Pangkat", sebelum_teks, _kata_pangkat(lama)))


def _isi_jabatan(usulan: Usulan, baris: BarisSiasn, orang: Orang, rujukan: Rujukan) -> None:
    if not baris.jabatan:
        return
    tmt = date.fromisoformat(baris.jabatan["tmt"])
    jabatan = rujukan.jabatan[baris.jabatan["siasn_id"]]
    unit = rujukan.unit.get(baris.unit)
    lama = orang.jabatan.get(tmt)
    if lama is None:
        usulan.jabatan = RiwayatJabatan(
            pegawai=usulan.pegawai, jabatan=jabatan, unit=unit, tmt=tmt, sumber=SUMBER
        )
        sebelum = _terakhir(orang.jabatan, tmt)
        usulan.beda.append(_beda("Jabatan", _kata_jabatan(sebelum), _kata_jabatan(usulan.jabatan)))
        return
    sebelum_teks = _kata_jabatan(lama)
    isi: dict[str, Any] = {"jabatan": jabatan} if lama.jabatan_id != jabatan.pk or jabatan.pk is None else {}
    if unit is not None and lama.unit_id != unit.pk:
        isi["unit"] = unit
    if isi:
        for kolom, nilai in isi.items():
            setattr(lama, kolom, nilai)
        usulan.jabatan = lama
        usulan.beda.append(_beda("Jabatan", sebelum_teks, _kata_jabatan(lama)))


def _isi_pendidikan(usulan: Usulan, baris: BarisSiasn, orang: Orang) -> None:
    if not baris.pendidikan:
        return
    isi = {k: v for k, v in baris.pendidikan.items() if v not in ("", None)}
    lama = orang.pendidikan.get((isi["tingkat"], isi.get("nama", "")))
    if lama is None:
        usulan.pendidikan = RiwayatPendidikan(pegawai=usulan.pegawai, sumber=SUMBER, **isi)
        usulan.beda.append(_beda("Pendidikan", "", _kata_pendidikan(usulan.pendidikan)))
        return
    sebelum = _kata_pendidikan(lama)
    if _ubah(lama, isi):
        usulan.pendidikan = lama
        usulan.beda.append(_beda("Pendidikan", sebelum, _kata_pendidikan(lama)))


def _ubah(objek: Any, isi: dict[str, Any]) -> bool:
    berbeda = {k: v for k, v in isi.items() if getattr(objek, k) != v}
    for kolom, nilai in berbeda.items():
        setattr(objek, kolom, nilai)
    return bool(berbeda)


def _terakhir(riwayat: dict[date, Any], sebelum: date) -> Any:
    lebih_awal = [tmt for tmt in riwayat if tmt < sebelum]
    return riwayat[max(lebih_awal)] if lebih_awal else None


# -- words ------------------------------------------------------------------------------------------


def _beda(kolom: str, lama: str, baru: str) -> Beda:
    return {"kolom": kolom, "lama": lama, "baru": baru}


def kata(kolom: str, nilai: Any) -> str:
    """A stored value as people read it; empty for nothing."""
    if nilai in ("", None):
        return ""
    if kolom in _ENUM:
        return LABEL[_ENUM[kolom]][_ENUM[kolom](nilai)]
    return f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else str(nilai)


def _kata_pangkat(r: RiwayatPangkat | None) -> str:
    if r is None:
        return ""
    masa = (
        ""
        if r.masa_kerja_tahun is None
        else f", masa kerja {r.masa_kerja_tahun} tahun {r.masa_kerja_bulan or 0} bulan"
    )
    return f"{Golongan(JenisPegawai(r.skala), r.golongan).nama} sejak {r.tmt:%d-%m-%Y}{masa}"


def _kata_jabatan(r: RiwayatJabatan | None) -> str:
    if r is None:
        return ""
    unit = f", {r.unit.nama}" if r.unit else ""
    return f"{r.jabatan.nama} sejak {r.tmt:%d-%m-%Y}{unit}"


def _kata_pendidikan(r: RiwayatPendidikan) -> str:
    bagian = (kata("tingkat", r.tingkat), r.nama, r.sekolah, str(r.tahun_lulus or ""))
    return ", ".join(b for b in bagian if b)
