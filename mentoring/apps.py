from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "mentoring"
    verbose_name = "Mentoring"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        self._penjodohan()
        self._kehidupan()

    def _penjodohan(self) -> None:
        """Until a pair runs."""
        from asn_karier.lib.tasks import daftarkan_sapuan
        from mentoring.services.papan import TUGAS
        from mentoring.services.sapuan import SapuanSaran
        from mentoring.views.tugas import answering_tasks, choosing_tasks
        from pegawai.views.tugas import daftarkan_tugas

        daftarkan_sapuan(TUGAS, SapuanSaran())
        daftarkan_tugas("mentoring.memilih", choosing_tasks)
        daftarkan_tugas("mentoring.menjawab", answering_tasks)

    def _kehidupan(self) -> None:
        """A running pair and its end."""
        from asn_karier.lib.tasks import daftarkan_sapuan
        from mentoring.services.sapu_catatan import TUGAS, SapuanCatatan
        from mentoring.services.surat import find_mentoring_paper
        from mentoring.views.tugas_hidup import TUGAS as TUGAS_HIDUP
        from pegawai.services.surat_bertanda import daftarkan_pencari
        from pegawai.views.tugas import daftarkan_tugas

        daftarkan_sapuan(TUGAS, SapuanCatatan())
        daftarkan_pencari("mentoring", find_mentoring_paper)
        for kode, pembuat in TUGAS_HIDUP.items():
            daftarkan_tugas(kode, pembuat)
