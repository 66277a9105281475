"""Where people stand: the stored outcome of the last finished run, else computed now and said to be so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from asn_karier.lib.aturan import Aturan, aturan_dari_versi, aturan_per
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, StatusRun
from karier.kamus import HasilSatu
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.fakta import Fakta, unpack_fakta
from karier.rules.pangkat import target_tmt
from karier.services.fakta import kumpulkan
from karier.services.hasil import hasil_satu, hasil_tersimpan, hitung

SELESAI = (StatusRun.SELESAI, StatusRun.SELESAI_DENGAN_KARANTINA)
DIHITUNG = (JalurPangkat.REGULER, JalurPangkat.JABATAN_FUNGSIONAL)


@dataclass(frozen=True, slots=True)
class Keadaan:
    """One person's outcome. `dihitung_pada` is None when it was computed for this page and is in no run."""

    pegawai_id: int
    hasil: HasilSatu
    kebutuhan: int
    per_tanggal: date
    dihitung_pada: datetime | None

    @property
    def status(self) -> Status:
        return Status(self.hasil.status)

    @property
    def dinilai(self) -> bool:
        """Whether a rule of kenaikan pangkat has judged this person."""
        return self.hasil.jalur in DIHITUNG

    @property
    def fakta(self) -> Fakta:
        return unpack_fakta(self.hasil.fakta)

    @property
    def aturan(self) -> Aturan:
        return aturan_dari_versi(self.hasil.versi_aturan)


def last_run(instansi_id: int) -> RunEvaluasi | None:
    """The last finished run of an instansi that is no simulation; its outcomes are what pages show."""
    selesai = RunEvaluasi.objects.filter(instansi_id=instansi_id, status__in=SELESAI, simulasi=False)
    return selesai.order_by("-nomor").first()


def read_outcomes(pegawai_ids: Iterable[int], *, instansi_id: int, per: date) -> dict[int, Keadaan]:
    """The outcome of each of `pegawai_ids`, in a number of queries that does not grow with them.

    Callers have checked that the reader may see these people.
    """
    ids = sorted(set(pegawai_ids))
    run = last_run(instansi_id)
    tersimpan = _stored(run, ids) if run else {}
    baru = [i for i in ids if i not in tersimpan]
    return {**tersimpan, **(_computed(baru, per) if baru else {})}


def _stored(run: RunEvaluasi, ids: list[int]) -> dict[int, Keadaan]:
    saat = run.selesai_pada or run.dibuat_pada
    return {
        b.pegawai_id: Keadaan(b.pegawai_id, hasil_tersimpan(b, run), b.kebutuhan, run.per_tanggal, saat)
        for b in HasilEvaluasi.objects.filter(run_id=run.pk, pegawai_id__in=ids)
    }


def _computed(ids: list[int], per: date) -> dict[int, Keadaan]:
    """People whom no run has seen yet: new since then, or before the first run."""
    aturan = aturan_per(per)
    tmt = target_tmt(per, aturan)
    kumpulan = kumpulkan(np.array(ids, dtype=np.int64), per_tanggal=per, tmt=tmt, aturan=aturan)
    h = hitung(kumpulan, aturan=aturan, per_tanggal=per, tmt=tmt)
    return {
        int(pk): Keadaan(int(pk), hasil_satu(h, i), int(h.kebutuhan.kebutuhan[i]), per, None)
        for i, pk in enumerate(h.ids)
    }
