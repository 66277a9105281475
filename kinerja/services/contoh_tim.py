"""Who acts in the demo that is typed here: everybody on duty with an account, and the teams they form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from kinerja.enums import JenisSiklus
from kinerja.rules.masa_siklus import Masa, masa_siklus
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.querysets import BERTUGAS
from pegawai.reports.rantai import faulty_rows, read_chain
from pegawai.services.akun import buat_akun
from pegawai.services.atasan import GantiAtasan, change_raters

#: Without these repaired no cycle opens; every other fault of the chain stays for the newcomer to find.
HALANGAN: Final = ("atasan_diri_sendiri", "atasan_melingkar")


class Tim(NamedTuple):
    """A leader who is rated by somebody else, and the people whom they rate."""

    pimpinan: Pegawai
    orang: list[Pegawai]


class Triwulan(NamedTuple):
    tahun: int
    ke: int

    @property
    def masa(self) -> Masa:
        return masa_siklus(self.tahun, JenisSiklus.TRIWULAN, self.ke)

    def mundur(self, banyak: int) -> Triwulan:
        nomor = self.tahun * 4 + self.ke - 1 - banyak
        return Triwulan(nomor // 4, nomor % 4 + 1)


@dataclass(frozen=True, slots=True)
class Pelaku:
    """The people of one instansi and the moment of the demo; nothing that they do is later than `at`."""

    instansi: Instansi
    hr: Pengguna
    at: datetime
    akun: dict[int, Pengguna]
    tim: list[Tim]

    @property
    def utama(self) -> Tim:
        return self.tim[0]

    @property
    def kedua(self) -> Tim:
        return self.tim[1]

    @property
    def hari(self) -> date:
        """Today where these people work."""
        return self.at.astimezone(ZoneInfo(self.instansi.zona_waktu)).date()

    @property
    def triwulan(self) -> Triwulan:
        return Triwulan(self.hari.year, (self.hari.month - 1) // 3 + 1)

    def jam(self, hari: date, jam: int = 9) -> datetime:
        """That hour of that day on their clock, never in the future."""
        pada = datetime.combine(hari, time(jam), tzinfo=ZoneInfo(self.instansi.zona_waktu))
        return min(pada, self.at)

    def lalu(self, hari: int, jam: int = 9) -> datetime:
        """So many days ago."""
        return self.jam(self.hari - timedelta(days=hari), jam)

    def sebagai(self, pegawai: Pegawai) -> Pengguna:
        return self.akun[pegawai.pk]

    def atasan(self, pegawai: Pegawai) -> Pengguna:
        return self.akun[pegawai.atasan_id or 0]


def gather_people(*, instansi: Instansi, hr: Pengguna, at: datetime) -> Pelaku:
    """Accounts for everybody on duty (nobody knows their passwords), and the teams, the largest first."""
    repair_chain(instansi=instansi, actor=hr, at=at)
    bertugas = Pegawai.objects.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS)
    orang = sorted(bertugas.select_related("unit", "instansi").order_by("pk"), key=_since)
    akun = {p.pk: buat_akun(pegawai=p, actor=None, at=at) for p in orang}
    tim = [
        Tim(p, bawahan)
        for p in orang
        if p.atasan_id in akun and (bawahan := [b for b in orang if b.atasan_id == p.pk])
    ]
    return Pelaku(instansi, hr, at, akun, sorted(tim, key=lambda t: (-len(t.orang), t.pimpinan.pk)))


def _since(p: Pegawai) -> date:
    """The longest in service first: who came inside a year has no plan of its first quarters."""
    return p.tmt_cpns or p.perjanjian_mulai or date.max


def repair_chain(*, instansi: Instansi, actor: Pengguna, at: datetime) -> int:
    """Whoever rates themself or in a circle gets the proposal of the report, as HR would choose it.

    Where the report knows nobody, whoever rates the most people. Returns how many were changed.
    """
    per = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    rantai = read_chain(instansi.pk, per)
    semua = [a for a in rantai.atasan.values() if a in rantai.orang]
    salah = [b for b in faulty_rows(rantai) if set(b.cacat) & set(HALANGAN)]
    bukan = {b.orang.pk for b in salah}
    calon = sorted({a for a in semua if a not in bukan}, key=lambda a: (-semua.count(a), a or 0))
    pilihan = [
        GantiAtasan(b.orang.pk, usul, b.orang.versi)
        for b in salah
        if (usul := b.usul_id or next((a for a in calon if a is not None), None)) is not None
    ]
    if not pilihan:
        return 0
    hasil = change_raters(
        instansi=instansi, pilihan=pilihan, alasan="SK penetapan pejabat penilai (contoh)", actor=actor, at=at
    )
    return hasil.diganti
