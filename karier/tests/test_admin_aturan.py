"""Aturan & parameter at the HR desk: the rule book, versions side by side, the list of settings."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.aturan import AKAR, baca_berkas, terbitan
from karier.models import ParameterInstansi
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

TUTUP = "periode_kp/angka/jendela_tutup_tanggal"
TINGGI = "talenta/ambang/tinggi"


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari", nama="Pemerintah Batanghari")


@pytest.fixture
def petugas(instansi, client):
    akun = hr_dari(instansi)
    client.force_login(akun)
    return akun


@pytest.fixture
def auditor(instansi):
    akun = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=akun, instansi=instansi, jenis=JenisPeran.AUDITOR)
    return akun


def setel(instansi, **isi: Any) -> ParameterInstansi:
    awal = {
        "entri": TUTUP,
        "nilai": 1,
        "berlaku_mulai": date(2026, 11, 1),
        "dasar": "Keputusan Bupati 1/2026",
    }
    baris: ParameterInstansi = ParameterInstansi.objects.create(
        instansi=instansi, ditetapkan_oleh=hr_dari(instansi, nama="Ibu Sari"), **{**awal, **isi}
    )
    return baris


def halaman(client, nama: str, *kunci: Any, **saring: Any) -> Any:
    jawaban = client.get(reverse(f"admin:{nama}", args=kunci), saring)
    assert jawaban.status_code == 200
    return jawaban


def test_every_subject_stands_in_the_list_with_all_its_versions(client, petugas):
    teks = halaman(client, "karier_aturan").content.decode()
    for kode, daftar in terbitan().items():
        for mulai in daftar:
            assert reverse("admin:karier_aturan_berkas", args=[kode, mulai.isoformat()]) in teks
    assert "Aturan &amp; parameter" in teks


def test_a_version_says_whether_it_counts_and_what_is_unverified(client, petugas):
    subjek = {s.kode: s for s in halaman(client, "karier_aturan").context["subjek"]}
    periode, pangkat = subjek["periode_kp"].versi, subjek["kenaikan_pangkat"].versi
    assert [(v.mulai_teks, v.keadaan) for v in periode] == [
        ("1 Oktober 2025", "Berlaku"),
        ("1 Januari 2024", "Diganti mulai 1 Oktober 2025"),
    ]
    assert [(v.keadaan, v.kelas) for v in pangkat] == [("Akan berlaku", "perlu"), ("Berlaku", "ok")]
    assert periode[1].perkiraan == 4
    assert pangkat[1].pokok[0].nilai == "48"
    assert "4 perkiraan, belum terverifikasi" in halaman(client, "karier_aturan").content.decode()


def test_the_settings_of_the_instansi_stand_beside_the_regulation(client, petugas, instansi):
    setel(instansi)
    setel(instansi, nilai=None, berlaku_mulai=date(2027, 1, 1))
    isi = halaman(client, "karier_aturan")
    p = {p.entri: p for p in isi.context["parameter"]}
    assert len(p) == 6
    assert (p[TUTUP].nama, p[TUTUP].baris.nilai, p[TUTUP].peraturan) == ("Jendela tutup tanggal", "1", "15")
    assert (p[TINGGI].nama, p[TINGGI].baris.nilai, p[TINGGI].setelan) == ("Ambang tinggi", "80", None)
    teks = isi.content.decode()
    assert "Keputusan Bupati 1/2026" in teks
    assert "Mulai 1 November 2026, oleh Ibu Sari" in teks
    assert "Mulai 1 Januari 2027: menurut peraturan" in teks


def test_a_setting_that_does_not_fit_the_rules_is_said_not_to_count(client, petugas, instansi):
    setel(instansi, entri=TINGGI, nilai=10)
    isi = halaman(client, "karier_aturan")
    p = next(p for p in isi.context["parameter"] if p.entri == TINGGI)
    assert (p.baris.nilai, p.terpakai, p.setelan.nilai) == ("80", False, 10)
    assert "tidak cocok dengan aturan sekarang" in isi.content.decode()


def test_who_keeps_several_instansi_chooses_one(client, petugas, instansi):
    lain = InstansiPabrik(kode="nabire", nama="Pemerintah Nabire")
    setel(lain, nilai=7)
    asing = client.get(reverse("admin:karier_aturan"), {"instansi": lain.pk})
    assert asing.status_code == 404
    PeranPabrik(pengguna=petugas, instansi=lain, jenis=JenisPeran.HR_INSTANSI)
    isi = halaman(client, "karier_aturan", instansi=lain.pk)
    assert [p["aktif"] for p in isi.context["pilihan_instansi"]] == [False, True]
    assert next(p for p in isi.context["parameter"] if p.entri == TUTUP).baris.nilai == "7"


def test_an_auditor_reads_and_is_offered_nothing_to_set_or_test(client, auditor, instansi):
    client.force_login(auditor)
    isi = halaman(client, "karier_aturan")
    assert isi.context["parameter"]
    assert (isi.context["url_atur"], isi.context["url_uji"]) == ("", "")
    for nama in ("uji", "atur"):
        assert client.get(reverse(f"admin:karier_aturan_{nama}", args=[instansi.pk])).status_code == 404
    assert halaman(client, "karier_aturan_berkas", "jp", "2023-01-01").context["url_uji"] == ""


def test_who_has_no_role_over_a_whole_instansi_reads_the_law_alone(client, instansi):
    unit = UnitKerjaPabrik(instansi=instansi)
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=operator, instansi=instansi, jenis=JenisPeran.OPERATOR_UNIT, unit=unit)
    client.force_login(operator)
    isi = halaman(client, "karier_aturan")
    assert (isi.context["instansi"], isi.context["parameter"]) == (None, [])
    assert isi.context["subjek"]
    assert client.get(reverse("admin:karier_parameterinstansi_changelist")).status_code == 403


# -- one file -------------------------------------------------------------------------------------


def test_a_file_has_a_place_for_every_row(client, petugas):
    teks = halaman(client, "karier_aturan_berkas", "kenaikan_pangkat", "2026-11-22").content.decode()
    berkas = baca_berkas(AKAR, "kenaikan_pangkat", date(2026, 11, 22))
    for tabel in berkas.nama_tabel:
        for nama in berkas.tabel(tabel):
            assert f'id="{tabel}-{nama}"' in teks
    assert "PP 99/2000 jo PP 12/2002" in teks
    assert berkas.sha256 in teks
    assert "perkiraan, belum terverifikasi" in teks


def test_a_file_names_its_other_versions_with_what_changed(client, petugas):
    lain = halaman(client, "karier_aturan_berkas", "periode_kp", "2024-01-01").context["lain"]
    assert [(v["teks"], v["url_banding"].rstrip("/").split("/")[-2:]) for v in lain] == [
        ("1 Oktober 2025", ["2024-01-01", "2025-10-01"])
    ]
    isi = halaman(client, "karier_aturan_banding", "periode_kp", "2024-01-01", "2025-10-01")
    assert isi.context["beda"][0].nama == "Bulan periode"
    assert "2, 4, 6, 8, 10, dan 12" in isi.content.decode()


def test_a_version_beside_itself_differs_in_nothing(client, petugas):
    isi = halaman(client, "karier_aturan_banding", "jp", "2023-01-01", "2023-01-01")
    assert "Tidak ada ketentuan yang berbeda." in isi.content.decode()


@pytest.mark.parametrize("kunci", [("jp", "2022-01-01"), ("tiada", "2023-01-01"), ("jp", "besok")])
def test_a_file_that_is_not_there_is_not_found(client, petugas, kunci):
    assert client.get(reverse("admin:karier_aturan_berkas", args=kunci)).status_code == 404
    assert client.get(reverse("admin:karier_aturan_banding", args=[*kunci, "2023-01-01"])).status_code == 404


def test_a_row_that_the_instansi_has_set_says_so_on_its_file(client, petugas, instansi):
    setel(instansi)
    teks = halaman(client, "karier_aturan_berkas", "periode_kp", "2025-10-01").content.decode()
    assert "Di instansi ini 1 sejak 1 November 2026 (Keputusan Bupati 1/2026)." in teks


def test_a_version_can_be_tested_once_there_is_a_run(client, petugas, instansi):
    kunci = ("karier_aturan_berkas", "kenaikan_pangkat", "2026-11-22")
    assert halaman(client, *kunci).context["url_uji"] == ""
    PegawaiPabrik(pelaksana=True, instansi=instansi)
    jalankan_sampai_selesai(instansi)
    assert halaman(client, *kunci).context["url_uji"].endswith("?versi=kenaikan_pangkat@2026-11-22")


# -- the list of settings ---------------------------------------------------------------------------


def test_the_list_of_settings_shows_each_as_it_was_made_and_changes_none(client, petugas, instansi):
    baris = setel(instansi)
    setel(instansi, nilai=None, berlaku_mulai=date(2027, 1, 1))
    setel(InstansiPabrik(kode="nabire"), dasar="Keputusan Nabire")
    teks = halaman(client, "karier_parameterinstansi_changelist").content.decode()
    assert "Jendela tutup tanggal" in teks
    assert "Menurut peraturan" in teks
    assert "Keputusan Nabire" not in teks
    lihat = halaman(client, "karier_parameterinstansi_change", baris.pk).content.decode()
    assert "Keputusan Bupati 1/2026" in lihat
    assert "Simpan" not in lihat


def test_a_run_names_what_the_instansi_had_set(client, petugas, instansi):
    PegawaiPabrik(pelaksana=True, instansi=instansi)
    setel(instansi)
    run = jalankan_sampai_selesai(instansi)
    teks = halaman(client, "karier_runevaluasi_change", run.pk).content.decode()
    assert (
        "Periode kenaikan pangkat PNS, 1 Oktober 2025 (ditetapkan instansi: Jendela tutup tanggal 1)" in teks
    )
    assert "Syarat kenaikan pangkat PNS, 1 Januari 2023; " in teks


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"berlaku_mulai": "22-11-2031"}, "Tanggal mulai paling jauh 21 November 2031."),
        ({"berlaku_mulai": "20-11-2026"}, "Sudah ada perhitungan untuk keadaan sesudah 20 November 2026."),
        (
            {"entri": "talenta/ambang/tinggi", "nilai": "90", "berlaku_mulai": "31-12-2025"},
            "Parameter ini belum ada dalam aturan yang berlaku pada 31 Desember 2025.",
        ),
    ],
)
def test_a_start_that_is_not_allowed_is_said_on_the_first_step(client, petugas, instansi, isian, pesan):
    PegawaiPabrik(pelaksana=True, instansi=instansi)
    jalankan_sampai_selesai(instansi)
    isi = {"entri": TUTUP, "nilai": "2", "berlaku_mulai": "21-11-2031", **isian}
    jawaban = client.get(reverse("admin:karier_aturan_atur", args=[instansi.pk]), isi)
    assert pesan in jawaban.content.decode()
    assert "lanjut" not in jawaban.context


def test_the_last_day_on_which_a_parameter_may_start_is_taken(client, petugas, instansi):
    isi = {"entri": TUTUP, "nilai": "2", "berlaku_mulai": "21-11-2031"}
    assert "lanjut" in client.get(reverse("admin:karier_aturan_atur", args=[instansi.pk]), isi).context
