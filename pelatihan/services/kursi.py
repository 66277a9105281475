"""Seats of a class and its waiting list.

Whoever touches seats holds the row of the class first, then enrolments, then the person, then the pagu.
The counters move only here, each by one conditional UPDATE, so that even two who hold no lock cannot take the
same seat; `angkatan_kursi_cukup` is the last word.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import F

from asn_karier.lib.errors import TidakDitemukan
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_in
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, LangkahPendaftaran, Pendaftaran
from pelatihan.rules.pendaftaran import moves_up
from pelatihan.services.langkah import SISTEM, move, needs_atasan


class Tempat(NamedTuple):
    """`urut`: the how-many-th application; `berkursi`: whether a seat came with it."""

    urut: int
    berkursi: bool


def hold_class(angkatan_id: int) -> Angkatan:
    """The class as it stands now, held until the transaction ends. Raises TidakDitemukan."""
    semua = Angkatan.objects.select_for_update(of=("self",), no_key=True)
    angkatan: Angkatan | None = semua.select_related("instansi", "pelatihan").filter(pk=angkatan_id).first()
    if angkatan is None:
        raise TidakDitemukan("angkatan_tidak_ditemukan", "Kelas itu tidak ditemukan.")
    return angkatan


def take_place(angkatan_id: int) -> Tempat:
    """The next number in the order of application, with a seat when one is free."""
    satu = Angkatan.objects.filter(pk=angkatan_id)
    berikut = F("urut_terakhir") + 1
    berkursi = satu.filter(terisi__lt=F("kursi")).update(terisi=F("terisi") + 1, urut_terakhir=berikut)
    if not berkursi:
        satu.update(urut_terakhir=berikut)
    # Our own UPDATE holds the row, so nobody has counted on since.
    return Tempat(satu.values_list("urut_terakhir", flat=True).get(), bool(berkursi))


def take_seat(angkatan_id: int) -> bool:
    """A seat for somebody who has a number already."""
    bebas = Angkatan.objects.filter(pk=angkatan_id, terisi__lt=F("kursi"))
    return bool(bebas.update(terisi=F("terisi") + 1))


def has_seat(angkatan_id: int) -> bool:
    return Angkatan.objects.filter(pk=angkatan_id, terisi__lt=F("kursi")).exists()


def give_back(angkatan_id: int, banyak: int = 1) -> None:
    Angkatan.objects.filter(pk=angkatan_id).update(terisi=F("terisi") - banyak)


def move_up(angkatan: Angkatan, *, at: datetime) -> list[Pendaftaran]:
    """As many of the waiting list as there are free seats, in the order of application.

    Who is off duty or works elsewhere by now is passed over: nobody could approve them, and the seat is kept.
    Call it inside the transaction that holds the class: after seats came free, and before a newcomer takes
    one that nobody could be given (the list stood still, or who waits was off duty). `oleh` of the step is
    None.
    """
    angkatan.refresh_from_db(fields=["kursi", "terisi", "status"])
    if angkatan.sisa <= 0 or not _moves(angkatan, at):
        return []
    naik = _waiting(angkatan, angkatan.sisa)
    if not naik:
        return []
    Angkatan.objects.filter(pk=angkatan.pk).update(terisi=F("terisi") + len(naik))
    oleh_hr = _enrolled_by_hr(naik)
    for p in naik:
        atasan = p.pk not in oleh_hr and needs_atasan(p.pegawai)
        ke = StatusPendaftaran.MENUNGGU_ATASAN if atasan else StatusPendaftaran.MENUNGGU_BKPSDM
        move(p, ke, oleh=None, at=at, kanal=SISTEM)
    return naik


def _moves(angkatan: Angkatan, at: datetime) -> bool:
    return moves_up(
        StatusAngkatan(angkatan.status),
        mulai=angkatan.mulai,
        daftar_sampai=angkatan.daftar_sampai,
        hari=day_in(angkatan.instansi, at),
    )


def _waiting(angkatan: Angkatan, banyak: int) -> list[Pendaftaran]:
    semua = Pendaftaran.objects.select_for_update(of=("self",), no_key=True)
    tunggu = semua.filter(
        angkatan=angkatan,
        status=StatusPendaftaran.DAFTAR_TUNGGU,
        pegawai__instansi=angkatan.instansi_id,
        pegawai__kedudukan_hukum__in=BERTUGAS,
    )
    return list(tunggu.select_related("pegawai__atasan").order_by("urut")[:banyak])


def _enrolled_by_hr(tunggu: Sequence[Pendaftaran]) -> set[int]:
    """Those whom HR put on the waiting list: no atasan is asked about them when they move up.

    HR always gives a reason; an atasan who takes a refusal back gives none.
    """
    langkah = LangkahPendaftaran.objects.filter(
        pendaftaran__in=[p.pk for p in tunggu], ke=StatusPendaftaran.DAFTAR_TUNGGU
    )
    baris = langkah.order_by("pk").values_list("pendaftaran_id", "oleh__pegawai_id", "alasan")
    terakhir = {pk: (oleh, alasan) for pk, oleh, alasan in baris}
    kosong = (None, "")
    return {p.pk for p in tunggu if (akhir := terakhir.get(p.pk, kosong))[1] and akhir[0] != p.pegawai_id}
