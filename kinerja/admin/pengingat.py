"""*Kirim pengingat*: what a press would do, the press, text for a broadcast, and whether it helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from kinerja.admin.pantau import judul_saring, read_choice
from kinerja.enums import BERJALAN, JenisPesan, Nasib
from kinerja.kamus import LABEL
from kinerja.kamus.pengingat import DAMPAK_SEDIKIT, dampak_teks, templat_wa
from kinerja.models import KirimanPesan, SiklusPenilaian
from kinerja.reports.dampak import Dampak, effects
from kinerja.services.pengingat import manual_letters, phone_numbers, preview_manual, send_manual
from kinerja.services.tenggat import day_text
from kinerja.services.timbang_pesan import Timbang
from pegawai.services.profil import moment_text


class HalamanPengingat:
    """Mixed into the admin of cycles, beside HalamanPantau."""

    admin_site: Any
    get_object: Any
    boleh_atur: Any

    def url_pengingat(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/pengingat/", lindungi(self.pengingat), name="kinerja_siklus_pengingat"),
            path("<int:pk>/pengingat/wa/", lindungi(self.pengingat_wa), name="kinerja_siklus_pengingat_wa"),
            path("<int:pk>/dampak/", lindungi(self.dampak), name="kinerja_siklus_dampak"),
        ]

    def pengingat(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The preview; its button sends to exactly the number it shows."""
        siklus = self._diingatkan(request, pk)
        t = read_choice(request, siklus)
        balik = reverse("admin:kinerja_siklus_pantau", args=[pk])
        if request.method == "POST":
            try:
                hasil = send_manual(siklus=siklus, peserta=t.orang, actor=request.user, at=t.at)
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            else:
                _laporkan(request, hasil)
            return HttpResponseRedirect(balik)
        timbang = preview_manual(siklus=siklus, peserta=t.orang, at=t.at)
        surat = manual_letters(siklus, t.orang, t.at)
        hitung = Counter(x.nasib for x in timbang)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Kirim pengingat",
            "siklus": siklus,
            "saring": judul_saring(t.saring),
            "remah": [(siklus.nama, balik), ("Kirim pengingat", "")],
            "jumlah": hitung[Nasib.KIRIM],
            "belum": len(timbang),
            "nasib": [{"teks": LABEL[Nasib][n], "jumlah": hitung[n]} for n in Nasib if hitung[n]],
            "terbit": _terbit(siklus, timbang),
            "terakhir": _terakhir(siklus),
            "contoh": surat[0] if surat else None,
            "teks": f"Kirim pengingat ke {kata.bilangan(hitung[Nasib.KIRIM])} pegawai",
            "url_balik": balik,
            "url_wa": f"{reverse('admin:kinerja_siklus_pengingat_wa', args=[pk])}?{request.GET.urlencode()}",
        }
        return TemplateResponse(request, "admin/kinerja/pengingat.html", isi)

    def pengingat_wa(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Text and numbers for a broadcast that an operator sends by hand; nothing is sent from here."""
        siklus = self._diingatkan(request, pk)
        t = read_choice(request, siklus)
        nomor = phone_numbers(preview_manual(siklus=siklus, peserta=t.orang, at=t.at))
        catat_baca(pengguna=request.user, pegawai_ids=nomor, kanal=KANAL, tindakan="unduh_wa")
        batas = day_text(siklus.akhir_pengisian, siklus.instansi.zona_waktu)
        teks = templat_wa(siklus.nama, batas, request.build_absolute_uri("/"))
        jawaban = HttpResponse(
            f"{teks}\n\nNomor ({len(nomor)}):\n" + "\n".join(nomor.values()) + "\n",
            content_type="text/plain; charset=utf-8",
        )
        jawaban["Content-Disposition"] = f'attachment; filename="pesan-siklus-{siklus.pk}.txt"'
        return jawaban

    def dampak(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Whether messages helped: only numbers, also for auditors."""
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        pantau = reverse("admin:kinerja_siklus_pantau", args=[pk])
        isi = {
            **self.admin_site.each_context(request),
            "title": "Apakah pengingat membantu?",
            "siklus": siklus,
            "remah": [(siklus.nama, pantau), ("Apakah pengingat membantu?", "")],
            "baris": [_baris(d) for d in effects(siklus)],
            "url_balik": pantau,
        }
        return TemplateResponse(request, "admin/kinerja/dampak.html", isi)

    def _diingatkan(self, request: HttpRequest, pk: int) -> SiklusPenilaian:
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        if not self.boleh_atur(request, siklus) or siklus.status not in BERJALAN:
            raise Http404
        return siklus


def _laporkan(request: HttpRequest, hasil: dict[Nasib, int]) -> None:
    if hasil[Nasib.KIRIM]:
        messages.success(request, f"Pengingat untuk {kata.bilangan(hasil[Nasib.KIRIM])} pegawai tersimpan.")
    else:
        messages.warning(request, "Tidak ada pengingat yang dikirim. Semua sudah menerima, atau tidak boleh.")


def _terbit(siklus: SiklusPenilaian, timbang: Sequence[Timbang]) -> str:
    """When the first of them may be read, on the clock of the instansi."""
    pada = [t.pada for t in timbang if t.nasib is Nasib.KIRIM]
    return moment_text(min(pada), siklus.instansi.zona_waktu) if pada else ""


def _terakhir(siklus: SiklusPenilaian) -> str:
    kiriman = KirimanPesan.objects.filter(siklus=siklus).first()
    if kiriman is None:
        return "Belum pernah ada pengingat pada siklus ini."
    pada = moment_text(kiriman.pada, siklus.instansi.zona_waktu)
    jenis = LABEL[JenisPesan][JenisPesan(kiriman.jenis)].lower()
    return f"Pengingat terakhir {pada}: {jenis}, ke {kata.bilangan(kiriman.jumlah)} pegawai."


def _baris(d: Dampak) -> dict[str, Any]:
    s, n = d.selisih, (d.dikirim[1], d.pembanding[1])
    teks = dampak_teks(s.beda, s.bawah, s.atas, n, jelas=s.jelas) if s else DAMPAK_SEDIKIT
    return {
        "jenis": LABEL[JenisPesan][d.jenis],
        "dikirim": f"{kata.bilangan(d.dikirim[0])} dari {kata.bilangan(d.dikirim[1])}",
        "pembanding": f"{kata.bilangan(d.pembanding[0])} dari {kata.bilangan(d.pembanding[1])}",
        "teks": teks,
        "kelas": "" if s is None or not s.jelas else ("ok" if s.beda > 0 else "salah"),
    }
