"""A surat tugas as data of its paper (templates/pdf/surat_tugas.typ)."""

from __future__ import annotations

from typing import Any

from asn_karier.lib import kata
from pegawai.models import Pegawai
from pegawai.reports.kantor import kop_surat, tanda_tangan, tempat_tanggal
from pegawai.services.profil import identities, moment_text
from pelatihan.models import Angkatan, SuratTugas
from pelatihan.rules.pendaftaran import TERTULIS


def letter_content(surat: SuratTugas) -> dict[str, Any]:
    """Everything the template needs; the same number of queries for any number of people."""
    angkatan = surat.angkatan
    return {
        "judul": f"Surat tugas {surat.nomor}",
        "kop": kop_surat(angkatan.instansi),
        "nomor": surat.nomor,
        "kelas": str(angkatan),
        "rincian": [
            ("Waktu", kata.rentang(angkatan.mulai, angkatan.selesai)),
            ("Tempat", angkatan.tempat or ("Daring" if angkatan.tautan else "Menyusul")),
            ("Jam pelajaran", f"{angkatan.pelatihan.jp} JP"),
            ("Pembiayaan", str(angkatan.pagu) if angkatan.biaya and angkatan.pagu else "Tanpa biaya peserta"),
        ],
        "peserta": _people(surat),
        "sesi": _sessions(angkatan),
        "tempat_tanggal": tempat_tanggal(angkatan.instansi, surat.tanggal),
        "tanda_tangan": tanda_tangan(surat.penanda_tangan),
        "kaki": f"{surat.nomor}, {kata.tanggal(surat.tanggal)}",
    }


def _people(surat: SuratTugas) -> list[list[str]]:
    """One row each: number, name and NIP, pangkat and jabatan, unit."""
    baris = surat.pendaftaran.filter(status__in=TERTULIS).order_by("urut").select_related("pegawai")
    orang = [p.pegawai for p in baris]
    siapa = identities(Pegawai.objects.filter(pk__in=[o.pk for o in orang]), per=surat.tanggal)
    return [
        [
            str(n),
            f"{o.nama_gelar}\n{o.nip}",
            "\n".join(t for t in (siapa[o.pk].pangkat, siapa[o.pk].jabatan) if t),
            siapa[o.pk].unit,
        ]
        for n, o in enumerate(orang, 1)
    ]


def _sessions(angkatan: Angkatan) -> list[list[str]]:
    zona = angkatan.instansi.zona_waktu
    return [[moment_text(s.mulai, zona), s.judul] for s in angkatan.sesi.all()]
