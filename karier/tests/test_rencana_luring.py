"""A plan written on without a network comes back with its code: real XLSX bytes, both ways."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from asn_karier.tests.peramban import Peramban
from karier.enums import StatusIdp
from karier.models import KirimanRencana, RencanaPengembangan
from karier.services.rencana_isi import add_item, change_item, remove_item
from karier.services.rencana_luring import HAPUS, KEPALA, LABEL_KODE, LEMBAR_KODE, sheet_code
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import ISI, celah, rencana_pabrik
from karier.tests.pembaca import akun_dari, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
Isi = list[list[Any]]


@pytest.fixture
def r(saya: Pegawai) -> RencanaPengembangan:
    return rencana_pabrik(celah(saya))


def unduh(r: RencanaPengembangan) -> tuple[Isi, str]:
    """The rows of the sheet below its heading as Excel shows them, and its code."""
    jawaban = sebagai(r.pegawai).get(reverse("karier:rencana_unduh_lembar", args=[r.pk]))
    buku = CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban.streaming_content)))  # type: ignore[attr-defined]
    semua = buku.get_sheet_by_index(0).to_python()
    assert semua[0] == [*KEPALA.values(), HAPUS]
    ket = {b[0]: b[1] for b in buku.get_sheet_by_name(LEMBAR_KODE).to_python()}
    return [b for b in semua[1:] if any(b)], str(ket[LABEL_KODE])


def tulis(isi: Iterable[list[Any]], kode: str, kepala: list[str] | None = None, rumus: str = "") -> bytes:
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False})
    lembar, ket = buku.add_worksheet("Rencana"), buku.add_worksheet(LEMBAR_KODE)
    for n, baris in enumerate([kepala or [*KEPALA.values(), HAPUS], *isi]):
        for k, nilai in enumerate(baris):
            lembar.write(n, k, nilai)
    if rumus:
        lembar.write_formula(1, 1, rumus, value="x")
    ket.write_row(0, 0, [LABEL_KODE, kode])
    buku.close()
    return keluar.getvalue()


def unggah(r: RencanaPengembangan, isi: bytes, siapa: Client | None = None) -> Any:
    berkas = SimpleUploadedFile("lembar.xlsx", isi)
    return (siapa or sebagai(r.pegawai)).post(
        reverse("karier:rencana_unggah", args=[r.pk]), {"berkas": berkas}
    )


def gabung(r: RencanaPengembangan, isi: bytes, **pilihan: str) -> Peramban:
    """Through the pages: chosen, looked at, joined."""
    p = Peramban(sebagai(r.pegawai), reverse("karier:rencana_unggah", args=[r.pk]))
    p.kirim("Periksa lembar", berkas=SimpleUploadedFile("lembar.xlsx", isi))
    p.kirim("Gabungkan", **pilihan)
    return p


def kegiatan(r: RencanaPengembangan) -> list[str]:
    return [str(b.isi["kegiatan"]) for b in text_of(r)]


def ubah_di_sini(r: RencanaPengembangan, ke: int, **isi: Any) -> None:
    r.refresh_from_db()
    b = r.butir.order_by("urut")[ke]
    kini = {n: getattr(b, n) for n in ISI._fields}
    change_item(
        rencana_id=r.pk, butir_id=b.pk, isi=ISI._replace(**{**kini, **isi}), versi=r.versi,
        actor=akun_dari(r.pegawai), at=SAAT,
    )  # fmt: skip


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


# -- read without a network ---------------------------------------------------------------------


def test_the_page_to_take_along_needs_nothing_else(r: RencanaPengembangan) -> None:
    client = sebagai(r.pegawai)
    teks = client.get(reverse("karier:rencana_luring", args=[r.pk])).content.decode()
    assert kegiatan(r)[0] in teks
    assert sheet_code(r) in teks
    assert not [k for k in ("<script", "href=", "src=", "http", "<link", str(r.pegawai.nip)) if k in teks]
    assert len(teks.encode()) < 10_000
    assert client.get(reverse("karier:rencana_pdf", args=[r.pk])).content.startswith(b"%PDF")


def test_an_item_removed_here_and_changed_there_is_asked_about(r: RencanaPengembangan) -> None:
    isi, kode = unduh(r)
    b = r.butir.order_by("urut")[0]
    remove_item(rencana_id=r.pk, butir_id=b.pk, versi=r.versi, actor=akun_dari(r.pegawai), at=SAAT)
    isi[0][6] = 77
    teks = unggah(r, tulis(isi, kode)).content.decode()
    assert "diubah di satu tempat dan dihapus di tempat lain" in teks
    gabung(r, tulis(isi, kode), **{f"pilih_{b.nomor}_hapus": "luar"})
    assert 77 in [x.isi["jp"] for x in text_of(r)]
