"""Home of a leader: what waits in two parts, and three people to talk to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import rencana_pabrik
from karier.tests.pembaca import akun_dari, halaman, sebagai
from kinerja.enums import StatusSiklus, SumberKinerja
from kinerja.models import SiklusPenilaian
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_realisasi import siklus_pabrik
from kinerja.tests.pabrik_umpan_balik import (
    CatatanPabrik,
    PenerimaPabrik,
    TanggapanPabrik,
    UmpanBalikPabrik,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik
from pegawai.views import tugas

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
BARIS = re.compile(r'<th scope="row">(?:<a [^>]*>)?([^<]+)')


@pytest.fixture
def siklus(atasan: Pegawai) -> SiklusPenilaian:
    """The third quarter: filling in ended on 15 October, rating on 30 October."""
    return siklus_pabrik(atasan.instansi)


def tim(atasan: Pegawai, banyak: int) -> list[Pegawai]:
    return [PegawaiPabrik(pelaksana=True, atasan=atasan, nama=f"Bawahan {n:02}") for n in range(banyak)]


def nama(isi: str) -> list[str]:
    """Who stands in the list of direct reports."""
    return BARIS.findall(isi.partition('id="langsung"')[2].partition('id="tidak-langsung"')[0])


# -- the menu ------------------------------------------------------------------------------------------------


def test_the_menu_has_five_entries_and_the_rest_under_the_own_name(atasan: Pegawai) -> None:
    """A leader has a team instead of *Data saya*, which stays one press away in the account menu."""
    bawahan = tim(atasan, 1)[0]
    for orang, punya, tanpa in ((atasan, "Tim saya", "Data saya"), (bawahan, "Data saya", "Tim saya")):
        isi = halaman(sebagai(orang), "karier:beranda")
        menu = isi.partition('aria-label="Menu utama"')[2].partition("</nav>")[0]
        assert menu.count("<li>") == 5
        assert punya in menu
        assert tanpa not in menu
        assert "Data saya" in isi.partition('class="akun"')[2].partition("</details>")[0]


# -- Menunggu Anda -----------------------------------------------------------------------------------------


def test_decisions_for_others_stand_apart_from_what_is_mine(atasan: Pegawai, siklus: SiklusPenilaian) -> None:
    tim(atasan, 2)
    isi = halaman(sebagai(atasan), "karier:beranda")
    memutus, _, sendiri = isi.partition("Yang Anda kerjakan sendiri")
    assert "Keputusan Anda untuk orang lain" in memutus
    assert "Nilai 2 pegawai" in memutus
    assert "Nilai 2 pegawai" not in sendiri
    assert "Tulis refleksi diri" in sendiri


def test_a_list_is_in_the_order_of_its_deadlines_with_minutes(atasan: Pegawai) -> None:
    tim(atasan, 3)
    SiklusPabrik(status=StatusSiklus.DIBUKA)
    siklus_pabrik(atasan.instansi, ke=4, batas_penilaian=date(2026, 11, 24))
    isi = halaman(sebagai(atasan), "karier:beranda")
    batas = re.findall(
        r"Batas (\d+ \w+ \d+ pukul 23\.59 WIB)</span><span class=\"ket\">[^<]*sudah terkirim", isi
    )
    assert batas == ["24 November 2026 pukul 23.59 WIB", "31 Januari 2027 pukul 23.59 WIB"]
    assert "3 hari lagi · sekitar 3 menit" in isi


def test_on_its_last_day_a_task_says_so(atasan: Pegawai) -> None:
    tim(atasan, 1)
    siklus_pabrik(atasan.instansi, ke=4, batas_penilaian=SAAT.date())
    assert "Hari ini · sekitar 1 menit" in halaman(sebagai(atasan), "karier:beranda")


def test_tasks_of_this_page_stand_in_the_same_order(saya: Pegawai, atasan: Pegawai) -> None:
    siklus_pabrik(atasan.instansi, ke=4)
    isi = halaman(sebagai(saya), "karier:beranda")
    assert isi.index("Penuhi 20 JP lagi") < isi.index("Tulis refleksi diri")


def test_a_leader_for_whom_nothing_waits_reads_so(saya: Pegawai) -> None:
    PengembanganPabrik(pegawai=saya, jp=24)
    tim(saya, 1)
    isi = halaman(sebagai(saya), "karier:beranda")
    assert "Tidak ada yang menunggu." in isi


def test_who_leads_nobody_has_one_list_and_no_team(saya: Pegawai, siklus: SiklusPenilaian) -> None:
    isi = halaman(sebagai(saya), "karier:beranda")
    assert "Yang perlu Anda lakukan" in isi
    for teks in ("Menunggu Anda", "Tim sekilas", "Perlu Anda ajak bicara", "Penilaian tim"):
        assert teks not in isi


@pytest.mark.parametrize(
    ("sumber", "kalimat"),
    [
        (SumberKinerja.DI_SINI, "isi realisasi Evaluasi triwulan I 2027 mulai 1 Januari 2027."),
        (SumberKinerja.EKINERJA, "tulis refleksi diri Evaluasi triwulan I 2027 mulai 1 Januari 2027."),
    ],
)
def test_all_is_well_tells_the_next_task(saya: Pegawai, sumber: SumberKinerja, kalimat: str) -> None:
    PengembanganPabrik(pegawai=saya, jp=24)
    SiklusPabrik(
        instansi=saya.instansi,
        tahun=2027,
        jenis="triwulan",
        ke=1,
        nama="Evaluasi triwulan I 2027",
        sumber=sumber,
    )
    isi = halaman(sebagai(saya), "karier:beranda")
    assert (
        f"Semua beres.</strong> Tidak ada yang perlu dilakukan sekarang. Tugas berikutnya: {kalimat}" in isi
    )


def test_a_part_that_cannot_be_read_leaves_the_rest_of_the_page(
    saya: Pegawai, siklus: SiklusPenilaian, rusak: None
) -> None:
    isi = halaman(sebagai(saya), "karier:beranda")
    assert "Data kinerja belum dapat dimuat. Bagian lain tetap dapat dipakai." in isi
    assert "Tulis refleksi diri" in isi
    assert "Semua beres" not in isi


@pytest.fixture
def rusak() -> Iterator[None]:
    """A kind of task that cannot be read."""

    def gagal(_: object) -> list[tugas.Tugas]:
        raise ValueError

    tugas.daftarkan_tugas("kinerja.rusak", gagal)
    yield
    tugas._PEMBUAT.pop("kinerja.rusak")


@pytest.fixture
def urusan_tim() -> Iterator[None]:
    """A kind of task about people who are led."""
    tugas.daftarkan_tugas("uji.tim", lambda _: [tugas.Tugas("Urusan tim", "#")], pimpinan=True)
    yield
    tugas._PEMBUAT.pop("uji.tim")
    tugas._PIMPINAN.discard("uji.tim")


def test_who_leads_nobody_is_not_asked_about_people(atasan: Pegawai, saya: Pegawai, urusan_tim: None) -> None:
    assert "Urusan tim" in halaman(sebagai(atasan), "karier:beranda")
    assert "Urusan tim" not in halaman(sebagai(saya), "karier:beranda")


@pytest.mark.parametrize("nama_halaman", ["karier:beranda", "karier:tim"])
def test_penilaian_is_one_click_away(atasan: Pegawai, saya: Pegawai, nama_halaman: str) -> None:
    isi = halaman(sebagai(atasan), nama_halaman)
    assert f'href="{reverse("kinerja:daftar")}">Penilaian tim</a>' in isi


@pytest.mark.parametrize(
    ("nama", "terang"),
    [
        *((nama, "Tim saya") for nama in ("lima_menit", "minat_tim", "rencana_tim", "talenta_tim")),
        ("penugasan_tim", "Tim saya"),
        ("saya", "Karier saya"),
        ("talenta", "Karier saya"),
    ],
)
def test_pages_about_the_team_light_the_leaders_entry(
    atasan: Pegawai, saya: Pegawai, nama: str, terang: str
) -> None:
    assert f'aria-current="page">{terang}</a>' in halaman(sebagai(atasan), f"karier:{nama}")


def test_one_sheet_and_one_plan_light_the_entry_of_whoever_reads(atasan: Pegawai, saya: Pegawai) -> None:
    r = rencana_pabrik(saya, "menunggu")
    tim, saya_sendiri = 'aria-current="page">Tim saya</a>', 'aria-current="page">Karier saya</a>'
    assert tim in halaman(sebagai(atasan), "karier:syarat_pegawai", saya.pk)
    assert tim in halaman(sebagai(atasan), "karier:rencana_lembar", r.pk)
    assert saya_sendiri in halaman(sebagai(saya), "karier:rencana_lembar", r.pk)


def test_the_menu_of_a_leader_has_at_most_six_entries(atasan: Pegawai, saya: Pegawai) -> None:
    isi = halaman(sebagai(atasan), "karier:beranda")
    menu = re.search(r"<nav[^>]*>.*?</nav>", isi, re.DOTALL)
    assert menu is not None
    assert 0 < menu[0].count("<a ") <= 6


# -- three people ------------------------------------------------------------------------------------------


def test_three_of_many_are_named_with_sentences(atasan: Pegawai) -> None:
    orang = tim(atasan, 5)
    for o in orang[3:]:
        PenerimaPabrik(pegawai=o, arahan__tenggat=date(2026, 11, 1))
    TanggapanPabrik(umpan_balik=UmpanBalikPabrik(pegawai=orang[0], dikirim_pada=SAAT - timedelta(days=40)))
    bagian = _bicara(halaman(sebagai(atasan), "karier:beranda"))
    assert re.findall(r"<h3>([^<]+)</h3>", bagian) == ["Bawahan 00", "Bawahan 03", "Bawahan 04"]
    assert "Satu tanggapannya belum Anda jawab." in bagian
    assert "Umpan balik terakhir dari Anda 40 hari lalu." in bagian
    assert "Satu arahan Anda lewat batas." in bagian


def _bicara(isi: str) -> str:
    return isi.partition("Perlu Anda ajak bicara</h2>")[2].partition("Saran, bukan penilaian")[0]


def test_where_nobody_has_a_reason_nobody_is_named(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    UmpanBalikPabrik(pegawai=orang)
    bagian = _bicara(halaman(sebagai(atasan), "karier:beranda"))
    assert "Tidak ada hal khusus untuk dibicarakan sekarang." in bagian
    assert orang.nama not in bagian


def test_nobody_else_reads_who_is_to_be_talked_to(atasan: Pegawai) -> None:
    orang, rekan = tim(atasan, 2)
    CatatanPabrik(pegawai=orang)
    for lain in (orang, rekan, PegawaiPabrik(struktural=True, nama="Orang Luar")):
        isi = halaman(sebagai(lain), "karier:beranda")
        assert "ajak bicara" not in isi
        assert "Belum ada umpan balik tertulis" not in isi


def test_who_was_named_to_the_leader_stands_in_the_trail(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    halaman(sebagai(atasan), "karier:beranda")
    dibaca = Jejak.objects.filter(pelaku_id=akun_dari(atasan).pk, tindakan="lihat")
    assert set(dibaca.values_list("subjek_id", flat=True)) == {atasan.pk, orang.pk}


def test_the_same_day_gives_the_same_page(atasan: Pegawai, siklus: SiklusPenilaian) -> None:
    tim(atasan, 6)
    client = sebagai(atasan)
    satu, dua = (_bicara(halaman(client, "karier:beranda")) for _ in range(2))
    assert satu == dua
    assert satu.count("<h3>") == 3
