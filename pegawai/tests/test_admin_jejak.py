"""Jejak akses: lines about one person, found by NIP or name; what a line is about; nothing out of scope."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.audit import catat_baca, catat_satu_satu
from asn_karier.lib.models import Jejak
from pegawai.admin import jejak
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

pytestmark = pytest.mark.django_db
DAFTAR = "admin:inti_jejak_changelist"


@pytest.fixture
def instansi() -> Instansi:
    i: Instansi = InstansiPabrik(kode="batanghari")
    return i


@pytest.fixture
def dewi(instansi: Instansi) -> Pegawai:
    """Read once, like her colleague."""
    p: Pegawai = PegawaiPabrik(instansi=instansi, nama="Dewi Lubis", nip="198501012010012001")
    catat_baca(pengguna=None, pegawai_ids=[p.pk, PegawaiPabrik(instansi=instansi).pk], kanal="uji")
    return p


@pytest.fixture
def meja(client: Client, instansi: Instansi) -> Client:
    client.force_login(hr_dari(instansi))
    return client


def tentang(meja: Client, teks: str, **lain: str) -> list[int | None]:
    daftar: Any = meja.get(reverse(DAFTAR), {"tentang": teks, **lain}).context["cl"]
    return [j.subjek_id for j in daftar.result_list]


@pytest.mark.parametrize("teks", ["198501012010012001", "1985 0101", "dewi", " Lubis Dewi "])
def test_lines_are_found_by_the_person_they_are_about(meja: Client, dewi: Pegawai, teks: str) -> None:
    assert tentang(meja, teks) == [dewi.pk]


@pytest.mark.parametrize("teks", ["de", "Tidak Ada", "999", "x" * 5000, "%", "' OR 1=1 --"])
def test_nobody_by_that_name_is_an_empty_list(meja: Client, dewi: Pegawai, teks: str) -> None:
    assert tentang(meja, teks) == []


def test_the_filter_goes_with_the_others_and_keeps_them(meja: Client, dewi: Pegawai) -> None:
    catat_baca(pengguna=None, pegawai_ids=[dewi.pk], kanal="uji", tindakan="unduh")
    assert tentang(meja, "dewi", tindakan="unduh") == [dewi.pk]
    isi = meja.get(reverse(DAFTAR), {"tentang": "dewi", "tindakan": "unduh"}).content.decode()
    assert 'name="tentang" id="tentang" value="dewi"' in isi
    assert '<input type="hidden" name="tindakan" value="unduh">' in isi
    assert '<a href="?tindakan=unduh">Semua pegawai</a>' in isi


def test_a_person_out_of_scope_is_not_found_even_where_a_line_of_theirs_is_in_sight(
    meja: Client, instansi: Instansi
) -> None:
    luar = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), nama="Orang Luar")
    catat_baca(pengguna=Pengguna.objects.get(), pegawai_ids=[luar.pk], kanal="uji")  # by the reader themself
    assert tentang(meja, "Orang Luar") == tentang(meja, luar.nip) == []


def test_an_auditor_does_not_find_a_decision_by_the_person(client: Client, dewi: Pegawai) -> None:
    akun = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=akun, jenis=JenisPeran.AUDITOR, instansi=dewi.instansi)
    client.force_login(akun)
    Jejak.objects.all().delete()
    catat_satu_satu(pengguna=None, tindakan="uji", baris=[(dewi.pk, {"keputusan": 1})], kanal="uji")
    assert tentang(client, "dewi") == []
    catat_satu_satu(pengguna=None, tindakan="uji", baris=[(dewi.pk, {})], kanal="uji")
    assert tentang(client, "dewi") == [dewi.pk]


def test_a_name_that_too_many_share_asks_for_more_of_it(
    meja: Client, dewi: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jejak, "ORANG_TERBANYAK", 1)
    PegawaiPabrik(instansi=dewi.instansi, nama="Dewi Sari")
    jawaban = meja.get(reverse(DAFTAR), {"tentang": "dewi"})
    assert jawaban.context["cl"].result_count == 0
    assert "Lebih dari 1 orang cocok. Tulis NIP" in jawaban.content.decode()
    assert tentang(meja, "dewi lubis") == [dewi.pk]


def test_the_lines_of_a_person_are_read_along_the_index_of_the_subject(meja: Client, dewi: Pegawai) -> None:
    with CaptureQueriesContext(connection) as isi:
        tentang(meja, "dewi")
    baca = [q["sql"] for q in isi if '"inti_jejak"' in q["sql"] and '"subjek_id" IN (' in q["sql"]]
    assert baca
    assert all(f'"subjek_id" IN ({dewi.pk})' in sql for sql in baca)


@pytest.mark.parametrize(
    ("rincian", "teks"),
    [
        ({"perihal": "Kenaikan pangkat 1 Januari 2027: III/c", "rekomendasi": 7},
         "(Kenaikan pangkat 1 Januari 2027: III/c)"),
        ({"rekomendasi": 7}, "(rekomendasi nomor 7)"),
    ],
)  # fmt: skip
def test_a_line_says_which_recommendation_was_decided(
    meja: Client, dewi: Pegawai, rincian: dict[str, Any], teks: str
) -> None:
    catat_satu_satu(pengguna=None, tindakan="rekomendasi_tunda", baris=[(dewi.pk, rincian)], kanal="uji")
    assert f"Dewi Lubis {teks}" in meja.get(reverse(DAFTAR)).content.decode()
