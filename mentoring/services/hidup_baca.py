"""One pair as its two people read it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from mentoring.enums import Kemajuan, Peran, StatusPasangan, StatusPertemuan, StatusSasaran
from mentoring.kamus.panduan import Panduan, for_meeting
from mentoring.models import (
    AkhirPasangan,
    Apresiasi,
    CatatanBersama,
    CatatanPribadi,
    Pasangan,
    Pertemuan,
    SapaanMentoring,
    SasaranMentoring,
)
from mentoring.rules.hidup import SELANG_SAPAAN, notes_until
from mentoring.services.akhiri import BERAKHIR
from mentoring.services.berdua import other_of, role_of, today_of
from mentoring.services.denyut import asked_now
from mentoring.services.sasaran import words_of
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, day_of, identity

#: A planned meeting is news from so long before on.
MENJELANG: Final = timedelta(days=2)
S = StatusPertemuan


class SasaranTerbaca(NamedTuple):
    """`menunggu_saya`: the other proposed it, and I have not answered."""

    sasaran: SasaranMentoring
    perubahan: str
    menunggu_saya: bool
    berjalan: bool
    lewat: bool


class Halaman(NamedTuple):
    """Everything on the page of a pair. `sampai`: until when notes of an ended pair can be read."""

    pasangan: Pasangan
    peran: Peran
    lawan: Identitas
    hari: date
    berjalan: bool
    menunggu_saya: list[Pertemuan]
    menunggu_lawan: list[Pertemuan]
    rencana: Pertemuan | None
    pertemuan: list[Pertemuan]
    sasaran: list[SasaranTerbaca]
    bersama: int
    pribadi: int
    panduan: Panduan
    ditanya: bool
    sapaan: SapaanMentoring | None
    akhir: AkhirPasangan | None
    sampai: date | None


def read_pair(*, pasangan: Pasangan, pengguna: Any, at: datetime) -> Halaman:
    """For one of the two, who came through `open_pair`; a fixed number of queries."""
    saya, hari = pengguna.pegawai_id, today_of(pasangan, at)
    semua = list(Pertemuan.objects.filter(pasangan=pasangan).exclude(status=S.BATAL))
    terjadi = [p for p in semua if p.status == S.TERJADI]
    berjalan = pasangan.status == StatusPasangan.BERJALAN
    return Halaman(
        pasangan=pasangan,
        peran=role_of(pasangan, saya),
        lawan=identity(other_of(pasangan, saya), per=hari),
        hari=hari,
        berjalan=berjalan,
        menunggu_saya=[p for p in semua if p.status == S.MENUNGGU and p.oleh_id != saya],
        menunggu_lawan=[p for p in semua if p.status in (S.MENUNGGU, S.TIDAK_COCOK) and p.oleh_id == saya],
        rencana=next((p for p in semua if p.status == S.DIRENCANAKAN), None),
        pertemuan=terjadi,
        sasaran=_goals(pasangan, saya, hari),
        bersama=CatatanBersama.objects.visible_to(pengguna).filter(pasangan=pasangan).count(),
        pribadi=CatatanPribadi.objects.visible_to(pengguna).filter(pasangan=pasangan).count(),
        panduan=for_meeting(len(terjadi) + 1),
        ditanya=berjalan and asked_now(pasangan=pasangan, pengguna=pengguna, per=hari),
        sapaan=_greeting(pasangan, at) if berjalan else None,
        akhir=None if berjalan else AkhirPasangan.objects.filter(pasangan=pasangan).first(),
        sampai=notes_until(pasangan.selesai) if pasangan.selesai else None,
    )


def _goals(pasangan: Pasangan, saya: int, hari: date) -> list[SasaranTerbaca]:
    semua = SasaranMentoring.objects.filter(pasangan=pasangan)
    return [
        SasaranTerbaca(
            sasaran=s,
            perubahan=words_of(s),
            menunggu_saya=s.status == StatusSasaran.DIUSULKAN and s.oleh_id != saya,
            berjalan=s.status == StatusSasaran.BERJALAN,
            lewat=s.status == StatusSasaran.BERJALAN and s.batas < hari,
        )
        for s in semua
    ]


def _greeting(pasangan: Pasangan, at: datetime) -> SapaanMentoring | None:
    baru: SapaanMentoring | None = SapaanMentoring.objects.filter(
        pasangan=pasangan, pada__gt=at - SELANG_SAPAAN
    ).first()
    return baru


def progress_choices() -> list[tuple[int, str]]:
    """How far a goal is, in words; the last one closes it."""
    return [(k.value, SasaranMentoring(kemajuan=k).get_kemajuan_display()) for k in Kemajuan]


# -- what waits, for *Beranda* ----------------------------------------------------------------------


def meetings_waiting(saya: Pegawai, *, at: datetime) -> list[Pertemuan]:
    """Meetings to confirm or to put right, and a planned one that comes or has come; one query."""
    konfirmasi = Q(status=S.MENUNGGU) & ~Q(oleh=saya)
    perbaiki = Q(status=S.TIDAK_COCOK, oleh=saya)
    rencana = Q(status=S.DIRENCANAKAN, pada__lte=day_of(saya, at) + MENJELANG)
    milik = Q(pasangan__mentee=saya) | Q(pasangan__mentor_pegawai=saya)
    semua = Pertemuan.objects.filter(milik, konfirmasi | perbaiki | rencana)
    semua = semua.exclude(~Q(pasangan__status=StatusPasangan.BERJALAN), status=S.TIDAK_COCOK)
    return list(semua.select_related("pasangan__mentee", "pasangan__mentor_pegawai").order_by("pada", "pk"))


def pairs_with_news(saya: Pegawai, *, at: datetime) -> QuerySet[Pasangan]:
    """My pairs in which a goal waits for me, HR has asked after us, it ended, or I was thanked; one query."""
    usul = SasaranMentoring.objects.filter(
        ~Q(oleh=saya), pasangan=OuterRef("pk"), status=StatusSasaran.DIUSULKAN
    )
    sapa = SapaanMentoring.objects.filter(pasangan=OuterRef("pk"), pada__gt=at - SELANG_SAPAAN)
    usai = AkhirPasangan.objects.filter(~Q(oleh=saya), pasangan=OuterRef("pk"), dilihat_pada=None)
    terima = Apresiasi.objects.filter(~Q(penulis=saya), pasangan=OuterRef("pk"), dibaca_pada=None)
    semua = Pasangan.objects.filter(
        Q(mentee=saya) | Q(mentor_pegawai=saya), status__in=(StatusPasangan.BERJALAN, *BERAKHIR)
    ).exclude(mulai=None)
    semua = semua.annotate(usul=Exists(usul), sapa=Exists(sapa), usai=Exists(usai), terima=Exists(terima))
    berjalan = Q(status=StatusPasangan.BERJALAN) & (Q(usul=True) | Q(sapa=True))
    berita: QuerySet[Pasangan] = semua.filter(berjalan | Q(usai=True) | Q(terima=True)).select_related(
        "mentee", "mentor_pegawai"
    )
    return berita.order_by("pk")


def own_pairs(pengguna: Any) -> QuerySet[Pasangan]:
    """Every pair that ran or runs with me in it, the running ones first; one query."""
    semua: QuerySet[Pasangan] = Pasangan.objects.of_the_two(pengguna).annotate(
        banyak=Count("pertemuan", filter=Q(pertemuan__status=S.TERJADI))
    )
    return semua.select_related("mentee", "mentor_pegawai").order_by("status", "-pk")
