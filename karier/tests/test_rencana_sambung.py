"""The individual plan and its neighbours: assignments that fulfil an item, posts that people aim at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from karier.enums import StatusPesertaPenugasan as S
from karier.models import ButirRencana, PesertaPenugasan, RencanaPengembangan
from karier.services.rencana_baca import ButirTerbaca, read_items
from karier.tests.jalan import SAAT
from karier.tests.pabrik_jalur import PenugasanPabrik
from karier.tests.pabrik_rencana import celah, rencana_pabrik
from karier.tests.pembaca import halaman, sebagai
from pegawai.enums import BentukPengembangan
from pegawai.models import Pegawai

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
