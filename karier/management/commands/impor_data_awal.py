from pegawai.management.impor import PerintahImpor


class Command(PerintahImpor):
    jenis = "data_awal"
    help = "Impor buku kerja Data awal."
