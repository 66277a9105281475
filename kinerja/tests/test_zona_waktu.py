"""Three offices, three clocks: a deadline is told and kept where the person works, and names the zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusSiklus
from kinerja.models import Keberatan, SiklusPenilaian
from kinerja.services.keberatan_baca import in_short
from kinerja.services.tenggat import filling_deadline, is_late, rating_end
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from kinerja.tests.pabrik_keberatan import Pihak, ajukan, pihak_pabrik
from kinerja.tests.pabrik_realisasi import isi as isikan
from kinerja.tests.pabrik_realisasi import kirim, siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_360 import Tim, terbuka
from kinerja.tests.pabrik_umpan_360 import akun as akun_360
from kinerja.tests.pabrik_umpan_balik import ArahanPabrik, PenerimaPabrik
from kinerja.tests.pabrik_warga import JanjiPabrik, TopikPabrik
from pegawai.models import Pegawai, Pengguna, UnitKerja
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
#: Inside every deadline below.
SAAT: Final = datetime(2026, 10, 5, 2, 0, tzinfo=UTC)
ZONA: Final = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
#: How many hours before midnight of UTC the day ends.
SELISIH: Final = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
TENGGAT = re.compile(r"pukul 23\.59 ?(WIB|WITA|WIT)?\b")
JAM = re.compile(r"pukul \d\d\.\d\d(?! (?:WIB|WITA|WIT)\b)")


class Kantor(NamedTuple):
    """One office far from its leader, with everything that has a last day. `jam`: the name of its zone."""

    jam: str
    zona: str
    akun: Pengguna
    atasan: Pengguna
    unit: UnitKerja
    siklus: SiklusPenilaian
    alamat: dict[str, str]


@pytest.fixture(params=list(ZONA))
def kantor(request: pytest.FixtureRequest) -> Iterator[Kantor]:
    with time_machine.travel(SAAT, tick=False):
        yield _kantor(request.param)


def _kantor(zona: str) -> Kantor:
    """The instansi is on the clock of Jakarta; the leader always works in another zone than the office."""
    instansi = InstansiPabrik(kode="batanghari", zona_waktu="Asia/Jakarta")
    unit = UnitKerjaPabrik(instansi=instansi, nama="Kantor Contoh", zona_waktu=zona)
    lain = UnitKerjaPabrik(instansi=instansi, zona_waktu=_lain(zona))
    atasan = PegawaiPabrik(struktural=True, instansi=instansi, unit=lain)
    orang = PegawaiPabrik(pelaksana=True, instansi=instansi, unit=unit, atasan=atasan)
    siklus = siklus_pabrik(instansi)
    skp = skp_pabrik(orang)
    akun = PenggunaPabrik(pegawai=orang)
    topik = TopikPabrik(unit=unit)
    JanjiPabrik(topik=topik)
    penerima = PenerimaPabrik(pegawai=orang, arahan=ArahanPabrik(pemberi=atasan))
    hasil = PenilaianPabrik(pegawai=orang, tahun=2025, diumumkan_pada=SAAT, penilai=atasan)
    terbuka(Tim(atasan, orang, [], []), batas=date(2027, 1, 31))
    alamat = {
        "realisasi": reverse("kinerja:realisasi", args=[siklus.pk, skp.pk]),
        "refleksi": reverse("kinerja:refleksi", args=[siklus.pk]),
        "arahan": reverse("kinerja:arahan_saya", args=[penerima.pk]),
        "arahan_daftar": reverse("kinerja:arahan"),
        "umpan_360": reverse("kinerja:umpan_360"),
        "keberatan": reverse("kinerja:hasil_satu", args=["tahunan", hasil.pk]),
        "keberatan_ajukan": reverse("kinerja:keberatan_ajukan", args=["tahunan", hasil.pk]),
        "saya": reverse("kinerja:saya"),
        "beranda": reverse("karier:beranda"),
        "forum": reverse("publik:forum", args=[instansi.kode]),
        "topik": reverse("publik:topik", args=[instansi.kode, topik.pk]),
    }
    return Kantor(ZONA[zona], zona, akun, akun_360(atasan), unit, siklus, alamat)


def _lain(zona: str) -> str:
    semua = list(ZONA)
    return semua[(semua.index(zona) + 1) % len(semua)]


def tenggat(isi: str) -> set[str]:
    """Zones of every last minute on a page; '' where one names none."""
    return set(TENGGAT.findall(isi))


def buka(akun: Pengguna | None, url: str) -> str:
    jawaban = (masuk(akun) if akun else Client()).get(url)
    assert jawaban.status_code == 200, url
    return jawaban.content.decode()


# -- what pages say ----------------------------------------------------------------------------------------

MILIK_SAYA: Final = (
    "realisasi", "refleksi", "arahan", "arahan_daftar", "umpan_360", "keberatan", "keberatan_ajukan", "saya",
    "beranda",
)  # fmt: skip


@pytest.mark.parametrize("halaman", MILIK_SAYA)
def test_pages_of_the_person_are_on_the_clock_of_their_office(kantor: Kantor, halaman: str) -> None:
    isi = buka(kantor.akun, kantor.alamat[halaman])
    assert tenggat(isi) == {kantor.jam}
    assert JAM.findall(isi) == []


@pytest.mark.parametrize("halaman", ["forum", "topik"])
def test_promises_to_citizens_are_on_the_clock_of_the_office(kantor: Kantor, halaman: str) -> None:
    assert tenggat(buka(None, kantor.alamat[halaman])) == {kantor.jam}


def test_the_day_to_rate_is_told_on_the_clock_of_who_rates(kantor: Kantor) -> None:
    """To the leader, and to the person who waits for it."""
    jam = ZONA[_lain(kantor.zona)]
    url = reverse("kinerja:penilaian_tim", args=[kantor.siklus.pk])
    assert tenggat(buka(kantor.atasan, url)) == {jam}
    skp = kantor.akun.pegawai.skp.get()
    isikan(skp, kantor.siklus, kantor.akun, at=SAAT)
    kirim(skp, kantor.siklus, kantor.akun, at=SAAT)
    terkirim = reverse("kinerja:realisasi_terkirim", args=[kantor.siklus.pk, skp.pk])
    assert f"menilai paling lambat 30 Oktober 2026 pukul 23.59 {jam}" in buka(kantor.akun, terkirim)


def test_a_leader_reads_when_a_direction_ends_for_each_recipient(kantor: Kantor) -> None:
    arahan = kantor.akun.pegawai.arahan.get().arahan
    isi = buka(kantor.atasan, reverse("kinerja:arahan_satu", args=[arahan.pk]))
    assert tenggat(isi) == {kantor.jam}
    assert "menurut jam unit penerima" in isi
    assert "menurut jam unit penerima" in buka(kantor.atasan, reverse("kinerja:arahan_diberikan"))


# -- the last second ---------------------------------------------------------------------------------------


def akhir(hari: date, zona: str) -> datetime:
    """The first moment after a day where `zona` holds."""
    return datetime(hari.year, hari.month, hari.day, 24 - SELISIH[zona], tzinfo=UTC)


def test_realisation_is_late_from_midnight_of_the_office_on(kantor: Kantor) -> None:
    orang, batas = kantor.akun.pegawai, akhir(date(2026, 10, 15), kantor.zona)
    tenggat = filling_deadline(kantor.siklus, orang)
    assert not tenggat.lewat(batas - timedelta(seconds=1))
    assert tenggat.lewat(batas)
    url = kantor.alamat["realisasi"]
    with time_machine.travel(batas - timedelta(seconds=1), tick=False):
        assert "sudah lewat" not in buka(kantor.akun, url)
    with time_machine.travel(batas, tick=False):
        assert f"Batas 15 Oktober 2026 pukul 23.59 {kantor.jam} sudah lewat." in buka(kantor.akun, url)


@pytest.mark.parametrize("zona", ZONA)
def test_rating_is_late_from_midnight_of_the_rater_on(zona: str) -> None:
    unit = UnitKerjaPabrik(instansi=InstansiPabrik(kode="batanghari"), zona_waktu=zona)
    atasan = PegawaiPabrik(struktural=True, unit=unit)
    timur = UnitKerjaPabrik(instansi=unit.instansi, zona_waktu=_lain(zona))
    PegawaiPabrik(pelaksana=True, atasan=atasan, unit=timur)
    siklus = SiklusPabrik(instansi=unit.instansi, status=StatusSiklus.DIBUKA)
    akun, batas = PenggunaPabrik(pegawai=atasan), akhir(date(2027, 1, 31), zona)
    url = reverse("kinerja:penilaian_tim", args=[siklus.pk])
    assert rating_end(siklus, zona) == batas
    for saat, lewat in ((batas - timedelta(seconds=1), False), (batas, True)):
        assert is_late(siklus, zona, saat) is lewat
        with time_machine.travel(saat, tick=False):
            assert ("sudah lewat" in buka(akun, url)) is lewat


@pytest.mark.parametrize("lebih", [-1, 0])
@pytest.mark.parametrize("zona", ZONA)
def test_an_objection_is_late_from_midnight_of_the_person_on(zona: str, lebih: int) -> None:
    p = _di(pihak_pabrik(), zona)
    saat = akhir(date(2027, 2, 9), zona) + timedelta(seconds=lebih)
    assert _diajukan(p, saat).terlambat is (lebih == 0)


@pytest.mark.parametrize("zona", ZONA)
def test_its_decision_is_late_from_midnight_of_the_person_on(zona: str) -> None:
    k = _diajukan(_di(pihak_pabrik(), zona), akhir(date(2027, 2, 9), zona))
    putus = k.batas_putusan
    assert putus.astimezone(UTC).hour == 24 - SELISIH[zona]
    assert in_short(k, at=putus - timedelta(seconds=1)).lewat == ""
    assert ZONA[zona] in in_short(k, at=putus).lewat
    assert in_short(k, at=putus).batas.endswith(f"pukul 23.59 {ZONA[zona]}")


def _di(p: Pihak, zona: str) -> Pihak:
    unit = UnitKerjaPabrik(instansi=p.orang.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=p.orang.pk).update(unit=unit)
    return p


def _diajukan(p: Pihak, at: datetime) -> Keberatan:
    return Keberatan.objects.select_related("pegawai__unit", "pegawai__instansi").get(pk=ajukan(p, at=at).pk)
