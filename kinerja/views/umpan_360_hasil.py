"""Results of 360 feedback: my own, and as atasan penilai the same of my direct reports."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import Kelompok360, NilaiBerakhlak, Pita360, Skala360
from kinerja.kamus import LABEL
from kinerja.kamus.umpan_360 import PERNYATAAN, SEBAB_TERLALU_SEDIKIT, TERLALU_SEDIKIT
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.services.umpan_360_hasil import Tampil, own_rounds, read_result, report_results
from pegawai.services.profil import zone_of
from pegawai.views.saya import KANAL, own_record

KELAS_PITA = {
    Pita360.JARANG: "perlu",
    Pita360.KADANG: "perlu",
    Pita360.CUKUP_SERING: "jalan",
    Pita360.SERING: "ok",
}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Closed rounds about me, and the newest one of each direct report."""
    saya = own_record(request)
    bawahan = report_results(pengguna=request.user)
    catat_baca(pengguna=request.user, pegawai_ids=sorted(p.pk for p, _ in bawahan), kanal=KANAL)
    konteks = {
        "milik": [
            {"nama": p.putaran.nama, "url": reverse("kinerja:hasil_360", args=[p.putaran_id, saya.pk])}
            for p in own_rounds(request.user)
            if p.putaran.ditutup_pada
        ],
        "bawahan": [
            {
                "nama": orang.nama_gelar,
                "putaran": p.putaran.nama,
                "url": reverse("kinerja:hasil_360", args=[p.putaran_id, orang.pk]),
            }
            for orang, p in bawahan
        ],
        "url_balik": reverse("kinerja:umpan_360"),
    }
    return render(request, "kinerja/umpan_360_hasil_daftar.html", konteks)


@require_safe
def hasil(request: HttpRequest, putaran_id: int, pegawai_id: int) -> HttpResponse:
    """What is shown of one closed round about one person: the same for them and their atasan."""
    saya = own_record(request)
    try:
        lembar = read_result(pengguna=request.user, putaran_id=putaran_id, pegawai_id=pegawai_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    catat_baca(
        pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, keperluan="Hasil umpan balik 360"
    )
    putaran = lembar.peserta.putaran
    konteks = {
        "nama": "" if pegawai_id == saya.pk else lembar.peserta.pegawai.nama_gelar,
        "putaran": putaran.nama,
        "masa": f"{kata.tanggal(putaran.masa_mulai)} sampai {kata.tanggal(putaran.masa_sampai)}",
        "ditutup": kata.tanggal(putaran.ditutup_pada.astimezone(ZoneInfo(zone_of(saya))).date())
        if putaran.ditutup_pada
        else "",
        "talenta": putaran.untuk_talenta,
        "atasan": lembar.atasan and _named(lembar.atasan),
        "kelompok": [_group(t) for t in lembar.kelompok],
        "terlalu_sedikit": TERLALU_SEDIKIT,
        "sebab": SEBAB_TERLALU_SEDIKIT,
        "url_balik": reverse("kinerja:hasil_360_daftar"),
    }
    return render(request, "kinerja/umpan_360_hasil.html", konteks)


def _named(t: Tampil) -> dict[str, Any]:
    return {
        "nama": t.nama,
        "baris": [
            {"label": PERNYATAAN[b], "nilai": LABEL[Skala360][Skala360(t.nilai[b])]}
            for b in SEMUA_BUTIR
            if b in t.nilai
        ],
        "baik": t.baik,
        "tingkatkan": t.tingkatkan,
    }


def _group(t: Tampil) -> dict[str, Any]:
    return {
        "nama": LABEL[Kelompok360][t.kelompok],
        "baris": [_value(n, t.nilai) for n in NilaiBerakhlak],
        "baik": t.baik,
        "tingkatkan": t.tingkatkan,
    }


def _value(n: NilaiBerakhlak, nilai: dict[str, int]) -> dict[str, str]:
    label = LABEL[NilaiBerakhlak][n]
    if n.value not in nilai:
        return {"label": label, "tanda": "Data terlalu sedikit", "kelas": ""}
    pita = Pita360(nilai[n.value])
    return {"label": label, "tanda": LABEL[Pita360][pita], "kelas": KELAS_PITA[pita]}
