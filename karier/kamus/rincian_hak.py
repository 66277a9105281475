"""Value, need and next action of the requirements of KGB and Satyalancana.

Nothing here judges: the status comes from the stored outcome. Both are explained for `per`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.dates import add_years, months_between
from asn_karier.lib.kolom import NilaiTunggal
from karier.kamus import kalimat, kalimat_hak
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian, dalam_kalender
from karier.rules.hak import penilaian_berikut, predikat_minimal_kgb, predikat_terakhir
from kinerja.enums import Predikat
from kinerja.kamus import LABEL as LABEL_KINERJA
from pegawai.enums import JenisPegawai, KedudukanHukum, TingkatHukuman
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.rules.golongan import Golongan
from pegawai.rules.kgb import batas_surat, kgb_berikut, pemberitahuan, susun_kgb
from pegawai.rules.satyalancana import URUT_HUKUMAN, hukuman_menghalangi, nama_derajat

_REGISTER: Final = "Register disiplin"
_PANGKAT: Final = "SK pangkat terakhir"


# -- kenaikan gaji berkala ---------------------------------------------------------------------


def _kedudukan_hukum(b: Bahan) -> Rincian:
    """Everybody may read this row: a standing that tells of a penalty is called what it counts as here."""
    kode = b.angka("kedudukan_hukum")
    tampil = KedudukanHukum.AKTIF if kode == KedudukanHukum.HUKUMAN_DISIPLIN else kode
    nilai = BELUM_DICATAT if tampil is None else LABEL_PEGAWAI[KedudukanHukum][KedudukanHukum(tampil)]
    minta = kalimat.KEDUDUKAN_HUKUM if kode is None else kalimat_hak.KEDUDUKAN_KGB
    return Rincian(nilai, "Aktif", "", b.bagi(minta) if b.periksa else "", "Data utama pegawai")


def _masa_kerja(b: Bahan) -> Rincian:
    hari, mkg = _kgb(b, perkiraan=True)
    perlu = f"langkah masa kerja golongan setiap {kata.lama(susun_kgb(b.a).siklus)}"
    if hari is None or mkg is None:
        return Rincian(BELUM_DICATAT, perlu, "", b.bagi(kalimat_hak.MASA_KERJA), _PANGKAT)
    nilai = f"{kata.lama(mkg)} pada {kata.tanggal(hari)}"
    if b.periksa:
        golongan = str(Golongan(JenisPegawai.PNS, b.angka("golongan") or 0))
        tindakan = b.bagi(kalimat_hak.LANGKAH_PERKIRAAN, golongan=golongan, tanggal=kata.tanggal(hari))
        return Rincian(f"{nilai} (perkiraan)", perlu, "", tindakan, _PANGKAT)
    perlu += f"; pemberitahuan paling lambat {kata.tanggal(pemberitahuan(hari, b.a))}"
    return Rincian(nilai, perlu, sumber=_PANGKAT, paling_cepat=hari, nanti=hari >= batas_surat(b.per, b.a))


def _predikat_kgb(b: Bahan) -> Rincian:
    label = LABEL_KINERJA[Predikat]
    perlu = f"paling rendah {label[predikat_minimal_kgb(b.a)]} pada penilaian terakhir"
    sumber = "Penilaian kinerja yang ditetapkan"
    terakhir = predikat_terakhir(b.fakta, b.aturan, per=b.per, tmt=b.tmt)
    predikat, tahun = terakhir.predikat.baca(0), terakhir.tahun.baca(0)
    if not isinstance(predikat, int):
        hilang = str(b.per.year - 1)
        tindakan = b.bagi(kalimat.PREDIKAT, tahun=hilang)
        return Rincian(f"{hilang} belum ditetapkan", perlu, "", tindakan, sumber)
    nilai = f"{tahun} {label[Predikat(predikat)]}"
    if not b.belum:
        return Rincian(nilai, perlu, sumber=sumber)
    cepat: date = penilaian_berikut(terakhir, b.aturan, per=b.per)[0].item()
    tunda = f"{b.a['kgb'].angka('tunda_paling_lama_tahun')} tahun"
    tindakan = b.bagi(kalimat_hak.PERBAIKAN_KGB, lama=tunda, tanggal=kata.tanggal(cepat))
    return Rincian(nilai, perlu, f"predikat tahun {tahun}", tindakan, sumber, cepat)


def _hukuman_disiplin(b: Bahan) -> Rincian:
    if b.periksa:
        return Rincian("belum dapat dipastikan", "tidak ada", "", b.bagi(kalimat.REGISTER), _REGISTER)
    if not b.belum:
        return Rincian("tidak ada", "tidak ada", sumber=_REGISTER)
    sampai = b.hari("hukdis_sampai")
    if sampai is None or sampai < b.per:
        tindakan, sumber = b.bagi(kalimat.KEDUDUKAN_HUKUMAN), "Data utama pegawai: kedudukan hukum"
        return Rincian("sedang dijalani", "tidak ada", "", tindakan, sumber, tertunggu=False)
    cepat = dalam_kalender(lambda: sampai + timedelta(days=1))
    if cepat is None:
        tindakan = b.bagi(kalimat.AKHIR_HUKUMAN)
        return Rincian("sedang dijalani", "tidak ada", "", tindakan, _REGISTER, tertunggu=False)
    tindakan = b.bagi(kalimat_hak.HUKUMAN_KGB, tanggal=kata.tanggal(sampai))
    return Rincian("sedang dijalani", "tidak ada", "", tindakan, _REGISTER, cepat)


def _tabel_gaji(b: Bahan) -> Rincian:
    hari, mkg = _kgb(b)
    batas = int(susun_kgb(b.a).mkg_tertinggi[b.angka("golongan") or 0])
    nilai = BELUM_DICATAT if hari is None or mkg is None else f"{kata.lama(mkg)} pada {kata.tanggal(hari)}"
    tindakan = b.bagi(kalimat_hak.TABEL_GAJI) if b.belum else ""
    return Rincian(nilai, f"paling lama {kata.lama(max(batas, 0))}", "", tindakan, "Tabel gaji")


def _belum_bup(b: Bahan) -> Rincian:
    hari, _ = _kgb(b)
    lahir, bup = b.hari("tanggal_lahir"), b.angka("bup")
    perlu = "belum pensiun saat KGB" + (f", {kata.tanggal(hari)}" if hari else "")
    if lahir is None or bup is None:
        return Rincian(BELUM_DICATAT, perlu, "", b.bagi(kalimat.BUP), "Data utama dan jabatan")
    capai = dalam_kalender(lambda: add_years(lahir, bup))
    nilai = f"usia {bup} tahun" + (f" pada {kata.tanggal(capai)}" if capai else "")
    tindakan = b.bagi(kalimat_hak.PENSIUN_KGB) if b.belum else ""
    return Rincian(nilai, perlu, "", tindakan, "Data utama dan jabatan", tertunggu=False)


def _kgb(b: Bahan, *, perkiraan: bool = False) -> tuple[date | None, int | None]:
    """The next KGB and the MKG on it, as the rule names them."""
    f = b.fakta
    hasil = kgb_berikut(f.golongan, f.tmt_golongan, f.mkg_bulan, per=b.per, a=b.a, perkiraan=perkiraan)
    return _hari(hasil.tanggal.baca(0)), _angka(hasil.mkg_bulan.baca(0))


# -- Satyalancana Karya Satya ------------------------------------------------------------------


def _masa_kerja_satya(b: Bahan) -> Rincian:
    perlu = f"{b.sasaran} tahun, untuk {nama_satyalancana(b)}"
    mulai = b.hari("tmt_cpns")
    if mulai is None:
        return Rincian(BELUM_DICATAT, perlu, "", b.bagi(kalimat_hak.TMT_CPNS), "SK CPNS")
    jalan = months_between(mulai, b.per)
    sumber = f"SK CPNS, TMT {kata.tanggal(mulai)}"
    nilai = f"{kata.lama(jalan)} pada {kata.tanggal(b.per)}"
    cepat = dalam_kalender(lambda: add_years(mulai, b.sasaran)) if b.belum else None
    if cepat is None:
        return Rincian(nilai, perlu, sumber=sumber)
    tindakan = b.bagi(kalimat_hak.MENUNGGU_MASA_KERJA, tahun=str(b.sasaran), tanggal=kata.tanggal(cepat))
    return Rincian(nilai, perlu, kata.lama(b.sasaran * 12 - jalan), tindakan, sumber, cepat)


def _tidak_pernah_hukuman(b: Bahan) -> Rincian:
    perlu = "tidak pernah sedang atau berat"
    if b.belum:
        return Rincian("sedang dijalani", perlu, "", b.bagi(kalimat_hak.HUKUMAN_BERJALAN), _REGISTER)
    terberat = b.angka("hukdis_terberat") or 0
    if b.periksa and terberat >= hukuman_menghalangi(b.a):
        tindakan = b.bagi(kalimat_hak.HUKUMAN_SELESAI)
        return Rincian(_pernah(b, terberat), perlu, "", tindakan, _REGISTER)
    if b.periksa:
        mulai = b.hari("tmt_cpns")
        sejak = f"{kata.tanggal(mulai)} (TMT CPNS)" if mulai else "TMT CPNS"
        tindakan = b.bagi(kalimat_hak.REGISTER_SEJAK, tanggal=sejak)
        return Rincian("belum dapat dipastikan", perlu, "", tindakan, _REGISTER)
    return Rincian("tidak pernah", perlu, sumber=_REGISTER)


def _pernah(b: Bahan, terberat: int) -> str:
    tingkat = next(t for t, n in URUT_HUKUMAN.items() if n == terberat)
    selesai = b.hari("hukdis_terakhir")
    akhir = f", selesai {kata.tanggal(selesai)}" if selesai else ""
    return f"pernah, {LABEL_PEGAWAI[TingkatHukuman][tingkat].lower()}{akhir}"


def _tidak_pernah_cltn(b: Bahan) -> Rincian:
    sumber = "Data utama pegawai: kedudukan hukum dan riwayat CLTN"
    if b.belum:
        return Rincian("pernah", "tidak pernah", "", b.bagi(kalimat_hak.CLTN), sumber)
    if b.periksa:
        tindakan = b.bagi(kalimat_hak.RIWAYAT_CLTN)
        return Rincian("belum dapat dipastikan", "tidak pernah", "", tindakan, sumber)
    return Rincian("tidak pernah", "tidak pernah", sumber=sumber)


def nama_satyalancana(b: Bahan) -> str:
    """'Satyalancana Karya Satya X (perunggu)' of the degree that was judged."""
    romawi, _, logam = (nama_derajat(b.sasaran, b.a) or "").partition("_")
    return f"Satyalancana Karya Satya {romawi} ({logam.lower()})" if logam else "Satyalancana Karya Satya"


def _hari(nilai: NilaiTunggal) -> date | None:
    return nilai if isinstance(nilai, date) else None


def _angka(nilai: NilaiTunggal) -> int | None:
    return None if isinstance(nilai, date) else nilai


RINCIAN_KGB: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "kedudukan_hukum": _kedudukan_hukum,
    "masa_kerja": _masa_kerja,
    "predikat_kgb": _predikat_kgb,
    "hukuman_disiplin": _hukuman_disiplin,
    "tabel_gaji": _tabel_gaji,
    "belum_bup": _belum_bup,
}
RINCIAN_SATYALANCANA: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "masa_kerja_satya": _masa_kerja_satya,
    "tidak_pernah_hukuman": _tidak_pernah_hukuman,
    "tidak_pernah_cltn": _tidak_pernah_cltn,
}
