"""SIASN shapes out: announced ratings only, exactly the fields, and what differs from the last file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from asn_karier.lib.models import Jejak
from kinerja.enums import Predikat, Rating, StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Penilaian
from kinerja.rules.bentuk_siasn import PERIODIK, SKP22
from kinerja.services.siasn_ekspor import export_periods
from kinerja.tests.bantu_ekspor import Dunia, balik
from kinerja.tests.bantu_siasn import beda, cek_berkas
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.enums import StatusEkspor
from pegawai.models import Impor
from pegawai.services.impor_retensi import remove_details
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def isi(jawaban: Any) -> bytes:
    return b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content


BENTUK = {"tahun": "skp22", "triwulan": "kinerjaperiodik"}


# -- the shapes ---------------------------------------------------------------------------------------


def test_a_year_goes_out_with_exactly_the_fields_of_skp22(d: Dunia) -> None:
    satu = d.objek(d.tahun)[0]
    assert tuple(satu) == SKP22
    assert satu == {
        "pnsDinilaiId": "0" * 32,
        "tahun": 2025,
        "hasilKinerja": "SESUAI EKSPEKTASI",
        "hasilKinerjaNilai": 2,
        "perilakuKerja": "SESUAI EKSPEKTASI",
        "PerilakuKerjaNilai": 2,
        "kuadranKinerja": "BAIK",
        "KuadranKinerjaNilai": 2,
        "statusPenilai": "ASN",
        "nipNrpPenilai": d.penilai.nip,
        "namaPenilai": "=Penilai Contoh",
        "penilaiGolonganId": "34",
        "penilaiJabatanNm": "Kepala Subbagian Umum",
        "penilaiUnorNm": "",
    }


def test_a_quarter_goes_out_with_exactly_the_fields_of_kinerjaperiodik(d: Dunia) -> None:
    satu = d.objek(d.triwulan)[0]
    assert tuple(satu) == PERIODIK
    dipilih = {k: satu[k] for k in PERIODIK[1:11]}
    assert dipilih == {
        "tahun": 2026,
        "periodikId": "2",
        "bulanMulaiPenilaian": "7",
        "tahunMulaiPenilaian": 2026,
        "bulanSelesaiPenilaian": "9",
        "tahunSelesaiPenilaian": 2026,
        "hasilKinerjaNilai": 2,
        "perilakuKerjaNilai": 2,
        "kuadranKinerjaNilai": 2,
        "koefisienId": "22",
    }


def test_who_holds_no_jabatan_fungsional_has_no_koefisien(d: Dunia) -> None:
    d.orang[0].riwayat_jabatan.all().delete()
    assert [o["koefisienId"] for o in d.objek(d.triwulan)] == ["", "22"]


def test_people_without_pns_id_are_counted_and_not_sent(d: Dunia) -> None:
    assert len(d.objek(d.tahun)) == 2
    assert d.status(d.tahun) == {StatusEkspor.BARU: 2, StatusEkspor.TANPA_ID: 1}


def test_no_cell_of_the_workbook_is_a_formula(d: Dunia) -> None:
    berkas = isi(d.unduh(d.tahun, "xlsx"))
    buku = CalamineWorkbook.from_filelike(BytesIO(berkas))
    assert buku.sheet_names == ["skp22"]
    kepala, *baris = buku.get_sheet_by_index(0).to_python()
    assert tuple(kepala) == SKP22
    assert baris[0][kepala.index("namaPenilai")] == "=Penilai Contoh"
    assert baris[0][kepala.index("nipNrpPenilai")] == d.penilai.nip


@pytest.mark.parametrize("status", [StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM])
def test_what_is_not_announced_never_leaves(d: Dunia, status: str) -> None:
    Penilaian.objects.filter(pegawai=d.orang[0]).update(status=status)
    EvaluasiPeriodik.objects.filter(pegawai=d.orang[0]).update(status=status)
    for periode in (d.tahun, d.triwulan):
        assert [o["pnsDinilaiId"] for o in d.objek(periode)] == ["1" * 32]
    Penilaian.objects.update(status=status)
    assert d.unduh(d.tahun).status_code == 404
    assert d.tahun not in {p.kunci for p in export_periods(d.hr)}


def test_who_left_in_the_file_is_on_their_trail_before_it_leaves(d: Dunia) -> None:
    d.unduh(d.tahun)
    assert set(Jejak.objects.filter(tindakan="unduh").values_list("subjek_id", flat=True)) == {
        p.pk for p in d.orang[:2]
    }
    assert Jejak.objects.get(tindakan="ekspor_siasn").rincian["baris"] == 2


# -- there and back -------------------------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", ["json", "xlsx"])
@pytest.mark.parametrize("yang", list(BENTUK))
def test_what_was_exported_comes_back_as_the_same(d: Dunia, yang: str, bentuk: str) -> None:
    periode = getattr(d, yang)
    berkas = isi(d.unduh(periode, bentuk))
    impor = cek_berkas(d.instansi, f"balik.{bentuk}", berkas, BENTUK[yang])
    assert hitung(impor) == {"sama": 2}
    assert beda(impor) == []
    assert d.status(periode) == {StatusEkspor.SAMA: 2, StatusEkspor.TANPA_ID: 1}
    assert d.objek(periode, "selisih") == []


def test_every_rating_and_predikat_survives_the_way(d: Dunia) -> None:
    for orang, (hasil, perilaku, predikat) in zip(d.orang, [(1, 1, 1), (3, 3, 5), (1, 3, 3)], strict=True):
        Penilaian.objects.filter(pegawai=orang).update(
            rating_hasil=Rating(hasil), rating_perilaku=Rating(perilaku), predikat=Predikat(predikat)
        )
    impor = cek_berkas(d.instansi, "balik.json", d.unduh(d.tahun).content)
    assert hitung(impor) == {"sama": 2}


# -- against the last file ------------------------------------------------------------------------------


def test_new_and_changed_rows_are_told_apart_and_can_be_taken_alone(d: Dunia) -> None:
    satu, _ = d.objek(d.tahun)
    diterapkan(balik(d, [satu | {"hasilKinerjaNilai": 1, "PerilakuKerjaNilai": 1, "KuadranKinerjaNilai": 1}]))
    assert d.status(d.tahun) == {
        StatusEkspor.BARU: 1, StatusEkspor.BERUBAH: 1, StatusEkspor.TANPA_ID: 1
    }  # fmt: skip
    assert len(d.objek(d.tahun, "selisih")) == 2
    balik(d, [satu])  # read, and nothing to save
    assert d.status(d.tahun) == {StatusEkspor.BARU: 1, StatusEkspor.SAMA: 1, StatusEkspor.TANPA_ID: 1}
    assert len(d.objek(d.tahun, "selisih")) == 1
    assert len(d.objek(d.tahun)) == 2


def test_another_rater_is_a_change_and_an_unknown_one_is_not(d: Dunia) -> None:
    balik(d, [o | {"nipNrpPenilai": "198501012010031001"} for o in d.objek(d.tahun)])
    assert d.status(d.tahun)[StatusEkspor.BERUBAH] == 2
    Penilaian.objects.update(penilai=None)
    assert d.status(d.tahun)[StatusEkspor.SAMA] == 2


def test_a_file_whose_rows_are_gone_is_not_compared_with(d: Dunia) -> None:
    impor = balik(d, d.objek(d.tahun))
    Impor.objects.filter(pk=impor.pk).update(dibuat_pada=AT.replace(year=2020))
    remove_details(impor_id=impor.pk, at=AT)
    assert d.status(d.tahun)[StatusEkspor.BARU] == 2


def test_a_file_of_another_year_says_nothing_about_this_one(d: Dunia) -> None:
    for orang in d.orang:
        PenilaianPabrik(pegawai=orang, tahun=2024)
    balik(d, d.objek(f"{d.instansi.pk}-2024-tahunan-0"))
    assert d.status(d.tahun)[StatusEkspor.BARU] == 2
