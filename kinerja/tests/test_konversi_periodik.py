"""Periodic angka kredit: only where the instansi wants it, signed apart, replaced by the year."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from kinerja.enums import JenisSiklus, Predikat, StatusKonversi, StatusPenilaian, StatusSiklus
from kinerja.models import (
    EvaluasiPeriodik,
    KonversiAngkaKredit,
    PengaturanKinerja,
    Penilaian,
    SiklusPenilaian,
)
from kinerja.rules.konversi_periodik import Sementara
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.services.angka_kredit import konversikan
from kinerja.services.saldo import periodic_in_balance
from kinerja.services.segarkan import refresh_conversions
from kinerja.services.siklus import close_siklus
from kinerja.services.tanda_tangan import Pilihan, fingerprint, sign_conversions
from kinerja.tests.pabrik import PakPabrik, PenilaianPabrik, SiklusPabrik
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from kinerja.tests.saldo import saldo_ak
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatJabatanPabrik,
)

pytestmark = pytest.mark.django_db
AKHIR_TAHUN = datetime(2026, 12, 20, 2, 0, tzinfo=UTC)
TAHUN_BARU = datetime(2027, 2, 1, 2, 0, tzinfo=UTC)
BAIK = Predikat.BAIK


@pytest.fixture
def atasan() -> Pengguna:
    instansi = InstansiPabrik(kode="batanghari")
    PengaturanKinerja.objects.create(instansi=instansi, konversi_periodik=True)
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=instansi))
    return akun


@pytest.fixture
def orang(atasan: Pengguna) -> Pegawai:
    """An Ahli Pertama: 12,50 a year."""
    instansi = atasan.pegawai.instansi
    orang: Pegawai = PegawaiPabrik(instansi=instansi, atasan=atasan.pegawai, nama="Pejabat Fungsional")
    jabatan = JabatanPabrik(nama="Analis", jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_PERTAMA)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=jabatan, tmt=date(2020, 1, 1))
    PakPabrik(pegawai=orang, sampai=date(2025, 12, 31), jenjang=Jenjang.AHLI_PERTAMA, jumlah_senti=1000)
    return orang


def triwulan(orang: Pegawai, ke: int, predikat: Predikat = BAIK, **lain: Any) -> EvaluasiPeriodik:
    kunci = {"instansi": orang.instansi, "tahun": 2026, "jenis": JenisSiklus.TRIWULAN, "ke": ke}
    siklus = SiklusPenilaian.objects.filter(**kunci).first() or SiklusPabrik(
        **kunci, nama=f"Triwulan {ke} 2026", status=StatusSiklus.DIBUKA
    )
    mulai, sampai = masa_siklus(2026, JenisSiklus.TRIWULAN, ke)
    evaluasi: EvaluasiPeriodik = EvaluasiPabrik(
        pegawai=orang, siklus=siklus, predikat=predikat, **{"mulai": mulai, "sampai": sampai, **lain}
    )
    return evaluasi


def konversi(orang: Pegawai, at: datetime = AKHIR_TAHUN) -> list[tuple[int, int | None, int, str]]:
    """(first month, quarter or None, senti, status) of every line."""
    konversikan(pegawai_ids=[orang.pk], tahun=2026, at=at)
    semua = KonversiAngkaKredit.objects.filter(pegawai=orang).order_by("mulai")
    return [(k.mulai.month, k.siklus and k.siklus.ke, k.nilai_senti, k.status) for k in semua]


def tanda_tangani(actor: Pengguna, at: datetime = AKHIR_TAHUN) -> None:
    semua = KonversiAngkaKredit.objects.filter(status=StatusKonversi.DRAF)
    sign_conversions(pilihan=[Pilihan(k.pk, fingerprint(k)) for k in semua], actor=actor, at=at)


def sah(orang: Pegawai) -> Any:
    return saldo_ak(orang, date(2027, 3, 1)).get("sah")


D, T = StatusKonversi.DRAF, StatusKonversi.DITANDATANGANI


def test_each_announced_quarter_adds_a_draft_line(orang: Pegawai) -> None:
    for ke in (1, 2, 3):
        triwulan(orang, ke)
    assert konversi(orang) == [(1, 1, 313, D), (4, 2, 312, D), (7, 3, 313, D)]


def test_an_instansi_that_does_not_ask_for_it_has_none(orang: Pegawai) -> None:
    PengaturanKinerja.objects.update(konversi_periodik=False)
    triwulan(orang, 1)
    assert konversi(orang) == []


def test_without_a_setting_there_is_none(orang: Pegawai) -> None:
    PengaturanKinerja.objects.all().delete()
    triwulan(orang, 1)
    assert konversi(orang) == []


@pytest.mark.parametrize("lain", [{"draf": True}, {"status": StatusPenilaian.DIKIRIM}])
def test_what_is_not_announced_is_not_converted(orang: Pegawai, lain: dict[str, Any]) -> None:
    triwulan(orang, 1, **lain)
    assert konversi(orang) == []


def test_a_quarter_that_is_not_over_is_converted_when_its_cycle_closes(orang: Pegawai) -> None:
    evaluasi = triwulan(orang, 4)
    assert konversi(orang) == []
    close_siklus(siklus=evaluasi.siklus, actor=None, at=datetime(2027, 1, 5, tzinfo=UTC))
    assert [k.nilai_senti for k in KonversiAngkaKredit.objects.all()] == [313]


def test_a_signed_line_stays_signed_while_nothing_changes(orang: Pegawai, atasan: Pengguna) -> None:
    triwulan(orang, 1)
    konversi(orang)
    tanda_tangani(atasan)
    triwulan(orang, 2)
    assert konversi(orang) == [(1, 1, 313, T), (4, 2, 312, D)]


def test_nobody_but_the_atasan_signs(orang: Pegawai) -> None:
    triwulan(orang, 1)
    konversi(orang)
    for akun in (PenggunaPabrik(pegawai=orang), PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))):
        with pytest.raises(DomainError):
            tanda_tangani(akun)
    assert konversi(orang) == [(1, 1, 313, D)]


def test_a_signed_quarter_counts_and_a_draft_does_not(orang: Pegawai, atasan: Pengguna) -> None:
    triwulan(orang, 1)
    konversi(orang)
    assert sah(orang) is None
    tanda_tangani(atasan)
    assert sah(orang) == 313


@pytest.mark.parametrize("ditandatangani", [False, True])
def test_the_year_takes_the_place_of_its_quarters(
    orang: Pegawai, atasan: Pengguna, ditandatangani: bool
) -> None:
    for ke in (1, 2, 3, 4):
        triwulan(orang, ke)
    assert sum(k[2] for k in konversi(orang, TAHUN_BARU)) == 1250
    if ditandatangani:
        tanda_tangani(atasan, TAHUN_BARU)
        assert sah(orang) == 1250
    PenilaianPabrik(pegawai=orang, tahun=2026, predikat=Predikat.SANGAT_BAIK)
    assert konversi(orang, TAHUN_BARU) == [(1, None, 1875, D)]
    tanda_tangani(atasan, TAHUN_BARU)
    assert sah(orang) == 1875
    tertanda = KonversiAngkaKredit.history.filter(status=T, siklus__isnull=False, history_type="~")
    assert tertanda.count() == (4 if ditandatangani else 0)


def test_a_yearly_predikat_before_the_year_is_over_leaves_the_quarters(orang: Pegawai) -> None:
    triwulan(orang, 1)
    PenilaianPabrik(pegawai=orang, tahun=2026)
    assert konversi(orang) == [(1, 1, 313, D)]
    assert konversi(orang, TAHUN_BARU) == [(1, None, 1250, D)]


def test_a_signed_year_stays_while_it_is_rated_anew(orang: Pegawai, atasan: Pengguna) -> None:
    triwulan(orang, 1)
    PenilaianPabrik(pegawai=orang, tahun=2026)
    konversi(orang, TAHUN_BARU)
    tanda_tangani(atasan, TAHUN_BARU)
    Penilaian.objects.update(status=StatusPenilaian.DRAF)
    assert konversi(orang, TAHUN_BARU) == [(1, None, 1250, T)]


def test_a_quarter_that_a_pak_took_up_is_not_counted_again(orang: Pegawai, atasan: Pengguna) -> None:
    for ke in (1, 2):
        triwulan(orang, ke)
    konversi(orang)
    tanda_tangani(atasan)
    PakPabrik(pegawai=orang, sampai=date(2026, 3, 31), jenjang=Jenjang.AHLI_PERTAMA, jumlah_senti=1313)
    assert konversi(orang) == [(1, 1, 313, T), (4, 2, 313, D)]
    PenilaianPabrik(pegawai=orang, tahun=2026)
    assert konversi(orang, TAHUN_BARU) == [(1, 1, 313, T), (4, None, 938, D)]
    tanda_tangani(atasan, TAHUN_BARU)
    assert sah(orang) == 938


def test_another_predikat_of_a_quarter_asks_for_a_new_signature(orang: Pegawai, atasan: Pengguna) -> None:
    evaluasi = triwulan(orang, 1)
    konversi(orang)
    tanda_tangani(atasan)
    EvaluasiPeriodik.objects.filter(pk=evaluasi.pk).update(predikat=Predikat.SANGAT_BAIK)
    assert konversi(orang) == [(1, 1, 469, D)]


def test_two_parts_of_a_quarter_are_two_lines(orang: Pegawai) -> None:
    triwulan(orang, 3, sampai=date(2026, 8, 14))
    triwulan(orang, 3, Predikat.SANGAT_BAIK, mulai=date(2026, 8, 15))
    assert konversi(orang) == [(7, 3, 104, D), (8, 3, 313, D)]


def test_a_post_written_late_reaches_the_quarters(orang: Pegawai) -> None:
    triwulan(orang, 1)
    konversi(orang)
    muda = JabatanPabrik(nama="Analis Muda", jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_MUDA)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=muda, tmt=date(2026, 3, 1))
    refresh_conversions(instansi_id=orang.instansi_id, at=AKHIR_TAHUN)
    semua = KonversiAngkaKredit.objects.order_by("mulai").values_list("jenjang", "bulan", "nilai_senti")
    assert list(semua) == [(Jenjang.AHLI_PERTAMA, 2, 208), (Jenjang.AHLI_MUDA, 1, 208)]


def test_converting_many_takes_as_many_queries_as_converting_one(orang: Pegawai) -> None:
    def banyak(ids: list[int]) -> int:
        KonversiAngkaKredit.objects.all().delete()
        with CaptureQueriesContext(connection) as q:
            konversikan(pegawai_ids=ids, tahun=2026, at=AKHIR_TAHUN)
        return len(q)

    triwulan(orang, 1)
    semua = [orang]
    for _ in range(5):
        satu = PegawaiPabrik(fungsional=True, instansi=orang.instansi, atasan=orang.atasan)
        triwulan(satu, 1)
        semua.append(satu)
    assert banyak([orang.pk]) == banyak([p.pk for p in semua])


def test_the_page_says_which_quarter_is_signed(orang: Pegawai, atasan: Pengguna) -> None:
    triwulan(orang, 1)
    konversi(orang)
    client = Client()
    client.force_login(atasan)
    isi = client.get(reverse("kinerja:konversi")).content.decode()
    assert "Triwulan 1 2026" in isi
    assert "3,13" in isi


def test_the_page_says_that_the_year_takes_the_place_of_a_signed_quarter(
    orang: Pegawai, atasan: Pengguna
) -> None:
    triwulan(orang, 1)
    konversi(orang)
    tanda_tangani(atasan)
    PenilaianPabrik(pegawai=orang, tahun=2026)
    konversi(orang, TAHUN_BARU)
    client = Client()
    client.force_login(atasan)
    isi = client.get(reverse("kinerja:konversi")).content.decode()
    assert "Konversi tahunan 2026 menggantikan konversi periodiknya." in isi


def test_what_only_stands_until_the_year_is_converted_is_known_by_year(
    orang: Pegawai, atasan: Pengguna
) -> None:
    for ke in (1, 2):
        triwulan(orang, ke)
    konversi(orang)
    tanda_tangani(atasan)
    triwulan(orang, 3)
    konversi(orang)
    assert periodic_in_balance(orang.pk, date(2026, 12, 20)) == {2026: Sementara(625, 313)}
    assert periodic_in_balance(orang.pk, date(2025, 12, 30)) == {}  # no PAK of the jenjang yet
    PakPabrik(pegawai=orang, sampai=date(2026, 6, 30), jenjang=Jenjang.AHLI_PERTAMA, jumlah_senti=1625)
    assert periodic_in_balance(orang.pk, date(2026, 12, 20)) == {2026: Sementara(0, 313)}
