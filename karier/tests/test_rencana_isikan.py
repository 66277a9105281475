"""Flow 13 for a plan: an operator types or brings a sheet; nothing counts before the person's yes."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.tests.peramban import Peramban
from karier.enums import StatusButir, StatusIdp, StatusKiriman
from karier.models import KirimanRencana, RencanaPengembangan
from karier.services.rencana_isikan import (
    accept_entry,
    bring_in,
    confirm_by_code,
    confirm_by_paper,
    fillable_plans,
    issue_code,
    refuse_entry,
)
from karier.services.rencana_kertas import take_along
from karier.services.rencana_luring import Lembar, read_code, sheet_code
from karier.services.rencana_sasaran import aim_at_post
from karier.services.rencana_sepakat import send_plan
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.langkah_rencana import selesai
from karier.tests.lembar_rencana import gabung, tulis, unduh
from karier.tests.pabrik_rencana import celah, rencana_pabrik, tekan
from karier.tests.pembaca import akun_dari, sebagai
from karier.tests.test_karier_saya import ada_di
from karier.tests.test_rencana import ubah
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_akun import operator_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
JUJUR: dict[str, Any] = {"at": SAAT, "kanal": "uji"}


@pytest.fixture
def jauh(saya: Pegawai) -> Pegawai:
    """Somebody in a unit with an operator."""
    saya.unit = UnitKerjaPabrik(instansi=saya.instansi, nama="Distrik Contoh")
    saya.save()
    return celah(saya)


@pytest.fixture
def operator(jauh: Pegawai) -> Pengguna:
    return operator_dari(jauh.unit)


def titip(r: RencanaPengembangan, oleh: Pengguna, alasan: str = "Kata pegawai") -> KirimanRencana:
    r.refresh_from_db()
    take_along(rencana=r, actor=oleh, at=SAAT, kanal="uji")
    baris = text_of(r)
    baris[0] = baris[0]._replace(isi={**baris[0].isi, "alasan": alasan})
    lembar = Lembar(*read_code(sheet_code(r)), baris, frozenset())
    return bring_in(rencana_id=r.pk, lembar=lembar, pilihan={}, versi=r.versi, actor=oleh, **JUJUR)


def alasan(r: RencanaPengembangan) -> Any:
    return text_of(r)[0].isi["alasan"]


def alamat(r: RencanaPengembangan, nama: str = "isikan") -> str:
    return reverse(f"admin:karier_rencanapengembangan_{nama}", args=[r.pegawai_id, r.tahun])


# -- through the pages --------------------------------------------------------------------------


def test_typed_then_confirmed_by_the_code_that_is_read_out(jauh: Pegawai, operator: Pengguna) -> None:
    p = Peramban(sebagai(operator), "/kelola/")
    p.tekan("Isikan untuk pegawai lain")
    p.buka(reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[jauh.pk]))
    p.tekan("Isikan rencana pengembangan 2027")
    r = RencanaPengembangan.objects.get(pegawai=jauh)
    p.kirim("Minta konfirmasi")
    assert "Belum ada yang berubah." in p.isi
    assert not r.kiriman.exists()
    p.kirim("Minta konfirmasi", **{"b1-alasan": "Kata pegawai"})
    assert alasan(r) != "Kata pegawai"
    orang = Peramban(sebagai(jauh), reverse("karier:rencana_lembar", args=[r.pk]))
    assert "menjadi «Kata pegawai»" in orang.isi
    orang.kirim("Tampilkan kode")
    kode = orang.isi.split('class="angka">')[1].split("<")[0]
    p.kirim("Sahkan dengan kode", kode=kode)
    r.refresh_from_db()
    assert (alasan(r), r.status) == ("Kata pegawai", StatusIdp.MENUNGGU_ATASAN)
    assert f"Diisikan oleh {operator} atas permintaan pegawai." in r.dialog.last().isi


def test_a_sheet_from_the_distrik_comes_in_over_the_counter(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    isi, kode = unduh(r)
    isi[0][1] = "Ditulis di distrik"
    ubah(r, jauh, 1, kegiatan="Diubah di kantor")
    p = Peramban(sebagai(operator), alamat(r, "lembar"))
    p.kirim("Periksa lembar", berkas=SimpleUploadedFile("lembar.xlsx", tulis(isi, kode)))
    assert "menjadi «Ditulis di distrik»" in p.isi
    p.kirim("Minta konfirmasi")
    kiriman = KirimanRencana.objects.get()
    accept_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    accept_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    assert [str(b.isi["kegiatan"]) for b in text_of(r)][:2] == ["Ditulis di distrik", "Diubah di kantor"]


def test_a_forged_sheet_at_the_counter_is_told(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    isi, kode = unduh(r)
    berkas = SimpleUploadedFile("lembar.xlsx", tulis(isi, kode[:-1] + ("A" if kode[-1] != "A" else "B")))
    teks = sebagai(operator).post(alamat(r, "lembar"), {"berkas": berkas}).content.decode()
    assert "bukan kode yang diterbitkan di sini" in teks


def test_what_is_amiss_in_the_typed_items_is_told(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    p = Peramban(sebagai(operator), alamat(r))
    p.kirim("Minta konfirmasi", **{"b1-kegiatan": "", "b2-jp": "banyak"})
    assert "Tuliskan kegiatannya" in p.isi
    assert "Perkiraan JP: isi angka tanpa titik, 1 sampai " in p.isi
    assert not KirimanRencana.objects.exists()


# -- the yes ------------------------------------------------------------------------------------


def test_a_refused_entry_changes_nothing_and_may_come_again(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    sebelum = text_of(r)
    kiriman = titip(r, operator)
    with pytest.raises(Bentrok, match="menunggu konfirmasi"):
        titip(r, operator, "Lain")
    refuse_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    assert text_of(r) == sebelum
    assert titip(r, operator).status == StatusKiriman.MENUNGGU


def test_a_wrong_code_is_counted_and_nobody_else_types_it(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    kiriman, akun = titip(r, operator), akun_dari(jauh)
    kode = issue_code(kiriman_id=kiriman.pk, actor=akun, **JUJUR)
    salah = f"{(int(kode) + 1) % 10**6:06d}"
    with pytest.raises(DomainError, match="Masih 4 kali"):
        confirm_by_code(kiriman_id=kiriman.pk, kode=salah, actor=operator, **JUJUR)
    with pytest.raises(TidakDitemukan):
        confirm_by_code(kiriman_id=kiriman.pk, kode=kode, actor=hr_dari(jauh.instansi), **JUJUR)
    confirm_by_code(kiriman_id=kiriman.pk, kode=kode, actor=operator, **JUJUR)
    with pytest.raises(Bentrok):
        confirm_by_code(kiriman_id=kiriman.pk, kode=kode, actor=operator, **JUJUR)


def test_hr_reads_out_the_code_and_never_their_own_entry(jauh: Pegawai, operator: Pengguna) -> None:
    r, hr = rencana_pabrik(jauh), hr_dari(jauh.instansi)
    kiriman = titip(r, operator)
    assert issue_code(kiriman_id=kiriman.pk, actor=hr, keperluan="Ditelepon balik", **JUJUR)
    with pytest.raises(DomainError, match="memastikan"):
        issue_code(kiriman_id=kiriman.pk, actor=hr, **JUJUR)
    refuse_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    with pytest.raises(TidakBoleh):
        issue_code(kiriman_id=titip(r, hr).pk, actor=hr, keperluan="Saya tahu", **JUJUR)


def test_a_signed_sheet_is_a_yes_too(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    kiriman = titip(r, operator)
    confirm_by_paper(kiriman_id=kiriman.pk, berkas=unggahan(), actor=operator, **JUJUR)
    kiriman.refresh_from_db()
    assert (kiriman.status, kiriman.cara, alasan(r)) == (StatusKiriman.DIGABUNG, "kertas", "Kata pegawai")


def test_a_plan_that_changed_meanwhile_is_not_overwritten(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    kiriman = titip(r, operator)
    ubah(r, jauh, 1, kegiatan="Baru saja")
    with pytest.raises(Bentrok, match="berubah sejak diisikan"):
        accept_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    assert "Baru saja" in [b.isi["kegiatan"] for b in text_of(r)]


def test_the_atasan_fills_nothing_in_for_whom_they_answer(jauh: Pegawai, atasan: Pegawai) -> None:
    assert list(fillable_plans(jauh, akun_dari(atasan), SAAT)) == []


def test_an_operator_of_another_unit_finds_nobody(jauh: Pegawai) -> None:
    r = rencana_pabrik(jauh)
    lain = operator_dari(UnitKerjaPabrik(instansi=jauh.instansi, nama="Unit Lain"))
    assert sebagai(lain).get(alamat(r)).status_code == 404
    with pytest.raises(TidakDitemukan):
        titip(r, lain)
    assert tekan(r, jauh).versi == 1


def test_the_person_joins_their_own_sheet_while_an_entry_waits(jauh: Pegawai, operator: Pengguna) -> None:
    r = rencana_pabrik(jauh)
    isi, kode = unduh(r)
    kiriman = titip(r, operator)
    isi[1][1] = "Ditulis di distrik"
    assert "Isi lembar digabung." in gabung(r, tulis(isi, kode)).isi
    kiriman.refresh_from_db()
    assert kiriman.status == StatusKiriman.MENUNGGU
    with pytest.raises(Bentrok, match="berubah sejak diisikan"):
        accept_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    assert [b.isi["kegiatan"] for b in text_of(r)][1] == "Ditulis di distrik"


def test_what_was_done_meanwhile_keeps_its_words(jauh: Pegawai, operator: Pengguna, atasan: Pegawai) -> None:
    r = rencana_pabrik(jauh, "disepakati")
    kiriman = titip(r, operator)
    selesai(r, jauh, 1)
    selesai(r, jauh)
    with pytest.raises(Bentrok, match="berubah sejak diisikan"):
        accept_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)
    assert alasan(r) != "Kata pegawai"


def test_a_plan_that_ended_meanwhile_stays_ended(jauh: Pegawai, operator: Pengguna, atasan: Pegawai) -> None:
    r = rencana_pabrik(jauh, "disepakati")
    r.butir.exclude(urut=1).update(status=StatusButir.SELESAI, selesai_pada=SAAT)
    kiriman = titip(r, operator)
    selesai(r, jauh)
    r.refresh_from_db()
    assert r.status == StatusIdp.SELESAI
    with pytest.raises(Bentrok, match="berubah sejak diisikan"):
        accept_entry(kiriman_id=kiriman.pk, actor=akun_dari(jauh), **JUJUR)


# -- what nobody but the person reads ---------------------------------------------------------------


def test_what_the_person_wrote_and_sent_to_nobody_is_opened_by_no_operator(
    jauh: Pegawai, operator: Pengguna
) -> None:
    r = rencana_pabrik(jauh)
    tanpa_rahasia = titip(r, operator)
    refuse_entry(kiriman_id=tanpa_rahasia.pk, actor=akun_dari(jauh), **JUJUR)
    pos = ada_di(jauh, nama="Pengelola Rahasia")
    aim_at_post(pegawai=jauh, jabatan_id=pos.pk, actor=akun_dari(jauh), **JUJUR)
    client = sebagai(operator)
    for nama, tambahan in (("isikan", ()), ("lembar", ()), ("unduh", ("xlsx",)), ("unduh", ("pdf",))):
        url = reverse(f"admin:karier_rencanapengembangan_{nama}", args=[r.pegawai_id, r.tahun, *tambahan])
        jawaban = client.get(url)
        assert jawaban.status_code == 403, nama
        assert "Disusun sendiri oleh pegawai dan belum diajukan" in jawaban.content.decode()
    with pytest.raises(TidakBoleh, match="hanya ia yang membacanya"):
        titip(r, operator)
    (kelompok,) = fillable_plans(jauh, operator, SAAT)
    assert "hanya ia yang membacanya" in next(p.ket for p in kelompok.pilihan if "2027" in p.judul)
    send_plan(tekan(r, jauh))
    assert client.get(alamat(r)).status_code == 200
