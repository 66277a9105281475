"""The rules of the comparison, one person at a time in plain integers. Frozen with bench.naif."""

from datetime import date, timedelta
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, add_years, months_between
from karier.enums import JALUR_DIHITUNG, JalurPangkat
from karier.rules.aturan_pangkat import AturanPangkat
from karier.rules.daftar import posisi
from karier.rules.kebutuhan import KOMPETENSI, level_jenjang
from karier.rules.periode import periode_mulai
from pegawai.enums import JenisJabatan, JenisPegawai, JenisUjian, KedudukanHukum, StatusKepegawaian

TIDAK_BERLAKU, MEMENUHI, PERLU, BELUM = 0, 1, 2, 3
TANPA_AKHIR: Final = date(9999, 12, 31)

Nilai = dict[str, Any]
#: position -> (status, earliest date or None when unknown, binding)
Syarat = dict[int, tuple[int, date | None, bool]]


def putuskan(f: Nilai, t: AturanPangkat, a: Aturan, tmt: date) -> Nilai:
    pns = f["jenis_pegawai"] == JenisPegawai.PNS and f["status_kepegawaian"] == StatusKepegawaian.PNS
    bukan = f["jenis_pegawai"] == JenisPegawai.PPPK or f["status_kepegawaian"] in (
        StatusKepegawaian.CPNS,
        StatusKepegawaian.PPPK,
    )
    biasa = pns and f["kedudukan_hukum"] in (None, KedudukanHukum.AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN)
    jalur = JalurPangkat.TIDAK_BERLAKU if bukan else _jalur(f, t, pns, biasa)
    s: Syarat = {}
    if not bukan and not pns:
        s[posisi("data_kepegawaian")] = (PERLU, None, True)
    if biasa and f["jenis_jabatan"] is None:
        s[posisi("data_jabatan")] = (PERLU, None, True)
    naik = False
    if jalur in JALUR_DIHITUNG:
        naik = _menurut_jalur(f, t, tmt, s, jalur)
    return _hasil(f, a, tmt, s, jalur, naik)


def _jalur(f: Nilai, t: AturanPangkat, pns: bool, biasa: bool) -> JalurPangkat:
    jabatan = f["jenis_jabatan"]
    if jabatan == JenisJabatan.PELAKSANA and pns and (biasa or f["kedudukan_hukum"] in t.kedudukan_reguler):
        return JalurPangkat.REGULER
    if jabatan == JenisJabatan.FUNGSIONAL and biasa:
        return JalurPangkat.JABATAN_FUNGSIONAL
    if jabatan == JenisJabatan.STRUKTURAL and biasa and t.struktural is not None:
        return JalurPangkat.STRUKTURAL
    return JalurPangkat.BELUM_DIHITUNG


def _menurut_jalur(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat, jalur: JalurPangkat) -> bool:
    """Fill `s`; whether there is a next golongan."""
    jf, golongan = jalur == JalurPangkat.JABATAN_FUNGSIONAL, f["golongan"]
    tertinggi = _cari(t.jenjang_tertinggi, f["jenjang"])
    ujung = golongan is not None and tertinggi is not None and golongan >= tertinggi
    terakhir = jf and tertinggi is not None and _cari(t.jenjang_berikut, f["jenjang"]) is None
    puncak = golongan == 17 or (terakhir and ujung)
    if jalur == JalurPangkat.STRUKTURAL:
        bulan = _bulan_struktural(f, t)
    else:
        bulan = t.bulan_jf if jf else t.bulan_reguler
    _bersama(f, t, tmt, s, bulan, puncak)
    if jalur == JalurPangkat.REGULER and not puncak:
        _reguler(f, t, s)
    if jf and not puncak:
        _jf(f, t, tmt, s, tertinggi, ujung)
    if jalur == JalurPangkat.STRUKTURAL and not puncak:
        _struktural(f, t, tmt, s)
    return not puncak and golongan is not None


def _cari(tabel: Any, kunci: int | None) -> int | None:
    if kunci is None or not 0 <= kunci < len(tabel) or tabel[kunci] == -1:
        return None
    return int(tabel[kunci])


def _banding(nilai: Any, perlu: Any, cepat: date | None = None) -> tuple[int, date | None, bool]:
    """At least: unknown on either side needs checking."""
    if nilai is None or perlu is None:
        return (PERLU, None, True)
    return (MEMENUHI, date.min, True) if nilai >= perlu else (BELUM, cepat, True)


def _bersama(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat, bulan: int | None, puncak: bool) -> None:
    if f["golongan"] is None:
        s[posisi("data_golongan")] = (PERLU, None, True)
    s[posisi("kedudukan_hukum")] = (
        (PERLU, None, True) if f["kedudukan_hukum"] is None else (MEMENUHI, date.min, True)
    )
    if puncak:
        s[posisi("puncak")] = (BELUM, None, True)
    else:
        sejak = f["tmt_golongan"]
        lama = None if sejak is None else months_between(sejak, tmt)
        cepat = None if sejak is None or bulan is None else add_months(sejak, bulan)
        s[posisi("masa_pangkat")] = _banding(lama, bulan, cepat)
        s[posisi("predikat_2_tahun")] = _predikat(f, t, tmt)
    tercakup = f["disiplin_tercakup"] == 1
    bersih = (MEMENUHI, date.min, True) if tercakup else (PERLU, None, True)
    sampai = f["hukdis_sampai"]
    if f["kedudukan_hukum"] == KedudukanHukum.HUKUMAN_DISIPLIN and (sampai is None or sampai < tmt):
        sampai = TANPA_AKHIR
    if sampai is not None and sampai >= tmt:
        akhir = sampai + timedelta(days=1) if sampai < TANPA_AKHIR else None
        s[posisi("hukuman_disiplin")] = (BELUM, akhir, True)
    else:
        s[posisi("hukuman_disiplin")] = bersih
    s[posisi("pemeriksaan_disiplin")] = (BELUM, None, True) if f["dalam_pemeriksaan"] == 1 else bersih
    pensiun = (
        None if f["bup"] is None or f["tanggal_lahir"] is None else add_years(f["tanggal_lahir"], f["bup"])
    )
    status, cepat, _ = _banding(pensiun, tmt)
    s[posisi("belum_bup")] = (status, cepat, False)


def _tersedia(tahun: int, t: AturanPangkat, tmt: date) -> date:
    return max(date(tahun, t.bulan_konversi, 1), add_months(tmt, 1))


def _predikat(f: Nilai, t: AturanPangkat, tmt: date) -> tuple[int, date | None, bool]:
    tertunda = f["predikat_1"] is None and tmt.month <= t.bulan_tertunda
    dua = (f["predikat_2"], f["predikat_3"]) if tertunda else (f["predikat_1"], f["predikat_2"])
    tahun = tmt.year + 2 - tertunda
    bagian = [_banding(n, t.predikat_minimal, _tersedia(tahun - i, t, tmt)) for i, n in enumerate(dua)]
    status = max(b[0] for b in bagian)
    tanggal = [b[1] for b in bagian]
    cepat = None if None in tanggal else max(x for x in tanggal if x is not None)
    return (status, cepat, True)


def _reguler(f: Nilai, t: AturanPangkat, s: Syarat) -> None:
    plafon = _cari(t.plafon, f["pendidikan"])
    berikut = None if f["golongan"] is None else f["golongan"] + 1
    s[posisi("pangkat_tertinggi")] = _banding(plafon, berikut)
    perlu = _cari(t.ujian_pada, f["golongan"])
    if perlu not in (JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II):
        return
    pertama = perlu == JenisUjian.UJIAN_DINAS_TK_I
    lulus = f["ud_tk1" if pertama else "ud_tk2"] == 1
    bebas = _cari(t.bebas_tk1 if pertama else t.bebas_tk2, f["pendidikan"])
    bebas_unv = _cari(t.bebas_tk1_unv if pertama else t.bebas_tk2_unv, f["pendidikan"])
    if lulus or bebas == 1:
        s[posisi("ujian_dinas")] = (MEMENUHI, date.min, True)
    elif f["ujian_tercakup"] != 1 or bebas is None or bebas_unv == 1:
        s[posisi("ujian_dinas")] = (PERLU, None, True)
    else:
        s[posisi("ujian_dinas")] = (BELUM, None, True)


def _jf(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat, tertinggi: int | None, ujung: bool) -> None:
    berikut = None if f["golongan"] is None else f["golongan"] + 1
    s[posisi("jenjang_memuat_pangkat")] = _banding(tertinggi, berikut)
    if ujung:
        return
    butuh = None
    if f["jenjang"] is not None and f["golongan"] is not None:
        butuh = _cari(t.kebutuhan[f["jenjang"]], f["golongan"])
    cepat = None
    if butuh is not None and f["ak_sah"] is not None:
        kurang = butuh - f["ak_sah"] - (f["ak_draf"] or 0)
        cepat = tmt if kurang <= 0 else _cepat_ak(f, t, tmt, kurang)
    s[posisi("angka_kredit")] = _banding(f["ak_sah"], butuh, cepat)


def _cepat_ak(f: Nilai, t: AturanPangkat, tmt: date, kurang: int) -> date:
    """Whole years with Baik until `kurang` senti are earned, each year rounded half up to a senti."""
    koefisien = _cari(t.koefisien_milli, f["jenjang"]) or 0
    setahun = (koefisien * t.persen_baik * 12 + 6000) // 12000
    tahun = -(-kurang // setahun)
    return _tersedia(tmt.year - (f["predikat_1"] is None) + tahun, t, tmt)


def _rentang(f: Nilai, t: AturanPangkat) -> tuple[int | None, int | None]:
    """Lowest and highest golongan of the post, by eselon, else by jenjang."""
    assert t.struktural is not None
    bawah = _cari(t.struktural.terendah_eselon, f["eselon"])
    atas = _cari(t.struktural.tertinggi_eselon, f["eselon"])
    if bawah is None:
        bawah = _cari(t.struktural.terendah_jenjang, f["jenjang"])
    if atas is None:
        atas = _cari(t.struktural.tertinggi_jenjang, f["jenjang"])
    return bawah, atas


def _bulan_struktural(f: Nilai, t: AturanPangkat) -> int | None:
    assert t.struktural is not None
    bawah, _ = _rentang(f, t)
    if bawah is None or f["golongan"] is None:
        return None
    return t.struktural.bulan_di_bawah if f["golongan"] < bawah else t.struktural.bulan_dalam_rentang


def _struktural(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat) -> None:
    assert t.struktural is not None
    golongan, (bawah, atas) = f["golongan"], _rentang(f, t)
    paling_rendah = None if bawah is None else bawah - t.struktural.tingkat_di_bawah
    s[posisi("pangkat_dalam_rentang_jabatan")] = _banding(golongan, paling_rendah)
    s[posisi("jabatan_memuat_pangkat")] = _banding(atas, None if golongan is None else golongan + 1)
    if bawah is not None and golongan is not None and golongan < bawah:
        s[posisi("masa_jabatan")] = _masa_jabatan(f, t, tmt)


def _masa_jabatan(f: Nilai, t: AturanPangkat, tmt: date) -> tuple[int, date | None, bool]:
    """A year in the post, or four years in the pangkat and inaugurated before."""
    assert t.struktural is not None
    pangkat, jabatan = f["tmt_golongan"], f["tmt_jabatan"]
    setahun: tuple[int, date | None] = (PERLU, None)
    lama: tuple[int, date | None] = (PERLU, None)
    if jabatan is not None:
        setahun = _sejak(months_between(jabatan, tmt), t.struktural.bulan_jabatan, jabatan)
    if pangkat is not None:
        bulan = t.struktural.bulan_tanpa_masa_jabatan
        lama = _sejak(months_between(pangkat, tmt), bulan, pangkat)
    esok = None if jabatan is None else jabatan + timedelta(days=t.struktural.hari_setelah_pelantikan)
    dilantik = (PERLU if esok is None else MEMENUHI if esok <= tmt else BELUM, esok)
    status = max(lama[0], dilantik[0])
    # A part that is fulfilled, or that the other one decides already, holds nothing up.
    tanggal = [x[1] for x in (lama, dilantik) if x[0] != MEMENUHI]
    kedua = None if None in tanggal else max((x for x in tanggal if x is not None), default=date.min)
    if MEMENUHI in (setahun[0], status):
        return (MEMENUHI, date.min, True)
    if PERLU in (setahun[0], status):
        return (PERLU, None, True)
    return (BELUM, min((x for x in (setahun[1], kedua) if x is not None), default=None), True)


def _sejak(lama: int, perlu: int, mulai: date) -> tuple[int, date | None]:
    return (MEMENUHI, date.min) if lama >= perlu else (BELUM, add_months(mulai, perlu))


def _hasil(f: Nilai, a: Aturan, tmt: date, s: Syarat, jalur: JalurPangkat, naik: bool) -> Nilai:
    ikat = {p: (status, cepat) for p, (status, cepat, mengikat) in s.items() if mengikat}
    status = max((x[0] for x in ikat.values()), default=TIDAK_BERLAKU)
    cepat: date | None = None
    if status == MEMENUHI:
        cepat = periode_mulai(tmt, a)
    elif status == BELUM and all(x[1] is not None for x in ikat.values()):
        cepat = periode_mulai(max([tmt, *(x[1] for x in ikat.values() if x[1])]), a)
    kurang = status in (BELUM, PERLU)
    return {
        "jalur": int(jalur),
        "status": status,
        "golongan_berikut": f["golongan"] + 1 if naik else 0,
        "paling_cepat": cepat,
        "syarat": sum(x[0] << (2 * p) for p, x in s.items()),
        "alasan": min(p for p, x in ikat.items() if x[0] == status) if kurang else -1,
        "kurang": sum(x[0] == BELUM for x in ikat.values()),
    }


def hitung_kebutuhan(f: Nilai, a: Aturan) -> tuple[int, int]:
    """Bit per competency that is short, and the index of the largest gap (-1: none)."""
    minimal = a["kompetensi_jenjang"].angka("gap_minimal")
    umum = _cari(level_jenjang(a), f["jenjang"])
    bit, utama, terbesar = 0, -1, 0
    for i, k in enumerate(KOMPETENSI):
        wajib = f[f"wajib_{k.value}"] if f[f"wajib_{k.value}"] is not None else umum
        capai = f[f"capai_{k.value}"]
        if wajib is None or capai is None or wajib - capai < minimal:
            continue
        bit |= 1 << i
        if wajib - capai > terbesar:
            utama, terbesar = i, wajib - capai
    return bit, utama
