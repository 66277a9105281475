from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "mentoring"
    verbose_name = "Mentoring"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        self._kehidupan()

    def _kehidupan(self) -> None:
        """A running pair and its end."""
        from asn_karier.lib.tasks import daftarkan_sapuan
        from mentoring.services.sapu_catatan import TUGAS, SapuanCatatan
        from mentoring.services.surat import find_mentoring_paper
        from mentoring.views import tugas
        from pegawai.services.surat_bertanda import daftarkan_pencari
        from pegawai.views.tugas import daftarkan_tugas

        daftarkan_sapuan(TUGAS, SapuanCatatan())
        daftarkan_pencari("mentoring", find_mentoring_paper)
        for kode, pembuat in tugas.TUGAS.items():
            daftarkan_tugas(kode, pembuat)
