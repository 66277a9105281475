"""The facts of one person for the comparison: model objects, related managers, loops."""

from datetime import date, timedelta
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, months_between
from bench.naif_umum import TANPA_AKHIR, Nilai
from karier.models import RunEvaluasi
from karier.models.talenta import KOMPONEN
from karier.rules.fakta import FAKTA
from karier.rules.kebutuhan import KOMPETENSI
from kinerja.enums import StatusKonversi, StatusPenilaian
from mentoring.enums import StatusPasangan
from pegawai.enums import (
    BentukPengembangan,
    JenisPegawai,
    JenisUjian,
    Jenjang,
    KedudukanHukum,
    Register,
    StatusDisiplin,
)
from pegawai.models import CakupanData, Pegawai

JP_TERTINGGI: Final = 2**15 - 1
TERCAKUP: Final[dict[str, str]] = {
    Register.HUKUMAN_DISIPLIN: "disiplin_tercakup",
    Register.UJIAN: "ujian_tercakup",
    Register.PENGEMBANGAN: "jp_tercakup",
    Register.RIWAYAT_JABATAN: "jabatan_tercakup",
}
TINGKAT: Final[dict[int, str]] = {
    **dict.fromkeys((Jenjang.PELAKSANA, Jenjang.PEMULA, Jenjang.TERAMPIL, Jenjang.MAHIR), "pelaksana"),
    **dict.fromkeys((Jenjang.PENYELIA, Jenjang.AHLI_PERTAMA), "pelaksana"),
    **dict.fromkeys((Jenjang.PENGAWAS, Jenjang.AHLI_MUDA), "pengawas"),
    **dict.fromkeys((Jenjang.ADMINISTRATOR, Jenjang.AHLI_MADYA), "administrator"),
}
SATYALANCANA: Final = {201: 10, 202: 20, 203: 30}
TEKNIS: Final = (
    BentukPengembangan.DIKLAT_TEKNIS,
    BentukPengembangan.BIMBINGAN_TEKNIS,
    BentukPengembangan.PENATARAN,
    BentukPengembangan.PELATIHAN_JARAK_JAUH,
    BentukPengembangan.E_LEARNING,
)
SEMINAR: Final = (
    BentukPengembangan.SEMINAR,
    BentukPengembangan.WORKSHOP,
    BentukPengembangan.SOSIALISASI,
    BentukPengembangan.MAGANG,
    BentukPengembangan.KURSUS,
)


def baca_fakta(p: Pegawai, run: RunEvaluasi, a: Aturan) -> Nilai:
    per, tmt = run.per_tanggal, run.tmt_sasaran
    f: Nilai = dict.fromkeys(b.nama for b in FAKTA)
    _utama(p, f, per)
    _pangkat(p, f, tmt)
    _jabatan(p, f, per, tmt, a)
    _masa_jabatan(p, f, tmt)
    pendidikan = p.riwayat_pendidikan.order_by("-tingkat").first()
    f["pendidikan"] = pendidikan.tingkat if pendidikan else None
    _disiplin(p, f, per, tmt)
    _ujian(p, f, tmt)
    _pengembangan(p, f, per)
    _prestasi(p, f, per)
    _asesmen(p, f, per)
    for n in (1, 2, 3):
        penilaian = p.penilaian.filter(tahun=tmt.year - n, status=StatusPenilaian.DITETAPKAN).first()
        f[f"predikat_{n}"] = penilaian.predikat if penilaian else None
    _angka_kredit(p, f, per)
    f["mentor_aktif"] = 1 if p.dibimbing.filter(status=StatusPasangan.BERJALAN).exists() else None
    return f


def _utama(p: Pegawai, f: Nilai, per: date) -> None:
    f["jenis_pegawai"], f["status_kepegawaian"] = p.jenis, p.status
    f["kedudukan_hukum"], f["tanggal_lahir"], f["tmt_cpns"] = p.kedudukan_hukum, p.tanggal_lahir, p.tmt_cpns
    f["terpencil"] = p.unit.terpencil if p.unit else None
    f["disiplin_tercakup"] = f["ujian_tercakup"] = f["jp_tercakup"] = f["jabatan_tercakup"] = 0
    for cakupan in CakupanData.objects.filter(instansi=p.instansi, mulai__lte=per, sampai__gte=per):
        if cakupan.register in TERCAKUP:
            f[TERCAKUP[cakupan.register]] = 1
        if cakupan.register == Register.HUKUMAN_DISIPLIN:
            f["disiplin_sejak"] = min(f["disiplin_sejak"] or cakupan.mulai, cakupan.mulai)
    if p.pernah_cltn or p.kedudukan_hukum == KedudukanHukum.CLTN:
        f["pernah_cltn"] = 1
    elif f["jabatan_tercakup"]:
        f["pernah_cltn"] = 0


def _prestasi(p: Pegawai, f: Nilai, per: date) -> None:
    for penghargaan in p.penghargaan.filter(tanggal__lte=per):
        tahun = SATYALANCANA.get(penghargaan.kode, 0)
        if tahun > (f["satyalancana"] or 0):
            f["satyalancana"] = tahun
    talenta = p.komponen_talenta.filter(tanggal__lte=per).order_by("-tanggal").first()
    if talenta:
        for nama in KOMPONEN:
            f[f"skor_{nama}"] = getattr(talenta, nama)


def _asesmen(p: Pegawai, f: Nilai, per: date) -> None:
    asesmen = p.asesmen.filter(tanggal__lte=per).order_by("-tanggal").first()
    if asesmen:
        f["asesmen_tanggal"] = asesmen.tanggal
        for k in KOMPETENSI:
            f[f"capai_{k.value}"] = getattr(asesmen, k.value)


def _pangkat(p: Pegawai, f: Nilai, tmt: date) -> None:
    r = p.riwayat_pangkat.filter(tmt__lte=tmt).order_by("-tmt").first()
    if r:
        f["tmt_golongan"] = r.tmt
        if r.masa_kerja_tahun is not None and r.masa_kerja_bulan is not None:
            f["mkg_bulan"] = r.masa_kerja_tahun * 12 + r.masa_kerja_bulan
        f["golongan" if r.skala == JenisPegawai.PNS else "golongan_pppk"] = r.golongan


def _jabatan(p: Pegawai, f: Nilai, per: date, tmt: date, a: Aturan) -> None:
    r = p.riwayat_jabatan.filter(tmt__lte=tmt).order_by("-tmt").first()
    if not r:
        return
    j = r.jabatan
    f["tmt_jabatan"], f["jenis_jabatan"], f["jenjang"], f["bup"] = r.tmt, j.jenis, j.jenjang, j.bup
    f["eselon"] = j.eselon_kode
    if j.naik_ke:
        kebutuhan = j.naik_ke.kebutuhan.filter(instansi=p.instansi, per_tanggal__lte=per).first()
        f["lowongan"] = kebutuhan.lowongan if kebutuhan else None
    if j.bup is None and j.jenjang is not None:
        baris = a["bup"].tabel("bup").get(Jenjang(j.jenjang).name)
        f["bup"] = baris["nilai"] if baris else None
    if hasattr(j, "standar"):
        for k in KOMPETENSI:
            f[f"wajib_{k.value}"] = getattr(j.standar, k.value)


def _masa_jabatan(p: Pegawai, f: Nilai, tmt: date) -> None:
    """Whole months per level; posts of one level that follow each other are one span."""
    rentang: list[list[Any]] = []
    for r in p.riwayat_jabatan.filter(tmt__lte=tmt).order_by("tmt"):
        if r.jabatan.jenjang is None:
            f["jabatan_tercakup"] = 0
            tingkat: str | None = "tidak jelas"
        else:
            tingkat = TINGKAT.get(r.jabatan.jenjang)
        if not rentang or rentang[-1][0] != tingkat:
            rentang.append([tingkat, r.tmt])
    for i, (tingkat, mulai) in enumerate(rentang):
        sampai = rentang[i + 1][1] if i + 1 < len(rentang) else tmt
        if f"bulan_{tingkat}" in f:
            f[f"bulan_{tingkat}"] = (f[f"bulan_{tingkat}"] or 0) + months_between(mulai, sampai)


def _ujian(p: Pegawai, f: Nilai, tmt: date) -> None:
    for ujian in p.hasil_ujian.filter(lulus=True, tanggal__lte=tmt):
        if ujian.jenis == JenisUjian.UJIAN_DINAS_TK_I:
            f["ud_tk1"] = 1
        elif ujian.jenis == JenisUjian.UJIAN_DINAS_TK_II:
            f["ud_tk2"] = 1
        elif ujian.jenis == JenisUjian.UPKP:
            f["upkp"] = 1
        else:
            f["ukom_tanggal"] = max(f["ukom_tanggal"] or ujian.tanggal, ujian.tanggal)


def _pengembangan(p: Pegawai, f: Nilai, per: date) -> None:
    for k in p.pengembangan.filter(tanggal_selesai__lte=per):
        if k.tanggal_selesai.year == per.year:
            _tambah_jp(f, "jp_tahun_ini", k.jp)
        if k.tanggal_selesai > add_months(per, -12):
            if k.bentuk in TEKNIS:
                _tambah_jp(f, "jp_teknis", k.jp)
            elif k.bentuk in SEMINAR:
                _tambah_jp(f, "jp_seminar", k.jp)
        if k.bentuk in (BentukPengembangan.DIKLAT_STRUKTURAL, BentukPengembangan.PELATIHAN_MANAJERIAL):
            f["diklat_kepemimpinan"] = 1
        elif k.bentuk == BentukPengembangan.DIKLAT_FUNGSIONAL:
            f["diklat_fungsional"] = 1


def _tambah_jp(f: Nilai, nama: str, jp: int) -> None:
    f[nama] = min((f[nama] or 0) + jp, JP_TERTINGGI)


def _disiplin(p: Pegawai, f: Nilai, per: date, tmt: date) -> None:
    semua = list(p.hukuman_disiplin.all())
    for h in semua:
        lain = [x for x in semua if x.pk != h.pk and x.status != StatusDisiplin.DALAM_PEMERIKSAAN]
        se_sk = [x for x in lain if h.nomor_sk and x.nomor_sk == h.nomor_sk]
        batal = any(x.status == StatusDisiplin.DIBATALKAN for x in se_sk)
        dijatuhkan = h.status == StatusDisiplin.DIJATUHKAN and not batal
        if dijatuhkan and h.tingkat in ("S", "B") and h.mulai <= tmt:
            f["hukdis_sampai"] = max(f["hukdis_sampai"] or date.min, h.sampai or TANPA_AKHIR)
        if dijatuhkan and h.mulai <= per:
            f["hukdis_terberat"] = max(f["hukdis_terberat"] or 0, "RSB".index(h.tingkat) + 1)
            if h.tingkat in ("S", "B"):
                f["hukdis_terakhir"] = max(f["hukdis_terakhir"] or date.min, h.sampai or TANPA_AKHIR)
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
