"""The pages of requests: flow 11 in four clicks, the desk of HR, operators, and who has looked."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import teks
from pegawai.enums import JenisPeran, StatusUsulan
from pegawai.models import UsulanPerubahan
from pegawai.services.usulan_rekam import BELUM_TERCATAT, REKAM
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import (
    HasilUjianPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_usulan import ajukan

pytestmark = pytest.mark.django_db
DAFTAR = reverse("admin:pegawai_usulanperubahan_changelist")


@pytest.fixture
def unit():
    return UnitKerjaPabrik()


@pytest.fixture
def saya(unit):
    return PegawaiPabrik(pelaksana=True, instansi=unit.instansi, unit=unit, nama="Sari")


@pytest.fixture
def akun(saya):
    return PenggunaPabrik(pegawai=saya)


@pytest.fixture
def hr(saya):
    return hr_dari(saya.instansi)


def isian(halaman) -> dict[str, str]:
    """What a browser would send back: every field with what stands in it, the hidden ones too."""
    form = halaman.context["form"]
    kirim = {}
    for nama, ruas in form.fields.items():
        if nama in ("berkas", "foto"):
            continue
        nilai = form[nama].initial
        teks = ruas.widget.format_value(ruas.prepare_value(nilai)) if nilai is not None else ""
        kirim[nama] = teks[0] if isinstance(teks, list) else (teks or "")
        kirim[f"initial-{nama}"] = kirim[nama]
    return kirim


def test_wrong_data_is_reported_in_four_clicks_and_the_status_stands_beside_the_value(client, saya, akun):
    client.force_login(akun)
    data = teks(client.get(reverse("pegawai:data_saya")))
    klik = 1
    pilih = client.get(re.search(r'href="(/data-saya/keliru/)"', data)[1])
    baris = saya.riwayat_pangkat.get()
    ke = reverse("pegawai:usulkan", args=["pangkat", baris.pk])
    assert ke in teks(pilih)
    klik += 1
    halaman = client.get(ke)
    kirim = {**isian(halaman), "nomor_sk": "SK/77"}
    klik += 1  # the evidence
    jawaban = client.post(ke, {**kirim, "foto": unggahan("IMG_1.jpg", foto(lokasi=True))}, follow=True)
    klik += 1
    assert klik == 4
    assert jawaban.redirect_chain[-1][0] == reverse("pegawai:usul_saya")
    usulan = UsulanPerubahan.objects.get()
    assert (usulan.usul, usulan.lama) == ({"nomor_sk": "SK/77"}, {"nomor_sk": ""})
    assert "menunggu BKPSDM; nilai lama masih dipakai" in teks(client.get(reverse("pegawai:data_saya")))
    lagi = client.post(ke, {**kirim, "foto": unggahan("IMG_1.jpg", foto())}, follow=True)
    assert "sudah terkirim" in teks(lagi)
    assert UsulanPerubahan.objects.count() == 1


@pytest.mark.parametrize("kode", sorted(k for k, r in REKAM.items() if r.tambah))
def test_a_row_that_is_missing_is_told_in_words(client, saya, akun, kode):
    client.force_login(akun)
    ke = reverse("pegawai:usulkan", args=[kode, 0])
    assert REKAM[kode].tambah in teks(client.get(ke))
    foto_sk = {"foto": unggahan("IMG_1.jpg", foto())}
    assert "Tuliskan apa yang belum tercatat" in teks(client.post(ke, {BELUM_TERCATAT: "", **foto_sk}))
    client.post(ke, {BELUM_TERCATAT: "SK nomor 12 tanggal 3 Mei 2021", "foto": unggahan("IMG_2.jpg", foto())})
    assert UsulanPerubahan.objects.get().usul == {BELUM_TERCATAT: "SK nomor 12 tanggal 3 Mei 2021"}


def test_a_record_that_changed_while_the_form_was_open_is_not_taken_for_what_was_typed(client, saya, akun):
    client.force_login(akun)
    ke = reverse("pegawai:usulkan", args=["kontak", 0])
    kirim = {**isian(client.get(ke)), "email": "sari@contoh.invalid"}
    saya.no_hp = "0811111111"
    saya.save()
    client.post(ke, kirim)
    assert UsulanPerubahan.objects.get().usul == {"email": "sari@contoh.invalid"}


@pytest.mark.parametrize(
    ("ubah", "berkas", "pesan"),
    [
        ({}, unggahan(), "masih sama"),
        ({"tmt": "31-31-2020"}, unggahan(), "isi tanggal seperti 31-01-2027"),
        ({"tmt": ""}, unggahan(), "Isi TMT golongan"),
        ({"golongan": "99"}, unggahan(), "Ada yang perlu diperbaiki"),
        ({"masa_kerja_tahun": "banyak"}, unggahan(), "berupa angka"),
        ({"masa_kerja_tahun": "9" * 30}, unggahan(), "Ada yang perlu diperbaiki"),
        ({"nomor_sk": "SK/1"}, None, "Lampirkan bukti"),
        ({"nomor_sk": "SK/1"}, unggahan("x.svg", b"<svg/>"), "Berkas harus PDF, JPG, atau PNG"),
        ({"nomor_sk": "SK/1\x00"}, unggahan(), "Ada yang perlu diperbaiki"),
        ({"nomor_sk": "x" * 5000}, unggahan(), "Ada yang perlu diperbaiki"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_nothing_is_kept(client, saya, akun, ubah, berkas, pesan):
    client.force_login(akun)
    ke = reverse("pegawai:usulkan", args=["pangkat", saya.riwayat_pangkat.get().pk])
    if berkas:
        berkas.seek(0)
    kirim = {**isian(client.get(ke)), **ubah, **({"berkas": berkas} if berkas else {})}
    jawaban = client.post(ke, kirim)
    assert jawaban.status_code == 200
    assert pesan in teks(jawaban)
    assert not UsulanPerubahan.objects.exists()


def test_rows_of_others_and_kinds_that_do_not_exist_are_not_found(client, saya, akun):
    client.force_login(akun)
    milik_lain = PegawaiPabrik(pelaksana=True).riwayat_pangkat.get()
    for kode, pk in (("pangkat", milik_lain.pk), ("pangkat", 10**12), ("rahasia", 0), ("identitas", 5)):
        assert client.get(reverse("pegawai:usulkan", args=[kode, pk])).status_code == 404


def test_hr_sees_the_clock_decides_and_downloads_the_evidence_with_a_trail(client, saya, akun, hr):
    lama = ajukan(saya, akun, at=timezone.now() - timedelta(hours=80))
    ajukan(saya, akun, "kepegawaian", tmt_pns="2012-04-01")
    client.force_login(hr)
    assert "lewat 3 × 24 jam" in teks(client.get(reverse("admin:index")))
    daftar = teks(client.get(DAFTAR))
    assert daftar.index("Lewat batas sejak") < daftar.index("71 jam lagi")
    satu = reverse("admin:pegawai_usulanperubahan_change", args=[lama.pk])
    assert "0812" in teks(client.get(satu))
    unduh = client.get(reverse("admin:pegawai_usulanperubahan_bukti", args=[lama.pk, "bukti"]))
    assert unduh["Content-Disposition"].startswith("attachment")
    assert Jejak.objects.filter(tindakan="unduh_bukti", pelaku_id=hr.pk, subjek_id=saya.pk).exists()
    ke = reverse("admin:pegawai_usulanperubahan_putuskan", args=[lama.pk, "terima"])
    client.get(ke)
    client.post(ke, {"versi": lama.versi, "catatan": ""})
    lagi = client.post(ke, {"versi": lama.versi, "catatan": ""})
    assert "berubah sejak Anda buka" in teks(lagi)
    saya.refresh_from_db()
    assert saya.no_hp == "081234567890"
    tolak = reverse("admin:pegawai_usulanperubahan_putuskan", args=[lama.pk, "kembalikan"])
    assert "Tuliskan catatan" in teks(client.post(tolak, {"versi": 2}))


def test_several_simple_ones_are_accepted_after_a_page_that_names_them(client, saya, akun, hr):
    lain = PegawaiPabrik(instansi=saya.instansi)
    sederhana = [ajukan(saya, akun), ajukan(lain, PenggunaPabrik(pegawai=lain))]
    bkn = ajukan(saya, akun, "identitas", nama="Sari Dewi")
    basi = ajukan(saya, akun, "kepegawaian", tmt_pns="2012-04-01")
    client.force_login(hr)
    pilih = {"action": "terima_banyak", "_selected_action": [u.pk for u in (*sederhana, bkn, basi)]}
    halaman = teks(client.post(DAFTAR, pilih))
    assert "Terima 3 usul?" in halaman
    assert f"usul nomor {bkn.pk}" in halaman
    assert UsulanPerubahan.objects.filter(status=StatusUsulan.MENUNGGU).count() == 4
    UsulanPerubahan.objects.filter(pk=basi.pk).update(versi=5)
    client.post(DAFTAR, {**pilih, "ya": "1", **{f"versi_{u.pk}": u.versi for u in (*sederhana, bkn, basi)}})
    menunggu = UsulanPerubahan.objects.filter(status=StatusUsulan.MENUNGGU)
    assert {u.pk for u in menunggu} == {bkn.pk, basi.pk}


def test_an_operator_enters_for_the_unit_only_and_never_what_is_sensitive(client, unit, saya, akun):
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=operator, jenis=JenisPeran.OPERATOR_UNIT, instansi=unit.instansi, unit=unit)
    sebelah = PegawaiPabrik(
        instansi=unit.instansi, unit=UnitKerjaPabrik(instansi=unit.instansi), nama="Sari Lain"
    )
    ujian = HasilUjianPabrik(pegawai=saya)
    client.force_login(operator)
    cari = client.get(reverse("admin:pegawai_usulanperubahan_isikan"), {"q": "sari"}, follow=True)
    assert "Sari Lain" not in teks(cari)
    baris = reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[saya.pk])
    assert cari.request["PATH_INFO"] == baris  # found alone, so chosen
    assert "Hasil ujian" not in teks(client.get(baris))
    ke = reverse("admin:pegawai_usulanperubahan_isikanisi", args=[saya.pk, "kontak", 0])
    assert client.get(ke.replace("kontak/0", f"ujian/{ujian.pk}")).status_code == 404
    assert client.get(baris.replace(str(saya.pk), str(sebelah.pk))).status_code == 404
    jawaban = client.post(ke, {**isian(client.get(ke)), "no_hp": "0812 3333 4444"})
    usulan = UsulanPerubahan.objects.get()
    konfirmasi = reverse("admin:pegawai_usulanperubahan_konfirmasi", args=[usulan.pk])
    assert jawaban.url == konfirmasi
    client.force_login(akun)
    kode = client.post(reverse("pegawai:usul_kode", args=[usulan.pk])).context["kode"]
    client.force_login(operator)
    assert "tidak cocok" in teks(
        client.post(konfirmasi, {"kode": "000000" if kode != "000 000" else "111111"})
    )
    client.post(konfirmasi, {"kode": kode})
    usulan.refresh_from_db()
    assert usulan.status == StatusUsulan.MENUNGGU
    assert (
        client.get(reverse("admin:pegawai_usulanperubahan_putuskan", args=[usulan.pk, "terima"])).status_code
        == 404
    )
    satu = teks(client.get(reverse("admin:pegawai_usulanperubahan_change", args=[usulan.pk])))
    assert f"Diisikan oleh {operator} atas permintaan Sari" in satu


def test_who_has_looked_is_told_by_kind_by_month_and_as_a_file_that_no_spreadsheet_runs(
    client, saya, akun, hr
):
    hr.nama = "=cmd()"
    hr.save()
    client.force_login(hr)
    client.get(reverse("admin:pegawai_pegawai_change", args=[saya.pk]))
    ajukan(saya, akun)
    for orang in (akun, hr_dari(saya.instansi, pegawai=PegawaiPabrik(pppk=True, instansi=saya.instansi))):
        client.force_login(orang)
        assert client.get(reverse("pegawai:siapa")).status_code == 200
    client.force_login(akun)
    halaman = client.get(reverse("pegawai:siapa"), {"jenis": "baca", "sebelum": "x"})
    assert [j.oleh for j in halaman.context["jejak"]] == ["=cmd()"]
    assert [[n for _, n in b.jumlah] for b in halaman.context["bulan"]] == [[1, 0, 0]]
    assert client.get(reverse("pegawai:siapa"), {"jenis": "unduh"}).context["jejak"] == []
    berkas = b"".join(client.get(reverse("pegawai:siapa_unduh"))).decode()
    assert "'=cmd()" in berkas
    assert "Melihat data" in berkas


def test_another_instansi_finds_no_request(client, saya, akun):
    usulan = ajukan(saya, akun)
    client.force_login(hr_dari(InstansiPabrik(kode="nabire")))
    for alamat in (
        reverse("admin:pegawai_usulanperubahan_change", args=[usulan.pk]),
        reverse("admin:pegawai_usulanperubahan_putuskan", args=[usulan.pk, "terima"]),
        reverse("admin:pegawai_usulanperubahan_bukti", args=[usulan.pk, "bukti"]),
        reverse("admin:pegawai_usulanperubahan_kode", args=[usulan.pk]),
    ):
        assert client.get(alamat).status_code == 404
