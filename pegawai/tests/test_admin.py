"""The HR door of people: who may enter, what exists for them, what is logged, what a list costs."""

from datetime import date

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.lib.sandi import kunci_sandi
from pegawai.enums import JenisPeran, Register
from pegawai.models import CakupanData, Pegawai, Peran, RiwayatPangkat
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

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


def berperan(client, jenis, instansi, **lain):
    pengguna = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=pengguna, jenis=jenis, instansi=instansi, **lain)
    client.force_login(pengguna)
    return pengguna


def ubah(pegawai):
    return reverse("admin:pegawai_pegawai_change", args=[pegawai.pk])


def isian(pegawai, **lain):
    isi = {
        "kedudukan_hukum": pegawai.kedudukan_hukum, "nama": pegawai.nama, "tanggal_lahir": "1985-01-01",
        "jenis_kelamin": "P", "alasan": "SK 800/12/2026", "versi_dibaca": pegawai.versi,
        "unit": "", "atasan": "", "tmt_cpns": "2010-03-01", "tmt_pns": "2011-04-01",
    }  # fmt: skip
    return {**isi, **lain}


def kirim(client, pegawai, *, follow=False, **lain):
    """Post the form of a person as a browser would: with the management forms of the read-only histories."""
    manajemen = {}
    for f in client.get(ubah(pegawai)).context["inline_admin_formsets"]:
        for nama, nilai in f.formset.management_form.initial.items():
            manajemen[f"{f.formset.prefix}-{nama}"] = nilai
    return client.post(ubah(pegawai), {**manajemen, **isian(pegawai, **lain)}, follow=follow)


# -- who may enter --------------------------------------------------------------------------------


def test_a_stranger_is_sent_to_the_one_sign_in_page(client):
    jawaban = client.get(reverse(DAFTAR), follow=True)
    assert jawaban.redirect_chain[-1][0].startswith(reverse("account_login"))


@pytest.mark.parametrize("staf", [True, False])
def test_an_account_without_a_role_is_refused(client, staf):
    client.force_login(PenggunaPabrik(is_staff=staf))
    assert client.get(reverse("admin:index"), follow=True).status_code == 403


def test_a_role_that_ended_yesterday_opens_nothing(client, hr):
    assert client.get(reverse("admin:index")).status_code == 200
    Peran.objects.update(sampai=date(2020, 1, 2))
    assert client.get(reverse("admin:index"), follow=True).status_code == 403


def test_the_way_back_after_signing_in_never_leaves_this_host(client, hr):
    jawaban = client.get(reverse("admin:login") + "?next=//jahat.example/")
    assert jawaban.url == reverse("admin:index")


# -- scope ----------------------------------------------------------------------------------------


def test_people_of_another_instansi_do_not_exist(client, hr):
    luar = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    PegawaiPabrik()
    assert client.get(reverse(DAFTAR)).context["cl"].result_count == 1
    for nama in ("change", "history", "nik"):
        assert client.get(reverse(f"admin:pegawai_pegawai_{nama}", args=[luar.pk])).status_code == 404


def test_a_posted_atasan_from_outside_is_refused(client, hr):
    pegawai, luar = PegawaiPabrik(), PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    jawaban = kirim(client, pegawai, atasan=luar.nip)
    assert jawaban.status_code == 200
    assert f"Tidak ada yang cocok dengan «{luar.nip}»" in jawaban.content.decode()
    pegawai.refresh_from_db()
    assert pegawai.atasan is None


def test_autocomplete_offers_nobody_from_outside(client, hr):
    dalam = PegawaiPabrik(nama="Sulaiman Dalam")
    PegawaiPabrik(nama="Sulaiman Luar", instansi=InstansiPabrik(kode="lain"))
    isi = {"app_label": "pegawai", "model_name": "pegawai", "field_name": "atasan", "term": "Sulai"}
    hasil = client.get(reverse("admin:autocomplete"), isi).json()["results"]
    assert [h["text"] for h in hasil] == [f"Sulaiman Dalam ({dalam.nip})"]


def test_an_operator_sees_the_own_subtree_and_changes_nothing(client, instansi):
    atas = UnitKerjaPabrik(instansi=instansi)
    dalam = PegawaiPabrik(unit=UnitKerjaPabrik(induk=atas))
    luar = PegawaiPabrik(unit=UnitKerjaPabrik(instansi=instansi))
    berperan(client, JenisPeran.OPERATOR_UNIT, instansi, unit=atas)
    assert client.get(ubah(dalam)).status_code == 200
    assert client.get(ubah(luar)).status_code == 404
    assert client.post(ubah(dalam), isian(dalam, nama="Lain")).status_code == 403
    assert client.get(reverse("admin:pegawai_impor_changelist")).status_code == 403


def test_an_auditor_reads_and_changes_nothing(client, instansi):
    pegawai = PegawaiPabrik()
    berperan(client, JenisPeran.AUDITOR, instansi)
    assert client.get(ubah(pegawai)).status_code == 200
    assert client.post(ubah(pegawai), isian(pegawai, nama="Lain")).status_code == 403
    assert client.get(reverse("admin:pegawai_cakupandata_add")).status_code == 403


@pytest.mark.parametrize(
    ("model", "saring"),
    [
        ("pegawai", "nik_indeks__startswith=a"),
        ("pegawai", "atasan__nip__startswith=19"),
        ("pengguna", "password__startswith=md5"),
        ("riwayatpangkat", "pegawai__akun__password__startswith=a"),
    ],
)
def test_a_filter_typed_into_the_address_cannot_feel_out_hidden_columns(client, hr, model, saring):
    assert client.get(f"{reverse(f'admin:pegawai_{model}_changelist')}?{saring}").status_code == 400


# -- changes ----------------------------------------------------------------------------------------


def test_a_correction_keeps_old_new_who_and_why(client, hr):
    pegawai = PegawaiPabrik(nama="Andi")
    jawaban = kirim(client, pegawai, nama="Andi Wijaya")
    assert jawaban.status_code == 302
    pegawai.refresh_from_db()
    assert (pegawai.nama, pegawai.versi) == ("Andi Wijaya", 2)
    teks = client.get(reverse("admin:pegawai_pegawai_history", args=[pegawai.pk])).content.decode()
    assert "Andi menjadi Andi Wijaya" in teks
    assert "SK 800/12/2026" in teks


@pytest.mark.parametrize("teks", ["0812abc", "08123", "+" * 12, "0812345678901234567"])
def test_what_cannot_be_dialled_is_no_telephone_number(client, hr, teks):
    pegawai = PegawaiPabrik()
    assert "8 sampai 15 angka" in kirim(client, pegawai, no_hp=teks).content.decode()
    pegawai.refresh_from_db()
    assert pegawai.no_hp == ""


def test_a_telephone_number_is_kept_as_its_digits(client, hr):
    pegawai = PegawaiPabrik()
    kirim(client, pegawai, no_hp="+62 812-3456-7890")
    pegawai.refresh_from_db()
    assert pegawai.no_hp == "+6281234567890"


def test_an_old_number_does_not_stop_another_correction(client, hr):
    pegawai = PegawaiPabrik(no_hp="0812abc")
    assert kirim(client, pegawai, no_hp="0812abc", nama="Nama Baru").status_code == 302
    pegawai.refresh_from_db()
    assert (pegawai.nama, pegawai.no_hp) == ("Nama Baru", "0812abc")


def test_a_correction_without_a_reason_is_refused(client, hr):
    pegawai = PegawaiPabrik(nama="Andi")
    jawaban = kirim(client, pegawai, nama="Lain", alasan="")
    assert "Tuliskan alasan perubahan" in jawaban.content.decode()
    pegawai.refresh_from_db()
    assert pegawai.nama == "Andi"


def test_a_stale_correction_is_refused(client, hr):
    pegawai = PegawaiPabrik(nama="Andi")
    Pegawai.objects.update(versi=5)
    jawaban = kirim(client, pegawai, nama="Lain")
    assert "Orang lain mengubah data" in jawaban.content.decode()
    pegawai.refresh_from_db()
    assert pegawai.nama == "Andi"


def test_an_atasan_who_would_make_a_circle_is_refused_with_a_message(client, hr):
    atas = PegawaiPabrik()
    bawah = PegawaiPabrik(atasan=atas)
    jawaban = kirim(client, atas, atasan=bawah.nip, follow=True)
    assert "saling menilai" in jawaban.content.decode()
    atas.refresh_from_db()
    assert atas.atasan is None


@pytest.mark.parametrize("kolom", ["nip", "siasn_id", "instansi", "jenis", "versi", "nik_sandi"])
def test_what_the_form_does_not_show_cannot_be_posted(client, hr, kolom):
    pegawai = PegawaiPabrik()
    lama = getattr(pegawai, kolom)
    kirim(client, pegawai, **{kolom: "2"})
    pegawai.refresh_from_db()
    assert getattr(pegawai, kolom) == (2 if kolom == "versi" else lama)


def test_a_history_row_is_added_from_the_person_and_counts_as_a_change(client, hr):
    pegawai = PegawaiPabrik()
    url = f"{reverse('admin:pegawai_riwayatpangkat_add')}?pegawai={pegawai.pk}"
    assert str(pegawai) in client.get(url).content.decode()
    isi = {"pegawai": pegawai.nip, "pangkat": "1-10", "tmt": "2026-04-01", "sumber": "SK"}
    assert client.post(url, isi).url == ubah(pegawai)
    assert RiwayatPangkat.objects.get(pegawai=pegawai).golongan == 10


def test_a_history_row_of_a_foreign_person_is_refused(client, hr):
    luar = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    isi = {"pegawai": luar.nip, "pangkat": "1-10", "tmt": "2026-04-01", "sumber": "SK"}
    assert client.post(reverse("admin:pegawai_riwayatpangkat_add"), isi).status_code == 200
    assert not RiwayatPangkat.objects.exists()


def test_a_register_is_declared_complete_by_the_officer_who_is_signed_in(client, hr, instansi):
    isi = {
        "instansi": instansi.pk, "register": Register.UJIAN.value, "mulai": "2026-01-01",
        "sampai": "2026-12-31", "sumber": "Surat 1/2026", "dinyatakan_oleh": 999,
    }  # fmt: skip
    client.post(reverse("admin:pegawai_cakupandata_add"), isi)
    cakupan = CakupanData.objects.get()
    assert cakupan.dinyatakan_oleh == hr
    assert client.post(reverse("admin:pegawai_cakupandata_change", args=[cakupan.pk]), isi).status_code == 403


# -- trail --------------------------------------------------------------------------------------------


def test_every_opened_person_leaves_a_trail_row(client, hr):
    pegawai = PegawaiPabrik()
    client.get(ubah(pegawai))
    jejak = Jejak.objects.get(subjek_jenis="pegawai", subjek_id=pegawai.pk)
    assert (jejak.pelaku_id, jejak.tindakan, jejak.kanal) == (hr.pk, "lihat", "admin")


def test_everybody_on_a_page_of_a_list_gets_a_trail_row(client, hr):
    dua = {PegawaiPabrik().pk, PegawaiPabrik().pk}
    client.get(reverse(DAFTAR))
    assert set(Jejak.objects.filter(tindakan="lihat_daftar").values_list("subjek_id", flat=True)) == dua


def test_everybody_suggested_while_typing_gets_a_trail_row(client, hr):
    ada = PegawaiPabrik(nama="Sulaiman Dalam")
    isi = {"app_label": "pegawai", "model_name": "pegawai", "field_name": "atasan", "term": "Sulai"}
    client.get(reverse("admin:autocomplete"), isi)
    assert Jejak.objects.get(tindakan="lihat_daftar").subjek_id == ada.pk


def test_the_nik_is_masked_until_a_purpose_is_named_and_logged(client, hr):
    pegawai = PegawaiPabrik(nik_sandi=kunci_sandi("1504010101850001"))
    url = reverse("admin:pegawai_pegawai_nik", args=[pegawai.pk])
    assert "1504010101850001" not in client.get(ubah(pegawai)).content.decode()
    assert "Tuliskan keperluan" in client.post(url, {"keperluan": ""}).content.decode()
    jawaban = client.post(url, {"keperluan": "Pencocokan Taspen"})
    assert "1504010101850001" in jawaban.content.decode()
    assert "no-store" in jawaban["Cache-Control"]
    assert Jejak.objects.get(tindakan="lihat_nik").keperluan == "Pencocokan Taspen"


def test_the_trail_shows_only_people_in_scope(client, hr):
    dalam, luar = PegawaiPabrik(), PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    for p in (dalam, luar):
        Jejak.objects.create(
            pelaku_jenis="sistem", tindakan="uji", subjek_jenis="pegawai", subjek_id=p.pk, kanal="uji"
        )
    cl = client.get(reverse("admin:inti_jejak_changelist")).context["cl"]
    assert [j.subjek_id for j in cl.result_list] == [dalam.pk]
