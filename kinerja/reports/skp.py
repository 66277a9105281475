"""SKP as it was agreed, on paper: hasil kerja, perilaku kerja, lampiran (PermenPANRB 6/2022).

Read from the text that was kept at the agreement (NaskahSKP.isi), never from rows that may have moved since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from asn_karier.lib import kata
from kinerja.enums import JenisHasilKerja, NilaiBerakhlak, PendekatanSKP
from kinerja.kamus import LABEL
from kinerja.kamus.skp import PANDUAN_PERILAKU
from kinerja.models import NaskahSKP
from kinerja.reports.kertas import part, people, place_and_day, sheet, signature, span, table
from pegawai.services.profil import day_of

_LEBAR: Final = {
    "No": 0.4,
    "Perspektif": 1.2,
    "RHK pimpinan yang diintervensi": 2,
    "Rencana hasil kerja": 2.4,
    "Aspek": 0.9,
    "Indikator kinerja individu": 2.2,
    "Target": 1.5,
}
_PANDUAN: Final = {LABEL[NilaiBerakhlak][n]: PANDUAN_PERILAKU[n] for n in NilaiBerakhlak}


def plan_sheet(naskah: NaskahSKP) -> dict[str, Any]:
    """The paper of one agreed plan."""
    skp, isi = naskah.skp, naskah.isi
    instansi = skp.pegawai.instansi
    hari = day_of(skp.pegawai, naskah.disepakati_pada)
    orang = people([skp.pegawai_id, naskah.penilai_id], per=hari)
    pegawai, penilai = orang[skp.pegawai_id], orang.get(naskah.penilai_id)
    kuantitatif = skp.pendekatan == PendekatanSKP.KUANTITATIF
    return sheet(
        judul=f"Sasaran Kinerja Pegawai tahun {skp.tahun}",
        instansi=instansi,
        ringkas=[
            ("Periode", span(skp.mulai, skp.sampai)),
            ("Pendekatan", "Kuantitatif" if kuantitatif else "Kualitatif"),
        ],
        bagian=[
            part("Pegawai yang dinilai", pasangan=pegawai.baris),
            part("Pejabat penilai kinerja", pasangan=penilai.baris if penilai else []),
            *_results(isi, kuantitatif=kuantitatif),
            _behaviour(isi),
            *_appendix(isi),
        ],
        tanda_tangan=[
            signature("Pegawai yang dinilai", pegawai, tempat=" "),
            signature("Pejabat penilai kinerja", penilai, tempat=place_and_day(instansi, hari)),
        ],
        mendatar=True,
    )


def _results(isi: Mapping[str, Any], *, kuantitatif: bool) -> Iterator[dict[str, Any]]:
    """A table of the utama and one of the tambahan; kuantitatif has the column Aspek, JPT the Perspektif."""
    berperspektif = any(h["perspektif"] for h in isi["hasil"])
    tanpa = {*(() if kuantitatif else ("Aspek",)), *(() if berperspektif else ("Perspektif",))}
    kolom = [k for k in _LEBAR if k not in tanpa]
    for jenis in JenisHasilKerja:
        label = LABEL[JenisHasilKerja][jenis]
        baris = [h for h in isi["hasil"] if h["jenis"] == label]
        if baris:
            sel = [[r[k] for k in kolom] for n, h in enumerate(baris, start=1) for r in _rows(n, h)]
            yield part(f"Hasil kerja {label.lower()}", tabel=table(kolom, sel, [_LEBAR[k] for k in kolom]))


def _rows(nomor: int, h: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """A line for each indicator; what belongs to the whole row stands on its first line."""
    indikator = h["indikator"] or [{"iki": "–", "aspek": "", "target": ""}]
    for ke, i in enumerate(indikator):
        awal = ke == 0
        yield {
            "No": str(nomor) if awal else "",
            "Perspektif": h["perspektif"] if awal else "",
            "RHK pimpinan yang diintervensi": (h["induk"] or "–") if awal else "",
            "Rencana hasil kerja": h["rhk"] if awal else "",
            "Aspek": i["aspek"],
            "Indikator kinerja individu": i["iki"],
            "Target": i["target"],
        }


def _behaviour(isi: Mapping[str, Any]) -> dict[str, Any]:
    kepala = ("No", "Nilai", "Panduan perilaku", "Ekspektasi khusus pimpinan")
    baris = [
        [str(n), p["nilai"], _lines(_PANDUAN.get(p["nilai"], ())), p["ekspektasi"] or "–"]
        for n, p in enumerate(isi["perilaku"], start=1)
    ]
    return part("Perilaku kerja", tabel=table(kepala, baris, (0.4, 1.4, 3.2, 3)))


def _appendix(isi: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for x in isi["lampiran"]:
        yield part(f"Lampiran: {kata.huruf_kecil_awal(x['jenis'])}", teks=_lines(x["isi"]))


def _lines(butir: Any) -> str:
    return "\n".join(f"• {b}" for b in butir) or "–"
