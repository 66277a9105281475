"""The dialogue: what is said is held, what is promised stays as it was promised."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import StatusKiriman, StatusTindak
from kinerja.models import JanjiForum, LayananPublik, MasukanForum, TopikForum
from kinerja.services.forum import answer_masukan, save_janji, save_perubahan, save_topik
from kinerja.services.ulasan import save_layanan
from kinerja.tests.pabrik_warga import (
    JanjiPabrik,
    LayananPabrik,
    MasukanPabrik,
    PerubahanPabrik,
    TopikPabrik,
)
from pegawai.models import Pengguna
from pegawai.tests.pabrik_akun import Kantor, buat_kantor

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _hari() -> Any:
    with time_machine.travel(SAAT, tick=True):
        yield


@pytest.fixture
def kantor() -> Kantor:
    return buat_kantor()


def masuk(akun: Pengguna) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(akun)
    return client


# -- citizens ---------------------------------------------------------------------------------------


def test_an_input_is_sent_once_and_held(kantor: Kantor) -> None:
    topik = TopikPabrik(unit=kantor.unit)
    client = Client(enforce_csrf_checks=True)
    alamat = reverse("publik:masukan", args=["batanghari", topik.pk])
    cocok = re.search(r'name="kunci" value="([^"]+)"', client.get(alamat).content.decode())
    assert cocok is not None
    for _ in range(2):
        jawaban = client.post(alamat, {"kunci": cocok[1], "teks": "Buka hari Sabtu"}, follow=True)
    satu = MasukanForum.objects.get()
    assert satu.status == StatusKiriman.MENUNGGU
    assert satu.nomor in jawaban.content.decode()
    umum = client.get(reverse("publik:topik", args=["batanghari", topik.pk])).content.decode()
    assert "Buka hari Sabtu" not in umum


def test_an_empty_input_is_asked_for_again(kantor: Kantor) -> None:
    topik = TopikPabrik(unit=kantor.unit)
    halaman = Client().post(reverse("publik:masukan", args=["batanghari", topik.pk]), {"teks": " "})
    assert "Tulis masukan Anda" in halaman.content.decode()


@pytest.mark.parametrize("tutup", [{"dibuka": False}, {"terbit": False}])
def test_a_topic_that_is_closed_takes_nothing(kantor: Kantor, tutup: dict[str, bool]) -> None:
    topik = TopikPabrik(unit=kantor.unit, **tutup)
    assert Client().post(reverse("publik:masukan", args=["batanghari", topik.pk])).status_code == 404


# -- the office -------------------------------------------------------------------------------------


def tanggapi(masukan: MasukanForum, actor: Pengguna, **lain: Any) -> MasukanForum:
    isi: dict[str, Any] = {"tindak": StatusTindak.DITANGGAPI, "tanggapan": "Akan kami coba", "versi": 1}
    return answer_masukan(masukan=masukan, actor=actor, at=SAAT, **(isi | lain))


def test_the_answer_stands_under_the_name_of_the_office(kantor: Kantor) -> None:
    satu = tanggapi(MasukanPabrik(topik=TopikPabrik(unit=kantor.unit), tampil=True), kantor.operator)
    assert (satu.kantor, satu.ditanggapi_hari) == ("Dinas Satu", SAAT.date())
    umum = Client().get(reverse("publik:topik", args=["batanghari", satu.topik_id])).content.decode()
    assert "Akan kami coba" in umum
    assert kantor.operator.nama not in umum


def test_only_shown_inputs_are_answered_and_only_by_their_unit(kantor: Kantor) -> None:
    topik = TopikPabrik(unit=kantor.unit)
    with pytest.raises(DomainError, match="yang tampil"):
        tanggapi(MasukanPabrik(topik=topik), kantor.hr)
    tampil = MasukanPabrik(topik=topik, tampil=True)
    for akun in (kantor.operator_lain, kantor.hr_asing, kantor.auditor):
        with pytest.raises(TidakDitemukan):
            tanggapi(tampil, akun)


def test_a_second_answer_on_an_old_page_is_told(kantor: Kantor) -> None:
    satu = MasukanPabrik(topik=TopikPabrik(unit=kantor.unit), tampil=True)
    tanggapi(satu, kantor.hr)
    tanggapi(satu, kantor.hr)
    with pytest.raises(Bentrok):
        tanggapi(satu, kantor.hr_kedua, tanggapan="Lain lagi")


def test_an_answered_input_is_not_taken_off(kantor: Kantor) -> None:
    from kinerja.enums import AlasanTidakTampil
    from kinerja.services.moderasi import withdraw_kiriman

    satu = tanggapi(MasukanPabrik(topik=TopikPabrik(unit=kantor.unit), tampil=True), kantor.hr)
    with pytest.raises(DomainError, match="sudah ditanggapi"):
        withdraw_kiriman(kiriman=satu, alasan=AlasanTidakTampil.KASAR, versi=2, actor=kantor.hr, at=SAAT)


@pytest.mark.parametrize(("kolom", "nilai"), [("tenggat", date(2027, 6, 1)), ("isi", "Lain")])
def test_a_promise_keeps_its_words_and_its_day(kantor: Kantor, kolom: str, nilai: Any) -> None:
    janji = JanjiPabrik(topik=TopikPabrik(unit=kantor.unit))
    setattr(janji, kolom, nilai)
    with pytest.raises(DomainError, match="tidak diubah"):
        save_janji(janji=janji, actor=kantor.hr, at=SAAT, kanal="admin")


def test_the_day_a_promise_was_kept_is_set_once(kantor: Kantor) -> None:
    janji = JanjiPabrik(topik=TopikPabrik(unit=kantor.unit))
    janji.status = StatusTindak.DIJALANKAN
    save_janji(janji=janji, actor=kantor.hr, at=SAAT, kanal="admin")
    save_janji(janji=janji, actor=kantor.hr, at=SAAT.replace(day=20), kanal="admin")
    janji.refresh_from_db()
    assert janji.selesai == SAAT.date()


def test_a_promise_is_told_as_kept_through_the_desk(kantor: Kantor) -> None:
    janji = JanjiPabrik(topik=TopikPabrik(unit=kantor.unit))
    client = masuk(kantor.operator)
    alamat = reverse("admin:kinerja_janjiforum_change", args=[janji.pk])
    cocok = re.search(r'name="sidik_dibaca" value="([^"]+)"', client.get(alamat).content.decode())
    assert cocok is not None
    jawaban = client.post(alamat, {"status": "dijalankan", "alasan": "", "sidik_dibaca": cocok[1]})
    janji.refresh_from_db()
    assert jawaban.status_code == 302
    assert (janji.status, janji.selesai) == (StatusTindak.DIJALANKAN, SAAT.date())


def test_a_promise_is_given_up_only_with_a_reason(kantor: Kantor) -> None:
    janji = JanjiPabrik(topik=TopikPabrik(unit=kantor.unit))
    client = masuk(kantor.hr)
    alamat = reverse("admin:kinerja_janjiforum_change", args=[janji.pk])
    cocok = re.search(r'name="sidik_dibaca" value="([^"]+)"', client.get(alamat).content.decode())
    assert cocok is not None
    isi = {"status": "tidak_dapat", "alasan": "", "sidik_dibaca": cocok[1]}
    assert "Tulis alasan janji itu tidak dapat dijalankan" in client.post(alamat, isi).content.decode()


@pytest.mark.parametrize("siapa", ["operator_lain", "hr_asing", "auditor"])
def test_a_stranger_writes_nothing_for_a_unit(kantor: Kantor, siapa: str) -> None:
    akun = getattr(kantor, siapa)
    umum = {"actor": akun, "at": SAAT, "kanal": "admin"}
    topik = TopikPabrik(unit=kantor.unit)
    for kerja in (
        lambda: save_topik(topik=TopikPabrik.build(unit=kantor.unit), **umum),
        lambda: save_janji(janji=JanjiPabrik.build(topik=topik), **umum),
        lambda: save_perubahan(perubahan=PerubahanPabrik.build(unit=kantor.unit), **umum),
        lambda: save_layanan(layanan=LayananPabrik.build(unit=kantor.unit), **umum),
    ):
        with pytest.raises(TidakBoleh):
            kerja()
    assert [m.objects.count() for m in (TopikForum, JanjiForum, LayananPublik)] == [1, 0, 0]


def test_an_operator_makes_a_service_of_the_own_unit_only(kantor: Kantor) -> None:
    client = masuk(kantor.operator)
    alamat = reverse("admin:kinerja_layananpublik_add")
    for unit in (kantor.unit, kantor.unit_lain):
        client.post(alamat, {"unit": f"{unit.nama} [{unit.pk}]", "nama": "Loket", "aktif": "on"})
    assert list(LayananPublik.objects.values_list("unit", flat=True)) == [kantor.unit.pk]


def test_a_service_stays_with_its_unit(kantor: Kantor) -> None:
    satu = LayananPabrik(unit=kantor.unit)
    satu.unit = kantor.unit_lain
    with pytest.raises(DomainError, match="Unit layanan tidak diubah"):
        save_layanan(layanan=satu, actor=kantor.hr, at=SAAT, kanal="admin")


def test_the_sheet_for_the_counter_is_a_pdf_with_its_address(kantor: Kantor) -> None:
    satu = LayananPabrik(unit=kantor.unit)
    jawaban = masuk(kantor.operator).get(reverse("admin:kinerja_layananpublik_qr", args=[satu.pk]))
    assert jawaban.content[:5] == b"%PDF-"
    assert len(jawaban.content) < 120 * 1024
    assert (
        masuk(kantor.operator_lain).get(reverse("admin:kinerja_layananpublik_qr", args=[satu.pk])).status_code
        == 404
    )


def test_the_worklist_names_what_waits(kantor: Kantor) -> None:
    topik = TopikPabrik(unit=kantor.unit)
    MasukanPabrik(topik=topik)
    JanjiPabrik(topik=topik, tenggat=date(2026, 11, 1))
    meja = masuk(kantor.hr).get(reverse("admin:index")).content.decode()
    assert "Masukan warga menunggu diperiksa" in meja
    assert "Janji kepada warga lewat tenggat" in meja
