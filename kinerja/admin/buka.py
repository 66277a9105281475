"""What the confirm page of opening a cycle says: obstacles, whom it leaves out, what follows."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.html import format_html

from asn_karier.lib import kata
from asn_karier.lib.views import daftarkan_menu
from kinerja.enums import SumberKinerja
from kinerja.models import SiklusPenilaian
from kinerja.rules.pengingat import AMBANG
from kinerja.services.pembukaan import Keadaan
from pegawai.reports.temuan import TEMUAN


def obstacles(siklus: SiklusPenilaian, keadaan: Keadaan) -> list[str]:
    """Why it cannot be opened yet, each with where it is mended."""
    semua: list[str] = []
    if not siklus.diperiksa_pada:
        semua.append("Data siklus ini belum diperiksa. Buka Periksa data dahulu.")
    for kode, jumlah in keadaan.menghalangi.items():
        teks = f"{TEMUAN[kode].judul}: {kata.bilangan(jumlah)} pegawai."
        semua.append(format_html('{} <a href="{}">Perbaiki bersama</a>', teks, _url(siklus, kode)))
    return semua


def consequences(siklus: SiklusPenilaian, keadaan: Keadaan) -> list[str]:
    """What will happen, to whom, and which messages go out when."""
    semua: list[str] = [
        "Setiap atasan penilai melihat daftar pegawainya di portal dan dapat mulai menilai.",
        "Predikat dihitung dari dua rating.",
    ]
    if siklus.tahunan:
        semua.append(
            "Angka kredit dikonversi sesudah tahunnya berakhir; tetap draf sampai ditandatangani atasan."
        )
    if siklus.sumber == SumberKinerja.DI_SINI:
        semua.append(_pesan(siklus))
    for kode, jumlah in keadaan.tanpa.items():
        teks = f"Dibuka tanpa mereka, dan ini dicatat: {kata.huruf_kecil_awal(TEMUAN[kode].judul)}, "
        tautan = f"{kata.bilangan(jumlah)} pegawai"
        semua.append(format_html('{}<a href="{}">{}</a>.', teks, _url(siklus, kode), tautan))
    return semua


def _url(siklus: SiklusPenilaian, kode: str) -> str:
    return f"{reverse('admin:pegawai_atasan')}?instansi={siklus.instansi_id}&cacat={kode}"


def _pesan(siklus: SiklusPenilaian) -> str:
    hari = [kata.tanggal(siklus.akhir_pengisian - timedelta(days=a)) for a in sorted(AMBANG, reverse=True)]
    return (
        "Pegawai ditanya kapan akan mengisi. Yang belum mengirim diingatkan "
        f"{kata.daftar(hari)}. Paling banyak dua pesan dalam tujuh hari, pada jam kerja."
    )


daftarkan_menu(
    "Kinerja",
    "Buka siklus baru",
    "admin:kinerja_sikluspenilaian_add",
    boleh=lambda w: w.mengelola and w.instansi_penuh,
    urutan=9,
)
