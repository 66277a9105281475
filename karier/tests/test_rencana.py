"""The individual plan: drafted, changed by both, agreed word by word; where pages tell of it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.tests.peramban import Peramban
from karier.enums import SebabNaskah, StatusIdp
from karier.models import RencanaPengembangan
from karier.services.rencana_baca import changed_since_returned, changed_since_sent
from karier.services.rencana_isi import add_item, remove_item
from karier.services.rencana_sepakat import (
    accept_plan,
    add_note,
    agree_plan,
    reopen_plan,
    return_plan,
    send_plan,
    withdraw_plan,
)
from karier.services.rencana_usul import start_plan
from karier.tests.jalan import SAAT
from karier.tests.langkah_rencana import ubah
from karier.tests.pabrik_rencana import ISI, celah, rencana_pabrik, tekan
from karier.tests.pembaca import akun_dari, halaman, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
S = StatusIdp


@pytest.fixture
def kurang(saya: Pegawai) -> Pegawai:
    return celah(saya)


# -- it drafts itself ---------------------------------------------------------------------------


def test_a_plan_drafts_itself_from_the_gap_with_reasons(kurang: Pegawai) -> None:
    PelatihanPabrik(nama="Komunikasi publik", jp=8)
    p = Peramban(sebagai(kurang), "/")
    p.tekan("Susun rencana pengembangan")
    p.kirim("Siapkan rencana 2027")
    assert p.klik == 2
    assert "Kami menyiapkan 5 usul dari kesenjangan jabatan Anda. Anda bebas mengubah." in p.isi
    for teks in (
        "melatih Komunikasi", "Bimbingan atasan dua kali sebulan", "Mengikuti program Komunikasi publik",
        "Menutup celah Komunikasi level 2 ke 3.", "Susunan jam belajar: ", " persen dari pekerjaan",
        "Kesenjangan kompetensi",
    ):  # fmt: skip
        assert teks in p.isi, teks
    butir = RencanaPengembangan.objects.get().butir.get(pelatihan__isnull=False)
    assert (butir.kompetensi, butir.jp) == ("komunikasi", 8)


def test_a_contract_gets_a_plan_without_a_word_of_pangkat(atasan: Pegawai) -> None:
    pppk = PegawaiPabrik(pppk=True, atasan=atasan)
    r = rencana_pabrik(pppk)
    assert 2 <= r.butir.count() <= 6
    isi = halaman(sebagai(pppk), "karier:rencana_lembar", r.pk)
    assert "angkat" not in isi.split("<main", 1)[1].split("</main>", 1)[0].replace("Perangkat", "")


def test_a_second_start_is_the_same_plan_and_other_years_are_not_planned(kurang: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    assert rencana_pabrik(kurang) == r
    with pytest.raises(DomainError, match="Rencana 2030"):
        rencana_pabrik(kurang, tahun=2030)
    assert sebagai(kurang).get(reverse("karier:rencana_tahun", args=[2030])).status_code == 404
    with pytest.raises(TidakBoleh):
        start_plan(pegawai=kurang, tahun=2026, actor=akun_dari(PegawaiPabrik()), at=SAAT, kanal="uji")


# -- both agree on the same words ---------------------------------------------------------------


def test_the_leader_agrees_with_just_what_was_sent(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    agree_plan(tekan(r, atasan))
    agree_plan(tekan(r, atasan))
    r.refresh_from_db()
    assert (r.status, r.setuju_pegawai, r.setuju_atasan) == (S.DISEPAKATI, r.versi, r.versi)
    naskah = r.naskah.get(sebab=SebabNaskah.SEPAKAT)
    assert len(naskah.isi) == r.butir.count()
    isi = halaman(sebagai(kurang), "karier:rencana_naskah", r.pk, naskah.pk)
    assert naskah.isi[0]["kegiatan"] in isi
    assert "tanpa biaya" in isi
    assert "Rp 0" not in isi
    assert "kosong" not in isi


def test_nobody_reads_that_they_wait_for_themselves(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    assert "Menunggu atasan" in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)
    assert ">Menunggu Anda<" in halaman(sebagai(atasan), "karier:rencana_lembar", r.pk)
    ubah(r, atasan, kegiatan="Memimpin rapat")
    return_plan(tekan(r, atasan), catatan="Saya ganti tugasnya.")
    for isi in (
        halaman(sebagai(kurang), "karier:rencana_lembar", r.pk),
        halaman(sebagai(kurang), "karier:beranda"),
    ):
        assert ">Menunggu Anda<" in isi
        assert "Menunggu pegawai" not in isi
    assert "Menunggu pegawai" in halaman(sebagai(atasan), "karier:rencana_lembar", r.pk)


def test_changes_of_the_leader_are_told_item_by_item_and_accepted(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    lama = r.butir.order_by("urut")[0].kegiatan
    ubah(r, atasan, kegiatan="Memimpin rapat")
    with pytest.raises(Bentrok, match="berbeda dari yang diajukan"):
        agree_plan(tekan(r, atasan))
    return_plan(tekan(r, atasan), catatan="Saya ganti tugasnya.")
    r.refresh_from_db()
    assert r.status == S.MENUNGGU_PEGAWAI
    assert f"Kegiatan «{lama}» diubah menjadi «Memimpin rapat»." in changed_since_sent(r)
    isi = halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)
    assert "menjadi «Memimpin rapat»" in isi
    assert "Saya ganti tugasnya." in isi
    accept_plan(tekan(r, kurang))
    r.refresh_from_db()
    assert r.status == S.DISEPAKATI


def test_a_leader_who_only_asks_has_consented_to_nothing(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    return_plan(tekan(r, atasan), catatan="Tambah satu kegiatan.")
    return_plan(tekan(r, atasan), catatan="Tambah satu kegiatan.")
    with pytest.raises(Bentrok, match="Atasan belum menyetujui"):
        accept_plan(tekan(r, kurang))
    assert "Atasan meminta perubahan" in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)
    r.refresh_from_db()
    add_item(rencana_id=r.pk, isi=ISI, versi=r.versi, actor=akun_dari(kurang), at=SAAT)
    send_plan(tekan(r, kurang))
    isi = halaman(sebagai(atasan), "karier:rencana_lembar", r.pk)
    assert "Yang berubah sejak dikembalikan" in isi
    assert f"Ditambahkan: «{ISI.kegiatan}»." in isi
    agree_plan(tekan(r, atasan))
    r.refresh_from_db()
    assert r.status == S.DISEPAKATI
    assert changed_since_returned(r) == []


def test_words_changed_after_they_came_back_need_the_leader_again(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    ubah(r, atasan, kegiatan="Memimpin rapat")
    return_plan(tekan(r, atasan), catatan="Diganti.")
    ubah(r, kurang, kegiatan="Memimpin dua rapat")
    with pytest.raises(Bentrok):
        accept_plan(tekan(r, kurang))


def test_nobody_writes_while_the_other_holds_the_pen(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    with pytest.raises(Bentrok):
        ubah(r, atasan)
    send_plan(tekan(r, kurang))
    with pytest.raises(Bentrok, match="Menunggu atasan"):
        ubah(r, kurang)
    withdraw_plan(tekan(r, kurang))
    with pytest.raises(TidakBoleh):
        ubah(r, PegawaiPabrik(struktural=True))
    send_plan(tekan(r, kurang))
    agree_plan(tekan(r, atasan))
    with pytest.raises(Bentrok, match="Disepakati"):
        ubah(r, kurang)


def test_an_old_page_consents_to_nothing(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    lama = r.versi
    ubah(r, atasan, kegiatan="Lain")
    for langkah, siapa in ((agree_plan, atasan), (withdraw_plan, kurang)):
        with pytest.raises(Bentrok, match="berubah sejak"):
            langkah(tekan(r, siapa, versi=lama))


def test_the_database_itself_refuses_other_words(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "disepakati")
    with pytest.raises(IntegrityError), transaction.atomic():
        RencanaPengembangan.objects.filter(pk=r.pk).update(versi=r.versi + 1)


def test_after_the_agreement_a_change_needs_both_again(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "disepakati")
    reopen_plan(tekan(r, kurang), alasan="Ada tugas baru.")
    r.refresh_from_db()
    reopen_plan(tekan(r, kurang), alasan="Ada tugas baru.")
    ubah(r, kurang, kegiatan="Tugas baru")
    assert "sejak kesepakatan terakhir" in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)
    send_plan(tekan(r, kurang))
    agree_plan(tekan(r, atasan))
    assert r.naskah.filter(sebab=SebabNaskah.SEPAKAT).count() == 2


def test_another_leader_answers_what_waits_and_an_old_one_does_not(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    baru = PegawaiPabrik(struktural=True, instansi=kurang.instansi)
    Pegawai.objects.filter(pk=kurang.pk).update(atasan=baru)
    with pytest.raises(TidakBoleh):
        agree_plan(tekan(r, atasan))
    agree_plan(tekan(r, baru))
    r.refresh_from_db()
    assert r.atasan == baru


def test_what_is_missing_is_said_before_anything_is_sent(kurang: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    for b in r.butir.all():
        r.refresh_from_db()
        remove_item(rencana_id=r.pk, butir_id=b.pk, versi=r.versi, actor=akun_dari(kurang), at=SAAT)
    with pytest.raises(DomainError, match="paling sedikit satu kegiatan"):
        send_plan(tekan(r, kurang))
    Pegawai.objects.filter(pk=kurang.pk).update(atasan=None)
    with pytest.raises(DomainError, match="Atasan Anda belum tercatat"):
        send_plan(tekan(r, kurang))


def test_a_note_is_kept_once(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    with pytest.raises(Bentrok):
        add_note(tekan(r, kurang), isi="Halo", sejak=0)
    send_plan(tekan(r, kurang))
    for _ in range(2):
        add_note(tekan(r, atasan), isi="Sudah saya baca.", sejak=1)
    assert r.dialog.filter(isi="Sudah saya baca.").count() == 1
    with pytest.raises(Bentrok, match="catatan baru"):
        add_note(tekan(r, kurang), isi="Baik.", sejak=1)


# -- home, team, cost ---------------------------------------------------------------------------


def test_home_and_team_tell_where_the_plan_stands(kurang: Pegawai, atasan: Pegawai) -> None:
    assert "Belum ada" in halaman(sebagai(atasan), "karier:tim")
    r = rencana_pabrik(kurang)
    isi = halaman(sebagai(kurang), "karier:beranda")
    assert "Lanjutkan rencana pengembangan 2027" in isi
    assert isi.count("<li>M") + isi.count("<li>B") >= 3
    send_plan(tekan(r, kurang))
    p = Peramban(sebagai(atasan), "/")
    p.tekan("Jawab 1 rencana pengembangan")
    p.kirim("Setujui")
    assert p.klik == 2
    assert "2027: Disepakati" in halaman(sebagai(atasan), "karier:tim")
    assert "Disepakati" in halaman(sebagai(atasan), "karier:rencana_tim")


def test_a_draft_that_was_never_sent_is_its_owners_alone(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    url = reverse("karier:rencana_lembar", args=[r.pk])
    hr = hr_dari(kurang.instansi)
    meja = sebagai(hr)
    assert sebagai(atasan).get(url).status_code == 404
    assert meja.get(url).status_code == 404
    send_plan(tekan(r, kurang))
    assert sebagai(atasan).get(url).status_code == 200
    assert meja.get(url).status_code == 200
    assert sebagai(PegawaiPabrik(instansi=kurang.instansi)).get(url).status_code == 404


def test_pages_cost_the_same_with_two_items_and_with_twenty(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    alamat = [("karier:rencana_lembar", (r.pk,)), ("karier:beranda", ())]
    banyak = []
    for tambah in (0, 15):
        for _ in range(tambah):
            r.refresh_from_db()
            add_item(rencana_id=r.pk, isi=ISI, versi=r.versi, actor=akun_dari(kurang), at=SAAT)
        for nama, kunci in alamat:
            halaman(sebagai(kurang), nama, *kunci)
            with CaptureQueriesContext(connection) as tangkap:
                halaman(sebagai(kurang), nama, *kunci)
            banyak.append(len(tangkap))
    assert banyak[:2] == banyak[2:]


def test_the_team_costs_the_same_with_one_plan_and_with_nine(kurang: Pegawai, atasan: Pegawai) -> None:
    rencana_pabrik(kurang, "menunggu")
    banyak = []
    for tambah in (0, 8):
        for _ in range(tambah):
            rencana_pabrik(PegawaiPabrik(pelaksana=True, atasan=atasan), "menunggu")
        halaman(sebagai(atasan), "karier:rencana_tim")
        with CaptureQueriesContext(connection) as tangkap:
            halaman(sebagai(atasan), "karier:rencana_tim")
        banyak.append(len(tangkap))
    assert banyak[0] == banyak[1]
