"""Undoing an import: what it wrote goes back, what somebody else did since is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from asn_karier.lib.errors import Bentrok
from asn_karier.lib.models import Jejak
from pegawai.enums import NasibTulisan, StatusImpor, TahapImpor
from pegawai.models import (
    Impor,
    Instansi,
    Pegawai,
    RiwayatJabatan,
    RiwayatPangkat,
    TulisanImpor,
    UnitKerja,
)
from pegawai.services import impor_kembali, impor_penahan, impor_sandaran
from pegawai.services.impor import SapuanImpor, request_apply, request_check, withdraw
from pegawai.services.impor_kembali import kerjakan, request_undo, request_weigh
from pegawai.services.impor_retensi import remove_details
from pegawai.services.rekaman import merekam
from pegawai.services.riwayat import save_rows
from pegawai.tests.berkas_buatan import AT, baris_siasn, csv_siasn, nip
from pegawai.tests.berkas_pintu import potret
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik
from pegawai.tests.pabrik_lain import KebutuhanPabrik
from pegawai.tests.siasn_buatan import cek, masukkan
from pegawai.tests.test_impor_unit import masukkan as masukkan_pohon

pytestmark = pytest.mark.django_db
ISI = ("nama", "instansi_id", "nip", "unit_id", "pernah_cltn", "email")


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def timbang(impor: Impor, actor: Any = None) -> dict[str, Any]:
    request_weigh(impor_id=impor.pk, actor=actor, at=AT)
    return kerjakan(impor.pk).ringkasan["pembatalan"]


def batalkan(impor: Impor, actor: Any = None) -> Impor:
    timbang(impor, actor)
    request_undo(impor_id=impor.pk, actor=actor, at=AT)
    return kerjakan(impor.pk)


def keadaan() -> list[Any]:
    """The content of people and histories, without versions and clocks."""
    return [
        *Pegawai.objects.order_by("nip").values_list(*ISI),
        *RiwayatPangkat.objects.order_by("pk").values_list("pk", "golongan", "tmt", "sumber"),
        *RiwayatJabatan.objects.order_by("pk").values_list("pk", "jabatan", "tmt", "unit"),
    ]


def test_changed_rows_get_their_old_values_and_new_rows_go(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    semula, versi = keadaan(), Pegawai.objects.get(nip=nip(1)).versi
    kedua = masukkan(
        instansi,
        baris_siasn(
            1, NAMA="NAMA LAIN", NIK="'1504990101850099", TMT_GOLONGAN="01-04-2026", GOL_AKHIR_NAMA="III/c"
        ),
        baris_siasn(2, MK_TAHUN="13"),
        baris_siasn(3),
    )
    assert keadaan() != semula
    assert timbang(kedua) == {"bisa": 3, "hapus": 1, "kembali": 0, "tetap": {}}
    assert keadaan() != semula, "weighing changes nothing"
    kedua = batalkan(kedua)
    assert keadaan() == semula
    assert (kedua.status, kedua.ringkasan["pembatalan"]["kembali"]) == (StatusImpor.DIKEMBALIKAN, 3)
    assert Pegawai.objects.get(nip=nip(1)).versi > versi + 1, "an older open page must be refused"
    assert Pegawai.history.filter(nip=nip(3)).order_by("-history_id")[0].history_type == "-"
    assert cek(instansi, csv_siasn(baris_siasn(1), baris_siasn(2))).ringkasan["sama"] == 2


def test_a_later_change_is_kept_and_the_rest_goes_back(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    kedua = masukkan(instansi, baris_siasn(1, NAMA="SATU"), baris_siasn(2, NAMA="DUA"))
    Pegawai.objects.filter(nip=nip(1)).update(email="baru@contoh.invalid")
    kedua = batalkan(kedua)
    assert dict(Pegawai.objects.values_list("nip", "nama")) == {nip(1): "SATU", nip(2): "ORANG 2"}
    assert kedua.ringkasan["pembatalan"] == {
        "bisa": 0, "hapus": 0, "kembali": 1, "tetap": {"datanya diubah lagi sesudah impor ini": 1}
    }  # fmt: skip
    assert kedua.tulisan.get(model="pegawai.pegawai", objek_id=Pegawai.objects.get(nip=nip(1)).pk).sebab


def test_what_changes_between_the_look_and_the_button_is_kept(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1))
    kedua = masukkan(instansi, baris_siasn(1, NAMA="SATU"))
    assert timbang(kedua)["bisa"] == 1
    Pegawai.objects.update(email="baru@contoh.invalid")
    request_undo(impor_id=kedua.pk, actor=None, at=AT)
    kedua = kerjakan(kedua.pk)
    assert Pegawai.objects.get().nama == "SATU"
    assert (kedua.status, kedua.ringkasan["pembatalan"]["kembali"]) == (StatusImpor.DITERAPKAN, 0)


def test_a_new_person_whom_others_point_at_stays(instansi: Instansi) -> None:
    impor = masukkan(instansi, baris_siasn(1), baris_siasn(2))
    PegawaiPabrik(instansi=instansi, atasan=Pegawai.objects.get(nip=nip(1)))
    PenggunaPabrik(pegawai=Pegawai.objects.get(nip=nip(2)))
    assert timbang(impor)["tetap"] == {
        "sudah dipakai oleh catatan lain: pegawai": 1,
        "sudah dipakai oleh catatan lain: pengguna": 1,
    }
    with pytest.raises(Bentrok):
        request_undo(impor_id=impor.pk, actor=None, at=AT)


@pytest.fixture
def penahan() -> Iterator[dict[int, str]]:
    tertahan: dict[int, str] = {}
    impor_penahan.daftarkan_penahan("uji", lambda ids, sejak: {i: tertahan[i] for i in ids if i in tertahan})
    yield tertahan
    del impor_penahan._PENAHAN["uji"]


def test_what_an_app_holds_stays_until_it_lets_go(instansi: Instansi, penahan: dict[int, str]) -> None:
    impor = masukkan(instansi, baris_siasn(1), baris_siasn(2))
    satu = Pegawai.objects.get(nip=nip(1)).pk
    penahan[satu] = "sudah ada keputusan"
    assert batalkan(impor).ringkasan["pembatalan"]["tetap"] == {"sudah ada keputusan": 1}
    assert Pegawai.objects.get().pk == satu
    penahan.clear()
    assert batalkan(impor).ringkasan["pembatalan"] == {"bisa": 0, "hapus": 0, "kembali": 2, "tetap": {}}
    assert not Pegawai.objects.exists()


def test_nobody_puts_back_their_own_record(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    impor = masukkan(instansi, baris_siasn(1, NAMA="SATU"), baris_siasn(2, NAMA="DUA"))
    petugas = PenggunaPabrik(pegawai=Pegawai.objects.get(nip=nip(1)))
    hasil = timbang(impor, petugas)
    assert (hasil["bisa"], list(hasil["tetap"])) == (1, [impor_sandaran.DIRI])


def test_two_imports_go_back_in_turn_the_last_one_first(instansi: Instansi) -> None:
    pertama = masukkan(instansi, baris_siasn(1))
    kedua = masukkan(instansi, baris_siasn(1, NAMA="DUA"))
    assert timbang(pertama)["bisa"] == 0
    batalkan(kedua)
    batalkan(pertama)
    assert not Pegawai.objects.exists()


def test_asking_again_is_harmless_and_a_stale_wish_is_refused(instansi: Instansi) -> None:
    impor = masukkan(instansi, baris_siasn(1))
    for minta in (request_apply, request_check, withdraw, request_undo):
        with pytest.raises(Bentrok):
            minta(impor_id=impor.pk, actor=None, at=AT)
    timbang(impor)
    for _ in range(2):
        request_undo(impor_id=impor.pk, actor=None, at=AT)
    kerjakan(impor.pk)
    sesudah = potret()
    assert kerjakan(impor.pk).tahap == TahapImpor.TIDAK_ADA
    for minta in (request_weigh, request_undo, request_apply, request_check, withdraw):
        with pytest.raises(Bentrok):
            minta(impor_id=impor.pk, actor=None, at=AT)
    assert potret() == sesudah
    tindakan = set(Jejak.objects.filter(subjek_jenis="impor").values_list("tindakan", flat=True))
    assert tindakan > {"impor_timbang_batal", "impor_kembalikan", "impor_kembali_selesai"}


def test_a_worker_that_dies_in_the_middle_is_followed_by_one_that_goes_on(
    instansi: Instansi, monkeypatch: pytest.MonkeyPatch
) -> None:
    impor = masukkan(instansi, *[baris_siasn(n) for n in range(1, 8)])
    monkeypatch.setattr(impor_kembali, "BAGIAN", 2)
    timbang(impor)
    request_undo(impor_id=impor.pk, actor=None, at=AT)
    for _ in range(2):
        impor_kembali._bagian(impor.pk, TahapImpor.KEMBALIKAN)
    assert Pegawai.objects.count() == 3
    assert SapuanImpor().process_one(impor.pk)
    assert not Pegawai.objects.exists()
    assert not RiwayatPangkat.objects.exists()
    impor.refresh_from_db()
    assert (impor.status, impor.ringkasan["pembatalan"]["kembali"]) == (StatusImpor.DIKEMBALIKAN, 7)


def test_the_replaced_values_are_encrypted_and_go_with_the_details(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1))
    impor = masukkan(instansi, baris_siasn(1, NAMA="DUA"))
    isi = TulisanImpor.objects.get(impor=impor, model="pegawai.pegawai")
    assert "ORANG" not in isi.sebelum
    assert isi.nasib == NasibTulisan.BELUM_DITIMBANG
    impor.diterapkan_pada = AT.replace(year=2020)
    impor.save()
    assert remove_details(impor_id=impor.pk, at=AT)
    assert not impor.tulisan.exists()
    with pytest.raises(Bentrok):
        request_weigh(impor_id=impor.pk, actor=None, at=AT)


def test_records_that_belong_to_no_person_go_back_too(instansi: Instansi) -> None:
    impor, lowongan = masukkan(instansi, baris_siasn(1)), KebutuhanPabrik(instansi=instansi, lowongan=3)
    lowongan.lowongan = 9
    with transaction.atomic(), merekam(impor.pk):
        save_rows(baru=[], berubah=[lowongan], kolom=["lowongan"], actor=None, at=AT, alasan="uji")
    assert batalkan(impor).ringkasan["pembatalan"]["kembali"] == 2
    lowongan.refresh_from_db()
    assert (lowongan.lowongan, Pegawai.objects.count()) == (3, 0)


def test_a_tree_goes_back_but_not_a_unit_that_somebody_works_in(instansi: Instansi) -> None:
    masukkan_pohon(instansi, ["A", "Dinas", ""], ["B", "Bidang", "A"])
    lama = [["A", "Dinas Baru", ""], ["B", "Bidang", "C"]]
    baru = [["C", "Sekretariat", "A"], ["D", "Seksi", "B"], ["E", "UPTD", "A"], ["F", "Loket", "E"]]
    kedua = masukkan_pohon(instansi, *lama, *baru)
    PegawaiPabrik(instansi=instansi, unit=UnitKerja.objects.get(siasn_id="F"))
    assert timbang(kedua)["tetap"] == {
        "sudah dipakai oleh catatan lain: pegawai": 1,
        "sudah dipakai oleh catatan lain: unit kerja": 1,
    }
    batalkan(kedua)
    pohon = UnitKerja.objects.order_by("siasn_id").values_list("siasn_id", "nama", "induk__siasn_id")
    semula = [("A", "Dinas", None), ("B", "Bidang", "A")]
    assert list(pohon) == [*semula, ("E", "UPTD", "A"), ("F", "Loket", "E")]
