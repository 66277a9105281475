"""What stands between a prepared cycle and its opening: a chain of atasan that bites its tail."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib.audit import catat_satu_satu
from asn_karier.lib.errors import DomainError
from kinerja.models import SiklusPenilaian
from pegawai.models import Pegawai
from pegawai.reports.temuan import TEMUAN, temuan_pegawai

#: Faults with which nobody can answer for a rating.
MENGHALANGI: Final = ("atasan_diri_sendiri", "atasan_melingkar")
#: Faults of people without whom the cycle is opened, which is recorded for each.
TANPA: Final = ("tanpa_atasan", "atasan_tidak_bertugas", "atasan_instansi_lain", "atasan_plt_berakhir")


class Keadaan(NamedTuple):
    """How many people each fault concerns; those without any are left out."""

    menghalangi: dict[str, int]
    tanpa: dict[str, int]


def opening_state(siklus: SiklusPenilaian, at: datetime) -> Keadaan:
    """What the confirm page says; a constant number of queries."""
    jumlah = {kode: _orang(siklus, kode, at).count() for kode in (*MENGHALANGI, *TANPA)}
    return Keadaan(
        {k: jumlah[k] for k in MENGHALANGI if jumlah[k]}, {k: jumlah[k] for k in TANPA if jumlah[k]}
    )


def guard_opening(*, siklus: SiklusPenilaian, actor: Any, at: datetime) -> dict[str, int]:
    """Refuse while somebody rates themself or rates in a circle; record who cannot be rated yet.

    Raises DomainError `rantai_melingkar`. Returns the people left out by fault, for the trail.
    """
    halangan = {k: n for k in MENGHALANGI if (n := _orang(siklus, k, at).count())}
    if halangan:
        sebut = "; ".join(f"{TEMUAN[k].judul}: {n} pegawai" for k, n in halangan.items())
        raise DomainError(
            "rantai_melingkar",
            f"Rantai atasan penilai perlu diperbaiki dahulu. {sebut}.",
            tindakan="Buka Perbaiki atasan penilai, lalu buka siklus lagi.",
        )
    tanpa = {k: list(_orang(siklus, k, at).order_by("pk").values_list("pk", flat=True)) for k in TANPA}
    catat_satu_satu(
        pengguna=actor,
        tindakan="siklus_tanpa",
        baris=((pk, {"siklus": siklus.pk, "temuan": k}) for k, ids in tanpa.items() for pk in ids),
        kanal="admin" if actor else "sistem",
        keperluan=f"Dibuka tanpa atasan yang dapat menilai: {siklus.nama}",
    )
    return {k: len(ids) for k, ids in tanpa.items() if ids}


def _orang(siklus: SiklusPenilaian, kode: str, at: datetime) -> Any:
    semua = Pegawai.objects.of_instansi(siklus.instansi_id)
    per = at.astimezone(ZoneInfo(siklus.instansi.zona_waktu)).date()
    return temuan_pegawai(semua, kode, instansi_id=siklus.instansi_id, per=per)
