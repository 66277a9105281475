from pegawai.management.impor import PerintahImpor


class Command(PerintahImpor):
    jenis = "siasn"
    help = "Impor berkas Export Data ASN dari SIASN."
