"""NIP and NI PPPK: what 18 digits say, and what is refused with which sentence."""

from datetime import date

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisKelamin, JenisPegawai
from pegawai.rules.nip import Nip

PNS = "199001152014022003"


def test_the_digits_of_a_pns_tell_birth_appointment_sex_and_number():
    nip = Nip.parse(PNS)
    assert nip.jenis is JenisPegawai.PNS
    assert nip.tanggal_lahir == date(1990, 1, 15)
    assert nip.tmt_cpns == date(2014, 2, 1)
    assert nip.kode_pppk is None
    assert nip.jenis_kelamin is JenisKelamin.WANITA
    assert nip.urut == 3


@pytest.mark.parametrize(("kode", "angka"), [(21, "199001152023211001"), (24, "199001152025241001")])
def test_a_code_of_21_or_more_is_a_pppk_without_tmt_cpns(kode, angka):
    nip = Nip.parse(angka)
    assert (nip.jenis, nip.kode_pppk, nip.tmt_cpns) == (JenisPegawai.PPPK, kode, None)
    assert nip.tahun_pengangkatan == int(angka[8:12])


@pytest.mark.parametrize(
    "teks",
    [
        "19900115 201402 2 003",
        "19900115.201402.2.003",
        " 19900115-201402-2-003\n",
        "\uff11990011520140220\uff10\uff13",
        "19900115\u00a0201402\u00a02\u00a0003",
    ],
)
def test_printed_forms_and_full_width_digits_become_plain_digits(teks):
    assert str(Nip.parse(teks)) == PNS


@pytest.mark.parametrize(
    ("teks", "kode", "kalimat"),
    [
        (PNS[:-1], "nip_panjang", "NIP terdiri atas 18 angka. Yang diisi 17 angka"),
        (PNS + "1", "nip_panjang", "NIP terdiri atas 18 angka. Yang diisi 19 angka"),
        ("", "nip_panjang", "NIP terdiri atas 18 angka. Yang diisi 0 angka"),
        (PNS[:-1] + "A", "nip_bukan_angka", "hanya berisi angka"),
        (PNS[:-1] + "\u0663", "nip_bukan_angka", "hanya berisi angka"),
        ("199002302014022003", "nip_tanggal_lahir", "19900230 tidak ada dalam kalender"),
        ("199013012014022003", "nip_tanggal_lahir", "19901301"),
        ("199001152014002003", "nip_kode", "Yang diisi 00"),
        ("199001152014132003", "nip_kode", "Yang diisi 13"),
        ("199001152014202003", "nip_kode", "Yang diisi 20"),
        ("199001152014023003", "nip_jenis_kelamin", "Angka ke-15"),
        ("199001152014020003", "nip_jenis_kelamin", "Angka ke-15"),
        ("199001152014022000", "nip_urut", "nomor urut mulai 001"),
        ("199001152007122003", "nip_usia", "sebelum berusia 18 tahun"),
        ("199001151980122003", "nip_usia", "sebelum berusia 18 tahun"),
        ("199001150000122003", "nip_usia", "sebelum berusia 18 tahun"),
        ("199001150000212003", "nip_tahun", "tahun pengangkatan"),
    ],
)
def test_a_refusal_says_what_is_wrong(teks, kode, kalimat):
    with pytest.raises(DomainError) as galat:
        Nip.parse(teks)
    assert galat.value.kode == kode
    assert kalimat in galat.value.pesan


def test_eighteen_on_the_day_of_appointment_is_old_enough():
    assert Nip.parse("199002012008022003").tmt_cpns == date(2008, 2, 1)
