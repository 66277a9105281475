"""How a team stands today, read for everybody at once: what a leader's home counts and speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone

from kinerja.enums import HitunganTim, StatusPengisian, SumberKinerja
from kinerja.models import SiklusPenilaian
from kinerja.rules.perlu_bicara import HARI_UMPAN_BALIK
from kinerja.services.meja import desk_of, open_cycles
from kinerja.services.realisasi_baca import Menunggu, due_for
from kinerja.services.umpan_balik_baca import last_given
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of


@dataclass(frozen=True, slots=True)
class KeadaanTim:
    """The direct reports of one leader. `isian`: by cycle and person, what realisation asks of them.

    `hari_umpan_balik`: days since this leader wrote to them, by the clock of the leader; missing: never.
    """

    pengguna: Any
    saya: Pegawai
    at: datetime
    orang: dict[int, Pegawai]
    siklus: list[SiklusPenilaian]
    isian: dict[int, dict[int, list[Menunggu]]]
    hari_umpan_balik: dict[int, int]

    @property
    def hari(self) -> date:
        """Today for the leader."""
        return timezone.localdate(self.at, ZoneInfo(zone_of(self.saya)))


class Hitungan(NamedTuple):
    """Of whom something is so, and of whom not; whoever it does not concern is in neither."""

    kode: HitunganTim
    siklus: str
    sudah: frozenset[int]
    belum: frozenset[int]


def read_team(*, pengguna: Any, saya: Pegawai, at: datetime) -> KeadaanTim | None:
    """Whom `pengguna` rates today; None for who leads nobody.

    A few queries and some per running cycle, whatever the size of the team.
    """
    bawahan = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=saya.pk)
    orang = {p.pk: p for p in bawahan.select_related("unit", "instansi").order_by("pk")}
    if not orang:
        return None
    siklus = open_cycles(saya.instansi_id)
    di_sini = [s for s in siklus if s.sumber == SumberKinerja.DI_SINI]
    isian = {s.pk: due_for(orang.values(), s) for s in di_sini}
    umpan = last_given(pegawai_ids=orang, pengguna=pengguna)
    zona = ZoneInfo(zone_of(saya))
    hari = {
        pk: (timezone.localdate(at, zona) - saat.astimezone(zona).date()).days for pk, saat in umpan.items()
    }
    return KeadaanTim(pengguna, saya, at, orang, siklus, isian, hari)


def glance(tim: KeadaanTim) -> list[Hitungan]:
    """Realisation sent and rated in the cycle that is due first, and feedback of the last thirty days."""
    return [*_realisasi(tim), *_dinilai(tim), _umpan_balik(tim)]


def _realisasi(tim: KeadaanTim) -> list[Hitungan]:
    """Sent means every plan of the person in that cycle."""
    for s in tim.siklus:
        diminta = {pk: semua for pk, semua in tim.isian.get(s.pk, {}).items() if semua}
        if diminta:
            sudah = {pk for pk, semua in diminta.items() if all(map(is_sent, semua))}
            return [_hitungan(HitunganTim.REALISASI, diminta, sudah, s.nama)]
    return []


def is_sent(m: Menunggu) -> bool:
    return m.pengisian is not None and m.pengisian.status == StatusPengisian.DIKIRIM


def _dinilai(tim: KeadaanTim) -> list[Hitungan]:
    if not tim.siklus:
        return []
    meja = desk_of(siklus=tim.siklus[0], penilai_id=tim.saya.pk, per=tim.hari)
    baris = {b.siapa.pegawai_id: b.selesai for b in meja.baris if b.siapa.pegawai_id in tim.orang}
    sudah = {pk for pk, selesai in baris.items() if selesai}
    return [_hitungan(HitunganTim.DINILAI, baris, sudah, tim.siklus[0].nama)]


def _umpan_balik(tim: KeadaanTim) -> Hitungan:
    sudah = {pk for pk, hari in tim.hari_umpan_balik.items() if hari <= HARI_UMPAN_BALIK}
    return _hitungan(HitunganTim.UMPAN_BALIK, tim.orang, sudah)


def _hitungan(kode: HitunganTim, semua: Any, sudah: set[int], siklus: str = "") -> Hitungan:
    return Hitungan(kode, siklus, frozenset(sudah), frozenset(semua) - sudah)
