"""An objection is filed by the person, on a clock that closes no door, with everything frozen."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import Predikat, StatusKeberatan, StatusPenilaian, SumberPenilaian
from kinerja.models import BerkasKeberatan, Keberatan, KeteranganKeberatan, Penilaian, RefleksiDiri
from kinerja.services import keberatan_bukti
from kinerja.services.hasil import mark_read, reply
from kinerja.services.keberatan import (
    ajukan_keberatan,
    ambil_terkunci,
    baca_putusan,
    cabut_keberatan,
    terangkan,
)
from kinerja.services.keberatan_bukti import daftarkan_bahan, read_bundle
from kinerja.services.keberatan_hitung import filing_clock
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_keberatan import DIUMUMKAN, SAAT, EvaluasiPabrik, Pihak, ajukan, pihak_pabrik
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def p() -> Pihak:
    return pihak_pabrik()


def masuk(akun: Pengguna) -> Client:
    client = Client()
    client.force_login(akun)
    return client


# -- filing --------------------------------------------------------------------------------------


def test_it_goes_to_the_atasan_of_the_pejabat_penilai(p: Pihak) -> None:
    k = ajukan(p)
    assert (k.penilai, k.pemutus, k.status) == (
        p.penilai.pegawai,
        p.pemutus.pegawai,
        StatusKeberatan.DITERIMA,
    )
    assert Jejak.objects.filter(tindakan="ajukan_keberatan", subjek_id=p.orang.pk).count() == 1


@pytest.mark.parametrize("siapa", ["penilai", "pemutus", "luar"])
def test_nobody_files_for_somebody_else(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        ajukan_keberatan(hasil=p.hasil, alasan="Keliru.", versi=1, actor=getattr(p, siapa), at=SAAT)


@pytest.mark.parametrize("status", [StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM])
def test_what_is_not_announced_cannot_be_objected_to(p: Pihak, status: StatusPenilaian) -> None:
    Penilaian.objects.update(status=status)
    with pytest.raises(Bentrok):
        ajukan(p)


def test_it_is_about_the_result_that_was_read(p: Pihak) -> None:
    Penilaian.objects.update(versi=2)
    with pytest.raises(Bentrok, match="berubah sejak Anda membukanya"):
        ajukan_keberatan(hasil=p.hasil, alasan="Keliru.", versi=1, actor=p.asn, at=SAAT)


@pytest.mark.parametrize(("alasan", "pesan"), [(" ", "Tuliskan alasan"), ("a" * 2001, "Sekarang 2001")])
def test_it_has_a_reason(p: Pihak, alasan: str, pesan: str) -> None:
    with pytest.raises(DomainError, match=pesan):
        ajukan(p, alasan=alasan)


def test_a_double_click_is_one_objection(p: Pihak) -> None:
    assert ajukan(p).pk == ajukan(p).pk
    assert BerkasKeberatan.objects.count() == 1


def test_another_reason_while_one_runs_is_told_where_it_stands(p: Pihak) -> None:
    k = ajukan(p)
    with pytest.raises(Bentrok, match=k.nomor):
        ajukan(p, alasan="Alasan kedua.")


def test_what_was_withdrawn_can_be_filed_again(p: Pihak) -> None:
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    assert ajukan(p).pk != k.pk


def test_a_periodic_result_is_objected_to_alike(p: Pihak) -> None:
    evaluasi = EvaluasiPabrik(pegawai=p.orang, penilai=p.penilai.pegawai)
    k = ajukan_keberatan(hasil=evaluasi, alasan="Keliru.", versi=1, actor=p.asn, at=SAAT)
    assert (k.hasil, k.pemutus) == (evaluasi, p.pemutus.pegawai)
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Evaluasi triwulan III 2026" in isi


def test_an_imported_result_without_a_rater_goes_by_the_atasan_of_today() -> None:
    p = pihak_pabrik(sumber=SumberPenilaian.EKINERJA, penilai=None, ditetapkan_oleh=None)
    k = ajukan(p)
    assert (k.penilai, k.pemutus) == (p.penilai.pegawai, p.pemutus.pegawai)


def _tanpa_atasan(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=None)


def _melingkar(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=p.orang)


def _diri_sendiri(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=p.penilai.pegawai)


def _pensiun(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.pemutus.pegawai_id).update(kedudukan_hukum=KedudukanHukum.CLTN)


def _pindah(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.pemutus.pegawai_id).update(instansi=InstansiPabrik(kode="lain"), unit=None)


def _penanda_tangan(p: Pihak) -> None:
    Penilaian.objects.update(ditetapkan_oleh=p.pemutus)


@pytest.mark.parametrize(
    "keadaan", [_tanpa_atasan, _melingkar, _diri_sendiri, _pensiun, _pindah, _penanda_tangan]
)
def test_where_nobody_may_decide_hr_has_to_name_somebody(p: Pihak, keadaan: Any) -> None:
    keadaan(p)
    k = ajukan(p)
    assert k.pemutus is None
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Menunggu penunjukan oleh pengelola kepegawaian" in isi


# -- the clock -----------------------------------------------------------------------------------


def test_the_term_counts_from_the_receipt_and_before_it_from_the_announcement(p: Pihak) -> None:
    assert filing_clock(p.hasil, at=SAAT).teks == "9 Februari 2027 pukul 23.59 WIB"
    mark_read(hasil=p.hasil, versi=1, actor=p.asn, at=DIUMUMKAN + timedelta(days=5))
    jam = filing_clock(p.hasil, at=SAAT)
    assert (jam.teks, jam.dibaca, jam.perkiraan) == ("12 Februari 2027 pukul 23.59 WIB", True, True)


@pytest.mark.parametrize(
    ("zona", "saat", "terlambat"),
    [
        ("Asia/Jakarta", datetime(2027, 2, 9, 16, 59, tzinfo=UTC), False),
        ("Asia/Jakarta", datetime(2027, 2, 9, 17, 0, tzinfo=UTC), True),
        ("Asia/Makassar", datetime(2027, 2, 9, 15, 59, tzinfo=UTC), False),
        ("Asia/Makassar", datetime(2027, 2, 9, 16, 0, tzinfo=UTC), True),
        ("Asia/Jayapura", datetime(2027, 2, 9, 14, 59, tzinfo=UTC), False),
        ("Asia/Jayapura", datetime(2027, 2, 9, 15, 0, tzinfo=UTC), True),
    ],
)
def test_past_the_last_second_it_is_late_and_still_taken(
    p: Pihak, zona: str, saat: datetime, terlambat: bool
) -> None:
    unit = UnitKerjaPabrik(instansi=p.orang.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=p.orang.pk).update(unit=unit)
    assert ajukan(p, at=saat).terlambat is terlambat


def test_the_page_says_that_late_is_possible(p: Pihak) -> None:
    with time_machine.travel("2027-03-01T02:00:00+00:00", tick=False):
        isi = masuk(p.asn).get(reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk]))
    assert "Keberatan masih dapat diajukan dan ditandai terlambat." in isi.content.decode()
    assert "perkiraan, belum terverifikasi" in isi.content.decode()


def test_an_imported_result_without_a_date_is_counted_from_the_receipt(p: Pihak) -> None:
    Penilaian.objects.update(diumumkan_pada=None, ditetapkan_pada=None)
    p.hasil.refresh_from_db()
    assert not filing_clock(p.hasil, at=SAAT).lewat(SAAT + timedelta(days=900))
    assert filing_clock(p.hasil, at=SAAT).teks == ""


def test_the_day_of_the_decision_is_told_on_the_clock_of_the_person(p: Pihak) -> None:
    k = ajukan(p)
    assert k.batas_putusan == datetime(2027, 2, 10, 17, 0, tzinfo=UTC)
    with time_machine.travel(SAAT, tick=False):
        isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Diputuskan paling lambat <strong>10 Februari 2027 pukul 23.59 WIB</strong>" in isi


@pytest.mark.parametrize("siapa", ["asn", "pemutus"])
def test_a_late_decision_is_seen(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    with time_machine.travel("2027-02-11T02:00:00+00:00", tick=False):
        isi = masuk(getattr(p, siapa)).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Lewat batas sejak 11 Februari 2027 pukul 00.00 WIB." in isi


# -- the frozen bundle ---------------------------------------------------------------------------


def test_everything_on_the_table_is_frozen(p: Pihak) -> None:
    EvaluasiPabrik(pegawai=p.orang, umpan_balik="Triwulan baik.")
    EvaluasiPabrik(pegawai=p.orang, mulai=DIUMUMKAN.date().replace(year=2026), draf=True, umpan_balik="Draf.")
    siklus = SiklusPabrik(instansi=p.orang.instansi)
    RefleksiDiri.objects.create(pegawai=p.orang, siklus=siklus, isi="Saya menyelesaikan semuanya.")
    mark_read(hasil=p.hasil, versi=1, actor=p.asn, at=SAAT)
    reply(hasil=p.hasil, isi="Saya tidak sependapat.", actor=p.asn, at=SAAT)
    isi = read_bundle(ajukan(p))
    bahan = {kode: b["isi"] for kode, b in isi["bahan"].items()}
    assert bahan["penilaian"]["predikat"] == "Butuh Perbaikan"
    assert bahan["penilaian"]["kalimat umpan balik"] == "Laporan bulanan sering terlambat."
    assert [e["kalimat umpan balik"] for e in bahan["periodik"]] == ["Triwulan baik."]
    assert bahan["refleksi"][0]["isi"] == "Saya menyelesaikan semuanya."
    assert bahan["tanggapan"][0]["isi"] == "Saya tidak sependapat."
    assert bahan["tanda_baca"]["dibaca"].startswith("2027-01-21")
    assert isi["aturan"]["berlaku_mulai"] == "2023-01-01"


def test_it_shows_the_old_result_when_another_one_comes(p: Pihak) -> None:
    k = ajukan(p)
    Penilaian.objects.update(predikat=Predikat.BAIK, versi=2, sumber=SumberPenilaian.EKINERJA)
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Butuh Perbaikan" in isi
    assert "Hasil yang sekarang tercatat: Baik." in isi
    assert "Sumber: e-Kinerja BKN" in isi


def test_a_draft_that_came_meanwhile_is_not_told(p: Pihak) -> None:
    k = ajukan(p)
    Penilaian.objects.update(predikat=Predikat.SANGAT_KURANG, versi=2, status=StatusPenilaian.DRAF)
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Sangat Kurang" not in isi
    assert "Hasil barunya belum diumumkan." in isi


def test_other_parts_of_the_app_add_to_it(p: Pihak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keberatan_bukti, "_BAHAN", dict(keberatan_bukti._BAHAN))
    daftarkan_bahan("skp", lambda hasil: {"rencana": ["Satu", "Dua"]}, judul="Rencana hasil kerja")
    daftarkan_bahan("kosong", lambda hasil: None)
    k = ajukan(p)
    assert "kosong" not in read_bundle(k)["bahan"]
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Rencana hasil kerja" in isi
    assert "Satu, Dua" in isi


def test_nobody_changes_it_through_the_house(p: Pihak) -> None:
    berkas = ajukan(p).berkas
    for coba in (
        berkas.save,
        berkas.delete,
        BerkasKeberatan.objects.all().delete,
        lambda: BerkasKeberatan.objects.update(isi={}),
    ):
        with pytest.raises(TypeError, match="append-only"):
            coba()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE kinerja_berkaskeberatan SET isi = '{\"bahan\": {}}'",
        "UPDATE kinerja_berkaskeberatan SET isi = '{\"bahan\": {}}', sidik = '%s'",
        "DELETE FROM kinerja_berkaskeberatan",
    ],
)
def test_whoever_changes_it_by_sql_is_found_and_it_decides_nothing(p: Pihak, sql: str) -> None:
    k = ajukan(p)
    with connection.cursor() as kursor:
        kursor.execute(sql.replace("%s", keberatan_bukti.digest({"bahan": {}})))
    with pytest.raises(DomainError, match="tidak sama dengan saat keberatan diajukan"):
        read_bundle(k)
    jawaban = masuk(p.pemutus).get(reverse("kinerja:keberatan_satu", args=[k.pk]))
    assert "tidak sama dengan saat keberatan diajukan" in jawaban.content.decode()


# -- explaining and withdrawing ------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["asn", "penilai", "pemutus"])
def test_every_party_explains_and_reads_the_others(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    tujuan = reverse("kinerja:keberatan_keterangan", args=[k.pk])
    masuk(getattr(p, siapa)).post(tujuan, {"isi": "Begini kejadiannya."})
    for akun in (p.asn, p.penilai, p.pemutus):
        isi = masuk(akun).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
        assert "Begini kejadiannya." in isi


def test_an_outsider_neither_explains_nor_reads(p: Pihak) -> None:
    k = ajukan(p)
    with pytest.raises(TidakBoleh):
        terangkan(keberatan_id=k.pk, isi="Saya tahu.", actor=p.luar, at=SAAT)
    for nama in ("satu", "cabut", "putuskan"):
        assert masuk(p.luar).get(reverse(f"kinerja:keberatan_{nama}", args=[k.pk])).status_code == 404


def test_the_same_explanation_twice_is_one(p: Pihak) -> None:
    k = ajukan(p)
    for _ in range(2):
        terangkan(keberatan_id=k.pk, isi="Sama.", actor=p.penilai, at=SAAT)
    assert KeteranganKeberatan.objects.count() == 1


def test_after_a_withdrawal_nothing_is_added_and_the_text_stays(p: Pihak) -> None:
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    jawaban = masuk(p.penilai).post(
        reverse("kinerja:keberatan_keterangan", args=[k.pk]), {"isi": "Masih ada lagi."}
    )
    assert "berubah sejak Anda membukanya" in jawaban.content.decode()


@pytest.mark.parametrize("siapa", ["penilai", "pemutus", "luar"])
def test_only_the_person_withdraws(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    with pytest.raises(TidakBoleh):
        cabut_keberatan(keberatan_id=k.pk, versi=1, actor=getattr(p, siapa), at=SAAT)


def test_a_second_withdrawal_changes_nothing(p: Pihak) -> None:
    k = ajukan(p)
    for saat in (SAAT, SAAT + timedelta(hours=1)):
        cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=saat)
    k.refresh_from_db()
    assert (k.dicabut_pada, k.versi) == (SAAT, 2)


def test_an_objection_that_is_not_there_is_not_found() -> None:
    with transaction.atomic(), pytest.raises(TidakDitemukan):
        ambil_terkunci(99)


@pytest.mark.parametrize("siapa", ["penilai", "luar"])
def test_nobody_else_reads_the_decision_for_the_person(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        baca_putusan(keberatan_id=ajukan(p).pk, actor=getattr(p, siapa), at=SAAT)


# -- three clicks --------------------------------------------------------------------------------


def test_three_clicks_from_the_result_to_the_confirmation(p: Pihak) -> None:
    client = masuk(p.asn)
    hasil = client.get(reverse("kinerja:hasil_satu", args=["tahunan", p.hasil.pk])).content.decode()
    tautan = reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk])
    assert f'href="{tautan}">Ajukan keberatan</a>' in hasil  # 1
    lembar = client.get(tautan)  # 2 is typing
    assert "Kirim keberatan" in lembar.content.decode()
    isian = {"alasan": "Realisasi saya 100 persen.", "versi": lembar.context["form"]["versi"].value()}
    jawaban = client.post(tautan, isian, follow=True)  # 3
    k = Keberatan.objects.get()
    assert jawaban.redirect_chain[-1][0] == reverse("kinerja:keberatan_satu", args=[k.pk])
    assert f"Keberatan {k.nomor} sudah terkirim." in jawaban.content.decode()
    assert "Diputuskan paling lambat" in jawaban.content.decode()


def test_a_refused_objection_keeps_what_was_typed(p: Pihak) -> None:
    ajukan(p)
    tujuan = reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk])
    jawaban = masuk(p.asn).post(tujuan, {"alasan": "Alasan kedua yang panjang.", "versi": 1})
    assert "Alasan kedua yang panjang." in jawaban.content.decode()
    assert "sedang berjalan" in jawaban.content.decode()


def test_the_person_withdraws_by_the_page(p: Pihak) -> None:
    k = ajukan(p)
    client = masuk(p.asn)
    tujuan = reverse("kinerja:keberatan_cabut", args=[k.pk])
    assert "Ya, cabut keberatan" in client.get(tujuan).content.decode()
    client.post(tujuan, {"versi": 99})
    assert Keberatan.objects.get().status == StatusKeberatan.DITERIMA
    client.post(tujuan, {"versi": 1})
    assert Keberatan.objects.get().status == StatusKeberatan.DICABUT


def test_the_list_shows_each_party_what_is_theirs(p: Pihak) -> None:
    k = ajukan(p)
    judul = {
        "asn": "Keberatan Anda",
        "penilai": "Atas penilaian Anda",
        "pemutus": "Menunggu putusan Anda",
        "luar": "Tidak ada keberatan.",
    }
    for siapa, teks in judul.items():
        isi = masuk(getattr(p, siapa)).get(reverse("kinerja:keberatan")).content.decode()
        assert teks in isi
        assert (k.nomor in isi) is (siapa != "luar")


# -- the database itself -------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["asn", "penilai"])
def test_the_database_refuses_a_decider_who_is_a_party(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    with pytest.raises(IntegrityError), transaction.atomic():
        Keberatan.objects.filter(pk=k.pk).update(pemutus=getattr(p, siapa).pegawai)


def test_the_database_refuses_a_decision_without_a_reason(p: Pihak) -> None:
    ajukan(p)
    with pytest.raises(IntegrityError), transaction.atomic():
        Keberatan.objects.update(status=StatusKeberatan.DIPUTUSKAN)


def test_the_database_keeps_one_that_runs(p: Pihak) -> None:
    k = ajukan(p)
    k.pk = None
    k._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        k.save()
