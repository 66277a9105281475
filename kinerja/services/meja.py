"""The desk of an atasan penilai: whom to rate in this cycle, and what stands there already."""

from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian, SiklusPenilaian
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities, moment_text


class BarisMeja(NamedTuple):
    """One direct report. `penilaian` is None before the first save."""

    siapa: Identitas
    penilaian: Penilaian | None

    @property
    def ditetapkan(self) -> bool:
        return self.penilaian is not None and self.penilaian.status == StatusPenilaian.DITETAPKAN


class Meja(NamedTuple):
    siklus: SiklusPenilaian | None
    baris: list[BarisMeja]

    @property
    def selesai(self) -> int:
        return sum(b.ditetapkan for b in self.baris)


class LembarNilai(NamedTuple):
    """Everything one rating page shows."""

    siklus: SiklusPenilaian
    pegawai: Pegawai
    siapa: Identitas
    penilaian: Penilaian | None

    @property
    def terbuka(self) -> bool:
        belum = self.penilaian is None or self.penilaian.status == StatusPenilaian.DRAF
        return belum and self.siklus.status == StatusSiklus.DIBUKA


def current_siklus(instansi_id: int) -> SiklusPenilaian | None:
    """The cycle leaders work on: the newest open one, else the newest closed one."""
    siklus = SiklusPenilaian.objects.filter(instansi_id=instansi_id).exclude(status=StatusSiklus.DISIAPKAN)
    terbuka = siklus.filter(status=StatusSiklus.DIBUKA).order_by("-tahun", "pk").first()
    return terbuka or siklus.order_by("-tahun", "pk").first()


def rater_desk(*, pengguna: Any, instansi_id: int, per: date) -> Meja:
    """The direct reports of `pengguna` with their appraisal of the current cycle; three queries."""
    siklus = current_siklus(instansi_id)
    if siklus is None:
        return Meja(None, [])
    bawahan = Pegawai.objects.visible_to(pengguna).filter(atasan_id=pengguna.pegawai_id)
    siapa = identities(bawahan.order_by("nama", "pk"), per=per)
    nilai = Penilaian.objects.visible_to(pengguna).filter(tahun=siklus.tahun, pegawai__in=siapa.keys())
    menurut = {p.pegawai_id: p for p in nilai}
    return Meja(siklus, [BarisMeja(s, menurut.get(pk)) for pk, s in siapa.items()])


def rating_sheet(*, pengguna: Any, pegawai_id: int, tahun: int, per: date) -> LembarNilai:
    """One direct report in one cycle; TidakDitemukan for anyone else's report and for other years."""
    pegawai = (
        Pegawai.objects.visible_to(pengguna)
        .filter(pk=pegawai_id, atasan_id=pengguna.pegawai_id)
        .exclude(pk=pengguna.pegawai_id)
        .select_related("instansi")
        .first()
    )
    siklus = (
        pegawai
        and SiklusPenilaian.objects.filter(instansi_id=pegawai.instansi_id, tahun=tahun)
        .exclude(status=StatusSiklus.DISIAPKAN)
        .first()
    )
    if pegawai is None or not siklus:
        raise TidakDitemukan("penilaian_tidak_ditemukan", "Penilaian itu tidak ditemukan dalam lingkup Anda.")
    penilaian = Penilaian.objects.visible_to(pengguna).filter(pegawai=pegawai, tahun=tahun).first()
    siapa = identities(Pegawai.objects.filter(pk=pegawai.pk), per=per)[pegawai.pk]
    return LembarNilai(siklus, pegawai, siapa, penilaian)


def deadline_text(siklus: SiklusPenilaian, zona_waktu: str) -> str:
    """The last minute of the last day, on the clock of the instansi: '31 Januari 2027 pukul 23.59 WIT'."""
    akhir = datetime.combine(siklus.batas_penilaian, time(23, 59), tzinfo=ZoneInfo(zona_waktu))
    return moment_text(akhir, zona_waktu)
