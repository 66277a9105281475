"""What whoever decides has to know first, about one recommendation or about five hundred.

The page of one and the page of many read it from here, so that neither says less than the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db.models import prefetch_related_objects

from asn_karier.lib.aturan import aturan_dari_versi
from karier.enums import JalurPangkat, JenisPutusan, JenisRekomendasi
from karier.models import Rekomendasi, RunEvaluasi
from karier.reports.hasil import perkiraan_usulan
from karier.services.aturan_terbaca import rule_version
from karier.services.hitung_ulang import corrected_among
from karier.services.keadaan import alasan_tak_terbaca, read_outcomes
from karier.services.lembar_putusan import BERKAS
from karier.services.pencocokan import Celah, find_all_gaps
from karier.services.usul import paths_of

DIPERBAIKI: Final = (
    "Data pegawai ini diperbaiki sesudah perhitungan ini. Hasil terbarunya ada pada lembar syaratnya."
)
PERLU_DITINJAU: Final = "Perlu ditinjau ulang: perhitungan terakhir tidak lagi mendukung keputusan."
#: The file of numbers that each kind of recommendation mainly rests on.
_BERKAS: Final = {
    JenisRekomendasi.KENAIKAN_PANGKAT: "kenaikan_pangkat",
    JenisRekomendasi.PENGEMBANGAN: "kompetensi_jenjang",
}


def notes_of(usulan: Sequence[Rekomendasi]) -> dict[int, list[str]]:
    """What speaks for a second look, by recommendation; whoever has nothing to note is left out.

    Three queries, however many. Callers have checked that the reader is HR of these people.
    """
    prefetch_related_objects(usulan, "run_terakhir")
    perkiraan, diperbaiki = perkiraan_usulan(usulan, boleh_khusus=True), corrected_among(usulan)
    hasil = {
        r.pk: [
            *([PERLU_DITINJAU] if r.perlu_ditinjau else []),
            *([DIPERBAIKI] if r.pk in diperbaiki else []),
            *perkiraan.get(r.pk, []),
        ]
        for r in usulan
    }
    return {pk: catatan for pk, catatan in hasil.items() if catatan}


def gaps_of(usulan: Sequence[Rekomendasi], *, per: date) -> dict[int, list[Celah]]:
    """The competency gaps behind development needs, by person: some queries per instansi, none per person.

    Levels of an assessment: callers have checked that the reader is HR of these people.
    """
    menurut: dict[int, set[int]] = defaultdict(set)
    for r in usulan:
        if r.jenis == JenisRekomendasi.PENGEMBANGAN:
            menurut[r.pegawai.instansi_id].add(r.pegawai_id)
    hasil: dict[int, list[Celah]] = {}
    for instansi_id, ids in menurut.items():
        hasil |= find_all_gaps(read_outcomes(ids, instansi_id=instansi_id, per=per).values())
    return hasil


def rules_behind(usulan: Sequence[Rekomendasi]) -> list[str]:
    """The versions of the rules that `usulan` rest on, each once, with what is filed to replace them."""
    prefetch_related_objects(usulan, "run_terakhir")
    jalur = paths_of([r for r in usulan if r.jenis == JenisRekomendasi.KENAIKAN_PANGKAT])
    pasang = {(r.run_terakhir_id, _berkas(r, jalur.get(r.pk))): r.run_terakhir for r in usulan}
    teks = (_aturan(run, berkas) for (_, berkas), run in sorted(pasang.items()))
    return [t for t in dict.fromkeys(teks) if t]


def _berkas(r: Rekomendasi, jalur: int | None) -> str:
    if jalur == JalurPangkat.PENYESUAIAN_IJAZAH:
        return BERKAS[JenisPutusan.PENYESUAIAN_IJAZAH]
    return _BERKAS[JenisRekomendasi(r.jenis)]


def _aturan(run: RunEvaluasi, kode: str) -> str:
    """Empty for a run that this program cannot explain, and for one of before that file was written."""
    if alasan_tak_terbaca(run):
        return ""
    aturan = aturan_dari_versi(run.versi_aturan)
    return rule_version(aturan, kode, run.per_tanggal) if kode in aturan else ""
