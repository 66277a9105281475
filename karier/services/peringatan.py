"""Tidak ada yang terlambat: what every run of today says about kenaikan pangkat that may come too late."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
from django.db import transaction

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from karier.enums import StatusPeringatan
from karier.models import PeringatanKenaikan, RunEvaluasi
from karier.rules.daftar import DAFTAR
from karier.rules.fakta import FAKTA_VERSI, Fakta
from karier.rules.peringatan import TAHAP, Catatan, Siaga, catat_baru, jaga, langkah, naik
from karier.services.fakta import Ids
from karier.services.fakta_run import baca_fakta
from karier.services.parameter import hukum_instansi

_KODE: Final = {b.posisi: b.kode for b in DAFTAR}
_BERAKHIR: Final = (StatusPeringatan.NAIK, StatusPeringatan.GUGUR)
_BERUBAH: Final = (
    "status", "tmt_awal", "tmt_kini", "penyebab", "syarat", "siap", "bulan_hilang", "run_terakhir",
)  # fmt: skip


class _Orang(NamedTuple):
    """One person as the run sees them; `tmt` None: nothing in sight inside the horizon."""

    pegawai_id: int
    berjalan: bool
    tmt: date | None
    sasaran: int
    syarat: int
    penyebab: str
    golongan: int
    tmt_golongan: date | None


def after_run_closed(kunci: str, muatan: dict[str, Any]) -> None:
    """Consumer of `karier.run_selesai`."""
    perbarui_peringatan(run=RunEvaluasi.objects.get(pk=muatan["run_id"]))


@transaction.atomic
def perbarui_peringatan(*, run: RunEvaluasi) -> int:
    """Bring the warnings of everybody in `run` up to date; returns how many changed.

    Nothing for a simulation, for a run that a later one has overtaken, or for one of older facts. The
    same run again changes nothing.
    """
    if run.simulasi or run.versi_fakta != FAKTA_VERSI or _tersusul(run):
        return 0
    hukum = hukum_instansi(run.instansi_id)
    return sum(_perbarui_bagian(run, hukum, ids, f) for ids, f in baca_fakta(run))


def _tersusul(run: RunEvaluasi) -> bool:
    lain = RunEvaluasi.objects.filter(instansi_id=run.instansi_id, nomor__gt=run.nomor, simulasi=False)
    return lain.exclude(selesai_pada=None).exists()


def _perbarui_bagian(run: RunEvaluasi, hukum: Callable[[date], Aturan], ids: Ids, f: Fakta) -> int:
    siaga = jaga(f, hukum, tmt=run.tmt_sasaran, akhir=add_months(run.per_tanggal, TAHAP[0]))
    lama: dict[int, list[PeringatanKenaikan]] = {}
    for satu in PeringatanKenaikan.objects.filter(
        pegawai_id__gte=int(ids[0]), pegawai_id__lte=int(ids[-1]), pegawai__instansi_id=run.instansi_id
    ).exclude(status__in=_BERAKHIR):
        lama.setdefault(satu.pegawai_id, []).append(satu)
    perlu = np.flatnonzero((siaga.alasan >= 0) & ~np.isnat(siaga.tmt) | np.isin(ids, list(lama)))
    baris = [
        satu
        for i in perlu.tolist()
        for satu in _baris(run, _orang(ids, f, siaga, i), lama.get(int(ids[i]), []))
    ]
    _simpan(baris)
    return len(baris)


def _orang(ids: Ids, f: Fakta, s: Siaga, i: int) -> _Orang:
    tmt, golongan, sejak = s.tmt[i].item(), f.baca("golongan", i), f.baca("tmt_golongan", i)
    return _Orang(
        pegawai_id=int(ids[i]),
        berjalan=bool(s.berjalan[i]),
        tmt=tmt,
        sasaran=int(s.sasaran[i]),
        syarat=int(s.syarat[i]),
        penyebab=_KODE.get(int(s.alasan[i]), ""),
        golongan=golongan if isinstance(golongan, int) else 0,
        tmt_golongan=sejak if isinstance(sejak, date) else None,
    )


def _baris(run: RunEvaluasi, o: _Orang, lama: Iterable[PeringatanKenaikan]) -> list[PeringatanKenaikan]:
    """Rows of one person that are new or not as they were."""
    hasil, dikenal = [], False
    for satu in lama:
        dikenal |= satu.sasaran == o.sasaran
        baru = _langkah(run, o, satu)
        siap, syarat = o.tmt is not None and not o.penyebab, o.syarat or satu.syarat
        if baru.status in _BERAKHIR:
            siap, syarat = False, satu.syarat
        if (baru, siap, syarat) != (_catatan(satu), satu.siap, satu.syarat):
            satu.siap, satu.syarat, satu.run_terakhir = siap, syarat, run
            hasil.append(_isi(satu, baru))
    if not dikenal and o.tmt is not None and o.penyebab:
        kosong = PeringatanKenaikan(
            pegawai_id=o.pegawai_id, sasaran=o.sasaran, syarat=o.syarat, run_pertama=run, run_terakhir=run
        )
        hasil.append(_isi(kosong, catat_baru(o.tmt, o.penyebab, sasaran_run=run.tmt_sasaran)))
    return hasil


def _langkah(run: RunEvaluasi, o: _Orang, p: PeringatanKenaikan) -> Catatan:
    c = _catatan(p)
    if o.tmt_golongan is not None and o.golongan >= p.sasaran:
        return naik(c, o.tmt_golongan)
    if not o.berjalan:
        return c._replace(status=StatusPeringatan.GUGUR)
    return langkah(c, o.tmt, o.penyebab, sasaran_run=run.tmt_sasaran)


def _catatan(p: PeringatanKenaikan) -> Catatan:
    return Catatan(p.tmt_awal, p.tmt_kini, p.penyebab, StatusPeringatan(p.status), p.bulan_hilang)


def _isi(p: PeringatanKenaikan, c: Catatan) -> PeringatanKenaikan:
    for nama, nilai in c._asdict().items():
        setattr(p, nama, nilai)
    return p


def _simpan(baris: list[PeringatanKenaikan]) -> None:
    """One upsert for new and changed rows: the key is who and which golongan, not the number of the row."""
    for satu in baris:
        satu.pk = None
    PeringatanKenaikan.objects.bulk_create(
        baris,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["pegawai", "sasaran"],
        update_fields=_BERUBAH,
    )
