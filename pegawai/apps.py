from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        """Fill in the registries that the lower layers and this app own."""
        from asn_karier.lib.db import daftarkan_pemicu
        from asn_karier.lib.tasks import daftarkan_sapuan
        from pegawai.models.perubahan import PEMICU
        from pegawai.services.impor import TUGAS, SapuanImpor, daftarkan
        from pegawai.services.impor_retensi import TUGAS_RETENSI, SapuanRetensi
        from pegawai.services.impor_siasn import PembacaSiasn
        from pegawai.services.impor_unit import PembacaUnit
        from pegawai.services.sapu_klien import TUGAS_SAPU_KLIEN, SapuanKlien

        daftarkan_pemicu(PEMICU)
        daftarkan(PembacaUnit())
        daftarkan(PembacaSiasn())
        daftarkan_sapuan(TUGAS, SapuanImpor())
        daftarkan_sapuan(TUGAS_RETENSI, SapuanRetensi())
        daftarkan_sapuan(TUGAS_SAPU_KLIEN, SapuanKlien())
