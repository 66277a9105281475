"""Kenaikan pangkat and kebutuhan of the comparison, one person at a time in plain integers."""

from datetime import date, timedelta

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, months_between
from bench.naif_umum import (
    BELUM,
    CUKUP,
    MEMENUHI,
    PERIKSA,
    PERLU,
    TIDAK,
    Butir,
    Nilai,
    Syarat,
    banding,
    belum_bup,
    cari,
    cepat_ak,
    hukuman,
    kedudukan,
    masa_pangkat,
    pemeriksaan,
    predikat,
    rangkum,
    siapa,
)
from karier.enums import JALUR_DIHITUNG, JalurPangkat, JenisPutusan
from karier.rules.aturan_pangkat import AturanPangkat
from karier.rules.kebutuhan import KOMPETENSI, level_jenjang
from karier.rules.periode import periode_mulai
from pegawai.enums import JenisJabatan, JenisUjian


def putuskan(f: Nilai, t: AturanPangkat, a: Aturan, tmt: date) -> Nilai:
    orang = siapa(f)
    bukan = not orang.pns and not orang.kurang
    jalur = JalurPangkat.TIDAK_BERLAKU if bukan else _jalur(f, t, orang.pns, orang.dinilai)
    s: Syarat = {}
    if orang.kurang:
        s["data_kepegawaian"] = PERIKSA
    if orang.dinilai and f["jenis_jabatan"] is None:
        s["data_jabatan"] = PERIKSA
    naik = False
    if jalur in JALUR_DIHITUNG:
        naik = _menurut_jalur(f, t, tmt, s, jalur)
    hasil = rangkum(JenisPutusan.KENAIKAN_PANGKAT, s, tmt)
    if hasil["paling_cepat"] is not None:
        hasil["paling_cepat"] = periode_mulai(hasil["paling_cepat"], a)
    return hasil | {"jalur": int(jalur), "golongan_berikut": f["golongan"] + 1 if naik else 0}


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
    tertinggi = cari(t.jenjang_tertinggi, f["jenjang"])
    ujung = golongan is not None and tertinggi is not None and golongan >= tertinggi
    terakhir = jf and tertinggi is not None and cari(t.jenjang_berikut, f["jenjang"]) is None
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


def _bersama(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat, bulan: int | None, puncak: bool) -> None:
    if f["golongan"] is None:
        s["data_golongan"] = PERIKSA
    s["kedudukan_hukum"] = kedudukan(f)
    if puncak:
        s["puncak"] = TIDAK
    else:
        s["masa_pangkat"] = masa_pangkat(f, tmt, bulan)
        s["predikat_2_tahun"] = predikat(f, t, tmt, 2, t.predikat_minimal)
    s["hukuman_disiplin"] = hukuman(f, tmt)
    s["pemeriksaan_disiplin"] = pemeriksaan(f, t)
    s["belum_bup"] = belum_bup(f, t, tmt)


def _reguler(f: Nilai, t: AturanPangkat, s: Syarat) -> None:
    plafon = cari(t.plafon, f["pendidikan"])
    berikut = None if f["golongan"] is None else f["golongan"] + 1
    s["pangkat_tertinggi"] = banding(plafon, berikut)
    perlu = cari(t.ujian_pada, f["golongan"])
    if perlu not in (JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II):
        return
    pertama = perlu == JenisUjian.UJIAN_DINAS_TK_I
    lulus = f["ud_tk1" if pertama else "ud_tk2"] == 1
    bebas = cari(t.bebas_tk1 if pertama else t.bebas_tk2, f["pendidikan"])
    bebas_unv = cari(t.bebas_tk1_unv if pertama else t.bebas_tk2_unv, f["pendidikan"])
    diklat = f["diklat_kepemimpinan"] == 1 and perlu in t.bebas_diklat
    if lulus or bebas == 1:
        s["ujian_dinas"] = CUKUP
    elif f["ujian_tercakup"] != 1 or bebas is None or bebas_unv == 1 or diklat:
        s["ujian_dinas"] = PERIKSA
    else:
        s["ujian_dinas"] = TIDAK


def _jf(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat, tertinggi: int | None, ujung: bool) -> None:
    berikut = None if f["golongan"] is None else f["golongan"] + 1
    s["jenjang_memuat_pangkat"] = banding(tertinggi, berikut)
    if ujung:
        return
    butuh = None
    if f["jenjang"] is not None and f["golongan"] is not None:
        butuh = cari(t.kebutuhan[f["jenjang"]], f["golongan"])
    kurang = None
    if butuh is not None and f["ak_sah"] is not None:
        kurang = butuh - f["ak_sah"] - (f["ak_draf"] or 0)
    s["angka_kredit"] = banding(f["ak_sah"], butuh, cepat_ak(f, t, tmt, kurang))


def _rentang(f: Nilai, t: AturanPangkat) -> tuple[int | None, int | None]:
    """Lowest and highest golongan of the post, by eselon, else by jenjang."""
    assert t.struktural is not None
    bawah = cari(t.struktural.terendah_eselon, f["eselon"])
    atas = cari(t.struktural.tertinggi_eselon, f["eselon"])
    if bawah is None:
        bawah = cari(t.struktural.terendah_jenjang, f["jenjang"])
    if atas is None:
        atas = cari(t.struktural.tertinggi_jenjang, f["jenjang"])
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
    s["pangkat_dalam_rentang_jabatan"] = banding(golongan, paling_rendah)
    s["jabatan_memuat_pangkat"] = banding(atas, None if golongan is None else golongan + 1)
    if bawah is not None and golongan is not None and golongan < bawah:
        s["masa_jabatan"] = _masa_jabatan(f, t, tmt)


def _masa_jabatan(f: Nilai, t: AturanPangkat, tmt: date) -> Butir:
    """A year in the post, or four years in the pangkat and inaugurated before."""
    assert t.struktural is not None
    pangkat, jabatan = f["tmt_golongan"], f["tmt_jabatan"]
    setahun = lama = dilantik = PERIKSA
    if jabatan is not None:
        setahun = _sejak(jabatan, t.struktural.bulan_jabatan, tmt)
        esok = jabatan + timedelta(days=t.struktural.hari_setelah_pelantikan)
        dilantik = CUKUP if esok <= tmt else Butir(BELUM, esok)
    if pangkat is not None:
        lama = _sejak(pangkat, t.struktural.bulan_tanpa_masa_jabatan, tmt)
    status = max(lama.status, dilantik.status)
    # A part that is fulfilled, or that the other one decides already, holds nothing up.
    tanggal = [x.cepat for x in (lama, dilantik) if x.status != MEMENUHI]
    kedua = None if None in tanggal else max((x for x in tanggal if x is not None), default=date.min)
    if MEMENUHI in (setahun.status, status):
        return CUKUP
    if PERLU in (setahun.status, status):
        return PERIKSA
    return Butir(BELUM, min((x for x in (setahun.cepat, kedua) if x is not None), default=None))


def _sejak(mulai: date, bulan: int, tmt: date) -> Butir:
    return banding(months_between(mulai, tmt), bulan, add_months(mulai, bulan))


def hitung_kebutuhan(f: Nilai, a: Aturan) -> tuple[int, int]:
    """Bit per competency that is short, and the index of the largest gap (-1: none)."""
    minimal = a["kompetensi_jenjang"].angka("gap_minimal")
    umum = cari(level_jenjang(a), f["jenjang"])
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
