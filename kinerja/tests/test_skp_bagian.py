"""Links to the leader, rows moved and taken out, expected behaviour, lampiran."""

import pytest

from asn_karier.lib.errors import Bentrok, TidakBoleh
from kinerja.enums import (
    JenisHasilKerja,
    JenisLampiran,
    NilaiBerakhlak,
    StatusSKP,
)
from kinerja.models import SKP, HasilKerja
from kinerja.services.skp_isi import (
    link_hasil,
    move_hasil,
    remove_hasil,
    save_ekspektasi,
    save_lampiran,
)
from kinerja.tests.bantu_skp import kode
from kinerja.tests.dunia_skp import akun, atasan, saya, skp
from kinerja.tests.langkah_skp import ISI, simpan
from kinerja.tests.pabrik_skp import (
    SAAT,
    EkspektasiPabrik,
    HasilKerjaPabrik,
    SKPPabrik,
)
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

__all__ = ["akun", "atasan", "saya", "skp"]
pytestmark = pytest.mark.django_db


# -- links ------------------------------------------------------------------------------------------


@pytest.fixture
def induk(saya: Pegawai) -> HasilKerja:
    induk: HasilKerja = HasilKerjaPabrik(skp=SKPPabrik(pegawai=saya.atasan, dikirim=True), rhk="Pimpinan")
    return induk


def test_a_row_supports_a_row_of_the_leader(skp: SKP, akun: Pengguna, induk: HasilKerja) -> None:
    hasil = simpan(skp, akun, ISI._replace(induk_id=induk.pk, induk_teks="Ditulis dahulu"))
    assert (hasil.induk, hasil.induk_teks, hasil.menunggu_atasan) == (induk, "", False)


@pytest.mark.parametrize("milik", ["orang lain", "draf atasan", "tahun lain"])
def test_a_row_supports_nothing_but_what_the_leader_has_sent(
    skp: SKP, akun: Pengguna, saya: Pegawai, milik: str
) -> None:
    skp_lain = {
        "orang lain": lambda: SKPPabrik(dikirim=True),
        "draf atasan": lambda: SKPPabrik(pegawai=saya.atasan),
        "tahun lain": lambda: SKPPabrik(pegawai=saya.atasan, tahun=2026, dikirim=True),
    }[milik]()
    lain = HasilKerjaPabrik(skp=skp_lain)
    assert kode(simpan, skp, akun, ISI._replace(induk_id=lain.pk)) == "induk_lain"
    hasil = HasilKerjaPabrik(skp=skp)
    panggil = {"skp_id": skp.pk, "hasil_id": hasil.pk, "induk_id": lain.pk, "actor": akun, "at": SAAT}
    assert kode(link_hasil, **panggil) == "induk_lain"


def test_one_click_links_even_what_is_agreed_and_the_dialogue_says_so(
    saya: Pegawai, akun: Pengguna, induk: HasilKerja
) -> None:
    skp = SKPPabrik(pegawai=saya, disepakati=True)
    hasil = HasilKerjaPabrik(skp=skp, rhk="Bawahan")
    for _ in range(2):
        link_hasil(skp_id=skp.pk, hasil_id=hasil.pk, induk_id=induk.pk, actor=akun, at=SAAT)
    hasil.refresh_from_db()
    skp.refresh_from_db()
    assert (hasil.induk, skp.status) == (induk, StatusSKP.DISEPAKATI)
    assert skp.dialog.get().isi == "«Bawahan» ditautkan ke «Pimpinan»."


def test_what_the_leader_takes_out_stays_with_others_as_words(
    skp: SKP, saya: Pegawai, atasan: Pengguna, induk: HasilKerja
) -> None:
    hasil = HasilKerjaPabrik(skp=skp, induk=induk, induk_teks="")
    SKP.objects.filter(pk=induk.skp_id).update(status=StatusSKP.DRAF)
    remove_hasil(skp_id=induk.skp_id, hasil_id=induk.pk, versi=1, actor=atasan, at=SAAT)
    hasil.refresh_from_db()
    assert (hasil.induk, hasil.induk_teks) == (None, "Pimpinan")


# -- taken out, moved -------------------------------------------------------------------------------


def test_a_row_that_is_gone_stays_gone(skp: SKP, akun: Pengguna) -> None:
    hasil = HasilKerjaPabrik(skp=skp, lengkap=True)
    isi = {"skp_id": skp.pk, "hasil_id": hasil.pk, "versi": 1, "actor": akun, "at": SAAT}
    remove_hasil(**isi)
    assert remove_hasil(**isi).versi == 2
    assert not skp.hasil_kerja.exists()


@pytest.mark.parametrize(
    ("nomor", "langkah", "urutan"),
    [(2, -1, "acb"), (0, 1, "bac"), (0, -1, "abc"), (2, 1, "abc")],
)
def test_rows_move_by_one_and_stop_at_the_ends(
    skp: SKP, akun: Pengguna, nomor: int, langkah: int, urutan: str
) -> None:
    baris = [HasilKerjaPabrik(skp=skp, rhk=t) for t in "abc"]
    HasilKerjaPabrik(skp=skp, rhk="t", jenis=JenisHasilKerja.TAMBAHAN)
    pk = baris[nomor].pk
    move_hasil(skp_id=skp.pk, hasil_id=pk, langkah=langkah, versi=1, actor=akun, at=SAAT)
    assert "".join(h.rhk for h in skp.hasil_kerja.all()) == f"{urutan}t"


# -- behaviour, lampiran ----------------------------------------------------------------------------


def harap(skp: SKP, actor: Pengguna, teks: str, versi: int | None = 1) -> SKP:
    isi = {NilaiBerakhlak.LOYAL: teks}
    return save_ekspektasi(skp_id=skp.pk, isi=isi, versi=versi, actor=actor, at=SAAT)


def test_the_person_proposes_and_the_atasan_writes(skp: SKP, akun: Pengguna, atasan: Pengguna) -> None:
    harap(skp, akun, "Usul saya")
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIKIRIM, dikirim_pada=SAAT)
    harap(skp, atasan, "Harapan saya", 2)
    satu = skp.ekspektasi.get()
    assert (satu.ekspektasi, satu.oleh) == ("Harapan saya", atasan)


def test_an_empty_text_takes_the_expectation_away(skp: SKP, akun: Pengguna) -> None:
    EkspektasiPabrik(skp=skp, nilai=NilaiBerakhlak.LOYAL)
    harap(skp, akun, " ")
    assert not skp.ekspektasi.exists()


def test_an_expectation_that_stands_already_is_no_change(skp: SKP, akun: Pengguna) -> None:
    EkspektasiPabrik(skp=skp, nilai=NilaiBerakhlak.LOYAL, ekspektasi="Sama")
    assert harap(skp, akun, "Sama", versi=None).versi == 1


def test_the_atasan_writes_only_while_it_lies_with_them(skp: SKP, atasan: Pengguna) -> None:
    assert kode(harap, skp, atasan, "Harapan") == "tidak_di_atasan"


def test_an_outsider_writes_no_expectation(skp: SKP) -> None:
    with pytest.raises(TidakBoleh):
        harap(skp, PenggunaPabrik(pegawai=PegawaiPabrik()), "Harapan")


def test_lampiran_are_lines_by_kind(skp: SKP, akun: Pengguna) -> None:
    skp.lampiran.create(jenis=JenisLampiran.KONSEKUENSI, isi="Tetap")
    isi = {JenisLampiran.DUKUNGAN: ["Laptop", "Data"], JenisLampiran.KONSEKUENSI: ["Tetap"]}
    for _ in range(2):
        save_lampiran(skp_id=skp.pk, isi=isi, versi=1, actor=akun, at=SAAT)
    assert [b.isi for b in skp.lampiran.all()] == ["Tetap", "Laptop", "Data"]


def test_lampiran_on_an_old_page_are_refused(skp: SKP, akun: Pengguna) -> None:
    simpan(skp, akun)
    with pytest.raises(Bentrok):
        save_lampiran(skp_id=skp.pk, isi={JenisLampiran.DUKUNGAN: ["a"]}, versi=1, actor=akun, at=SAAT)
