"""Data saya: what is recorded, who has read it; and the health page, which knows nobody."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.models import DenyutPekerja, Jejak, Outbox
from asn_karier.lib.sandi import kunci_sandi
from pegawai.models import Pegawai
from pegawai.services.jejak_saya import read_trail
from pegawai.services.kesehatan import ANTREAN_TERTUA, DENYUT_TERTUA, check_health
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    UnitKerjaPabrik,
)

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def saya() -> Pegawai:
    saya: Pegawai = PegawaiPabrik(fungsional=True, nama="Saya Contoh", unit=UnitKerjaPabrik(nama="Puskesmas"))
    return saya


@pytest.fixture
def client_saya(saya: Pegawai) -> Client:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=saya))
    return client


def _isi(client: Client, **param: object) -> str:
    return client.get(reverse("pegawai:data_saya"), param).content.decode()


def test_my_page_shows_identity_posts_and_histories(client_saya: Client, saya: Pegawai) -> None:
    PengembanganPabrik(pegawai=saya, nama="Bimbingan Teknis Contoh")
    HukumanDisiplinPabrik(pegawai=saya)
    isi = _isi(client_saya)
    for bagian in (
        saya.nip,
        "Penata (III/c)",
        "Analis SDM Aparatur",
        "Puskesmas",
        "Bimbingan Teknis Contoh",
        "Hukuman disiplin",
    ):
        assert bagian in isi


def test_the_nik_is_masked(client_saya: Client, saya: Pegawai) -> None:
    saya.nik_sandi = kunci_sandi("1504031503900002")
    saya.save()
    isi = _isi(client_saya)
    assert "1504••••••••••02" in isi
    assert "1504031503900002" not in isi


def test_histories_of_other_people_are_not_on_my_page(client_saya: Client) -> None:
    PengembanganPabrik(nama="Milik Orang Lain")
    assert "Milik Orang Lain" not in _isi(client_saya)


def test_reading_my_own_page_is_recorded_and_not_listed(client_saya: Client, saya: Pegawai) -> None:
    assert "Belum ada orang lain yang membuka data Anda" in _isi(client_saya)
    assert "Belum ada orang lain yang membuka data Anda" in _isi(client_saya)
    assert Jejak.objects.filter(subjek_jenis="pegawai", subjek_id=saya.pk, tindakan="lihat").count() == 2


def test_i_see_who_read_my_data_when_why_and_through_which_door(client_saya: Client, saya: Pegawai) -> None:
    pembaca = PenggunaPabrik(nama="Petugas Contoh")
    catat_baca(pengguna=pembaca, pegawai_ids=[saya.pk], kanal="admin", keperluan="Usul kenaikan pangkat")
    isi = _isi(client_saya)
    for potongan in ("Petugas Contoh", "Usul kenaikan pangkat", "Halaman pengelola", "WIB"):
        assert potongan in isi


def test_the_trail_of_other_people_is_not_mine(client_saya: Client) -> None:
    lain = PegawaiPabrik()
    catat_baca(pengguna=PenggunaPabrik(nama="Petugas Contoh"), pegawai_ids=[lain.pk], kanal="admin")
    assert "Petugas Contoh" not in _isi(client_saya)


def test_a_long_trail_is_read_page_by_page_without_loss(client_saya: Client, saya: Pegawai) -> None:
    pembaca = PenggunaPabrik()
    for ke in range(120):
        catat_baca(pengguna=pembaca, pegawai_ids=[saya.pk], kanal="admin", keperluan=f"Keperluan {ke:03d}.")
    terbaca: list[str] = []
    alamat = reverse("pegawai:data_saya")
    while alamat:
        isi = client_saya.get(alamat).content.decode()
        terbaca += re.findall(r"Keperluan \d{3}\.", isi)
        lanjut = re.search(r'href="([^"]+)" rel="next"', isi)
        alamat = lanjut.group(1).split("#")[0] if lanjut else ""
    assert terbaca == [f"Keperluan {ke:03d}." for ke in reversed(range(120))]


@pytest.mark.parametrize("sebelum", ["abc", "-5", "9" * 30, "' OR 1=1"])
def test_a_strange_page_number_is_no_error(client_saya: Client, sebelum: str) -> None:
    assert client_saya.get(reverse("pegawai:data_saya"), {"sebelum": sebelum}).status_code == 200


def test_thousands_of_readings_are_told_newest_first(saya: Pegawai) -> None:
    catat_baca(pengguna=None, pegawai_ids=[saya.pk], kanal="sistem", keperluan="lama")
    catat_baca(pengguna=None, pegawai_ids=[saya.pk], kanal="sistem", keperluan="baru")
    assert [j.tujuan for j in read_trail(saya, sebelum=None, banyak=10)] == ["baru", "lama"]


# -- health -------------------------------------------------------------------------------------


def _denyut(umur: timedelta) -> None:
    DenyutPekerja.objects.create(pekerja="pekerja@contoh", terakhir=SAAT - umur)


def _status(at: datetime = SAAT) -> dict[str, bool]:
    return {p.kode: p.baik for p in check_health(at=at)}


def test_a_fresh_heartbeat_is_health() -> None:
    _denyut(DENYUT_TERTUA)
    assert _status() == {"basis_data": True, "pekerja": True, "antrean": True}


def test_an_old_heartbeat_or_none_is_illness() -> None:
    assert not _status()["pekerja"]
    _denyut(DENYUT_TERTUA + timedelta(seconds=1))
    assert not _status()["pekerja"]


def test_one_living_worker_is_enough() -> None:
    _denyut(timedelta(days=1))
    DenyutPekerja.objects.create(pekerja="lain@contoh", terakhir=SAAT)
    assert _status()["pekerja"]


def test_a_message_nobody_sends_slows_but_does_not_stop_the_service(client: Client) -> None:
    DenyutPekerja.objects.create(pekerja="pekerja@contoh")
    lama = datetime.now(tz=UTC) - ANTREAN_TERTUA - timedelta(minutes=1)
    Outbox.objects.create(jenis="uji", kunci="uji", dibuat_pada=lama)
    jawaban = client.get(reverse("pegawai:sehat"))
    assert jawaban.status_code == 200
    assert "sebagian melambat" in jawaban.content.decode()


@pytest.mark.parametrize(("hidup", "status"), [(True, 200), (False, 503)])
def test_the_page_and_the_answer_for_monitors_agree(client: Client, hidup: bool, status: int) -> None:
    if hidup:
        DenyutPekerja.objects.create(pekerja="pekerja@contoh")
    alamat = reverse("pegawai:sehat")
    assert client.get(alamat).status_code == status
    jawaban = client.get(alamat, headers={"accept": "application/json"})
    assert jawaban.status_code == status
    assert json.loads(jawaban.content)["status"] == ("baik" if hidup else "terganggu")


def test_a_database_that_does_not_answer_is_told_not_thrown(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mati() -> None:
        raise DatabaseError("mati")

    monkeypatch.setattr("pegawai.services.kesehatan.connection.cursor", mati)
    jawaban = client.get(reverse("pegawai:sehat"))
    assert jawaban.status_code == 503
    assert "Tidak menjawab" in jawaban.content.decode()


def test_the_health_page_is_the_same_for_everyone(client: Client, client_saya: Client) -> None:
    _denyut(timedelta(0))
    tanpa_waktu = re.compile(r"\d+ detik lalu|Diperiksa [^<]+")
    halaman = {
        tanpa_waktu.sub("", c.get(reverse("pegawai:sehat")).content.decode()) for c in (client, client_saya)
    }
    assert len(halaman) == 1


def test_health_may_not_be_posted(client: Client) -> None:
    assert client.post(reverse("pegawai:sehat")).status_code == 405
