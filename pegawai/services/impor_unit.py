"""Reader of unit trees: of SIASN (Id, NamaUnor, DiatasanId; or id, nama, parent_id), or a list by indent.

A tree is right as a whole or not at all: one circle, missing parent or double id refuses the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, UnitKerja
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, temukan_tabel
from pegawai.services.impor_pembaca import Pemeriksaan
from pegawai.services.impor_unit_takuk import SKEMA as SKEMA_TAKUK
from pegawai.services.impor_unit_takuk import baca_bertakuk, sebagai_pohon
from pegawai.services.siasn.baku import baku_id
from pegawai.services.unit import Simpul, find_cycle, number_paths, save_tree

_JUDUL: Final = {
    "NAMAUNOR": "NAMA", "NAMA UNOR": "NAMA", "NAMA_UNOR": "NAMA",
    "DIATASANID": "INDUK", "DIATASAN ID": "INDUK", "DIATASAN_ID": "INDUK",
    "PARENT": "INDUK", "PARENT_ID": "INDUK", "PARENT ID": "INDUK",
}  # fmt: skip
SKEMA: Final = Skema("Pohon unit kerja", ("ID", "NAMA", "INDUK"), lambda judul: _JUDUL.get(judul, judul))
_TAKUK: Final = re.compile(r"^[\s\-–—]+")
_YA_TIDAK: Final = {"YA": True, "TIDAK": False, "1": True, "0": False}
_DISEBUT: Final = 5


class PembacaUnit:
    kode = "unit"
    judul = "Pohon unit kerja"
    petunjuk = (
        "Ekspor pohon unit organisasi dari SIASN (Id, NamaUnor, DiatasanId), atau daftar unit buatan sendiri "
        "yang tingkatnya ditandai -- di depan nama atau nomor 1, 1.1, 1.1.1."
    )
    #: Paths of a whole tree are numbered together.
    ukuran_bagian = 1_000_000
    utuh = True

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare the tree of the file with the stored one; DomainError `pohon_...` names rows."""
        ada = {baku_id(u.siasn_id): u for u in _unit(impor)}
        tabel, bertakuk = _tabel(buku)
        simpul = _baca_bertakuk(tabel, ada) if bertakuk else _baca(tabel)
        _periksa_pohon(simpul, ada, tabel)
        hilang = [u for kode, u in ada.items() if kode not in simpul]
        return Pemeriksaan(
            len(simpul) + len(hilang),
            _baris(impor, simpul, ada, hilang),
            {"lembar": tabel.lembar, "catatan": _asing(impor, simpul, ada, hilang)},
        )

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write the units and renumber the paths, all in one go."""
        # The file may spell an id in other letters than the stored tree does.
        ejaan = {baku_id(u.siasn_id): u.siasn_id for u in _unit(impor)}
        semua = [Simpul(**b.data) for b in baris]
        ejaan.update({baku_id(s.siasn_id): s.siasn_id for s in semua if baku_id(s.siasn_id) not in ejaan})
        save_tree(
            instansi_id=impor.instansi_id,
            simpul=[
                Simpul(
                    ejaan[baku_id(s.siasn_id)],
                    s.nama,
                    ejaan[baku_id(s.induk)] if s.induk else "",
                    s.terpencil,
                )
                for s in semua
            ],
        )

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Nothing follows."""


def _asing(
    impor: Impor, simpul: dict[str, tuple[int, Simpul]], ada: dict[str, UnitKerja], hilang: list[UnitKerja]
) -> list[str]:
    """A tree that shares no unit with the stored one may be that of another government."""
    if not ada or len(hilang) < len(ada):
        return []
    akar = next((s.nama for _, s in simpul.values() if not s.induk), "")
    kalimat = (
        f"Tidak satu pun dari {bilangan(len(ada))} unit yang tercatat ada dalam berkas ini. "
        f"Pastikan berkasnya milik {impor.instansi.nama}; unit teratasnya «{akar}»."
    )
    return [kalimat]


def _tabel(buku: Buku) -> tuple[Tabel, bool]:
    """The table, and whether it is a list by indent; DomainError of the SIASN file when it is neither."""
    try:
        return temukan_tabel(buku, SKEMA), False
    except DomainError as salah:
        if salah.kode not in ("kepala_kurang", "kepala_tidak_ada"):
            raise
        try:
            return temukan_tabel(buku, SKEMA_TAKUK), True
        except DomainError as lain:
            raise (salah if lain.kode in ("kepala_kurang", "kepala_tidak_ada") else lain) from lain


def _baca_bertakuk(tabel: Tabel, ada: dict[str, UnitKerja]) -> dict[str, tuple[int, Simpul]]:
    simpul, keluhan = baca_bertakuk(tabel, ada)
    if keluhan:
        raise _tolak("pohon_takuk", keluhan, "Perbaiki baris itu di berkasnya, lalu unggah lagi.")
    return _berisi(simpul)


def _unit(impor: Impor) -> Any:
    return UnitKerja.objects.filter(instansi_id=impor.instansi_id).select_related("induk").order_by("jalur")


def _baca(tabel: Tabel) -> dict[str, tuple[int, Simpul]]:
    """Row number and unit by id; DomainError `pohon_ganda`, `pohon_isi`."""
    simpul: dict[str, tuple[int, Simpul]] = {}
    keluhan: list[str] = []
    for nomor, sel in tabel.isi():
        isian = Isian(tabel, nomor, sel)
        nama = _TAKUK.sub("", isian.teks("NAMA", maks=250))
        if not nama:
            isian.tolak("NAMA", "kosong", "Isi nama unitnya.")
        satu = Simpul(
            isian.teks("ID", maks=36, wajib=True),
            nama,
            isian.teks("INDUK", maks=36),
            isian.pilihan("TERPENCIL", _YA_TIDAK),
        )
        keluhan += [f"baris {nomor} kolom {g['kolom']} ({g['sel']}): {g['masalah']}" for g in isian.galat]
        kunci = baku_id(satu.siasn_id)
        if kunci in simpul:
            keluhan.append(
                f"Id pada baris {nomor} sama dengan baris {simpul[kunci][0]} (kolom {tabel.huruf('ID')})"
            )
        simpul[kunci] = (nomor, satu)
    if keluhan:
        raise _tolak("pohon_isi", keluhan, "Perbaiki baris itu di sumbernya, lalu unggah lagi.")
    return _berisi(simpul)


def _berisi(simpul: dict[str, tuple[int, Simpul]]) -> dict[str, tuple[int, Simpul]]:
    if not simpul:
        raise DomainError(
            "berkas_kosong", "Berkas hanya berisi judul kolom.", tindakan="Pilih berkas yang berisi data."
        )
    return simpul


def _periksa_pohon(simpul: dict[str, tuple[int, Simpul]], ada: dict[str, UnitKerja], tabel: Tabel) -> None:
    kolom = tabel.huruf("INDUK")
    yatim = [
        f"induk pada baris {nomor} (kolom {kolom}) tidak ada sebagai Id dalam berkas"
        for nomor, s in simpul.values()
        if s.induk and baku_id(s.induk) not in simpul and baku_id(s.induk) not in ada
    ]
    if yatim:
        raise _tolak(
            "pohon_tanpa_induk", yatim, "Sertakan baris induknya, atau unduh ulang pohon yang lengkap."
        )
    induk = {kode: baku_id(u.induk.siasn_id) if u.induk else "" for kode, u in ada.items()}
    induk.update({kode: baku_id(s.induk) for kode, (_, s) in simpul.items()})
    if lingkar := find_cycle(induk):
        tempat = [f"baris {simpul[kode][0]} (kolom {kolom})" for kode in lingkar if kode in simpul]
        raise _tolak(
            "pohon_melingkar",
            [f"induk unit melingkar: {', '.join(tempat[:_DISEBUT])} saling menjadi atasan"],
            "Perbaiki DiatasanId pada salah satu baris itu, lalu unggah lagi.",
        )
    number_paths(induk, {})


def _tolak(kode: str, keluhan: list[str], tindakan: str) -> DomainError:
    lebih = f"; dan {len(keluhan) - _DISEBUT} lagi" if len(keluhan) > _DISEBUT else ""
    pesan = "; ".join(keluhan[:_DISEBUT]) + lebih
    return DomainError(kode, f"{pesan[0].upper()}{pesan[1:]}.", tindakan=tindakan)


def _baris(
    impor: Impor, simpul: dict[str, tuple[int, Simpul]], ada: dict[str, UnitKerja], hilang: list[UnitKerja]
) -> Iterator[BarisImpor]:
    nama = {kode: u.nama for kode, u in ada.items()} | {kode: s.nama for kode, (_, s) in simpul.items()}
    tampil = dict(sebagai_pohon(simpul))
    for kode, (nomor, s) in simpul.items():
        beda = _beda(ada[kode], s, nama) if kode in ada else []
        status = StatusBaris.BARU if kode not in ada else StatusBaris.BERUBAH if beda else StatusBaris.SAMA
        yield BarisImpor(
            impor=impor,
            nomor=nomor,
            status=status,
            kunci=s.siasn_id,
            nama=tampil[kode][:150],
            data=asdict(s),
            beda=beda,
        )
    for unit in hilang:
        yield BarisImpor(
            impor=impor, nomor=0, status=StatusBaris.TIDAK_ADA, kunci=unit.siasn_id, nama=unit.nama[:150]
        )


def _beda(unit: UnitKerja, s: Simpul, nama: dict[str, str]) -> list[dict[str, str]]:
    beda = []
    if unit.nama != s.nama:
        beda.append({"kolom": "Nama unit", "lama": unit.nama, "baru": s.nama})
    induk_lama = baku_id(unit.induk.siasn_id) if unit.induk else ""
    if induk_lama != baku_id(s.induk):
        baru = nama.get(baku_id(s.induk), "")
        beda.append({"kolom": "Unit di atasnya", "lama": unit.induk.nama if unit.induk else "", "baru": baru})
    if s.terpencil is not None and s.terpencil != unit.terpencil:
        beda.append({"kolom": "Terpencil", "lama": _ya(unit.terpencil), "baru": _ya(s.terpencil)})
    return beda


def _ya(nilai: bool) -> str:
    return "Ya" if nilai else "Tidak"
