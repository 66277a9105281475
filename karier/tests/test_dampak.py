"""Dampak pelatihan from records: who counts as trained, who as similar, and what is never told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from karier.enums import SebabTanpaAngka, UkuranDampak
from karier.rules.dampak import Taksiran
from karier.services.dampak import Pertanyaan, compare_trained
from karier.services.dampak_angkatan import class_result
from karier.services.dampak_cetak import impact_pdf, impact_sheet, year_pdf, year_sheet
from karier.services.dampak_tahun import year_of_training
from kinerja.enums import Predikat
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_warga import LayananPabrik, UlasanPabrik
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PengembanganPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik
from pelatihan.enums import StatusAngkatan, StatusPendaftaran, SumberDana
from pelatihan.models import Angkatan, Pagu, Pendaftaran
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 29)
TAHUN = 2024


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="nabire")
    return satu


@pytest.fixture
def unit(instansi: Instansi) -> list[Any]:
    return [UnitKerjaPabrik(instansi=instansi, nama=f"Dinas {n}") for n in range(5)]


def _orang(unit: Any, *, naik: bool) -> Any:
    """Baik before, and Sangat Baik after when `naik`."""
    pegawai = PegawaiPabrik(pelaksana=True, instansi=unit.instansi, unit=unit, jabatan__tmt=date(2019, 1, 1))
    PenilaianPabrik(pegawai=pegawai, tahun=2023, predikat=Predikat.BAIK)
    PenilaianPabrik(pegawai=pegawai, tahun=2025, predikat=Predikat.SANGAT_BAIK if naik else Predikat.BAIK)
    return pegawai


def _semua(unit: list[Any], banyak: int, *, naik: int) -> list[Any]:
    """So many people over all units; every third of `naik` in ten rises."""
    return [_orang(unit[n % len(unit)], naik=n % 10 < naik) for n in range(banyak)]


def _tanya(pelatihan: Any, instansi: Instansi, ukuran: UkuranDampak = UkuranDampak.PREDIKAT) -> Pertanyaan:
    return Pertanyaan(instansi.pk, TAHUN, ukuran, (pelatihan,))


def _kelas(pelatihan: Any, instansi: Instansi, mulai: date, selesai: date) -> Angkatan:
    satu: Angkatan = Angkatan.objects.create(
        pelatihan=pelatihan, instansi=instansi, nama="Angkatan 1", mulai=mulai, selesai=selesai,
        daftar_sampai=mulai, kursi=40, status=StatusAngkatan.SELESAI,
    )  # fmt: skip
    return satu


def _daftar(kelas: Angkatan, pegawai: Any, urut: int, status: Any, **nilai: Any) -> Pendaftaran:
    satu: Pendaftaran = Pendaftaran.objects.create(
        angkatan=kelas, pegawai=pegawai, urut=urut, status=status, **nilai
    )
    return satu


# -- the comparison -----------------------------------------------------------------------------


def test_who_passed_is_compared_with_who_never_touched_the_training(
    instansi: Instansi, unit: list[Any]
) -> None:
    pelatihan = PelatihanPabrik(nama="Pelayanan Prima")
    dilatih, lain = _semua(unit, 20, naik=7), _semua(unit, 40, naik=2)
    for pegawai in dilatih[:15]:
        PengembanganPabrik(pegawai=pegawai, nama="pelayanan PRIMA", tanggal_selesai=date(TAHUN, 5, 2))
    kelas = _kelas(pelatihan, instansi, date(TAHUN, 6, 1), date(TAHUN, 6, 3))
    for urut, pegawai in enumerate(dilatih[15:], start=1):
        _daftar(kelas, pegawai, urut, StatusPendaftaran.SELESAI)
    # Neither trained nor alike: took part without passing, or passed in the year of the outcome.
    _daftar(kelas, lain[0], 90, StatusPendaftaran.TIDAK_LULUS)
    PengembanganPabrik(pegawai=lain[1], nama="Pelayanan Prima", tanggal_selesai=date(TAHUN + 1, 2, 1))
    # Wanted it and got no seat: the best comparison there is.
    _daftar(kelas, lain[2], 91, StatusPendaftaran.DITOLAK)
    jawaban = compare_trained(_tanya(pelatihan, instansi), per=PER)
    assert (jawaban.lulus, jawaban.dinilai, jawaban.lain) == (20, 20, 38)
    t = jawaban.hasil
    assert isinstance(t, Taksiran)
    assert (t.peserta, t.pembanding, t.tanpa_padanan) == (20, 38, 0)
    # 14 of 20 rose, and of the others 8 of 40 less the two (both of whom would have risen).
    assert t.beda == pytest.approx(14 / 20 - 6 / 38, abs=0.02)
    assert t.bawah < t.beda < t.atas


def test_what_came_later_is_no_reason_to_be_alike(
    instansi: Instansi, unit: list[Any], django_assert_num_queries: Any
) -> None:
    """JP and posts after the first of January change nothing; nor do more people ask more queries."""
    pelatihan = PelatihanPabrik(nama="Arsip")
    for pegawai in _semua(unit, 24, naik=5)[::2]:
        PengembanganPabrik(pegawai=pegawai, nama="Arsip", tanggal_selesai=date(TAHUN, 3, 1), jp=40)
    compare_trained(_tanya(pelatihan, instansi), per=PER)
    with django_assert_num_queries(11):
        awal = compare_trained(_tanya(pelatihan, instansi), per=PER)
    for pegawai in _semua(unit, 12, naik=5):
        PengembanganPabrik(pegawai=pegawai, nama="Lain", tanggal_selesai=date(TAHUN, 2, 1), jp=60)
    with django_assert_num_queries(11):
        sesudah = compare_trained(_tanya(pelatihan, instansi), per=PER)
    assert isinstance(awal.hasil, Taksiran)
    assert isinstance(sesudah.hasil, Taksiran)
    assert sesudah.hasil.pembanding == awal.hasil.pembanding + 12
    assert sesudah.hasil.sebelum["jp"] == (0, 0)


@pytest.mark.parametrize("ukuran", [UkuranDampak.KOMPETENSI, UkuranDampak.JP])
def test_levels_and_hours_are_outcomes_too(instansi: Instansi, unit: list[Any], ukuran: UkuranDampak) -> None:
    """The named competency rises by one for the trained; they take ten hours more the year after."""
    pelatihan = PelatihanPabrik(nama="Komunikasi", kompetensi__level=3)
    for nomor, pegawai in enumerate(_semua(unit, 30, naik=3)):
        dilatih, goyang = nomor % 2 == 0, nomor % 3 == 0
        AsesmenPabrik(pegawai=pegawai, tanggal=date(TAHUN - 1, 5, 1))
        AsesmenPabrik(
            pegawai=pegawai, tanggal=date(TAHUN + 1, 5, 1), komunikasi=2 + dilatih + goyang, integritas=5
        )
        PengembanganPabrik(
            pegawai=pegawai, jp=20 + 10 * dilatih + 2 * goyang, tanggal_selesai=date(TAHUN + 1, 4, 1)
        )
        if dilatih:
            PengembanganPabrik(pegawai=pegawai, nama="Komunikasi", tanggal_selesai=date(TAHUN, 3, 1))
    hasil = compare_trained(_tanya(pelatihan, instansi, ukuran), per=PER).hasil
    assert isinstance(hasil, Taksiran)
    assert hasil.beda == pytest.approx(1 if ukuran == UkuranDampak.KOMPETENSI else 10, abs=0.15)
    assert hasil.pasti


def test_nine_people_are_told_nothing_about(instansi: Instansi, unit: list[Any]) -> None:
    pelatihan = PelatihanPabrik(nama="Arsip")
    for pegawai in _semua(unit, 30, naik=5)[:9]:
        PengembanganPabrik(pegawai=pegawai, nama="Arsip", tanggal_selesai=date(TAHUN, 3, 1))
    tanya = _tanya(pelatihan, instansi)
    jawaban = compare_trained(tanya, per=PER)
    assert jawaban.hasil is SebabTanpaAngka.KURANG_ORANG
    lembar = impact_sheet(tanya, jawaban, tentang="Arsip", instansi=instansi, per=PER)
    assert lembar["baca"].kalimat == "Perlu ≥ 10 orang di tiap kelompok agar tidak menyesatkan."
    assert (lembar["tabel"], lembar["gambar"], lembar["mentah"]) == (None, "", "")
    assert impact_pdf(lembar).startswith(b"%PDF")


def test_a_government_without_people_has_no_answer(instansi: Instansi) -> None:
    jawaban = compare_trained(_tanya(PelatihanPabrik(), instansi), per=PER)
    assert jawaban == (SebabTanpaAngka.KURANG_ORANG, 0, 0, 0)


# -- one class ----------------------------------------------------------------------------------


def test_a_class_shows_predikat_and_themes_before_and_after(instansi: Instansi, unit: list[Any]) -> None:
    kelas = _kelas(PelatihanPabrik(), instansi, date(TAHUN, 6, 3), date(TAHUN, 6, 5))
    for urut, pegawai in enumerate(_semua(unit[:1], 10, naik=4), start=1):
        _daftar(kelas, pegawai, urut, StatusPendaftaran.SELESAI)
    layanan = LayananPabrik(unit=unit[0])
    for bulan, banyak in ((date(TAHUN, 3, 9), 12), (date(TAHUN, 6, 4), 10), (date(TAHUN, 8, 9), 11)):
        pada = datetime(bulan.year, bulan.month, bulan.day, 3, tzinfo=UTC)
        for _ in range(banyak):
            UlasanPabrik(layanan=layanan, tampil=True, diputus_pada=pada, tema=["antrean"])
    hasil = class_result(kelas, per=PER)
    assert hasil.predikat is not None
    assert (hasil.predikat.n, hasil.predikat.naik, hasil.predikat.tetap) == (10, 4, 6)
    assert (hasil.tahun_sebelum, hasil.tahun_sesudah) == (2023, 2025)
    # The month of the class itself is neither.
    assert [tuple(t) for t in hasil.tema] == [(unit[0].nama, "antrean", 12, 1, 11, 1)]


def test_a_small_class_shows_no_predikat(instansi: Instansi, unit: list[Any]) -> None:
    kelas = _kelas(PelatihanPabrik(), instansi, date(TAHUN, 6, 3), date(TAHUN, 6, 5))
    _daftar(kelas, _orang(unit[0], naik=True), 1, StatusPendaftaran.SELESAI)
    hasil = class_result(kelas, per=PER)
    assert (hasil.selesai, hasil.dinilai, hasil.predikat, hasil.tema) == (1, 1, None, [])


# -- the year -----------------------------------------------------------------------------------


def test_the_year_on_one_page(instansi: Instansi, unit: list[Any]) -> None:
    pelatihan = PelatihanPabrik(nama="Pelayanan Prima")
    jauh = UnitKerjaPabrik(instansi=instansi, jauh=True)
    orang = [*_semua(unit, 24, naik=5), *_semua([jauh], 4, naik=5)]
    for nomor, pegawai in enumerate(orang[:24]):
        tahun = TAHUN if nomor < 12 else 2026
        PengembanganPabrik(pegawai=pegawai, nama="Pelayanan Prima", tanggal_selesai=date(tahun, 3, 1), jp=24)
    PengembanganPabrik(pegawai=orang[24], nama="Lain", tanggal_selesai=date(2026, 3, 1), jp=8)
    kelas = _kelas(pelatihan, instansi, date(2026, 6, 3), date(2026, 6, 5))
    for urut, pegawai in enumerate(orang[:10]):
        _daftar(
            kelas, pegawai, urut, StatusPendaftaran.SELESAI, nilai_pra=50, nilai_pasca=80 - 30 * (urut < 3)
        )
    _daftar(kelas, orang[10], 11, StatusPendaftaran.SELESAI)
    Pagu.objects.create(
        instansi=instansi, tahun=2026, sumber=SumberDana.APBD, jumlah=100_000_000, realisasi=30_000_000
    )
    h = year_of_training(instansi.pk, 2026, per=PER)
    assert (h.angka.orang, h.angka.jp) == (13, 12 * 24 + 8)
    assert (h.angka.pns, h.angka.terpencil) == ((28, 12), (4, 1))
    assert (h.angka.pagu, h.angka.realisasi, h.angka.kelas) == (100_000_000, 30_000_000, (11, 10))
    assert h.dampak is not None
    assert (h.dampak.pelatihan, h.dampak.tahun) == (pelatihan, TAHUN)
    lembar = year_sheet(h, instansi=instansi, per=PER)
    teks = str(lembar)
    for bagian in (
        "13 orang, 296 JP",
        "12 dari 28 (43%)",
        "Rp 30.000.000 dari Rp 100.000.000 (30%)",
        "naik 7, tetap 3, turun 0",
    ):
        assert bagian in teks
    assert len(lembar["bagian"][-1]["urut"]) == 3
    assert year_pdf(lembar).startswith(b"%PDF")


# -- the pages ----------------------------------------------------------------------------------


@pytest.fixture
def hr(client: Client, instansi: Instansi) -> Client:
    client.force_login(hr_dari(instansi))
    return client


def test_hr_asks_and_downloads(hr: Client, instansi: Instansi, unit: list[Any]) -> None:
    pelatihan = PelatihanPabrik(nama="Arsip", bidang="kearsipan")
    for pegawai in _semua(unit, 36, naik=4)[::3]:
        PengembanganPabrik(pegawai=pegawai, nama="Arsip", tanggal_selesai=date(TAHUN, 3, 1))
    kosong = hr.get(reverse("admin:karier_dampak")).content.decode()
    assert "Unduh ringkasan" not in kosong
    for tentang in (f"p-{pelatihan.pk}", "b-kearsipan"):
        tanya = {"tentang": tentang, "tahun": TAHUN, "ukuran": "predikat"}
        isi = hr.get(reverse("admin:karier_dampak"), tanya).content.decode()
        assert "<svg" in isi
        assert "n = 12" in isi
        assert "Ini perbandingan, bukan bukti sebab" in isi
        unduhan = hr.get(reverse("admin:karier_dampak_unduh"), tanya)
        assert unduhan.content.startswith(b"%PDF")


def test_a_wrong_question_says_what_to_do(hr: Client) -> None:
    tanya = {"tentang": "p-99999", "tahun": "kemarin", "ukuran": ""}
    isi = hr.get(reverse("admin:karier_dampak"), tanya).content.decode()
    assert "Program atau bidang: pilihan itu tidak ada. Pilih dari daftar." in isi
    assert hr.get(reverse("admin:karier_dampak_unduh"), tanya).status_code == 404


def test_the_year_page_and_its_paper(hr: Client, instansi: Instansi) -> None:
    isi = hr.get(reverse("admin:karier_dampak_tahun"), {"tahun": "abc"}).content.decode()
    assert "Tiga keputusan yang diusulkan" in isi
    assert hr.get(reverse("admin:karier_dampak_tahun_unduh")).content.startswith(b"%PDF")
    kelas = _kelas(PelatihanPabrik(), instansi, date(TAHUN, 6, 3), date(TAHUN, 6, 5))
    isi = hr.get(reverse("admin:karier_dampak_angkatan", args=[kelas.pk])).content.decode()
    assert "Perlu ≥ 10 orang" in isi
