"""The quiz: answered once, frozen as it was asked, and never mixed with marks of paper."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PenggunaPabrik, hr_dari
from pelatihan.enums import StatusPendaftaran, TahapKuis
from pelatihan.models import Pendaftaran, PengerjaanKuis, SoalKuis
from pelatihan.services import kuis
from pelatihan.services.angkatan import HasilKelas, record_results
from pelatihan.services.kuis import answer_quiz, digest, questions_of
from pelatihan.services.materi import own_seat
from pelatihan.tests.pabrik_belajar import HARI_TERAKHIR, PAGI_PERTAMA, KursiPabrik, SoalPabrik

PRA, PASCA = TahapKuis.PRA, TahapKuis.PASCA


@pytest.fixture
def kursi(db: None) -> Pendaftaran:
    satu: Pendaftaran = KursiPabrik()
    for urut in (1, 2, 3):
        SoalPabrik(pelatihan=satu.angkatan.pelatihan, urut=urut)
    return satu


@pytest.fixture
def diri(kursi: Pendaftaran) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=kursi.pegawai)
    return akun


def _jawab(kursi: Pendaftaran, diri: Any, jawaban: list[int], tahap: TahapKuis = PRA, **lain: Any) -> Any:
    isi = {"sidik": digest(questions_of(kursi.angkatan.pelatihan_id)), "at": PAGI_PERTAMA, **lain}
    return answer_quiz(pendaftaran_id=kursi.pk, tahap=tahap, jawaban=jawaban, actor=diri, **isi)


def test_answers_become_a_mark_and_stay_what_they_were(kursi: Pendaftaran, diri: Pengguna) -> None:
    lembar = _jawab(kursi, diri, [2, 1, 0])
    SoalKuis.objects.update(pertanyaan="Lain?", jawaban=1)
    lembar.refresh_from_db()
    kursi.refresh_from_db()
    assert [s["pertanyaan"] for s in lembar.soal] == ["Pertanyaan 1?", "Pertanyaan 2?", "Pertanyaan 3?"]
    assert (lembar.benar, lembar.banyak, kursi.nilai_pra, kursi.nilai_pasca) == (1, 3, Decimal("33.33"), None)
    assert _jawab(kursi, diri, [2, 1, 0]) == lembar  # a second press, whatever became of the questions
    with pytest.raises(Bentrok, match="sudah Anda jawab"):
        _jawab(kursi, diri, [2, 2, 2])


@pytest.mark.parametrize(
    ("jawaban", "lain", "kode"),
    [
        pytest.param([2, 2], {}, "jawaban_tidak_cocok", id="one is missing"),
        pytest.param([2, 2, 4], {}, "jawaban_tidak_cocok", id="no such choice"),
        pytest.param([2, 2, 2], {"sidik": "lama"}, "soal_berubah", id="other questions were seen"),
        pytest.param([2, 2, 2], {"at": HARI_TERAKHIR}, "kuis_tidak_terbuka", id="too late for before"),
        pytest.param([2, 2, 2], {"tahap": PASCA}, "kuis_tidak_terbuka", id="too early for after"),
    ],
)
def test_what_is_refused(
    kursi: Pendaftaran, diri: Pengguna, jawaban: list[int], lain: dict[str, Any], kode: str
) -> None:
    with pytest.raises(DomainError) as salah:
        _jawab(kursi, diri, jawaban, **lain)
    assert salah.value.kode == kode
    assert not PengerjaanKuis.objects.exists()


def test_only_who_has_a_seat_answers_and_only_approved(kursi: Pendaftaran, diri: Pengguna) -> None:
    with pytest.raises(TidakDitemukan):
        _jawab(kursi, PenggunaPabrik(pegawai=KursiPabrik(angkatan=kursi.angkatan).pegawai), [2, 2, 2])
    for status, kode in (
        (StatusPendaftaran.MENUNGGU_ATASAN, "kuis_belum"),
        (StatusPendaftaran.DIBATALKAN, "kelas_tidak_ditemukan"),
    ):
        Pendaftaran.objects.filter(pk=kursi.pk).update(status=status)
        with pytest.raises(DomainError) as salah:
            _jawab(kursi, diri, [2, 2, 2])
        assert salah.value.kode == kode


def test_marks_of_a_paper_quiz_fill_what_was_not_answered_here(kursi: Pendaftaran, diri: Pengguna) -> None:
    hr = hr_dari(kursi.angkatan.instansi)
    _jawab(kursi, diri, [2, 2, 0])

    def isi(pra: str | None, pasca: str | None) -> str:
        """Typed by HR with the result; why not, or nothing."""
        angka = [None if a is None else Decimal(a) for a in (pra, pasca)]
        hasil = {kursi.pk: HasilKelas(StatusPendaftaran.SELESAI, *angka)}
        jawab = record_results(angkatan_id=kursi.angkatan_id, hasil=hasil, actor=hr, at=HARI_TERAKHIR)
        kursi.refresh_from_db()
        return "".join(d.sebab for d in jawab.dilewati)

    # An empty box on a page that was opened before the answers came takes no mark away.
    assert isi(None, "82.5") == ""
    assert (kursi.nilai_pra, kursi.nilai_pasca) == (Decimal("66.67"), Decimal("82.5"))
    assert "berasal dari jawaban peserta" in isi("90", "82.5")
    assert "0 sampai 100" in isi(None, "101")
    # The mark of paper stands: the quiz afterwards is not asked any more.
    with pytest.raises(DomainError, match="diisi penyelenggara"):
        _jawab(kursi, diri, [2, 2, 2], PASCA, at=HARI_TERAKHIR)
    assert isi(None, None) == ""
    assert (kursi.nilai_pra, kursi.nilai_pasca) == (Decimal("66.67"), None)


def test_right_answers_are_read_by_hr_alone(kursi: Pendaftaran, diri: Pengguna) -> None:
    assert SoalKuis.objects.visible_to(hr_dari(kursi.angkatan.instansi)).count() == 3
    assert not SoalKuis.objects.visible_to(diri).exists()


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_two_presses_at_once_are_one_sheet(monkeypatch: pytest.MonkeyPatch, dikunci: bool) -> None:
    """Without the lock both see no answers yet, and the second ends in an error of the database."""
    kursi = KursiPabrik()
    SoalPabrik(pelatihan=kursi.angkatan.pelatihan)
    diri = PenggunaPabrik(pegawai=kursi.pegawai)
    if not dikunci:
        monkeypatch.setattr(kuis, "seat_locked", own_seat)
    monkeypatch.setattr(kuis, "quiz_sheets", bertemu(kuis.quiz_sheets))

    def tekan() -> Any:
        try:
            return _jawab(kursi, diri, [2]).pk
        except IntegrityError:
            return "galat"

    hasil = set(berlomba(tekan, tekan))
    assert PengerjaanKuis.objects.count() == 1
    assert ("galat" in hasil) is not dikunci
    assert len(hasil) == (1 if dikunci else 2)
