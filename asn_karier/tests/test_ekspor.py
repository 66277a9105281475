"""No download holds a cell that a spreadsheet program runs, whatever was typed into any field.

Every text column of every row of the test world is filled with hostile text, then every download is asked for
and opened the way a spreadsheet program does. That no table is written elsewhere is checked in the source.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.test import Client
from django.urls import reverse

from asn_karier.tests.dunia import Dunia, buat_dunia
from asn_karier.tests.kebijakan import KEBIJAKAN, KUNCI
from asn_karier.tests.test_otorisasi import alamat
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
#: One of each way in: first sign, full-width twin, hidden before it, after a separator or a quote.
RACUN = (
    "=1+1", "+1+cmd|'/c calc'!A0", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\uff1d1+1", " =1+1", "a;=1+1",
    'a,"=1+1', "\u200b=1+1",
)  # fmt: skip
PEMICU = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20\u2212]")
ANGKA = re.compile(r"-?[0-9]+(\.[0-9]+)?")
MENULIS = re.compile(r"^\s*(?:import|from) (?:csv|xlsxwriter|openpyxl)\b", re.MULTILINE)
#: What stays as it is: keys of sign-in and of machinery, whose form the code relies on.
BUKAN_ISIAN = [
    "username",
    "password",
    "kode",
    "jenis",
    "sidik",
    "berkas",
    "digest",
    "nik_sandi",
    "nik_indeks",
    "jalur",
    "entri",
    "zona_waktu",
    "model",
    "sasaran",
]
#: Routes that hand out a table have one of these words in their name (or `csv` in their address).
BERNAMA = re.compile("unduh|galat|laporan|nominatif|ekspor|daftar_xlsx|csv")
#: Where a table may be written: the one writer of exports, the empty workbook to fill in. (Example files are
#: made for import, and the reader of CSV writes nothing.)
ABAIKAN = re.compile("/tests/|/contoh/")
PENULIS = {
    "asn_karier/lib/export.py", "karier/services/data_awal_templat.py", "pegawai/services/berkas/csv_buku.py",
    "pegawai/services/impor_kompetensi.py", "pegawai/services/impor_peta.py",
}  # fmt: skip
APP = ("pegawai", "karier", "kinerja", "pelatihan", "mentoring")


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    with django_db_blocker.unblock(), transaction.atomic():
        dunia = buat_dunia()
        BarisImpor.objects.create(
            impor=dunia.objek["pegawai.impor"], nomor=3, status=StatusBaris.DITOLAK, pegawai=dunia.diri,
            galat=[{"kolom": r, "sel": r, "isi": r, "masalah": r, "perbaikan": r} for r in RACUN],
        )  # fmt: skip
        _racuni()
        yield dunia
        transaction.set_rollback(True)


def _diisi(f: Any) -> bool:
    """A text column that people or files fill."""
    kode = f.choices or f.primary_key or f.name in BUKAN_ISIAN
    return isinstance(f, models.CharField | models.TextField) and not kode and (f.max_length or 999) > 3


def _racuni() -> None:
    """Hostile text into every text column that people or files fill, as much as each holds."""
    racun = cycle(RACUN)
    for model in (m for m in apps.get_models() if m._meta.app_label in APP):
        kolom = [f for f in model._meta.concrete_fields if _diisi(f)]
        for objek in model._base_manager.all():
            for f in kolom:
                _tulis(objek, f, next(racun))


def _tulis(objek: Any, f: Any, teks: str) -> None:
    unik = f"{teks}{objek.pk}" if f.unique else teks
    try:
        with transaction.atomic():
            type(objek)._base_manager.filter(pk=objek.pk).update(**{f.name: unik[: f.max_length]})
    except IntegrityError:
        pass  # two rows may not be alike there; one of them is poisoned


def _minta(dunia: Dunia, tujuan: str) -> Any:
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = dunia.sesi["super"]
    return client.get(tujuan)


def _unduhan(dunia: Dunia) -> Iterator[tuple[str, str, bytes]]:
    """Every answer that is a table file: name of the route, kind, bytes."""
    for nama in sorted({nama for nama, metode in KEBIJAKAN if metode == "GET"}):
        kunci = [str(k) for k in KUNCI[nama](dunia)] if nama in KUNCI else []
        if not BERNAMA.search(nama) and "csv" not in kunci:
            continue
        tujuan = {alamat(dunia, nama)}
        if kunci and kunci[-1] == "csv":
            tujuan.add(reverse(nama, args=[*kunci[:-1], "xlsx"]))
        tujuan |= {f"{t}?unduh={b}" for t in list(tujuan) if "laporan" in nama for b in ("csv", "xlsx")}
        for satu in sorted(tujuan):
            jawaban = _minta(dunia, satu)
            jenis = jawaban.get("Content-Type", "")
            if jenis.startswith(("text/csv", "application/vnd.openxml")):
                isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
                yield nama, jenis, isi


def test_no_download_holds_a_cell_that_runs(dunia: Dunia) -> None:
    ditemukan: dict[str, int] = {}
    for nama, jenis, isi in _unduhan(dunia):
        periksa = _periksa_csv if jenis.startswith("text/csv") else _periksa_xlsx
        assert not (salah := list(periksa(isi))), (nama, salah[:3])
        ditemukan[nama] = ditemukan.get(nama, 0) + isi.count(b"1+1") + (b"PK" in isi[:2])
    assert len(ditemukan) >= 4, sorted(ditemukan)
    beracun = {n for n, banyak in ditemukan.items() if banyak}
    assert len(beracun) >= 4, "the hostile text must reach the files, or nothing was shown"


def test_tables_are_written_in_one_place() -> None:
    """A second writer of CSV or XLSX would not know what a spreadsheet program runs."""
    akar = Path(settings.BASE_DIR)
    memakai = {
        jalur.relative_to(akar).as_posix()
        for app in ("asn_karier", *APP)
        for jalur in (akar / app).rglob("*.py")
        if not ABAIKAN.search(jalur.as_posix()) and MENULIS.search(jalur.read_text())
    }
    assert memakai <= PENULIS, memakai - PENULIS


def _periksa_csv(isi: bytes) -> Iterator[str]:
    """Cells that run when the file is split at any separator that some region uses."""
    teks = isi.decode("utf-8-sig")
    for pemisah in (",", ";", "\t"):
        # Its own separator keeps cells with line ends whole; with another one every line stands alone.
        baris_fisik = io.StringIO(teks, newline="") if pemisah == "," else re.split("[\r\n]+", teks)
        for baris in csv.reader(baris_fisik, delimiter=pemisah):
            for sel in baris:
                awal = sel.lstrip(' "\u00a0\u200b\ufeff')
                if awal and PEMICU.match(awal) and not ANGKA.fullmatch(awal):
                    yield f"{pemisah!r}: {sel!r}"


def _periksa_xlsx(isi: bytes) -> Iterator[str]:
    """Formulas, links and cells of text that are not typed as text."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for nama in arsip.namelist():
            if "externalLink" in nama or nama.endswith("vbaProject.bin"):
                yield nama
            if nama.startswith("xl/worksheets/sheet"):
                lembar = arsip.read(nama)
                yield from (m.decode() for m in re.findall(rb"<f[ >].{0,40}", lembar))
                yield from (m.decode() for m in re.findall(rb"<hyperlink.{0,40}", lembar))
