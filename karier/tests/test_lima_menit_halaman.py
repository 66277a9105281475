"""The page of the weekly five minutes, and what is read for it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from karier.enums import AlasanPuji, JenisRisiko
from karier.kamus.lima_menit import (
    LABEL,
    panduan_bicara,
    panduan_puji,
    panduan_risiko,
    panduan_tanda_tangan,
)
from karier.models import LimaMenit
from karier.rules.lima_menit import FaktaPuji
from karier.services.lima_menit import five_minutes, praise_facts
from karier.tests.jalan import SAAT
from karier.tests.pembaca import akun_dari, halaman, sebagai
from karier.tests.test_lima_menit import pensiun
from kinerja.enums import AlasanBicara
from kinerja.services.keadaan_tim import KeadaanTim
from kinerja.tests.pabrik_umpan_balik import CatatanPabrik, PengakuanPabrik, UmpanBalikPabrik
from kinerja.tests.pabrik_usul_perbaikan import UsulPerbaikanPabrik
from kinerja.views.bersama import team_of
from pegawai.enums import KompetensiMansoskul
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    UnitKerjaPabrik,
)
from pegawai.tests.pabrik_kompetensi import KenaikanPabrik
from pegawai.views.tugas import Penanya

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = SAAT.date()
#: What no query of this page may touch: notes, 360, discipline, talent, health, private interests.
TERLARANG = re.compile(
    r"catatanpimpinan|umpan_?360|_360|360\b|hukumandisiplin|komponentalenta|talenta|kesehatan|minat",
    re.IGNORECASE,
)


def tim(atasan: Pegawai, banyak: int = 3) -> list[Pegawai]:
    return [PegawaiPabrik(pelaksana=True, atasan=atasan, nama=f"Bawahan {n:02}") for n in range(banyak)]


def baca(atasan: Pegawai, at: datetime = SAAT) -> KeadaanTim:
    permintaan = RequestFactory().get("/")
    permintaan.user = akun_dari(atasan)
    terbaca = team_of(Penanya(permintaan, atasan, at))
    assert terbaca is not None
    return terbaca


def fakta(atasan: Pegawai) -> list[FaktaPuji]:
    return praise_facts(baca(atasan), HARI - timedelta(days=HARI.weekday()))


# -- the page ----------------------------------------------------------------------------------------------


def test_all_four_parts_stand_on_one_page_with_their_guides(atasan: Pegawai) -> None:
    orang = tim(atasan, 5)
    for o in orang:
        PengakuanPabrik(pegawai=o)
    UsulPerbaikanPabrik(pegawai=orang[0])
    isi = halaman(sebagai(atasan), "karier:lima_menit")
    puji, _, sisa = isi.partition("Ajak bicara</h2>")
    bicara, _, sisa = sisa.partition("Menunggu keputusan Anda</h2>")
    putusan, _, risiko = sisa.partition("Satu hal untuk dijaga</h2>")
    assert puji.count("Beri pujian") == bicara.count("Buka umpan balik") == 3
    assert "Jawab usul perbaikan: Satu formulir yang dipakai tiga meja." in putusan
    assert "Sekitar 2 menit untuk semuanya." in putusan
    assert "Satu formulir yang dipakai tiga meja: batasnya 16 November 2026 sudah lewat." in risiko
    assert panduan_puji(AlasanPuji.PENGAKUAN) in puji


def test_beranda_only_leads_there(atasan: Pegawai) -> None:
    orang = tim(atasan, 1)
    alamat = reverse("karier:lima_menit")
    assert alamat in halaman(sebagai(atasan), "karier:beranda")
    assert alamat not in halaman(sebagai(orang[0]), "karier:beranda")


def test_who_leads_nobody_is_led_back(saya: Pegawai) -> None:
    jawaban = sebagai(saya).get(reverse("karier:lima_menit"))
    assert (jawaban.status_code, jawaban["Location"]) == (302, reverse("karier:beranda"))


def test_praise_begins_with_the_person_and_the_kind_chosen(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    isi = sebagai(atasan).get(f"{reverse('kinerja:umpan_balik_beri', args=[orang.pk])}?untuk=pujian")
    form = isi.context["form"]
    assert (form["jenis"].initial, form["tentang"].initial) == ("kekuatan", "hasil")
    biasa = sebagai(atasan).get(reverse("kinerja:umpan_balik_beri", args=[orang.pk]))
    assert biasa.context["form"]["jenis"].initial is None


def test_a_press_is_thanked_once(atasan: Pegawai) -> None:
    tim(atasan, 1)
    client = sebagai(atasan)
    for _ in range(2):
        client.post(reverse("karier:lima_menit"))
    assert LimaMenit.objects.count() == 1
    isi = halaman(client, "karier:lima_menit")
    assert "Anda melewati halaman ini pada" in isi
    assert "Selesai untuk minggu ini" not in isi


def test_who_was_named_stands_in_the_trail(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    halaman(sebagai(atasan), "karier:lima_menit")
    dibaca = Jejak.objects.filter(pelaku_id=akun_dari(atasan).pk, tindakan="lihat")
    assert set(dibaca.values_list("subjek_id", flat=True)) == {atasan.pk, orang.pk}


# -- what is read for it -----------------------------------------------------------------------------------


def _isi_banyak(atasan: Pegawai, banyak: int) -> None:
    pos = JabatanPabrik(nama="Arsiparis", bup=58)
    for o in tim(atasan, banyak):
        unit = UnitKerjaPabrik(instansi=atasan.instansi)
        Pegawai.objects.filter(pk=o.pk).update(unit=unit)
        PengakuanPabrik(pegawai=o)
        UsulPerbaikanPabrik(pegawai=o, dicoba=True)
        UmpanBalikPabrik(pegawai=o, dikirim_pada=SAAT - timedelta(days=40))
        CatatanPabrik(pegawai=o)
        HukumanDisiplinPabrik(pegawai=o)
        KenaikanPabrik(pegawai=o, kompetensi=KompetensiMansoskul.INTEGRITAS, level=3, tanggal=HARI)
        pensiun(o, pos, 5)


def test_no_private_word_is_read_and_fifty_cost_as_many_queries_as_five(atasan: Pegawai) -> None:
    jumlah = []
    for banyak in (5, 45):
        _isi_banyak(atasan, banyak)
        terbaca = baca(atasan)
        with CaptureQueriesContext(connection) as q:
            ini = five_minutes(terbaca, tenggat=[])
        assert len(ini.puji) == 3
        assert not [s["sql"] for s in q if TERLARANG.search(s["sql"])]
        jumlah.append(len(q))
    assert jumlah[0] == jumlah[1]
    assert jumlah[1] <= 24


def test_the_search_for_private_words_would_find_one(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    with CaptureQueriesContext(connection) as q:
        list(orang.hukuman_disiplin.all())
        list(CatatanPabrik._meta.model.objects.all())
    assert all(TERLARANG.search(s["sql"]) for s in q)


# -- words -------------------------------------------------------------------------------------------------


def test_every_reason_has_a_guide_of_three_or_four_sentences() -> None:
    semua = [
        *map(panduan_puji, AlasanPuji),
        *map(panduan_bicara, AlasanBicara),
        *map(panduan_risiko, JenisRisiko),
        panduan_tanda_tangan(),
    ]
    for teks in semua:
        assert 3 <= len(re.findall(r"[.;?](?= |$)", teks)) <= 5, teks
    assert len(set(semua)) == len(semua)
    assert set(LABEL[AlasanPuji]) == set(AlasanPuji)
