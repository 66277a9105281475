"""The career path in a real browser: a post, *Coba hitung*, both into the plan; an assignment.

Each page on the way is looked at once: axe, 320 px and its weight.
"""

from __future__ import annotations

import pytest

from asn_karier.tests.layar import Layar, layar
from karier.enums import StatusPesertaPenugasan
from karier.models import ButirRencana, PesertaPenugasan
from karier.services.minat_jabatan import interests_of
from karier.tests.pabrik_jalur import PenugasanPabrik
from karier.tests.pabrik_rencana import celah
from karier.tests.pembaca import akun_dari
from karier.tests.test_karier_saya import ada_di
from pegawai.models import Pegawai
from pegawai.tests.pabrik_kompetensi import StandarKompetensiPabrik

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_from_home_to_a_post_through_what_if_into_the_plan(layar: Layar, saya: Pegawai, skrip: bool) -> None:
    pos = ada_di(celah(saya), struktural=True)
    StandarKompetensiPabrik(jabatan=pos, komunikasi=4)
    diri = akun_dari(saya)
    layar.skrip = skrip
    satu = layar.asn(saya)
    satu.mulai("/")
    for teks in ("Karier saya", "Apa yang diperlukan untuk jabatan lain", pos.nama):
        satu.tekan(teks)
    satu.tekan("Saya minati")
    assert [m.jabatan for m in interests_of(pegawai=saya, actor=diri)] == [pos]
    satu.tekan("Masukkan ke rencana")
    assert (satu.klik, ButirRencana.objects.filter(tujuan=f"Jabatan {pos.nama}").count()) == (5, 1)

    satu.mulai("/karier/")
    satu.tekan("Coba hitung")
    satu.ambil("Pindah ke jabatan", "Administrator")
    satu.tekan("Coba hitung")
    assert "Dengan andaian ini" in satu.baca()
    satu.tekan("Masukkan ke rencana")
    assert (satu.klik, ButirRencana.objects.filter(tujuan="Jabatan Administrator").count()) == (3, 1)
    layar.lapor()


@pytest.mark.parametrize("skrip", [True, False])
def test_an_assignment_is_taken_in_four_clicks_and_released_in_two(
    layar: Layar, saya: Pegawai, atasan: Pegawai, skrip: bool
) -> None:
    PenugasanPabrik(nama="Tim Antrean")
    for siapa in (saya, atasan):
        akun_dari(siapa)
    layar.skrip = skrip
    satu, dua = layar.asn(saya), layar.pimpinan(atasan)
    satu.mulai("/")
    for teks in ("Karier saya", "Penugasan", "Tim Antrean", "Saya bersedia"):
        satu.tekan(teks)
    dua.mulai("/")
    for teks in ("Lepas untuk penugasan: 1 pegawai", "Lepas"):
        dua.tekan(teks)
    assert (satu.klik, dua.klik) == (4, 2)
    assert PesertaPenugasan.objects.get().status == StatusPesertaPenugasan.BERJALAN
    layar.lapor()
