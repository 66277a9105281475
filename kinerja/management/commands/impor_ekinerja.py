from pegawai.management.impor import PerintahImpor


class Command(PerintahImpor):
    jenis = "ekinerja"
    help = "Impor Rekap Penilaian tahunan dari e-Kinerja."
