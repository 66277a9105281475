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
from asn_karier.lib.dates import add_months
from bench.naif_aturan import MEMENUHI, TANPA_AKHIR, Nilai, hitung_kebutuhan, putuskan
from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import HasilEvaluasi, Rekomendasi, RunEvaluasi
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import FAKTA
from karier.rules.kebutuhan import KOMPETENSI
from kinerja.enums import StatusKonversi, StatusPenilaian
from mentoring.enums import StatusPasangan
from pegawai.enums import (
    JenisPegawai,
    JenisUjian,
    Jenjang,
    Register,
    StatusDisiplin,
)
from pegawai.models import CakupanData, Pegawai

_KODE: Final = {"<i1": "b", "<i2": "h", "<i4": "i"}
_BENTUK_FAKTA: Final = "<" + "".join(_KODE[f.dtype] for f in FAKTA)
_BENTUK_HASIL: Final = "<qihhhhhh"
_TANPA_TANGGAL: Final = -(2**31)
JP_TERTINGGI: Final = 2**15 - 1


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
    jp = tahun_ini.aggregate(n=Sum("jp"))["n"]
    f["jp_tahun_ini"] = None if jp is None else min(jp, JP_TERTINGGI)
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
    semua = list(p.hukuman_disiplin.all())
    for h in semua:
        lain = [x for x in semua if x.pk != h.pk and x.status != StatusDisiplin.DALAM_PEMERIKSAAN]
        se_sk = [x for x in lain if h.nomor_sk and x.nomor_sk == h.nomor_sk]
        batal = any(x.status == StatusDisiplin.DIBATALKAN for x in se_sk)
        if h.status == StatusDisiplin.DIJATUHKAN and h.tingkat in ("S", "B") and h.mulai <= tmt and not batal:
            f["hukdis_sampai"] = max(f["hukdis_sampai"] or date.min, h.sampai or TANPA_AKHIR)
        if h.status == StatusDisiplin.DALAM_PEMERIKSAAN:
            mulai = (h.mulai, h.sampai + timedelta(days=1) if h.sampai else None)
            if not any(x.mulai <= per and (x in se_sk or x.mulai in mulai) for x in lain):
                f["dalam_pemeriksaan"] = 1


def _angka_kredit(p: Pegawai, f: Nilai, per: date) -> None:
    pak = p.pak.filter(sampai__lte=per).order_by("-sampai").first()
    if pak is None or pak.jenjang != f["jenjang"]:
        return
    if f["tmt_golongan"] is None or pak.sampai < f["tmt_golongan"]:
        return
    f["ak_sah"] = pak.jumlah_senti
    for k in p.konversi_ak.filter(mulai__gt=pak.sampai, jenjang=pak.jenjang):
        if k.status == StatusKonversi.DITANDATANGANI:
            f["ak_sah"] += k.nilai_senti
        else:
            f["ak_draf"] = (f["ak_draf"] or 0) + k.nilai_senti


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
