"""The reference codes of SIASN as questions, id to name and name to id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import TEKS, Topik
from pegawai.enums import JenisPegawai
from pegawai.rules.disiplin import hukuman_siasn
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan
from pegawai.rules.isian import KODE
from pegawai.rules.kode_siasn import Rujukan, cari_id, cari_nama

_DUA_ARAH: Final = {"id": KODE.opsional(), "nama": TEKS.opsional()}
_TABEL: Final = {
    "jenis_jabatan": "Jenis jabatan",
    "jenis_kp": "Jenis kenaikan pangkat",
    "jenis_hukuman": "Jenis hukuman disiplin",
    "kedudukan_hukum": "Kedudukan hukum",
    "penghargaan": "Penghargaan",
    "periodik": "Penilaian periodik",
}


def _cari(tabel: str, isi: Mapping[str, Any], a: Aturan) -> Rujukan:
    if isinstance(isi["id"], str) == isinstance(isi["nama"], str):
        raise DomainError("isian_salah", "Isi salah satu: id atau nama.")
    return cari_id(tabel, isi["id"], a) if isinstance(isi["id"], str) else cari_nama(tabel, isi["nama"], a)


def _hitung(tabel: str) -> Callable[..., dict[str, Any]]:
    def hitung(a: Aturan, **isi: Any) -> dict[str, Any]:
        hasil = _cari(tabel, isi, a)
        lain = _hukuman(hasil, a) if tabel == "jenis_hukuman" else {}
        ragu = "" if hasil.terverifikasi else "Perkiraan, belum terverifikasi."
        return {"id": hasil.id, "nama": hasil.nama, "catatan": ragu, **lain}

    return hitung


def _hukuman(rujukan: Rujukan, a: Aturan) -> dict[str, Any]:
    """The level as the table has it; our code and the months only for penalties of today's law."""
    kini = hukuman_siasn(rujukan.id, a)
    return {
        "tingkat": rujukan.baris["tingkat"],
        "kode": kini.kode if kini else None,
        "bulan": kini.bulan if kini else None,
        "memblokir_kenaikan_pangkat": kini.memblokir if kini else None,
    }


def _golongan(_: Aturan, id: Any, nama: Any) -> dict[str, Any]:
    if isinstance(id, str) == isinstance(nama, str):
        raise DomainError("isian_salah", "Isi salah satu: id atau nama.")
    hasil = Golongan.pns(id) if isinstance(id, str) else _menurut_nama(nama)
    return {
        "id": hasil.id_siasn,
        "nama": hasil.nama,
        "golongan": hasil.nama,
        "pangkat": hasil.pangkat,
        "urut": hasil.urut,
    }


def _menurut_nama(nama: str) -> Golongan:
    """By 'III/a' or by the name of the pangkat."""
    cari = " ".join(nama.split()).casefold()
    for urut in range(TERENDAH, TERTINGGI + 1):
        golongan = Golongan(JenisPegawai.PNS, urut)
        if golongan.pangkat.casefold() == cari:
            return golongan
    return Golongan.pns(nama)


TOPIK: Final = (
    *(
        Topik(f"{tabel}_siasn", f"{judul} pada SIASN", _DUA_ARAH, _hitung(tabel))
        for tabel, judul in _TABEL.items()
    ),
    Topik("golongan_siasn", "Golongan PNS pada SIASN", _DUA_ARAH, _golongan),
)
