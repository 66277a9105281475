"""The 38 kinds of files that go wrong: time and memory of each, every file in a process of its own.

    python -m bench.berkas            prints a table; exit code 1 when a file takes over 5 s or 150 MB

A child opens a fresh copy of a migrated SQLite file, brings one sound file to warm up, then goes through the
upload page, the check, the preview and Simpan with the file under test. Memory is the growth of the peak
resident size over the moment before the upload; making the file is done by the parent and not counted.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

MAKS_DETIK: Final = 5.0
MAKS_MB: Final = 150.0
BERKAS: Final = Path(__file__)


def _django(basis: Path) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "asn_karier.settings.test"
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = str(basis)
    django.setup()
    settings.MEDIA_ROOT = str(basis.parent)
    from django.test.utils import setup_test_environment

    setup_test_environment()


def _siapkan(basis: Path) -> None:
    """The migrated database with one instansi, and every file beside it."""
    _django(basis)
    from django.core.management import call_command

    from pegawai.tests.berkas_buatan import nip
    from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
    from pegawai.tests.test_berkas_38 import SEMUA, dasar

    call_command("migrate", verbosity=0)
    PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), nip=nip(90))
    hr_dari(InstansiPabrik(kode="batanghari"), username="hr")
    for urut, kasus in enumerate(SEMUA):
        (basis.parent / f"{urut}.isi").write_bytes(kasus.buat(dasar()))


def _satu(basis: Path, urut: int) -> dict[str, object]:
    """One file in this process."""
    _django(basis)
    from django.test import Client

    from pegawai.models import Instansi, Pengguna
    from pegawai.tests.berkas_pintu import lewat_pintu
    from pegawai.tests.test_berkas_38 import SEMUA, dasar

    kasus, client = SEMUA[urut], Client()
    client.force_login(Pengguna.objects.get(username="hr"))
    instansi = Instansi.objects.get(kode="batanghari")
    lewat_pintu(client, instansi, "siasn", "panas.xlsx", dasar().ubah(0, "NIP BARU", "x").xlsx())
    isi = (basis.parent / f"{urut}.isi").read_bytes()
    awal, mulai = _puncak(), time.perf_counter()
    hasil = lewat_pintu(client, instansi, "siasn", kasus.nama, isi)
    return {
        "kode": kasus.kode,
        "judul": kasus.judul,
        "detik": time.perf_counter() - mulai,
        "mb": (_puncak() - awal) / 1024,
        "byte": len(isi),
        "hasil": hasil.kode or (f"{len(hasil.ditolak)} baris ditolak" if hasil.ditolak else "terbaca"),
    }


def _puncak() -> int:
    """Peak resident size in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _jalankan(*argumen: str) -> str:
    perintah = [sys.executable, "-m", "bench.berkas", *argumen]
    return subprocess.run(perintah, check=True, capture_output=True, text=True).stdout


def main() -> int:
    """Prints the table; 1 when a file is over the limits."""
    lebih = 0
    with tempfile.TemporaryDirectory() as folder:
        induk = Path(folder) / "induk.sqlite3"
        _jalankan("siapkan", str(induk))
        print("| jenis | berkas | byte | detik | MB | hasil |\n|---|---|--:|--:|--:|---|")
        for urut in range(len(list(Path(folder).glob("*.isi")))):
            basis = Path(folder) / "satu.sqlite3"
            shutil.copy(induk, basis)
            h = json.loads(_jalankan("satu", str(basis), str(urut)))
            lebih += h["detik"] > MAKS_DETIK or h["mb"] > MAKS_MB
            print(
                f"| {h['kode']} | {h['judul']} | {h['byte']:,} | {h['detik']:.2f} | {h['mb']:.0f} "
                f"| {h['hasil']} |",
                flush=True,
            )
    print(f"\n{lebih} di atas {MAKS_DETIK:g} s atau {MAKS_MB:g} MB")
    return int(lebih > 0)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["siapkan", basis]:
            _siapkan(Path(basis))
        case ["satu", basis, urut]:
            print(json.dumps(_satu(Path(basis), int(urut))))
        case _:
            sys.exit(main())
