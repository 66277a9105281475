"""The comparison: one person at a time, ORM objects, related managers, plain integers, save().

Frozen: an honest program as one would write it first, with the identical outcome digest. It shares
with the engine only the numbers of the law (compiled rule tables) and the calendar of `lib.dates`.
"""

import hashlib
import struct
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Sum

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, add_years, months_between
from karier.enums import JalurPangkat, JenisRekomendasi, StatusRekomendasi
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.aturan_pangkat import AturanPangkat, susun
from karier.rules.daftar import posisi
from karier.rules.fakta import FAKTA
from karier.rules.kebutuhan import KOMPETENSI, level_jenjang
from karier.rules.periode import periode_mulai
from kinerja.enums import StatusKonversi, StatusPenilaian
from mentoring.enums import StatusPasangan
from pegawai.enums import (
    JenisJabatan,
    JenisPegawai,
    JenisUjian,
    Jenjang,
    KedudukanHukum,
    Register,
    StatusDisiplin,
    StatusKepegawaian,
)
from pegawai.models import CakupanData, Pegawai

TIDAK_BERLAKU, MEMENUHI, PERLU, BELUM = 0, 1, 2, 3
TANPA_AKHIR: Final = date(9999, 12, 31)
_KODE: Final = {"<i1": "b", "<i2": "h", "<i4": "i"}
_BENTUK_FAKTA: Final = "<" + "".join(_KODE[f.dtype] for f in FAKTA)
_BENTUK_HASIL: Final = "<qihhhhhh"
_TANPA_TANGGAL: Final = -(2**31)

Nilai = dict[str, Any]
#: position -> (status, earliest date or None when unknown, binding)
Syarat = dict[int, tuple[int, date | None, bool]]


def evaluasi_satu(pegawai_id: int, run: RunEvaluasi, a: Aturan) -> int:
    """Evaluate and save one person in one transaction; returns the digest of the row as a number."""
    with transaction.atomic():
        p = Pegawai.objects.get(pk=pegawai_id)
        f = baca_fakta(p, run, a)
        hasil = putuskan(f, susun(a), a, run.tmt_sasaran)
        kebutuhan, utama = hitung_kebutuhan(f, a)
        fakta = struct.pack(_BENTUK_FAKTA, *(_angka(f[b.nama], b.kosong) for b in FAKTA))
        HasilEvaluasi(
            run=run, pegawai=p, fakta=fakta, kebutuhan=kebutuhan, **{f"kp_{k}": v for k, v in hasil.items()}
        ).save()
        rekomendasi(p, f, hasil, utama, run, a)
    isi = struct.pack(
        _BENTUK_HASIL,
        hasil["syarat"],
        _angka(hasil["paling_cepat"], _TANPA_TANGGAL),
        hasil["jalur"],
        hasil["status"],
        hasil["golongan_berikut"],
        hasil["alasan"],
        hasil["kurang"],
        kebutuhan,
    )
    return int.from_bytes(hashlib.blake2b(p.nip.encode() + fakta + isi, digest_size=16).digest(), "little")


def _angka(nilai: Any, kosong: int) -> int:
    if nilai is None:
        return kosong
    return (nilai - date(1970, 1, 1)).days if isinstance(nilai, date) else int(nilai)


# -- facts ------------------------------------------------------------------------------------


def baca_fakta(p: Pegawai, run: RunEvaluasi, a: Aturan) -> Nilai:
    per, tmt = run.per_tanggal, run.tmt_sasaran
    f: Nilai = dict.fromkeys(b.nama for b in FAKTA)
    f["jenis_pegawai"], f["status_kepegawaian"] = p.jenis, p.status
    f["kedudukan_hukum"], f["tanggal_lahir"], f["tmt_cpns"] = p.kedudukan_hukum, p.tanggal_lahir, p.tmt_cpns
    f["terpencil"] = p.unit.terpencil if p.unit else None
    for register, nama in (
        (Register.HUKUMAN_DISIPLIN, "disiplin_tercakup"),
        (Register.UJIAN, "ujian_tercakup"),
        (Register.PENGEMBANGAN, "jp_tercakup"),
    ):
        f[nama] = CakupanData.objects.filter(
            instansi=p.instansi, register=register, mulai__lte=per, sampai__gte=per
        ).exists()
    _pangkat(p, f, tmt)
    _jabatan(p, f, tmt, a)
    pendidikan = p.riwayat_pendidikan.order_by("-tingkat").first()
    f["pendidikan"] = pendidikan.tingkat if pendidikan else None
    _disiplin(p, f, per, tmt)
    for ujian in p.hasil_ujian.filter(lulus=True, tanggal__lte=tmt):
        if ujian.jenis == JenisUjian.UJIAN_DINAS_TK_I:
            f["ud_tk1"] = 1
        elif ujian.jenis == JenisUjian.UJIAN_DINAS_TK_II:
            f["ud_tk2"] = 1
    tahun_ini = p.pengembangan.filter(tanggal_selesai__gte=date(per.year, 1, 1), tanggal_selesai__lte=per)
    f["jp_tahun_ini"] = tahun_ini.aggregate(n=Sum("jp"))["n"]
    asesmen = p.asesmen.filter(tanggal__lte=per).order_by("-tanggal").first()
    if asesmen:
        f["asesmen_tanggal"] = asesmen.tanggal
        for k in KOMPETENSI:
            f[f"capai_{k.value}"] = getattr(asesmen, k.value)
    for n in (1, 2, 3):
        penilaian = p.penilaian.filter(tahun=tmt.year - n, status=StatusPenilaian.DITETAPKAN).first()
        f[f"predikat_{n}"] = penilaian.predikat if penilaian else None
    _angka_kredit(p, f, per)
    f["mentor_aktif"] = 1 if p.dibimbing.filter(status=StatusPasangan.BERJALAN).exists() else None
    return f


def _pangkat(p: Pegawai, f: Nilai, tmt: date) -> None:
    r = p.riwayat_pangkat.filter(tmt__lte=tmt).order_by("-tmt").first()
    if r:
        f["tmt_golongan"] = r.tmt
        f["golongan" if r.skala == JenisPegawai.PNS else "golongan_pppk"] = r.golongan


def _jabatan(p: Pegawai, f: Nilai, tmt: date, a: Aturan) -> None:
    r = p.riwayat_jabatan.filter(tmt__lte=tmt).order_by("-tmt").first()
    if not r:
        return
    j = r.jabatan
    f["tmt_jabatan"], f["jenis_jabatan"], f["jenjang"], f["bup"] = r.tmt, j.jenis, j.jenjang, j.bup
    if j.bup is None and j.jenjang is not None:
        baris = a["bup"].tabel("bup").get(Jenjang(j.jenjang).name)
        f["bup"] = baris["nilai"] if baris else None
    if hasattr(j, "standar"):
        for k in KOMPETENSI:
            f[f"wajib_{k.value}"] = getattr(j.standar, k.value)


def _disiplin(p: Pegawai, f: Nilai, per: date, tmt: date) -> None:
    for h in p.hukuman_disiplin.all():
        if h.status == StatusDisiplin.DIJATUHKAN and h.tingkat in ("S", "B") and h.mulai <= tmt:
            f["hukdis_sampai"] = max(f["hukdis_sampai"] or date.min, h.sampai or TANPA_AKHIR)
        if h.status == StatusDisiplin.DALAM_PEMERIKSAAN and (h.sampai is None or h.sampai >= per):
            f["dalam_pemeriksaan"] = 1


def _angka_kredit(p: Pegawai, f: Nilai, per: date) -> None:
    pak = p.pak.filter(sampai__lte=per).order_by("-sampai").first()
    if pak is None or pak.jenjang != f["jenjang"]:
        return
    f["ak_sah"] = pak.jumlah_senti
    for k in p.konversi_ak.filter(tahun__gt=pak.sampai.year, jenjang=pak.jenjang):
        if k.status == StatusKonversi.DITANDATANGANI:
            f["ak_sah"] += k.nilai_senti
        else:
            f["ak_draf"] = (f["ak_draf"] or 0) + k.nilai_senti


# -- rules ------------------------------------------------------------------------------------


def putuskan(f: Nilai, t: AturanPangkat, a: Aturan, tmt: date) -> Nilai:
    pns = f["jenis_pegawai"] == JenisPegawai.PNS and f["status_kepegawaian"] == StatusKepegawaian.PNS
    bukan = f["jenis_pegawai"] == JenisPegawai.PPPK or f["status_kepegawaian"] in (
        StatusKepegawaian.CPNS,
        StatusKepegawaian.PPPK,
    )
    biasa = pns and f["kedudukan_hukum"] in (None, KedudukanHukum.AKTIF)
    reguler = biasa and f["jenis_jabatan"] == JenisJabatan.PELAKSANA
    jf = biasa and f["jenis_jabatan"] == JenisJabatan.FUNGSIONAL
    golongan = f["golongan"]
    tertinggi = _cari(t.jenjang_tertinggi, f["jenjang"])
    ujung = golongan is not None and tertinggi is not None and golongan >= tertinggi
    puncak = (reguler or jf) and golongan == 17
    if jf and tertinggi is not None and _cari(t.jenjang_berikut, f["jenjang"]) is None and ujung:
        puncak = True
    s: Syarat = {}
    if not bukan and not pns:
        s[posisi("data_kepegawaian")] = (PERLU, None, True)
    if biasa and f["jenis_jabatan"] is None:
        s[posisi("data_jabatan")] = (PERLU, None, True)
    if reguler or jf:
        _bersama(f, t, tmt, s, t.bulan_jf if jf else t.bulan_reguler, puncak)
    if reguler and not puncak:
        _reguler(f, t, s)
    if jf and not puncak:
        _jf(f, t, tmt, s, tertinggi, ujung)
    return _hasil(f, a, tmt, s, reguler, jf, bukan, puncak)


def _cari(tabel: Any, kunci: int | None) -> int | None:
    if kunci is None or not 0 <= kunci < len(tabel) or tabel[kunci] == -1:
        return None
    return int(tabel[kunci])


def _banding(nilai: Any, perlu: Any, cepat: date | None = None) -> tuple[int, date | None, bool]:
    """At least: unknown on either side needs checking."""
    if nilai is None or perlu is None:
        return (PERLU, None, True)
    return (MEMENUHI, date.min, True) if nilai >= perlu else (BELUM, cepat, True)


def _bersama(f: Nilai, t: AturanPangkat, tmt: date, s: Syarat, bulan: int, puncak: bool) -> None:
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
        cepat = None if sejak is None else add_months(sejak, bulan)
        s[posisi("masa_pangkat")] = _banding(lama, bulan, cepat)
        s[posisi("predikat_2_tahun")] = _predikat(f, t, tmt)
    tercakup = f["disiplin_tercakup"] == 1
    bersih = (MEMENUHI, date.min, True) if tercakup else (PERLU, None, True)
    sampai = f["hukdis_sampai"]
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


def _hasil(
    f: Nilai, a: Aturan, tmt: date, s: Syarat, reguler: bool, jf: bool, bukan: bool, puncak: bool
) -> Nilai:
    ikat = {p: (status, cepat) for p, (status, cepat, mengikat) in s.items() if mengikat}
    status = max((x[0] for x in ikat.values()), default=TIDAK_BERLAKU)
    cepat: date | None = None
    if status == MEMENUHI:
        cepat = periode_mulai(tmt, a)
    elif status == BELUM and all(x[1] is not None for x in ikat.values()):
        cepat = periode_mulai(max([tmt, *(x[1] for x in ikat.values() if x[1])]), a)
    if reguler:
        jalur = JalurPangkat.REGULER
    elif jf:
        jalur = JalurPangkat.JABATAN_FUNGSIONAL
    else:
        jalur = JalurPangkat.TIDAK_BERLAKU if bukan else JalurPangkat.BELUM_DIHITUNG
    naik = (reguler or jf) and not puncak and f["golongan"] is not None
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


# -- recommendations --------------------------------------------------------------------------


def rekomendasi(p: Pegawai, f: Nilai, hasil: Nilai, utama: int, run: RunEvaluasi, a: Aturan) -> None:
    """Make or keep what is supported; let go what is not."""
    per = run.per_tanggal
    didukung: list[tuple[str, str, date]] = []
    if hasil["status"] == MEMENUHI and hasil["golongan_berikut"] > 0:
        didukung.append((JenisRekomendasi.KENAIKAN_PANGKAT, str(hasil["golongan_berikut"]), run.tmt_sasaran))
    batas = add_months(per, -a["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))
    if utama >= 0 and f["asesmen_tanggal"] is not None and f["asesmen_tanggal"] >= batas:
        didukung.append((JenisRekomendasi.PENGEMBANGAN, KOMPETENSI[utama].value, date(per.year + 1, 1, 1)))
    for r in p.rekomendasi.filter(status=StatusRekomendasi.MENUNGGU):
        if (r.jenis, r.sasaran, r.periode) not in didukung:
            r.status = StatusRekomendasi.GUGUR
            r.save()
    for jenis, sasaran, periode in didukung:
        r, baru = Rekomendasi.objects.get_or_create(
            pegawai=p,
            jenis=jenis,
            sasaran=sasaran,
            periode=periode,
            defaults={"run_pertama": run, "run_terakhir": run},
        )
        if not baru:
            r.run_terakhir = run
            r.save()
