"""A conversion of an imported predikat is signed by the atasan penilai, and by nobody else."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, TidakBoleh
from asn_karier.lib.models import Jejak
from kinerja.enums import Predikat, StatusKonversi
from kinerja.models import KonversiAngkaKredit, Penilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.services.meja import conversion_desk
from kinerja.services.penilaian import tanda_tangani_konversi
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
JUDUL = "Konversi angka kredit menunggu tanda tangan Anda"


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def bawahan(atasan: Pengguna) -> Pegawai:
    """An Ahli Muda with an imported predikat Baik of 2025: 25.00 waits."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, nama="Bawahan Contoh")
    PenilaianPabrik(pegawai=orang, impor=True)
    konversikan(pegawai_ids=[orang.pk], tahun=2025, at=SAAT)
    return orang


def konversi(pegawai: Pegawai) -> KonversiAngkaKredit:
    k: KonversiAngkaKredit = KonversiAngkaKredit.objects.get(pegawai=pegawai)
    return k


def masuk(akun: Pengguna) -> Client:
    client = Client()
    client.force_login(akun)
    return client


def alamat(pegawai: Pegawai, tahun: int = 2025) -> str:
    return reverse("kinerja:tanda_tangani_konversi", args=[tahun, pegawai.pk])


def meja(akun: Pengguna) -> str:
    return masuk(akun).get(reverse("kinerja:daftar")).content.decode()


def test_the_atasan_signs_without_any_cycle_and_leaves_a_trail(atasan: Pengguna, bawahan: Pegawai) -> None:
    k = tanda_tangani_konversi(pegawai=bawahan, tahun=2025, actor=atasan, at=SAAT)
    assert (k.status, k.ditandatangani_oleh, k.ditandatangani_pada) == (
        StatusKonversi.DITANDATANGANI, atasan, SAAT,
    )  # fmt: skip
    jejak = Jejak.objects.get(tindakan="tanda_tangani_konversi")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.rincian) == (
        atasan.pk, bawahan.pk, {"tahun": 2025, "mulai": "2025-01-01", "nilai_senti": 2500},
    )  # fmt: skip


ORANG_LAIN: dict[str, Callable[[Pegawai], Pengguna]] = {
    "dirinya": lambda p: PenggunaPabrik(pegawai=p),
    "orang luar": lambda p: PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True)),
    "HR": lambda p: hr_dari(p.instansi, pegawai=PegawaiPabrik()),
}


@pytest.mark.parametrize("siapa", ORANG_LAIN)
def test_nobody_but_the_atasan_signs(bawahan: Pegawai, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        tanda_tangani_konversi(pegawai=bawahan, tahun=2025, actor=ORANG_LAIN[siapa](bawahan), at=SAAT)
    assert konversi(bawahan).status == StatusKonversi.DRAF


@pytest.mark.parametrize("siapa", ORANG_LAIN)
def test_nobody_but_the_atasan_finds_the_door(bawahan: Pegawai, siapa: str) -> None:
    jawaban = masuk(ORANG_LAIN[siapa](bawahan)).post(alamat(bawahan), {"nilai": "2500"})
    assert jawaban.status_code == 404
    assert konversi(bawahan).status == StatusKonversi.DRAF
    assert not Jejak.objects.filter(tindakan="tanda_tangani_konversi").exists()


@pytest.mark.parametrize("siapa", ["dirinya", "orang luar"])
def test_nobody_but_the_atasan_sees_it_waiting(bawahan: Pegawai, siapa: str) -> None:
    assert JUDUL not in meja(ORANG_LAIN[siapa](bawahan))


def test_somebody_recorded_as_their_own_atasan_cannot_sign(bawahan: Pegawai) -> None:
    Pegawai.objects.filter(pk=bawahan.pk).update(atasan=bawahan)
    sendiri = PenggunaPabrik(pegawai=Pegawai.objects.get(pk=bawahan.pk))
    with pytest.raises(TidakBoleh) as salah:
        tanda_tangani_konversi(pegawai=bawahan, tahun=2025, actor=sendiri, at=SAAT)
    assert salah.value.kode == "diri_sendiri"
    assert JUDUL not in meja(sendiri)
    assert masuk(sendiri).post(alamat(bawahan), {"nilai": "2500"}).status_code == 404


def test_the_page_shows_what_waits_and_one_form_for_each(atasan: Pengguna, bawahan: Pegawai) -> None:
    isi = meja(atasan)
    assert JUDUL in isi
    assert "Tahun 2025: 25 angka kredit" in isi
    assert "Ahli Muda, 12 bulan sejak 1 Januari 2025, 100 persen dari 25 setahun" in isi
    assert isi.count(f'<form method="post" action="{alamat(bawahan)}">') == 1
    assert '<input type="hidden" name="nilai" value="2500">' in isi
    assert Jejak.objects.filter(tindakan="lihat", subjek_id=bawahan.pk).count() == 1


def test_the_button_signs_and_the_section_goes_when_nothing_waits(atasan: Pengguna, bawahan: Pegawai) -> None:
    jawaban = masuk(atasan).post(alamat(bawahan), {"nilai": "2500"}, follow=True)
    isi = jawaban.content.decode()
    assert jawaban.redirect_chain == [(reverse("kinerja:daftar"), 302)]
    assert "Konversi 2025 Bawahan Contoh" in isi
    assert "sebesar 25 sudah ditandatangani" in isi
    assert JUDUL not in isi
    assert konversi(bawahan).status == StatusKonversi.DITANDATANGANI


def test_signing_twice_changes_nothing(atasan: Pengguna, bawahan: Pegawai) -> None:
    tanda_tangani_konversi(pegawai=bawahan, tahun=2025, actor=atasan, at=SAAT)
    with pytest.raises(Bentrok, match="Tidak ada konversi angka kredit 2025"):
        tanda_tangani_konversi(pegawai=bawahan, tahun=2025, actor=atasan, at=datetime(2027, 1, 1, tzinfo=UTC))
    assert konversi(bawahan).ditandatangani_pada == SAAT
    assert Jejak.objects.filter(tindakan="tanda_tangani_konversi").count() == 1


@pytest.mark.parametrize("tahun", [0, 2021, 2024, 2099, 9999, 99999, 10**12, 10**30])
def test_a_year_without_a_conversion_says_so(atasan: Pengguna, bawahan: Pegawai, tahun: int) -> None:
    jawaban = masuk(atasan).post(alamat(bawahan, tahun), {"nilai": "2500"}, follow=True)
    assert jawaban.redirect_chain == [(reverse("kinerja:daftar"), 302)]
    assert f"Tidak ada konversi angka kredit {tahun} yang menunggu tanda tangan." in jawaban.content.decode()


@pytest.mark.parametrize("nama", ["penilaian", "tetapkan", "tanda_tangani_konversi"])
@pytest.mark.parametrize("pegawai_id", [0, 10**12, 10**30])
def test_an_address_of_nobody_finds_nothing(atasan: Pengguna, nama: str, pegawai_id: int) -> None:
    url = reverse(f"kinerja:{nama}", args=[2025, pegawai_id])
    assert masuk(atasan).post(url, {"nilai": "2500", "versi": "1"}).status_code == 404


@pytest.mark.parametrize("nilai", ["", "2400", "bukan angka"])
def test_another_value_than_the_one_seen_is_not_signed(
    atasan: Pengguna, bawahan: Pegawai, nilai: str
) -> None:
    masuk(atasan).post(alamat(bawahan), {"nilai": nilai})
    assert konversi(bawahan).status == StatusKonversi.DRAF


def test_a_draft_over_old_facts_is_renewed_and_shown_before_it_is_signed(
    atasan: Pengguna, bawahan: Pegawai
) -> None:
    Penilaian.objects.filter(pegawai=bawahan).update(predikat=Predikat.SANGAT_BAIK)
    isi = masuk(atasan).post(alamat(bawahan), {"nilai": "2500"}, follow=True).content.decode()
    assert "berubah menjadi 37,5" in isi
    assert "Tahun 2025: 37,5 angka kredit" in isi
    assert konversi(bawahan).status == StatusKonversi.DRAF


def test_a_year_that_a_pak_covers_meanwhile_has_nothing_to_sign(atasan: Pengguna, bawahan: Pegawai) -> None:
    PakPabrik(pegawai=bawahan, sampai=date(2025, 12, 31))
    with pytest.raises(Bentrok):
        tanda_tangani_konversi(pegawai=bawahan, tahun=2025, actor=atasan, at=SAAT)
    assert not KonversiAngkaKredit.objects.exists()


def test_the_desk_costs_the_same_for_one_and_for_nine(atasan: Pengguna, bawahan: Pegawai) -> None:
    with CaptureQueriesContext(connection) as satu:
        assert len(conversion_desk(pengguna=atasan, per=SAAT.date())) == 1
    for _ in range(8):
        KonversiPabrik(pegawai=PegawaiPabrik(fungsional=True, atasan=bawahan.atasan), draf=True)
    with CaptureQueriesContext(connection) as banyak:
        assert len(conversion_desk(pengguna=atasan, per=SAAT.date())) == 9
    assert len(banyak) == len(satu)
