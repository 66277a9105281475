"""What a unit keeps for citizens: by whoever serves it, with who made it and a line on the trail."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakBoleh
from kinerja.services.penanda import numbers_on
from pegawai.models import UnitKerja


def ensure_unit(*, unit_id: int, actor: Any) -> None:
    """TidakBoleh unless `actor` is HR or operator of the unit."""
    if not UnitKerja.objects.dibantu(actor).filter(pk=unit_id).exists():
        raise TidakBoleh("bukan_unit_anda", "Unit ini di luar lingkup Anda.")


def ensure_length(teks: str, apa: str, at: datetime) -> None:
    """DomainError for words that are too many to be read."""
    terbanyak = numbers_on(at).huruf
    if len(teks) > terbanyak:
        raise DomainError("teks_panjang", f"{apa} paling banyak {terbanyak} huruf.")


def keep(
    baris: Any,
    *,
    jenis: str,
    actor: Any,
    at: datetime,
    kanal: str,
    pembuat: str = "oleh",
    rincian: dict[str, Any] | None = None,
) -> None:
    """Save a row, new or changed. `jenis`: its kind on the trail; `pembuat`: the column of who made it.

    The act is called by the first word of the kind: tambah_topik, ubah_layanan. Needs a transaction.
    """
    baru = baris._state.adding
    if baru:
        setattr(baris, pembuat, actor)
        baris.dibuat_pada = at
    baris.save()
    catat(
        pengguna=actor,
        tindakan=f"{'tambah' if baru else 'ubah'}_{jenis.partition('_')[0]}",
        subjek_jenis=jenis,
        subjek_id=baris.pk,
        kanal=kanal,
        rincian=rincian or {"judul": str(baris)[:200]},
    )
