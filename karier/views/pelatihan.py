"""Pelatihan of an ASN: what fits, the whole catalogue, one programme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.views import halaman_ke, lewati_dari
from karier.services.cocok import match_programs
from karier.services.keadaan import read_outcomes
from karier.services.pencocokan import all_gaps
from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, guarded
from pelatihan.enums import Metode
from pelatihan.kamus import LABEL
from pelatihan.kamus.katalog import cost_text, method_text
from pelatihan.models import MinatPelatihan, Pelatihan
from pelatihan.services.katalog import SaranPelatihan, holder
from pelatihan.services.katalog_baca import (
    PANJANG,
    Saringan,
    fields_of_work,
    planned_months,
    read_program,
    search_catalogue,
)
from pelatihan.services.kelas_terbuka import Kelas, open_classes
from pelatihan.services.minat import awaited_by, waits_for
from pelatihan.views.bagian import collect_parts

PER_HALAMAN: Final = 20


class Saran(NamedTuple):
    """`ada_celah`: something is known that the person lacks; `tahu`: their data could be read."""

    pelatihan: list[SaranPelatihan]
    ada_celah: bool
    tahu: bool


class Terbaca(NamedTuple):
    """One programme of a list: its open classes, and the month in which it is planned."""

    pelatihan: Pelatihan
    kelas: list[Kelas]
    direncanakan: date | None


@require_safe
def pelatihan(request: HttpRequest) -> HttpResponse:
    """Three programmes with their reasons, then everything that the government offers."""
    saya, at = own_record(request), timezone.now()
    hari = day_of(saya, at)
    saran = guarded("pelatihan", lambda: _suggested(saya, hari))
    bagian, gagal = collect_parts(Penanya(request, saya, at))
    cocok = saran.nilai or Saran([], ada_celah=False, tahu=False)
    ditunggu = awaited_by(saya)
    rencana = planned_months([s.pelatihan_id for s in cocok.pelatihan if not s.kelas], saya.instansi_id, hari)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        "cocok": [_card(s, rencana.get(s.pelatihan_id), ditunggu) for s in cocok.pelatihan],
        "ditunggu": ditunggu,
        "ada_celah": cocok.ada_celah,
        "tahu": cocok.tahu,
        "bagian": bagian,
        "gagal": list(dict.fromkeys([*saran.gagal, *gagal])),
        **_catalogue(request, saya.instansi_id, hari),
    }
    return render(request, "karier/pelatihan.html", isi)


@require_safe
def program(request: HttpRequest, pk: int) -> HttpResponse:
    """One programme: what it is, for whom, and its classes; 404 where the government does not offer it."""
    saya = own_record(request)
    hari = day_of(saya, timezone.now())
    try:
        r = read_program(pelatihan_id=pk, instansi_id=saya.instansi_id, hari=hari)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    isi = {
        "p": r.pelatihan,
        "rincian": _details(r.pelatihan),
        "kompetensi": r.pelatihan.kompetensi.all(),
        "sasaran": r.pelatihan.sasaran.all(),
        "materi": r.materi,
        "kelas": [_class(k) for k in r.kelas],
        "jadwal": "" if any(k.menerima for k in r.kelas) else _when(r.direncanakan),
        "ditunggu": waits_for(saya, r.pelatihan.pk),
    }
    return render(request, "karier/program.html", isi)


def _suggested(saya: Pegawai, hari: date) -> Saran:
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=hari)[saya.pk]
    celah = all_gaps(keadaan)
    kebutuhan = [c.kebutuhan for c in celah]
    cocok = match_programs(pegawai=saya, keadaan=keadaan, kebutuhan=kebutuhan, per=hari)
    return Saran(cocok, ada_celah=bool(celah), tahu=not keadaan.gagal)


def _card(s: SaranPelatihan, direncanakan: date | None, ditunggu: Sequence[MinatPelatihan]) -> dict[str, Any]:
    return {
        "pk": s.pelatihan_id,
        "ditunggu": any(m.pelatihan_id == s.pelatihan_id for m in ditunggu),
        "nama": s.nama,
        "penyelenggara": s.penyelenggara,
        "alasan": f"{s.alasan[:1].upper()}{s.alasan[1:]}.",
        "url": reverse("karier:program", args=[s.pelatihan_id]),
        "kelas": s.kelas and _class(s.kelas),
        "jadwal": "" if s.kelas else _when(direncanakan),
    }


def _class(k: Kelas) -> dict[str, Any]:
    sisa = f"{k.sisa} dari {k.kursi} kursi tersisa" if k.sisa > 0 else f"{k.kursi} kursi, semua terisi"
    return {
        "nama": k.nama,
        "waktu": kata.rentang(k.mulai, k.selesai),
        "tempat": k.tempat,
        "kursi": sisa,
        "biaya": cost_text(k.biaya),
        "daftar_sampai": kata.tanggal(k.daftar_sampai),
        "tanda": k.tanda,
        "menerima": k.menerima,
        "url_daftar": reverse("pelatihan:daftar", args=[k.angkatan_id]) if k.menerima else "",
    }


def _when(direncanakan: date | None) -> str:
    return f"Direncanakan {kata.bulan_tahun(direncanakan)}" if direncanakan else "Belum ada jadwal"


# -- the catalogue ----------------------------------------------------------------------------------


def _catalogue(request: HttpRequest, instansi_id: int, hari: date) -> dict[str, Any]:
    saringan, lewati = _asked(request), lewati_dari(request, "mulai")
    semua = search_catalogue(instansi_id=instansi_id, saringan=saringan, hari=hari)
    jumlah = semua.count()
    tampil = list(semua[lewati : lewati + PER_HALAMAN])
    ids = [p.pk for p in tampil]
    kelas, rencana = open_classes(ids, instansi_id, hari), planned_months(ids, instansi_id, hari)
    return {
        "katalog": [_row(Terbaca(p, kelas.get(p.pk, []), rencana.get(p.pk))) for p in tampil],
        "jumlah": jumlah,
        "disaring": any(saringan),
        "cari": {"nama": "q", "judul": "Kata yang dicari", "nilai": saringan.teks},
        "isian": _choices(saringan, fields_of_work(instansi_id)),
        "url_hapus_saringan": f"{reverse('karier:pelatihan')}#katalog" if any(saringan) else "",
        "halaman": halaman_ke(
            request, "mulai", lewati=lewati, tampil=len(tampil), semua=jumlah, per=PER_HALAMAN
        ),
    }


def _asked(request: HttpRequest) -> Saringan:
    ambil = {nama: request.GET.get(nama, "").strip() for nama in ("q", "bidang", "metode", "jp", "jadwal")}
    teks, bidang, metode, jp, jadwal = (nilai.replace("\x00", "") for nilai in ambil.values())
    return Saringan(teks=teks, bidang=bidang, metode=metode, jp=jp, dibuka=jadwal == "dibuka")


def _choices(s: Saringan, bidang: list[str]) -> list[dict[str, Any]]:
    """For partials/saring.html; a field of work that is asked for stays among the choices."""
    terpakai = [s.bidang] if s.bidang and s.bidang not in bidang else []
    isian: tuple[tuple[str, str, list[tuple[str, str]], str], ...] = (
        ("bidang", "Bidang", [(b, b) for b in [*bidang, *terpakai]], s.bidang),
        ("metode", "Cara belajar", [(m.value, LABEL[Metode][m]) for m in Metode], s.metode),
        ("jp", "Jam pelajaran (JP)", [(kode, teks) for kode, teks, *_ in PANJANG], s.jp),
        ("jadwal", "Jadwal", [("dibuka", "Pendaftaran dibuka")], "dibuka" if s.dibuka else ""),
    )
    return [
        {
            "nama": nama,
            "judul": judul,
            "pilihan": [{"nilai": n, "teks": t, "aktif": n == kini} for n, t in pilihan],
        }
        for nama, judul, pilihan, kini in isian
    ]


def _row(t: Terbaca) -> dict[str, Any]:
    p = t.pelatihan
    kelas = t.kelas[0] if t.kelas else None
    biaya = p.biaya if kelas is None else kelas.biaya
    ket = (f"{p.jp} JP", method_text(Metode(p.metode), p.ukuran_mb), cost_text(biaya), p.bidang, holder(p))
    return {
        "nama": p.nama,
        "url": reverse("karier:program", args=[p.pk]),
        "tanda": kelas.tanda if kelas else None,
        "jadwal": kata.rentang(kelas.mulai, kelas.selesai) if kelas else _when(t.direncanakan),
        "ket": " · ".join(bagian for bagian in ket if bagian),
    }


def _details(p: Pelatihan) -> list[tuple[str, str]]:
    """What stands beside the description; what is not recorded is left out."""
    ulang = f"Setiap {kata.lama(p.ulang_bulan)}" if p.ulang_bulan else ""
    semua = (
        ("Jam pelajaran (JP)", f"{p.jp} JP"),
        ("Bentuk", p.get_bentuk_display()),
        ("Cara belajar", p.get_metode_display()),
        ("Ukuran materi", f"{p.ukuran_mb} MB" if p.ukuran_mb else ""),
        ("Biaya", cost_text(p.biaya).capitalize() if not p.biaya else cost_text(p.biaya)),
        ("Bidang", p.bidang),
        ("Penyelenggara", holder(p)),
        ("Diulang", ulang),
    )
    return [(judul, nilai) for judul, nilai in semua if nilai]
