"""The one writer of levels of competency: assessments, confirmations by the atasan, passed trainings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F

from asn_karier.lib.audit import catat, catat_satu_satu
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.models import AsesmenKompetensi, KenaikanKompetensi, KompetensiTeknis, LevelTeknis, Pegawai
from pegawai.rules.kompetensi import LEVEL_TERENDAH, LEVEL_TERTINGGI
from pegawai.services.riwayat import note_row, save_rows
from pegawai.services.urutan_kunci import tahan_pegawai

_LAIN = ("berlaku_sampai", "sumber")
_MANSOSKUL = tuple(k.value for k in KompetensiMansoskul)


class LevelBaru(NamedTuple):
    """One level of one person. Exactly one of `kompetensi` (a KompetensiMansoskul) and `teknis_id`.

    `level` 0-5, 0 is nothing shown yet. `berlaku_sampai` None: as long as the rule says.
    """

    pegawai_id: int
    level: int
    tanggal: date
    kompetensi: str = ""
    teknis_id: int | None = None
    asal: SumberKompetensi = SumberKompetensi.ASESMEN
    berlaku_sampai: date | None = None
    sumber: str = ""


@transaction.atomic
def record_levels(
    *, level: Sequence[LevelBaru], actor: Any, at: datetime, alasan: str, kanal: str
) -> list[AsesmenKompetensi | LevelTeknis]:
    """Write levels of one or many people; a fixed number of statements. Returns the rows, new and changed.

    The nine of one person, day and source stand in one row, technical ones in a row each; what is written
    again takes the place of what stood there. TidakBoleh about oneself, TidakDitemukan for a technical
    competency that the government of the person does not have, DomainError for a level or a last day that
    cannot be. Callers have checked that the actor may speak for these people.
    """
    orang = _hold_people({b.pegawai_id for b in level}, actor)
    for baru in level:
        _require_plausible(baru)
    _require_offered(level, orang)
    baris = write_levels(level=level, actor=actor, at=at, alasan=alasan)
    _note_people(orang, "catat_level_kompetensi", actor, kanal, alasan)
    return baris


def write_levels(
    *, level: Sequence[LevelBaru], actor: Any, at: datetime, alasan: str
) -> list[AsesmenKompetensi | LevelTeknis]:
    """The rows alone, for an import that has checked each and keeps its own trail. Needs a transaction."""
    mansoskul, teknis = _put_nine(level), _put_technical(level)
    _save(mansoskul, (*_MANSOSKUL, *_LAIN), actor, at, alasan)
    _save(teknis, ("level", *_LAIN), actor, at, alasan)
    return [*mansoskul, *teknis]


@transaction.atomic
def record_training_gain(
    *,
    pegawai_id: int,
    kompetensi: str,
    teknis_id: int | None,
    level: int,
    tanggal: date,
    nomor_sertifikat: str,
    actor: Any,
    at: datetime,
    kanal: str = "sertifikat",
) -> KenaikanKompetensi:
    """A passed training showed `level` (1-5) of one competency; the same certificate again is no second one.

    TidakBoleh about oneself, Bentrok when the certificate stands there with another person or level,
    DomainError for no competency, no number, or a level that cannot be.
    """
    baru = LevelBaru(pegawai_id, level, tanggal, kompetensi, teknis_id)
    orang = _hold_people({pegawai_id}, actor)
    _require_plausible(baru)
    _require_offered([baru], orang)
    if not nomor_sertifikat or level == LEVEL_TERENDAH:
        raise DomainError("kenaikan_tak_lengkap", "Kenaikan kompetensi memerlukan sertifikat dan level 1-5.")
    isi = {"pegawai_id": pegawai_id, "level": level, "tanggal": tanggal}
    kunci = {"nomor_sertifikat": nomor_sertifikat, "kompetensi": kompetensi, "teknis_id": teknis_id}
    ada = KenaikanKompetensi.objects.filter(**kunci).first()
    if ada is None:
        ada = KenaikanKompetensi(**kunci, **isi)
        save_rows(baru=[ada], berubah=[], kolom=(), actor=actor, at=at, alasan=nomor_sertifikat)
        note_row(objek=ada, baru=True, alasan=f"Sertifikat {nomor_sertifikat}", actor=actor, kanal=kanal)
    elif any(getattr(ada, nama) != nilai for nama, nilai in isi.items()):
        raise Bentrok(
            "kenaikan_bertentangan",
            f"Sertifikat {nomor_sertifikat} sudah dicatat dengan isi lain.",
            tindakan="Cabut sertifikat itu dahulu, lalu terbitkan yang benar.",
        )
    return ada


@transaction.atomic
def withdraw_training_gain(
    *, nomor_sertifikat: str, actor: Any, at: datetime, kanal: str = "sertifikat"
) -> int:
    """Take back all that one certificate has shown; returns how many rows. Again: none, and no error.

    A row that is gone has no time of change, so the person gets one: a run lists them as changed.
    """
    milik = KenaikanKompetensi.objects.filter(nomor_sertifikat=nomor_sertifikat).order_by()
    ids = set(milik.values_list("pegawai_id", flat=True))
    _hold_people(ids, actor)
    jumlah, _ = milik.delete()
    if jumlah:
        Pegawai.objects.filter(pk__in=ids).update(versi=F("versi") + 1, diubah_pada=sekarang())
        for pegawai_id in ids:
            catat(
                pengguna=actor, tindakan="cabut_kenaikan_kompetensi", subjek_jenis="pegawai",
                subjek_id=pegawai_id, kanal=kanal, keperluan=f"Sertifikat {nomor_sertifikat}",
                rincian={"catatan": "kenaikankompetensi", "jumlah": jumlah, "pada": at.isoformat()},
            )  # fmt: skip
    return jumlah


# -- what may be written --------------------------------------------------------------------------------


def _hold_people(ids: set[int], actor: Any) -> dict[int, int]:
    """The people, held in the order of their keys, with their instansi; nobody writes about themself."""
    if actor is not None and actor.pegawai_id in ids:
        raise TidakBoleh(
            "diri_sendiri",
            "Level kompetensi Anda sendiri harus dicatat oleh petugas lain.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk mencatatnya.",
        )
    return tahan_pegawai(ids)


def _require_plausible(baru: LevelBaru) -> None:
    if bool(baru.kompetensi) == (baru.teknis_id is not None) or (
        baru.kompetensi and baru.kompetensi not in _MANSOSKUL
    ):
        raise DomainError(
            "satu_kompetensi", "Pilih satu kompetensi: manajerial/sosial kultural, atau teknis."
        )
    if not LEVEL_TERENDAH <= baru.level <= LEVEL_TERTINGGI:
        raise DomainError(
            "level_kompetensi", f"Level kompetensi antara {LEVEL_TERENDAH} dan {LEVEL_TERTINGGI}."
        )
    if baru.berlaku_sampai is not None and baru.berlaku_sampai < baru.tanggal:
        raise DomainError("berlaku_sebelum_tanggal", "Masa berlaku harus sesudah tanggal asesmen.")


def _require_offered(level: Iterable[LevelBaru], orang: dict[int, int]) -> None:
    """Technical competencies of the own government, or shared ones."""
    diminta = {(b.teknis_id, orang.get(b.pegawai_id)) for b in level if b.teknis_id is not None}
    milik = dict(
        KompetensiTeknis.objects.filter(pk__in={t for t, _ in diminta}).values_list("pk", "instansi_id")
        if diminta
        else ()
    )
    if any(t not in milik or milik[t] not in (None, instansi) for t, instansi in diminta):
        raise TidakDitemukan("kompetensi_tidak_ditemukan", "Kompetensi teknis ini tidak ditemukan.")


# -- the rows -------------------------------------------------------------------------------------------


def _put_nine(level: Sequence[LevelBaru]) -> list[AsesmenKompetensi]:
    milik = [b for b in level if b.kompetensi]
    lama = AsesmenKompetensi.objects.filter(pegawai__in={b.pegawai_id for b in milik}) if milik else ()
    baris = {(a.pegawai_id, a.tanggal, a.asal): a for a in lama}
    disentuh = {}
    for b in milik:
        kunci = (b.pegawai_id, b.tanggal, b.asal.value)
        satu = baris.setdefault(
            kunci, AsesmenKompetensi(pegawai_id=b.pegawai_id, tanggal=b.tanggal, asal=b.asal)
        )
        setattr(satu, b.kompetensi, b.level)
        _fill(satu, b)
        disentuh[kunci] = satu
    return [*disentuh.values()]


def _put_technical(level: Sequence[LevelBaru]) -> list[LevelTeknis]:
    milik = [b for b in level if b.teknis_id is not None]
    lama = LevelTeknis.objects.filter(pegawai__in={b.pegawai_id for b in milik}) if milik else ()
    baris = {(t.pegawai_id, t.kompetensi_id, t.tanggal, t.asal): t for t in lama}
    disentuh = {}
    for b in milik:
        teknis_id = b.teknis_id or 0
        kunci = (b.pegawai_id, teknis_id, b.tanggal, b.asal.value)
        satu = baris.setdefault(
            kunci,
            LevelTeknis(pegawai_id=b.pegawai_id, kompetensi_id=teknis_id, tanggal=b.tanggal, asal=b.asal),
        )
        satu.level = b.level
        _fill(satu, b)
        disentuh[kunci] = satu
    return [*disentuh.values()]


def _fill(baris: AsesmenKompetensi | LevelTeknis, b: LevelBaru) -> None:
    """What the source says beside the level; where it says nothing, what stood there stays."""
    baris.berlaku_sampai = b.berlaku_sampai or baris.berlaku_sampai
    baris.sumber = (b.sumber or baris.sumber)[:120]


def _save(baris: Sequence[Any], kolom: tuple[str, ...], actor: Any, at: datetime, alasan: str) -> None:
    save_rows(
        baru=[b for b in baris if b.pk is None],
        berubah=[b for b in baris if b.pk is not None],
        kolom=kolom,
        actor=actor,
        at=at,
        alasan=alasan,
    )


def _note_people(orang: Iterable[int], tindakan: str, actor: Any, kanal: str, alasan: str) -> None:
    """An import checked before must look again; the trail says that it happened, not the level."""
    ids = sorted(orang)
    Pegawai.objects.filter(pk__in=ids).update(versi=F("versi") + 1)
    catat_satu_satu(
        pengguna=actor, tindakan=tindakan, kanal=kanal, keperluan=alasan,
        baris=[(pk, {"catatan": "asesmenkompetensi"}) for pk in ids],
    )  # fmt: skip
