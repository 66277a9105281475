"""/api/v1/: the doors of the apps for programs, assembled, with their documentation.

Addresses for programs of agencies end without a slash. The older ones (saya, kalkulator) and the pages of
the documentation end with one.
"""

from django.urls import path

from asn_karier.api import dokumen, skema
from karier.api import hasil, kalkulator, kode, saya
from pegawai.api import oauth, pegawai, perubahan, rujukan

__all__ = ["kode", "urlpatterns"]

urlpatterns = [
    path("saya/syarat/", saya.SayaSyarat.as_view(), name="api_saya_syarat"),
    path("saya/putusan/", saya.SayaPutusan.as_view(), name="api_saya_putusan"),
    path("saya/coba-hitung/", saya.SayaCobaHitung.as_view(), name="api_saya_coba_hitung"),
    path("kalkulator/", kalkulator.DaftarKalkulator.as_view(), name="api_kalkulator"),
    path("kalkulator/<slug:topik>/", kalkulator.TopikKalkulator.as_view(), name="api_kalkulator_topik"),
    path("oauth/token", oauth.MintaToken.as_view(), name="api_token"),
    path("pegawai", pegawai.DaftarPegawai.as_view(), name="api_pegawai"),
    path("pegawai/cari", pegawai.CariPegawai.as_view(), name="api_pegawai_cari"),
    path("pegawai/<uuid:id>", pegawai.SatuPegawai.as_view(), name="api_pegawai_satu"),
    path("riwayat/pangkat", pegawai.RiwayatPangkat.as_view(), name="api_riwayat_pangkat"),
    path("riwayat/jabatan", pegawai.RiwayatJabatan.as_view(), name="api_riwayat_jabatan"),
    path("riwayat/pendidikan", pegawai.RiwayatPendidikan.as_view(), name="api_riwayat_pendidikan"),
    path("riwayat/disiplin", pegawai.RiwayatDisiplin.as_view(), name="api_riwayat_disiplin"),
    path("hasil", hasil.DaftarHasil.as_view(), name="api_hasil"),
    path("rekomendasi", hasil.DaftarRekomendasi.as_view(), name="api_rekomendasi"),
    path("referensi/unit", rujukan.DaftarUnit.as_view(), name="api_referensi_unit"),
    path("referensi/jabatan", rujukan.DaftarJabatan.as_view(), name="api_referensi_jabatan"),
    path("referensi/<slug:tabel>", rujukan.TabelReferensi.as_view(), name="api_referensi"),
    path("perubahan", perubahan.DaftarPerubahanKlien.as_view(), name="api_perubahan"),
    path("openapi.json", skema.SkemaJson.as_view(), name="api_openapi_json"),
    path("openapi.yaml", skema.SkemaYaml.as_view(), name="api_openapi_yaml"),
    path("dokumen/", dokumen.mulai, name="api_dokumen"),
    path("dokumen/kunci/", dokumen.kunci, name="api_dokumen_kunci"),
    path("dokumen/panduan/", dokumen.panduan, name="api_dokumen_panduan"),
    path("dokumen/rujukan/", dokumen.rujukan, name="api_dokumen_rujukan"),
    path("dokumen/kode/", dokumen.kamus_kode, name="api_dokumen_kode"),
    path("dokumen/galat/", dokumen.kode_galat, name="api_dokumen_galat"),
    path("dokumen/perubahan/", dokumen.catatan, name="api_dokumen_perubahan"),
    path("dokumen/swagger/", dokumen.swagger, name="api_dokumen_swagger"),
]
