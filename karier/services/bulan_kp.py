"""The month of kenaikan pangkat as HR reads it: periods, heaps with their numbers, and the rows of one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.syarat import Status
from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.reports.hasil import pareto
from karier.rules.bulan_kp import (
    DARI_HASIL,
    MENUNGGU_WAKTU,
    Tumpukan,
    pasangan_usul,
    tumpukan_hasil,
    tumpukan_usul,
)
from karier.rules.periode import JendelaUsul, periode_mulai, proposal_window, target_tmt
from karier.services.keadaan import last_run
from karier.services.parameter import aturan_instansi
from pegawai.models import Instansi, Pegawai, UnitKerja

_KE_BELAKANG: Final = 3
_KE_DEPAN: Final = 3
#: Whoever has such a recommendation lies on its heap, and not on one of the outcomes too: an ijazah may be
#: ready for a proposal while the next golongan is not. A delay or refusal leaves them where they stand.
_DI_TUMPUKAN_USUL: Final = (
    StatusRekomendasi.MENUNGGU,
    StatusRekomendasi.DITETAPKAN,
    StatusRekomendasi.TERLAKSANA,
)


class Periode(NamedTuple):
    """One TMT with its proposal window. `sasaran`: the first one that can still be proposed for."""

    tmt: date
    jendela: JendelaUsul
    sasaran: bool


@dataclass(frozen=True, slots=True)
class Bulan:
    """What one reader sees of one TMT. `run` is None before the first run for it."""

    instansi: Instansi
    periode: Periode
    run: RunEvaluasi | None
    orang: QuerySet[Pegawai]
    hari_ini: date
    aturan: Aturan

    @property
    def terbuka(self) -> bool:
        """Whether a proposal may still be decided today."""
        return self.hari_ini <= self.periode.jendela.tutup


def hari_ini_instansi(instansi: Instansi, at: datetime) -> date:
    """The date on the clocks of that government."""
    return at.astimezone(ZoneInfo(instansi.zona_waktu)).date()


def daftar_periode(hari_ini: date, aturan: Aturan) -> list[Periode]:
    """The periods around the one that can be proposed for, the oldest first."""
    sasaran = target_tmt(hari_ini, aturan)
    tmt = periode_mulai(add_months(sasaran, -_KE_BELAKANG), aturan)
    hasil: list[Periode] = []
    while sum(p.tmt > sasaran for p in hasil) < _KE_DEPAN:
        hasil.append(Periode(tmt, proposal_window(tmt, aturan), tmt == sasaran))
        tmt = periode_mulai(add_months(tmt, 1), aturan)
    return hasil


def buka_bulan(
    *,
    instansi: Instansi,
    periode: Periode,
    pengguna: Any,
    hari_ini: date,
    aturan: Aturan,
    unit: UnitKerja | None = None,
    cari: str = "",
) -> Bulan:
    """The people whom `pengguna` keeps in that government, narrowed to a unit and a NIP or name."""
    orang = Pegawai.objects.dikelola(pengguna).of_instansi(instansi.pk)
    if unit is not None:
        orang = orang.in_subtree(unit)
    kata = cari.strip()
    if kata:
        angka = "".join(kata.split())
        orang = orang.filter(nip=angka) if angka.isdigit() else orang.filter(nama__icontains=kata)
    return Bulan(instansi, periode, last_run(instansi.pk, tmt=periode.tmt), orang, hari_ini, aturan)


def aturan_bulan(instansi: Instansi, at: datetime) -> tuple[date, Aturan]:
    """Today there, and the law and settings of today."""
    hari_ini = hari_ini_instansi(instansi, at)
    return hari_ini, aturan_instansi(instansi.pk, hari_ini)


def usul_bulan(bulan: Bulan) -> QuerySet[Any]:
    """Every recommendation of kenaikan pangkat for that TMT."""
    return Rekomendasi.objects.filter(
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT, periode=bulan.periode.tmt, pegawai__in=bulan.orang
    )


def hasil_bulan(bulan: Bulan) -> QuerySet[Any]:
    """Outcomes of the people who are neither proposed for that TMT nor ready to be."""
    if bulan.run is None:
        return HasilEvaluasi.objects.none()
    usul = Rekomendasi.objects.filter(
        pegawai=OuterRef("pegawai"),
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        periode=bulan.periode.tmt,
        status__in=_DI_TUMPUKAN_USUL,
    )
    return HasilEvaluasi.objects.filter(~Exists(usul), run=bulan.run, pegawai__in=bulan.orang)


def hitung_bulan(bulan: Bulan) -> Counter[Tumpukan]:
    """People per heap; two queries."""
    hitungan: Counter[Tumpukan] = Counter()
    hasil = hasil_bulan(bulan).order_by().values_list("kp_status", "kp_alasan", "kp_kurang")
    for status, alasan, kurang, n in hasil.annotate(n=Count("pegawai_id")):
        if tumpukan := tumpukan_hasil(status, alasan, kurang):
            hitungan[tumpukan] += n
    usul = usul_bulan(bulan).order_by().values_list("status", "usul__status")
    for status, keadaan, n in usul.annotate(n=Count("pk")):
        if tumpukan := tumpukan_usul(status, keadaan):
            hitungan[tumpukan] += n
    return hitungan


def isi_tumpukan(bulan: Bulan, tumpukan: Tumpukan) -> QuerySet[Any]:
    """The rows of one heap, with a `pegawai_id` each: outcomes of a run, or recommendations."""
    if tumpukan in DARI_HASIL:
        return hasil_bulan(bulan).filter(_saring_hasil(tumpukan))
    pasangan = Q(pk__in=[])
    for status, usul in pasangan_usul(tumpukan):
        keadaan = Q(usul__isnull=True) if usul is None else Q(usul__status=usul)
        pasangan |= Q(status=status) & keadaan
    return usul_bulan(bulan).filter(pasangan)


def _saring_hasil(tumpukan: Tumpukan) -> Q:
    """The same as `tumpukan_hasil`, asked of the database."""
    if tumpukan is Tumpukan.PERBAIKAN:
        return Q(kp_status=Status.PERLU_VERIFIKASI)
    waktu = Q(kp_alasan__in=MENUNGGU_WAKTU)
    if tumpukan is Tumpukan.BELUM_WAKTUNYA:
        return Q(kp_status=Status.BELUM) & waktu
    satu = Q(kp_kurang=1) if tumpukan is Tumpukan.KURANG_SATU else ~Q(kp_kurang=1)
    return Q(kp_status=Status.BELUM) & ~waktu & satu


def penyebab(bulan: Bulan) -> list[tuple[int, int]]:
    """Why people are not ready: (first unmet requirement, people), the most frequent first."""
    baris = _belum_siap(bulan).order_by().values_list("kp_alasan").annotate(jumlah=Count("pegawai_id"))
    return pareto(dict(baris), boleh_khusus=True)


def semua_penyebab(bulan: Bulan, posisi: int) -> QuerySet[Any]:
    """The people behind one bar of `penyebab`."""
    return _belum_siap(bulan).filter(kp_alasan=posisi)


def _belum_siap(bulan: Bulan) -> QuerySet[Any]:
    return hasil_bulan(bulan).filter(kp_status__in=[Status.BELUM, Status.PERLU_VERIFIKASI])
