"""Recommendations in step with runs: made, kept, marked, let go."""

from typing import Any

import pytest

from karier.enums import JenisRekomendasi, StatusPotongan
from karier.enums import StatusRekomendasi as S
from karier.models import HasilEvaluasi, Rekomendasi
from karier.services import potongan
from karier.tests.bantu import (
    TMT,
    belum_ak,
    date,
    gagalkan,
    jalankan,
    jalankan_pada,
    memenuhi,
    pulihkan,
    satu,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    nyatakan_lengkap,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_fulfils_everything_is_recommended_for_the_next_golongan(orang: Pegawai) -> None:
    run = jalankan(orang.instansi)

    r = satu(orang)
    assert (r.sasaran, r.periode, r.status) == ("11", TMT, S.MENUNGGU)
    assert (r.run_pertama, r.run_terakhir) == (run, run)


def test_a_fresh_assessment_with_a_gap_recommends_development_of_the_largest() -> None:
    orang = belum_ak()

    jalankan(orang.instansi)

    r = orang.rekomendasi.get()
    assert (r.jenis, r.sasaran, r.periode) == (JenisRekomendasi.PENGEMBANGAN, "komunikasi", date(2027, 1, 1))


def test_an_old_assessment_recommends_nothing() -> None:
    orang = belum_ak()
    orang.asesmen.update(tanggal=date(2023, 11, 20))

    jalankan(orang.instansi)

    assert not Rekomendasi.objects.exists()


def test_a_second_run_adds_evidence_and_no_second_row(orang: Pegawai) -> None:
    pertama, kedua = jalankan(orang.instansi), jalankan(orang.instansi)

    r = satu(orang)
    assert (r.run_pertama, r.run_terakhir, r.versi) == (pertama, kedua, 1)


def test_an_undecided_one_without_support_falls_with_its_reason_and_rises_again(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    gagalkan(orang)
    jalankan(orang.instansi)
    gugur = satu(orang)
    pulihkan(orang)
    jalankan(orang.instansi)
    hidup = satu(orang)

    assert gugur.status == S.GUGUR
    assert "belum terpenuhi" in gugur.alasan_gugur
    assert (hidup.status, hidup.alasan_gugur) == (S.MENUNGGU, "")
    assert [gugur.versi, hidup.versi] == [2, 3]


def test_a_reason_of_a_sensitive_class_is_not_written_down(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    HukumanDisiplinPabrik(pegawai=orang)
    jalankan(orang.instansi)

    assert satu(orang).alasan_gugur == "Ada syarat yang ditangani pengelola kepegawaian."


def test_a_target_that_changed_falls_and_the_new_one_waits(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    orang.riwayat_pangkat.update(golongan=11)
    jalankan(orang.instansi)

    assert list(orang.rekomendasi.order_by("sasaran").values_list("sasaran", "status", "alasan_gugur")) == [
        ("11", S.GUGUR, "Golongan yang dituju berubah."),
        ("12", S.MENUNGGU, ""),
    ]


def test_an_undecided_one_whose_day_has_passed_falls(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    jalankan_pada(orang.instansi, date(2027, 1, 2))

    lama = orang.rekomendasi.get(periode=TMT)
    assert (lama.status, lama.alasan_gugur) == (S.GUGUR, "Periode yang dituju sudah lewat.")


# -- one proposal per golongan ------------------------------------------------------------------


def test_an_undecided_one_falls_as_soon_as_its_window_has_closed(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    jalankan_pada(orang.instansi, date(2026, 12, 16))

    lama, baru = orang.rekomendasi.order_by("periode")
    assert (lama.status, lama.alasan_gugur) == (
        S.GUGUR,
        "Waktu pengusulan untuk periode ini sudah ditutup.",
    )
    assert (baru.status, baru.periode) == (S.MENUNGGU, date(2027, 2, 1))


# -- simulations --------------------------------------------------------------------------------


@pytest.mark.parametrize("per", [date(2027, 6, 1), date(2026, 1, 1)], ids=["ahead", "back"])
def test_a_simulation_touches_no_recommendation(orang: Pegawai, per: date) -> None:
    jalankan(orang.instansi)
    sebelum = list(Rekomendasi.objects.values())

    run = jalankan(orang.instansi, per)

    assert run.simulasi
    assert HasilEvaluasi.objects.filter(run=run).exists()
    assert list(Rekomendasi.objects.values()) == sebelum


def test_a_quarantined_person_keeps_what_they_had(orang: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    jalankan(orang.instansi)

    def rusak(*_: Any, **__: Any) -> None:
        raise ValueError("rusak")

    monkeypatch.setattr(potongan, "hitung", rusak)
    run = jalankan(orang.instansi)

    assert run.potongan.get().status == StatusPotongan.KARANTINA
    assert satu(orang).status == S.MENUNGGU


def test_recommendations_of_another_instansi_are_left_alone(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    lain = memenuhi(instansi__kode="nabire")
    nyatakan_lengkap(lain.instansi)
    gagalkan(orang)

    jalankan(lain.instansi)

    assert satu(orang).status == S.MENUNGGU


def test_queries_of_a_run_do_not_grow_with_the_people(
    orang: Pegawai, django_assert_max_num_queries: Any
) -> None:
    jalankan(orang.instansi)
    with django_assert_max_num_queries(80) as sedikit:
        jalankan(orang.instansi)
    for _ in range(15):
        memenuhi(), belum_ak()
    jalankan(orang.instansi)
    with django_assert_max_num_queries(80) as banyak:
        jalankan(orang.instansi)

    # One more kind of recommendation may be touched, never one query per person.
    assert len(banyak) <= len(sedikit) + 2
