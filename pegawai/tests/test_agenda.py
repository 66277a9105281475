"""Agenda kepegawaian: its numbers are its lists, and it shows nobody outside the scope."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months, first_of_next_month
from pegawai.enums import JenisPeran, Jenjang, KedudukanHukum
from pegawai.models import Instansi, Pegawai
from pegawai.reports.agenda import (
    BUP,
    JUDUL,
    KGB,
    KONTRAK,
    TMT_JABATAN,
    TMT_PANGKAT,
    Agenda,
    bup_jatuh,
    rentang,
)
from pegawai.rules.bup import bup_umum
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    RiwayatJabatanPabrik,
    RiwayatPangkatPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db
URL = "admin:pegawai_suratkgb_agenda"


def ber_kgb(tmt: date, **lain: Any) -> Pegawai:
    """A PNS whose masa kerja golongan reaches ten years on `tmt`."""
    isi = {
        "pangkat__golongan": 10,
        "pangkat__tmt": add_months(tmt, -48),
        "pangkat__masa_kerja_tahun": 6,
        "pangkat__masa_kerja_bulan": 0,
    }
    orang: Pegawai = PegawaiPabrik(pelaksana=True, **{**isi, **lain})
    return orang


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


@pytest.fixture
def bulan() -> date:
    """The first day of next month."""
    return first_of_next_month(timezone.localdate())


def test_every_kind_of_event_stands_on_its_day(instansi: Instansi, bulan: date) -> None:
    bup = bup_umum(Jenjang.PELAKSANA, aturan_per(bulan))
    lahir = add_months(bulan, -1).replace(year=add_months(bulan, -1).year - bup, day=15)
    tua = PegawaiPabrik(pelaksana=True, tanggal_lahir=lahir)
    kgb, pppk = ber_kgb(bulan), PegawaiPabrik(pppk=True, perjanjian_sampai=bulan)
    naik, pindah = PegawaiPabrik(pelaksana=True), PegawaiPabrik(pelaksana=True)
    RiwayatPangkatPabrik(pegawai=naik, tmt=bulan, golongan=11)
    RiwayatJabatanPabrik(pegawai=pindah, tmt=bulan)
    ber_kgb(bulan, kedudukan_hukum=KedudukanHukum.PEMBERHENTIAN_SEMENTARA)
    agenda = Agenda.susun(
        Pegawai.objects.all(), mulai=rentang(timezone.localdate())[0], sampai=rentang(bulan)[1]
    )
    butir, lanjut = agenda.halaman("", 50)
    assert {(b.jenis, b.pegawai_id) for b in butir if b.hari == bulan} == {
        (KGB, kgb.pk), (BUP, tua.pk), (KONTRAK, pppk.pk), (TMT_PANGKAT, naik.pk), (TMT_JABATAN, pindah.pk),
    }  # fmt: skip
    assert lanjut == ""
    assert sum(agenda.per_jenis().values()) == sum(agenda.per_bulan().values()) == len(butir)


def test_pages_follow_each_other_without_a_row_lost_or_doubled(instansi: Instansi, bulan: date) -> None:
    for _ in range(7):
        ber_kgb(bulan)
    agenda = Agenda.susun(Pegawai.objects.all(), mulai=bulan, sampai=add_months(bulan, 12))
    semua, kunci = [], ""
    while True:
        butir, kunci = agenda.halaman(kunci, 2)
        semua += butir
        if not kunci:
            break
    assert semua == agenda.halaman("", 50)[0]
    assert len(semua) == 7
    assert agenda.halaman("bukan.kunci", 50)[0] == semua


def test_each_number_of_the_page_is_the_length_of_the_list_behind_it(
    client: Client, instansi: Instansi, bulan: date
) -> None:
    client.force_login(hr_dari(instansi))
    for n in (0, 0, 1):
        ber_kgb(add_months(bulan, n))
    PegawaiPabrik(pppk=True, perjanjian_sampai=bulan)
    halaman = client.get(reverse(URL))
    for pilihan in (*halaman.context["chip"], *halaman.context["bulan"]):
        isi = client.get(pilihan["url"])
        baris = [b for k in isi.context["kelompok"] for m in k["minggu"] for b in m["baris"]]
        assert (len(baris), isi.context["jumlah"]) == (pilihan["jumlah"],) * 2, pilihan["teks"]


def test_the_bars_of_five_years_open_lists_of_the_same_length(client: Client, instansi: Instansi) -> None:
    client.force_login(hr_dari(instansi))
    for tahun in (1970, 1971, 1971):
        PegawaiPabrik(struktural=True, tanggal_lahir=date(tahun, 3, 1))
        PegawaiPabrik(fungsional=True, tanggal_lahir=date(tahun, 3, 1))
    hitungan = [s for t in client.get(reverse(URL)).context["bup"]["tahun"] for s in t["isi"]]
    assert sum(s["jumlah"] for s in hitungan) == 6
    for s in hitungan:
        assert client.get(s["url"]).context["jumlah"] == s["jumlah"]


def test_an_operator_sees_the_unit_and_another_instansi_nothing(
    client: Client, instansi: Instansi, bulan: date
) -> None:
    unit = UnitKerjaPabrik(instansi=instansi)
    dalam, luar = ber_kgb(bulan, unit=unit, nama="Dalam"), ber_kgb(bulan, nama="Luar")
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=operator, instansi=instansi, jenis=JenisPeran.OPERATOR_UNIT, unit=unit)
    client.force_login(operator)
    teks = client.get(reverse(URL)).content.decode()
    assert dalam.nip in teks
    assert luar.nip not in teks
    assert "Cetak surat KGB" not in teks
    client.force_login(hr_dari(InstansiPabrik(kode="nabire")))
    assert client.get(reverse(URL)).context["jumlah"] == 0
    assert client.get(reverse(URL), {"unit": unit.pk}).status_code == 404


@pytest.mark.parametrize(
    "saringan", [{"bulan": "2026-99"}, {"jenis": "gaji"}, {"sesudah": "x"}, {"unit": "abc"}]
)
def test_an_address_typed_wrongly_shows_the_whole_agenda(
    client: Client, instansi: Instansi, bulan: date, saringan: dict[str, str]
) -> None:
    client.force_login(hr_dari(instansi))
    ber_kgb(bulan)
    assert client.get(reverse(URL), saringan).context["jumlah"] == 1


def test_the_age_limit_is_that_of_the_post_held_today(instansi: Instansi) -> None:
    orang = PegawaiPabrik(struktural=True, tanggal_lahir=date(1970, 5, 20))
    jatuh = bup_jatuh(Pegawai.objects.all(), date(2026, 11, 1), date(2040, 1, 1))
    assert (jatuh.pegawai_id.tolist(), jatuh.tmt.tolist()) == ([orang.pk], [date(2028, 6, 1)])


def test_the_agenda_names_every_kind() -> None:
    assert list(JUDUL)[:5] == [KGB, BUP, KONTRAK, TMT_PANGKAT, TMT_JABATAN]
