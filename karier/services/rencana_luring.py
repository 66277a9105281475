"""A plan that travels: a sheet with a signed code goes where no network is, and is read when it is back.

The code says which plan and which version of its words, and is bound to the person without naming them: plan,
version, and the first 80 bits of a keyed digest, in letters that can be copied from paper.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, BinaryIO, Final, NamedTuple

from django.conf import settings
from django.utils.crypto import salted_hmac

from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import Tabel
from karier.models import RencanaPengembangan
from karier.rules.beda_rencana import RUAS, Baris, Isi
from karier.services.rencana_isi import BUTIR_TERBANYAK
from karier.services.rencana_sumber import text_of
from pegawai.enums import BentukPengembangan
from pegawai.kamus import LABEL
from pegawai.services.berkas import Isian, Jenis, Skema, buka_buku, kenali, temukan_tabel

_RUANG: Final = "karier.rencana.luring"
_HURUF_TANDA: Final = 16
_KODE: Final = re.compile(r"IDP-([0-9]{1,9})-([0-9]{1,9})-([A-Z2-7]{16})")
LABEL_KODE: Final = "Kode lembar"
LEMBAR_KODE: Final = "Keterangan"
#: Empty rows that wait for new items.
BARIS_KOSONG: Final = 6
KEPALA: Final = {
    "nomor": "Nomor",
    "kegiatan": "Kegiatan",
    "bentuk": "Bentuk",
    "tujuan": "Tujuan",
    "mulai": "Hari pertama",
    "selesai": "Hari terakhir",
    "jp": "Perkiraan JP",
    "biaya": "Biaya (rupiah)",
    "alasan": "Alasan",
}
HAPUS: Final = "Hapus (isi ya)"
_TERBANYAK: Final = 4 * BUTIR_TERBANYAK
_PETUNJUK: Final = (
    "Ubah isinya langsung. Kegiatan baru ditulis pada baris kosong, tanpa nomor.",
    "Menghapus kegiatan: tulis ya pada kolom terakhir. Baris yang hilang dianggap tidak berubah.",
    "Urutan baris menjadi urutan rencana. Jangan mengubah kolom Nomor dan kode lembar.",
    "Tanggal ditulis seperti 31-12-2027. Biaya tanpa titik juga boleh.",
    "Sesudah ada jaringan, unggah berkas ini di halaman rencana, atau serahkan kepada operator unit.",
)
_MUAT_ULANG: Final = "Unduh lembar baru dari halaman rencana, salin isi Anda, lalu unggah lagi."


class Lembar(NamedTuple):
    """A sheet that came back. `dihapus`: numbers that it marks as removed; they are in no row of `baris`."""

    rencana_id: int
    versi: int
    tanda: str
    baris: list[Baris]
    dihapus: frozenset[int]

    def lengkap(self, dasar: Sequence[Baris]) -> list[Baris]:
        """The state of the sheet: a row that merely got lost says what it said when it was taken along."""
        jadi, ada = list(self.baris), {b.nomor for b in self.baris} | self.dihapus
        for sebelum, hilang in zip([None, *dasar], dasar, strict=False):
            if hilang.nomor not in ada:
                letak = [b.nomor for b in jadi]
                dekat = sebelum is not None and sebelum.nomor in letak
                jadi.insert(letak.index(sebelum.nomor) + 1 if dekat and sebelum else 0, hilang)
        return jadi

    @property
    def sidik(self) -> str:
        """The same for the same words, whatever the file."""
        isi = [[b.nomor, *(b.isi[r] for r in RUAS)] for b in self.baris]
        teks = json.dumps([isi, sorted(self.dihapus)], ensure_ascii=False)
        return hashlib.sha256(teks.encode()).hexdigest()


# -- the code -------------------------------------------------------------------------------------------


def sheet_code(rencana: RencanaPengembangan) -> str:
    """The code of the words as they stand."""
    tanda = _sign(rencana.pk, rencana.versi, rencana.pegawai_id, settings.SECRET_KEY)
    return f"IDP-{rencana.pk}-{rencana.versi}-{tanda}"


def _sign(rencana_id: int, versi: int, pegawai_id: int, kunci: str | bytes) -> str:
    isi = f"{rencana_id}:{versi}:{pegawai_id}"
    sidik = salted_hmac(_RUANG, isi, secret=kunci, algorithm="sha256").digest()
    return base64.b32encode(sidik).decode()[:_HURUF_TANDA]


def read_code(teks: str) -> tuple[int, int, str]:
    """Plan, version and signature as typed; DomainError `kode_tanpa_bentuk`."""
    cocok = _KODE.fullmatch("".join(teks.upper().split()))
    if cocok is None:
        raise DomainError(
            "kode_tanpa_bentuk", "Kode lembar tidak terbaca, atau sebagian hurufnya hilang.",
            tindakan=_MUAT_ULANG,
        )  # fmt: skip
    return int(cocok[1]), int(cocok[2]), cocok[3]


def must_be_ours(rencana: RencanaPengembangan, lembar: Lembar) -> None:
    """Refuse a sheet of another plan, and a code that we never signed."""
    if lembar.rencana_id != rencana.pk:
        raise DomainError(
            "kode_rencana_lain", "Lembar ini milik rencana lain: orang lain atau tahun lain.",
            tindakan="Pilih berkas lembar untuk rencana ini.",
        )  # fmt: skip
    kunci = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    benar = (_sign(rencana.pk, lembar.versi, rencana.pegawai_id, k) for k in kunci)
    if not any(hmac.compare_digest(satu, lembar.tanda) for satu in benar):
        raise DomainError(
            "kode_palsu", "Kode lembar ini bukan kode yang diterbitkan di sini.", tindakan=_MUAT_ULANG
        )


# -- the sheet ------------------------------------------------------------------------------------------


def sheet_table(rencana: RencanaPengembangan) -> Tabel:
    """The items as a workbook to be written on. No NIP, no number of the person."""
    kosong = ["" for _ in range(len(KEPALA) + 1)]
    isi = [_cells(b) for b in text_of(rencana)]
    bentuk = ", ".join(LABEL[BentukPengembangan].values())
    return Tabel(
        nama_berkas=f"rencana-pengembangan-{rencana.tahun}",
        kepala=[*KEPALA.values(), HAPUS],
        baris=[*isi, *([kosong] * BARIS_KOSONG)],
        keterangan=[
            (LABEL_KODE, sheet_code(rencana)),
            ("Pegawai", rencana.pegawai.nama_gelar),
            ("Rencana", str(rencana)),
            *((f"Petunjuk {n}", teks) for n, teks in enumerate(_PETUNJUK, start=1)),
            ("Bentuk yang dikenal", bentuk),
        ],
        lembar="Rencana",
    )


def _cells(b: Baris) -> list[Any]:
    isi: dict[str, Any] = {"nomor": b.nomor, **b.isi}
    isi["bentuk"] = LABEL[BentukPengembangan][BentukPengembangan(int(b.isi["bentuk"]))]
    for ruas in ("mulai", "selesai"):
        isi[ruas] = date.fromisoformat(str(b.isi[ruas]))
    return [*(isi[n] for n in KEPALA), ""]


def read_sheet(*, berkas: BinaryIO, nama: str) -> Lembar:
    """Read what came back. DomainError with the cells and what to do; nothing of it is believed yet."""
    if not nama.lower().endswith(".xlsx") or kenali(berkas, nama) is not Jenis.XLSX:
        raise DomainError(
            "bukan_xlsx", "Lembar rencana adalah berkas Excel (.xlsx).",
            tindakan="Simpan sebagai .xlsx, lalu unggah lagi.",
        )  # fmt: skip
    buku = buka_buku(berkas, nama)
    wajib = tuple(k.upper() for k in KEPALA.values())
    tabel = temukan_tabel(buku, Skema("lembar rencana", wajib))
    rencana_id, versi, tanda = read_code(_code_cell(buku))
    baris, dihapus, galat = [], [], []
    for ke, (nomor, sel) in enumerate(tabel.isi(), start=1):
        if ke > _TERBANYAK:
            raise DomainError("lembar_panjang", f"Lembar memuat paling banyak {_TERBANYAK} baris.")
        satu, hapus = _row(isian := Isian(tabel, nomor, sel))
        galat += [_fault(nomor, g) for g in isian.galat]
        dihapus += [satu.nomor] if hapus and satu.nomor else []
        baris += [] if hapus else [satu]
    _must_be_clean(baris, dihapus, galat)
    return Lembar(rencana_id, versi, tanda, baris, frozenset(dihapus))


def _fault(nomor: int, g: dict[str, str]) -> str:
    return f"Baris {nomor}, {g['kolom'].lower()}: {g['masalah']}. {g['perbaikan']}"


def _must_be_clean(baris: Sequence[Baris], dihapus: Sequence[int], galat: Sequence[str]) -> None:
    nomor = [n for n in (*(b.nomor for b in baris), *dihapus) if n]
    if len(set(nomor)) < len(nomor):
        galat = [*galat, "Ada nomor yang tertulis dua kali. Kosongkan nomor pada baris salinannya."]
    if len(baris) > BUTIR_TERBANYAK:
        galat = [*galat, f"Satu rencana memuat paling banyak {BUTIR_TERBANYAK} kegiatan."]
    if galat:
        lain = f" Masih ada {len(galat) - 3} hal lain." if len(galat) > 3 else ""
        raise DomainError("lembar_keliru", f"{' '.join(galat[:3])}{lain}")


def _code_cell(buku: Any) -> str:
    """The code beside its label, on the sheet that carries it; empty when somebody took it away."""
    if LEMBAR_KODE not in {b.nama for b in buku.lembar}:
        return ""
    return next(iter(_codes(buku)), "")


def _codes(buku: Any) -> Iterator[str]:
    for nomor, sel in buku.baris(LEMBAR_KODE):
        if nomor > _TERBANYAK:
            return
        if len(sel) > 1 and str(sel[0]).strip() == LABEL_KODE:
            yield str(sel[1])[:100]


def _row(isian: Isian) -> tuple[Baris, bool]:
    """One item as written; faults stay with `isian`."""
    kolom = {ruas: judul.upper() for ruas, judul in KEPALA.items()}
    nomor = isian.bilangan(kolom["nomor"], 0, 9999) or 0
    if isian.teks(HAPUS.upper(), maks=10).casefold() in ("ya", "y", "x"):
        return Baris(nomor, {}), True
    mulai, selesai = (isian.tanggal(kolom[r], wajib=True) for r in ("mulai", "selesai"))
    if mulai and selesai and selesai < mulai:
        isian.tolak(kolom["selesai"], "lebih awal dari hari pertama", "Tukar kedua tanggalnya.")
    bentuk = isian.pilihan(kolom["bentuk"], _bentuk(), wajib=True)
    isi: Isi = {
        "kegiatan": isian.teks(kolom["kegiatan"], maks=300, wajib=True),
        "bentuk": int(bentuk) if bentuk else 0,
        "tujuan": isian.teks(kolom["tujuan"], maks=150),
        "mulai": mulai.isoformat() if mulai else "",
        "selesai": selesai.isoformat() if selesai else "",
        "jp": isian.bilangan(kolom["jp"], 1, 999, wajib=True) or 0,
        "biaya": isian.rupiah(kolom["biaya"], 2_000_000_000) or 0,
        "alasan": isian.teks(kolom["alasan"], maks=300),
    }
    return Baris(nomor, isi), False


def _bentuk() -> dict[str, BentukPengembangan]:
    return {nama.upper(): b for b, nama in LABEL[BentukPengembangan].items()}
