from pegawai.management.impor import PerintahImpor


class Command(PerintahImpor):
    jenis = "jabatan"
    help = (
        "Impor tabel rujukan jabatan (jabatan fungsional SIASN, atau kelas jabatan pelaksana). Jabatannya "
        "berlaku bagi semua instansi; --instansi menyebut pada riwayat impor siapa berkas ini dicatat."
    )
