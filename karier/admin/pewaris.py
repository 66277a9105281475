"""Pewaris pengetahuan: whose rare knowledge leaves within five years, and who could learn it from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, halaman_ke, lewati_dari
from karier.models import JabatanKritikal
from karier.rules.pewaris import CAKRAWALA, Warisan
from karier.services.pewaris import PetaPewaris, names_of, narrowed, per_horizon, read_heirs
from pegawai.admin.lingkup import instansi_terpilih, isian, isian_unit, unit_terpilih
from pegawai.services.kompetensi_baca import posts_of

SEHALAMAN: Final = 50
JUDUL: Final = "Pewaris pengetahuan"


class HalamanPewaris:
    """Mixed into the admin of committees."""

    admin_site: Any
    has_module_permission: Any

    def urls_pewaris(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [path("pewaris/", lindungi(require_safe(self.pewaris)), name="karier_komitetalenta_pewaris")]

    def pewaris(self, request: HttpRequest) -> HttpResponse:
        if not self.has_module_permission(request):
            raise Http404
        (instansi, _), per = instansi_terpilih(request), timezone.localdate()
        unit, tahun = unit_terpilih(request), bilangan(request.GET.get("tahun"))
        tahun = tahun if tahun in CAKRAWALA else None
        peta = read_heirs(instansi.pk, per=per)
        semua = narrowed(peta, tahun=tahun, unit=unit) if peta else []
        lewati = lewati_dari(request, "mulai")
        baris = semua[lewati : lewati + SEHALAMAN]
        nama = names_of(baris)
        catat_baca(pengguna=request.user, pegawai_ids=nama, kanal=KANAL, keperluan=JUDUL)
        pilihan = [(str(t), f"Dalam {t} tahun") for t in CAKRAWALA]
        isi = {
            **self.admin_site.each_context(request),
            "title": JUDUL,
            "remah": [(JUDUL, "")],
            "peta": peta,
            "ubin": per_horizon(semua),
            "baris": _rows(request, peta, baris, nama) if peta else [],
            "halaman": halaman_ke(
                request, "mulai", lewati=lewati, tampil=len(baris), semua=len(semua), per=SEHALAMAN
            ),
            "isian": [
                isian("tahun", "Pensiun", str(tahun or ""), pilihan),
                isian_unit(request, unit),
            ],
            "tersimpan": [("instansi", instansi.pk)] if "instansi" in request.GET else [],
            "url_hapus_saringan": request.path if request.GET else "",
        }
        return TemplateResponse(request, "admin/karier/pewaris.html", isi)


def _rows(
    request: HttpRequest, peta: PetaPewaris, baris: Iterable[Warisan], nama: dict[int, tuple[str, str]]
) -> list[dict[str, Any]]:
    """In words. Which post is critical is told only to whoever may read about it."""
    kritikal = _critical(request, {w.pemegang.kunci for w in baris})
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
            "pewaris": [(nama[p.kunci][0], f"level {p.level}") for p in w.pewaris],
        }
        for w in baris
    ]


def _left(w: Warisan) -> str:
    di_instansi = f"{w.sisa} orang di instansi" if w.sisa else "tidak ada lagi di instansi"
    return f"{w.sisa_unit or 'tidak ada'} di unit ini, {di_instansi}"


def _critical(request: HttpRequest, pegawai_ids: set[int]) -> set[int]:
    boleh = JabatanKritikal.objects.visible_to(request.user).filter(aktif=True)
    ada = set(boleh.values_list("jabatan_id", flat=True))
    if not ada:
        return set()
    return {pk for pk, j in posts_of(pegawai_ids, per=timezone.localdate()).items() if j.pk in ada}
