"""What the frame of every portal page shows, read only when a template asks: the admin pays nothing."""

from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from karier.services.portal import data_time
from pegawai.querysets import peran_aktif
from pegawai.services.profil import moment_text
from pegawai.views.saya import leads_anybody, record_of

HALAMAN_SAYA = (
    ("karier:beranda", "Beranda"),
    ("karier:saya", "Karier saya"),
    ("karier:pelatihan", "Pelatihan"),
    ("kinerja:saya", "Kinerja saya"),
    ("karier:tim", "Tim saya"),
    ("pegawai:data_saya", "Data saya"),
)
HANYA_ATASAN = ("karier:tim",)
#: Five entries are enough on a phone: a leader finds these under their own name (partials/akun.html).
BUKAN_ATASAN = ("pegawai:data_saya",)


#: About the team, at an address below *Karier saya*. A page that is a team's for one reader only says so by
#: `request.tentang_tim`.
TENTANG_TIM = frozenset(
    f"karier:{nama}"
    for nama in (
        "lima_menit", "minat_tim", "rencana_tim", "talenta_tim", "penugasan_tim", "penugasan_tahan",
        "syarat_pegawai", "putusan_pegawai",
    )
)  # fmt: skip


def portal(request: HttpRequest) -> dict[str, Any]:
    """Context of templates/base.html; empty for visitors who have not signed in."""
    pengguna = getattr(request, "user", None)
    if pengguna is None or not pengguna.is_authenticated:
        return {}
    return {
        "instansi_nama": SimpleLazyObject(lambda: _instansi(request).nama),
        "peran_teks": SimpleLazyObject(lambda: _peran_teks(request)),
        "menu": SimpleLazyObject(lambda: _menu(request)),
        "data_per": SimpleLazyObject(lambda: _data_per(request)),
        "bantuan": SimpleLazyObject(lambda: _bantuan(request)),
        "url_data_keliru": reverse("pegawai:keliru") if pengguna.pegawai_id else "",
        "url_meja_kerja": reverse("admin:index") if pengguna.is_staff else "",
    }


def _instansi(request: HttpRequest) -> Any:
    saya = record_of(request)
    return (
        saya.instansi if saya else SimpleNamespace(nama="", pengelola="", bantuan="", zona_waktu="", pk=None)
    )


def _peran_teks(request: HttpRequest) -> str:
    if request.user.is_superuser:
        return "Pengelola sistem"
    return ", ".join(sorted({p.get_jenis_display() for p in peran_aktif(request.user)}))


def _menu(request: HttpRequest) -> list[tuple[str, str, bool]]:
    saya = record_of(request)
    if saya is None:
        return []
    atasan = leads_anybody(request)
    tanpa = BUKAN_ATASAN if atasan else HANYA_ATASAN
    terpakai = [(reverse(nama), teks) for nama, teks in HALAMAN_SAYA if nama not in tanpa]
    cocok = [url for url, _ in terpakai if request.path.startswith(url)]
    sekarang = reverse("karier:tim") if _of_team(request) else max(cocok, key=len, default="")
    return [(url, teks, url == sekarang) for url, teks in terpakai]


def _of_team(request: HttpRequest) -> bool:
    halaman = request.resolver_match
    return getattr(request, "tentang_tim", False) or (
        halaman is not None and halaman.view_name in TENTANG_TIM
    )


def _data_per(request: HttpRequest) -> str:
    instansi = _instansi(request)
    saat = data_time(instansi.pk) if instansi.pk else None
    return moment_text(saat, instansi.zona_waktu) if saat else ""


def _bantuan(request: HttpRequest) -> str:
    """Whom to ask; an office that begins the contact with its own name is not named twice."""
    instansi = _instansi(request)
    pengelola, kontak = instansi.pengelola.strip(), instansi.bantuan.strip()
    if not kontak or not pengelola or kontak.casefold().startswith(pengelola.casefold()):
        return str(kontak)
    return f"{pengelola} – {kontak}"
