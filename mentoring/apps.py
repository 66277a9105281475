from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "mentoring"
    verbose_name = "Mentoring"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from asn_karier.lib.tasks import daftarkan_sapuan
        from mentoring.services.papan import TUGAS
        from mentoring.services.sapuan import SapuanSaran
        from mentoring.views.tugas import answering_tasks, choosing_tasks
        from pegawai.views.tugas import daftarkan_tugas

        daftarkan_sapuan(TUGAS, SapuanSaran())
        daftarkan_tugas("mentoring.memilih", choosing_tasks)
        daftarkan_tugas("mentoring.menjawab", answering_tasks)
