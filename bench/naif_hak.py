"""KGB, Satyalancana and the end of service of the comparison, one person at a time."""

from datetime import date

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, add_years, first_of_next_month, months_between
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
    hukuman,
    mencapai_bup,
    rangkum,
    siapa,
)
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import susun
from kinerja.enums import Predikat
from pegawai.enums import JenisPegawai, KedudukanHukum, TingkatHukuman
from pegawai.rules.golongan import Golongan


def tmt_pensiun(f: Nilai, a: Aturan) -> date | None:
    mencapai = mencapai_bup(f)
    if mencapai is None:
        return None
    return add_months(mencapai.replace(day=1), a["bup"].angka("bulan_tmt_pensiun"))


def predikat_terakhir(f: Nilai, a: Aturan, per: date, tmt: date) -> tuple[int | None, int]:
    """The last assessment that counts on `per`, and its year."""
    terakhir = per.year - 1
    # Until spring the year before stands in for one not assessed yet.
    terlama = terakhir - (per.month <= susun(a).bulan_tertunda)
    for n in (1, 2, 3):
        tahun = tmt.year - n
        if tahun >= terlama and f[f"predikat_{n}"] is not None:
            return f[f"predikat_{n}"], tahun
    return None, per.year


# -- kenaikan gaji berkala --------------------------------------------------------------------


def kgb(f: Nilai, a: Aturan, per: date, tmt: date) -> Nilai:
    orang, s = siapa(f), Syarat()
    hari, mkg = kgb_berikut(f, a, per)
    if orang.kurang:
        s["data_kepegawaian"] = PERIKSA
    if orang.pns:
        _syarat_kgb(f, a, per, tmt, s, hari)
        if hari is not None and mkg is not None:
            _perkiraan_kgb(f, a, s, hari, mkg)
    return rangkum(JenisPutusan.KGB, s, hari) | {"sasaran": 0}


def kgb_berikut(f: Nilai, a: Aturan, per: date) -> tuple[date | None, int | None]:
    """The first day from `per` on whose masa kerja golongan is a step, and that masa kerja in months."""
    if f["golongan"] is None or f["tmt_golongan"] is None or f["mkg_bulan"] is None:
        return None, None
    p = a["kgb"]
    pertama = p.tabel("mkg_pertama_bulan")[_nama(f)]
    if pertama["conf"] == "UNV":
        return None, None
    mkg = pertama["nilai"]
    while (hari := _hari_mkg(f["tmt_golongan"], mkg - f["mkg_bulan"])) < per:
        mkg += p.angka("siklus_bulan")
    return hari, mkg


def _hari_mkg(mulai: date, bulan: int) -> date:
    """So many whole months later (or before); a day that the month lacks is the 1st of the next."""
    tahun, bulan_nol = divmod(mulai.year * 12 + mulai.month - 1 + bulan, 12)
    try:
        return mulai.replace(year=tahun, month=bulan_nol + 1)
    except ValueError:
        return first_of_next_month(date(tahun, bulan_nol + 1, 1))


def _nama(f: Nilai) -> str:
    return Golongan(JenisPegawai.PNS, f["golongan"]).nama


def _syarat_kgb(f: Nilai, a: Aturan, per: date, tmt: date, s: Syarat, hari: date | None) -> None:
    biasa = f["kedudukan_hukum"] in (KedudukanHukum.AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN)
    # No text says that another standing stops the KGB.
    s["kedudukan_hukum"] = CUKUP if biasa else PERIKSA
    s["masa_kerja"] = banding(hari, per)
    nilai, tahun = predikat_terakhir(f, a, per, tmt)
    lagi = max(date(tahun + 2, susun(a).bulan_konversi, 1), first_of_next_month(per))
    s["predikat_kgb"] = banding(nilai, Predikat[a["kgb"].teks("predikat_minimal")], lagi)
    s["hukuman_disiplin"] = hukuman(f, per)


def _perkiraan_kgb(f: Nilai, a: Aturan, s: Syarat, hari: date, mkg: int) -> None:
    """What unverified law would ask for."""
    p = a["kgb"]
    tertinggi = p.tabel("mkg_tertinggi_tahun")[_nama(f).partition("/")[0]]["nilai"] * 12
    s["tabel_gaji"] = banding(tertinggi, mkg, mengikat=p.mengikat("tabel_gaji_membatasi"))
    s["belum_bup"] = banding(mencapai_bup(f), hari, mengikat=susun(a).bup_mengikat)


# -- Satyalancana Karya Satya -----------------------------------------------------------------


def satyalancana(f: Nilai, a: Aturan, per: date, tmt: date) -> Nilai:
    orang, s = siapa(f), Syarat()
    derajat = _derajat_berikut(f, a, per)
    if orang.kurang:
        s["data_kepegawaian"] = PERIKSA
    if orang.pns and derajat is not None:
        lama = dicapai = None
        if f["tmt_cpns"] is not None:
            lama, dicapai = months_between(f["tmt_cpns"], per), add_years(f["tmt_cpns"], derajat)
        s["masa_kerja_satya"] = banding(lama, derajat * 12, dicapai)
        s["tidak_pernah_hukuman"] = _tidak_pernah_hukuman(f, a, per)
        s["tidak_pernah_cltn"] = _tidak_pernah_cltn(f, a)
    hasil = rangkum(JenisPutusan.SATYALANCANA, s, per)
    return hasil | {"sasaran": 0 if hasil["status"] == TIDAK_BERLAKU else derajat or 0}


def _derajat_berikut(f: Nilai, a: Aturan, per: date) -> int | None:
    """Years of the highest degree that is reached and not held, else of the next one."""
    tahun = 0 if f["tmt_cpns"] is None else months_between(f["tmt_cpns"], per) // 12
    semua = [int(b["nilai"]) for b in a["satyalancana"].tabel("derajat").values()]
    lagi = [n for n in semua if n > (f["satyalancana"] or 0)]
    tercapai = [n for n in lagi if n <= tahun]
    return max(tercapai) if tercapai else min(lagi, default=None)


def _tidak_pernah_hukuman(f: Nilai, a: Aturan, per: date) -> Butir:
    """One that has ended is for a person to decide, while the sources differ."""
    p = a["satyalancana"]
    tingkat = [TingkatHukuman(t) for t in p.baris("hukuman_menghalangi")["nilai"]]
    terberat = f["hukdis_terberat"] or 0
    pernah = terberat >= min([*TingkatHukuman].index(t) + 1 for t in tingkat)
    berjalan = hukuman(f, per).status == BELUM
    if f["hukdis_terakhir"] is not None and f["hukdis_terakhir"] >= per:
        berjalan = True
    if berjalan or (pernah and p.mengikat("hukuman_selesai_menghalangi")):
        return TIDAK
    sejak, mulai = f["disiplin_sejak"], f["tmt_cpns"]
    lengkap = f["disiplin_tercakup"] == 1 and sejak is not None and mulai is not None and sejak <= mulai
    return CUKUP if lengkap and not pernah else PERIKSA


def _tidak_pernah_cltn(f: Nilai, a: Aturan) -> Butir:
    if f["kedudukan_hukum"] == KedudukanHukum.CLTN or f["pernah_cltn"] == 1:
        butir = TIDAK
    else:
        butir = PERIKSA if f["pernah_cltn"] is None else CUKUP
    return butir._replace(mengikat=a["satyalancana"].mengikat("cltn_menghalangi"))
