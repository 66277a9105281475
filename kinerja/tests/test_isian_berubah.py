"""What was refused because something changed shows what stands there now, and the next press counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Halaman, masuk
from kinerja.enums import Rating
from kinerja.models import Keberatan, MasukanForum, PengisianRealisasi, Penilaian
from kinerja.tests import dunia_kalibrasi as kal
from kinerja.tests import pabrik_keberatan as keb
from kinerja.tests import pabrik_realisasi as r
from kinerja.tests.pabrik_warga import MasukanPabrik, TopikPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pegawai.tests.pabrik_akun import buat_kantor

pytestmark = pytest.mark.django_db


def ditolak_lalu_diterima(klien: Client, url: str, isi: dict[str, Any]) -> str:
    """The first press is refused with what was typed; what the page then shows is taken in. Its text."""
    pertama = klien.post(url, isi)
    teks: str = pertama.content.decode()
    assert pertama.status_code in (200, 409)
    ruas = max(isi, key=lambda n: len(str(isi[n])))
    f = next(f for f in Halaman(teks).formulir if ruas in f.isian)
    assert f.isian[ruas] == isi[ruas]
    nama, nilai = next(iter(f.tombol.values()))
    assert klien.post(url, {**f.isian, **({nama: nilai} if nama else {})}).status_code in (200, 302)
    return teks


def test_an_objection_to_a_result_that_was_rated_anew(time_machine: Any) -> None:
    time_machine.move_to(keb.SAAT, tick=False)
    p = keb.pihak_pabrik()
    Penilaian.objects.update(versi=5)
    url = reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk])
    ditolak_lalu_diterima(masuk(p.asn), url, {"alasan": "Realisasi saya 100 persen.", "versi": 1})
    assert Keberatan.objects.get().versi_hasil == 5


def test_a_decision_about_an_objection_that_moved(time_machine: Any) -> None:
    time_machine.move_to(keb.SAAT, tick=False)
    p = keb.pihak_pabrik()
    kasus = keb.ajukan(p)
    klien = masuk(p.pemutus)
    klien.post(reverse("kinerja:keberatan_periksa", args=[kasus.pk]), {"versi": kasus.versi})
    url = reverse("kinerja:keberatan_putuskan", args=[kasus.pk])
    isi = {"putusan": "tidak", "alasan": "Buktinya tidak cukup.", "versi": kasus.versi, "langkah": "kirim"}
    teks = klien.post(url, isi).content.decode()
    f = next(f for f in Halaman(teks).formulir if "alasan" in f.isian)
    assert klien.post(url, {**f.isian, "putusan": "tidak", "langkah": "kirim"}).status_code == 302
    assert Keberatan.objects.get().alasan_putusan == "Buktinya tidak cukup."


def test_a_proposal_about_a_rating_that_its_rater_changed(time_machine: Any) -> None:
    time_machine.move_to(kal.SAAT, tick=False)
    d = kal.Dunia()
    sesi, p = d.buka(), d.rating()
    Penilaian.objects.filter(pk=p.pk).update(versi=4)
    url = reverse("kinerja:kalibrasi_usul", args=[sesi.pk, p.pk])
    atas = str(Rating.DI_ATAS_EKSPEKTASI.value)
    isi = {"hasil": atas, "perilaku": atas, "alasan": "Paling cepat di unitnya", "versi": 1}
    ditolak_lalu_diterima(masuk(d.rekan), url, isi)
    assert p.usul_kalibrasi.get().versi == 4


@pytest.fixture
def terkirim(time_machine: Any) -> PengisianRealisasi:
    time_machine.move_to(r.SAAT, tick=False)
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True)))
    skp, siklus = r.skp_pabrik(akun.pegawai), r.siklus_pabrik(akun.pegawai.instansi)
    r.isi(skp, siklus, akun)
    return r.kirim(skp, siklus, akun)


def test_a_realisation_that_was_sent_again(terkirim: PengisianRealisasi) -> None:
    atasan = PenggunaPabrik(pegawai=terkirim.skp.pegawai.atasan)
    url = reverse("kinerja:realisasi_lembar", args=[terkirim.pk])
    ditolak_lalu_diterima(masuk(atasan), url, {"catatan": "Lengkapi buktinya", "versi": 1})
    terkirim.refresh_from_db()
    assert terkirim.catatan == "Lengkapi buktinya"


def test_the_answer_of_an_office_beside_that_of_a_colleague() -> None:
    k = buat_kantor()
    topik = TopikPabrik(unit=k.unit)
    masukan = MasukanPabrik(topik=topik, tampil=True, versi=3, tindak="ditanggapi", tanggapan="Kata rekan",
                            kantor="Dinas Satu", ditanggapi_hari=date(2026, 11, 12))  # fmt: skip
    url = reverse("admin:kinerja_masukanforum_tanggapi", args=[masukan.pk])
    isi = {"tanggapan": "Loket dibuka lebih pagi", "tindak": "ditanggapi", "versi": 1}
    assert "Kata rekan" in ditolak_lalu_diterima(masuk(k.operator), url, isi)
    assert MasukanForum.objects.get().tanggapan == "Loket dibuka lebih pagi"


def test_a_page_whose_mark_was_lost_says_so_and_carries_it_anew(terkirim: PengisianRealisasi) -> None:
    atasan = PenggunaPabrik(pegawai=terkirim.skp.pegawai.atasan)
    url = reverse("kinerja:realisasi_lembar", args=[terkirim.pk])
    teks = ditolak_lalu_diterima(masuk(atasan), url, {"catatan": "Lengkapi buktinya"})
    assert "Tanda halaman ini tidak ikut terkirim" in teks
    terkirim.refresh_from_db()
    assert terkirim.catatan == "Lengkapi buktinya"
