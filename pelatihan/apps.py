from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    verbose_name = "Pelatihan"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from pegawai.reports.laporan import daftarkan_laporan
        from pegawai.services.impor import daftarkan
        from pegawai.services.sapu_berkas import daftarkan_kolom_berkas
        from pegawai.services.surat_bertanda import daftarkan_pencari
        from pegawai.views.tugas import daftarkan_tugas
        from pelatihan.models import Materi
        from pelatihan.reports.anggaran import LAPORAN_ANGGARAN
        from pelatihan.services.impor_katalog import PembacaKatalog
        from pelatihan.services.sertifikat_periksa import find_certificate
        from pelatihan.views import akpk, kelas_tugas, tugas_belajar
        from pelatihan.views.bagian import daftarkan_bagian
        from pelatihan.views.mengajar import teaching_part
        from pelatihan.views.minat import opened_tasks
        from pelatihan.views.sertifikat import certificates_part

        for modul in (akpk, kelas_tugas, tugas_belajar):
            for kode, pembuat in modul.TUGAS.items():
                daftarkan_tugas(kode, pembuat)
            for kode, pembuat in modul.TUGAS_PIMPINAN.items():
                daftarkan_tugas(kode, pembuat, pimpinan=True)
        daftarkan_tugas("pelatihan.minat", opened_tasks)
        daftarkan_laporan(LAPORAN_ANGGARAN)
        daftarkan_kolom_berkas(Materi, "berkas")
        daftarkan_bagian("kelas_saya", kelas_tugas.classes_part)
        daftarkan_bagian("mengajar", teaching_part)
        daftarkan_bagian("sertifikat", certificates_part)
        daftarkan(PembacaKatalog())
        daftarkan_pencari("pelatihan", find_certificate)
        self._jp()

    def _jp(self) -> None:
        """The JP ledger: reports, files of SIASN, what an operator fills in, what a leader shows."""
        from pegawai.reports.laporan import daftarkan_laporan
        from pegawai.services.impor import daftarkan
        from pegawai.services.isikan import daftarkan_isikan
        from pegawai.views.tugas import daftarkan_tugas
        from pelatihan.reports.jp import LAPORAN
        from pelatihan.services.impor_siasn_jp import PEMBACA
        from pelatihan.services.kegiatan_isikan import fillable_activities
        from pelatihan.services.teladan import classes_taught, daftarkan_teladan
        from pelatihan.views.bagian import daftarkan_bagian
        from pelatihan.views.jp_bagian import hours_part
        from pelatihan.views.jp_tugas import activity_tasks

        for laporan in LAPORAN:
            daftarkan_laporan(laporan)
        for pembaca in PEMBACA:
            daftarkan(pembaca)
        daftarkan_isikan("pelatihan.kegiatan", fillable_activities)
        daftarkan_tugas("pelatihan.kegiatan", activity_tasks)
        daftarkan_teladan("mengajar", classes_taught)
        daftarkan_bagian("jp", hours_part)
