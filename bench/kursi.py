"""Seats under a rush: `python -m bench.kursi --putaran 50` (PostgreSQL only).

Every round three hundred people apply at once for a class of thirty seats, over thirty connections: first a
naive writer that reads and then writes, then `pelatihan.services.pendaftaran.apply`. Printed: how many rounds
gave too many seats, had a gap in the waiting list or lost a number, and what one application took.
Makes a database of its own on the server of ASN_DATABASE_URL and drops it at the end.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from bench.evaluasi import dengan_database

PELAMAR, KURSI, UTAS = 300, 30, 30


class Putaran(NamedTuple):
    """What one round left behind; `detik` of every application, in the order in which they ended."""

    berkursi: int
    tunggu: list[int]
    detik: list[float]

    @property
    def tepat(self) -> bool:
        return self.berkursi == KURSI and self.tunggu == list(range(KURSI + 1, PELAMAR + 1))


def serentak(kerja: Callable[[int], None]) -> list[float]:
    """`kerja(n)` for every applicant, shared out to UTAS connections that begin together."""
    from django.db import connections

    palang, detik, galat = threading.Barrier(UTAS), [], []

    def tangan(ke: int) -> None:
        palang.wait()
        try:
            for n in range(ke, PELAMAR, UTAS):
                awal = time.perf_counter()
                kerja(n)
                detik.append(time.perf_counter() - awal)
        except Exception as salah:  # noqa: BLE001 - whatever it is, the round did not count
            galat.append(salah)
        finally:
            connections.close_all()

    utas = [threading.Thread(target=tangan, args=[ke]) for ke in range(UTAS)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    if galat:
        raise galat[0]
    return detik


def naif(angkatan: Any, akun: Sequence[Any]) -> Callable[[int], None]:
    """Look whether a seat is free, then take it."""
    from pelatihan.enums import StatusPendaftaran
    from pelatihan.models import Angkatan, Pendaftaran

    def kerja(n: int) -> None:
        kini = Angkatan.objects.get(pk=angkatan.pk)
        ada = kini.terisi < kini.kursi
        status = StatusPendaftaran.MENUNGGU_BKPSDM if ada else StatusPendaftaran.DAFTAR_TUNGGU
        Pendaftaran.objects.create(angkatan=angkatan, pegawai=akun[n].pegawai, urut=n + 1, status=status)
        if ada:
            Angkatan.objects.filter(pk=angkatan.pk).update(terisi=kini.terisi + 1)

    return kerja


def terkunci(angkatan: Any, akun: Sequence[Any]) -> Callable[[int], None]:
    from pelatihan.services.pendaftaran import apply
    from pelatihan.tests.pabrik_kelas import SAAT

    def kerja(n: int) -> None:
        apply(angkatan_id=angkatan.pk, pegawai=akun[n].pegawai, alasan="", actor=akun[n], at=SAAT)

    return kerja


def satu_putaran(cara: Callable[[Any, Sequence[Any]], Callable[[int], None]], akun: Sequence[Any]) -> Putaran:
    from pelatihan.enums import BERKURSI, StatusPendaftaran
    from pelatihan.models import Pendaftaran
    from pelatihan.tests.pabrik_kelas import AngkatanPabrik

    angkatan = AngkatanPabrik(kursi=KURSI)
    detik = serentak(cara(angkatan, akun))
    semua = Pendaftaran.objects.filter(angkatan=angkatan)
    tunggu = semua.filter(status=StatusPendaftaran.DAFTAR_TUNGGU).order_by("urut")
    berkursi = semua.filter(status__in=BERKURSI).count()
    return Putaran(berkursi, list(tunggu.values_list("urut", flat=True)), detik)


def jalankan(banyak: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

    instansi = InstansiPabrik(kode="batanghari")
    akun = [PenggunaPabrik(pegawai=PegawaiPabrik(instansi=instansi)) for _ in range(PELAMAR)]
    for nama, cara in (("tanpa kunci", naif), ("apply", terkunci)):
        putaran = [satu_putaran(cara, akun) for _ in range(banyak)]
        lebih = [p.berkursi for p in putaran if p.berkursi > KURSI]
        ms = sorted(1000 * d for p in putaran for d in p.detik)
        print(
            f"{nama}: {sum(p.tepat for p in putaran)} dari {banyak} putaran tepat, {len(lebih)} berkursi "
            f"lebih (paling banyak {max(lebih, default=KURSI)}); satu lamaran median "
            f"{statistics.median(ms):.0f} ms, 99% dalam {ms[int(0.99 * len(ms))]:.0f} ms",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--putaran", type=int, default=50)
    pilihan = parser.parse_args()
    asal = os.environ.get("ASN_DATABASE_URL", "")
    if not asal.startswith("postgres"):
        sys.exit("Set ASN_DATABASE_URL to a PostgreSQL server")
    dengan_database(asal, lambda: jalankan(pilihan.putaran))


if __name__ == "__main__":
    main()
