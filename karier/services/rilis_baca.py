"""What an official reads before they release a session."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from asn_karier.lib.aturan import aturan_dari_versi
from karier.enums import JenisPenetapan, Keyakinan
from karier.kamus import LABEL
from karier.kamus.talenta import box_name
from karier.models import SidangTalenta
from karier.rules.aturan_talenta import susun
from karier.services.rilis import release_obstacle, waiting
from karier.services.sidang_baca import changed_since, proposed_now
from pegawai.models import Instansi, Pegawai
from pegawai.services.profil import identities

#: So many sessions are looked through: older ones were released long ago.
TERBANYAK: Final = 5


class BarisRilis(NamedTuple):
    pegawai_id: int
    nama: str
    unit: str
    kotak: str
    alasan: str
    keyakinan: str
    pemutus: str
    berubah: str


def releasable(pengguna: Any) -> list[tuple[SidangTalenta, int]]:
    """The newest sessions that `pengguna` could release now, and how many boxes of each wait for them."""
    milik = SidangTalenta.objects.filter(komite__instansi__in=Instansi.objects.dikelola(pengguna))
    bernomor = milik.exclude(nomor_berita="").select_related("komite").order_by("-tanggal", "-pk")
    boleh = [s for s in bernomor[:TERBANYAK] if not release_obstacle(s, pengguna)]
    hitung = ((s, sum(p.pegawai_id != pengguna.pegawai_id for p in waiting(s))) for s in boleh)
    return [(s, n) for s, n in hitung if n]


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
