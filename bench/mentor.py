"""What pairing costs, what it is worth against doing it by hand, and a rush for one place of a mentor.

    python -m bench.mentor                   # 2,000 mentees x 500 mentors, scores and proof included
    python -m bench.mentor --lomba 50        # 200 mentees for one place, fifty rounds (PostgreSQL only)

People are synthetic and follow from the seed. The rush makes a database of its own on the server of
ASN_DATABASE_URL and drops it at the end; first with a naive writer that counts and then writes, then with
`mentoring.services.pilihan.choose_mentor`.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from bench.evaluasi import dengan_database
from mentoring.rules.kecocokan import parts, total
from mentoring.rules.kolom_jodoh import Mentee, Mentor, Pertemuan, in_line
from mentoring.rules.penjodohan import assign, greedy, value, weights
from mentoring.rules.periksa_jodoh import prove
from mentoring.rules.syarat_mentor import refusals

UKURAN = ((300, 75), (2_000, 500), (1_000, 500))
KOMPETENSI, UNIT, PERANGKAT = 12, 120, 40
MENTEE, TEMPAT, UTAS = 200, 1, 20


def buat(mentee: int, mentor: int, benih: int = 1) -> tuple[Mentee, Mentor, Pertemuan]:
    """Each lacks one of twelve competencies and asks for level 2 to 4; mentors hold three at level 3 to 5.

    A fifth of the mentees works in remote units, a third of the mentors meets in person only, a quarter
    guides somebody already, and everybody has a chain of atasan of up to five.
    """
    acak = np.random.default_rng(benih)
    a, b = _mentee(acak, mentee), _mentor(acak, mentor, mentee + 1)
    dikuasai = np.zeros((mentor, KOMPETENSI), dtype=np.int64)
    for j in range(mentor):
        dikuasai[j, acak.choice(KOMPETENSI, 3, replace=False)] = acak.integers(3, 6, 3)
    semua = np.concatenate([a.orang, b.orang])
    di_atas = semua + acak.integers(1, 1 + len(semua) // 5, len(semua))
    atasan = dict(zip(semua.tolist(), di_atas.tolist(), strict=True))
    p = Pertemuan(
        level=dikuasai[:, acak.integers(0, KOMPETENSI, mentee)].T,
        segaris=in_line(a.orang, b.orang, atasan, 15),
        pernah=acak.choice([0, 0, 0, 0, 0, 0, 0, 0, 1, -1], (mentee, mentor)),
        disimpan=np.zeros((mentee, mentor), dtype=np.int64),
    )
    return a, b, p


def _mentee(acak: Any, n: int) -> Mentee:
    unit = acak.integers(1, UNIT + 1, n)
    return Mentee(
        orang=np.arange(1, n + 1), unit=unit, perangkat=unit % PERANGKAT + 1,
        jenjang=acak.choice([10, 22, 31, 31, 32], n), skala=np.ones(n, dtype=np.int64),
        golongan=acak.integers(7, 12, n), wajib=acak.integers(2, 5, n), terpencil=acak.random(n) < 0.2,
    )  # fmt: skip


def _mentor(acak: Any, m: int, awal: int) -> Mentor:
    unit = acak.integers(1, UNIT + 1, m)
    terisi = (acak.random(m) < 0.25).astype(np.int64)
    return Mentor(
        orang=np.arange(awal, awal + m), unit=unit, perangkat=unit % PERANGKAT + 1,
        jenjang=acak.choice([32, 32, 33, 41, 42], m), skala=np.ones(m, dtype=np.int64),
        golongan=acak.integers(10, 15, m), jarak_jauh=acak.random(m) < 2 / 3,
        sisa=acak.integers(1, 5, m) - terisi, terisi=terisi, layak=acak.random(m) < 0.97,
    )  # fmt: skip


def ukur(mentee: int, mentor: int) -> None:
    a, b, p = buat(mentee, mentor)
    awal = time.perf_counter()
    nilai = np.where(refusals(a, b, p) == 0, total(parts(a, b, p)), 0).astype(np.int64)
    skor = time.perf_counter() - awal
    bobot = weights(nilai, b.sisa)
    jodoh = assign(bobot, b.sisa)
    jodoh_detik = time.perf_counter() - awal - skor
    bukti = prove(bobot, b.sisa, jodoh)
    semua = time.perf_counter() - awal
    (dapat, poin), (tangan, tangan_poin) = value(nilai, jodoh), value(nilai, greedy(bobot, b.sisa))
    print(
        f"{mentee} x {mentor}, {int(b.sisa.sum())} tempat, {int((nilai > 0).sum())} pasangan mungkin: "
        f"nilai {skor:.2f} s, penjodohan {jodoh_detik:.2f} s, bukti {semua - skor - jodoh_detik:.2f} s, "
        f"jumlah {semua:.2f} s; terbukti terbaik: {'ya' if bukti.cacat is None else bukti.cacat}\n"
        f"  terbaik {dapat} orang, {poin} nilai; satu per satu {tangan} orang, {tangan_poin} nilai "
        f"({dapat - tangan:+d} orang, {poin - tangan_poin:+d} nilai)",
        flush=True,
    )


# -- two hundred for one place ----------------------------------------------------------------------------


def serentak(kerja: Callable[[int], None]) -> None:
    """`kerja(n)` for every mentee, shared out to UTAS connections that begin together."""
    from django.db import connections

    palang = threading.Barrier(UTAS)
    galat: list[Exception] = []

    def tangan(ke: int) -> None:
        palang.wait()
        try:
            for n in range(ke, MENTEE, UTAS):
                kerja(n)
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


def naif(profil: Any, semua: Sequence[Any]) -> Callable[[int], None]:
    from mentoring.enums import StatusPasangan
    from mentoring.models import Pasangan

    def kerja(n: int) -> None:
        if Pasangan.objects.memegang_tempat().filter(mentor=profil).count() < TEMPAT:
            Pasangan.objects.create(
                mentor=profil, mentor_pegawai=profil.pegawai, mentee=semua[n][0].pegawai,
                kompetensi="komunikasi", status=StatusPasangan.DIPILIH_MENTEE,
            )  # fmt: skip

    return kerja


def terkunci(profil: Any, semua: Sequence[Any]) -> Callable[[int], None]:
    from contextlib import suppress

    from asn_karier.lib.errors import Bentrok
    from mentoring.services.pilihan import choose_mentor
    from mentoring.tests.pabrik import SAAT

    def kerja(n: int) -> None:
        permintaan, akun = semua[n]
        with suppress(Bentrok):  # the place is taken
            choose_mentor(permintaan_id=permintaan.pk, profil_id=profil.pk, actor=akun, at=SAAT)

    return kerja


def putaran(cara: Callable[[Any, Sequence[Any]], Callable[[int], None]], semua: Sequence[Any]) -> int:
    """How many got the one place; then everybody waits again."""
    from mentoring.models import Pasangan, SaranPasangan
    from mentoring.tests.pabrik import ProfilMentorPabrik

    instansi = semua[0][0].pegawai.instansi
    profil = ProfilMentorPabrik(pegawai__instansi=instansi, kapasitas=TEMPAT)
    SaranPasangan.objects.all().delete()
    SaranPasangan.objects.bulk_create(
        SaranPasangan(permintaan=p, mentor=profil, urutan=1, skor=60) for p, _ in semua
    )
    serentak(cara(profil, semua))
    dapat: int = Pasangan.objects.memegang_tempat().filter(mentor=profil).count()
    Pasangan.objects.all().delete()
    profil.keahlian.all().delete()
    profil.delete()
    return dapat


def lomba(banyak: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from mentoring.services import pilihan
    from mentoring.tests.pabrik import PermintaanPabrik
    from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

    call_command("migrate", verbosity=0)
    # What is raced for is the place; suggestions are made anew by a worker.
    pilihan.arrange_if_small = lambda **_: False
    instansi = InstansiPabrik(kode="batanghari")
    orang = [PegawaiPabrik(instansi=instansi) for _ in range(MENTEE)]
    semua = [(PermintaanPabrik(pegawai=o), PenggunaPabrik(pegawai=o)) for o in orang]
    for nama, cara in (("tanpa kunci", naif), ("choose_mentor", terkunci)):
        hasil = [putaran(cara, semua) for _ in range(banyak)]
        tepat = sum(n == TEMPAT for n in hasil)
        print(
            f"{nama}: {tepat} dari {banyak} putaran tepat, paling banyak {max(hasil)} di satu tempat",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lomba", type=int, default=0)
    pilihan = parser.parse_args()
    if not pilihan.lomba:
        for ukuran in UKURAN:
            ukur(*ukuran)
        return
    asal = os.environ.get("ASN_DATABASE_URL", "")
    if not asal.startswith("postgres"):
        sys.exit("Set ASN_DATABASE_URL to a PostgreSQL server")
    dengan_database(asal, lambda: lomba(pilihan.lomba))


if __name__ == "__main__":
    main()
