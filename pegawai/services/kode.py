"""One-time codes: made for several accounts at once, checked without telling anything, used once."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import indeks_buta
from pegawai.enums import AkhirKode, JenisKode
from pegawai.models import KodeAktivasi, Pengguna
from pegawai.rules.kode_sekali import ALFABET, PANJANG, rapikan
from pegawai.services.masuk import AKTIVASI, clear_attempts, reserve_attempt
from pegawai.services.sesi import end_sessions

#: Whoever holds the code may guess the NIK this often.
SALAH_NIK_TERBANYAK: Final = 5
#: What an unknown NIP is compared with: as long as a real one, and no code leads to it.
_TAK_ADA: Final = "0" * 64


class KodeTidakCocok(DomainError):  # noqa: N818 - named in the language of the domain
    """The one answer to everything that is not the open code of that account."""

    def __init__(self) -> None:
        super().__init__(
            "kode_tidak_cocok",
            "NIP dan kode tidak cocok, atau kodenya sudah dipakai, diganti, atau lewat waktu.",
            tindakan="Periksa keduanya sekali lagi, atau minta kode baru kepada operator unit Anda.",
        )


def issue_codes(
    akun: Sequence[Pengguna],
    *,
    jenis: JenisKode,
    actor: Pengguna | None,
    at: datetime,
    lama: timedelta,
    cetakan: UUID | None = None,
    perlu_nik: bool = False,
    cara: str = "",
    catatan: str = "",
) -> list[str]:
    """A new code for each account, in their order; the old ones are worthless from now on.

    Call it inside a transaction that holds the rows of `akun`. What is returned is kept nowhere.
    """
    KodeAktivasi.objects.filter(pengguna__in=akun, ditutup_pada=None).update(
        ditutup_pada=at, akhir=AkhirKode.DIGANTI
    )
    kode = ["".join(secrets.choice(ALFABET) for _ in range(PANJANG)) for _ in akun]
    KodeAktivasi.objects.bulk_create(
        [
            KodeAktivasi(
                pengguna=satu,
                jenis=jenis,
                sidik=_sidik(satu.pk, rahasia),
                cetakan=cetakan,
                perlu_nik=perlu_nik,
                cara=cara,
                catatan=catatan,
                dibuat_oleh=actor,
                dibuat_pada=at,
                berlaku_sampai=at + lama,
            )
            for satu, rahasia in zip(akun, kode, strict=True)
        ],
        batch_size=500,
    )
    return kode


def find_code(*, nama: str, teks: str, at: datetime) -> KodeAktivasi:
    """The open code of the account `nama` that was typed as `teks`.

    An unknown name, a wrong, used, replaced or expired code and a closed account get the same answer
    after the same work. Raises KodeTidakCocok, or TerkunciSementara after too many tries.
    """
    reserve_attempt(nama=nama, at=at, ruang=AKTIVASI)
    kode = (
        KodeAktivasi.objects.filter(pengguna__username=nama, ditutup_pada=None)
        .select_related("pengguna__pegawai")
        .first()
    )
    dibaca = rapikan(teks)
    cocok = constant_time_compare(
        _sidik(kode.pengguna_id if kode else 0, dibaca), kode.sidik if kode else _TAK_ADA
    )
    if not (cocok and dibaca and kode is not None and _dapat_dipakai(kode, at)):
        raise KodeTidakCocok
    clear_attempts(nama=nama, at=at, ruang=AKTIVASI)
    return kode


def reopen_code(*, pk: int, at: datetime) -> KodeAktivasi | None:
    """A code that was found a moment ago, when it still can be used."""
    kode = KodeAktivasi.objects.filter(pk=pk).select_related("pengguna__pegawai").first()
    return kode if kode is not None and _dapat_dipakai(kode, at) else None


def redeem_code(*, pk: int, sandi: str, nik: str, at: datetime) -> Pengguna:
    """Set the password that the owner chose and end the code; every session of the account ends.

    Of two people who use one code at the same moment the second gets KodeTidakCocok. A wrong NIK is
    counted at the code, which ends after SALAH_NIK_TERBANYAK of them.
    """
    with transaction.atomic():
        kode = _kunci(pk)
        if kode is None or not _dapat_dipakai(kode, at):
            raise KodeTidakCocok
        salah = _salah_nik(kode, nik, at)
        if salah is None:
            return _pakai(kode, sandi, at)
    raise salah


def close_codes(*, pengguna: Pengguna, at: datetime) -> None:
    """A password was set by another way: what lies on paper opens nothing any more."""
    KodeAktivasi.objects.filter(pengguna=pengguna, ditutup_pada=None).update(
        ditutup_pada=at, akhir=AkhirKode.DIGANTI
    )


def _kunci(pk: int) -> KodeAktivasi | None:
    """The code with its account, both held: first the account, as everybody else locks."""
    pemilik = KodeAktivasi.objects.filter(pk=pk).values("pengguna")
    if Pengguna.objects.select_for_update(of=("self",)).filter(pk__in=pemilik).first() is None:
        return None
    terkunci = KodeAktivasi.objects.select_for_update(of=("self",)).select_related("pengguna__pegawai")
    return terkunci.get(pk=pk)


def _dapat_dipakai(kode: KodeAktivasi, at: datetime) -> bool:
    terbuka = kode.ditutup_pada is None and at < kode.berlaku_sampai and kode.pengguna.is_active
    # A slip is for a first password: whoever has one already is not locked out by an old piece of paper.
    return terbuka and (kode.jenis != JenisKode.AKTIVASI or not kode.pengguna.has_usable_password())


def _salah_nik(kode: KodeAktivasi, nik: str, at: datetime) -> DomainError | None:
    if not kode.perlu_nik:
        return None
    angka = "".join(huruf for huruf in nik if huruf.isdecimal())
    tercatat = kode.pengguna.pegawai.nik_indeks if kode.pengguna.pegawai else ""
    if tercatat and len(angka) == 16 and constant_time_compare(indeks_buta(angka), tercatat):
        return None
    kode.gagal += 1
    if kode.gagal >= SALAH_NIK_TERBANYAK:
        kode.ditutup_pada, kode.akhir = at, AkhirKode.TERKUNCI
    kode.save(update_fields=["gagal", "ditutup_pada", "akhir"])
    return DomainError(
        "nik_tidak_cocok",
        "NIK tidak cocok dengan yang tercatat.",
        tindakan="Tulis 16 angka NIK seperti pada KTP. Sesudah 5 kali keliru, minta kode baru.",
    )


def _pakai(kode: KodeAktivasi, sandi: str, at: datetime) -> Pengguna:
    akun = kode.pengguna
    akun.set_password(sandi)
    akun.save(update_fields=["password"])
    kode.ditutup_pada, kode.akhir = at, AkhirKode.DIPAKAI
    kode.save(update_fields=["ditutup_pada", "akhir"])
    end_sessions(akun)
    catat(
        pengguna=akun,
        tindakan="aktivasi_akun" if kode.jenis == JenisKode.AKTIVASI else "pakai_kode_atur_ulang",
        subjek_jenis="pengguna",
        subjek_id=akun.pk,
        kanal="web",
    )
    return akun


def _sidik(akun_id: int, kode: str) -> str:
    # The number of the account is part of it: a code fits one account only.
    return indeks_buta(f"kode:{akun_id}:{kode}")
