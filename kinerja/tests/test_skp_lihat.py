"""Who reads a plan, through every door: the two, HR and auditor of the person. A draft is its owner's."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusSKP
from kinerja.models import SKP, HasilKerja, Indikator, NaskahSKP
from kinerja.tests.pabrik_skp import EkspektasiPabrik, HasilKerjaPabrik, NaskahPabrik, SKPPabrik, di_sini
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db
RAHASIA = "Tersusunnya telaah Kripton"


@pytest.fixture
def saya() -> Pegawai:
    instansi = di_sini(InstansiPabrik(kode="batanghari"))
    unit = UnitKerjaPabrik(instansi=instansi)
    saya: Pegawai = PegawaiPabrik(pelaksana=True, unit=unit, atasan=PegawaiPabrik(struktural=True, unit=unit))
    return saya


def rencana(saya: Pegawai, **lain: Any) -> SKP:
    skp: SKP = SKPPabrik(pegawai=saya, **lain)
    HasilKerjaPabrik(skp=skp, rhk=RAHASIA, lengkap=True)
    EkspektasiPabrik(skp=skp)
    return skp


def berperan(saya: Pegawai, jenis: JenisPeran, **lain: Any) -> Any:
    akun = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=akun, instansi=saya.instansi, jenis=jenis, **lain)
    return akun


SIAPA: dict[str, Callable[[Pegawai], Any]] = {
    "dirinya": lambda s: PenggunaPabrik(pegawai=s),
    "atasan": lambda s: PenggunaPabrik(pegawai=s.atasan),
    "HR": lambda s: hr_dari(s.instansi),
    "auditor": lambda s: berperan(s, JenisPeran.AUDITOR),
    "auditor unitnya": lambda s: berperan(s, JenisPeran.AUDITOR, unit=s.unit),
    "auditor unit lain": lambda s: berperan(s, JenisPeran.AUDITOR, unit=UnitKerjaPabrik(instansi=s.instansi)),
    "operator unit": lambda s: berperan(s, JenisPeran.OPERATOR_UNIT, unit=s.unit),
    "program": lambda s: berperan(s, JenisPeran.KLIEN_API),
    "rekan": lambda s: PenggunaPabrik(pegawai=PegawaiPabrik(unit=s.unit, atasan=s.atasan)),
    "HR instansi lain": lambda s: hr_dari(InstansiPabrik(kode="nabire")),
}
PEMBACA = {"dirinya", "atasan", "HR", "auditor", "auditor unitnya"}


@pytest.mark.parametrize("siapa", SIAPA)
@pytest.mark.parametrize("status", list(StatusSKP))
def test_the_two_hr_and_auditor_read_what_was_sent(saya: Pegawai, siapa: str, status: StatusSKP) -> None:
    lain = {"disepakati": True} if status == StatusSKP.DISEPAKATI else {"dikirim": True, "status": status}
    skp = rencana(saya, **lain)
    NaskahPabrik(skp=skp)
    akun, boleh = SIAPA[siapa](saya), siapa in PEMBACA
    assert SKP.objects.visible_to(akun).exists() is boleh
    for model in (HasilKerja, Indikator, NaskahSKP):
        assert model.objects.visible_to(akun).exists() is boleh


@pytest.mark.parametrize("siapa", SIAPA)
def test_a_draft_never_sent_is_read_by_its_owner_alone(saya: Pegawai, siapa: str) -> None:
    rencana(saya)
    akun = SIAPA[siapa](saya)
    # That there is a draft may be known; what it says may not.
    assert SKP.objects.visible_to(akun).exists() is (siapa in PEMBACA)
    for model in (HasilKerja, Indikator):
        assert model.objects.visible_to(akun).exists() is (siapa == "dirinya")


def test_a_former_atasan_reads_what_they_agreed_and_nothing_newer(saya: Pegawai) -> None:
    lama = PenggunaPabrik(pegawai=saya.atasan)
    setuju = rencana(saya, disepakati=True, tahun=2026)
    rencana(saya, dikirim=True, tahun=2027)
    Pegawai.objects.filter(pk=saya.pk).update(atasan=PegawaiPabrik(struktural=True))
    assert list(SKP.objects.visible_to(lama)) == [setuju]


@pytest.mark.parametrize("siapa", ["anonim", "tanpa pegawai"])
def test_whoever_is_nobody_reads_nothing(saya: Pegawai, siapa: str) -> None:
    rencana(saya, dikirim=True)
    akun = AnonymousUser() if siapa == "anonim" else PenggunaPabrik()
    assert not SKP.objects.visible_to(akun).exists()
    assert not HasilKerja.objects.visible_to(akun).exists()


# -- the same through the doors -----------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["atasan", "rekan"])
def test_the_page_of_a_draft_is_not_there_for_others(saya: Pegawai, siapa: str) -> None:
    skp = rencana(saya)
    jawaban = masuk(SIAPA[siapa](saya)).get(reverse("kinerja:skp_lembar", args=[skp.pk]))
    assert jawaban.status_code == 404


@pytest.mark.parametrize("siapa", ["HR", "auditor"])
def test_the_desk_shows_that_there_is_a_draft_and_not_what_it_says(saya: Pegawai, siapa: str) -> None:
    skp = rencana(saya, catatan="")
    client = masuk(SIAPA[siapa](saya))
    daftar = client.get(reverse("admin:kinerja_skp_changelist")).content.decode()
    isi = client.get(reverse("admin:kinerja_skp_change", args=[skp.pk])).content.decode()
    assert saya.nama in daftar
    assert RAHASIA not in isi
    SKP.objects.update(dikirim_pada="2026-12-07T05:00:00Z", status=StatusSKP.DIKIRIM)
    assert RAHASIA in client.get(reverse("admin:kinerja_skp_change", args=[skp.pk])).content.decode()


def test_the_desk_of_hr_does_not_show_the_dialogue(saya: Pegawai) -> None:
    skp = rencana(saya, dikirim=True)
    skp.dialog.create(isi="Percakapan Argon")
    isi = masuk(SIAPA["HR"](saya)).get(reverse("admin:kinerja_skp_change", args=[skp.pk])).content.decode()
    assert "Argon" not in isi


@pytest.mark.parametrize("nama", ["skp_tim", "skp_matriks"])
def test_the_leader_sees_that_somebody_drafts_and_not_what(saya: Pegawai, nama: str) -> None:
    rencana(saya)
    isi = masuk(SIAPA["atasan"](saya)).get(reverse(f"kinerja:{nama}", args=[2027])).content.decode()
    assert saya.nama in isi
    assert RAHASIA not in isi


def test_a_leader_whose_draft_was_never_sent_is_not_read_by_the_team(saya: Pegawai) -> None:
    HasilKerjaPabrik(skp=SKPPabrik(pegawai=saya.atasan), rhk=RAHASIA)
    skp = SKPPabrik(pegawai=saya)
    isi = masuk(SIAPA["dirinya"](saya)).get(reverse("kinerja:skp_hasil_baru", args=[skp.pk]))
    assert RAHASIA not in isi.content.decode()
