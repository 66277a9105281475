"""Reader of the peta jabatan: how many holders of a jabatan each unit needs.

The file is the report *Peta jabatan* itself: download it, fill in Kebutuhan, bring it back. Units and posts
are known by their ids, or by names that only one of them bears.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from asn_karier.lib.errors import DomainError
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Jabatan, KebutuhanJabatan, Pegawai, PetaJabatan, UnitKerja
from pegawai.reports.bezetting import lowong
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, baku, temukan_tabel
from pegawai.services.impor_pembaca import Pemeriksaan, tolak_baris
from pegawai.services.kebutuhan import save_kebutuhan
from pegawai.services.siasn.baku import baku_id

UNIT, JABATAN, PERLU, PER, SUMBER = "UNIT KERJA", "JABATAN", "KEBUTUHAN", "KEADAAN KEBUTUHAN PER", "SUMBER"
ID_UNIT, ID_JABATAN = "ID UNIT", "ID JABATAN"
_JUDUL: Final = {"UNOR ID": ID_UNIT, "PER TANGGAL": PER, "UNIT": UNIT, "JABATAN ID": ID_JABATAN}
SKEMA: Final = Skema("Peta jabatan", (UNIT, JABATAN, PERLU), lambda judul: _JUDUL.get(judul, judul))
KEPALA: Final = (ID_UNIT, UNIT, ID_JABATAN, JABATAN, PERLU, PER, SUMBER)
#: What the report prints where nobody has stated a need: such a row says nothing.
BELUM: Final = "BELUM DINYATAKAN"
TERBANYAK: Final = 32_767


class PembacaPetaJabatan:
    kode = "peta_jabatan"
    judul = "Peta jabatan"
    petunjuk = (
        "Unduh laporan Peta jabatan (XLSX), isi kolom Kebutuhan, lalu unggah kembali. "
        "Baris tanpa kebutuhan dilewati."
    )

    def templat(self) -> bytes:
        """An empty workbook with the headers."""
        keluar = BytesIO()
        buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
        lembar = buku.add_worksheet("Peta jabatan")
        for kolom, judul in enumerate(KEPALA):
            lembar.set_column(kolom, kolom, max(14, len(judul) + 2), buku.add_format({"num_format": 49}))
            lembar.write_string(0, kolom, judul, buku.add_format({"bold": True}))
        buku.close()
        return keluar.getvalue()

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare each stated need with the stored one; DomainError when nothing is stated."""
        tabel = temukan_tabel(buku, SKEMA)
        baris = list(_baris(impor, tabel))
        if not baris:
            raise DomainError(
                "berkas_kosong",
                "Tidak ada baris yang kolom Kebutuhannya terisi.",
                tindakan="Isi kolom Kebutuhan, lalu unggah lagi.",
            )
        lewati = [b.nama for b in buku.lembar if b.nama != tabel.lembar]
        return Pemeriksaan(len(baris), baris, {"lembar": tabel.lembar, "lewati_lembar": lewati})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write the needs of one piece."""
        for b in baris:
            kunci = {n: b.data[n] for n in ("unit_id", "jabatan_id")}
            if not UnitKerja.objects.filter(pk=kunci["unit_id"], instansi=impor.instansi_id).exists():
                tolak_baris(b, "unitnya sudah tidak ada", "Unduh ulang laporan Peta jabatan.", UNIT)
                continue
            PetaJabatan.objects.update_or_create(
                instansi_id=impor.instansi_id,
                **kunci,
                defaults={
                    "kebutuhan": b.data["kebutuhan"],
                    "per_tanggal": date.fromisoformat(b.data["per"]),
                    "sumber": b.data["sumber"],
                },
            )

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Vacancies follow from the needs: kenaikan jenjang asks for them. Unchanged ones stay untouched."""
        orang = Pegawai.objects.of_instansi(impor.instansi_id)
        hari: date = at.date()
        ada = {k.jabatan_id: k for k in KebutuhanJabatan.objects.filter(instansi=impor.instansi_id)}
        for jabatan, (n, per, sumber) in lowong(impor.instansi_id, orang, hari).items():
            k = ada.get(jabatan) or KebutuhanJabatan(instansi_id=impor.instansi_id, jabatan_id=jabatan)
            if k.pk and (k.lowongan, k.per_tanggal) == (n, per):
                continue
            k.lowongan, k.per_tanggal, k.sumber = n, per, sumber or "Impor peta jabatan"
            save_kebutuhan(kebutuhan=k, actor=impor.diterapkan_oleh, kanal="impor")


def _baris(impor: Impor, tabel: Tabel) -> Iterator[BarisImpor]:
    rujukan = _Rujukan(impor)
    ada = {(p.unit_id, p.jabatan_id): p for p in PetaJabatan.objects.filter(instansi=impor.instansi_id)}
    pernah: dict[tuple[int, int], int] = {}
    for nomor, sel in tabel.isi():
        isian = Isian(tabel, nomor, sel)
        if baku(isian.mentah(PERLU)) in ("", BELUM):
            continue
        unit, jabatan = rujukan.unit(isian), rujukan.jabatan(isian)
        perlu = isian.bilangan(PERLU, 0, TERBANYAK, wajib=True)
        per, sumber = isian.tanggal(PER), isian.teks(SUMBER, maks=120)
        if unit and jabatan and (unit, jabatan) in pernah:
            isian.tolak(JABATAN, f"sama dengan baris {pernah[unit, jabatan]}", "Hapus salah satu barisnya.")
        isi = BarisImpor(
            impor=impor,
            nomor=nomor,
            nama=f"{isian.teks(JABATAN)}, {isian.teks(UNIT)}"[:150],
            status=StatusBaris.DITOLAK,
            galat=isian.galat,
        )
        if not isian.galat and unit and jabatan and perlu is not None:
            pernah[unit, jabatan] = nomor
            per = per or impor.dibuat_pada.date()
            isi.data = {
                "unit_id": unit,
                "jabatan_id": jabatan,
                "kebutuhan": perlu,
                "per": per.isoformat(),
                "sumber": sumber,
            }
            isi.beda, isi.status = _banding(ada.get((unit, jabatan)), perlu, per, sumber)
        yield isi


def _banding(
    lama: PetaJabatan | None, perlu: int, per: date, sumber: str
) -> tuple[list[dict[str, str]], StatusBaris]:
    if lama is None:
        return [], StatusBaris.BARU
    beda = [
        {"kolom": kolom, "lama": str(dulu), "baru": str(kini)}
        for kolom, dulu, kini in (
            ("Kebutuhan", lama.kebutuhan, perlu),
            ("Per tanggal", f"{lama.per_tanggal:%d-%m-%Y}", f"{per:%d-%m-%Y}"),
            ("Sumber", lama.sumber, sumber),
        )
        if dulu != kini
    ]
    return beda, StatusBaris.BERUBAH if beda else StatusBaris.SAMA


class _Rujukan:
    """Units of the instansi and posts, by id and by name."""

    def __init__(self, impor: Impor) -> None:
        unit = UnitKerja.objects.filter(instansi=impor.instansi_id)
        self._unit = _daftar(unit)
        self._jabatan = _daftar(Jabatan.objects.all())

    def unit(self, isian: Isian) -> int | None:
        return _cari(isian, self._unit, ID_UNIT, UNIT)

    def jabatan(self, isian: Isian) -> int | None:
        return _cari(isian, self._jabatan, ID_JABATAN, JABATAN)


_Daftar = tuple[dict[str, int], dict[str, list[int]]]


def _daftar(baris: Any) -> _Daftar:
    menurut_id, menurut_nama = {}, defaultdict(list)
    for pk, siasn_id, nama in baris.order_by().values_list("pk", "siasn_id", "nama"):
        menurut_id[baku_id(siasn_id)] = pk
        menurut_nama[baku(nama)].append(pk)
    return menurut_id, menurut_nama


def _cari(isian: Isian, daftar: _Daftar, kolom_id: str, kolom: str) -> int | None:
    """The one meant; None after a fault was noted."""
    menurut_id, menurut_nama = daftar
    if kode := isian.teks(kolom_id, maks=36):
        if baku_id(kode) not in menurut_id:
            isian.tolak(kolom_id, "tidak dikenal", "Salin ID-nya dari laporan Peta jabatan.", isi=kode)
        return menurut_id.get(baku_id(kode))
    nama = isian.teks(kolom, maks=250, wajib=True)
    cocok = menurut_nama.get(baku(nama), [])
    if nama and not cocok:
        isian.tolak(kolom, "tidak dikenal", "Tulis namanya seperti pada laporan Peta jabatan.", isi=nama)
    if len(cocok) > 1:
        isian.tolak(kolom, f"dipakai oleh {len(cocok)} baris data", f"Isi juga kolom {kolom_id}.", isi=nama)
    return cocok[0] if len(cocok) == 1 else None
