"""Stored files without a row: found, told apart from young ones and used ones, removed only when asked."""

from __future__ import annotations

import io
import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import models, transaction
from django.utils import timezone

from karier.models import SuratPengantar
from karier.services.surat import simpan_ttd
from pegawai.models import Bukti, Impor
from pegawai.services import brankas
from pegawai.services.bukti import simpan_bukti
from pegawai.services.impor import upload
from pegawai.services.sapu_berkas import kolom_berkas, sweep_files
from pegawai.tests.berkas_buatan import AT
from pegawai.tests.berkas_bukti import pdf, unggahan
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, hr_dari
from pelatihan.models import Materi

pytestmark = pytest.mark.django_db
KOSONG = {"dipakai": 0, "baru": 0, "yatim": 0, "dihapus": 0, "asing": 0}


@pytest.fixture(autouse=True)
def _wadah(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def tua(nama: str) -> str:
    """The same file, stored two days ago."""
    saat = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(default_storage.path(nama), (saat, saat))
    return nama


def tersimpan_lalu_batal() -> str:
    """The name of evidence whose transaction rolled back after it was stored."""
    nama = ""
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - both lines are the case
        nama = simpan_bukti(berkas=unggahan(), pengguna=PenggunaPabrik(), at=AT).berkas
        raise RuntimeError
    return nama


def dipakai() -> list[str]:
    """One file of every kind that has a row, all of them old."""
    instansi = InstansiPabrik()
    hr = hr_dari(instansi)
    bukti = simpan_bukti(berkas=unggahan(), pengguna=hr, at=AT).berkas
    isi = b"Id;NamaUnor;DiatasanId\nu1;Dinas;\n"
    impor = upload(instansi=instansi, jenis="unit", nama_berkas="u.csv", isi=isi, actor=hr, at=AT)
    ttd, sidik = simpan_ttd(pdf())
    SuratPengantar.objects.create(
        instansi=instansi, periode=AT.date(), kunci="k", dibuat_oleh=hr, dibuat_pada=AT,
        berkas_ttd=ttd, sidik_ttd=sidik,
    )  # fmt: skip
    return [tua(nama) for nama in (bukti, str(impor.berkas), ttd)]


def sapu(*pilihan: str) -> dict[str, int]:
    keluar = io.StringIO()
    call_command("sapu_berkas", *pilihan, stdout=keluar)
    hasil: dict[str, int] = json.loads(keluar.getvalue())
    return hasil


def test_only_old_files_without_a_row_go_and_only_when_that_is_asked() -> None:
    milik = dipakai()
    yatim, muda = tua(tersimpan_lalu_batal()), tersimpan_lalu_batal()
    impor_yatim = tua(brankas.simpan(io.BytesIO(b"x")))
    ada = {**KOSONG, "dipakai": 3, "baru": 1, "yatim": 2}
    assert sapu() == ada
    assert default_storage.exists(yatim)
    assert sapu("--hapus") == {**ada, "dihapus": 2}
    assert [default_storage.exists(n) for n in (yatim, impor_yatim)] == [False, False]
    assert all(default_storage.exists(n) for n in (*milik, muda))
    assert sapu("--hapus") == {**ada, "yatim": 0}


def test_what_does_not_bear_a_name_of_the_vault_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "bukti" / "2025"
    folder.mkdir(parents=True)
    (folder / "catatan.txt").write_text("milik pengelola")
    tua("bukti/2025/catatan.txt")
    assert sapu("--hapus") == {**KOSONG, "asing": 1}
    assert default_storage.exists("bukti/2025/catatan.txt")


def test_an_empty_vault_is_no_fault() -> None:
    assert sapu("--hapus") == KOSONG


def test_a_file_that_goes_while_it_is_looked_at_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    nama = tua(tersimpan_lalu_batal())
    default_storage.delete(nama)
    monkeypatch.setattr(brankas, "daftar", lambda: iter([nama]))
    assert sapu("--hapus") == KOSONG


def test_any_storage_of_django_will_do(settings: Any) -> None:
    memori = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memori}
    nama = tersimpan_lalu_batal()
    milik = simpan_bukti(berkas=unggahan(), pengguna=PenggunaPabrik(), at=AT).berkas
    besok_lusa = timezone.now() + timedelta(days=2)
    assert sweep_files(at=besok_lusa, hapus=True) == {**KOSONG, "dipakai": 1, "yatim": 1, "dihapus": 1}
    assert (default_storage.exists(nama), default_storage.exists(milik)) == (False, True)


def test_every_column_that_names_a_stored_file_is_known_to_the_sweep() -> None:
    """One that is forgotten would lose its files: columns of files are called `berkas` or `berkas_...`."""
    bernama = {
        (model, f.name)
        for model in apps.get_models()
        if not model._meta.proxy
        for f in model._meta.concrete_fields
        if isinstance(f, models.FileField)
        or (isinstance(f, models.CharField) and f.name.split("_")[0] == "berkas")
    }
    assert set(kolom_berkas()) == bernama
    assert {m for m, _ in bernama} == {Bukti, Impor, Materi, SuratPengantar}
