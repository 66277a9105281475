"""AKPK: answered by the person, confirmed or sent back by the atasan; the outcome is a record of levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import SumberKompetensi
from pegawai.models import Jabatan, Pegawai
from pegawai.rules.kompetensi import LEVEL_TERENDAH, LEVEL_TERTINGGI, sampai_konfirmasi
from pegawai.services.kompetensi import LevelBaru, record_levels
from pegawai.services.kompetensi_baca import Diminta, Kunci, posts_of, required_of
from pegawai.services.profil import day_of
from pelatihan.enums import StatusMandiri
from pelatihan.models import ButirMandiri, PenilaianMandiri
from pelatihan.rules.akpk import dapat_diisi
from pelatihan.services.akpk_baca import assessments_of_team

CONTOH_TERPANJANG: Final = 300
CATATAN_TERPANJANG: Final = 500


class Jawaban(NamedTuple):
    """What somebody says of themself: level 0-5, and an example from work if they like."""

    kunci: Kunci
    level: int
    contoh: str = ""


@transaction.atomic
def send_answers(
    *, jawaban: Sequence[Jawaban], versi: int, actor: Any, at: datetime, kanal: str
) -> PenilaianMandiri:
    """Hand the answers of this year about the present post to the atasan.

    `versi`: what the page began with, 0 for nothing yet. DomainError without a post or a standard, or when a
    competency was not answered; Bentrok when they lie with the atasan already or changed meanwhile.
    """
    saya = _hold(actor.pegawai_id)
    per = day_of(saya, at)
    jabatan = posts_of([saya.pk], per=per).get(saya.pk)
    diminta = _require_asked(saya, jabatan, per)
    milik = PenilaianMandiri.objects.select_for_update(no_key=True)
    penilaian = milik.filter(pegawai=saya, tahun=per.year, jabatan=jabatan).first()
    _require_open(penilaian, versi)
    if penilaian is None:
        penilaian = PenilaianMandiri(pegawai=saya, tahun=per.year, jabatan=jabatan, versi=0)
    penilaian.status, penilaian.dikirim_pada, penilaian.catatan = StatusMandiri.DIKIRIM, at, ""
    _save(penilaian)
    ButirMandiri.objects.filter(penilaian=penilaian).delete()
    ButirMandiri.objects.bulk_create(_items(penilaian, diminta, {j.kunci: j for j in jawaban}))
    _trail(penilaian, "kirim_akpk", actor, kanal)
    return penilaian


@transaction.atomic
def take_back(*, penilaian_id: int, versi: int, actor: Any, at: datetime, kanal: str) -> PenilaianMandiri:
    """The person changes their mind before the atasan has answered. A second press changes nothing."""
    milik = PenilaianMandiri.objects.select_for_update(no_key=True).filter(pegawai=actor.pegawai_id or 0)
    penilaian: PenilaianMandiri | None = milik.filter(pk=penilaian_id).first()
    if penilaian is None:
        raise _not_found()
    if penilaian.status == StatusMandiri.DRAF:
        return penilaian
    _require_waiting(penilaian, versi)
    penilaian.status, penilaian.dikirim_pada = StatusMandiri.DRAF, None
    _save(penilaian)
    _trail(penilaian, "tarik_akpk", actor, kanal)
    return penilaian


@transaction.atomic
def confirm_answers(
    *, penilaian_id: int, level: Mapping[int, int], versi: int, actor: Any, at: datetime, kanal: str
) -> PenilaianMandiri:
    """The atasan of today says which level each item shows (0-5, by the key of the item).

    In the same transaction the levels become a record of the person, for as long as a leader's word counts.
    TidakDitemukan when the person is not theirs, TidakBoleh about oneself, Bentrok when it does not wait any
    more, DomainError when a level is missing.
    """
    penilaian = _require_mine_to_judge(penilaian_id, actor)
    _require_waiting(penilaian, versi)
    butir = list(penilaian.butir.order_by("pk"))
    for b in butir:
        b.level_atasan = _require_level(level.get(b.pk))
    ButirMandiri.objects.bulk_update(butir, ["level_atasan"])
    penilaian.status = StatusMandiri.DIKONFIRMASI
    penilaian.dikonfirmasi_oleh, penilaian.dikonfirmasi_pada, penilaian.catatan = actor, at, ""
    _save(penilaian)
    hari = day_of(penilaian.pegawai, at)
    record_levels(
        level=[
            LevelBaru(
                penilaian.pegawai_id,
                b.level_atasan or 0,
                hari,
                kompetensi=b.kompetensi,
                teknis_id=b.teknis_id,
                asal=SumberKompetensi.ATASAN,
                berlaku_sampai=sampai_konfirmasi(hari),
                sumber=f"Penilaian kebutuhan {penilaian.tahun}",
            )
            for b in butir
        ],
        actor=actor, at=at, alasan=f"Penilaian kebutuhan {penilaian.tahun}", kanal=kanal,
    )  # fmt: skip
    _trail(penilaian, "konfirmasi_akpk", actor, kanal)
    return penilaian


@transaction.atomic
def return_answers(
    *, penilaian_id: int, catatan: str, versi: int, actor: Any, at: datetime, kanal: str
) -> PenilaianMandiri:
    """The atasan asks the person to look again, and says at what."""
    penilaian = _require_mine_to_judge(penilaian_id, actor)
    _require_waiting(penilaian, versi)
    if not catatan.strip():
        raise DomainError("catatan_kosong", "Tuliskan apa yang perlu diperbaiki.")
    penilaian.status, penilaian.catatan = StatusMandiri.DIKEMBALIKAN, catatan.strip()[:CATATAN_TERPANJANG]
    _save(penilaian)
    _trail(penilaian, "kembalikan_akpk", actor, kanal)
    return penilaian


# -- who and when ---------------------------------------------------------------------------------------


def _hold(pegawai_id: int | None) -> Pegawai:
    """The person, held: of two first answers the second finds the row of the first."""
    terkunci = Pegawai.objects.select_for_update(no_key=True, of=("self",)).select_related("unit", "instansi")
    saya: Pegawai | None = terkunci.filter(pk=pegawai_id or 0).first()
    if saya is None:
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Akun ini belum terhubung dengan data pegawai.")
    return saya


def _require_asked(saya: Pegawai, jabatan: Jabatan | None, per: Any) -> list[Diminta]:
    diminta = required_of(jabatan, instansi_id=saya.instansi_id, per=per) if jabatan else []
    if not diminta:
        raise DomainError(
            "standar_belum_ada",
            "Jabatan Anda belum mempunyai standar kompetensi.",
            tindakan="Hubungi pengelola kepegawaian agar jabatan dan standarnya dilengkapi.",
        )
    return diminta


def _require_open(penilaian: PenilaianMandiri | None, versi: int) -> None:
    if penilaian is None:
        return
    if not dapat_diisi(StatusMandiri(penilaian.status)):
        raise Bentrok("sudah_dikirim", "Penilaian ini sudah dikirim ke atasan.")
    if penilaian.versi != versi:
        raise _changed()


def _require_mine_to_judge(penilaian_id: int, actor: Any) -> PenilaianMandiri:
    """The assessment of somebody whom `actor` rates today: first the person is held, then the row."""
    milik = PenilaianMandiri.objects.filter(pk=penilaian_id)
    if actor.pegawai_id and milik.filter(pegawai=actor.pegawai_id).exists():
        raise TidakBoleh("diri_sendiri", "Penilaian Anda sendiri dikonfirmasi oleh atasan Anda.")
    orang = assessments_of_team(actor).filter(pk=penilaian_id).values_list("pegawai_id", flat=True).first()
    if orang is None:
        raise _not_found()
    saya = _hold(orang)
    terkunci = assessments_of_team(actor).select_for_update(no_key=True, of=("self",))
    penilaian: PenilaianMandiri | None = terkunci.filter(pk=penilaian_id).first()
    if penilaian is None:
        raise _not_found()
    penilaian.pegawai = saya
    return penilaian


def _require_waiting(penilaian: PenilaianMandiri, versi: int) -> None:
    if penilaian.status != StatusMandiri.DIKIRIM:
        raise Bentrok("tidak_menunggu", "Penilaian ini tidak lagi menunggu konfirmasi.")
    if penilaian.versi != versi:
        raise _changed()


def _require_level(level: int | None) -> int:
    if level is None or not LEVEL_TERENDAH <= level <= LEVEL_TERTINGGI:
        raise DomainError("level_kosong", "Pilih level untuk setiap kompetensi.")
    return level


def _not_found() -> TidakDitemukan:
    return TidakDitemukan("penilaian_tidak_ditemukan", "Penilaian kebutuhan ini tidak ditemukan.")


def _changed() -> Bentrok:
    return Bentrok(
        "versi_lama",
        "Penilaian ini berubah sejak Anda membukanya. Isian Anda belum hilang.",
        tindakan="Periksa lagi, lalu kirim sekali lagi.",
    )


# -- rows -----------------------------------------------------------------------------------------------


def _items(
    penilaian: PenilaianMandiri, diminta: Sequence[Diminta], jawaban: Mapping[Kunci, Jawaban]
) -> list[ButirMandiri]:
    hasil = []
    for d in diminta:
        j = jawaban.get(d.kunci)
        if j is None:
            raise DomainError("jawaban_kurang", f"Pilih level untuk {d.nama}.")
        hasil.append(
            ButirMandiri(
                penilaian=penilaian,
                kompetensi=d.kunci[0],
                teknis_id=d.kunci[1],
                wajib=d.level,
                level_diri=_require_level(j.level),
                contoh=j.contoh.strip()[:CONTOH_TERPANJANG],
            )
        )
    return hasil


def _save(penilaian: PenilaianMandiri) -> None:
    penilaian.versi += 1
    penilaian.save()


def _trail(penilaian: PenilaianMandiri, tindakan: str, actor: Any, kanal: str) -> None:
    """That it happened; what was answered stays between the person, the atasan and HR."""
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="pegawai", subjek_id=penilaian.pegawai_id,
        kanal=kanal, keperluan=f"Penilaian kebutuhan {penilaian.tahun}",
        rincian={"penilaian": penilaian.pk, "status": str(penilaian.status)},
    )  # fmt: skip
