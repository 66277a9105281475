"""The four regions: the same simulation, with their own offices, names, clock and numbers."""

from datetime import UTC, datetime
from functools import cache
from itertools import combinations

import pytest

from karier.contoh import WILAYAH, Daerah, JenisKesalahan, bangun_daerah
from karier.contoh.kesalahan import DITANAM
from karier.services.contoh import buat_contoh
from karier.services.contoh_akun import akun_contoh
from pegawai.models import Instansi, Pegawai, UnitKerja

LAIN = ("bulungan", "medan", "nabire")


@cache
def daerah(instansi: str) -> Daerah:
    return bangun_daerah(instansi, 600, 1)


@pytest.mark.parametrize("instansi", LAIN)
def test_a_region_has_its_people_offices_and_every_kind_of_fault(instansi):
    d = daerah(instansi)
    assert len(d.orang) == 600
    assert {k.jenis for k in d.kesalahan} >= {*DITANAM, JenisKesalahan.PPPK_GOLONGAN_TERSAMAR}
    assert len(d.bersih) >= 0.95 * 600
    assert all(u.id for u in d.unit)
    assert any(u.terpencil for u in d.unit)


def test_no_two_regions_of_one_seed_share_a_number():
    nip = {i: {o.nip for o in daerah(i).orang} for i in WILAYAH}
    assert all(len(n) == 600 for n in nip.values())
    assert not any(nip[a] & nip[b] for a, b in combinations(nip, 2))


def test_papua_has_distrik_and_the_others_kecamatan():
    jabatan = {i: {j.nama for j in daerah(i).jabatan} for i in WILAYAH}
    assert any(n.startswith("Kepala Distrik ") for n in jabatan["nabire"])
    assert not any(n.startswith("Camat ") for n in jabatan["nabire"])
    assert "Camat Tanjung Selor" in jabatan["bulungan"]


def test_names_are_those_of_the_region():
    belakang = {i: {o.nama.split()[-1] for o in daerah(i).orang} for i in WILAYAH}
    assert "Gobai" in belakang["nabire"]
    assert "Sihotang" in belakang["medan"] or "Siregar" in belakang["medan"]
    assert not belakang["nabire"] & {"Siregar", "Nasution"}


@pytest.mark.django_db
@pytest.mark.lambat
@pytest.mark.usefixtures("hari_ini")
def test_two_regions_live_in_one_database(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    saat = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
    for instansi in ("medan", "nabire"):
        buat_contoh(instansi=instansi, jumlah=60, benih=1, folder=tmp_path / instansi, at=saat)
    nabire = Instansi.objects.get(kode="nabire")
    assert (nabire.zona_waktu, nabire.bantuan[-3:]) == ("Asia/Jayapura", "WIT")
    assert Instansi.objects.get(kode="medan").jenis == "kota"
    assert Pegawai.objects.of_instansi(nabire.pk).count() >= 55
    assert UnitKerja.objects.filter(instansi=nabire, terpencil=True).exists()
    assert {a.username for a in akun_contoh()} >= {"hr.medan", "hr.nabire"}
