"""The 25 forms of competency development by the names that travel: SIASN, paper forms, daily speech."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from asn_karier.lib.errors import DomainError
from pegawai.enums import BentukPengembangan as B

#: Letter by letter as the SIASN reference `jenis diklat` writes them.
NAMA_SIASN: Final[Mapping[B, str]] = {
    B.DIKLAT_STRUKTURAL: "Diklat Struktural",
    B.DIKLAT_FUNGSIONAL: "Diklat Fungsional",
    B.DIKLAT_TEKNIS: "Diklat Teknis",
    B.WORKSHOP: "Workshop",
    B.PELATIHAN_MANAJERIAL: "Pelatihan Manajerial",
    B.PELATIHAN_SOSIAL_KULTURAL: "Pelatihan Sosial Kultural",
    B.SOSIALISASI: "Sosialisasi",
    B.BIMBINGAN_TEKNIS: "Bimbingan Teknis",
    B.SEMINAR: "Seminar",
    B.MAGANG: "Magang",
    B.KURSUS: "Kursus",
    B.PENATARAN: "Penataran",
    B.KLASIKAL_LAINNYA: "Pengembangan Kompetensi Dalam Bentuk Pelatihan klasikal lainnya",
    B.COACHING: "Coaching",
    B.MENTORING: "Mentoring",
    B.E_LEARNING: "E-Learning",
    B.PELATIHAN_JARAK_JAUH: "Pelatihan Jarak Jauh",
    B.DETASERING: "Detasering (Secondment)",
    B.PEMBELAJARAN_ALAM_TERBUKA: "Pembelajaran Alam Terbuka (Outbond)",
    B.PATOK_BANDING: "Patok Banding (Benchmarking)",
    B.PERTUKARAN_PNS_SWASTA: (
        "Pertukaran Antara Pns Dengan Pegawai Swasta/Badan Usaha Milik Negara/ Badan Usaha Milik Daerah"
    ),
    B.BELAJAR_MANDIRI: "Belajar Mandiri (Self Development)",
    B.KOMUNITAS_BELAJAR: "Komunitas Belajar (Community Of Practices)",
    B.BIMBINGAN_DI_TEMPAT_KERJA: "Bimbingan Di Tempat Kerja",
    B.NONKLASIKAL_LAINNYA: "Pengembangan Kompetensi Dalam Bentuk Pelatihan Nonklasikal Lainnya",
}
_SEBUTAN: Final[Mapping[B, str]] = {
    B.DIKLAT_STRUKTURAL: "Pelatihan Struktural, Pelatihan Struktural Kepemimpinan, Diklat Kepemimpinan, "
    "Pelatihan Kepemimpinan, Struktural",
    B.DIKLAT_FUNGSIONAL: "Pelatihan Fungsional, Fungsional",
    B.DIKLAT_TEKNIS: "Pelatihan Teknis, Teknis",
    B.PELATIHAN_MANAJERIAL: "Manajerial",
    B.PELATIHAN_SOSIAL_KULTURAL: "Sosial Kultural",
    B.WORKSHOP: "Lokakarya, Workshop/Lokakarya, Workshop atau Lokakarya",
    B.BIMBINGAN_TEKNIS: "Bimtek",
    B.SEMINAR: "Konferensi, Sarasehan, Webinar, Seminar/Konferensi/Sarasehan",
    B.MAGANG: "Praktik Kerja, Magang/Praktik Kerja",
    B.KLASIKAL_LAINNYA: "Klasikal, Pelatihan Klasikal, Pelatihan Klasikal Lainnya, Jalur Klasikal Lainnya",
    B.PELATIHAN_JARAK_JAUH: "PJJ, Jarak Jauh",
    B.PEMBELAJARAN_ALAM_TERBUKA: "Outbound",
    B.PATOK_BANDING: "Studi Banding",
    B.KOMUNITAS_BELAJAR: "CoP, Komunitas Belajar (CoP), Community of Practice",
    B.NONKLASIKAL_LAINNYA: "Nonklasikal, Pelatihan Nonklasikal, Pelatihan Nonklasikal Lainnya, "
    "Jalur Nonklasikal Lainnya",
}
#: With whom, each writes in another way.
_PERTUKARAN: Final = "PERTUKARAN"
_KURUNG: Final = re.compile(r"(?P<luar>.+?) \((?P<dalam>.+)\)")


def nama_siasn(bentuk: B) -> str:
    """The name SIASN gives it."""
    return NAMA_SIASN[bentuk]


def bentuk_dari_nama(teks: str) -> B:
    """Read a name in any usual spelling, or the SIASN id '1' to '25'; raises `bentuk_tidak_dikenal`."""
    kurung = _KURUNG.fullmatch(teks.strip())
    bentuk = _MENURUT_NAMA.get(_baku(teks)) or _MENURUT_NAMA.get(_baku(kurung["luar"] if kurung else ""))
    if _baku(teks).startswith(_PERTUKARAN):
        return B.PERTUKARAN_PNS_SWASTA
    if bentuk is None:
        raise _tidak_dikenal("Tulis bentuk pengembangan seperti Seminar, Coaching, atau E-Learning", teks)
    return bentuk


def bentuk_dari_id(kode: str) -> B:
    """Read a SIASN id '1' to '25'; raises `bentuk_tidak_dikenal`."""
    angka = kode.strip()
    if angka.isdecimal() and int(angka) in set(B):
        return B(int(angka))
    raise _tidak_dikenal(f"Tulis id jenis diklat SIASN dari {min(B)} sampai {max(B)}", kode)


def _tidak_dikenal(pesan: str, diisi: str) -> DomainError:
    return DomainError("bentuk_tidak_dikenal", f"{pesan}. Yang diisi '{diisi.strip()}'")


def _baku(teks: str) -> str:
    """Letters and digits only: e-learning, E Learning and elearning are one."""
    return re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", teks).upper())


def _nama(bentuk: B) -> Iterator[str]:
    yield NAMA_SIASN[bentuk]
    yield bentuk.name
    yield str(bentuk.value)
    kurung = _KURUNG.fullmatch(NAMA_SIASN[bentuk])
    if kurung:
        yield from (kurung["luar"], kurung["dalam"])
    yield from _SEBUTAN.get(bentuk, bentuk.name).split(", ")


_MENURUT_NAMA: Final = {_baku(nama): bentuk for bentuk in B for nama in _nama(bentuk)}
