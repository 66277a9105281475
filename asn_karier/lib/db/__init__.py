"""The database beyond the ORM: column reads, bulk loads, named locks, its clock, its refusals.

`baca` reads columns (`gabungan` several publications at once, `lajur` how rows become columns), `muat`
loads rows, `kunci` holds locks and the clock, `galat` turns a refusal of the database into a sentence.
"""

from asn_karier.lib.db.baca import Deret, Pembaca, read_columns, read_ids, terbaru
from asn_karier.lib.db.gabungan import PembacaGabungan, PembacaTerbitan
from asn_karier.lib.db.galat import is_sambungan_putus, is_sibuk, pelanggaran
from asn_karier.lib.db.kunci import (
    coba_kunci_sesi,
    instansi_bersama,
    is_postgres,
    koneksi_kedua,
    kunci_instansi,
    sekarang,
    tutup_koneksi_kedua,
)
from asn_karier.lib.db.lajur import Tipe
from asn_karier.lib.db.muat import copy_columns, copy_in

__all__ = [
    "Deret",
    "Pembaca",
    "PembacaGabungan",
    "PembacaTerbitan",
    "Tipe",
    "coba_kunci_sesi",
    "copy_columns",
    "copy_in",
    "instansi_bersama",
    "is_postgres",
    "is_sambungan_putus",
    "is_sibuk",
    "koneksi_kedua",
    "kunci_instansi",
    "pelanggaran",
    "read_columns",
    "read_ids",
    "sekarang",
    "terbaru",
    "tutup_koneksi_kedua",
]
