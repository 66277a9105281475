"""`diklat` and `kursus` of SIASN: read into the ledger, sent in their shapes, and back without a change."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from pegawai.enums import BentukPengembangan as B
from pegawai.enums import StatusBaris, StatusEkspor
from pegawai.models import Impor, Instansi, Pegawai, PengembanganKompetensi, Pengguna
from pegawai.services.impor import periksa, upload
from pegawai.services.impor_kembali import kerjakan, request_undo, request_weigh
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PengembanganPabrik, hr_dari
from pelatihan.rules.bentuk_siasn_jp import DIKLAT, KURSUS
from pelatihan.services.siasn_jp_ekspor import prepare_export

pytestmark = pytest.mark.django_db
ID = "A" * 32


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari", siasn_id="F" * 32)
    return satu


@pytest.fixture
def hr(instansi: Instansi) -> Pengguna:
    return hr_dari(instansi)


@pytest.fixture
def orang(instansi: Instansi) -> Pegawai:
    satu: Pegawai = PegawaiPabrik(instansi=instansi, pelaksana=True, siasn_id=ID, nama="Ani")
    return satu


def kursus(orang: Pegawai, **ubah: Any) -> dict[str, Any]:
    """As the web service hands it out."""
    return {
        "id": "x", "idPns": ID, "nipBaru": orang.nip, "nipLama": None, "jenisKursusNama": "",
        "jenisKursusSertifikat": "", "institusiPenyelenggara": "LAN", "jenisKursusId": "", "jumlahJam": 12,
        "namaKursus": "Seminar arsip", "noSertipikat": "S-1", "tahunKursus": "2026",
        "tanggalKursus": "01-05-2026", "path": {"881": {}}, "jenisDiklatId": 9,
        "tanggalSelesaiKursus": "03-05-2026", **ubah,
    }  # fmt: skip


def diklat(orang: Pegawai, **ubah: Any) -> dict[str, Any]:
    return {
        "id": "y", "idPns": ID, "nipBaru": orang.nip, "latihanStrukturalId": "7",
        "latihanStrukturalNama": "PELATIHAN KEPEMIMPINAN PENGAWAS", "nomor": "D-1", "tanggal": "02-02-2026",
        "tahun": "2026", "path": None, "jumlahJam": "907.0", "tanggalSelesai": "30-05-2026",
        "institusiPenyelenggara": "BPSDM", **ubah,
    }  # fmt: skip


def cek(instansi: Instansi, jenis: str, *objek: dict[str, Any], actor: Any = None) -> Impor:
    isi = json.dumps({"code": 1, "data": objek}).encode()
    return cek_isi(instansi, jenis, "riwayat.json", isi, actor)


def cek_isi(instansi: Instansi, jenis: str, nama: str, isi: bytes, actor: Any = None) -> Impor:
    impor = upload(instansi=instansi, jenis=jenis, nama_berkas=nama, isi=isi, actor=actor, at=AT)
    return periksa(impor.pk)


def sebab(impor: Impor) -> list[str]:
    return [g["masalah"] for b in impor.baris.filter(status=StatusBaris.DITOLAK) for g in b.galat]


# -- in -------------------------------------------------------------------------------------------


def test_both_shapes_become_lines_of_one_ledger(instansi: Instansi, orang: Pegawai) -> None:
    diterapkan(cek(instansi, "kursus", kursus(orang)))
    diterapkan(cek(instansi, "diklat", diklat(orang)))
    baris = PengembanganKompetensi.objects.order_by("tanggal_selesai").values_list(
        "bentuk",
        "nama",
        "tanggal_mulai",
        "tanggal_selesai",
        "jp",
        "penyelenggara",
        "nomor_sertifikat",
        "sumber",
    )
    assert list(baris) == [
        (B.SEMINAR, "Seminar arsip", date(2026, 5, 1), date(2026, 5, 3), 12, "LAN", "S-1",
         "SIASN kursus: riwayat.json"),
        (B.DIKLAT_STRUKTURAL, "PELATIHAN KEPEMIMPINAN PENGAWAS", date(2026, 2, 2), date(2026, 5, 30), 907,
         "BPSDM", "D-1", "SIASN diklat: riwayat.json"),
    ]  # fmt: skip
    assert hitung(cek(instansi, "kursus", kursus(orang))) == {"sama": 1}


def test_what_the_file_leaves_out_keeps_what_is_here_and_a_new_line_gets_the_least(
    instansi: Instansi, orang: Pegawai
) -> None:
    kosong = {
        "jumlahJam": 0,
        "jenisDiklatId": None,
        "institusiPenyelenggara": "",
        "tanggalSelesaiKursus": None,
    }
    PengembanganPabrik(
        pegawai=orang, bentuk=B.SEMINAR, nama="Seminar arsip", tanggal_selesai=date(2026, 5, 1), jp=8
    )
    assert hitung(cek(instansi, "kursus", kursus(orang, noSertipikat="", **kosong))) == {"sama": 1}
    diterapkan(cek(instansi, "kursus", kursus(orang, namaKursus="Lain", **kosong)))
    baru = PengembanganKompetensi.objects.get(nama="Lain")
    assert (baru.bentuk, baru.jp, baru.tanggal_mulai) == (B.KURSUS, 0, None)


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"jenisDiklatId": "1"}, "disimpan sebagai diklat"),
        ({"jenisDiklatId": "26"}, "bukan kode yang dikenal"),
        ({"tanggalKursus": "", "tanggalSelesaiKursus": None}, "kosong"),
        ({"tanggalKursus": "09-05-2026"}, "hari terakhir sebelum hari pertama"),
        ({"nipBaru": "", "idPns": "B" * 32}, "PNS ID ini tidak ada di instansi ini"),
        ({"namaKursus": ""}, "kosong"),
    ],
)
def test_a_row_that_cannot_stand_says_why(
    instansi: Instansi, orang: Pegawai, ubah: dict[str, Any], kata: str
) -> None:
    assert any(kata in s for s in sebab(cek(instansi, "kursus", kursus(orang, **ubah))))


def test_the_preview_names_the_activity_and_warns_of_a_certificate_that_counts_already(
    instansi: Instansi, orang: Pegawai, hr: Pengguna
) -> None:
    PengembanganPabrik(pegawai=orang, nama="Bimtek arsip", jp=10, nomor_sertifikat="800/12/BKPSDM")
    impor = cek(
        instansi,
        "kursus",
        kursus(orang, namaKursus="BIMTEK KEARSIPAN", noSertipikat="800.12 bkpsdm"),
        kursus(orang, namaKursus="Lain", noSertipikat="-"),
    )
    halaman = masuk(hr).get(reverse("admin:pegawai_impor_change", args=[impor.pk])).content.decode()
    assert "<dt>Kegiatan</dt><dd><ins>BIMTEK KEARSIPAN</ins></dd>" in halaman
    assert "<dt>Hari terakhir</dt><dd><ins>03-05-2026</ins></dd>" in halaman
    assert halaman.count("nomor ini sudah tercatat untuk «Bimtek arsip», 10 JP") == 1
    diterapkan(impor)
    ubah = cek(instansi, "kursus", kursus(orang, namaKursus="Lain", institusiPenyelenggara="BKN"))
    assert [b["kolom"] for b in ubah.baris.get().beda][:2] == ["Kegiatan", "Hari terakhir"]
    diterapkan(ubah)
    assert PengembanganKompetensi.objects.get(nama="Lain").penyelenggara == "BKN"


def test_a_diklat_known_by_its_code_alone_needs_a_name_from_somewhere(
    instansi: Instansi, orang: Pegawai
) -> None:
    tanpa_nama = diklat(orang, latihanStrukturalNama="")
    assert "namanya belum dikenal" in sebab(cek(instansi, "diklat", tanpa_nama))[0]
    satu = PengembanganPabrik(
        pegawai=orang, bentuk=B.DIKLAT_STRUKTURAL, nama="PKP", tanggal_selesai=date(2026, 5, 30), jp=907
    )
    diterapkan(cek(instansi, "diklat", tanpa_nama))  # the one that ended on that day
    satu.refresh_from_db()
    assert (PengembanganKompetensi.objects.count(), satu.nama, satu.nomor_sertifikat) == (1, "PKP", "D-1")
    cek(instansi, "diklat", diklat(orang))  # read, and so its name is known
    lain = PegawaiPabrik(instansi=instansi, pelaksana=True)
    impor = cek(instansi, "diklat", diklat(lain, idPns="", latihanStrukturalNama=""))
    assert impor.baris.get().data["nama"] == "PELATIHAN KEPEMIMPINAN PENGAWAS"


def test_an_import_can_be_undone_and_an_officer_brings_nothing_about_themself(
    instansi: Instansi, orang: Pegawai, hr: Pengguna
) -> None:
    impor = diterapkan(cek(instansi, "kursus", kursus(orang)))
    request_weigh(impor_id=impor.pk, actor=hr, at=AT)
    kerjakan(impor.pk)
    request_undo(impor_id=impor.pk, actor=hr, at=AT)
    kerjakan(impor.pk)
    assert not PengembanganKompetensi.objects.exists()
    Pengguna.objects.filter(pk=hr.pk).update(pegawai=orang)
    hr.refresh_from_db()
    assert "petugas lain" in sebab(cek(instansi, "kursus", kursus(orang), actor=hr))[0]


# -- out ------------------------------------------------------------------------------------------


def unduh(hr: Pengguna, instansi: Instansi, yang: str, bentuk: str = "json", isi: str = "semua") -> bytes:
    alamat = reverse("admin:pelatihan_siasn_unduh", args=[bentuk])
    jawaban = masuk(hr).get(alamat, {"periode": f"{instansi.pk}-2026-{yang}", "isi": isi})
    assert jawaban.status_code == 200
    return b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content


def status(hr: Pengguna, instansi: Instansi, yang: str) -> dict[StatusEkspor, int]:
    e = prepare_export(kunci=f"{instansi.pk}-2026-{yang}", pengguna=hr)
    return {s: n for s, n in e.jumlah.items() if n}


def test_each_line_goes_out_in_the_shape_of_its_form(
    instansi: Instansi, orang: Pegawai, hr: Pengguna
) -> None:
    PengembanganPabrik(
        pegawai=orang, bentuk=B.SEMINAR, nama="Seminar arsip", jp=6, tanggal_mulai=date(2026, 5, 19),
        penyelenggara="LAN", nomor_sertifikat="S-1",
    )  # fmt: skip
    diterapkan(cek(instansi, "diklat", diklat(orang)))
    satu = json.loads(unduh(hr, instansi, "kursus"))
    assert [tuple(o) for o in satu] == [KURSUS]
    assert satu[0] == {
        "jenisDiklatId": "9", "namaKursus": "Seminar arsip", "institusiPenyelenggara": "LAN",
        "nomorSertipikat": "S-1", "tahunKursus": "2026", "tanggalKursus": "19-05-2026",
        "tanggalSelesaiKursus": "20-05-2026", "jumlahJam": 6, "pnsOrangId": ID, "instansiId": "F" * 32,
    }  # fmt: skip
    dua = json.loads(unduh(hr, instansi, "diklat"))
    assert [tuple(o) for o in dua] == [DIKLAT]
    assert (dua[0]["latihanStrukturalId"], dua[0]["tanggal"], dua[0]["jumlahJam"]) == ("7", "02-02-2026", 907)
    assert set(Jejak.objects.filter(tindakan="unduh").values_list("subjek_id", flat=True)) == {orang.pk}


@pytest.mark.parametrize("bentuk", ["json", "csv", "xlsx"])
def test_out_and_in_again_changes_nothing(
    instansi: Instansi, orang: Pegawai, hr: Pengguna, bentuk: str
) -> None:
    for n, b in enumerate(B):
        PengembanganPabrik(
            pegawai=orang, bentuk=b, nama=f"={b.name.title()}, «{n}»", jp=n, nomor_sertifikat=f"00{n}",
            penyelenggara="Badan A; B" * (n % 2), tanggal_mulai=date(2026, 5, 1 + n % 5) if n % 3 else None,
        )  # fmt: skip
    # What SIASN calls the structural one has been read once.
    struktural = PengembanganKompetensi.objects.get(bentuk=B.DIKLAT_STRUKTURAL)
    dikenal = {"latihanStrukturalNama": struktural.nama, "tanggalSelesai": "20-05-2026", "jumlahJam": 0}
    cek(instansi, "diklat", diklat(orang, **dikenal))
    sebelum = list(PengembanganKompetensi.objects.order_by("pk").values())
    for yang, banyak in (("diklat", 1), ("kursus", 24)):
        impor = cek_isi(instansi, yang, f"balik.{bentuk}", unduh(hr, instansi, yang, bentuk))
        assert hitung(impor) == {"sama": banyak}, sebab(impor)
        assert status(hr, instansi, yang) == {StatusEkspor.SAMA: banyak}
        assert json.loads(unduh(hr, instansi, yang, isi="selisih")) == []
    assert list(PengembanganKompetensi.objects.order_by("pk").values()) == sebelum


def test_how_a_line_stands_to_siasn(instansi: Instansi, orang: Pegawai, hr: Pengguna) -> None:
    PengembanganPabrik(pegawai=orang, nama="Baru")
    PengembanganPabrik(pegawai=orang, nama="Dari sana", sumber="SIASN kursus: lama.json")
    PengembanganPabrik(pegawai=PegawaiPabrik(instansi=instansi, pelaksana=True, siasn_id=None))
    PengembanganPabrik(pegawai=orang, nama="Tanpa kode", bentuk=B.DIKLAT_STRUKTURAL)
    beda = PengembanganPabrik(pegawai=orang, nama="Beda", tanggal_selesai=date(2026, 5, 20), jp=10)
    diketahui = {"namaKursus": "Beda", "tanggalKursus": "20-05-2026", "tanggalSelesaiKursus": "20-05-2026"}
    cek(instansi, "kursus", kursus(orang, **diketahui))
    assert status(hr, instansi, "kursus") == {
        StatusEkspor.BARU: 1, StatusEkspor.BERUBAH: 1, StatusEkspor.SAMA: 1, StatusEkspor.TANPA_ID: 1
    }  # fmt: skip
    assert status(hr, instansi, "diklat") == {StatusEkspor.TANPA_KODE: 1}
    halaman = masuk(hr).get(
        reverse("admin:pelatihan_siasn_ekspor"), {"periode": f"{instansi.pk}-2026-kursus"}
    )
    assert beda.nama in halaman.content.decode()
    assert {o["namaKursus"] for o in json.loads(unduh(hr, instansi, "kursus", isi="selisih"))} == {
        "Baru",
        "Beda",
    }


def test_nobody_exports_what_they_do_not_keep(instansi: Instansi, orang: Pegawai) -> None:
    PengembanganPabrik(pegawai=orang)
    luar: Client = masuk(hr_dari(InstansiPabrik(kode="nabire")))
    alamat = reverse("admin:pelatihan_siasn_unduh", args=["json"])
    assert luar.get(alamat, {"periode": f"{instansi.pk}-2026-kursus"}).status_code == 404
    assert "Belum ada JP yang tercatat." in luar.get(reverse("admin:pelatihan_siasn_ekspor")).content.decode()
