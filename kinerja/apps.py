from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"
    verbose_name = "Kinerja"

    def ready(self) -> None:
        """Fill in the registries that the lower layers own."""
        from kinerja.reports.umpan_balik import LAPORAN
        from kinerja.reports.usul_perbaikan import LAPORAN_USUL
        from kinerja.services.data_saya import rating_rows
        from kinerja.services.impor_ekinerja import PembacaEkinerja
        from kinerja.services.impor_siasn_kinerja import PEMBACA as PEMBACA_SIASN
        from kinerja.services.penahan import held_by_conversion
        from kinerja.services.realisasi_isikan import fillable_realisations
        from kinerja.services.usulan_daftar import SEMUA
        from kinerja.views.tugas import TUGAS as TUGAS_PORTAL
        from kinerja.views.tugas import TUGAS_PIMPINAN
        from pegawai.reports.laporan import daftarkan_laporan
        from pegawai.services.data_saya import daftarkan_bagian
        from pegawai.services.impor import daftarkan, daftarkan_penahan
        from pegawai.services.isikan import daftarkan_isikan
        from pegawai.services.usulan_rekam import daftarkan_rekam
        from pegawai.views.tugas import daftarkan_tugas

        self._sendiri()
        self._latar()
        for kode, pembuat in TUGAS_PORTAL.items():
            daftarkan_tugas(kode, pembuat)
        for kode, pembuat in TUGAS_PIMPINAN.items():
            daftarkan_tugas(kode, pembuat, pimpinan=True)
        daftarkan_rekam(*SEMUA)
        daftarkan_isikan("kinerja.realisasi", fillable_realisations)
        daftarkan_laporan(LAPORAN)
        daftarkan_laporan(LAPORAN_USUL)
        daftarkan_bagian("kinerja", rating_rows, judul="Predikat kinerja", sesudah="pendidikan")
        daftarkan(PembacaEkinerja())
        for pembaca in PEMBACA_SIASN.values():
            daftarkan(pembaca)
        daftarkan_penahan("kinerja", held_by_conversion)

    def _sendiri(self) -> None:
        """The registries of this app, filled in by what stands above them in it."""
        from kinerja.reports.tahap import daftarkan_tahap
        from kinerja.services.hasil import daftarkan_kutipan
        from kinerja.services.keberatan_bahan import agreed_plans, sent_realisations, words_of_the_leader
        from kinerja.services.keberatan_bukti import daftarkan_bahan
        from kinerja.services.sisa import rating_stages

        daftarkan_tahap("penilaian", rating_stages)
        daftarkan_kutipan("pimpinan", words_of_the_leader)
        daftarkan_bahan("skp", agreed_plans, judul="Rencana yang disepakati")
        daftarkan_bahan("realisasi", sent_realisations, judul="Realisasi yang dikirim")

    def _latar(self) -> None:
        """What the worker does for this app."""
        from asn_karier.lib.outbox import daftarkan_konsumen
        from asn_karier.lib.tasks import daftarkan_sapuan
        from kinerja.services.pengingat import TUGAS as TUGAS_PENGINGAT
        from kinerja.services.pengingat import SapuanPengingat
        from kinerja.services.ringkasan import PERISTIWA, deliver_digest
        from kinerja.services.sapu_warga import TUGAS_SAPU_WARGA, SapuanWarga
        from kinerja.services.segarkan import TUGAS, SapuanKonversi
        from kinerja.services.usul_perbaikan_naik import TUGAS_NAIK, SapuanUsul

        daftarkan_sapuan(TUGAS, SapuanKonversi())
        daftarkan_sapuan(TUGAS_PENGINGAT, SapuanPengingat())
        daftarkan_sapuan(TUGAS_SAPU_WARGA, SapuanWarga())
        daftarkan_sapuan(TUGAS_NAIK, SapuanUsul())
        daftarkan_konsumen(PERISTIWA, deliver_digest)
