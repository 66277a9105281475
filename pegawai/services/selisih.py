"""*Selisih dengan SIASN*: a new export against what is stored, one row per difference; it changes nothing.

The import machine reads and stages (upload, check, retention); what is done with the rows afterwards stands
in `selisih_tindakan`. A proposal to BKN that still waits is carried into the next comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import BarisImpor, Impor
from pegawai.services.berkas import Buku
from pegawai.services.impor_pembaca import Pemeriksaan
from pegawai.services.impor_siasn import PembacaSiasn
from pegawai.services.siasn.banding import LABEL_KOLOM

JENIS: Final = "selisih"
UNIT: Final = "Unit kerja"
#: Data that SIASN lets only BKN correct; the rest the instansi renews there itself (docs/panduan/hr.md).
HANYA_BKN: Final = frozenset(
    {
        *(LABEL_KOLOM[k] for k in ("nip", "siasn_id", "nama", "nip_lama", "tanggal_lahir", "jenis_kelamin")),
        *(LABEL_KOLOM[k] for k in ("jenis", "status", "kedudukan_hukum", "tmt_cpns", "tmt_pns")),
        "Pangkat",
        "NIK",
    }
)
#: Fields that change together or not at all (pegawai_jenis_status).
_BERSAMA: Final = ("jenis", "status")
_NAMA_ISIAN: Final = {label: kolom for kolom, label in LABEL_KOLOM.items()}
_KUNCI: Final = ("nomor", "nip", "siasn_id", "nama", "versi")
_KOSONG: Final[dict[str, Any]] = {
    "unit": "", "orang": {}, "pangkat": {}, "jabatan": {}, "pendidikan": {},
    "nik_sandi": "", "nik_indeks": "",
}  # fmt: skip
_ISI: Final = {
    UNIT: ("unit",),
    "Pangkat": ("pangkat",),
    "Jabatan": ("jabatan", "unit"),
    "Pendidikan": ("pendidikan",),
    "NIK": ("nik_sandi", "nik_indeks"),
}


class PembacaSelisih(PembacaSiasn):
    """Reads as the import does; a person who is the same gives no row, one who differs a row per data."""

    kode = JENIS
    judul = "Selisih dengan SIASN"
    petunjuk = "Berkas «Export Data ASN» terbaru dari SIASN, apa adanya. Hanya dicocokkan."
    pembanding = True

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        dasar = super().periksa(impor, buku)
        ringkasan = {**dasar.ringkasan, "orang_sama": 0, "orang_berbeda": 0}
        baris = _split(impor, dasar.baris, ringkasan, _waiting(impor))
        return Pemeriksaan(dasar.jumlah, baris, ringkasan)

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        raise DomainError("selisih_tidak_disimpan", "Berkas ini hanya dicocokkan, tidak disimpan.")


def latest_comparison(instansi_id: int) -> Impor | None:
    """The last finished comparison of an instansi that still has its rows."""
    selesai = Impor.objects.filter(
        jenis=JENIS, instansi_id=instansi_id, status=StatusImpor.DIPERIKSA, rincian_dihapus_pada=None
    )
    return selesai.order_by("-pk").first()


def part_of(data: dict[str, Any], kolom: str) -> dict[str, Any]:
    """Of a staged row only what one difference is about, and who it is."""
    hasil = {**_KOSONG, **{k: data[k] for k in _KUNCI}}
    for bagian in _ISI.get(kolom, ()):
        hasil[bagian] = data[bagian]
    isian = _NAMA_ISIAN.get(kolom)
    if isian is not None:
        ikut = _BERSAMA if isian in _BERSAMA else (isian,)
        hasil["orang"] = {k: data["orang"][k] for k in ikut if k in data["orang"]}
    return hasil


def _split(
    impor: Impor, semua: Iterable[BarisImpor], ringkasan: dict[str, Any], menunggu: dict[Any, BarisImpor]
) -> Iterator[BarisImpor]:
    for b in semua:
        if b.status == StatusBaris.SAMA:
            ringkasan["orang_sama"] += 1
        elif b.status == StatusBaris.BERUBAH:
            ringkasan["orang_berbeda"] += 1
            yield from (_difference(impor, b, beda, menunggu) for beda in b.beda)
        else:
            yield b


def _difference(
    impor: Impor, b: BarisImpor, beda: dict[str, str], menunggu: dict[Any, BarisImpor]
) -> BarisImpor:
    lama = menunggu.get((b.pegawai_id, beda["kolom"], beda["lama"], beda["baru"]))
    return BarisImpor(
        impor=impor,
        nomor=b.nomor,
        lembar=beda["kolom"],
        status=StatusBaris.MENUNGGU_BKN if lama else StatusBaris.BERUBAH,
        kunci=b.kunci,
        nama=b.nama,
        pegawai=b.pegawai,
        beda=[beda],
        data=part_of(b.data, beda["kolom"]),
        ditangani_oleh_id=lama.ditangani_oleh_id if lama else None,
        ditangani_pada=lama.ditangani_pada if lama else None,
    )


def _waiting(impor: Impor) -> dict[Any, BarisImpor]:
    """Proposals of the comparison before, by what they are about."""
    sebelum = latest_comparison(impor.instansi_id)
    if sebelum is None:
        return {}
    baris = sebelum.baris.filter(status=StatusBaris.MENUNGGU_BKN)
    return {(b.pegawai_id, b.lembar, b.beda[0]["lama"], b.beda[0]["baru"]): b for b in baris}
