"""*Kebutuhan pengembangan* (H13): from the gaps of a government to its plan, in four clicks."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from karier.admin.kebutuhan_bersama import (
    BELUM_ADA,
    HALAMAN,
    JUDUL,
    SASARAN,
    USUL,
    address,
    needs_for_plan,
    needs_of,
    seen,
    seen_mark,
    tahun_dari,
    years_ahead,
)
from karier.admin.kebutuhan_sasaran import HalamanSasaran
from karier.reports.rencana import asked_for
from karier.services.kebutuhan_instansi import BarisCelah, KebutuhanInstansi, gaps_by_unit, top_gaps
from karier.services.usul_rencana import UsulRencana, plan_source_of, suggest_from_plans, suggest_plan
from pegawai.admin.lingkup import instansi_terpilih
from pegawai.models import Instansi
from pelatihan.forms.rencana import BarisButir, KumpulanButir, name_of_fund
from pelatihan.kamus.rencana import CARA_URUT, above_pagu
from pelatihan.models import RencanaTahunan
from pelatihan.rules.rencana import running_total
from pelatihan.services.hcdp import Pasokan, supply
from pelatihan.services.rencana import latest_plan, save_proposal

#: Where scenarios of who goes to what are computed.
SKENARIO: Final = "admin:pelatihan_skenarioalokasi_changelist"
#: `dari` in the address: the proposal is made out of agreed individual plans.
DARI_IDP: Final = "idp"


class HalamanKebutuhan(HalamanSasaran):
    """Mixed into the admin of runs: everything here rests on the last one."""

    admin_site: Any

    def urls_kebutuhan(self) -> list[URLPattern]:
        lindungi, dasar = self.admin_site.admin_view, "kebutuhan/"
        return [
            path(dasar, lindungi(self.kebutuhan), name="karier_kebutuhan"),
            path(f"{dasar}usul/", lindungi(self.usul_rencana), name="karier_kebutuhan_usul"),
            path(f"{dasar}sasaran/", lindungi(self.usul_sasaran), name="karier_kebutuhan_sasaran"),
        ]

    def kebutuhan(self, request: HttpRequest) -> HttpResponse:
        """Counts of people only, so the auditor reads them too."""
        instansi, pilihan = instansi_terpilih(request)
        k = needs_of(instansi)
        isi: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": JUDUL,
            "instansi": instansi,
            "pilihan": pilihan,
            "belum_ada": BELUM_ADA,
            "k": k,
            "url_jalankan": reverse("admin:karier_runevaluasi_jalankan"),
            "url_skenario": reverse(SKENARIO) if wewenang(request).mengelola else "",
        }
        if k is not None:
            pasokan = supply(instansi.pk)
            celah = top_gaps(k)
            isi |= {
                "celah": [_gap_row(b, celah[0].orang, pasokan.get(b.kunci)) for b in celah],
                "unit": gaps_by_unit(k),
                "orang": kata.bilangan(len(k)),
                "dinilai": kata.bilangan(k.dinilai),
                "semua": kata.bilangan(k.run.jumlah_pegawai),
                "aksi": _acts(instansi) if wewenang(request).mengelola and len(k) else [],
            }
        return TemplateResponse(request, "admin/karier/kebutuhan.html", isi)

    # -- the plan of a year -------------------------------------------------------------------------

    def usul_rencana(self, request: HttpRequest) -> HttpResponse:
        """The proposal, to be ordered and changed; nothing is stored before it is saved."""
        instansi, k = needs_for_plan(request)
        if k is None:
            return HttpResponseRedirect(address(HALAMAN, instansi))
        tahun = tahun_dari(request)
        usul, sumber = _proposed(request, k, tahun)
        isian = KumpulanButir(dikirim(request), baris=_lines(usul), pagu=usul.pagu)
        ada = latest_plan(instansi.pk, tahun)
        galat: list[str] = []
        if request.method == "POST":
            rencana, galat = _save(request, instansi, tahun, sumber, isian)
            if rencana is not None:
                messages.success(request, f"{rencana} disimpan sebagai draf.")
                tujuan = reverse("admin:pelatihan_rencanatahunan_change", args=[rencana.pk])
                return HttpResponseRedirect(tujuan)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Usul rencana {tahun}",
            "remah": [(JUDUL, address(HALAMAN, instansi)), (f"Usul rencana {tahun}", "")],
            "instansi": instansi,
            "tahun": tahun,
            "tahun_lain": [t for t in years_ahead() if t != tahun],
            "sumber": sumber,
            "dari": request.GET.get("dari", ""),
            "ada": ada,
            "dilihat": seen_mark(ada),
            "galat": galat,
            "cara_urut": CARA_URUT,
            "ubah": True,
            **_shown(usul, isian),
        }
        return TemplateResponse(request, "admin/karier/kebutuhan_usul.html", isi)


def _proposed(request: HttpRequest, k: KebutuhanInstansi, tahun: int) -> tuple[UsulRencana, str]:
    """Out of the agreed plans of people when that is asked for, else out of gaps; and the source in words."""
    if request.GET.get("dari") != DARI_IDP:
        return suggest_plan(k, tahun=tahun), k.sumber
    return suggest_from_plans(k.run.instansi_id, tahun=tahun), plan_source_of(k.run.instansi_id, tahun)


def _acts(instansi: Instansi) -> list[dict[str, str]]:
    """What HR may do from here. From plans of people as soon as one of next year is agreed; gaps remain."""
    ada = asked_for(instansi.pk, years_ahead()[1]).rencana
    dari = [{"teks": "Susun usul dari IDP", "url": address(USUL, instansi, dari=DARI_IDP)}] if ada else []
    return [
        *dari,
        {"teks": "Susun usul dari celah", "url": address(USUL, instansi)},
        {"teks": "Susun sasaran lima tahun", "url": address(SASARAN, instansi)},
    ]


def _gap_row(b: BarisCelah, terbanyak: int, pasokan: Pasokan | None) -> dict[str, Any]:
    return {
        "nama": b.nama,
        "orang": b.orang,
        "tingkat": kata.bilangan(b.tingkat),
        "bagian": b.bagian,
        "terbanyak": terbanyak,
        "pasokan": _supply(pasokan),
    }


def _supply(p: Pasokan | None) -> str:
    if p is None:
        return "Belum ada pelatihan"
    kursi = "kursi tidak dibatasi" if p.kursi is None else f"{kata.bilangan(p.kursi)} kursi setahun"
    return f"{p.program} pelatihan, {kursi}"


# -- the proposal ---------------------------------------------------------------------------------------


def _lines(usul: UsulRencana) -> list[BarisButir]:
    return [
        BarisButir(
            b.pelatihan.pk,
            b.pelatihan.nama,
            b.pelatihan.biaya,
            b.peserta,
            b.biaya,
            b.pagu_id,
            b.bulan,
            b.alasan,
        )
        for b in usul.butir
    ]


def _save(
    request: HttpRequest, instansi: Instansi, tahun: int, sumber: str, isian: KumpulanButir
) -> tuple[RencanaTahunan | None, list[str]]:
    """The stored plan, or what is amiss."""
    if not isian.is_valid():
        return None, isian.galat
    try:
        rencana = save_proposal(
            instansi=instansi,
            tahun=tahun,
            butir=isian.butir(),
            sumber=sumber,
            dilihat=seen(request),
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        return None, [salah.kalimat]
    return rencana, []


def _shown(usul: UsulRencana, isian: KumpulanButir) -> dict[str, Any]:
    """The lines with the running total, beside what may be spent."""
    batas = sum(p.jumlah for p in usul.pagu)
    jalan = running_total([b.biaya for b in usul.butir], batas)
    jumlah = jalan[-1].jumlah if jalan else 0
    nama = {p.pk: name_of_fund(p) for p in usul.pagu}
    return {
        "jumlah": kata.rupiah(jumlah),
        "batas": kata.rupiah(batas),
        "persen": min(100 * jumlah // batas, 100) if batas else 0,
        "lewat": above_pagu(jumlah, batas),
        "dana": [],
        "ada_pagu": bool(usul.pagu),
        "baris": [
            {
                "form": f, "nama": b.pelatihan.nama, "alasan": b.alasan, "jp": b.pelatihan.jp,
                "peserta": b.peserta, "biaya": kata.rupiah(b.biaya), "jalan": kata.rupiah(j.jumlah),
                "lewat": j.lewat, "dana": nama.get(b.pagu_id or 0, "Belum"), "bulan": kata.BULAN[b.bulan - 1],
            }
            for f, b, j in zip(isian.forms, usul.butir, jalan, strict=True)
        ],
    }  # fmt: skip


daftarkan_menu("Pengembangan", JUDUL, HALAMAN, boleh=lambda w: w.instansi_penuh, urutan=10)
