"""A kenaikan gaji berkala is called fulfilled from the month on in which its letter is due, never before."""

from datetime import date

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus import HasilSatu, Pembaca, jelaskan, kalimat_hitungan, putusan_lain
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.tests.orang_hak import ORANG, A
from karier.tests.pembaca import halaman, jalankan, sebagai
from pegawai.models import Pegawai

KGB = JenisPutusan.KGB


def hasil(per: date) -> HasilSatu:
    """The next KGB falls on 1 March 2028; its notice is due on 1 January 2028."""
    f, tmt = Fakta.satu(**ORANG), target_tmt(per, A)
    return HasilSatu.dari(putuskan_seluruh(f, A, per=per, tmt=tmt), f, A, tmt=tmt, per=per)


@pytest.mark.parametrize("per", [date(2026, 7, 1), date(2027, 12, 31)])
def test_before_the_month_of_its_letter_it_is_not_yet_time(per: date) -> None:
    h = hasil(per)
    p, hr = putusan_lain(h, KGB), putusan_lain(h, KGB, pembaca=Pembaca.PENGELOLA)
    assert (p.status, p.judul, p.tenang) == (Status.MEMENUHI, "Belum waktunya", True)
    assert p.kalimat == "Kenaikan gaji berkala berikutnya mulai 1 Maret 2028, belum waktunya."
    assert p.langkah.endswith("menyiapkan pemberitahuannya paling lambat 1 Januari 2028.")
    assert hr.langkah == "Siapkan pemberitahuan kenaikan gaji berkalanya paling lambat 1 Januari 2028."
    semua = jelaskan(h, jenis=KGB)
    assert [(s.kode, s.tanda) for s in semua if s.nanti] == [("masa_kerja", "Belum waktunya")]
    assert kalimat_hitungan(semua).startswith("3 dari 4 syarat terpenuhi")


@pytest.mark.parametrize("per", [date(2028, 1, 1), date(2028, 3, 1)])
def test_from_that_month_on_it_is_fulfilled(per: date) -> None:
    h = hasil(per)
    p, semua = putusan_lain(h, KGB), jelaskan(h, jenis=KGB)
    assert (p.judul, p.tenang) == ("Sudah memenuhi", False)
    assert p.kalimat == "Syarat kenaikan gaji berkala berikutnya, 1 Maret 2028, terpenuhi."
    assert not [s for s in semua if s.nanti]
    assert kalimat_hitungan(semua).startswith("4 dari 4 syarat terpenuhi")


@pytest.mark.django_db
@pytest.mark.usefixtures("hari_ini")
def test_the_person_and_the_leader_read_the_day_and_that_it_is_not_yet_time(
    saya: Pegawai, atasan: Pegawai
) -> None:
    saya.riwayat_pangkat.update(tmt=date(2026, 4, 1), masa_kerja_tahun=8, masa_kerja_bulan=0)
    jalankan(saya)
    for isi in (
        halaman(sebagai(saya), "karier:syarat"),
        halaman(sebagai(atasan), "karier:syarat_pegawai", saya.pk),
    ):
        kgb = isi.partition(">Kenaikan gaji berkala</a>")[2].partition("</li>")[0]
        assert '<span class="tanda netral">Belum waktunya</span>' in kgb
        assert "Kenaikan gaji berkala berikutnya mulai 1 April 2028, belum waktunya." in kgb
