from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"
    verbose_name = "Kinerja"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from kinerja.services.impor_ekinerja import PembacaEkinerja
        from pegawai.services.impor import daftarkan

        daftarkan(PembacaEkinerja())
