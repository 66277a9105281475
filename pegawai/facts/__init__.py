"""What pegawai publishes about people: one row per `pegawai_id` and queryset, for one person or a million.

The date is an argument. A state that begins later is not a fact yet; a person without a row in one
of these has no such fact. What belongs to a post or to an instansi is published once for it (`jabatan`,
`cakupan`), not once for everyone; `riwayat_jabatan` has a row per post held.
Readers: `asn_karier.lib.db.Pembaca` and `PembacaTerbitan`.
"""

from pegawai.facts.catatan import (
    SEMINAR,
    TANPA_AKHIR,
    TEKNIS,
    Baris,
    belum_diputus,
    cakupan,
    cakupan_diubah,
    data_utama,
    disiplin,
    diubah_pada,
    jabatan,
    pangkat,
    pendidikan,
    pengembangan,
    penghargaan,
    riwayat_jabatan,
    ujian,
)
from pegawai.facts.kompetensi import asesmen, kenaikan_kompetensi

__all__ = [
    "SEMINAR",
    "TANPA_AKHIR",
    "TEKNIS",
    "Baris",
    "asesmen",
    "belum_diputus",
    "cakupan",
    "cakupan_diubah",
    "data_utama",
    "disiplin",
    "diubah_pada",
    "jabatan",
    "kenaikan_kompetensi",
    "pangkat",
    "pendidikan",
    "pengembangan",
    "penghargaan",
    "riwayat_jabatan",
    "ujian",
]
