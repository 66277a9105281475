"""Rating by the atasan penilai and nobody else; the predikat follows, the signature makes it a fact."""

from datetime import UTC, datetime

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import Predikat, Rating, StatusKonversi, StatusPenilaian, StatusSiklus
from kinerja.models import KonversiAngkaKredit, Penilaian, SiklusPenilaian
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.enums import KedudukanHukum
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


@pytest.fixture
def atasan():
    SiklusPabrik(status=StatusSiklus.DIBUKA)
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))


@pytest.fixture
def bawahan(atasan):
    return PegawaiPabrik(fungsional=True, atasan=atasan.pegawai)


def menilai(pegawai, actor, **lain):
    isi = {"rating_hasil": SESUAI, "rating_perilaku": SESUAI, "umpan_balik": "", "versi": None} | lain
    [baris] = nilai(
        siklus=SiklusPenilaian.objects.get(), isian=[Isian(pegawai.pk, **isi)], actor=actor, at=SAAT
    )
    return baris


def menetapkan(draf, actor, *, at=SAAT, versi=None):
    terlihat = Terlihat(draf.pegawai_id, draf.versi if versi is None else versi)
    [baris] = kirim(siklus=SiklusPenilaian.objects.get(), terlihat=[terlihat], actor=actor, at=at)
    return baris


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        (ATAS, ATAS, Predikat.SANGAT_BAIK),
        (SESUAI, SESUAI, Predikat.BAIK),
        (ATAS, BAWAH, Predikat.KURANG),
        (BAWAH, SESUAI, Predikat.BUTUH_PERBAIKAN),
        (BAWAH, BAWAH, Predikat.SANGAT_KURANG),
    ],
)
def test_the_predikat_follows_from_the_two_ratings(atasan, bawahan, hasil, perilaku, predikat):
    hasil_nilai = menilai(
        bawahan, atasan, rating_hasil=hasil, rating_perilaku=perilaku, umpan_balik="Laporan rapi."
    )
    assert hasil_nilai.predikat == predikat
    assert hasil_nilai.status == StatusPenilaian.DRAF


@pytest.mark.parametrize("rating", [{"rating_hasil": ATAS}, {"rating_perilaku": BAWAH}])
def test_a_rating_other_than_sesuai_needs_a_sentence(atasan, bawahan, rating):
    with pytest.raises(DomainError, match="Tuliskan satu kalimat") as salah:
        menilai(bawahan, atasan, umpan_balik="  ", **rating)
    assert salah.value.kode == "umpan_balik_kosong"


def test_a_sentence_that_is_too_long_says_how_long_it_is(atasan, bawahan):
    with pytest.raises(DomainError, match=r"1\.000 huruf. Sekarang 1\.120"):
        menilai(bawahan, atasan, umpan_balik="a" * 1120)


def test_nobody_but_the_atasan_rates(atasan, bawahan):
    instansi = InstansiPabrik(kode="batanghari")
    lain = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    for orang in (lain, PenggunaPabrik(), hr_dari(instansi), PenggunaPabrik(pegawai=bawahan)):
        with pytest.raises(TidakBoleh):
            menilai(bawahan, orang)
    assert not Penilaian.objects.exists()


def test_an_atasan_who_is_off_duty_does_not_rate(atasan, bawahan):
    atasan.pegawai.kedudukan_hukum = KedudukanHukum.PEMBERHENTIAN_SEMENTARA
    atasan.pegawai.save()
    with pytest.raises(TidakBoleh) as salah:
        menilai(bawahan, atasan)
    assert salah.value.kode == "atasan_tidak_bertugas"


def test_an_atasan_of_another_instansi_does_not_rate(atasan):
    lain = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, instansi=InstansiPabrik(kode="nabire"))
    with pytest.raises(TidakBoleh):
        menilai(lain, atasan)


def test_somebody_recorded_as_their_own_atasan_cannot_rate_themself(atasan):
    sendiri = atasan.pegawai
    sendiri.atasan = sendiri
    sendiri.save()
    with pytest.raises(TidakBoleh) as salah:
        menilai(sendiri, atasan)
    assert salah.value.kode == "diri_sendiri"


@pytest.mark.parametrize(
    ("status", "kode"),
    [(StatusSiklus.DISIAPKAN, "siklus_belum_dibuka"), (StatusSiklus.DITUTUP, "siklus_ditutup")],
)
def test_rating_needs_an_open_cycle(status, kode):
    SiklusPabrik(status=status)
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik())
    with pytest.raises(DomainError) as salah:
        menilai(PegawaiPabrik(atasan=atasan.pegawai), atasan)
    assert salah.value.kode == kode


def test_a_draft_is_changed_with_the_version_that_was_seen(atasan, bawahan):
    pertama = menilai(bawahan, atasan)
    kedua = menilai(bawahan, atasan, rating_hasil=ATAS, umpan_balik="Tepat waktu.", versi=pertama.versi)
    assert (kedua.pk, kedua.versi) == (pertama.pk, pertama.versi + 1)
    assert Penilaian.history.filter(id=pertama.pk).count() == 2


@pytest.mark.parametrize("versi", [None, 7])
def test_a_stale_version_is_refused_and_nothing_changes(atasan, bawahan, versi):
    pertama = menilai(bawahan, atasan)
    with pytest.raises(Bentrok):
        menilai(bawahan, atasan, rating_hasil=BAWAH, umpan_balik="Terlambat.", versi=versi)
    pertama.refresh_from_db()
    assert pertama.predikat == Predikat.BAIK


def test_a_signed_appraisal_is_not_rated_again(atasan, bawahan):
    PenilaianPabrik(pegawai=bawahan, tahun=2026)
    with pytest.raises(Bentrok, match="sudah ditetapkan"):
        menilai(bawahan, atasan, versi=1)


def test_signing_makes_the_appraisal_a_fact_and_leaves_its_angka_kredit_a_draft(atasan, bawahan):
    draf = menilai(bawahan, atasan)
    sah = menetapkan(draf, atasan)
    assert (sah.status, sah.ditetapkan_oleh, sah.penilai) == (
        StatusPenilaian.DITETAPKAN, atasan, atasan.pegawai,
    )  # fmt: skip
    konversi = KonversiAngkaKredit.objects.get(pegawai=bawahan, tahun=2026)
    assert (konversi.status, konversi.nilai_senti) == (StatusKonversi.DRAF, 2500)
    assert konversi.ditandatangani_oleh is None


@pytest.mark.parametrize(
    ("saat", "banyak"),
    [(datetime(2026, 12, 31, 16, 59, tzinfo=UTC), 0), (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), 1)],
)
def test_a_year_is_converted_when_its_last_day_is_over_in_jakarta(atasan, bawahan, saat, banyak):
    draf = menilai(bawahan, atasan)
    menetapkan(draf, atasan, at=saat)
    assert KonversiAngkaKredit.objects.count() == banyak


def test_signing_a_pelaksana_makes_no_angka_kredit(atasan):
    pelaksana = PegawaiPabrik(pelaksana=True, atasan=atasan.pegawai)
    draf = menilai(pelaksana, atasan)
    menetapkan(draf, atasan)
    assert not KonversiAngkaKredit.objects.exists()


def test_nobody_but_the_atasan_signs(atasan, bawahan):
    draf = menilai(bawahan, atasan)
    with pytest.raises(TidakBoleh):
        menetapkan(draf, hr_dari(InstansiPabrik(kode="batanghari")))


def test_signing_what_changed_meanwhile_is_refused(atasan, bawahan):
    draf = menilai(bawahan, atasan)
    menilai(bawahan, atasan, rating_hasil=ATAS, umpan_balik="Tepat waktu.", versi=draf.versi)
    with pytest.raises(Bentrok):
        menetapkan(draf, atasan, versi=draf.versi - 1)
