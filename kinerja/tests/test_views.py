"""Penilaian: the atasan penilai rates and signs; nobody else opens the sheet."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from kinerja.enums import Predikat, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.services.siklus import close_siklus
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
ISIAN = {
    "hasil": Rating.DI_ATAS_EKSPEKTASI.value,
    "perilaku": Rating.SESUAI_EKSPEKTASI.value,
    "kalimat": "Laporan rapi; coba lebih awal melapor bila ada hambatan.",
    "versi": "",
}


@pytest.fixture
def atasan() -> Pegawai:
    SiklusPabrik(status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    atasan: Pegawai = PegawaiPabrik(struktural=True)
    return atasan


@pytest.fixture
def bawahan(atasan: Pegawai) -> Pegawai:
    bawahan: Pegawai = PegawaiPabrik(pelaksana=True, atasan=atasan, nama="Bawahan Contoh")
    return bawahan


@pytest.fixture
def client_atasan(atasan: Pegawai) -> Client:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=atasan))
    return client


def _alamat(orang: Pegawai, nama: str = "penilaian", tahun: int = 2026) -> str:
    siklus = SiklusPenilaian.objects.filter(tahun=tahun, instansi=orang.instansi_id).first()
    return reverse(f"kinerja:{nama}", args=[siklus.pk if siklus else tahun, orang.pk])


def test_the_desk_lists_direct_reports_with_the_deadline_on_the_local_clock(
    client_atasan: Client, bawahan: Pegawai
) -> None:
    isi = client_atasan.get(reverse("kinerja:daftar")).content.decode()
    assert "Bawahan Contoh" in isi
    assert "31 Januari 2027 pukul 23.59 WIB" in isi
    assert "0 dari 1 terkirim" in isi


@pytest.mark.parametrize(("zona", "jam"), [("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT")])
def test_the_deadline_names_the_zone_of_the_instansi(zona: str, jam: str) -> None:
    instansi = InstansiPabrik(kode="timur", zona_waktu=zona)
    SiklusPabrik(instansi=instansi, status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=instansi)))
    assert f"pukul 23.59 {jam}<" in client.get(reverse("kinerja:daftar")).content.decode()


MASIH = "Anda masih dapat menilai sampai pengelola kepegawaian menutup siklus."


@pytest.mark.parametrize(
    ("saat", "kalimat"),
    [
        ("2027-01-31T16:59:00+00:00", "Selesaikan sampai <strong>31 Januari 2027 pukul 23.59 WIB</strong>."),
        ("2027-01-31T17:00:00+00:00", "Batas <strong>31 Januari 2027 pukul 23.59 WIB</strong> sudah lewat."),
    ],
)
def test_the_desk_tells_what_the_deadline_means(
    client: Client, bawahan: Pegawai, saat: str, kalimat: str
) -> None:
    with time_machine.travel(saat, tick=False):
        client.force_login(PenggunaPabrik(pegawai=bawahan.atasan))
        isi = client.get(reverse("kinerja:daftar")).content.decode()
    assert kalimat in isi
    assert MASIH in isi


def test_late_is_possible_until_hr_closes_the_cycle(client: Client, bawahan: Pegawai) -> None:
    with time_machine.travel("2027-06-01T02:00:00+00:00", tick=False):
        client.force_login(PenggunaPabrik(pegawai=bawahan.atasan))
        assert "sudah lewat, masih dapat dinilai" in client.get(_alamat(bawahan)).content.decode()
        assert client.post(_alamat(bawahan), ISIAN).status_code == 302
        close_siklus(siklus=SiklusPenilaian.objects.get(), actor=None, at=SAAT)
        assert client.post(_alamat(bawahan), ISIAN).status_code == 409


def test_without_a_cycle_the_desk_says_who_opens_one() -> None:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=PegawaiPabrik()))
    assert "Belum ada siklus penilaian" in client.get(reverse("kinerja:daftar")).content.decode()


def test_nothing_is_suggested_or_chosen_beforehand(client_atasan: Client, bawahan: Pegawai) -> None:
    assert "checked" not in client_atasan.get(_alamat(bawahan)).content.decode()


def test_saving_keeps_a_draft_and_shows_the_predikat(client_atasan: Client, bawahan: Pegawai) -> None:
    jawaban = client_atasan.post(_alamat(bawahan), ISIAN, follow=True)
    assert jawaban.redirect_chain == [(_alamat(bawahan), 302)]
    penilaian = Penilaian.objects.get()
    assert (penilaian.status, penilaian.predikat) == (StatusPenilaian.DRAF, Predikat.BAIK)
    isi = jawaban.content.decode()
    assert "Predikat: Baik" in isi
    assert "Draf" in isi


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"hasil": ""}, "Pilih rating hasil kerja"),
        ({"perilaku": ""}, "Pilih rating perilaku kerja"),
        ({"kalimat": ""}, "Tuliskan satu kalimat"),
        ({"kalimat": "x" * 1001}, "paling banyak 1.000 huruf. Sekarang 1001"),
    ],
)
def test_a_form_that_lacks_something_says_so_and_keeps_what_was_typed(
    client_atasan: Client, bawahan: Pegawai, ubah: dict[str, str], pesan: str
) -> None:
    jawaban = client_atasan.post(_alamat(bawahan), {**ISIAN, **ubah})
    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "<title>Galat:" in isi
    assert pesan in isi
    assert "Laporan rapi" in isi or "kalimat" in ubah
    assert not Penilaian.objects.exists()


def test_both_ratings_as_expected_need_no_sentence(client_atasan: Client, bawahan: Pegawai) -> None:
    sesuai = Rating.SESUAI_EKSPEKTASI.value
    client_atasan.post(_alamat(bawahan), {"hasil": sesuai, "perilaku": sesuai, "kalimat": "", "versi": ""})
    assert Penilaian.objects.get().predikat == Predikat.BAIK


def test_a_stale_sheet_is_refused_and_keeps_what_was_typed(client_atasan: Client, bawahan: Pegawai) -> None:
    client_atasan.post(_alamat(bawahan), ISIAN)
    jawaban = client_atasan.post(_alamat(bawahan), {**ISIAN, "kalimat": "Tulisan kedua."})
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Tulisan kedua." in isi
    assert Penilaian.objects.get().umpan_balik == ISIAN["kalimat"]


def test_signing_makes_it_a_fact_and_closes_the_form(client_atasan: Client, bawahan: Pegawai) -> None:
    client_atasan.post(_alamat(bawahan), ISIAN)
    versi = Penilaian.objects.get().versi
    jawaban = client_atasan.post(_alamat(bawahan, "tetapkan"), {"versi": versi}, follow=True)
    isi = jawaban.content.decode()
    assert Penilaian.objects.get().status == StatusPenilaian.DITETAPKAN
    assert "sudah ditetapkan" in isi
    assert 'name="hasil"' not in isi


@pytest.mark.parametrize("versi", ["", "99", "bukan angka"])
def test_signing_another_version_than_the_one_seen_is_refused(
    client_atasan: Client, bawahan: Pegawai, versi: str
) -> None:
    client_atasan.post(_alamat(bawahan), ISIAN)
    client_atasan.post(_alamat(bawahan, "tetapkan"), {"versi": versi})
    assert Penilaian.objects.get().status == StatusPenilaian.DRAF


def test_signing_what_was_never_rated_finds_nothing(client_atasan: Client, bawahan: Pegawai) -> None:
    assert client_atasan.post(_alamat(bawahan, "tetapkan"), {"versi": "1"}).status_code == 404


@pytest.mark.parametrize("tahun", [0, 99999, 10**12, 10**30])
@pytest.mark.parametrize("nama", ["penilaian", "tetapkan"])
def test_a_year_without_a_cycle_finds_nothing(
    client_atasan: Client, bawahan: Pegawai, nama: str, tahun: int
) -> None:
    alamat = _alamat(bawahan, nama, tahun)
    assert client_atasan.post(alamat, {**ISIAN, "versi": "1"}).status_code == 404


def test_a_closed_cycle_can_be_read_but_not_rated(client_atasan: Client, bawahan: Pegawai) -> None:
    SiklusPabrik(tahun=2024, status=StatusSiklus.DITUTUP, dibuka_pada=SAAT, ditutup_pada=SAAT)
    PenilaianPabrik(pegawai=bawahan, tahun=2024)
    isi = client_atasan.get(_alamat(bawahan, tahun=2024)).content.decode()
    assert "Predikat: Baik" in isi
    assert 'name="hasil"' not in isi
    jawaban = client_atasan.post(_alamat(bawahan, tahun=2024), ISIAN)
    assert jawaban.status_code == 409


@pytest.mark.parametrize("siapa", ["dirinya", "rekan", "HR", "atasan dari atasan"])
@pytest.mark.parametrize("cara", ["get", "post"])
def test_nobody_but_the_atasan_penilai_opens_the_sheet(
    atasan: Pegawai, bawahan: Pegawai, siapa: str, cara: str
) -> None:
    atasan.atasan = PegawaiPabrik()
    atasan.save()
    akun = {
        "dirinya": lambda: PenggunaPabrik(pegawai=bawahan),
        "rekan": lambda: PenggunaPabrik(pegawai=PegawaiPabrik()),
        "HR": lambda: hr_dari(bawahan.instansi, pegawai=PegawaiPabrik()),
        "atasan dari atasan": lambda: PenggunaPabrik(pegawai=atasan.atasan),
    }[siapa]()
    client = Client()
    client.force_login(akun)
    assert getattr(client, cara)(_alamat(bawahan), ISIAN).status_code == 404
    assert not Penilaian.objects.exists()


def test_someone_recorded_as_their_own_superior_cannot_rate_themself() -> None:
    SiklusPabrik(status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    orang = PegawaiPabrik(pelaksana=True)
    Pegawai.objects.filter(pk=orang.pk).update(atasan=orang)
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=orang))
    assert client.post(_alamat(orang), ISIAN).status_code == 404
    assert _alamat(orang) not in client.get(reverse("kinerja:daftar")).content.decode()


def test_reading_and_rating_leave_a_trail(client_atasan: Client, bawahan: Pegawai) -> None:
    client_atasan.get(_alamat(bawahan))
    client_atasan.post(_alamat(bawahan), ISIAN)
    tindakan = Jejak.objects.filter(subjek_id=bawahan.pk).order_by("pk").values_list("tindakan", flat=True)
    assert list(tindakan) == ["lihat", "nilai"]


def test_extra_fields_in_the_form_change_nothing(client_atasan: Client, bawahan: Pegawai) -> None:
    curang = {"status": "ditetapkan", "predikat": 5, "penilai": bawahan.pk, "pegawai": bawahan.pk + 1}
    client_atasan.post(_alamat(bawahan), {**ISIAN, **curang})
    penilaian = Penilaian.objects.get()
    assert (penilaian.status, penilaian.predikat, penilaian.pegawai_id) == (
        StatusPenilaian.DRAF,
        Predikat.BAIK,
        bawahan.pk,
    )
    assert penilaian.penilai_id == bawahan.atasan_id
