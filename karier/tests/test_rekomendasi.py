"""Recommendations: in step with runs, decided by a named person."""

from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from karier.enums import JenisKeputusan as J
from karier.enums import JenisRekomendasi, StatusPotongan
from karier.enums import StatusRekomendasi as S
from karier.models import KeputusanRekomendasi, Rekomendasi
from karier.services import potongan
from karier.services.rekomendasi import PERALIHAN, putuskan_rekomendasi
from karier.tests.bantu import PER, SAAT, TMT, belum_ak, date, jalankan, memenuhi
from kinerja.enums import Predikat
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PenggunaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def orang() -> Pegawai:
    """A pelaksana who fulfils everything."""
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    return orang


@pytest.fixture
def hr(orang: Pegawai) -> Pengguna:
    return hr_dari(orang.instansi)


def satu(orang: Pegawai) -> Rekomendasi:
    rekomendasi: Rekomendasi = orang.rekomendasi.get(jenis=JenisRekomendasi.KENAIKAN_PANGKAT)
    return rekomendasi


def putuskan(orang: Pegawai, oleh: Pengguna, jenis: J, alasan: str = "Sesuai berkas", **lain: Any) -> Any:
    r = satu(orang)
    isian = {"versi": r.versi, **lain}
    return putuskan_rekomendasi(rekomendasi_id=r.pk, jenis=jenis, alasan=alasan, actor=oleh, at=SAAT, **isian)


def gagalkan(orang: Pegawai) -> None:
    orang.penilaian.filter(tahun=2025).update(predikat=Predikat.KURANG)


def pulihkan(orang: Pegawai) -> None:
    orang.penilaian.filter(tahun=2025).update(predikat=Predikat.BAIK)


# -- in step with runs ------------------------------------------------------------------------


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
    jalankan(orang.instansi, date(2027, 1, 2))

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


# -- decided by a person ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("langkah", "status"),
    [
        ([J.TETAPKAN], S.DITETAPKAN),
        ([J.TUNDA], S.DITUNDA),
        ([J.TOLAK], S.DITOLAK),
        ([J.TUNDA, J.TETAPKAN], S.DITETAPKAN),
        ([J.TUNDA, J.TOLAK], S.DITOLAK),
        ([J.TETAPKAN, J.URUNGKAN], S.MENUNGGU),
        ([J.TOLAK, J.URUNGKAN, J.TETAPKAN], S.DITETAPKAN),
    ],
)
def test_legal_steps(orang: Pegawai, hr: Pengguna, langkah: list[J], status: S) -> None:
    jalankan(orang.instansi)

    for jenis in langkah:
        putuskan(orang, hr, jenis)

    assert satu(orang).status == status
    assert KeputusanRekomendasi.objects.count() == len(langkah)


@pytest.mark.parametrize(
    ("status", "jenis"), [(s, j) for s in S for j in J if (s, j) not in PERALIHAN], ids=lambda v: v.value
)
def test_every_other_step_is_refused(orang: Pegawai, hr: Pengguna, status: S, jenis: J) -> None:
    jalankan(orang.instansi)
    Rekomendasi.objects.update(status=status)

    with pytest.raises(DomainError, match="langkah itu tidak berlaku"):
        putuskan(orang, hr, jenis)
    assert not KeputusanRekomendasi.objects.exists()


def test_a_decision_says_who_what_why_and_on_which_run(orang: Pegawai, hr: Pengguna) -> None:
    run = jalankan(orang.instansi)

    keputusan = putuskan(orang, hr, J.TUNDA, "Menunggu SK")

    assert (keputusan.oleh, keputusan.alasan, keputusan.run, keputusan.pada) == (hr, "Menunggu SK", run, SAAT)
    jejak = Jejak.objects.get(tindakan="rekomendasi_tunda")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.rincian["ke"]) == (hr.pk, orang.pk, S.DITUNDA)


def test_a_stale_version_is_refused_with_both_states(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TUNDA)

    with pytest.raises(Bentrok, match=rf"Sekarang: .+ Keputusan terakhir: .+ oleh {hr}"):
        putuskan(orang, hr, J.TETAPKAN, versi=1)


@pytest.mark.parametrize("jenis", [J.TUNDA, J.TOLAK])
def test_a_reason_is_needed(orang: Pegawai, hr: Pengguna, jenis: J) -> None:
    jalankan(orang.instansi)

    with pytest.raises(DomainError, match="alasan"):
        putuskan(orang, hr, jenis, "  ")


def test_a_proposal_needs_no_reason(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)

    assert putuskan(orang, hr, J.TETAPKAN, "").alasan == ""


def test_nobody_decides_about_themself(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    hr.pegawai = orang
    hr.save()

    with pytest.raises(TidakBoleh, match="diri Anda sendiri"):
        putuskan(orang, hr, J.TETAPKAN)


def test_the_atasan_sees_it_but_does_not_decide(orang: Pegawai) -> None:
    jalankan(orang.instansi)
    atasan = memenuhi()
    Pegawai.objects.filter(pk=orang.pk).update(atasan=atasan)

    with pytest.raises(TidakBoleh, match="pengelola kepegawaian"):
        putuskan(orang, PenggunaPabrik(pegawai=atasan), J.TETAPKAN)


def test_hr_of_another_instansi_finds_nothing(orang: Pegawai) -> None:
    jalankan(orang.instansi)

    with pytest.raises(TidakDitemukan):
        putuskan(orang, hr_dari(InstansiPabrik(kode="nabire")), J.TETAPKAN)


def test_what_a_run_no_longer_supports_cannot_be_proposed(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TUNDA)
    gagalkan(orang)
    jalankan(orang.instansi)

    with pytest.raises(DomainError, match="tidak lagi mendukung"):
        putuskan(orang, hr, J.TETAPKAN)


def test_undoing_what_lost_its_support_lets_it_fall(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)
    gagalkan(orang)
    jalankan(orang.instansi)

    putuskan(orang, hr, J.URUNGKAN)

    r = satu(orang)
    assert (r.status, r.perlu_ditinjau) == (S.GUGUR, False)
    assert r.alasan_gugur


def test_a_decision_changes_nothing_about_the_person(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    sebelum = list(orang.riwayat_pangkat.values())

    putuskan(orang, hr, J.TETAPKAN)

    assert list(orang.riwayat_pangkat.values()) == sebelum


def test_the_target_date_is_the_one_of_the_run(orang: Pegawai) -> None:
    assert jalankan(orang.instansi, PER).tmt_sasaran == TMT
