"""What was typed stays, whatever happened meanwhile, and the page that says so can be sent again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.draf_isian import baca_draf
from asn_karier.tests.peramban import Halaman, masuk, teks
from kinerja.enums import StatusSiklus, StatusSKP
from kinerja.models import (
    SKP,
    EkspektasiPerilaku,
    HasilKerja,
    LampiranSKP,
    LayananPublik,
    SiklusPenilaian,
    TopikForum,
    Ulasan,
)
from kinerja.tests import pabrik_realisasi as r
from kinerja.tests.bantu_skp import alamat, baris, rencana
from kinerja.tests.dunia_skp import desember, klien, klien_atasan, saya, skp, terkirim
from kinerja.tests.pabrik_etika import JawabanPabrik, KasusPabrik
from kinerja.tests.pabrik_warga import LayananPabrik, TopikPabrik, UlasanPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_akun import buat_kantor, operator_dari

__all__ = ["desember", "klien", "klien_atasan", "saya", "skp", "terkirim"]
pytestmark = pytest.mark.django_db
SKP_PAGI = pytest.mark.usefixtures("desember")


def isian_di(jawaban: Any, ruas: str) -> dict[str, Any]:
    """The form of an answer that has this field, as it would be sent again."""
    return next(f.isian for f in Halaman(teks(jawaban)).formulir if ruas in f.isian)


# -- realisation -----------------------------------------------------------------------------------


def _ditutup(skp: SKP, siklus: SiklusPenilaian, akun: Any) -> None:
    SiklusPenilaian.objects.filter(pk=siklus.pk).update(status=StatusSiklus.DITUTUP)


def _dikirim(skp: SKP, siklus: SiklusPenilaian, akun: Any) -> None:
    r.isi(skp, siklus, akun)
    r.kirim(skp, siklus, akun)


@pytest.mark.parametrize("langkah", ["periksa", "unggah", "salin"])
@pytest.mark.parametrize("meanwhile", [_ditutup, _dikirim])
def test_a_realisation_that_cannot_be_kept_any_more_stays_on_the_page(
    time_machine: Any, meanwhile: Any, langkah: str
) -> None:
    time_machine.move_to(r.SAAT, tick=False)
    atasan = PegawaiPabrik(struktural=True)
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=atasan))
    skp, siklus = r.skp_pabrik(akun.pegawai), r.siklus_pabrik(akun.pegawai.instansi)
    url, klien = reverse("kinerja:realisasi", args=[siklus.pk, skp.pk]), masuk(akun)
    segel = isian_di(klien.get(url), "draf_segel")["draf_segel"]
    ketik = r.diketik(skp, teks_X="Kalimat yang panjang sekali") | {"langkah": langkah}
    klien.post(url, ketik | {"draf_simpan": "otomatis", "draf_segel": segel})
    meanwhile(skp, siklus, akun)
    jawaban = klien.post(url, ketik)
    assert jawaban.status_code == 409
    assert "Kalimat yang panjang sekali</textarea>" in teks(jawaban)
    assert baca_draf(pengguna_id=akun.pk, kunci=url) is not None


def test_copying_from_the_period_before_keeps_what_was_typed_since_the_draft(time_machine: Any) -> None:
    time_machine.move_to(r.SAAT, tick=False)
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True)))
    skp, siklus = r.skp_pabrik(akun.pegawai), r.siklus_pabrik(akun.pegawai.instansi)
    lalu = r.siklus_pabrik(akun.pegawai.instansi, 2)
    r.isi(skp, lalu, akun, teks="Dari triwulan lalu")
    r.kirim(skp, lalu, akun, alasan="Sinyal putus")
    url, klien = reverse("kinerja:realisasi", args=[siklus.pk, skp.pk]), masuk(akun)
    segel = isian_di(klien.get(url), "draf_segel")["draf_segel"]
    klien.post(url, r.diketik(skp, teks_X="Yang lama") | {"draf_simpan": "otomatis", "draf_segel": segel})
    isi = teks(klien.post(url, r.diketik(skp, teks_X="Yang baru") | {"langkah": "salin"}))
    assert "Yang baru</textarea>" in isi
    assert "Isian kosong diisi dari" in isi
    assert "dipulihkan" not in isi


# -- plans -----------------------------------------------------------------------------------------


def _skp_dikirim(skp: SKP) -> None:
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIKIRIM)


def _skp_ditutup(skp: SKP) -> None:
    r.SiklusPabrik(
        instansi=skp.pegawai.instansi, tahun=skp.tahun, sumber="di_sini", status=StatusSiklus.DITUTUP,
        batas_pengisian=date(2028, 1, 15), batas_penilaian=date(2028, 1, 31),
    )  # fmt: skip


@SKP_PAGI
@pytest.mark.parametrize("meanwhile", [_skp_dikirim, _skp_ditutup])
@pytest.mark.parametrize(
    ("halaman", "ketik"),
    [
        ("hasil_baru", baris(rhk="Kalimat yang panjang")),
        ("lampiran", {"dukungan": "Kalimat yang panjang", "versi": 1}),
        ("perilaku", {"akuntabel": "Kalimat yang panjang", "versi": 1}),
    ],
)
def test_a_plan_that_was_sent_or_closed_meanwhile_gives_the_words_back(
    klien: Client, skp: SKP, halaman: str, ketik: dict[str, Any], meanwhile: Any
) -> None:
    meanwhile(skp)
    jawaban = klien.post(alamat(halaman, skp), ketik)
    assert jawaban.status_code == 409
    assert "Kalimat yang panjang</textarea>" in teks(jawaban)
    ada = (HasilKerja, LampiranSKP, EkspektasiPerilaku)
    assert not any(m.objects.exists() for m in ada)


@SKP_PAGI
def test_a_row_that_was_deleted_meanwhile_gives_the_words_back(klien: Client, saya: Pegawai) -> None:
    skp = rencana(saya)
    hasil = skp.hasil_kerja.get()
    url = alamat("hasil", skp, hasil)
    hasil.delete()
    jawaban = klien.post(url, baris(rhk="Kalimat yang panjang"))
    assert jawaban.status_code == 409
    assert "Kalimat yang panjang</textarea>" in teks(jawaban)


@SKP_PAGI
@pytest.mark.parametrize(
    ("halaman", "ketik"),
    [
        ("hasil_baru", baris(rhk="Kalimat yang panjang")),
        ("lampiran", {"dukungan": "Kalimat yang panjang", "versi": 1}),
        ("perilaku", {"akuntabel": "Kalimat yang panjang", "versi": 1}),
    ],
)
def test_a_plan_that_changed_meanwhile_is_saved_by_the_next_press(
    klien: Client, skp: SKP, halaman: str, ketik: dict[str, Any]
) -> None:
    SKP.objects.filter(pk=skp.pk).update(versi=4)
    jawaban = klien.post(alamat(halaman, skp), ketik)
    assert jawaban.status_code == 409
    lagi = isian_di(jawaban, next(iter(ketik)))
    assert klien.post(alamat(halaman, skp), {**lagi, "aksi": "simpan"}).status_code == 302


@SKP_PAGI
def test_a_note_on_a_plan_that_changed_meanwhile_is_sent_by_the_next_press(
    klien_atasan: Client, terkirim: SKP
) -> None:
    SKP.objects.filter(pk=terkirim.pk).update(versi=4)
    url = alamat("kembalikan", terkirim)
    jawaban = klien_atasan.post(url, {"isi": "Targetnya terlalu rendah", "versi": 1})
    assert jawaban.status_code == 409
    assert klien_atasan.post(url, isian_di(jawaban, "isi")).status_code == 302


@SKP_PAGI
def test_the_reason_to_talk_a_plan_over_stays_when_the_other_opened_it_already(
    klien: Client, klien_atasan: Client, terkirim: SKP
) -> None:
    klien_atasan.post(alamat("setujui", terkirim), {"versi": 1})
    versi = SKP.objects.get().versi
    klien_atasan.post(alamat("buka", terkirim), {"isi": "Anggaran berubah", "versi": versi})
    jawaban = klien.post(alamat("buka", terkirim), {"isi": "Targetnya berubah", "versi": versi})
    assert jawaban.status_code == 409
    assert "Alasan Anda belum tercatat" in teks(jawaban)
    assert "Targetnya berubah</textarea>" in teks(jawaban)


@SKP_PAGI
def test_what_is_written_for_the_rest_of_the_year_stays_while_the_plan_is_no_agreed_one(
    klien: Client, skp: SKP
) -> None:
    jawaban = klien.post(alamat("lanjutan", skp), {"mulai": "01-07-2027", "alasan": "Pindah jabatan"})
    assert jawaban.status_code == 409
    assert "Pindah jabatan</textarea>" in teks(jawaban)


# -- citizens and the HR door ----------------------------------------------------------------------


def test_words_of_a_citizen_stay_when_the_service_closed_meanwhile() -> None:
    layanan = LayananPabrik()
    url = reverse("publik:ulas", args=[layanan.kode])
    kunci = isian_di(Client().get(url), "kunci")["kunci"]
    LayananPublik.objects.update(aktif=False)
    isi = Client().post(url, {"kunci": kunci, "jawaban": "1", "teks": "Antre dari pagi"})
    assert isi.status_code == 409
    assert "Antre dari pagi</textarea>" in teks(isi)
    assert "tidak menerima ulasan lagi" in teks(isi)
    assert not Ulasan.objects.exists()


def test_words_of_a_citizen_stay_when_the_dialogue_closed_meanwhile() -> None:
    topik = TopikPabrik(dibuka=True)
    url = reverse("publik:masukan", args=[topik.unit.instansi.kode, topik.pk])
    kunci = isian_di(Client().get(url), "kunci")["kunci"]
    TopikForum.objects.update(dibuka=False)
    isi = Client().post(url, {"kunci": kunci, "teks": "Jalan berlubang"})
    assert isi.status_code == 409
    assert "Jalan berlubang</textarea>" in teks(isi)
    assert Client().get(url).status_code == 404


def test_an_officer_is_told_that_a_colleague_decided_meanwhile() -> None:
    k = buat_kantor()
    ulasan = UlasanPabrik(layanan=LayananPabrik(unit=k.unit), tampil=True)
    klien = masuk(operator_dari(k.unit))
    isian = {"putusan": "tampil", "teks": "Antre lama", "versi": 1}
    assert "sudah diputus" in teks(
        klien.post(reverse("admin:kinerja_ulasan_change", args=[ulasan.pk]), isian)
    )


def test_the_text_of_a_case_that_was_answered_meanwhile_stays_on_the_page(time_machine: Any) -> None:
    time_machine.move_to(r.SAAT, tick=False)
    kasus = KasusPabrik()
    klien = masuk(hr_dari(kasus.instansi))
    url = reverse("admin:kinerja_kasusetika_change", args=[kasus.pk])
    isian = isian_di(klien.get(url), "kasus") | {"kasus": "Naskah yang panjang"}
    JawabanPabrik(kasus=kasus)
    jawaban = klien.post(url, isian)
    assert "Naskah yang panjang</textarea>" in teks(jawaban)
    assert "Kasus ini sudah dijawab pegawai" in teks(jawaban)
    kasus.refresh_from_db()
    assert kasus.kasus != "Naskah yang panjang"
