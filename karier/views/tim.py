"""My direct reports."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import Halaman, alamat, bilangan
from karier.services.tim import PER_HALAMAN, Anggota, Tim, build_team
from karier.views.beranda import rating_task, signing_task
from kinerja.services.meja import BarisMeja, Meja
from pegawai.views.saya import KANAL, own_record


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """My direct reports; about everyone further down only counts."""
    saya = own_record(request)
    lewati = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    hasil = build_team(pengguna=request.user, saya=saya, per=timezone.localdate(), lewati=lewati)
    catat_baca(pengguna=request.user, pegawai_ids=[a.siapa.pegawai_id for a in hasil.anggota], kanal=KANAL)
    isi = {
        "unit": saya.unit.nama if saya.unit else "",
        "ringkasan": _tiles(hasil),
        "tugas": [*rating_task(hasil.meja, saya), *signing_task(hasil.konversi)],
        "anggota": [_member(a, hasil.meja) for a in hasil.anggota],
        "halaman": _page(request, hasil, lewati),
    }
    return render(request, "karier/tim.html", isi)


def _tiles(hasil: Tim) -> list[dict[str, Any]]:
    ubin: list[dict[str, Any]] = [{"jumlah": hasil.jumlah, "teks": "bawahan langsung"}]
    if hasil.tidak_langsung is not None:
        banyak, siap = hasil.tidak_langsung
        ubin.append({"jumlah": banyak, "teks": "bawahan tidak langsung"})
        if siap is not None:
            ubin.append({"jumlah": siap, "teks": "di antaranya memenuhi syarat kenaikan pangkat"})
    return ubin


def _member(a: Anggota, meja: Meja) -> dict[str, Any]:
    tahun = meja.siklus.tahun if meja.siklus else None
    return {
        "nama": a.siapa.nama,
        "jabatan": a.siapa.jabatan,
        "url": reverse("karier:syarat_pegawai", args=[a.siapa.pegawai_id]) if a.berpangkat else "",
        "tanda": a.putusan.judul,
        "kelas": a.putusan.kelas,
        "kalimat": a.putusan.kalimat,
        "langkah": a.putusan.langkah,
        "agar": a.agar,
        "penilaian": _rating_text(a.meja, tahun),
        "penilaian_kelas": "ok" if a.meja and a.meja.ditetapkan else "",
        "url_penilaian": reverse("kinerja:penilaian", args=[tahun, a.siapa.pegawai_id]) if tahun else "",
        "jp": a.jp,
    }


def _rating_text(baris: BarisMeja | None, tahun: int | None) -> str:
    if tahun is None or baris is None:
        return "Belum ada siklus"
    if baris.penilaian is None:
        return f"{tahun}: belum dinilai"
    return f"{tahun}: {baris.penilaian.get_predikat_display()}{'' if baris.ditetapkan else ' (draf)'}"


def _page(request: HttpRequest, hasil: Tim, lewati: int) -> Halaman | None:
    if not lewati and not hasil.ada_lagi:
        return None
    return Halaman(
        sebelum=alamat(request, mulai=max(lewati - PER_HALAMAN, 0)) if lewati else "",
        berikut=alamat(request, mulai=lewati + PER_HALAMAN) if hasil.ada_lagi else "",
        teks=f"Baris {lewati + 1}\N{EN DASH}{lewati + len(hasil.anggota)} dari {hasil.jumlah}",
    )
