"""Reports at the HR desk: the worklist, the photograph beside the form, one by one and several at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from pegawai.enums import BentukPengembangan as B
from pegawai.models import PengembanganKompetensi, Pengguna
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import laporkan_kegiatan
from pelatihan.tests.pabrik_jp import SAAT, KegiatanPabrik, isi_kegiatan

pytestmark = pytest.mark.django_db
NAMA = "admin:pelatihan_kegiatanmandiri"
DAFTAR = f"{NAMA}_changelist"


@pytest.fixture
def hr() -> Pengguna:
    return hr_dari(InstansiPabrik(kode="batanghari"))


@pytest.fixture
def meja(hr: Pengguna) -> Client:
    return masuk(hr)


def alamat(k: KegiatanMandiri, apa: str = "change", *arg: Any) -> str:
    return reverse(f"{NAMA}_{apa}", args=[k.pk, *arg])


def putuskan(meja: Client, k: KegiatanMandiri, **isi: Any) -> Any:
    return meja.post(alamat(k), {"versi": str(k.versi), "jp": "", "catatan": "", **isi})


def test_the_worklist_counts_what_its_link_lists(meja: Client) -> None:
    KegiatanPabrik.create_batch(2)
    KegiatanPabrik(status=StatusKegiatan.FOTO_ULANG)
    KegiatanPabrik(pegawai__instansi=InstansiPabrik(kode="nabire"))
    tautan = f"{reverse(DAFTAR)}?status__exact=menunggu"
    isi = meja.get(reverse("admin:index")).content.decode()
    assert "Sertifikat menunggu diperiksa" in isi
    assert tautan in isi
    assert meja.get(tautan).context["cl"].result_count == 2


def test_the_photograph_stands_beside_the_form_and_leaves_a_trail(meja: Client, hr: Pengguna) -> None:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True))
    k = laporkan_kegiatan(
        pegawai_id=akun.pegawai_id, isi=isi_kegiatan(), berkas=unggahan("s.jpg", foto()), actor=akun, at=SAAT,
        kanal="uji",
    )  # fmt: skip
    isi = meja.get(alamat(k)).content.decode()
    assert f'src="{alamat(k, "bukti", "bukti")}"' in isi
    assert "Akan diakui 4 JP." in isi
    assert meja.get(alamat(k, "bukti", "bukti"))["Content-Type"] == "image/jpeg"
    assert Jejak.objects.filter(tindakan="unduh_bukti", subjek_id=akun.pegawai_id).count() == 1
    assert meja.get(alamat(k, "bukti", "kertas")).status_code == 404


def test_a_decision_leads_to_the_next_one_that_waits(meja: Client) -> None:
    satu, dua = KegiatanPabrik.create_batch(2)
    assert putuskan(meja, satu, putusan="terima")["Location"] == alamat(dua)
    assert PengembanganKompetensi.objects.get().pegawai == satu.pegawai
    assert putuskan(meja, satu, putusan="terima").status_code == 302  # a second press
    jawaban = putuskan(meja, dua, putusan="ditolak", catatan="Bukan kegiatan belajar")
    assert jawaban["Location"] == reverse(DAFTAR)
    dua.refresh_from_db()
    assert (dua.status, dua.alasan) == (StatusKegiatan.DITOLAK, "Bukan kegiatan belajar")


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Pilih satu putusan"),
        ({"putusan": "foto_ulang"}, "Tuliskan apa yang kurang, atau mengapa"),
        ({"putusan": "terima", "jp": "6"}, "Tuliskan apa yang kurang, atau mengapa"),
        ({"putusan": "terima", "jp": "3", "catatan": "menurut surat"}, "Satu sesi bernilai 2 JP."),
        ({"putusan": "terima", "versi": "7"}, "berubah sejak halaman dibuka"),
    ],
)
def test_half_a_decision_comes_back_with_what_is_missing(
    meja: Client, isi: dict[str, str], kata: str
) -> None:
    k = KegiatanPabrik(bentuk=B.COACHING)
    assert kata in putuskan(meja, k, **isi).content.decode()
    k.refresh_from_db()
    assert k.status == StatusKegiatan.MENUNGGU


def test_several_are_accepted_after_a_page_that_names_them(meja: Client, hr: Pengguna) -> None:
    orang = KegiatanPabrik(bentuk=B.COACHING, nama="Coaching satu").pegawai
    KegiatanPabrik(pegawai=orang, bentuk=B.COACHING, nama="Coaching dua")
    KegiatanPabrik(oleh=hr, nama="Diisikan sendiri")
    pilih = {
        "action": "terima_banyak",
        "_selected_action": list(KegiatanMandiri.objects.values_list("pk", flat=True)),
    }
    isi = meja.post(reverse(DAFTAR), pilih).content.decode()
    assert "Ya, terima 2 kegiatan" in isi
    assert "Diisikan sendiri" not in isi
    assert "1 pilihan tidak ikut" in isi
    versi = {f"versi_{pk}": "1" for pk in pilih["_selected_action"]}
    assert meja.post(reverse(DAFTAR), {**pilih, **versi, "ya": "1"}).status_code == 302
    # The cap of the month holds across what was accepted together.
    assert sorted(PengembanganKompetensi.objects.values_list("jp", flat=True)) == [0, 4]


def test_who_entered_it_and_the_person_themself_have_no_form(meja: Client, hr: Pengguna) -> None:
    diisikan = KegiatanPabrik(oleh=hr)
    assert "Simpan putusan" not in meja.get(alamat(diisikan)).content.decode()
    assert putuskan(meja, diisikan, putusan="terima").status_code == 302
    assert not PengembanganKompetensi.objects.exists()
