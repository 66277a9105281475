"""What the two type: meetings, goals, notes, the two questions, the end, and the thanks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst

from asn_karier.lib.situs import IsianTanggal, IsianVersi
from mentoring.enums import CaraBertemu, Kemajuan, Rasa, SebabAkhir, SebabBeda
from mentoring.kamus import LABEL
from mentoring.kamus.hidup import PEMBACA_APRESIASI, PEMBACA_BERSAMA, PEMBACA_PRIBADI
from mentoring.models import Pasangan
from mentoring.rules.hidup import MENIT_TERLAMA, MENIT_TERPENDEK
from mentoring.services.akhiri import APRESIASI_TERPANJANG
from mentoring.services.catatan import CATATAN_TERPANJANG
from mentoring.services.pertemuan import IsiPertemuan
from mentoring.services.sapaan import PESAN_TERPANJANG
from mentoring.services.sasaran import PERUBAHAN_TERPANJANG, IsiSasaran
from pegawai.enums import KompetensiMansoskul
from pegawai.forms.berkunci import BerkunciForm
from pegawai.kamus import LABEL as LABEL_PEGAWAI


def _pilihan(label: str, enum: Any, kosong: str, **lain: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[(a.value, capfirst(LABEL[enum][a])) for a in enum],
        coerce=lambda nilai: enum(type(next(iter(enum)).value)(nilai)),
        widget=forms.RadioSelect,
        error_messages={"required": kosong, "invalid_choice": kosong},
        **lain,
    )


def _tanggal(label: str, bantuan: str = "", *, wajib: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=wajib,
        help_text=bantuan,
        widget=IsianTanggal,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        error_messages={
            "required": f"Isi {label.lower()}",
            "invalid": "Tulis tanggal, misalnya 31-12-2026",
        },
    )


def _teks(
    label: str, kosong: str, bantuan: str, terpanjang: int, *, rows: int = 4, wajib: bool = True
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=wajib,
        help_text=bantuan,
        max_length=terpanjang,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": kosong,
            "max_length": f"{label}: paling banyak {terpanjang} huruf. Sekarang %(show_value)d",
        },
    )


class FormPertemuan(BerkunciForm):
    """Everything is filled in beforehand; who agrees only presses the button."""

    field_order = ("pada", "kanal", "menit", "catatan", "berikutnya", "kunci")

    pada = _tanggal("Tanggal bertemu")
    kanal = _pilihan("Cara bertemu", CaraBertemu, "Pilih cara bertemu")
    menit = forms.IntegerField(
        label="Lama (menit)",
        min_value=MENIT_TERPENDEK,
        max_value=MENIT_TERLAMA,
        widget=forms.NumberInput(attrs={"class": "pendek", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Isi {MENIT_TERPENDEK} sampai {MENIT_TERLAMA} menit",
        ),
    )
    catatan = _teks("Catatan bersama", "", PEMBACA_BERSAMA, CATATAN_TERPANJANG, wajib=False)
    berikutnya = _tanggal("Pertemuan berikutnya", "Yang Anda sepakati berdua.", wajib=False)

    @property
    def isi(self) -> IsiPertemuan:
        b = self.cleaned_data
        return IsiPertemuan(b["pada"], b["kanal"], b["menit"], b["catatan"], b["berikutnya"])


class FormRencana(forms.Form):
    pada = _tanggal("Tanggal pertemuan")
    pukul = forms.TimeField(
        label="Pukul",
        required=False,
        input_formats=["%H.%M", "%H:%M"],
        help_text="Misalnya 09.30, menurut jam mentee.",
        widget=forms.TimeInput(format="%H.%M", attrs={"class": "pendek", "autocomplete": "off"}),
        error_messages={"invalid": "Tulis jam seperti 09.30"},
    )
    kanal = _pilihan("Cara bertemu", CaraBertemu, "Pilih cara bertemu")
    versi = IsianVersi()


class FormBeda(forms.Form):
    sebab = _pilihan("Apa yang Anda ingat berbeda?", SebabBeda, "Pilih satu")
    versi = IsianVersi()


class FormSasaran(BerkunciForm):
    field_order = ("kompetensi", "perubahan", "batas", "kunci")

    kompetensi = forms.ChoiceField(label="Kompetensi", required=False)
    perubahan = _teks(
        "Apa yang akan berbeda?",
        "Tuliskan apa yang akan berbeda",
        f"Satu kalimat, misalnya: memimpin rapat bidang tanpa membaca naskah. {PEMBACA_BERSAMA}",
        PERUBAHAN_TERPANJANG,
        rows=3,
    )
    batas = _tanggal("Hari terakhir", "Kapan Anda berdua melihat hasilnya.")

    def __init__(self, *args: Any, pasangan: Pasangan, **kwargs: Any) -> None:
        """The competency of `pasangan` stands first, and any of the other nine may be chosen."""
        super().__init__(*args, **kwargs)
        lain = (k for k in KompetensiMansoskul if k != pasangan.kompetensi)
        self.fields["kompetensi"].choices = [  # type: ignore[attr-defined]
            ("", pasangan.nama_kompetensi),
            *((k.value, LABEL_PEGAWAI[KompetensiMansoskul][k]) for k in lain),
        ]

    @property
    def isi(self) -> IsiSasaran:
        b = self.cleaned_data
        return IsiSasaran(b["kompetensi"], b["perubahan"].strip(), b["batas"])


class FormKemajuan(forms.Form):
    """`kemajuan` empty: the goal is let go."""

    kemajuan = forms.TypedChoiceField(
        label="Kemajuan",
        required=False,
        choices=[*((k.value, LABEL[Kemajuan][k]) for k in Kemajuan), ("", "Tidak dilanjutkan")],
        coerce=lambda nilai: Kemajuan(int(nilai)),
        empty_value=None,
    )
    versi = IsianVersi()


class FormCatatanBersama(BerkunciForm):
    isi = _teks("Catatan bersama", "Isi catatan", PEMBACA_BERSAMA, CATATAN_TERPANJANG, rows=6)


class FormCatatanPribadi(BerkunciForm):
    isi = _teks("Catatan pribadi", "Isi catatan", PEMBACA_PRIBADI, CATATAN_TERPANJANG, rows=6)


class FormDenyut(forms.Form):
    berguna = _pilihan("Apakah pertemuan ini berguna bagi Anda?", Rasa, "Pilih satu jawaban")
    mudah = _pilihan("Apakah Anda berdua mudah menemukan waktu?", Rasa, "Pilih satu jawaban")
    minta_disapa = forms.BooleanField(
        label="Saya ingin disapa pengelola kepegawaian",
        required=False,
        help_text="Hanya permintaan ini yang terbaca pengelola. Jawaban Anda tidak dibaca siapa pun.",
    )


class FormAkhiri(forms.Form):
    sebab = _pilihan("Mengapa berakhir?", SebabAkhir, "Pilih satu alasan")


class FormApresiasi(BerkunciForm):
    field_order = ("isi", "dihitung", "kunci")

    isi = _teks(
        "Ucapan terima kasih", "Tuliskan ucapan terima kasih", PEMBACA_APRESIASI, APRESIASI_TERPANJANG
    )
    dihitung = forms.BooleanField(
        label="Pengelola kepegawaian boleh menghitung ucapan ini",
        required=False,
        help_text="Mereka tahu bahwa mentor Anda menerima ucapan terima kasih, bukan isinya.",
    )


class FormSapaan(forms.Form):
    pesan = _teks(
        "Sapaan",
        "Tulis sapaan",
        "Dibaca mentee dan mentor. Tanyakan kabar, jangan menagih.",
        PESAN_TERPANJANG,
    )
