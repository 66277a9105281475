"""A second press on a slow line is told what the first one did, and not that there is nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import TidakBoleh
from asn_karier.tests.peramban import Halaman, masuk
from kinerja.enums import Rating
from kinerja.models import UmpanBalik, UsulKalibrasi
from kinerja.services.kalibrasi import close_session, withdraw
from kinerja.services.pengumuman import announce
from kinerja.tests import pabrik_realisasi as r
from kinerja.tests.dunia_kalibrasi import SAAT, Dunia
from kinerja.tests.pabrik_umpan_balik import UmpanBalikPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


def dua_kali(klien: Client, url: str, data: dict[str, Any]) -> None:
    for _ in range(2):
        assert klien.post(url, data, follow=True).status_code == 200


@pytest.fixture
def d(time_machine: Any) -> Dunia:
    time_machine.move_to(SAAT, tick=False)
    return Dunia()


def test_an_answer_to_a_proposal(d: Dunia) -> None:
    usul = d.usulkan(d.buka())
    url = reverse("kinerja:kalibrasi_jawab", args=[usul.pk])
    dua_kali(masuk(d.penilai), url, {"jawaban": "tolak", "alasan": "Sudah tepat", "kalimat": ""})
    assert masuk(d.penilai).get(url).status_code == 404


def test_a_proposal(d: Dunia) -> None:
    sesi, p = d.buka(), d.rating()
    url = reverse("kinerja:kalibrasi_usul", args=[sesi.pk, p.pk])
    atas, sesuai = Rating.DI_ATAS_EKSPEKTASI.value, Rating.SESUAI_EKSPEKTASI.value
    isi = {"hasil": atas, "perilaku": sesuai, "alasan": "Paling cepat", "versi": p.versi}
    klien = masuk(d.rekan)
    assert [klien.post(url, isi).status_code for _ in range(2)] == [302, 302]
    assert UsulKalibrasi.objects.count() == 1


def test_a_realisation_sent_back(time_machine: Any) -> None:
    time_machine.move_to(r.SAAT, tick=False)
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=atasan.pegawai))
    skp, siklus = r.skp_pabrik(akun.pegawai), r.siklus_pabrik(akun.pegawai.instansi)
    r.isi(skp, siklus, akun)
    p = r.kirim(skp, siklus, akun)
    url = reverse("kinerja:realisasi_lembar", args=[p.pk])
    dua_kali(masuk(atasan), url, {"catatan": "Lengkapi buktinya", "versi": p.versi})
    lain = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    assert lain.post(url, {"catatan": "x", "versi": p.versi}).status_code == 404


def test_feedback_taken_back() -> None:
    diri = PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True))
    u = UmpanBalikPabrik(pegawai=diri, dikirim_pada=timezone.now())
    pemberi = PenggunaPabrik(pegawai=u.pemberi)
    dua_kali(masuk(pemberi), reverse("kinerja:umpan_balik_batalkan", args=[u.pk]), {})
    assert UmpanBalik.objects.get().peristiwa == ""


# -- what the announcement waits for -----------------------------------------------------------------


@pytest.mark.parametrize("ditutup", [False, True])
def test_hr_takes_back_the_proposal_that_holds_up_the_announcement(d: Dunia, ditutup: bool) -> None:
    """The refusal of the announcement says to do so."""
    sesi = d.buka()
    usul = d.usulkan(sesi)
    if ditutup:
        close_session(sesi=sesi, catatan="", actor=d.hr, at=SAAT)
    klien = masuk(d.hr)
    isi = klien.get(reverse("admin:kinerja_sesikalibrasi_change", args=[sesi.pk])).content.decode()
    [f] = [f for f in Halaman(isi).formulir if any("Tarik usul" in t for t in f.tombol)]
    dua_kali(klien, f.tujuan, {"tarik": usul.pk})
    assert not UsulKalibrasi.objects.exists()
    assert announce(siklus=d.siklus, actor=d.hr, at=SAAT) == 2


def test_whoever_is_asked_answers_and_takes_nothing_back(d: Dunia) -> None:
    sesi = d.buka()
    usul = d.usulkan(sesi)
    with pytest.raises(TidakBoleh, match="pengusulnya"):
        withdraw(usul=usul, actor=d.penilai)
    halaman = reverse("kinerja:kalibrasi_sesi", args=[sesi.pk])
    assert "Tarik usul" not in masuk(d.penilai).get(halaman).content.decode()
    assert "Tarik usul" in masuk(d.rekan).get(halaman).content.decode()
