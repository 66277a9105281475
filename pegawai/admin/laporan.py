"""Laporan: an index of ready reports; each as a page, a file and a paper, exactly as filtered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from django import forms
from django.db.models import Subquery
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat, catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import Tabel, tautan_unduh, teks_sel, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, daftarkan_menu, wewenang
from pegawai.admin.lingkup import berurl, isian, isian_unit, orang_terpilih, unit_terpilih
from pegawai.enums import JenisJabatan, JenisPegawai
from pegawai.kamus import LABEL
from pegawai.models import Instansi, PejabatPenandaTangan
from pegawai.reports.agenda import TAHUN_BUP
from pegawai.reports.kantor import kop_surat, tanda_tangan, tempat_tanggal
from pegawai.reports.laporan import LAPORAN, SEPOTONG, IsiLaporan, Laporan, Permintaan, per_bawaan
from pegawai.reports.posisi import pangkat_pada
from pegawai.reports.yang_dihitung import Ruas, kalimat
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan

SEHALAMAN: Final = 50
INDEKS: Final = "admin:pegawai_pegawai_laporan"
ISI: Final = "admin:pegawai_pegawai_laporan_isi"
SUMBER: Final = "Data kepegawaian Karier ASN (impor SIASN dan perbaikan pengelola)"


def indeks(request: HttpRequest, situs: Any) -> HttpResponseBase:
    """Every ready report by name: the DUK is one click from here."""
    kelompok: dict[str, list[dict[str, str]]] = {}
    for x in LAPORAN.values():
        butir = {"judul": x.judul, "ringkas": x.ringkas, "url": reverse(ISI, args=[x.kode])}
        kelompok.setdefault(x.kelompok, []).append(butir)
    isi = {**situs.each_context(request), "title": "Laporan", "kelompok": kelompok}
    return TemplateResponse(request, "admin/pegawai/laporan_indeks.html", isi)


def halaman(request: HttpRequest, situs: Any, kode: str) -> HttpResponseBase:
    """Fifty rows of one report, with what it is made of."""
    laporan, minta = _minta(request, kode)
    isi = laporan.buat(minta)
    awal = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    baris = [[teks_sel(s) for s in b] for b in isi.baris(awal, awal + SEHALAMAN)]
    _catat(request, laporan, isi, "lihat_laporan", slice(awal, awal + SEHALAMAN))
    lanjut = awal + SEHALAMAN
    konteks = {
        **situs.each_context(request),
        "title": _judul(laporan, minta.per),
        "laporan": laporan,
        "keterangan": _keterangan(request, laporan, minta, isi, []),
        "dihitung": _berurl(request, laporan, minta, laporan.dihitung(minta, isi)),
        "kepala": isi.kepala,
        "baris": baris,
        "jumlah": isi.jumlah,
        "unduh": tautan_unduh(request, "admin:pegawai_pegawai_laporan_unduh", kode),
        "url_cetak": _alamat(request, "admin:pegawai_pegawai_laporan_cetak", kode),
        "isian": _isian(request, laporan, minta),
        "tanggal": [{"nama": "per", "judul": "Keadaan per", "nilai": f"{minta.per:%d-%m-%Y}"}],
        "url_hapus_saringan": request.path if request.GET else "",
        "halaman": Halaman(
            sebelum=alamat(request, mulai=max(awal - SEHALAMAN, 0) or None) if awal else "",
            berikut=alamat(request, mulai=lanjut) if lanjut < isi.jumlah else "",
            teks=f"Baris {awal + 1}–{min(lanjut, isi.jumlah)} dari {kata.bilangan(isi.jumlah)}"
            if isi.jumlah > SEHALAMAN
            else "",
        ),
        "remah": [("Laporan", reverse(INDEKS)), (laporan.judul, "")],
    }
    return TemplateResponse(request, "admin/pegawai/laporan_isi.html", konteks)


def unduh(request: HttpRequest, kode: str, bentuk: str) -> HttpResponseBase:
    """The whole report as a file; everybody in it gets a trail row before the first byte leaves."""
    laporan, minta = _minta(request, kode)
    isi = laporan.buat(minta)
    _catat(request, laporan, isi, "unduh", slice(None))
    tabel = Tabel(
        f"{kode}-{minta.per.isoformat()}",
        isi.kepala,
        isi.baris(),
        _keterangan(request, laporan, minta, isi, laporan.dihitung(minta, isi)),
        lembar=laporan.judul.replace("/", "-"),
    )
    return unduhan(tabel, bentuk)


def cetak(request: HttpRequest, kode: str) -> HttpResponseBase:
    """The whole report on paper, sent by pieces, with the signature block of the office."""
    laporan, minta = _minta(request, kode)
    isi = laporan.buat(minta)
    _catat(request, laporan, isi, "cetak", slice(None))
    kantor = _kantor(request)
    konteks = {
        "judul": _judul(laporan, minta.per),
        "kop": kop_surat(kantor) if kantor else None,
        "keterangan": _keterangan(request, laporan, minta, isi, laporan.dihitung(minta, isi)),
        "kepala": isi.kepala,
        "tempat_tanggal": tempat_tanggal(kantor, timezone.localdate()) if kantor else "",
        "tanda_tangan": tanda_tangan(_pejabat(kantor)) if kantor else None,
        "url_balik": _alamat(request, ISI, kode),
    }
    return StreamingHttpResponse(_lembar(konteks, isi))


def _alamat(request: HttpRequest, nama: str, kode: str) -> str:
    """Another page of the same report with the same filter."""
    return f"{reverse(nama, args=[kode])}?{request.GET.urlencode()}"


def _lembar(konteks: dict[str, Any], isi: IsiLaporan) -> Iterator[str]:
    """Head, rows and foot of the printed page."""
    kepala, _, kaki = render_to_string("admin/pegawai/laporan_cetak.html", konteks).partition("<!--baris-->")
    yield kepala
    baris: Iterator[Sequence[Any]] = isi.baris()
    while sepotong := [[teks_sel(s) for s in b] for b in islice(baris, SEPOTONG)]:
        yield render_to_string("admin/pegawai/laporan_baris.html", {"baris": sepotong})
    yield kaki


# -- what is asked for ----------------------------------------------------------------------------


def _minta(request: HttpRequest, kode: str) -> tuple[Laporan, Permintaan]:
    laporan = LAPORAN.get(kode)
    if laporan is None:
        raise Http404("Laporan ini tidak dikenal.")
    g, unit, per = request.GET, unit_terpilih(request), _per(request, kode)
    orang = orang_terpilih(request, unit)
    jenis = bilangan(g.get("jenis")) if "jenis" in laporan.saringan else None
    if jenis in set(JenisPegawai):
        orang = orang.filter(jenis=jenis)
    golongan = _golongan(g.get("golongan", "")) if "golongan" in laporan.saringan else None
    if golongan:
        kini = Subquery(pangkat_pada(per).values("golongan")[:1])
        dalam = orang.order_by().filter(jenis=golongan.skala).annotate(kini=kini).filter(kini=golongan.urut)
        orang = orang.model.objects.filter(pk__in=dalam.values("pk"))
    tahun = bilangan(g.get("tahun")) if "tahun" in laporan.saringan else None
    jabatan = bilangan(g.get("jenis_jabatan")) if "jenis_jabatan" in laporan.saringan else None
    return laporan, Permintaan(
        orang,
        per,
        request.user,
        unit,
        tahun if tahun in _tahun(per) else None,
        jabatan if jabatan in set(JenisJabatan) else None,
    )


def _per(request: HttpRequest, kode: str) -> date:
    """The day asked about; one that is no day is the usual one of the report."""
    try:
        per: date | None = forms.DateField(required=False).clean(request.GET.get("per"))
    except forms.ValidationError:
        per = None
    return per if per and 1970 <= per.year <= 2100 else per_bawaan(kode, timezone.localdate())


def _tahun(per: date) -> range:
    return range(per.year, per.year + TAHUN_BUP)


def _golongan(teks: str) -> Golongan | None:
    """'1-9': scale and urut, as the list of people writes it."""
    skala, _, urut = teks.partition("-")
    try:
        return Golongan(JenisPegawai(int(skala)), int(urut))
    except (ValueError, DomainError):
        return None


def _isian(request: HttpRequest, laporan: Laporan, minta: Permintaan) -> list[dict[str, Any]]:
    g = request.GET
    isi = [isian_unit(request, minta.unit)]
    if "jenis" in laporan.saringan:
        pilihan = [(str(j.value), LABEL[JenisPegawai][j]) for j in JenisPegawai]
        isi.append(isian("jenis", "Jenis pegawai", g.get("jenis", ""), pilihan))
    if "golongan" in laporan.saringan:
        isi.append(isian("golongan", "Golongan", g.get("golongan", ""), _pilihan_golongan()))
    if "tahun" in laporan.saringan:
        tahun = [(str(t), str(t)) for t in _tahun(minta.per)]
        isi.append(isian("tahun", "Tahun", g.get("tahun", ""), tahun))
        jabatan = [(str(j.value), LABEL[JenisJabatan][j]) for j in JenisJabatan]
        isi.append(isian("jenis_jabatan", "Jenis jabatan", g.get("jenis_jabatan", ""), jabatan))
    return isi


def _pilihan_golongan() -> list[tuple[str, str]]:
    return [
        (f"{j.value}-{urut}", f"{LABEL[JenisPegawai][j]} {Golongan(j, urut).nama}")
        for j in JenisPegawai
        for urut in range(TERENDAH, TERTINGGI + 1)
    ]


# -- what every output says about itself ------------------------------------------------------------


def _judul(laporan: Laporan, per: date) -> str:
    """'Daftar urut kepangkatan per 31 Desember 2026' also when the day is another one."""
    nama = "DUK" if laporan.kode == "duk" else laporan.judul
    return f"{nama} per {kata.tanggal(per)}"


def _keterangan(
    request: HttpRequest, laporan: Laporan, minta: Permintaan, isi: IsiLaporan, dihitung: list[Ruas]
) -> list[tuple[str, str]]:
    saringan = [
        f"{i['judul']}: {p['teks'].lstrip('– ')}"
        for i in _isian(request, laporan, minta)
        for p in i["pilihan"]
        if p["aktif"]
    ]
    aturan = laporan.keterangan_aturan(minta.per)
    return [
        ("Isi", _judul(laporan, minta.per)),
        ("Lingkup", wewenang(request).instansi_nama or "Semua instansi"),
        ("Saringan", "; ".join(saringan) or "Tidak ada"),
        *([("Yang dihitung", kalimat(dihitung))] if dihitung else []),
        ("Jumlah", f"{kata.bilangan(isi.jumlah)} {'orang' if isi.ids is not None else 'baris'}"),
        ("Sumber", SUMBER),
        *([("Aturan", aturan)] if aturan else []),
        ("Dicetak", f"{kata.waktu(timezone.localtime())} oleh {request.user}"),
    ]


def _berurl(
    request: HttpRequest, laporan: Laporan, minta: Permintaan, ruas: list[Ruas]
) -> list[dict[str, str]]:
    """Whom it counts, with links; none where the list of today would show other people."""
    g, dipakai = request.GET, laporan.saringan
    golongan = _golongan(g.get("golongan", "")) if "golongan" in dipakai else None
    if golongan and minta.per != timezone.localdate():
        return [{"teks": kalimat(ruas), "url": ""}]
    jenis = bilangan(g.get("jenis")) if "jenis" in dipakai else None
    return berurl(
        ruas,
        unit=minta.unit.pk if minta.unit else None,
        golongan=g["golongan"] if golongan else None,
        jenis__exact=jenis if jenis in set(JenisPegawai) else None,
    )


def _catat(request: HttpRequest, laporan: Laporan, isi: IsiLaporan, tindakan: str, bagian: slice) -> None:
    """People read by name leave a row each; numbers leave one for the report."""
    if isi.ids is not None:
        catat_baca(
            pengguna=request.user, pegawai_ids=isi.ids[bagian], kanal=KANAL, tindakan=tindakan,
            keperluan=f"Laporan {laporan.judul}",
        )  # fmt: skip
    elif tindakan != "lihat_laporan":
        catat(
            pengguna=request.user, tindakan="unduh_rekap", subjek_jenis="laporan", subjek_id=None,
            kanal=KANAL, rincian={"laporan": laporan.kode, "cara": tindakan},
        )  # fmt: skip


def _kantor(request: HttpRequest) -> Instansi | None:
    """The one office that signs; None for who sees several, or only a unit."""
    semua = list(Instansi.objects.visible_to(request.user)[:2])
    return semua[0] if len(semua) == 1 else None


def _pejabat(kantor: Instansi) -> PejabatPenandaTangan | None:
    pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=kantor)
    hasil: PejabatPenandaTangan | None = pejabat.pada(timezone.localdate()).first()
    return hasil


daftarkan_menu("Laporan", "Laporan", INDEKS)
