"""*Bersedia menjadi mentor*: the person's own offer, and the only thing that opens a profile."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from mentoring.enums import CaraBertemu, StatusMentor
from mentoring.models import KeahlianMentor, ProfilMentor
from mentoring.services.bahan import Kunci
from mentoring.services.papan import mark_changed
from mentoring.services.saran import arrange_if_small
from mentoring.services.tempat import taken_places
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import KompetensiTeknis, Pegawai
from pegawai.services.kompetensi_baca import levels_of
from pegawai.services.profil import day_of

PORTAL: Final = "portal"
#: Below this nobody guides others in it (KEPUTUSAN).
LEVEL_TERENDAH: Final = 2


class Keahlian(NamedTuple):
    """What the records of a person show that they could help with."""

    kunci: Kunci
    nama: str
    level: int


def recorded_skills(pegawai: Pegawai, *, per: date) -> list[Keahlian]:
    """The highest level first. What is not recorded is not offered."""
    punya = levels_of([pegawai.pk], per=per)[pegawai.pk]
    cukup = {k: kini.level for k, kini in punya.items() if kini.level >= LEVEL_TERENDAH}
    nama = dict(KompetensiTeknis.objects.filter(pk__in=[t for _, t in cukup if t]).values_list("pk", "nama"))
    semua = [
        Keahlian((k, t), nama[t] if t else LABEL[KompetensiMansoskul][KompetensiMansoskul(k)], level)
        for (k, t), level in cukup.items()
    ]
    return sorted(semua, key=lambda s: (-s.level, s.nama))


def offer_to_mentor(
    *,
    pegawai: Pegawai,
    keahlian: Collection[Kunci],
    kapasitas: int,
    cara: Collection[CaraBertemu],
    senang_membantu: str,
    versi: int,
    actor: Any,
    at: datetime,
) -> ProfilMentor:
    """Open one's own profile, or change it. The levels are those of the records, not what is typed.

    Bentrok when the profile moved since it was shown; DomainError for nothing to help with, no way to meet,
    or fewer places than people who are guided already.
    """
    _ensure_own(pegawai, actor)
    dikenal = {s.kunci: s.level for s in recorded_skills(pegawai, per=day_of(pegawai, at))}
    pilihan = {k: dikenal[k] for k in keahlian if k in dikenal}
    if not pilihan:
        raise DomainError("tanpa_keahlian", "Pilih sedikitnya satu kompetensi yang dapat Anda bantu.")
    if not cara:
        raise DomainError("tanpa_cara", "Pilih sedikitnya satu cara bertemu.")
    with transaction.atomic():
        profil = _held_or_new(pegawai)
        if profil.versi != versi:
            raise Bentrok(
                "profil_berubah",
                "Profil mentor Anda berubah sejak halaman ini dibuka.",
                tindakan="Muat ulang halaman, lalu isi kembali.",
            )
        _require_room(profil, kapasitas)
        profil.status, profil.bersedia_pada = StatusMentor.AKTIF, profil.bersedia_pada or at
        profil.kapasitas, profil.senang_membantu = kapasitas, senang_membantu.strip()
        for c in CaraBertemu:
            setattr(profil, c.value, c in cara)
        _save(profil, actor, at)
        _write_skills(profil, pilihan)
    arrange_if_small(instansi_id=pegawai.instansi_id, at=at)
    return profil


def _write_skills(profil: ProfilMentor, pilihan: Mapping[Kunci, int]) -> None:
    profil.keahlian.all().delete()
    KeahlianMentor.objects.bulk_create(
        KeahlianMentor(profil=profil, kompetensi=k, teknis_id=t, level=level)
        for (k, t), level in pilihan.items()
    )


def rest(*, pegawai: Pegawai, actor: Any, at: datetime) -> None:
    """*Istirahat dulu*, or no to an invitation: nobody new, running pairs go on. Twice is once."""
    _ensure_own(pegawai, actor)
    with transaction.atomic():
        profil = ProfilMentor.objects.select_for_update(of=("self",), no_key=True).filter(
            pegawai=pegawai
        ).first()  # fmt: skip
        if profil is None or profil.status in (StatusMentor.ISTIRAHAT, StatusMentor.MENOLAK):
            return
        aktif = profil.status == StatusMentor.AKTIF
        profil.status = StatusMentor.ISTIRAHAT if aktif else StatusMentor.MENOLAK
        _save(profil, actor, at)
    arrange_if_small(instansi_id=pegawai.instansi_id, at=at)


def _held_or_new(pegawai: Pegawai) -> ProfilMentor:
    """The profile, held after the person: two first offers at once are one."""
    Pegawai.objects.select_for_update(of=("self",), no_key=True).get(pk=pegawai.pk)
    semua = ProfilMentor.objects.select_for_update(of=("self",), no_key=True)
    ada: ProfilMentor | None = semua.filter(pegawai=pegawai).first()
    return ada or ProfilMentor(pegawai=pegawai)


def _require_room(profil: ProfilMentor, kapasitas: int) -> None:
    terisi = taken_places(profil) if profil.pk else 0
    if kapasitas < terisi:
        raise DomainError(
            "kapasitas_kurang",
            f"Saat ini {terisi} tempat Anda sudah terisi atau ditawarkan.",
            tindakan=f"Isi sedikitnya {terisi}.",
        )


def _save(profil: ProfilMentor, actor: Any, at: datetime) -> None:
    profil.versi, profil.diubah_pada = profil.versi + 1, at
    profil.save()
    catat(
        pengguna=actor,
        tindakan=f"mentor_{profil.status}",
        subjek_jenis="profil_mentor",
        subjek_id=profil.pk,
        kanal=PORTAL,
    )
    mark_changed(profil.pegawai.instansi_id)


def _ensure_own(pegawai: Pegawai, actor: Any) -> None:
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_diri", "Hanya pegawainya sendiri yang menawarkan diri menjadi mentor.")
