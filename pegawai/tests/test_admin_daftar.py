"""The list of people in the HR door: search, filters, cost, download; the report page; accounts and menu."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.models import Jejak
from pegawai.models import Peran
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db
DAFTAR = "admin:pegawai_pegawai_changelist"


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def hr(client, instansi):
    pengguna = hr_dari(instansi)
    client.force_login(pengguna)
    return pengguna


@pytest.mark.parametrize(
    ("cari", "jumlah"),
    [
        ("sri", 2),
        ("Sri W", 1),
        ("sr", 0),
        ("198503", 1),
        ("1985 03 01 201003 2 001", 1),
        ("999", 0),
        ("%%%", 0),
    ],
)
def test_search_takes_a_nip_or_three_letters_of_a_name(client, hr, cari, jumlah):
    PegawaiPabrik(nama="Sri Wahyuni", nip="198503012010032001")
    PegawaiPabrik(nama="Sri Lestari", nip="199004042015042002")
    PegawaiPabrik(nama="Budi", nip="197001011995031003")
    assert client.get(reverse(DAFTAR), {"q": cari}).context["cl"].result_count == jumlah


def test_a_filter_by_unit_holds_everything_below_it(client, hr, instansi):
    atas = UnitKerjaPabrik(instansi=instansi)
    PegawaiPabrik(unit=UnitKerjaPabrik(induk=UnitKerjaPabrik(induk=atas)))
    PegawaiPabrik(unit=UnitKerjaPabrik(instansi=instansi))
    assert client.get(reverse(DAFTAR), {"unit": atas.pk}).context["cl"].result_count == 1


@pytest.mark.parametrize(
    ("saring", "jumlah"),
    [
        ({"golongan": "1-10"}, 1), ({"golongan": "2-9"}, 1), ({"golongan": "1-9"}, 0), ({"golongan": "x"}, 0),
        ({"jenis_jabatan": "2"}, 1), ({"jenis_jabatan": "kosong"}, 1), ({"jenjang": "32"}, 1),
        ({"pendidikan": "40"}, 2), ({"jenis__exact": "2"}, 1), ({"unit": "abc"}, 0), ({"temuan": "x"}, 0),
        ({"temuan": "tanpa_golongan"}, 1),
    ],
)  # fmt: skip
def test_filters_read_the_state_of_today(client, hr, saring, jumlah):
    PegawaiPabrik(pelaksana=True)
    PegawaiPabrik(pppk=True)
    PegawaiPabrik()
    assert client.get(reverse(DAFTAR), saring).context["cl"].result_count == jumlah


def test_the_list_takes_the_same_number_of_queries_for_one_row_and_for_twenty(client, hr, instansi):
    PegawaiPabrik(pelaksana=True, unit=UnitKerjaPabrik(instansi=instansi))
    client.get(reverse(DAFTAR))
    with CaptureQueriesContext(connection) as satu:
        client.get(reverse(DAFTAR))
    for _ in range(20):
        PegawaiPabrik(fungsional=True, unit=UnitKerjaPabrik(instansi=instansi))
    client.get(reverse(DAFTAR))
    with CaptureQueriesContext(connection) as banyak:
        client.get(reverse(DAFTAR))
    assert len(banyak) == len(satu)


@pytest.mark.parametrize("bentuk", ["xlsx", "csv"])
def test_the_download_holds_the_filtered_list_and_logs_everybody_in_it(client, hr, bentuk):
    PegawaiPabrik(pelaksana=True)
    PegawaiPabrik(pppk=True)
    url = reverse("admin:pegawai_pegawai_unduh", args=[bentuk])
    jawaban = client.get(url, {"jenis__exact": "2"})
    isi = b"".join(jawaban.streaming_content)
    assert isi.startswith(b"PK" if bentuk == "xlsx" else b"\xef\xbb\xbf")
    assert Jejak.objects.filter(tindakan="unduh").count() == 1


def test_the_download_names_no_atasan_from_outside_the_scope(client, hr):
    dalam, luar = PegawaiPabrik(), PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    PegawaiPabrik(atasan=luar)
    PegawaiPabrik(atasan=dalam)
    jawaban = client.get(reverse("admin:pegawai_pegawai_unduh", args=["csv"]))
    teks = b"".join(jawaban.streaming_content).decode()
    assert teks.count(dalam.nip) == 2
    assert luar.nip not in teks


def test_a_list_page_loads_no_script_that_no_form_needs(client, hr):
    PegawaiPabrik()
    teks = client.get(reverse(DAFTAR)).content.decode()
    assert "xregexp" not in teks
    assert "urlify" not in teks
    assert "<style" not in teks


@pytest.mark.parametrize("menurut", ["golongan", "pendidikan", "jenis_jabatan", "jenis_kelamin", "unit"])
def test_the_report_page_counts_the_people_in_scope(client, hr, menurut):
    PegawaiPabrik.create_batch(2, pelaksana=True)
    PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    kode = f"rekap-{menurut.replace('_', '-')}"
    halaman = client.get(reverse("admin:pegawai_pegawai_laporan_isi", args=[kode]))
    assert halaman.context["baris"][-1] == ["", "Jumlah", "2"]
    unduh = client.get(reverse("admin:pegawai_pegawai_laporan_unduh", args=[kode, "csv"]))
    assert b"Jumlah,2" in b"".join(unduh.streaming_content)


def test_a_report_that_does_not_exist_is_not_found(client, hr):
    assert client.get(reverse("admin:pegawai_pegawai_laporan_isi", args=["gaji"])).status_code == 404


def test_the_command_names_the_properties_it_can_count_by(instansi):
    with pytest.raises(CommandError, match="Pilih rekap menurut: golongan, pendidikan"):
        call_command("rekap", "--instansi", instansi.kode, "--menurut", "gaji")


def test_hr_hands_out_a_sign_in_link_but_gives_no_role_to_themself(client, hr, instansi):
    akun = PenggunaPabrik(pegawai=PegawaiPabrik())
    url = reverse("admin:pegawai_pengguna_tautan", args=[akun.pk])
    assert "/akun/sandi/" in client.post(url).content.decode()
    hr.pegawai = PegawaiPabrik()
    hr.save()
    isi = {
        "pengguna": hr.username,
        "jenis": "auditor",
        "instansi": instansi.pk,
        "mulai": f"{timezone.localdate()}",
    }
    jawaban = client.post(reverse("admin:pegawai_peran_add"), isi, follow=True)
    assert "peran Anda sendiri" in jawaban.content.decode()
    assert Peran.objects.filter(pengguna=hr).count() == 1


def test_a_role_is_given_to_the_account_that_was_picked_not_to_a_part_of_a_name(client, hr, instansi):
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(), nama="Rohana Wulandari")
    isi = {"jenis": "auditor", "instansi": instansi.pk, "mulai": f"{timezone.localdate()}"}
    url = reverse("admin:pegawai_peran_add")
    assert "1 cocok dengan «rohana»" in client.post(url, {**isi, "pengguna": "rohana"}).content.decode()
    assert not Peran.objects.filter(pengguna=akun).exists()
    kata = f"{akun.nama} ({akun.username}) [{akun.pk}]"
    assert client.post(url, {**isi, "pengguna": kata}).status_code == 302
    assert Peran.objects.filter(pengguna=akun).exists()


def test_every_page_of_the_menu_opens(client, hr):
    menu = client.get(reverse("admin:index")).context["menu_admin"]
    butir = [b for kelompok in menu for b in kelompok["butir"]]
    assert len(butir) > 10
    for b in butir:
        assert client.get(b["url"]).status_code == 200, b
