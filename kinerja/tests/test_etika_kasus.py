"""HR keeps the cases: what was answered is not rewritten, and only numbers come back."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import KeluargaKasus, StatusKasus
from kinerja.kamus.etika import pustaka
from kinerja.models import KasusEtika
from kinerja.reports.etika import LAINNYA, participation
from kinerja.services.kasus_etika import adopt_kasus, copy_kasus, finish_kasus, publish_kasus, save_kasus
from kinerja.tests.pabrik_etika import SAAT, SESUDAH, JawabanPabrik, KasusPabrik
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    return KasusPabrik(draf=True)


@pytest.fixture
def hr(kasus):
    return hr_dari(kasus.instansi)


def langkah(fungsi, kasus, hr, at=SAAT, **lain):
    return fungsi(kasus_id=kasus.pk, actor=hr, at=at, **lain)


def test_publishing_shows_it_and_twice_is_once(kasus, hr):
    for _ in range(2):
        assert langkah(publish_kasus, kasus, hr).status == StatusKasus.TERBIT
    assert Jejak.objects.filter(tindakan="terbitkan_kasus_etika").count() == 1


def test_a_case_whose_last_day_is_over_is_not_published(kasus, hr):
    with pytest.raises(DomainError) as salah:
        langkah(publish_kasus, kasus, hr, at=SESUDAH)
    assert salah.value.kode == "batas_lewat"


def test_one_family_has_one_case_at_a_time(kasus, hr):
    KasusPabrik()
    with pytest.raises(Bentrok) as salah:
        langkah(publish_kasus, kasus, hr)
    assert salah.value.kode == "kasus_lain_terbit"
    with pytest.raises(IntegrityError), transaction.atomic():
        KasusPabrik()


def test_words_saved_from_a_page_of_before_take_no_case_out_of_sight(kasus, hr):
    lama = KasusEtika.objects.get(pk=kasus.pk)
    langkah(publish_kasus, kasus, hr)
    lama.judul = "Judul lain"
    save_kasus(kasus=lama, actor=hr, at=SAAT)
    kasus.refresh_from_db()
    assert (kasus.status, kasus.judul) == (StatusKasus.TERBIT, "Judul lain")


def test_a_case_of_another_family_runs_beside_it(kasus, hr):
    KasusPabrik(keluarga=KeluargaKasus.PELAKSANA)
    assert langkah(publish_kasus, kasus, hr).status == StatusKasus.TERBIT


def test_a_case_that_somebody_answered_is_not_rewritten(hr, kasus):
    terbit = JawabanPabrik(kasus=KasusPabrik()).kasus
    terbit.judul = "Naskah lain"
    with pytest.raises(Bentrok) as salah:
        save_kasus(kasus=terbit, actor=hr, at=SAAT)
    assert salah.value.kode == "kasus_dijawab"
    terbit.refresh_from_db()
    assert terbit.judul == "Berkas yang kurang satu"


def test_until_somebody_answers_a_published_case_can_be_put_right(hr, kasus):
    terbit = KasusPabrik()
    terbit.judul = "Naskah lain"
    save_kasus(kasus=terbit, actor=hr, at=SAAT)
    assert KasusEtika.objects.get(pk=terbit.pk).judul == "Naskah lain"


def test_a_new_version_takes_the_place_of_the_old_one_and_keeps_its_answers(hr, kasus):
    lama = JawabanPabrik(kasus=KasusPabrik()).kasus
    baru = langkah(copy_kasus, lama, hr, tahun_depan=False)
    assert (baru.status, baru.asal, baru.tahun) == (StatusKasus.DRAF, lama, 2026)
    langkah(publish_kasus, baru, hr)
    lama.refresh_from_db()
    assert (lama.status, lama.jawaban.count()) == (StatusKasus.SELESAI, 1)


def test_a_copy_for_next_year_begins_a_year_later_and_twice_is_once(hr, kasus):
    satu = langkah(copy_kasus, kasus, hr, tahun_depan=True)
    assert satu == langkah(copy_kasus, kasus, hr, tahun_depan=True)
    assert (satu.tahun, satu.mulai, satu.kasus) == (2027, date(2027, 11, 1), kasus.kasus)


def test_finishing_is_for_what_runs_and_ends_it(hr, kasus):
    with pytest.raises(DomainError):
        langkah(finish_kasus, kasus, hr)
    terbit = KasusPabrik()
    assert langkah(finish_kasus, terbit, hr).status == StatusKasus.SELESAI
    assert langkah(finish_kasus, terbit, hr).status == StatusKasus.SELESAI
    with pytest.raises(Bentrok):
        langkah(publish_kasus, terbit, hr)


def test_hr_of_another_instansi_finds_nothing(kasus):
    asing = hr_dari(InstansiPabrik(kode="nabire"))
    for fungsi in (publish_kasus, finish_kasus):
        with pytest.raises(TidakDitemukan):
            langkah(fungsi, kasus, asing)
    with pytest.raises(TidakDitemukan):
        adopt_kasus(kode="guru-nilai", instansi_id=kasus.instansi_id, actor=asing, at=SAAT)


# -- the library -------------------------------------------------------------------------------------


def test_the_library_has_a_case_for_every_family_that_fits_its_fields():
    semua = pustaka().values()
    assert {k.keluarga for k in semua} == set(KeluargaKasus) - {KeluargaKasus.SEMUA}
    for k in semua:
        assert len(k.judul) <= 120
        assert 800 < len(k.kasus) <= 6000
        assert len(k.pertanyaan.splitlines()) == 4


def test_one_press_makes_a_draft_of_this_year_and_a_second_press_none(hr, kasus):
    isian = {"kode": "guru-nilai", "instansi_id": kasus.instansi_id, "actor": hr, "at": SAAT}
    satu = adopt_kasus(**isian)
    assert satu == adopt_kasus(**isian)
    assert (satu.status, satu.tahun, satu.keluarga) == (StatusKasus.DRAF, 2026, KeluargaKasus.FUNGSIONAL)
    assert satu.batas > satu.mulai


# -- participation ---------------------------------------------------------------------------------------


def _orang(instansi, unit, banyak):
    return [PegawaiPabrik(pelaksana=True, instansi=instansi, unit=unit) for _ in range(banyak)]


def test_participation_is_told_by_unit_and_small_units_together(hr):
    kasus = KasusPabrik(keluarga=KeluargaKasus.PELAKSANA)
    besar, kecil, mungil = (UnitKerjaPabrik(instansi=kasus.instansi, nama=n) for n in ("A", "B", "C"))
    orang = _orang(kasus.instansi, besar, 6)
    for satu in (*orang[:4], *_orang(kasus.instansi, kecil, 3)[:1]):
        JawabanPabrik(kasus=kasus, pegawai=satu)
    _orang(kasus.instansi, mungil, 2)
    PegawaiPabrik(fungsional=True, instansi=kasus.instansi, unit=besar)  # is not asked
    terbuka = participation(kasus, SAAT.date())
    assert [(k.nama, k.orang, k.jumlah) for k in terbuka.sendiri] == [("A", 6, 4)]
    assert terbuka.gabungan[:3] == (LAINNYA, 5, 1)


def test_too_few_people_are_not_told_at_all(hr):
    kasus = KasusPabrik()
    satu = PegawaiPabrik(instansi=kasus.instansi, unit=UnitKerjaPabrik(instansi=kasus.instansi))
    JawabanPabrik(kasus=kasus, pegawai=satu)
    terbuka = participation(kasus, SAAT.date())
    assert (terbuka.sendiri, terbuka.gabungan, terbuka.ditahan) == ([], None, True)


# -- the pages of HR ----------------------------------------------------------------------------------------


@pytest.fixture
def meja(hr):
    client = Client()
    client.force_login(hr)
    return client


def url(nama, *kunci):
    return reverse(f"admin:kinerja_kasusetika_{nama}", args=kunci)


def test_hr_adopts_publishes_and_finishes_with_one_press_each(meja, kasus):
    isian = {"kode": "pelaksana-loket", "instansi": kasus.instansi_id}
    halaman = meja.post(url("pustaka"), isian, follow=True).content.decode()
    assert "Kasus diambil sebagai draf" in halaman
    baru = KasusEtika.objects.get(pustaka="pelaksana-loket")
    for nama, status in (("terbit", StatusKasus.TERBIT), ("selesai", StatusKasus.SELESAI)):
        assert meja.post(url(nama, baru.pk)).status_code == 302
        baru.refresh_from_db()
        assert baru.status == status


def test_an_unknown_case_of_the_library_is_told_and_makes_nothing(meja, kasus):
    halaman = meja.post(url("pustaka"), {"kode": "x", "instansi": kasus.instansi_id}).content.decode()
    assert "Pilih kasus" in halaman
    assert KasusEtika.objects.count() == 1


def test_a_refusal_stands_on_the_page_that_asked(meja, kasus):
    KasusPabrik()
    halaman = meja.post(url("terbit", kasus.pk)).content.decode()
    assert "Selesaikan kasus itu dulu" in halaman


def test_hr_sees_no_word_of_an_answer_and_a_fixed_text(meja, kasus):
    terbit = JawabanPabrik(kasus=KasusPabrik(keluarga=KeluargaKasus.PELAKSANA), isi="Kata Skandium").kasus
    for alamat in (url("change", terbit.pk), url("peserta", terbit.pk), url("changelist")):
        halaman = meja.get(alamat).content.decode()
        assert "Skandium" not in halaman
    tetap, draf = (meja.get(url("change", k.pk)).content.decode() for k in (terbit, kasus))
    for isian in ('name="kasus"', 'name="_save"', 'name="_addanother"'):
        assert isian not in tetap
        assert isian in draf
