"""The page of one row, made for a phone, and its link to the leader."""

import pytest
from django.test import Client

from asn_karier.tests.peramban import teks
from kinerja.enums import PendekatanSKP
from kinerja.models import SKP, HasilKerja
from kinerja.tests.bantu_skp import alamat, baris
from kinerja.tests.dunia_skp import desember, induk, klien, klien_atasan, saya, skp, terkirim
from kinerja.tests.pabrik_skp import (
    HasilKerjaPabrik,
    IndikatorPabrik,
    PerspektifPabrik,
    PustakaPabrik,
    SKPPabrik,
)
from pegawai.enums import Jenjang
from pegawai.models import Pegawai
from pegawai.tests.pabrik import JabatanPabrik

__all__ = ["desember", "induk", "klien", "klien_atasan", "saya", "skp", "terkirim"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desember")]


# -- a row ------------------------------------------------------------------------------------------


def test_a_row_is_written_with_what_its_target_counts(klien: Client, skp: SKP) -> None:
    jawaban = klien.post(alamat("hasil_baru", skp), baris(), follow=True)
    indikator = HasilKerja.objects.get().indikator.get()
    assert (indikator.target_angka, indikator.satuan) == (2, "kajian")
    assert "Tersusunnya kajian" in teks(jawaban)
    assert "Menunggu rencana atasan" in teks(jawaban)


def test_saving_and_adding_another_leads_to_an_empty_page(klien: Client, skp: SKP) -> None:
    jawaban = klien.post(alamat("hasil_baru", skp), baris(aksi="simpan_lagi"))
    assert jawaban["Location"] == alamat("hasil_baru", skp)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"rhk": ""}, "Isi rencana hasil kerja"),
        ({"rhk": "x" * 501}, "paling banyak 500 huruf. Sekarang 501"),
        ({"jenis": ""}, "Pilih jenis hasil kerja"),
        ({"iki_0": ""}, "Isi indikator 1, karena targetnya sudah ada"),
        ({"iki_0": "x" * 301}, "Indikator 1: paling banyak 300 huruf. Sekarang 301"),
    ],
)
def test_a_row_that_lacks_something_says_so_and_keeps_what_was_typed(
    klien: Client, skp: SKP, ubah: dict[str, str], pesan: str
) -> None:
    jawaban = klien.post(alamat("hasil_baru", skp), baris(**ubah))
    isi = teks(jawaban)
    assert jawaban.status_code == 200
    assert "<title>Galat:" in isi
    assert pesan in isi
    assert "2 kajian" in isi
    assert not HasilKerja.objects.exists()


def test_a_draft_may_have_a_row_without_indicators(klien: Client, skp: SKP) -> None:
    klien.post(alamat("hasil_baru", skp), baris(iki_0="", target_0=""))
    assert HasilKerja.objects.get().indikator.count() == 0


@pytest.mark.parametrize(
    ("aksi", "urutan"),
    [
        ("tambah", ["a", "b", "c", None]),
        ("hapus:1", ["a", "c"]),
        ("naik:2", ["a", "c", "b"]),
        ("naik:0", ["a", "b", "c"]),
        ("turun:0", ["b", "a", "c"]),
        ("turun:2", ["a", "b", "c"]),
        ("hapus:9", ["a", "b", "c"]),
        ("hapus:x", ["a", "b", "c"]),
        ("lain", ["a", "b", "c"]),
    ],
)
def test_indicators_are_added_taken_out_and_moved_by_buttons_before_anything_is_saved(
    klien: Client, skp: SKP, aksi: str, urutan: list[str | None]
) -> None:
    isi = baris(banyak=3, aksi=aksi) | {f"iki_{i}": t for i, t in enumerate("abc")}
    jawaban = klien.post(alamat("hasil_baru", skp), isi)
    form = jawaban.context["form"]
    assert [form[f"iki_{i}"].value() or None for i in range(form.jumlah)] == urutan
    assert form["rhk"].value() == "Tersusunnya kajian"
    assert not HasilKerja.objects.exists()


@pytest.mark.parametrize("banyak", ["", "0", "-3", "999999", "x"])
def test_a_count_of_indicators_that_makes_no_sense_breaks_nothing(
    klien: Client, skp: SKP, banyak: str
) -> None:
    assert klien.post(alamat("hasil_baru", skp), baris(banyak=banyak)).status_code in (200, 302)


def test_a_stored_row_opens_as_it_is(klien: Client, skp: SKP) -> None:
    hasil = HasilKerjaPabrik(skp=skp, rhk="Kalimat lama")
    IndikatorPabrik(hasil_kerja=hasil, iki="Satu")
    IndikatorPabrik(hasil_kerja=hasil, iki="Dua")
    form = klien.get(alamat("hasil", skp, hasil)).context["form"]
    assert (form["rhk"].value(), form["iki_1"].value(), form.jumlah) == ("Kalimat lama", "Dua", 2)


def test_a_stale_page_is_refused_and_keeps_what_was_typed(klien: Client, skp: SKP) -> None:
    klien.post(alamat("hasil_baru", skp), baris())
    jawaban = klien.post(alamat("hasil_baru", skp), baris(rhk="Tulisan kedua"))
    assert jawaban.status_code == 409
    assert "Tulisan kedua" in teks(jawaban)
    assert HasilKerja.objects.count() == 1


def test_a_kuantitatif_plan_asks_for_the_aspek(klien: Client, skp: SKP) -> None:
    assert "aspek_0" not in teks(klien.get(alamat("hasil_baru", skp)))
    SKP.objects.update(pendekatan=PendekatanSKP.KUANTITATIF)
    klien.post(alamat("hasil_baru", skp), baris(aspek_0="waktu"))
    assert HasilKerja.objects.get().indikator.get().aspek == "waktu"


def test_only_jpt_chooses_a_perspective(klien: Client, skp: SKP, saya: Pegawai) -> None:
    perspektif = PerspektifPabrik(instansi=saya.instansi, nama="Anggaran")
    assert "Perspektif" not in teks(klien.get(alamat("hasil_baru", skp)))
    SKP.objects.update(jabatan=JabatanPabrik(struktural=True, nama="Kepala", jenjang=Jenjang.JPT_PRATAMA))
    klien.post(alamat("hasil_baru", skp), baris(perspektif=perspektif.pk))
    assert HasilKerja.objects.get().perspektif == perspektif


def test_the_library_fills_the_page_and_saves_nothing(klien: Client, saya: Pegawai) -> None:
    jabatan = saya.riwayat_jabatan.get().jabatan
    skp = SKPPabrik(pegawai=saya, jabatan=jabatan)
    contoh = PustakaPabrik(instansi=saya.instansi, jabatan=jabatan)
    assert "Pakai contoh dari pustaka jabatan (1)" in teks(klien.get(alamat("hasil_baru", skp)))
    form = klien.get(f"{alamat('hasil_baru', skp)}?pustaka={contoh.pk}").context["form"]
    assert (form["rhk"].value(), form["target_0"].value()) == (contoh.rhk, "3 hari")
    assert klien.get(f"{alamat('hasil_baru', skp)}?pustaka=x").status_code == 200


def test_rows_are_moved_and_taken_out(klien: Client, skp: SKP) -> None:
    _, dua = (HasilKerjaPabrik(skp=skp, rhk=t) for t in "ab")
    klien.post(alamat("pindah", skp, dua), {"langkah": "naik", "versi": 1})
    assert [h.rhk for h in skp.hasil_kerja.all()] == ["b", "a"]
    assert "Hapus hasil kerja ini?" in teks(klien.get(alamat("hapus", skp, dua)))
    for _ in range(2):  # the second press finds it gone
        klien.post(alamat("hapus", skp, dua), {"versi": 2})
    assert [h.rhk for h in skp.hasil_kerja.all()] == ["a"]
    assert klien.get(alamat("hapus", skp, dua)).status_code == 404
    assert klien.post(alamat("pindah", skp, dua), {"versi": 3}).status_code == 404


def test_moving_on_a_stale_page_says_so(klien: Client, skp: SKP) -> None:
    hasil = HasilKerjaPabrik(skp=skp)
    isi = teks(klien.post(alamat("pindah", skp, hasil), {"versi": 9}, follow=True))
    assert "SKP ini berubah sejak Anda membukanya" in isi


# -- links to the leader ----------------------------------------------------------------------------


def test_a_row_waits_until_the_leader_has_rows_and_is_linked_with_one_click(
    klien: Client, skp: SKP, saya: Pegawai
) -> None:
    hasil = HasilKerjaPabrik(skp=skp, induk_teks="")
    assert "Tautkan" not in teks(klien.get(alamat("lembar", skp)))
    induk = HasilKerjaPabrik(skp=SKPPabrik(pegawai=saya.atasan, dikirim=True), rhk="Layanan naik")
    assert "Tautkan ke rencana atasan (1)" in teks(klien.get(alamat("lembar", skp)))
    isi = teks(klien.post(alamat("tautkan", skp, hasil), {"induk": induk.pk}, follow=True))
    assert "Mendukung RHK pimpinan: Layanan naik" in isi
    assert "Menunggu rencana atasan" not in isi


def test_the_row_whose_words_were_typed_is_offered_first(klien: Client, skp: SKP, induk: HasilKerja) -> None:
    HasilKerjaPabrik(skp=skp, induk_teks="meningkatnya  mutu layanan")
    assert f"Tautkan ke «{induk.rhk}»" in teks(klien.get(alamat("lembar", skp)))


@pytest.mark.parametrize("nilai", ["", "x", "999999"])
def test_a_link_to_nothing_is_a_sentence(klien: Client, skp: SKP, nilai: str) -> None:
    hasil = HasilKerjaPabrik(skp=skp)
    isi = teks(klien.post(alamat("tautkan", skp, hasil), {"induk": nilai}, follow=True))
    assert "tidak ada lagi dalam rencana atasan" in isi


def test_the_leader_is_chosen_on_the_page_of_the_row(klien: Client, skp: SKP, induk: HasilKerja) -> None:
    klien.post(alamat("hasil_baru", skp), baris(induk=induk.pk))
    assert HasilKerja.objects.get(skp=skp).induk == induk
