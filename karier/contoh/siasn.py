"""Writes the SIASN "Export Data ASN" with the quirks that real files have.

Apostrophes before long numbers, the word null for what is missing, dd-mm-yyyy, PPPK partly in the
letters of the PNS scale, four widths. JABATAN ID of a structural post, PNS ID and the like are
stable made-up ids; NIK lies in a district code that does not exist, so it is nobody's.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from karier.contoh.acak import acak_untuk, id_tetap
from karier.contoh.bentuk import Daerah, JenisKesalahan, Orang
from karier.contoh.proporsi import AGAMA, KAWIN
from karier.contoh.wilayah import WILAYAH
from karier.contoh.xlsx import buka_xlsx
from pegawai.enums import JenisJabatan, JenisPegawai, KedudukanHukum, StatusKepegawaian, TingkatPendidikan
from pegawai.rules.golongan import Golongan, pppk_terselubung
from pegawai.rules.siasn import KOLOM_69, KOSONG, VARIAN

BERAPOSTROF = ("NIP BARU", "NIP LAMA", "NIK", "NOMOR HP", "NPWP NOMOR", "BPJS")
LETAK = {nama: nomor for nomor, nama in enumerate(KOLOM_69)}
SAMARAN = {pppk_terselubung(teks).nama: teks for teks in ("II/c", "III/a", "III/b", "III/c")}
TAHUN_NIP_BARU = 2009

NAMA_JENIS_JABATAN = {
    JenisJabatan.STRUKTURAL: "Jabatan Struktural",
    JenisJabatan.FUNGSIONAL: "Jabatan Fungsional Tertentu",
    JenisJabatan.PELAKSANA: "Jabatan Fungsional Umum",
}
NAMA_KEDUDUKAN = {
    KedudukanHukum.AKTIF: "Aktif",
    KedudukanHukum.CLTN: "Cuti Luar Tanggungan Negara",
    KedudukanHukum.TUGAS_BELAJAR: "Tugas Belajar",
    KedudukanHukum.PEMBERHENTIAN_SEMENTARA: "Pemberhentian Sementara",
    KedudukanHukum.PPPK_AKTIF: "PPPK Aktif",
}
NAMA_TINGKAT = {
    TingkatPendidikan.SD: "Sekolah Dasar",
    TingkatPendidikan.SLTP: "SLTP",
    TingkatPendidikan.SLTA: "SLTA",
    TingkatPendidikan.SLTA_KEJURUAN: "SLTA Kejuruan",
    TingkatPendidikan.DIPLOMA_II: "Diploma II",
    TingkatPendidikan.DIPLOMA_III: "Diploma III/Sarjana Muda",
    TingkatPendidikan.DIPLOMA_IV: "Diploma IV",
    TingkatPendidikan.S1: "S-1/Sarjana",
    TingkatPendidikan.PROFESI: "Profesi",
    TingkatPendidikan.S2: "S-2",
    TingkatPendidikan.S3: "S-3/Doktor",
}


def tulis_siasn_csv(
    daerah: Daerah, berkas: Path, *, varian: int = 69, pemisah: str = ",", bom: bool = False
) -> Path:
    """Write the export as CSV with 65, 66, 67 or 69 columns; some offices save it with ; or a BOM."""
    with berkas.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as keluar:
        penulis = csv.writer(keluar, delimiter=pemisah)
        penulis.writerow(VARIAN[varian])
        penulis.writerows(baris_siasn(daerah, varian=varian))
    return berkas


def tulis_siasn_xlsx(daerah: Daerah, berkas: Path, *, varian: int = 69) -> Path:
    """Write the export as XLSX; every cell is text, as in the real file."""
    with buka_xlsx(berkas, daerah.per) as buku:
        buku.lembar("Data Pegawai")
        buku.baris(VARIAN[varian])
        for baris in baris_siasn(daerah, varian=varian):
            buku.baris(baris)
    return berkas


def baris_siasn(daerah: Daerah, *, varian: int = 69) -> Iterator[list[str]]:
    """Rows of the export, faults included; a doubled NIP gives a second row."""
    lebar = len(VARIAN[varian])
    for orang in daerah.orang:
        isi = _baris(orang, daerah)
        rusak = _PERUSAK.get(orang.kesalahan) if orang.kesalahan else None
        if rusak:
            rusak(isi)
        yield [_sel(nama, isi[nama]) for nama in KOLOM_69[:lebar]]
        if orang.kesalahan is JenisKesalahan.NIP_GANDA:
            yield [_sel(nama, nilai) for nama, nilai in _kembar(isi).items()][:lebar]


def _baris(orang: Orang, daerah: Daerah) -> dict[str, str]:
    isi = dict.fromkeys(KOLOM_69, "")
    isi.update(_pribadi(orang, daerah))
    isi.update(_pengangkatan(orang))
    isi.update(_golongan(orang))
    isi.update(_jabatan(orang))
    isi.update(_tempat(orang, daerah))
    return isi


def _pribadi(orang: Orang, daerah: Daerah) -> dict[str, str]:
    acak = acak_untuk(daerah.benih, orang.nip, "pribadi")
    agama, kawin = AGAMA.ambil(acak), KAWIN.ambil(acak)
    surel = f"{orang.nama.split()[0].lower()}.{orang.nip[-10:]}"
    pns_lama = orang.jenis_pegawai is JenisPegawai.PNS and orang.tmt_cpns.year < TAHUN_NIP_BARU
    return {
        "PNS ID": id_tetap(daerah.instansi, "orang", orang.nip),
        "NIP BARU": orang.nip,
        "NIP LAMA": f"{acak.randint(400000000, 599999999)}" if pns_lama else "",
        "NAMA": orang.nama.upper(),
        "GELAR DEPAN": orang.gelar_depan,
        "GELAR BELAKANG": orang.gelar_belakang,
        "TEMPAT LAHIR ID": id_tetap("wilayah", orang.tempat_lahir),
        "TEMPAT LAHIR NAMA": orang.tempat_lahir,
        "TANGGAL LAHIR": tanggal(orang.tanggal_lahir),
        "JENIS KELAMIN": orang.jenis_kelamin.value,
        "AGAMA ID": agama[0],
        "AGAMA NAMA": agama[1],
        "JENIS KAWIN ID": kawin[0],
        "JENIS KAWIN NAMA": kawin[1],
        "NIK": _nik(orang, acak.randint(1, 9999)),
        "NOMOR HP": f"081200{acak.randint(0, 999999):06d}",
        "EMAIL": f"{surel}@contoh.invalid",
        "EMAIL GOV": f"{surel}@{WILAYAH[daerah.instansi].surel}" if acak.random() < 0.6 else "",
        "ALAMAT": f"Jl. Contoh No. {acak.randint(1, 240)}, {orang.unit.lokasi}",
        "NPWP NOMOR": f"00{acak.randint(0, 10**13 - 1):013d}" if acak.random() < 0.8 else "",
        "BPJS": f"0000{acak.randint(0, 10**9 - 1):09d}",
        "IS VALID NIK": "1" if acak.random() < 0.97 else "0",
        "FLAG IKD": "1" if acak.random() < 0.4 else "0",
    }


def _pengangkatan(orang: Orang) -> dict[str, str]:
    """For a PPPK the CPNS columns carry the first agreement, as SIASN does."""
    pns = orang.jenis_pegawai is JenisPegawai.PNS
    urut = int(orang.nip[-3:]) + orang.tanggal_lahir.day
    calon = orang.status is StatusKepegawaian.CPNS
    return {
        "JENIS PEGAWAI NAMA": "PNS Daerah" if pns else "PPPK",
        "KEDUDUKAN HUKUM ID": f"{orang.kedudukan:02d}",
        "KEDUDUKAN HUKUM NAMA": NAMA_KEDUDUKAN[orang.kedudukan],
        "STATUS CPNS PNS": ("C" if calon else "P") if pns else "",
        "NOMOR SK CPNS": f"{'813' if pns else '810'}/{urut:04d}/BKD/{orang.tmt_cpns.year}",
        "TANGGAL SK CPNS": tanggal(orang.tmt_cpns - timedelta(days=21)),
        "TMT CPNS": tanggal(orang.tmt_cpns),
        "NOMOR SK PNS": f"821/{urut:04d}/BKD/{orang.tmt_pns.year}" if orang.tmt_pns else "",
        "TANGGAL SK PNS": tanggal(orang.tmt_pns - timedelta(days=14)) if orang.tmt_pns else "",
        "TMT PNS": tanggal(orang.tmt_pns) if orang.tmt_pns else "",
    }


def _golongan(orang: Orang) -> dict[str, str]:
    awal = SAMARAN[orang.golongan_awal] if orang.tersamar else orang.golongan_awal
    akhir = SAMARAN[orang.golongan] if orang.tersamar else orang.golongan
    skala = JenisPegawai.PNS if orang.tersamar else orang.jenis_pegawai
    tahun, bulan = divmod(orang.mk_bulan, 12)
    return {
        "GOL AWAL ID": Golongan.parse(awal, skala).id_siasn,
        "GOL AWAL NAMA": awal,
        "GOL AKHIR ID": Golongan.parse(akhir, skala).id_siasn,
        "GOL AKHIR NAMA": akhir,
        "TMT GOLONGAN": tanggal(orang.tmt_golongan),
        "MK TAHUN": str(tahun),
        "MK BULAN": str(bulan),
    }


def _jabatan(orang: Orang) -> dict[str, str]:
    return {
        "JENIS JABATAN ID": str(orang.jabatan.jenis.value),
        "JENIS JABATAN NAMA": NAMA_JENIS_JABATAN[orang.jabatan.jenis],
        "JABATAN ID": orang.jabatan.id,
        "JABATAN NAMA": orang.jabatan.nama,
        "TMT JABATAN": tanggal(orang.tmt_jabatan),
        "TINGKAT PENDIDIKAN ID": f"{orang.pendidikan:02d}",
        "TINGKAT PENDIDIKAN NAMA": NAMA_TINGKAT[orang.pendidikan],
        "PENDIDIKAN ID": id_tetap("pendidikan", orang.program_studi),
        "PENDIDIKAN NAMA": orang.program_studi,
        "TAHUN LULUS": str(orang.tahun_lulus),
        "ESELON ID": orang.jabatan.eselon_id,
        "ESELON NAMA": orang.jabatan.eselon,
    }


def _tempat(orang: Orang, daerah: Daerah) -> dict[str, str]:
    pemda = daerah.unit[0]
    tempat = {
        "LOKASI KERJA ID": id_tetap("lokasi", orang.unit.lokasi),
        "LOKASI KERJA NAMA": orang.unit.lokasi,
        "UNOR ID": orang.unit.id,
        "UNOR NAMA": orang.unit.nama,
    }
    for awal in ("INSTANSI INDUK", "INSTANSI KERJA", "SATUAN KERJA INDUK", "SATUAN KERJA KERJA"):
        tempat |= {f"{awal} ID": pemda.id, f"{awal} NAMA": pemda.nama}
    return tempat


def tanggal(nilai: date) -> str:
    """A date as SIASN prints it."""
    return f"{nilai.day:02d}-{nilai.month:02d}-{nilai.year}"


def _nik(orang: Orang, urut: int) -> str:
    lahir = orang.tanggal_lahir
    hari = lahir.day + (40 if orang.nip[14] == "2" else 0)
    return f"150499{hari:02d}{lahir.month:02d}{lahir.year % 100:02d}{urut:04d}"


def _sel(nama: str, nilai: str) -> str:
    if not nilai:
        return KOSONG
    return f"'{nilai}" if nama in BERAPOSTROF else nilai


def _kembar(isi: dict[str, str]) -> dict[str, str]:
    lain = "Pengadministrasi Perkantoran"
    return isi | {"JABATAN NAMA": lain, "JABATAN ID": id_tetap("jabatan", lain), "JENIS JABATAN ID": "4"}


def _ubah(**isi: str) -> Callable[[dict[str, str]], None]:
    return lambda baris: baris.update({nama.replace("_", " "): nilai for nama, nilai in isi.items()})


def _geser_tanggal_lahir(isi: dict[str, str]) -> None:
    hari, bulan, tahun = isi["TANGGAL LAHIR"].split("-")
    isi["TANGGAL LAHIR"] = f"{hari}-{bulan}-{int(tahun) - 1}"


def _hapus_pendidikan(isi: dict[str, str]) -> None:
    for nama in _KOLOM_PENDIDIKAN:
        isi[nama] = ""


_KOLOM_PENDIDIKAN: Sequence[str] = [
    nama for nama in KOLOM_69 if "PENDIDIKAN" in nama or nama == "TAHUN LULUS"
]
_PERUSAK: dict[JenisKesalahan, Callable[[dict[str, str]], None]] = {
    JenisKesalahan.UNIT_TIDAK_DIKENAL: _ubah(UNOR_ID=id_tetap("unit", "hilang"), UNOR_NAMA="Unit Lama"),
    JenisKesalahan.NIP_BEDA_TANGGAL_LAHIR: _geser_tanggal_lahir,
    JenisKesalahan.TANGGAL_MUSTAHIL: _ubah(TMT_GOLONGAN="31-02-2022"),
    JenisKesalahan.GOLONGAN_TIDAK_DIKENAL: _ubah(GOL_AKHIR_ID="99", GOL_AKHIR_NAMA="III/f"),
    JenisKesalahan.PENDIDIKAN_HILANG: _hapus_pendidikan,
}
