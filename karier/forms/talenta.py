"""What is typed about talent: committees, sessions, boxes, minutes, succession."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from asn_karier.lib.pilihan import choices_of
from asn_karier.lib.situs import IsianTanggal, IsianVersi
from karier.enums import PeranKomite
from karier.forms.run import FormInstansi
from karier.kamus.talenta import box_name
from karier.models import AnggotaKomite
from karier.models.sidang import BERITA_TERPANJANG
from karier.rules.aturan_talenta import AturanTalenta
from karier.services.sidang import ALASAN_TERPANJANG, NOMOR_TERPANJANG
from pegawai.enums import JenisJabatan
from pegawai.models import Jabatan, Pegawai, RiwayatJabatan, UnitKerja
from pelatihan.forms.kelas import alasan_field

_TANGGAL: Final[dict[str, Any]] = {"widget": IsianTanggal, "input_formats": ["%d-%m-%Y", "%Y-%m-%d"]}


def _hari(label: str, kosong: str) -> forms.DateField:
    galat = {"required": kosong, "invalid": "Isi tanggal seperti 31-01-2027"}
    return forms.DateField(label=label, error_messages=galat, **_TANGGAL)


class IsianNip(forms.CharField):
    """Eighteen digits, spaces or not; answers with the person of that instansi."""

    def __init__(self, **kwargs: Any) -> None:
        petunjuk = "18 angka. Spasi boleh."
        super().__init__(max_length=30, help_text=petunjuk, error_messages={"required": "Isi NIP"}, **kwargs)
        self.instansi_id = 0

    def clean(self, value: Any) -> Any:
        angka = "".join(super().clean(value).split())
        orang = Pegawai.objects.filter(nip=angka, instansi=self.instansi_id).first()
        if orang is None:
            raise forms.ValidationError("Tidak ada pegawai instansi ini dengan NIP itu. Periksa 18 angkanya")
        return orang


class FormKomite(FormInstansi):
    nomor_sk = forms.CharField(
        label="Nomor SK", max_length=NOMOR_TERPANJANG, error_messages={"required": "Isi nomor SK"}
    )
    tanggal_sk = _hari("Tanggal SK", "Isi tanggal SK")
    mulai = _hari("Bertugas mulai", "Isi tanggal mulai")
    sampai = _hari("Sampai dengan", "Isi tanggal berakhir")


class FormAnggota(forms.Form):
    nip = IsianNip(label="NIP")
    peran = forms.ChoiceField(
        label="Tugas",
        choices=choices_of(PeranKomite),
        widget=forms.RadioSelect,
        help_text="Sekretariat menyiapkan dan membaca, tanpa suara tentang siapa pun.",
        error_messages={"required": "Pilih tugasnya"},
    )
    mulai = _hari("Mulai", "Isi tanggal mulai")

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nip"].instansi_id = instansi_id  # type: ignore[attr-defined]


class FormSidang(forms.Form):
    """Who is there, and whom it is about."""

    tanggal = _hari("Tanggal sidang", "Isi tanggal sidang")
    unit = forms.ModelChoiceField(
        label="Tentang pegawai",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Seluruh instansi",
    )
    hadir = forms.TypedMultipleChoiceField(
        label="Anggota yang hadir",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih anggota yang hadir"},
    )

    def __init__(self, *args: Any, instansi_id: int, anggota: Iterable[AnggotaKomite], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit, hadir = self.fields["unit"], self.fields["hadir"]
        milik = UnitKerja.objects.filter(instansi=instansi_id).order_by("jalur")
        unit.queryset = milik  # type: ignore[attr-defined]
        hadir.choices = [  # type: ignore[attr-defined]
            (a.pk, f"{a.pegawai.nama_gelar} ({a.get_peran_display()})") for a in anggota
        ]


class FormKotak(forms.Form):
    """The box of one person. Nothing is chosen beforehand; the proposed one needs no reason."""

    kotak = forms.TypedChoiceField(
        label="Kotak",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih satu kotak"},
    )
    alasan = alasan_field(
        "Alasan",
        "Perlu bila berbeda dari usulan hitungan. Sesudah rilis, pegawai membacanya.",
        paling=ALASAN_TERPANJANG,
    )
    versi = IsianVersi()

    def __init__(self, *args: Any, aturan: AturanTalenta, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(n, box_name(n, aturan)) for n in range(9, 0, -1)]
        self.fields["kotak"].choices = pilihan  # type: ignore[attr-defined]


class FormUrungkan(forms.Form):
    alasan = alasan_field(
        "Alasan mengurungkan", "Tercatat dalam sidang.", kosong="Tuliskan alasan", paling=ALASAN_TERPANJANG
    )
    versi = IsianVersi()


class FormBerita(forms.Form):
    nomor = forms.CharField(
        label="Nomor berita acara",
        max_length=NOMOR_TERPANJANG,
        error_messages={"required": "Isi nomor berita acara"},
    )
    isi = forms.CharField(
        label="Isi berita acara",
        max_length=BERITA_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Apa yang dibahas dan diputuskan. Penetapan per pegawai tercatat sendiri.",
        error_messages={"required": "Tuliskan isi berita acara"},
    )
    versi = IsianVersi()


class FormKritikal(forms.Form):
    """A post of a unit. Offered: structural posts that somebody of the instansi has held."""

    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=UnitKerja.objects.none(), empty_label="Pilih",
        error_messages={"required": "Pilih unit kerja"},
    )  # fmt: skip
    jabatan = forms.ModelChoiceField(
        label="Jabatan", queryset=Jabatan.objects.none(), empty_label="Pilih",
        error_messages={"required": "Pilih jabatan"},
    )  # fmt: skip
    alasan = alasan_field(
        "Mengapa kritikal",
        "Misalnya: pemangku pensiun tahun depan dan belum ada yang menguasai tugasnya.",
        kosong="Tuliskan mengapa jabatan ini kritikal",
        paling=ALASAN_TERPANJANG,
    )

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dijabat = RiwayatJabatan.objects.filter(pegawai__instansi=instansi_id).values("jabatan")
        jabatan = Jabatan.objects.filter(jenis=JenisJabatan.STRUKTURAL, pk__in=dijabat).order_by("nama", "pk")
        unit = UnitKerja.objects.filter(instansi=instansi_id).order_by("jalur")
        self.fields["unit"].queryset = unit  # type: ignore[attr-defined]
        self.fields["jabatan"].queryset = jabatan  # type: ignore[attr-defined]


def _rencana() -> forms.CharField:
    return alasan_field(
        "Rencana penyiapan",
        "Misalnya: penugasan sebagai pelaksana harian, pelatihan kepemimpinan, pendampingan.",
        paling=ALASAN_TERPANJANG,
    )


class FormKandidat(forms.Form):
    nip = IsianNip(label="NIP kandidat")
    alasan = alasan_field(
        "Alasan",
        "Mengapa dipertimbangkan walau di luar kelompok rencana suksesi.",
        kosong="Tuliskan alasan",
        paling=ALASAN_TERPANJANG,
    )
    rencana = _rencana()

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nip"].instansi_id = instansi_id  # type: ignore[attr-defined]


class FormRencana(forms.Form):
    rencana = _rencana()
    versi = IsianVersi()


class FormLepas(forms.Form):
    alasan = alasan_field(
        "Alasan melepas", "Tercatat pada jabatan ini.", kosong="Tuliskan alasan", paling=ALASAN_TERPANJANG
    )


class FormTetapkan(forms.Form):
    nomor_berita = forms.CharField(
        label="Nomor berita acara",
        max_length=NOMOR_TERPANJANG,
        error_messages={"required": "Isi nomor berita acara"},
    )
    alasan = alasan_field(
        "Alasan penetapan",
        "Mengapa daftar kandidat ini, dan apa yang disiapkan.",
        kosong="Tuliskan alasan penetapan",
        paling=1000,
    )
    versi = IsianVersi()
