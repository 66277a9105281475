"""Value, need and next action of each requirement, out of the stored facts and the pinned numbers.

Nothing here judges: the status comes from the stored outcome.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.dates import add_months, add_years, first_of_month_on_or_after, months_between
from karier.enums import JalurPangkat
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian, nama_golongan
from kinerja.enums import Predikat
from kinerja.kamus import LABEL as LABEL_KINERJA
from kinerja.rules.angka_kredit import baris_senti
from pegawai.enums import JenisUjian, Jenjang, KedudukanHukum, TingkatPendidikan
from pegawai.kamus import LABEL as LABEL_PEGAWAI

_TANPA_AKHIR: Final = date(9999, 12, 31)


def _data(judul: str, tindakan: str) -> Callable[[Bahan], Rincian]:
    def rincian(_: Bahan) -> Rincian:
        return Rincian(BELUM_DICATAT, f"{judul} tercatat", "", tindakan, "Data utama pegawai")

    return rincian


def _kedudukan_hukum(b: Bahan) -> Rincian:
    kode = b.angka("kedudukan_hukum")
    nilai = BELUM_DICATAT if kode is None else LABEL_PEGAWAI[KedudukanHukum][KedudukanHukum(kode)]
    tindakan = "Minta BKPSDM mencatat kedudukan hukum Anda." if b.periksa else ""
    return Rincian(nilai, "Aktif", "", tindakan, "Data utama pegawai")


def _puncak(b: Bahan) -> Rincian:
    urut = b.angka("golongan")
    nilai = BELUM_DICATAT if urut is None else nama_golongan(urut)
    tindakan = "Bicarakan pilihan jabatan lain dengan BKPSDM bila Anda ingin naik pangkat lagi."
    return Rincian(nilai, "masih ada pangkat di atasnya", "", tindakan, "Riwayat pangkat")


def _masa_pangkat(b: Bahan) -> Rincian:
    bulan = b.aturan.bulan_jf if b.jalur == JalurPangkat.JABATAN_FUNGSIONAL else b.aturan.bulan_reguler
    mulai = b.hari("tmt_golongan")
    if mulai is None:
        return Rincian(
            BELUM_DICATAT,
            kata.lama(bulan),
            "",
            "Minta BKPSDM mencatat TMT pangkat terakhir.",
            "Riwayat pangkat",
        )
    jalan = months_between(mulai, b.tmt)
    cepat = first_of_month_on_or_after(add_months(mulai, bulan))
    return Rincian(
        nilai=kata.lama(jalan),
        perlu=kata.lama(bulan),
        kurang=kata.lama(bulan - jalan) if b.belum else "",
        tindakan=f"Masa pangkat terpenuhi pada {kata.tanggal(cepat)}." if b.belum else "",
        sumber=f"SK pangkat, TMT {kata.tanggal(mulai)}",
        paling_cepat=cepat if b.belum else None,
    )


def _predikat(b: Bahan) -> Rincian:
    tertunda = b.angka("predikat_1") is None and b.tmt.month <= b.aturan.bulan_tertunda
    mundur = (2, 3) if tertunda else (1, 2)
    isi = {b.tmt.year - n: b.angka(f"predikat_{n}") for n in mundur}
    label = LABEL_KINERJA[Predikat]
    nilai = ", ".join(
        f"{thn} {label[Predikat(p)] if p else 'belum ditetapkan'}" for thn, p in sorted(isi.items())
    )
    if tertunda:
        nilai += f" (tahun {b.tmt.year - 1} belum dinilai)"
    rendah = [str(thn) for thn, p in sorted(isi.items()) if p and p < b.aturan.predikat_minimal]
    hilang = [str(thn) for thn, p in sorted(isi.items()) if not p]
    return Rincian(
        nilai=nilai,
        perlu=f"paling rendah {label[Predikat(b.aturan.predikat_minimal)]} pada setiap tahun",
        kurang=f"predikat tahun {kata.daftar(rendah)}" if b.belum else "",
        tindakan=_tindakan_predikat(b, hilang),
        sumber="Penilaian kinerja yang ditetapkan",
    )


def _tindakan_predikat(b: Bahan, hilang: list[str]) -> str:
    if b.belum:
        return "Susun langkah perbaikan bersama atasan agar dua tahun berikutnya berpredikat Baik."
    if b.periksa:
        return (
            f"Minta atasan menetapkan penilaian tahun {kata.daftar(hilang)}, atau BKPSDM mencatat hasilnya."
        )
    return ""


def _jenjang(b: Bahan) -> Rincian:
    kode, berikut = b.angka("jenjang"), b.golongan_berikut
    perlu = "jenjang yang memuat pangkat berikut"
    lengkapi = "Minta BKPSDM melengkapi SK pangkat dan jenjang jabatan fungsional Anda."
    if kode is None or berikut is None:
        return Rincian(BELUM_DICATAT, perlu, "", lengkapi, "Riwayat jabatan")
    jenjang = LABEL_PEGAWAI[Jenjang][Jenjang(kode)]
    lanjut = int(b.aturan.jenjang_berikut[kode])
    tindakan = lengkapi if b.periksa else ""
    if b.belum and lanjut in list(Jenjang):
        tujuan = LABEL_PEGAWAI[Jenjang][Jenjang(lanjut)]
        tindakan = f"Naik jenjang ke {tujuan} lebih dahulu: siapkan uji kompetensi dan tanyakan lowongannya."
    return Rincian(jenjang, f"jenjang yang memuat {berikut.pangkat} ({berikut})", "", tindakan, "SK jabatan")


def _angka_kredit(b: Bahan) -> Rincian:
    sah, draf = b.angka("ak_sah"), b.angka("ak_draf") or 0
    butuh = _kebutuhan(b)
    nilai = BELUM_DICATAT if sah is None else kata.senti(sah)
    perlu = "belum diatur untuk pangkat ini" if butuh is None else kata.senti(butuh)
    if sah is None or butuh is None or not b.belum:
        tindakan = _pak_diperlukan(b) if b.periksa else ""
        return Rincian(nilai, perlu, "", tindakan, "PAK dan konversi yang ditandatangani")
    if sah + draf >= butuh:
        jumlah = kata.senti(sah + draf)
        tindakan = f"Minta pejabat penilai menandatangani konversi; angka kredit Anda menjadi {jumlah}."
    else:
        koefisien = int(b.aturan.koefisien_milli[b.angka("jenjang") or 0])
        setahun = baris_senti(koefisien, b.aturan.persen_baik, 12)
        tindakan = f"Selesaikan evaluasi kinerja; satu tahun berpredikat Baik memberi {kata.senti(setahun)}."
    return Rincian(nilai, perlu, kata.senti(butuh - sah), tindakan, "PAK dan konversi yang ditandatangani")


def _pak_diperlukan(b: Bahan) -> str:
    """A PAK of before the last kenaikan pangkat is spent: the next one is counted from a newer PAK."""
    sejak = b.hari("tmt_golongan")
    if b.angka("ak_sah") is not None or sejak is None:
        return "Minta BKPSDM memeriksa PAK terakhir, jenjang, dan pangkat Anda."
    return (
        "Minta BKPSDM memeriksa PAK Anda: diperlukan PAK dalam jenjang sekarang, "
        f"sesudah kenaikan pangkat terakhir (TMT {kata.tanggal(sejak)})."
    )


def _kebutuhan(b: Bahan) -> int | None:
    jenjang, golongan = b.angka("jenjang"), b.angka("golongan")
    if jenjang is None or golongan is None:
        return None
    butuh = int(b.aturan.kebutuhan[jenjang, golongan])
    return butuh if butuh >= 0 else None


def _pangkat_tertinggi(b: Bahan) -> Rincian:
    kode, berikut = b.angka("pendidikan"), b.golongan_berikut
    nilai = "" if berikut is None else f"pangkat berikut {berikut.pangkat} ({berikut})"
    if kode is None:
        tindakan = "Sampaikan ijazah terakhir kepada BKPSDM agar dicatat."
        return Rincian(nilai, "ijazah terakhir tercatat", "", tindakan, "Riwayat pendidikan")
    plafon = int(b.aturan.plafon[kode])
    ijazah = LABEL_PEGAWAI[TingkatPendidikan][TingkatPendidikan(kode)]
    perlu = f"paling tinggi {nama_golongan(plafon)}" if plafon > 0 else "belum diatur untuk ijazah ini"
    tindakan = ""
    if b.belum:
        tindakan = "Tempuh pendidikan lebih tinggi lalu usulkan pencantuman ijazahnya."
    elif b.periksa:
        tindakan = "BKPSDM memeriksa pangkat tertinggi untuk ijazah ini."
    return Rincian(nilai, perlu, "", tindakan, f"Ijazah {ijazah}")


def _ujian_dinas(b: Bahan) -> Rincian:
    golongan = b.angka("golongan")
    kode = 0 if golongan is None else int(b.aturan.ujian_pada[golongan])
    if kode not in (JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II):
        return Rincian(sumber="Riwayat ujian")
    ujian = LABEL_PEGAWAI[JenisUjian][JenisUjian(kode)]
    lulus = b.angka("ud_tk1" if kode == JenisUjian.UJIAN_DINAS_TK_I else "ud_tk2")
    nilai = "lulus" if lulus else "tidak ada kelulusan tercatat"
    tindakan = ""
    if b.belum:
        tindakan = f"Daftar {ujian.lower()} pada jadwal berikutnya melalui BKPSDM."
    elif b.periksa:
        tindakan = f"Minta BKPSDM memeriksa kelulusan {ujian.lower()} atau pembebasannya karena ijazah."
    return Rincian(
        nilai, f"lulus {ujian.lower()} atau dibebaskan karena ijazah", "", tindakan, "Riwayat ujian"
    )


def _hukuman_disiplin(b: Bahan) -> Rincian:
    sampai = b.hari("hukdis_sampai")
    if b.belum and sampai and sampai < _TANPA_AKHIR:
        cepat = first_of_month_on_or_after(sampai + timedelta(days=1))
        tindakan = f"Tunggu sampai hukuman selesai pada {kata.tanggal(sampai)}."
        return Rincian("sedang dijalani", "tidak ada", "", tindakan, "Register disiplin", cepat)
    if b.belum:
        return Rincian(
            "sedang dijalani",
            "tidak ada",
            "",
            "Minta BKPSDM mencatat tanggal berakhirnya.",
            "Register disiplin",
        )
    return _register_disiplin(b)


def _pemeriksaan_disiplin(b: Bahan) -> Rincian:
    if b.belum:
        tindakan = "Tunggu hasil pemeriksaan; tanyakan perkembangannya kepada BKPSDM."
        return Rincian("sedang diperiksa", "tidak ada", "", tindakan, "Register disiplin")
    return _register_disiplin(b)


def _register_disiplin(b: Bahan) -> Rincian:
    if b.periksa:
        tindakan = "BKPSDM perlu menyatakan daftar hukuman disiplin lengkap untuk tanggal ini."
        return Rincian("belum dapat dipastikan", "tidak ada", "", tindakan, "Register disiplin")
    return Rincian("tidak ada", "tidak ada", "", "", "Register disiplin")


def _belum_bup(b: Bahan) -> Rincian:
    lahir, bup = b.hari("tanggal_lahir"), b.angka("bup")
    perlu = f"belum pensiun pada {kata.tanggal(b.tmt)}"
    if lahir is None or bup is None:
        tindakan = "Minta BKPSDM melengkapi tanggal lahir dan batas usia pensiun jabatan."
        return Rincian(BELUM_DICATAT, perlu, "", tindakan, "Data utama dan jabatan")
    capai = kata.tanggal(add_years(lahir, bup))
    tindakan = "Tanyakan kenaikan pangkat pengabdian kepada BKPSDM." if b.belum else ""
    return Rincian(f"usia {bup} tahun pada {capai}", perlu, "", tindakan, "Data utama dan jabatan")


RINCIAN: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "data_kepegawaian": _data("Jenis dan status pegawai", "Minta BKPSDM melengkapi data utama Anda."),
    "data_jabatan": _data("Jabatan", "Sampaikan SK jabatan terakhir kepada BKPSDM agar dicatat."),
    "data_golongan": _data("Pangkat terakhir", "Sampaikan SK pangkat terakhir kepada BKPSDM agar dicatat."),
    "kedudukan_hukum": _kedudukan_hukum,
    "puncak": _puncak,
    "masa_pangkat": _masa_pangkat,
    "predikat_2_tahun": _predikat,
    "jenjang_memuat_pangkat": _jenjang,
    "angka_kredit": _angka_kredit,
    "pangkat_tertinggi": _pangkat_tertinggi,
    "ujian_dinas": _ujian_dinas,
    "hukuman_disiplin": _hukuman_disiplin,
    "pemeriksaan_disiplin": _pemeriksaan_disiplin,
    "belum_bup": _belum_bup,
}
