"""Results of one run: the list with reasons, one person with every requirement, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import Sel, Tabel, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.syarat import Status
from asn_karier.lib.views import Halaman, alamat, bilangan, potong, wewenang
from karier.enums import JalurPangkat, JenisKeputusan, Pelaku, StatusRekomendasi
from karier.kamus import LABEL, judul_syarat
from karier.models import Rekomendasi, RunEvaluasi
from karier.reports import (
    KOLOM,
    BarisHasil,
    Saringan,
    baca_hasil,
    hitung_hasil,
    pareto_alasan,
    pilih_hasil,
    usulan_terbaru,
)
from karier.rules.daftar import DAFTAR
from karier.services.lembar import KELAS, golongan_name
from karier.services.rekomendasi import PERALIHAN
from pegawai.models import Pegawai, UnitKerja
from pegawai.reports.posisi import dengan_posisi, nama_golongan

SEHALAMAN: Final = 50
ANAK_TERBANYAK: Final = 60
TEKS_STATUS: Final = {
    Status.MEMENUHI: "Siap diusulkan",
    Status.BELUM: "Belum memenuhi",
    Status.PERLU_VERIFIKASI: "Perlu diperiksa",
    Status.TIDAK_BERLAKU: "Tidak berlaku",
}
KELAS_USULAN: Final = {
    StatusRekomendasi.MENUNGGU: "perlu",
    StatusRekomendasi.DITETAPKAN: "ok",
    StatusRekomendasi.DITUNDA: "netral",
    StatusRekomendasi.DITOLAK: "salah",
    StatusRekomendasi.GUGUR: "netral",
}
KEPALA: Final = (
    "NIP", "Nama", "Unit kerja", "Golongan", "Golongan berikut", "Jalur", "Hasil", "Syarat kurang",
    "Paling cepat", "Yang belum terpenuhi atau perlu diperiksa", "Yang perlu dilakukan", "Dilengkapi oleh",
    "Usulan",
)  # fmt: skip
_KODE: Final = {b.posisi: b.kode for b in DAFTAR}


class HalamanHasil:
    """Pages of RunAdmin over results. Only HR of the instansi: outcomes may rest on discipline."""

    admin_site: Any
    get_object: Any
    dikelola: Any

    def hasil(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The list, page by page over the primary key."""
        run = self._run(request, pk)
        saringan = baca_saringan(request)
        baris = pilih_hasil(run, request.user, saringan, boleh_khusus=True)
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=0)
        halaman = list(
            baris.filter(pegawai_id__gt=sesudah).order_by("pegawai_id").values(*KOLOM)[: SEHALAMAN + 1]
        )
        isi, lanjut = potong(halaman, SEHALAMAN)
        unduh = reverse("admin:karier_runevaluasi_unduh", args=[run.pk, "xlsx"]).removesuffix("xlsx/")
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"Hasil {run}",
            "judul_hasil": f"Hasil perhitungan {run.nomor}, TMT {run.tmt_sasaran:%d-%m-%Y}",
            "pengantar": f"{baris.count()} pegawai. Hasil adalah rekomendasi; pejabat berwenang yang memutuskan.",
            "chip": _chip(request, run, saringan),
            "cari": {"nilai": saringan.cari, "tersimpan": _tersimpan(request)},
            "baris": _tampilkan(run, isi),
            "tindakan": [],
            "unduh": [
                {"teks": f"Unduh {b.upper()}", "url": f"{unduh}{b}/?{request.GET.urlencode()}"}
                for b in ("xlsx", "csv")
            ],
            "halaman": Halaman(
                sebelum=alamat(request) if sesudah else "",
                berikut=_halaman_berikut(request, isi) if lanjut else "",
            ),
            "url_hapus_saringan": request.path,
            "remah": [(str(run), reverse("admin:karier_runevaluasi_change", args=[run.pk])), ("Hasil", "")],
        }
        return TemplateResponse(request, "admin/karier/hasil.html", konteks)

    def unduh(self, request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
        """Exactly the filtered list; everybody in it gets a trail row first."""
        run = self._run(request, pk)
        saringan = baca_saringan(request)
        baris = pilih_hasil(run, request.user, saringan, boleh_khusus=True)
        ids = list(baris.order_by().values_list("pegawai_id", flat=True))
        catat_baca(
            pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="unduh", keperluan=f"Hasil {run}"
        )
        tabel = Tabel(
            f"hasil-perhitungan-{run.nomor}",
            KEPALA,
            _baris_berkas(run, baris),
            _keterangan(request, run, saringan, len(ids)),
            lembar="Hasil",
        )
        return unduhan(tabel, bentuk)

    def orang(self, request: HttpRequest, pk: int, pegawai_id: int) -> HttpResponse:
        """One person: every requirement, and the decision that waits."""
        run = self._run(request, pk)
        semua = pilih_hasil(run, request.user, Saringan(), boleh_khusus=True)
        b = next(
            baca_hasil(run, semua.filter(pegawai_id=pegawai_id).values(*KOLOM), boleh_khusus=True), None
        )
        if b is None:
            raise Http404
        catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, tindakan="lihat_hasil")
        usulan = usulan_terbaru(run, [pegawai_id]).get(pegawai_id)
        konteks = {
            **self.admin_site.each_context(request),
            "title": b.nama,
            "orang": b,
            "run": run,
            "kelas": KELAS[b.status],
            "golongan_berikut": golongan_name(b.golongan_berikut),
            "jalur": LABEL[JalurPangkat][b.jalur],
            "syarat": [{"isi": s, "kelas": KELAS[s.status], "pelaku": LABEL[Pelaku][s.pelaku]} for s in b.syarat],
            "usulan": usulan,
            "usulan_kelas": KELAS_USULAN[StatusRekomendasi(usulan.status)] if usulan else "",
            "keputusan": list(usulan.keputusan.select_related("oleh")) if usulan else [],
            "langkah": langkah_keputusan(usulan, request) if usulan else [],
            "versi_aturan": _versi(run),
            "remah": [
                (str(run), reverse("admin:karier_runevaluasi_change", args=[run.pk])),
                ("Hasil", reverse("admin:karier_runevaluasi_hasil", args=[run.pk])),
                (b.nama, ""),
            ],
        }
        return TemplateResponse(request, "admin/karier/hasil_orang.html", konteks)

    def _run(self, request: HttpRequest, pk: int) -> RunEvaluasi:
        run: RunEvaluasi = self.get_object(request, str(pk))
        if not (wewenang(request).mengelola and self.dikelola(request, run)):
            raise Http404
        return run


# -- filter -------------------------------------------------------------------------------------------


def baca_saringan(request: HttpRequest) -> Saringan:
    """The filter of an address; what is not understood narrows nothing, an unknown unit is 404."""
    g = request.GET
    nomor_unit = bilangan(g.get("unit"))
    unit = None
    if nomor_unit is not None:
        unit = UnitKerja.objects.visible_to(request.user).select_related("induk").filter(pk=nomor_unit).first()
        if unit is None:
            raise Http404
    status, jalur = bilangan(g.get("status")), bilangan(g.get("jalur"))
    return Saringan(
        status=Status(status) if status in set(Status) else None,
        jalur=JalurPangkat(jalur) if jalur in set(JalurPangkat) else None,
        alasan=bilangan(g.get("alasan")),
        unit=unit,
        cari=g.get("q", "").strip(),
    )


def _chip(request: HttpRequest, run: RunEvaluasi, s: Saringan) -> list[dict[str, Any]]:
    """Filters as links. Each count is what the list behind that link holds."""
    tanpa_status = pilih_hasil(
        run, request.user, Saringan(None, s.jalur, s.alasan, s.unit, s.cari), boleh_khusus=True
    )
    tanpa_jalur = pilih_hasil(
        run, request.user, Saringan(s.status, None, s.alasan, s.unit, s.cari), boleh_khusus=True
    )
    tanpa_alasan = pilih_hasil(
        run, request.user, Saringan(s.status, s.jalur, None, s.unit, s.cari), boleh_khusus=True
    )
    status, jalur = hitung_hasil(tanpa_status, "kp_status"), hitung_hasil(tanpa_jalur, "kp_jalur")
    return [
        _kelompok(request, "Hasil", "status", s.status, [(x, TEKS_STATUS[x], status.get(x, 0)) for x in Status]),
        _kelompok(
            request, "Jalur", "jalur", s.jalur,
            [(j, LABEL[JalurPangkat][j], jalur[j]) for j in JalurPangkat if j in jalur],
        ),
        _kelompok(
            request, "Penyebab utama", "alasan", s.alasan,
            [(p, judul_syarat(_KODE[p]), n) for p, n in pareto_alasan(tanpa_alasan, boleh_khusus=True)],
        ),
        _kelompok(request, "Unit kerja", "unit", s.unit.pk if s.unit else None, _pilihan_unit(request, s.unit)),
    ]  # fmt: skip


def _kelompok(
    request: HttpRequest, judul: str, nama: str, aktif: Any, isi: Iterable[tuple[Any, str, int | None]]
) -> dict[str, Any]:
    semua = {"teks": "Semua", "jumlah": None, "url": alamat(request, **{nama: None}), "aktif": aktif is None}
    pilihan = [
        {
            "teks": teks,
            "jumlah": n,
            "url": alamat(request, **{nama: int(nilai)}),
            "aktif": aktif is not None and nilai == aktif,
        }
        for nilai, teks, n in isi
    ]
    return {"judul": judul, "pilihan": [semua, *pilihan]}


def _pilihan_unit(request: HttpRequest, unit: UnitKerja | None) -> list[tuple[int, str, None]]:
    """The chosen unit, the one above, and those right below: the tree one level at a time."""
    terlihat = UnitKerja.objects.visible_to(request.user)
    anak = terlihat.filter(induk=unit) if unit else terlihat.filter(induk__induk=None).exclude(induk=None)
    atas = [u for u in (unit.induk, unit) if u is not None] if unit else []
    return [(u.pk, u.nama, None) for u in (*atas, *anak[:ANAK_TERBANYAK])]


def _tersimpan(request: HttpRequest) -> list[tuple[str, str]]:
    return [(n, v) for n, v in request.GET.items() if n not in ("q", "sesudah")]


def _halaman_berikut(request: HttpRequest, isi: Any) -> str:
    isi_get = request.GET.copy()
    isi_get["sesudah"] = str(isi[-1]["pegawai_id"])
    return f"{request.path}?{isi_get.urlencode()}"


# -- rows -----------------------------------------------------------------------------------------------


def _tampilkan(run: RunEvaluasi, isi: Any) -> list[dict[str, Any]]:
    """Rows of one page: the stored outcome explained, the post of today, the proposal."""
    baris = list(baca_hasil(run, isi, boleh_khusus=True))
    ids = [b.pegawai_id for b in baris]
    orang = dengan_posisi(Pegawai.objects.filter(pk__in=ids), timezone.localdate()).order_by()
    posisi = {p["pk"]: p for p in orang.values("pk", "jenis", "jabatan_kini", "golongan_kini")}
    usulan = usulan_terbaru(run, ids)
    return [_satu(run, b, posisi[b.pegawai_id], usulan.get(b.pegawai_id)) for b in baris]


def _satu(run: RunEvaluasi, b: BarisHasil, p: dict[str, Any], u: Rekomendasi | None) -> dict[str, Any]:
    kurang = _kurang(b)
    return {
        "nama": b.nama,
        "nip": b.nip,
        "url": reverse("admin:karier_runevaluasi_orang", args=[run.pk, b.pegawai_id]),
        "jabatan": p["jabatan_kini"] or "",
        "unit": b.unit,
        "golongan": nama_golongan(p["jenis"], p["golongan_kini"]),
        "tanda": b.putusan.judul,
        "kelas": KELAS[b.status],
        "alasan": [f"{s.judul}: {s.tanda}" for s in kurang] or [b.putusan.kalimat],
        "pelaku": ", ".join(dict.fromkeys(LABEL[Pelaku][s.pelaku] for s in kurang)),
        "paling_cepat": f"{b.hasil.paling_cepat:%d-%m-%Y}" if b.hasil.paling_cepat else "",
        "keputusan": u.get_status_display() if u else "",
        "keputusan_kelas": KELAS_USULAN[StatusRekomendasi(u.status)] if u else "",
    }


def _kurang(b: BarisHasil) -> list[Any]:
    return [s for s in b.syarat if s.mengikat and s.status in (Status.BELUM, Status.PERLU_VERIFIKASI)]


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


# -- file -----------------------------------------------------------------------------------------------


def _baris_berkas(run: RunEvaluasi, baris: QuerySet[Any]) -> Iterator[list[Sel]]:
    isi = baris.order_by("pegawai_id").values(*KOLOM).iterator(chunk_size=1000)
    usulan = {
        r["pegawai_id"]: r["status"]
        for r in Rekomendasi.objects.filter(
            jenis="kenaikan_pangkat", periode=run.tmt_sasaran, pegawai__instansi=run.instansi_id
        ).values("pegawai_id", "status").order_by("pk").iterator(chunk_size=2000)
    }  # fmt: skip
    for b in baca_hasil(run, isi, boleh_khusus=True):
        kurang = _kurang(b)
        urut = b.hasil.golongan_berikut
        yield [
            b.nip,
            b.nama,
            b.unit,
            nama_golongan(1, urut - 1) if urut > 1 else "",
            nama_golongan(1, urut) if urut else "",
            LABEL[JalurPangkat][b.jalur],
            TEKS_STATUS[b.status],
            b.kurang,
            b.hasil.paling_cepat,
            "; ".join(f"{s.judul}: {s.tanda}" for s in kurang) or b.putusan.kalimat,
            "; ".join(s.tindakan for s in kurang if s.tindakan) or b.putusan.langkah,
            ", ".join(dict.fromkeys(LABEL[Pelaku][s.pelaku] for s in kurang)),
            LABEL[StatusRekomendasi][StatusRekomendasi(usulan[b.pegawai_id])] if b.pegawai_id in usulan else "",
        ]


def _keterangan(request: HttpRequest, run: RunEvaluasi, s: Saringan, jumlah: int) -> list[tuple[str, str]]:
    saringan = [
        f"hasil {TEKS_STATUS[s.status]}" if s.status is not None else "",
        f"jalur {LABEL[JalurPangkat][s.jalur]}" if s.jalur is not None else "",
        f"penyebab {judul_syarat(_KODE[s.alasan])}" if s.alasan in _KODE else "",
        f"unit {s.unit.nama} beserta bawahannya" if s.unit else "",
        f"pencarian {s.cari}" if s.cari else "",
    ]
    return [
        ("Isi", f"{jumlah} pegawai, {run} untuk TMT {run.tmt_sasaran:%d-%m-%Y}"),
        ("Saringan", "; ".join(x for x in saringan if x) or "tanpa saringan"),
        ("Aturan", _versi(run)),
        ("Sidik hasil", run.digest or "perhitungan masih berjalan"),
        ("Diunduh", f"{timezone.localtime():%d-%m-%Y %H:%M} oleh {request.user}"),
        ("Catatan", "Rekomendasi sistem; keputusan ada pada pejabat berwenang atau BKN."),
    ]


def _versi(run: RunEvaluasi) -> str:
    return ", ".join(f"{kode} {v['berlaku_mulai']}" for kode, v in sorted(run.versi_aturan.items()))
