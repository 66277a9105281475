"""The world of `dunia`, and the programs that come to it."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from asn_karier.api.skema import openapi
from asn_karier.tests.dunia import Dunia, buat_dunia
from asn_karier.tests.kebijakan import KUNCI
from asn_karier.tests.rute import semua_rute
from pegawai.enums import CakupanApi
from pegawai.models import Instansi, UnitKerja
from pegawai.services.klien import revoke_klien
from pegawai.tests.pabrik_klien import Program, klien_baru, token_untuk


class Kedatangan:
    """The world, and the programs that come to it."""

    def __init__(self) -> None:
        self.dunia: Dunia = buat_dunia()
        sini, sana = self.dunia.instansi, Instansi.objects.get(kode="nabire")
        self.penuh = klien_baru(sini)
        lain_unit = UnitKerja.objects.get(nama="Kantor Lain")
        dicabut = klien_baru(sini)
        token = token_untuk(dicabut.klien)
        revoke_klien(klien=dicabut.klien, actor=None, alasan="uji")
        self.klien = {
            "penuh": self.penuh.klien,
            "tanpa_cakupan": self.penuh.klien,
            "lain": klien_baru(sana).klien,
            "unit_lain": klien_baru(sini, unit=lain_unit).klien,
        }
        self.token_dicabut = token

    def program(self, siapa: str, nama: str) -> Client:
        if siapa == "dicabut":
            return Client(headers={"authorization": f"Bearer {self.token_dicabut}"})
        cakupan = None
        if siapa == "tanpa_cakupan":
            cakupan = {c.value for c in CakupanApi} - _diminta(nama)
        return Program(self.klien[siapa], cakupan)


def _diminta(nama: str) -> set[str]:
    """The last scope that an address asks for, as OpenAPI says."""
    jalan = next(j for n, j in jalan_openapi() if n == nama)
    operasi = next(iter(openapi()["paths"][jalan].values()))
    return {operasi["security"][0]["Klien"][-1]}


def jalan_openapi() -> list[tuple[str, str]]:
    """Name and OpenAPI path of every address that answers programs."""
    hasil = []
    for r in semua_rute():
        if r.nama.startswith("api_") and not r.nama.startswith(("api_dokumen", "api_openapi")):
            pola = r.pola.replace("<uuid:id>", "{id}").replace("<slug:", "{").replace(">", "}")
            hasil.append((r.nama, f"/{pola}"))
    return hasil


def alamat(k: Kedatangan, nama: str) -> str:
    return reverse(nama, args=KUNCI[nama](k.dunia) if nama in KUNCI else [])


def minta_program(k: Kedatangan, siapa: str, nama: str) -> Any:
    program, tujuan = k.program(siapa, nama), alamat(k, nama)
    if nama == "api_pegawai_cari":
        return program.post(tujuan, {"nip": [k.dunia.diri.nip]}, content_type="application/json")
    return program.get(tujuan)


def kode_galat(jawaban: Any) -> tuple[int, str]:
    """Status and code of a refusal, which has the whole shape of RFC 9457."""
    isi = jawaban.json()
    assert jawaban["Content-Type"] == "application/problem+json"
    assert isi["cara_memperbaiki"]
    assert isi["id_permintaan"]
    return jawaban.status_code, isi["kode"]
