"""What a plan says is written by the person alone, on top of just the text they saw."""

from decimal import Decimal
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, TidakBoleh, TidakDitemukan
from kinerja.enums import (
    AspekIndikator,
    JenisHasilKerja,
    PendekatanSKP,
    StatusSKP,
)
from kinerja.models import SKP, HasilKerja
from kinerja.services import skp_isi
from kinerja.services.skp_isi import (
    IsianHasil,
    IsianIndikator,
    perspectives,
    save_lampiran,
)
from kinerja.tests.bantu_skp import kode
from kinerja.tests.dunia_skp import akun, atasan, saya, skp
from kinerja.tests.langkah_skp import IKI, ISI, simpan
from kinerja.tests.pabrik_skp import (
    SAAT,
    HasilKerjaPabrik,
    IndikatorPabrik,
    PerspektifPabrik,
    SKPPabrik,
)
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

__all__ = ["akun", "atasan", "saya", "skp"]
pytestmark = pytest.mark.django_db


# -- rows -------------------------------------------------------------------------------------------


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


# -- who and when -----------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    "ubahan",
    [
        {"induk_teks": "Meningkatnya mutu layanan"},
        {"indikator": [IKI._replace(satuan="laporan", target_angka=Decimal(12))]},
    ],
)
def test_a_change_written_on_an_old_text_is_never_taken_for_a_second_press(
    skp: SKP, akun: Pengguna, ubahan: dict[str, Any]
) -> None:
    hasil = simpan(skp, akun)
    simpan(skp, akun, ISI._replace(rhk="Yang lain"), versi=2)
    assert kode(simpan, skp, akun, ISI._replace(**ubahan), 2, hasil_id=hasil.pk) == "versi_lama"


def test_a_change_of_perspective_on_an_old_text_is_never_taken_for_a_second_press(
    skp: SKP, akun: Pengguna
) -> None:
    hasil = simpan(skp, akun)
    simpan(skp, akun, ISI._replace(rhk="Yang lain"), versi=2)
    isi = ISI._replace(perspektif_id=PerspektifPabrik(instansi=skp.pegawai.instansi).pk)
    assert kode(simpan, skp, akun, isi, 2, hasil_id=hasil.pk) == "versi_lama"
