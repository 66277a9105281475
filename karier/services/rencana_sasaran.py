"""*Masukkan ke rencana*: one item aimed at a post or a level, out of the pages that tell what it asks for.

What somebody is interested in is never read here: an item is what they press for, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, TidakBoleh, TidakDitemukan
from karier.enums import AsalButir, StatusIdp
from karier.kamus.rencana import aim_words
from karier.models import RencanaPengembangan
from karier.rules.rencana import hours, plan_years, span
from karier.services.jabatan_instansi import posts_of_government
from karier.services.rencana_isi import IsiButir, ensure_room, new_item
from karier.services.rencana_sumber import Pelaku, hold_own, hold_person, touch
from karier.services.rencana_usul import start_plan
from karier.services.sasaran_jabatan import needs_for_post
from pegawai.enums import BentukPengembangan, Jenjang
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pelatihan.rules.pilihan import Kebutuhan

#: What to do first, by where the plan stands; a press from elsewhere undoes no agreement.
_DAHULU: Final = {
    StatusIdp.MENUNGGU_ATASAN: "Tekan Tarik untuk diubah di halaman rencana, lalu ulangi.",
    StatusIdp.MENUNGGU_PEGAWAI: "Jawab dahulu perubahan atasan di halaman rencana, atau tambahkan di sana.",
    StatusIdp.DISEPAKATI: "Tekan Bahas lagi di halaman rencana, lalu ulangi.",
    StatusIdp.SELESAI: "Masukkan ke rencana tahun berikutnya, yang dapat dimulai 1 Oktober.",
}


class Masuk(NamedTuple):
    """The plan, and whether the item is new in it."""

    rencana: RencanaPengembangan
    baru: bool


@transaction.atomic
def aim_at_post(*, pegawai: Pegawai, jabatan_id: int, actor: Any, at: datetime, kanal: str) -> Masuk:
    """An item for a post of one's government with what is still short. Twice is once.

    TidakDitemukan for a post that the government does not have, Bentrok while the plan is no draft.
    """
    jabatan = posts_of_government(pegawai.instansi_id).filter(pk=jabatan_id).first()
    if jabatan is None:
        raise TidakDitemukan("jabatan_tidak_ada", "Jabatan ini tidak ada di instansi Anda.")
    kurang = needs_for_post(pegawai=pegawai, jabatan=jabatan, per=day_of(pegawai, at))
    return _aim(pegawai, str(jabatan), kurang, Pelaku(actor, at, kanal))


@transaction.atomic
def aim_at_level(*, pegawai: Pegawai, jenjang: int, actor: Any, at: datetime, kanal: str) -> Masuk:
    """The same for a level that *Coba hitung* assumed."""
    if jenjang not in set(Jenjang):
        raise TidakDitemukan("jenjang_tidak_ada", "Jenjang jabatan itu tidak dikenal.")
    return _aim(pegawai, LABEL[Jenjang][Jenjang(jenjang)], (), Pelaku(actor, at, kanal))


def _aim(pegawai: Pegawai, nama: str, kurang: Sequence[Kebutuhan], p: Pelaku) -> Masuk:
    if p.actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_pemilik", "Rencana ini hanya diubah oleh pegawainya.")
    rencana = _draft(pegawai, p)
    kata = aim_words(nama, [(k.nama, k.level_wajib) for k in kurang])
    if rencana.butir.filter(tujuan=kata["tujuan"]).exists():
        return Masuk(rencana, baru=False)
    _ensure_draft(rencana)
    ensure_room(rencana)
    bentuk = BentukPengembangan.NONKLASIKAL_LAINNYA
    mulai, selesai = span(rencana.tahun, day_of(pegawai, p.at), bentuk)
    isi = IsiButir(
        kata["kegiatan"], bentuk, mulai, selesai, hours(bentuk, mulai, selesai),
        tujuan=kata["tujuan"], alasan=kata["alasan"],
    )  # fmt: skip
    new_item(rencana, isi, AsalButir.PEGAWAI)
    return Masuk(touch(rencana, "nomor_akhir"), baru=True)


def _draft(pegawai: Pegawai, p: Pelaku) -> RencanaPengembangan:
    """The newest plan of the years that are planned now, begun where there is none or it is over; held."""
    hold_person(pegawai.pk)
    tahun = plan_years(day_of(pegawai, p.at))
    ada = RencanaPengembangan.objects.filter(pegawai=pegawai, tahun__in=tahun).order_by("-tahun").first()
    if ada is None or (ada.status == StatusIdp.SELESAI and ada.tahun != tahun[-1]):
        ada = start_plan(pegawai=pegawai, tahun=tahun[-1], actor=p.actor, at=p.at, kanal=p.kanal)
    return hold_own(ada.pk, p.actor)


def _ensure_draft(rencana: RencanaPengembangan) -> None:
    status = StatusIdp(rencana.status)
    if status != StatusIdp.DRAF:
        raise Bentrok(
            "rencana_bukan_draf",
            f"Rencana {rencana.tahun} berstatus {rencana.get_status_display()}, jadi belum ditambah.",
            tindakan=_DAHULU[status],
        )
