"""The part of a SIASN row that becomes a row of a history: pangkat, jabatan, pendidikan."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisJabatan, JenisPegawai, TingkatPendidikan
from pegawai.rules.golongan import Golongan, pppk_terselubung
from pegawai.services.berkas import Isian, baku
from pegawai.services.siasn.baku import JENIS_JABATAN, baku_eselon, baku_id, jenjang_jabatan

SUMBER: Final = "Perbaiki di SIASN, lalu unduh ulang berkas."
_TINGKAT_ID: Final = frozenset(int(t) for t in TingkatPendidikan)


def baca_pangkat(isian: Isian, jenis: JenisPegawai, tmt_angkat: date | None) -> dict[str, Any]:
    """Golongan since its TMT (a PPPK: else the appointment); empty, with a warning, when it is missing."""
    teks = isian.teks("GOL AKHIR NAMA", maks=20) or isian.teks("GOL AKHIR ID", maks=20)
    tmt = isian.tanggal("TMT GOLONGAN") or (tmt_angkat if jenis is JenisPegawai.PPPK else None)
    tahun, bulan = _angka(isian, "MK TAHUN", 60), _angka(isian, "MK BULAN", 11)
    if not teks:
        return {}
    try:
        golongan = pppk_terselubung(teks) if jenis is JenisPegawai.PPPK else Golongan.pns(teks)
    except DomainError as salah:
        isian.tolak("GOL AKHIR NAMA", salah.pesan, SUMBER, isi=teks)
        return {}
    if tmt is None:
        if not isian.sudah_ditolak("TMT GOLONGAN"):
            isian.ingatkan("TMT GOLONGAN", "kosong, sehingga golongan tidak dicatat", SUMBER)
        return {}
    return {
        "skala": int(jenis),
        "golongan": golongan.urut,
        "tmt": iso(tmt),
        "masa_kerja_tahun": tahun,
        "masa_kerja_bulan": bulan,
    }


def baca_jabatan(isian: Isian, jenis_pegawai: JenisPegawai, tmt_angkat: date | None) -> dict[str, Any]:
    """The post since its TMT; empty, with a warning, when its id, name, kind or TMT is missing."""
    kode, nama = baku_id(isian.teks("JABATAN ID", maks=36)), isian.teks("JABATAN NAMA", maks=250)
    tmt = isian.tanggal("TMT JABATAN") or (tmt_angkat if jenis_pegawai is JenisPegawai.PPPK else None)
    jenis = _jenis_jabatan(isian)
    if not (kode or nama):
        return {}
    kurang = [k for k, ada in (("JABATAN ID", kode), ("JABATAN NAMA", nama), ("TMT JABATAN", tmt)) if not ada]
    if jenis is None:
        kurang.append("JENIS JABATAN ID")
    if kurang or jenis is None or tmt is None:
        sisa = [k for k in kurang if not isian.sudah_ditolak(k)]
        if sisa:
            isian.ingatkan(sisa[0], "kosong atau tidak dikenal, sehingga jabatan tidak dicatat", SUMBER)
        return {}
    eselon_id, eselon = isian.teks("ESELON ID"), baku_eselon(isian.teks("ESELON NAMA"))
    jenjang = jenjang_jabatan(jenis, nama, eselon_id, eselon)
    return {
        "siasn_id": kode,
        "nama": nama,
        "jenis": int(jenis),
        "jenjang": None if jenjang is None else int(jenjang),
        "eselon": eselon,
        "tmt": iso(tmt),
    }


def _jenis_jabatan(isian: Isian) -> JenisJabatan | None:
    return JENIS_JABATAN.get(isian.teks("JENIS JABATAN ID", maks=20)) or JENIS_JABATAN.get(
        baku(isian.teks("JENIS JABATAN NAMA"))
    )


def baca_pendidikan(isian: Isian) -> dict[str, Any]:
    """The highest education; empty when the level is missing or unknown."""
    kode = isian.teks("TINGKAT PENDIDIKAN ID", maks=20)
    if not kode:
        return {}
    if not kode.isdecimal() or int(kode) not in _TINGKAT_ID:
        isian.ingatkan(
            "TINGKAT PENDIDIKAN ID", "tidak dikenal, sehingga pendidikan tidak dicatat", SUMBER, isi=kode
        )
        return {}
    return {
        "tingkat": int(kode),
        "siasn_id": baku_id(isian.teks("PENDIDIKAN ID", maks=36)),
        "nama": isian.teks("PENDIDIKAN NAMA", maks=200),
        "sekolah": isian.teks("NAMA SEKOLAH", maks=200),
        "tahun_lulus": _angka(isian, "TAHUN LULUS", 2100) or None,
    }


def _angka(isian: Isian, kolom: str, atas: int) -> int | None:
    teks = isian.teks(kolom, maks=20)
    if not teks:
        return None
    if teks.isdecimal() and int(teks) <= atas:
        return int(teks)
    isian.ingatkan(kolom, f"bukan bilangan 0 sampai {atas}, sehingga tidak dicatat", SUMBER, isi=teks)
    return None


def iso(tanggal: date | None) -> str | None:
    """A date as a staged row keeps it."""
    return tanggal.isoformat() if tanggal else None
