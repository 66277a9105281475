"""The rows of one realisation: one for every indicator of the plan, with the words of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from kinerja.enums import JenisHasilKerja
from kinerja.models import SKP, Indikator, PengisianRealisasi, Realisasi
from pegawai.services.bukti import hapus_bukti

_DARI_RENCANA: Final = ("urutan", "rhk", "iki", "aspek", "target", "target_angka", "satuan")
_DARI_ORANG: Final = ("teks", "angka", "catatan")


class IsianIndikator(NamedTuple):
    """What somebody typed about one indicator."""

    indikator_id: int
    teks: str = ""
    angka: Decimal | None = None
    catatan: str = ""


def differs(pengisian: PengisianRealisasi, isian: Sequence[IsianIndikator]) -> bool:
    """Whether what was typed is another than what is kept."""
    lama = {
        r.indikator_id: (r.teks, r.angka, r.catatan)
        for r in (pengisian.realisasi.all() if pengisian.pk else ())
    }
    baru = {i.indikator_id: (i.teks.strip(), i.angka, i.catatan.strip()) for i in isian}
    return lama != baru


def write_rows(pengisian: PengisianRealisasi, skp: SKP, isian: dict[int, IsianIndikator]) -> None:
    """One row for every indicator of the plan as it reads now; a fixed number of statements."""
    baris = []
    for ke, indikator in enumerate(plan_of(skp), start=1):
        i = isian.get(indikator.pk, IsianIndikator(indikator.pk))
        baris.append(
            Realisasi(
                pengisian=pengisian,
                indikator=indikator,
                urutan=ke,
                rhk=indikator.hasil_kerja.rhk,
                iki=indikator.iki,
                aspek=indikator.aspek,
                target=indikator.target,
                target_angka=indikator.target_angka,
                satuan=indikator.satuan,
                teks=i.teks.strip(),
                angka=i.angka,
                catatan=i.catatan.strip(),
            )
        )
    pengisian.realisasi.exclude(indikator__in=[b.indikator_id for b in baris]).delete()
    leave_out_the_gone(pengisian)
    Realisasi.objects.bulk_create(
        baris,
        update_conflicts=True,
        unique_fields=["pengisian", "indikator"],
        update_fields=[*_DARI_RENCANA, *_DARI_ORANG],
    )


def leave_out_the_gone(pengisian: PengisianRealisasi) -> None:
    """What belongs to rows that left the plan: its owner sees it no more, so nobody is sent it."""
    pengisian.realisasi.filter(indikator=None).delete()
    usang = list(pengisian.bukti_dukung.filter(hasil_kerja=None).select_related("berkas"))
    if usang:
        pengisian.bukti_dukung.filter(pk__in=[b.pk for b in usang]).delete()
        hapus_bukti(*[b.berkas for b in usang if b.berkas])


def plan_of(skp: SKP) -> list[Indikator]:
    """The indicators of a plan with their hasil kerja, as the page and the PDF list them; one query."""
    semua = Indikator.objects.filter(hasil_kerja__skp=skp).select_related("hasil_kerja")
    return sorted(semua, key=_urutan)


def _urutan(i: Indikator) -> tuple[bool, int, int, int, int]:
    hasil = i.hasil_kerja
    return hasil.jenis != JenisHasilKerja.UTAMA, hasil.urutan, hasil.pk, i.urutan, i.pk


def as_copied(diketik: Mapping[str, str], baris: Iterable[Any]) -> dict[str, Any]:
    """What stands in a form after *salin*: what was typed, and in the gaps what stood there before."""
    hasil: dict[str, Any] = {}
    for b in baris:
        for nama in _DARI_ORANG:
            ruas = f"{nama}_{b.pk}"
            lama = getattr(b.lalu, nama) if b.lalu is not None else None
            hasil[ruas] = diketik.get(ruas, "").strip() or (lama if lama is not None else "")
    return hasil
