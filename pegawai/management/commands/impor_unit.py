from pegawai.management.impor import PerintahImpor


class Command(PerintahImpor):
    jenis = "unit"
    help = "Impor pohon unit kerja (Id, NamaUnor, DiatasanId)."
