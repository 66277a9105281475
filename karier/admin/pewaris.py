"""Pewaris pengetahuan: whose rare knowledge leaves within five years, and who could learn it from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, halaman_ke, lewati_dari
from karier.models import JabatanKritikal
from karier.rules.pewaris import CAKRAWALA, Warisan
from karier.services.pewaris import PetaPewaris, names_of, narrowed, per_horizon, read_heirs
from karier.services.pewaris_usul import HasilPewaris, Pilihan, heirs_shown, propose_heirs
from mentoring.admin.profil import DISEBUT
from pegawai.admin.lingkup import instansi_dikelola, isian, isian_unit, unit_terpilih
from pegawai.models import Pegawai
from pegawai.services.kompetensi_baca import posts_of

SEHALAMAN: Final = 50
JUDUL: Final = "Pewaris pengetahuan"
_NAMA: Final = "admin:karier_komitetalenta"


class HalamanPewaris:
    """Mixed into the admin of committees."""

    admin_site: Any
    has_module_permission: Any

    def urls_pewaris(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("pewaris/", lindungi(require_safe(self.pewaris)), name="karier_komitetalenta_pewaris"),
            path(
                "pewaris/usulkan/",
                lindungi(require_POST(self.usulkan_pewaris)),
                name="karier_komitetalenta_usulkan",
            ),
        ]

    def pewaris(self, request: HttpRequest) -> HttpResponse:
        if not self.has_module_permission(request):
            raise Http404
        (instansi, _), per = instansi_dikelola(request), timezone.localdate()
        unit, tahun = unit_terpilih(request), bilangan(request.GET.get("tahun"))
        tahun = tahun if tahun in CAKRAWALA else None
        peta = read_heirs(instansi.pk, per=per)
        semua = narrowed(peta, tahun=tahun, unit=unit) if peta else []
        lewati = lewati_dari(request, "mulai")
        baris = semua[lewati : lewati + SEHALAMAN]
        nama = names_of(baris)
        catat_baca(pengguna=request.user, pegawai_ids=nama, kanal=KANAL, keperluan=JUDUL)
        pilihan = [(str(t), f"Dalam {t} tahun") for t in CAKRAWALA]
        tampil = _rows(request, peta, baris, nama) if peta else []
        isi = {
            **self.admin_site.each_context(request),
            "title": JUDUL,
            "remah": [(JUDUL, "")],
            "peta": peta,
            "ubin": per_horizon(semua),
            "baris": tampil,
            "dapat": any(p.nilai for b in tampil for p in b["pewaris"]),
            "halaman": halaman_ke(
                request, "mulai", lewati=lewati, tampil=len(baris), semua=len(semua), per=SEHALAMAN
            ),
            "isian": [
                isian("tahun", "Pensiun", str(tahun or ""), pilihan),
                isian_unit(request, unit),
            ],
            "tersimpan": [("instansi", instansi.pk)] if "instansi" in request.GET else [],
            "url_hapus_saringan": request.path if request.GET else "",
            "url_usulkan": _with_filters(request, f"{_NAMA}_usulkan", instansi.pk),
        }
        return TemplateResponse(request, "admin/karier/pewaris.html", isi)

    def usulkan_pewaris(self, request: HttpRequest) -> HttpResponse:
        """*Usulkan pasangan*."""
        if not self.has_module_permission(request):
            raise Http404
        instansi, _ = instansi_dikelola(request)
        pilihan = [p for teks in request.POST.getlist("pilih") if (p := _choice(teks)) is not None]
        if pilihan:
            _tell(
                request,
                propose_heirs(instansi=instansi, pilihan=pilihan, actor=request.user, at=timezone.now()),
            )
        else:
            messages.error(request, "Pilih sedikitnya satu pasangan.")
        return HttpResponseRedirect(_with_filters(request, f"{_NAMA}_pewaris", instansi.pk))


def _with_filters(request: HttpRequest, nama: str, instansi_id: int) -> str:
    """A press is about the instansi and the people that were shown."""
    g = request.GET.copy()
    g["instansi"] = str(instansi_id)
    return f"{reverse(nama)}?{g.urlencode()}"


def _choice(teks: str) -> Pilihan | None:
    """What a ticked box says; None for anything else."""
    bagian = teks.split("|")
    if len(bagian) != 3:
        return None
    senior, pewaris = bilangan(bagian[0]), bilangan(bagian[2])
    return None if senior is None or pewaris is None else Pilihan(senior, bagian[1], pewaris)


def _tell(request: HttpRequest, hasil: Sequence[HasilPewaris]) -> None:
    """What happened, a line per pair; what is left of a long list stands in the rows."""
    for h in hasil[:DISEBUT]:
        (messages.success if h.berubah else messages.warning)(request, h.teks)
    if len(hasil) > DISEBUT:
        messages.info(
            request, f"Dan {len(hasil) - DISEBUT} pasangan lagi; keadaannya tertulis pada barisnya."
        )


def _rows(
    request: HttpRequest, peta: PetaPewaris, baris: Sequence[Warisan], nama: dict[int, tuple[str, str]]
) -> list[dict[str, Any]]:
    """In words. Which post is critical is told only to whoever may read about it."""
    kritikal = _critical(request, {w.pemegang.kunci for w in baris})
    pewaris = heirs_shown(baris, nama, actor=request.user)
    return [
        {
            "nama": nama[w.pemegang.kunci][0],
            "nip": nama[w.pemegang.kunci][1],
            "kompetensi": f"{peta.kompetensi[w.pemegang.kompetensi]} level {w.pemegang.level}",
            "unit": peta.unit.get(w.pemegang.unit, "Unit kerja belum dicatat"),
            "pensiun": kata.tanggal(w.pemegang.pensiun) if w.pemegang.pensiun else "",
            "tahun": w.tahun,
            "kelas": "perlu" if w.tahun == CAKRAWALA[0] else "",
            "sisa": _left(w),
            "mentor": (w.pemegang.kunci, w.pemegang.kompetensi) in peta.bersedia,
            "kritikal": w.pemegang.kunci in kritikal,
            "pewaris": semua,
        }
        for w, semua in zip(baris, pewaris, strict=True)
    ]


def _left(w: Warisan) -> str:
    di_instansi = f"{w.sisa} orang di instansi" if w.sisa else "tidak ada lagi di instansi"
    return f"{w.sisa_unit or 'tidak ada'} di unit ini, {di_instansi}"


def _critical(request: HttpRequest, pegawai_ids: set[int]) -> set[int]:
    """Who holds a critical post: that of their unit, not the same one elsewhere."""
    boleh = JabatanKritikal.objects.visible_to(request.user).filter(aktif=True)
    ada = set(boleh.values_list("unit_id", "jabatan_id"))
    if not ada:
        return set()
    unit = dict(Pegawai.objects.filter(pk__in=pegawai_ids).values_list("pk", "unit_id"))
    pos = posts_of(pegawai_ids, per=timezone.localdate())
    return {pk for pk, j in pos.items() if (unit.get(pk), j.pk) in ada}
