"""My direct reports."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import Halaman, halaman_ke, lewati_dari
from karier.enums import StatusIdp
from karier.services.pimpinan import Pilihan, chosen, team_glance
from karier.services.tim import PER_HALAMAN, Anggota, TidakLangsung, Tim, build_team
from karier.views.sekilas import choice_text, glance_tiles
from kinerja.services.meja import BarisMeja, Meja
from kinerja.views.bersama import team_of
from pegawai.services.profil import zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, collect_tasks, task_line


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """My direct reports; about everyone further down only how many stand in which unit."""
    saya = own_record(request)
    penanya = Penanya(request, saya, timezone.now())
    keadaan = team_of(penanya)
    sekilas = team_glance(keadaan) if keadaan else []
    pilihan = Pilihan(request.GET.get("lihat", ""), request.GET.get("belum") == "1")
    lewati, lewati_unit = (lewati_dari(request, nama) for nama in ("mulai", "unit"))
    hasil = build_team(
        pengguna=request.user,
        saya=saya,
        per=timezone.localdate(),
        lewati=lewati,
        lewati_unit=lewati_unit,
        hanya=chosen(sekilas, pilihan),
    )
    catat_baca(pengguna=request.user, pegawai_ids=[a.siapa.pegawai_id for a in hasil.anggota], kanal=KANAL)
    isi = {
        "unit": saya.unit.nama if saya.unit else "",
        "ringkasan": _tiles(hasil),
        "sekilas": glance_tiles(sekilas),
        "pilihan": choice_text(sekilas, pilihan),
        "tugas": [task_line(t, penanya) for t in collect_tasks(penanya).untuk_orang_lain()],
        "anggota": [_member(a, hasil.meja) | _feedback(a, zone_of(saya)) for a in hasil.anggota],
        "halaman": _page(request, "mulai", lewati, len(hasil.anggota), hasil.terpilih),
        "jauh": hasil.tidak_langsung and _further(request, hasil.tidak_langsung, lewati_unit),
    }
    return render(request, "karier/tim.html", isi)


def _page(request: HttpRequest, nama: str, lewati: int, tampil: int, semua: int) -> Halaman | None:
    return halaman_ke(request, nama, lewati=lewati, tampil=tampil, semua=semua, per=PER_HALAMAN)


def _tiles(hasil: Tim) -> list[dict[str, Any]]:
    """Each number says which list below adds up to it."""
    ubin: list[dict[str, Any]] = [{"jumlah": hasil.jumlah, "teks": "bawahan langsung", "url": "#langsung"}]
    jauh = hasil.tidak_langsung
    if jauh is not None:
        ubin.append(
            {"jumlah": jauh.jumlah, "teks": "bawahan tidak langsung, per unit", "url": "#tidak-langsung"}
        )
        if jauh.siap is not None:
            siap = "bawahan tidak langsung memenuhi syarat kenaikan pangkat"
            ubin.append({"jumlah": jauh.siap, "teks": siap, "url": ""})
    return ubin


def _further(request: HttpRequest, jauh: TidakLangsung, lewati: int) -> dict[str, Any]:
    return {
        "jumlah": jauh.jumlah,
        "banyak_unit": jauh.banyak_unit,
        "unit": [u._replace(nama=u.nama or "Unit belum tercatat") for u in jauh.unit],
        "halaman": _page(request, "unit", lewati, len(jauh.unit), jauh.banyak_unit),
    }


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
        "url_penilaian": reverse("kinerja:penilaian", args=[meja.siklus.pk, a.siapa.pegawai_id])
        if meja.siklus and a.meja
        else "",
        "jp": a.jp,
        "idp": f"{a.idp.tahun}: {a.idp.get_status_display()}" if a.idp else "Belum ada",
        "idp_menunggu": a.idp is not None and a.idp.status == StatusIdp.MENUNGGU_ATASAN,
        "url_idp": reverse("karier:rencana_lembar", args=[a.idp.pk]) if a.idp and a.idp.dikirim_pada else "",
    }


def _feedback(a: Anggota, zona_waktu: str) -> dict[str, str]:
    """How long ago this leader wrote to them, by days of the leader's clock."""
    zona, teks = ZoneInfo(zona_waktu), "Belum ada"
    if a.umpan_balik is not None:
        hari = (timezone.localdate(timezone=zona) - a.umpan_balik.astimezone(zona).date()).days
        teks = f"{hari} hari lalu" if hari > 0 else "Hari ini"
    return {
        "umpan_balik": teks,
        "url_umpan_balik": reverse("kinerja:umpan_balik_tim", args=[a.siapa.pegawai_id]),
        "url_beri": reverse("kinerja:umpan_balik_beri", args=[a.siapa.pegawai_id]),
    }


def _rating_text(baris: BarisMeja | None, tahun: int | None) -> str:
    if tahun is None or baris is None:
        return "Belum ada siklus"
    if baris.penilaian is None or baris.dari_penilai_lain:
        return f"{tahun}: belum dinilai"
    return f"{tahun}: {baris.penilaian.get_predikat_display()}{'' if baris.ditetapkan else ' (draf)'}"
