"""The lines of a plan and the targets of five years, as HR types them: numbers in a table, no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms

from asn_karier.lib import kata
from pelatihan.models import ButirRencana, Hcdp, Pagu
from pelatihan.services.hcdp import Kunci
from pelatihan.services.rencana import IsianButir

BULAN: Final = [("", "Belum"), *((str(n), nama) for n, nama in enumerate(kata.BULAN, start=1))]
#: As much as a column of the database holds, and far more than anybody plans.
PESERTA_TERBANYAK: Final = 100_000
BIAYA_TERBANYAK: Final = 10**13


@dataclass(frozen=True, slots=True)
class BarisButir:
    """One line before it is typed over. `satuan`: rupiah per participant by the catalogue."""

    pelatihan_id: int
    nama: str
    satuan: int
    peserta: int
    biaya: int
    pagu_id: int | None
    bulan: int | None
    alasan: str


def lines_of(butir: Iterable[ButirRencana]) -> list[BarisButir]:
    """Stored lines (with their programme joined)."""
    return [
        BarisButir(
            b.pelatihan_id,
            b.pelatihan.nama,
            b.pelatihan.biaya,
            b.peserta,
            b.biaya,
            b.pagu_id,
            b.bulan,
            b.alasan,
        )
        for b in butir
    ]


class FormButir(forms.Form):
    """One line: its place, people, cost, fund and month."""

    urut = forms.IntegerField(
        label="Urutan", min_value=1, max_value=9999, error_messages={"required": "Isi urutannya."}
    )
    peserta = forms.IntegerField(
        label="Peserta", min_value=0, max_value=PESERTA_TERBANYAK,
        error_messages={"required": "Isi jumlah peserta; 0 bila tidak jadi."},
    )  # fmt: skip
    biaya = forms.IntegerField(
        label="Biaya seluruhnya", min_value=0, max_value=BIAYA_TERBANYAK, required=False
    )
    pagu = forms.ChoiceField(label="Sumber dana", required=False)
    bulan = forms.ChoiceField(label="Bulan", choices=BULAN, required=False)
    hapus = forms.BooleanField(label="Keluarkan", required=False)

    def __init__(self, data: Any, *, baris: BarisButir, urut: int, pagu: Sequence[tuple[str, str]]) -> None:
        # A cost as the catalogue has it follows the number of people; another one stays as typed.
        sendiri = baris.biaya != baris.satuan * baris.peserta
        awal = {
            "urut": urut, "peserta": baris.peserta, "biaya": baris.biaya if sendiri else None,
            "pagu": baris.pagu_id or "", "bulan": baris.bulan or "",
        }  # fmt: skip
        super().__init__(data, prefix=str(baris.pelatihan_id), initial=awal)
        self.baris = baris
        dana: Any = self.fields["pagu"]
        dana.choices = [("", "Belum"), *pagu]
        for nama, isian in self.fields.items():
            isian.widget.attrs["aria-label"] = f"{isian.label}: {baris.nama}"
            isian.widget.attrs["class"] = f"isian-{nama}"

    @property
    def tempat(self) -> tuple[int, int]:
        """Where it goes. A line that was given the place of another one comes to stand there: above it when
        it moved up, below it when it moved down.
        """
        baru, lama = self.cleaned_data["urut"], self.initial["urut"]
        return baru, (baru > lama) - (baru < lama)

    def isian(self) -> IsianButir:
        """Call it on a form that is valid."""
        isi, b = self.cleaned_data, self.baris
        return IsianButir(
            b.pelatihan_id,
            isi["peserta"],
            isi["biaya"],
            int(isi["pagu"]) if isi["pagu"] else None,
            int(isi["bulan"]) if isi["bulan"] else None,
            b.alasan,
        )


class KumpulanButir:
    """The forms of all lines of a page; the places typed decide their order."""

    def __init__(self, data: Any, *, baris: Sequence[BarisButir], pagu: Sequence[Pagu]) -> None:
        pilihan = [(str(p.pk), name_of_fund(p)) for p in pagu]
        self.forms = [FormButir(data, baris=b, urut=n, pagu=pilihan) for n, b in enumerate(baris, start=1)]
        terkirim = {n.removesuffix("-urut") for n in data or () if n.endswith("-urut")}
        #: The lines are others than those of the page that was sent.
        self.lain = data is not None and terkirim != {str(b.pelatihan_id) for b in baris}

    def is_valid(self) -> bool:
        """Every line says what is amiss, not only the first."""
        return not self.lain and not [f for f in self.forms if not f.is_valid()]

    @property
    def galat(self) -> list[str]:
        """For the box above the table: the line and what is amiss in it."""
        if self.lain:
            return ["Daftar kegiatan berubah sejak halaman ini dibuka. Periksa lagi, lalu simpan."]
        return [f"{f.baris.nama}: {pesan}" for f in self.forms for isi in f.errors.values() for pesan in isi]

    def butir(self) -> list[IsianButir]:
        """What remains, in the order typed."""
        tetap = [f for f in self.forms if f.cleaned_data["peserta"] and not f.cleaned_data["hapus"]]
        return [f.isian() for f in sorted(tetap, key=lambda f: f.tempat)]


def name_of_fund(pagu: Pagu) -> str:
    """'APBD 2027', or 'APBD 2027, Dinas Kesehatan'."""
    return f"{pagu}, {pagu.unit}" if pagu.unit else str(pagu)


class FormTambahButir(forms.Form):
    """One more programme of the catalogue, at the end of the plan."""

    pelatihan: Any = forms.ModelChoiceField(
        label="Pelatihan", queryset=None, empty_label="Pilih",
        error_messages={"required": "Pilih pelatihannya.", "invalid_choice": "Pilih pelatihan dari daftar."},
    )  # fmt: skip
    peserta = forms.IntegerField(
        label="Peserta", min_value=1, max_value=PESERTA_TERBANYAK,
        error_messages={"required": "Isi jumlah pesertanya."},
    )  # fmt: skip

    def __init__(self, data: Any, *, pelatihan: Any) -> None:
        super().__init__(data)
        pilihan: Any = self.fields["pelatihan"]
        pilihan.queryset = pelatihan


class FormHcdp(forms.Form):
    """The direction, and a box per competency and year. Empty boxes are nobody."""

    versi = forms.IntegerField(widget=forms.HiddenInput, label="")
    arah = forms.CharField(
        label="Arah kebijakan (RPJMD)",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField"}),
        help_text="Tujuan dan sasaran RPJMD yang dijawab rencana ini, paling banyak 4.000 huruf.",
        error_messages={"max_length": "Arah kebijakan paling banyak 4.000 huruf."},
    )

    def __init__(
        self,
        data: Any,
        *,
        hcdp: Hcdp,
        kompetensi: Mapping[Kunci, str],
        awal: Mapping[tuple[Kunci, int], int],
    ) -> None:
        super().__init__(data, initial={"versi": hcdp.versi, "arah": hcdp.arah})
        self.tahun = range(hcdp.tahun_mulai, hcdp.tahun_selesai + 1)
        self.kompetensi = kompetensi
        for kunci, nama in kompetensi.items():
            for tahun in self.tahun:
                self.fields[_box(kunci, tahun)] = forms.IntegerField(
                    label=f"{nama}, {tahun}", required=False, min_value=0, max_value=PESERTA_TERBANYAK,
                    initial=awal.get((kunci, tahun)),
                    widget=forms.NumberInput(attrs={"aria-label": f"{nama}, {tahun}"}),
                )  # fmt: skip

    @property
    def baris(self) -> list[dict[str, Any]]:
        """For the table: the competency and its boxes."""
        return [
            {"nama": nama, "kotak": [(t, self[_box(kunci, t)]) for t in self.tahun]}
            for kunci, nama in self.kompetensi.items()
        ]

    @property
    def galat(self) -> list[str]:
        return [
            f"{self.fields[nama].label}: {pesan}" if nama in self.fields else str(pesan)
            for nama, isi in self.errors.items()
            for pesan in isi
        ]

    def sasaran(self) -> dict[tuple[Kunci, int], int]:
        """Call it on a form that is valid."""
        return {
            (kunci, t): self.cleaned_data[_box(kunci, t)] or 0
            for kunci in self.kompetensi
            for t in self.tahun
        }


def _box(kunci: Kunci, tahun: int) -> str:
    return f"s-{kunci.kompetensi or kunci.teknis_id}-{tahun}"
