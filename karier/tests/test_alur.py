"""The flows of the month, of reports and of those who have no phone, within their budget of clicks.

The browser knows no JavaScript, so every flow here works without it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.enums import StatusUsul
from karier.models import Penjelasan, UsulKenaikanPangkat
from karier.tests.bantu import belum_ak, memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPeran, StatusUsulan
from pegawai.models import Pegawai, UsulanPerubahan
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.lambat, pytest.mark.usefixtures("hari_ini")]


def di_meja(akun: Any) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, reverse("admin:index"))


@pytest.fixture
def siap() -> Pegawai:
    """Two who are ready, one who lacks angka kredit; counted."""
    satu, _ = memenuhi(nama="Siap Satu"), memenuhi(nama="Siap Dua")
    belum_ak(nama="Kurang Satu")
    nyatakan_lengkap(satu.instansi)
    jalankan_sampai_selesai(satu.instansi)
    return satu


def test_a_month_of_kenaikan_pangkat_takes_five_clicks(siap: Pegawai) -> None:
    p = di_meja(hr_dari(siap.instansi))
    p.tekan("Usul KP TMT 1 Januari 2027")
    p.tekan("Pilih semua")
    p.kirim("Tetapkan sebagai usulan")
    p.kirim("Ya, tetapkan")
    assert UsulKenaikanPangkat.objects.count() == 2
    p.kirim("Unduh berkas usul")
    assert p.klik == 5
    assert p.jawaban["Content-Disposition"].startswith("attachment")


def test_who_is_not_ready_gets_an_explanation_in_three_clicks_on_top_of_finding_them(siap: Pegawai) -> None:
    p = di_meja(hr_dari(siap.instansi))
    p.tekan("Usul KP TMT 1 Januari 2027")
    p.tekan("Kurang 1 hal")
    sebelum = p.klik
    p.tekan("Kurang Satu")
    p.tekan("Jelaskan ke pegawai")
    p.kirim("Kirim")
    assert p.klik - sebelum <= 3
    assert Penjelasan.objects.get().pegawai.nama == "Kurang Satu"


def test_what_bkn_returned_is_recorded_in_three_clicks(siap: Pegawai) -> None:
    p = di_meja(hr_dari(siap.instansi))
    p.tekan("Usul KP TMT 1 Januari 2027")
    p.tekan("Pilih semua")
    p.kirim("Tetapkan sebagai usulan")
    p.kirim("Ya, tetapkan")
    p.tekan("Lihat pegawainya")
    sebelum = p.klik
    p.tekan("Dikembalikan BKN")
    dokumen = next(f.pilihan["dokumen"][0] for f in p.halaman.formulir if "dokumen" in f.pilihan)
    p.kirim("Minta foto ulang", dokumen=dokumen)
    assert p.klik - sebelum + 1 <= 3  # choosing the paper is the third
    assert [u.status for u in UsulKenaikanPangkat.objects.order_by("status")].count(StatusUsul.BTS) == 1


def test_the_duk_takes_three_clicks(siap: Pegawai) -> None:
    p = di_meja(hr_dari(siap.instansi))
    p.tekan("Laporan")
    p.tekan("DUK per 31 Desember")
    p.tekan("Unduh XLSX")
    assert p.klik == 3
    assert b"".join(p.jawaban.streaming_content).startswith(b"PK")


def test_an_operator_enters_a_correction_for_somebody_within_four_clicks() -> None:
    unit = UnitKerjaPabrik()
    orang = PegawaiPabrik(pelaksana=True, instansi=unit.instansi, unit=unit, nama="Sari")
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=operator, instansi=unit.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    client = Client()
    client.force_login(operator)
    p = Peramban(client, reverse("admin:pegawai_usulanperubahan_changelist"))
    p.tekan("Isikan untuk pegawai lain")
    p.kirim("Cari", q=orang.nip)
    # The NIP finds one person, whose page opens at once.
    p.tekan("Belum tercatat")  # the phone number
    p.kirim("Minta konfirmasi", no_hp="0812 3333 4444")
    usulan = UsulanPerubahan.objects.get()
    assert p.alamat == reverse("admin:pegawai_usulanperubahan_konfirmasi", args=[usulan.pk])
    p.kirim("Unggah lembar bertanda tangan", berkas=unggahan("lembar.jpg", foto()))
    usulan.refresh_from_db()
    assert usulan.status == StatusUsulan.MENUNGGU


def test_a_programmer_gets_the_first_answer_in_four_steps_with_what_the_pages_say() -> None:
    """Make a key, copy the first command, copy the second, read the answer."""
    unit = UnitKerjaPabrik(instansi=InstansiPabrik(uji_coba=True))
    orang = PegawaiPabrik(instansi=unit.instansi, unit=unit)
    p = Peramban(Client(), reverse("api_dokumen"))
    p.tekan("Buat kunci uji coba")
    p.kirim("Buat kunci uji coba")
    perintah = [unescape(c) for c in re.findall(r'<pre class="kode"[^>]*>(.*?)</pre>', p.isi, re.S)]
    kunci, alamat = re.findall(r"-u '([^']+)' .* (http\S+)", perintah[0])[0]
    token = Client().post(
        urlsplit(alamat).path,
        {"grant_type": "client_credentials"},
        headers={"authorization": f"Basic {b64encode(kunci.encode()).decode()}"},
    )
    tanya = urlsplit(re.findall(r"'(http[^']+)'", perintah[1])[0])
    jawaban = Client().get(
        f"{tanya.path}?{tanya.query}",
        headers={"authorization": f"Bearer {token.json()['access_token']}"},
    )
    assert [baris["nip"] for baris in jawaban.json()["data"]] == [orang.nip]
    assert p.klik == 2  # and two commands copied
