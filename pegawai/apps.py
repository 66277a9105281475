from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        """Fill in the registries that the lower layers and this app own."""
        from django.contrib.auth.signals import user_logged_in

        from asn_karier.lib.db import daftarkan_pemicu
        from asn_karier.lib.tasks import daftarkan_sapuan
        from pegawai.adapters.penjaga import begin_session
        from pegawai.models import Bukti, Impor
        from pegawai.models.atasan import PEMICU_ATASAN
        from pegawai.models.perubahan import PEMICU
        from pegawai.services.impor import TUGAS, SapuanImpor, daftarkan
        from pegawai.services.impor_jabatan import PembacaJabatan
        from pegawai.services.impor_kompetensi import PembacaKompetensi
        from pegawai.services.impor_peta import PembacaPetaJabatan
        from pegawai.services.impor_retensi import TUGAS_RETENSI, SapuanRetensi
        from pegawai.services.impor_siasn import PembacaSiasn
        from pegawai.services.impor_unit import PembacaUnit
        from pegawai.services.sapu_berkas import daftarkan_kolom_berkas
        from pegawai.services.sapu_klien import TUGAS_SAPU_KLIEN, SapuanKlien
        from pegawai.services.selisih import PembacaSelisih
        from pegawai.services.usulan_daftar import SEMUA
        from pegawai.services.usulan_rekam import daftarkan_rekam

        user_logged_in.connect(begin_session, dispatch_uid="pegawai.begin_session")
        daftarkan_rekam(*SEMUA)
        daftarkan_pemicu([*PEMICU, *PEMICU_ATASAN])
        daftarkan_kolom_berkas(Bukti, "berkas")
        daftarkan_kolom_berkas(Impor, "berkas")
        daftarkan(PembacaUnit())
        daftarkan(PembacaSiasn())
        daftarkan(PembacaPetaJabatan())
        daftarkan(PembacaJabatan())
        daftarkan(PembacaKompetensi())
        daftarkan(PembacaSelisih())
        daftarkan_sapuan(TUGAS, SapuanImpor())
        daftarkan_sapuan(TUGAS_RETENSI, SapuanRetensi())
        daftarkan_sapuan(TUGAS_SAPU_KLIEN, SapuanKlien())
