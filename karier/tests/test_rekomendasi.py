"""Recommendations decided by a named person."""

from datetime import UTC, date, datetime

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.lib.tests.lomba import berlomba
from karier.enums import JenisKeputusan as J
from karier.enums import JenisRekomendasi
from karier.enums import StatusRekomendasi as S
from karier.models import KeputusanRekomendasi, Rekomendasi
from karier.services.rekomendasi import PERALIHAN, putuskan_rekomendasi
from karier.tests.bantu import (
    PER,
    SAAT,
    TMT,
    belum_ak,
    gagalkan,
    jalankan,
    memenuhi,
    putuskan,
    satu,
)
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PenggunaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db(transaction=True)


SESUDAH_TUTUP = datetime(2026, 12, 15, 17, 30, tzinfo=UTC)
"""16 December 2026, 00:30 in Jakarta: the window for 1 January has closed."""


def putuskan_pada(orang: Pegawai, oleh: Pengguna, jenis: J, saat: datetime) -> None:
    r = satu(orang)
    putuskan_rekomendasi(
        rekomendasi_id=r.pk, jenis=jenis, alasan="Sesuai berkas", actor=oleh, at=saat, versi=r.versi
    )


def tetapkan(r: Rekomendasi, oleh: Pengguna) -> str:
    """The code of the refusal, empty when it was proposed."""
    try:
        putuskan_rekomendasi(
            rekomendasi_id=r.pk, jenis=J.TETAPKAN, alasan="", actor=oleh, at=SAAT, versi=r.versi
        )
    except DomainError as galat:
        return galat.kode
    return ""


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


@pytest.mark.parametrize("jenis", [J.TETAPKAN, J.TUNDA, J.TOLAK])
def test_after_the_window_has_closed_a_waiting_one_is_not_decided(
    orang: Pegawai, hr: Pengguna, jenis: J
) -> None:
    jalankan(orang.instansi)

    with pytest.raises(DomainError, match="TMT 1 Januari 2027 ditutup pada 15 Desember 2026"):
        putuskan_pada(orang, hr, jenis, SESUDAH_TUTUP)


def test_on_the_last_day_of_the_window_it_is_still_decided(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)

    # 23:30 in Jakarta, where the instansi lies.
    putuskan_pada(orang, hr, J.TETAPKAN, datetime(2026, 12, 15, 16, 30, tzinfo=UTC))

    assert satu(orang).status == S.DITETAPKAN


def test_a_delayed_one_is_refused_after_the_window_but_not_proposed(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TUNDA)

    with pytest.raises(DomainError, match="ditutup"):
        putuskan_pada(orang, hr, J.TETAPKAN, SESUDAH_TUTUP)
    putuskan_pada(orang, hr, J.TOLAK, SESUDAH_TUTUP)
    assert satu(orang).status == S.DITOLAK


def test_a_proposal_undone_after_the_window_falls(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    putuskan(orang, hr, J.TETAPKAN)

    putuskan_pada(orang, hr, J.URUNGKAN, SESUDAH_TUTUP)

    r = satu(orang)
    assert (r.status, r.alasan_gugur) == (
        S.GUGUR,
        "Diurungkan setelah waktu pengusulan untuk periode ini ditutup.",
    )


def test_development_has_no_window(hr: Pengguna) -> None:
    orang = belum_ak()
    jalankan(orang.instansi)
    r = orang.rekomendasi.get(jenis=JenisRekomendasi.PENGEMBANGAN)

    putuskan_rekomendasi(
        rekomendasi_id=r.pk, jenis=J.TETAPKAN, alasan="", actor=hr, at=SESUDAH_TUTUP, versi=r.versi
    )

    r.refresh_from_db()
    assert r.status == S.DITETAPKAN


def test_the_same_golongan_is_not_proposed_twice(orang: Pegawai, hr: Pengguna) -> None:
    run = jalankan(orang.instansi)
    Rekomendasi.objects.create(
        pegawai=orang,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="11",
        periode=date(2026, 12, 1),
        status=S.DITETAPKAN,
        run_pertama=run,
        run_terakhir=run,
    )
    r = orang.rekomendasi.get(periode=TMT)

    with pytest.raises(DomainError, match="sudah diusulkan ke golongan yang sama untuk TMT 1 Desember 2026"):
        putuskan_rekomendasi(
            rekomendasi_id=r.pk, jenis=J.TETAPKAN, alasan="", actor=hr, at=SAAT, versi=r.versi
        )


def test_the_second_of_two_periods_is_refused_once_the_first_is_proposed(
    orang: Pegawai, hr: Pengguna
) -> None:
    run = jalankan(orang.instansi)
    lain = Rekomendasi.objects.create(
        pegawai=orang,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="11",
        periode=date(2027, 2, 1),
        run_pertama=run,
        run_terakhir=run,
    )
    pertama = orang.rekomendasi.get(periode=TMT)
    hasil = berlomba(lambda: tetapkan(pertama, hr), lambda: tetapkan(lain, hr))

    assert sorted(hasil) == ["", "sudah_diusulkan"]


def test_a_penalty_recorded_after_the_run_is_not_proposed_over(orang: Pegawai, hr: Pengguna) -> None:
    jalankan(orang.instansi)
    HukumanDisiplinPabrik(pegawai=orang)

    with pytest.raises(DomainError, match=r"berubah sejak dihitung.*hukuman disiplin"):
        putuskan(orang, hr, J.TETAPKAN)
    putuskan(orang, hr, J.TOLAK)
    assert satu(orang).status == S.DITOLAK


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
