"""What another version of the rules would change for the people of a run, over its frozen facts.

Nothing here writes about people: the outcomes that are stored stay the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import QuerySet

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan, aturan_dari_versi
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Topeng
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import StatusRun
from karier.models import RunEvaluasi
from karier.rules.fakta import FAKTA_VERSI
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.rules.putusan import TANPA_ALASAN
from karier.rules.selisih import BedaHal, Perubahan, bandingkan, kode_syarat, posisi_mengikat
from karier.services.draf import baca_draf, periksa_semua, terhitung
from karier.services.fakta import Ids
from karier.services.fakta_run import baca_fakta
from karier.services.parameter import aturan_instansi

RUN: Final = "run"
#: Rows by which facts are read: what changes in them does not show over facts that are frozen already.
PENENTU_FAKTA: Final = ("kenaikan_pangkat/angka/hukuman_memblokir", "bup/bup")
SELESAI: Final = (StatusRun.SELESAI, StatusRun.SELESAI_DENGAN_KARANTINA)


class Versi(NamedTuple):
    """Rules with a name that people read."""

    nama: str
    aturan: Aturan


class Sebab(NamedTuple):
    """A requirement that makes people change side in a subject, with its status before and after."""

    hal: str
    kode: str
    sebelum: Status
    sesudah: Status


class Arah(NamedTuple):
    """From which outcome to which people change side in a decision."""

    hal: str
    sebelum: Status
    sesudah: Status


@dataclass(frozen=True, eq=False, slots=True)
class Bagian:
    """Some people, and the subjects in which anything changes for them; arrays run parallel to `ids`."""

    ids: Ids
    beda: list[BedaHal]

    @property
    def pindah(self) -> Topeng:
        """Who changes side in any subject."""
        hasil: Topeng = np.logical_or.reduce(
            [np.zeros(len(self.ids), np.bool_), *(b.pindah for b in self.beda)]
        )
        return hasil

    @property
    def geser(self) -> Topeng:
        """Who changes in the weaker way only, in every subject."""
        hasil: Topeng = np.logical_or.reduce(
            [np.zeros(len(self.ids), np.bool_), *(b.geser for b in self.beda)]
        )
        return hasil & ~self.pindah

    def perubahan(self, i: int) -> list[Perubahan]:
        """Everything that changes for one of them, changes of side first."""
        isi = [b.baca(i) for b in self.beda if b.pindah[i] or b.geser[i]]
        return sorted(isi, key=lambda p: not p.pindah)


@dataclass(slots=True)
class Ringkasan:
    """Counts of people. `hal`: changes of side per subject; `geser_hal`: the weaker kind per subject."""

    diperiksa: int = 0
    pindah: int = 0
    geser: int = 0
    hal: Counter[str] = field(default_factory=Counter)
    geser_hal: Counter[str] = field(default_factory=Counter)
    arah: Counter[Arah] = field(default_factory=Counter)
    sebab: Counter[Sebab] = field(default_factory=Counter)

    def tambah(self, bagian: Bagian) -> None:
        self.diperiksa += len(bagian.ids)
        self.pindah += int(bagian.pindah.sum())
        self.geser += int(bagian.geser.sum())
        for b in bagian.beda:
            self.hal[b.hal] += int(b.pindah.sum())
            self.geser_hal[b.hal] += int(b.geser.sum())
            if b.sebelum.berstatus:
                self._tambah_putusan(b)
        # A subject in which only the weaker kind happened has no change of side to name.
        self.hal, self.geser_hal = +self.hal, +self.geser_hal

    def _tambah_putusan(self, b: BedaHal) -> None:
        for i in np.flatnonzero(b.pindah).tolist():
            lama, baru = Status(int(b.sebelum.status[i])), Status(int(b.sesudah.status[i]))
            self.arah[Arah(b.hal, lama, baru)] += 1
            posisi = int(b.posisi[i])
            if posisi != TANPA_ALASAN:
                status = (unpack_status(int(isi.syarat[i]), posisi) for isi in (b.sebelum, b.sesudah))
                self.sebab[Sebab(b.hal, kode_syarat(b.hal, posisi), *status)] += 1


def pilih_run(instansi_id: int, nomor: int | None = None) -> RunEvaluasi:
    """The run with that number, or the last finished one that is no simulation.

    DomainError `run_tidak_ada` when there is none, `run_belum_selesai`, `hasil_tak_terbaca` when its facts
    are of a newer version of the application.
    """
    runs = RunEvaluasi.objects.filter(instansi_id=instansi_id).order_by("-nomor")
    terakhir = {"status__in": SELESAI, "simulasi": False, "versi_fakta__lte": FAKTA_VERSI}
    run: RunEvaluasi | None = runs.filter(**terakhir if nomor is None else {"nomor": nomor}).first()
    if run is None:
        raise DomainError(
            "run_tidak_ada",
            f"Perhitungan {nomor} tidak ada." if nomor else "Belum ada perhitungan yang selesai.",
            tindakan="Jalankan perhitungan lebih dahulu, atau sebut nomor perhitungan yang lain.",
        )
    if run.status not in SELESAI:
        raise DomainError("run_belum_selesai", f"{run} belum selesai atau dibatalkan.")
    if run.versi_fakta > FAKTA_VERSI:
        raise DomainError(
            "hasil_tak_terbaca", f"{run} disimpan oleh versi aplikasi yang lebih baru. Perbarui aplikasi ini."
        )
    return run


def versi_run(run: RunEvaluasi) -> Versi:
    """What the run pinned; DomainError `aturan_berubah` when its files are gone."""
    return Versi(f"aturan perhitungan {run.nomor}", aturan_dari_versi(run.versi_aturan))


def baca_versi(teks: str, run: RunEvaluasi) -> Versi:
    """Rules by what a person types: `run`, a date (year-month-day), or a folder with drafts.

    A date means the files then in force with the settings of the instansi; a folder lays its newest file
    per subject over what the run pinned. DomainError as `baca_draf`.
    """
    if teks == RUN:
        return versi_run(run)
    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        draf = baca_draf(Path(teks))
        return Versi(f"draf {teks}", versi_run(run).aturan.dengan_berkas(*draf))
    periksa_semua()
    return Versi(f"aturan per {kata.tanggal(hari)}", aturan_instansi(run.instansi_id, hari))


def telusuri(
    run: RunEvaluasi, a: Aturan, b: Aturan, *, baris: QuerySet[Any] | None = None
) -> Iterator[Bagian]:
    """Judge everyone of the run by both versions, for its day and its TMT, piece by piece by rising id.

    `baris`: rows of the run to which the reader is limited. DomainError `aturan_tidak_lengkap` when a
    version lacks what the rules need.
    """
    with terhitung(a, b):
        ikatan = posisi_mengikat(a, b)
    for ids, f in baca_fakta(run, baris):
        with terhitung(a, b):
            lama, baru = (putuskan_seluruh(f, v, per=run.per_tanggal, tmt=run.tmt_sasaran) for v in (a, b))
        yield Bagian(ids, bandingkan(lama, baru, ikatan))


def hitung_selisih(
    run: RunEvaluasi, a: Aturan, b: Aturan, *, baris: QuerySet[Any] | None = None
) -> Ringkasan:
    """How many people change side, per subject and reason."""
    ringkasan = Ringkasan()
    for bagian in telusuri(run, a, b, baris=baris):
        ringkasan.tambah(bagian)
    return ringkasan


def periode_sasaran(run: RunEvaluasi, a: Aturan, b: Aturan) -> tuple[date, date]:
    """The TMT that a run on that day would judge for, by both versions.

    When they differ, the frozen facts cannot say who changes side: they were read for the first.
    """
    with terhitung(a, b):
        return target_tmt(run.per_tanggal, a), target_tmt(run.per_tanggal, b)


def berkas_berbeda(a: Aturan, b: Aturan) -> list[str]:
    """Subjects whose file or settings are not the same, or that only one version has."""
    lama, baru = a.versi(), b.versi()
    return [kode for kode in sorted({*lama, *baru}) if lama.get(kode) != baru.get(kode)]


def tak_terlihat(a: Aturan, b: Aturan) -> list[str]:
    """Changed rows whose effect only a new run shows, because the facts were read by the old ones."""
    return [entri for entri in PENENTU_FAKTA if _isi(a, entri) != _isi(b, entri)]


def _isi(a: Aturan, entri: str) -> Any:
    """The values of a row, or of all rows of a table; None when no such file is in force."""
    kode, tabel, *nama = entri.split("/", 2)
    if kode not in a:
        return None
    return {
        n: baris["nilai"] for n, baris in a[kode].tabel_atau_kosong(tabel).items() if n in nama or not nama
    }
