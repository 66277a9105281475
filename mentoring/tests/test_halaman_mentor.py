"""*Mentor* leads both of a pair to their page, while it runs and after its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.enums import CaraBertemu, StatusMentor, StatusPasangan
from mentoring.models import Pasangan
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from mentoring.tests.pabrik_hidup import PertemuanPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
HALAMAN = "/mentoring/"


def masuk(pegawai: Pegawai) -> Client:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=pegawai))
    return client


def isi(client: Client, url: str = HALAMAN) -> str:
    jawaban = client.get(url)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def alamat(pasangan: Pasangan) -> str:
    return f'href="{reverse("mentoring:pasangan", args=[pasangan.pk])}"'


@pytest.fixture
def berjalan() -> Any:
    return PasanganPabrik()


@pytest.fixture
def berakhir(berjalan: Pasangan) -> Any:
    """An earlier pair of the same mentor."""
    return PasanganPabrik(
        mentor=berjalan.mentor,
        mentee=PegawaiPabrik(instansi=berjalan.mentee.instansi),
        status=StatusPasangan.SELESAI,
        mulai=date(2026, 3, 1),
        selesai=date(2026, 8, 31),
    )


def test_a_mentor_finds_those_they_guide_and_guided(berjalan: Pasangan, berakhir: Pasangan) -> None:
    teks = isi(masuk(berjalan.mentor_pegawai))
    kini, lalu = teks.index("Yang Anda bimbing"), teks.index("Yang sudah berakhir")
    assert kini < teks.index(alamat(berjalan)) < lalu < teks.index(alamat(berakhir))
    assert f"{berakhir.nama_kompetensi}, 1 Maret–31 Agustus 2026" in teks


def test_a_mentor_who_rests_still_finds_them(berjalan: Pasangan) -> None:
    type(berjalan.mentor).objects.update(status=StatusMentor.ISTIRAHAT)
    assert alamat(berjalan) in isi(masuk(berjalan.mentor_pegawai))


def test_a_mentee_opens_the_pair_and_reads_no_list_of_others(berjalan: Pasangan, berakhir: Pasangan) -> None:
    teks = isi(masuk(berjalan.mentee))
    assert alamat(berjalan) in teks
    assert alamat(berakhir) not in teks
    assert "Yang Anda bimbing" not in teks


def test_who_has_neither_is_led_to_the_search(berjalan: Pasangan) -> None:
    teks = isi(masuk(PegawaiPabrik(instansi=berjalan.mentee.instansi)))
    assert "Cari mentor" in teks
    assert "Yang Anda bimbing" not in teks
    assert "Yang sudah berakhir" not in teks


def test_the_home_page_leads_a_mentor_there(berjalan: Pasangan) -> None:
    teks = isi(masuk(berjalan.mentor_pegawai), "/")
    assert "Anda membimbing 1 orang" in teks
    assert "Anda membimbing" not in isi(masuk(berjalan.mentee), "/")


def test_whatsapp_keeps_its_name_and_no_sentence_ends_twice(berjalan: Pasangan) -> None:
    PertemuanPabrik(pasangan=berjalan, kanal=CaraBertemu.WHATSAPP, terjadi=True)
    Pegawai.objects.filter(pk=berjalan.mentor_pegawai_id).update(gelar_belakang="S.Pd.")
    mentee = masuk(berjalan.mentee)
    assert ", WhatsApp, " in isi(mentee, reverse("mentoring:pasangan", args=[berjalan.pk]))
    assert "S.Pd.." not in isi(mentee, reverse("mentoring:akhiri", args=[berjalan.pk]))


@pytest.mark.parametrize("nama", ["pertemuan_catat", "pertemuan_atur"])
def test_what_need_not_be_filled_is_told_once(berjalan: Pasangan, nama: str) -> None:
    teks = isi(masuk(berjalan.mentee), reverse(f"mentoring:{nama}", args=[berjalan.pk]))
    assert "tidak wajib" in teks
    assert "boleh kosong" not in teks


def test_a_profile_that_never_guided_shows_no_empty_list() -> None:
    profil = ProfilMentorPabrik()
    assert "Yang Anda bimbing" not in isi(masuk(profil.pegawai))


@pytest.mark.parametrize("nama", ["sasaran", "akhiri", "catatan"])
def test_a_refused_form_says_galat_once_in_its_title(berjalan: Pasangan, nama: str) -> None:
    jawaban = masuk(berjalan.mentee).post(reverse(f"mentoring:{nama}", args=[berjalan.pk]), {})
    judul = jawaban.content.decode().partition("<title>")[2].partition("</title>")[0]
    assert judul.startswith("Galat: ")
    assert judul.count("Galat") == 1
