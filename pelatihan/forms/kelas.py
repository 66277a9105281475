"""What is typed about classes: applying, deciding, presence, letters, results."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils import timezone

from asn_karier.lib.situs import IsianTanggal, IsianVersi
from pegawai.models import Instansi, PejabatPenandaTangan
from pelatihan.enums import StatusPendaftaran
from pelatihan.kamus import LABEL
from pelatihan.models import Pendaftaran
from pelatihan.services.angkatan import HasilKelas
from pelatihan.services.kehadiran import MENIT_KODE, MENIT_TERLAMA
from pelatihan.services.langkah import ALASAN_TERPANJANG
from pelatihan.services.surat_tugas import NOMOR_TERPANJANG

_NIP: Final = re.compile(r"\d{18}")
NIP_TERBANYAK: Final = 500


def alasan_field(
    label: str, petunjuk: str, *, kosong: str = "", paling: int = ALASAN_TERPANJANG
) -> forms.CharField:
    """A reason of at most `paling` letters; `kosong`: what to do when it is missing (else it may be)."""
    return forms.CharField(
        label=label,
        required=bool(kosong),
        max_length=paling,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=petunjuk,
        error_messages={
            "required": kosong,
            "max_length": f"Alasan paling banyak {paling} huruf. Sekarang %(show_value)d",
        },
    )


class FormDaftar(forms.Form):
    alasan = alasan_field("Alasan mengikuti", "Atasan dan pengelola kepegawaian membacanya saat memutuskan.")


class FormTolak(forms.Form):
    """Why not, in words that the person reads."""

    alasan = alasan_field(
        "Alasan", "Pegawai membacanya. Sebut yang dapat dilakukan berikutnya.", kosong="Tuliskan alasan"
    )
    versi = IsianVersi()


class FormPutusanHr(forms.Form):
    """HR about one person: yes may need a reason, no always does."""

    putusan = forms.ChoiceField(
        label="Putusan",
        choices=[("setuju", "Setujui"), ("tolak", "Tidak disetujui, atau batalkan yang sudah disetujui")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih satu putusan"},
    )
    alasan = alasan_field(
        "Alasan",
        "Perlu bila tidak disetujui, bila jadwalnya bentrok, atau bila atasan belum memutuskan. "
        "Pegawai membacanya.",
    )
    versi = IsianVersi()


class FormHadir(forms.Form):
    kode = forms.CharField(
        label="Kode kehadiran",
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        help_text="Enam huruf dan angka yang tampil di ruang kelas.",
        error_messages={"required": "Isi kode kehadiran"},
    )


class FormKode(forms.Form):
    """`sejak`: which code the officer saw (`code_mark`), so that two presses are one change."""

    sejak = forms.CharField(widget=forms.HiddenInput, required=False)
    menit = forms.IntegerField(
        label="Berlaku (menit)",
        min_value=1,
        max_value=MENIT_TERLAMA,
        initial=MENIT_KODE,
        error_messages={
            "required": "Isi berapa menit kode berlaku",
            "invalid": "Isi angka, misalnya 30",
            "min_value": f"Isi 1 sampai {MENIT_TERLAMA} menit",
            "max_value": f"Isi 1 sampai {MENIT_TERLAMA} menit",
        },
    )


class FormDaftarkan(forms.Form):
    """HR enrols people by their NIP."""

    nip = forms.CharField(
        label="NIP pegawai",
        max_length=NIP_TERBANYAK * 25,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"Satu NIP per baris, paling banyak {NIP_TERBANYAK}.",
        error_messages={"required": "Tulis paling sedikit satu NIP"},
    )
    alasan = alasan_field(
        "Alasan", "Pegawai membacanya, misalnya penugasan dari pimpinan.", kosong="Tuliskan alasan"
    )

    def clean_nip(self) -> list[str]:
        baris = ["".join(b.split()) for b in self.cleaned_data["nip"].splitlines() if b.strip()]
        salah = [b for b in baris if not _NIP.fullmatch(b)]
        if salah:
            raise forms.ValidationError(f"NIP terdiri atas 18 angka. Yang diisi {len(salah[0])}: {salah[0]}")
        if len(baris) > NIP_TERBANYAK:
            raise forms.ValidationError(f"Paling banyak {NIP_TERBANYAK} NIP. Sekarang {len(baris)}")
        return list(dict.fromkeys(baris))


class FormAlasanBatal(forms.Form):
    alasan = alasan_field(
        "Alasan pembatalan", "Terbaca oleh semua yang terdaftar.", kosong="Tuliskan alasan pembatalan"
    )


class FormSuratTugas(forms.Form):
    """One letter for the chosen; everybody who waits for one is chosen beforehand."""

    nomor = forms.CharField(
        label="Nomor surat", max_length=NOMOR_TERPANJANG, error_messages={"required": "Isi nomor surat"}
    )
    tanggal = forms.DateField(
        label="Tanggal surat",
        widget=IsianTanggal,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        error_messages={"required": "Isi tanggal surat", "invalid": "Isi tanggal seperti 31-01-2027"},
    )
    penanda_tangan = forms.ModelChoiceField(
        label="Penanda tangan",
        queryset=PejabatPenandaTangan.objects.none(),
        empty_label="Pilih",
        error_messages={"required": "Pilih penanda tangan"},
    )
    peserta = forms.TypedMultipleChoiceField(
        label="Peserta",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu peserta"},
    )

    def __init__(self, *args: Any, instansi: Instansi, peserta: Iterable[Pendaftaran], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=instansi)
        tanda, siapa = self.fields["penanda_tangan"], self.fields["peserta"]
        tanda.queryset = pejabat  # type: ignore[attr-defined]
        tanda.initial = pejabat.pada(timezone.localdate()).first()
        self.fields["tanggal"].initial = timezone.localdate()
        pilihan = [(p.pk, f"{p.pegawai.nama_gelar} ({p.pegawai.nip})") for p in peserta]
        siapa.choices = pilihan  # type: ignore[attr-defined]
        siapa.initial = [pk for pk, _ in pilihan]


def _nilai(label: str) -> forms.DecimalField:
    angka = "Nilai 0 sampai 100, misalnya 75 atau 82,5"
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        localize=True,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits"),
            angka,
        ),
    )


class FormHasil(forms.Form):
    """One participant: what became of them, and the marks before and after."""

    status = forms.ChoiceField(label="Hasil", required=False)
    nilai_pra = _nilai("Nilai sebelum")
    nilai_pasca = _nilai("Nilai sesudah")
    #: Not of a row that came to the class after the page was read.
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, p: Pendaftaran) -> None:
        tercatat = p.status if p.status in _HASIL else ""
        awal = {
            "status": tercatat, "nilai_pra": p.nilai_pra, "nilai_pasca": p.nilai_pasca, "versi": p.versi
        }  # fmt: skip
        super().__init__(data, prefix=str(p.pk), initial=awal)
        self.p = p
        kosong = [] if tercatat else [("", "Belum dicatat")]
        pilihan = [(s.value, LABEL[StatusPendaftaran][s]) for s in _HASIL]
        self.fields["status"].choices = [*kosong, *pilihan]  # type: ignore[attr-defined]
        for nama in ("status", "nilai_pra", "nilai_pasca"):
            isian = self.fields[nama]
            isian.widget.attrs["aria-label"] = f"{isian.label}: {p.pegawai.nama_gelar}"

    def hasil(self) -> HasilKelas | None:
        """None where nothing was chosen."""
        isi = self.cleaned_data
        if not isi["status"]:
            return None
        status = StatusPendaftaran(isi["status"])
        return HasilKelas(status, isi["nilai_pra"], isi["nilai_pasca"], isi["versi"])


_HASIL: Final = (
    StatusPendaftaran.SELESAI,
    StatusPendaftaran.TIDAK_LULUS,
    StatusPendaftaran.TIDAK_HADIR,
)
