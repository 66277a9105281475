"""JP of a confirmed meeting: for the mentee, by the rules of the day on which it is confirmed.

KEPUTUSAN: the mentor gets none by itself. The law names sessions as development of who learns; that guiding
develops the guide too is said nowhere. The mentor's letter names meetings and hours, and may be handed in as
the proof of an own activity, which HR weighs.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from asn_karier.lib.aturan import aturan_per
from mentoring.models import Pertemuan
from pegawai.enums import BentukPengembangan
from pegawai.rules import jp as rumus
from pegawai.rules.pengakuan_jp import Kegiatan
from pegawai.services.jp import credit_activity
from pegawai.services.profil import day_of
from pegawai.services.riwayat import CatatanJp, record_jp_bulk
from pegawai.services.sesudah_ubah import follow_after_commit

BENTUK = BentukPengembangan.MENTORING


def credit_session(p: Pertemuan, *, actor: Any, at: datetime) -> int:
    """Write the line of the ledger; how many JP. 0 when the month has no room: then there is no line.

    The caller holds the mentee, so that two sessions do not take the same room.
    """
    mentee = p.pasangan.mentee
    a = aturan_per(day_of(mentee, at))
    penuh = rumus.jp_sesi(BENTUK, a) or 0
    kegiatan = Kegiatan(BENTUK, p.pada, p.pada, penuh)
    jp = credit_activity(pegawai_id=mentee.pk, kegiatan=kegiatan, aturan=a).jp
    if jp:
        record_jp_bulk(catatan=[_line(p, jp)], actor=actor, at=at)
        follow_after_commit(pegawai_id=mentee.pk)
    return jp


def _line(p: Pertemuan, jp: int) -> CatatanJp:
    """A pair meets once a day, so its number and the day name one line."""
    return CatatanJp(
        pegawai_id=p.pasangan.mentee_id,
        bentuk=BENTUK,
        nama=f"Mentoring {p.pasangan.nama_kompetensi[:150]} (pasangan nomor {p.pasangan_id})",
        tanggal_mulai=None,
        tanggal_selesai=p.pada,
        jp=jp,
        penyelenggara=p.pasangan.mentee.instansi.nama[:150],
        nomor_sertifikat="",
        sumber=f"Pertemuan mentoring nomor {p.pk}",
    )
