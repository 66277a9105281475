"""Reference tables of jabatan complete what is there and add what is new; for the administrator alone."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisJabatan, Jenjang, StatusBaris, StatusImpor
from pegawai.models import Impor, Instansi, Jabatan
from pegawai.services.impor import periksa, request_apply, terapkan, upload
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, csv_dari
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
KEPALA = [
    "siasn_id",
    "nama",
    "jenjang_kode",
    "jenjang",
    "kategori",
    "urutan_jenjang",
    "bup",
    "kel_jabatan_id",
    "status",
]
A, B, C = "A" * 32, "B" * 32, "C" * 32


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def jf(kode: str, nama: str, jenjang: str, bup: Any, status: str = "N") -> list[str]:
    return [kode, nama, "XX", jenjang, "keahlian", "1", str(bup), "K", status]


def cek(instansi: Instansi, *baris: list[str], kepala: list[str] = KEPALA, actor: Any = None) -> Impor:
    isi = csv_dari([kepala, *baris])
    return periksa(
        upload(instansi=instansi, jenis="jabatan", nama_berkas="jf.csv", isi=isi, actor=actor, at=AT).pk
    )


def masukkan(instansi: Instansi, *baris: list[str], kepala: list[str] = KEPALA) -> Impor:
    return diterapkan(cek(instansi, *baris, kepala=kepala))


def test_posts_are_added_and_find_their_next_jenjang(instansi: Instansi) -> None:
    masukkan(
        instansi,
        jf(A, "Pranata Contoh Ahli Pertama", "Ahli Pertama", 58),
        jf(B, "Pranata Contoh Ahli Muda", "Ahli Muda", 60),
        jf(C, "Yang Lama Ahli Muda", "Ahli Muda", 58, status="X"),
    )
    satu, dua = Jabatan.objects.order_by("siasn_id")
    assert (satu.jenis, satu.jenjang, satu.naik_ke) == (JenisJabatan.FUNGSIONAL, Jenjang.AHLI_PERTAMA, dua)
    assert (satu.bup, dua.bup) == (None, 60), "a limit that the rules give anyway is not fixed"


def test_a_known_post_is_completed_with_old_and_new_shown_and_its_holders_are_computed_anew(
    instansi: Instansi,
) -> None:
    jabatan = JabatanPabrik(siasn_id=A.lower(), nama="GURU MUDA", fungsional=True, jenjang=None, kelas=8)
    riwayat = PegawaiPabrik(instansi=instansi, pelaksana=True, jabatan__jabatan=jabatan).riwayat_jabatan.get()
    impor = masukkan(
        instansi, jf(A, "Guru Ahli Muda", "Ahli Muda", ""), jf(B, "Baru Ahli Muda", "Ahli Muda", 58)
    )
    assert hitung(impor) == {StatusBaris.BARU: 1, StatusBaris.BERUBAH: 1}
    assert impor.baris.get(kunci=A).beda == [
        {"kolom": "Nama", "lama": "GURU MUDA", "baru": "Guru Ahli Muda"},
        {"kolom": "Jenjang", "lama": "", "baru": "Ahli Muda"},
    ]
    jabatan.refresh_from_db()
    assert (jabatan.nama, jabatan.jenjang, jabatan.kelas) == ("Guru Ahli Muda", Jenjang.AHLI_MUDA, 8)
    assert Jejak.objects.get(tindakan="ubah_jabatan").rincian["impor"] == impor.pk
    assert riwayat.__class__.objects.get(pk=riwayat.pk).diubah_pada > riwayat.diubah_pada
    assert hitung(cek(instansi, jf(A, "Guru Ahli Muda", "Ahli Muda", "")))[StatusBaris.SAMA] == 1


def test_a_table_of_pelaksana_tells_the_kelas_of_known_posts_only(instansi: Instansi) -> None:
    JabatanPabrik(nama="Penelaah Teknis Kebijakan")
    kepala = ["id", "parent", "nama", "kelas_jabatan", "aktif"]
    baris = ["1", "Klerek", "PENELAAH  TEKNIS KEBIJAKAN", "7", "N"], ["2", "", "Yang Tidak Dipakai", "6", "N"]
    masukkan(instansi, ["0", "", "Klerek", "0", "N"], *baris, kepala=kepala)
    assert list(Jabatan.objects.values_list("nama", "kelas")) == [("Penelaah Teknis Kebijakan", 7)]


def test_a_row_that_cannot_be_right_is_refused_by_its_cell(instansi: Instansi) -> None:
    JabatanPabrik(siasn_id=C, struktural=True)
    impor = cek(
        instansi,
        jf(A, "Satu Ahli Muda", "Ahli Muda", 0),
        jf(B, "Dua Ahli Muda", "Ahli Muda", 58),
        jf(B, "Dua Ahli Muda", "Ahli Muda", 58),
        jf(C, "Tiga Ahli Muda", "Ahli Muda", 58),
    )
    sebab = {b.nomor: b.galat[0]["masalah"] for b in impor.baris.filter(status=StatusBaris.DITOLAK)}
    assert sebab == {
        2: "bukan bilangan yang wajar",
        3: "sama dengan baris 4",
        4: "sama dengan baris 3",
        5: "ID ini tercatat sebagai jabatan struktural, bukan jabatan fungsional",
    }


def test_another_table_is_refused_with_what_is_known(instansi: Instansi) -> None:
    impor = cek(
        instansi, ["1", "K", "GURU SENI", "1"], kepala=["id", "kel_jabatan_id", "nama", "status_aktif"]
    )
    assert (impor.status, impor.ringkasan["kode"]) == (StatusImpor.DITOLAK, "rujukan_tidak_dikenal")


def test_a_post_that_changed_after_the_check_is_refused(instansi: Instansi) -> None:
    JabatanPabrik(siasn_id=A, nama="Lama", fungsional=True)
    impor = cek(instansi, jf(A, "Baru Ahli Muda", "Ahli Muda", 58))
    Jabatan.objects.update(nama="Diubah Pengelola")
    request_apply(impor_id=impor.pk, actor=None, at=AT)
    assert hitung(terapkan(impor.pk)) == {StatusBaris.DITOLAK: 1}
    assert Jabatan.objects.get().nama == "Diubah Pengelola"


def test_only_the_administrator_brings_it(client: Client, instansi: Instansi) -> None:
    hr = hr_dari(instansi)
    with pytest.raises(DomainError, match="pengelola sistem"):
        cek(instansi, jf(A, "Satu Ahli Muda", "Ahli Muda", 58), actor=hr)
    impor = cek(instansi, jf(A, "Satu Ahli Muda", "Ahli Muda", 58))
    with pytest.raises(DomainError, match="pengelola sistem"):
        request_apply(impor_id=impor.pk, actor=hr, at=AT)
    for pengguna, boleh in ((hr, False), (PenggunaPabrik(is_staff=True, is_superuser=True), True)):
        client.force_login(pengguna)
        assert ("Rujukan jabatan" in client.get(reverse("admin:pegawai_impor_add")).content.decode()) is boleh
        jawab = client.post(reverse("admin:pegawai_impor_terapkan", args=[impor.pk]))
        assert jawab.status_code == (302 if boleh else 404)


def test_the_command_brings_a_table(instansi: Instansi, tmp_path: Path) -> None:
    berkas = tmp_path / "jf.csv"
    berkas.write_bytes(csv_dari([KEPALA, jf(A, "Satu Ahli Muda", "Ahli Muda", 58)]))
    call_command("impor_jabatan", str(berkas), "--instansi", "uji", "--terapkan", stdout=StringIO())
    assert Jabatan.objects.get().siasn_id == A
