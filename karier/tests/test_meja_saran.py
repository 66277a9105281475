"""The desk of pairing: what HR sees, invites and puts into a programme; no page costs more with people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from kinerja.tests.pabrik import PenilaianPabrik
from mentoring.admin.tab import tabs
from mentoring.enums import AsalPermintaan, SasaranProgram, StatusMentor, StatusPermintaan
from mentoring.models import PapanMentoring, PermintaanMentor, ProfilMentor
from mentoring.services import menunggu
from mentoring.services.calon_mentor import senior_candidates
from mentoring.services.meja_saran import summary_of
from mentoring.services.menunggu import Celah
from mentoring.services.profil_mentor import offer_to_mentor, recorded_skills
from mentoring.services.program_simpan import put_into_program
from mentoring.services.saran import arrange
from mentoring.services.susun import arrange_suggestions
from mentoring.services.undangan import invite_seniors
from mentoring.tests.pabrik import (
    SAAT,
    PasanganPabrik,
    PermintaanPabrik,
    ProfilMentorPabrik,
    ProgramMentoringPabrik,
)
from pegawai.models import LevelTeknis, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, KompetensiTeknisPabrik

pytestmark = pytest.mark.django_db
HALAMAN = ("admin:mentoring_saran", "admin:mentoring_profilmentor_undang")


@pytest.fixture
def instansi() -> Any:
    return InstansiPabrik(kode="batanghari")


def _sebagai(akun: Any) -> Client:
    client = Client()
    client.force_login(akun)
    return client


def _tambah(instansi: Any, banyak: int) -> None:
    for n in range(banyak):
        PermintaanPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=instansi, nama=f"Menunggu {n}"))
        ProfilMentorPabrik(pegawai__instansi=instansi)
        _senior(instansi)
    arrange(instansi_id=instansi.pk, at=SAAT)


def _senior(instansi: Any, **isi: Any) -> Pegawai:
    orang: Pegawai = PegawaiPabrik(fungsional=True, instansi=instansi, **isi)
    AsesmenPabrik(pegawai=orang, komunikasi=4, integritas=2)
    PenilaianPabrik(pegawai=orang, tahun=2025)
    return orang


@pytest.mark.parametrize("nama", HALAMAN)
def test_the_desk_costs_the_same_for_ten_times_as_many(instansi: Any, nama: str) -> None:
    client = _sebagai(hr_dari(instansi))
    biaya = []
    with time_machine.travel(SAAT, tick=False):
        for banyak in (2, 18):
            _tambah(instansi, banyak)
            with CaptureQueriesContext(
                connection,
            ) as baca:
                assert client.get(reverse(nama)).status_code == 200
            biaya.append(len(baca))
    assert biaya[1] <= biaya[0]


def test_arranging_costs_the_same_for_ten_times_as_many(instansi: Any) -> None:
    biaya = []
    for banyak in (2, 18):
        _tambah(instansi, banyak)
        with CaptureQueriesContext(connection) as baca:
            arrange(instansi_id=instansi.pk, at=SAAT)
        biaya.append(len(baca))
    assert biaya[1] <= biaya[0]


def test_where_nobody_got_a_suggestion_nothing_is_compared() -> None:
    ringkasan = {"menunggu": 3, "tempat": 0, "dapat": 0, "poin": 0, "tangan_dapat": 0, "tangan_poin": 0}
    judul = [j for j, _ in summary_of(PapanMentoring(ringkasan=ringkasan))]
    assert judul == ["Menunggu", "Tempat kosong", "Mendapat saran pertama"]


def test_without_a_mentor_the_desk_counts_who_may_be_invited(instansi: Any) -> None:
    for _ in range(3):
        _senior(instansi)
    with time_machine.travel(SAAT, tick=False):
        isi = _sebagai(hr_dari(instansi)).get(reverse("admin:mentoring_saran")).content.decode()
    assert "Undang pegawai senior yang memenuhi kriteria (daftar 3 orang)" in isi


def test_the_list_of_seniors_says_what_each_masters_and_asks_for_a_choice(instansi: Any) -> None:
    orang = _senior(instansi)
    LevelTeknis.objects.create(
        pegawai=orang, kompetensi=KompetensiTeknisPabrik(nama="Analisis data"), level=5, tanggal=SAAT.date()
    )
    client, url = _sebagai(hr_dari(instansi)), reverse("admin:mentoring_profilmentor_undang")
    with time_machine.travel(SAAT, tick=False):
        assert "Analisis data level 5, Komunikasi level 4<" in client.get(url).content.decode()
        jawaban = client.post(url, {}, follow=True)
    assert "Pilih sedikitnya satu pegawai." in jawaban.content.decode()
    assert not ProfilMentor.objects.exists()


def test_a_senior_is_named_with_what_they_hold_and_becomes_a_mentor_by_their_own_yes(instansi: Any) -> None:
    orang = _senior(instansi)
    _senior(instansi, jabatan__jabatan__jenjang=31)
    (calon,) = senior_candidates(instansi, at=SAAT)
    assert (calon.pegawai_id, calon.keahlian) == (orang.pk, [(("komunikasi", None), 4)])
    hr = hr_dari(instansi)
    for kali in (1, 0):
        hasil = invite_seniors(instansi=instansi, pegawai_ids=[orang.pk], actor=hr, at=SAAT)
        assert hasil.jadi == kali
    profil = ProfilMentor.objects.get()
    assert profil.status == StatusMentor.DIUNDANG
    assert not ProfilMentor.objects.tersedia().exists()
    keahlian = recorded_skills(orang, per=SAAT.date())
    assert [(k.nama, k.level) for k in keahlian][:2] == [("Komunikasi", 4), ("Integritas", 2)]
    assert all(k.level >= 2 for k in keahlian)
    isi = {
        "kapasitas": 1,
        "cara": ["telepon"],
        "senang_membantu": " ",
        "actor": PenggunaPabrik(pegawai=orang),
    }
    with pytest.raises(DomainError, match="sedikitnya satu kompetensi"):
        offer_to_mentor(pegawai=orang, keahlian=[("", 999)], versi=0, at=SAAT, **isi)
    offer_to_mentor(pegawai=orang, keahlian=[("komunikasi", None)], versi=0, at=SAAT, **isi)
    with pytest.raises(DomainError, match="berubah sejak"):
        offer_to_mentor(pegawai=orang, keahlian=[("komunikasi", None)], versi=0, at=SAAT, **isi)
    profil.refresh_from_db()
    assert (profil.status, profil.tatap_muka, profil.telepon) == (StatusMentor.AKTIF, False, True)


def test_a_mentor_does_not_promise_fewer_places_than_are_taken(instansi: Any) -> None:
    orang = _senior(instansi)
    profil = ProfilMentorPabrik(pegawai=orang, kapasitas=2)
    for _ in range(2):
        PasanganPabrik(mentor=profil)
    with pytest.raises(DomainError, match="2 tempat"):
        offer_to_mentor(
            pegawai=orang, keahlian=[("komunikasi", None)], kapasitas=1, cara=["telepon"], senang_membantu="",
            versi=0, actor=PenggunaPabrik(pegawai=orang), at=SAAT,
        )  # fmt: skip


# -- gaps and programmes --------------------------------------------------------------------------------


@pytest.fixture
def celah(monkeypatch: pytest.MonkeyPatch) -> dict[int, list[Celah]]:
    """What the last run is said to know."""
    isi: dict[int, list[Celah]] = {}
    monkeypatch.setattr(menunggu, "_CELAH", [lambda *_: isi])
    return isi


def test_whoever_is_short_waits_in_the_programme_that_is_about_it(
    instansi: Any, celah: dict[int, list[Celah]]
) -> None:
    program = ProgramMentoringPabrik(instansi=instansi)
    program.kompetensi.create(kompetensi="komunikasi")
    ani, budi, ditarik, berpasangan = (PegawaiPabrik(instansi=instansi, fungsional=True) for _ in range(4))
    for o in (ani, ditarik, berpasangan):
        celah[o.pk] = [Celah(("integritas", None), 1, 3), Celah(("komunikasi", None), 2, 3)]
    celah[budi.pk] = [Celah(("integritas", None), 1, 3)]
    PermintaanPabrik(pegawai=ditarik, status=StatusPermintaan.DITARIK, diubah_pada=SAAT)
    PasanganPabrik(mentee=berpasangan)
    hr = hr_dari(instansi)
    assert arrange_suggestions(instansi=instansi, actor=hr, at=SAAT) == (2, True)
    assert arrange_suggestions(instansi=instansi, actor=hr, at=SAAT) == (0, True)
    baru = PermintaanMentor.objects.menunggu().order_by("pegawai")
    assert [(p.pegawai, p.kompetensi, p.program, p.asal) for p in baru] == [
        (ani, "komunikasi", program, AsalPermintaan.CELAH),
        (budi, "integritas", None, AsalPermintaan.CELAH),
    ]


def test_hr_puts_people_into_a_programme_and_is_told_who_was_left_out(
    instansi: Any, celah: dict[int, list[Celah]]
) -> None:
    program = ProgramMentoringPabrik(instansi=instansi, untuk=SasaranProgram.PNS)
    ani, tanpa, sudah = (PegawaiPabrik(instansi=instansi, fungsional=True) for _ in range(3))
    pppk = PegawaiPabrik(instansi=instansi, pppk=True)
    for o in (ani, sudah, pppk):
        celah[o.pk] = [Celah(("komunikasi", None), 2, 3)]
    PermintaanPabrik(pegawai=sudah)
    nip = [o.nip for o in (ani, tanpa, sudah, pppk)] + ["1" * 18]
    hasil = put_into_program(program_id=program.pk, nip=nip, actor=hr_dari(instansi), at=SAAT)
    assert hasil.jadi == 1
    assert sorted(d.sebab for d in hasil.dilewati) == [
        "Program ini untuk PNS.",
        "Sudah menunggu, atau sudah mempunyai mentor.",
        "Tidak ada celah yang sesuai pada perhitungan terakhir.",
        "Tidak ditemukan di instansi ini, atau tidak bertugas.",
    ]
    assert ani.permintaan_mentor.get().asal == AsalPermintaan.PROGRAM
    program.selesai = date(2026, 11, 1)
    program.save()
    with pytest.raises(DomainError, match="sudah ditutup"):
        put_into_program(program_id=program.pk, nip=nip, actor=hr_dari(instansi, username="x"), at=SAAT)


def test_a_tab_of_somebody_else_stands_beside_ours() -> None:
    assert tabs("saran")[0]["teks"] == "Saran pasangan"
    assert [t["aktif"] for t in tabs("saran")].count(True) == 1
