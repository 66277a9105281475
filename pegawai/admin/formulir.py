"""Forms of the HR door of people."""

from __future__ import annotations

from typing import Any, ClassVar, Final, cast

from django import forms
from django.http import QueryDict

from asn_karier.lib.errors import DomainError
from pegawai.admin.perubahan import sejak_dibaca
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, StatusDisiplin
from pegawai.kamus import LABEL
from pegawai.models import HukumanDisiplin, Instansi, Jabatan, Pegawai, RiwayatPangkat
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan
from pegawai.rules.nomor_hp import baca_nomor_hp
from pegawai.services.impor_pembaca import pembaca_bagi
from pegawai.services.jabatan import JENJANG_MENURUT_JENIS

DIRI_SENDIRI: Final = "Catatan tentang diri Anda sendiri diubah oleh pengelola kepegawaian lain."

AKHIR_PEMERIKSAAN: Final = (
    "Ini hari terakhir pemeriksaan. Isi hari terakhir hukumannya, atau kosongkan bila belum ditetapkan; "
    "periksa juga tanggal mulainya."
)


class FormPegawai(forms.ModelForm):
    """A correction carries its reason, and the version the editor saw."""

    alasan = forms.CharField(
        label="Alasan perubahan",
        max_length=100,
        help_text="Misalnya nomor SK atau surat. Tersimpan pada riwayat perubahan.",
        error_messages={"required": "Tuliskan alasan perubahan, misalnya nomor SK."},
    )
    versi_dibaca = forms.IntegerField(widget=forms.HiddenInput, label="")

    class Meta:
        model = Pegawai
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "versi_dibaca" in self.fields:
            self.fields["versi_dibaca"].initial = self.instance.versi

    def clean_no_hp(self) -> str:
        """A number stored before this rule does not stop another correction."""
        teks: str = self.cleaned_data["no_hp"]
        if not teks or "no_hp" not in self.changed_data:
            return teks
        try:
            return baca_nomor_hp(teks)
        except DomainError as salah:
            raise forms.ValidationError(f"{salah.pesan}. {salah.tindakan}") from salah

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if "versi_dibaca" in isi and isi["versi_dibaca"] != self.instance.versi:
            raise forms.ValidationError(
                "Orang lain mengubah data pegawai ini sejak Anda membukanya. Isian Anda belum disimpan. "
                "Buka ulang halaman ini di tab lain untuk membandingkan."
            )
        atasan = isi.get("atasan")
        if atasan is not None and atasan.pk == self.instance.pk:
            self.add_error("atasan", "Pegawai tidak dapat menjadi atasan penilai bagi dirinya sendiri.")
        return isi


class FormRiwayat(forms.ModelForm):
    """A correction of a history row carries its reason; a new row is documented by its SK and sumber."""

    #: Set per request: nobody writes in their own records.
    pegawai_pengubah: int | None = None
    pembaca: Any = None

    alasan = forms.CharField(
        label="Alasan perubahan",
        max_length=100,
        help_text="Misalnya nomor SK atau surat. Tersimpan pada riwayat perubahan.",
        error_messages={"required": "Tuliskan alasan perubahan, misalnya nomor SK."},
    )
    #: `diubah_pada` of the row that the officer saw.
    diubah_dibaca = forms.CharField(
        widget=forms.HiddenInput,
        label="",
        error_messages={"required": "Buka ulang halaman ini, lalu ubah kembali."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["alasan"], self.fields["diubah_dibaca"]
        elif "diubah_dibaca" in self.fields:
            self.fields["diubah_dibaca"].initial = self.instance.diubah_pada.isoformat()

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        pegawai = isi.get("pegawai")
        if pegawai is not None and pegawai.pk == self.pegawai_pengubah:
            self.add_error("pegawai", DIRI_SENDIRI)
        self._require_terbaru(isi.get("diubah_dibaca"))
        return isi

    def _require_terbaru(self, dibaca: str | None) -> None:
        """Refuse to write over what somebody saved meanwhile; the row is locked (RiwayatAdmin)."""
        kini = None if dibaca is None else self.instance.diubah_pada.isoformat()
        perubahan = None if kini == dibaca else sejak_dibaca(self.instance, str(dibaca), pembaca=self.pembaca)
        if perubahan is None:
            return
        # What was typed stays. Having read who changed what, the officer decides by pressing Simpan again.
        self.data = cast("QueryDict", self.data).copy()
        self.data["diubah_dibaca"] = kini or ""
        raise forms.ValidationError(
            f"{perubahan} Isian Anda di bawah belum disimpan. Sesuaikan, lalu tekan Simpan lagi."
        )


def pilihan_pangkat() -> list[tuple[str, Any]]:
    """Both scales in words; the value is 'scale-number', as in the filter of the list."""
    kelompok: list[tuple[str, Any]] = [("", "Pilih golongan")]
    for jenis in JenisPegawai:
        urut = range(TERENDAH, TERTINGGI + 1)
        kelompok.append((LABEL[JenisPegawai][jenis], [(f"{jenis.value}-{n}", _nama(jenis, n)) for n in urut]))
    return kelompok


def _nama(jenis: JenisPegawai, urut: int) -> str:
    golongan = Golongan(jenis, urut)
    return f"{golongan.nama} {golongan.pangkat}".strip()


class FormPangkat(forms.ModelForm):
    """Golongan by its name: nobody knows that III/a is number nine of the first scale."""

    pangkat = forms.ChoiceField(
        label="Golongan", choices=pilihan_pangkat, error_messages={"required": "Pilih golongan pada SK."}
    )

    class Meta:
        model = RiwayatPangkat
        fields = ("pegawai", "tmt", "masa_kerja_tahun", "masa_kerja_bulan", "nomor_sk", "sumber")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "pangkat" in self.fields:
            self.fields["pangkat"].initial = f"{self.instance.skala}-{self.instance.golongan}"

    def clean_pangkat(self) -> str:
        nilai: str = self.cleaned_data["pangkat"]
        self.instance.skala, self.instance.golongan = (int(n) for n in nilai.split("-"))
        return nilai


class FormDisiplin(forms.ModelForm):
    """One record per case, whose status goes from examination to decision."""

    class Meta:
        model = HukumanDisiplin
        fields: ClassVar[list[str]] = []
        help_texts: ClassVar[dict[str, str]] = {
            "status": "Bila pemeriksaan selesai, catat putusannya: pilih Dijatuhkan, atau Dibatalkan bila "
            "tidak terbukti. Sampai saat itu pemeriksaan dihitung masih berjalan.",
            "sampai": "Hari terakhir hukuman, atau hari terakhir pemeriksaan. Tanggal ini saja tidak "
            "mengakhiri pemeriksaan.",
        }

    def clean(self) -> dict[str, Any]:
        """The last day of an examination, left standing, would end its penalty before it began to count."""
        isi = super().clean() or {}
        semula = (self.initial.get("status"), self.initial.get("sampai"))
        berubah = (semula[0], isi.get("status"))
        diputus = berubah == (StatusDisiplin.DALAM_PEMERIKSAAN, StatusDisiplin.DIJATUHKAN)
        if diputus and isi.get("sampai") is not None and isi["sampai"] == semula[1]:
            self.add_error("sampai", AKHIR_PEMERIKSAAN)
        return isi


class FormLengkapiJabatan(forms.ModelForm):
    """What an import could not tell about a post; the domain refuses what is already known."""

    alasan = forms.CharField(
        label="Dasar",
        max_length=100,
        help_text="Misalnya nomor peraturan jabatan fungsionalnya. Tersimpan pada jejak.",
        error_messages={"required": "Tuliskan dasarnya, misalnya nomor peraturan jabatannya."},
    )

    class Meta:
        model = Jabatan
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        jenjang: Any = self.fields.get("jenjang")
        if jenjang is not None:
            boleh = JENJANG_MENURUT_JENIS[JenisJabatan(self.instance.jenis)]
            jenjang.choices = [("", "Pilih jenjang"), *((j.value, LABEL[Jenjang][j]) for j in boleh)]
            jenjang.required = True
            jenjang.error_messages["required"] = "Pilih jenjang menurut peraturan jabatannya."


class FormKeperluan(forms.Form):
    """Why somebody looks at what is masked."""

    keperluan = forms.CharField(
        label="Untuk keperluan apa?",
        max_length=200,
        help_text="Tersimpan pada jejak akses yang dapat dilihat pegawai yang bersangkutan.",
        error_messages={"required": "Tuliskan keperluan melihat NIK."},
    )


class FormUnggah(forms.Form):
    """The file and what it is. The instansi is asked only of those who keep several."""

    jenis = forms.ChoiceField(label="Jenis berkas")
    instansi = forms.ModelChoiceField(label="Instansi", queryset=Instansi.objects.none(), empty_label=None)
    berkas = forms.FileField(
        label="Berkas (XLSX atau CSV)",
        error_messages={
            "required": "Pilih berkas yang akan diunggah.",
            "empty": "Berkas itu kosong. Ekspor ulang dari SIASN, lalu unggah kembali.",
        },
    )

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dikelola = Instansi.objects.dikelola(pengguna)
        self.fields["jenis"].choices = [(p.kode, p.judul) for p in pembaca_bagi(pengguna)]  # type: ignore[attr-defined]
        self.fields["instansi"].queryset = dikelola  # type: ignore[attr-defined]
        satu = list(dikelola[:2])
        if len(satu) == 1:
            self.fields["instansi"].initial = satu[0]
            self.fields["instansi"].widget = forms.HiddenInput()
