"""Lines of the ledger in exactly the shapes that SIASN takes, one object per line."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from pegawai.models import PengembanganKompetensi
from pelatihan.enums import BentukBerkas
from pelatihan.rules.bentuk_siasn_jp import day_text


class Nilai(NamedTuple):
    """One line with everything that both shapes need. `latihan_id`: code of a structural diklat, if known."""

    pegawai_id: int
    nama: str
    nip: str
    siasn_id: str
    bentuk: int
    kegiatan: str
    mulai: date | None
    selesai: date
    jp: int
    penyelenggara: str
    nomor: str
    sumber: str
    latihan_id: str = ""


def line_of(b: PengembanganKompetensi) -> Nilai:
    """`b` with its person."""
    p = b.pegawai
    return Nilai(
        p.pk, p.nama_gelar, p.nip, p.siasn_id or "", b.bentuk, b.nama, b.tanggal_mulai, b.tanggal_selesai,
        b.jp, b.penyelenggara, b.nomor_sertifikat, b.sumber,
    )  # fmt: skip


def siasn_object(n: Nilai, bentuk: BentukBerkas, instansi_id: str) -> dict[str, Any]:
    """One line as an object of the shape, its fields in the order of the shape."""
    return _diklat(n, instansi_id) if bentuk is BentukBerkas.DIKLAT else _kursus(n, instansi_id)


def _diklat(n: Nilai, instansi_id: str) -> dict[str, Any]:
    return {
        "latihanStrukturalId": n.latihan_id,
        "nomor": n.nomor,
        "tahun": str(n.selesai.year),
        "tanggal": day_text(n.mulai or n.selesai),
        "tanggalSelesai": day_text(n.selesai),
        "institusiPenyelenggara": n.penyelenggara,
        "jumlahJam": n.jp,
        "pnsOrangId": n.siasn_id,
        "instansiId": instansi_id,
    }


def _kursus(n: Nilai, instansi_id: str) -> dict[str, Any]:
    return {
        "jenisDiklatId": str(n.bentuk),
        "namaKursus": n.kegiatan,
        "institusiPenyelenggara": n.penyelenggara,
        "nomorSertipikat": n.nomor,
        "tahunKursus": str(n.selesai.year),
        "tanggalKursus": day_text(n.mulai or n.selesai),
        "tanggalSelesaiKursus": day_text(n.selesai),
        "jumlahJam": n.jp,
        "pnsOrangId": n.siasn_id,
        "instansiId": instansi_id,
    }
