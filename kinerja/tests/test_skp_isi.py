"""What a plan says is written by the person alone, on top of just the text they saw."""

from decimal import Decimal
from typing import Any

import pytest
from django.db.models import ProtectedError

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import (
    AspekIndikator,
    JenisHasilKerja,
    JenisLampiran,
    NilaiBerakhlak,
    PendekatanSKP,
    StatusSKP,
)
from kinerja.models import SKP, HasilKerja
from kinerja.services import skp_isi
from kinerja.services.skp_isi import (
    IsianHasil,
    IsianIndikator,
    link_hasil,
    move_hasil,
    perspectives,
    remove_hasil,
    save_ekspektasi,
    save_hasil,
    save_lampiran,
)
from kinerja.tests.pabrik_skp import (
    SAAT,
    EkspektasiPabrik,
    HasilKerjaPabrik,
    IndikatorPabrik,
    PerspektifPabrik,
    SKPPabrik,
    di_sini,
)
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
IKI = IsianIndikator("Jumlah laporan", "12 laporan")
ISI = IsianHasil("Tersusunnya laporan", indikator=[IKI])


@pytest.fixture
def saya() -> Pegawai:
    saya: Pegawai = PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True))
    di_sini(saya.instansi)
    return saya


@pytest.fixture
def akun(saya: Pegawai) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=saya)
    return akun


@pytest.fixture
def atasan(saya: Pegawai) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=saya.atasan)
    return akun


@pytest.fixture
def skp(saya: Pegawai) -> SKP:
    skp: SKP = SKPPabrik(pegawai=saya)
    return skp


def simpan(skp: SKP, akun: Pengguna, isi: IsianHasil = ISI, versi: int | None = 1, **lain: Any) -> HasilKerja:
    return save_hasil(skp_id=skp.pk, isi=isi, versi=versi, actor=akun, at=SAAT, **lain)


def kode(panggil: Any, *args: Any, **lain: Any) -> str:
    with pytest.raises(DomainError) as salah:
        panggil(*args, **lain)
    return str(salah.value.kode)


# -- rows ---------------------------------------------------------------------------------------


def test_a_row_is_saved_with_its_indicators(skp: SKP, akun: Pengguna) -> None:
    angka = IKI._replace(target_angka=Decimal(12), satuan="laporan")
    hasil = simpan(skp, akun, ISI._replace(indikator=[angka, IsianIndikator("Mutu", "Tanpa koreksi")]))
    skp.refresh_from_db()
    assert [(i.iki, i.target, i.urutan) for i in hasil.indikator.all()] == [
        ("Jumlah laporan", "12 laporan", 1),
        ("Mutu", "Tanpa koreksi", 2),
    ]
    assert (skp.versi, hasil.menunggu_atasan) == (2, True)


def test_a_double_press_makes_one_row(skp: SKP, akun: Pengguna) -> None:
    assert simpan(skp, akun).pk == simpan(skp, akun).pk
    assert skp.hasil_kerja.count() == 1


def test_another_row_on_an_old_page_is_refused(skp: SKP, akun: Pengguna) -> None:
    simpan(skp, akun)
    with pytest.raises(Bentrok) as salah:
        simpan(skp, akun, ISI._replace(rhk="Lain"))
    assert salah.value.kode == "versi_lama"
    assert skp.hasil_kerja.count() == 1


def test_saving_the_same_change_twice_is_one_change(skp: SKP, akun: Pengguna) -> None:
    hasil = simpan(skp, akun)
    ubah = IsianHasil("Kalimat baru", indikator=[IKI])
    simpan(skp, akun, ubah, 2, hasil_id=hasil.pk)
    simpan(skp, akun, ubah, 2, hasil_id=hasil.pk)
    skp.refresh_from_db()
    assert skp.versi == 3


def test_indicators_keep_who_they_are_while_moved_changed_and_taken_out(skp: SKP, akun: Pengguna) -> None:
    hasil = HasilKerjaPabrik(skp=skp)
    satu, dua, tiga = (IndikatorPabrik(hasil_kerja=hasil, iki=t) for t in ("a", "b", "c"))
    isi = [IsianIndikator("c2", "1", id=tiga.pk), IsianIndikator("a", "2", id=satu.pk), IKI]
    simpan(skp, akun, ISI._replace(indikator=isi), hasil_id=hasil.pk)
    assert [(i.pk, i.iki) for i in hasil.indikator.all()][:2] == [(tiga.pk, "c2"), (satu.pk, "a")]
    assert not hasil.indikator.filter(pk=dua.pk).exists()


def test_an_indicator_of_another_row_is_not_taken_over(skp: SKP, akun: Pengguna) -> None:
    lain = IndikatorPabrik(hasil_kerja=HasilKerjaPabrik(skp=skp))
    simpan(skp, akun, ISI._replace(indikator=[IKI._replace(id=lain.pk)]))
    lain.refresh_from_db()
    assert lain.iki == "Jumlah laporan yang selesai"


@pytest.mark.parametrize(
    ("pendekatan", "tersimpan"),
    [(PendekatanSKP.KUANTITATIF, "waktu"), (PendekatanSKP.KUALITATIF, "")],
)
def test_an_aspek_is_kept_only_in_a_kuantitatif_plan(
    skp: SKP, akun: Pengguna, pendekatan: PendekatanSKP, tersimpan: str
) -> None:
    SKP.objects.update(pendekatan=pendekatan)
    hasil = simpan(skp, akun, ISI._replace(indikator=[IKI._replace(aspek=AspekIndikator.WAKTU)]))
    assert hasil.indikator.get().aspek == tersimpan


def test_more_rows_than_a_plan_takes_are_refused(
    skp: SKP, akun: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skp_isi, "HASIL_TERBANYAK", 1)
    simpan(skp, akun)
    assert kode(simpan, skp, akun, ISI._replace(rhk="Lain"), 2) == "terlalu_banyak"


def test_more_indicators_than_a_row_takes_are_refused(skp: SKP, akun: Pengguna) -> None:
    assert kode(simpan, skp, akun, ISI._replace(indikator=[IKI] * 11)) == "terlalu_banyak"


def test_a_row_that_becomes_tambahan_goes_to_the_end_of_those(skp: SKP, akun: Pengguna) -> None:
    HasilKerjaPabrik(skp=skp, jenis=JenisHasilKerja.TAMBAHAN, urutan=4)
    hasil = HasilKerjaPabrik(skp=skp, urutan=1)
    simpan(skp, akun, ISI._replace(jenis=JenisHasilKerja.TAMBAHAN), hasil_id=hasil.pk)
    hasil.refresh_from_db()
    assert hasil.urutan == 5


def test_a_row_of_another_plan_is_not_found(skp: SKP, akun: Pengguna) -> None:
    with pytest.raises(TidakDitemukan):
        simpan(skp, akun, hasil_id=HasilKerjaPabrik().pk)


@pytest.mark.parametrize("milik", ["dirinya", "orang lain"])
def test_the_first_perspectives_are_the_general_ones_until_the_instansi_has_its_own(
    skp: SKP, akun: Pengguna, milik: str
) -> None:
    umum = PerspektifPabrik(instansi=None, nama="Umum")
    assert umum in perspectives(skp.pegawai.instansi_id)
    sendiri = PerspektifPabrik(instansi=skp.pegawai.instansi)
    assert perspectives(skp.pegawai.instansi_id) == [sendiri]
    pilih = sendiri if milik == "dirinya" else PerspektifPabrik(instansi=None)
    hasil = simpan(skp, akun, ISI._replace(perspektif_id=pilih.pk))
    assert hasil.perspektif == (sendiri if milik == "dirinya" else None)


# -- who and when -------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["atasan", "luar"])
def test_nobody_else_writes_in_a_plan(skp: SKP, atasan: Pengguna, siapa: str) -> None:
    actor = atasan if siapa == "atasan" else PenggunaPabrik(pegawai=PegawaiPabrik())
    with pytest.raises(TidakBoleh):
        simpan(skp, actor)
    with pytest.raises(TidakBoleh):
        save_lampiran(skp_id=skp.pk, isi={}, versi=1, actor=actor, at=SAAT)
    assert not skp.hasil_kerja.exists()


@pytest.mark.parametrize(
    ("status", "harapan"),
    [(StatusSKP.DIKIRIM, "sudah_dikirim"), (StatusSKP.DISEPAKATI, "sudah_disepakati")],
)
def test_what_lies_with_the_atasan_or_is_agreed_stands(
    saya: Pegawai, akun: Pengguna, status: StatusSKP, harapan: str
) -> None:
    skp = SKPPabrik(pegawai=saya, **{status.value: True})
    assert kode(simpan, skp, akun) == harapan


def test_what_came_back_is_changed_again(saya: Pegawai, akun: Pengguna) -> None:
    simpan(SKPPabrik(pegawai=saya, status=StatusSKP.DIKEMBALIKAN, dikirim_pada=SAAT), akun)
    assert HasilKerja.objects.count() == 1


# -- links --------------------------------------------------------------------------------------


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


# -- taken out, moved ---------------------------------------------------------------------------


def test_a_row_that_is_gone_stays_gone(skp: SKP, akun: Pengguna) -> None:
    hasil = HasilKerjaPabrik(skp=skp, lengkap=True)
    isi = {"skp_id": skp.pk, "hasil_id": hasil.pk, "versi": 1, "actor": akun, "at": SAAT}
    remove_hasil(**isi)
    assert remove_hasil(**isi).versi == 2
    assert not skp.hasil_kerja.exists()


def test_what_others_build_on_is_not_taken_out(
    skp: SKP, akun: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = HasilKerjaPabrik(skp=skp)

    def dipakai(self: HasilKerja) -> None:
        raise ProtectedError("dipakai", {self})

    monkeypatch.setattr(HasilKerja, "delete", dipakai)
    isi = {"skp_id": skp.pk, "hasil_id": hasil.pk, "versi": 1, "actor": akun, "at": SAAT}
    assert kode(remove_hasil, **isi) == "sudah_direalisasi"


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


# -- behaviour, lampiran ------------------------------------------------------------------------


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
