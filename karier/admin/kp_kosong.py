"""What an empty heap of the month says: why it is empty, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.urls import reverse

from asn_karier.lib import kata
from karier.rules.bulan_kp import DARI_HASIL, Tumpukan
from karier.services.bulan_kp import Bulan
from pegawai.models import Instansi


class Kosong(NamedTuple):
    """`url`: where the next step is done; empty for who may not do it, or where there is none."""

    teks: str
    url: str = ""
    tautan: str = ""


def isi_kosong(bulan: Bulan, aktif: Tumpukan | None, hitungan: Mapping[Tumpukan, int], actor: Any) -> Kosong:
    """Never only that it is empty."""
    if bulan.run is None and (aktif is None or aktif is Tumpukan.SIAP or aktif in DARI_HASIL):
        return _belum_dihitung(bulan, actor)
    if aktif is Tumpukan.SIAP:
        satu = hitungan[Tumpukan.KURANG_SATU]
        ekor = f" {satu} pegawai kurang 1 hal." if satu else ""
        return Kosong(f"Tidak ada yang siap untuk TMT {kata.tanggal(bulan.periode.tmt)}.{ekor}")
    if aktif is Tumpukan.PERBAIKAN:
        return Kosong("Semua data yang diperlukan lengkap. Tidak ada yang perlu diperbaiki.")
    return Kosong("Tidak ada pegawai di sini untuk TMT ini.")


def _belum_dihitung(bulan: Bulan, actor: Any) -> Kosong:
    """A run judges for the first month that is still open: only there does starting one help."""
    teks = f"Belum ada perhitungan untuk TMT {kata.tanggal(bulan.periode.tmt)}."
    buka, tutup = bulan.periode.jendela
    if not bulan.terbuka:
        return Kosong(f"{teks} Jendela usulnya ditutup pada {kata.tanggal(tutup)}.")
    if not bulan.periode.sasaran:
        nanti = bulan.hari_ini < buka
        saat = f"mulai {kata.tanggal(buka)}" if nanti else "sesudah jendela bulan sebelumnya ditutup"
        return Kosong(f"{teks} Dihitung {saat}.")
    if not Instansi.objects.dikelola(actor).filter(pk=bulan.instansi.pk).exists():
        siapa = f"pengelola kepegawaian {bulan.instansi.nama}"
        return Kosong(f"{teks} Perhitungan dijalankan oleh {siapa}; mintalah kepadanya.")
    url = f"{reverse('admin:karier_runevaluasi_jalankan')}?instansi={bulan.instansi.pk}"
    return Kosong(teks, url, "Jalankan perhitungan untuk melihat siapa yang siap")
