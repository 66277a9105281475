"""Reader of a catalogue from Excel or CSV: the own programmes of the government that brings the file.

One row is one programme, known by its name. An empty cell changes nothing, and nothing is deleted. What all
governments share is not touched: a row with the name of a shared programme makes the copy that stands in its
place. Rows that lack something are handed back as a file to complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final, NamedTuple

from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import Tabel, tulis_xlsx
from pegawai.enums import BentukPengembangan, KompetensiMansoskul, StatusBaris
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import BarisImpor, Impor
from pegawai.services.berkas import Buku, Isian, Nilai, Skema, baku, temukan_tabel
from pegawai.services.impor_pembaca import Pemeriksaan, tolak_baris
from pelatihan.enums import Metode
from pelatihan.kamus import LABEL
from pelatihan.models import KompetensiPelatihan, Pelatihan
from pelatihan.rules.bentuk import bentuk_dari_nama
from pelatihan.services.katalog_isi import copy_program, save_program

NAMA, BENTUK, METODE, JP, KOMPETENSI = "NAMA", "BENTUK", "METODE", "JP", "KOMPETENSI"
#: Says the form where BENTUK is empty, in a word: teknis, fungsional.
JENIS: Final = "JENIS"
_JUDUL: Final = {
    "NAMA PELATIHAN": NAMA, "JALUR": BENTUK, "BENTUK PENGEMBANGAN": BENTUK, "CARA BELAJAR": METODE,
    "JAM PELAJARAN": JP, "BIAYA PER PESERTA": "BIAYA", "UKURAN MATERI (MB)": "UKURAN MB",
    "DIULANG SESUDAH (BULAN)": "ULANG BULAN", "KURSI PER ANGKATAN": "KURSI",
}  # fmt: skip
SKEMA: Final = Skema("Katalog pelatihan", (NAMA, BENTUK), lambda judul: _JUDUL.get(judul, judul))
#: The columns of a file to fill in; the last one is ours, and not read.
KEPALA: Final = (
    NAMA, BENTUK, JP, METODE, "BIAYA", "PENYELENGGARA", "BIDANG", "KURSI", "ULANG BULAN", "UKURAN MB",
    "RINGKASAN", KOMPETENSI, "PERBAIKI",
)  # fmt: skip
#: What a new programme cannot do without.
_WAJIB: Final = (
    ("bentuk", BENTUK, "Isi bentuknya, misalnya Diklat Teknis, Bimbingan Teknis, atau E-Learning."),
    ("jp", JP, "Isi jam pelajaran menurut kurikulumnya, misalnya 24."),
)
#: Column of the model by column of the file, for text and for numbers with their limits.
_TEKS: Final = {
    "penyelenggara": ("PENYELENGGARA", 150),
    "bidang": ("BIDANG", 80),
    "ringkasan": ("RINGKASAN", 1000),
}
_ANGKA: Final = {
    "jp": (JP, 1, 2000),
    "kapasitas": ("KURSI", 1, 10_000),
    "ulang_bulan": ("ULANG BULAN", 1, 240),
    "ukuran_mb": ("UKURAN MB", 1, 10_000),
}
_METODE: Final = {baku(LABEL[Metode][m]): m.value for m in Metode}
_DARING: Final = (BentukPengembangan.E_LEARNING, BentukPengembangan.PELATIHAN_JARAK_JAUH)
_SEMBILAN: Final = {baku(LABEL_PEGAWAI[KompetensiMansoskul][k]): k for k in KompetensiMansoskul}
#: 'Komunikasi 3'.
_SATU: Final = re.compile(r"(?P<nama>.+?)[\s:]+(?P<level>[1-5])")
_LABEL: Final = {
    "bentuk": "Bentuk",
    "metode": "Cara belajar",
    "jp": "JP",
    "biaya": "Biaya",
    "penyelenggara": "Penyelenggara",
    "bidang": "Bidang",
    "ringkasan": "Ringkasan",
    "kapasitas": "Kursi per angkatan",
    "ulang_bulan": "Diulang sesudah (bulan)",
    "ukuran_mb": "Ukuran materi (MB)",
}


class Terbaca(NamedTuple):
    """One row: what it says of the programme, and the levels it leads to."""

    isian: Isian
    nama: str
    isi: dict[str, Any]
    kompetensi: dict[str, int]


class PembacaKatalog:
    kode = "katalog"
    judul = "Katalog pelatihan"
    sebutan = "Pelatihan"
    petunjuk = (
        "Tabel berkolom nama, bentuk (misalnya Bimbingan Teknis atau E-Learning), dan jp. Bila ada: metode, "
        "biaya, penyelenggara, bidang, kursi, ulang bulan, ukuran MB, ringkasan, dan kompetensi (misalnya "
        "Komunikasi 3; Kerja Sama 2). Baris yang belum lengkap dapat diunduh, dilengkapi, lalu diunggah lagi."
    )

    def templat(self) -> bytes:
        """An empty workbook with the headers."""
        with NamedTemporaryFile(suffix=".xlsx") as berkas:
            tulis_xlsx(self.lengkapi(()), Path(berkas.name))
            return berkas.read()

    def lengkapi(self, ditolak: Iterable[BarisImpor]) -> Tabel:
        """Refused rows as they stood in the file, with what to mend beside them."""
        baris = ([*(b.data["sel"].get(k, "") for k in KEPALA[:-1]), _repairs(b)] for b in ditolak)
        return Tabel("katalog-untuk-dilengkapi", KEPALA, baris, lembar="Katalog pelatihan")

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with the own catalogue; nothing is written."""
        tabel = temukan_tabel(buku, SKEMA)
        semua = [_read(Isian(tabel, nomor, sel)) for nomor, sel in tabel.isi()]
        if not semua:
            raise DomainError(
                "berkas_kosong", "Berkas hanya berisi judul kolom.", tindakan="Isi datanya, lalu unggah lagi."
            )
        _refuse_doubles(semua)
        ada, bersama = _own(impor), _shared(impor)
        baris = [_row(impor, s, ada.get(baku(s.nama)), bersama.get(baku(s.nama))) for s in semua]
        return Pemeriksaan(len(baris), baris, {"lembar": tabel.lembar})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write each programme; one that changed since the check is refused."""
        ada, bersama = _own(impor), _shared(impor)
        for satu in baris:
            lama = ada.get(satu.data["kunci"])
            if _changes(lama, satu.data) != satu.beda or (lama is None) != (satu.status == StatusBaris.BARU):
                tolak_baris(
                    satu, "pelatihan ini berubah sesudah berkas diperiksa", "Periksa ulang berkas ini.", NAMA
                )
                continue
            asal = bersama.get(satu.data["kunci"])
            _write(impor, lama or (asal and _copy(impor, asal, at)), satu.data, at)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Nothing follows."""


# -- reading ----------------------------------------------------------------------------------------


def _read(isian: Isian) -> Terbaca:
    isi: dict[str, Any] = {k: isian.bilangan(kolom, dari, ke) for k, (kolom, dari, ke) in _ANGKA.items()}
    isi |= {k: isian.teks(kolom, maks=maks) for k, (kolom, maks) in _TEKS.items()}
    isi |= {
        "biaya": isian.rupiah("BIAYA", 500_000_000),
        "bentuk": _form(isian),
        "metode": isian.pilihan(METODE, _METODE),
    }
    nama = isian.teks(NAMA, maks=200, wajib=True)
    isi = {k: v for k, v in isi.items() if v not in ("", None)}
    return Terbaca(isian, nama, isi, _levels(isian))


def _form(isian: Isian) -> int | None:
    teks = _form_text(isian)
    if not teks:
        return None
    try:
        return int(bentuk_dari_nama(teks))
    except DomainError as salah:
        isian.tolak(BENTUK, "bentuk ini tidak dikenal", f"{salah.pesan}.", isi=teks)
        return None


def _form_text(isian: Isian) -> str:
    return isian.teks(BENTUK, maks=120) or isian.teks(JENIS, maks=120)


def _levels(isian: Isian) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for butir in filter(None, (b.strip() for b in isian.teks(KOMPETENSI).split(";"))):
        cocok = _SATU.fullmatch(butir)
        kompetensi = _SEMBILAN.get(baku(cocok["nama"])) if cocok else None
        if cocok is None or kompetensi is None:
            isian.tolak(KOMPETENSI, "kompetensi ini tidak dikenal", "Tulis seperti Komunikasi 3.", isi=butir)
            return {}
        hasil[kompetensi.value] = int(cocok["level"])
    return hasil


def _refuse_doubles(semua: list[Terbaca]) -> None:
    pertama: dict[str, int] = {}
    for satu in semua:
        nomor = pertama.setdefault(baku(satu.nama), satu.isian.nomor)
        if satu.nama and nomor != satu.isian.nomor:
            satu.isian.tolak(NAMA, f"sama dengan baris {nomor}", "Sisakan satu baris yang benar.")


# -- comparing and writing --------------------------------------------------------------------------


def _own(impor: Impor) -> dict[str, Pelatihan]:
    semua = Pelatihan.objects.filter(instansi=impor.instansi_id).select_related("instansi", "mitra")
    return {baku(p.nama): p for p in semua.prefetch_related("kompetensi")}


def _shared(impor: Impor) -> dict[str, Pelatihan]:
    """What all share and this government offers as it is."""
    return {baku(p.nama): p for p in Pelatihan.objects.untuk(impor.instansi_id).filter(instansi=None)}


def _row(impor: Impor, satu: Terbaca, lama: Pelatihan | None, bersama: Pelatihan | None) -> BarisImpor:
    isian = satu.isian
    if lama is None:
        _look_at_new(satu, bersama)
    data = {"kunci": baku(satu.nama), "nama": satu.nama, "isi": satu.isi, "kompetensi": satu.kompetensi}
    beda = [] if isian.galat else _changes(lama, data)
    status = StatusBaris.BARU if lama is None else StatusBaris.BERUBAH if beda else StatusBaris.SAMA
    return BarisImpor(
        impor=impor,
        nomor=isian.nomor,
        status=StatusBaris.DITOLAK if isian.galat else status,
        nama=satu.nama[:150],
        beda=beda,
        data={"sel": _cells(isian), **({} if isian.galat else data)},
        galat=isian.galat,
        peringatan=isian.peringatan,
    )


def _look_at_new(satu: Terbaca, bersama: Pelatihan | None) -> None:
    """Of a shared programme of that name the copy brings what the row leaves out."""
    if bersama is not None:
        satu.isian.ingatkan(NAMA, "sama dengan pelatihan bersama", "Baris ini tampil sebagai gantinya.")
        return
    for ruas, kolom, perbaikan in _WAJIB:
        if ruas not in satu.isi and not satu.isian.sudah_ditolak(kolom):
            satu.isian.tolak(kolom, "kosong", perbaikan)


def _cells(isian: Isian) -> dict[str, str]:
    """The cells that we read, as text; what was refused in them was said before."""
    semua = {k: _cell(isian.mentah(k)) for k in KEPALA[:-1]}
    return {k: v for k, v in {**semua, BENTUK: semua[BENTUK] or _cell(isian.mentah(JENIS))}.items() if v}


def _cell(nilai: Nilai) -> str:
    return str(int(nilai) if isinstance(nilai, float) and nilai.is_integer() else nilai).strip()


def _repairs(baris: BarisImpor) -> str:
    return " ".join(f"{g['kolom']}: {g['masalah']}. {g['perbaikan']}" for g in baris.galat)


def _changes(lama: Pelatihan | None, data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Old and new of what a row changes; nothing for a programme that is new.

    In an order of ours: a staged row has lost its own in JSON.
    """
    if lama is None:
        return []
    isi = {k: data["isi"][k] for k in _LABEL if k in data["isi"] and getattr(lama, k) != data["isi"][k]}
    beda = [
        {"kolom": _LABEL[k], "lama": _word(k, getattr(lama, k)), "baru": _word(k, v)} for k, v in isi.items()
    ]
    punya = {k.kompetensi: k.level for k in lama.kompetensi.all()}
    for kode, nama in LABEL_PEGAWAI[KompetensiMansoskul].items():
        level = data["kompetensi"].get(kode)
        if level is not None and punya.get(kode) != level:
            beda.append({"kolom": nama, "lama": _word("", punya.get(kode)), "baru": str(level)})
    return beda


def _word(kolom: str, nilai: Any) -> str:
    if nilai in ("", None):
        return ""
    if kolom == "bentuk":
        return LABEL_PEGAWAI[BentukPengembangan][BentukPengembangan(nilai)]
    return LABEL[Metode][Metode(nilai)] if kolom == "metode" else str(nilai)


def _copy(impor: Impor, bersama: Pelatihan, at: datetime) -> Pelatihan:
    return copy_program(
        pelatihan_id=bersama.pk,
        instansi_id=impor.instansi_id,
        actor=impor.diterapkan_oleh,
        at=at,
        kanal="impor",
    )


def _write(impor: Impor, lama: Pelatihan | None, data: Mapping[str, Any], at: datetime) -> None:
    """A new programme without a word about it is followed where its form is held."""
    daring = data["isi"].get("bentuk") in _DARING
    cara = Metode.DARING if daring else Metode.TATAP_MUKA
    pelatihan = lama or Pelatihan(nama=data["nama"], instansi=impor.instansi, metode=cara)
    for kolom, nilai in data["isi"].items():
        setattr(pelatihan, kolom, nilai)
    save_program(pelatihan=pelatihan, actor=impor.diterapkan_oleh, at=at, kanal="impor")
    for kode, level in data["kompetensi"].items():
        KompetensiPelatihan.objects.update_or_create(
            pelatihan=pelatihan, kompetensi=kode, teknis=None, defaults={"level": level}
        )
