"""Two presses of the bulk decision at the same moment."""

import pytest

from asn_karier.lib.tests.lomba import berlomba
from karier.enums import JenisKeputusan
from karier.models import KeputusanRekomendasi, SuratPengantar
from karier.tests.bantu import jalankan, memenuhi
from karier.tests.test_putusan_bersama import kebutuhan
from karier.tests.test_putusan_bersama import pilihan as pilihan_kebutuhan
from karier.tests.test_putusan_bersama import putuskan as putuskan_kebutuhan
from karier.tests.test_usul_bersama import pilihan, tetapkan
from pegawai.tests.pabrik import (
    InstansiPabrik,
    hr_dari,
    nyatakan_lengkap,
)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_make_one_letter():
    orang = [memenuhi() for _ in range(2)]
    nyatakan_lengkap(orang[0].instansi)
    jalankan(orang[0].instansi)
    hr = hr_dari(orang[0].instansi)
    dipilih = pilihan(*orang)

    def tekan():
        return tetapkan(orang, hr, pilihan=dipilih).pk

    assert len(set(berlomba(tekan, tekan))) == 1
    assert SuratPengantar.objects.get().anggota.count() == 2
    assert KeputusanRekomendasi.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_decide_about_development_needs_once():
    instansi = InstansiPabrik()
    semua, hr = kebutuhan(instansi, 2), hr_dari(instansi)
    dipilih = pilihan_kebutuhan(semua)

    def tekan():
        return putuskan_kebutuhan(semua, JenisKeputusan.TUNDA, hr, pilihan=dipilih)

    assert berlomba(tekan, tekan) == [2, 2]
    assert KeputusanRekomendasi.objects.count() == 2
