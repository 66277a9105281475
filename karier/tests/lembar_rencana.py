"""Sheets of a plan for tests: downloaded, written on as in Excel, brought back through the pages."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from asn_karier.tests.peramban import Peramban
from karier.models import RencanaPengembangan
from karier.services.rencana_isi import change_item
from karier.services.rencana_luring import HAPUS, KEPALA, LABEL_KODE, LEMBAR_KODE
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import ISI
from karier.tests.pembaca import akun_dari, sebagai

Isi = list[list[Any]]


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


def unggah(r: RencanaPengembangan, isi: bytes, siapa: Client | None = None, nama: str = "lembar.xlsx") -> Any:
    berkas = SimpleUploadedFile(nama, isi)
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
