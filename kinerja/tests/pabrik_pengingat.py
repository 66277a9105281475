"""A cycle under way with a unit of people, and the walk through its days hour by hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kinerja.enums import JenisPesan, JenisSiklus, StatusSiklus
from kinerja.models import PilihanPesan, RefleksiDiri, SiklusPenilaian
from kinerja.rules.pengingat import is_held_out
from kinerja.services.pemberitahuan import save_choices
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.models import Instansi, Pegawai, UnitKerja
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik

#: Monday 30 November 2026, eight in the morning in Jakarta.
SENIN = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
#: 17 December is fourteen days before the last one.
H14 = datetime(2026, 12, 17, 2, 0, tzinfo=UTC)


def siklus_berjalan(instansi: Instansi | None = None, **lain: Any) -> SiklusPenilaian:
    """The yearly cycle of 2026: opened that Monday, to be filled in until 31 December."""
    isi = {
        "instansi": instansi or InstansiPabrik(kode="batanghari"),
        "jenis": JenisSiklus.TAHUNAN,
        "status": StatusSiklus.DIBUKA,
        "dibuka_pada": SENIN,
        "batas_pengisian": date(2026, 12, 31),
        **lain,
    }
    siklus: SiklusPenilaian = SiklusPabrik(**isi)
    return siklus


def unit_berisi(instansi: Instansi, banyak: int, **lain: Any) -> tuple[UnitKerja, list[Pegawai]]:
    """A unit of `banyak` people, the first of whom rates the others."""
    unit = UnitKerjaPabrik(instansi=instansi, **lain)
    kepala = PegawaiPabrik(instansi=instansi, unit=unit, nama="Kepala")
    staf = [PegawaiPabrik(instansi=instansi, unit=unit, atasan=kepala) for _ in range(banyak - 1)]
    return unit, [kepala, *staf]


def mengisi(siklus: SiklusPenilaian, orang: Pegawai) -> None:
    """As far as filling in goes today: the atasan has something on the desk."""
    RefleksiDiri.objects.create(pegawai=orang, siklus=siklus, isi="Selesai.")
    PenilaianPabrik(pegawai=orang, tahun=siklus.tahun, draf=True)


def pilih(orang: Pegawai, **lain: Any) -> PilihanPesan:
    """What somebody chose about their messages; all of them at any hour unless `lain` says otherwise."""
    awal: dict[str, Any] = {
        "versi": 0, "surel": False, "hari_ringkasan": 0, "jam_buka": 7, "jam_tutup": 18, "dimatikan": [],
    }  # fmt: skip
    return save_choices(pegawai=orang, **{**awal, **lain})


def jalani(hari: int, langkah: Callable[[datetime], Any], mulai: datetime = SENIN) -> None:
    """Call `langkah` every hour of so many days."""
    for jam in range(hari * 24):
        langkah(mulai + timedelta(hours=jam))


def tambah_pembanding(siklus: SiklusPenilaian, kepala: Pegawai, *jenis: JenisPesan) -> list[Pegawai]:
    """More people under `kepala`, until each kind has somebody of its tenth among them."""
    baru: list[Pegawai] = []
    for j in jenis:
        while not any(is_held_out(str(p.pk), j, siklus.pk) for p in baru):
            baru.append(PegawaiPabrik(instansi=siklus.instansi, unit=kepala.unit, atasan=kepala))
    return baru
