"""*Beri tahu saya*: who waits for a class of a programme, and the numbers that HR plans by.

Nothing here leaves a line on the trail, which HR reads: it would tell who waits for what.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS, instansi_pengguna
from pegawai.services.profil import day_of
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.kamus.pendaftaran import HALANGAN
from pelatihan.models import Angkatan, MinatPelatihan, Pelatihan, Pendaftaran
from pelatihan.rules.pendaftaran import Halangan
from pelatihan.services.kelas_terbuka import taking_applications
from pelatihan.services.pendaftaran import meant_for

# -- of one person ----------------------------------------------------------------------------------


@transaction.atomic
def await_class(*, pelatihan_id: int, pegawai: Pegawai, actor: Any, at: datetime) -> MinatPelatihan:
    """Wait for a class of this programme. Twice is once.

    TidakBoleh for somebody else, TidakDitemukan for what the government does not offer, DomainError where
    the programme is for other posts (they would count as people to plan for), or one is enrolled already.
    """
    _ensure_own(pegawai, actor)
    pelatihan = Pelatihan.objects.untuk(pegawai.instansi_id).filter(pk=pelatihan_id).first()
    if pelatihan is None:
        raise TidakDitemukan("pelatihan_tidak_ada", "Pelatihan ini tidak ditawarkan di instansi Anda.")
    if not meant_for(pelatihan, pegawai, day_of(pegawai, at)):
        pesan, tindakan = HALANGAN[Halangan.BUKAN_SASARAN]
        raise DomainError("minat_bukan_sasaran", pesan, tindakan=tindakan)
    ditunggu: MinatPelatihan | None = _waiting().filter(pegawai=pegawai, pelatihan=pelatihan).first()
    if ditunggu is not None:
        return ditunggu
    minat: MinatPelatihan
    minat, _ = MinatPelatihan.objects.update_or_create(
        pegawai=pegawai, pelatihan=pelatihan, defaults={"dicatat_pada": at}
    )
    if not _waiting().filter(pk=minat.pk).exists():
        raise DomainError(
            "minat_terdaftar",
            "Anda sudah terdaftar di kelas pelatihan ini.",
            tindakan="Lihat Kelas saya.",
        )
    return minat


def stop_waiting(*, pelatihan_id: int, pegawai: Pegawai, actor: Any) -> None:
    """Take it back; what was never asked for is taken back just as well."""
    _ensure_own(pegawai, actor)
    MinatPelatihan.objects.filter(pegawai=pegawai, pelatihan__pk=pelatihan_id).delete()


def _ensure_own(pegawai: Pegawai, actor: Any) -> None:
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_diri", "Minat pelatihan dicatat oleh pegawainya sendiri.")


def awaited_by(pegawai: Pegawai) -> list[MinatPelatihan]:
    """What the person waits for, by name, with `ditawarkan`: whether it is still offered. One query."""
    ditawarkan = Pelatihan.objects.untuk(pegawai.instansi_id).filter(pk=OuterRef("pelatihan"))
    milik = _waiting().filter(pegawai=pegawai).annotate(ditawarkan=Exists(ditawarkan))
    return list(milik.select_related("pelatihan").order_by("pelatihan__nama", "pk"))


def waits_for(pegawai: Pegawai, pelatihan_id: int) -> bool:
    return _waiting().filter(pegawai=pegawai, pelatihan=pelatihan_id).exists()


def opened_for(pegawai: Pegawai, *, at: datetime) -> list[Angkatan]:
    """A class that takes applications for each programme that the person waits for; one query.

    One with a seat before a full one, then what closes first. Not one that they applied to before: after a
    refusal or a withdrawal it is no news.
    """
    sama = Q(pelatihan=OuterRef("pelatihan")) | Q(pelatihan__asal=OuterRef("pelatihan"))
    ditunggu = _waiting().filter(sama, pegawai=pegawai)
    sudah = Pendaftaran.objects.filter(pegawai=pegawai, angkatan=OuterRef("pk"))
    terbuka = taking_applications(pegawai.instansi_id, day_of(pegawai, at))
    semua = list(terbuka.filter(Exists(ditunggu), ~Exists(sudah)).select_related("pelatihan"))
    pertama: dict[int, Angkatan] = {}
    for kelas in sorted(semua, key=lambda a: (a.sisa <= 0, a.daftar_sampai, a.pk)):
        pertama.setdefault(kelas.pelatihan_id, kelas)
    return list(pertama.values())


# -- of a government --------------------------------------------------------------------------------


def with_waiting(pelatihan: QuerySet[Pelatihan], pengguna: Any) -> QuerySet[Pelatihan]:
    """`banyak_menunggu`: how many people on duty wait for a class of each, where `pengguna` has a role.

    Nothing but the number: who they are is read by themselves alone.
    """
    minat = _waiting().filter(pelatihan=OuterRef("pk"), pegawai__kedudukan_hukum__in=BERTUGAS)
    if not pengguna.is_superuser:
        minat = minat.filter(pegawai__instansi__in=instansi_pengguna(pengguna))
    jumlah = minat.order_by().values("pelatihan").annotate(jumlah=Count("pk")).values("jumlah")
    return pelatihan.annotate(banyak_menunggu=Coalesce(Subquery(jumlah), Value(0)))


def _waiting() -> QuerySet[MinatPelatihan]:
    """Wishes that nothing has answered: whoever is in a class, or finished one since, does not wait.

    Kept in no column, so that a withdrawal, a refusal or a cancelled class brings the wish back by itself.
    A class of the shared programme answers the wish for its copy too.
    """
    terjawab = Q(status__in=PENDAFTARAN_BERJALAN) | Q(
        status=StatusPendaftaran.SELESAI, diajukan_pada__gte=OuterRef("dicatat_pada")
    )
    ikut = Pendaftaran.objects.filter(
        terjawab,
        Q(angkatan__pelatihan=OuterRef("pelatihan")) | Q(angkatan__pelatihan=OuterRef("pelatihan__asal")),
        pegawai=OuterRef("pegawai"),
    )
    return MinatPelatihan.objects.filter(~Exists(ikut))
