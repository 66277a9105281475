"""Column layouts of the SIASN "Export Data ASN" file.

Four variants of the file are in use; each later one only appends columns, so a reader may map by
name and a writer may cut the row. Facts about the cells that any reader has to know:

- any value may start with an apostrophe (Excel text guard);
- a missing value is the literal word `null`;
- dates are dd-mm-yyyy text;
- for PPPK the `TMT CPNS`, `NOMOR SK CPNS` and `TANGGAL SK CPNS` columns hold the appointment under
  the employment agreement, and `GOL AKHIR NAMA` may be printed as a PNS golongan
  (`KEDUDUKAN HUKUM ID` 71 tells; `golongan.pppk_terselubung` reads it).
"""

from typing import Final

KOLOM_65: Final[tuple[str, ...]] = (
    "PNS ID",
    "NIP BARU",
    "NIP LAMA",
    "NAMA",
    "GELAR DEPAN",
    "GELAR BELAKANG",
    "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "AGAMA ID",
    "AGAMA NAMA",
    "JENIS KAWIN ID",
    "JENIS KAWIN NAMA",
    "NIK",
    "NOMOR HP",
    "EMAIL",
    "EMAIL GOV",
    "ALAMAT",
    "NPWP NOMOR",
    "BPJS",
    "JENIS PEGAWAI ID",
    "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS",
    "KARTU ASN VIRTUAL",
    "NOMOR SK CPNS",
    "TANGGAL SK CPNS",
    "TMT CPNS",
    "NOMOR SK PNS",
    "TANGGAL SK PNS",
    "TMT PNS",
    "GOL AWAL ID",
    "GOL AWAL NAMA",
    "GOL AKHIR ID",
    "GOL AKHIR NAMA",
    "TMT GOLONGAN",
    "MK TAHUN",
    "MK BULAN",
    "JENIS JABATAN ID",
    "JENIS JABATAN NAMA",
    "JABATAN ID",
    "JABATAN NAMA",
    "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN NAMA",
    "PENDIDIKAN ID",
    "PENDIDIKAN NAMA",
    "TAHUN LULUS",
    "KPKN ID",
    "KPKN NAMA",
    "LOKASI KERJA ID",
    "LOKASI KERJA NAMA",
    "UNOR ID",
    "UNOR NAMA",
    "INSTANSI INDUK ID",
    "INSTANSI INDUK NAMA",
    "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID",
    "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA",
    "IS VALID NIK",
)
KOLOM_66: Final[tuple[str, ...]] = (*KOLOM_65, "NAMA SEKOLAH")
KOLOM_67: Final[tuple[str, ...]] = (*KOLOM_66, "FLAG IKD")
KOLOM_69: Final[tuple[str, ...]] = (*KOLOM_67, "ESELON ID", "ESELON NAMA")

VARIAN: Final[dict[int, tuple[str, ...]]] = {
    len(kolom): kolom for kolom in (KOLOM_65, KOLOM_66, KOLOM_67, KOLOM_69)
}

KOSONG: Final = "null"
"""How the file writes a missing value."""
