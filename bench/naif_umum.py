"""What several decisions of the comparison ask for in the same way, about one person."""

from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from asn_karier.lib.dates import add_months, add_years, months_between
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import AturanPangkat
from karier.rules.daftar import posisi
from pegawai.enums import JenisPegawai, KedudukanHukum, StatusKepegawaian

TIDAK_BERLAKU, MEMENUHI, PERLU, BELUM = 0, 1, 2, 3
TANPA_ALASAN: Final = -1
TANPA_AKHIR: Final = date(9999, 12, 31)

Nilai = dict[str, Any]


class Butir(NamedTuple):
    """One requirement: earliest date or None when unknown, and whether it decides."""

    status: int
    cepat: date | None = None
    mengikat: bool = True


#: Requirement by its code.
Syarat = dict[str, Butir]

CUKUP: Final = Butir(MEMENUHI, date.min)
PERIKSA: Final = Butir(PERLU)
TIDAK: Final = Butir(BELUM)


class Orang(NamedTuple):
    """`pns`; `dinilai`: a PNS of ordinary standing; `kurang`: nobody can tell whether it is a PNS."""

    pns: bool
    dinilai: bool
    kurang: bool


def siapa(f: Nilai) -> Orang:
    pns = f["jenis_pegawai"] == JenisPegawai.PNS and f["status_kepegawaian"] == StatusKepegawaian.PNS
    bukan = f["jenis_pegawai"] == JenisPegawai.PPPK or f["status_kepegawaian"] in (
        StatusKepegawaian.CPNS,
        StatusKepegawaian.PPPK,
    )
    biasa = f["kedudukan_hukum"] in (None, KedudukanHukum.AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN)
    return Orang(pns, pns and biasa, not pns and not bukan)


def cari(tabel: Any, kunci: int | None) -> int | None:
    """The entry of a compiled table, None where it says nothing."""
    if kunci is None or not 0 <= kunci < len(tabel) or tabel[kunci] == -1:
        return None
    return int(tabel[kunci])


def banding(nilai: Any, perlu: Any, cepat: date | None = None, mengikat: bool = True) -> Butir:
    """At least: unknown on either side needs checking."""
    if nilai is None or perlu is None:
        return Butir(PERLU, None, mengikat)
    return Butir(MEMENUHI, date.min, mengikat) if nilai >= perlu else Butir(BELUM, cepat, mengikat)


def kedudukan(f: Nilai) -> Butir:
    """Of somebody whose standing, when it is known, is the ordinary one."""
    return PERIKSA if f["kedudukan_hukum"] is None else CUKUP


def masa_pangkat(f: Nilai, tmt: date, bulan: int | None) -> Butir:
    sejak = f["tmt_golongan"]
    lama = None if sejak is None else months_between(sejak, tmt)
    cepat = None if sejak is None or bulan is None else add_months(sejak, bulan)
    return banding(lama, bulan, cepat)


def hukuman(f: Nilai, hari: date, mengikat: bool = True) -> Butir:
    """No penalty runs on that day; one that the standing alone tells of has no end."""
    sampai = f["hukdis_sampai"]
    if f["kedudukan_hukum"] == KedudukanHukum.HUKUMAN_DISIPLIN and (sampai is None or sampai < hari):
        sampai = TANPA_AKHIR
    if sampai is not None and sampai >= hari:
        akhir = sampai + timedelta(days=1) if sampai < TANPA_AKHIR else None
        return Butir(BELUM, akhir, mengikat)
    return (CUKUP if f["disiplin_tercakup"] == 1 else PERIKSA)._replace(mengikat=mengikat)


def pemeriksaan(f: Nilai, t: AturanPangkat) -> Butir:
    bersih = CUKUP if f["disiplin_tercakup"] == 1 else PERIKSA
    butir = TIDAK if f["dalam_pemeriksaan"] == 1 else bersih
    return butir._replace(mengikat=t.pemeriksaan_mengikat)


def mencapai_bup(f: Nilai) -> date | None:
    if f["bup"] is None or f["tanggal_lahir"] is None:
        return None
    return add_years(f["tanggal_lahir"], f["bup"])


def belum_bup(f: Nilai, t: AturanPangkat, tmt: date) -> Butir:
    return banding(mencapai_bup(f), tmt, mengikat=t.bup_mengikat)


def tersedia(tahun: int, t: AturanPangkat, tmt: date) -> date:
    """From when the assessment of the year before `tahun` counts."""
    return max(date(tahun, t.bulan_konversi, 1), add_months(tmt, 1))


def predikat(f: Nilai, t: AturanPangkat, tmt: date, tahun: int, minimal: int) -> Butir:
    """Good enough in each of the last years; of a year not assessed yet in spring, the one before it."""
    tertunda = f["predikat_1"] is None and tmt.month <= t.bulan_tertunda
    mulai = 2 if tertunda else 1
    akhir = tmt.year + tahun - tertunda
    bagian = [banding(f[f"predikat_{mulai + n}"], minimal, tersedia(akhir - n, t, tmt)) for n in range(tahun)]
    tanggal = [b.cepat for b in bagian]
    cepat = None if None in tanggal else max(x for x in tanggal if x is not None)
    return Butir(max(b.status for b in bagian), cepat)


def cepat_ak(f: Nilai, t: AturanPangkat, tmt: date, kurang: int | None) -> date | None:
    """Whole years with Baik until `kurang` senti are earned, each year rounded half up to a senti."""
    if kurang is None or kurang <= 0:
        return None if kurang is None else tmt
    koefisien = cari(t.koefisien_milli, f["jenjang"]) or 0
    setahun = (koefisien * t.persen_baik * 12 + 6000) // 12000
    tahun = -(-kurang // setahun)
    return tersedia(tmt.year - (f["predikat_1"] is None) + tahun, t, tmt)


def rangkum(jenis: JenisPutusan, s: Syarat, sejak: date | None) -> Nilai:
    """What the requirements come to; no earliest date lies before `sejak`."""
    ikat = {posisi(kode, jenis): b for kode, b in s.items() if b.mengikat}
    status = max((b.status for b in ikat.values()), default=TIDAK_BERLAKU)
    tanggal = [sejak, *(b.cepat for b in ikat.values())]
    cepat = None
    if status in (MEMENUHI, BELUM) and None not in tanggal:
        cepat = max(x for x in tanggal if x is not None)
    kurang = status in (BELUM, PERLU)
    return {
        "status": status,
        "paling_cepat": cepat,
        "syarat": sum(b.status << (2 * posisi(kode, jenis)) for kode, b in s.items()),
        "alasan": min(p for p, b in ikat.items() if b.status == status) if kurang else TANPA_ALASAN,
        "kurang": sum(b.status == BELUM for b in ikat.values()),
    }
