"""Seats and rupiah under a rush: `python -m bench.kursi --putaran 50` (PostgreSQL only).

Every round three hundred people apply at once for a class of thirty seats, over thirty connections: first a
naive writer that reads and then writes, then `pelatihan.services.pendaftaran.apply`. Then three hundred
enrolments in ten classes are approved at once out of a pagu that pays for thirty, in the same two ways.
Printed: how many rounds were exact, how many gave too much, and what one request took. Makes a database of
its own on the server of ASN_DATABASE_URL and drops it at the end.
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
KELAS, HARGA = 10, 1_000_000


class Putaran(NamedTuple):
    """What one round left behind: seats or approvals `diberi`; `detik` of every one, as they ended."""

    diberi: int
    tepat: bool
    detik: list[float]


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


def berebut_kursi(
    cara: Callable[[Any, Sequence[Any]], Callable[[int], None]], akun: Sequence[Any]
) -> Putaran:
    """Exact: thirty seats, and places 31 to 300 follow on the waiting list without a gap."""
    from pelatihan.enums import BERKURSI, StatusPendaftaran
    from pelatihan.models import Pendaftaran
    from pelatihan.tests.pabrik_kelas import AngkatanPabrik

    angkatan = AngkatanPabrik(kursi=KURSI)
    detik = serentak(cara(angkatan, akun))
    semua = Pendaftaran.objects.filter(angkatan=angkatan)
    tunggu = semua.filter(status=StatusPendaftaran.DAFTAR_TUNGGU).order_by("urut")
    berkursi = semua.filter(status__in=BERKURSI).count()
    urut = list(tunggu.values_list("urut", flat=True)) == list(range(KURSI + 1, PELAMAR + 1))
    return Putaran(berkursi, berkursi == KURSI and urut, detik)


def naif_pagu(pagu: Any, semua: Sequence[Any], hr: Any) -> Callable[[int], None]:
    """Look whether the pagu suffices, then take it."""
    from pelatihan.enums import StatusPendaftaran
    from pelatihan.models import Pagu, Pendaftaran

    def kerja(n: int) -> None:
        kini = Pagu.objects.get(pk=pagu.pk)
        if kini.sisa >= HARGA:
            Pagu.objects.filter(pk=pagu.pk).update(komitmen=kini.komitmen + HARGA)
            disetujui = {"status": StatusPendaftaran.DISETUJUI, "komitmen": HARGA}
            Pendaftaran.objects.filter(pk=semua[n].pk).update(**disetujui)

    return kerja


def putuskan(pagu: Any, semua: Sequence[Any], hr: Any) -> Callable[[int], None]:
    from contextlib import suppress

    from asn_karier.lib.errors import Bentrok
    from pelatihan.services.persetujuan import decide_as_hr
    from pelatihan.tests.pabrik_kelas import SAAT

    def kerja(n: int) -> None:
        p = semua[n]
        with suppress(Bentrok):  # the pagu does not suffice
            decide_as_hr(pendaftaran_id=p.pk, versi=p.versi, setuju=True, alasan="", actor=hr, at=SAAT)

    return kerja


def berebut_pagu(
    cara: Callable[[Any, Sequence[Any], Any], Callable[[int], None]], akun: Sequence[Any]
) -> Putaran:
    """Exact: thirty approvals, and the commitments of the pagu are what they add up to."""
    from django.db.models import Sum

    from pegawai.tests.pabrik import hr_dari
    from pelatihan.enums import StatusPendaftaran, SumberDana
    from pelatihan.models import Pagu, Pendaftaran
    from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik

    instansi = akun[0].pegawai.instansi
    pagu, _ = Pagu.objects.update_or_create(
        instansi=instansi,
        tahun=2027,
        sumber=SumberDana.APBD,
        defaults={"jumlah": KURSI * HARGA, "komitmen": 0},
    )
    kelas = [AngkatanPabrik(biaya=HARGA, pagu=pagu, kursi=PELAMAR) for _ in range(KELAS)]
    semua = [PendaftaranPabrik(angkatan=kelas[n % KELAS], pegawai=a.pegawai) for n, a in enumerate(akun)]
    detik = serentak(cara(pagu, semua, hr_dari(instansi)))
    disetujui = Pendaftaran.objects.filter(angkatan__in=kelas, status=StatusPendaftaran.DISETUJUI)
    terpakai = disetujui.aggregate(jumlah=Sum("komitmen"))["jumlah"]
    pagu.refresh_from_db()
    banyak = disetujui.count()
    tepat = banyak == KURSI and terpakai == pagu.komitmen == pagu.jumlah
    # The next round asks the same people again.
    Pendaftaran.objects.filter(angkatan__in=kelas).update(status=StatusPendaftaran.DIBATALKAN)
    return Putaran(banyak, tepat, detik)


def jalankan(banyak: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

    instansi = InstansiPabrik(kode="batanghari")
    akun = [PenggunaPabrik(pegawai=PegawaiPabrik(instansi=instansi)) for _ in range(PELAMAR)]
    lomba: tuple[tuple[str, Callable[..., Putaran], Any], ...] = (
        ("kursi, tanpa kunci", berebut_kursi, naif),
        ("kursi, apply", berebut_kursi, terkunci),
        ("pagu, tanpa kunci", berebut_pagu, naif_pagu),
        ("pagu, decide_as_hr", berebut_pagu, putuskan),
    )
    for nama, berebut, cara in lomba:
        _tulis(nama, [berebut(cara, akun) for _ in range(banyak)])


def _tulis(nama: str, putaran: list[Putaran]) -> None:
    lebih = [p.diberi for p in putaran if p.diberi > KURSI]
    ms = sorted(1000 * d for p in putaran for d in p.detik)
    print(
        f"{nama}: {sum(p.tepat for p in putaran)} dari {len(putaran)} putaran tepat, {len(lebih)} memberi "
        f"lebih dari {KURSI} (paling banyak {max(lebih, default=KURSI)}); satu permintaan median "
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
