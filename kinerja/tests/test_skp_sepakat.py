"""Sent by the person, agreed or returned by their atasan and nobody else, talked over again by both."""

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from kinerja.enums import JenisDialog, StatusSiklus, StatusSKP
from kinerja.models import HasilKerja
from kinerja.services.skp_sepakat import (
    withdraw_skp,
)
from kinerja.tests.bantu_skp import kode, rencana
from kinerja.tests.dunia_skp import akun, atasan, saya
from kinerja.tests.langkah_skp import dialog, kembalikan, kirim, setujui
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_skp import SAAT, SKPPabrik
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["akun", "atasan", "saya"]
pytestmark = pytest.mark.django_db


# -- sent -------------------------------------------------------------------------------------------


def test_a_whole_plan_is_sent_once_however_often_it_is_pressed(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya)
    for _ in range(2):
        skp = kirim(skp, akun)
    assert (skp.status, skp.dikirim_pada, skp.versi) == (StatusSKP.DIKIRIM, SAAT, 2)
    assert dialog(skp) == [JenisDialog.KIRIM]
    assert Jejak.objects.get(subjek_id=saya.pk).tindakan == "skp_kirim"


def test_a_plan_goes_to_the_atasan_of_today(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya)
    saya.atasan = PegawaiPabrik(struktural=True)
    saya.save()
    assert kirim(skp, akun).penilai == saya.atasan


@pytest.mark.parametrize("sebab", ["tanpa atasan", "tanpa hasil", "tanpa target"])
def test_an_unfinished_plan_is_not_sent(saya: Pegawai, akun: Pengguna, sebab: str) -> None:
    skp = rencana(saya)
    if sebab == "tanpa atasan":
        Pegawai.objects.filter(pk=saya.pk).update(atasan=None)
    elif sebab == "tanpa hasil":
        HasilKerja.objects.all().delete()
    else:
        skp.hasil_kerja.get().indikator.update(target="")
    assert kode(kirim, skp, akun) == "belum_lengkap"
    skp.refresh_from_db()
    assert skp.status == StatusSKP.DRAF


def test_how_much_more_is_missing_is_said(saya: Pegawai, akun: Pengguna) -> None:
    skp = SKPPabrik(pegawai=saya)
    Pegawai.objects.filter(pk=saya.pk).update(atasan=None)
    with pytest.raises(DomainError, match=r"belum tercatat.* Masih ada 1 hal lain\."):
        kirim(skp, akun)


def test_another_text_than_the_one_checked_is_not_sent(saya: Pegawai, akun: Pengguna) -> None:
    with pytest.raises(Bentrok):
        kirim(rencana(saya), akun, versi=None)


def test_nobody_sends_the_plan_of_another(saya: Pegawai, atasan: Pengguna) -> None:
    with pytest.raises(TidakBoleh):
        kirim(rencana(saya), atasan)


def test_an_agreed_plan_is_not_sent_again(saya: Pegawai, akun: Pengguna) -> None:
    assert kode(kirim, rencana(saya, disepakati=True), akun) == "sudah_disepakati"


def test_what_was_not_answered_is_taken_back(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    for _ in range(2):
        skp = withdraw_skp(skp_id=skp.pk, versi=1, actor=akun, at=SAAT)
    assert (skp.status, skp.versi, len(dialog(skp))) == (StatusSKP.DRAF, 2, 1)


def test_what_was_answered_is_not_taken_back(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya, disepakati=True)
    assert kode(withdraw_skp, skp_id=skp.pk, versi=1, actor=akun, at=SAAT) == "tidak_di_atasan"


# -- answered ---------------------------------------------------------------------------------------


def test_the_atasan_agrees_and_the_text_is_kept(saya: Pegawai, atasan: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    for _ in range(2):
        skp = setujui(skp, atasan)
    assert (skp.status, skp.disepakati_oleh, skp.disepakati_pada) == (StatusSKP.DISEPAKATI, atasan, SAAT)
    naskah = skp.naskah.get()
    assert (naskah.ke, naskah.penilai, naskah.isi["hasil"][0]["rhk"]) == (
        1,
        saya.atasan,
        "Tersusunnya kajian",
    )
    assert dialog(skp) == [JenisDialog.SETUJUI]


@pytest.mark.parametrize("siapa", ["dirinya", "luar", "HR", "atasan dari atasan", "atasan lama"])
def test_nobody_else_answers(saya: Pegawai, akun: Pengguna, siapa: str) -> None:
    skp = rencana(saya, dikirim=True)
    actor = {
        "dirinya": lambda: akun,
        "luar": lambda: PenggunaPabrik(pegawai=PegawaiPabrik()),
        "HR": lambda: hr_dari(saya.instansi, pegawai=PegawaiPabrik()),
        "atasan dari atasan": lambda: PenggunaPabrik(pegawai=_atasan_dari(saya)),
        "atasan lama": lambda: PenggunaPabrik(pegawai=_diganti(saya)),
    }[siapa]()
    for langkah in (setujui, kembalikan):
        with pytest.raises(TidakBoleh):
            langkah(skp, actor)
    skp.refresh_from_db()
    assert skp.status == StatusSKP.DIKIRIM


def _atasan_dari(saya: Pegawai) -> Pegawai:
    lebih: Pegawai = PegawaiPabrik(struktural=True)
    Pegawai.objects.filter(pk=saya.atasan_id).update(atasan=lebih)
    return lebih


def _diganti(saya: Pegawai) -> Pegawai | None:
    lama = saya.atasan
    Pegawai.objects.filter(pk=saya.pk).update(atasan=PegawaiPabrik(struktural=True))
    return lama


@pytest.mark.parametrize("sebab", ["MPP", "pindah instansi"])
def test_an_atasan_off_duty_answers_nothing(saya: Pegawai, atasan: Pengguna, sebab: str) -> None:
    skp = rencana(saya, dikirim=True)
    ubah = (
        {"kedudukan_hukum": KedudukanHukum.MASA_PERSIAPAN_PENSIUN}
        if sebab == "MPP"
        else {"instansi": InstansiPabrik(kode="nabire")}
    )
    Pegawai.objects.filter(pk=saya.atasan_id).update(**ubah)
    with pytest.raises(TidakBoleh):
        setujui(skp, atasan)


def test_someone_recorded_as_their_own_superior_agrees_nothing(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    Pegawai.objects.filter(pk=saya.pk).update(atasan=saya)
    with pytest.raises(TidakBoleh):
        setujui(skp, akun)


@pytest.mark.parametrize("status", [StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN])
def test_only_what_was_sent_is_answered(saya: Pegawai, atasan: Pengguna, status: StatusSKP) -> None:
    skp = rencana(saya, status=status)
    assert kode(setujui, skp, atasan) == "tidak_di_atasan"
    assert kode(kembalikan, skp, atasan) == "tidak_di_atasan"


def test_another_text_than_the_one_read_is_not_agreed(saya: Pegawai, atasan: Pengguna) -> None:
    assert kode(setujui, rencana(saya, dikirim=True), atasan, 7) == "versi_lama"


def test_a_closed_year_is_not_agreed_any_more(saya: Pegawai, atasan: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    SiklusPabrik(instansi=saya.instansi, tahun=2027, status=StatusSiklus.DITUTUP)
    assert kode(setujui, skp, atasan) == "siklus_ditutup"


def test_a_plan_comes_back_with_what_should_change(saya: Pegawai, atasan: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    for _ in range(2):
        skp = kembalikan(skp, atasan)
    assert (skp.status, skp.catatan) == (StatusSKP.DIKEMBALIKAN, "Perjelas target.")
    assert skp.dialog.get().isi == "Perjelas target."


@pytest.mark.parametrize(("catatan", "harapan"), [("  ", "catatan_kosong"), ("x" * 1001, "catatan_panjang")])
def test_a_plan_does_not_come_back_without_a_word(
    saya: Pegawai, atasan: Pengguna, catatan: str, harapan: str
) -> None:
    assert kode(kembalikan, rencana(saya, dikirim=True), atasan, catatan) == harapan


def test_sending_again_takes_the_note_of_the_atasan_away(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya, status=StatusSKP.DIKEMBALIKAN, dikirim_pada=SAAT, catatan="Perjelas.")
    assert kirim(skp, akun).catatan == ""
