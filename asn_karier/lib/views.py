"""What pages share: who may enter the HR desk, its menu and worklist, and keyset paging.

This module knows no app. The app that owns accounts registers how to read the authority of a user;
every app registers its own lines of the menu and of the worklist.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse

T = TypeVar("T")

# -- what a page reads --------------------------------------------------------------------------


def sekali(request: HttpRequest, baca: Callable[..., T], *tentang: Hashable, **lain: Hashable) -> T:
    """What `baca` answers, read once per request however many parts of the page ask the same.

    Not for what a request reads before and after it writes.
    """
    terbaca = request.__dict__.setdefault("_terbaca", {})
    kunci = (baca, tentang, tuple(sorted(lain.items())))
    if kunci not in terbaca:
        terbaca[kunci] = baca(*tentang, **lain)
    hasil: T = terbaca[kunci]
    return hasil


# -- authority ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wewenang:
    """What the active roles of one user allow in the HR pages.

    `instansi_penuh`: a role over a whole instansi (imports, cycles and runs belong to the instansi).
    `membantu`: HR, or operator of a unit: helps people of the scope into their accounts, hands papers out,
    enters requests that they confirm.
    """

    masuk: bool = False
    mengelola: bool = False
    instansi_penuh: bool = False
    membantu: bool = False
    super: bool = False
    peran_teks: str = ""
    instansi_nama: str = ""
    #: The clock of the instansi; empty when roles lie in several zones.
    zona_waktu: str = ""


PembacaWewenang = Callable[[Any], Wewenang]

_pembaca: list[PembacaWewenang] = []


def daftarkan_wewenang(pembaca: PembacaWewenang) -> PembacaWewenang:
    """Register the one reader of authority; the last registration counts."""
    _pembaca[:] = [pembaca]
    return pembaca


def wewenang(request: HttpRequest) -> Wewenang:
    """Authority of the signed-in user, read once per request: a revoked role counts at the next one."""
    return sekali(request, _baca_wewenang, request.user)


def _baca_wewenang(pengguna: Any) -> Wewenang:
    if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.is_staff:
        return Wewenang()
    if pengguna.is_superuser:
        return Wewenang(
            masuk=True,
            mengelola=True,
            instansi_penuh=True,
            membantu=True,
            super=True,
            peran_teks="Pengelola sistem",
        )
    return _pembaca[0](pengguna) if _pembaca else Wewenang()


# -- worklist -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tugas:
    """One line of the worklist: `jumlah` equals the number of rows behind `url`."""

    kelompok: str
    judul: str
    jumlah: int
    url: str
    keterangan: str = ""
    kelas: str = ""


@dataclass(frozen=True, slots=True)
class KelompokTugas:
    judul: str
    butir: list[Tugas] = field(default_factory=list)


PembuatAntrean = Callable[[HttpRequest], Iterable[Tugas]]
PembuatLatar = Callable[[HttpRequest], Iterable[dict[str, Any]]]

_antrean: list[tuple[int, PembuatAntrean]] = []
_latar: list[PembuatLatar] = []


def daftarkan_antrean(urutan: int) -> Callable[[PembuatAntrean], PembuatAntrean]:
    """Register lines of the worklist; a low `urutan` stands at the top."""

    def tambah(pembuat: PembuatAntrean) -> PembuatAntrean:
        _antrean.append((urutan, pembuat))
        _antrean.sort(key=lambda pasang: pasang[0])
        return pembuat

    return tambah


def daftarkan_latar(pembuat: PembuatLatar) -> PembuatLatar:
    """Register background work to show (see templates/admin/index.html, `tugas_latar`)."""
    _latar.append(pembuat)
    return pembuat


def antrean(request: HttpRequest) -> list[KelompokTugas]:
    """Lines that ask for something, grouped, in the registered order."""
    kelompok: dict[str, KelompokTugas] = {}
    for _, pembuat in _antrean:
        for tugas in pembuat(request):
            if tugas.jumlah:
                kelompok.setdefault(tugas.kelompok, KelompokTugas(tugas.kelompok)).butir.append(tugas)
    return list(kelompok.values())


def tugas_latar(request: HttpRequest) -> list[dict[str, Any]]:
    """Background work of this instansi, running or just finished."""
    return [tugas for pembuat in _latar for tugas in pembuat(request)]


_cari: list[str] = []


def daftarkan_cari(nama_url: str) -> None:
    """Name the list that the search box of the worklist opens (GET q)."""
    _cari[:] = [nama_url]


def url_cari() -> str:
    """Address of that list; empty when no app registered one."""
    return reverse(_cari[0]) if _cari else ""


# -- menu ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisMenu:
    kelompok: str
    teks: str
    nama_url: str
    boleh: Callable[[Wewenang], bool]
    urutan: int = 50


URUTAN_MENU: Final = ("", "Pegawai", "Kinerja", "Karier", "Pengembangan", "Laporan", "Pengaturan")

_menu: list[BarisMenu] = [BarisMenu("", "Meja Kerja", "admin:index", lambda w: w.masuk)]


def daftarkan_menu(
    kelompok: str,
    teks: str,
    nama_url: str,
    *,
    boleh: Callable[[Wewenang], bool] = lambda w: w.masuk,
    urutan: int = 50,
) -> None:
    """Add one line to the sidebar; `boleh` says for whom it stands there, a low `urutan` is on top."""
    if kelompok not in URUTAN_MENU:
        raise ValueError(f"Unknown group of the menu: {kelompok}")
    _menu.append(BarisMenu(kelompok, teks, nama_url, boleh, urutan))
    _menu.sort(key=lambda baris: baris.urutan)


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """The sidebar as templates/admin/nav_sidebar.html reads it (`menu_admin`)."""
    hak = wewenang(request)
    terpakai = [(b, reverse(b.nama_url)) for b in _menu if b.boleh(hak)]
    depan = reverse("admin:index")  # every other address begins with it, so only the exact one counts
    cocok = [url for _, url in terpakai if request.path.startswith(url) and url != depan]
    cocok += [depan] if request.path == depan else []
    sekarang = max(cocok, key=len, default="")
    hasil = []
    for kelompok in URUTAN_MENU:
        butir = [
            {"teks": b.teks, "url": url, "aktif": url == sekarang}
            for b, url in terpakai
            if b.kelompok == kelompok
        ]
        if butir:
            hasil.append({"nama": kelompok, "butir": butir})
    return hasil


# -- paging -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Halaman:
    """For templates/partials/halaman.html. Addresses are empty where there is nothing more."""

    sebelum: str = ""
    berikut: str = ""
    teks: str = ""


def alamat(request: HttpRequest, **ganti: Any) -> str:
    """This page with other parameters; None removes one. A changed filter starts at the first row."""
    isi = request.GET.copy()
    for nama in ("sesudah", *ganti):
        isi.pop(nama, None)
    for nama, nilai in ganti.items():
        if nilai is not None and nilai != "":
            isi[nama] = str(nilai)
    sandi = isi.urlencode()
    return f"{request.path}?{sandi}" if sandi else request.path


def asal(request: HttpRequest, *boleh: str) -> str:
    """The page of this site that the reader came from when it is one of these views, else empty.

    The address is made anew from what the view is called: no header leads anywhere else.
    """
    try:
        dari = urlsplit(request.headers.get("Referer", ""))
        cocok = resolve(dari.path)
    except (ValueError, Resolver404):
        return ""
    sini = dari.netloc == request.get_host() and cocok.view_name in boleh
    return reverse(cocok.view_name, kwargs=cocok.kwargs) if sini else ""


def dikirim(request: HttpRequest) -> Any:
    """What was posted, also when it is empty; None when nothing was posted (a form is then unbound)."""
    return request.POST if request.method == "POST" else None


def isikan(form: BaseForm, **nilai: object) -> None:
    """Change what a refused form shows and sends next; everything else that was typed stays.

    For the mark of what was seen: beside a page that shows the present state, the next press is about that.
    """
    terkirim: Any = form.data
    data = terkirim.copy()
    for ruas, isi in nilai.items():
        data[form.add_prefix(ruas)] = str(isi)
    form.data = data


def bilangan(teks: str | None, *, bawaan: int | None = None) -> int | None:
    """A whole number typed in an address; anything else is `bawaan` (never an error page)."""
    if teks and teks.isascii() and teks.removeprefix("-").isdigit() and len(teks) <= 18:
        return int(teks)
    return bawaan


def potong(baris: Sequence[Any], banyak: int) -> tuple[Sequence[Any], bool]:
    """A page read one row too long: the page itself, and whether more follow."""
    return baris[:banyak], len(baris) > banyak


def halaman_ke(
    request: HttpRequest, nama: str, *, lewati: int, tampil: int, semua: int, per: int
) -> Halaman | None:
    """The neighbours of a page of `per` rows after `lewati`, named `nama` in the address; None: one page."""
    if not lewati and semua <= per:
        return None
    return Halaman(
        sebelum=alamat(request, **{nama: max(lewati - per, 0)}) if lewati else "",
        berikut=alamat(request, **{nama: lewati + per}) if semua > lewati + per else "",
        teks=f"Baris {lewati + 1}\N{EN DASH}{lewati + tampil} dari {semua}" if tampil else "",
    )


def lewati_dari(request: HttpRequest, nama: str) -> int:
    """How many rows the address passes over; nothing sensible is none."""
    return max(bilangan(request.GET.get(nama), bawaan=0) or 0, 0)
