"""Assignments of who offers them: offered, changed, called off, ended with what came of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from karier.enums import JenisPenugasan, StatusPenugasan, StatusPesertaPenugasan
from karier.models import Penugasan, PesertaPenugasan
from karier.rules.penugasan import bentuk_jp, ended_status
from karier.services.penugasan import (
    ALASAN_TERPANJANG,
    BERUBAH,
    LIHAT_LAGI,
    ensure_running,
    hold,
    take_step,
    unknown_assignment,
)
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.rules.jp import jp_kegiatan
from pegawai.services.profil import day_in
from pegawai.services.riwayat import CatatanJp, record_jp_bulk
from pegawai.services.sesudah_ubah import follow_now
from pegawai.services.urutan_kunci import tahan_pendahulu

S = StatusPesertaPenugasan


@transaction.atomic
def save_assignment(
    *, penugasan: Penugasan, actor: Any, kanal: str, membangun: Mapping[str, int] | None = None
) -> Penugasan:
    """Offer an assignment, or change one that nobody has ended; the same offer sent twice is one.

    `membangun`: competency -> level; None where these rows are saved beside it. A leader offers in their own
    government, HR in the government it keeps; TidakDitemukan elsewhere.
    """
    baru = penugasan.pk is None
    if not (may_offer(penugasan.instansi_id, actor) if baru else offered_by(penugasan, actor)):
        raise unknown_assignment()
    if baru:
        if (sama := _same_offer(penugasan, actor)) is not None:
            return sama
        penugasan.dibuat_oleh, penugasan.penawar_id = actor, actor.pegawai_id
    else:
        _keep_places(penugasan)
    penugasan.save()
    for kode, level in (membangun or {}).items():
        penugasan.kompetensi.create(kompetensi=kode, level=level)
    _note(penugasan, "tawarkan_penugasan" if baru else "ubah_penugasan", actor, kanal)
    return penugasan


def _same_offer(penugasan: Penugasan, actor: Any) -> Penugasan | None:
    """What a second press finds; DomainError when somebody else offers it by that name and day."""
    Instansi.objects.select_for_update(no_key=True).get(pk=penugasan.instansi_id)
    ada: Penugasan | None = Penugasan.objects.filter(
        instansi=penugasan.instansi_id,
        nama=penugasan.nama,
        mulai=penugasan.mulai,
        status=StatusPenugasan.DIBUKA,
    ).first()
    if ada is not None and ada.dibuat_oleh_id != actor.pk:
        raise DomainError(
            "penugasan_sama",
            "Penugasan dengan nama dan hari mulai ini sudah ditawarkan.",
            tindakan="Pakai nama lain, atau hubungi yang menawarkannya.",
        )
    return ada


def _keep_places(penugasan: Penugasan) -> None:
    """What moved since the form was read stays: places are counted by `services.penugasan` alone."""
    kini = hold(penugasan.pk)
    ensure_running(kini)
    penugasan.versi, penugasan.terisi = kini.versi + 1, kini.terisi
    if penugasan.tempat < kini.terisi:
        raise DomainError(
            "tempat_terisi",
            f"Sudah {kini.terisi} tempat terisi.",
            tindakan=f"Isi banyak tempat paling sedikit {kini.terisi}.",
        )


def may_offer(instansi_id: int, actor: Any) -> bool:
    """HR of the government, and whoever leads somebody in it today."""
    if Instansi.objects.dikelola(actor).filter(pk=instansi_id).exists():
        return True
    if actor.pegawai_id is None or actor.pegawai.instansi_id != instansi_id:
        return False
    return actor.pegawai.kedudukan_hukum in BERTUGAS and Pegawai.objects.dinilai_oleh(actor).exists()


def offered_by(p: Penugasan, actor: Any) -> bool:
    """Whether the actor may change or end it: who offers it, or HR of the government."""
    if p.penawar_id is not None and p.penawar_id == actor.pegawai_id:
        return True
    return Instansi.objects.dikelola(actor).filter(pk=p.instansi_id).exists()


@transaction.atomic
def cancel_assignment(
    *, penugasan_id: int, versi: int, alasan: str, actor: Any, at: datetime, kanal: str
) -> Penugasan:
    """Call it off with a reason; whoever waited or took part is free again. Twice is once."""
    p = hold(penugasan_id)
    _ensure_theirs(p, actor)
    if p.status == StatusPenugasan.DIBATALKAN:
        return p
    _expect(p, versi)
    isi = " ".join(alasan.split())
    if not isi:
        raise DomainError("alasan_kosong", "Tuliskan alasan pembatalan.")
    for peserta in _inside(p):
        peserta.alasan = isi[:ALASAN_TERPANJANG]
        take_step(peserta, ended_status(S(peserta.status), selesai=False), actor, at, kanal)
    return _close(p, StatusPenugasan.DIBATALKAN, isi, "", actor, kanal)


@transaction.atomic
def finish_assignment(
    *,
    penugasan_id: int,
    versi: int,
    selesai: Collection[int],
    hasil: str,
    dampak: str,
    actor: Any,
    at: datetime,
    kanal: str,
) -> Penugasan:
    """End it with its result and its effect on citizens; `selesai`: the participants who finished.

    Of detasering the ledger gets its line in the same transaction. Nobody ends what they take part in.
    """
    _hold_people(penugasan_id)
    p = hold(penugasan_id)
    _ensure_theirs(p, actor)
    if p.status == StatusPenugasan.SELESAI:
        return p
    _expect(p, versi)
    hari = day_in(p.instansi, at)
    _ensure_begun(p, hari)
    peserta = _inside(p)
    _ensure_not_own(peserta, actor)
    for satu in peserta:
        take_step(satu, ended_status(S(satu.status), selesai=satu.pk in set(selesai)), actor, at, kanal)
    _credit(p, [s for s in peserta if s.status == S.SELESAI], hari, actor, at)
    return _close(p, StatusPenugasan.SELESAI, hasil.strip(), dampak.strip(), actor, kanal)


def _hold_people(penugasan_id: int) -> None:
    """What is recommended about them is held before they are (docs/arsitektur.md)."""
    ikut = PesertaPenugasan.objects.filter(penugasan=penugasan_id, status=S.BERJALAN)
    tahan_pendahulu(sorted(ikut.values_list("pegawai_id", flat=True)))


def _inside(p: Penugasan) -> list[PesertaPenugasan]:
    return list(
        p.peserta.filter(status__in=(S.MENUNGGU, S.BERJALAN)).select_related("pegawai").order_by("pk")
    )


def _ensure_begun(p: Penugasan, hari: date) -> None:
    if hari < p.mulai:
        raise DomainError(
            "penugasan_belum_mulai",
            "Penugasan ini belum dimulai.",
            tindakan="Batalkan bila tidak jadi, atau akhiri sesudah hari pertamanya.",
        )


def _ensure_not_own(peserta: Iterable[PesertaPenugasan], actor: Any) -> None:
    if any(s.pegawai_id == actor.pegawai_id and s.status == S.BERJALAN for s in peserta):
        raise TidakBoleh(
            "diri_sendiri",
            "Anda ikut dalam penugasan ini, jadi tidak dapat mengakhirinya.",
            tindakan="Mintalah rekan di pengelola kepegawaian mengakhirinya.",
        )


def _credit(p: Penugasan, lulus: list[PesertaPenugasan], hari: date, actor: Any, at: datetime) -> None:
    """The fixed worth that the law gives the form; nothing where it gives none."""
    bentuk = bentuk_jp(JenisPenugasan(p.jenis))
    jp = jp_kegiatan(bentuk, aturan_per(hari)) if bentuk else None
    if bentuk is None or jp is None or not lulus:
        return
    akhir = min(p.selesai, hari)
    baris = [
        CatatanJp(
            pegawai_id=s.pegawai_id,
            bentuk=bentuk,
            nama=p.nama,
            tanggal_mulai=p.mulai if p.mulai < akhir else None,
            tanggal_selesai=akhir,
            jp=jp,
            penyelenggara=p.instansi.nama[:150],
            nomor_sertifikat="",
            sumber=f"Penugasan nomor {p.pk}",
        )
        for s in lulus
    ]
    record_jp_bulk(catatan=baris, actor=actor, at=at)
    PesertaPenugasan.objects.filter(pk__in=[s.pk for s in lulus]).update(jp=jp)
    for s in lulus:
        follow_now(pegawai_id=s.pegawai_id)


def _close(
    p: Penugasan, status: StatusPenugasan, hasil: str, dampak: str, actor: Any, kanal: str
) -> Penugasan:
    p.status, p.hasil, p.dampak, p.versi = status, hasil, dampak, p.versi + 1
    p.save(update_fields=["status", "hasil", "dampak", "versi"])
    _note(p, f"penugasan_{status.value}", actor, kanal)
    return p


def _ensure_theirs(p: Penugasan, actor: Any) -> None:
    if not offered_by(p, actor):
        raise unknown_assignment()


def _expect(p: Penugasan, versi: int) -> None:
    if p.versi != versi:
        raise Bentrok("penugasan_berubah", BERUBAH, tindakan=LIHAT_LAGI)
    ensure_running(p)


def _note(p: Penugasan, tindakan: str, actor: Any, kanal: str) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="penugasan", subjek_id=p.pk, kanal=kanal,
        rincian={"instansi": p.instansi_id},
    )  # fmt: skip
