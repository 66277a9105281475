"""Agenda kepegawaian: one list of twelve months, so that nothing is late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.dates import add_months
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import (
    Halaman,
    Tugas,
    alamat,
    daftarkan_antrean,
    daftarkan_menu,
    wewenang,
)
from pegawai.admin.lingkup import isian_unit, orang_terpilih, unit_terpilih
from pegawai.enums import JenisJabatan
from pegawai.kamus import LABEL
from pegawai.models import Pegawai, RiwayatJabatan, RiwayatPangkat
from pegawai.reports.agenda import (
    BUP,
    JUDUL,
    KGB,
    KONTRAK,
    TMT_JABATAN,
    TMT_PANGKAT,
    Agenda,
    Butir,
    kgb_jatuh,
    rentang,
    ringkas_bup,
    sudah_bersurat,
)
from pegawai.reports.posisi import nama_golongan
from pegawai.rules.kgb import batas_surat, pemberitahuan
from pegawai.services.surat_kgb import judge

SEHALAMAN: Final = 50
URL: Final = "admin:pegawai_suratkgb_agenda"


def halaman_agenda(request: HttpRequest, situs: Any) -> HttpResponseBase:
    """Events of the people in scope by month and week; every number is the length of a list behind it."""
    unit, hari_ini = unit_terpilih(request), timezone.localdate()
    orang, (mulai, sampai) = orang_terpilih(request, unit), rentang(hari_ini)
    jenis = request.GET.get("jenis", "") if request.GET.get("jenis") in JUDUL else ""
    bulan = _bulan(request.GET.get("bulan", ""), mulai, sampai)
    semua = Agenda.susun(orang, mulai=mulai, sampai=sampai)
    setahun, agenda = semua.pilih(jenis=jenis), semua.pilih(jenis=jenis, bulan=bulan)
    butir, lanjut = agenda.halaman(request.GET.get("sesudah", ""), SEHALAMAN)
    ids = {b.pegawai_id for b in butir}
    catat_baca(
        pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="lihat_daftar", keperluan="Agenda"
    )
    boleh = boleh_surat(request)
    isi = {
        **situs.each_context(request),
        "title": "Agenda kepegawaian",
        "jumlah": len(agenda),
        "rentang": f"{kata.bulan_tahun(mulai)} sampai {kata.bulan_tahun(add_months(sampai, -1))}",
        "kelompok": list(_kelompok(_baris(request, butir, mulai, boleh), setahun.per_bulan())),
        "bulan": _pilihan_bulan(request, setahun, bulan),
        "chip": _chip(request, semua.pilih(bulan=bulan), jenis),
        "isian": [isian_unit(request, unit)],
        "tersimpan": [(n, v) for n, v in request.GET.dict().items() if n in ("jenis", "bulan")],
        "url_hapus_saringan": request.path if unit or jenis or bulan else "",
        "surat": _surat(request, orang, semua.pilih(jenis=KGB, bulan=bulan), hari_ini) if boleh else None,
        "bup": _bagan_bup(request, ringkas_bup(orang, hari_ini)),
        "halaman": Halaman(
            sebelum=alamat(request) if request.GET.get("sesudah") else "",
            berikut=_sesudah(request, lanjut) if lanjut else "",
        ),
    }
    return TemplateResponse(request, "admin/pegawai/agenda.html", isi)


def _sesudah(request: HttpRequest, kunci: str) -> str:
    isi = request.GET.copy()
    isi["sesudah"] = kunci
    return f"{request.path}?{isi.urlencode()}"


def boleh_surat(request: HttpRequest) -> bool:
    """Letters are printed by HR of a whole instansi, not by auditors or operators."""
    return wewenang(request).mengelola and wewenang(request).instansi_penuh


def perlu_surat(orang: Any, hari_ini: date) -> list[tuple[int, date]]:
    """(person, day) of the KGB whose notice is due by the end of this month and that have no letter."""
    mulai, _ = rentang(hari_ini)
    jatuh = kgb_jatuh(orang, mulai, batas_surat(mulai, aturan_per(mulai)))
    pasang = list(zip(jatuh.pegawai_id.tolist(), jatuh.hari.tolist(), strict=True))
    ada = sudah_bersurat(jatuh.pegawai_id.tolist(), mulai)
    return [p for p in pasang if p not in ada]


def _bulan(teks: str, mulai: date, sampai: date) -> date | None:
    """The month chosen; one outside the agenda chooses none."""
    try:
        hari = date.fromisoformat(f"{teks}-01")
    except ValueError:
        return None
    return hari if mulai <= hari < sampai else None


def _pilihan_bulan(request: HttpRequest, agenda: Agenda, bulan: date | None) -> list[dict[str, Any]]:
    semua = [
        {"teks": "12 bulan", "jumlah": len(agenda), "url": alamat(request, bulan=None), "aktif": not bulan}
    ]
    return semua + [
        {
            "teks": kata.bulan_tahun(b),
            "jumlah": n,
            "url": alamat(request, bulan=f"{b:%Y-%m}"),
            "aktif": b == bulan,
        }
        for b, n in agenda.per_bulan().items()
    ]


def _chip(request: HttpRequest, agenda: Agenda, jenis: str) -> list[dict[str, Any]]:
    per_jenis = agenda.per_jenis()
    semua = {"teks": "Semua", "jumlah": len(agenda), "url": alamat(request, jenis=None)}
    return [{**semua, "aktif": not jenis}] + [
        {"teks": JUDUL[j], "jumlah": n, "url": alamat(request, jenis=j), "aktif": j == jenis}
        for j, n in per_jenis.items()
    ]


def _surat(request: HttpRequest, orang: Any, agenda: Agenda, hari_ini: date) -> dict[str, Any]:
    """Where letters are made: of the rows ticked, of all that the filter shows, of all that are due now."""
    perlu = perlu_surat(Pegawai.objects.dikelola(request.user).filter(pk__in=orang.values("pk")), hari_ini)
    url = reverse("admin:pegawai_suratkgb_terbitkan")
    saring = {k: v for k, v in request.GET.dict().items() if k in ("unit", "bulan")}
    sandi = "".join(f"&{k}={v}" for k, v in saring.items())
    ada = sudah_bersurat(agenda.ids.tolist(), rentang(hari_ini)[0])
    return {
        "url": url,
        "perlu": len(perlu),
        "url_perlu": f"{url}?semua=perlu{sandi}",
        "semua": sum(p not in ada for p in agenda.pasang()),
        "url_semua": f"{url}?semua=saringan{sandi}",
        "url_register": reverse("admin:pegawai_suratkgb_changelist"),
    }


def _kelompok(baris: Iterable[dict[str, Any]], jumlah: dict[date, int]) -> Iterator[dict[str, Any]]:
    """Months, each with its weeks from Monday; the number of a month is that of the whole month."""
    for bulan, dalam in groupby(baris, key=lambda b: b["hari"].replace(day=1)):
        minggu = [
            {"judul": _teks_minggu(senin, bulan), "baris": list(isi)}
            for senin, isi in groupby(dalam, key=lambda b: b["hari"] - timedelta(days=b["hari"].weekday()))
        ]
        yield {"judul": kata.bulan_tahun(bulan), "jumlah": jumlah.get(bulan, 0), "minggu": minggu}


def _teks_minggu(senin: date, bulan: date) -> str:
    """'Pekan 4–10 Januari', cut to the month. Not "Minggu", which is Sunday too."""
    akhir = min(senin + timedelta(days=6), add_months(bulan, 1) - timedelta(days=1))
    awal = max(senin, bulan)
    hari = f"{awal.day}" if awal == akhir else f"{awal.day}–{akhir.day}"
    return f"Pekan {hari} {kata.BULAN[bulan.month - 1]}"


def _baris(request: HttpRequest, butir: list[Butir], mulai: date, boleh: bool) -> list[dict[str, Any]]:
    """The rows of one page with names: five queries, however many rows."""
    ids = {b.pegawai_id for b in butir}
    orang = {p.pk: p for p in Pegawai.objects.filter(pk__in=ids).select_related("unit").order_by()}
    kgb = [b.pegawai_id for b in butir if b.jenis == KGB]
    dikelola = set(Pegawai.objects.dikelola(request.user).filter(pk__in=kgb).values_list("pk", flat=True))
    nilai = judge(dikelola) if boleh else {}
    ada, rincian = sudah_bersurat(kgb, mulai), _rincian(butir)
    hasil = []
    for b in butir:
        p, bersurat = orang[b.pegawai_id], (b.pegawai_id, b.hari) in ada
        baris = {
            "hari": b.hari,
            "tanggal": kata.tanggal(b.hari),
            "jenis": JUDUL[b.jenis],
            "nama": p.nama_gelar,
            "nip": p.nip,
            "unit": p.unit.nama if p.unit else "",
            "url": reverse("admin:pegawai_pegawai_change", args=[p.pk]),
            "rincian": rincian[b],
        }
        if b.jenis == KGB:
            n = nilai.get(p.pk)
            ditunda = n is not None and n.ditunda
            baris |= {
                "bersurat": bersurat,
                "catatan": n.kalimat if n else "",
                "pilih": p.pk if p.pk in dikelola and boleh and not bersurat and not ditunda else None,
            }
        hasil.append(baris)
    return hasil


def _rincian(butir: list[Butir]) -> dict[Butir, str]:
    """What each row says besides its day; two queries."""
    pangkat = RiwayatPangkat.objects.in_bulk([b.isi for b in butir if b.jenis == TMT_PANGKAT])
    pos = RiwayatJabatan.objects.select_related("jabatan")
    jabatan = pos.in_bulk([b.isi for b in butir if b.jenis == TMT_JABATAN])
    hasil = {}
    for b in butir:
        if b.jenis == KGB:
            hasil[b] = f"Masa kerja golongan {kata.lama(b.isi)}. {_batas_surat(b.hari)}"
        elif b.jenis == BUP:
            hasil[b] = f"TMT pensiun (perkiraan), batas usia {b.isi} tahun."
        elif b.jenis == KONTRAK:
            hasil[b] = "Hari terakhir perjanjian kerja."
        elif b.jenis == TMT_PANGKAT:
            p = pangkat[b.isi]
            hasil[b] = f"Golongan {nama_golongan(p.skala, p.golongan)}."
        elif b.jenis == TMT_JABATAN:
            hasil[b] = f"{jabatan[b.isi].jabatan.nama}."
        else:
            hasil[b] = ""
    return hasil


def _batas_surat(tmt: date) -> str:
    batas = pemberitahuan(tmt, aturan_per(tmt))
    lewat = "sudah lewat: " if batas < timezone.localdate() else ""
    return f"Batas surat {lewat}{kata.tanggal(batas)}."


def _bagan_bup(request: HttpRequest, ringkas: dict[int, dict[JenisJabatan, int]]) -> dict[str, Any]:
    """Five years as bars and as the table that says the same; each number opens its list."""
    terbanyak = max((n for baris in ringkas.values() for n in baris.values()), default=0)
    url = reverse("admin:pegawai_pegawai_laporan_isi", args=["bup"])
    unit = request.GET.get("unit", "")
    jenis = [LABEL[JenisJabatan][j] for j in next(iter(ringkas.values()))]
    tahun = [
        {
            "tahun": t,
            "jumlah": sum(baris.values()),
            "isi": [
                {
                    "teks": LABEL[JenisJabatan][j],
                    "jumlah": n,
                    "url": f"{url}?tahun={t}&jenis_jabatan={j.value}" + (f"&unit={unit}" if unit else ""),
                }
                for j, n in baris.items()
            ],
        }
        for t, baris in ringkas.items()
    ]
    return {"tahun": tahun, "jenis": jenis, "terbanyak": terbanyak}


@daftarkan_antrean(25)
def antrean_kgb(request: HttpRequest) -> Iterator[Tugas]:
    """KGB whose notice is due: two months before the day (PP 7/1977 Ps 12)."""
    if not boleh_surat(request):
        return
    perlu = perlu_surat(Pegawai.objects.dikelola(request.user), timezone.localdate())
    url = f"{reverse('admin:pegawai_suratkgb_terbitkan')}?semua=perlu"
    yield Tugas("Bulan ini", "Surat KGB yang harus diberitahukan bulan ini", len(perlu), url, "", "perlu")


daftarkan_menu("Pegawai", "Agenda kepegawaian", URL, urutan=20)
