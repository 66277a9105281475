"""Learning in a real browser: read, answered and judged on a small phone without scripts, without a fault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser

from asn_karier.tests.chromium import PONSEL, Orang
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.models import Narasumber, Pendaftaran, PerilakuPasca, SesiAngkatan
from pelatihan.tests.pabrik_belajar import KelasPabrik, KursiPabrik, MateriPabrik, SoalPabrik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def buka(chromium: Browser, live_server: Any) -> Iterator[Any]:
    semua: list[Orang] = []

    def buka_layar(*args: Any, **kwargs: Any) -> Orang:
        semua.append(Orang(chromium, live_server.url, *args, **kwargs))
        return semua[-1]

    yield buka_layar
    for o in semua:
        o.tutup()


def _kursi(hari_lalu: int, **lain: Any) -> Pendaftaran:
    """Somebody whose class of one day was so many days ago."""
    hari = timezone.localdate() - timedelta(days=hari_lalu)
    kelas = KelasPabrik(mulai=hari, selesai=hari, daftar_sampai=hari)
    atasan = PegawaiPabrik(struktural=True, instansi=kelas.instansi)
    satu: Pendaftaran = KursiPabrik(angkatan=kelas, pegawai__atasan=atasan, **lain)
    for urut in (1, 2):
        MateriPabrik(
            pelatihan=kelas.pelatihan, urut=urut, isi="# Bagian\n- satu\n- dua\n\nLihat https://contoh.go.id"
        )
        SoalPabrik(pelatihan=kelas.pelatihan, urut=urut)
    return satu


def test_from_the_home_page_the_atasan_answers_in_two_clicks(buka: Any) -> None:
    kursi = _kursi(120, lulus=True)
    layar = buka(PenggunaPabrik(pegawai=kursi.pegawai.atasan), skrip=False, layar=PONSEL)
    layar.buka("/")
    layar.tekan("Nilai penerapan pelatihan")
    layar.halaman.get_by_label("Sering", exact=True).check()
    layar.halaman.get_by_label("Apa yang Anda lihat?").fill("Laporannya lebih rapi.")
    layar.tekan("Kirim")
    assert layar.klik == 2
    assert PerilakuPasca.objects.get().diterapkan == 4
    assert "Laporannya lebih rapi." in layar.baca()


def test_its_pages_fit_a_small_phone_and_have_no_fault(buka: Any) -> None:
    kursi, lulus = _kursi(0), _kursi(120, lulus=True)
    sesi = SesiAngkatan.objects.create(
        angkatan=kursi.angkatan,
        judul="Sesi",
        mulai=timezone.now(),
        selesai=timezone.now() + timedelta(hours=1),
    )
    Narasumber.objects.create(sesi=sesi, pegawai=lulus.pegawai.atasan)
    pk, kelas = kursi.pk, kursi.angkatan_id
    halaman = {
        kursi.pegawai: [
            ("materi", pk, 1),
            ("kuis", pk, "pra"),
            ("kuis", pk, "pasca"),
            ("umpan_balik", pk),
        ],
        lulus.pegawai.atasan: [
            ("penerapan",),
            ("penerapan_isi", lulus.pk),
            ("mengajar",),
            ("mengajar_kelas", kelas),
            ("mengajar_materi", kelas, 2),
        ],
    }
    for orang, semua in halaman.items():
        layar = buka(PenggunaPabrik(pegawai=orang), layar=PONSEL)
        for nama, *kunci in semua:
            layar.buka(reverse(f"pelatihan:{nama}", args=kunci))
            assert (nama, layar.cacat(), layar.lebar_lebih()) == (nama, [], 0)


def test_the_desk_of_hr_has_no_fault(buka: Any) -> None:
    kursi = _kursi(120, lulus=True, nilai_pra=50, nilai_pasca=80)
    PerilakuPasca.objects.create(
        pendaftaran=kursi, diterapkan=4, contoh="Rapi.", oleh=PenggunaPabrik(pegawai=kursi.pegawai.atasan)
    )
    layar = buka(hr_dari(kursi.angkatan.instansi), layar=PONSEL)
    for nama, *kunci in (
        ("evaluasi",),
        ("evaluasi_kelas", kursi.angkatan_id),
        ("materi_changelist",),
        ("materi_add",),
        ("soalkuis_changelist",),
        ("soalkuis_add",),
    ):
        layar.buka(reverse(f"admin:pelatihan_{nama}", args=kunci))
        assert (nama, layar.cacat(), layar.lebar_lebih()) == (nama, [], 0)
