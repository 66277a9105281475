"""The page that asks for the reason of one decision, and what the decision rests on."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import dikirim, wewenang
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.forms.keputusan import FormKeputusan
from karier.kamus import LABEL
from karier.models import Rekomendasi
from karier.services.catatan_putusan import notes_of, rules_behind
from karier.services.jejak_keputusan import tujuan_usulan
from karier.services.keadaan import read_outcomes
from karier.services.pencocokan import SaranPengembangan, suggest_development
from karier.services.rekomendasi import PERALIHAN, putuskan_rekomendasi

_JUDUL: Final = {
    JenisKeputusan.TETAPKAN: "Tetapkan {nama} sebagai usulan?",
    JenisKeputusan.TUNDA: "Tunda rekomendasi untuk {nama}?",
    JenisKeputusan.TOLAK: "Tolak rekomendasi untuk {nama}?",
    JenisKeputusan.URUNGKAN: "Urungkan keputusan untuk {nama}?",
}
_TEKS: Final = {
    JenisKeputusan.TETAPKAN: "Ya, tetapkan sebagai usulan",
    JenisKeputusan.TUNDA: "Ya, tunda",
    JenisKeputusan.TOLAK: "Ya, tolak dengan alasan",
    JenisKeputusan.URUNGKAN: "Ya, urungkan",
}
KALIMAT: Final = {
    JenisKeputusan.TETAPKAN: "Pegawai melihatnya di portal. Nama Anda tercatat sebagai pengusul.",
    JenisKeputusan.TUNDA: "Rekomendasi tetap tersimpan dan dapat diputuskan kemudian.",
    JenisKeputusan.TOLAK: "Pegawai dapat membaca alasan penolakan di portal.",
    JenisKeputusan.URUNGKAN: "Rekomendasi kembali menunggu keputusan, atau gugur bila waktu pengusulannya "
    "sudah ditutup. Keputusan sebelumnya tetap tercatat.",
}


class HalamanPutusan:
    """Mixed into the admin of recommendations."""

    admin_site: Any
    get_object: Any
    dikelola: Any

    def putuskan(self, request: HttpRequest, pk: int, jenis: str) -> HttpResponse:
        """The confirm page and, after the press, one call of the service."""
        rekomendasi = self.get_object(request, str(pk))
        if jenis not in set(JenisKeputusan) or not self.boleh(request, rekomendasi):
            raise Http404
        putusan = JenisKeputusan(jenis)
        balik = dasar_putusan(rekomendasi)
        form = FormKeputusan(dikirim(request), jenis=putusan, initial={"versi": rekomendasi.versi})
        if request.method == "POST" and form.is_valid() and self._simpan(request, rekomendasi, putusan, form):
            messages.success(request, f"Keputusan tersimpan: {LABEL[JenisKeputusan][putusan]}.")
            return HttpResponseRedirect(balik)
        return self._halaman(request, rekomendasi, putusan, form, balik)

    def _simpan(
        self, request: HttpRequest, rekomendasi: Rekomendasi, putusan: JenisKeputusan, form: FormKeputusan
    ) -> bool:
        try:
            putuskan_rekomendasi(
                rekomendasi_id=rekomendasi.pk,
                jenis=putusan,
                alasan=form.cleaned_data["alasan"],
                actor=request.user,
                at=timezone.now(),
                versi=form.cleaned_data["versi"],
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return False
        return True

    def _halaman(
        self,
        request: HttpRequest,
        rekomendasi: Rekomendasi,
        putusan: JenisKeputusan,
        form: FormKeputusan,
        balik: str,
    ) -> HttpResponse:
        nama = str(rekomendasi.pegawai)
        isi = {
            **self.admin_site.each_context(request),
            "title": _JUDUL[putusan].format(nama=nama),
            "remah": [
                ("Rekomendasi", reverse("admin:karier_rekomendasi_changelist")),
                (nama, balik),
                (LABEL[JenisKeputusan][putusan], ""),
            ],
            "aksi": {
                "judul": _JUDUL[putusan].format(nama=nama),
                "kalimat": KALIMAT[putusan],
                "teks": _TEKS[putusan] if _bisa(rekomendasi, putusan) else "",
                "bahaya": putusan is JenisKeputusan.TOLAK,
            },
            "orang": {
                "nama": nama,
                "url": balik,
                "keterangan": f"{rekomendasi.get_jenis_display()}: {tujuan_usulan(rekomendasi)}, "
                f"{kata.tanggal(rekomendasi.periode)}. Sekarang: {rekomendasi.get_status_display()}.",
                "perhatian": self._perhatian(rekomendasi, putusan),
            },
            "aturan": rules_behind([rekomendasi]),
            "saran": self.saran(request, rekomendasi),
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/karier/rekomendasi_putuskan.html", isi)

    def _perhatian(self, rekomendasi: Rekomendasi, putusan: JenisKeputusan) -> list[str]:
        """What whoever decides has to know first."""
        tertutup = (
            [] if _bisa(rekomendasi, putusan) else ["Langkah ini tidak tersedia untuk keadaan sekarang."]
        )
        return [*tertutup, *notes_of([rekomendasi]).get(rekomendasi.pk, [])]

    def saran(self, request: HttpRequest, rekomendasi: Rekomendasi) -> SaranPengembangan | None:
        """What a development need rests on; levels of an assessment are for whoever decides."""
        if rekomendasi.jenis != JenisRekomendasi.PENGEMBANGAN or not self.boleh(request, rekomendasi):
            return None
        pegawai, per = rekomendasi.pegawai, timezone.localdate()
        keadaan = read_outcomes([pegawai.pk], instansi_id=pegawai.instansi_id, per=per)[pegawai.pk]
        return suggest_development(pegawai=pegawai, keadaan=keadaan, per=per)

    def boleh(self, request: HttpRequest, rekomendasi: Rekomendasi) -> bool:
        return wewenang(request).mengelola and self.dikelola(request, rekomendasi)


def dasar_putusan(rekomendasi: Rekomendasi) -> str:
    """The page that shows what the recommendation rests on."""
    if rekomendasi.jenis == JenisRekomendasi.PENGEMBANGAN:
        return reverse("admin:karier_rekomendasi_change", args=[rekomendasi.pk])
    return reverse(
        "admin:karier_runevaluasi_orang", args=[rekomendasi.run_terakhir_id, rekomendasi.pegawai_id]
    )


def _bisa(rekomendasi: Rekomendasi, putusan: JenisKeputusan) -> bool:
    return (StatusRekomendasi(rekomendasi.status), putusan) in PERALIHAN
