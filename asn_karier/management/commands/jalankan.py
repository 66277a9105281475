"""`make run`: database, demo regency, web server and worker, all in the foreground of one terminal."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from karier.services.contoh_akun import akun_contoh
from karier.services.contoh_belajar_rencana import propose_allocation
from karier.services.contoh_talenta import convene_committee
from pegawai.models import Instansi

SIAP_DETIK = 60
BERHENTI_DETIK = 15
#: Few, so that the first start stays quick.
PEGAWAI_DI_SINI = 60


class Command(BaseCommand):
    help = "Menyiapkan basis data dan contoh, lalu menjalankan web dan pekerja sampai Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--pegawai", type=int, default=400, help="banyaknya pegawai contoh")
        parser.add_argument("--tanpa-contoh", action="store_true", help="mulai dengan basis data kosong")

    def handle(self, *args: Any, port: int, pegawai: int, tanpa_contoh: bool, **options: Any) -> None:
        _pastikan_port_bebas(port)
        _buang_contoh_setengah_jadi()
        self.stdout.write("Menyiapkan basis data ...")
        call_command("migrate", verbosity=0, interactive=False)
        if not tanpa_contoh:
            self._siapkan_contoh(pegawai)
        self._layani(port)

    def _siapkan_contoh(self, pegawai: int) -> None:
        """Make the demo once; a half-made one (marked) never stays."""
        if Instansi.objects.exists():
            return
        penanda = _penanda()
        penanda.parent.mkdir(parents=True, exist_ok=True)
        penanda.touch()
        self.stdout.write(f"Membuat contoh: {pegawai} pegawai simulasi Kabupaten Batang Hari ...")
        folder = str(penanda.parent)
        call_command("buat_contoh", "--berkas", folder, pegawai=pegawai, stdout=self.stderr)
        per = timezone.localdate().isoformat()
        call_command("evaluasi", "--instansi", "batanghari", "--per", per, "--tunggu", stdout=self.stderr)
        call_command("buat_uji_coba", stdout=self.stderr)
        self._siapkan_di_sini(folder, per)
        penanda.unlink()

    def _siapkan_di_sini(self, folder: str, per: str) -> None:
        """A small government in another time zone that writes its SKP here: a cycle in every phase."""
        self.stdout.write(f"Membuat contoh kedua: {PEGAWAI_DI_SINI} pegawai simulasi Nabire (WIT) ...")
        call_command(
            "buat_contoh", "--di-sini", "--berkas", f"{folder}/nabire", instansi="nabire",
            pegawai=PEGAWAI_DI_SINI, stdout=self.stderr,
        )  # fmt: skip
        call_command("evaluasi", "--instansi", "nabire", "--per", per, "--tunggu", stdout=self.stderr)
        for kode in ("batanghari", "nabire"):
            propose_allocation(kode=kode, at=timezone.now())
            convene_committee(kode=kode, at=timezone.now())

    def _layani(self, port: int) -> None:
        """Run both processes until one ends or the terminal says stop; leave none behind."""
        # Also when started in the background, where a shell lets Ctrl-C be ignored.
        for nomor in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(nomor, _sebagai_ctrl_c)
        anak = [_mulai_web(port), _mulai_pekerja()]
        try:
            _tunggu_siap(port, anak)
            self._sambut(port)
            while all(proses.poll() is None for proses in anak):
                time.sleep(0.5)
            kode = ", ".join(str(proses.poll()) for proses in anak)
            raise CommandError(
                f"Web atau pekerja berhenti sendiri (web, pekerja: {kode}). Baca pesan di atas."
            )
        except KeyboardInterrupt:
            self.stdout.write("\nMenghentikan ...")
        finally:
            _hentikan(anak)

    def _sambut(self, port: int) -> None:
        self.stdout.write(self.style.SUCCESS(f"\nBuka http://localhost:{port}/  (berhenti: Ctrl-C)"))
        for akun in akun_contoh():
            self.stdout.write(f"  {akun.sebutan:<38} {akun.username:<20} kata sandi: {akun.sandi}")
        self.stdout.write(f"  Halaman pengelola (HR): http://localhost:{port}/kelola/")
        self.stdout.write(f"  REST untuk pemrogram:  http://localhost:{port}/api/v1/dokumen/\n")
        self.stdout.flush()


def _penanda() -> Path:
    """Exists while the demo is being made."""
    return Path(settings.VAR_DIR) / "contoh" / "sedang-dibuat"


def _buang_contoh_setengah_jadi() -> None:
    """An interrupted first start left half a demo in the embedded database: begin again."""
    basis = settings.DATABASES["default"]
    if _penanda().exists() and basis["ENGINE"] == "django.db.backends.sqlite3":
        for akhiran in ("", "-wal", "-shm"):
            Path(f"{basis['NAME']}{akhiran}").unlink(missing_ok=True)


def _pastikan_port_bebas(port: int) -> None:
    with socket.socket() as uji:
        uji.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            uji.bind(("127.0.0.1", port))
        except OSError as salah:
            raise CommandError(
                f"Port {port} sedang dipakai program lain. Tutup program itu, "
                f"atau pilih port lain: make run PORT={port + 1}"
            ) from salah
        except OverflowError as salah:
            raise CommandError("Nomor port antara 1 dan 65535.") from salah


def _mulai(perintah: str, **lingkungan: str) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches only this command, which then stops both in order.
    return subprocess.Popen(  # noqa: S603 - fixed words and a port number
        [sys.executable, "-m", *perintah.split()],
        env={**os.environ, **lingkungan},
        start_new_session=True,
        preexec_fn=_mati_bersama_induk,
    )


def _mati_bersama_induk() -> None:
    """Ask Linux for SIGTERM when the parent dies, even by kill -9, so that no process is left behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _mulai_web(port: int) -> subprocess.Popen[bytes]:
    return _mulai(
        f"gunicorn asn_karier.wsgi --bind 127.0.0.1:{port} --threads 4 --log-level warning",
        ASN_PERAN_PROSES="web",
    )


def _mulai_pekerja() -> subprocess.Popen[bytes]:
    return _mulai(
        "celery --quiet -A asn_karier worker --loglevel WARNING --without-gossip --without-mingle",
        ASN_PERAN_PROSES="worker",
    )


def _tunggu_siap(port: int, anak: list[subprocess.Popen[bytes]]) -> None:
    batas = time.monotonic() + SIAP_DETIK
    while time.monotonic() < batas:
        if any(proses.poll() is not None for proses in anak):
            raise CommandError("Web atau pekerja tidak dapat mulai. Baca pesan di atas.")
        try:
            with urlopen(f"http://127.0.0.1:{port}/akun/masuk/", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise CommandError(f"Web belum menjawab setelah {SIAP_DETIK} detik.")


def _sebagai_ctrl_c(_nomor: int, _bingkai: FrameType | None) -> None:
    raise KeyboardInterrupt


def _hentikan(anak: list[subprocess.Popen[bytes]]) -> None:
    for proses in anak:
        if proses.poll() is None:
            proses.terminate()
    batas = time.monotonic() + BERHENTI_DETIK
    for proses in anak:
        try:
            proses.wait(timeout=max(0.1, batas - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(proses.pid, signal.SIGKILL)
            proses.wait()
