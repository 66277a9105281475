"""Fields of the HR door: a row is typed and found, dates are day first, choices are those that occur."""

import pytest
from django.urls import reverse

from pegawai.models import RiwayatPangkat
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.test_admin import isian, kirim, ubah

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


@pytest.mark.parametrize("cara", ["NIP", "sebagian nama", "kata pada isian"])
def test_an_atasan_is_found_by_what_the_officer_types(client, hr, cara):
    pegawai, atasan = PegawaiPabrik(), PegawaiPabrik(nama="Rohana Wulandari")
    teks = {
        "NIP": atasan.nip,
        "sebagian nama": "rohana",
        "kata pada isian": f"{atasan.nama_gelar} ({atasan.nip})",
    }
    assert kirim(client, pegawai, atasan=teks[cara]).status_code == 302
    pegawai.refresh_from_db()
    assert pegawai.atasan == atasan


def test_what_nobody_sees_in_a_name_does_not_hide_it(client, hr):
    pegawai, atasan = PegawaiPabrik(), PegawaiPabrik(nama="Rohana Wulandari")
    assert kirim(client, pegawai, atasan="Rohana\x00Wulandari").status_code == 302
    pegawai.refresh_from_db()
    assert pegawai.atasan == atasan


def test_words_that_fit_several_people_ask_back_and_name_them(client, hr):
    pegawai = PegawaiPabrik(nama="Andi")
    dua = [PegawaiPabrik(nama="Rohana Wulandari"), PegawaiPabrik(nama="Rohana Sari")]
    teks = kirim(client, pegawai, atasan="rohana").content.decode()
    assert "2 cocok dengan «rohana»" in teks
    for orang in dua:
        assert f'<option value="{orang.nama} ({orang.nip})">' in teks
    pegawai.refresh_from_db()
    assert pegawai.atasan is None


def test_a_field_left_as_it_was_changes_nothing_also_outside_the_scope(client, hr):
    luar = InstansiPabrik(kode="lain")
    pegawai = PegawaiPabrik(atasan=PegawaiPabrik(instansi=luar), unit=UnitKerjaPabrik(instansi=luar))
    isi = client.get(ubah(pegawai)).context["adminform"].form
    seperti_semula = {n: isi[n].value() for n in ("unit", "atasan")}
    assert kirim(client, pegawai, **seperti_semula).status_code == 302
    lama = (pegawai.unit, pegawai.atasan)
    pegawai.refresh_from_db()
    assert (pegawai.unit, pegawai.atasan) == lama


def test_units_of_the_same_name_are_told_apart_by_the_unit_above(client, hr, instansi):
    pegawai = PegawaiPabrik()
    umum = [
        UnitKerjaPabrik(nama="Subbagian Umum", induk=UnitKerjaPabrik(instansi=instansi, nama=f"Dinas {n}"))
        for n in ("Sosial", "Perhubungan")
    ]
    teks = kirim(client, pegawai, unit="Subbagian Umum").content.decode()
    assert f"Subbagian Umum, Dinas Sosial [{umum[0].pk}]" in teks
    kirim(client, pegawai, unit=f"Subbagian Umum, Dinas Perhubungan [{umum[1].pk}]")
    pegawai.refresh_from_db()
    assert pegawai.unit == umum[1]


def test_a_unit_of_another_instansi_cannot_be_typed_by_its_number(client, hr):
    luar = UnitKerjaPabrik(instansi=InstansiPabrik(kode="lain"))
    teks = kirim(client, PegawaiPabrik(), unit=f"{luar.nama} [{luar.pk}]").content.decode()
    assert "Tidak ada yang cocok" in teks


@pytest.mark.parametrize(
    ("ditulis", "diterima"),
    [
        ("31-12-2010", True),
        ("31/12/2010", True),
        ("2010-12-31", True),
        ("12/31/2010", False),
        ("31-12-10", False),
    ],
)
def test_a_date_is_read_day_first_and_never_in_the_american_order(client, hr, ditulis, diterima):
    pegawai = PegawaiPabrik()
    jawaban = kirim(client, pegawai, tmt_pns=ditulis)
    assert (jawaban.status_code == 302) is diterima
    pegawai.refresh_from_db()
    assert (str(pegawai.tmt_pns) == "2010-12-31") is diterima


def test_golongan_is_chosen_by_its_name_and_shown_again_when_corrected(client, hr):
    pegawai = PegawaiPabrik(pelaksana=True)
    baris = RiwayatPangkat.objects.get(pegawai=pegawai)
    url = reverse("admin:pegawai_riwayatpangkat_change", args=[baris.pk])
    form = client.get(url).context["adminform"].form
    assert form["pangkat"].value() == f"{baris.skala}-{baris.golongan}"
    pilihan = dict(dict(form.fields["pangkat"].choices)["PNS"])
    assert pilihan["1-9"] == "III/a Penata Muda"


def test_a_filter_offers_only_what_somebody_in_scope_has(client, hr):
    PegawaiPabrik(pelaksana=True)
    PegawaiPabrik(fungsional=True, instansi=InstansiPabrik(kode="lain"))
    saring = {
        s.parameter_name: s.lookup_choices for s in client.get(reverse(DAFTAR)).context["cl"].filter_specs
    }
    assert [nilai for nilai, _ in saring["jenis__exact"]] == ["1"]
    assert len(saring["golongan"]) == len(saring["jenjang"]) == 1


def test_a_filter_that_nobody_fits_still_filters(client, hr):
    PegawaiPabrik(pelaksana=True)
    assert client.get(reverse(DAFTAR), {"golongan": "2-17"}).context["cl"].result_count == 0


def test_the_tree_of_units_is_offered_indented(client, hr, instansi):
    atas = UnitKerjaPabrik(instansi=instansi, nama="Dinas Sosial")
    UnitKerjaPabrik(induk=atas, nama="Sekretariat")
    saring = client.get(reverse(DAFTAR), {"unit": atas.pk}).context["cl"].filter_specs
    pilihan = next(s for s in saring if s.parameter_name == "unit").lookup_choices
    assert [nama for _, nama in pilihan] == ["Dinas Sosial", "– Sekretariat"]


def test_no_page_of_a_person_needs_jquery(client, hr):
    teks = client.get(ubah(PegawaiPabrik(pelaksana=True))).content.decode()
    assert "jquery" not in teks
    assert "calendar" not in teks


def test_a_posted_form_keeps_what_was_typed_when_it_is_refused(client, hr):
    pegawai = PegawaiPabrik()
    teks = kirim(client, pegawai, atasan="tak ada orangnya").content.decode()
    assert 'value="tak ada orangnya"' in teks
    assert isian(pegawai)["alasan"] in teks
