"""The test before something takes effect, and setting a parameter in two steps."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import Peramban
from karier.models import ParameterInstansi
from karier.services.parameter import nilai_berlaku
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPeran, TingkatPendidikan
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

TUTUP = "periode_kp/angka/jendela_tutup_tanggal"
VERSI = {"versi": "kenaikan_pangkat@2026-11-22"}


@pytest.fixture
def instansi(client):
    """Two people whom only their profesi exempts from the examination, one whom S2 does, and a PPPK."""
    instansi = InstansiPabrik(kode="batanghari", nama="Pemerintah Batanghari")
    nyatakan_lengkap(instansi)
    for pendidikan in (TingkatPendidikan.PROFESI, TingkatPendidikan.PROFESI, TingkatPendidikan.S2):
        memenuhi(instansi=instansi, pangkat__golongan=12, pendidikan__tingkat=pendidikan)
    PegawaiPabrik(pppk=True, instansi=instansi)
    jalankan_sampai_selesai(instansi)
    client.force_login(hr_dari(instansi))
    return instansi


def uji(client, instansi, **saring: Any) -> Any:
    jawaban = client.get(reverse("admin:karier_aturan_uji", args=[instansi.pk]), saring)
    assert jawaban.status_code == 200
    return jawaban


def orang_pada(client, url: str) -> list[int]:
    """Ids of the people on the list, page by page."""
    ids: list[int] = []
    while url:
        teks = client.get(url).content.decode()
        ids += map(int, re.findall(r"/hasil/(\d+)/", teks))
        lanjut = re.search(r'href="([^"]+)" rel="next"', teks)
        url = unescape(lanjut.group(1)) if lanjut else ""
    return ids


def profesi(instansi) -> list[int]:
    orang = Pegawai.objects.filter(instansi=instansi, riwayat_pendidikan__tingkat=TingkatPendidikan.PROFESI)
    return sorted(orang.values_list("pk", flat=True))


def disetel(instansi, entri: str, nilai: int) -> None:
    """A setting that another officer made earlier in the month."""
    ParameterInstansi.objects.create(
        instansi=instansi,
        entri=entri,
        nilai=nilai,
        berlaku_mulai=date(2026, 11, 1),
        dasar="Keputusan Bupati 7/2026",
        ditetapkan_oleh=hr_dari(instansi, nama="Petugas lain"),
    )


# -- a version --------------------------------------------------------------------------------------


def test_a_coming_version_says_how_many_it_changes_and_who(client, instansi):
    isi = uji(client, instansi, **VERSI)
    teks = isi.content.decode()
    assert "Akan mengubah 2 orang." in teks
    assert "4 pegawai diperiksa" in teks
    assert sorted(orang_pada(client, isi.wsgi_request.get_full_path())) == profesi(instansi)
    assert "Ujian dinas" in teks
    assert "terpenuhi menjadi perlu diperiksa" in teks
    assert [(a["hal"], a["dari"], a["menjadi"], a["jumlah"]) for a in isi.context["dampak"]["arah"]] == [
        ("Kenaikan pangkat", "Memenuhi syarat", "Perlu diperiksa", 2)
    ]


def test_every_count_is_the_link_to_a_list_of_exactly_so_many(client, instansi):
    isi = uji(client, instansi, **VERSI).context
    hitung = [(c["url"], c["jumlah"]) for c in (*isi["chip"], *isi["sebab"])]
    assert len(hitung) >= 3
    assert [len(orang_pada(client, url)) for url, _ in hitung] == [n for _, n in hitung]


def test_the_list_pages_over_everybody_once(client, instansi, monkeypatch):
    monkeypatch.setattr("karier.admin.aturan_uji.SEHALAMAN", 1)
    isi = uji(client, instansi, **VERSI)
    ids = orang_pada(client, isi.wsgi_request.get_full_path())
    assert sorted(ids) == profesi(instansi)
    assert len(isi.context["baris"]) == 1


def test_everybody_on_the_list_gets_a_trail_row(client, instansi):
    uji(client, instansi, **VERSI)
    jejak = Jejak.objects.filter(tindakan="lihat_daftar", keperluan__startswith="Uji aturan: ")
    assert sorted(jejak.values_list("subjek_id", flat=True)) == profesi(instansi)


def test_the_version_of_the_run_itself_changes_nobody(client, instansi):
    isi = uji(client, instansi, versi="kenaikan_pangkat@2023-01-01")
    assert "Tidak mengubah hasil siapa pun." in isi.content.decode()
    assert isi.context["baris"] == []


def test_a_list_that_only_someone_elses_filter_knows_is_empty(client, instansi):
    for saring in (
        {"hal": "tiada"},
        {"hal": "kenaikan_pangkat", "alasan": "tiada"},
        {"hal": "kotak", "alasan": "x"},
    ):
        assert uji(client, instansi, **VERSI, **saring).context["baris"] == []


def test_who_moved_to_another_instansi_is_neither_counted_nor_named(client, instansi):
    pindah = Pegawai.objects.get(pk=profesi(instansi)[0])
    pindah.instansi, pindah.unit = InstansiPabrik(kode="nabire"), None
    pindah.save()
    teks = uji(client, instansi, **VERSI).content.decode()
    assert "Akan mengubah 1 orang." in teks
    assert pindah.nip not in teks


def test_without_a_choice_the_versions_are_offered(client, instansi):
    isi = uji(client, instansi)
    pilihan = {p["nilai"]: p["teks"] for p in isi.context["pilihan"]}
    assert pilihan["periode_kp@2024-01-01"] == (
        "Periode kenaikan pangkat PNS, mulai 1 Januari 2024 (diganti mulai 1 Oktober 2025)"
    )
    assert "dampak" not in isi.context


@pytest.mark.parametrize("versi", ["", "jp", "jp@besok", "tiada@2023-01-01"])
def test_a_version_that_is_not_there_is_said_so(client, instansi, versi):
    assert uji(client, instansi, versi=versi).context["halangan"].startswith("Berkas aturan ini tidak ada.")


def test_before_the_first_run_the_page_says_what_to_do(client):
    instansi = InstansiPabrik(kode="nabire")
    client.force_login(hr_dari(instansi))
    assert "Belum ada perhitungan yang selesai." in uji(client, instansi, **VERSI).context["halangan"]


# -- a setting --------------------------------------------------------------------------------------


def test_a_setting_is_made_in_two_steps_after_its_effect_was_seen(client, instansi):
    p = Peramban(client, reverse("admin:karier_aturan"))
    p.tekan("Ubah Jendela tutup tanggal")
    p.kirim("Periksa akibatnya", nilai="1", berlaku_mulai="22-11-2026")
    assert not ParameterInstansi.objects.exists()
    assert "<h1>Tetapkan Jendela tutup tanggal: 1 mulai 22 November 2026?</h1>" in p.isi
    assert "Tidak mengubah hasil siapa pun." in p.isi
    p.kirim("Tetapkan", dasar="Keputusan Bupati 100/2026")
    assert p.alamat.startswith(reverse("admin:karier_aturan"))
    assert "Parameter ditetapkan. Perhitungan berikutnya memakainya." in p.isi
    assert "Keputusan Bupati 100/2026" not in p.isi  # it begins tomorrow
    assert "Mulai 22 November 2026: 1" in p.isi
    assert nilai_berlaku(instansi.pk, date(2026, 11, 22)) == {TUTUP: 1}


def test_a_setting_without_a_document_is_asked_for_it_and_keeps_what_was_typed(client, instansi):
    p = Peramban(client, reverse("admin:karier_aturan_atur", args=[instansi.pk]))
    p.kirim("Periksa akibatnya", entri=TUTUP, nilai="2", berlaku_mulai="22-11-2026")
    p.kirim("Tetapkan", dasar="")
    assert "<title>Galat: " in p.isi
    assert "Tuliskan dokumen yang menetapkan nilai ini." in p.isi
    p.kirim("Tetapkan", dasar="Keputusan Bupati 100/2026")
    assert ParameterInstansi.objects.get().nilai == 2


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"nilai": "29"}, "Nilainya dari 1 sampai 28."),
        ({"nilai": "15,5"}, "Isi bilangan bulat, misalnya 15."),
        ({"nilai": ""}, "Nilai itu sudah berlaku pada 22 November 2026."),
        ({"berlaku_mulai": "31-31-2026"}, "Isi tanggal seperti 01-01-2027."),
        ({"berlaku_mulai": ""}, "Isi tanggal mulai berlakunya."),
        ({"entri": "periode_kp/angka/jendela_tutup_bulan", "nilai": "12"}, "akan ditutup sebelum dibuka"),
        ({"entri": "kenaikan_pangkat/angka/bulan_reguler"}, "Pilih salah satu parameter dari daftar."),
    ],
)
def test_what_cannot_be_set_is_said_on_the_first_step(client, instansi, isian, pesan):
    isi = {"entri": TUTUP, "nilai": "1", "berlaku_mulai": "22-11-2026", **isian}
    jawaban = client.get(reverse("admin:karier_aturan_atur", args=[instansi.pk]), isi)
    teks = jawaban.content.decode()
    assert "<title>Galat: " in teks
    assert pesan in teks
    assert "lanjut" not in jawaban.context


def test_rules_that_changed_meanwhile_are_shown_again_before_they_are_set(client, instansi):
    p = Peramban(client, reverse("admin:karier_aturan_atur", args=[instansi.pk]))
    p.kirim("Periksa akibatnya", entri=TUTUP, nilai="2", berlaku_mulai="22-11-2026")
    disetel(instansi, "talenta/ambang/tinggi", 90)
    p.kirim("Tetapkan", dasar="Keputusan Bupati 100/2026")
    assert "berubah sejak Anda membuka halaman ini" in p.isi
    assert ParameterInstansi.objects.count() == 1
    p.kirim("Tetapkan")
    assert nilai_berlaku(instansi.pk, date(2026, 11, 22)) == {"talenta/ambang/tinggi": 90, TUTUP: 2}


def test_a_set_value_goes_back_to_the_regulation(client, instansi):
    disetel(instansi, TUTUP, 1)
    p = Peramban(client, reverse("admin:karier_aturan_atur", args=[instansi.pk]))
    p.kirim("Periksa akibatnya", entri=TUTUP, nilai="", berlaku_mulai="22-11-2026")
    assert "Jendela tutup tanggal: nilai menurut peraturan mulai 22 November 2026?" in p.isi
    p.kirim("Tetapkan", dasar="Keputusan Bupati 101/2026")
    assert nilai_berlaku(instansi.pk, date(2026, 11, 22)) == {}


def test_a_window_that_moves_the_period_says_that_a_new_run_will_tell(client, instansi):
    isi = {"entri": "periode_kp/angka/jendela_tutup_bulan", "nilai": "2", "berlaku_mulai": "2026-11-22"}
    disetel(instansi, TUTUP, 20)
    dampak = client.get(reverse("admin:karier_aturan_atur", args=[instansi.pk]), isi).context["dampak"]
    assert dampak["peringatan"][0].startswith(
        "Periode yang dinilai berpindah dari TMT 1 Januari 2027 ke TMT 1 Februari 2027."
    )


def test_rows_by_which_facts_are_read_are_named(client, instansi, monkeypatch):
    monkeypatch.setattr(
        "karier.admin.aturan_uji.tak_terlihat",
        lambda a, b: ["kenaikan_pangkat/angka/hukuman_memblokir", "bup/bup"],
    )
    (kalimat,) = uji(client, instansi, **VERSI).context["dampak"]["peringatan"]
    assert kalimat.startswith("Hukuman memblokir dan Batas usia pensiun juga berubah.")


def test_before_the_first_run_a_setting_can_be_made_and_its_effect_is_unknown(client):
    instansi = InstansiPabrik(kode="nabire")
    client.force_login(hr_dari(instansi))
    p = Peramban(client, reverse("admin:karier_aturan_atur", args=[instansi.pk]))
    p.kirim("Periksa akibatnya", entri=TUTUP, nilai="2", berlaku_mulai="01-01-2026")
    assert "Belum ada perhitungan yang selesai." in p.isi
    p.kirim("Tetapkan", dasar="Keputusan Bupati 100/2026")
    assert ParameterInstansi.objects.get().berlaku_mulai == date(2026, 1, 1)


def test_a_test_of_a_setting_leads_on_to_setting_it(client, instansi):
    isi = {"entri": TUTUP, "nilai": "2", "berlaku_mulai": "2026-11-22"}
    atur = uji(client, instansi, **isi).context["atur"]
    assert client.get(atur).context["judul_lanjut"] == "Jendela tutup tanggal: 2 mulai 22 November 2026"
    assert uji(client, instansi, **VERSI).context["atur"] == ""
    assert "dampak" not in uji(client, instansi, **{**isi, "entri": "jp/angka/jp_pns"}).context


def test_an_unreadable_day_in_an_address_is_today(client, instansi):
    isi = uji(client, instansi, entri=TUTUP, nilai="2", berlaku_mulai="besok")
    assert isi.context["dampak"]["pasangan"].kini.nama == "aturan per 21 November 2026"


def test_hr_of_another_instansi_finds_neither_page(client, instansi):
    client.force_login(hr_dari(InstansiPabrik(kode="nabire")))
    for nama in ("uji", "atur"):
        url = reverse(f"admin:karier_aturan_{nama}", args=[instansi.pk])
        assert client.get(url).status_code == client.post(url).status_code == 404


def test_hr_of_one_unit_sets_nothing_for_the_instansi(client, instansi):
    akun = hr_dari(InstansiPabrik(kode="nabire"))
    unit = UnitKerjaPabrik(instansi=instansi)
    PeranPabrik(pengguna=akun, instansi=instansi, jenis=JenisPeran.HR_INSTANSI, unit=unit)
    client.force_login(akun)
    assert client.get(reverse("admin:karier_aturan_atur", args=[instansi.pk])).status_code == 404


def test_the_list_asks_as_often_for_two_people_as_for_one(client, instansi, monkeypatch):
    url = reverse("admin:karier_aturan_uji", args=[instansi.pk])
    hitung = []
    for sehalaman in (1, 2):
        monkeypatch.setattr("karier.admin.aturan_uji.SEHALAMAN", sehalaman)
        with CaptureQueriesContext(connection) as tangkap:
            assert len(client.get(url, VERSI).context["baris"]) == sehalaman
        hitung.append(len(tangkap))
    assert hitung[0] == hitung[1]
