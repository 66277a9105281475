"""What belongs to an objection: the frozen bundle, what the parties explain, the withdrawal."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from asn_karier.tests.peramban import masuk
from kinerja.enums import Predikat, StatusPenilaian, StatusSiklus, SumberKinerja, SumberPenilaian
from kinerja.models import (
    BerkasKeberatan,
    EvaluasiPeriodik,
    KeteranganKeberatan,
    NaskahSKP,
    Penilaian,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.services import keberatan_bukti
from kinerja.services.hasil import mark_read, reply
from kinerja.services.keberatan import (
    ambil_terkunci,
    baca_putusan,
    cabut_keberatan,
    terangkan,
)
from kinerja.services.keberatan_bahan import sent_realisations
from kinerja.services.keberatan_bukti import daftarkan_bahan, read_bundle
from kinerja.services.skp_lembar import sheet
from kinerja.tests.dunia_keberatan import p
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_keberatan import DIUMUMKAN, SAAT, EvaluasiPabrik, Pihak, ajukan
from kinerja.tests.pabrik_realisasi import isi as isi_realisasi
from kinerja.tests.pabrik_realisasi import kirim as kirim_realisasi
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_balik import UmpanBalikPabrik

__all__ = ["p"]
pytestmark = pytest.mark.django_db


# -- the frozen bundle -------------------------------------------------------------------------------


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


def test_plan_realisation_and_words_of_the_leader_are_on_the_table(p: Pihak) -> None:
    siklus, skp = siklus_pabrik(p.orang.instansi), skp_pabrik(p.orang)
    NaskahSKP.objects.create(skp=skp, ke=1, isi=sheet(skp), penilai=p.penilai.pegawai)
    isi_realisasi(skp, siklus, p.asn, teks="Sembilan laporan selesai.")
    kirim_realisasi(skp, siklus, p.asn)
    umpan = {"pegawai": p.orang, "dibaca_pada": SAAT}
    UmpanBalikPabrik(pemberi=p.penilai.pegawai, peristiwa="Rapat tepat waktu.", **umpan)
    UmpanBalikPabrik(pemberi=p.luar.pegawai, peristiwa="Kata seorang rekan.", **umpan)
    UmpanBalikPabrik(pemberi=p.penilai.pegawai, peristiwa="Belum dibaca.", pegawai=p.orang)
    k = ajukan(p)
    bahan = {kode: b["isi"] for kode, b in read_bundle(k)["bahan"].items()}
    assert bahan["skp"][0]["indikator"] == ["Jumlah laporan (target 12 laporan)"]
    assert any("Sembilan laporan selesai." in baris for baris in bahan["realisasi"])
    assert [b["isi"].split(".")[0] for b in bahan["umpan_balik"]] == ["Rapat tepat waktu"]
    for akun, alamat in (
        (p.asn, reverse("kinerja:keberatan_satu", args=[k.pk])),
        (p.asn, reverse("kinerja:hasil_satu", args=["tahunan", p.hasil.pk])),
    ):
        teks = masuk(akun).get(alamat).content.decode()
        assert "Rapat tepat waktu." in teks
        assert "Kata seorang rekan." not in teks
        assert "Belum dibaca." not in teks


def test_of_a_part_only_what_lies_in_it_is_on_the_table(p: Pihak) -> None:
    siklus = EvaluasiPabrik(pegawai=p.orang, mulai=date(2026, 9, 1)).siklus
    SiklusPenilaian.objects.update(sumber=SumberKinerja.DI_SINI, status=StatusSiklus.DIBUKA)
    lama, baru = skp_pabrik(p.orang, sampai=date(2026, 8, 31)), skp_pabrik(p.orang, mulai=date(2026, 9, 1))
    for skp, teks in ((lama, "Yang dulu."), (baru, "Yang baru.")):
        isi_realisasi(skp, siklus, p.asn, teks=teks)
        kirim_realisasi(skp, siklus, p.asn, alasan="Sinyal.")
    isi = sent_realisations(EvaluasiPeriodik.objects.get())
    assert any("Yang baru." in baris for baris in isi)
    assert not any("Yang dulu." in baris for baris in isi)


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


# -- explaining and withdrawing ----------------------------------------------------------------------


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
