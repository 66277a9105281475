"""Which day it is: where the person or the office is, never that of the server nor of UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest
import time_machine

from asn_karier.lib.errors import DomainError, TidakBoleh
from kinerja.enums import AwalSKP, PendekatanSKP, Rating, StatusSiklus, StatusTindak
from kinerja.models import JanjiForum, Keberatan, SiklusPenilaian
from kinerja.reports.evaluasi import evaluation_sheet
from kinerja.reports.piagam import isi_piagam
from kinerja.services.bagian import parts_to_rate
from kinerja.services.bahan import Diminta, feedback_words
from kinerja.services.delegasi import grant_delegation
from kinerja.services.kalender import events_of
from kinerja.services.penilaian import Isian, nilai
from kinerja.services.skp import start_skp
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from kinerja.tests.pabrik_skp import di_sini
from kinerja.tests.pabrik_umpan_balik import PengakuanPabrik, UmpanBalikPabrik
from kinerja.tests.pabrik_warga import JanjiPabrik, TopikPabrik
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatJabatanPabrik,
    UnitKerjaPabrik,
)

pytestmark = pytest.mark.django_db
#: Half an hour into 6 December in Nabire, still 5 December in Jakarta and in UTC.
LEWAT_TENGAH_MALAM: Final = datetime(2026, 12, 5, 15, 30, tzinfo=UTC)


@pytest.fixture
def nabire() -> Instansi:
    instansi: Instansi = InstansiPabrik(kode="nabire", zona_waktu="Asia/Jayapura")
    return instansi


@pytest.fixture
def atasan(nabire: Instansi) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=nabire))
    return akun


@pytest.fixture
def orang(nabire: Instansi, atasan: Pengguna) -> Pegawai:
    orang: Pegawai = PegawaiPabrik(pelaksana=True, instansi=nabire, atasan=atasan.pegawai)
    return orang


@pytest.fixture
def siklus(nabire: Instansi) -> SiklusPenilaian:
    siklus: SiklusPenilaian = SiklusPabrik(instansi=nabire, status=StatusSiklus.DIBUKA)
    return siklus


def test_a_delegation_begins_and_ends_with_the_day_of_the_leader(
    atasan: Pengguna, orang: Pegawai, siklus: SiklusPenilaian
) -> None:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=siklus.instansi))
    isian = [Isian(orang.pk, Rating.SESUAI_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, "", None)]
    beri = {"penerima": akun.pegawai, "actor": atasan, "at": LEWAT_TENGAH_MALAM}
    with pytest.raises(DomainError):
        grant_delegation(sampai=date(2026, 12, 5), **beri)
    baris = grant_delegation(sampai=date(2026, 12, 6), **beri)
    assert baris.mulai == date(2026, 12, 6)
    with time_machine.travel(LEWAT_TENGAH_MALAM, tick=False):
        nilai(siklus=siklus, isian=isian, actor=akun, at=LEWAT_TENGAH_MALAM, untuk=atasan.pegawai_id)
    besok = datetime(2026, 12, 6, 15, 30, tzinfo=UTC)
    with time_machine.travel(besok, tick=False), pytest.raises(TidakBoleh):
        nilai(siklus=siklus, isian=isian, actor=akun, at=besok, untuk=atasan.pegawai_id)


def test_a_plan_is_of_the_post_of_the_day_where_the_person_works(orang: Pegawai) -> None:
    di_sini(orang.instansi)
    baru = JabatanPabrik(nama="Pengelola Data")
    RiwayatJabatanPabrik(pegawai=orang, jabatan=baru, tmt=date(2026, 12, 6))
    skp = start_skp(
        pegawai=orang, tahun=2026, awal=AwalSKP.KOSONG, pendekatan=PendekatanSKP.KUALITATIF,
        actor=PenggunaPabrik(pegawai=orang), at=LEWAT_TENGAH_MALAM,
    )  # fmt: skip
    assert skp.jabatan == baru


def test_the_calendar_names_the_day_of_the_instansi(siklus: SiklusPenilaian) -> None:
    siklus.dibuka_pada = LEWAT_TENGAH_MALAM
    assert next(a.hari for a in events_of(siklus, ZoneInfo("Asia/Jayapura")) if a.teks == "Dibuka") == date(
        2026, 12, 6
    )


def test_a_paper_is_dated_where_it_was_signed(atasan: Pengguna, orang: Pegawai) -> None:
    p = PenilaianPabrik(
        pegawai=orang, tahun=2026, penilai=atasan.pegawai, ditetapkan_oleh=atasan,
        ditetapkan_pada=LEWAT_TENGAH_MALAM,
    )  # fmt: skip
    tanda = evaluation_sheet(p, None)["tanda_tangan"][1]
    assert "6 Desember 2026" in tanda["tempat_tanggal"]


def test_a_piagam_is_dated_where_it_was_given(atasan: Pengguna, orang: Pegawai) -> None:
    p = PengakuanPabrik(pegawai=orang, penetap=atasan.pegawai, diputuskan_pada=LEWAT_TENGAH_MALAM)
    assert "6 Desember 2026" in isi_piagam(p)["tempat_tanggal"]


def test_feedback_beside_a_rating_names_the_day_of_the_person(
    atasan: Pengguna, orang: Pegawai, siklus: SiklusPenilaian
) -> None:
    UmpanBalikPabrik(pegawai=orang, dikirim_pada=LEWAT_TENGAH_MALAM)
    bagian = parts_to_rate(siklus, penilai_id=atasan.pegawai_id)
    [bahan] = feedback_words(Diminta(siklus, bagian, atasan), orang)
    assert "6 Desember 2026" in bahan.rincian[0]


def test_an_objection_has_the_number_of_its_own_year() -> None:
    assert Keberatan(pk=7, diajukan_pada=datetime(2026, 12, 31, 21, 0, tzinfo=UTC)).nomor == "KEB-2027-000007"


def test_a_promise_is_late_by_the_clock_of_its_office_at_the_desk_too(nabire: Instansi) -> None:
    """The unit has a clock of its own, or that of the instansi."""
    barat = UnitKerjaPabrik(instansi=nabire, zona_waktu="Asia/Jakarta")
    sini, jauh = (
        JanjiPabrik(topik=TopikPabrik(unit=unit), tenggat=date(2026, 12, 5))
        for unit in (UnitKerjaPabrik(instansi=nabire), barat)
    )
    lewat = JanjiForum.objects.lewat_tenggat(LEWAT_TENGAH_MALAM)
    assert list(lewat) == [sini]
    assert set(JanjiForum.objects.lewat_tenggat(datetime(2026, 12, 5, 17, 0, tzinfo=UTC))) == {sini, jauh}
    assert not JanjiForum.objects.lewat_tenggat(datetime(2026, 12, 5, 14, 0, tzinfo=UTC)).exists()
    JanjiForum.objects.update(status=StatusTindak.DIJALANKAN, selesai=date(2026, 12, 20))
    assert not JanjiForum.objects.lewat_tenggat(datetime(2027, 1, 5, tzinfo=UTC)).exists()
