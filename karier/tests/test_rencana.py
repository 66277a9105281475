"""The individual plan: drafted, changed by both, agreed word by word, done, carried forward."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.tests.peramban import Peramban
from karier.enums import JenisKeputusan, SebabNaskah, StatusButir, StatusIdp
from karier.facts import rencana as fakta_rencana
from karier.models import ButirRencana, Rekomendasi, RencanaPengembangan
from karier.services.keadaan import read_outcomes
from karier.services.rekomendasi import putuskan_rekomendasi
from karier.services.rencana_baca import changed_since_sent, changes_since, read_items
from karier.services.rencana_isi import add_item, change_item, established_for, remove_item, take_in
from karier.services.rencana_jalan import carry_forward, finish_item
from karier.services.rencana_sepakat import (
    accept_plan,
    add_note,
    agree_plan,
    reopen_plan,
    return_plan,
    send_plan,
    withdraw_plan,
)
from karier.services.rencana_usul import gaps_of, start_plan
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import ISI, celah, rencana_pabrik, tekan
from karier.tests.pembaca import akun_dari, halaman, jalankan, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
S = StatusIdp
AKHIR = datetime(2027, 11, 20, 3, 0, tzinfo=SAAT.tzinfo)


@pytest.fixture
def kurang(saya: Pegawai) -> Pegawai:
    return celah(saya)


def ubah(r: RencanaPengembangan, siapa: Pegawai, ke: int = 0, **isi: Any) -> ButirRencana:
    r.refresh_from_db()
    butir = r.butir.order_by("urut")[ke]
    return change_item(
        rencana_id=r.pk,
        butir_id=butir.pk,
        isi=ISI._replace(**isi),
        versi=r.versi,
        actor=akun_dari(siapa),
        at=SAAT,
    )


def selesai(
    r: RencanaPengembangan, siapa: Pegawai, ke: int = 0, refleksi: str = "Paham", berkas: Any = None
) -> Any:
    butir = r.butir.order_by("urut")[ke]
    return finish_item(
        rencana_id=r.pk, butir_id=butir.pk, refleksi=refleksi, berkas=None, actor=akun_dari(siapa), at=SAAT,
        kanal="uji",
    )  # fmt: skip


# -- it drafts itself ---------------------------------------------------------------------------


def test_a_plan_drafts_itself_from_the_gap_with_reasons(kurang: Pegawai) -> None:
    PelatihanPabrik(nama="Komunikasi publik", jp=8)
    p = Peramban(sebagai(kurang), "/")
    p.tekan("Susun rencana pengembangan")
    p.kirim("Siapkan rencana 2027")
    assert p.klik == 2
    assert "Kami menyiapkan 5 usul dari kesenjangan jabatan Anda. Anda bebas mengubah." in p.isi
    for teks in (
        "melatih Komunikasi", "Bimbingan atasan dua kali sebulan", "Mengikuti Komunikasi publik",
        "Menutup celah Komunikasi level 2 ke 3.", "Susunan jam belajar", "Kesenjangan kompetensi",
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
    assert naskah.isi[0]["kegiatan"] in halaman(sebagai(kurang), "karier:rencana_naskah", r.pk, naskah.pk)


def test_changes_of_the_leader_are_told_item_by_item_and_accepted(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "menunggu")
    lama = r.butir.order_by("urut")[0].kegiatan
    ubah(r, atasan, kegiatan="Memimpin rapat")
    with pytest.raises(Bentrok, match="berbeda dari yang diajukan"):
        agree_plan(tekan(r, atasan))
    return_plan(tekan(r, atasan), catatan="Saya ganti tugasnya.")
    r.refresh_from_db()
    assert r.status == S.MENUNGGU_PEGAWAI
    assert f"Pada «{lama}», kegiatan diubah dari «{lama}» menjadi «Memimpin rapat»." in changed_since_sent(r)
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
    agree_plan(tekan(r, atasan))
    r.refresh_from_db()
    assert r.status == S.DISEPAKATI


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


# -- afterwards ---------------------------------------------------------------------------------


def test_done_takes_a_reflection_and_the_last_one_ends_the_plan(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "disepakati")
    with pytest.raises(DomainError, match="Lampirkan bukti"):
        selesai(r, kurang, refleksi=" ")
    for ke in range(r.butir.count()):
        assert selesai(r, kurang, ke).status == StatusButir.SELESAI
        selesai(r, kurang, ke)
    r.refresh_from_db()
    assert r.status == S.SELESAI
    baris = fakta_rencana(2027).get(pegawai_id=kurang.pk)
    assert (baris["butir_rencana"], baris["butir_selesai"], baris["disepakati"]) == (5, 5, True)


def test_what_the_records_say_fulfils_an_item_by_itself(kurang: Pegawai) -> None:
    PelatihanPabrik(nama="Komunikasi publik", jp=8)
    r = rencana_pabrik(kurang, "disepakati")
    butir = r.butir.get(pelatihan__isnull=False)
    assert not any(b.tuntas for b in read_items(r))
    PengembanganPabrik(
        pegawai=kurang, nama="Komunikasi Publik", bentuk=butir.bentuk, jp=5, tanggal_selesai=butir.mulai
    )
    baris = {b.butir.pk: b for b in read_items(r)}[butir.pk]
    assert baris.bukti is not None
    assert (baris.bukti.kalimat, baris.tuntas) == ("Tercatat 5 dari 8 JP di Catatan JP.", False)
    PengembanganPabrik(
        pegawai=kurang, nama="Komunikasi publik", bentuk=butir.bentuk, jp=3,
        tanggal_selesai=butir.mulai + timedelta(days=0),
    )  # fmt: skip
    assert {b.butir.pk: b.tuntas for b in read_items(r)}[butir.pk]
    assert "Berjalan 1/5" in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)


def test_what_is_left_goes_on_in_the_next_year_in_one_press(kurang: Pegawai, atasan: Pegawai) -> None:
    r = rencana_pabrik(kurang, "disepakati")
    selesai(r, kurang)
    with pytest.raises(DomainError, match="1 Oktober 2027"):
        carry_forward(rencana_id=r.pk, actor=akun_dari(kurang), at=SAAT, kanal="uji")
    with time_machine.travel(AKHIR, tick=False):
        hasil = carry_forward(rencana_id=r.pk, actor=akun_dari(kurang), at=AKHIR, kanal="uji")
        lagi = carry_forward(rencana_id=r.pk, actor=akun_dari(kurang), at=AKHIR, kanal="uji")
        assert (hasil.banyak, lagi) == (4, hasil)
        assert "Diteruskan dari tahun lalu" in halaman(
            sebagai(kurang), "karier:rencana_lembar", hasil.rencana.pk
        )
    r.refresh_from_db()
    assert r.status == S.SELESAI
    terusan = hasil.rencana.butir.filter(lanjutan_dari__rencana=r)
    assert {b.mulai.year for b in terusan} == {2028}
    assert {b.lanjutan_dari.status for b in terusan} == {StatusButir.DITERUSKAN}


# -- what HR established, what came since -------------------------------------------------------


def putuskan(r: Rekomendasi, hr: Any, jenis: JenisKeputusan) -> None:
    r.refresh_from_db()
    putuskan_rekomendasi(rekomendasi_id=r.pk, jenis=jenis, alasan="Perlu", actor=hr, at=SAAT, versi=r.versi)


def test_an_established_recommendation_is_offered_and_goes_with_the_decision(kurang: Pegawai) -> None:
    jalankan(kurang)
    hr, rekomendasi = hr_dari(kurang.instansi), Rekomendasi.objects.get(jenis="pengembangan", pegawai=kurang)
    r = rencana_pabrik(kurang)
    client = sebagai(kurang)
    assert established_for(kurang.pk, 2027) == []
    putuskan(rekomendasi, hr, JenisKeputusan.TETAPKAN)
    assert "Usul dari rekomendasi yang ditetapkan: Komunikasi" in halaman(
        client, "karier:rencana_lembar", r.pk
    )
    putuskan(rekomendasi, hr, JenisKeputusan.URUNGKAN)
    assert "Usul dari rekomendasi" not in halaman(client, "karier:rencana_lembar", r.pk)
    putuskan(rekomendasi, hr, JenisKeputusan.TETAPKAN)
    for _ in range(2):
        r.refresh_from_db()
        take_in(
            rencana_id=r.pk, rekomendasi_id=rekomendasi.pk, versi=r.versi, actor=akun_dari(kurang), at=SAAT
        )
    assert r.butir.filter(rekomendasi=rekomendasi).count() == 1
    putuskan(rekomendasi, hr, JenisKeputusan.URUNGKAN)
    assert "rekomendasinya tidak lagi ditetapkan" in halaman(client, "karier:rencana_lembar", r.pk)


def test_a_plan_drafted_after_the_decision_holds_it_already(kurang: Pegawai) -> None:
    jalankan(kurang)
    rekomendasi = Rekomendasi.objects.get(jenis="pengembangan", pegawai=kurang)
    putuskan(rekomendasi, hr_dari(kurang.instansi), JenisKeputusan.TETAPKAN)
    r = rencana_pabrik(kurang)
    assert r.butir.filter(rekomendasi=rekomendasi, asal="rekomendasi").exists()
    assert established_for(kurang.pk, 2027) == []


def test_since_this_plan_says_what_closed_and_why(kurang: Pegawai) -> None:
    r = rencana_pabrik(kurang)
    per = SAAT.date()

    def kini() -> Any:
        return gaps_of(read_outcomes([kurang.pk], instansi_id=kurang.instansi_id, per=per)[kurang.pk])

    assert changes_since(r, kini()) == []
    AsesmenPabrik(pegawai=kurang, komunikasi=3, tanggal=per)
    satu = changes_since(r, kini())[0]
    assert (satu.nama, satu.dulu, satu.kini) == ("Komunikasi", "Komunikasi level 2 ke 3", "celah tertutup")
    assert "21 November 2026" in satu.sebab
    assert "Sejak rencana ini" in halaman(sebagai(kurang), "karier:rencana_lembar", r.pk)


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
