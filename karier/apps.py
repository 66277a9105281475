from django.apps import AppConfig


class KarierConfig(AppConfig):
    name = "karier"
    verbose_name = "Karier"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        self._di_lib()
        self._di_kinerja()
        self._di_pegawai()
        self._di_pelatihan()
        self._rencana()
        self._di_mentoring()

    def _di_lib(self) -> None:
        from asn_karier.lib.db import daftarkan_pemicu
        from asn_karier.lib.outbox import daftarkan_konsumen
        from asn_karier.lib.tasks import daftarkan_sapuan
        from karier.models.pemicu import PEMICU
        from karier.services.alokasi import TUGAS as TUGAS_ALOKASI
        from karier.services.alokasi import SapuanAlokasi
        from karier.services.evaluasi import PERISTIWA_SELESAI, TUGAS, SapuanEvaluasi
        from karier.services.peringatan import after_run_closed
        from karier.services.peristiwa import after_siklus_closed
        from karier.views.angka_publik import learning_share
        from kinerja.services.siklus import PERISTIWA_DITUTUP
        from kinerja.views.publik_bingkai import daftarkan_angka_publik

        daftarkan_pemicu(PEMICU)
        daftarkan_sapuan(TUGAS, SapuanEvaluasi())
        daftarkan_sapuan(TUGAS_ALOKASI, SapuanAlokasi())
        daftarkan_konsumen(PERISTIWA_DITUTUP, after_siklus_closed)
        daftarkan_konsumen(PERISTIWA_SELESAI, after_run_closed)
        daftarkan_angka_publik(learning_share)

    def _di_kinerja(self) -> None:
        from kinerja.enums import JenisTindakLanjut
        from kinerja.views.tindak_lanjut import daftarkan_jalan

        for jenis in (JenisTindakLanjut.PENGEMBANGAN, JenisTindakLanjut.BIMBINGAN):
            daftarkan_jalan(jenis, "Lihat pelatihan untuk Anda", "karier:pelatihan")

    def _di_pegawai(self) -> None:
        from karier.models import SuratPengantar
        from karier.reports.usul import LAPORAN_USUL
        from karier.services.calon_ujian import exam_candidates
        from karier.services.data_awal import PembacaDataAwal
        from karier.services.hitung_ulang import recompute_person
        from karier.services.impor_kp import PembacaStatusKp
        from karier.services.kgb import judge_kgb
        from karier.services.penahan import held_by_career
        from karier.services.portal import hours_rows
        from karier.services.usul import tahan_milik
        from karier.views.foto_ulang import photo_task
        from karier.views.penjelasan import reading_task
        from karier.views.penugasan import release_tasks
        from karier.views.sidang import sitting_tasks
        from pegawai.reports.laporan import daftarkan_laporan
        from pegawai.services.data_saya import daftarkan_bagian
        from pegawai.services.impor import daftarkan, daftarkan_penahan
        from pegawai.services.sapu_berkas import daftarkan_kolom_berkas
        from pegawai.services.sesudah_ubah import daftarkan_sesudah_ubah
        from pegawai.services.surat_kgb import daftarkan_penilai
        from pegawai.services.ujian_calon import daftarkan_calon
        from pegawai.services.urutan_kunci import daftarkan_pendahulu
        from pegawai.views.tugas import daftarkan_tugas

        daftarkan_tugas("karier.foto_ulang", photo_task)
        daftarkan_tugas("karier.penjelasan", reading_task)
        daftarkan_tugas("karier.penugasan", release_tasks, pimpinan=True)
        daftarkan_tugas("karier.sidang", sitting_tasks)
        daftarkan_bagian("pengembangan", hours_rows)
        daftarkan_laporan(LAPORAN_USUL)
        daftarkan(PembacaDataAwal())
        daftarkan(PembacaStatusKp())
        daftarkan_penahan("karier", held_by_career)
        daftarkan_pendahulu("karier", tahan_milik)
        daftarkan_sesudah_ubah(recompute_person)
        daftarkan_kolom_berkas(SuratPengantar, "berkas_ttd")
        daftarkan_calon(exam_candidates)
        daftarkan_penilai(judge_kgb)

    def _di_pelatihan(self) -> None:
        from karier.services.celah_tim import needs_of
        from karier.services.teladan import feedback_given, realisations_sent
        from pelatihan.services.celah_kelas import daftarkan_celah
        from pelatihan.services.teladan import daftarkan_teladan

        daftarkan_celah(needs_of)
        daftarkan_teladan("umpan_balik", feedback_given)
        daftarkan_teladan("realisasi", realisations_sent)

    def _rencana(self) -> None:
        from karier.reports.rencana import LAPORAN_RENCANA
        from karier.services.rencana_isikan import fillable_plans
        from karier.views.rencana_tim import own_plan_tasks, team_plan_tasks
        from pegawai.reports.laporan import daftarkan_laporan
        from pegawai.services.isikan import daftarkan_isikan
        from pegawai.views.tugas import daftarkan_tugas

        daftarkan_laporan(LAPORAN_RENCANA)
        daftarkan_isikan("karier.rencana", fillable_plans)
        daftarkan_tugas("karier.rencana", own_plan_tasks)
        daftarkan_tugas("karier.rencana_tim", team_plan_tasks, pimpinan=True)

    def _di_mentoring(self) -> None:
        from karier.services.celah_mentor import gaps_of_run, last_predikat
        from mentoring.services.bahan import daftarkan_predikat
        from mentoring.services.menunggu import daftarkan_celah

        daftarkan_predikat(last_predikat)
        daftarkan_celah(gaps_of_run)
