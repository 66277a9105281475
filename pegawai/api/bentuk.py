"""What answers look like, for OpenAPI: the answers themselves are plain rows (pegawai.reports.untuk_api)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers as s

from pegawai.enums import (
    JenisJabatan,
    JenisKelamin,
    JenisPegawai,
    JenisPerubahan,
    Jenjang,
    KedudukanHukum,
    StatusDisiplin,
    StatusKepegawaian,
    TingkatHukuman,
    TingkatPendidikan,
)


def nama_enum(enum: Any, **lain: Any) -> s.ChoiceField:
    """A field that says the name of a member."""
    return s.ChoiceField([e.name for e in enum], **lain)


def halaman(isi: type[s.Serializer[Any]]) -> type[s.Serializer[Any]]:
    """A page of a list."""
    anggota = {
        "data": isi(many=True),
        "kursor_berikut": s.CharField(allow_null=True, help_text="Null pada halaman terakhir."),
    }
    return type(f"Halaman{isi.__name__}", (s.Serializer,), anggota)


class Galat(s.Serializer[Any]):
    """RFC 9457."""

    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    kode = s.CharField(help_text="Tetap; untuk program. Daftarnya ada di halaman Kode galat.")
    detail = s.CharField()
    cara_memperbaiki = s.CharField()
    id_permintaan = s.CharField()
    bidang = s.DictField(child=s.CharField(), required=False, help_text="Isian yang perlu diperbaiki.")


class GalatOauth(s.Serializer[Any]):
    """RFC 6749."""

    error = s.CharField()
    error_description = s.CharField()
    kode = s.CharField()
    status = s.IntegerField()
    title = s.CharField()


class PermintaanToken(s.Serializer[Any]):
    grant_type = s.ChoiceField(["client_credentials"])
    scope = s.CharField(required=False, help_text="Dipisahkan spasi, misalnya pegawai:baca hasil:baca.")


class Token(s.Serializer[Any]):
    access_token = s.CharField()
    expires_in = s.IntegerField(help_text="Detik.")
    token_type = s.CharField()
    scope = s.CharField()


class Rujukan(s.Serializer[Any]):
    id = s.CharField()
    nama = s.CharField()


class GolonganKini(s.Serializer[Any]):
    kode = s.CharField()
    tmt = s.DateField()


class Pos(s.Serializer[Any]):
    id = s.CharField(help_text="ID jabatan SIASN.")
    nama = s.CharField()
    jenis = nama_enum(JenisJabatan)
    jenjang = nama_enum(Jenjang, allow_null=True)


class PosKini(Pos):
    tmt = s.DateField()


class Ijazah(s.Serializer[Any]):
    tingkat = nama_enum(TingkatPendidikan)
    jurusan = s.CharField()


class Orang(s.Serializer[Any]):
    id = s.UUIDField(help_text="Tetap; dipakai dalam alamat. Bukan NIP.")
    siasn_id = s.CharField(allow_null=True)
    nip = s.CharField()
    nama = s.CharField()
    gelar_depan = s.CharField()
    gelar_belakang = s.CharField()
    tanggal_lahir = s.DateField()
    jenis_kelamin = s.ChoiceField([e.value for e in JenisKelamin])
    jenis = nama_enum(JenisPegawai)
    status = nama_enum(StatusKepegawaian)
    kedudukan = nama_enum(KedudukanHukum)
    tmt_cpns = s.DateField(allow_null=True)
    tmt_pns = s.DateField(allow_null=True)
    perjanjian_mulai = s.DateField(allow_null=True)
    perjanjian_sampai = s.DateField(allow_null=True)
    unit = Rujukan(allow_null=True)
    atasan = s.UUIDField(allow_null=True)
    golongan = GolonganKini(allow_null=True)
    jabatan = PosKini(allow_null=True)
    pendidikan = Ijazah(allow_null=True)


class Pencarian(s.Serializer[Any]):
    nip = s.ListField(child=s.RegexField(r"^[0-9]{18}$"), min_length=1, max_length=100)


class HasilPencarian(s.Serializer[Any]):
    data = Orang(many=True)  # type: ignore[assignment]
    tidak_ditemukan = s.ListField(child=s.CharField(), help_text="NIP yang tidak ada dalam lingkup aplikasi.")


class BarisRiwayat(s.Serializer[Any]):
    id = s.IntegerField()
    pegawai = s.UUIDField()


class BarisPangkat(BarisRiwayat):
    golongan = s.CharField()
    tmt = s.DateField()
    masa_kerja_tahun = s.IntegerField(allow_null=True)
    masa_kerja_bulan = s.IntegerField(allow_null=True)
    nomor_sk = s.CharField()


class BarisJabatan(BarisRiwayat):
    jabatan = Pos()
    unit = Rujukan(allow_null=True)
    tmt = s.DateField()
    nomor_sk = s.CharField()


class BarisPendidikan(BarisRiwayat):
    tingkat = nama_enum(TingkatPendidikan)
    siasn_id = s.CharField()
    jurusan = s.CharField()
    sekolah = s.CharField()
    tahun_lulus = s.IntegerField(allow_null=True)


class BarisDisiplin(BarisRiwayat):
    status = nama_enum(StatusDisiplin)
    tingkat = nama_enum(TingkatHukuman, allow_null=True)
    jenis = s.CharField()
    mulai = s.DateField()
    sampai = s.DateField(allow_null=True)
    nomor_sk = s.CharField()


class BarisKode(s.Serializer[Any]):
    kode = s.CharField(help_text="Tetap; seperti yang ditulis REST ini.")
    nama = s.CharField()
    siasn_id = s.CharField(allow_null=True, help_text="Null: SIASN tidak mempunyai padanannya.")


class DaftarKode(s.Serializer[Any]):
    data = BarisKode(many=True)  # type: ignore[assignment]


class BarisUnit(s.Serializer[Any]):
    id = s.CharField(help_text="ID unor SIASN.")
    nama = s.CharField()
    induk = s.CharField(allow_null=True)
    terpencil = s.BooleanField()


class BarisPos(Pos):
    kelas = s.IntegerField(allow_null=True)
    eselon = s.CharField()


class BarisPerubahan(s.Serializer[Any]):
    jenis = s.ChoiceField([e.value for e in JenisPerubahan])
    pegawai = s.UUIDField(allow_null=True, help_text="Null untuk unit dan hasil: tentang instansi.")
    id = s.CharField(
        allow_null=True, help_text="Baris riwayat atau rekomendasi, unit, atau nomor perhitungan."
    )
    dihapus = s.BooleanField(help_text="Benar: hapus dari salinan Anda. Salah: ambil ulang.")
    pada = s.DateTimeField()


class DaftarPerubahan(s.Serializer[Any]):
    data = BarisPerubahan(many=True)  # type: ignore[assignment]
    kursor = s.CharField(help_text="Simpan; kirim sebagai sejak pada permintaan berikutnya.")
    masih_ada = s.BooleanField(help_text="Benar: minta lagi sekarang juga.")
