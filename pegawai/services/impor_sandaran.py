"""One piece of an import to be undone: what may go back, and what stays because something rests on it.

A group (a person with all rows the import wrote about them, or a unit) goes back as a whole or stays as a
whole. It stays when a row is no longer as the import wrote it, when a record of somebody else points at a
row that would go, when an app says so (`impor_penahan`), or when it is about the officer who asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.apps import apps

from pegawai.models import Pegawai, TulisanImpor
from pegawai.services.impor_penahan import tertahan
from pegawai.services.rekaman import sidik, tentang_orang
from pegawai.services.urutan_kunci import tahan_pendahulu

BERUBAH: Final = "datanya diubah lagi sesudah impor ini"
HILANG: Final = "datanya sudah dihapus sesudah impor ini"
DIRI: Final = "data Anda sendiri; minta petugas lain yang mengembalikannya"
#: Rows of the import itself, of the feed of changes, of former atasan: they point at people without resting.
_BUKAN_SANDARAN: Final = frozenset({"pegawai.barisimpor", "pegawai.perubahan", "pegawai.riwayatatasan"})

Kunci = tuple[str, int]


@dataclass(slots=True)
class Bagian:
    """Groups under consideration. `sebab` names those that stay."""

    tulisan: Sequence[TulisanImpor]
    sebab: dict[int, str] = field(default_factory=dict)

    def kelompok(self) -> set[int]:
        return {t.kelompok for t in self.tulisan}

    def orang(self) -> set[int]:
        """The groups that are people."""
        return {t.kelompok for t in self.tulisan if tentang_orang(apps.get_model(t.model))}

    def kembali(self) -> list[TulisanImpor]:
        """What the import wrote in groups that go back, in the order of writing."""
        return [t for t in self.tulisan if t.kelompok not in self.sebab]


def timbang(tulisan: Sequence[TulisanImpor], *, diri: int | None, kunci: bool) -> Bagian:
    """Weigh the groups of one piece; `kunci` locks their rows, `diri` is the person who asks."""
    satu = Bagian(tulisan)
    orang = satu.orang()
    if kunci:
        tahan_pendahulu(orang)
    _tahan_yang_berubah(satu, orang, kunci)
    if orang:
        if diri in orang:
            satu.sebab.setdefault(diri or 0, DIRI)
        sisa = sorted(orang - satu.sebab.keys())
        satu.sebab.update(tertahan(sisa, min(t.pada for t in tulisan)))
    while tambahan := _tersandar(satu):
        satu.sebab.update(tambahan)
    return satu


def _tahan_yang_berubah(satu: Bagian, orang: set[int], kunci: bool) -> None:
    """Locks people before their rows, in the order of keys, like everybody who writes."""
    terakhir: dict[Kunci, TulisanImpor] = {(t.model, t.objek_id): t for t in satu.tulisan}
    menurut_model: dict[str, list[int]] = defaultdict(list)
    for label, pk in terakhir:
        menurut_model[label].append(pk)
    if orang and kunci:
        sidik(Pegawai, orang, kunci=True)
    for label, semua in sorted(menurut_model.items(), key=lambda p: (p[0] != "pegawai.pegawai", p[0])):
        kini = sidik(apps.get_model(label), semua, kunci=kunci)
        for pk in semua:
            t = terakhir[label, pk]
            if kini.get(pk) != t.sidik:
                satu.sebab.setdefault(t.kelompok, BERUBAH if pk in kini else HILANG)


# -- what points at rows that would go --------------------------------------------------------------


def _tersandar(satu: Bagian) -> dict[int, str]:
    """Groups whose new rows somebody else points at, now that some groups stay."""
    pulang = {(t.model, t.objek_id) for t in satu.kembali()}
    buatan: dict[str, dict[int, int]] = defaultdict(dict)
    for t in satu.kembali():
        if t.baru:
            buatan[t.model][t.objek_id] = t.kelompok
    hasil: dict[int, str] = {}
    for label, milik in buatan.items():
        for relasi in _penunjuk(apps.get_model(label)):
            for pk, ditunjuk in _baris_penunjuk(relasi, milik):
                if (relasi.related_model._meta.label_lower, pk) not in pulang:
                    nama = relasi.related_model._meta.verbose_name
                    hasil.setdefault(milik[ditunjuk], f"sudah dipakai oleh catatan lain: {nama}")
    return hasil


def _penunjuk(model: Any) -> Iterator[Any]:
    """Foreign keys of every app that point at `model`."""
    for f in model._meta.get_fields(include_hidden=True):
        if f.auto_created and not f.concrete and (f.one_to_many or f.one_to_one):
            asal: Any = f.related_model
            if asal._meta.label_lower not in _BUKAN_SANDARAN and not asal.__name__.startswith("Historical"):
                yield f


def _baris_penunjuk(relasi: Any, milik: dict[int, int]) -> Iterable[tuple[Any, int]]:
    kolom = relasi.field.attname
    semua: Any = relasi.related_model._base_manager.filter(**{f"{kolom}__in": list(milik)}).order_by()
    yield from semua.values_list("pk", kolom).iterator(chunk_size=2000)
