"""What people think stays without a name, what the atasan sees is asked once, and levels add up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran, PengerjaanKuis, ReaksiPeserta
from pelatihan.services.evaluasi_kelas import class_evaluation, class_reaction
from pelatihan.services.penerapan import asked_of, record_behaviour
from pelatihan.services.reaksi import SKALA, send_reaction
from pelatihan.tests.pabrik_belajar import (
    HARI_TERAKHIR,
    PAGI_PERTAMA,
    SESUDAH,
    TIGA_BULAN,
    KelasPabrik,
    KursiPabrik,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kelas() -> Angkatan:
    satu: Angkatan = KelasPabrik()
    return satu


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


def _isi(kursi: Pendaftaran, saran: str = "", nilai: int = 4, **lain: Any) -> ReaksiPeserta:
    """Feedback of one participant."""
    return send_reaction(
        pendaftaran_id=kursi.pk,
        skala=dict.fromkeys(SKALA, nilai),
        saran=saran,
        actor=Pengguna.objects.filter(pegawai=kursi.pegawai).first() or PenggunaPabrik(pegawai=kursi.pegawai),
        **{"at": HARI_TERAKHIR, **lain},
    )


def _nilai(kursi: Pendaftaran, atasan: Any, **lain: Any) -> Any:
    isi = {"diterapkan": 4, "contoh": "Laporan  rapi.", "hambatan": "", "at": TIGA_BULAN, **lain}
    return record_behaviour(pendaftaran_id=kursi.pk, actor=atasan, **isi)


def test_four_answers_are_read_by_nobody_and_five_only_when_no_more_can_come(kelas: Angkatan) -> None:
    semua = [KursiPabrik(angkatan=kelas) for _ in range(5)]
    for nomor, kursi in enumerate(semua[:4]):
        _isi(kursi, f"Saran {9 - nomor}")
    assert not class_reaction(kelas, at=SESUDAH).terbaca
    _isi(semua[4], nilai=2)
    buka = class_reaction(kelas, at=HARI_TERAKHIR)
    assert (buka.terbaca, buka.jumlah, buka.rata, buka.kalimat) == (False, 5, {}, [])
    tutup = class_reaction(kelas, at=SESUDAH)
    assert tutup.rata == dict.fromkeys(SKALA, 3.6)
    assert tutup.kalimat == ["Saran 6", "Saran 7", "Saran 8", "Saran 9"]  # not in the order they came


def test_feedback_leaves_no_line_that_tells_who_wrote_when(kelas: Angkatan) -> None:
    kursi = KursiPabrik(angkatan=kelas)
    assert _isi(kursi, "Baik.") == _isi(kursi, "Baik.")
    assert not Jejak.objects.filter(subjek_id=kursi.pegawai_id).exists()
    with pytest.raises(Bentrok, match="sudah terkirim"):
        _isi(kursi, "Lain.")


@pytest.mark.parametrize(
    ("status", "at", "kalimat"),
    [
        (StatusPendaftaran.SURAT_TUGAS, PAGI_PERTAMA, "dibuka 6 Mei 2026"),
        (StatusPendaftaran.SURAT_TUGAS, SESUDAH, "ditutup 20 Mei 2026"),
        (StatusPendaftaran.TIDAK_HADIR, HARI_TERAKHIR, "mengikuti kelas ini"),
    ],
)
def test_when_a_participant_is_not_asked(kelas: Angkatan, status: str, at: Any, kalimat: str) -> None:
    with pytest.raises(DomainError, match=kalimat):
        _isi(KursiPabrik(angkatan=kelas, status=status), at=at)


def test_the_atasan_of_today_says_once_what_became_of_it(kelas: Angkatan, atasan: Pengguna) -> None:
    kursi = KursiPabrik(angkatan=kelas, lulus=True, pegawai__atasan=atasan.pegawai)
    KursiPabrik(angkatan=kelas, status=StatusPendaftaran.TIDAK_LULUS, pegawai__atasan=atasan.pegawai)
    KursiPabrik(angkatan=kelas, lulus=True)
    assert [p.pk for p in asked_of(atasan, atasan.pegawai, at=TIGA_BULAN)] == [kursi.pk]
    satu = _nilai(kursi, atasan)
    assert (satu.contoh, _nilai(kursi, atasan)) == ("Laporan rapi.", satu)
    with pytest.raises(Bentrok):
        _nilai(kursi, atasan, diterapkan=1)
    assert Jejak.objects.get(tindakan="nilai_penerapan").subjek_id == kursi.pegawai_id


@pytest.mark.parametrize(
    ("siapa", "lain", "galat"),
    [
        pytest.param("atasan", {"at": TIGA_BULAN - timedelta(days=2)}, TidakDitemukan, id="too early"),
        pytest.param("atasan", {"at": TIGA_BULAN + timedelta(days=100)}, TidakDitemukan, id="too late"),
        pytest.param("diri", {}, TidakDitemukan, id="about oneself"),
        pytest.param("luar", {}, TidakDitemukan, id="somebody else"),
        pytest.param("atasan", {"contoh": " "}, DomainError, id="without a sentence"),
        pytest.param("atasan", {"contoh": "a" * 501}, DomainError, id="too long"),
        pytest.param("atasan", {"diterapkan": 6}, DomainError, id="no such answer"),
    ],
)
def test_who_may_not_and_what_is_refused(
    kelas: Angkatan, atasan: Pengguna, siapa: str, lain: dict[str, Any], galat: type[DomainError]
) -> None:
    kursi = KursiPabrik(angkatan=kelas, lulus=True, pegawai__atasan=atasan.pegawai)
    orang = {
        "atasan": atasan,
        "diri": PenggunaPabrik(pegawai=kursi.pegawai),
        "luar": PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True)),
    }
    with pytest.raises(galat):
        _nilai(kursi, orang[siapa], **lain)


def test_the_three_levels_of_a_class(kelas: Angkatan, atasan: Pengguna) -> None:
    nilai = [(50, 60), (60, 75), (70, 70), (80, 95), (40, None)]
    semua = [
        KursiPabrik(angkatan=kelas, lulus=True, pegawai__atasan=atasan.pegawai, nilai_pra=a, nilai_pasca=b)
        for a, b in nilai
    ]
    KursiPabrik(angkatan=kelas, status=StatusPendaftaran.DIBATALKAN, nilai_pra=0, nilai_pasca=100)
    for tahap, jawaban in (("pra", 1), ("pasca", 2)):
        soal = [{"pertanyaan": "Apa?", "pilihan": ["a", "b"], "jawaban": jawaban}]
        PengerjaanKuis.objects.create(
            pendaftaran=semua[0], tahap=tahap, soal=soal, jawaban=[2], benar=0, banyak=1
        )
    _nilai(semua[0], atasan, diterapkan=5, hambatan="Alat kurang")
    _nilai(semua[1], atasan, diterapkan=2, contoh="Belum rutin.")
    hasil = class_evaluation(kelas.pk, at=TIGA_BULAN)
    assert (hasil.peserta, hasil.beda_soal) == (5, 1)
    assert (hasil.belajar.n, hasil.belajar.kenaikan, hasil.belajar.t) == (4, 10, pytest.approx(8**0.5))
    p = hasil.penerapan
    assert (p.ditanya, p.dijawab, p.rata) == (5, 2, 3.5)
    assert p.sebaran == {1: 0, 2: 1, 3: 0, 4: 0, 5: 1}
    assert (p.contoh, p.hambatan) == (["Belum rutin.", "Laporan rapi."], ["Alat kurang"])
