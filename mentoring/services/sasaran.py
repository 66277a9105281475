"""Goals of a pair: one proposes, the other agrees, either moves them on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.sandi import buka_catatan, kunci_sandi
from mentoring.enums import Kemajuan, StatusSasaran
from mentoring.models import SasaranMentoring
from mentoring.rules.hidup import TERBUKA
from mentoring.services.berdua import hold_running, note_step, today_of
from mentoring.services.catatan import clean_words
from pegawai.enums import KompetensiMansoskul

PERUBAHAN_TERPANJANG: Final = 300
#: More than these at once are none that anybody works on.
TERBANYAK: Final = 5
S = StatusSasaran


class IsiSasaran(NamedTuple):
    """`perubahan`: what will be different, in the words of the two. `kompetensi` "": that of the pair."""

    kompetensi: KompetensiMansoskul | str
    perubahan: str
    batas: date


@transaction.atomic
def propose_goal(
    *, pasangan_id: int, isi: IsiSasaran, kunci: UUID, actor: Any, at: datetime
) -> SasaranMentoring:
    """Propose a goal; it waits for the other. Twice from one page is once."""
    pasangan = hold_running(pasangan_id=pasangan_id, pengguna=actor)
    kata = clean_words(isi.perubahan, terpanjang=PERUBAHAN_TERPANJANG)
    milik = SasaranMentoring.objects.filter(pasangan=pasangan)
    ada: SasaranMentoring | None = milik.filter(kunci=kunci).first()
    if ada is not None:
        return _same(ada, isi._replace(perubahan=kata))
    if isi.batas <= today_of(pasangan, at):
        raise DomainError("sasaran_lampau", "Hari terakhir sasaran: pilih sesudah hari ini.")
    if milik.filter(status__in=TERBUKA).count() >= TERBANYAK:
        raise DomainError(
            "sasaran_penuh",
            f"Paling banyak {TERBANYAK} sasaran berjalan bersamaan.",
            tindakan="Selesaikan atau lepas satu sasaran dahulu.",
        )
    baru = SasaranMentoring.objects.create(
        pasangan=pasangan,
        kompetensi=isi.kompetensi,
        sandi=kunci_sandi(kata),
        batas=isi.batas,
        oleh_id=actor.pegawai_id,
        oleh_pada=at,
        kunci=kunci,
    )
    note_step(pasangan, "usul_sasaran_mentoring", actor, sasaran=baru.pk)
    return baru


@transaction.atomic
def agree_goal(*, sasaran_id: int, versi: int, actor: Any, at: datetime) -> SasaranMentoring:
    """The other says yes; again changes nothing. DomainError for one's own proposal."""
    s = _held(sasaran_id, actor)
    if s.disetujui_oleh_id == actor.pegawai_id:
        return s
    if s.oleh_id == actor.pegawai_id:
        raise DomainError(
            "sasaran_sendiri", "Sasaran ini usulan Anda sendiri. Pasangan Anda yang menyetujuinya."
        )
    _ensure(s.status == S.DIUSULKAN and s.versi == versi)
    s.status, s.disetujui_oleh_id, s.disetujui_pada = S.BERJALAN, actor.pegawai_id, at
    return _step(s, "setujui_sasaran_mentoring", actor)


@transaction.atomic
def move_goal(*, sasaran_id: int, versi: int, kemajuan: Kemajuan | None, actor: Any) -> SasaranMentoring:
    """How far it is; TERCAPAI closes it, None lets it go (kindly: it is no longer ours). Again is once.

    What only one has agreed to can be let go, and not moved.
    """
    s = _held(sasaran_id, actor)
    tujuan = _state_after(kemajuan)
    if s.status == tujuan and (kemajuan is None or s.kemajuan == kemajuan):
        return s
    terbuka = s.status == S.BERJALAN or (s.status == S.DIUSULKAN and kemajuan is None)
    _ensure(terbuka and s.versi == versi)
    s.status = tujuan
    s.kemajuan = s.kemajuan if kemajuan is None else kemajuan
    return _step(s, "kemajuan_sasaran_mentoring", actor)


def words_of(s: SasaranMentoring) -> str:
    """The wanted change, for a reader who came through `visible_to`."""
    return buka_catatan(s.sandi)


def _state_after(kemajuan: Kemajuan | None) -> StatusSasaran:
    if kemajuan is None:
        return S.DILEPAS
    return S.TERCAPAI if kemajuan is Kemajuan.TERCAPAI else S.BERJALAN


def _held(sasaran_id: int, actor: Any) -> SasaranMentoring:
    s = SasaranMentoring.objects.visible_to(actor).filter(pk=sasaran_id).first()
    if s is None:
        raise TidakDitemukan("sasaran_tidak_ditemukan", "Sasaran itu tidak ditemukan.")
    pasangan = hold_running(pasangan_id=s.pasangan_id, pengguna=actor)
    kini: SasaranMentoring = SasaranMentoring.objects.get(pk=sasaran_id)
    kini.pasangan = pasangan
    return kini


def _ensure(boleh: bool) -> None:
    if not boleh:
        raise Bentrok(
            "sasaran_berubah",
            "Sasaran ini berubah sejak halaman dibuka.",
            tindakan="Lihat keadaannya sekarang, lalu simpan lagi bila masih perlu.",
        )


def _step(s: SasaranMentoring, tindakan: str, actor: Any) -> SasaranMentoring:
    s.versi += 1
    s.save()
    note_step(s.pasangan, tindakan, actor, sasaran=s.pk)
    return s


def _same(ada: SasaranMentoring, isi: IsiSasaran) -> SasaranMentoring:
    if (ada.kompetensi, words_of(ada), ada.batas) == isi:
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Sasaran dari halaman ini sudah diusulkan. Isian yang sekarang berbeda.",
        tindakan="Tekan Usulkan sasaran sekali lagi bila ini sasaran yang lain.",
    )
