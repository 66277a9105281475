"""What HR sets for a scenario of who goes to what."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils import timezone

from karier.forms.run import FormInstansi
from karier.services.alokasi_baca import names_of_codes
from karier.services.alokasi_fakta import competency_code
from kinerja.forms.siklus import IsianTahun
from pegawai.enums import JenisJabatan
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import Instansi
from pelatihan.enums import StatusAngkatan
from pelatihan.models import Angkatan, KompetensiPelatihan
from pelatihan.rules.alokasi_masalah import Ukuran

_UKURAN: Final = ((Ukuran.KURSI.value, "Kursi"), (Ukuran.RUPIAH.value, "Rupiah"))
#: What is kept in `SkenarioAlokasi.batas`; the rest of the form is the scenario itself.
_BATAS: Final = (
    "paling_banyak",
    "terpencil",
    "kurang_jp",
    "ukuran",
    "paling_sedikit",
    "pagu_persen",
    "kompetensi",
    "jabatan",
    "gratis_kursi",
)


def _angka(label: str, terkecil: int, terbesar: int, awal: int, bantuan: str = "") -> forms.IntegerField:
    """A whole number within limits, already filled in."""
    galat = {
        "required": f"Isi angka {terkecil} sampai {terbesar}.",
        "invalid": f"Isi angka bulat {terkecil} sampai {terbesar}, misalnya {awal}.",
        "min_value": f"Paling kecil {terkecil}.",
        "max_value": f"Paling besar {terbesar}.",
    }
    return forms.IntegerField(
        label=label, min_value=terkecil, max_value=terbesar, initial=awal, help_text=bantuan,
        error_messages=galat,
    )  # fmt: skip


class FormSkenario(FormInstansi):
    """The limits, what comes first, and what is supposed."""

    nama = forms.CharField(
        label="Nama skenario",
        max_length=100,
        initial="Usulan peserta",
        error_messages={"required": "Isi nama, misalnya Usulan peserta semester II."},
    )
    tahun = IsianTahun()
    paling_banyak = _angka("Kelas paling banyak per orang", 1, 5, 2)
    terpencil = _angka(
        "Bagian untuk unit terpencil (persen)",
        0,
        100,
        20,
        "Paling sedikit dari yang dibagikan. 0: tanpa syarat.",
    )
    kurang_jp = _angka(
        "Bagian untuk pegawai di bawah 20 JP (persen)", 0, 100, 40,
        "Paling sedikit dari yang dibagikan. 0: tanpa syarat.",
    )  # fmt: skip
    ukuran = forms.ChoiceField(
        label="Bagian dihitung dari", choices=_UKURAN, error_messages={"required": "Pilih salah satu."}
    )
    paling_sedikit = _angka("Kursi terisi paling sedikit", 0, 100_000, 0, "0: tidak ada batas.")
    kompetensi = forms.MultipleChoiceField(
        label="Kompetensi yang didahulukan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Celahnya dihitung tiga kali.",
    )
    jabatan = forms.MultipleChoiceField(
        label="Jenis jabatan yang didahulukan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(j.name, LABEL_PEGAWAI[JenisJabatan][j]) for j in JenisJabatan],
        help_text="Celah pemegangnya dihitung dua kali.",
    )
    pagu_persen = _angka(
        "Andaikan pagu (persen dari yang tercatat)", 1, 200, 100, "90: bila pagu dipotong 10 persen."
    )
    gratis_angkatan = forms.ModelChoiceField(
        label="Andaikan mitra memberi kursi gratis di kelas",
        queryset=Angkatan.objects.none(),
        required=False,
        empty_label="Tidak ada",
    )
    gratis_kursi = forms.IntegerField(
        label="Banyak kursi gratis",
        required=False,
        min_value=1,
        max_value=1000,
        error_messages={"invalid": "Isi angka bulat, misalnya 10.", "min_value": "Paling kecil 1."},
    )
    pembanding = forms.BooleanField(
        label="Hitung juga dua pembanding: pagu dipotong 10 persen, dan tanpa syarat bagian",
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, pengguna=pengguna, **kwargs)
        self.fields["tahun"].initial = timezone.localdate().year
        kelas = Angkatan.objects.filter(
            instansi__in=Instansi.objects.dikelola(pengguna), status=StatusAngkatan.DIBUKA
        )
        gratis: Any = self.fields["gratis_angkatan"]
        gratis.queryset = kelas.select_related("pelatihan")
        naik = KompetensiPelatihan.objects.filter(pelatihan__in=kelas.values("pelatihan"))
        kode = {competency_code(k) for k in naik}
        nama = names_of_codes(kode)
        pilihan: Any = self.fields["kompetensi"]
        pilihan.choices = sorted(((k, nama[k]) for k in kode), key=lambda p: p[1])

    def clean(self) -> dict[str, Any]:
        """Free seats are named with their class, and in the instansi of the scenario."""
        isi: dict[str, Any] = super().clean() or {}
        kelas, banyak = isi.get("gratis_angkatan"), isi.get("gratis_kursi")
        if kelas is not None and not banyak:
            self.add_error("gratis_kursi", "Isi banyak kursi gratis di kelas itu.")
        if banyak and kelas is None:
            self.add_error("gratis_angkatan", "Pilih kelas yang mendapat kursi gratis.")
        if kelas is not None and isi.get("instansi") and kelas.instansi_id != isi["instansi"].pk:
            self.add_error("gratis_angkatan", "Pilih kelas instansi ini.")
        return isi

    def scenarios(self) -> list[tuple[str, dict[str, Any]]]:
        """(name, limits) of what was asked for, the two comparisons included."""
        isi = self.cleaned_data
        batas = {nama: isi[nama] for nama in _BATAS if isi[nama] not in (None, "")}
        batas["gratis_angkatan"] = isi["gratis_angkatan"].pk if isi["gratis_angkatan"] else None
        nama = isi["nama"]
        semua = [(nama, batas)]
        if isi["pembanding"]:
            semua.append((f"{nama}, pagu -10%", {**batas, "pagu_persen": batas["pagu_persen"] * 9 // 10}))
            semua.append((f"{nama}, tanpa bagian", {**batas, "terpencil": 0, "kurang_jp": 0}))
        return semua


class FormPakai(forms.Form):
    """The officer's word that missed shares are known."""

    tahu = forms.BooleanField(
        label="Saya tahu bagian di atas tidak terpenuhi, dan tetap memakai usulan ini",
        error_messages={"required": "Centang bahwa Anda mengetahuinya, atau ubah usulan."},
    )
