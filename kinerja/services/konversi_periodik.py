"""What conversions rest on: posts, years with a predikat, and the lines of periodic evaluations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone

from asn_karier.lib.aturan import Aturan
from kinerja.enums import Predikat, StatusPenilaian
from kinerja.models import EvaluasiPeriodik, KonversiAngkaKredit, Penilaian
from kinerja.rules.angka_kredit import koefisien_milli
from kinerja.rules.konversi_periodik import BarisPeriodik, Evaluasi, baris_periodik
from kinerja.rules.masa import Jabatan, segmen_setahun
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai, RiwayatJabatan


def rated_years(orang: QuerySet[Pegawai]) -> list[int]:
    """The years in which these people have an announced appraisal, of the year or of a period in it."""
    tetap = {"status": StatusPenilaian.DITETAPKAN, "pegawai__in": orang.order_by().values("pk")}
    tahunan = Penilaian.objects.filter(**tetap).order_by().values_list("tahun", flat=True)
    periodik = EvaluasiPeriodik.objects.filter(**tetap).order_by().values_list("siklus__tahun", flat=True)
    return sorted({*tahunan.distinct(), *periodik.distinct()})


def posts_until(pegawai_ids: list[int], tahun: int) -> dict[int, list[Jabatan]]:
    """Posts up to the end of the year per PNS, by rising TMT (a PPPK has no angka kredit)."""
    baris = (
        RiwayatJabatan.objects.filter(
            pegawai_id__in=pegawai_ids, pegawai__jenis=JenisPegawai.PNS, tmt__lte=date(tahun, 12, 31)
        )
        .order_by("pegawai_id", "tmt")
        .values_list("pegawai_id", "tmt", "jabatan__jenjang")
    )
    return {p: [Jabatan(*b[1:]) for b in daftar] for p, daftar in groupby(baris, key=lambda b: b[0])}


def periodic_lines(
    pegawai_ids: list[int], tahun: int, pak_sampai: Mapping[int, date], at: datetime, a: Aturan
) -> dict[int, list[KonversiAngkaKredit]]:
    """Conversions of the periodic evaluations of these people, where their instansi wants them.

    An evaluation is converted when it is announced and its last day is over. Two queries.
    """
    evaluasi = _announced(pegawai_ids, tahun, at)
    riwayat = posts_until([*evaluasi], tahun) if evaluasi else {}
    hasil = {}
    for pegawai_id, daftar in evaluasi.items():
        segmen = segmen_setahun(riwayat.get(pegawai_id, []), tahun, pak_sampai.get(pegawai_id))
        if baris := [_line(pegawai_id, b, at, a) for b in baris_periodik(segmen, daftar, a)]:
            hasil[pegawai_id] = baris
    return hasil


def _announced(pegawai_ids: list[int], tahun: int, at: datetime) -> dict[int, list[Evaluasi]]:
    semua = EvaluasiPeriodik.objects.filter(
        pegawai_id__in=pegawai_ids,
        pegawai__instansi__pengaturan_kinerja__konversi_periodik=True,
        siklus__tahun=tahun,
        status=StatusPenilaian.DITETAPKAN,
        sampai__lt=timezone.localdate(at),
    ).order_by("pegawai_id", "mulai")
    hasil: dict[int, list[Evaluasi]] = defaultdict(list)
    for pegawai_id, siklus_id, mulai, sampai, predikat in semua.values_list(
        "pegawai_id", "siklus_id", "mulai", "sampai", "predikat"
    ):
        hasil[pegawai_id].append(Evaluasi(siklus_id, mulai, sampai, Predikat(predikat)))
    return hasil


def _line(pegawai_id: int, b: BarisPeriodik, at: datetime, a: Aturan) -> KonversiAngkaKredit:
    return KonversiAngkaKredit(
        pegawai_id=pegawai_id,
        tahun=b.mulai.year,
        mulai=b.mulai,
        bulan=b.bulan,
        jenjang=b.segmen.jenjang,
        koefisien_milli=koefisien_milli(b.segmen.jenjang, a),
        persen=b.persen,
        nilai_senti=b.senti,
        siklus_id=b.kunci,
        diubah_pada=at,
    )
