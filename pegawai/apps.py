from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        """Fill in the registries that the lower layers and this app own."""
        from asn_karier.lib.tasks import daftarkan_sapuan
        from pegawai.services.impor import TUGAS, SapuanImpor, daftarkan
        from pegawai.services.impor_jabatan import PembacaJabatan
        from pegawai.services.impor_retensi import TUGAS_RETENSI, SapuanRetensi
        from pegawai.services.impor_siasn import PembacaSiasn
        from pegawai.services.impor_unit import PembacaUnit

        daftarkan(PembacaUnit())
        daftarkan(PembacaSiasn())
        daftarkan(PembacaJabatan())
        daftarkan_sapuan(TUGAS, SapuanImpor())
        daftarkan_sapuan(TUGAS_RETENSI, SapuanRetensi())
