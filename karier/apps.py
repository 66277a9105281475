from django.apps import AppConfig


class KarierConfig(AppConfig):
    name = "karier"
    verbose_name = "Karier"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from asn_karier.lib.outbox import daftarkan_konsumen
        from asn_karier.lib.tasks import daftarkan_sapuan
        from karier.services.data_awal import PembacaDataAwal
        from karier.services.evaluasi import TUGAS, SapuanEvaluasi
        from karier.services.penahan import held_by_career
        from karier.services.peristiwa import after_siklus_closed
        from kinerja.services.siklus import PERISTIWA_DITUTUP
        from pegawai.services.impor import daftarkan, daftarkan_penahan

        daftarkan_sapuan(TUGAS, SapuanEvaluasi())
        daftarkan(PembacaDataAwal())
        daftarkan_penahan("karier", held_by_career)
        daftarkan_konsumen(PERISTIWA_DITUTUP, after_siklus_closed)
