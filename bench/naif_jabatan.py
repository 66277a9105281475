"""Penyesuaian ijazah, kenaikan jenjang and kesiapan jabatan of the comparison, one person at a time."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, add_years, first_of_month_on_or_after
from bench.naif_umum import (
    BELUM,
    CUKUP,
    PERIKSA,
    TIDAK,
    TIDAK_BERLAKU,
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
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import susun
from karier.rules.periode import periode_mulai
from kinerja.enums import Predikat
from pegawai.enums import JenisJabatan, Jenjang, TingkatPendidikan
from pegawai.rules.golongan import urut_pns

JABATAN_FUNGSIONAL = range(Jenjang.PEMULA, Jenjang.AHLI_UTAMA + 1)


def menurut_jenjang(tabel: Mapping[str, Any], jenjang: int | None) -> Any:
    """The row of a table of the rule files that is keyed by the name of a Jenjang."""
    return None if jenjang is None else tabel.get(Jenjang(jenjang).name)


# -- penyesuaian ijazah -----------------------------------------------------------------------


def penyesuaian(f: Nilai, a: Aturan, per: date, tmt: date) -> Nilai:
    """For the golongan that the ijazah opens, when that is a higher one."""
    orang, s = siapa(f), Syarat()
    target, batas = _golongan_awal(f["pendidikan"], a)
    golongan = f["golongan"]
    if orang.kurang:
        s["data_kepegawaian"] = PERIKSA
    if orang.dinilai and golongan is None:
        s["data_golongan"] = PERIKSA
    berlaku = orang.dinilai and golongan is not None and target is not None and golongan < target
    if berlaku:
        _syarat_penyesuaian(f, a, tmt, s, target)
    elif orang.dinilai and golongan is not None and target is None and (batas is None or golongan < batas):
        s["ijazah"] = PERIKSA
    hasil = rangkum(JenisPutusan.PENYESUAIAN_IJAZAH, s, tmt)
    if hasil["paling_cepat"] is not None:
        hasil["paling_cepat"] = periode_mulai(hasil["paling_cepat"], a)
    return hasil | {"sasaran": target if berlaku else 0}


def _golongan_awal(pendidikan: int | None, a: Aturan) -> tuple[int | None, int | None]:
    """The verified starting golongan of an ijazah, and the most that one without it can have."""
    if pendidikan is None:
        return None, None
    tabel = a["plafon_pendidikan"].tabel("golongan_awal")
    baris = tabel.get(TingkatPendidikan(pendidikan).name)
    if baris is None:
        return None, max(urut_pns(b["nilai"]) for b in tabel.values())
    urut = urut_pns(baris["nilai"])
    return None if baris["conf"] == "UNV" else urut, urut


def _syarat_penyesuaian(f: Nilai, a: Aturan, tmt: date, s: Syarat, target: int | None) -> None:
    t, p = susun(a), a["penyesuaian_ijazah"]
    s["ijazah"] = CUKUP
    s["kedudukan_hukum"] = kedudukan(f)
    s["masa_pangkat"] = masa_pangkat(f, tmt, p.angka("bulan_pangkat"))
    s["predikat_1_tahun"] = predikat(f, t, tmt, 1, Predikat[p.teks("predikat_minimal")])
    upkp = TIDAK if f["ujian_tercakup"] == 1 else PERIKSA
    s["upkp"] = (CUKUP if f["upkp"] == 1 else upkp)._replace(mengikat=p.mengikat("lulus_upkp"))
    s["hukuman_disiplin"] = hukuman(f, tmt)
    s["pemeriksaan_disiplin"] = pemeriksaan(f, t)
    tertinggi = cari(t.jenjang_tertinggi, f["jenjang"])
    if tertinggi is not None:
        s["jenjang_memuat_pangkat"] = banding(tertinggi, target, mengikat=p.mengikat("jenjang_membatasi"))
    s["belum_bup"] = belum_bup(f, t, tmt)


# -- kenaikan jenjang -------------------------------------------------------------------------


def kenaikan_jenjang(f: Nilai, a: Aturan, per: date, tmt: date) -> Nilai:
    """For the next jenjang of a jabatan fungsional."""
    orang, s = siapa(f), Syarat()
    berikut = menurut_jenjang(a["jenjang"].tabel("jenjang_berikut"), f["jenjang"])
    jf = orang.dinilai and f["jenis_jabatan"] == JenisJabatan.FUNGSIONAL
    if orang.kurang:
        s["data_kepegawaian"] = PERIKSA
    if (orang.dinilai and f["jenis_jabatan"] is None) or (jf and f["jenjang"] not in JABATAN_FUNGSIONAL):
        s["data_jabatan"] = PERIKSA
    if jf and berikut is not None:
        _syarat_jenjang(f, a, tmt, s)
    hasil = rangkum(JenisPutusan.KENAIKAN_JENJANG, s, tmt)
    hasil["paling_cepat"] = _awal_bulan(hasil["paling_cepat"])
    berlaku = hasil["status"] != TIDAK_BERLAKU and berikut is not None
    return hasil | {"sasaran": Jenjang[berikut["nilai"]] if berlaku else 0}


def _syarat_jenjang(f: Nilai, a: Aturan, tmt: date, s: Syarat) -> None:
    t, p = susun(a), a["kenaikan_jenjang"]
    if f["golongan"] is None:
        s["data_golongan"] = PERIKSA
    s["kedudukan_hukum"] = kedudukan(f)
    punya = _ak_kumulatif(f, a)
    butuh = a["angka_kredit"].tabel("kebutuhan_jenjang")[Jenjang(f["jenjang"]).name]["nilai"] * 100
    kurang = None if punya is None else butuh - punya - (f["ak_draf"] or 0)
    s["ak_kumulatif_jenjang"] = banding(punya, butuh, cepat_ak(f, t, tmt, kurang))
    s["predikat_1_tahun"] = predikat(f, t, tmt, 1, Predikat[p.teks("predikat_minimal")])
    s["uji_kompetensi"] = _uji_kompetensi(f, a)
    s["hukuman_disiplin"] = hukuman(f, tmt, p.mengikat("hukuman_memblokir"))
    s["kebutuhan_jabatan"] = banding(f["lowongan"], p.angka("lowongan_minimal"))


def _ak_kumulatif(f: Nilai, a: Aturan) -> int | None:
    """Senti gathered in the present jenjang: the balance, and what its pangkat used up."""
    nama, jenjang = Jenjang(f["jenjang"]).name, a["jenjang"]
    if f["ak_sah"] is None or f["golongan"] is None:
        return None
    bawah = urut_pns(jenjang.tabel("golongan_terendah")[nama]["nilai"])
    atas = urut_pns(jenjang.tabel("golongan_tertinggi")[nama]["nilai"])
    if not bawah <= f["golongan"] <= atas:
        return None
    langkah = a["ak_dasar"].angka("langkah_per_golongan")
    sekali: int = a["angka_kredit"].tabel("kebutuhan_pangkat")[nama]["nilai"] * 100
    terpakai = (f["golongan"] - bawah) * langkah * sekali
    return int(terpakai + f["ak_sah"])


def _uji_kompetensi(f: Nilai, a: Aturan) -> Butir:
    """Passed since the TMT of the present post: an older pass was for the present jenjang."""
    p, lulus, sejak = a["kenaikan_jenjang"], f["ukom_tanggal"], f["tmt_jabatan"]
    if lulus is None or (sejak is None and p.mengikat("uji_kompetensi_sejak_tmt_jabatan")):
        belum = lulus is None and f["ujian_tercakup"] == 1
        butir = TIDAK if belum else PERIKSA
    elif not p.mengikat("uji_kompetensi_sejak_tmt_jabatan") or lulus >= sejak:
        butir = CUKUP
    else:
        butir = TIDAK if f["ujian_tercakup"] == 1 else PERIKSA
    return butir._replace(mengikat=p.mengikat("uji_kompetensi"))


def _awal_bulan(cepat: date | None) -> date | None:
    return None if cepat is None else first_of_month_on_or_after(cepat)


# -- kesiapan jabatan -------------------------------------------------------------------------


def kesiapan(f: Nilai, a: Aturan, per: date, tmt: date) -> Nilai:
    """For the managerial post next to the present one."""
    orang, s = siapa(f), Syarat()
    baris = menurut_jenjang(a["promosi"].tabel("sasaran"), f["jenjang"])
    sasaran = None
    if orang.dinilai and baris is not None and baris["conf"] != "UNV":
        sasaran = Jenjang[baris["nilai"]]
    if orang.kurang:
        s["data_kepegawaian"] = PERIKSA
    if orang.dinilai and f["jenjang"] is None:
        s["data_jabatan"] = PERIKSA
    if sasaran is not None:
        _syarat_kesiapan(f, a, tmt, s, sasaran)
    hasil = rangkum(JenisPutusan.KESIAPAN_JABATAN, s, tmt)
    cepat = _awal_bulan(hasil["paling_cepat"])
    batas = None if sasaran is None else _lewat_usia(f, a, sasaran)
    if cepat is not None and batas is not None and cepat >= batas:
        cepat = None
    return hasil | {"paling_cepat": cepat, "sasaran": sasaran or 0}


def _syarat_kesiapan(f: Nilai, a: Aturan, tmt: date, s: Syarat, sasaran: Jenjang) -> None:
    p = a["promosi"]
    s["kedudukan_hukum"] = kedudukan(f)
    ijazah = p.tabel("pendidikan_minimal")[sasaran.name]
    cukup = banding(f["pendidikan"], TingkatPendidikan[ijazah["nilai"]])
    if sasaran == Jenjang.PENGAWAS:
        s["pendidikan_pengawas"] = cukup._replace(mengikat=ijazah["conf"] != "UNV")
    else:
        s["pendidikan"] = cukup
    s["pengalaman_jabatan"] = _pengalaman(f, p.tabel("bulan_jabatan")[sasaran.name]["nilai"], tmt, sasaran)
    if sasaran.name in p.tabel("bulan_bidang"):
        perlu = p.tabel("bulan_bidang")[sasaran.name]["nilai"]
        s["pengalaman_bidang"] = _masa(f, f["bulan_bidang"], perlu, tmt)
    if sasaran.name in p.tabel("usia_tertinggi"):
        s["usia"] = banding(_lewat_usia(f, a, sasaran), tmt + timedelta(days=1))
    s["predikat_2_tahun"] = predikat(f, susun(a), tmt, 2, Predikat[p.teks("predikat_minimal")])
    s["hukuman_disiplin"] = hukuman(f, tmt, p.mengikat("hukuman_memblokir"))


def _pengalaman(f: Nilai, perlu: int, tmt: date, sasaran: Jenjang) -> Butir:
    """In posts of the level below; nothing recorded is nothing only in a complete history."""
    bulan = f["bulan_pelaksana"]
    if sasaran == Jenjang.JPT_PRATAMA:
        bulan = f["bulan_administrator"]
    elif sasaran == Jenjang.ADMINISTRATOR:
        bulan = f["bulan_pengawas"]
    if bulan is None and f["jabatan_tercakup"] == 1:
        bulan = 0
    return _masa(f, bulan, perlu, tmt)


def _masa(f: Nilai, bulan: int | None, perlu: int, tmt: date) -> Butir:
    cepat = None if bulan is None else add_months(tmt, perlu - bulan)
    butir = banding(bulan, perlu, cepat)
    return PERIKSA if butir.status == BELUM and f["jabatan_tercakup"] != 1 else butir


def _lewat_usia(f: Nilai, a: Aturan, sasaran: Jenjang) -> date | None:
    """The birthday that passes the age limit of the post."""
    baris = a["promosi"].tabel("usia_tertinggi").get(sasaran.name)
    if baris is None or f["tanggal_lahir"] is None:
        return None
    return add_years(f["tanggal_lahir"], baris["nilai"] + 1)
