"""After an objection was upheld the pejabat penilai rates anew: the old rating is kept, facts follow."""

from datetime import date

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.tests.peramban import masuk
from kinerja.enums import (
    CaraPengumuman,
    Predikat,
    PutusanKeberatan,
    Rating,
    StatusKonversi,
    StatusPenilaian,
    StatusSiklus,
    SumberPenilaian,
)
from kinerja.facts import predikat
from kinerja.models import Keberatan, KonversiAngkaKredit, Penilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.services.keberatan import ajukan_keberatan
from kinerja.services.keberatan_putus import putuskan_keberatan
from kinerja.services.nilai_ulang import reopen_for_objection, waits_for_rating
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_keberatan import SAAT, EvaluasiPabrik, Pihak, ajukan, pihak_pabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, RiwayatJabatanPabrik

pytestmark = pytest.mark.django_db
P = PutusanKeberatan


@pytest.fixture
def p() -> Pihak:
    return pihak_pabrik()


def diputus(p: Pihak, putusan: P = P.DITERIMA) -> Keberatan:
    k = ajukan(p)
    return putuskan_keberatan(
        keberatan_id=k.pk, versi=1, putusan=putusan, alasan="Bukti cukup.", actor=p.pemutus, at=SAAT
    )


def buka(k: Keberatan, actor: Pengguna) -> Penilaian:
    hasil = reopen_for_objection(keberatan_id=k.pk, actor=actor, at=SAAT)
    assert isinstance(hasil, Penilaian)
    return hasil


@pytest.mark.parametrize("putusan", [P.DITERIMA, P.SEBAGIAN])
def test_the_appraisal_is_a_draft_again_and_the_old_one_is_kept(p: Pihak, putusan: P) -> None:
    hasil = buka(diputus(p, putusan), p.penilai)
    assert (hasil.status, hasil.ditetapkan_oleh, hasil.diumumkan_pada, hasil.versi) == (
        StatusPenilaian.DRAF,
        None,
        None,
        2,
    )
    lama = Penilaian.history.filter(id=hasil.pk, status=StatusPenilaian.DITETAPKAN).latest()
    assert (lama.predikat, lama.versi) == (Predikat.BUTUH_PERBAIKAN, 1)


@pytest.mark.parametrize("siapa", ["asn", "pemutus", "luar"])
def test_nobody_but_the_pejabat_penilai_opens_it(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        buka(diputus(p), getattr(p, siapa))
    assert Penilaian.objects.get().status == StatusPenilaian.DITETAPKAN


def test_an_objection_that_was_not_upheld_opens_nothing(p: Pihak) -> None:
    with pytest.raises(DomainError, match="tidak meminta penilaian ulang"):
        buka(diputus(p, P.TIDAK), p.penilai)


def test_one_that_runs_opens_nothing(p: Pihak) -> None:
    with pytest.raises(DomainError, match="tidak meminta penilaian ulang"):
        buka(ajukan(p), p.penilai)


def test_an_imported_result_is_put_right_where_it_came_from(p: Pihak) -> None:
    Penilaian.objects.update(sumber=SumberPenilaian.EKINERJA)
    k = diputus(p)
    with pytest.raises(DomainError, match="berasal dari luar"):
        buka(k, p.penilai)
    isi = masuk(p.penilai).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Nilai ulang di e-Kinerja BKN" in isi
    assert ">Nilai ulang</button>" not in isi


def test_a_second_press_changes_nothing(p: Pihak) -> None:
    k = diputus(p)
    assert [buka(k, p.penilai).versi for _ in range(2)] == [2, 2]


def test_what_changed_meanwhile_is_not_thrown_away(p: Pihak) -> None:
    k = diputus(p)
    Penilaian.objects.update(versi=5)
    with pytest.raises(Bentrok):
        buka(k, p.penilai)


def test_while_it_is_rated_anew_it_is_no_fact_and_nobody_reads_it(p: Pihak) -> None:
    assert predikat(date(2027, 4, 1)).filter(pegawai_id=p.orang.pk).exists()
    buka(diputus(p), p.penilai)
    assert not predikat(date(2027, 4, 1)).filter(pegawai_id=p.orang.pk).exists()
    client = masuk(p.asn)
    assert client.get(reverse("kinerja:hasil_satu", args=["tahunan", p.hasil.pk])).status_code == 404
    assert (
        "Penilaian kinerja 2026 sedang dinilai ulang" in client.get(reverse("kinerja:hasil")).content.decode()
    )


def test_the_page_leads_on_to_the_sheet_with_the_decision_beside_it(p: Pihak) -> None:
    siklus = SiklusPabrik(instansi=p.orang.instansi, status=StatusSiklus.DITUTUP)
    k = diputus(p)
    tujuan = reverse("kinerja:keberatan_nilai_ulang", args=[k.pk])
    jawaban = masuk(p.penilai).post(tujuan, follow=True)
    assert jawaban.redirect_chain[-1][0] == reverse("kinerja:penilaian", args=[siklus.pk, p.orang.pk])
    assert k.nomor in jawaban.content.decode()
    assert "Bukti cukup." in jawaban.content.decode()


@pytest.mark.parametrize("pengumuman", CaraPengumuman)
def test_it_is_rated_anew_although_the_cycle_is_closed(p: Pihak, pengumuman: CaraPengumuman) -> None:
    """And it is a result at once, also where all others were announced together."""
    siklus = SiklusPabrik(
        instansi=p.orang.instansi, status=StatusSiklus.DITUTUP, ditutup_pada=SAAT, pengumuman=pengumuman
    )
    k = diputus(p)
    hasil = buka(k, p.penilai)
    sesuai = Rating.SESUAI_EKSPEKTASI
    isian = Isian(p.orang.pk, sesuai, sesuai, "", hasil.versi)
    [baru] = nilai(siklus=siklus, isian=[isian], actor=p.penilai, at=SAAT)
    k.refresh_from_db()
    assert waits_for_rating(k)
    [sah] = kirim(siklus=siklus, terlihat=[Terlihat(p.orang.pk, baru.versi)], actor=p.penilai, at=SAAT)
    assert sah.status == StatusPenilaian.DITETAPKAN
    k = Keberatan.objects.get()
    assert not waits_for_rating(k)
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Hasil yang sekarang tercatat: Baik." in isi
    assert "Butuh Perbaikan" in isi


def test_without_an_objection_a_closed_cycle_stays_closed(p: Pihak) -> None:
    siklus = SiklusPabrik(instansi=p.orang.instansi, status=StatusSiklus.DITUTUP)
    Penilaian.objects.update(status=StatusPenilaian.DRAF)
    with pytest.raises(DomainError, match="sudah ditutup"):
        kirim(siklus=siklus, terlihat=[Terlihat(p.orang.pk, 1)], actor=p.penilai, at=SAAT)


def test_a_new_result_can_be_objected_to_again(p: Pihak) -> None:
    hasil = buka(diputus(p), p.penilai)
    Penilaian.objects.update(status=StatusPenilaian.DITETAPKAN, versi=hasil.versi + 1)
    assert ajukan(p).versi_hasil == hasil.versi + 1


def test_a_periodic_result_is_opened_alike(p: Pihak) -> None:
    evaluasi = EvaluasiPabrik(pegawai=p.orang, penilai=p.penilai.pegawai)
    k = ajukan_keberatan(hasil=evaluasi, alasan="Keliru.", versi=1, actor=p.asn, at=SAAT)
    putuskan_keberatan(keberatan_id=k.pk, versi=1, putusan=P.DITERIMA, alasan="Ya.", actor=p.pemutus, at=SAAT)
    masuk(p.penilai).post(reverse("kinerja:keberatan_nilai_ulang", args=[k.pk]))
    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusPenilaian.DRAF


def test_todays_atasan_reads_the_case_and_rates_when_the_old_one_left(p: Pihak) -> None:
    k = diputus(p)
    baru = PegawaiPabrik(struktural=True, instansi=p.orang.instansi)
    akun = PenggunaPabrik(pegawai=baru)
    Pegawai.objects.filter(pk=p.orang.pk).update(atasan=baru)
    isi = masuk(akun).get(reverse("kinerja:keberatan")).content.decode()
    assert "Menunggu penilaian ulang Anda" in isi
    assert ">Nilai ulang</button>" in (
        masuk(akun).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    )


def test_a_refused_press_is_told_on_the_case(p: Pihak) -> None:
    k = diputus(p)
    jawaban = masuk(p.asn).post(reverse("kinerja:keberatan_nilai_ulang", args=[k.pk]), follow=True)
    assert "untuk atasan penilai pegawai yang bersangkutan" in jawaban.content.decode()


# -- angka kredit --------------------------------------------------------------------------------


def test_a_draft_of_angka_kredit_goes_and_a_signed_one_waits_for_the_new_predikat(p: Pihak) -> None:
    RiwayatJabatanPabrik(pegawai=p.orang, jabatan__fungsional=True, tmt=date(2025, 1, 1))
    konversikan(pegawai_ids=[p.orang.pk], tahun=2026, at=SAAT)
    assert KonversiAngkaKredit.objects.get().persen == 75
    k = diputus(p)
    buka(k, p.penilai)
    assert not KonversiAngkaKredit.objects.exists()


def test_a_signed_conversion_is_signed_again_with_the_new_predikat(p: Pihak) -> None:
    RiwayatJabatanPabrik(pegawai=p.orang, jabatan__fungsional=True, tmt=date(2025, 1, 1))
    konversikan(pegawai_ids=[p.orang.pk], tahun=2026, at=SAAT)
    KonversiAngkaKredit.objects.update(status=StatusKonversi.DITANDATANGANI)
    siklus = SiklusPabrik(instansi=p.orang.instansi, status=StatusSiklus.DIBUKA)
    hasil = buka(diputus(p), p.penilai)
    sesuai = Rating.SESUAI_EKSPEKTASI
    isian = Isian(p.orang.pk, sesuai, sesuai, "", hasil.versi)
    [baru] = nilai(siklus=siklus, isian=[isian], actor=p.penilai, at=SAAT)
    kirim(siklus=siklus, terlihat=[Terlihat(p.orang.pk, baru.versi)], actor=p.penilai, at=SAAT)
    konversi = KonversiAngkaKredit.objects.get()
    assert (konversi.persen, konversi.status) == (100, StatusKonversi.DRAF)
