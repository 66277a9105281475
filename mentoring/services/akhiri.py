"""Ending well: with the goals met, or kindly early. Either of the two may, and nobody is blamed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import transaction

from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.sandi import buka_catatan, kunci_sandi
from mentoring.enums import Peran, SebabAkhir, StatusPasangan, StatusPertemuan, StatusSasaran
from mentoring.models import AkhirPasangan, Apresiasi, Pasangan, Pertemuan, SasaranMentoring
from mentoring.rules.hidup import goals_met
from mentoring.services.berdua import hold_pair, note_step, role_of, today_of
from mentoring.services.catatan import clean_words
from mentoring.services.papan import mark_changed
from pegawai.services.kompetensi_baca import levels_of

APRESIASI_TERPANJANG: Final = 1000
BERAKHIR: Final = (StatusPasangan.SELESAI, StatusPasangan.TIDAK_BERLANJUT)


@transaction.atomic
def end_pair(*, pasangan_id: int, sebab: SebabAkhir, actor: Any, at: datetime) -> Pasangan:
    """End a running pair; its place is free from this moment. Again, with whatever reason, changes nothing.

    SELESAI with the goals met, which is refused while a goal is open or none was reached; else
    TIDAK_BERLANJUT. What was planned is called off; what waits for a confirmation may still get it.
    """
    pasangan = hold_pair(pasangan_id=pasangan_id, pengguna=actor)
    if pasangan.status in BERAKHIR:
        return pasangan
    selesai = sebab is SebabAkhir.SASARAN_TERCAPAI
    if selesai and not goals_met(_goals(pasangan)):
        raise DomainError(
            "sasaran_belum",
            "Masih ada sasaran yang terbuka, atau belum ada yang tercapai.",
            tindakan="Perbarui sasaran bersama dahulu, atau pilih alasan lain.",
        )
    hari = today_of(pasangan, at)
    Pertemuan.objects.filter(pasangan=pasangan, status=StatusPertemuan.DIRENCANAKAN).update(
        status=StatusPertemuan.BATAL
    )
    pasangan.status = StatusPasangan.SELESAI if selesai else StatusPasangan.TIDAK_BERLANJUT
    pasangan.selesai, pasangan.diubah_pada = hari, sekarang()
    pasangan.save(update_fields=["status", "selesai", "diubah_pada"])
    awal, akhir = _levels(pasangan, hari)
    AkhirPasangan.objects.create(
        pasangan=pasangan,
        sebab=sebab,
        oleh_id=actor.pegawai_id,
        pada=at,
        level_awal=awal,
        level_akhir=akhir,
    )
    note_step(pasangan, "akhiri_mentoring", actor, status=str(pasangan.status))
    mark_changed(pasangan.mentee.instansi_id)
    return pasangan


@transaction.atomic
def thank_mentor(
    *, pasangan_id: int, isi: str, dihitung: bool, kunci: UUID, actor: Any, at: datetime
) -> Apresiasi:
    """The mentee thanks the mentor, once, after the end. `dihitung`: HR may count it, never read it."""
    pasangan = hold_pair(pasangan_id=pasangan_id, pengguna=actor)
    if role_of(pasangan, actor.pegawai_id) is not Peran.MENTEE or pasangan.status not in BERAKHIR:
        raise DomainError(
            "apresiasi_mentee", "Ucapan terima kasih ditulis mentee sesudah mentoring berakhir."
        )
    kata = clean_words(isi, terpanjang=APRESIASI_TERPANJANG)
    ada: Apresiasi | None = Apresiasi.objects.filter(pasangan=pasangan).first()
    if ada is None:
        return Apresiasi.objects.create(
            pasangan=pasangan,
            penulis_id=actor.pegawai_id,
            sandi=kunci_sandi(kata),
            dihitung=dihitung,
            kunci=kunci,
            pada=at,
        )
    if buka_catatan(ada.sandi) != kata or ada.dihitung != dihitung:
        raise Bentrok("apresiasi_sudah", "Ucapan terima kasih Anda sudah terkirim dan tidak dapat diubah.")
    return ada


class Terima(NamedTuple):
    """The thanks, for who reads them."""

    isi: str
    dihitung: bool


def read_thanks(*, pengguna: Any, pasangan_id: int, at: datetime) -> Terima | None:
    """For the mentee and the mentor; the first look of the mentor is kept, so that it is no news any more."""
    ada = Apresiasi.objects.visible_to(pengguna).filter(pasangan=pasangan_id).first()
    if ada is None:
        return None
    if ada.penulis_id != pengguna.pegawai_id and ada.dibaca_pada is None:
        Apresiasi.objects.filter(pk=ada.pk, dibaca_pada=None).update(dibaca_pada=at)
    return Terima(buka_catatan(ada.sandi), ada.dihitung)


def mark_end_seen(*, pasangan: Pasangan, pengguna: Any, at: datetime) -> None:
    """The other has read that it ended."""
    AkhirPasangan.objects.visible_to(pengguna).filter(pasangan=pasangan, dilihat_pada=None).exclude(
        oleh=pengguna.pegawai_id
    ).update(dilihat_pada=at)


def _goals(pasangan: Pasangan) -> list[StatusSasaran]:
    milik = SasaranMentoring.objects.filter(pasangan=pasangan)
    return [StatusSasaran(s) for s in milik.values_list("status", flat=True)]


def _levels(pasangan: Pasangan, hari: date) -> tuple[int | None, int | None]:
    """The level of the mentee in the competency of the pair, when it began and when it ended."""
    kunci = (pasangan.kompetensi, pasangan.teknis_id)
    orang = pasangan.mentee_id
    satu = (levels_of([orang], per=per)[orang].get(kunci) for per in (pasangan.mulai or hari, hari))
    awal, akhir = (None if kini is None else kini.level for kini in satu)
    return awal, akhir
