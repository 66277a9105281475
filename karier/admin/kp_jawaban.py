"""What BKN answered about one person, entered by hand."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import dikirim, wewenang
from karier.admin.kp_bulan import url_bulan
from karier.enums import StatusUsul
from karier.forms.kp import FormKembali, FormKirim, FormSk, FormTidakMemenuhi
from karier.kamus import nama_golongan
from karier.kamus.usul import dokumen_terpisah
from karier.models import UsulKenaikanPangkat
from karier.rules.berkas_usul import dokumen_diminta
from karier.rules.bulan_kp import Tumpukan
from karier.services.bulan_kp import aturan_bulan, hari_ini_instansi
from karier.services.foto_ulang import buka_foto
from karier.services.status_usul import Jawaban, catat_jawaban
from pegawai.services.pangkat import PangkatBaru
from pegawai.views.bukti import unduhan_bukti

_STATUS: Final = {
    "bts": StatusUsul.BTS,
    "ulang": StatusUsul.BTS,
    "tms": StatusUsul.TMS,
    "sk": StatusUsul.SK_TERBIT,
    "kirim": StatusUsul.DIUSULKAN,
}
_TAB: Final = {
    StatusUsul.BTS: Tumpukan.BTS,
    StatusUsul.TMS: Tumpukan.TMS,
    StatusUsul.SK_TERBIT: Tumpukan.SK_TERBIT,
    StatusUsul.DIUSULKAN: Tumpukan.DIUSULKAN,
}
_JUDUL: Final = {
    "bts": "Berkas {nama} dikembalikan BKN",
    "ulang": "Dokumen {nama} mana yang perlu difoto ulang?",
    "tms": "Usul {nama} tidak memenuhi syarat",
    "sk": "SK kenaikan pangkat {nama} terbit",
    "kirim": "Berkas {nama} sudah dikirim ulang?",
}
_KALIMAT: Final = {
    "bts": "Pegawai membaca alasannya di portal dan mengirim foto dokumen itu, atau memeriksa datanya bila "
    "yang keliru data identitas. Usulnya tetap berjalan.",
    "ulang": "Pegawai membaca alasannya di portal dan mengirim foto dokumen itu, atau memeriksa datanya bila "
    "yang keliru data identitas. Foto sebelumnya dihapus.",
    "tms": "Pegawai melihat alasannya di portal. Sesudah ini ia dapat diusulkan lagi untuk periode lain.",
    "sk": "Pangkat barunya dicatat pada riwayat pangkat, dan perhitungan berikutnya memakainya.",
    "kirim": "Usulnya kembali berstatus Sudah diusulkan.",
}
_TERCATAT: Final = {
    "bts": "Jawaban BKN tercatat: {nama}",
    "ulang": "Permintaan foto ulang tampil di portal {nama}",
    "tms": "Jawaban BKN tercatat: {nama}",
    "sk": "SK tercatat: {nama}",
    "kirim": "Tercatat sudah dikirim ulang: {nama}",
}
_TEKS: Final = {
    "bts": "Minta foto ulang",
    "ulang": "Minta foto ulang",
    "tms": "Simpan",
    "sk": "Catat SK",
    "kirim": "Ya, sudah dikirim ulang",
}


class HalamanJawaban:
    """Mixed into the page of the month."""

    admin_site: Any

    def kp_jawaban(self, request: HttpRequest, pk: int, langkah: str) -> HttpResponse:
        """The form of one answer and, after the press, one call of the service."""
        usul = _usul(request, pk)
        if langkah not in _STATUS:
            raise Http404
        form = _form(langkah, dikirim(request), usul)
        r, orang = usul.rekomendasi, usul.pegawai
        if request.method == "POST" and form.is_valid() and _simpan(request, usul, langkah, form):
            messages.success(request, _TERCATAT[langkah].format(nama=orang.nama_gelar))
            tujuan = url_bulan(orang.instansi_id, r.periode, _TAB[_STATUS[langkah]].value)
            return HttpResponseRedirect(tujuan)
        catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL, tindakan="lihat_usul")
        balik = url_bulan(
            orang.instansi_id, r.periode, _TAB.get(StatusUsul(usul.status), Tumpukan.SIAP).value
        )
        judul = _JUDUL[langkah].format(nama=orang.nama_gelar)
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": [("Kenaikan pangkat (periode)", balik), (orang.nama_gelar, "")],
            "kalimat": _KALIMAT[langkah],
            "keterangan": f"NIP {orang.nip}. Diusulkan ke {nama_golongan(int(r.sasaran))}, "
            f"TMT {kata.tanggal(r.periode)}. Sekarang: {usul.get_status_display()}.",
            "teks": _TEKS[langkah],
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/karier/kp_tanya.html", konteks)

    def kp_foto(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The new photograph that the person sent, as a download."""
        try:
            bukti, isi = buka_foto(
                usul_id=_usul(request, pk).pk,
                semua=UsulKenaikanPangkat.objects.dikelola(request.user),
                pengguna=request.user,
                kanal=KANAL,
            )
        except TidakDitemukan as salah:
            raise Http404 from salah
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse("admin:karier_kp"))
        return unduhan_bukti(bukti, isi)


def _usul(request: HttpRequest, pk: int) -> UsulKenaikanPangkat:
    if not wewenang(request).mengelola:
        raise Http404
    semua = UsulKenaikanPangkat.objects.dikelola(request.user)
    usul: UsulKenaikanPangkat | None = (
        semua.select_related("pegawai__instansi", "rekomendasi").filter(pk=pk).first()
    )
    if usul is None:
        raise Http404
    return usul


def _form(langkah: str, isi: Any, usul: UsulKenaikanPangkat) -> forms.Form:
    awal: dict[str, Any] = {"versi": usul.versi, "dokumen": usul.dokumen}
    if langkah == "sk":
        return FormSk(isi, initial=awal)
    if langkah == "kirim":
        return FormKirim(isi, initial=awal)
    if langkah == "tms":
        return FormTidakMemenuhi(isi, initial=awal)
    if langkah == "ulang" and (not usul.dokumen or dokumen_terpisah(usul.dokumen, usul.alasan)):
        # In the words of BKN, not made from the name of the paper.
        awal["alasan"] = usul.alasan
    _, aturan = aturan_bulan(usul.pegawai.instansi, timezone.now())
    return FormKembali(isi, initial=awal, dokumen=dokumen_diminta(usul.jalur, aturan))


def _simpan(request: HttpRequest, usul: UsulKenaikanPangkat, langkah: str, form: forms.Form) -> bool:
    saat = timezone.now()
    try:
        catat_jawaban(
            usul_id=usul.pk,
            jawaban=_jawaban(usul, langkah, form.cleaned_data, saat),
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=saat,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    return True


def _jawaban(usul: UsulKenaikanPangkat, langkah: str, isi: dict[str, Any], saat: Any) -> Jawaban:
    hari = hari_ini_instansi(usul.pegawai.instansi, saat)
    if langkah != "sk":
        return Jawaban(_STATUS[langkah], hari, alasan=isi.get("alasan", ""), dokumen=isi.get("dokumen", ""))
    r = usul.rekomendasi
    sk = PangkatBaru(
        usul.pegawai_id,
        int(r.sasaran),
        r.periode,
        isi["nomor_sk"],
        isi["masa_kerja_tahun"],
        isi["masa_kerja_bulan"],
    )
    return Jawaban(StatusUsul.SK_TERBIT, hari, sk=sk, tanggal_sk=isi["tanggal_sk"])
