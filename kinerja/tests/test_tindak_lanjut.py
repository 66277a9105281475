"""Follow-up is a proposal until the atasan speaks; the person reads what was said."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.tests.peramban import masuk
from kinerja.enums import JenisTindakLanjut, Predikat, StatusPenilaian, StatusTindakLanjut
from kinerja.models import Penilaian, TindakLanjut
from kinerja.services.tindak_lanjut import (
    decline_follow_up,
    finish_follow_up,
    start_follow_up,
    steps,
    team_steps,
)
from kinerja.tests.pabrik_keberatan import SAAT, EvaluasiPabrik, Pihak, pihak_pabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import hr_dari

pytestmark = pytest.mark.django_db
J = JenisTindakLanjut
PER, MULAI = date(2027, 1, 21), date(2027, 2, 1)


@pytest.fixture
def p() -> Pihak:
    return pihak_pabrik()


def mulai(p: Pihak, actor: Pengguna | None = None, jenis: J = J.BIMBINGAN) -> TindakLanjut:
    return start_follow_up(hasil=p.hasil, jenis=jenis, mulai=MULAI, actor=actor or p.penilai, at=SAAT)


def tolak(p: Pihak, alasan: str = "Hambatannya alat, bukan orang.") -> TindakLanjut:
    return decline_follow_up(hasil=p.hasil, jenis=J.KONSELING, alasan=alasan, actor=p.penilai, at=SAAT)


def alamat(p: Pihak, kode: str = "bimbingan", aksi: str = "mulai") -> str:
    return reverse("kinerja:tindak_lanjut_isi", args=["tahunan", p.hasil.pk, kode, aksi])


def halaman(p: Pihak, akun: Pengguna) -> str:
    return masuk(akun).get(reverse("kinerja:hasil_satu", args=["tahunan", p.hasil.pk])).content.decode()


def test_nothing_begins_by_itself(p: Pihak) -> None:
    assert [(s.jenis, s.status) for s in steps(p.hasil, p.asn, per=PER)] == [
        (J.BIMBINGAN, StatusTindakLanjut.DIUSULKAN),
        (J.KONSELING, StatusTindakLanjut.DIUSULKAN),
    ]
    assert not TindakLanjut.objects.exists()


def test_the_person_finds_the_way_to_training_and_need_not_wait(p: Pihak) -> None:
    jalan = f'href="{reverse("karier:pelatihan")}">Lihat pelatihan untuk Anda'
    assert jalan in halaman(p, p.asn)
    assert jalan not in halaman(p, p.penilai)
    mulai(p)
    assert jalan in halaman(p, p.asn)


def test_before_the_rules_of_today_nothing_is_proposed(p: Pihak) -> None:
    assert steps(p.hasil, p.asn, per=date(2020, 1, 1)) == []


def test_the_atasan_starts_it_with_a_day_and_the_person_reads_it(p: Pihak) -> None:
    assert mulai(p).status == StatusTindakLanjut.DIMULAI
    isi = halaman(p, p.asn)
    assert "Mulai 1 Februari 2027." in isi
    assert "Ini usul, bukan keputusan." in isi
    assert "perkiraan, belum terverifikasi" in isi


@pytest.mark.parametrize("siapa", ["asn", "pemutus", "luar"])
def test_nobody_but_the_atasan_starts_it(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        mulai(p, getattr(p, siapa))


@pytest.mark.parametrize(
    ("siapa", "jawaban"), [("asn", 404), ("penilai", 200), ("pemutus", 404), ("luar", 404)]
)
@pytest.mark.parametrize("aksi", ["mulai", "tidak"])
def test_the_page_that_starts_it_is_for_the_atasan(p: Pihak, siapa: str, jawaban: int, aksi: str) -> None:
    assert masuk(getattr(p, siapa)).get(alamat(p, aksi=aksi)).status_code == jawaban


@pytest.mark.parametrize(
    ("kode", "aksi"),
    [("pembinaan", "mulai"), ("bimbingan", "hapus"), ("lain", "mulai"), ("bimbingan", "selesai")],
)
def test_what_is_not_proposed_has_no_page(p: Pihak, kode: str, aksi: str) -> None:
    assert masuk(p.penilai).get(alamat(p, kode, aksi)).status_code == 404


def test_what_is_not_proposed_cannot_be_started(p: Pihak) -> None:
    with pytest.raises(DomainError, match="tidak diusulkan"):
        mulai(p, jenis=J.PEMBINAAN)


def test_declining_wants_a_reason_that_the_person_reads(p: Pihak) -> None:
    with pytest.raises(DomainError, match="Tuliskan alasannya"):
        tolak(p, " ")
    tolak(p)
    assert "Hambatannya alat, bukan orang." in halaman(p, p.asn)


def test_what_was_declined_is_not_started_any_more(p: Pihak) -> None:
    tolak(p)
    with pytest.raises(Bentrok, match="sudah ditanggapi"):
        mulai(p, jenis=J.KONSELING)


def test_a_double_click_is_one_start(p: Pihak) -> None:
    assert mulai(p).pk == mulai(p).pk


def test_it_ends_with_a_note(p: Pihak) -> None:
    baris = mulai(p)
    with pytest.raises(DomainError, match="Tuliskan catatan"):
        finish_follow_up(tindak_lanjut=baris, catatan="", actor=p.penilai, at=SAAT)
    for _ in range(2):
        selesai = finish_follow_up(
            tindak_lanjut=baris, catatan="Laporan kini tepat waktu.", actor=p.penilai, at=SAAT
        )
    assert (selesai.status, selesai.versi) == (StatusTindakLanjut.SELESAI, 2)
    assert "Laporan kini tepat waktu." in halaman(p, p.asn)


@pytest.mark.parametrize("siapa", ["asn", "luar"])
def test_nobody_but_the_atasan_ends_it(p: Pihak, siapa: str) -> None:
    baris = mulai(p)
    with pytest.raises(TidakBoleh):
        finish_follow_up(tindak_lanjut=baris, catatan="Selesai.", actor=getattr(p, siapa), at=SAAT)


def test_what_was_declined_has_no_end(p: Pihak) -> None:
    baris = tolak(p)
    with pytest.raises(Bentrok):
        finish_follow_up(tindak_lanjut=baris, catatan="Selesai.", actor=p.penilai, at=SAAT)


def test_the_three_steps_work_by_the_pages(p: Pihak) -> None:
    client = masuk(p.penilai)
    client.post(alamat(p), {"mulai": "01-02-2027"})
    client.post(alamat(p, "konseling", "tidak"), {"catatan": "Sudah dibicarakan."})
    client.post(alamat(p, aksi="selesai"), {"catatan": "Membaik."})
    tersimpan = TindakLanjut.objects.order_by("pk").values_list("jenis", "status", "mulai", "catatan")
    assert list(tersimpan) == [
        ("bimbingan", "selesai", MULAI, "Membaik."),
        ("konseling", "tidak", None, "Sudah dibicarakan."),
    ]


def test_a_refused_step_keeps_what_was_typed(p: Pihak) -> None:
    client = masuk(p.penilai)
    client.post(alamat(p), {"mulai": "01-02-2027"})
    jawaban = client.post(alamat(p, aksi="tidak"), {"catatan": "Berubah pikiran."})
    assert "sudah ditanggapi" in jawaban.content.decode()
    assert "Berubah pikiran." in jawaban.content.decode()


def test_the_end_of_what_never_began_is_no_page(p: Pihak) -> None:
    jawaban = masuk(p.penilai).post(alamat(p, aksi="selesai"), {"catatan": "Selesai."})
    assert jawaban.status_code == 404


def test_what_was_begun_stays_beside_a_result_that_changed(p: Pihak) -> None:
    mulai(p)
    Penilaian.objects.update(predikat=Predikat.BAIK)
    p.hasil.refresh_from_db()
    semua = steps(p.hasil, p.asn, per=PER)
    assert [s.jenis for s in semua] == [J.BERBAGI, J.PENGEMBANGAN, J.TALENTA, J.BIMBINGAN]
    assert semua[-1].usul is None


def test_nothing_is_begun_on_a_result_that_was_opened_again_or_changed_meanwhile(p: Pihak) -> None:
    Penilaian.objects.update(status=StatusPenilaian.DRAF)
    with pytest.raises(Bentrok):
        mulai(p)
    Penilaian.objects.update(status=StatusPenilaian.DITETAPKAN, versi=p.hasil.versi + 1)
    with pytest.raises(Bentrok):
        tolak(p)
    assert not TindakLanjut.objects.exists()


def test_what_runs_is_still_found_when_the_result_became_good_or_old(p: Pihak) -> None:
    baris = mulai(p)
    Penilaian.objects.update(predikat=Predikat.BAIK)
    for per in (PER, date(2030, 1, 1)):
        [satu] = team_steps(p.penilai, per=per)
        assert ([s.baris for s in satu.berjalan], satu.usul) == ([baris], [])


def test_the_database_wants_a_day_for_what_runs(p: Pihak) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        TindakLanjut.objects.create(
            pegawai=p.orang,
            penilaian=p.hasil,
            versi_hasil=1,
            jenis=J.BIMBINGAN,
            status=StatusTindakLanjut.DIMULAI,
            predikat=Predikat.BUTUH_PERBAIKAN,
            oleh=p.penilai,
            pada=SAAT,
        )


# -- home ----------------------------------------------------------------------------------------


def test_the_atasan_finds_what_waits_and_nobody_else_does(p: Pihak) -> None:
    EvaluasiPabrik(pegawai=p.orang, predikat=Predikat.KURANG)
    assert [len(m.usul) for m in team_steps(p.penilai, per=PER)] == [2, 2]
    for akun in (p.asn, p.pemutus, p.luar):
        assert team_steps(akun, per=PER) == []


def test_good_results_ask_nothing_of_the_atasan() -> None:
    assert team_steps(pihak_pabrik(predikat=Predikat.BAIK).penilai, per=PER) == []


@time_machine.travel(SAAT, tick=False)
def test_both_find_it_on_beranda(p: Pihak) -> None:
    beranda = reverse("karier:beranda")
    assert "Tanggapi usul tindak lanjut 1 pegawai" in masuk(p.penilai).get(beranda).content.decode()
    mulai(p)
    tolak(p)
    assert "Tanggapi usul" not in masuk(p.penilai).get(beranda).content.decode()
    assert "Ikuti bimbingan kinerja bersama atasan" in masuk(p.asn).get(beranda).content.decode()


@time_machine.travel(SAAT, tick=False)
def test_the_list_of_the_atasan_names_what_waits_and_what_runs(p: Pihak) -> None:
    mulai(p)
    isi = masuk(p.penilai).get(reverse("kinerja:tindak_lanjut")).content.decode()
    assert "1 usul menunggu" in isi
    assert "Bimbingan kinerja sejak 1 Februari 2027" in isi


def test_the_desk_filters_by_what_a_row_can_be(p: Pihak) -> None:
    mulai(p)
    client, url = masuk(hr_dari(p.asn.pegawai.instansi)), reverse("admin:kinerja_tindaklanjut_changelist")
    semua = client.get(url).content.decode()
    assert "status=diusulkan" not in semua
    for status, ada in ((StatusTindakLanjut.DIMULAI, True), (StatusTindakLanjut.SELESAI, False)):
        assert f"status={status}" in semua
        assert (str(p.asn.pegawai) in client.get(url, {"status": status}).content.decode()) is ada
