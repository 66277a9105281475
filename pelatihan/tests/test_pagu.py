"""What may be spent: stated, changed with a reason, explained by its lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari
from pelatihan.enums import JenisMutasi, StatusPendaftaran
from pelatihan.models import Angkatan, MutasiAnggaran, Pagu, Pendaftaran
from pelatihan.reports.anggaran import discrepancies, unexplained
from pelatihan.services.anggaran import commit_budget, realise_budget, release_budget
from pelatihan.services.pagu import change_pagu
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_rencana import SAAT, pagu_pabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


@pytest.fixture
def hr(instansi: Instansi) -> Any:
    return hr_dari(instansi)


def pendaftaran(instansi: Instansi, pagu: Pagu) -> Pendaftaran:
    kelas = Angkatan.objects.create(
        pelatihan=PelatihanPabrik(), instansi=instansi, nama="Angkatan 1", mulai="2027-05-03",
        selesai="2027-05-07", daftar_sampai="2027-04-20", kursi=30, pagu=pagu,
    )  # fmt: skip
    orang = PegawaiPabrik(instansi=instansi)
    return Pendaftaran.objects.create(
        angkatan=kelas, pegawai=orang, urut=1, status=StatusPendaftaran.MENUNGGU_BKPSDM
    )


def ubah(pagu: Pagu, hr: Any, jumlah: int, **isian: Any) -> Pagu:
    awal: dict[str, Any] = {"keterangan": "DPA Perubahan", "versi": pagu.versi}
    return change_pagu(pagu_id=pagu.pk, jumlah=jumlah, actor=hr, at=SAAT, **{**awal, **isian})


def test_every_movement_is_explained_by_its_line(instansi: Instansi, hr: Any) -> None:
    pagu = pagu_pabrik(hr, instansi, 1000)
    ikut = pendaftaran(instansi, pagu)
    uang: dict[str, Any] = {"pagu_id": pagu.pk, "pendaftaran": ikut, "actor": hr, "at": SAAT}
    commit_budget(rupiah=600, **uang)
    realise_budget(rupiah=400, **uang)
    release_budget(rupiah=50, **uang)
    pagu = ubah(pagu, hr, 550)
    assert (pagu.komitmen, pagu.realisasi, pagu.sisa, pagu.versi) == (150, 400, 0, 2)
    assert not unexplained(Pagu.objects.all()).exists()
    assert [m.jenis for m in pagu.mutasi.order_by("pk")] == [
        JenisMutasi.UBAH_PAGU, JenisMutasi.KOMITMEN, JenisMutasi.REALISASI, JenisMutasi.LEPAS,
        JenisMutasi.UBAH_PAGU,
    ]  # fmt: skip
    call_command("periksa_anggaran")


def test_a_counter_that_no_line_explains_is_found(instansi: Instansi, hr: Any) -> None:
    pagu = pagu_pabrik(hr, instansi, 1000)
    Pagu.objects.filter(pk=pagu.pk).update(komitmen=5)
    assert list(discrepancies(Pagu.objects.all())) == ["APBD 2027: komitmen Rp 5, menurut mutasi Rp 0."]
    with pytest.raises(CommandError, match="menurut mutasi"):
        call_command("periksa_anggaran")
    MutasiAnggaran.objects.create(pagu=pagu, jenis=JenisMutasi.KOMITMEN, rupiah=5)
    assert not list(discrepancies(Pagu.objects.all()))


def test_a_pagu_never_falls_below_what_is_taken_and_paid(instansi: Instansi, hr: Any) -> None:
    pagu = pagu_pabrik(hr, instansi, 1000)
    commit_budget(pagu_id=pagu.pk, rupiah=600, pendaftaran=pendaftaran(instansi, pagu), actor=hr, at=SAAT)
    with pytest.raises(Bentrok, match=r"Rp 599 kurang dari .* Rp 600"):
        ubah(pagu, hr, 599)
    assert ubah(pagu, hr, 600).sisa == 0


@pytest.mark.parametrize(
    ("buat", "galat", "kode"),
    [
        (lambda p, hr: ubah(p, hr, 900, versi=0), Bentrok, "versi_berubah"),
        (lambda p, hr: ubah(p, hr, 900, keterangan=" "), DomainError, "keterangan_kosong"),
        (lambda p, hr: ubah(p, hr_dari(InstansiPabrik()), 900), TidakDitemukan, "pagu_tidak_ditemukan"),
        (lambda p, hr: pagu_pabrik(hr, p.instansi), Bentrok, "pagu_sudah_ada"),
        (lambda p, hr: pagu_pabrik(hr, InstansiPabrik()), TidakDitemukan, "pagu_tidak_ditemukan"),
        (lambda p, hr: pagu_pabrik(hr, p.instansi, unit=UnitKerjaPabrik()), DomainError, "unit_lain"),
    ],
)
def test_what_is_refused_changes_nothing(
    instansi: Instansi, hr: Any, buat: Callable[[Pagu, Any], Any], galat: type[DomainError], kode: str
) -> None:
    pagu = pagu_pabrik(hr, instansi, 1000)
    with pytest.raises(galat) as salah:
        buat(pagu, hr)
    assert salah.value.kode == kode
    assert (Pagu.objects.get().jumlah, MutasiAnggaran.objects.count()) == (1000, 1)


def test_the_same_amount_again_is_no_movement(instansi: Instansi, hr: Any) -> None:
    pagu = pagu_pabrik(hr, instansi, 1000)
    assert ubah(pagu, hr, 1000, versi=0).versi == 1
    assert MutasiAnggaran.objects.count() == 1


@bersamaan
def test_a_cut_and_an_approval_at_once_never_leave_less_than_is_taken() -> None:
    instansi = InstansiPabrik(kode="batanghari")
    hr = hr_dari(instansi)
    pagu = pagu_pabrik(hr, instansi, 1000)
    ikut = pendaftaran(instansi, pagu)
    hasil = berlomba(
        kode_atau_hasil(lambda: ubah(pagu, hr, 500).jumlah),
        kode_atau_hasil(
            lambda: commit_budget(pagu_id=pagu.pk, rupiah=800, pendaftaran=ikut, actor=hr, at=SAAT)
        ),
    )
    pagu.refresh_from_db()
    assert sorted(map(str, hasil)) in (["500", "pagu_tidak_cukup"], ["None", "pagu_terpakai"])
    assert (pagu.jumlah, pagu.komitmen) in ((500, 0), (1000, 800))
    assert not unexplained(Pagu.objects.all()).exists()


@bersamaan
def test_two_who_change_a_pagu_at_once_do_not_overwrite_each_other() -> None:
    instansi = InstansiPabrik(kode="batanghari")
    hr = hr_dari(instansi)
    pagu = pagu_pabrik(hr, instansi, 1000)
    hasil = berlomba(*[kode_atau_hasil(lambda n=n: ubah(pagu, hr, n).jumlah) for n in (700, 800)])
    pagu.refresh_from_db()
    assert "versi_berubah" in hasil
    assert pagu.jumlah in hasil
