"""Two presses of the bulk decision at the same moment."""

import pytest

from asn_karier.lib.tests.lomba import berlomba
from karier.models import KeputusanRekomendasi, SuratPengantar
from karier.tests.bantu import jalankan, memenuhi
from karier.tests.test_usul_bersama import pilihan, tetapkan
from pegawai.tests.pabrik import (
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
