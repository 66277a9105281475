"""A plan written on without a network comes back with its code: real XLSX bytes, both ways."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.enums import StatusIdp
from karier.models import KirimanRencana, RencanaPengembangan
from karier.services.rencana_isi import remove_item
from karier.services.rencana_kertas import plan_paper
from karier.services.rencana_luring import sheet_code
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.lembar_rencana import gabung, kegiatan, tulis, ubah_di_sini, unduh, unggah
from karier.tests.pabrik_rencana import celah, rencana_pabrik
from karier.tests.pembaca import akun_dari, sebagai
from pegawai.models import Instansi, Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def r(saya: Pegawai) -> RencanaPengembangan:
    return rencana_pabrik(celah(saya))


# -- there and back -----------------------------------------------------------------------------


def test_a_sheet_that_was_only_read_changes_nothing(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    sebelum = text_of(r)
    assert "Isi lembar sama dengan rencana yang tercatat." in unggah(r, tulis(isi, kode)).content.decode()
    assert text_of(r) == sebelum
    assert not KirimanRencana.objects.exists()


def test_edits_of_both_sides_are_joined_and_nothing_is_written_before(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    assert str(r.pegawai.nip) not in repr(isi) + kode
    ubah_di_sini(r, 0, kegiatan="Diubah di sini")
    isi[1][1] = "Diubah di distrik"
    isi.append(
        ["", "Belajar dari kepala kampung", "Mentoring", "", "01-03-2027", "30-06-2027", 8, "", "Dekat", ""]
    )
    p = Peramban(sebagai(r.pegawai), reverse("karier:rencana_unggah", args=[r.pk]))
    p.kirim("Periksa lembar", berkas=SimpleUploadedFile("lembar.xlsx", tulis(isi, kode)))
    assert "Ditambahkan: «Belajar dari kepala kampung»." in p.isi
    assert "Diubah di distrik" not in kegiatan(r)
    p.kirim("Gabungkan")
    assert kegiatan(r)[:2] == ["Diubah di sini", "Diubah di distrik"]
    assert kegiatan(r)[-1] == "Belajar dari kepala kampung"
    assert p.klik == 2
    assert KirimanRencana.objects.get().status == "digabung"


def test_a_conflict_stands_side_by_side_until_it_is_answered(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    ubah_di_sini(r, 0, jp=30)
    isi[0][6] = 40
    nomor = isi[0][0]
    p = Peramban(sebagai(r.pegawai), reverse("karier:rencana_unggah", args=[r.pk]))
    p.kirim("Periksa lembar", berkas=SimpleUploadedFile("lembar.xlsx", tulis(isi, kode)))
    assert "Di sini: 30" in p.isi
    assert "Di lembar: 40" in p.isi
    p.kirim("Gabungkan")
    assert "Pilih salah satu" in p.isi
    assert not KirimanRencana.objects.exists()
    p.kirim("Gabungkan", **{f"pilih_{int(nomor)}_jp": "luar"})
    assert r.butir.get(nomor=int(nomor)).jp == 40


def test_a_row_marked_as_removed_goes_and_a_lost_row_stays(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    isi[0][-1] = "ya"
    hapus = str(isi[0][1])
    gabung(r, tulis([b for n, b in enumerate(isi) if n != 1], kode))
    assert hapus not in kegiatan(r)
    assert len(kegiatan(r)) == len(isi) - 1


def test_an_agreed_plan_needs_both_again_after_a_sheet_was_joined(saya: Pegawai) -> None:
    r = rencana_pabrik(celah(saya), "disepakati")
    isi, kode = unduh(r)
    isi[0][1] = "Diubah di distrik"
    gabung(r, tulis(isi, kode))
    r.refresh_from_db()
    assert (r.status, r.setuju_pegawai, r.setuju_atasan) == (StatusIdp.DRAF, None, None)
    assert "Digabung dari lembar luring" in [d.get_langkah_display() for d in r.dialog.all()]


def test_dates_of_excel_and_forms_in_small_letters_are_understood(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    isi[0][2], isi[0][4], isi[0][5] = "  magang ", "2027-04-01", "5/4/2027"
    gabung(r, tulis(isi, kode))
    b = r.butir.get(nomor=int(isi[0][0]))
    assert (b.bentuk, b.mulai.isoformat(), b.selesai.isoformat()) == (10, "2027-04-01", "2027-04-05")


# -- a page that waited -------------------------------------------------------------------------


def test_a_plan_that_changed_while_one_looked_is_looked_at_again(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    isi[1][1] = "Diubah di distrik"
    p = Peramban(sebagai(r.pegawai), reverse("karier:rencana_unggah", args=[r.pk]))
    p.kirim("Periksa lembar", berkas=SimpleUploadedFile("lembar.xlsx", tulis(isi, kode)))
    ubah_di_sini(r, 0, alasan="Baru saja")
    p.kirim("Gabungkan")
    assert "Rencana berubah sejak Anda meninjau lembar ini." in p.isi
    assert "Diubah di distrik" not in kegiatan(r)
    p.kirim("Gabungkan")
    assert "Diubah di distrik" in kegiatan(r)


def test_a_look_of_yesterday_or_of_another_account_joins_nothing(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    isi[1][1] = "Diubah di distrik"
    p = Peramban(sebagai(r.pegawai), reverse("karier:rencana_unggah", args=[r.pk]))
    p.kirim("Periksa lembar", berkas=SimpleUploadedFile("lembar.xlsx", tulis(isi, kode)))
    segel = next(f.isian["lembar"] for f in p.halaman.formulir if "lembar" in f.isian)
    lain = rencana_pabrik(celah(PegawaiPabrik(pelaksana=True)))
    url = reverse("karier:rencana_unggah", args=[lain.pk])
    assert sebagai(lain.pegawai).post(url, {"lembar": segel, "versi": 1}).status_code == 302
    client = sebagai(r.pegawai)
    with time_machine.travel(SAAT + timedelta(days=2), tick=False):
        client.force_login(akun_dari(r.pegawai))
        client.post(reverse("karier:rencana_unggah", args=[r.pk]), {"lembar": segel, "versi": r.versi})
    assert "Diubah di distrik" not in kegiatan(r)


# -- read without a network ---------------------------------------------------------------------


def test_the_page_to_take_along_needs_nothing_else(r: RencanaPengembangan) -> None:
    client = sebagai(r.pegawai)
    teks = client.get(reverse("karier:rencana_luring", args=[r.pk])).content.decode()
    assert kegiatan(r)[0] in teks
    assert sheet_code(r) in teks
    assert not [k for k in ("<script", "href=", "src=", "http", "<link", str(r.pegawai.nip)) if k in teks]
    assert len(teks.encode()) < 10_000
    assert "; tanpa biaya." in teks
    assert "Rp 0" not in teks
    assert " sampai " not in teks  # days read as a span: '5–7 Mei 2027'
    assert client.get(reverse("karier:rencana_pdf", args=[r.pk])).content.startswith(b"%PDF")


def test_the_paper_bears_the_day_of_the_person(
    r: RencanaPengembangan, monkeypatch: pytest.MonkeyPatch
) -> None:
    Instansi.objects.filter(pk=r.pegawai.instansi_id).update(zona_waktu="Asia/Jayapura")
    kaki: list[str] = []
    monkeypatch.setattr("karier.services.rencana_kertas.render_pdf", lambda _, isi: kaki.append(isi["kaki"]))
    # Half past midnight of the 6th in the east, still the 5th in UTC.
    lewat_malam = datetime(2026, 12, 5, 15, 30, tzinfo=UTC)
    milik = RencanaPengembangan.objects.get(pk=r.pk)
    plan_paper(rencana=milik, actor=akun_dari(r.pegawai), at=lewat_malam, kanal="uji")
    assert "dicetak 6 Desember 2026" in kaki[0]


def test_another_kind_of_file_is_told_what_is_wanted(r: RencanaPengembangan) -> None:
    isi = unggah(r, b"%PDF-1.7", nama="rencana.pdf").content.decode()
    assert "Lembar rencana adalah berkas Excel (.xlsx)." in isi
    assert ".json" not in isi


def test_an_item_removed_here_and_changed_there_is_asked_about(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    b = r.butir.order_by("urut")[0]
    remove_item(rencana_id=r.pk, butir_id=b.pk, versi=r.versi, actor=akun_dari(r.pegawai), at=SAAT)
    isi[0][6] = 77
    teks = unggah(r, tulis(isi, kode)).content.decode()
    assert "diubah di satu tempat dan dihapus di tempat lain" in teks
    gabung(r, tulis(isi, kode), **{f"pilih_{b.nomor}_hapus": "luar"})
    assert 77 in [x.isi["jp"] for x in text_of(r)]


def test_the_paper_bears_the_day_of_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Nabire it is 1 December while the clock of the machine still says 30 November."""
    orang = celah(PegawaiPabrik(pelaksana=True))
    type(orang.instansi).objects.filter(pk=orang.instansi_id).update(zona_waktu="Asia/Jayapura")
    r = rencana_pabrik(Pegawai.objects.get(pk=orang.pk))
    isi: dict[str, Any] = {}
    monkeypatch.setattr("karier.services.rencana_kertas.render_pdf", lambda _, data: isi.update(data) or b"")
    saat = datetime(2026, 11, 30, 18, 30, tzinfo=UTC)
    plan_paper(rencana=r, actor=akun_dari(orang), at=saat, kanal="uji")
    assert isi["kaki"].endswith("dicetak 1 Desember 2026")
