"""AKPK from the person to the atasan to a level on record; what nobody may do, and what HR sees."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.models import AsesmenKompetensi, LevelTeknis, Pegawai, Pengguna
from pegawai.services.kompetensi_baca import levels_of
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import (
    AsesmenPabrik,
    KenaikanPabrik,
    KompetensiTeknisPabrik,
    LevelTeknisPabrik,
    StandarKompetensiPabrik,
    StandarTeknisPabrik,
)
from pelatihan.enums import StatusMandiri
from pelatihan.models import PenilaianMandiri
from pelatihan.reports.akpk import progress_by_unit
from pelatihan.services.akpk import Jawaban, confirm_answers, return_answers, send_answers, take_back
from pelatihan.services.akpk_baca import Ajakan, invitation, own_sheet, team_rows, waiting_for
from pelatihan.services.celah_teknis import technical_gaps
from pelatihan.tests.pabrik_akpk import MandiriPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
PER = date(2026, 11, 21)
KOMUNIKASI = KompetensiMansoskul.KOMUNIKASI
URL = reverse("pelatihan:kebutuhan")


@pytest.fixture
def atasan() -> Pengguna:
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Ibu Kepala"))


@pytest.fixture
def saya(atasan: Pengguna) -> Pengguna:
    """An Ahli Muda whose post asks for one technical competency besides the nine at level 3."""
    orang = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, nama="Diri")
    StandarTeknisPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, kompetensi__nama="Menata arsip", level=4)
    return PenggunaPabrik(pegawai=orang)


def jawaban(saya: Pengguna, level: int = 2) -> list[Jawaban]:
    return [Jawaban(b.kunci, level, "Rapat") for b in own_sheet(saya.pegawai, at=SAAT).baris]


def kirim(saya: Pengguna, *, versi: int = 0, level: int = 2) -> PenilaianMandiri:
    return send_answers(jawaban=jawaban(saya, level), versi=versi, actor=saya, at=SAAT, kanal="uji")


def konfirmasi(p: PenilaianMandiri, oleh: Pengguna, level: int = 3, **lain: Any) -> PenilaianMandiri:
    isi = {"level": {b.pk: level for b in p.butir.all()}, "versi": p.versi, **lain}
    return confirm_answers(penilaian_id=p.pk, actor=oleh, at=SAAT, kanal="uji", **isi)


def test_own_words_are_no_level_until_the_atasan_confirms_them(saya: Pengguna, atasan: Pengguna) -> None:
    orang = saya.pegawai
    assert [b.wajib for b in own_sheet(orang, at=SAAT).baris] == [3] * 9 + [4]
    p = kirim(saya)
    assert levels_of([orang.pk], per=PER)[orang.pk] == {}
    assert {b.celah for b in own_sheet(orang, at=SAAT).baris} == {None}
    assert waiting_for(atasan) == 1

    konfirmasi(p, atasan, 0)
    asesmen = AsesmenKompetensi.objects.get()
    assert (asesmen.asal, asesmen.komunikasi, asesmen.tanggal, asesmen.berlaku_sampai) == (
        SumberKompetensi.ATASAN, 0, PER, date(2027, 11, 21)
    )  # fmt: skip
    assert LevelTeknis.objects.values_list("level", "asal").get() == (0, "atasan")
    assert [b.celah for b in own_sheet(orang, at=SAAT).baris] == [3] * 9 + [4]
    assert (waiting_for(atasan), invitation(orang, at=SAAT)) == (0, None)


def test_it_is_pulled_back_or_sent_back_and_sent_again(saya: Pengguna, atasan: Pengguna) -> None:
    p = kirim(saya)
    with pytest.raises(Bentrok):
        kirim(saya, versi=p.versi)
    lain = {"penilaian_id": p.pk, "at": SAAT, "kanal": "uji"}
    with pytest.raises(Bentrok):
        take_back(versi=p.versi + 1, actor=saya, **lain)
    p = take_back(versi=p.versi, actor=saya, **lain)
    assert take_back(versi=1, actor=saya, **lain).status == StatusMandiri.DRAF
    with pytest.raises(Bentrok):
        kirim(saya, versi=p.versi - 1)
    p = kirim(saya, versi=p.versi)

    with pytest.raises(DomainError, match="perlu diperbaiki"):
        return_answers(catatan=" ", versi=p.versi, actor=atasan, **lain)
    p = return_answers(catatan="Lihat lagi arsip", versi=p.versi, actor=atasan, **lain)
    assert invitation(saya.pegawai, at=SAAT) == Ajakan(dikembalikan=True)
    with pytest.raises(Bentrok):
        konfirmasi(p, atasan)
    p = kirim(saya, versi=p.versi, level=1)
    assert (p.catatan, p.butir.count()) == ("", 10)
    with pytest.raises(DomainError, match="setiap kompetensi"):
        konfirmasi(p, atasan, level=None)  # type: ignore[arg-type]
    assert konfirmasi(p, atasan).status == StatusMandiri.DIKONFIRMASI


def test_nobody_confirms_their_own_nor_whom_they_do_not_rate(saya: Pengguna, atasan: Pengguna) -> None:
    p = kirim(saya)
    with pytest.raises(TidakBoleh):
        konfirmasi(p, saya)
    for orang in (hr_dari(saya.pegawai.instansi), PenggunaPabrik(pegawai=PegawaiPabrik())):
        with pytest.raises(TidakDitemukan):
            konfirmasi(p, orang)
    # Somebody who is their own atasan by a fault in the data.
    Pegawai.objects.filter(pk=saya.pegawai_id).update(atasan=saya.pegawai_id)
    with pytest.raises(TidakBoleh):
        konfirmasi(p, saya)
    assert not AsesmenKompetensi.objects.exists()


def test_an_answer_that_is_missing_and_a_post_that_is_unknown_are_told(saya: Pengguna) -> None:
    with pytest.raises(DomainError, match="Pilih level untuk Menata arsip"):
        send_answers(jawaban=jawaban(saya)[:-1], versi=0, actor=saya, at=SAAT, kanal="uji")
    tanpa = PenggunaPabrik(pegawai=PegawaiPabrik())
    with pytest.raises(DomainError, match="standar kompetensi"):
        send_answers(jawaban=[], versi=0, actor=tanpa, at=SAAT, kanal="uji")
    assert invitation(tanpa.pegawai, at=SAAT) is None


def test_the_home_page_asks_who_has_no_valid_level(
    saya: Pengguna, django_assert_max_num_queries: Any
) -> None:
    tanpa_standar = PegawaiPabrik(struktural=True)
    assert invitation(tanpa_standar, at=SAAT) is None
    with django_assert_max_num_queries(3):
        assert invitation(saya.pegawai, at=SAAT) == Ajakan(dikembalikan=False)
    AsesmenPabrik(pegawai=saya.pegawai, tanggal=date(2020, 1, 1))
    assert invitation(saya.pegawai, at=SAAT) is not None
    AsesmenPabrik(pegawai=saya.pegawai)
    assert invitation(saya.pegawai, at=SAAT) is None


# -- pages ----------------------------------------------------------------------------------------------


def test_the_pages_from_answer_to_confirmation(saya: Pengguna, atasan: Pengguna) -> None:
    client = Client()
    client.force_login(saya)
    StandarKompetensiPabrik(jabatan=saya.pegawai.riwayat_jabatan.get().jabatan, komunikasi=4)
    baris = own_sheet(saya.pegawai, at=SAAT).baris
    isi = {f"level_{b.ruas}": "2" for b in baris} | {"contoh_komunikasi": "Menulis notula rapat"}

    kurang = client.post(URL, {**isi, "level_komunikasi": "", "langkah": "kirim"})
    assert "Pilih level untuk Komunikasi" in kurang.content.decode()
    assert "Menulis notula rapat" in kurang.content.decode()
    for _ in range(2):  # the second press of the same button is the same answer
        assert client.post(URL, {**isi, "versi": "0", "langkah": "kirim"}).status_code == 302
    halaman = client.get(URL).content.decode()
    assert "Menurut Anda sendiri – belum dikonfirmasi, belum dihitung sebagai celah" in halaman
    assert "Kurang" not in halaman

    client.force_login(atasan)
    assert "Menunggu Anda" in client.get(reverse("pelatihan:kebutuhan_tim")).content.decode()
    p = PenilaianMandiri.objects.get()
    url = reverse("pelatihan:kebutuhan_pegawai", args=[p.pk])
    assert "Menulis notula rapat" in client.get(url).content.decode()
    level = {f"level_{b.pk}": "3" for b in p.butir.all()}
    tanpa_catatan = client.post(url, {**level, "versi": p.versi, "langkah": "kembalikan"})
    assert "Tuliskan apa yang perlu diperbaiki" in tanpa_catatan.content.decode()
    lama = client.post(url, {**level, "versi": p.versi + 1, "langkah": "konfirmasi"})
    assert (lama.status_code, "berubah sejak" in lama.content.decode()) == (409, True)
    for _ in range(2):
        assert client.post(url, {**level, "versi": p.versi, "langkah": "konfirmasi"}).status_code == 302
    assert AsesmenKompetensi.objects.count() == 1
    assert "Dikonfirmasi" in client.get(url).content.decode()

    client.force_login(saya)
    halaman = client.get(URL).content.decode()
    assert "Dikonfirmasi atasan" in halaman
    assert "Kurang 1 level" in halaman


def test_what_waits_stands_on_the_list_of_the_team_even_from_last_year(atasan: Pengguna) -> None:
    orang = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai)
    lama = MandiriPabrik(pegawai=orang, tahun=2025)
    MandiriPabrik(pegawai=orang, tahun=2026, status=StatusMandiri.DIKONFIRMASI)
    assert [b.penilaian for b in team_rows(atasan, tahun=2026)] == [lama]


def test_hr_counts_the_last_assessment_of_everybody_on_duty_by_unit() -> None:
    instansi = InstansiPabrik(kode="batanghari")
    unit = UnitKerjaPabrik(instansi=instansi)
    orang = PegawaiPabrik.create_batch(2, fungsional=True, instansi=instansi, unit=unit)
    PegawaiPabrik(instansi=instansi, unit=unit, kedudukan_hukum=99)
    PegawaiPabrik(instansi=instansi)
    MandiriPabrik(pegawai=orang[0])

    semua = progress_by_unit(Pegawai.objects.all(), tahun=2026)
    assert [(u.unit, u.jumlah, u.belum, u.menurut) for u in semua] == [
        (unit, 2, 1, {StatusMandiri.DIKIRIM: 1}),
        (None, 1, 1, {}),
    ]
    client = Client()
    client.force_login(hr_dari(instansi))
    halaman = client.get(reverse("admin:pelatihan_penilaianmandiri_rekap")).content.decode()
    tautan = f"?tahun=2026&amp;unit={unit.pk}&amp;status__exact=dikirim"
    assert tautan in halaman
    daftar = client.get(reverse("admin:pelatihan_penilaianmandiri_changelist") + tautan.replace("&amp;", "&"))
    assert daftar.context["cl"].result_count == 1


# -- technical gaps -------------------------------------------------------------------------------------


def test_technical_gaps_of_many_in_a_fixed_number_of_queries(django_assert_num_queries: Any) -> None:
    sini, sana = InstansiPabrik(kode="sini"), InstansiPabrik(kode="sana")
    semua = [PegawaiPabrik(fungsional=True, instansi=i) for i in (sini, sini, sini, sana)]
    jabatan = semua[0].riwayat_jabatan.get().jabatan
    umum, milik = KompetensiTeknisPabrik(nama="A"), KompetensiTeknisPabrik(nama="B", instansi=sini)
    mati = KompetensiTeknisPabrik(nama="C", aktif=False)
    for k in (umum, milik, mati):
        StandarTeknisPabrik(jabatan=jabatan, kompetensi=k, level=3)
    satu, dua, tiga, lain = (p.pk for p in semua)
    LevelTeknisPabrik(pegawai_id=satu, kompetensi=umum, level=3)
    LevelTeknisPabrik(pegawai_id=dua, kompetensi=umum, level=1)
    KenaikanPabrik(pegawai_id=dua, kompetensi="", teknis=umum, level=2)
    LevelTeknisPabrik(
        pegawai_id=tiga, kompetensi=umum, level=1, asal="atasan", berlaku_sampai=date(2026, 1, 1)
    )

    with django_assert_num_queries(5):
        celah = technical_gaps([satu, dua, tiga, lain], per=PER)
    assert celah == {
        satu: [(milik, None, 3)],
        dua: [(umum, 2, 3), (milik, None, 3)],
        tiga: [(umum, None, 3), (milik, None, 3)],
        lain: [(umum, None, 3)],
    }
