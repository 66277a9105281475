"""The month of kenaikan pangkat on the worklist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.views import Tugas
from karier.admin.kp_bulan import url_bulan
from karier.enums import JenisRekomendasi, StatusRekomendasi, StatusUsul
from karier.models import Rekomendasi
from karier.rules.bulan_kp import Tumpukan
from karier.services.bulan_kp import aturan_bulan, buka_bulan, daftar_periode, hitung_bulan

_PERLU: Final = "Perlu tindakan Anda"


def antrean_bulan(request: HttpRequest, instansi: Any, *, bernama: bool) -> Iterator[Tugas]:
    """Who is ready for the next TMT, and files that BKN sent back, month by month."""
    hari, aturan = aturan_bulan(instansi, timezone.now())
    periode = next(p for p in daftar_periode(hari, aturan) if p.sasaran)
    bulan = buka_bulan(
        instansi=instansi, periode=periode, pengguna=request.user, hari_ini=hari, aturan=aturan
    )
    n = hitung_bulan(bulan)
    milik = f" {instansi.nama}" if bernama else ""
    bagian = [
        f"{n[t]} {teks}"
        for t, teks in (
            (Tumpukan.SIAP, "siap"),
            (Tumpukan.KURANG_SATU, "kurang 1 hal"),
            (Tumpukan.PERBAIKAN, "perbaikan data"),
        )
    ]
    yield Tugas(
        _PERLU,
        f"Usul KP TMT {kata.tanggal(periode.tmt)}{milik}",
        n[Tumpukan.SIAP],
        url_bulan(instansi.pk, periode.tmt),
        f"{' · '.join(bagian)}. Jendela usul ditutup {kata.tanggal(periode.jendela.tutup)}.",
        "perlu",
    )
    yield from _dikembalikan(request, instansi, milik)


def _dikembalikan(request: HttpRequest, instansi: Any, milik: str) -> Iterator[Tugas]:
    kembali = Rekomendasi.objects.dikelola(request.user).filter(
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        status=StatusRekomendasi.DITETAPKAN,
        usul__status=StatusUsul.BTS,
        pegawai__instansi=instansi,
    )
    per_tmt = kembali.order_by("periode").values_list("periode")
    for tmt, jumlah, foto in per_tmt.annotate(n=Count("pk"), foto=Count("usul__foto_ulang")):
        diterima = f" {foto} foto baru sudah diterima." if foto else ""
        yield Tugas(
            _PERLU,
            f"Dikembalikan BKN, TMT {kata.tanggal(tmt)}{milik}",
            jumlah,
            url_bulan(instansi.pk, tmt, Tumpukan.BTS.value),
            f"Berkas perlu diperbaiki (BTS), lalu dikirim ulang.{diterima}",
            "salah",
        )
