"""What is credited of an activity, after what the ledger of the person holds; whoever brings it.

Own reports and sessions of mentoring share the room of a month by asking here. Who writes the ledger from
the answer holds the person first (`urutan_kunci.tahan_pegawai`), so that two do not take the same room.
"""

from __future__ import annotations

from asn_karier.lib.aturan import Aturan
from pegawai.models import PengembanganKompetensi
from pegawai.rules.pengakuan_jp import Kegiatan, Pengakuan, akui, periksa


def credit_activity(*, pegawai_id: int, kegiatan: Kegiatan, aturan: Aturan) -> Pengakuan:
    """What the rules credit now; one query, nothing is written.

    DomainError for a claim whose cap could not be told (`rules.pengakuan_jp.periksa`).
    """
    periksa(kegiatan, aturan)
    bentuk = kegiatan.bentuk
    buku = PengembanganKompetensi.objects.filter(pegawai=pegawai_id, bentuk=bentuk)
    tercatat = [
        Kegiatan(bentuk, mulai or selesai, selesai, n)
        for mulai, selesai, n in buku.values_list("tanggal_mulai", "tanggal_selesai", "jp")
    ]
    return akui(kegiatan, tercatat, aturan)
