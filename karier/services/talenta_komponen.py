"""The components of the talent map of people, with where each comes from and how old it is.

What a person may always read about themself is each component. The sums of the axes are never told before
the release, because with the public bounds they are the box. Whoever adds the components up by the public
weights finds what the rules would propose; a box is what the committee sets, which may be another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.db import terbaru
from karier.enums import Keyakinan
from karier.kamus.talenta import KOLOM_SKOR, KOMPONEN, confidence_text
from karier.models import KomponenTalenta
from karier.rules.aturan_talenta import KOMPONEN_KINERJA
from karier.rules.fakta import Fakta
from karier.rules.keyakinan import Dasar, confidence
from karier.rules.rasio import Rasio
from karier.rules.talenta import komponen
from pegawai.enums import TingkatPendidikan
from pegawai.kamus import LABEL

#: Follows from discipline: only the person and HR of the person read its points.
KHUSUS: Final = "integritas"


class KomponenTerbaca(NamedTuple):
    """One component in words. `nilai` is empty when it is missing."""

    kode: str
    judul: str
    kinerja: bool
    nilai: str
    sumber: str
    pelaku: str
    caranya: str

    @property
    def ada(self) -> bool:
        return bool(self.nilai)


def latest_scores(pegawai_ids: Iterable[int], per: date) -> dict[int, KomponenTalenta]:
    """The scores that count for each; one query."""
    semua = KomponenTalenta.objects.filter(pegawai_id__in=list(pegawai_ids), tanggal__lte=per)
    return {k.pegawai_id: k for k in terbaru(semua, "tanggal")}


def components_of(
    fakta: Fakta, aturan: Aturan, *, per: date, tmt: date, skor: KomponenTalenta | None, khusus: bool
) -> list[KomponenTerbaca]:  # fmt: skip
    """Every component of one person. `khusus`: the reader may read what follows from discipline."""
    nilai = komponen(fakta, aturan, per=per, tmt=tmt)
    return [
        KomponenTerbaca(
            kode,
            KOMPONEN[kode].judul,
            kode in KOMPONEN_KINERJA,
            _points(kode, nilai[kode].pecahan(), khusus),
            _source(kode, fakta, per, skor),
            KOMPONEN[kode].pelaku,
            KOMPONEN[kode].caranya,
        )
        for kode in nilai
    ]


def snapshot(nilai: Mapping[str, Rasio], indeks: int) -> dict[str, int]:
    """The components of one person in senti, without what follows from discipline."""
    semua = {k: r.pecahan(indeks) for k, r in nilai.items() if k != KHUSUS}
    return {k: int(n * 100) for k, n in semua.items() if n is not None}


def basis(fakta: Fakta, skor: KomponenTalenta | None, indeks: int = 0) -> Dasar:
    """The days on which the data under a box rest."""
    asesmen = fakta.baca("asesmen_tanggal", indeks)
    return Dasar(asesmen if isinstance(asesmen, date) else None, skor.tanggal if skor else None)


def confidence_of(d: Dasar, per: date) -> tuple[Keyakinan, str]:
    k = confidence(d, per)
    return k, confidence_text(k, d)


def _points(kode: str, nilai: Fraction | None, khusus: bool) -> str:
    if nilai is None:
        return ""
    if kode == KHUSUS and not khusus:
        return "tercatat"
    return f"{kata.senti(int(nilai * 100))} dari 100"


def _source(kode: str, fakta: Fakta, per: date, skor: KomponenTalenta | None) -> str:
    if kode in KOLOM_SKOR:
        return _from_scores(skor)
    if kode == "penilaian_kompetensi":
        return _assessed(fakta)
    if kode == "pendidikan":
        return _education(fakta)
    if kode == KHUSUS:
        return f"Register disiplin per {kata.tanggal(per)}"
    return "Penilaian kinerja yang ditetapkan, tahun terakhir yang ada"


def _from_scores(skor: KomponenTalenta | None) -> str:
    if skor is None:
        return "Register skor talenta: belum ada"
    return f"Register skor talenta, {kata.tanggal(skor.tanggal)}{f' ({skor.sumber})' if skor.sumber else ''}"


def _assessed(fakta: Fakta) -> str:
    tanggal = fakta.baca("asesmen_tanggal")
    return f"Asesmen {kata.tanggal(tanggal)}" if isinstance(tanggal, date) else "Asesmen: belum ada"


def _education(fakta: Fakta) -> str:
    tingkat = fakta.baca("pendidikan")
    nama = LABEL[TingkatPendidikan][TingkatPendidikan(int(str(tingkat)))] if tingkat else "belum tercatat"
    return f"Riwayat pendidikan: {nama}"
