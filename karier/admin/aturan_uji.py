"""Uji pada perhitungan terakhir: whom another version, or a setting, would change, before it takes effect."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.syarat import Status
from asn_karier.lib.views import Halaman, alamat, bilangan, potong, wewenang
from karier.kamus import judul_syarat
from karier.kamus.berkas_aturan import nama_entri
from karier.kamus.selisih import TEKS_STATUS, nama_hal, sebutan, teks_alasan
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.parameter import DAPAT_DIATUR
from karier.rules.selisih import Alasan, Perubahan
from karier.services.aturan_terbaca import cari_berkas, daftar_subjek
from karier.services.lembar_baris import KELAS
from karier.services.selisih import Ringkasan, periode_sasaran, pilih_run, tak_terlihat
from karier.services.uji import OrangBerubah, Pasangan, Saringan, calon_parameter, calon_versi, daftar_berubah
from pegawai.models import Instansi, Pegawai

JUDUL: Final = "Aturan & parameter"
SEHALAMAN: Final = 50


def boleh_atur(request: HttpRequest, instansi_id: int) -> bool:
    """HR of the whole instansi: sees whom a change would touch, and sets what may be set."""
    dikelola = Instansi.objects.dikelola(request.user).filter(pk=instansi_id)
    return wewenang(request).mengelola and dikelola.exists()


def remah(*lanjut: tuple[str, str]) -> list[tuple[str, str]]:
    return [(JUDUL, reverse("admin:karier_aturan")), *lanjut]


def url_uji(instansi_id: int) -> str:
    return reverse("admin:karier_aturan_uji", args=[instansi_id])


class HalamanUji:
    """One page: choose a version, read the counts, go through the people. It changes nothing."""

    admin_site: Any

    def uji(self, request: HttpRequest, instansi_id: int) -> HttpResponse:
        if not boleh_atur(request, instansi_id):
            raise Http404
        instansi = Instansi.objects.get(pk=instansi_id)
        isi: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": "Uji aturan",
            "remah": remah(("Uji aturan", "")),
            "instansi": instansi,
            "pilihan": _pilihan(request.GET.get("versi", "")),
        }
        try:
            run = pilih_run(instansi.pk)
            pasangan = _pasangan(request, run)
            if pasangan is not None:
                isi |= _hasil(request, run, pasangan)
        except DomainError as salah:
            isi["halangan"] = salah.kalimat
        return TemplateResponse(request, "admin/karier/aturan_uji.html", isi)


# -- what is compared ---------------------------------------------------------------------------


def _pilihan(dipilih: str) -> list[dict[str, Any]]:
    """Every version of every subject, for the select."""
    return [
        {
            "nilai": (nilai := f"{v.kode}@{v.mulai.isoformat()}"),
            "teks": f"{v.judul}, mulai {v.mulai_teks} ({kata.huruf_kecil_awal(v.keadaan)})",
            "aktif": nilai == dipilih,
        }
        for s in daftar_subjek(timezone.localdate())
        for v in s.versi
    ]


def _pasangan(request: HttpRequest, run: RunEvaluasi) -> Pasangan | None:
    """The two versions that the address names; None when it names none."""
    if "versi" in request.GET:
        kode, _, mulai = request.GET["versi"].partition("@")
        return calon_versi(run, kode, cari_berkas(kode, mulai).berlaku_mulai)
    entri = request.GET.get("entri", "")
    if entri not in DAPAT_DIATUR:
        return None
    hari = _tanggal(request.GET.get("berlaku_mulai", ""))
    return calon_parameter(run, entri, bilangan(request.GET.get("nilai")), hari)


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return timezone.localdate()


# -- what came out ------------------------------------------------------------------------------


def terlihat(request: HttpRequest, run: RunEvaluasi) -> QuerySet[Any]:
    """Rows of the run about people whom the reader sees by name: the counts are those of the lists.

    Without the reader: a change of the talent map would tell them their box before its release.
    """
    baris: QuerySet[Any] = HasilEvaluasi.objects.filter(run=run).visible_to(request.user)
    return baris.exclude(pegawai=request.user.pegawai_id)  # type: ignore[union-attr]


def _hasil(request: HttpRequest, run: RunEvaluasi, p: Pasangan) -> dict[str, Any]:
    g = request.GET
    s = Saringan(hal=g.get("hal", ""), kode=g.get("alasan", ""), geser=g.get("geser") == "1")
    sesudah = bilangan(g.get("sesudah"), bawaan=0) or 0
    ringkasan, orang = daftar_berubah(
        run, p, s, baris=terlihat(request, run), sesudah=sesudah, batas=SEHALAMAN + 1
    )
    isi, lanjut = potong(orang, SEHALAMAN)
    catat_baca(
        pengguna=request.user,
        pegawai_ids=[o.pegawai_id for o in isi],
        kanal=KANAL,
        tindakan="lihat_daftar",
        keperluan=f"Uji aturan: {p.baru.nama}"[:200],
    )
    return {
        "dampak": ringkas(run, p, ringkasan),
        "atur": _url_atur(request, run),
        "chip": _chip(request, s, ringkasan),
        "sebab": _sebab(request, ringkasan),
        "tersaring": _teks_saringan(s),
        "url_hapus_saringan": alamat(request, hal=None, alasan=None, geser=None),
        "baris": _tampilkan(run, isi),
        "halaman": Halaman(
            sebelum=alamat(request) if sesudah else "",
            berikut=_berikut(request, isi[-1].pegawai_id) if lanjut else "",
        ),
    }


def ringkas(run: RunEvaluasi, p: Pasangan, r: Ringkasan) -> dict[str, Any]:
    """The counts as the page says them, also beside the form that sets a value."""
    return {
        "run": run,
        "pasangan": p,
        "kalimat": f"Akan mengubah {kata.bilangan(r.pindah)} orang."
        if r.pindah
        else "Tidak mengubah hasil siapa pun.",
        "kelas": "perlu" if r.pindah else "ok",
        "diperiksa": kata.bilangan(r.diperiksa),
        "geser": kata.bilangan(r.geser) if r.geser else "",
        "peringatan": _peringatan(run, p),
        "arah": [
            {
                "hal": nama_hal(a.hal),
                "dari": TEKS_STATUS[a.sebelum],
                "dari_kelas": KELAS[a.sebelum],
                "menjadi": TEKS_STATUS[a.sesudah],
                "menjadi_kelas": KELAS[a.sesudah],
                "jumlah": n,
            }
            for a, n in r.arah.most_common()
        ],
    }


def _peringatan(run: RunEvaluasi, p: Pasangan) -> list[str]:
    """What frozen facts cannot show, said before anybody trusts the number."""
    lama, baru = periode_sasaran(run, p.kini.aturan, p.baru.aturan)
    hasil = []
    if lama != baru:
        hasil.append(
            f"Periode yang dinilai berpindah dari TMT {kata.tanggal(lama)} ke TMT {kata.tanggal(baru)}. "
            "Siapa yang berubah karenanya baru terlihat pada perhitungan baru, karena data perhitungan ini "
            "dibaca untuk periode yang lama."
        )
    tersembunyi = [
        nama_entri(e) if e.count("/") > 1 else "Batas usia pensiun" for e in tak_terlihat(*_aturan(p))
    ]
    if tersembunyi:
        hasil.append(
            f"{kata.daftar(tersembunyi)} juga berubah. Akibatnya baru terlihat pada perhitungan baru, karena "
            "data perhitungan ini dibaca menurut aturan yang lama."
        )
    return hasil


def _aturan(p: Pasangan) -> tuple[Any, Any]:
    return p.kini.aturan, p.baru.aturan


def _chip(request: HttpRequest, s: Saringan, r: Ringkasan) -> list[dict[str, Any]]:
    """Links to the lists, each with exactly the number of its people."""

    def satu(teks: str, jumlah: int, aktif: bool, **ganti: str | None) -> dict[str, Any]:
        saring = {"hal": None, "alasan": None, "geser": None, **ganti}
        return {"teks": teks, "jumlah": jumlah, "url": alamat(request, **saring), "aktif": aktif}

    semua = satu("Berubah hasil", r.pindah, not s.hal and not s.geser)
    hal = [satu(nama_hal(h), n, s.hal == h, hal=h) for h, n in r.hal.most_common()]
    geser = [satu("Hanya tanggal atau nilai", r.geser, s.geser, geser="1")] if r.geser else []
    return [semua, *hal, *geser]


def _sebab(request: HttpRequest, r: Ringkasan) -> list[dict[str, Any]]:
    """Requirements that make the difference, most people first; each number is the link to its list."""
    jumlah: Counter[tuple[str, str]] = Counter()
    rincian: dict[tuple[str, str], list[str]] = {}
    for s, n in r.sebab.most_common():
        jumlah[s.hal, s.kode] += n
        kalimat = teks_alasan(Alasan(s.kode, s.sebelum, s.sesudah)).removeprefix(f"{judul_syarat(s.kode)}: ")
        rincian.setdefault((s.hal, s.kode), []).append(f"{kalimat} ({kata.bilangan(n)})")
    return [
        {
            "hal": nama_hal(hal),
            "syarat": judul_syarat(kode),
            "rincian": rincian[hal, kode],
            "jumlah": n,
            "url": alamat(request, hal=hal, alasan=kode, geser=None),
        }
        for (hal, kode), n in jumlah.most_common()
    ]


def _teks_saringan(s: Saringan) -> str:
    if s.geser:
        return "hanya tanggal atau nilai yang berubah"
    try:
        return "; ".join(x for x in (s.hal and nama_hal(s.hal), s.kode and judul_syarat(s.kode)) if x)
    except KeyError:
        return "saringan yang tidak dikenal"


def _tampilkan(run: RunEvaluasi, isi: Any) -> list[dict[str, Any]]:
    ids = [o.pegawai_id for o in isi]
    orang = {p.pk: p for p in Pegawai.objects.filter(pk__in=ids).select_related("unit")}
    return [_satu(run, o, orang[o.pegawai_id]) for o in isi]


def _satu(run: RunEvaluasi, o: OrangBerubah, p: Pegawai) -> dict[str, Any]:
    return {
        "nama": p.nama_gelar,
        "nip": p.nip,
        "unit": p.unit.nama if p.unit else "",
        "url": reverse("admin:karier_runevaluasi_orang", args=[run.pk, p.pk]),
        "perubahan": [_ubah(u) for u in o.perubahan],
    }


def _ubah(u: Perubahan) -> dict[str, Any]:
    sebelum, sesudah = sebutan(u)
    return {
        "hal": nama_hal(u.hal),
        "sebelum": sebelum,
        "sesudah": sesudah,
        "kelas": KELAS[u.sesudah.status or Status.TIDAK_BERLAKU] if u.pindah else "netral",
        "alasan": teks_alasan(u.alasan),
    }


def _berikut(request: HttpRequest, terakhir: int) -> str:
    isi = request.GET.copy()
    isi["sesudah"] = str(terakhir)
    return f"{request.path}?{isi.urlencode()}"


def _url_atur(request: HttpRequest, run: RunEvaluasi) -> str:
    """From the test of a setting on to the page that sets it."""
    if "entri" not in request.GET:
        return ""
    isi = {n: request.GET.get(n, "") for n in ("entri", "nilai", "berlaku_mulai")}
    return f"{reverse('admin:karier_aturan_atur', args=[run.instansi_id])}?{urlencode(isi)}"
