"""What runs make of recommendations that somebody has decided."""

from typing import Any

import pytest

from karier.enums import JenisKeputusan as J
from karier.enums import JenisRekomendasi
from karier.enums import StatusRekomendasi as S
from karier.models import Rekomendasi
from karier.tests.bantu import (
    TMT,
    date,
    gagalkan,
    jalankan,
    jalankan_pada,
    pulihkan,
    putuskan,
    satu,
)
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    RiwayatPangkatPabrik,
)

pytestmark = pytest.mark.django_db(transaction=True)


def capai(orang: Pegawai) -> None:
    """The SK of III/c arrives."""
    RiwayatPangkatPabrik(pegawai=orang, golongan=11, tmt=TMT)


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
        "Usul kenaikan pangkat lain bagi pegawai ini sudah ditetapkan.",
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
