"""What an evaluation run costs: `python -m bench.evaluasi --jumlah 100000` (PostgreSQL only).

In one run, medians of three interleaved rounds:
- the run: one worker process, from start_run to the closed run (`manage.py evaluasi --tunggu`);
- (a) bench.naif, the frozen per-object loop, over a sample of 1,000 people, digest checked against ours;
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
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2

PUTARAN = 3
# A run of another day is a simulation, which makes no recommendations.
HARI_INI = datetime.now().astimezone().date().isoformat()
SAMPEL = 1_000
DB = f"asn_bench_{os.getpid()}"


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


def ukur_run() -> tuple[dict[str, Any], float]:
    """One worker process; its own clock, and its peak memory in MB (ru_maxrss, the same as VmHWM)."""
    proses = subprocess.Popen(
        [sys.executable, "manage.py", "evaluasi", "--instansi", "bench", "--per", HARI_INI, "--tunggu"],
        env=os.environ | {"ASN_PERAN_PROSES": "worker"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert proses.stdout is not None
    keluaran = proses.stdout.read()
    _, status, pemakaian = os.wait4(proses.pid, 0)
    assert status == 0, keluaran
    return json.loads(keluaran), pemakaian.ru_maxrss / 1024


def ukur_naif(run_id: int) -> float:
    """Seconds per person of the per-object loop; its digest must be ours."""
    import numpy as np
    from numpy.lib.recfunctions import repack_fields

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
    baris = susun_baris(hitung(kumpulkan(ids, aturan=aturan, **tanggal), aturan=aturan, **tanggal))
    # The loop decides kenaikan pangkat and kebutuhan only, and so has less to do than the run.
    kami = digest(repack_fields(baris[["nip", "fakta", "hasil"]]))
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


def laporkan(
    jumlah: int, baris: int, run: list[float], naif: list[float], lantai: list[float], mb: float
) -> None:
    kami, dasar, satu = tengah(run), tengah(lantai), tengah(naif)
    print(f"pegawai {jumlah:,}; baris masukan per pegawai {baris / jumlah:.1f}")
    print(f"run     {kami:8.2f} s  {kami / jumlah * 1e6:10.1f} us/ASN   {_semua(run)}")
    print(f"lantai  {dasar:8.2f} s  {dasar / jumlah * 1e6:10.1f} us/ASN   {_semua(lantai)}")
    print(f"naif    {satu * SAMPEL:8.2f} s  {satu * 1e6:10.1f} us/ASN   (sampel {min(SAMPEL, jumlah):,})")
    print(f"run : naif   {satu / (kami / jumlah):,.0f}x lebih cepat")
    print(f"run : lantai {kami / dasar:.2f}x")
    print(f"VmHWM pekerja {mb:.0f} MB")


def _semua(nilai: list[float]) -> str:
    return "(" + ", ".join(f"{n:.2f}" for n in nilai) + ")"


def ukur(jumlah: int) -> None:
    """Fill the database, measure three interleaved rounds, print."""
    import django

    django.setup()
    from django.core.management import call_command

    from bench import data

    call_command("migrate", verbosity=0)
    data.buat(jumlah)
    run, naif, lantai, memori, digest = [], [], [], [], set()
    for _ in range(PUTARAN):
        kosongkan()
        laporan, mb = ukur_run()
        assert (laporan["pegawai"], laporan["karantina"]) == (jumlah, 0)
        run.append(laporan["detik"])
        memori.append(mb)
        digest.add(laporan["digest"])
        lantai.append(ukur_lantai(laporan["run"]))
        naif.append(ukur_naif(laporan["run"]))
    assert len(digest) == 1, "three runs over unchanged inputs gave different digests"
    laporkan(jumlah, data.baris_masukan(), run, naif, lantai, max(memori))


def main() -> None:
    pilihan = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    pilihan.add_argument("--jumlah", type=int, default=10_000)
    jumlah = pilihan.parse_args().jumlah
    asal = os.environ.get("ASN_DATABASE_URL", "")
    if not asal.startswith("postgres"):
        sys.exit("Isi ASN_DATABASE_URL dengan alamat PostgreSQL yang boleh membuat basis data.")
    dengan_database(asal, lambda: ukur(jumlah))


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
