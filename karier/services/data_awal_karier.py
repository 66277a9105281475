"""The sheets Penghargaan and Talenta of Data awal."""

from __future__ import annotations

from typing import Any, Final

from karier.models import KomponenTalenta
from karier.models.talenta import SENTI_TERTINGGI
from karier.rules import data_awal as spek
from pegawai.enums import KodePenghargaan
from pegawai.kamus import LABEL
from pegawai.models import Penghargaan
from pegawai.services.berkas import Isian
from pegawai.services.impor_catatan import CatatanModel

#: SIASN calls them by these numbers.
_NOMOR_SIASN: Final = {str(k.value): k for k in KodePenghargaan if k is not KodePenghargaan.LAINNYA}


class LembarPenghargaan(CatatanModel):
    """Satyalancana is known by its kind and date; only another award has a name."""

    lembar = spek.PENGHARGAAN
    model = Penghargaan
    kunci_kolom = ("kode", "tanggal", "nama")
    label_kunci = {"tanggal": "Tanggal"}
    label = {"kode": "Jenis", "nama": "Nama", "nomor_sk": "Nomor SK"}

    def baca(self, isian: Isian) -> dict[str, Any]:
        kode = isian.pilihan("JENIS", {**spek.JENIS_PENGHARGAAN, **_NOMOR_SIASN}, wajib=True)
        lainnya = kode is KodePenghargaan.LAINNYA
        tanggal = isian.tanggal("TANGGAL", wajib=True)
        return {
            "kode": None if kode is None else kode.value,
            "nama": isian.teks("NAMA", maks=150, wajib=lainnya) if lainnya else "",
            "tanggal": tanggal.isoformat() if tanggal else None,
            "nomor_sk": isian.teks("NOMOR SK", maks=80),
        }

    def kata(self, kolom: str, nilai: Any) -> str:
        if kolom == "kode" and nilai is not None:
            return LABEL[KodePenghargaan][KodePenghargaan(nilai)]
        return super().kata(kolom, nilai)


class LembarTalenta(CatatanModel):
    lembar = spek.TALENTA
    model = KomponenTalenta
    kunci_kolom = ("tanggal",)
    label_kunci = {"tanggal": "Tanggal"}
    label = {nama: judul.capitalize() for nama, judul in spek.TALENTA_KOLOM.items()}

    def baca(self, isian: Isian) -> dict[str, Any]:
        skor = {nama: _skor(isian, judul) for nama, judul in spek.TALENTA_KOLOM.items()}
        if not isian.galat and all(nilai is None for nilai in skor.values()):
            isian.tolak(
                "TANGGAL", "tidak satu pun skor terisi", "Isi skor 0 sampai 100, atau hapus barisnya."
            )
        tanggal = isian.tanggal("TANGGAL", wajib=True)
        return {"tanggal": tanggal.isoformat() if tanggal else None, **skor}

    def kata(self, kolom: str, nilai: Any) -> str:
        if kolom not in self.label or nilai is None:
            return super().kata(kolom, nilai)
        return f"{nilai // 100},{nilai % 100:02d}"


def _skor(isian: Isian, judul: str) -> int | None:
    """0 to 100, in senti."""
    senti = isian.senti(judul)
    if senti is None or senti <= SENTI_TERTINGGI:
        return senti
    isian.tolak(judul, "lebih dari 100", "Isi skor 0 sampai 100.", isi=isian.teks(judul))
    return None
