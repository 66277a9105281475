"""The individual plan after the agreement: done, carried forward, fulfilled, and what HR established."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from asn_karier.lib.errors import DomainError
from karier.enums import JenisKeputusan, StatusButir, StatusIdp
from karier.facts import rencana as fakta_rencana
from karier.models import Rekomendasi
from karier.services.keadaan import read_outcomes
from karier.services.rekomendasi import putuskan_rekomendasi
from karier.services.rencana_baca import changes_since, read_items
from karier.services.rencana_isi import established_for, take_in
from karier.services.rencana_jalan import carry_forward
from karier.services.rencana_usul import gaps_of
from karier.tests.jalan import SAAT
from karier.tests.langkah_rencana import AKHIR, selesai
from karier.tests.pabrik_rencana import celah, rencana_pabrik
from karier.tests.pembaca import akun_dari, halaman, jalankan, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PengembanganPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
S = StatusIdp


@pytest.fixture
def kurang(saya: Pegawai) -> Pegawai:
    return celah(saya)


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


def test_what_the_records_fulfil_does_not_go_on(kurang: Pegawai) -> None:
    PelatihanPabrik(nama="Komunikasi publik", jp=8)
    r = rencana_pabrik(kurang, "disepakati")
    butir = r.butir.get(pelatihan__isnull=False)
    PengembanganPabrik(
        pegawai=kurang, nama="Komunikasi publik", bentuk=butir.bentuk, jp=8, tanggal_selesai=butir.mulai
    )
    with time_machine.travel(AKHIR, tick=False):
        hasil = carry_forward(rencana_id=r.pk, actor=akun_dari(kurang), at=AKHIR, kanal="uji")
    assert hasil.banyak == r.butir.count() - 1
    assert not hasil.rencana.butir.filter(lanjutan_dari=butir).exists()
    r.refresh_from_db()
    assert r.status == S.SELESAI


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
