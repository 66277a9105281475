"""What an evaluation run costs: `python -m bench.evaluasi --jumlah 100000 --pekerja 1 2` (PostgreSQL only).

In one run, medians of interleaved rounds:
- the run, with each number of worker processes that is asked for: from start_run to the closed run
  (`manage.py evaluasi --tunggu` in each, see bench.pekerja);
- (a) bench.naif, the per-object loop that decides and stores the same of every person, over a sample of
  1,000 people, digest checked against ours;
- (b) the floor: COPY of the identical result rows into an identical empty table, plus one COPY-out of
  the same input rows, only the columns the rules read, with no join, no order and no sum.

Makes a database of its own on the server of ASN_DATABASE_URL and drops it at the end.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import psycopg2

PUTARAN = 3
# A run of another day is a simulation, which makes no recommendations.
HARI_INI = datetime.now().astimezone().date().isoformat()
SAMPEL = 1_000
DB = f"asn_bench_{os.getpid()}"


class Ukuran(NamedTuple):
    """Of each round: seconds of the run, peak memory of its largest worker in MB."""

    detik: list[float]
    mb: list[float]


class Dasar(NamedTuple):
    """Of each round: seconds of the floor, seconds per person of the loop."""

    lantai: list[float]
    naif: list[float]


def di_server(asal: str, perintah: str) -> None:
    sambungan = psycopg2.connect(asal)
    sambungan.autocommit = True
    with sambungan.cursor() as kursor:
        kursor.execute(perintah)
    sambungan.close()


def kosongkan() -> None:
    """Every round begins with empty result tables."""
    from django.db import connection

    with connection.cursor() as kursor:
        kursor.execute("TRUNCATE karier_runevaluasi, karier_hasilevaluasi, karier_rekomendasi CASCADE")
        kursor.execute("CHECKPOINT")


def ukur_run(pekerja: int) -> tuple[dict[str, Any], float]:
    """So many worker processes at one run: the clock of the slowest, the peak memory of the largest in MB.

    VmHWM of the process itself: ru_maxrss of a child begins with the memory of the parent that forked it.
    """
    semua = [_pekerja() for _ in range(pekerja)]
    for proses in semua:
        assert proses.stdout is not None
        assert proses.stdout.readline() == "siap\n"
    for proses in semua:
        assert proses.stdin is not None
        proses.stdin.write("mulai\n")
        proses.stdin.flush()
    keluaran = [proses.communicate()[0].splitlines() for proses in semua]
    assert all(proses.returncode == 0 for proses in semua), keluaran
    laporan = [json.loads(baris[0]) for baris in keluaran]
    assert len({satu["run"] for satu in laporan}) == 1, "the workers did not meet in one run"
    return max(laporan, key=lambda satu: satu["detik"]), max(int(b[-1]) for b in keluaran) / 1024


def _pekerja() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "bench.pekerja", HARI_INI],
        env=os.environ | {"ASN_PERAN_PROSES": "worker"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def ukur_naif(run_id: int) -> float:
    """Seconds per person of the per-object loop; its digest must be ours."""
    import numpy as np

    from asn_karier.lib.aturan import aturan_dari_versi
    from bench import naif
    from karier.models import RunEvaluasi
    from karier.services.fakta import ids_instansi, kumpulkan
    from karier.services.hasil import MODULO, digest, hitung, susun_baris

    asli = RunEvaluasi.objects.get(pk=run_id)
    aturan = aturan_dari_versi(asli.versi_aturan)
    semua = ids_instansi(asli.instansi_id)
    ids = semua[:: max(len(semua) // SAMPEL, 1)][:SAMPEL].astype(np.int64)
    tanggal = {"per_tanggal": asli.per_tanggal, "tmt": asli.tmt_sasaran}
    kami = digest(susun_baris(hitung(kumpulkan(ids, aturan=aturan, **tanggal), aturan=aturan, **tanggal)))
    run = RunEvaluasi.objects.get(pk=run_id)
    run.pk, run.nomor = None, asli.nomor + 1
    run.save()
    mulai = time.perf_counter()
    jumlah = sum(naif.evaluasi_satu(int(i), run, aturan) for i in ids) % MODULO
    lama = (time.perf_counter() - mulai) / len(ids)
    assert jumlah == kami, "the per-object loop came to another outcome"
    return lama


def ukur_lantai(run_id: int) -> float:
    """Seconds for the least any engine must do: write the result rows once, read the input rows once."""
    from django.db import connection

    from bench.data import MASUKAN

    hasil = BytesIO()
    with connection.cursor() as kursor:
        mentah = kursor.cursor
        mentah.copy_expert(
            f"COPY (SELECT * FROM karier_hasilevaluasi WHERE run_id = {run_id}) TO STDOUT (FORMAT BINARY)",  # noqa: S608
            hasil,
        )
        kursor.execute("DROP TABLE IF EXISTS lantai")
        kursor.execute("CREATE TABLE lantai (LIKE karier_hasilevaluasi INCLUDING ALL)")
        kursor.execute(
            "ALTER TABLE lantai ADD FOREIGN KEY (pegawai_id) REFERENCES pegawai_pegawai"
            " DEFERRABLE INITIALLY DEFERRED"
        )
        kursor.execute("CHECKPOINT")
        hasil.seek(0)
        mulai = time.perf_counter()
        for tabel, kolom in MASUKAN.items():
            perintah = f"COPY (SELECT {kolom} FROM {tabel}) TO STDOUT (FORMAT BINARY)"  # noqa: S608
            mentah.copy_expert(perintah, BytesIO())
        mentah.copy_expert("COPY lantai FROM STDIN (FORMAT BINARY)", hasil)
        return time.perf_counter() - mulai


def tengah(nilai: list[float]) -> float:
    return statistics.median(nilai)


def laporkan(jumlah: int, baris: int, ukuran: dict[int, Ukuran], dasar: Dasar) -> None:
    """The ratios are medians of the rounds, each with the floor and the loop of its own round."""
    lantai, naif = tengah(dasar.lantai), tengah(dasar.naif)
    print(f"pegawai {jumlah:,}; baris masukan per pegawai {baris / jumlah:.1f}")
    print(f"lantai  {lantai:8.2f} s  {lantai / jumlah * 1e6:10.1f} us/ASN   {_semua(dasar.lantai)}")
    print(f"naif    {naif * SAMPEL:8.2f} s  {naif * 1e6:10.1f} us/ASN   (sampel {min(SAMPEL, jumlah):,})")
    for pekerja, u in ukuran.items():
        run = tengah(u.detik)
        cepat = tengah([n * jumlah / d for n, d in zip(dasar.naif, u.detik, strict=True)])
        kali = tengah([d / n for n, d in zip(dasar.lantai, u.detik, strict=True)])
        print(f"{pekerja} pekerja")
        print(f"  run   {run:8.2f} s  {run / jumlah * 1e6:10.1f} us/ASN   {_semua(u.detik)}")
        print(f"  run : naif   {cepat:,.0f}x lebih cepat")
        print(f"  run : lantai {kali:.2f}x")
        print(f"  VmHWM pekerja {max(u.mb):.0f} MB")


def _semua(nilai: list[float]) -> str:
    return "(" + ", ".join(f"{n:.2f}" for n in nilai) + ")"


def ukur(jumlah: int, pekerja: list[int], putaran: int) -> None:
    """Fill the database, measure interleaved rounds, print."""
    import django

    django.setup()
    from django.core.management import call_command

    from bench import data

    call_command("migrate", verbosity=0)
    data.buat(jumlah)
    ukuran, dasar, digest = {n: Ukuran([], []) for n in pekerja}, Dasar([], []), set()
    for _ in range(putaran):
        for banyak, u in ukuran.items():
            kosongkan()
            laporan, mb = ukur_run(banyak)
            assert (laporan["pegawai"], laporan["karantina"]) == (jumlah, 0)
            u.detik.append(laporan["detik"])
            u.mb.append(mb)
            digest.add(laporan["digest"])
        dasar.lantai.append(ukur_lantai(laporan["run"]))
        dasar.naif.append(ukur_naif(laporan["run"]))
    assert len(digest) == 1, "runs over unchanged inputs gave different digests"
    laporkan(jumlah, data.baris_masukan(), ukuran, dasar)


def main() -> None:
    pilihan = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    pilihan.add_argument("--jumlah", type=int, default=10_000)
    pilihan.add_argument("--pekerja", type=int, nargs="+", default=[1])
    pilihan.add_argument("--putaran", type=int, default=PUTARAN)
    opsi = pilihan.parse_args()
    asal = os.environ.get("ASN_DATABASE_URL", "")
    if not asal.startswith("postgres"):
        sys.exit("Isi ASN_DATABASE_URL dengan alamat PostgreSQL yang boleh membuat basis data.")
    dengan_database(asal, lambda: ukur(opsi.jumlah, opsi.pekerja, opsi.putaran))


def dengan_database(asal: str, pekerjaan: Callable[[], None]) -> None:
    """A database of its own for as long as `pekerjaan` lasts."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asn_karier.settings.dev")
    os.environ["ASN_PERAN_PROSES"] = "perawatan"
    os.environ["ASN_DATABASE_URL"] = urlunsplit(urlsplit(asal)._replace(path=f"/{DB}"))
    di_server(asal, f"CREATE DATABASE {DB}")
    try:
        pekerjaan()
    finally:
        from django.db import connections

        connections.close_all()
        di_server(asal, f"DROP DATABASE {DB} WITH (FORCE)")


if __name__ == "__main__":
    main()
