"""Words are held until a named officer has read them masked; nobody hides what is said about themself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.lib.sandi import kunci_sandi
from kinerja.enums import AlasanTidakTampil, StatusKiriman, TemaUlasan
from kinerja.facts import tema_unit
from kinerja.models import Ulasan
from kinerja.services.moderasi import decide_kiriman, proposal, read_original, withdraw_kiriman
from kinerja.tests.pabrik_warga import LayananPabrik, MasukanPabrik, TopikPabrik, UlasanPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_akun import Kantor, buat_kantor, operator_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
TAMPIL, SEMBUNYI, SERAHKAN = StatusKiriman.TAMPIL, StatusKiriman.TIDAK_TAMPIL, StatusKiriman.DISERAHKAN
KASAR = AlasanTidakTampil.KASAR


@pytest.fixture(autouse=True)
def _hari() -> Any:
    with time_machine.travel(SAAT, tick=True):
        yield


@pytest.fixture
def kantor() -> Kantor:
    return buat_kantor()


@pytest.fixture
def ulasan(kantor: Kantor) -> Ulasan:
    satu: Ulasan = UlasanPabrik(
        layanan=LayananPabrik(unit=kantor.unit), asli=kunci_sandi("petugas Melani galak"), teks="-"
    )
    return satu


def putuskan(ulasan: Any, actor: Pengguna, putusan: StatusKiriman = TAMPIL, **lain: Any) -> Any:
    isi = {"teks": "Petugas galak", "versi": 1, **lain}
    return decide_kiriman(kiriman=ulasan, putusan=putusan, actor=actor, at=SAAT, **isi)


def halaman(ulasan: Any, akun: Pengguna) -> Any:
    client = Client(raise_request_exception=False)
    client.force_login(akun)
    return client.get(reverse("admin:kinerja_ulasan_change", args=[ulasan.pk]))


# -- who --------------------------------------------------------------------------------------------


def test_hr_and_the_operator_of_the_unit_read_it_and_nobody_else_does(kantor: Kantor, ulasan: Ulasan) -> None:
    asn = PenggunaPabrik(pegawai=kantor.diri)
    for akun, boleh in (
        (kantor.hr, True),
        (kantor.operator, True),
        (kantor.operator_lain, False),
        (kantor.hr_asing, False),
        (kantor.auditor, False),
        (asn, False),
    ):
        assert Ulasan.objects.visible_to(akun).exists() is boleh, akun
        jawaban = halaman(ulasan, akun)
        assert (jawaban.status_code == 200) is boleh, akun
        assert boleh or "galak" not in jawaban.content.decode()


def test_on_the_day_it_came_nobody_reads_it(kantor: Kantor) -> None:
    """Whoever stands at the counter must not match it with the person who just left."""
    satu = UlasanPabrik(layanan=LayananPabrik(unit=kantor.unit), hari=SAAT.date())
    assert halaman(satu, kantor.hr).status_code == 404
    with pytest.raises(TidakDitemukan):
        putuskan(satu, kantor.hr)
    with time_machine.travel(SAAT + timedelta(days=1)):
        assert halaman(satu, kantor.hr).status_code == 200


def test_an_answer_without_words_needs_nobody(kantor: Kantor) -> None:
    satu = UlasanPabrik(layanan=LayananPabrik(unit=kantor.unit), tanpa_teks=True)
    assert halaman(satu, kantor.hr).status_code == 404


@pytest.mark.parametrize("siapa", ["operator_lain", "hr_asing", "auditor"])
def test_a_stranger_decides_nothing(kantor: Kantor, ulasan: Ulasan, siapa: str) -> None:
    with pytest.raises(TidakDitemukan):
        putuskan(ulasan, getattr(kantor, siapa))
    with pytest.raises(TidakDitemukan):
        read_original(kiriman=ulasan, actor=getattr(kantor, siapa))


def test_an_operator_shows_words_but_does_not_hide_them(kantor: Kantor, ulasan: Ulasan) -> None:
    with pytest.raises(TidakBoleh, match="tidak menyembunyikan"):
        putuskan(ulasan, kantor.operator, SEMBUNYI, alasan=KASAR)
    assert putuskan(ulasan, kantor.operator).status == TAMPIL


def test_an_operator_leaves_it_to_hr(kantor: Kantor, ulasan: Ulasan) -> None:
    putuskan(ulasan, kantor.operator, SERAHKAN)
    assert "Menunggu putusan pengelola" in halaman(ulasan, kantor.operator).content.decode()
    assert putuskan(ulasan, kantor.hr, SEMBUNYI, alasan=KASAR, versi=2).alasan == KASAR


def test_the_page_of_an_operator_offers_no_hiding(kantor: Kantor, ulasan: Ulasan) -> None:
    isi = halaman(ulasan, kantor.operator).content.decode()
    assert 'value="tidak_tampil"' not in isi
    assert 'value="diserahkan"' in isi


def test_who_is_named_in_the_words_does_not_decide(kantor: Kantor, ulasan: Ulasan) -> None:
    orang = PegawaiPabrik(instansi=kantor.instansi, unit=kantor.unit, nama="Melani Contoh")
    disebut = operator_dari(kantor.unit, pegawai=orang)
    for kerja in (
        lambda: putuskan(ulasan, disebut),
        lambda: read_original(kiriman=ulasan, actor=disebut),
    ):
        with pytest.raises(TidakBoleh, match="menyebut nama Anda"):
            kerja()
    isi = halaman(ulasan, disebut).content.decode()
    assert "Diputus petugas lain" in isi
    assert "galak" not in isi


# -- what -------------------------------------------------------------------------------------------


def test_names_of_the_instansi_are_masked_in_the_proposal(kantor: Kantor, ulasan: Ulasan) -> None:
    PegawaiPabrik(instansi=kantor.instansi, nama="MELANI RATNA, S.Kep")
    assert proposal(ulasan) == "petugas [nama] galak"
    isi = halaman(ulasan, kantor.hr).content.decode()
    assert "petugas [nama] galak" in isi
    assert "Melani" not in isi


def test_names_of_other_governments_are_not_searched(kantor: Kantor, ulasan: Ulasan) -> None:
    PegawaiPabrik(instansi=kantor.hr_asing.peran.get().instansi, nama="Melani")
    assert proposal(ulasan) == "petugas Melani galak"


def test_reading_the_original_is_asked_for_and_stands_on_the_trail(kantor: Kantor, ulasan: Ulasan) -> None:
    client = Client()
    client.force_login(kantor.hr)
    alamat = reverse("admin:kinerja_ulasan_asli", args=[ulasan.pk])
    assert client.get(alamat).status_code == 302
    assert not Jejak.objects.filter(tindakan="lihat_asli_kiriman").exists()
    assert "petugas Melani galak" in client.post(alamat).content.decode()
    jejak = Jejak.objects.get(tindakan="lihat_asli_kiriman")
    assert (jejak.pelaku_id, jejak.rincian) == (kantor.hr.pk, {"nomor": ulasan.nomor})


@pytest.mark.parametrize(("putusan", "lain"), [(TAMPIL, {}), (SEMBUNYI, {"alasan": KASAR})])
def test_the_original_is_gone_after_the_decision(
    kantor: Kantor, ulasan: Ulasan, putusan: StatusKiriman, lain: dict[str, Any]
) -> None:
    putuskan(ulasan, kantor.hr, putusan, **lain)
    ulasan.refresh_from_db()
    assert ulasan.asli == ""
    with pytest.raises(TidakDitemukan):
        read_original(kiriman=ulasan, actor=kantor.hr)


def test_what_a_moderator_leaves_in_is_masked_all_the_same(kantor: Kantor, ulasan: Ulasan) -> None:
    satu = putuskan(ulasan, kantor.hr, teks="Pak Budi, telepon 081234567890")
    assert satu.teks == "Pak [nama], telepon [nomor]"


def test_nothing_is_shown_without_words_and_nothing_hidden_without_a_reason(
    kantor: Kantor, ulasan: Ulasan
) -> None:
    with pytest.raises(DomainError, match="Isi kalimat"):
        putuskan(ulasan, kantor.hr, teks=" \u200b ")
    with pytest.raises(DomainError, match="Pilih alasan"):
        putuskan(ulasan, kantor.hr, SEMBUNYI)


def test_the_answer_counts_whatever_is_decided(kantor: Kantor, ulasan: Ulasan) -> None:
    semula = ulasan.jawaban
    putuskan(ulasan, kantor.hr, SEMBUNYI, alasan=KASAR)
    ulasan.refresh_from_db()
    assert ulasan.jawaban == semula


def test_saying_the_same_twice_counts_once(kantor: Kantor, ulasan: Ulasan) -> None:
    for _ in range(2):
        putuskan(ulasan, kantor.hr)
    assert Jejak.objects.filter(tindakan="putuskan_kiriman").count() == 1


def test_leaving_it_to_hr_twice_is_once(kantor: Kantor, ulasan: Ulasan) -> None:
    operator = operator_dari(kantor.unit)
    for _ in range(2):
        assert putuskan(ulasan, operator, SERAHKAN).versi == 2
    assert Jejak.objects.filter(tindakan="putuskan_kiriman").count() == 1


@pytest.mark.lambat
def test_the_second_officer_is_told(kantor: Kantor, ulasan: Ulasan) -> None:
    putuskan(ulasan, kantor.hr)
    with pytest.raises(Bentrok):
        putuskan(ulasan, kantor.hr_kedua, SEMBUNYI, alasan=KASAR)


def test_a_late_page_keeps_what_was_typed(kantor: Kantor, ulasan: Ulasan) -> None:
    client = Client()
    client.force_login(kantor.hr_kedua)
    putuskan(ulasan, kantor.operator, SERAHKAN)
    isi = {"putusan": "tampil", "teks": "Suntingan saya", "versi": "1"}
    jawaban = client.post(reverse("admin:kinerja_ulasan_change", args=[ulasan.pk]), isi).content.decode()
    assert "Isian Anda belum disimpan" in jawaban
    assert "Suntingan saya" in jawaban


def test_shown_words_are_taken_off_by_hr_only(kantor: Kantor, ulasan: Ulasan) -> None:
    satu = putuskan(ulasan, kantor.hr, tema=[TemaUlasan.TERIMA_KASIH])
    with pytest.raises(TidakBoleh):
        withdraw_kiriman(kiriman=satu, alasan=KASAR, versi=2, actor=kantor.operator, at=SAAT)
    satu = withdraw_kiriman(kiriman=satu, alasan=KASAR, versi=2, actor=kantor.hr, at=SAAT)
    assert (satu.teks, satu.terima_kasih, satu.tema) == ("", False, ["terima_kasih"])


@pytest.mark.parametrize(
    "palsu",
    [
        {"status": TAMPIL, "asli": "tersandi", "teks": "x"},
        {"status": TAMPIL, "teks": ""},
        {"status": SEMBUNYI, "teks": "", "alasan": ""},
        {"status": StatusKiriman.MENUNGGU, "diputus_pada": SAAT},
        {"jawaban": 5},
        {"status": StatusKiriman.MENUNGGU, "terima_kasih": True},
    ],
)
def test_the_database_refuses_what_no_decision_makes(ulasan: Ulasan, palsu: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Ulasan.objects.filter(pk=ulasan.pk).update(**{"asli": "", **palsu})


# -- themes and thanks ------------------------------------------------------------------------------


def bertema(kantor: Kantor, banyak: int, *tema: TemaUlasan) -> None:
    layanan = LayananPabrik(unit=kantor.unit)
    for _ in range(banyak):
        UlasanPabrik(layanan=layanan, tampil=True, tema=[t.value for t in tema])


def test_themes_of_ten_reviews_are_a_need_of_the_unit(kantor: Kantor) -> None:
    bertema(kantor, 10, TemaUlasan.KECEPATAN, TemaUlasan.FASILITAS)
    hasil = tema_unit(kantor.instansi.pk, date(2026, 12, 1))
    assert [(t.unit_id, t.tema, t.banyak) for t in hasil] == [
        (kantor.unit.pk, "fasilitas", 10),
        (kantor.unit.pk, "kecepatan", 10),
    ]


def test_nine_reviews_are_no_theme_and_a_month_must_be_over(kantor: Kantor) -> None:
    bertema(kantor, 9, TemaUlasan.KECEPATAN)
    assert tema_unit(kantor.instansi.pk, date(2026, 12, 1)) == []
    bertema(kantor, 1, TemaUlasan.KECEPATAN)
    assert tema_unit(kantor.instansi.pk, date(2026, 11, 30)) == []


def test_thanks_reach_whoever_leads_the_unit_and_nobody_else(kantor: Kantor) -> None:
    pemimpin = PegawaiPabrik(instansi=kantor.instansi, unit=kantor.unit, struktural=True)
    PegawaiPabrik(instansi=kantor.instansi, unit=kantor.unit, atasan=pemimpin)
    lain = PegawaiPabrik(instansi=kantor.instansi, unit=kantor.unit_lain, struktural=True)
    PegawaiPabrik(instansi=kantor.instansi, unit=kantor.unit_lain, atasan=lain)
    UlasanPabrik(
        layanan=LayananPabrik(unit=kantor.unit), tampil=True, terima_kasih=True, teks="Terima kasih semua"
    )
    for orang, boleh in ((pemimpin, True), (kantor.diri, False), (lain, False)):
        client = Client()
        client.force_login(PenggunaPabrik(pegawai=orang))
        isi = client.get(reverse("kinerja:ucapan")).content.decode()
        assert ("Terima kasih semua" in isi) is boleh
        beranda = client.get(reverse("kinerja:saya")).content.decode()
        assert ("1 ucapan untuk unit Anda" in beranda) is boleh


def test_inputs_of_a_dialogue_are_held_by_the_same_rules(kantor: Kantor) -> None:
    satu = MasukanPabrik(topik=TopikPabrik(unit=kantor.unit), asli=kunci_sandi("Pak Budi tidak ada"))
    with pytest.raises(TidakDitemukan):
        putuskan(satu, kantor.operator_lain)
    assert putuskan(satu, hr_dari(kantor.instansi), teks=proposal(satu)).teks == "Pak [nama] tidak ada"
