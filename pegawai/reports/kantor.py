"""The office on paper: letterhead, date line, signature, as templates/pdf/bersama.typ takes them."""

from __future__ import annotations

from datetime import date

from asn_karier.lib import kata
from pegawai.models import Instansi, PejabatPenandaTangan


def kop_surat(instansi: Instansi) -> dict[str, str]:
    """For `kop(...)`: government, office, address."""
    return {
        "pemerintah": instansi.nama,
        "kantor": instansi.nama_kantor or instansi.pengelola,
        "alamat": instansi.alamat,
    }


def tempat_tanggal(instansi: Instansi, hari: date | None) -> str:
    """'Muara Bulian, 2 November 2026'; room to write where something is not known yet."""
    tempat = instansi.kota or "................"
    return f"{tempat}, {kata.tanggal(hari) if hari else '................'}"


def tanda_tangan(pejabat: PejabatPenandaTangan | None) -> dict[str, str]:
    """For `tanda_tangan(...)`: post, name, NIP; dots where nobody is named."""
    if pejabat is None:
        return {"jabatan": "................", "nama": "................", "nip": ""}
    atas_nama = f"a.n. {pejabat.atas_nama}\n" if pejabat.atas_nama else ""
    nama = f"{pejabat.nama}\n{pejabat.pangkat}" if pejabat.pangkat else pejabat.nama
    return {"jabatan": f"{atas_nama}{pejabat.jabatan}", "nama": nama, "nip": pejabat.nip}
