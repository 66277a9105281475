from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    verbose_name = "Pelatihan"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from pegawai.reports.laporan import daftarkan_laporan
        from pelatihan.reports.anggaran import LAPORAN_ANGGARAN

        daftarkan_laporan(LAPORAN_ANGGARAN)
