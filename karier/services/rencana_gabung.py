"""What came back is looked at, then joined: over the words that it was written on, under one lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError
from karier.enums import AsalButir, LangkahIdp, StatusButir, StatusIdp, StatusKiriman
from karier.models import KirimanRencana, RencanaPengembangan
from karier.rules.beda_rencana import Baris, Beda, differences
from karier.rules.gabung_rencana import Gabungan, Kunci, Pihak, merge
from karier.services.rencana_isi import BUTIR_TERBANYAK, back_to_person, write_all
from karier.services.rencana_luring import Lembar, must_be_ours
from karier.services.rencana_sumber import (
    Pelaku,
    as_json,
    hold_own,
    kept_words,
    rows_of,
    say,
    text_of,
    touch,
    words_of,
)
from pegawai.enums import CaraKonfirmasi
from pegawai.services.profil import moment_text, zone_of


class Pratinjau(NamedTuple):
    """What joining would do. `masuk`: what the sheet changes here; `versi`: of the plan looked at."""

    gabungan: Gabungan
    masuk: list[Beda]
    versi: int
    catatan: str

    @property
    def kosong(self) -> bool:
        """Nothing of the sheet is new here."""
        return not self.masuk and not self.gabungan.konflik


def preview(
    rencana: RencanaPengembangan, lembar: Lembar, pilihan: Mapping[Kunci, Pihak] | None = None
) -> Pratinjau:
    """Look at a sheet; nothing is written.

    DomainError for a code of another plan, a forged one, one without kept words, a plan that is over, a sheet
    that was joined already.
    """
    must_be_ours(rencana, lembar)
    dasar = kept_words(rencana.pk, lembar.versi)
    if dasar is None:
        raise DomainError(
            "kode_tua", "Isi asal lembar ini tidak tersimpan lagi.", tindakan="Unduh lembar baru."
        )
    if rencana.status == StatusIdp.SELESAI:
        raise Bentrok("rencana_selesai", f"{rencana} sudah selesai, jadi lembar ini tidak digabung lagi.")
    _belum_digabung(rencana, lembar)
    baris = rows_of(rencana)
    sini = [words_of(b) for b in baris]
    tetap = {b.nomor for b in baris if b.status != StatusButir.RENCANA}
    gabungan = merge(dasar, sini, lembar.lengkap(dasar), pilihan=pilihan, tetap=tetap)
    return Pratinjau(gabungan, _masuk(sini, gabungan), rencana.versi, _pernah(rencana, lembar))


def _masuk(sini: Sequence[Baris], g: Gabungan) -> list[Beda]:
    """Items without a number get one of their own here, only to be told apart."""
    jadi = [b if b.nomor else Baris(-i, b.isi) for i, b in enumerate(g.baris, start=1)]
    return differences(sini, jadi)


def _belum_digabung(rencana: RencanaPengembangan, lembar: Lembar) -> None:
    sama = rencana.kiriman.filter(versi_dasar=lembar.versi, sidik=lembar.sidik)
    ada = sama.exclude(status=StatusKiriman.DITOLAK).first()
    if ada is None:
        return
    saat = moment_text(ada.pada, zone_of(rencana.pegawai))
    kata = "sudah digabung" if ada.status == StatusKiriman.DIGABUNG else "sudah masuk dan menunggu konfirmasi"
    raise Bentrok(
        "sudah_digabung", f"Isi lembar ini {kata} pada {saat}.", tindakan="Tidak ada yang perlu diulang."
    )


def _pernah(rencana: RencanaPengembangan, lembar: Lembar) -> str:
    lain = rencana.kiriman.filter(versi_dasar=lembar.versi, status=StatusKiriman.DIGABUNG).first()
    if lain is None:
        return ""
    saat = moment_text(lain.pada, zone_of(rencana.pegawai))
    return (
        f"Lembar dengan kode ini pernah digabung pada {saat}. Isinya sekarang berbeda, jadi diperiksa lagi."
    )


@transaction.atomic
def join_sheet(
    *,
    rencana_id: int,
    lembar: Lembar,
    pilihan: Mapping[Kunci, Pihak],
    versi: int | None,
    actor: Any,
    at: datetime,
    kanal: str,
) -> RencanaPengembangan:
    """The person joins their own sheet. Whatever was sent or agreed is a draft again.

    Bentrok `berubah_saat_ditinjau` when the plan is not the one that was looked at, DomainError
    `masih_ada_pilihan` while a question is open.
    """
    rencana = hold_own(rencana_id, actor)
    lihat = _seen(rencana, lembar, pilihan, versi)
    # Never waiting, not even for a moment: what an operator entered may wait beside it.
    _kept(rencana, lembar, lihat, actor, at, status=StatusKiriman.DIGABUNG, cara=CaraKonfirmasi.SENDIRI)
    return apply_words(rencana, lihat.gabungan.baris, Pelaku(actor, at, kanal))


def _seen(
    rencana: RencanaPengembangan, lembar: Lembar, pilihan: Mapping[Kunci, Pihak], versi: int | None
) -> Pratinjau:
    lihat = preview(rencana, lembar, pilihan)
    if rencana.versi != versi:
        raise Bentrok(
            "berubah_saat_ditinjau", "Rencana berubah sejak Anda meninjau lembar ini.",
            tindakan="Tinjau lagi gabungannya di bawah.",
        )  # fmt: skip
    if lihat.gabungan.terbuka:
        raise DomainError("masih_ada_pilihan", "Pilih satu isi untuk setiap perbedaan.")
    if len(lihat.gabungan.baris) > BUTIR_TERBANYAK:
        raise DomainError(
            "butir_banyak", f"Gabungannya lebih dari {BUTIR_TERBANYAK} kegiatan. Hapus sebagian dahulu."
        )
    return lihat


def _kept(
    rencana: RencanaPengembangan, lembar: Lembar, lihat: Pratinjau, actor: Any, at: datetime, **lain: Any
) -> KirimanRencana:
    kiriman: KirimanRencana = KirimanRencana.objects.create(
        rencana=rencana,
        versi_dasar=lembar.versi,
        versi_sini=rencana.versi,
        sidik=lembar.sidik,
        isi=as_json(lembar.lengkap(kept_words(rencana.pk, lembar.versi) or [])),
        jadi=as_json(lihat.gabungan.baris),
        oleh=actor,
        pada=at,
        **lain,
    )
    return kiriman


def store_for_person(
    rencana: RencanaPengembangan,
    lembar: Lembar,
    pilihan: Mapping[Kunci, Pihak],
    versi: int | None,
    p: Pelaku,
) -> KirimanRencana:
    """What an operator brings in: it waits for the person, and nothing of the plan changes before."""
    if rencana.kiriman.filter(status=StatusKiriman.MENUNGGU).exists():
        raise Bentrok(
            "kiriman_menunggu", "Sudah ada isian yang menunggu konfirmasi pegawai ini.",
            tindakan="Selesaikan konfirmasinya dahulu.",
        )  # fmt: skip
    return _kept(rencana, lembar, _seen(rencana, lembar, pilihan, versi), p.actor, p.at)


def apply_words(rencana: RencanaPengembangan, baris: Sequence[Baris], p: Pelaku) -> RencanaPengembangan:
    """The plan says this from now on, as a draft; the caller holds it."""
    if list(baris) != text_of(rencana):
        write_all(rencana, baris, AsalButir.PEGAWAI)
    back_to_person(rencana)
    touch(rencana, "nomor_akhir", "status", "setuju_pegawai", "setuju_atasan", "disepakati_pada")
    return say(rencana, LangkahIdp.GABUNG, p)
