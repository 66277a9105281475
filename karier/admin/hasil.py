"""Results of one run: the list with reasons, one person with every requirement, and the same as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import tautan_unduh, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, potong, wewenang
from karier.admin.berkas_hasil import tabel_hasil, versi_teks
from karier.admin.isi_orang import isi_orang
from karier.admin.saringan_hasil import baca_saringan, halaman_berikut, isi_saringan
from karier.enums import JalurPangkat, JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.kamus import LABEL, kalimat_kurang, pelengkap
from karier.models import Rekomendasi, RunEvaluasi
from karier.reports.hasil import (
    KOLOM,
    BarisHasil,
    Saringan,
    baca_hasil,
    halaman_hasil,
    pilih_hasil,
    usulan_lain,
    usulan_terbaru,
    yang_kurang,
)
from karier.services.dukungan import path_of
from karier.services.hitung_ulang import corrected_since
from karier.services.jejak_keputusan import tujuan_usulan
from karier.services.keadaan import pastikan_terbaca
from karier.services.lembar_baris import class_of
from karier.services.rekomendasi import PERALIHAN
from pegawai.models import Pegawai
from pegawai.reports.posisi import dengan_posisi
from pegawai.reports.posisi import nama_golongan as golongan_kini

SEHALAMAN: Final = 50
KELAS_USULAN: Final = {
    StatusRekomendasi.MENUNGGU: "perlu",
    StatusRekomendasi.DITETAPKAN: "ok",
    StatusRekomendasi.TERLAKSANA: "ok",
    StatusRekomendasi.DITUNDA: "netral",
    StatusRekomendasi.DITOLAK: "salah",
    StatusRekomendasi.GUGUR: "netral",
}
SESUDAH_TMT: Final = (
    "TMT-nya sudah lewat dan SK pangkatnya belum tercatat. Bila SK sudah terbit, catat SK itu lalu jalankan "
    "perhitungan. Bila usul tidak diteruskan, pilih Urungkan agar pegawai ini dapat diusulkan lagi."
)


def dengan_aturan(halaman: Callable[..., Any]) -> Callable[..., Any]:
    """A run that this program cannot explain is said to be so on its own page, not by an error page."""

    @wraps(halaman)
    def aman(self: Any, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> Any:
        try:
            return halaman(self, request, pk, *args, **kwargs)
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse("admin:karier_runevaluasi_change", args=[pk]))

    return aman


class HalamanHasil:
    """Pages of RunAdmin over results. Only HR of the instansi: outcomes may rest on discipline."""

    admin_site: Any
    get_object: Any
    dikelola: Any

    @dengan_aturan
    def hasil(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The list, page by page over the primary key."""
        run = self._run(request, pk)
        saringan = baca_saringan(request)
        baris = pilih_hasil(run, request.user, saringan, boleh_khusus=True)
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=0)
        halaman = halaman_hasil(baris, request.user, sesudah=sesudah or 0, banyak=SEHALAMAN + 1)
        isi, lanjut = potong(halaman, SEHALAMAN)
        self._catat_daftar(request, run, isi)
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"Hasil {run}",
            "judul_hasil": f"Hasil perhitungan {run.nomor}, TMT {kata.tanggal(run.tmt_sasaran)}",
            **isi_saringan(request, run, saringan),
            "baris": _tampilkan(run, isi),
            "unduh": tautan_unduh(request, "admin:karier_runevaluasi_unduh", run.pk),
            "halaman": Halaman(
                sebelum=alamat(request) if sesudah else "",
                berikut=halaman_berikut(request, isi) if lanjut else "",
            ),
            "url_hapus_saringan": request.path,
            "remah": [*remah_run(run), ("Hasil", "")],
        }
        return TemplateResponse(request, "admin/karier/hasil.html", konteks)

    def _catat_daftar(self, request: HttpRequest, run: RunEvaluasi, isi: Iterable[dict[str, Any]]) -> None:
        """Everybody on the page gets a trail row, in one insert."""
        catat_baca(
            pengguna=request.user,
            pegawai_ids=[b["pegawai_id"] for b in isi],
            kanal=KANAL,
            tindakan="lihat_daftar",
            keperluan=f"Hasil {run}",
        )

    @dengan_aturan
    def unduh(self, request: HttpRequest, pk: int, bentuk: str) -> HttpResponseBase:
        """Exactly the filtered list; everybody in it gets a trail row first."""
        run = self._run(request, pk)
        saringan = baca_saringan(request)
        baris = pilih_hasil(run, request.user, saringan, boleh_khusus=True)
        ids = list(baris.order_by().values_list("pegawai_id", flat=True))
        catat_baca(
            pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="unduh", keperluan=f"Hasil {run}"
        )
        tabel = tabel_hasil(run, baris, saringan, pengguna=request.user, jumlah=len(ids))
        return unduhan(tabel, bentuk)

    @dengan_aturan
    def orang(self, request: HttpRequest, pk: int, pegawai_id: int) -> HttpResponse:
        """One person: every requirement, and the decision that waits."""
        run = self._run(request, pk)
        semua = pilih_hasil(run, request.user, Saringan(), boleh_khusus=True)
        b = next(baca_hasil(run, semua.filter(pegawai_id=pegawai_id).values(*KOLOM), boleh_khusus=True), None)
        if b is None:
            raise Http404
        catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, tindakan="lihat_hasil")
        usulan = usulan_terbaru(run, [pegawai_id]).get(pegawai_id)
        konteks = {
            **self.admin_site.each_context(request),
            "title": b.nama,
            "orang": b,
            "run": run,
            **isi_orang(b, sendiri=pegawai_id == request.user.pegawai_id),  # type: ignore[union-attr]
            "usulan": usulan,
            "usulan_tujuan": _tujuan(usulan, b) if usulan else "",
            "diperbaiki": corrected_since(run, pegawai_id),
            "usulan_lain": usulan_lain(run, b),
            "sesudah_tmt": sesudah_tmt(usulan) if usulan else "",
            "usulan_kelas": KELAS_USULAN[StatusRekomendasi(usulan.status)] if usulan else "",
            "keputusan": list(usulan.keputusan.select_related("oleh")) if usulan else [],
            "langkah": langkah_keputusan(usulan, request) if usulan else [],
            "berikut": self._berikut(request, run, pegawai_id) if usulan else None,
            "versi_aturan": versi_teks(run),
            "remah": [
                *remah_hasil(run),
                (b.nama, ""),
            ],
        }
        return TemplateResponse(request, "admin/karier/hasil_orang.html", konteks)

    def _berikut(self, request: HttpRequest, run: RunEvaluasi, pegawai_id: int) -> dict[str, Any] | None:
        """The next person whose proposal waits, so that many are decided without going back to the list."""
        menunggu = Rekomendasi.objects.dikelola(request.user).filter(
            jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
            status=StatusRekomendasi.MENUNGGU,
            run_terakhir=run,
            pegawai_id__gt=pegawai_id,
        )
        lanjut = menunggu.select_related("pegawai").order_by("pegawai_id").first()
        if lanjut is None:
            return None
        url = reverse("admin:karier_runevaluasi_orang", args=[run.pk, lanjut.pegawai_id])
        return {"url": url, "nama": lanjut.pegawai.nama_gelar}

    def _run(self, request: HttpRequest, pk: int) -> RunEvaluasi:
        run: RunEvaluasi = self.get_object(request, str(pk))
        if not (wewenang(request).mengelola and self.dikelola(request, run)):
            raise Http404
        pastikan_terbaca(run)
        return run


def _tujuan(usulan: Rekomendasi, b: BarisHasil) -> str:
    ijazah = path_of(usulan, b.hasil) is JalurPangkat.PENYESUAIAN_IJAZAH
    return f"{tujuan_usulan(usulan)}{', penyesuaian ijazah' if ijazah else ''}"


def sesudah_tmt(rekomendasi: Rekomendasi) -> str:
    """What to do about a proposal whose TMT passed without an SK; empty for any other."""
    lewat = Rekomendasi.objects.lewat_tmt(timezone.localdate()).filter(pk=rekomendasi.pk)
    return SESUDAH_TMT if lewat.exists() else ""


def remah_hasil(run: RunEvaluasi) -> list[tuple[str, str]]:
    """The way to the results of a run."""
    return [*remah_run(run), ("Hasil", reverse("admin:karier_runevaluasi_hasil", args=[run.pk]))]


def remah_run(run: RunEvaluasi) -> list[tuple[str, str]]:
    """The way to a run."""
    return [
        ("Perhitungan", reverse("admin:karier_runevaluasi_changelist")),
        (str(run), reverse("admin:karier_runevaluasi_change", args=[run.pk])),
    ]


def _tampilkan(run: RunEvaluasi, isi: Any) -> list[dict[str, Any]]:
    """Rows of one page: the stored outcome explained, the post of today, the proposal."""
    baris = list(baca_hasil(run, isi, boleh_khusus=True))
    ids = [b.pegawai_id for b in baris]
    orang = dengan_posisi(Pegawai.objects.filter(pk__in=ids), timezone.localdate()).order_by()
    posisi = {p["pk"]: p for p in orang.values("pk", "jenis", "jabatan_kini", "golongan_kini")}
    usulan = usulan_terbaru(run, ids)
    return [_satu(run, b, posisi[b.pegawai_id], usulan.get(b.pegawai_id)) for b in baris]


def _satu(run: RunEvaluasi, b: BarisHasil, p: dict[str, Any], u: Rekomendasi | None) -> dict[str, Any]:
    kurang = yang_kurang(b.syarat)
    return {
        "nama": b.nama,
        "nip": b.nip,
        "url": reverse("admin:karier_runevaluasi_orang", args=[run.pk, b.pegawai_id]),
        "url_jelaskan": reverse("admin:karier_penjelasan_kirim", args=[run.pk, b.pegawai_id])
        if kurang
        else "",
        "jabatan": p["jabatan_kini"] or "",
        "unit": b.unit,
        "golongan": golongan_kini(p["jenis"], p["golongan_kini"]),
        "tanda": b.putusan.judul,
        "kelas": class_of(b.putusan),
        "alasan": [kalimat_kurang(s) for s in kurang] or [b.putusan.kalimat],
        "perkiraan": b.perkiraan,
        "pelaku": pelengkap(kurang),
        "paling_cepat": kata.tanggal(b.hasil.paling_cepat) if b.hasil.paling_cepat else "",
        "keputusan": u.get_status_display() if u else "",
        "keputusan_kelas": KELAS_USULAN[StatusRekomendasi(u.status)] if u else "",
    }


def langkah_keputusan(rekomendasi: Rekomendasi, request: HttpRequest) -> list[dict[str, str]]:
    """Decisions that this recommendation can get now, as links to their confirm page."""
    status = StatusRekomendasi(rekomendasi.status)
    return [
        {
            "teks": LABEL[JenisKeputusan][j],
            "url": reverse("admin:karier_rekomendasi_putuskan", args=[rekomendasi.pk, j.value]),
        }
        for j in JenisKeputusan
        if (status, j) in PERALIHAN
    ]
