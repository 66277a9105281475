"""`manage.py periksa_sertifikat KODE [--kunci kunci.json]`: check a QR code without network or database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.management.base import CommandError, CommandParser

from asn_karier.lib.errors import DomainError
from asn_karier.lib.perintah import PerintahJson
from asn_karier.lib.tanda import baca64, baca_publik, kunci_publik, sah
from pegawai.rules.surat_bertanda import baca_muatan, pisah_kode


class Command(PerintahJson):
    help = (
        "Periksa isi kotak QR sertifikat tanpa jaringan dan tanpa basis data. KODE boleh alamat lengkap yang "
        "terbaca dari kotak QR. --kunci: kunci publik penerbit (publik/sertifikat/kunci.json)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kode", metavar="KODE")
        parser.add_argument("--kunci", type=Path, metavar="KUNCI.json")

    def jalankan(self, **opsi: Any) -> dict[str, Any]:
        kunci = _baca_kunci(opsi["kunci"]) if opsi["kunci"] else list(kunci_publik().values())
        bagian, tanda = pisah_kode(_kode(opsi["kode"]))
        muatan = baca64(bagian).decode(errors="replace")
        if not any(sah(muatan, tanda, publik) for publik in kunci):
            raise DomainError("kode_berubah", "Kode ini tidak cocok: ada yang berubah, atau kuncinya lain.")
        isi = baca_muatan(muatan)
        return {"asli": True, **isi._asdict(), "catatan": "Pencabutan hanya diketahui penerbitnya."}


def _kode(teks: str) -> str:
    return parse_qs(urlsplit(teks).query).get("k", [teks])[0]


def _baca_kunci(berkas: Path) -> list[Ed25519PublicKey]:
    try:
        isi = json.loads(berkas.read_text())
        return [baca_publik(str(k)) for k in isi.values()]
    except (OSError, ValueError, AttributeError) as salah:
        raise CommandError(f"{berkas} bukan berkas kunci publik. Unduh ulang kunci.json penerbit.") from salah
