"""HR at the desk: finds plans by status, keeps the library and the perspectives of its own instansi."""

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import teks
from kinerja.enums import StatusSKP
from kinerja.models import PerspektifJPT, PustakaKinerja
from kinerja.tests.bantu_skp import perencana, rencana
from kinerja.tests.pabrik_skp import PerspektifPabrik, PustakaPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db
DAFTAR = "admin:kinerja_skp_changelist"


@pytest.fixture
def saya() -> Pegawai:
    return perencana()


@pytest.fixture
def hr(saya: Pegawai) -> Client:
    client = Client()
    client.force_login(hr_dari(saya.instansi))
    return client


def test_hr_finds_plans_by_status_and_by_the_coming_year(hr: Client, saya: Pegawai) -> None:
    rekan = PegawaiPabrik(pelaksana=True, atasan=saya.atasan, nama="Rekan Sepakat")
    rencana(saya, dikirim=True)
    rencana(rekan, disepakati=True)
    isi = teks(hr.get(reverse(DAFTAR), {"status__exact": StatusSKP.DISEPAKATI.value, "tahun": "2027"}))
    assert "Rekan Sepakat" in isi
    assert saya.nama not in isi


def test_hr_reads_rows_with_their_targets_and_edits_nothing(hr: Client, saya: Pegawai) -> None:
    skp = rencana(saya, dikirim=True)
    tujuan = reverse("admin:kinerja_skp_change", args=[skp.pk])
    assert "Jumlah laporan yang selesai: 12 laporan" in teks(hr.get(tujuan))
    assert hr.post(tujuan, {"status": StatusSKP.DISEPAKATI.value}).status_code == 403


def test_hr_adds_to_the_library_of_its_own_instansi(hr: Client, saya: Pegawai) -> None:
    jabatan = saya.riwayat_jabatan.get().jabatan
    isi = {
        "instansi": saya.instansi_id,
        "jabatan": jabatan.nama,
        "rhk": "RHK",
        "iki": "IKI",
        "target": "1 buah",
    }
    assert hr.post(reverse("admin:kinerja_pustakakinerja_add"), isi).status_code == 302
    assert PustakaKinerja.objects.get().jabatan == jabatan
    lain = {**isi, "instansi": InstansiPabrik(kode="nabire").pk}
    assert hr.post(reverse("admin:kinerja_pustakakinerja_add"), lain).status_code == 200
    assert PustakaKinerja.objects.count() == 1


def test_hr_takes_a_line_out_of_the_library(hr: Client, saya: Pegawai) -> None:
    pustaka = PustakaPabrik(instansi=saya.instansi, jabatan=JabatanPabrik())
    hr.post(reverse("admin:kinerja_pustakakinerja_delete", args=[pustaka.pk]), {"post": "yes"})
    assert not PustakaKinerja.objects.exists()


def test_hr_writes_perspectives_of_its_instansi_and_none_for_everybody(hr: Client, saya: Pegawai) -> None:
    tujuan = reverse("admin:kinerja_perspektifjpt_add")
    assert hr.post(tujuan, {"instansi": "", "nama": "Umum", "urutan": 1}).status_code == 200
    assert hr.post(tujuan, {"instansi": saya.instansi_id, "nama": "Milik", "urutan": 1}).status_code == 302
    assert PerspektifJPT.objects.filter(nama__in=["Umum", "Milik"]).get().instansi == saya.instansi


def test_a_general_perspective_is_not_changed_by_hr(hr: Client) -> None:
    umum = PerspektifPabrik(instansi=None)
    assert hr.get(reverse("admin:kinerja_perspektifjpt_change", args=[umum.pk])).status_code == 404
