"""Announced ratings that go to SIASN, and the way back."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.services.siasn_ekspor import prepare_export
from kinerja.tests.bantu_siasn import cek_berkas
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from pegawai.enums import StatusEkspor
from pegawai.models import Impor, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    hr_dari,
)


class Dunia:
    """Three people: rated here and announced in a year and a quarter, one of them without PNS ID."""

    def __init__(self) -> None:
        self.instansi = InstansiPabrik(kode="batanghari")
        self.hr: Pengguna = hr_dari(self.instansi)
        self.penilai = PegawaiPabrik(struktural=True, instansi=self.instansi, nama="=Penilai Contoh")
        self.orang: list[Pegawai] = [
            PegawaiPabrik(
                fungsional=True, instansi=self.instansi, atasan=self.penilai, nama=f"Orang {n}",
                siasn_id=f"{n}" * 32 if n < 2 else None,
            )
            for n in range(3)
        ]  # fmt: skip
        siklus = None
        for orang in self.orang:
            PenilaianPabrik(pegawai=orang, penilai=self.penilai)
            isi = {"siklus": siklus} if siklus else {}
            siklus = EvaluasiPabrik(pegawai=orang, penilai=self.penilai, **isi).siklus
        self.siklus = siklus

    @property
    def tahun(self) -> str:
        return f"{self.instansi.pk}-2025-tahunan-0"

    @property
    def triwulan(self) -> str:
        return f"{self.instansi.pk}-2026-triwulan-3"

    def unduh(self, periode: str, bentuk: str = "json", isi: str = "semua", pengguna: Any = None) -> Any:
        client = Client()
        client.force_login(pengguna or self.hr)
        alamat = reverse("admin:kinerja_siasn_unduh", args=[bentuk])
        return client.get(alamat, {"periode": periode, "isi": isi})

    def objek(self, periode: str, isi: str = "semua") -> list[dict[str, Any]]:
        hasil: list[dict[str, Any]] = json.loads(self.unduh(periode, isi=isi).content)
        return hasil

    def status(self, periode: str) -> dict[StatusEkspor, int]:
        return {s: n for s, n in prepare_export(kunci=periode, pengguna=self.hr).jumlah.items() if n}


def balik(d: Dunia, objek: list[dict[str, Any]], jenis: str = "skp22") -> Impor:
    return cek_berkas(d.instansi, "siasn.json", json.dumps(objek).encode(), jenis)
