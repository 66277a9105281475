"""Recommendations in step with runs: made, kept, marked, let go."""

from datetime import UTC, datetime, time
from typing import Any

import pytest

from karier.enums import JenisKeputusan as J
from karier.enums import JenisRekomendasi, StatusPotongan
from karier.enums import StatusRekomendasi as S
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.services import potongan
from karier.services.evaluasi import kerjakan_menunggu, start_run
from karier.tests.bantu import (
    TMT,
    belum_ak,
    date,
    gagalkan,
    jalankan,
    memenuhi,
    pulihkan,
    putuskan,
    satu,
)
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    RiwayatPangkatPabrik,
    nyatakan_lengkap,
)

pytestmark = pytest.mark.django_db(transaction=True)


def jalankan_pada(instansi: Instansi, hari: date) -> RunEvaluasi:
    """A whole run per `hari`, started on that very day."""
    saat = datetime.combine(hari, time(9), tzinfo=UTC)
    run = start_run(instansi=instansi, per_tanggal=hari, actor=None, at=saat)
    while kerjakan_menunggu(run.pk):
        pass
    return run


def capai(orang: Pegawai) -> None:
    """The SK of III/c arrives."""
    RiwayatPangkatPabrik(pegawai=orang, golongan=11, tmt=TMT)


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


@pytest.mark.parametrize("jenis", [J.TETAPKAN, J.TUNDA, J.TOLAK])
def test_a_decided_one_stays_decided_and_is_marked_while_its_support_is_gone(
    orang: Pegawai, hr: Pengguna, jenis: J
) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, jenis)
    status = satu(orang).status
    gagalkan(orang)
    jalankan(orang.instansi)
    hilang = satu(orang)
    pulihkan(orang)
    jalankan(orang.instansi)
    kembali = satu(orang)

    assert (hilang.status, hilang.perlu_ditinjau) == (status, True)
    assert (kembali.status, kembali.perlu_ditinjau) == (status, False)


# -- one proposal per golongan ------------------------------------------------------------------


def test_while_a_proposal_is_under_way_no_other_period_is_recommended(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)

    for hari in (date(2026, 12, 31), date(2027, 1, 20)):
        run = jalankan_pada(orang.instansi, hari)
        assert run.tmt_sasaran > TMT

    r = satu(orang)
    assert (r.periode, r.status, r.perlu_ditinjau) == (TMT, S.DITETAPKAN, False)


def test_a_waiting_one_beside_a_proposal_of_another_period_falls(orang: Pegawai, hr: Pengguna) -> None:
    run = jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)
    Rekomendasi.objects.filter(pk=satu(orang).pk).update(periode=date(2026, 12, 1))
    ganda = Rekomendasi.objects.create(
        pegawai=orang,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="11",
        periode=TMT,
        run_pertama=run,
        run_terakhir=run,
    )

    jalankan(orang.instansi)

    ganda.refresh_from_db()
    assert (ganda.status, ganda.alasan_gugur) == (
        S.GUGUR,
        "Usul kenaikan pangkat ke golongan ini sudah ditetapkan untuk periode lain.",
    )


@pytest.mark.parametrize("jenis", [J.TUNDA, J.TOLAK])
def test_after_a_delay_or_a_refusal_the_next_period_is_recommended(
    orang: Pegawai, hr: Pengguna, jenis: J
) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, jenis)

    run = jalankan_pada(orang.instansi, date(2026, 12, 31))

    assert orang.rekomendasi.get(periode=run.tmt_sasaran).status == S.MENUNGGU


def test_a_proposal_is_done_when_the_golongan_is_in_the_records(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)
    capai(orang)

    jalankan(orang.instansi)

    r = satu(orang)
    assert (r.status, r.perlu_ditinjau) == (S.TERLAKSANA, False)


def test_a_proposal_comes_back_when_the_golongan_leaves_the_records(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)
    capai(orang)
    jalankan(orang.instansi)
    orang.riwayat_pangkat.filter(golongan=11).delete()

    jalankan(orang.instansi)

    assert satu(orang).status == S.DITETAPKAN


def test_a_demotion_later_does_not_bring_a_promotion_back(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)
    capai(orang)
    jalankan(orang.instansi)
    RiwayatPangkatPabrik(pegawai=orang, golongan=10, tmt=date(2029, 6, 1))

    jalankan_pada(orang.instansi, date(2029, 7, 2))

    assert satu(orang).status == S.TERLAKSANA


def test_a_delay_ends_when_the_window_of_its_period_has_closed(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TUNDA)

    jalankan_pada(orang.instansi, date(2026, 12, 16))

    lama = orang.rekomendasi.get(periode=TMT)
    assert (lama.status, lama.alasan_gugur) == (S.GUGUR, "Waktu pengusulan untuk periode ini sudah ditutup.")


@pytest.mark.parametrize(
    ("isian", "ditinjau"),
    [
        ({"mulai": date(2026, 12, 18), "sampai": date(2027, 12, 17)}, True),
        ({"mulai": date(2026, 12, 18), "sampai": date(2026, 12, 31)}, False),
        ({"pemeriksaan": True, "mulai": date(2026, 12, 18)}, True),
    ],
    ids=["past the TMT", "over before the TMT", "examined"],
)
def test_a_penalty_between_the_window_and_the_tmt_marks_the_proposal(
    orang: Pegawai, hr: Pengguna, isian: Any, ditinjau: bool
) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)
    HukumanDisiplinPabrik(pegawai=orang, **isian)

    jalankan_pada(orang.instansi, date(2026, 12, 20))

    assert orang.rekomendasi.get(periode=TMT).perlu_ditinjau is ditinjau


def test_a_refusal_stays_one_and_needs_no_review_when_the_golongan_is_there(
    orang: Pegawai, hr: Pengguna
) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TOLAK)
    capai(orang)

    jalankan(orang.instansi)

    r = satu(orang)
    assert (r.status, r.perlu_ditinjau) == (S.DITOLAK, False)


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
