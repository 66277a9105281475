"""A certificate as data of its paper (templates/pdf/sertifikat.typ)."""

from __future__ import annotations

from typing import Any

from asn_karier.lib import kata
from asn_karier.lib.pdf import qr_svg
from pegawai.reports.kantor import kop_surat, tanda_tangan, tempat_tanggal
from pelatihan.models import Sertifikat


def isi_sertifikat(s: Sertifikat, *, alamat: str) -> dict[str, Any]:
    """Everything the template needs, under the letterhead of who issued it, wherever the holder works now.

    `alamat`: where the QR leads, with the code in it.
    """
    angkatan = s.pendaftaran.angkatan
    instansi = angkatan.instansi
    hari = [kata.tanggal(angkatan.mulai), kata.tanggal(angkatan.selesai)]
    return {
        "judul": f"Sertifikat {s.nomor}",
        "kop": kop_surat(instansi),
        "nomor": s.nomor,
        "nama": s.pegawai.nama_gelar,
        "nip": s.pegawai.nip,
        "atas": s.judul,
        "waktu": hari[0] if hari[0] == hari[1] else " sampai ".join(hari),
        "jp": f"{s.jp} jam pelajaran (JP)",
        "kompetensi": [str(k) for k in angkatan.pelatihan.kompetensi.select_related("teknis")],
        "tempat_tanggal": tempat_tanggal(instansi, s.tanggal),
        "penanda_tangan": tanda_tangan(s.penanda_tangan),
        "qr": qr_svg(alamat),
        "kaki": f"Nomor {s.nomor}. Keasliannya dapat diperiksa siapa saja lewat kotak QR atau nomor ini.",
    }
