"""Pages of the committee of talent: its sessions, a page of people, one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from asn_karier.lib.aturan import aturan_dari_versi
from karier.enums import JenisPenetapan
from karier.kamus.talenta import box_name
from karier.models import KomiteTalenta, PenetapanKotak, SidangTalenta
from karier.rules.aturan_talenta import susun
from karier.rules.fakta import unpack_rows
from karier.services.bukti_talenta import BuktiTalenta, evidence_of
from karier.services.sidang_baca import (
    Usulan,
    changed_since,
    last_decisions,
    proposals,
    proposed_now,
    rows_for,
    set_in,
)
from karier.services.talenta_komponen import KomponenTerbaca, components_of, latest_scores
from karier.services.talenta_saya import box_read, released_of
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities, moment_text


class KomiteTerbaca(NamedTuple):
    komite: KomiteTalenta
    anggota: list[str]
    sidang: list[SidangTalenta]


class BarisSidang(NamedTuple):
    """One person of a session. `penetapan` is empty while nothing is set, `berubah` unless the data moved."""

    pegawai_id: int
    siapa: Identitas
    usulan: str
    keyakinan: str
    penetapan: str
    berubah: str


class OrangSidang(NamedTuple):
    """`urutan`: of the last row, 0 for none. `riwayat`: every row in words. `lalu`: released before."""

    siapa: Identitas
    usulan: Usulan
    usulan_nama: str
    komponen: list[KomponenTerbaca]
    terakhir: PenetapanKotak | None
    urutan: int
    riwayat: list[tuple[str, str, str]]
    lalu: str
    berubah: str
    bukti: list[BuktiTalenta]


def sessions_of(komite: Iterable[KomiteTalenta]) -> list[KomiteTerbaca]:
    """Each committee with who has a duty now; two queries each, and nobody sits in many."""
    return [
        KomiteTerbaca(
            k,
            [
                f"{a.pegawai.nama_gelar}, {a.get_peran_display().lower()}"
                for a in k.anggota.filter(sampai=None).select_related("pegawai")
            ],
            list(k.sidang.select_related("unit")[:20]),
        )
        for k in komite
    ]


def rows_of_page(
    sidang: SidangTalenta, pengguna: Any, *, sesudah: int, banyak: int, belum: bool
) -> list[BarisSidang]:
    """A page by person; `belum`: only who waits. A fixed number of queries."""
    tetap = set_in(sidang)
    if belum:
        tunggu = rows_for(sidang, pengguna).filter(pegawai_id__gt=sesudah).exclude(pegawai__in=tetap)
        ids = list(tunggu.order_by("pegawai_id").values_list("pegawai_id", flat=True)[:banyak])
        usulan = proposals(sidang, pengguna, pegawai_ids=ids)
    else:
        usulan = proposals(sidang, pengguna, sesudah=sesudah, banyak=banyak)
    orang = [u.pegawai_id for u in usulan]
    siapa = identities(Pegawai.objects.filter(pk__in=orang), per=sidang.tanggal)
    kata, kini = last_decisions(sidang, orang), proposed_now(orang, sidang.komite.instansi_id)
    return [_row(sidang, u, siapa[u.pegawai_id], kata.get(u.pegawai_id), kini) for u in usulan]


def _row(
    sidang: SidangTalenta, u: Usulan, siapa: Identitas, p: PenetapanKotak | None, kini: dict[int, int | None]
) -> BarisSidang:
    aturan = susun(aturan_dari_versi(sidang.run.versi_aturan))
    tetap = p if p is not None and p.kotak else None
    return BarisSidang(
        u.pegawai_id,
        siapa,
        box_name(u.kotak, aturan),
        u.keyakinan_teks,
        f"{box_name(tetap.kotak or 0, aturan)}, oleh {tetap.pemutus.nama_gelar}" if tetap else "",
        changed_since(tetap, kini) if tetap else "",
    )


def person_in_session(sidang: SidangTalenta, pegawai_id: int, pengguna: Any) -> OrangSidang | None:
    """None outside the session, without a proposal, or close to the reader."""
    usulan = next(iter(proposals(sidang, pengguna, pegawai_ids=[pegawai_id])), None)
    if usulan is None:
        return None
    aturan = susun(aturan_dari_versi(sidang.run.versi_aturan))
    semua = list(
        PenetapanKotak.objects.filter(sidang=sidang, pegawai=pegawai_id)
        .select_related("pemutus")
        .order_by("urutan")
    )
    terakhir = semua[-1] if semua else None
    tetap = terakhir if terakhir is not None and terakhir.jenis != JenisPenetapan.URUNGKAN else None
    lalu = released_of([pegawai_id]).get(pegawai_id)
    kini = proposed_now([pegawai_id], sidang.komite.instansi_id)
    return OrangSidang(
        identities(Pegawai.objects.filter(pk=pegawai_id), per=sidang.tanggal)[pegawai_id],
        usulan,
        box_name(usulan.kotak, aturan),
        _components(sidang, pegawai_id, pengguna),
        terakhir,
        terakhir.urutan if terakhir else 0,
        [_history(sidang, p) for p in semua],
        box_read(lalu).nama if lalu else "",
        changed_since(tetap, kini) if tetap else "",
        evidence_of([pegawai_id], terbuka=True)[pegawai_id],
    )


def _components(sidang: SidangTalenta, pegawai_id: int, pengguna: Any) -> list[KomponenTerbaca]:
    """Without the points that follow from discipline: the committee is not HR of the person."""
    terkemas = rows_for(sidang, pengguna).values_list("fakta", flat=True).get(pegawai=pegawai_id)
    per = sidang.run.per_tanggal
    return components_of(
        unpack_rows([bytes(terkemas)]), aturan_dari_versi(sidang.run.versi_aturan), per=per,
        tmt=sidang.run.tmt_sasaran, skor=latest_scores([pegawai_id], per).get(pegawai_id), khusus=False,
    )  # fmt: skip


def _history(sidang: SidangTalenta, p: PenetapanKotak) -> tuple[str, str, str]:
    apa = f"kotak {p.kotak}" if p.kotak else "diurungkan"
    zona = sidang.komite.instansi.zona_waktu
    return apa, p.alasan or "sesuai usulan hitungan", f"{p.pemutus.nama_gelar}, {moment_text(p.pada, zona)}"
