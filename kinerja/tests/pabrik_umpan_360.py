"""A team and a round of 360 feedback about one of them, through the services.

t = tim(rekan=5, bawahan=2)                diri, atasan, five peers and two subordinates
p = terbuka(t)                             an open round about t.diri, everybody near is asked
jawab(p, t.diri, *t.rekan, nilai=3)        the same answer from each of them
tutup(p)                                   closed on the day after the last
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, NamedTuple

import pytest
import time_machine

from kinerja.models import Peserta360, Putaran360, Undangan360
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.services.umpan_360 import create_putaran, open_putaran
from kinerja.services.umpan_360_calon import decide_penjawab
from kinerja.services.umpan_360_isi import Isian360, send_answer
from kinerja.services.umpan_360_tutup import close_putaran
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

#: A round that is answered in the first half of December 2026.
SAAT = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
BATAS = date(2026, 12, 15)
SESUDAH = datetime(2026, 12, 16, 2, 0, tzinfo=UTC)
_nomor = count(1)


class Tim(NamedTuple):
    atasan: Pegawai
    diri: Pegawai
    rekan: list[Pegawai]
    bawahan: list[Pegawai]


def tim(rekan: int = 5, bawahan: int = 0, instansi: Instansi | None = None) -> Tim:
    """Somebody with peers of the same superior and with subordinates."""
    instansi = instansi or InstansiPabrik(kode="batanghari")
    atasan = PegawaiPabrik(struktural=True, instansi=instansi, nama="Atasan")
    diri = PegawaiPabrik(struktural=True, instansi=instansi, atasan=atasan, nama="Diri")
    return Tim(
        atasan,
        diri,
        [PegawaiPabrik(instansi=instansi, atasan=atasan, nama=f"Rekan {i}") for i in range(rekan)],
        [PegawaiPabrik(instansi=instansi, atasan=diri, nama=f"Bawahan {i}") for i in range(bawahan)],
    )


def akun(orang: Pegawai) -> Pengguna:
    """The account of a person, made when there is none."""
    ada: Pengguna | None = Pengguna.objects.filter(pegawai=orang).first()
    return ada or PenggunaPabrik(pegawai=orang)


def disiapkan(*orang: Pegawai, batas: date = BATAS, **lain: Any) -> Putaran360:
    isi = {
        "instansi": orang[0].instansi,
        "nama": f"Putaran {next(_nomor)}",
        "masa_mulai": date(2026, 1, 1),
        "masa_sampai": date(2026, 11, 30),
        "batas": batas,
        "untuk_talenta": False,
        "pegawai_ids": [o.pk for o in orang],
        "actor": None,
        "at": SAAT,
    }
    return create_putaran(**isi | lain)  # type: ignore[arg-type]


def terbuka(t: Tim, *, tanpa: Collection[Pegawai] = (), batas: date = BATAS, **lain: Any) -> Putaran360:
    """An open round about `t.diri` in which everybody near but `tanpa` is asked."""
    putaran = disiapkan(t.diri, batas=batas, **lain)
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    calon = Undangan360.objects.filter(putaran=putaran).exclude(penjawab__in=tanpa)
    peserta = Peserta360.objects.get(putaran=putaran, pegawai=t.diri)
    decide_penjawab(
        dipilih=set(calon.values_list("pk", flat=True)),
        dilihat={peserta.pk: peserta.versi},
        actor=akun(t.atasan),
        at=SAAT,
    )
    return Putaran360.objects.get(pk=putaran.pk)


def isian(nilai: int = 3, baik: str = "", tingkatkan: str = "") -> Isian360:
    return Isian360(dict.fromkeys(SEMUA_BUTIR, nilai), baik, tingkatkan)


def undangan(putaran: Putaran360, dinilai: Pegawai, penjawab: Pegawai) -> Undangan360:
    return Undangan360.objects.get(putaran=putaran, dinilai=dinilai, penjawab=penjawab)


def jawab(putaran: Putaran360, dinilai: Pegawai, *penjawab: Pegawai, at: datetime = SAAT, **isi: Any) -> None:
    """Each of `penjawab` sends the same answer."""
    for orang in penjawab:
        u = undangan(putaran, dinilai, orang)
        send_answer(undangan_id=u.pk, isian=isian(**isi), actor=akun(orang), at=at, versi=u.versi)


def tutup(putaran: Putaran360, at: datetime = SESUDAH) -> Putaran360:
    return close_putaran(putaran_id=putaran.pk, actor=None, at=at)


@pytest.fixture
def desember() -> Iterator[None]:
    """The clock stands at SAAT."""
    with time_machine.travel(SAAT, tick=False):
        yield
