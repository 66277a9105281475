"""The lines of a year in two jenjang are signed one by one."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok
from kinerja.services.meja_konversi import conversion_desk
from kinerja.services.tanda_tangan import sign_conversions
from kinerja.tests.dua_jenjang import (
    DRAF,
    MADYA,
    MUDA,
    OKTOBER,
    SAAT,
    SEBELUM,
    SESUDAH,
    atasan,
    jabatan,
    orang,
    sah,
    segarkan,
    tandai,
    tersimpan,
)
from kinerja.tests.pabrik import PakPabrik, SiklusPabrik
from kinerja.tests.teken import terbaca
from pegawai.models import Pegawai, Pengguna

__all__ = ["atasan", "orang"]
pytestmark = pytest.mark.django_db


def test_each_line_is_signed_by_itself(orang: Pegawai, atasan: Pengguna) -> None:
    jabatan(orang, MADYA, OKTOBER)
    segarkan(orang)
    assert tandai(orang, atasan, OKTOBER).jenjang == MADYA
    assert tersimpan(orang) == [SEBELUM, sah(SESUDAH)]
    assert tandai(orang, atasan).jenjang == MUDA


def test_a_line_that_begins_on_another_day_by_now_is_not_signed(orang: Pegawai, atasan: Pengguna) -> None:
    segarkan(orang)
    dulu = terbaca(*orang.konversi_ak.all())
    PakPabrik(pegawai=orang, sampai=date(2025, 6, 30))
    with pytest.raises(Bentrok, match="Berubah sejak Anda membukanya: konversi 2025 Bawahan Contoh") as tolak:
        sign_conversions(pilihan=dulu, actor=atasan, at=SAAT)
    assert tolak.value.kode == "konversi_berubah"
    assert tersimpan(orang) == [(MUDA, date(2025, 7, 1), 6, 1250, DRAF)]


def test_a_line_of_the_confirm_page_signs_that_line(orang: Pegawai, atasan: Pengguna) -> None:
    jabatan(orang, MADYA, OKTOBER)
    segarkan(orang)
    client = Client()
    client.force_login(atasan)
    isi = client.get(reverse("kinerja:konversi")).content.decode()
    assert isi.index("Ahli Muda, 9 bulan") < isi.index("Ahli Madya, 3 bulan")
    kunci = re.findall(r'name="pilih" value="([^"]+)"', isi)
    client.post(reverse("kinerja:konversi"), {"pilih": kunci[1:]})
    assert tersimpan(orang) == [SEBELUM, sah(SESUDAH)]


def test_the_sheet_tells_both_lines_with_their_jenjang(orang: Pegawai, atasan: Pengguna) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, tahun=2025, status="ditutup")
    jabatan(orang, MADYA, OKTOBER)
    segarkan(orang)
    tandai(orang, atasan)
    client = Client()
    client.force_login(atasan)
    isi = client.get(reverse("kinerja:penilaian", args=[siklus.pk, orang.pk])).content.decode()
    assert (
        "Konversi angka kredit 2025: 18,75 (Ahli Muda, 9 bulan sejak 1 Januari 2025), sudah ditandatangani; "
        "9,38 (Ahli Madya, 3 bulan sejak 1 Oktober 2025), menunggu tanda tangan Anda." in isi
    )


def test_the_desk_has_one_row_for_each_line(orang: Pegawai, atasan: Pengguna) -> None:
    jabatan(orang, MADYA, OKTOBER)
    segarkan(orang)
    meja = conversion_desk(pengguna=atasan, per=SAAT.date())
    assert [(b.konversi.mulai, b.lalu) for b in meja] == [(date(2025, 1, 1), None), (OKTOBER, None)]
