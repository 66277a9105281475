"""An objection to one part of a quarter: its own rater rates anew, or who follows when they left."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import TidakBoleh
from kinerja.enums import PutusanKeberatan, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import EvaluasiPeriodik, Keberatan
from kinerja.services.keberatan import ajukan_keberatan
from kinerja.services.keberatan_putus import putuskan_keberatan
from kinerja.services.nilai_ulang import reopen_for_objection
from kinerja.tests.pabrik_bagian import SAAT, DuaAtasan, dua_atasan, mengirim, menilai
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> DuaAtasan:
    return dua_atasan()


@pytest.fixture
def kasus(d: DuaAtasan) -> Keberatan:
    """Decided: the part of the first leader is rated anew."""
    pemutus = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=d.siklus.instansi))
    Pegawai.objects.filter(pk=d.lama.pegawai_id).update(atasan=pemutus.pegawai)
    for akun in (d.lama, d.baru):
        mengirim(d, menilai(d, akun), akun)
    hasil = EvaluasiPeriodik.objects.get(penilai=d.lama.pegawai)
    k = ajukan_keberatan(hasil=hasil, alasan="Keliru.", versi=hasil.versi, actor=d.asn, at=SAAT)
    return putuskan_keberatan(
        keberatan_id=k.pk, versi=k.versi, putusan=PutusanKeberatan.DITERIMA, alasan="Ya.",
        actor=pemutus, at=SAAT,
    )  # fmt: skip


def tombol(akun: Pengguna, kasus: Keberatan) -> bool:
    client = Client()
    client.force_login(akun)
    isi = client.get(reverse("kinerja:keberatan_satu", args=[kasus.pk])).content.decode()
    return ">Nilai ulang</button>" in isi


def test_the_own_rater_opens_the_part_and_rates_it_in_a_closed_cycle(d: DuaAtasan, kasus: Keberatan) -> None:
    d.siklus.status = StatusSiklus.DITUTUP
    d.siklus.save()
    assert tombol(d.lama, kasus)
    hasil = reopen_for_objection(keberatan_id=kasus.pk, actor=d.lama, at=SAAT)
    draf = menilai(d, d.lama, hasil=Rating.DI_ATAS_EKSPEKTASI, kalimat="Benar.", versi=hasil.versi)
    assert mengirim(d, draf, d.lama).status == StatusPenilaian.DITETAPKAN
    assert EvaluasiPeriodik.objects.count() == 2


@pytest.mark.parametrize("siapa", ["baru", "asn", "luar"])
def test_nobody_else_opens_it(d: DuaAtasan, kasus: Keberatan, siapa: str) -> None:
    assert not tombol(getattr(d, siapa), kasus)
    with pytest.raises(TidakBoleh):
        reopen_for_objection(keberatan_id=kasus.pk, actor=getattr(d, siapa), at=SAAT)


def test_when_its_rater_left_the_atasan_of_today_rates_it(d: DuaAtasan, kasus: Keberatan) -> None:
    pensiun = {"kedudukan_hukum": KedudukanHukum.MASA_PERSIAPAN_PENSIUN}
    Pegawai.objects.filter(pk=d.lama.pegawai_id).update(**pensiun)
    assert tombol(d.baru, kasus)
    hasil = reopen_for_objection(keberatan_id=kasus.pk, actor=d.baru, at=SAAT)
    kini = mengirim(d, menilai(d, d.baru), d.baru)
    assert (kini.pk, kini.penilai_id) == (hasil.pk, d.baru.pegawai_id)
    assert EvaluasiPeriodik.objects.filter(status=StatusPenilaian.DITETAPKAN).count() == 2
