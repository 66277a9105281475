"""What the plan, the realisation and the feedback of the leader say about a result.

They stand beside it and in the bundle that is frozen with an objection. Feedback of colleagues is not among
it: they were told who reads their words, and whoever decides an objection is not.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kinerja.enums import JenisUmpanBalik, StatusPengisian
from kinerja.models import NaskahSKP, PengisianRealisasi, Penilaian, UmpanBalik
from kinerja.reports.evaluasi import span_of
from kinerja.services.hasil import Hasil, Kutipan
from kinerja.services.realisasi_bahan import lines_of
from pegawai.services.profil import zone_of


def agreed_plans(hasil: Hasil) -> list[dict[str, Any]]:
    """Every row of the plans of these days, in the text that was agreed last."""
    mulai, sampai = span_of(hasil)
    naskah = NaskahSKP.objects.filter(
        skp__pegawai=hasil.pegawai_id, skp__mulai__lte=sampai, skp__sampai__gte=mulai
    )
    terakhir = {n.skp_id: n.isi for n in naskah.order_by("skp__mulai", "ke")}
    return [
        {
            "tentang": h["rhk"],
            "masa": isi["masa"],
            "indikator": [f"{i['iki']} (target {i['target']})" for i in h["indikator"]],
        }
        for isi in terakhir.values()
        for h in isi["hasil"]
    ]


def sent_realisations(hasil: Hasil) -> list[str]:
    """What was sent about these days: of a year also about its quarters and months."""
    mulai, sampai = span_of(hasil)
    semua = PengisianRealisasi.objects.filter(
        skp__pegawai=hasil.pegawai_id,
        skp__mulai__lte=sampai,
        skp__sampai__gte=mulai,
        status=StatusPengisian.DIKIRIM,
    )
    if isinstance(hasil, Penilaian):
        semua = semua.filter(siklus__tahun=hasil.tahun)
    else:
        semua = semua.filter(siklus=hasil.siklus)
    terkirim = semua.select_related("skp", "siklus").prefetch_related("realisasi")
    urut = sorted(terkirim, key=lambda p: (p.siklus.masa.sampai, p.skp.mulai, p.pk))
    return [baris for p in urut for baris in lines_of(p)]


def words_of_the_leader(hasil: Hasil) -> list[Kutipan]:
    """Feedback that the pejabat penilai gave in these days and the person has read."""
    mulai, sampai = span_of(hasil)
    zona = ZoneInfo(zone_of(hasil.pegawai))
    awal = datetime.combine(mulai, time(), tzinfo=zona)
    milik = UmpanBalik.objects.terkirim().filter(
        pegawai=hasil.pegawai_id,
        pemberi=hasil.penilai_id or 0,
        dibaca_pada__isnull=False,
        dikirim_pada__gte=awal,
        dikirim_pada__lt=datetime.combine(sampai + timedelta(days=1), time(), tzinfo=zona),
    )
    return [
        Kutipan(u.jenis == JenisUmpanBalik.KEKUATAN, f"{u.peristiwa} {u.dampak} {u.berikutnya}")
        for u in milik.order_by("dikirim_pada", "pk")
    ]
