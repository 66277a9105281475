"""SIASN shapes out: announced ratings only, exactly the fields, and what differs from the last file."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import JenisSiklus, Predikat, Rating, StatusEkspor, StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Penilaian, PenilaianSiasn
from kinerja.rules.bentuk_siasn import PERIODIK, SKP22
from kinerja.services.siasn_ekspor import export_periods, prepare_export
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_dokumen import EvaluasiPabrik
from kinerja.tests.test_siasn import beda, cek_berkas, hitung, simpan
from pegawai.enums import JenisPeran
from pegawai.models import Impor, Pegawai, Pengguna
from pegawai.services.impor_retensi import remove_details
from pegawai.tests.berkas_buatan import AT
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db


class Dunia:
    """Three people: rated here and announced in a year and a quarter, one of them without PNS ID."""

    def __init__(self) -> None:
        self.instansi = InstansiPabrik(kode="batanghari")
        self.hr: Pengguna = hr_dari(self.instansi)
        self.penilai = PegawaiPabrik(struktural=True, instansi=self.instansi, nama="=Penilai Contoh")
        self.orang: list[Pegawai] = [
            PegawaiPabrik(
                fungsional=True, instansi=self.instansi, atasan=self.penilai, nama=f"Orang {n}",
                siasn_id=f"{n}" * 32 if n < 2 else None,
            )
            for n in range(3)
        ]  # fmt: skip
        siklus = None
        for orang in self.orang:
            PenilaianPabrik(pegawai=orang, penilai=self.penilai)
            isi = {"siklus": siklus} if siklus else {}
            siklus = EvaluasiPabrik(pegawai=orang, penilai=self.penilai, **isi).siklus
        self.siklus = siklus

    @property
    def tahun(self) -> str:
        return f"{self.instansi.pk}-2025-tahunan-0"

    @property
    def triwulan(self) -> str:
        return f"{self.instansi.pk}-2026-triwulan-3"

    def unduh(self, periode: str, bentuk: str = "json", isi: str = "semua", pengguna: Any = None) -> Any:
        client = Client()
        client.force_login(pengguna or self.hr)
        alamat = reverse("admin:kinerja_siasn_unduh", args=[bentuk])
        return client.get(alamat, {"periode": periode, "isi": isi})

    def objek(self, periode: str, isi: str = "semua") -> list[dict[str, Any]]:
        hasil: list[dict[str, Any]] = json.loads(self.unduh(periode, isi=isi).content)
        return hasil

    def status(self, periode: str) -> dict[StatusEkspor, int]:
        return {s: n for s, n in prepare_export(kunci=periode, pengguna=self.hr).jumlah.items() if n}


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


def balik(d: Dunia, objek: list[dict[str, Any]], jenis: str = "skp22") -> Impor:
    return cek_berkas(d.instansi, "siasn.json", json.dumps(objek).encode(), jenis)


def test_new_and_changed_rows_are_told_apart_and_can_be_taken_alone(d: Dunia) -> None:
    satu, _ = d.objek(d.tahun)
    simpan(balik(d, [satu | {"hasilKinerjaNilai": 1, "PerilakuKerjaNilai": 1, "KuadranKinerjaNilai": 1}]))
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


# -- who ------------------------------------------------------------------------------------------------


def halaman(pengguna: Pengguna, **minta: str) -> Any:
    client = Client()
    client.force_login(pengguna)
    return client.get(reverse("admin:kinerja_siasn_ekspor"), minta)


def test_the_page_counts_lists_and_offers_the_files(d: Dunia) -> None:
    teks = halaman(d.hr).content.decode()
    assert "Evaluasi triwulan III 2026" in teks
    assert "Belum ada berkas dari SIASN untuk periode ini" in teks
    assert "Unduh XLSX: yang baru dan berubah (2)" in teks
    assert "PNS ID belum ada: <strong>1</strong>" in teks
    balik(d, d.objek(d.tahun))
    teks = halaman(d.hr, periode=d.tahun).content.decode()
    assert "Dibandingkan dengan berkas siasn.json" in teks
    assert "yang baru dan berubah" not in teks.split("<ul>")[1].split("</ul>")[0]


def test_before_anything_is_announced_the_page_says_when(d: Dunia) -> None:
    teks = halaman(hr_dari(InstansiPabrik(kode="lain"))).content.decode()
    assert "Belum ada penilaian yang diumumkan" in teks


def test_nobody_but_hr_of_the_instansi_exports(d: Dunia) -> None:
    operator, auditor = (PenggunaPabrik(is_staff=True) for _ in range(2))
    unit_hr = PenggunaPabrik(is_staff=True)
    unit = UnitKerjaPabrik(instansi=d.instansi)
    PeranPabrik(pengguna=operator, instansi=d.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    PeranPabrik(pengguna=auditor, instansi=d.instansi, jenis=JenisPeran.AUDITOR)
    PeranPabrik(pengguna=unit_hr, instansi=InstansiPabrik(kode="lain"))
    assert [d.unduh(d.tahun, pengguna=p).status_code for p in (auditor, unit_hr)] == [404, 404]
    assert d.unduh(d.tahun, pengguna=operator).status_code in (403, 404)
    for pengguna in (PenggunaPabrik(pegawai=d.orang[0]), PenggunaPabrik(pegawai=d.penilai)):
        assert d.unduh(d.tahun, pengguna=pengguna).status_code in (302, 403)


@pytest.mark.parametrize("kunci", ["0-0-x-0", "abc"])
def test_a_period_that_is_not_there_is_not_found(d: Dunia, kunci: str) -> None:
    assert d.unduh(kunci).status_code == 404
    with pytest.raises(TidakDitemukan):
        prepare_export(kunci=kunci, pengguna=d.hr)


def test_csv_is_no_shape_of_siasn(d: Dunia) -> None:
    assert d.unduh(d.tahun, "csv").status_code == 404


# -- both kept ------------------------------------------------------------------------------------------


def test_the_list_of_differences_shows_both_and_nothing_before_its_day(d: Dunia) -> None:
    satu = d.objek(d.tahun)[0] | {"hasilKinerjaNilai": 1, "PerilakuKerjaNilai": 1, "KuadranKinerjaNilai": 1}
    simpan(balik(d, [satu]))
    client = Client()
    client.force_login(d.hr)
    alamat = reverse("admin:kinerja_penilaiansiasn_changelist")
    teks = client.get(alamat).content.decode()
    assert "Sangat Baik" in teks
    assert '"field-di_sini">Baik' in teks.replace("nowrap", "").replace("class=", "")
    Penilaian.objects.update(status=StatusPenilaian.DIKIRIM)
    assert "Belum diumumkan" in client.get(alamat).content.decode()
    pk = PenilaianSiasn.objects.get().pk
    satu_halaman = client.get(reverse("admin:kinerja_penilaiansiasn_change", args=[pk]))
    assert "Belum diumumkan" in satu_halaman.content.decode()


def test_a_quarter_is_set_beside_the_part_that_begins_on_its_day(d: Dunia) -> None:
    PenilaianSiasn.objects.create(
        pegawai=d.orang[0], bentuk="kinerjaperiodik", mulai=date(2026, 7, 1), sampai=date(2026, 9, 30),
        predikat=Predikat.KURANG,
    )  # fmt: skip
    client = Client()
    client.force_login(d.hr)
    teks = client.get(reverse("admin:kinerja_penilaiansiasn_changelist")).content.decode()
    assert "Belum diumumkan" not in teks


def test_months_are_listed_as_months(d: Dunia) -> None:
    EvaluasiPeriodik.objects.all().delete()
    d.siklus.jenis, d.siklus.ke = JenisSiklus.BULANAN, 8
    d.siklus.save()
    EvaluasiPabrik(
        pegawai=d.orang[0], siklus=d.siklus, mulai=date(2026, 8, 1), sampai=date(2026, 8, 31), penilai=None
    )
    [satu] = d.objek(f"{d.instansi.pk}-2026-bulanan-8")
    assert (satu["periodikId"], satu["bulanMulaiPenilaian"], satu["penilaiNipNrp"]) == ("1", "8", "")
