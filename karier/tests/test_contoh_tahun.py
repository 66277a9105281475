"""The demo is alive: a cycle in every phase, every state of what people write, work on every home page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from karier.services.contoh import buat_contoh
from karier.services.contoh_akun import SANDI, akun_contoh
from karier.services.contoh_belajar_rencana import propose_allocation
from karier.services.contoh_di_sini import buat_contoh_di_sini
from karier.services.evaluasi import start_run
from karier.tests.jalan import selesaikan
from karier.tests.soal_jalur import moves_lead_nobody_down
from karier.tests.soal_pimpinan import five_minutes_are_full, ideas_are_alive
from karier.tests.tahun_belajar import PADA, training_pages_have_work, training_year_is_lived
from kinerja.enums import (
    Fase,
    JawabanKalibrasi,
    StatusArahan,
    StatusKeberatan,
    StatusKiriman,
    StatusPengakuan,
    StatusPengisian,
    StatusPenilaian,
    StatusPutaran360,
    StatusSiklus,
    StatusSKP,
    StatusTindak,
    SumberKinerja,
)
from kinerja.models import (
    SKP,
    Arahan,
    DelegasiPenilaian,
    EvaluasiPeriodik,
    HasilKerja,
    JanjiForum,
    Keberatan,
    KisahPublik,
    KonversiAngkaKredit,
    PenerimaArahan,
    Pengakuan,
    PengisianRealisasi,
    Penilaian,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    Putaran360,
    RefleksiDiri,
    RencanaPengisian,
    SiklusPenilaian,
    TandaBaca,
    Tanggapan,
    TindakLanjut,
    Ulasan,
    UmpanBalik,
    UsulKalibrasi,
)
from kinerja.services.hasil import result_for
from kinerja.services.tenggat import phase_of
from kinerja.services.tindak_lanjut import team_steps
from pegawai.models import Instansi, Pengguna
from pelatihan.enums import StatusSkenario

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
#: The day the project is shown, the morning after New Year's Day in Papua, the end of a half-year.
HARI = (
    datetime(2026, 11, 29, 2, 0, tzinfo=UTC),
    datetime(2027, 1, 1, 16, 0, tzinfo=UTC),
    datetime(2027, 6, 30, 3, 0, tzinfo=UTC),
)


@pytest.fixture
def saat(request: Any) -> Iterator[datetime]:
    hari = getattr(request, "param", HARI[0])
    with time_machine.travel(hari, tick=False):
        yield hari


@pytest.fixture
def nabire(saat: datetime, tmp_path: Path, settings: Any) -> Instansi:
    settings.VAR_DIR = tmp_path
    buat_contoh_di_sini(instansi="nabire", jumlah=60, benih=1, folder=tmp_path / "berkas", at=saat)
    instansi: Instansi = Instansi.objects.get(kode="nabire")
    return instansi


def akun(sebutan: str) -> Pengguna:
    nama = next(a.username for a in akun_contoh() if sebutan in a.sebutan)
    pengguna: Pengguna = Pengguna.objects.get(username=nama)
    return pengguna


def semua(model: Any, kolom: str = "status") -> set[Any]:
    return set(model.objects.values_list(kolom, flat=True))


@pytest.mark.parametrize("saat", HARI, indirect=True, ids=lambda h: f"{h:%Y-%m-%d}")
def test_the_demo_typed_here_has_a_cycle_in_every_phase_and_every_state_of_its_year(
    nabire: Instansi, saat: datetime, client: Client
) -> None:
    siklus = SiklusPenilaian.objects.filter(instansi=nabire, sumber=SumberKinerja.DI_SINI)
    assert {phase_of(s, nabire.zona_waktu, saat) for s in siklus} == set(Fase)
    assert nabire.zona_waktu == "Asia/Jayapura"

    assert semua(SKP) == {s.value for s in StatusSKP}
    assert HasilKerja.objects.filter(induk=None, skp__status=StatusSKP.DIKIRIM).exists()
    assert HasilKerja.objects.exclude(induk=None).exists()
    assert semua(PengisianRealisasi) == {s.value for s in StatusPengisian}
    assert PengisianRealisasi.objects.exclude(alasan_terlambat="").exists()
    assert RefleksiDiri.objects.exists()

    tahunan = Penilaian.objects.filter(sumber="di_sini")
    assert set(tahunan.values_list("status", flat=True)) == {StatusPenilaian.DIKIRIM}
    assert semua(EvaluasiPeriodik) == {StatusPenilaian.DRAF, StatusPenilaian.DITETAPKAN}
    assert EvaluasiPeriodik.objects.exclude(disiapkan_oleh=None).exists()
    assert semua(UsulKalibrasi, "jawaban") == {JawabanKalibrasi.MENUNGGU, JawabanKalibrasi.DITOLAK}
    assert PredikatOrganisasiUnit.objects.count() == 1
    assert DelegasiPenilaian.objects.filter(dicabut_pada=None).exists()
    assert PerpanjanganSiklus.objects.exclude(unit=None).exists()
    assert TandaBaca.objects.exists()
    assert Tanggapan.objects.count() == 2
    assert TindakLanjut.objects.exists()
    _dialogue_is_alive(saat)
    ideas_are_alive(saat)
    five_minutes_are_full(akun("pimpinan yang"), client)
    training_year_is_lived(saat)
    moves_lead_nobody_down()
    _nothing_is_later_than(saat)
    _every_account_has_something_to_do(client)


def _nothing_is_later_than(saat: datetime) -> None:
    for model, kolom in (
        *PADA,
        (SKP, "disepakati_pada"),
        (PengisianRealisasi, "dikirim_pada"),
        (EvaluasiPeriodik, "diumumkan_pada"),
        (Penilaian, "ditetapkan_pada"),
        (UmpanBalik, "dikirim_pada"),
        (SiklusPenilaian, "ditutup_pada"),
    ):
        assert not model.objects.filter(**{f"{kolom}__gt": saat}).exists(), model


def _dialogue_is_alive(saat: datetime) -> None:
    """Rounds, citizens and plans to fill in."""
    assert semua(UmpanBalik, "hubungan") == {"atasan", "rekan", "bawahan"}
    assert Arahan.objects.filter(tenggat__lt=saat.date()).exists()
    assert Arahan.objects.filter(tenggat__gt=saat.date()).exists()
    assert semua(PenerimaArahan) == {s.value for s in StatusArahan}
    assert semua(Pengakuan) == {StatusPengakuan.DIUSULKAN, StatusPengakuan.DITETAPKAN}
    assert KisahPublik.objects.berlaku().exists()
    assert semua(Putaran360) == {StatusPutaran360.DIBUKA, StatusPutaran360.DITUTUP}
    assert Putaran360.objects.filter(hasil__isnull=False).exists()
    assert semua(Ulasan) == {StatusKiriman.TAMPIL, StatusKiriman.MENUNGGU, StatusKiriman.TANPA_TEKS}
    assert JanjiForum.objects.filter(tenggat__lt=saat.date(), status=StatusTindak.DITERIMA).exists()
    assert RencanaPengisian.objects.filter(pada__gt=saat).exists()


def _every_account_has_something_to_do(client: Client) -> None:
    assert len(akun_contoh()) == 6
    _everybody_has_work(client)
    training_pages_have_work(akun("Nabire: ASN"), akun("pimpinan yang"), akun("Nabire: petugas"), client)


def _everybody_has_work(client: Client) -> None:
    for a in akun_contoh():
        assert client.login(username=a.username, password=SANDI), a.sebutan
        orang = Pengguna.objects.get(username=a.username).pegawai
        halaman = client.get(reverse("karier:beranda") if orang else reverse("admin:index"))
        tugas = halaman.context["tugas" if orang else "antrean"]
        assert tugas, a.sebutan
        assert "Susun SKP 2025" not in str(tugas), a.sebutan


@pytest.fixture
def batanghari(tmp_path: Path, settings: Any) -> Iterator[Instansi]:
    settings.VAR_DIR = tmp_path
    with time_machine.travel(HARI[0], tick=False):
        buat_contoh(instansi="batanghari", jumlah=150, benih=1, folder=tmp_path / "berkas", at=HARI[0])
        yield Instansi.objects.get(kode="batanghari")


def test_the_demo_regency_shows_results_and_an_objection_with_a_decider(
    batanghari: Instansi, client: Client
) -> None:
    siklus = SiklusPenilaian.objects.filter(instansi=batanghari)
    assert {(s.tahun, s.status) for s in siklus} == {
        (2025, StatusSiklus.DITUTUP),
        (2026, StatusSiklus.DIBUKA),
    }
    assert {s.sumber for s in siklus} == {SumberKinerja.EKINERJA}
    keberatan = Keberatan.objects.get()
    assert keberatan.status == StatusKeberatan.DITERIMA
    assert akun("Pemutus").pegawai == keberatan.pemutus
    pegawai = akun("hasil dan keberatan")
    hasil = result_for(pengguna=pegawai, jenis="tahunan", pk=keberatan.penilaian_id)
    assert TandaBaca.objects.filter(penilaian=hasil).exists()
    assert Tanggapan.objects.filter(penilaian=hasil).exists()
    atasan = Pengguna(pegawai=hasil.pegawai.atasan)
    assert [m for m in team_steps(atasan, per=HARI[0].date()) if m.hasil == hasil and m.usul]
    assert KonversiAngkaKredit.objects.exists()
    _everybody_has_work(client)
    training_pages_have_work(akun("siap naik"), akun("Atasan penilai"), akun("Petugas HR"), client)
    selesaikan(start_run(instansi=batanghari, per_tanggal=HARI[0].date(), actor=None, at=HARI[0]))
    assert {s.status for s in propose_allocation(kode="batanghari", at=HARI[0])} == {StatusSkenario.DIHITUNG}
