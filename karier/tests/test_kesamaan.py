"""Five hundred people over every status of every requirement: page, program, command and record agree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from typing import Any, NamedTuple

import numpy as np
import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi, aturan_per
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan, StatusRun
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.daftar import MENURUT_JENIS
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.services.evaluasi import start_run
from karier.services.hasil import Hitungan, hasil_tersimpan, simpan
from karier.tests.jalan import PER, SAAT
from karier.tests.strata import fakta_acak, pilih_strata, strata
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
BANYAK = 500
CALON = 6000
#: In parts, so that all cores share the walk.
BAGIAN = 5
_TANDA = (
    ("Terpenuhi", Status.MEMENUHI),
    ("Perlu diperiksa BKPSDM", Status.PERLU_VERIFIKASI),
    ("Tidak berlaku", Status.TIDAK_BERLAKU),
    # A right that the records fulfil on a later day, as its row says.
    ("Belum waktunya", Status.MEMENUHI),
    ("Belum", Status.BELUM),
)


class Butir(NamedTuple):
    """One requirement as anybody reads it; the date as it is written."""

    status: Status
    nilai: str
    perlu: str
    paling_cepat: str


@pytest.fixture
def _hari_ini() -> Iterator[None]:
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture(params=range(BAGIAN))
def run(_hari_ini: None, request: pytest.FixtureRequest) -> RunEvaluasi:
    """A finished run whose stored rows are those of one part of the chosen facts."""
    instansi = InstansiPabrik(kode="kabupaten-uji")
    orang = PegawaiPabrik.create_batch(BANYAK // BAGIAN, instansi=instansi)
    run = start_run(instansi=instansi, per_tanggal=PER, actor=None, at=SAAT)
    aturan = aturan_dari_versi(run.versi_aturan)
    calon = fakta_acak(20261128, CALON)
    terpilih = pilih_strata(putuskan_seluruh(calon, aturan, per=PER, tmt=run.tmt_sasaran), BANYAK)
    f = calon.pilih(terpilih[request.param :: BAGIAN])
    h = Hitungan(
        ids=np.array(sorted(p.pk for p in orang)),
        nip=np.array([int(p.nip) for p in sorted(orang, key=lambda p: p.pk)]),
        fakta=f,
        hasil=putuskan_seluruh(f, aturan, per=PER, tmt=run.tmt_sasaran),
        aturan=aturan,
        per=PER,
        tmt=run.tmt_sasaran,
    )
    simpan(run.pk, h, awal=int(h.ids[0]), akhir=int(h.ids[-1]))
    Pengguna.objects.bulk_create(Pengguna(username=p.nip, pegawai=p) for p in orang)
    RunEvaluasi.objects.filter(pk=run.pk).update(status=StatusRun.SELESAI, selesai_pada=SAAT)
    run.refresh_from_db()
    return run


def test_the_chosen_people_reach_all_that_any_of_many_reaches() -> None:
    aturan, calon = aturan_per(PER), fakta_acak(20261128, CALON)
    tmt = target_tmt(PER, aturan)
    semua = putuskan_seluruh(calon, aturan, per=PER, tmt=tmt)
    terpilih = putuskan_seluruh(calon.pilih(pilih_strata(semua, BANYAK)), aturan, per=PER, tmt=tmt)
    assert len(terpilih) == BANYAK
    assert strata(terpilih).keys() == strata(semua).keys()


def test_page_program_command_and_record_say_the_same_of_everybody(run: RunEvaluasi) -> None:
    for hasil in HasilEvaluasi.objects.filter(run=run).select_related("pegawai"):
        baris = dari_catatan(hasil, run)
        client = _masuk(hasil.pegawai)
        program = dari_program(client)
        assert program == dari_perintah(hasil.pegawai)
        for jenis in JenisPutusan:
            tampil = {k: b for k, b in program[jenis].items() if b.status is not Status.TIDAK_BERLAKU}
            assert {k: b.status for k, b in tampil.items()} == baris[jenis]
            if tampil:
                assert dari_halaman(client, jenis) == tampil


# -- the four readers -------------------------------------------------------------------------


def dari_catatan(hasil: HasilEvaluasi, run: RunEvaluasi) -> dict[JenisPutusan, dict[str, Status]]:
    """Statuses straight out of the packed numbers; those that do not apply are left out."""
    satu = hasil_tersimpan(hasil, run)
    isi = {
        j: {b.kode: unpack_status(satu.putusan(j).syarat, b.posisi) for b in MENURUT_JENIS[j]}
        for j in JenisPutusan
    }
    return {j: {k: s for k, s in d.items() if s is not Status.TIDAK_BERLAKU} for j, d in isi.items()}


def _dari_json(isi: dict[str, Any]) -> dict[JenisPutusan, dict[str, Butir]]:
    return {
        JenisPutusan(p["jenis"]): {
            s["kode"]: Butir(
                Status[s["status"]], s["nilai_teks"], s["perlu_teks"], _tanggal(s["paling_cepat"])
            )
            for s in p["syarat"]
        }
        for p in isi["putusan"]
    }


def _tanggal(iso: str | None) -> str:
    return kata.tanggal(date.fromisoformat(iso)) if iso else ""


def dari_program(client: Client) -> dict[JenisPutusan, dict[str, Butir]]:
    return _dari_json(client.get("/api/v1/saya/putusan/").json())


def dari_perintah(orang: Pegawai) -> dict[JenisPutusan, dict[str, Butir]]:
    keluaran = StringIO()
    call_command("jelaskan", nip=orang.nip, stdout=keluaran)
    return _dari_json(json.loads(keluaran.getvalue()))


def dari_halaman(client: Client, jenis: JenisPutusan) -> dict[str, Butir]:
    alamat = "" if jenis is JenisPutusan.KENAIKAN_PANGKAT else f"{jenis.value}/"
    jawaban = client.get(f"/karier/syarat/{alamat}")
    assert jawaban.status_code == 200
    pembaca = _Pembaca()
    pembaca.feed(jawaban.content.decode())
    return {k: b for k, b in pembaca.butir.items() if b.status is not Status.TIDAK_BERLAKU}


def _masuk(orang: Pegawai) -> Client:
    client = Client()
    client.force_login(Pengguna.objects.get(pegawai=orang))
    return client


class _Pembaca(HTMLParser):
    """The list of requirements of the page Syarat: id, mark, value, need, date."""

    def __init__(self) -> None:
        super().__init__()
        self.butir: dict[str, Butir] = {}
        self._kode, self._teks, self._dalam = "", "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = dict(attrs)
        if tag == "li" and isi.get("id"):
            self._kode, self._teks = str(isi["id"]), ""
        elif self._kode:
            self._teks += f"<{isi.get('class') or tag}>"

    def handle_data(self, data: str) -> None:
        if self._kode:
            self._teks += data

    def handle_endtag(self, tag: str) -> None:
        if self._kode:
            self._teks += "</>"
        if tag == "li" and self._kode:
            self.butir[self._kode] = _butir(self._teks)
            self._kode = ""


def _butir(teks: str) -> Butir:
    tanda = _cari(r"<tanda \w+>(.*?)</>", teks)
    return Butir(
        status=next(s for awal, s in _TANDA if tanda.startswith(awal)),
        nilai=_cari(r"<angka><strong>(.*?)</>", teks),
        perlu=_cari(r"<kecil>\(perlu (.*?)\)</>", teks),
        paling_cepat=_cari(r"Paling cepat terpenuhi (.*?)\.", teks),
    )


def _cari(pola: str, teks: str) -> str:
    ada = re.search(pola, teks, re.DOTALL)
    return ada[1].strip() if ada else ""
