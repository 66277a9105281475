"""Value, need and next action of each requirement, out of the stored facts and the pinned numbers.

Nothing here judges: the status comes from the stored outcome.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.dates import add_months, add_years, first_of_month_on_or_after, months_between
from asn_karier.lib.kolom import NilaiTunggal
from karier.enums import JalurPangkat, JenisPutusan
from karier.kamus import kalimat
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian, dalam_kalender, nama_golongan
from karier.kamus.kalimat import Kalimat
from karier.kamus.rincian_predikat import rincian_predikat
from karier.rules.aturan_pangkat import TAHUN_PREDIKAT
from karier.rules.pangkat_struktural import bulan_struktural
from kinerja.rules.angka_kredit import baris_senti
from pegawai.enums import JenisUjian, Jenjang, KedudukanHukum, TingkatPendidikan
from pegawai.kamus import LABEL as LABEL_PEGAWAI


def _data(judul: str, minta: Kalimat) -> Callable[[Bahan], Rincian]:
    def rincian(b: Bahan) -> Rincian:
        return Rincian(BELUM_DICATAT, f"{judul} tercatat", "", b.bagi(minta), "Data utama pegawai")

    return rincian


def _kedudukan_hukum(b: Bahan) -> Rincian:
    # Everybody may read this row, so a standing that tells of a penalty is called what it counts as here.
    label = LABEL_PEGAWAI[KedudukanHukum]
    kode = b.angka("kedudukan_hukum")
    tampil = KedudukanHukum.AKTIF if kode == KedudukanHukum.HUKUMAN_DISIPLIN else kode
    nilai = BELUM_DICATAT if tampil is None else label[KedudukanHukum(tampil)]
    tindakan = b.bagi(kalimat.KEDUDUKAN_HUKUM) if b.periksa else ""
    # Kenaikan pangkat reguler goes on in some standings more (tugas belajar).
    reguler = b.jenis is JenisPutusan.KENAIKAN_PANGKAT and b.jalur == JalurPangkat.REGULER
    lain = [kata.huruf_kecil_awal(label[k]) for k in b.aturan.kedudukan_reguler] if reguler else []
    perlu = " atau ".join([label[KedudukanHukum.AKTIF], *lain])
    return Rincian(nilai, perlu, "", tindakan, "Data utama pegawai")


def _puncak(b: Bahan) -> Rincian:
    urut = b.angka("golongan")
    nilai = BELUM_DICATAT if urut is None else nama_golongan(urut)
    return Rincian(nilai, "masih ada pangkat di atasnya", "", b.bagi(kalimat.PUNCAK), "Riwayat pangkat")


def _masa_pangkat(b: Bahan) -> Rincian:
    if b.jalur == JalurPangkat.STRUKTURAL and b.aturan.struktural:
        return masa_pangkat(b, bulan_struktural(b.fakta, b.aturan.struktural).baca(0))
    jf = b.jalur == JalurPangkat.JABATAN_FUNGSIONAL
    return masa_pangkat(b, b.aturan.bulan_jf if jf else b.aturan.bulan_reguler)


def masa_pangkat(b: Bahan, bulan: NilaiTunggal) -> Rincian:
    """Time in the pangkat against `bulan` months; None: the need hangs on the range of the post."""
    mulai = b.hari("tmt_golongan")
    perlu = kata.lama(bulan) if isinstance(bulan, int) else "belum dapat ditentukan"
    if mulai is None:
        tindakan = b.bagi(kalimat.TMT_PANGKAT)
        return Rincian(BELUM_DICATAT, perlu, "", tindakan, "Riwayat pangkat")
    if not isinstance(bulan, int):
        kurang = kalimat.SK_PANGKAT if b.angka("golongan") is None else kalimat.RENTANG_JABATAN
        return Rincian(f"sejak {kata.tanggal(mulai)}", perlu, "", b.bagi(kurang), "Riwayat pangkat")
    jalan = months_between(mulai, b.tmt)
    cepat = dalam_kalender(lambda: first_of_month_on_or_after(add_months(mulai, bulan))) if b.belum else None
    return Rincian(
        nilai=f"{kata.lama(jalan)} pada {kata.tanggal(b.tmt)}",
        perlu=perlu,
        kurang=kata.lama(bulan - jalan) if b.belum else "",
        tindakan=f"Menunggu sampai {kata.tanggal(cepat)}." if cepat else "",
        sumber=f"SK pangkat, TMT {kata.tanggal(mulai)}",
        paling_cepat=cepat,
    )


def _predikat(b: Bahan) -> Rincian:
    return rincian_predikat(b, tahun=TAHUN_PREDIKAT, minimal=b.aturan.predikat_minimal)


def _jenjang(b: Bahan) -> Rincian:
    kode, berikut = b.angka("jenjang"), b.golongan_berikut
    perlu = "jenjang yang memuat pangkat berikut"
    lengkapi = b.bagi(kalimat.JENJANG)
    if kode is None or berikut is None:
        return Rincian(BELUM_DICATAT, perlu, "", lengkapi, "Riwayat jabatan")
    jenjang = LABEL_PEGAWAI[Jenjang][Jenjang(kode)]
    lanjut = int(b.aturan.jenjang_berikut[kode])
    tindakan = lengkapi if b.periksa else ""
    if b.belum and lanjut in list(Jenjang):
        tujuan = LABEL_PEGAWAI[Jenjang][Jenjang(lanjut)]
        tindakan = b.bagi(kalimat.NAIK_JENJANG, tujuan=tujuan)
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
        tindakan = b.bagi(kalimat.KONVERSI, jumlah=kata.senti(sah + draf))
    else:
        koefisien = int(b.aturan.koefisien_milli[b.angka("jenjang") or 0])
        setahun = baris_senti(koefisien, b.aturan.persen_baik, 12)
        tindakan = b.bagi(kalimat.EVALUASI, setahun=kata.senti(setahun))
    return Rincian(nilai, perlu, kata.senti(butuh - sah), tindakan, "PAK dan konversi yang ditandatangani")


def _pak_diperlukan(b: Bahan) -> str:
    """A PAK of before the last kenaikan pangkat is spent: the next one is counted from a newer PAK."""
    sejak = b.hari("tmt_golongan")
    if b.angka("ak_sah") is not None or sejak is None:
        return b.bagi(kalimat.PAK)
    return b.bagi(kalimat.PAK_BARU, tanggal=kata.tanggal(sejak))


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
        return Rincian(nilai, "ijazah terakhir tercatat", "", b.bagi(kalimat.IJAZAH), "Riwayat pendidikan")
    ijazah = LABEL_PEGAWAI[TingkatPendidikan][TingkatPendidikan(kode)]
    perlu = _plafon(b, kode)
    tindakan = ""
    if b.belum:
        tindakan = b.bagi(kalimat.PENDIDIKAN)
    elif b.periksa:
        profesi = kode == TingkatPendidikan.PROFESI
        tindakan = b.bagi(kalimat.PLAFON_PROFESI if profesi else kalimat.PLAFON)
    return Rincian(nilai, perlu, "", tindakan, f"Ijazah {ijazah}")


def _plafon(b: Bahan, pendidikan: int) -> str:
    """The ceiling of an ijazah, or the unverified one, said to be so."""
    pasti, kiraan = int(b.aturan.plafon[pendidikan]), int(b.aturan.plafon_unv[pendidikan])
    if pasti > 0:
        return f"paling tinggi {nama_golongan(pasti)}"
    if kiraan > 0:
        return f"paling tinggi {nama_golongan(kiraan)} (perkiraan, belum terverifikasi)"
    return "belum diatur untuk ijazah ini"


def _ujian_dinas(b: Bahan) -> Rincian:
    golongan = b.angka("golongan")
    kode = 0 if golongan is None else int(b.aturan.ujian_pada[golongan])
    if kode not in (JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II):
        return Rincian(sumber="Riwayat ujian")
    ujian = kata.huruf_kecil_awal(LABEL_PEGAWAI[JenisUjian][JenisUjian(kode)])
    tk2 = kode == JenisUjian.UJIAN_DINAS_TK_II
    lulus = b.angka("ud_tk2" if tk2 else "ud_tk1")
    nilai = "lulus" if lulus else "tidak ada kelulusan tercatat"
    tindakan = ""
    if b.belum:
        tindakan = b.bagi(kalimat.IKUT_UJIAN, ujian=ujian)
    elif b.periksa:
        tindakan = b.bagi(_ragu_ujian(b, tk2=tk2), ujian=ujian)
    perlu = f"lulus {ujian} atau dibebaskan karena ijazah atau pelatihan"
    return Rincian(nilai, perlu, "", tindakan, "Riwayat ujian")


def _ragu_ujian(b: Bahan, *, tk2: bool) -> Kalimat:
    """What to look up: which profession, or which leadership training; else whether it was passed."""
    if tk2 and b.angka("pendidikan") == TingkatPendidikan.PROFESI:
        return kalimat.KELULUSAN_PROFESI
    return kalimat.KELULUSAN_DIKLAT if tk2 and b.angka("diklat_kepemimpinan") else kalimat.KELULUSAN


def _hukuman_disiplin(b: Bahan) -> Rincian:
    if not b.belum:
        return _register_disiplin(b)
    sampai = b.hari("hukdis_sampai")
    if sampai is None or sampai < b.tmt:
        tindakan, sumber = b.bagi(kalimat.KEDUDUKAN_HUKUMAN), "Data utama pegawai: kedudukan hukum"
        return Rincian("sedang dijalani", "tidak ada", "", tindakan, sumber, tertunggu=False)
    # An end that nobody has recorded stands as the last day of the calendar: no month follows it.
    cepat = dalam_kalender(lambda: first_of_month_on_or_after(sampai + timedelta(days=1)))
    if cepat is None:
        tindakan = b.bagi(kalimat.AKHIR_HUKUMAN)
        return Rincian("sedang dijalani", "tidak ada", "", tindakan, "Register disiplin", tertunggu=False)
    tindakan = f"Tunggu sampai hukuman selesai pada {kata.tanggal(sampai)}."
    return Rincian("sedang dijalani", "tidak ada", "", tindakan, "Register disiplin", cepat)


def _pemeriksaan_disiplin(b: Bahan) -> Rincian:
    if b.belum:
        tindakan = b.bagi(kalimat.PEMERIKSAAN)
        return Rincian("sedang diperiksa", "tidak ada", "", tindakan, "Register disiplin")
    return _register_disiplin(b)


def _register_disiplin(b: Bahan) -> Rincian:
    if b.periksa:
        tindakan = b.bagi(kalimat.REGISTER)
        return Rincian("belum dapat dipastikan", "tidak ada", "", tindakan, "Register disiplin")
    return Rincian("tidak ada", "tidak ada", "", "", "Register disiplin")


def _belum_bup(b: Bahan) -> Rincian:
    lahir, bup = b.hari("tanggal_lahir"), b.angka("bup")
    perlu = f"belum pensiun pada {kata.tanggal(b.tmt)}"
    if lahir is None or bup is None:
        return Rincian(BELUM_DICATAT, perlu, "", b.bagi(kalimat.BUP), "Data utama dan jabatan")
    capai = dalam_kalender(lambda: add_years(lahir, bup))
    tindakan = b.bagi(kalimat.PENGABDIAN) if b.belum else ""
    nilai = f"usia {bup} tahun pada {kata.tanggal(capai)}" if capai else f"usia {bup} tahun"
    return Rincian(nilai, perlu, "", tindakan, "Data utama dan jabatan", tertunggu=False)


def tak_berlaku(b: Bahan, kode: str, *, di_puncak: bool) -> str:
    """Why a requirement does not apply to somebody who is judged, in half a sentence for every reader."""
    berikut = b.golongan_berikut
    if di_puncak:
        return "sudah di pangkat tertinggi pada jalur jabatan ini"
    if berikut is None:
        return "pangkat berikutnya belum dapat ditentukan"
    if kode == "masa_jabatan":
        return "hanya disyaratkan bila pangkat masih di bawah pangkat terendah jabatan"
    if kode == "angka_kredit":
        return f"{berikut.pangkat} ({berikut}) berada di atas jenjang sekarang: naik jenjang lebih dahulu"
    return f"tidak disyaratkan untuk kenaikan ke {berikut.pangkat} ({berikut})"


RINCIAN: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "data_kepegawaian": _data("Jenis dan status pegawai", kalimat.DATA_UTAMA),
    "data_jabatan": _data("Jabatan", kalimat.SK_JABATAN),
    "data_golongan": _data("Pangkat terakhir", kalimat.SK_PANGKAT),
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
