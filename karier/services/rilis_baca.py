"""What an official reads before they release a session."""

from __future__ import annotations

from typing import Any, NamedTuple

from asn_karier.lib.aturan import aturan_dari_versi
from karier.enums import JenisPenetapan, Keyakinan
from karier.kamus import LABEL
from karier.kamus.talenta import box_name
from karier.models import SidangTalenta
from karier.rules.aturan_talenta import susun
from karier.services.rilis import waiting
from karier.services.sidang_baca import changed_since, proposed_now
from pegawai.models import Pegawai
from pegawai.services.profil import identities


class BarisRilis(NamedTuple):
    pegawai_id: int
    nama: str
    unit: str
    kotak: str
    alasan: str
    keyakinan: str
    pemutus: str
    berubah: str


def release_rows(sidang: SidangTalenta, pengguna: Any) -> list[BarisRilis]:
    """Everybody who waits but the reader themself."""
    semua = [p for p in waiting(sidang) if p.pegawai_id != pengguna.pegawai_id]
    ids = [p.pegawai_id for p in semua]
    siapa = identities(Pegawai.objects.filter(pk__in=ids), per=sidang.tanggal)
    kini, aturan = (
        proposed_now(ids, sidang.komite.instansi_id),
        susun(aturan_dari_versi(sidang.run.versi_aturan)),
    )
    return [
        BarisRilis(
            p.pegawai_id,
            siapa[p.pegawai_id].nama,
            siapa[p.pegawai_id].unit,
            box_name(p.kotak or p.kotak_usulan, aturan),
            p.alasan or LABEL[JenisPenetapan][JenisPenetapan(p.jenis)],
            LABEL[Keyakinan][Keyakinan(p.keyakinan)],
            p.pemutus.nama_gelar,
            changed_since(p, kini),
        )
        for p in semua
    ]
