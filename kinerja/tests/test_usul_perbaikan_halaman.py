"""Pages of *Usul perbaikan cara kerja*: who sees which buttons, what is kept, what HR counts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.models import Draf
from asn_karier.lib.pintu_draf import TOMBOL
from kinerja.enums import AlasanBelum, NamaUsul, StatusUsul
from kinerja.models import Pengakuan, UsulPerbaikan
from kinerja.tests.halaman_usul_perbaikan import TIGA, alamat, kirim, masuk
from kinerja.tests.pabrik_usul_perbaikan import (
    IkutUsulPabrik,
    Rantai,
    UsulPerbaikanPabrik,
    rantai_pabrik,
)
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


# -- send --------------------------------------------------------------------------------------------------


def test_sending_leads_to_the_idea_and_thanks(r: Rantai) -> None:
    isi = kirim(r.diri).content.decode()
    u = UsulPerbaikan.objects.get()
    assert f"Terima kasih. Usul {u.nomor} terkirim kepada atasan Anda." in isi
    assert "Tarik kembali" in isi


def test_what_is_missing_is_said_at_its_field_and_the_rest_stays(r: Rantai) -> None:
    isi = kirim(r.diri, coba="").content.decode()
    assert "Isi apa yang ingin Anda coba" in isi
    assert "Diketik tiga kali." in isi
    assert not UsulPerbaikan.objects.exists()


def test_an_unfinished_one_is_a_draft(r: Rantai) -> None:
    client = masuk(r.diri)
    isi = client.get(alamat("kirim"))
    segel = isi.context["draf"].segel
    client.post(alamat("kirim"), {**TIGA, TOMBOL: "nanti", "draf_segel": segel, "draf_versi": 0})
    assert Draf.objects.count() == 1
    assert "Diketik tiga kali." in client.get(alamat("kirim")).content.decode()


def test_without_an_atasan_the_page_says_so(r: Rantai) -> None:
    isi = masuk(r.puncak).get(alamat("kirim")).content.decode()
    assert "Atasan Anda belum tercatat" in isi
    assert "Atasan Anda belum tercatat" in kirim(r.puncak).content.decode()


def test_the_page_says_who_reads_it_before_it_is_sent(r: Rantai) -> None:
    isi = masuk(r.diri).get(alamat("kirim")).content.decode()
    assert "Dibaca Kepala Seksi, atasan Anda, yang menjawab dalam 14 hari." in isi
    assert "tidak pernah tampil di penilaian" in isi


def test_a_copy_begins_with_the_words_of_the_tried_one(r: Rantai) -> None:
    asal = UsulPerbaikanPabrik(pegawai=r.rekan.pegawai, dicoba=True)
    isi = masuk(r.diri).get(f"{alamat('kirim')}?dari={asal.pk}").content.decode()
    assert f"Disalin dari usul {asal.nomor}" in isi
    kirim(r.diri, asal=asal.pk)
    assert UsulPerbaikan.objects.get(pegawai=r.orang).asal == asal
    for lain in ("x", 999_999):
        assert "Disalin dari" not in masuk(r.diri).get(f"{alamat('kirim')}?dari={lain}").content.decode()


# -- read --------------------------------------------------------------------------------------------------


def test_strangers_hr_and_leaders_whom_it_has_not_reached_find_nothing(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    luar = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=r.orang.instansi))
    for akun in (r.kepala, r.puncak, r.rekan, luar):
        for langkah in ("satu", "jawab", "ukur"):
            assert masuk(akun).get(alamat(langkah, u)).status_code == 404
    assert masuk(hr_dari(r.orang.instansi)).get(alamat("satu", u)).status_code == 403


def test_the_leader_above_reads_it_without_the_name_when_the_author_wants_so(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, nama=NamaUsul.ATASAN, tingkat=1)
    IkutUsulPabrik(usul=u, pegawai=r.rekan.pegawai)
    for langkah in ("satu", "jawab"):
        isi = masuk(r.kepala).get(alamat(langkah, u)).content.decode()
        assert "Seorang pegawai" in isi
        assert "Rini" not in isi
        assert "Yos" not in isi
    assert "Rini bersama Yos" in masuk(r.atasan).get(alamat("satu", u)).content.decode()


def test_what_was_tried_is_read_by_everybody_and_names_nobody_against_their_will(r: Rantai) -> None:
    luar = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=r.orang.instansi)))
    u = UsulPerbaikanPabrik(pegawai=r.orang, terukur=True, kata_warga="Tidak menunggu lagi.")
    isi = luar.get(alamat("dicoba")).content.decode()
    assert "45 menit menjadi 20 menit. Membaik." in isi
    assert "Tidak menunggu lagi." in isi
    assert "Rini" not in isi
    assert str(r.orang.unit) not in isi
    UsulPerbaikan.objects.filter(pk=u.pk).update(nama=NamaUsul.SEMUA)
    assert "Rini" in luar.get(alamat("dicoba")).content.decode()


def test_a_long_list_has_pages(r: Rantai) -> None:
    UsulPerbaikanPabrik.create_batch(21, pegawai=r.orang, dicoba=True)
    satu = masuk(r.rekan).get(alamat("dicoba"))
    assert len(satu.context["usul"]) == 20
    dua = masuk(r.rekan).get(satu.context["halaman"].berikut)
    assert len(dua.context["usul"]) == 1


# -- answer ------------------------------------------------------------------------------------------------


def isian(u: UsulPerbaikan, langkah: str, **lain: Any) -> dict[str, Any]:
    hari = timezone.localdate()
    return {
        "versi": u.versi, "langkah": langkah, "mulai": f"{hari:%d-%m-%Y}",
        "ukur_pada": f"{hari + timedelta(days=30):%d-%m-%Y}", "ukuran": "Lama menunggu", "satuan": "menit",
        "arah": "turun", "angka_sebelum": "45,5", "ucapan": "Terima kasih.", "alasan": AlasanBelum.WAKTU,
        "penjelasan": "Sesudah rapat.", "alasan_atas": "Tiga seksi.", **lain,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("langkah", "status"),
    [("coba", StatusUsul.DICOBA), ("belum", StatusUsul.BELUM_DAPAT), ("sampaikan", StatusUsul.MENUNGGU)],
)
def test_three_ways_to_answer(r: Rantai, langkah: str, status: StatusUsul) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    client = masuk(r.atasan)
    jawaban = client.post(alamat("jawab", u), isian(u, langkah), follow=True)
    assert "Terima kasih" in jawaban.content.decode() or langkah == "sampaikan"
    u.refresh_from_db()
    assert (u.status, u.tingkat) == (status, int(langkah == "sampaikan"))
    if langkah == "coba":
        assert u.angka_sebelum == Decimal("45.5")


def test_a_late_second_answer_is_told_kindly(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    isi = masuk(r.atasan).post(alamat("jawab", u), isian(u, "coba"), follow=True).content.decode()
    assert "Usul ini sudah dijawab: Belum dapat dicoba." in isi


def test_a_page_that_is_old_says_so_and_keeps_every_word(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, versi=3)
    jawaban = masuk(r.atasan).post(alamat("jawab", u), isian(u, "coba", versi=2))
    isi = jawaban.content.decode()
    assert "Usul ini berubah sejak Anda membukanya." in isi
    assert "Sesudah rapat." in isi
    assert 'name="versi" value="3"' in isi


@pytest.mark.parametrize(
    ("langkah", "ruas", "kalimat"),
    [
        ("coba", "ukuran", "Isi apa yang diukur"),
        ("coba", "angka_sebelum", "Isi angka sebelum dicoba"),
        ("belum", "alasan", "Pilih alasan"),
        ("belum", "penjelasan", "Isi penjelasan."),
        ("sampaikan", "alasan_atas", "Isi mengapa usul ini disampaikan ke atas"),
    ],
)
def test_only_the_chosen_way_is_asked_for_its_fields(
    r: Rantai, langkah: str, ruas: str, kalimat: str
) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    isi = masuk(r.atasan).post(alamat("jawab", u), isian(u, langkah, **{ruas: ""})).content.decode()
    assert isi.count("error-summary") <= 1
    assert kalimat in isi
    u.refresh_from_db()
    assert u.status == StatusUsul.MENUNGGU


def test_at_the_top_nothing_is_offered_to_be_passed_on(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.kepala.pegawai)
    assert "Sampaikan ke atas" not in masuk(r.puncak).get(alamat("jawab", u)).content.decode()


# -- measure -----------------------------------------------------------------------------------------------


def test_the_author_notes_and_the_leader_decides(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True, coba_mulai=date(2026, 1, 5))
    isi = {"angka_sesudah": "20", "kata_warga": "Cepat.", "versi": 1, "langkah": "teruskan"}
    masuk(r.diri).post(alamat("ukur", u), isi)
    u.refresh_from_db()
    assert (u.status, u.angka_sesudah) == (StatusUsul.DICOBA, Decimal(20))
    masuk(r.atasan).post(alamat("ukur", u), {**isi, "versi": u.versi})
    u.refresh_from_db()
    assert u.status == StatusUsul.DITERUSKAN


def test_ending_asks_for_no_number_but_going_on_does(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True, coba_mulai=date(2026, 1, 5))
    isi = {"angka_sesudah": "", "kata_warga": "", "versi": 1}
    jawaban = masuk(r.atasan).post(alamat("ukur", u), {**isi, "langkah": "teruskan"})
    assert "Isi angka sesudahnya" in jawaban.content.decode()
    masuk(r.atasan).post(alamat("ukur", u), {**isi, "langkah": "hentikan"})
    u.refresh_from_db()
    assert u.status == StatusUsul.DIHENTIKAN


def test_recognition_begins_with_the_measured_idea(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, terukur=True)
    isi = masuk(r.atasan).get(alamat("satu", u)).content.decode()
    url = f"{reverse('kinerja:pengakuan_usulkan', args=[r.orang.pk])}?usul={u.pk}"
    assert url in isi
    form = masuk(r.atasan).get(url).context["form"]
    assert form["rujukan"].initial == u.nomor
    assert "45 menit menjadi 20 menit" in form["uraian"].initial
    assert not masuk(r.rekan).get(url).context["form"].initial.get("rujukan")
    assert not Pengakuan.objects.exists()


def test_recognition_does_not_name_an_author_to_the_leader_above(r: Rantai) -> None:
    """The address of the button, and an answer to guessing it, would tell who wrote the idea."""
    u = UsulPerbaikanPabrik(pegawai=r.orang, terukur=True, nama=NamaUsul.ATASAN, tingkat=1)
    url = reverse("kinerja:pengakuan_usulkan", args=[r.orang.pk])
    isi = masuk(r.kepala).get(alamat("satu", u)).content.decode()
    assert u.coba in isi
    assert url not in isi
    # The leader above may recognise, but is not told that the idea is this person's.
    form = masuk(r.kepala).get(f"{url}?usul={u.pk}").context["form"]
    assert not form.initial.get("rujukan")


# -- colleagues, name, taken back --------------------------------------------------------------------------


def test_a_colleague_is_asked_and_says_yes(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    masuk(r.diri).post(alamat("ajak", u), {"rekan": r.rekan.pegawai_id})
    assert "Ya, saya ikut" in masuk(r.rekan).get(alamat("satu", u)).content.decode()
    masuk(r.rekan).post(alamat("ikut", u))
    assert u.bersama.get().ikut_pada is not None
    masuk(r.diri).post(alamat("ajak", u), {"rekan": "x"})
    assert u.bersama.count() == 1


def test_the_name_is_chosen_anew_and_a_wrong_choice_changes_nothing(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    masuk(r.diri).post(alamat("nama", u), {"nama": "semua"})
    masuk(r.diri).post(alamat("nama", u), {"nama": "x"})
    u.refresh_from_db()
    assert u.nama == NamaUsul.SEMUA


def test_taking_back_twice_says_so_and_changes_nothing_more(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    for _ in range(2):
        jawaban = masuk(r.diri).post(alamat("tarik", u), follow=True)
        assert "Usul ditarik kembali dan isinya dihapus." in jawaban.content.decode()
    assert masuk(r.atasan).get(alamat("satu", u)).status_code == 404
