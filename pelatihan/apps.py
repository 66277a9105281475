from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    verbose_name = "Pelatihan"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from pegawai.views.tugas import daftarkan_tugas
        from pelatihan.views.akpk import TUGAS as TUGAS_AKPK

        for kode, pembuat in TUGAS_AKPK.items():
            daftarkan_tugas(kode, pembuat)
        from pegawai.reports.laporan import daftarkan_laporan
        from pelatihan.reports.anggaran import LAPORAN_ANGGARAN

        daftarkan_laporan(LAPORAN_ANGGARAN)
