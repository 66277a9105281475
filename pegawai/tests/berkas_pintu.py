"""A file through the doors that HR uses: upload page, worker, preview page, Simpan; and what was stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import Impor, Instansi
from pegawai.services.impor_kerja import periksa, terapkan
from pegawai.tests.berkas_dasar import Dasar, Kasus

#: What an import writes about itself is no change of the data of people.
_BUKAN_DATA = (
    "impor",
    "barisimpor",
    "tulisanimpor",
    "jejak",
    "session",
    "perubahan",
)


@dataclass(slots=True)
class Hasil:
    """What came of a file. `teks` is all that the person reads about it."""

    kode: str = ""
    teks: str = ""
    impor: Impor | None = None
    ditolak: list[int] = field(default_factory=list)


def lewat_pintu(client: Client, instansi: Instansi, jenis: str, nama: str, isi: bytes) -> Hasil:
    """Upload, check, look, and press Simpan where the page offers it."""
    berkas = SimpleUploadedFile(nama, isi)
    isian = {"jenis": jenis, "instansi": instansi.pk, "berkas": berkas}
    jawab = client.post(reverse("admin:pegawai_impor_add"), isian)
    if jawab.status_code != 302:
        assert jawab.status_code == 200
        return Hasil("formulir", " ".join(jawab.context["form"].errors.get("berkas", [])))
    impor = periksa(int(jawab.url.rstrip("/").split("/")[-2]))  # type: ignore[attr-defined]
    hasil = Hasil(impor.ringkasan.get("kode", ""), impor.pesan, impor)
    halaman = client.get(jawab.url, {"tab": "ditolak"})  # type: ignore[attr-defined]
    assert halaman.status_code == 200
    hasil.teks = " ".join([impor.pesan, *impor.ringkasan.get("catatan", []), *_kata_baris(impor)])
    if impor.status == StatusImpor.DIPERIKSA:
        ditolak = impor.baris.filter(status=StatusBaris.DITOLAK).order_by("nomor")
        hasil.ditolak = list(ditolak.values_list("nomor", flat=True))
        assert all(g["kolom"] and g["masalah"] and g["perbaikan"] for b in ditolak for g in b.galat)
        if url := halaman.context.get("url_terapkan"):
            assert client.post(url).status_code == 302
            hasil.impor = terapkan(impor.pk)
    return hasil


def _kata_baris(impor: Impor) -> Iterable[str]:
    for baris in impor.baris.all():
        for g in (*baris.galat, *baris.peringatan):
            yield f"{g['kolom']} {g['sel']} {g['masalah']}"


def potret() -> str:
    """A fingerprint of everything stored, except the trail and the imports."""
    return _sidik(_BUKAN_DATA, ())


def potret_isi() -> str:
    """The same without histories, versions and clocks: what the records say."""
    return _sidik((*_BUKAN_DATA, *_SEJARAH), ("versi", "diubah_pada", "dibuat_pada"))


def _sidik(tanpa_model: Iterable[str], tanpa_kolom: Iterable[str]) -> str:
    sidik = hashlib.sha256()
    for model in sorted(apps.get_models(), key=lambda m: m._meta.label_lower):
        if model._meta.proxy or model._meta.model_name in tanpa_model or model._meta.app_label not in _APP:
            continue
        baris = sorted(repr(_isi(o, tanpa_kolom)) for o in model._default_manager.all())
        sidik.update(f"{model._meta.label}{baris}".encode())
    return sidik.hexdigest()


#: What remembers who rated whom is kept by the database and only grows.
_SEJARAH = [
    *(m._meta.model_name for m in apps.get_models() if m.__name__.startswith("Historical")),
    "riwayatatasan",
]
_APP = ("pegawai", "kinerja", "pelatihan", "mentoring", "karier")


def _isi(objek: Any, tanpa: Iterable[str]) -> dict[str, Any]:
    return {f.attname: getattr(objek, f.attname) for f in objek._meta.concrete_fields if f.name not in tanpa}


def uji_kasus(kasus: Kasus, dasar: Dasar, hasil: Hasil, *, utuh: bool) -> None:
    """What every importer keeps: the refusal with its words, and `utuh` (nothing stored) when refused."""
    h, impor = kasus.harap, hasil.impor
    assert h.kata in hasil.teks, hasil.teks
    if impor is None or impor.status == StatusImpor.DITOLAK:
        assert impor is None or hasil.kode == h.kode or not h.kode, (hasil.kode, hasil.teks)
        assert (h.kode or h.kata) and not h.baris, f"this file should be read: {hasil.teks}"  # noqa: PT018
        assert hasil.teks.endswith("."), "every refusal is a sentence"
        assert utuh
        return
    assert not h.kode, hasil.teks
    banyak = len(dasar.baris) + (kasus.kode == "D-27")
    awal = 2 + len(dasar.pembuka)
    assert hasil.ditolak == [awal + (n if n >= 0 else banyak + n) for n in h.baris], hasil.teks
    sisa = banyak - len(h.baris)
    assert impor.ringkasan["baru"] == sisa
    assert impor.status == StatusImpor.DITERAPKAN
