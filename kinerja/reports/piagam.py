"""A piagam as data of its paper (templates/pdf/piagam.typ)."""

from __future__ import annotations

from datetime import date
from typing import Any

from asn_karier.lib import kata
from kinerja.models import Pengakuan
from pegawai.models import Pegawai
from pegawai.reports.kantor import kop_surat, tempat_tanggal
from pegawai.reports.posisi import jabatan_pada
from pegawai.services.profil import day_of


def isi_piagam(p: Pengakuan) -> dict[str, Any]:
    """Everything the template needs. Signed by the leader who established it, in their post of that day."""
    hari = day_of(p.pegawai, p.diputuskan_pada or p.diusulkan_pada)
    penetap = p.penetap or p.pengusul
    return {
        "judul": f"Piagam pengakuan {p.nomor}",
        "kop": kop_surat(p.pegawai.instansi),
        "nomor": p.nomor,
        "nama": p.pegawai.nama_gelar,
        "nip": p.pegawai.nip,
        "jabatan": _jabatan(p.pegawai, p.tanggal),
        "unit": p.pegawai.unit.nama if p.pegawai.unit else "",
        "atas": p.judul,
        "uraian": p.uraian,
        "asal": f"{p.get_sumber_display()}, {kata.tanggal(p.tanggal)}",
        "tempat_tanggal": tempat_tanggal(p.pegawai.instansi, hari),
        "penetap": {
            "jabatan": _jabatan(penetap, hari) or "Atasan penilai",
            "nama": penetap.nama_gelar,
            "nip": penetap.nip,
        },
        "kaki": f"Nomor {p.nomor}. Ditetapkan dalam sistem pada {kata.tanggal(hari)}.",
    }


def _jabatan(orang: Pegawai, hari: date) -> str:
    """The post on a day; empty where none is recorded."""
    baris: Any = Pegawai.objects.filter(pk=orang.pk)
    kini = baris.annotate(kini=jabatan_pada(hari).values("jabatan__nama")[:1])
    nama: str | None = kini.values_list("kini", flat=True).first()
    return nama or ""
