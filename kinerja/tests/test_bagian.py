"""A quarter with two atasan: each rates, signs and reads their own part, and nobody the other's early."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, TidakBoleh
from asn_karier.tests.peramban import masuk
from kinerja.enums import CaraPengumuman, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import EvaluasiPeriodik, Penilaian
from kinerja.services.bagian import parts_to_rate
from kinerja.services.penilaian import Isian, nilai
from kinerja.services.sisa import unfinished
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_bagian import SAAT, SESUAI, DuaAtasan, dua_atasan, mengirim, menilai, pindah
from kinerja.tests.pabrik_umpan_balik import UmpanBalikPabrik
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
JUL, AGT, SEP, AKHIR = date(2026, 7, 1), date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 30)


@pytest.fixture
def d() -> DuaAtasan:
    return dua_atasan()


def lembar(d: DuaAtasan) -> str:
    return reverse("kinerja:penilaian", args=[d.siklus.pk, d.orang.pk])


def bagian(d: DuaAtasan, akun: Pengguna) -> Any:
    satu = parts_to_rate(d.siklus, penilai_id=akun.pegawai_id).get(d.orang.pk)
    return satu and satu.masa


# -- rating ---------------------------------------------------------------------------------------


def test_two_atasan_make_two_evaluations_one_after_the_other(d: DuaAtasan) -> None:
    for akun in (d.lama, d.baru):
        mengirim(d, menilai(d, akun), akun)
    baris = EvaluasiPeriodik.objects.order_by("mulai").values_list("penilai", "mulai", "sampai", "status")
    assert list(baris) == [
        (d.lama.pegawai_id, JUL, AGT, StatusPenilaian.DITETAPKAN),
        (d.baru.pegawai_id, SEP, AKHIR, StatusPenilaian.DITETAPKAN),
    ]


def test_the_past_atasan_finds_the_person_on_the_desk_of_that_cycle(d: DuaAtasan) -> None:
    isi = masuk(d.lama).get(reverse("kinerja:penilaian_tim", args=[d.siklus.pk])).content.decode()
    assert "Pegawai Contoh" in isi
    assert "1 Juli 2026 sampai 31 Agustus 2026" in isi
    assert "Nilai 1 pegawai" in masuk(d.lama).get("/").content.decode()
    assert lembar(d) in masuk(d.lama).get(reverse("kinerja:daftar")).content.decode()


def test_the_past_atasan_rates_and_sends_through_the_pages(d: DuaAtasan) -> None:
    client = masuk(d.lama)
    client.post(lembar(d), {"hasil": SESUAI.value, "perilaku": SESUAI.value, "kalimat": "", "versi": ""})
    client.post(reverse("kinerja:tetapkan", args=[d.siklus.pk, d.orang.pk]), {"versi": 1})
    evaluasi = EvaluasiPeriodik.objects.get()
    assert (evaluasi.penilai_id, evaluasi.sampai, evaluasi.status) == (
        d.lama.pegawai_id, AGT, StatusPenilaian.DITETAPKAN,
    )  # fmt: skip


@pytest.mark.parametrize("siapa", ["asn", "luar"])
def test_nobody_else_rates_a_part(d: DuaAtasan, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        menilai(d, getattr(d, siapa))
    assert masuk(getattr(d, siapa)).get(lembar(d)).status_code == 404


@pytest.mark.parametrize(
    "lain",
    [{"kedudukan_hukum": KedudukanHukum.MASA_PERSIAPAN_PENSIUN}, {"instansi": "nabire"}],
)
def test_a_part_of_somebody_who_left_goes_to_the_other(d: DuaAtasan, lain: dict[str, Any]) -> None:
    if "instansi" in lain:
        lain = {"instansi": InstansiPabrik(kode=lain["instansi"]), "unit": None}
    Pegawai.objects.filter(pk=d.lama.pegawai_id).update(**lain)
    d.lama.pegawai.refresh_from_db()
    assert bagian(d, d.lama) is None
    assert bagian(d, d.baru) == (JUL, AKHIR)
    with pytest.raises(TidakBoleh):
        menilai(d, Pengguna.objects.get(pk=d.lama.pk))


def test_nobody_rates_themself_after_having_been_their_own_atasan(d: DuaAtasan) -> None:
    pindah(d.orang, d.orang, date(2026, 9, 1))
    pindah(d.orang, d.baru.pegawai, date(2026, 9, 30))
    assert d.orang.pk not in parts_to_rate(d.siklus, penilai_id=d.orang.pk)
    with pytest.raises(TidakBoleh, match="diri Anda sendiri"):
        menilai(d, d.asn)


def test_the_year_is_rated_by_the_last_one_alone_with_both_parts_beside_it(d: DuaAtasan) -> None:
    mengirim(d, menilai(d, d.lama, hasil=Rating.DI_ATAS_EKSPEKTASI, kalimat="Arsip rapi."), d.lama)
    mengirim(d, menilai(d, d.baru), d.baru)
    tahunan = SiklusPabrik(instansi=d.siklus.instansi, status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    isian = Isian(d.orang.pk, SESUAI, SESUAI, "", None)
    with pytest.raises(TidakBoleh):
        nilai(siklus=tahunan, isian=[isian], actor=d.lama, at=SAAT)
    isi = masuk(d.baru).get(reverse("kinerja:penilaian", args=[tahunan.pk, d.orang.pk])).content.decode()
    nama = d.lama.pegawai.nama_gelar
    assert f"(1 Juli 2026 sampai 31 Agustus 2026, dinilai {nama}): hasil kerja Di atas" in isi
    assert "(1 September 2026 sampai 30 September 2026" in isi
    assert "rata-rata" not in isi
    assert not Penilaian.objects.exists()


def test_a_change_after_the_quarter_leaves_it_to_the_atasan_of_the_quarter() -> None:
    d = dua_atasan(berlaku=date(2026, 10, 15))
    assert bagian(d, d.lama) == (JUL, AKHIR)
    assert bagian(d, d.baru) is None


def test_a_part_without_a_whole_month_joins_its_neighbour() -> None:
    d = dua_atasan(berlaku=date(2026, 9, 20))
    assert bagian(d, d.lama) == (JUL, AKHIR)
    assert bagian(d, d.baru) is None


# -- the days change while somebody rates ------------------------------------------------------------


def test_what_was_signed_stays_when_the_day_of_the_change_is_put_right(d: DuaAtasan) -> None:
    mengirim(d, menilai(d, d.lama), d.lama)
    pindah(d.orang, d.lama.pegawai, date(2026, 9, 1))
    pindah(d.orang, d.baru.pegawai, date(2026, 7, 1))
    assert bagian(d, d.lama) == (JUL, AGT)
    assert bagian(d, d.baru) == (SEP, AKHIR)


def test_a_draft_about_other_days_is_saved_again_before_it_is_sent(d: DuaAtasan) -> None:
    draf = menilai(d, d.lama)
    pindah(d.orang, d.lama.pegawai, date(2026, 9, 1))
    pindah(d.orang, d.baru.pegawai, date(2026, 8, 1))
    with pytest.raises(Bentrok, match="Masa yang Anda nilai sekarang 1 Juli 2026 sampai 31 Juli 2026"):
        mengirim(d, draf, d.lama)
    mengirim(d, menilai(d, d.lama, versi=draf.versi), d.lama)
    assert EvaluasiPeriodik.objects.get().sampai == date(2026, 7, 31)


def test_a_draft_left_on_the_first_day_by_another_is_not_read_and_not_in_the_way(d: DuaAtasan) -> None:
    draf = menilai(d, d.lama, hasil=Rating.DI_BAWAH_EKSPEKTASI, kalimat="Kata atasan lama.")
    pindah(d.orang, d.lama.pegawai, date(2026, 7, 1))
    pindah(d.orang, d.baru.pegawai, date(2026, 7, 1))
    assert "Kata atasan lama." not in masuk(d.baru).get(lembar(d)).content.decode()
    kini = menilai(d, d.baru)
    assert (kini.pk, kini.penilai_id, kini.mulai, kini.sampai) == (draf.pk, d.baru.pegawai_id, JUL, AKHIR)
    assert kini.umpan_balik == ""


# -- who reads what -----------------------------------------------------------------------------------


def terlihat(akun: Pengguna) -> set[int]:
    return set(EvaluasiPeriodik.objects.visible_to(akun).values_list("penilai", flat=True))


def test_before_the_announcement_each_atasan_reads_their_own_part_and_nobody_else_any() -> None:
    d = dua_atasan(pengumuman=CaraPengumuman.BERSAMA, status=StatusSiklus.PENETAPAN)
    for akun in (d.lama, d.baru):
        assert mengirim(d, menilai(d, akun), akun).status == StatusPenilaian.DIKIRIM
    assert terlihat(d.lama) == {d.lama.pegawai_id}
    assert terlihat(d.baru) == {d.baru.pegawai_id}
    assert terlihat(d.asn) == terlihat(d.luar) == set()


def test_once_announced_the_person_and_todays_atasan_read_both_and_the_past_one_their_own(
    d: DuaAtasan,
) -> None:
    for akun in (d.lama, d.baru):
        mengirim(d, menilai(d, akun), akun)
    keduanya = {d.lama.pegawai_id, d.baru.pegawai_id}
    assert terlihat(d.asn) == terlihat(d.baru) == keduanya
    assert terlihat(d.lama) == {d.lama.pegawai_id}
    assert terlihat(d.luar) == set()


def test_the_sheet_of_one_part_shows_nothing_of_the_other(d: DuaAtasan) -> None:
    menilai(d, d.lama, hasil=Rating.DI_BAWAH_EKSPEKTASI, kalimat="Rahasia atasan lama.")
    menilai(d, d.baru, hasil=Rating.DI_ATAS_EKSPEKTASI, kalimat="Rahasia atasan baru.")
    assert "Rahasia atasan lama." not in masuk(d.baru).get(lembar(d)).content.decode()
    assert "Rahasia atasan baru." not in masuk(d.lama).get(lembar(d)).content.decode()


def test_feedback_stands_beside_the_part_in_which_it_was_given(d: DuaAtasan) -> None:
    for pemberi, bulan, isi in ((d.baru, 8, "Umpan Agustus."), (d.baru, 9, "Umpan September.")):
        saat = datetime(2026, bulan, 10, 3, tzinfo=UTC)
        UmpanBalikPabrik(pegawai=d.orang, pemberi=pemberi.pegawai, dikirim_pada=saat, peristiwa=isi)
    isi = masuk(d.baru).get(lembar(d)).content.decode()
    assert "Umpan September." in isi
    assert "Umpan Agustus." not in isi
    assert "Umpan" not in masuk(d.lama).get(lembar(d)).content.decode().replace("Umpan balik", "")


def test_a_retired_rater_reads_nothing_any_more(d: DuaAtasan) -> None:
    menilai(d, d.lama)
    Pegawai.objects.filter(pk=d.lama.pegawai_id).update(kedudukan_hukum=KedudukanHukum.MASA_PERSIAPAN_PENSIUN)
    assert terlihat(Pengguna.objects.get(pk=d.lama.pk)) == set()


# -- HR, and many people ---------------------------------------------------------------------------------


def test_who_is_rated_in_one_part_only_is_not_done(d: DuaAtasan) -> None:
    def sebab() -> dict[str, list[str]]:
        return {s.sebab: s.nama for s in unfinished(d.siklus)}

    assert "Pegawai Contoh" in sebab()["atasan belum menilai"]
    mengirim(d, menilai(d, d.lama), d.lama)
    assert sebab()["sebagian masanya belum dinilai"] == ["Pegawai Contoh"]
    mengirim(d, menilai(d, d.baru), d.baru)
    assert "sebagian masanya belum dinilai" not in sebab()


def test_finding_the_parts_takes_as_many_queries_for_one_as_for_many(d: DuaAtasan) -> None:
    def banyak() -> int:
        with CaptureQueriesContext(connection) as q:
            parts_to_rate(d.siklus, penilai_id=d.lama.pegawai_id)
        return len(q)

    satu = banyak()
    for n in range(12):
        orang = PegawaiPabrik(pelaksana=True, unit=d.orang.unit, atasan=d.lama.pegawai, nama=f"Staf {n}")
        pindah(orang, d.baru.pegawai if n % 2 else PegawaiPabrik(struktural=True), date(2026, 9, 1))
        PenggunaPabrik(pegawai=orang)
    assert len(parts_to_rate(d.siklus, penilai_id=d.lama.pegawai_id)) == 13
    assert banyak() == satu


def test_a_double_press_signs_a_part_once(d: DuaAtasan) -> None:
    draf = menilai(d, d.lama)
    for _ in range(2):
        mengirim(d, draf, d.lama)
    assert EvaluasiPeriodik.objects.get().versi == draf.versi
    assert EvaluasiPeriodik.history.filter(status=StatusPenilaian.DITETAPKAN).count() == 1
