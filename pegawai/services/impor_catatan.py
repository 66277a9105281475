"""Imports of records by NIP: one sheet is one kind of record, one row is one record of one person.

Upper apps describe their kinds (`catatan_jenis`); reading, doubles, comparing, preview and apply are here.
Nobody changes their own records: a row about an officer who brings the file is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Pegawai
from pegawai.services.berkas import Isian, PengawasTanggal, Tabel
from pegawai.services.catatan_jenis import (
    Catatan,
    CatatanModel,
    JenisCatatan,
    KonteksCatatan,
    UsulanCatatan,
)
from pegawai.services.impor_pembaca import DIRI_SENDIRI, Pemeriksaan, pegawai_petugas, tolak_baris

__all__ = [
    "NIP",
    "Catatan",
    "CatatanModel",
    "JenisCatatan",
    "KonteksCatatan",
    "UsulanCatatan",
    "periksa_catatan",
    "terapkan_catatan",
]

BAGIAN: Final = 500
NIP: Final = "NIP"


# -- check ------------------------------------------------------------------------------------------


def periksa_catatan(
    impor: Impor, lembar: Sequence[tuple[JenisCatatan, Tabel]], ringkasan: dict[str, Any]
) -> Pemeriksaan:
    """Compare the rows of every sheet with what is stored. Two passes: doubles first, then differences."""
    ganda: dict[str, dict[str, list[int]]] = {}
    jumlah = 0
    for jenis, tabel in lembar:
        baris_per_kunci: dict[str, list[int]] = defaultdict(list)
        tanggal = PengawasTanggal(tabel)
        for nomor, sel in tabel.isi():
            jumlah += 1
            tanggal.lihat(nomor, sel)
            if kunci := _kunci_baris(jenis, Isian(tabel, nomor, sel)):
                baris_per_kunci[kunci].append(nomor)
        tanggal.putuskan()
        ganda[jenis.lembar] = {k: n for k, n in baris_per_kunci.items() if len(n) > 1}
    if not jumlah:
        raise DomainError(
            "berkas_kosong", "Berkas hanya berisi judul kolom.", tindakan="Isi datanya, lalu unggah lagi."
        )
    return Pemeriksaan(jumlah, _semua(impor, lembar, ganda), ringkasan)


def _kunci_baris(jenis: JenisCatatan, isian: Isian) -> str:
    nip, isi = isian.nip(NIP), jenis.baca(isian)
    return "" if nip is None or isian.galat else f"{nip.angka}|{jenis.kunci(isi)}"


def _semua(
    impor: Impor, lembar: Sequence[tuple[JenisCatatan, Tabel]], ganda: Mapping[str, Mapping[str, list[int]]]
) -> Iterator[BarisImpor]:
    for jenis, tabel in lembar:
        isi = tabel.isi()
        while bagian := list(islice(isi, BAGIAN)):
            yield from _bagian(impor, jenis, [Isian(tabel, n, sel) for n, sel in bagian], ganda[jenis.lembar])


def _bagian(
    impor: Impor, jenis: JenisCatatan, semua: list[Isian], ganda: Mapping[str, list[int]]
) -> Iterator[BarisImpor]:
    terbaca = [(isian, isian.nip(NIP), jenis.baca(isian)) for isian in semua]
    orang = _orang({nip.angka for _, nip, _ in terbaca if nip}, impor.instansi_id)
    catatan: dict[int, Catatan] = {}
    for isian, nip, isi in terbaca:
        if nip and nip.angka not in orang:
            isian.tolak(
                NIP, "NIP ini tidak ada di instansi ini", "Impor data pegawai dari SIASN lebih dahulu."
            )
        elif nip and not isian.galat:
            _tolak_ganda(isian, ganda.get(f"{nip.angka}|{jenis.kunci(isi)}", ()))
            catatan[isian.nomor] = Catatan(orang[nip.angka][0], isi)
    tersimpan = jenis.muat(list(catatan.values()), impor.instansi_id, kunci=False)
    diri = pegawai_petugas(impor)
    for isian, nip, _ in terbaca:
        pk, nama = orang.get(nip.angka, (None, "")) if nip else (None, "")
        baris = BarisImpor(
            impor=impor,
            nomor=isian.nomor,
            lembar=jenis.lembar,
            kunci=nip.angka if nip else "",
            nama=nama,
            pegawai_id=pk,
        )
        _banding(baris, isian, jenis, catatan.get(isian.nomor), tersimpan, diri)
        yield baris


def _tolak_ganda(isian: Isian, baris: Iterable[int]) -> None:
    lain = [str(n) for n in baris if n != isian.nomor]
    if lain:
        isian.tolak(
            NIP, f"catatan yang sama ada pada baris {', '.join(lain[:5])}", "Sisakan satu baris yang benar."
        )


def _orang(nip: set[str], instansi_id: int) -> dict[str, tuple[int, str]]:
    baris = Pegawai.objects.filter(nip__in=nip, instansi_id=instansi_id)
    return {n: (pk, nama) for pk, n, nama in baris.values_list("pk", "nip", "nama")}


def _banding(
    baris: BarisImpor,
    isian: Isian,
    jenis: JenisCatatan,
    catatan: Catatan | None,
    tersimpan: Mapping[Any, Any],
    diri: set[int],
) -> None:
    baris.status, baris.galat, baris.peringatan = StatusBaris.DITOLAK, isian.galat, isian.peringatan
    if catatan is None or isian.galat:
        return
    try:
        usulan = jenis.susun(catatan, tersimpan, "")
    except DomainError as salah:
        isian.tolak(NIP, salah.pesan, salah.tindakan)
        return
    if not usulan.beda and not usulan.baru:
        baris.status = StatusBaris.SAMA
        if getattr(jenis, "ingat_sama", False):
            baris.data = catatan.isi
        return
    if catatan.pegawai_id in diri:
        isian.tolak(NIP, *DIRI_SENDIRI)
        return
    baris.status = StatusBaris.BARU if usulan.baru else StatusBaris.BERUBAH
    baris.beda, baris.data = usulan.beda, catatan.isi
    for kolom, masalah, perbaikan in usulan.perhatian:
        isian.ingatkan(kolom, masalah, perbaikan)


# -- apply ------------------------------------------------------------------------------------------


def terapkan_catatan(
    jenis: Iterable[JenisCatatan], baris: Sequence[BarisImpor], konteks: KonteksCatatan
) -> None:
    """Compare again and write, sheet by sheet; what no longer fits is refused on its row."""
    for satu in jenis:
        milik = [b for b in baris if b.lembar == satu.lembar]
        if milik:
            _terapkan_lembar(satu, milik, konteks)


def _terapkan_lembar(jenis: JenisCatatan, baris: Sequence[BarisImpor], konteks: KonteksCatatan) -> None:
    catatan = [Catatan(b.pegawai_id or 0, b.data) for b in baris]
    tersimpan = jenis.muat(catatan, konteks.instansi_id, kunci=True)
    diri = pegawai_petugas(baris[0].impor)
    usulan = []
    for satu, isi in zip(baris, catatan, strict=True):
        try:
            hasil = jenis.susun(isi, tersimpan, konteks.sumber)
        except DomainError as salah:
            tolak_baris(satu, salah.pesan, salah.tindakan, NIP)
            continue
        if satu.pegawai_id in diri:
            tolak_baris(satu, *DIRI_SENDIRI, NIP)
        elif _usang(satu, hasil):
            tolak_baris(
                satu,
                "catatan ini berubah sesudah berkas diperiksa",
                "Unggah berkas ini sekali lagi untuk melihat perbedaannya yang terbaru.",
            )
        elif hasil.beda or hasil.baru:
            usulan.append(hasil)
    jenis.simpan(usulan, konteks)


def _usang(baris: BarisImpor, hasil: UsulanCatatan) -> bool:
    if not hasil.beda and not hasil.baru:
        return False  # somebody already wrote the very same
    return hasil.baru != (baris.status == StatusBaris.BARU) or hasil.beda != baris.beda
