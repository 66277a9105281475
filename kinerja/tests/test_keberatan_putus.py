"""Only the atasan of the pejabat penilai decides, or whom HR named: by no door anybody else."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.enums import PutusanKeberatan, StatusKeberatan
from kinerja.models import Keberatan, Penilaian
from kinerja.services.keberatan import cabut_keberatan
from kinerja.services.keberatan_putus import mulai_periksa
from kinerja.tests.dunia_keberatan import ALASAN, alamat, p, putus
from kinerja.tests.pabrik_keberatan import SAAT, Pihak, ajukan
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PenggunaPabrik, PeranPabrik, hr_dari

__all__ = ["p"]
pytestmark = pytest.mark.django_db
P = PutusanKeberatan


# -- deciding ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("putusan", "tanda"),
    [
        (P.DITERIMA, "Diputuskan – diterima"),
        (P.SEBAGIAN, "Diputuskan – sebagian"),
        (P.TIDAK, "Diputuskan – tidak"),
    ],
)
def test_the_decision_with_its_reason_reaches_both_parties(p: Pihak, putusan: P, tanda: str) -> None:
    k = ajukan(p)
    putus(k, p.pemutus, putusan=putusan)
    for akun in (p.asn, p.penilai):
        isi = masuk(akun).get(alamat(k, "satu")).content.decode()
        assert tanda in isi
        assert ALASAN in isi
    assert Jejak.objects.get(tindakan="putuskan_keberatan").rincian["putusan"] == putusan


def test_a_decision_changes_no_rating(p: Pihak) -> None:
    sebelum = Penilaian.objects.values().get()
    putus(ajukan(p), p.pemutus)
    assert Penilaian.objects.values().get() == sebelum


@pytest.mark.parametrize("siapa", ["asn", "penilai", "luar"])
def test_nobody_else_decides_or_begins(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    with pytest.raises(TidakBoleh):
        putus(k, getattr(p, siapa))
    with pytest.raises(TidakBoleh):
        mulai_periksa(keberatan_id=k.pk, versi=1, actor=getattr(p, siapa), at=SAAT)


def _hr(p: Pihak) -> Pengguna:
    return hr_dari(p.orang.instansi)


def _super(p: Pihak) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(is_staff=True, is_superuser=True)
    return akun


def _pemohon_yang_hr(p: Pihak) -> Pengguna:
    PeranPabrik(pengguna=p.asn, instansi=p.orang.instansi)
    Pengguna.objects.filter(pk=p.asn.pk).update(is_staff=True, is_superuser=True)
    p.asn.refresh_from_db()
    return p.asn


def _penilai_yang_super(p: Pihak) -> Pengguna:
    Pengguna.objects.filter(pk=p.penilai.pk).update(is_staff=True, is_superuser=True)
    p.penilai.refresh_from_db()
    return p.penilai


@pytest.mark.parametrize("siapa", [_hr, _super, _pemohon_yang_hr, _penilai_yang_super])
def test_no_role_opens_the_decision(p: Pihak, siapa: Any) -> None:
    k, akun = ajukan(p), siapa(p)
    with pytest.raises(TidakBoleh):
        putus(k, akun)
    client = masuk(akun)
    isian = {"putusan": "diterima", "alasan": "Saya sendiri.", "versi": 1, "langkah": "kirim"}
    assert client.post(alamat(k), isian).status_code in (403, 404)
    admin = reverse("admin:kinerja_keberatan_change", args=[k.pk])
    assert client.post(admin, isian | {"status": "diputuskan"}).status_code in (403, 404)
    assert Keberatan.objects.get().putusan == ""


def test_the_pages_of_the_decider_are_for_the_decider(p: Pihak) -> None:
    k = ajukan(p)
    for siapa in ("asn", "penilai", "luar"):
        client = masuk(getattr(p, siapa))
        assert client.get(alamat(k)).status_code == 404
        assert client.post(alamat(k, "periksa"), {"versi": 1}).status_code == 404


def test_who_became_a_party_after_filing_decides_no_more(p: Pihak) -> None:
    """The atasan of the pejabat penilai signs the result that is objected to: then it is their own."""
    k = ajukan(p)
    Penilaian.objects.update(ditetapkan_oleh=p.pemutus)
    with pytest.raises(TidakBoleh):
        putus(k, p.pemutus)


@pytest.mark.parametrize("kedudukan", [KedudukanHukum.CLTN])
def test_who_left_decides_no_more(p: Pihak, kedudukan: KedudukanHukum) -> None:
    k = ajukan(p)
    Pegawai.objects.filter(pk=p.pemutus.pegawai_id).update(kedudukan_hukum=kedudukan)
    with pytest.raises(TidakBoleh):
        putus(k, p.pemutus)


def test_a_decision_has_a_reason(p: Pihak) -> None:
    with pytest.raises(DomainError, match="Tuliskan alasan putusan"):
        putus(ajukan(p), p.pemutus, alasan="  ")


def test_a_double_click_is_one_decision(p: Pihak) -> None:
    k = ajukan(p)
    pertama = putus(k, p.pemutus)
    kedua = putus(k, p.pemutus, at=SAAT + timedelta(hours=1))
    assert (kedua.diputuskan_pada, kedua.versi) == (pertama.diputuskan_pada, 2)


def test_a_decision_is_not_changed(p: Pihak) -> None:
    k = putus(ajukan(p), p.pemutus)
    with pytest.raises(Bentrok):
        putus(k, p.pemutus, putusan=P.TIDAK)


def test_what_was_withdrawn_is_not_decided(p: Pihak) -> None:
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    with pytest.raises(Bentrok, match="dicabut"):
        putus(k, p.pemutus)


def test_what_was_decided_is_not_withdrawn(p: Pihak) -> None:
    k = ajukan(p)
    putus(k, p.pemutus)
    with pytest.raises(Bentrok):
        cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)


def test_nothing_is_decided_on_evidence_that_was_changed(p: Pihak) -> None:
    k = ajukan(p)
    with connection.cursor() as kursor:
        kursor.execute("UPDATE kinerja_berkaskeberatan SET isi = '{}'")
    with pytest.raises(DomainError, match="tidak sama"):
        putus(k, p.pemutus)


def test_a_decided_result_is_not_objected_to_again(p: Pihak) -> None:
    putus(ajukan(p), p.pemutus, putusan=P.TIDAK)
    with pytest.raises(Bentrok, match="sudah diputuskan"):
        ajukan(p)


def test_a_late_decision_is_taken_and_stays_visible(p: Pihak) -> None:
    k = ajukan(p)
    putus(k, p.pemutus, at=k.batas_putusan)
    isi = masuk(p.asn).get(alamat(k, "satu")).content.decode()
    assert "Diputuskan lewat batas 11 Februari 2027 pukul 00.00 WIB." in isi


def test_the_decider_says_that_it_is_looked_at(p: Pihak) -> None:
    k = ajukan(p)
    client = masuk(p.pemutus)
    for _ in range(2):
        client.post(alamat(k, "periksa"), {"versi": 1})
    assert Keberatan.objects.get().status == StatusKeberatan.DIPERIKSA
    assert "Sedang diperiksa" in masuk(p.asn).get(alamat(k, "satu")).content.decode()


def test_the_look_at_a_withdrawn_one_is_told_so(p: Pihak) -> None:
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    jawaban = masuk(p.pemutus).post(alamat(k, "periksa"), {"versi": 1}, follow=True)
    assert "berubah sejak Anda membukanya" in jawaban.content.decode()


# -- the pages ---------------------------------------------------------------------------------------


def test_the_decision_is_looked_at_once_more_before_it_is_sent(p: Pihak) -> None:
    k = ajukan(p)
    client = masuk(p.pemutus)
    isian = {"putusan": "sebagian", "alasan": ALASAN, "versi": 1}
    periksa = client.post(alamat(k), isian | {"langkah": "periksa"}).content.decode()
    assert "Ya, kirim putusan" in periksa
    assert Keberatan.objects.get().putusan == ""
    assert ALASAN in client.post(alamat(k), isian | {"langkah": "ubah"}).content.decode()
    jawaban = client.post(alamat(k), isian | {"langkah": "kirim"}, follow=True).content.decode()
    assert "sudah dikirim kepada para pihak" in jawaban
    assert Keberatan.objects.get().putusan == P.SEBAGIAN


def test_nothing_is_chosen_beforehand(p: Pihak) -> None:
    isi = masuk(p.pemutus).get(alamat(ajukan(p))).content.decode()
    assert "checked" not in isi
    tanpa = masuk(p.pemutus).post(alamat(Keberatan.objects.get()), {"alasan": ALASAN, "versi": 1})
    assert "Pilih satu putusan" in tanpa.content.decode()


def test_a_refused_decision_keeps_what_was_typed(p: Pihak) -> None:
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    isian = {"putusan": "tidak", "alasan": ALASAN, "versi": 1, "langkah": "kirim"}
    jawaban = masuk(p.pemutus).post(alamat(k), isian).content.decode()
    assert ALASAN in jawaban
    assert "berubah sejak Anda membukanya" in jawaban


def test_tasks_follow_the_case_from_one_to_the_next(p: Pihak) -> None:
    beranda = reverse("karier:beranda")

    def ada(akun: Pengguna, teks: str) -> bool:
        return teks in masuk(akun).get(beranda).content.decode()

    with time_machine.travel(SAAT, tick=False):
        k = ajukan(p)
        assert ada(p.pemutus, f"Putuskan keberatan {p.orang.nama_gelar}")
        assert ada(p.penilai, "Beri keterangan atas keberatan")
        putus(k, p.pemutus)
        assert not ada(p.pemutus, "Putuskan keberatan")
        assert ada(p.penilai, f"Nilai ulang {p.orang.nama_gelar}")
        assert ada(p.asn, f"Baca putusan keberatan {k.nomor}")
        masuk(p.asn).post(alamat(k, "dibaca"))
        assert not ada(p.asn, "Baca putusan keberatan")


def test_an_overdue_decision_is_said_on_beranda(p: Pihak) -> None:
    ajukan(p)
    with time_machine.travel("2027-02-11T02:00:00+00:00", tick=False):
        isi = masuk(p.pemutus).get(reverse("karier:beranda")).content.decode()
    assert "Lewat batas sejak 11 Februari 2027" in isi
