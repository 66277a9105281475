"""Reader of the public reference tables of jabatan: they complete the posts of every instansi.

Two tables are known. Jabatan fungsional of SIASN (id, name, jenjang, BUP) makes and changes posts by their
SIASN id. A table of jabatan pelaksana (name, kelas) has no SIASN id, so it only tells the kelas of posts that
are known already, by name. Nothing is deleted and an empty cell erases nothing. The posts are shared by all
instansi, so only the system's administrator brings these files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan
from pegawai.enums import JenisJabatan, Jenjang, StatusBaris
from pegawai.kamus import LABEL
from pegawai.models import BarisImpor, Impor, Jabatan
from pegawai.rules.bup import bup_jabatan
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, baku, temukan_tabel
from pegawai.services.impor_pembaca import Pemeriksaan, tolak_baris
from pegawai.services.jabatan import link_naik_ke, touch_holders_of
from pegawai.services.siasn.baku import baku_id

ID, NAMA, JENJANG, BUP, KELAS, STATUS = "SIASN_ID", "NAMA", "JENJANG", "BUP", "KELAS", "STATUS"
_JUDUL: Final = {
    "ID JABATAN": ID, "JABATAN ID": ID, "SIASN ID": ID, "NAMA JABATAN": NAMA, "JABATAN": NAMA,
    "BATAS USIA PENSIUN": BUP, "USIA PENSIUN": BUP, "KELAS_JABATAN": KELAS, "KELAS JABATAN": KELAS,
}  # fmt: skip


def _ubah(judul: str) -> str:
    return _JUDUL.get(judul, judul)


FUNGSIONAL: Final = Skema("Tabel jabatan fungsional SIASN", (ID, NAMA, JENJANG), _ubah)
PELAKSANA: Final = Skema("Tabel jabatan pelaksana", (NAMA, KELAS), _ubah)
_JENJANG: Final[dict[str, Jenjang]] = {
    baku(LABEL[Jenjang][j]): j for j in Jenjang if Jenjang.PEMULA <= j <= Jenjang.AHLI_UTAMA
}
#: In the table of SIASN: N is in use; O and X are old.
_DIPAKAI: Final = ("", "N", "Y", "YA", "AKTIF", "1")
_SARAN: Final = "Perbaiki sel itu, atau hapus barisnya, lalu unggah lagi."
_LABEL: Final = {"nama": "Nama", "jenjang": "Jenjang", "bup": "BUP", "kelas": "Kelas jabatan"}


class PembacaJabatan:
    kode = "jabatan"
    judul = "Rujukan jabatan"
    petunjuk = (
        "Tabel jabatan fungsional SIASN (siasn_id, nama, jenjang, bup) atau tabel kelas jabatan pelaksana "
        "(nama, kelas_jabatan). Berlaku bagi semua instansi."
    )
    #: The posts are everybody's: HR of one instansi may not change them.
    hanya_pengelola = True

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with the posts that are stored; nothing is written."""
        tabel, fungsional = _tabel(buku)
        baca = _baca_fungsional if fungsional else _baca_pelaksana
        semua = [baca(Isian(tabel, nomor, sel)) for nomor, sel in tabel.isi()]
        if not semua:
            raise DomainError(
                "berkas_kosong", "Berkas hanya berisi judul kolom.", tindakan="Isi datanya, lalu unggah lagi."
            )
        dipakai = [b for b in semua if b is not None]
        _tolak_ganda(dipakai, tabel, fungsional)
        baris = list(_banding(impor, dipakai, fungsional))
        return Pemeriksaan(
            len(baris),
            baris,
            {"lembar": tabel.lembar, "catatan": _dilewati(len(semua) - len(baris), fungsional)},
        )

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Compare again under locks and write; a post that changed since the check is refused."""
        kunci = {b.kunci for b in baris}
        ada = {j.pk: j for j in Jabatan.objects.select_for_update().filter(pk__in=[_pk(b) for b in baris])}
        menurut_id = {baku_id(j.siasn_id) for j in Jabatan.objects.filter(siasn_id__in=kunci | _kecil(kunci))}
        tambah, ubah = [], []
        for satu in baris:
            lama = ada.get(_pk(satu))
            if satu.status == StatusBaris.BARU and satu.kunci not in menurut_id:
                tambah.append(_jabatan_baru(satu))
            elif lama is None or _beda(lama, satu.data["isi"]) != satu.beda:
                tolak_baris(
                    satu, "jabatan ini berubah sesudah berkas diperiksa", "Periksa ulang berkas ini.", NAMA
                )
            else:
                for kolom, nilai in satu.data["isi"].items():
                    setattr(lama, kolom, nilai)
                ubah.append(lama.dengan_kode_eselon())
                _catat_ubah(impor, satu, lama)
        Jabatan.objects.bulk_create(tambah)
        Jabatan.objects.bulk_update(ubah, [*_LABEL, "eselon_kode"])
        touch_holders_of([j.pk for j in ubah])

    def selesai(self, impor: Impor, at: datetime) -> None:
        """New posts may be the next jenjang of others."""
        link_naik_ke()


def _catat_ubah(impor: Impor, satu: BarisImpor, jabatan: Jabatan) -> None:
    """A changed reference row is on the trail like one that the administrator changes by hand."""
    catat(
        pengguna=impor.diterapkan_oleh,
        tindakan="ubah_jabatan",
        subjek_jenis="jabatan",
        subjek_id=jabatan.pk,
        kanal="impor",
        rincian={"impor": impor.pk, "beda": satu.beda},
    )


def _dilewati(banyak: int, fungsional: bool) -> list[str]:
    """What the person is told about rows that are neither shown nor stored."""
    if banyak <= 0:
        return []
    sebab = (
        "jabatan yang tidak dipakai lagi (status selain N)."
        if fungsional
        else "judul kelompok, atau jabatan yang belum dipakai di sini. Berkas ini tidak memuat ID SIASN, "
        "jadi hanya kelas jabatan yang sudah dikenal yang dilengkapi."
    )
    return [f"{bilangan(banyak)} baris tidak dipakai: {sebab}"]


def _tabel(buku: Buku) -> tuple[Tabel, bool]:
    try:
        return temukan_tabel(buku, FUNGSIONAL), True
    except DomainError as salah:
        if not salah.kode.startswith("kepala_k") and salah.kode != "kepala_tidak_ada":
            raise
    try:
        return temukan_tabel(buku, PELAKSANA), False
    except DomainError as salah:
        if salah.kode not in ("kepala_kurang", "kepala_tidak_ada"):
            raise
        raise DomainError(
            "rujukan_tidak_dikenal",
            "Berkas ini bukan tabel jabatan yang dikenal. Tabel jabatan fungsional berkolom siasn_id, nama, "
            "jenjang (bup bila ada); tabel jabatan pelaksana berkolom nama dan kelas_jabatan.",
            tindakan="Periksa apakah ini berkas yang benar. Tabel sub-jabatan dan rumpun tidak dipakai.",
        ) from salah


# -- reading ----------------------------------------------------------------------------------------


class _Baris:
    """One row as read: its key (SIASN id, or the name), what it says, and its faults."""

    def __init__(self, isian: Isian, kunci: str, isi: Mapping[str, Any]) -> None:
        self.isian = isian
        self.kunci = kunci
        self.isi = {k: v for k, v in isi.items() if v not in ("", None)}


def _baca_fungsional(isian: Isian) -> _Baris | None:
    """None for a post that SIASN no longer uses."""
    if baku(isian.teks(STATUS)) not in _DIPAKAI:
        return None
    kode, nama = baku_id(isian.teks(ID, maks=36, wajib=True)), isian.teks(NAMA, maks=250, wajib=True)
    jenjang = _JENJANG.get(baku(isian.teks(JENJANG)))
    if jenjang is None and not isian.galat:
        isian.ingatkan(
            JENJANG, "kosong atau tidak dikenal, sehingga jenjangnya tidak diisi",
            "Isi jenjangnya pada daftar jabatan bila jabatan ini dipakai.", isi=isian.teks(JENJANG),
        )  # fmt: skip
    bup = isian.bilangan(BUP, 50, 75)
    a = aturan_per(timezone.localdate())
    isi = {
        "nama": nama,
        "jenjang": None if jenjang is None else int(jenjang),
        "bup": _bup(nama, jenjang, bup, a),
    }
    return _Baris(isian, kode, isi)


def _bup(nama: str, jenjang: Jenjang | None, bup: int | None, a: Aturan) -> int | None:
    """The limit when it is another one than the rules give; else nothing, so that a new law reaches it."""
    if bup is None or jenjang is None:
        return bup
    return None if bup_jabatan(nama, a, jenjang).bup == bup else bup


def _baca_pelaksana(isian: Isian) -> _Baris | None:
    """None for a heading of the table, which has no kelas."""
    if isian.teks(KELAS, maks=20) in ("", "0") and not isian.galat:
        return None
    nama = isian.teks(NAMA, maks=250, wajib=True)
    return _Baris(isian, baku(nama), {"kelas": isian.bilangan(KELAS, 1, 17)})


def _tolak_ganda(semua: list[_Baris], tabel: Tabel, fungsional: bool) -> None:
    baris: dict[str, list[int]] = defaultdict(list)
    for satu in semua:
        baris[satu.kunci].append(satu.isian.nomor)
    for satu in semua:
        lain = [str(n) for n in baris[satu.kunci] if n != satu.isian.nomor]
        if lain and satu.kunci:
            kolom = ID if fungsional else NAMA
            satu.isian.tolak(
                kolom, f"sama dengan baris {', '.join(lain[:5])}", "Sisakan satu baris yang benar."
            )


# -- comparing --------------------------------------------------------------------------------------


def _banding(impor: Impor, semua: list[_Baris], fungsional: bool) -> Iterator[BarisImpor]:
    ada = _menurut_id({b.kunci for b in semua}) if fungsional else _menurut_nama()
    for satu in semua:
        lama = ada.get(satu.kunci, [])
        if not fungsional and not lama:
            continue  # not in use here, and without a SIASN id it cannot be added
        pasangan: list[Jabatan | None] = [*lama] or [None]
        for jabatan in pasangan:
            yield _jadi_baris(impor, satu, jabatan, fungsional)


def _menurut_id(kode: set[str]) -> dict[str, list[Jabatan]]:
    semua = Jabatan.objects.filter(siasn_id__in=kode | _kecil(kode))
    return {baku_id(j.siasn_id): [j] for j in semua}


def _menurut_nama() -> dict[str, list[Jabatan]]:
    hasil: dict[str, list[Jabatan]] = defaultdict(list)
    for jabatan in Jabatan.objects.filter(jenis=JenisJabatan.PELAKSANA).order_by("pk"):
        hasil[baku(jabatan.nama)].append(jabatan)
    return hasil


def _kecil(kode: set[str]) -> set[str]:
    return {k.lower() for k in kode}


def _jadi_baris(impor: Impor, satu: _Baris, lama: Jabatan | None, fungsional: bool) -> BarisImpor:
    jenis = JenisJabatan.FUNGSIONAL if fungsional else JenisJabatan.PELAKSANA
    if lama is not None and lama.jenis != jenis:
        tercatat = LABEL[JenisJabatan][JenisJabatan(lama.jenis)]
        satu.isian.tolak(
            ID, f"ID ini tercatat sebagai jabatan {tercatat.lower()}, bukan jabatan fungsional", _SARAN
        )
    baris = BarisImpor(
        impor=impor,
        nomor=satu.isian.nomor,
        status=StatusBaris.DITOLAK,
        kunci=(satu.kunci if fungsional else lama.siasn_id if lama else "")[:40],
        nama=satu.isi.get("nama", lama.nama if lama else "")[:150],
        galat=satu.isian.galat,
        peringatan=satu.isian.peringatan,
    )
    if satu.isian.galat:
        return baris
    baris.beda = _beda(lama, satu.isi) if lama is not None else []
    baris.status = (
        StatusBaris.BARU if lama is None else StatusBaris.BERUBAH if baris.beda else StatusBaris.SAMA
    )
    baris.data = {"isi": satu.isi, "pk": lama.pk if lama is not None else None}
    return baris


def _beda(lama: Jabatan, isi: Mapping[str, Any]) -> list[dict[str, str]]:
    return [
        {"kolom": teks, "lama": _kata(k, getattr(lama, k)), "baru": _kata(k, isi[k])}
        for k, teks in _LABEL.items()
        if k in isi and getattr(lama, k) != isi[k]
    ]


def _kata(kolom: str, nilai: Any) -> str:
    if nilai in ("", None):
        return ""
    return LABEL[Jenjang][Jenjang(nilai)] if kolom == "jenjang" else str(nilai)


def _pk(baris: BarisImpor) -> int:
    return int(baris.data["pk"] or 0)


def _jabatan_baru(satu: BarisImpor) -> Jabatan:
    return Jabatan(
        siasn_id=satu.kunci, jenis=JenisJabatan.FUNGSIONAL, **satu.data["isi"]
    ).dengan_kode_eselon()
