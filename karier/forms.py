"""Forms of the HR door of career: when, what and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_years, first_of_next_month
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import IsianTanggal
from karier.enums import JenisKeputusan
from karier.rules.andaian import Andaian, Ijazah, post_of
from karier.rules.periode import target_tmt
from kinerja.enums import Predikat
from kinerja.kamus import LABEL as LABEL_KINERJA
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import Instansi

_PREDIKAT_ANDAI = [(p.value, LABEL_KINERJA[Predikat][p]) for p in sorted(Predikat, reverse=True)]
_TANPA = ("", "Tidak berubah")
_IJAZAH_ANDAI = [_TANPA, *((t.value, LABEL_PEGAWAI[TingkatPendidikan][t]) for t in TingkatPendidikan)]
_JENJANG_ANDAI = [_TANPA, *((j.value, LABEL_PEGAWAI[Jenjang][j]) for j in Jenjang)]
#: So far ahead an assumption may begin: the timeline ends there.
TAHUN_ANDAI = 5
#: So far ahead a parameter may begin: further on nobody knows the regulation.
TAHUN_PARAMETER = 5
#: So many choices are named when none of them was given.
PILIHAN_DISEBUT = 12
#: A run may look back as far as the rule files reach, and a little ahead of today.
TAHUN_KE_DEPAN = 1


class FormInstansi(forms.Form):
    """Which instansi; asked only of those who keep several."""

    instansi = forms.ModelChoiceField(label="Instansi", queryset=Instansi.objects.none(), empty_label=None)

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dikelola = Instansi.objects.dikelola(pengguna)
        isian: Any = self.fields["instansi"]
        isian.queryset = dikelola
        satu = list(dikelola[:2])
        if len(satu) == 1:
            isian.initial = satu[0]
            isian.widget = forms.HiddenInput()


class FormJalankan(FormInstansi):
    """A run of the rules on one date."""

    per_tanggal = forms.DateField(
        label="Keadaan per tanggal",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        initial=timezone.localdate,
        help_text="Biasanya hari ini. Tanggal menentukan aturan dan periode kenaikan pangkat yang dipakai. "
        "Tanggal yang jauh dari hari ini menjadi simulasi: usulan dan halaman pegawai tidak berubah.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contoh = f"{timezone.localdate():%d-%m-%Y}"
        self.fields["per_tanggal"].error_messages |= {
            "required": f"Isi tanggal, misalnya {contoh}.",
            "invalid": f"Isi tanggal seperti {contoh}.",
        }

    def clean_per_tanggal(self) -> date:
        per: date = self.cleaned_data["per_tanggal"]
        if per.year > timezone.localdate().year + TAHUN_KE_DEPAN:
            raise forms.ValidationError("Tanggal paling jauh satu tahun ke depan.")
        try:
            target_tmt(per, aturan_per(per))
        except DomainError:
            raise forms.ValidationError(
                f"Belum ada aturan kenaikan pangkat yang dapat dipakai untuk {kata.tanggal(per)}. "
                "Pilih tanggal yang lebih baru, biasanya hari ini."
            ) from None
        return per


class FormSiklus(FormInstansi):
    """A cycle, filled in beforehand: usually only a look and one press."""

    tahun = forms.IntegerField(
        label="Tahun penilaian",
        min_value=2023,
        max_value=2100,
        error_messages={"required": "Isi tahun penilaian.", "invalid": "Isi tahun, misalnya 2026."},
    )
    nama = forms.CharField(label="Nama siklus", max_length=100, required=False)
    batas_penilaian = forms.DateField(
        label="Batas penilaian",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        help_text="Sesudahnya atasan masih dapat menilai sampai siklus ditutup.",
        error_messages={
            "required": "Isi batas penilaian.",
            "invalid": "Isi tanggal seperti 31-01-2027.",
        },
    )


class FormPerpanjang(forms.Form):
    """A later deadline, with the reason that everybody can read."""

    batas_penilaian = forms.DateField(
        label="Batas penilaian yang baru",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": "Isi tanggal yang baru.", "invalid": "Isi tanggal seperti 31-01-2027."},
    )
    alasan = forms.CharField(
        label="Alasan", max_length=200, error_messages={"required": "Tuliskan alasan perpanjangan."}
    )


class FormTutup(forms.Form):
    alasan = forms.CharField(label="Catatan", max_length=200, required=False)


class FormKeputusan(forms.Form):
    """The reason of a decision; proposing needs none, everything else does."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, jenis: JenisKeputusan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if jenis is JenisKeputusan.TETAPKAN:
            self.fields["alasan"].label = "Catatan"
        else:
            self.fields["alasan"].required = True
            self.fields["alasan"].error_messages["required"] = "Tuliskan alasan keputusan."


class FormParameter(forms.Form):
    """Step 1: which row, which value, from when. Nothing is stored; the page shows whom it would change."""

    entri = forms.ChoiceField(label="Parameter")
    nilai = forms.IntegerField(
        label="Nilai baru",
        required=False,
        help_text="Kosongkan untuk kembali ke nilai menurut peraturan.",
        error_messages={"invalid": "Isi bilangan bulat, misalnya 15."},
    )
    berlaku_mulai = forms.DateField(
        label="Berlaku mulai",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        initial=timezone.localdate,
        error_messages={
            "required": "Isi tanggal mulai berlakunya.",
            "invalid": "Isi tanggal seperti 01-01-2027.",
        },
    )

    def __init__(self, *args: Any, pilihan: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        entri: Any = self.fields["entri"]
        entri.choices = pilihan
        entri.error_messages["invalid_choice"] = "Pilih salah satu parameter dari daftar."

    def clean_berlaku_mulai(self) -> date:
        mulai: date = self.cleaned_data["berlaku_mulai"]
        akhir = add_years(timezone.localdate(), TAHUN_PARAMETER)
        if mulai > akhir:
            raise forms.ValidationError(f"Tanggal mulai paling jauh {kata.tanggal(akhir)}.")
        return mulai


class FormTetapkanParameter(FormParameter):
    """Step 2: the same, with the document that decides it. `sidik`: the rules that the officer has seen."""

    dasar = forms.CharField(
        label="Dasar penetapan",
        max_length=200,
        help_text="Misalnya Keputusan Bupati Nomor 100 Tahun 2026.",
        error_messages={"required": "Tuliskan dokumen yang menetapkan nilai ini."},
    )
    sidik = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("entri", "nilai", "berlaku_mulai"):
            self.fields[nama].widget = forms.HiddenInput()


def _hari_andai(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=IsianTanggal,
        help_text=help_text,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": f"{label}: isi tanggal seperti 31-01-2027."},
    )


def _predikat(nilai: str) -> Predikat:
    return Predikat(int(nilai))


def _bukan_pilihan(isian: Any) -> str:
    """Names the field and, where they are few, its choices: programs write the address too."""
    pilihan = [f"{nilai} ({label})" for nilai, label in isian.choices if nilai != ""]
    semua = f" Pilihannya {kata.daftar(pilihan)}." if len(pilihan) <= PILIHAN_DISEBUT else ""
    return f"{isian.label}: «%(value)s» bukan salah satu pilihannya.{semua}"


class FormCobaHitung(forms.Form):
    """What if: every field is an assumption, none names a person, so the address may be shared."""

    predikat = forms.TypedChoiceField(
        label="Predikat setiap tahun yang belum dinilai",
        choices=_PREDIKAT_ANDAI,
        coerce=_predikat,
        widget=forms.RadioSelect,
        initial=Predikat.BAIK.value,
        required=False,
        empty_value=None,
    )
    ijazah = forms.TypedChoiceField(
        label="Ijazah baru", choices=_IJAZAH_ANDAI, coerce=int, empty_value=None, required=False
    )
    ijazah_pada = _hari_andai("Ijazah diakui mulai")
    ujian_dinas = _hari_andai("Lulus ujian dinas pada")
    upkp = _hari_andai("Lulus ujian penyesuaian kenaikan pangkat (UPKP) pada")
    uji_kompetensi = _hari_andai("Lulus uji kompetensi pada")
    jp = forms.IntegerField(
        label="JP setiap tahun",
        required=False,
        min_value=0,
        max_value=500,
        error_messages={
            "invalid": "Isi JP setiap tahun dengan angka, misalnya 20.",
            "min_value": "JP setiap tahun paling sedikit %(limit_value)s.",
            "max_value": "JP setiap tahun paling banyak %(limit_value)s.",
        },
    )
    lowongan = forms.BooleanField(label="Ada lowongan pada jenjang berikutnya", required=False)
    jabatan = forms.TypedChoiceField(
        label="Pindah ke jabatan", choices=_JENJANG_ANDAI, coerce=int, empty_value=None, required=False
    )
    jabatan_pada = _hari_andai("TMT jabatan baru")
    disiplin_selesai = _hari_andai(
        "Hukuman atau pemeriksaan disiplin selesai pada", "Hanya bila ada yang sedang berjalan."
    )

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per = per
        for isian in self.fields.values():
            if isinstance(isian, forms.ChoiceField):
                isian.error_messages["invalid_choice"] = _bukan_pilihan(isian)

    def clean(self) -> dict[str, Any]:
        """An ijazah or a post without its day begins next month; a day without either says nothing."""
        isi: dict[str, Any] = super().clean() or {}
        awal, akhir = self.per, add_years(self.per, TAHUN_ANDAI)
        for nama, nilai in [*isi.items()]:
            if isinstance(nilai, date) and not awal <= nilai <= akhir:
                label = self.fields[nama].label
                self.add_error(
                    nama, f"{label}: isi tanggal antara {kata.tanggal(awal)} dan {kata.tanggal(akhir)}."
                )
        for nama, pesan in (("ijazah", "Pilih ijazahnya."), ("jabatan", "Pilih jabatannya.")):
            if isi.get(f"{nama}_pada") and nama in isi and not isi[nama]:
                self.add_error(nama, pesan)
        return isi

    def andaian(self) -> Andaian:
        """The assumptions; call it on a form that is valid."""
        isi, segera = self.cleaned_data, first_of_next_month(self.per)
        ijazah, jabatan = isi["ijazah"], isi["jabatan"]
        return Andaian(
            predikat_lain=isi["predikat"] or Predikat.BAIK,
            pendidikan=Ijazah(TingkatPendidikan(ijazah), isi["ijazah_pada"] or segera) if ijazah else None,
            uji_kompetensi=isi["uji_kompetensi"],
            upkp=isi["upkp"],
            ujian_dinas=isi["ujian_dinas"],
            jp=isi["jp"],
            jabatan=post_of(Jenjang(jabatan), isi["jabatan_pada"] or segera) if jabatan else None,
            hukuman_selesai=isi["disiplin_selesai"],
            lowongan=isi["lowongan"],
        )
