"""The individual plan and its neighbours: assignments that fulfil an item, posts that people aim at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import TidakBoleh
from asn_karier.lib.models import Jejak
from karier.enums import StatusPesertaPenugasan as S
from karier.models import ButirRencana, MinatJabatan, PesertaPenugasan, RencanaPengembangan
from karier.services.rencana_baca import ButirTerbaca, home_card, read_items
from karier.services.rencana_sasaran import aim_at_post
from karier.tests.jalan import SAAT
from karier.tests.pabrik_jalur import PenugasanPabrik
from karier.tests.pabrik_rencana import celah, rencana_pabrik
from karier.tests.pembaca import akun_dari, halaman, sebagai
from karier.tests.test_karier_saya import ada_di
from mentoring.tests.pabrik import PasanganPabrik
from pegawai.enums import BentukPengembangan, Jenjang
from pegawai.models import Jabatan, Pegawai
from pegawai.tests.pabrik import JabatanPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import StandarKompetensiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def kurang(saya: Pegawai) -> Pegawai:
    return celah(saya)


def ikut(pegawai: Pegawai, status: S, kompetensi: str = "komunikasi", **isi: Any) -> PesertaPenugasan:
    """Part in an assignment that builds a competency up to level 3."""
    penugasan = PenugasanPabrik(**{"nama": "Benahi loket", **isi})
    penugasan.kompetensi.create(kompetensi=kompetensi, level=3)
    peserta: PesertaPenugasan = PesertaPenugasan.objects.create(
        penugasan=penugasan, pegawai=pegawai, status=status, bersedia_pada=SAAT
    )
    return peserta


def tugas(r: RencanaPengembangan) -> ButirTerbaca:
    """The item of work for the gap."""
    bentuk = BentukPengembangan.BIMBINGAN_DI_TEMPAT_KERJA
    return next(b for b in read_items(r) if b.butir.bentuk == bentuk and b.butir.kompetensi == "komunikasi")


# -- assignments --------------------------------------------------------------------------------


def test_a_finished_assignment_fulfils_the_item_of_its_competency_and_days(kurang: Pegawai) -> None:
    r = rencana_pabrik(kurang, "disepakati")
    for lain in (
        ikut(kurang, S.SELESAI, "integritas"),
        ikut(kurang, S.SELESAI, nama="Dulu", mulai=date(2026, 1, 1), selesai=date(2026, 12, 31)),
        ikut(kurang, S.TIDAK_SELESAI, nama="Tidak usai"),
        ikut(kurang, S.MENUNGGU, nama="Menunggu"),
    ):
        assert tugas(r).bukti is None, lain
    peserta = ikut(kurang, S.BERJALAN, nama="Benahi antrean")
    bukti = tugas(r).bukti
    assert bukti is not None
    assert (bukti.kalimat, bukti.penuh) == ("Penugasan «Benahi antrean» sedang berjalan.", False)
    peserta.status = S.SELESAI
    peserta.save()
    ikut(kurang, S.BERJALAN, nama="Sesudahnya")
    assert tugas(r).tuntas
    assert "Penugasan «Benahi antrean» selesai." in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)
    # It counts for the item of work alone, and nothing is stored.
    lain_cara = [b for b in read_items(r) if b.tuntas and b.butir.pk != tugas(r).butir.pk]
    assert (lain_cara, ButirRencana.objects.filter(status="selesai").count()) == ([], 0)


def test_the_plan_offers_open_assignments_that_build_its_competencies(kurang: Pegawai) -> None:
    r, client = rencana_pabrik(kurang), sebagai(kurang)
    cocok, lain = PenugasanPabrik(nama="Benahi antrean"), PenugasanPabrik(nama="Susun arsip")
    cocok.kompetensi.create(kompetensi="komunikasi", level=3)
    lain.kompetensi.create(kompetensi="integritas", level=5)
    isi = halaman(client, "karier:rencana_lembar", r.pk)
    assert "Benahi antrean" in isi
    assert "Membangun Komunikasi sampai level 3." in isi
    assert "Susun arsip" not in isi
    PesertaPenugasan.objects.create(penugasan=cocok, pegawai=kurang, bersedia_pada=SAAT)
    assert "Penugasan yang ditawarkan" not in halaman(client, "karier:rencana_lembar", r.pk)


def test_nobody_but_the_person_is_offered_anything(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    PenugasanPabrik(nama="Benahi antrean").kompetensi.create(kompetensi="komunikasi", level=3)
    assert "Benahi antrean" in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)
    assert "Benahi antrean" not in halaman(sebagai(atasan), "karier:rencana_lembar", r.pk)


def test_assignments_do_not_lengthen_the_page_of_a_plan(kurang: Pegawai) -> None:
    r, client = rencana_pabrik(kurang), sebagai(kurang)

    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            halaman(client, "karier:rencana_lembar", r.pk)
        return len(catatan)

    halaman(client, "karier:rencana_lembar", r.pk)
    kosong = kueri()
    PenugasanPabrik(nama="Terbuka").kompetensi.create(kompetensi="komunikasi", level=3)
    satu = kueri()
    for ke in range(4):
        PenugasanPabrik(nama=f"Terbuka {ke}").kompetensi.create(kompetensi="komunikasi", level=3)
        ikut(kurang, S.BERJALAN, nama=f"Jalan {ke}")
    assert kueri() == satu
    assert satu - kosong <= 3


# -- posts that people aim at -------------------------------------------------------------------


def tekan(siapa: Pegawai, **isi: int) -> str:
    """The button, and the page it leads to."""
    jawaban = sebagai(siapa).post(reverse("karier:rencana_sasaran"), isi, follow=True)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


@pytest.fixture
def pos(kurang: Pegawai) -> Jabatan:
    """A post of the government that asks for more communication than I have."""
    jabatan: Jabatan = ada_di(kurang, nama="Pengelola Arsip")
    StandarKompetensiPabrik(jabatan=jabatan, komunikasi=4)
    return jabatan


def bertujuan(nama: str) -> list[ButirRencana]:
    return list(ButirRencana.objects.filter(tujuan=f"Jabatan {nama}"))


def test_the_page_of_a_post_begins_the_plan_and_a_second_press_changes_nothing(
    kurang: Pegawai, pos: Jabatan
) -> None:
    assert "Masukkan ke rencana" in halaman(sebagai(kurang), "karier:jabatan", pos.pk)
    assert "Masuk ke rencana Anda" in tekan(kurang, jabatan=pos.pk)
    (butir,), r = bertujuan(pos.nama), RencanaPengembangan.objects.get()
    assert (r.tahun, r.status, butir.alasan) == (
        2027, "draf", "Yang masih perlu: Komunikasi sampai level 4.",
    )  # fmt: skip
    assert "Sudah ada dalam rencana Anda." in tekan(kurang, jabatan=pos.pk)
    assert bertujuan(pos.nama) == [butir]
    assert RencanaPengembangan.objects.get().versi == r.versi


@pytest.mark.parametrize(
    ("status", "pesan"), [("menunggu", "Tekan Tarik untuk diubah"), ("disepakati", "Tekan Bahas lagi")]
)
def test_a_plan_that_is_no_draft_stays_and_says_what_to_do(
    kurang: Pegawai, pos: Jabatan, status: str, pesan: str
) -> None:
    r = rencana_pabrik(kurang, status)
    assert pesan in tekan(kurang, jabatan=pos.pk)
    assert bertujuan(pos.nama) == []
    assert RencanaPengembangan.objects.get().versi == r.versi


def test_what_if_aims_at_the_level_that_was_assumed(kurang: Pegawai) -> None:
    alamat = reverse("karier:coba_hitung")
    assert "Masukkan ke rencana" not in sebagai(kurang).get(alamat).content.decode()
    isi = {"jabatan": Jenjang.ADMINISTRATOR.value}
    assert "Masukkan ke rencana" in sebagai(kurang).get(alamat, isi).content.decode()
    tekan(kurang, jenjang=Jenjang.ADMINISTRATOR.value)
    sebelum = ButirRencana.objects.count()
    tekan(kurang, jenjang=Jenjang.ADMINISTRATOR.value)
    assert (len(bertujuan("Administrator")), ButirRencana.objects.count()) == (1, sebelum)


def test_aiming_at_a_post_touches_no_interest_and_names_it_in_no_trail(kurang: Pegawai, pos: Jabatan) -> None:
    tekan(kurang, jabatan=pos.pk)
    assert not MinatJabatan.objects.exists()
    assert "Saya minati" in halaman(sebagai(kurang), "karier:jabatan", pos.pk)
    assert not any(pos.nama in str(j.rincian) for j in Jejak.objects.all())


def test_a_post_of_nobody_here_and_a_level_that_is_none_are_not_found(kurang: Pegawai, pos: Jabatan) -> None:
    client, alamat = sebagai(kurang), reverse("karier:rencana_sasaran")
    for isi in ({"jabatan": JabatanPabrik(nama="Di tempat lain").pk}, {"jenjang": 999}, {"jabatan": "x"}, {}):
        assert client.post(alamat, isi).status_code == 404
    assert not RencanaPengembangan.objects.exists()


def test_nobody_aims_for_somebody_else(kurang: Pegawai, atasan: Pegawai, pos: Jabatan) -> None:
    for siapa in (akun_dari(atasan), hr_dari(kurang.instansi)):
        with pytest.raises(TidakBoleh):
            aim_at_post(pegawai=kurang, jabatan_id=pos.pk, actor=siapa, at=SAAT, kanal="uji")
    assert not RencanaPengembangan.objects.exists()


# -- the home page ------------------------------------------------------------------------------


def test_the_home_page_and_the_plan_name_the_pair_and_the_assignment_that_run(kurang: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    r.butir.exclude(kompetensi="komunikasi", bentuk=BentukPengembangan.BIMBINGAN_DI_TEMPAT_KERJA).delete()
    r.butir.create(
        nomor=90, urut=90, kegiatan="Bertemu mentor", bentuk=BentukPengembangan.MENTORING, jp=8,
        mulai=date(2027, 1, 1), selesai=date(2027, 6, 30), kompetensi="komunikasi",
    )  # fmt: skip
    r.butir.create(
        nomor=91, urut=91, kegiatan="Tanpa celah", bentuk=BentukPengembangan.MAGANG, jp=8,
        mulai=date(2027, 1, 1), selesai=date(2027, 6, 30),
    )  # fmt: skip
    with CaptureQueriesContext(connection) as sebelum:
        kartu = home_card(kurang.pk, 2027)
    assert kartu is not None
    assert [b.kini for b in kartu.butir] == ["", "", ""]
    PasanganPabrik(mentee=kurang, kompetensi="komunikasi", mentor__pegawai__nama="Mentor Contoh")
    ikut(kurang, S.BERJALAN, nama="Benahi antrean")
    ikut(kurang, S.BERJALAN, nama="Dulu", mulai=date(2026, 1, 1), selesai=date(2026, 12, 31))
    with CaptureQueriesContext(connection) as sesudah:
        kartu = home_card(kurang.pk, 2027)
    assert kartu is not None
    assert [b.kini for b in kartu.butir] == [
        "Penugasan «Benahi antrean» sedang berjalan.", "Mentoring bersama Mentor Contoh sedang berjalan.", "",
    ]  # fmt: skip
    assert len(sesudah) == len(sebelum) == 2
    client = sebagai(kurang)
    for isi in (halaman(client, "karier:beranda"), halaman(client, "karier:rencana_lembar", r.pk)):
        assert "Penugasan «Benahi antrean» sedang berjalan." in isi
        assert "Mentoring bersama Mentor Contoh" in isi
