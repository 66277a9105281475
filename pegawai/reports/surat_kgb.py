"""KGB letters as data of their paper (templates/pdf/surat_kgb.typ)."""

from __future__ import annotations

from typing import Any, Final

from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from pegawai.enums import JenisPegawai
from pegawai.models import PenerbitanKGB, SuratKGB
from pegawai.reports.kantor import kop_surat, tanda_tangan, tempat_tanggal
from pegawai.reports.posisi import jabatan_pada
from pegawai.rules.golongan import Golongan

PERKIRAAN: Final = "perkiraan, periksa"


def isi_surat(terbit: PenerbitanKGB) -> dict[str, Any]:
    """Everything the template needs; two queries however many letters."""
    jabatan = jabatan_pada(timezone.localdate(terbit.dibuat_pada)).values("jabatan__nama")[:1]
    surat = terbit.surat.select_related("pegawai__unit").annotate(jabatan=jabatan).order_by("pk")
    instansi = terbit.instansi
    return {
        "judul": f"Surat pemberitahuan kenaikan gaji berkala ({terbit.jumlah})",
        "kop": kop_surat(instansi),
        "tanda_tangan": tanda_tangan(terbit.penanda_tangan),
        "tembusan": [
            "Pegawai yang bersangkutan",
            "Pengelola gaji perangkat daerah",
            f"Arsip {instansi.pengelola}",
        ],
        "surat": [_satu(terbit, s) for s in surat],
    }


def _satu(terbit: PenerbitanKGB, s: Any) -> dict[str, Any]:
    golongan, p = Golongan(JenisPegawai.PNS, s.golongan), s.pegawai
    siklus = aturan_per(s.tmt)["kgb"].angka("siklus_bulan")
    return {
        "konsep": s.konsep,
        "nomor": s.nomor or "................",
        "tempat_tanggal": tempat_tanggal(terbit.instansi, s.tanggal),
        "catatan": f"Gaji atau tanggalnya {PERKIRAAN}." if s.perkiraan else "",
        "kepada": [
            ["Nama", p.nama_gelar],
            ["NIP", p.nip],
            ["Pangkat (golongan ruang)", f"{golongan.pangkat} ({golongan.nama})"],
            ["Jabatan", s.jabatan or "–"],
            ["Unit kerja", p.unit.nama if p.unit else "–"],
        ],
        "lama": [["Gaji pokok lama", _gaji(s.gaji_lama, s)]],
        "baru": [
            ["Gaji pokok baru", _gaji(s.gaji_baru, s)],
            ["Masa kerja golongan", kata.lama(s.mkg_bulan)],
            ["Golongan ruang", golongan.nama],
            ["Terhitung mulai tanggal", kata.tanggal(s.tmt)],
        ],
        "berikut": f"Kenaikan gaji berkala berikutnya dinilai setelah {kata.lama(siklus)}.",
    }


def _gaji(rupiah: int | None, s: SuratKGB) -> str:
    """The amount; marked wherever the letter rests on an estimate."""
    if rupiah is None:
        return f"................ ({PERKIRAAN})"
    teks = f"Rp{kata.bilangan(rupiah)}"
    return f"{teks} ({PERKIRAAN})" if s.perkiraan else teks
