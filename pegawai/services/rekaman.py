"""What an import writes, kept beside its rows so that it can be undone: the ground of `impor_kembali`.

The writers of this app (`riwayat.save_rows`, `unit.save_tree`) tell every row they write; only while an
import applies (`merekam`) somebody listens. Of a changed row the replaced values are kept, encrypted
like the file; of every row a digest of its content after the write, by which a later change is known.
Both go with the details of the import. The history tables could not serve: they hold no NIK, units and
registers have none, and they do not say which import wrote them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from asn_karier.lib.db import sekarang
from asn_karier.lib.sandi import buka_sandi, kunci_sandi
from pegawai.models import Bukti, Impor, Pegawai, TulisanImpor, UnitKerja

BAGIAN: Final = 500
#: Columns that say when or how often a row changed, or follow from other rows: no content.
BUKAN_ISI: Final = frozenset({"diubah_pada", "dibuat_pada", "versi", "jalur"})
_IMPOR: ContextVar[int | None] = ContextVar("impor_yang_direkam", default=None)


@contextmanager
def merekam(impor_id: int) -> Iterator[None]:
    """Everything written inside belongs to this import."""
    tanda = _IMPOR.set(impor_id)
    try:
        yield
    finally:
        _IMPOR.reset(tanda)


def sebelum(baris: Sequence[Any], kolom: Iterable[str]) -> dict[int, dict[str, Any]]:
    """Stored values of `kolom` of rows about to be changed, by key; empty while nobody records.

    Not those that point to a file: it may be thrown away with this write, and cannot be put back.
    """
    if _IMPOR.get() is None or not baris:
        return {}
    model = type(baris[0])
    medan = [model._meta.get_field(k) for k in sorted(set(kolom))]
    nama = [f.attname for f in medan if f.related_model is not Bukti]
    pk = [b.pk for b in baris]
    return {b["pk"]: b for b in model._default_manager.filter(pk__in=pk).order_by().values("pk", *nama)}


def catat_tulisan(baris: Sequence[Any], lama: Mapping[int, dict[str, Any]] | None = None) -> None:
    """Keep what was written: `lama` holds the replaced values, None says that the rows are new."""
    impor = _IMPOR.get()
    if impor is None or not baris:
        return
    model, saat = type(baris[0]), sekarang()
    kini = sidik(model, [b.pk for b in baris])
    TulisanImpor.objects.bulk_create(
        [
            TulisanImpor(
                impor_id=impor,
                model=model._meta.label_lower,
                objek_id=b.pk,
                kelompok=kelompok(b),
                baru=lama is None,
                sebelum="" if lama is None else _kunci(lama[b.pk]),
                sidik=kini[b.pk],
                pada=saat,
            )
            for b in baris
        ],
        batch_size=BAGIAN,
    )


def kelompok(objek: Any) -> int:
    """What is undone together: all rows of one person; a unit by itself; anything else by itself, below 0."""
    model = type(objek)
    if tentang_orang(model):
        return int(objek.pk if model is Pegawai else objek.pegawai_id)
    return int(objek.pk) if model is UnitKerja else -int(objek.pk)


def orang_tertulis(impor: Impor) -> list[int]:
    """The people of whom an import wrote a row, each once."""
    label = impor.tulisan.order_by().values_list("model", flat=True).distinct()
    milik = [satu for satu in label if tentang_orang(apps.get_model(satu))]
    tertulis = impor.tulisan.filter(model__in=milik).order_by("kelompok")
    return list(tertulis.values_list("kelompok", flat=True).distinct())


def tentang_orang(model: type[models.Model]) -> bool:
    """Whether rows of `model` belong to one person."""
    return model is Pegawai or any(f.name == "pegawai" for f in model._meta.concrete_fields)


def sidik(model: type[models.Model], pk: Iterable[int], *, kunci: bool = False) -> dict[int, str]:
    """Digest of the content of each row that is there; `kunci` locks them."""
    nama = sorted(f.attname for f in model._meta.concrete_fields if f.name not in BUKAN_ISI)
    semua: Any = model._default_manager.filter(pk__in=list(pk)).order_by("pk")
    if kunci:
        semua = semua.select_for_update()
    return {b[0]: _ringkas(b[1:]) for b in semua.values_list("pk", *nama)}


def isi_semula(tulisan: TulisanImpor) -> dict[str, Any]:
    """The replaced values of one changed row, by attribute name, as the model stores them."""
    isi: dict[str, Any] = json.loads(buka_sandi(tulisan.sebelum))
    return isi


def _kunci(isi: Mapping[str, Any]) -> str:
    return kunci_sandi(json.dumps({k: v for k, v in isi.items() if k != "pk"}, cls=DjangoJSONEncoder))


def _ringkas(nilai: Sequence[Any]) -> str:
    return hashlib.sha256(repr(tuple(nilai)).encode()).hexdigest()
