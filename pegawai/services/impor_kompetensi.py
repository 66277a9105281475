"""Reader of competency tests: a row per competency, or a row per person with the nine in columns.

Both shapes may stand in one workbook, each on its own sheet. The levels go through `services.kompetensi`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from django.db.models import QuerySet
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.kamus import LABEL
from pegawai.models import AsesmenKompetensi, BarisImpor, Impor, KompetensiTeknis, LevelTeknis
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, baku, temukan_tabel
from pegawai.services.impor_catatan import (
    NIP,
    Catatan,
    CatatanModel,
    JenisCatatan,
    KonteksCatatan,
    UsulanCatatan,
    periksa_catatan,
    terapkan_catatan,
)
from pegawai.services.impor_pembaca import Pemeriksaan
from pegawai.services.kompetensi import LevelBaru, write_levels

TANGGAL, KOMPETENSI, LEVEL, SAMPAI, SUMBER = "TANGGAL", "KOMPETENSI", "LEVEL", "BERLAKU SAMPAI", "SUMBER"
SKEMA: Final = Skema("Hasil uji kompetensi", (NIP, TANGGAL))
KEPALA_SATU: Final = (NIP, TANGGAL, KOMPETENSI, LEVEL, SAMPAI, SUMBER)
#: Official names in official order, as they stand above columns.
SEMBILAN: Final = {k.value: LABEL[KompetensiMansoskul][k] for k in KompetensiMansoskul}
KEPALA_SEMBILAN: Final = (NIP, TANGGAL, *SEMBILAN.values(), SAMPAI, SUMBER)


class PembacaKompetensi:
    kode = "kompetensi"
    judul = "Hasil uji kompetensi"
    petunjuk = (
        "XLSX atau CSV dengan kolom NIP, Tanggal, Kompetensi, Level, Berlaku sampai, Sumber; atau satu baris "
        "per pegawai dengan sembilan kolom kompetensi."
    )

    def templat(self) -> bytes:
        """An empty workbook with both shapes."""
        keluar = BytesIO()
        buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
        tebal, teks = buku.add_format({"bold": True}), buku.add_format({"num_format": 49})
        for nama, kepala in ((LevelSatu.lembar, KEPALA_SATU), (Sembilan.lembar, KEPALA_SEMBILAN)):
            lembar = buku.add_worksheet(nama)
            lembar.set_column(0, 0, 22, teks)
            for kolom, judul in enumerate(kepala):
                lembar.set_column(max(kolom, 1), max(kolom, 1), max(14, len(judul) + 2))
                lembar.write_string(0, kolom, judul, tebal)
        buku.close()
        return keluar.getvalue()

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with what is stored; DomainError when no sheet has one of the two shapes."""
        lembar = list(_sheets(impor, buku))
        if not lembar:
            temukan_tabel(buku, SKEMA)  # says what is missing when there is no header at all
            raise DomainError(
                "kompetensi_tanpa_kolom",
                "Kolom kompetensinya tidak ditemukan.",
                tindakan="Tambahkan kolom Kompetensi dan Level, atau sembilan kolom dari contoh berkas.",
            )
        return periksa_catatan(impor, lembar, {"lembar": [t.lembar for _, t in lembar]})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write one piece; see `impor_catatan`."""
        sumber = f"Uji kompetensi: {impor.nama_berkas}"
        konteks = KonteksCatatan(impor.instansi_id, impor.diterapkan_oleh or impor.oleh, at, sumber)
        terapkan_catatan([LevelSatu(impor), Sembilan(impor)], baris, konteks)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Nothing follows: the next run reads the levels."""


def _sheets(impor: Impor, buku: Buku) -> Iterator[tuple[JenisCatatan, Tabel]]:
    """The first visible sheet of each shape."""
    sisa: dict[str, type[LevelSatu] | type[Sembilan]] = {"satu": LevelSatu, "sembilan": Sembilan}
    for satu in buku.lembar:
        if not satu.terlihat:
            continue
        try:
            tabel = temukan_tabel(buku, SKEMA, satu.nama)
        except DomainError as salah:
            if salah.kode in ("kepala_tidak_ada", "berkas_kosong"):
                continue
            raise
        if jenis := sisa.pop(_shape(tabel), None):
            yield jenis(impor), tabel


def _shape(tabel: Tabel) -> str:
    if KOMPETENSI in tabel.kolom and LEVEL in tabel.kolom:
        return "satu"
    return "sembilan" if any(baku(nama) in tabel.kolom for nama in SEMBILAN.values()) else ""


def read_nine(isian: Isian, *, terendah: int = 0) -> dict[str, Any]:
    """The nine levels of a row; at least one must be there."""
    level = {k: isian.bilangan(baku(nama), terendah, 5) for k, nama in SEMBILAN.items()}
    if not isian.galat and all(nilai is None for nilai in level.values()):
        isian.tolak(
            TANGGAL,
            "tidak satu pun kompetensi terisi",
            f"Isi level {terendah} sampai 5, atau hapus barisnya.",
        )
    return level


def read_rest(isian: Isian, hari_ini: date) -> dict[str, Any]:
    """The day, how long it counts, and who tested."""
    tanggal, sampai = isian.tanggal(TANGGAL, wajib=True), isian.tanggal(SAMPAI)
    if tanggal and tanggal > hari_ini:
        isian.tolak(TANGGAL, "tanggal ini belum tiba", "Isi tanggal uji kompetensinya.")
    if tanggal and sampai and sampai < tanggal:
        isian.tolak(SAMPAI, "sebelum tanggal ujinya", "Periksa kedua tanggal pada sertifikatnya.")
    return {
        "tanggal": tanggal.isoformat() if tanggal else None,
        "berlaku_sampai": sampai.isoformat() if sampai else None,
        "sumber": isian.teks(SUMBER, maks=120),
    }


class CatatanAsesmen(CatatanModel):
    """One row of nine levels. A confirmation by the atasan of the same day is another row, and stays."""

    model = AsesmenKompetensi
    kunci_kolom = ("tanggal",)
    label_kunci = {"tanggal": "Tanggal asesmen"}
    label = {**SEMBILAN, "berlaku_sampai": "Berlaku sampai", "sumber": "Sumber"}

    def tersimpan(self) -> QuerySet[AsesmenKompetensi]:
        return AsesmenKompetensi.objects.filter(asal=SumberKompetensi.ASESMEN)

    def tambahan(self, sumber: str) -> dict[str, Any]:
        """The source is a column of the file; `simpan` names the file where it says nothing."""
        return {}

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        level = [baru for u in usulan for baru in _levels(u.objek, konteks.sumber)]
        write_levels(level=level, actor=konteks.actor, at=konteks.at, alasan=konteks.sumber)


def _levels(a: AsesmenKompetensi, sumber: str) -> Iterator[LevelBaru]:
    for k in SEMBILAN:
        if (nilai := getattr(a, k)) is not None:
            yield LevelBaru(
                a.pegawai_id,
                nilai,
                a.tanggal,
                kompetensi=k,
                berlaku_sampai=a.berlaku_sampai,
                sumber=a.sumber or sumber,
            )


class Sembilan(CatatanAsesmen):
    """The shape with nine columns."""

    lembar = "Sembilan kompetensi"

    def __init__(self, impor: Impor) -> None:
        self._hari_ini = timezone.localdate(impor.dibuat_pada)

    def baca(self, isian: Isian) -> dict[str, Any]:
        return {**read_rest(isian, self._hari_ini), **read_nine(isian)}


class LevelSatu:
    """The shape with one competency per row: one of the nine by its name, or a technical one."""

    lembar = "Kompetensi"

    def __init__(self, impor: Impor) -> None:
        self._hari_ini = timezone.localdate(impor.dibuat_pada)
        self._teknis: dict[str, list[tuple[int, str]]] = defaultdict(list)
        milik = KompetensiTeknis.objects.untuk(impor.instansi_id).order_by("pk")
        for pk, kode, nama in milik.values_list("pk", "kode", "nama"):
            for sebutan in {baku(kode), baku(nama)}:
                self._teknis[sebutan].append((pk, nama))
        self._sembilan = {baku(nama): k for k, nama in SEMBILAN.items()}

    def baca(self, isian: Isian) -> dict[str, Any]:
        kompetensi, teknis = self._which(isian)
        return {
            **read_rest(isian, self._hari_ini),
            "kompetensi": kompetensi,
            "teknis_id": teknis,
            "level": isian.bilangan(LEVEL, 0, 5, wajib=True),
        }

    def _which(self, isian: Isian) -> tuple[str, int | None]:
        nama = isian.teks(KOMPETENSI, maks=200, wajib=True)
        if not nama or baku(nama) in self._sembilan:
            return self._sembilan.get(baku(nama), ""), None
        cocok = self._teknis.get(baku(nama), [])
        if len(cocok) == 1:
            return "", cocok[0][0]
        masalah = f"dipakai oleh {len(cocok)} kompetensi" if cocok else "tidak dikenal"
        perbaikan = (
            "Tulis kodenya." if cocok else "Tulis seperti pada daftar Kompetensi teknis, atau tambahkan."
        )
        isian.tolak(KOMPETENSI, masalah, perbaikan, isi=nama)
        return "", None

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return f"{isi['tanggal']}|{isi['kompetensi']}|{isi['teknis_id']}"

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """(level, last day, source) as stored, by person and key; a competency not assessed has none."""
        pk = {c.pegawai_id for c in catatan}
        asesmen = AsesmenKompetensi.objects.filter(pegawai__in=pk, asal=SumberKompetensi.ASESMEN)
        teknis = LevelTeknis.objects.filter(pegawai__in=pk, asal=SumberKompetensi.ASESMEN)
        if kunci:
            asesmen, teknis = asesmen.select_for_update(), teknis.select_for_update()
        ada = {
            (a.pegawai_id, f"{a.tanggal}|{k}|None"): (nilai, a.berlaku_sampai, a.sumber)
            for a in asesmen
            for k in SEMBILAN
            if (nilai := getattr(a, k)) is not None
        }
        lain = {
            (t.pegawai_id, f"{t.tanggal}||{t.kompetensi_id}"): (t.level, t.berlaku_sampai, t.sumber)
            for t in teknis
        }
        return {**ada, **lain}

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        isi = catatan.isi
        sampai = date.fromisoformat(isi["berlaku_sampai"]) if isi["berlaku_sampai"] else None
        lama = tersimpan.get((catatan.pegawai_id, self.kunci(isi)))
        baru = LevelBaru(
            catatan.pegawai_id,
            isi["level"],
            date.fromisoformat(isi["tanggal"]),
            kompetensi=isi["kompetensi"],
            teknis_id=isi["teknis_id"],
            berlaku_sampai=sampai,
            sumber=isi["sumber"],
        )
        kini = (isi["level"], sampai, isi["sumber"])
        return UsulanCatatan(baru, lama is None, _differences(lama or (None, None, ""), kini))

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        level = [u.objek._replace(sumber=u.objek.sumber or konteks.sumber) for u in usulan]
        write_levels(level=level, actor=konteks.actor, at=konteks.at, alasan=konteks.sumber)


def _differences(lama: tuple[Any, ...], kini: tuple[Any, ...]) -> list[dict[str, str]]:
    """What changes; an empty cell never erases."""
    return [
        {"kolom": nama, "lama": _words(dulu), "baru": _words(nilai)}
        for nama, dulu, nilai in zip(("Level", "Berlaku sampai", "Sumber"), lama, kini, strict=True)
        if nilai not in (None, "") and dulu != nilai
    ]


def _words(nilai: Any) -> str:
    return kata.tanggal(nilai) if isinstance(nilai, date) else "" if nilai is None else str(nilai)
