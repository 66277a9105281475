"""P6: the same numbers as files, with what each column means, under a free licence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.export import Sel, Tabel, unduhan
from kinerja.enums import TINDAK_SELESAI, StatusTindak
from kinerja.kamus import LABEL
from kinerja.kamus.warga import (
    BUKAN_SKM,
    KAMUS_BERUBAH,
    KAMUS_CAPAIAN,
    KAMUS_JANJI,
    LISENSI,
    URL_LISENSI,
)
from kinerja.reports.warga import achievements, changes, promises, today_of
from kinerja.views.publik_bingkai import boleh_disimpan, halaman, instansi_terbuka
from kinerja.views.publik_forum import promise_day
from pegawai.models import Instansi

Baris = list[list[Sel]]
BENTUK: Final = ("csv", "json")


def _capaian(sini: Instansi) -> Baris:
    per = today_of(sini, timezone.now())
    return [
        [c.unit.nama, f"{k.awal:%Y-%m}", f"{k.akhir:%Y-%m}", k.banyak, *k.jumlah]
        for c in achievements(sini, per)
        for k in c.kelompok
    ]


def _berubah(sini: Instansi) -> Baris:
    return [[p.unit.nama, p.tanggal.isoformat(), p.masukan, p.tindakan] for p in changes(sini)]


def _janji(sini: Instansi) -> Baris:
    return [
        [
            j.topik.judul,
            j.topik.unit.nama,
            j.isi,
            j.tenggat.isoformat(),
            LABEL[StatusTindak][StatusTindak(j.status)],
            "ya" if j.status not in TINDAK_SELESAI and j.tenggat < promise_day(j) else "tidak",
            j.alasan,
        ]
        for j in promises(sini)
    ]


#: File, title, dictionary, rows.
BERKAS: Final[dict[str, tuple[str, tuple[tuple[str, str], ...], Callable[[Instansi], Baris]]]] = {
    "capaian": ("Ulasan layanan per unit", KAMUS_CAPAIAN, _capaian),
    "yang-berubah": ("Yang berubah karena ulasan", KAMUS_BERUBAH, _berubah),
    "janji": ("Janji kepada warga", KAMUS_JANJI, _janji),
}


@login_not_required
@require_safe
@boleh_disimpan
def data(request: HttpRequest, instansi: str) -> HttpResponse:
    """What there is, with its dictionary."""
    sini = instansi_terbuka(instansi)
    berkas = [
        {
            "judul": judul,
            "kamus": kamus,
            "tautan": [(b.upper(), reverse("publik:berkas", args=[sini.kode, nama, b])) for b in BENTUK],
        }
        for nama, (judul, kamus, _) in BERKAS.items()
    ]
    isi: dict[str, Any] = {
        "berkas": berkas,
        "lisensi": LISENSI,
        "url_lisensi": URL_LISENSI,
        "bukan_skm": BUKAN_SKM,
    }
    return halaman(request, "data", sini, **isi)


@login_not_required
@require_safe
@boleh_disimpan
def berkas(request: HttpRequest, instansi: str, nama: str, bentuk: str) -> Any:
    """One file, as CSV or JSON."""
    sini = instansi_terbuka(instansi)
    if nama not in BERKAS or bentuk not in BENTUK:
        raise Http404("Berkas itu tidak ada.")
    judul, kamus, baris = BERKAS[nama]
    kepala = [kolom for kolom, _ in kamus]
    if bentuk == "csv":
        return unduhan(Tabel(f"{nama}-{sini.kode}", kepala, baris(sini)), "csv")
    isi = {
        "judul": judul,
        "instansi": sini.nama,
        "catatan": BUKAN_SKM,
        "lisensi": {"nama": LISENSI, "url": URL_LISENSI},
        "data_per": timezone.now().isoformat(timespec="minutes"),
        "kamus": [{"kolom": k, "arti": arti} for k, arti in kamus],
        "data": [dict(zip(kepala, b, strict=True)) for b in baris(sini)],
    }
    return JsonResponse(isi, json_dumps_params={"ensure_ascii": False})
