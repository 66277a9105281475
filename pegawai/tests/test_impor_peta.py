"""Peta jabatan from Excel: the report itself comes back filled in, and vacancies follow from it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from pegawai.enums import StatusBaris
from pegawai.models import Impor, Instansi, KebutuhanJabatan, PetaJabatan
from pegawai.services.impor import periksa, request_apply, terapkan, upload
from pegawai.services.impor_peta import KEPALA, PembacaPetaJabatan
from pegawai.tests.bantu_impor import diterapkan
from pegawai.tests.berkas_buatan import AT, xlsx
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    UnitKerjaPabrik(instansi=satu, nama="Dinas Contoh", siasn_id="U1")
    JabatanPabrik(nama="Pengelola Kepegawaian", siasn_id="J1")
    return satu


def cek(instansi: Instansi, *baris: list[object]) -> Impor:
    isi = xlsx({"Peta jabatan": [list(KEPALA), *baris]})
    hr = hr_dari(instansi)
    impor = upload(instansi=instansi, jenis="peta_jabatan", nama_berkas="p.xlsx", isi=isi, actor=hr, at=AT)
    return periksa(impor.pk)


def masukkan(instansi: Instansi, *baris: list[object]) -> Impor:
    return diterapkan(cek(instansi, *baris))


def test_a_need_is_stored_with_its_day_and_source_and_the_vacancies_follow(instansi: Instansi) -> None:
    PegawaiPabrik(pelaksana=True, jabatan__jabatan__siasn_id="J1", unit=instansi.unit.get())
    baris: list[object] = ["", "dinas contoh", "J1", "Apa saja", 3, "02-01-2026", "Keputusan 1/2026"]
    masukkan(instansi, baris)
    peta = PetaJabatan.objects.get()
    assert (peta.unit.siasn_id, peta.jabatan.siasn_id, peta.kebutuhan) == ("U1", "J1", 3)
    lowongan = KebutuhanJabatan.objects.get()
    assert (lowongan.lowongan, lowongan.per_tanggal, lowongan.sumber) == (
        2, date(2026, 1, 2), "Keputusan 1/2026",
    )  # fmt: skip
    # The same file again changes nothing.
    impor = cek(instansi, baris)
    assert impor.ringkasan[StatusBaris.SAMA] == 1


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        (["U9", "", "J1", "", 1, "", ""], "tidak dikenal"),
        (["U1", "", "", "Juru Selam", 1, "", ""], "tidak dikenal"),
        (["", "Dinas Kembar", "J1", "", 1, "", ""], "dipakai oleh 2"),
        (["U1", "", "J1", "", "banyak", "", ""], "KEBUTUHAN"),
        (["", "", "J1", "", 1, "", ""], "kosong"),
    ],
)
def test_a_row_that_cannot_be_read_says_where_and_why(
    instansi: Instansi, baris: list[object], kata: str
) -> None:
    UnitKerjaPabrik.create_batch(2, instansi=instansi, nama="Dinas Kembar")
    impor = cek(instansi, baris)
    satu = impor.baris.get()
    assert satu.status == StatusBaris.DITOLAK
    assert any(kata in g["masalah"] or kata in g["kolom"] for g in satu.galat)
    assert not PetaJabatan.objects.exists()


def test_rows_without_a_need_and_doubles(instansi: Instansi) -> None:
    impor = cek(
        instansi,
        ["U1", "", "J1", "", "Belum dinyatakan", "", ""],
        ["U1", "", "J1", "", 1, "", ""],
        ["U1", "", "J1", "", 2, "", ""],
    )
    assert [b.status for b in impor.baris.order_by("nomor")] == [StatusBaris.BARU, StatusBaris.DITOLAK]
    kosong = cek(instansi, ["U1", "", "J1", "", "", "", ""])
    assert "Tidak ada baris" in kosong.pesan


def test_the_report_can_be_filled_in_and_brought_back(client: Client, instansi: Instansi) -> None:
    orang = PegawaiPabrik(pelaksana=True, unit=instansi.unit.get())
    client.force_login(hr_dari(instansi))
    url = reverse("admin:pegawai_pegawai_laporan_isi", args=["peta-jabatan"])
    halaman = client.get(url)
    kepala, baris = list(halaman.context["kepala"]), halaman.context["baris"][0]
    assert (baris[2], baris[3]) == ("Belum dinyatakan", "1")
    baris[2] = "1"
    isi = xlsx({"Peta jabatan": [kepala, baris]})
    impor = upload(
        instansi=instansi, jenis="peta_jabatan", nama_berkas="p.xlsx", isi=isi, actor=hr_dari(instansi), at=AT
    )
    impor = periksa(impor.pk)
    request_apply(impor_id=impor.pk, actor=impor.oleh, at=AT)
    terapkan(impor.pk)
    assert PetaJabatan.objects.get().jabatan == orang.riwayat_jabatan.get().jabatan
    sesudah = client.get(url).context["baris"][0]
    assert sesudah[2:6] == ["1", "1", "0", "0"]


def test_the_template_has_the_headers_that_the_reader_asks_for(client: Client, instansi: Instansi) -> None:
    client.force_login(hr_dari(instansi))
    assert PembacaPetaJabatan().templat().startswith(b"PK")
    assert client.get(reverse("admin:pegawai_impor_contoh", args=["peta_jabatan"])).status_code == 200
