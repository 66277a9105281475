"""What HR does to a cycle, each step a page of its own that says what will happen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan, tanggal
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import dikirim, wewenang
from karier.forms.siklus import TUTUP, FormPerpanjang, FormSisa
from kinerja.admin.buka import consequences, obstacles
from kinerja.enums import StatusPenilaian
from kinerja.models import SiklusPenilaian
from kinerja.services.baris_nilai import rows_of
from kinerja.services.pembukaan import opening_state
from kinerja.services.pengumuman import announce
from kinerja.services.siklus import close_siklus, extend_siklus, open_siklus, start_penetapan
from kinerja.services.sisa import unfinished
from pegawai.models import Pegawai

#: What *Perpanjang batas* at the closing gives those who are not done.
PERPANJANGAN = timedelta(days=5)


class LangkahSiklus(AdminLihat):
    """Open, extend, start penetapan, announce, close."""

    # -- steps ------------------------------------------------------------------------------------------

    def buka(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        banyak = Pegawai.objects.of_instansi(siklus.instansi_id).count()
        aksi = {
            "judul": f"Buka {siklus.nama}?",
            "kalimat": f"Batas penilaian {tanggal(siklus.batas_penilaian)}. "
            "Sesudahnya atasan masih dapat menilai sampai Anda menutup siklus.",
            "teks": f"Ya, buka untuk {bilangan(banyak)} pegawai",
        }
        keadaan = opening_state(siklus, timezone.now())
        return self._langkah(
            request, siklus, aksi, forms.Form, lambda isi: open_siklus(siklus=siklus, **saat(request)),
            "Siklus dibuka. Pengingat berjalan sendiri.", ke=url_langkah("pantau", pk),
            akibat=consequences(siklus, keadaan), halangan=obstacles(siklus, keadaan),
        )  # fmt: skip

    def perpanjang(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Perpanjang batas {siklus.nama}?",
            "kalimat": f"Batas sekarang {tanggal(siklus.batas_penilaian)}.",
            "teks": "Perpanjang batas",
        }
        return self._langkah(
            request, siklus, aksi, FormPerpanjang,
            lambda isi: extend_siklus(siklus=siklus, **isi, **saat(request)), "Batas diperpanjang.",
        )  # fmt: skip

    def penetapan(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Mulai penetapan {siklus.nama}?",
            "kalimat": f"{_terkirim(siklus)} penilaian sudah dikirim dan menunggu pengumuman.",
            "teks": "Ya, mulai penetapan",
        }
        akibat = [
            "Sesi kalibrasi dapat dibuka. Sesi hanya mengusulkan perubahan.",
            "Atasan penilai mengubah ratingnya sendiri, dengan alasan, sampai hasil diumumkan.",
            "Penilaian yang terlambat masih diterima.",
        ]
        return self._langkah(
            request, siklus, aksi, forms.Form, lambda isi: start_penetapan(siklus=siklus, **saat(request)),
            "Penetapan dimulai.", akibat=akibat,
        )  # fmt: skip

    def umumkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        banyak = _terkirim(siklus)
        aksi = {
            "judul": f"Umumkan hasil {siklus.nama}?",
            "kalimat": f"{banyak} penilaian menjadi hasil pada saat yang sama.",
            "teks": f"Ya, umumkan {banyak} hasil",
        }
        akibat = [
            "Setiap pegawai membaca predikat dan kalimat atasannya.",
            "Masa keberatan mulai dihitung.",
            "Sesudah ini rating tidak diubah lagi. Penilaian yang dikirim kemudian langsung menjadi hasil.",
        ]
        return self._langkah(
            request, siklus, aksi, forms.Form, lambda isi: [announce(siklus=siklus, **saat(request))],
            "Hasil diumumkan.", akibat=akibat,
        )  # fmt: skip

    def tutup(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Who is done and who is not; more days for them, or on to the last question."""
        siklus = self._dikelola_atau_404(request, pk)
        sisa = unfinished(siklus)
        awal = {"batas_dibaca": siklus.batas_penilaian}
        form = FormSisa(dikirim(request), initial=awal) if sisa else None
        if request.method == "POST" and (form is None or form.is_valid()):
            tujuan = self._sisa(request, siklus, form)
            if tujuan:
                return HttpResponseRedirect(tujuan)
        balik = reverse("admin:kinerja_sikluspenilaian_change", args=[pk])
        isi = {
            "title": f"Tutup {siklus.nama}",
            "remah": [(siklus.nama, balik), ("Tutup siklus", "")],
            "siklus": siklus,
            "selesai": Pegawai.objects.of_instansi(siklus.instansi_id).count() - sum(s.jumlah for s in sisa),
            "sisa": sisa,
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(
            request, "admin/kinerja/siklus_tutup.html", {**self.admin_site.each_context(request), **isi}
        )

    def _sisa(self, request: HttpRequest, siklus: SiklusPenilaian, form: FormSisa | None) -> str:
        """Where it goes on after the choice about those who are not done; empty when it was refused."""
        catatan = form.cleaned_data["catatan"] if form else ""
        if form is None or form.cleaned_data["pilihan"] == TUTUP:
            # Not in the address, which is logged: the words may be about people.
            request.session[_kunci_catatan(siklus.pk)] = catatan
            return url_langkah("pasti", siklus.pk)
        batas = max(form.cleaned_data["batas_dibaca"], timezone.localdate()) + PERPANJANGAN
        isi: dict[str, Any] = {"siklus": siklus, "batas_penilaian": batas, "alasan": catatan}
        if self._coba(request, form, lambda _: extend_siklus(**isi, **saat(request))) is None:
            return ""
        messages.success(request, f"Batas penilaian diperpanjang sampai {tanggal(batas)}.")
        return reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk])

    def pasti(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The last question; after it nothing is rated any more."""
        siklus = self._dikelola_atau_404(request, pk)
        catatan = request.session.get(_kunci_catatan(pk), "")
        aksi = {
            "judul": f"Tutup {siklus.nama}?",
            "kalimat": f"{ditetapkan(siklus)} hasil sudah ditetapkan. "
            f"{_terkirim(siklus)} yang menunggu diumumkan sekarang.",
            "teks": "Ya, tutup dan jalankan perhitungan" if siklus.tahunan else "Ya, tutup siklus",
            "bahaya": True,
        }
        akibat = [
            "Penilaian yang belum dikirim tetap draf dan tidak dihitung.",
            "Siklus yang ditutup tidak dibuka lagi.",
        ]
        return self._langkah(
            request, siklus, aksi, forms.Form,
            lambda isi: close_siklus(siklus=siklus, alasan=catatan, **saat(request)),
            f"Siklus ditutup.{' Perhitungan karier dimulai sebentar lagi.' if siklus.tahunan else ''}",
            akibat=akibat, ke=reverse("admin:karier_runevaluasi_changelist") if siklus.tahunan else "",
        )  # fmt: skip

    # -- shared -------------------------------------------------------------------------------------------

    def _dikelola_atau_404(self, request: HttpRequest, pk: int) -> SiklusPenilaian:
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        if not (wewenang(request).mengelola and self.dikelola(request, siklus)):
            raise Http404
        return siklus

    def _langkah(
        self,
        request: HttpRequest,
        siklus: SiklusPenilaian,
        aksi: dict[str, Any],
        kelas_form: type[forms.Form],
        kerjakan: Callable[[dict[str, Any]], Any],
        pesan: str,
        ke: str = "",
        **lain: Any,
    ) -> HttpResponse:
        """A confirm page and, after the press, one call of the service."""
        form = kelas_form(dikirim(request))
        balik = reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk])
        if request.method == "POST" and form.is_valid() and self._coba(request, form, kerjakan) is not None:
            messages.success(request, pesan)
            return HttpResponseRedirect(ke or balik)
        return self._halaman(request, aksi, form=form, balik=balik, **lain)

    def _coba(self, request: HttpRequest, form: forms.Form, kerjakan: Callable[[dict[str, Any]], Any]) -> Any:
        try:
            return kerjakan(form.cleaned_data)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return None

    def _halaman(
        self, request: HttpRequest, aksi: dict[str, Any], *, form: forms.Form, balik: str, **lain: Any
    ) -> HttpResponse:
        isi = {
            **self.admin_site.each_context(request),
            "title": aksi["judul"],
            "remah": [
                ("Siklus penilaian", reverse("admin:kinerja_sikluspenilaian_changelist")),
                (aksi["judul"], ""),
            ],
            "aksi": aksi,
            "form": form,
            "url_balik": balik,
            **lain,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)


def _kunci_catatan(pk: int) -> str:
    """Where the words stand between the choice and the last question."""
    return f"tutup_siklus_{pk}"


def ditetapkan(siklus: SiklusPenilaian) -> int:
    banyak: int = rows_of(siklus).filter(status=StatusPenilaian.DITETAPKAN).count()
    return banyak


def _terkirim(siklus: SiklusPenilaian) -> int:
    banyak: int = rows_of(siklus).filter(status=StatusPenilaian.DIKIRIM).count()
    return banyak


def saat(request: HttpRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}


def url_langkah(langkah: str, pk: int) -> str:
    return reverse(f"admin:kinerja_siklus_{langkah}", args=[pk])
