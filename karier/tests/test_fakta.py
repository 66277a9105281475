"""Facts from rows: what each app publishes, and how it becomes one bundle of columns."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.syarat import Status
from karier.kamus import HasilSatu, jelaskan
from karier.rules.fakta import FAKTA, Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.services.fakta import ids_instansi, kumpulkan
from kinerja.enums import Predikat
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from mentoring.enums import StatusPasangan
from mentoring.tests.pabrik import PasanganPabrik
from pegawai.enums import JenisJabatan, Jenjang, TingkatPendidikan
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    CakupanPabrik,
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    RiwayatJabatanPabrik,
    RiwayatPangkatPabrik,
    RiwayatPendidikanPabrik,
    UnitKerjaPabrik,
)
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

PER = date(2026, 11, 21)
TMT = date(2027, 1, 1)
pytestmark = pytest.mark.django_db


def fakta_dari(*orang: Pegawai) -> Fakta:
    ids = np.array(sorted(p.pk for p in orang), dtype=np.int64)
    return kumpulkan(ids, per_tanggal=PER, tmt=TMT, aturan=aturan_per(PER)).fakta


def satu(orang: Pegawai, *nama: str) -> list[Any]:
    fakta = fakta_dari(orang)
    return [fakta.baca(n) for n in nama]


def test_a_bare_person_has_data_utama_and_nothing_else() -> None:
    orang = PegawaiPabrik(tanggal_lahir=date(1985, 5, 6))

    fakta = fakta_dari(orang)
    ada = {f.nama: fakta.baca(f.nama) for f in FAKTA if fakta.baca(f.nama) is not None}
    assert ada == {
        "jenis_pegawai": 1,
        "status_kepegawaian": 2,
        "kedudukan_hukum": 1,
        "tanggal_lahir": date(1985, 5, 6),
        "tmt_cpns": date(2010, 3, 1),
        "disiplin_tercakup": 0,
        "ujian_tercakup": 0,
        "jp_tercakup": 0,
        "jabatan_tercakup": 0,
    }


def test_pangkat_is_the_latest_in_force_on_the_target_date() -> None:
    orang = PegawaiPabrik()
    RiwayatPangkatPabrik(pegawai=orang, golongan=9, tmt=date(2017, 4, 1))
    RiwayatPangkatPabrik(pegawai=orang, golongan=10, tmt=date(2026, 12, 1))
    RiwayatPangkatPabrik(pegawai=orang, golongan=11, tmt=date(2027, 2, 1))

    assert satu(orang, "golongan", "tmt_golongan") == [10, date(2026, 12, 1)]


def test_golongan_of_pppk_is_never_a_golongan_of_pns() -> None:
    assert satu(PegawaiPabrik(pppk=True), "golongan", "golongan_pppk") == [None, 9]


def test_jabatan_brings_its_jenjang_and_the_general_bup_of_it() -> None:
    orang = PegawaiPabrik(fungsional=True)

    nama = ("jenis_jabatan", "jenjang", "tmt_jabatan", "bup", "wajib_integritas")
    assert satu(orang, *nama) == [2, Jenjang.AHLI_MUDA, date(2021, 4, 1), 58, None]


def test_the_own_bup_and_standard_of_a_jabatan_are_read() -> None:
    orang = PegawaiPabrik()
    riwayat = RiwayatJabatanPabrik(
        pegawai=orang, jabatan__fungsional=True, jabatan__nama="Guru", jabatan__bup=60
    )
    StandarKompetensiPabrik(jabatan=riwayat.jabatan, integritas=4, komunikasi=None)

    assert satu(orang, "bup", "wajib_integritas", "wajib_komunikasi") == [60, 4, None]


def test_pendidikan_is_the_highest() -> None:
    orang = PegawaiPabrik()
    RiwayatPendidikanPabrik(pegawai=orang, tingkat=TingkatPendidikan.S1)
    RiwayatPendidikanPabrik(pegawai=orang, tingkat=TingkatPendidikan.SLTA)

    assert satu(orang, "pendidikan") == [TingkatPendidikan.S1]


@pytest.mark.parametrize(
    ("isian", "harap"),
    [
        ({}, [date(2027, 6, 30), None]),
        ({"sampai": None}, [date(9999, 12, 31), None]),
        ({"selesai": True}, [date(2024, 12, 31), None]),
        ({"ringan": True}, [None, None]),
        ({"status": 3}, [None, None]),
        ({"pemeriksaan": True}, [None, 1]),
        ({"pemeriksaan": True, "sampai": date(2026, 10, 1)}, [None, 1]),
        ({"mulai": date(2027, 1, 2), "sampai": None}, [None, None]),
    ],
)
def test_disiplin(isian: dict[str, Any], harap: list[Any]) -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, **isian)

    assert satu(orang, "hukdis_sampai", "dalam_pemeriksaan") == harap


def test_two_penalties_count_until_the_later_end() -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, mulai=date(2026, 1, 1), sampai=date(2027, 3, 31))
    HukumanDisiplinPabrik(pegawai=orang, mulai=date(2026, 5, 1), sampai=date(2026, 12, 31))

    assert satu(orang, "hukdis_sampai") == [date(2027, 3, 31)]


def test_ujian_counts_only_when_passed_in_time() -> None:
    orang = PegawaiPabrik()
    HasilUjianPabrik(pegawai=orang)
    HasilUjianPabrik(pegawai=orang, tingkat_ii=True, lulus=False)

    assert satu(orang, "ud_tk1", "ud_tk2") == [1, None]


def test_jp_is_the_sum_of_the_calendar_year() -> None:
    orang = PegawaiPabrik()
    for selesai in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 21), date(2026, 11, 22)):
        PengembanganPabrik(pegawai=orang, tanggal_selesai=selesai)

    assert satu(orang, "jp_tahun_ini") == [20]


def test_asesmen_is_the_latest_and_keeps_what_was_not_assessed_unknown() -> None:
    orang = PegawaiPabrik()
    AsesmenPabrik(pegawai=orang, tanggal=date(2023, 1, 1), integritas=1)
    AsesmenPabrik(pegawai=orang, integritas=3, perekat_bangsa=None)

    nama = ("asesmen_tanggal", "capai_integritas", "capai_perekat_bangsa")
    assert satu(orang, *nama) == [date(2025, 9, 15), 3, None]


def test_coverage_holds_for_its_instansi_and_its_dates() -> None:
    di_sini, di_sana = PegawaiPabrik(), PegawaiPabrik(instansi__kode="nabire")
    CakupanPabrik(instansi=di_sini.instansi)
    CakupanPabrik(instansi=di_sana.instansi, sampai=date(2026, 11, 20))

    assert [satu(p, "disiplin_tercakup") for p in (di_sini, di_sana)] == [[1], [0]]


def test_terpencil_comes_from_the_unit() -> None:
    unit = UnitKerjaPabrik(jauh=True, instansi=InstansiPabrik(kode="batanghari"))

    assert satu(PegawaiPabrik(unit=unit), "terpencil") == [1]


def test_predikat_counts_back_from_the_year_of_the_target_and_only_when_signed() -> None:
    orang = PegawaiPabrik()
    PenilaianPabrik(pegawai=orang, tahun=2026, predikat=Predikat.SANGAT_BAIK)
    PenilaianPabrik(pegawai=orang, tahun=2025, draf=True)
    PenilaianPabrik(pegawai=orang, tahun=2024, predikat=Predikat.KURANG)
    PenilaianPabrik(pegawai=orang, tahun=2023)

    assert satu(orang, "predikat_1", "predikat_2", "predikat_3") == [5, None, 2]


def test_angka_kredit_is_the_last_pak_plus_signed_conversions_of_later_years() -> None:
    orang = PegawaiPabrik(fungsional=True)
    PakPabrik(pegawai=orang, sampai=date(2022, 12, 31), jumlah_senti=1000)
    PakPabrik(pegawai=orang, sampai=date(2024, 12, 31), jumlah_senti=4250)
    KonversiPabrik(pegawai=orang, tahun=2024)
    KonversiPabrik(pegawai=orang, tahun=2025)
    KonversiPabrik(pegawai=orang, tahun=2026, draf=True, nilai_senti=3750)

    assert satu(orang, "ak_sah", "ak_draf") == [6750, 3750]


def test_a_pak_of_mid_year_keeps_the_rest_of_that_year() -> None:
    orang = PegawaiPabrik(fungsional=True)
    PakPabrik(pegawai=orang, sampai=date(2025, 6, 30), jumlah_senti=8800)
    KonversiPabrik(pegawai=orang, mulai=date(2025, 7, 1), bulan=6, nilai_senti=1250)

    assert satu(orang, "ak_sah", "ak_draf") == [10_050, None]


def test_a_conversion_that_begins_before_the_pak_ends_is_in_the_pak() -> None:
    orang = PegawaiPabrik(fungsional=True)
    PakPabrik(pegawai=orang, sampai=date(2025, 6, 30), jumlah_senti=8800)
    KonversiPabrik(pegawai=orang, mulai=date(2025, 1, 1))

    assert satu(orang, "ak_sah") == [8800]


@pytest.mark.parametrize(
    ("tmt", "harap"),
    [
        (date(2024, 4, 1), [None, None]),
        (date(2024, 1, 1), [None, None]),
        (date(2023, 12, 31), [17_250, 3750]),
        (date(2023, 12, 1), [17_250, 3750]),
    ],
)
def test_a_pak_of_before_the_last_kenaikan_pangkat_is_spent(tmt: date, harap: list[int | None]) -> None:
    orang = PegawaiPabrik()
    RiwayatJabatanPabrik(pegawai=orang, jabatan__fungsional=True)
    RiwayatPangkatPabrik(pegawai=orang, tmt=tmt)
    PakPabrik(pegawai=orang, sampai=date(2023, 12, 31), jumlah_senti=16_000)
    KonversiPabrik(pegawai=orang, tahun=2025, nilai_senti=1250)
    KonversiPabrik(pegawai=orang, tahun=2026, draf=True, nilai_senti=3750)

    assert satu(orang, "ak_sah", "ak_draf") == harap


def test_without_a_recorded_pangkat_nothing_shows_that_a_pak_is_the_newer() -> None:
    orang = PegawaiPabrik()
    RiwayatJabatanPabrik(pegawai=orang, jabatan__fungsional=True)
    PakPabrik(pegawai=orang)

    assert satu(orang, "ak_sah") == [None]


def test_spent_angka_kredit_is_asked_after_and_never_met() -> None:
    orang = PegawaiPabrik()
    madya = JabatanPabrik(nama="Analis Madya", jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_MADYA)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=madya)
    RiwayatPangkatPabrik(pegawai=orang, golongan=14, tmt=date(2024, 4, 1))
    PakPabrik(pegawai=orang, jenjang=Jenjang.AHLI_MADYA, sampai=date(2023, 12, 31), jumlah_senti=16_000)

    fakta, a = fakta_dari(orang), aturan_per(PER)
    hasil = HasilSatu.dari(putuskan_seluruh(fakta, a, per=PER, tmt=TMT), fakta, a, tmt=TMT, per=PER)
    syarat = next(s for s in jelaskan(hasil) if s.kode == "angka_kredit")

    assert (syarat.status, syarat.nilai, syarat.perlu) == (Status.PERLU_VERIFIKASI, "belum dicatat", "150")
    assert "sesudah kenaikan pangkat terakhir (TMT 1 April 2024)" in syarat.tindakan


@pytest.mark.parametrize("jenjang", [Jenjang.AHLI_PERTAMA, Jenjang.AHLI_MADYA])
def test_a_balance_of_another_jenjang_is_not_a_balance_here(jenjang: Jenjang) -> None:
    orang = PegawaiPabrik(fungsional=True)
    PakPabrik(pegawai=orang, jenjang=jenjang)

    assert satu(orang, "ak_sah") == [None]


def test_conversions_without_a_pak_are_no_balance() -> None:
    orang = PegawaiPabrik(fungsional=True)
    KonversiPabrik(pegawai=orang)

    assert satu(orang, "ak_sah", "ak_draf") == [None, None]


def test_mentor_aktif_needs_a_running_pair() -> None:
    mentee, lain = PegawaiPabrik(), PegawaiPabrik()
    PasanganPabrik(mentee=mentee, status=StatusPasangan.BERJALAN)
    PasanganPabrik(mentee=lain, status=StatusPasangan.DIUSULKAN)

    assert [satu(p, "mentor_aktif") for p in (mentee, lain)] == [[1], [None]]


def test_facts_stand_where_their_person_stands() -> None:
    orang = [PegawaiPabrik(pelaksana=True, pangkat__golongan=g) for g in (9, 10, 11)]
    PegawaiPabrik(instansi__kode="nabire", pelaksana=True)

    fakta = fakta_dari(orang[2], orang[0])

    assert [fakta.baca("golongan", i) for i in range(2)] == [9, 11]


def test_ids_of_an_instansi_are_its_own_inside_the_range() -> None:
    orang = [PegawaiPabrik() for _ in range(3)]
    PegawaiPabrik(instansi__kode="nabire")

    instansi = orang[0].instansi_id
    assert list(ids_instansi(instansi)) == [p.pk for p in orang]
    assert list(ids_instansi(instansi, orang[1].pk, orang[1].pk)) == [orang[1].pk]
