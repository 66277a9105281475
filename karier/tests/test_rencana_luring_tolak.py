"""Sheets that are refused: forged, foreign, old and repeated codes, hostile files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from karier.models import RencanaPengembangan
from karier.services.rencana_gabung import join_sheet
from karier.services.rencana_isi import add_item
from karier.services.rencana_luring import HAPUS, KEPALA, sheet_code
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.lembar_rencana import Isi, gabung, tulis, ubah_di_sini, unduh, unggah
from karier.tests.pabrik_rencana import ISI, celah, rencana_pabrik
from karier.tests.pembaca import akun_dari, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def r(saya: Pegawai) -> RencanaPengembangan:
    return rencana_pabrik(celah(saya))


# -- codes that do not fit ----------------------------------------------------------------------


def test_the_same_sheet_twice_is_told_kindly(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    isi[0][1] = "Diubah di distrik"
    berkas = tulis(isi, kode)
    gabung(r, berkas)
    sebelum = text_of(r)
    jawaban = unggah(r, berkas)
    assert "Isi lembar ini sudah digabung pada 21 November 2026" in jawaban.content.decode()
    assert text_of(r) == sebelum


def test_a_second_press_at_the_same_moment_finds_the_sheet_joined(
    r: RencanaPengembangan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dua_kali(**isi: Any) -> Any:
        join_sheet(**isi)
        return join_sheet(**isi)

    monkeypatch.setattr("karier.views.rencana_luring.join_sheet", dua_kali)
    isi, kode = unduh(r)
    isi[0][1] = "Diubah di distrik"
    assert "Isi lembar ini sudah digabung pada" in gabung(r, tulis(isi, kode)).isi
    assert text_of(r)[0].isi["kegiatan"] == "Diubah di distrik"


def test_the_same_code_with_other_words_is_looked_at_again(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    isi[0][1] = "Pertama"
    gabung(r, tulis(isi, kode))
    isi[0][1] = "Kedua"
    teks = unggah(r, tulis(isi, kode)).content.decode()
    assert "pernah digabung pada" in teks
    assert "Di sini: Pertama" in teks
    assert "Di lembar: Kedua" in teks


def test_an_old_code_of_an_earlier_version_is_joined_over_what_it_began_with(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    for ke in range(3):
        ubah_di_sini(r, 0, alasan=f"Versi {ke}")
    isi[1][8] = "Dari distrik"
    gabung(r, tulis(isi, kode))
    assert [b.isi["alasan"] for b in text_of(r)][:2] == ["Versi 2", "Dari distrik"]


def _palsu(kode: str) -> str:
    return kode[:-1] + ("A" if kode[-1] != "A" else "B")


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        (_palsu, "bukan kode yang diterbitkan di sini"),
        (lambda k: k.replace("IDP-", "IDP-9", 1), "milik rencana lain"),
        (lambda _: "", "Kode lembar tidak terbaca"),
        (lambda k: k[:12], "Kode lembar tidak terbaca"),
    ],
)
def test_a_forged_foreign_or_lost_code_is_refused(
    r: RencanaPengembangan, ganti: Callable[[str], str], kalimat: str
) -> None:
    isi, kode = unduh(r)
    assert kalimat in unggah(r, tulis(isi, ganti(kode))).content.decode()


def test_a_code_of_words_that_nobody_took_along_is_refused(r: RencanaPengembangan) -> None:
    isi, _ = unduh(r)
    ubah_di_sini(r, 0, alasan="Lain")
    r.refresh_from_db()
    assert "tidak tersimpan lagi" in unggah(r, tulis(isi, sheet_code(r))).content.decode()


def test_a_sheet_of_somebody_else_opens_no_door(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    lain = rencana_pabrik(celah(PegawaiPabrik(pelaksana=True)))
    assert "milik rencana lain" in unggah(lain, tulis(isi, kode)).content.decode()
    assert unggah(r, tulis(isi, kode), sebagai(lain.pegawai)).status_code == 404


# -- hostile files ------------------------------------------------------------------------------


def _tanpa_kolom(isi: Isi, kode: str) -> bytes:
    return tulis([b[1:] for b in isi], kode, kepala=[*list(KEPALA.values())[1:], HAPUS])


def _ganti(isi: Isi, nilai: dict[int, str]) -> Isi:
    return [[nilai.get(k, sel) for k, sel in enumerate(b)] for b in isi]


def _bom(isi: Isi, kode: str) -> bytes:
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", b"\0" * 30_000_000)
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("berkas", "kalimat"),
    [
        (lambda isi, kode: tulis(isi, kode, rumus="=1+1"), "berisi rumus"),
        (_tanpa_kolom, "Judul kolom"),
        (_bom, ""),
        (lambda isi, kode: b"PK\x03\x04rusak", ""),
        (lambda isi, kode: b"nomor;kegiatan", "CSV"),
        (
            lambda isi, kode: tulis([[*b[:6], "banyak", *b[7:]] for b in isi], kode),
            "bukan bilangan yang wajar",
        ),
        (
            lambda isi, kode: tulis([[*b[:4], "31-02-2027", *b[5:]] for b in isi], kode),
            "tidak ada dalam kalender",
        ),
        (lambda isi, kode: tulis([isi[0], isi[0]], kode), "tertulis dua kali"),
        (lambda isi, kode: tulis([[1, "x" * 400, *isi[0][2:]]], kode), "terlalu panjang"),
        (lambda isi, kode: tulis([["", *isi[0][1:]] for _ in range(30)], kode), "paling banyak 20 kegiatan"),
        (lambda isi, kode: tulis([["", *isi[0][1:]] for _ in range(200)], kode), "paling banyak 80 baris"),
        (
            lambda isi, kode: tulis([[*b[:4], "02-03-2027", "01-03-2027", *b[6:]] for b in isi], kode),
            "lebih awal",
        ),
    ],
)
def test_a_hostile_sheet_is_answered_with_what_to_do(
    r: RencanaPengembangan, berkas: Callable[[Isi, str], bytes], kalimat: str
) -> None:
    isi, kode = unduh(r)
    jawaban = unggah(r, berkas(isi, kode))
    teks = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "Ada yang perlu diperbaiki" in teks
    assert kalimat in teks


def test_what_is_typed_into_a_plan_never_runs_in_excel(r: RencanaPengembangan) -> None:
    ubah_di_sini(r, 0, kegiatan="=HYPERLINK(1)", tujuan="+1", alasan="@x")
    isi, kode = unduh(r)
    assert isi[0][1] == "=HYPERLINK(1)"
    assert "Isi lembar sama" in unggah(r, tulis(isi, kode)).content.decode()


def test_more_items_than_a_plan_holds_are_refused_after_joining(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    for _ in range(15):
        r.refresh_from_db()
        add_item(rencana_id=r.pk, isi=ISI, versi=r.versi, actor=akun_dari(r.pegawai), at=SAAT)
    isi += [["", f"Baru {n}", *isi[0][2:]] for n in range(5)]
    assert "lebih dari 20 kegiatan" in gabung(r, tulis(isi, kode)).isi
