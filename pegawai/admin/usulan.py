"""The queue of requests for corrections (H20): who waits how long, what should change, who decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, wewenang
from pegawai.admin.tenggat import KolomTenggat
from pegawai.admin.usulan_banyak import TerimaBanyak
from pegawai.admin.usulan_isikan import NAMA, HalamanIsikan
from pegawai.admin.usulan_saring import SaringBatas, SaringStatusUsulan
from pegawai.enums import PemilikData, StatusUsulan
from pegawai.forms.usulan import FormCatatan
from pegawai.models import UsulanPerubahan
from pegawai.services.bukti import buka_bukti
from pegawai.services.usulan_baca import KELAS, terbaca, waiting
from pegawai.services.usulan_putus import kembalikan_usulan, terima_usulan, teruskan_ke_bkn
from pegawai.services.usulan_rekam import rekam
from pegawai.services.usulan_terap import baris_kini
from pegawai.views.bukti import unduhan_bukti

_LANGKAH: Final[dict[str, tuple[Callable[..., Any], str, str]]] = {
    "terima": (terima_usulan, "Terima", "Catatannya diganti, lalu hasil hitungan pegawai dihitung ulang."),
    "teruskan": (
        teruskan_ke_bkn,
        "Teruskan ke BKN",
        "Pegawai membaca “Menunggu BKN”. Sesudah BKN memperbaikinya, tekan Terima.",
    ),
    "kembalikan": (
        kembalikan_usulan,
        "Kembalikan dengan catatan",
        "Catatan tidak berubah. Pegawai membaca catatan Anda dan dapat mengusulkan lagi.",
    ),
}


@admin.register(UsulanPerubahan)
class UsulanAdmin(KolomTenggat, TerimaBanyak, HalamanIsikan, AdminLihat):
    """HR decides; whoever entered a request for somebody follows it here until it is confirmed."""

    kelas_status = KELAS
    list_display = ("pegawai", "catatan_teks", "isi", "pemilik", "status_teks", "batas")
    list_display_links = ("pegawai",)
    list_filter = (SaringStatusUsulan, SaringBatas, "pemilik")
    list_select_related = ("pegawai", "pegawai__instansi", "oleh")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = "NIP atau nama"
    sortable_by = ("pegawai",)
    actions = ("terima_banyak",)  # type: ignore[assignment]  # AdminLihat has none

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Overdue first: what waits longest stands on top, what is decided below."""
        return super().get_queryset(request).order_by(F("tenggat").asc(nulls_last=True), "pk")

    def has_module_permission(self, request: HttpRequest) -> bool:
        hak = wewenang(request)
        return super().has_module_permission(request) and (hak.mengelola or hak.membantu)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        nama = "pegawai_usulanperubahan"
        return [
            path("isikan/", lindungi(self.isikan), name=f"{nama}_isikan"),
            path("isikan/<int:pegawai_id>/", lindungi(self.isikan_baris), name=f"{nama}_isikanbaris"),
            path(
                "isikan/<int:pegawai_id>/<slug:kode>/<int:objek_id>/",
                lindungi(self.isikan_isi),
                name=f"{nama}_isikanisi",
            ),
            path("<int:pk>/<slug:langkah>/putuskan/", lindungi(self.putuskan), name=f"{nama}_putuskan"),
            path("<int:pk>/konfirmasi/", lindungi(self.konfirmasi), name=f"{nama}_konfirmasi"),
            path("<int:pk>/kode/", lindungi(self.kode), name=f"{nama}_kode"),
            path("<int:pk>/bukti/<slug:mana>/", lindungi(require_safe(self.bukti)), name=f"{nama}_bukti"),
            *super().get_urls(),
        ]

    # -- list ---------------------------------------------------------------------------------------

    @admin.display(description="catatan")
    def catatan_teks(self, obj: UsulanPerubahan) -> str:
        return rekam(obj.rekam).judul

    @admin.display(description="yang diusulkan")
    def isi(self, obj: UsulanPerubahan) -> str:
        r = rekam(obj.rekam)
        return ", ".join(r.kolom_bernama(nama).label for nama in obj.usul)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = [{"teks": "Isikan untuk pegawai lain", "url": reverse(f"{NAMA}_isikan"), "utama": True}]
        kosong = "Tidak ada usul perbaikan data."
        isi = {"alat": alat, "teks_kosong": kosong, **(extra_context or {})}
        return super().changelist_view(request, isi)

    # -- one request --------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Old and new side by side, the evidence, the clock, and what can be done now."""
        usulan = self.get_object(request, object_id)
        if request.method == "POST":
            raise PermissionDenied("Usul diputuskan dengan tombol Terima, Kembalikan, atau Teruskan.")
        self.catat_baca(request, usulan)
        return TemplateResponse(request, "admin/pegawai/usulan.html", self._isi(request, usulan))

    def _isi(self, request: HttpRequest, usulan: UsulanPerubahan) -> dict[str, Any]:
        r = rekam(usulan.rekam)
        boleh = self._boleh_putuskan(request, usulan)
        langkah = [
            {"teks": teks, "url": reverse(f"{NAMA}_putuskan", args=[usulan.pk, kode])}
            for kode, (_, teks, _) in _LANGKAH.items()
            if boleh and _berlaku(usulan, kode)
        ]
        batas, kelas = self.jam(usulan)
        return {
            **self.admin_site.each_context(request),
            "title": f"Usul nomor {usulan.pk}",
            "remah": [("Usul perbaikan data", reverse(f"{NAMA}_changelist")), (f"Nomor {usulan.pk}", "")],
            "usulan": usulan,
            "u": terbaca(usulan, usulan.pegawai),
            "batas": batas,
            "kelas_batas": kelas,
            "langkah": langkah,
            "diri": self.tentang_diri(request, usulan),
            "hanya_bkn": usulan.pemilik == PemilikData.BKN,
            "tangan": _url_catatan(usulan) if boleh and _dengan_tangan(usulan) else "",
            "sekarang": _sekarang(usulan),
            "bukti": [
                {"teks": teks, "url": reverse(f"{NAMA}_bukti", args=[usulan.pk, mana])}
                for mana, teks in (("bukti", "Unduh bukti"), ("kertas", "Unduh lembar bertanda tangan"))
                if getattr(usulan, mana) is not None
            ],
            "konfirmasi": self.url_konfirmasi(request, usulan),
            "kode": self.url_kode(request, usulan),
            "judul_catatan": r.judul,
        }

    def _boleh_putuskan(self, request: HttpRequest, usulan: UsulanPerubahan) -> bool:
        return self.dikelola(request, usulan) and not self.tentang_diri(request, usulan)

    def putuskan(self, request: HttpRequest, pk: int, langkah: str) -> HttpResponse:
        """The confirm page and, after the press, one call of the service."""
        usulan = self.get_object(request, str(pk))
        if langkah not in _LANGKAH or not self._boleh_putuskan(request, usulan):
            raise Http404
        fungsi, teks, kalimat = _LANGKAH[langkah]
        balik = reverse(f"{NAMA}_change", args=[pk])
        wajib = langkah != "terima" or usulan.status == StatusUsulan.MENUNGGU_BKN
        form = FormCatatan(dikirim(request), initial={"versi": usulan.versi}, wajib=wajib)
        if request.method == "POST" and form.is_valid() and _putuskan(request, fungsi, pk, form):
            messages.success(request, f"Usul nomor {pk}: {teks.lower()}. Pegawai membacanya di Data saya.")
            return HttpResponseRedirect(balik)
        isi = {
            **self._isi(request, usulan),
            "title": f"{teks}: usul {usulan.pegawai}",
            "aksi": {"teks": f"Ya, {teks[0].lower()}{teks[1:]}", "kalimat": kalimat},
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/pegawai/usulan_putuskan.html", isi)

    def bukti(self, request: HttpRequest, pk: int, mana: str) -> HttpResponse:
        """The evidence as a download; the trail says who took it."""
        usulan = self.get_object(request, str(pk))
        bukti = getattr(usulan, mana) if mana in ("bukti", "kertas") else None
        if bukti is None:
            raise Http404
        try:
            isi = buka_bukti(
                bukti=bukti,
                pegawai_id=usulan.pegawai_id,
                pengguna=request.user,
                kanal=KANAL,
                keperluan=f"Usul perbaikan data nomor {pk}",
            )
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[pk]))
        return unduhan_bukti(bukti, isi)


def _putuskan(request: HttpRequest, fungsi: Callable[..., Any], pk: int, form: FormCatatan) -> bool:
    try:
        fungsi(
            usulan_id=pk,
            versi=form.cleaned_data["versi"],
            catatan=form.cleaned_data["catatan"],
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    return True


def _berlaku(usulan: UsulanPerubahan, kode: str) -> bool:
    """Which buttons stand there: BKN's data is passed on before it is accepted."""
    menunggu, di_bkn = usulan.status == StatusUsulan.MENUNGGU, usulan.status == StatusUsulan.MENUNGGU_BKN
    if kode == "terima":
        return di_bkn or (menunggu and usulan.pemilik == PemilikData.INSTANSI)
    return menunggu or (di_bkn and kode == "kembalikan")


def _dengan_tangan(usulan: UsulanPerubahan) -> bool:
    r = rekam(usulan.rekam)
    return any(not r.kolom_bernama(nama).ditulis for nama in usulan.usul)


def _url_catatan(usulan: UsulanPerubahan) -> str:
    """Where HR corrects by hand what the system does not write."""
    r = rekam(usulan.rekam)
    if r.tentang_orang:
        return reverse("admin:pegawai_pegawai_change", args=[usulan.pegawai_id])
    if usulan.objek_id == 0:
        return f"{reverse(f'{r.nama_url}_add')}?pegawai={usulan.pegawai_id}"
    return reverse(f"{r.nama_url}_change", args=[usulan.objek_id])


def _sekarang(usulan: UsulanPerubahan) -> list[tuple[str, str]]:
    """Columns that stand differently from when the request was made."""
    r, objek, kini = baris_kini(usulan)
    if objek is None:
        return []
    return [
        (r.kolom_bernama(nama).label, r.kolom_bernama(nama).teks(kini[nama], objek))
        for nama, lama in usulan.lama.items()
        if kini[nama] not in (lama, usulan.usul[nama])
    ]


@daftarkan_antrean(15)
def antrean_usulan(request: HttpRequest) -> Iterator[Tugas]:
    """Requests that wait for HR, those past 3 x 24 hours first."""
    if not wewenang(request).mengelola:
        return
    url = reverse(f"{NAMA}_changelist")
    semua = UsulanPerubahan.objects.dikelola(request.user)
    menunggu, kini = waiting(semua), timezone.now()
    for kode, judul, kelas in (
        (SaringBatas.LEWAT, "Usul perbaikan data lewat 3 × 24 jam", "salah"),
        (SaringBatas.SEGERA, "Usul perbaikan data, batas kurang dari 24 jam", "perlu"),
        (SaringBatas.LAIN, "Usul perbaikan data menunggu pemeriksaan", ""),
    ):
        jumlah = SaringBatas.pilih(menunggu, kode, kini).count()
        yield Tugas("Perlu tindakan Anda", judul, jumlah, f"{url}?batas={kode}", "", kelas)
    bkn = semua.filter(status=StatusUsulan.MENUNGGU_BKN).count()
    tujuan = f"{url}?status={StatusUsulan.MENUNGGU_BKN.value}"
    yield Tugas("Perbaikan data", "Usul perbaikan data menunggu BKN", bkn, tujuan)


daftarkan_menu(
    "Pegawai",
    "Usul perbaikan data",
    f"{NAMA}_changelist",
    boleh=lambda w: w.mengelola or w.membantu,
)
# The work of an operator; HR has it as a button of the list of requests.
daftarkan_menu(
    "Pegawai",
    "Isikan untuk pegawai lain",
    f"{NAMA}_isikan",
    boleh=lambda w: w.membantu and not w.mengelola,
    urutan=51,
)
