"""The database beyond the ORM: column reads, bulk loads, named locks, its clock, its refusals.

`baca` reads columns (`gabungan` several publications at once, `lajur` how rows become columns), `muat`
loads rows, `kunci` holds locks and the clock, `galat` turns a refusal of the database into a sentence,
`pemicu` puts triggers in place, `acak` makes random ids, `batas` tells which transactions ended.
"""

from asn_karier.lib.db.acak import UuidAcak
from asn_karier.lib.db.baca import Deret, Pembaca, read_columns, read_ids, terbaru
from asn_karier.lib.db.batas import batas_transaksi
from asn_karier.lib.db.gabungan import PembacaGabungan, PembacaTerbitan
from asn_karier.lib.db.galat import is_sambungan_putus, is_sibuk, pelanggaran
from asn_karier.lib.db.kunci import (
    coba_kunci_sesi,
    instansi_bersama,
    is_postgres,
    koneksi_kedua,
    kunci_instansi,
    kunci_siklus,
    sekarang,
    tutup_koneksi_kedua,
)
from asn_karier.lib.db.lajur import Tipe
from asn_karier.lib.db.muat import copy_columns, copy_in
from asn_karier.lib.db.pemicu import Pemicu, daftarkan_pemicu, lepas_pemicu, pasang_pemicu, pemicu_terdaftar

__all__ = [
    "Deret",
    "Pembaca",
    "PembacaGabungan",
    "PembacaTerbitan",
    "Pemicu",
    "Tipe",
    "UuidAcak",
    "batas_transaksi",
    "coba_kunci_sesi",
    "copy_columns",
    "copy_in",
    "daftarkan_pemicu",
    "instansi_bersama",
    "is_postgres",
    "is_sambungan_putus",
    "is_sibuk",
    "koneksi_kedua",
    "kunci_instansi",
    "kunci_siklus",
    "lepas_pemicu",
    "pasang_pemicu",
    "pelanggaran",
    "pemicu_terdaftar",
    "read_columns",
    "read_ids",
    "sekarang",
    "terbaru",
    "tutup_koneksi_kedua",
]
