"""How a team stands today, read for everybody at once: what a leader's home counts and speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone

from kinerja.enums import HitunganTim, StatusPengisian, SumberKinerja
from kinerja.models import Keberatan, SiklusPenilaian
from kinerja.rules.perlu_bicara import HARI_UMPAN_BALIK
from kinerja.services import tindak_lanjut
from kinerja.services.meja import Meja
from kinerja.services.realisasi_baca import Menunggu, due_for
from kinerja.services.tenggat import TenggatTim, filling_deadlines
from kinerja.services.umpan_balik_baca import last_given
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of


class Bahan(NamedTuple):
    """What other parts of a leader's page read too: their open desks, objections to their ratings, and
    the follow-up in their team."""

    meja: Sequence[Meja]
    keberatan: Sequence[Keberatan]
    langkah: Sequence[tindak_lanjut.Menunggu]


def running_of(bahan: Bahan) -> list[SiklusPenilaian]:
    return [m.siklus for m in bahan.meja if m.siklus is not None]


@dataclass(frozen=True, slots=True)
class KeadaanTim:
    """The direct reports of one leader. `siklus`: what runs, what is due first standing first.

    `bahan`: what the leader's page has read already. `isian`: by cycle and person, what realisation asks.
    `hari_umpan_balik`: days since this leader wrote to them, by the clock of the leader; missing: never.
    """

    pengguna: Any
    saya: Pegawai
    at: datetime
    orang: dict[int, Pegawai]
    bahan: Bahan
    tenggat: TenggatTim
    isian: dict[int, dict[int, list[Menunggu]]]
    hari_umpan_balik: dict[int, int]

    @property
    def siklus(self) -> list[SiklusPenilaian]:
        return running_of(self.bahan)

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


def read_team(*, pengguna: Any, saya: Pegawai, at: datetime, bahan: Bahan) -> KeadaanTim | None:
    """Whom `pengguna` rates today; None for who leads nobody.

    Five queries, however many the people and the cycles.
    """
    bawahan = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=saya.pk)
    orang = {p.pk: p for p in bawahan.select_related("unit", "instansi").order_by("pk")}
    if not orang:
        return None
    siklus = running_of(bahan)
    di_sini = [s for s in siklus if s.sumber == SumberKinerja.DI_SINI]
    tenggat = filling_deadlines(siklus, orang.values())
    isian = due_for(orang.values(), di_sini, tenggat)
    umpan = last_given(pegawai_ids=orang, pengguna=pengguna)
    zona = ZoneInfo(zone_of(saya))
    hari = {
        pk: (timezone.localdate(at, zona) - saat.astimezone(zona).date()).days for pk, saat in umpan.items()
    }
    return KeadaanTim(pengguna, saya, at, orang, bahan, tenggat, isian, hari)


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
    meja = tim.bahan.meja[0]
    baris = {b.siapa.pegawai_id: b.selesai for b in meja.baris if b.siapa.pegawai_id in tim.orang}
    sudah = {pk for pk, selesai in baris.items() if selesai}
    return [_hitungan(HitunganTim.DINILAI, baris, sudah, tim.siklus[0].nama)]


def _umpan_balik(tim: KeadaanTim) -> Hitungan:
    sudah = {pk for pk, hari in tim.hari_umpan_balik.items() if hari <= HARI_UMPAN_BALIK}
    return _hitungan(HitunganTim.UMPAN_BALIK, tim.orang, sudah)


def _hitungan(kode: HitunganTim, semua: Any, sudah: set[int], siklus: str = "") -> Hitungan:
    return Hitungan(kode, siklus, frozenset(sudah), frozenset(semua) - sudah)
