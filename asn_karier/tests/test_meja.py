"""The frame of the HR desk and of the portal: names, account, help, errors, weight on the wire."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

H1 = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
MENU = re.compile(r'<nav id="menu-asn".*?</nav>', re.DOTALL)
RINGKASAN = re.compile(r'<div class="ringkasan-galat".*?</div>', re.DOTALL)


def _buka(akun: Pengguna, alamat: str) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, alamat)


@pytest.fixture
def hr() -> Pengguna:
    akun: Pengguna = hr_dari(InstansiPabrik())
    return akun


def test_every_line_of_the_menu_opens_a_page_of_that_name(hr: Pengguna) -> None:
    p = _buka(hr, reverse("admin:index"))
    tautan = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)', MENU.findall(p.isi)[0])
    assert len(tautan) > 10
    lain = []
    for alamat, teks in tautan:
        p.buka(alamat)
        lain += [teks] if teks.casefold() not in H1.findall(p.isi)[0].casefold() else []
    assert lain == []


def test_the_way_back_to_a_list_has_the_name_of_the_menu(hr: Pengguna) -> None:
    p = _buka(hr, reverse("admin:pegawai_cakupandata_add"))
    p.tekan("Pernyataan lengkap")
    assert p.alamat == reverse("admin:pegawai_cakupandata_changelist")


@pytest.mark.parametrize("alamat", ["admin:index", "account_change_password"])
def test_an_account_of_the_desk_alone_finds_its_password_and_no_portal(hr: Pengguna, alamat: str) -> None:
    p = _buka(hr, reverse(alamat))
    assert "Portal saya" not in p.isi
    p.tekan("Ganti kata sandi")
    assert p.alamat == reverse("account_change_password")
    p.tekan("‹ Kembali ke Meja Kerja")
    assert p.alamat == reverse("admin:index")


def test_an_officer_who_is_a_person_too_finds_the_way_to_the_portal() -> None:
    orang = PegawaiPabrik(pelaksana=True)
    akun = hr_dari(orang.instansi)
    akun.pegawai = orang
    akun.save()
    p = _buka(akun, reverse("admin:index"))
    p.tekan("Portal saya")
    assert p.alamat == reverse("karier:beranda")


@pytest.mark.parametrize(
    ("bantuan", "kalimat"),
    [
        ("BKPSDM, Senin–Jumat", "BKPSDM, Senin–Jumat"),
        ("0741-123456", "BKPSDM – 0741-123456"),
        ("", "Hubungi pengelola kepegawaian di unit kerja Anda."),
    ],
)
def test_the_help_line_names_the_office_once(bantuan: str, kalimat: str) -> None:
    orang = PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(pengelola="BKPSDM", bantuan=bantuan))
    p = _buka(PenggunaPabrik(pegawai=orang), reverse("karier:beranda"))
    assert f"<p><strong>Butuh bantuan?</strong> {kalimat}</p>" in p.isi


def test_the_errors_of_a_form_of_the_desk_lead_to_their_fields(hr: Pengguna) -> None:
    """Also those of the rows below it; at 360 px the field itself is screens away."""
    p = _buka(hr, reverse("admin:pelatihan_pelatihan_add"))
    kompetensi = _pilihan(p.isi, "kompetensi-0-kompetensi")
    p.kirim("Simpan", **{"nama": "", "kompetensi-0-kompetensi": kompetensi, "kompetensi-0-level": "9"})
    ringkasan = RINGKASAN.findall(p.isi)[0]
    assert "<title>Galat: " in p.isi
    assert "Nama: Isi bagian ini." in ringkasan
    assert "Level: Paling besar 5." in ringkasan
    tujuan = re.findall(r'href="#([^"]+)"', ringkasan)
    assert len(tujuan) == ringkasan.count("<li>") > 3
    assert [t for t in tujuan if f'id="{t}"' not in p.isi] == []


def test_rows_below_a_form_are_saved_changed_and_removed_without_a_script(hr: Pengguna) -> None:
    p = _buka(hr, reverse("admin:pelatihan_pelatihan_add"))
    f = next(f for f in p.halaman.formulir if "kompetensi-0-level" in f.isian)
    assert "kompetensi-__prefix__-level" not in f.isian
    isi: dict[str, Any] = {
        "nama": "Dasar analisis",
        "jp": "20",
        "bentuk": _pilihan(p.isi, "bentuk"),
        "metode": _pilihan(p.isi, "metode"),
        "kompetensi-0-kompetensi": _pilihan(p.isi, "kompetensi-0-kompetensi"),
        "kompetensi-0-level": "2",
    }
    p.kirim("Simpan dan tetap di sini", **isi)
    assert "Tersimpan: pelatihan" in p.isi
    assert re.search(r'name="kompetensi-0-level" value="2"', p.isi)
    p.kirim("Simpan dan tetap di sini", **{"kompetensi-0-DELETE": "on"})
    assert not re.search(r'name="kompetensi-0-level" value="2"', p.isi)


def _pilihan(isi: str, nama: str) -> str:
    """The first real choice of a select."""
    pilih = re.findall(rf'<select name="{nama}".*?</select>', isi, re.DOTALL)[0]
    return str(re.findall(r'<option value="([^"]+)"', pilih)[0])


def test_the_page_of_changes_is_called_by_its_name(hr: Pengguna) -> None:
    instansi = hr.peran.get().instansi
    orang = PegawaiPabrik(pelaksana=True, instansi=instansi)
    p = _buka(hr, reverse("admin:pegawai_pegawai_history", args=[orang.pk]))
    assert H1.findall(p.isi)[0] == f"Riwayat perubahan: {orang}"


def test_a_list_names_every_value_for_the_cards_of_a_phone(hr: Pengguna) -> None:
    PegawaiPabrik(pelaksana=True, instansi=hr.peran.get().instansi)
    p = _buka(hr, reverse("admin:pegawai_pegawai_changelist"))
    assert 'data-l="NIP"' in p.isi
    assert "Urutkan" in p.isi


def test_a_page_travels_compressed_when_the_browser_can_read_it(hr: Pengguna) -> None:
    client = Client()
    client.force_login(hr)
    jawaban = client.get(reverse("admin:index"), headers={"accept-encoding": "gzip"})
    assert jawaban["Content-Encoding"] == "gzip"
    assert "Meja Kerja" in gzip.decompress(jawaban.content).decode()
    assert "Content-Encoding" not in client.get(reverse("admin:index"))


def test_static_files_are_not_compressed_a_second_time() -> None:
    urutan = settings.MIDDLEWARE
    assert urutan.index("whitenoise.middleware.WhiteNoiseMiddleware") < urutan.index(
        "django.middleware.gzip.GZipMiddleware"
    )


def test_the_address_of_one_app_is_the_worklist_too(hr: Pengguna) -> None:
    """It said that nothing waits."""
    PegawaiPabrik(pelaksana=True, instansi=hr.peran.get().instansi)  # waits for an atasan penilai
    alamat = (reverse("admin:index"), reverse("admin:app_list", args=["pelatihan"]))
    semua, satu = (re.findall(r"<b>\d+</b><a .*?</a>", _buka(hr, a).isi) for a in alamat)
    assert semua
    assert satu == semua
