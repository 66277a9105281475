"""Against floods without knowing anybody: a salted mark of the network, gone with its salt within a day.

A mark counts; it knows neither the address nor what was sent. Both rows are written in a transaction of their
own, so that nothing in the database joins them to an answer.
"""

from __future__ import annotations

import ipaddress
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.sandi import indeks_buta
from kinerja.models import GaramPenanda, PenandaJaringan
from kinerja.rules.warga import AngkaWarga, angka_warga
from pegawai.services.laju import TerlaluSering

_JAM: Final = timedelta(hours=1)
#: Of an address of the new kind one household has many: what they share is counted.
_AWALAN_V6: Final = 64


def numbers_on(at: datetime) -> AngkaWarga:
    """The numbers in force."""
    return angka_warga(aturan_per(at.date()))


def count_submission(*, alamat: str, at: datetime) -> None:
    """Count one submission from a network; TerlaluSering when it sent enough for now.

    Of those who come at once exactly as many get in as there is room for.
    """
    angka = numbers_on(at)
    masa = _masa(at, angka)
    garam = _garam(masa)
    jaringan = _jaringan(alamat)
    for batas, jendela in ((angka.per_jam, _JAM), (angka.per_masa, angka.penanda)):
        ke = int(at.timestamp() // jendela.total_seconds())
        kunci = indeks_buta(f"warga:{garam}:{jaringan}:{jendela.total_seconds():.0f}:{ke}")
        if not _ambil(kunci, masa, batas):
            akhir = (ke + 1) * jendela.total_seconds()
            raise _terlalu_sering(max(60.0, akhir - at.timestamp()))


def _terlalu_sering(tunggu: float) -> TerlaluSering:
    salah = TerlaluSering(tunggu)
    menit = -(-int(tunggu) // 60)
    lama = f"{menit} menit" if menit <= 90 else f"{-(-menit // 60)} jam"
    salah.pesan = "Terlalu banyak kiriman dari jaringan yang Anda pakai."
    salah.tindakan = f"Isian Anda masih ada di halaman ini. Tunggu {lama}, lalu kirim lagi."
    return salah


def _ambil(kunci: str, masa: int, batas: int) -> bool:
    """Whether there was room, and it is taken now."""
    ada_tempat = PenandaJaringan.objects.filter(kunci=kunci, banyak__lt=batas)
    if ada_tempat.update(banyak=F("banyak") + 1):
        return True
    # Full, or not there yet: somebody at the same moment may make it first, so it is asked once more.
    PenandaJaringan.objects.bulk_create([PenandaJaringan(kunci=kunci, masa=masa)], ignore_conflicts=True)
    return bool(ada_tempat.update(banyak=F("banyak") + 1))


def _garam(masa: int) -> str:
    """The salt of this stretch of time; the first to come makes it, and removes those that are over."""
    ada = GaramPenanda.objects.filter(masa=masa).values_list("garam", flat=True).first()
    if ada is not None:
        return ada
    forget_marks(sebelum=masa)
    GaramPenanda.objects.bulk_create(
        [GaramPenanda(masa=masa, garam=secrets.token_hex(32))], ignore_conflicts=True
    )
    return str(GaramPenanda.objects.values_list("garam", flat=True).get(masa=masa))


def _masa(at: datetime, angka: AngkaWarga) -> int:
    return int(at.timestamp() // angka.penanda.total_seconds())


@transaction.atomic
def forget_marks(*, sebelum: int) -> int:
    """Remove every mark and salt of stretches before `sebelum`; returns how many."""
    return sum(m.objects.filter(masa__lt=sebelum).delete()[0] for m in (PenandaJaringan, GaramPenanda))


def marks_due(at: datetime) -> bool:
    """Whether marks or salts are left from a stretch of time that is over."""
    sebelum = current_stretch(at)
    return any(m.objects.filter(masa__lt=sebelum).exists() for m in (PenandaJaringan, GaramPenanda))


def current_stretch(at: datetime) -> int:
    """The number of the stretch of time that `at` lies in."""
    return _masa(at, numbers_on(at))


def _jaringan(alamat: str) -> str:
    try:
        ip = ipaddress.ip_address(alamat.strip())
    except ValueError:
        return alamat[:64]
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, _AWALAN_V6), strict=False))
    return str(ip)
