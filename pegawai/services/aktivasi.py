"""Activation of a whole unit: accounts for everybody who has none, and a code on paper for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from pegawai.enums import JenisKode, KedudukanHukum
from pegawai.models import Instansi, KodeAktivasi, Pegawai, Pengguna, Peran, UnitKerja
from pegawai.rules.nip import Nip
from pegawai.rules.samar import nip_samar
from pegawai.services.kode import issue_codes

#: Slips of one document. Whoever is left comes with the next press of the button.
PALING_BANYAK: Final = 500
#: Whoever chooses a unit sees everybody in it counted at once; beyond this a unit below is chosen.
UNIT_TERBESAR: Final = 20_000
#: Standings that have an end behind them: nobody signs in for them.
_TIDAK_LAGI: Final = (KedudukanHukum.PPPK_TIDAK_AKTIF, KedudukanHukum.LAINNYA)

SEBAB: Final = {
    "diri": "akun Anda sendiri",
    "kedudukan": "kedudukan hukumnya tidak aktif atau tidak dikenal",
    "ditutup": "akunnya ditutup",
    "berperan": "akun pengelola: tautannya dibuat pengelola kepegawaian di halaman akunnya",
    "nip": "NIP-nya perlu diperbaiki di SIASN",
    "nama": "NIP-nya sudah menjadi nama akun lain",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on one slip; `kode` is in clear here and nowhere else."""

    nama: str
    nip: str
    unit: str
    kode: str
    berlaku_sampai: datetime


@dataclass(slots=True)
class Rencana:
    """What pressing the button would do. `dilewati`: people left out, by reason."""

    orang: list[Pegawai] = field(default_factory=list)
    tanpa_akun: int = 0
    belum_dipakai: int = 0
    sudah_dipakai: int = 0
    berkode: int = 0
    dilewati: Counter[str] = field(default_factory=Counter)

    @property
    def cetak(self) -> int:
        """Slips of the next document."""
        return min(len(self.orang), PALING_BANYAK)


def plan_activation(
    *, unit: UnitKerja, actor: Pengguna, at: datetime, ulang: bool = False, cetakan: UUID | None = None
) -> Rencana:
    """Who in `unit` and below it gets a slip. With `ulang` also those whose code still holds.

    People printed under the same `cetakan` are printed again, so that a double click loses nothing.
    DomainError `unit_terlalu_besar` beyond UNIT_TERBESAR.
    """
    rencana = Rencana()
    orang: list[Any] = list(_calon(unit, actor, at)[: UNIT_TERBESAR + 1])
    if len(orang) > UNIT_TERBESAR:
        raise DomainError(
            "unit_terlalu_besar",
            "Unit ini lebih dari 20.000 orang.",
            tindakan="Pilih satu unit di bawahnya.",
        )
    nama_lain = _nama_terpakai(orang)
    dikelola = set(
        Pegawai.objects.dikelola(actor).filter(pk__in=[p.pk for p in orang]).values_list("pk", flat=True)
    )
    for p in orang:
        akun: Pengguna | None = getattr(p, "akun", None)
        if akun is not None and akun.has_usable_password():
            rencana.sudah_dipakai += 1
        elif sebab := _sebab_dilewati(p, akun, actor, nama_lain, dikelola=p.pk in dikelola):
            rencana.dilewati[sebab] += 1
        elif p.berkode and not ulang and (cetakan is None or p.cetakan_kini != cetakan):
            rencana.berkode += 1
        else:
            rencana.tanpa_akun += akun is None
            rencana.belum_dipakai += akun is not None
            rencana.orang.append(p)
    return rencana


@transaction.atomic
def print_slips(
    *, unit: UnitKerja, actor: Pengguna, at: datetime, ulang: bool = False, cetakan: UUID | None = None
) -> list[Slip]:
    """Make the accounts that are missing and a code for each person of the plan: the slips, once.

    Printing again makes new codes and kills the old ones. Raises `tidak_ada_slip` when nobody is left.
    """
    # Two officers at one unit, or at one inside the other: the second waits here and sees what the first did.
    Instansi.objects.select_for_update(no_key=True).get(pk=unit.instansi_id)
    rencana = plan_activation(unit=unit, actor=actor, at=at, ulang=ulang, cetakan=cetakan)
    orang = rencana.orang[:PALING_BANYAK]
    if not orang:
        raise DomainError(
            "tidak_ada_slip",
            "Tidak ada slip yang perlu dicetak untuk unit ini.",
            tindakan="Centang Cetak ulang bila slip yang lama hilang.",
        )
    akun = _pastikan_akun(orang, at)
    lama = timedelta(days=settings.ASN_KODE_AKTIVASI_HARI)
    kode = issue_codes(
        akun, jenis=JenisKode.AKTIVASI, actor=actor, at=at, lama=lama, cetakan=cetakan
    )  # fmt: skip
    catat_baca(
        pengguna=actor,
        pegawai_ids=[p.pk for p in orang],
        kanal="admin",
        tindakan="cetak_slip_aktivasi",
        keperluan="Mencetak slip aktivasi akun Anda",
        rincian={"unit": unit.pk},
    )
    return [
        Slip(p.nama_gelar, nip_samar(p.nip), p.unit.nama if p.unit else "", k, at + lama)
        for p, k in zip(orang, kode, strict=True)
    ]


def helped_unit(*, pk: int, actor: Pengguna) -> UnitKerja:
    """A unit inside a scope in which `actor` helps people; outside of it there is none."""
    unit: UnitKerja | None = UnitKerja.objects.dibantu(actor).filter(pk=pk).first()
    if unit is None:
        raise TidakDitemukan("unit_tidak_ditemukan", "Unit kerja tidak ditemukan dalam lingkup Anda.")
    return unit


def _calon(unit: UnitKerja, actor: Pengguna, at: datetime) -> QuerySet[Pegawai]:
    terbuka = KodeAktivasi.objects.filter(
        pengguna__pegawai=OuterRef("pk"), ditutup_pada=None, berlaku_sampai__gt=at, jenis=JenisKode.AKTIVASI
    )
    orang: QuerySet[Pegawai] = (
        Pegawai.objects.dibantu(actor)
        .in_subtree(unit)
        .select_related("akun", "unit")
        .annotate(
            berkode=Exists(terbuka),
            cetakan_kini=terbuka.values("cetakan")[:1],
            berperan=Exists(Peran.objects.filter(pengguna__pegawai=OuterRef("pk"))),
        )
        .order_by("unit__jalur", "nama", "pk")
    )
    return orang


def _sebab_dilewati(
    p: Any, akun: Pengguna | None, actor: Pengguna, nama_lain: set[str], *, dikelola: bool
) -> str:
    if p.pk == actor.pegawai_id:
        return "diri"
    if p.kedudukan_hukum in _TIDAK_LAGI:
        return "kedudukan"
    if akun is not None and not akun.is_active:
        return "ditutup"
    if akun is not None and (akun.is_superuser or ((p.berperan or akun.is_staff) and not dikelola)):
        return "berperan"
    if not _nip_benar(p.nip):
        return "nip"
    return "nama" if akun is None and p.nip in nama_lain else ""


def _nip_benar(nip: str) -> bool:
    try:
        return bool(Nip.parse(nip))
    except DomainError:
        return False


def _nama_terpakai(orang: list[Pegawai]) -> set[str]:
    """NIPs that are the name of somebody else's account."""
    nip = [p.nip for p in orang if getattr(p, "akun", None) is None]
    return set(Pengguna.objects.filter(username__in=nip).values_list("username", flat=True))


def _pastikan_akun(orang: list[Any], at: datetime) -> list[Pengguna]:
    """The accounts of `orang`, in their order, the missing ones made now without a usable password."""
    # An account that HR makes for one of them at this moment is found here, not made a second time.
    kunci = Pegawai.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=[p.pk for p in orang])
    list(kunci.order_by("pk").values_list("pk"))
    punya = set(Pengguna.objects.filter(pegawai__in=orang).values_list("pegawai_id", flat=True))
    baru = [p for p in orang if p.pk not in punya]
    for p in baru:
        akun = Pengguna(username=p.nip, nama=p.nama, pegawai=p, dibuat_pada=at)
        akun.set_unusable_password()
        p.akun = akun
    Pengguna.objects.bulk_create([p.akun for p in baru], batch_size=500)
    ada = Pengguna.objects.filter(pegawai__in=orang)
    menurut_orang = {a.pegawai_id: a for a in ada.select_for_update(of=("self",)).order_by("pk")}
    return [menurut_orang[p.pk] for p in orang]
