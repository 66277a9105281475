"""The accounts of the demo: what they are called, and the file that tells them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from pegawai.models import Pegawai, Pengguna
from pegawai.services.akun import buat_akun

SANDI: Final = "contoh-karier-2026"


@dataclass(frozen=True, slots=True)
class AkunContoh:
    sebutan: str
    username: str
    sandi: str = SANDI


def akun_contoh() -> list[AkunContoh]:
    """The demo accounts of this installation; empty when no demo was loaded here."""
    berkas = _berkas_akun()
    return [AkunContoh(**isi) for isi in json.loads(berkas.read_text())] if berkas.exists() else []


def add_accounts(akun: Iterable[AkunContoh]) -> None:
    """Tell these too."""
    semua = [*akun_contoh(), *akun]
    _berkas_akun().parent.mkdir(parents=True, exist_ok=True)
    _berkas_akun().write_text(json.dumps([asdict(a) for a in semua]))


def open_account(sebutan: str, pegawai: Pegawai, at: datetime) -> AkunContoh:
    """Give the account of this person the published password; whoever is two things is told twice."""
    pengguna = account_of(pegawai, at)
    if not pengguna.has_usable_password():
        pengguna.set_password(SANDI)
        pengguna.save(update_fields=["password"])
    return AkunContoh(sebutan, pengguna.username)


def account_of(pegawai: Pegawai, at: datetime) -> Pengguna:
    """The account of this person, new where there is none yet."""
    ada = Pengguna.objects.filter(pegawai=pegawai).first()
    return ada or buat_akun(pegawai=pegawai, actor=None, at=at)


def _berkas_akun() -> Path:
    return Path(settings.VAR_DIR) / "contoh" / "akun.json"
