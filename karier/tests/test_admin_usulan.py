"""What the HR desk is told beside the outcome: estimates, proposals without SK, a cancelled run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.syarat import Status
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi, StatusRun
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.fakta import FAKTA_VERSI
from karier.tests.bantu import memenuhi, putuskan, satu
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PenggunaPabrik, PeranPabrik, hr_dari, nyatakan_lengkap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

PERKIRAAN = (
    "Perkiraan: mencapai batas usia pensiun (58 tahun) pada 3 Maret 2026, sebelum TMT 1 Januari 2027. "
    "Periksa tanggal pensiunnya"
)


@pytest.fixture
def pensiun() -> Pegawai:
    """Ready in every binding requirement, and past the pension age before the TMT."""
    orang = memenuhi(tanggal_lahir=date(1968, 3, 3))
    nyatakan_lengkap(orang.instansi)
    return orang


@pytest.fixture
def meja(client: Client, pensiun: Pegawai) -> Client:
    """The desk of HR after a run."""
    jalankan_sampai_selesai(pensiun.instansi)
    client.force_login(hr_dari(pensiun.instansi))
    return client


def baca(client: Client, alamat: str) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    return unescape(isi.decode("utf-8-sig"))


def alamat_hasil(orang: Pegawai, nama: str) -> str:
    run = RunEvaluasi.objects.get()
    kunci = {"hasil": [], "orang": [orang.pk], "unduh": ["csv"]}[nama]
    return reverse(f"admin:karier_runevaluasi_{nama}", args=[run.pk, *kunci])


def alamat_usulan(orang: Pegawai, nama: str) -> str:
    kunci: dict[str, list[Any]] = {
        "changelist": [],
        "change": [satu(orang).pk],
        "putuskan": [satu(orang).pk, "tetapkan"],
    }
    return reverse(f"admin:karier_rekomendasi_{nama}", args=kunci[nama])


# -- estimates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alamat", "nama"),
    [
        (alamat_hasil, "hasil"),
        (alamat_hasil, "orang"),
        (alamat_hasil, "unduh"),
        (alamat_usulan, "changelist"),
        (alamat_usulan, "change"),
        (alamat_usulan, "putuskan"),
    ],
)
def test_wherever_hr_meets_someone_past_the_pension_age_a_note_says_what_to_check(
    meja: Client, pensiun: Pegawai, alamat: Callable[[Pegawai, str], str], nama: str
) -> None:
    assert PERKIRAAN in baca(meja, alamat(pensiun, nama))


def test_the_note_changes_neither_count_nor_list(meja: Client, pensiun: Pegawai) -> None:
    alamat = f"{alamat_hasil(pensiun, 'hasil')}?status={int(Status.MEMENUHI)}"
    assert meja.get(alamat).context["jumlah"] == 1
    assert satu(pensiun).status == StatusRekomendasi.MENUNGGU


@pytest.mark.parametrize("nama", ["changelist", "change", "putuskan"])
def test_nobody_else_has_a_note(client: Client, orang: Pegawai, hr: Pengguna, nama: str) -> None:
    jalankan_sampai_selesai(orang.instansi)
    client.force_login(hr)
    assert "Perkiraan:" not in baca(client, alamat_usulan(orang, nama))


def test_the_note_stands_also_when_the_rule_files_of_the_run_are_gone(meja: Client, pensiun: Pegawai) -> None:
    RunEvaluasi.objects.update(versi_aturan={})
    for nama in ("changelist", "change", "putuskan"):
        assert PERKIRAAN in baca(meja, alamat_usulan(pensiun, nama))


def test_outcomes_of_another_layout_take_the_note_and_not_the_page(meja: Client, pensiun: Pegawai) -> None:
    RunEvaluasi.objects.update(versi_fakta=FAKTA_VERSI + 1)
    HasilEvaluasi.objects.update(fakta=b"sesuatu yang lain")
    for nama in ("changelist", "change", "putuskan"):
        assert "Perkiraan:" not in baca(meja, alamat_usulan(pensiun, nama))


def test_the_list_of_proposals_takes_the_same_queries_for_one_row_and_for_many(
    meja: Client, pensiun: Pegawai
) -> None:
    alamat = alamat_usulan(pensiun, "changelist")
    meja.get(alamat)
    with CaptureQueriesContext(connection) as sedikit:
        meja.get(alamat)
    for _ in range(10):
        memenuhi(tanggal_lahir=date(1968, 3, 3))
    jalankan_sampai_selesai(pensiun.instansi)
    with CaptureQueriesContext(connection) as banyak:
        isi = baca(meja, alamat)
    assert isi.count(PERKIRAAN) == 11
    assert len(banyak) == len(sedikit)


# -- proposals whose SK never came ----------------------------------------------------------------------


def usulkan(orang: Pegawai) -> None:
    """Proposed for 1 January 2027."""
    putuskan(orang, hr_dari(orang.instansi), JenisKeputusan.TETAPKAN)


@contextmanager
def sesudah_tmt(client: Client, orang: Pegawai) -> Iterator[None]:
    """5 January 2027, signed in anew."""
    with time_machine.travel(SAAT + timedelta(days=45), tick=False):
        client.force_login(hr_dari(orang.instansi))
        yield


def antrean_sk(client: Client) -> Any:
    kelompok = client.get(reverse("admin:index")).context["antrean"]
    butir = [b for k in kelompok for b in k.butir if b.judul == "Usul lewat TMT, SK belum tercatat"]
    return butir[0] if butir else None


def test_a_proposal_without_sk_after_its_tmt_is_on_the_worklist_with_its_list(
    meja: Client, pensiun: Pegawai
) -> None:
    lain = memenuhi(nama="Lain Contoh")
    jalankan_sampai_selesai(pensiun.instansi)
    usulkan(pensiun)
    assert antrean_sk(meja) is None

    with sesudah_tmt(meja, pensiun):
        butir = antrean_sk(meja)
        assert butir.jumlah == 1
        daftar = meja.get(butir.url).context["cl"]
    assert [r.pegawai for r in daftar.result_list] == [pensiun]
    assert satu(lain).status == StatusRekomendasi.MENUNGGU


@pytest.mark.parametrize("alamat", [alamat_usulan, alamat_hasil])
def test_its_page_says_what_to_do(
    meja: Client, pensiun: Pegawai, alamat: Callable[[Pegawai, str], str]
) -> None:
    usulkan(pensiun)
    tujuan = alamat(pensiun, "change" if alamat is alamat_usulan else "orang")
    kalimat = "Bila usul tidak diteruskan, pilih Urungkan agar pegawai ini dapat diusulkan lagi."
    assert kalimat not in baca(meja, tujuan)
    with sesudah_tmt(meja, pensiun):
        assert kalimat in baca(meja, tujuan)


def test_what_is_carried_out_or_undone_leaves_the_worklist(meja: Client, pensiun: Pegawai) -> None:
    usulkan(pensiun)
    with sesudah_tmt(meja, pensiun):
        assert antrean_sk(meja).jumlah == 1
        Rekomendasi.objects.update(status=StatusRekomendasi.TERLAKSANA)
        assert antrean_sk(meja) is None


def test_a_filter_that_nobody_offers_finds_nothing(meja: Client) -> None:
    url = reverse("admin:karier_rekomendasi_changelist")
    assert Rekomendasi.objects.filter(jenis=JenisRekomendasi.KENAIKAN_PANGKAT).exists()
    assert meja.get(f"{url}?sk=entah").context["cl"].result_count == 0


def test_an_auditor_reads_the_list_with_its_notes(meja: Client, pensiun: Pegawai) -> None:
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=pensiun.instansi)
    meja.force_login(auditor)
    assert PERKIRAAN in baca(meja, alamat_usulan(pensiun, "changelist"))


def test_the_page_of_a_later_run_leads_to_the_proposal_that_holds_it_back(
    meja: Client, pensiun: Pegawai
) -> None:
    usulkan(pensiun)
    usul = Rekomendasi.objects.get(status=StatusRekomendasi.DITETAPKAN)
    Rekomendasi.objects.update(periode=date(2026, 12, 1))
    run = jalankan_sampai_selesai(pensiun.instansi)
    isi = baca(meja, reverse("admin:karier_runevaluasi_orang", args=[run.pk, pensiun.pk]))
    assert "masih diusulkan ke golongan yang sama untuk TMT 1 Desember 2026" in isi
    assert reverse("admin:karier_rekomendasi_change", args=[usul.pk]) in isi


# -- a cancelled run -----------------------------------------------------------------------------------


def test_a_cancelled_run_is_called_so_once_with_its_reason_and_without_results(
    meja: Client, pensiun: Pegawai
) -> None:
    run = RunEvaluasi.objects.get()
    alasan = "Berkas aturan 'bup' tidak sama dengan yang dipakai saat perhitungan."
    RunEvaluasi.objects.update(status=StatusRun.DIBATALKAN, alasan=alasan)
    isi = baca(meja, reverse("admin:karier_runevaluasi_change", args=[run.pk]))
    assert "<h2>Dibatalkan" in isi
    assert isi.count(alasan) == 1
    assert "<h2>Selesai" not in isi
    assert "Lihat hasil" not in isi
    assert "Jalankan ulang" in isi
