"""IPASN and the talent map of the comparison, one person at a time in exact fractions."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from bench.naif_hak import predikat_terakhir
from bench.naif_umum import Nilai, cari, siapa
from karier.rules.kebutuhan import KOMPETENSI, level_jenjang
from kinerja.enums import Predikat
from pegawai.enums import JenisJabatan, JenisPegawai, KedudukanHukum, TingkatPendidikan

RIWAYAT = ("TIDAK_PERNAH", "RINGAN", "SEDANG", "BERAT")
TABEL_KOMPETENSI = {
    JenisJabatan.STRUKTURAL: "kompetensi_struktural",
    JenisJabatan.FUNGSIONAL: "kompetensi_fungsional",
    JenisJabatan.PELAKSANA: "kompetensi_pelaksana",
}
TINGKAT = ("rendah", "menengah", "tinggi")
TABEL_KOTAK = ("kinerja_rendah", "kinerja_menengah", "kinerja_atas")


def skor(tabel: Mapping[str, Any], nama: str | None) -> Fraction | None:
    """Points of one row, None where there is none."""
    return None if nama is None or nama not in tabel else Fraction(tabel[nama]["nilai"])


def nama_pendidikan(f: Nilai) -> str | None:
    return None if f["pendidikan"] is None else TingkatPendidikan(f["pendidikan"]).name


def nama_predikat(f: Nilai, a: Aturan, per: date, tmt: date) -> str | None:
    nilai, _ = predikat_terakhir(f, a, per, tmt)
    return None if nilai is None else Predikat(nilai).name


def menjalani(f: Nilai, per: date) -> bool:
    """A penalty runs, by the register or by the standing."""
    sampai = f["hukdis_sampai"]
    terdaftar = sampai is not None and sampai >= per
    return terdaftar or f["kedudukan_hukum"] == KedudukanHukum.HUKUMAN_DISIPLIN


def hukuman_terberat(f: Nilai, per: date) -> str | None:
    """The worst of the career; below the worst there is, known inside declared coverage only."""
    terberat = RIWAYAT[f["hukdis_terberat"] or 0]
    if terberat == "BERAT":
        return terberat
    if f["disiplin_tercakup"] != 1:
        return None
    sejak, mulai = f["disiplin_sejak"], f["tmt_cpns"]
    if sejak is not None and mulai is not None and sejak > mulai:
        return None
    # One that runs without its record contradicts the register.
    return None if menjalani(f, per) and terberat in ("TIDAK_PERNAH", "RINGAN") else terberat


# -- IPASN ------------------------------------------------------------------------------------


def ipasn(f: Nilai, a: Aturan, per: date, tmt: date) -> int | None:
    """The index in halves of a point."""
    p = a["ipasn"]
    pppk = f["jenis_pegawai"] == JenisPegawai.PPPK and p.mengikat("pppk_dihitung")
    if f["jenis_pegawai"] != JenisPegawai.PNS and not pppk:
        return None
    dimensi = (
        skor(p.tabel("kualifikasi"), nama_pendidikan(f)),
        _kompetensi(f, a),
        skor(p.tabel("kinerja"), nama_predikat(f, a, per, tmt)),
        skor(p.tabel("disiplin"), hukuman_terberat(f, per)),
    )
    if None in dimensi:
        return None
    return int(2 * sum(n for n in dimensi if n is not None))


def _kompetensi(f: Nilai, a: Aturan) -> Fraction | None:
    """All or nothing for each kind of training; that there is none is known inside coverage only."""
    if f["jenis_jabatan"] not in TABEL_KOMPETENSI:
        return None
    p, jumlah = a["ipasn"], Fraction(0)
    perlu = {"teknis": p.angka("jp_teknis"), "seminar": p.angka("jp_seminar")}
    for nama, baris in p.tabel(TABEL_KOMPETENSI[f["jenis_jabatan"]]).items():
        punya = f[f"jp_{nama}" if nama in perlu else nama]
        if punya is not None and punya >= perlu.get(nama, 1):
            jumlah += Fraction(baris["nilai"])
        elif f["jp_tercakup"] != 1:
            return None
    return jumlah


# -- talent map -------------------------------------------------------------------------------


def talenta(f: Nilai, a: Aturan, per: date, tmt: date) -> dict[str, int | None]:
    """Axes in senti, rounded down, and the box by the exact axes."""
    if not siapa(f).pns:
        return {"sumbu_x": None, "sumbu_y": None, "kotak": None}
    t = a["talenta"]
    x, y = _potensial(f, a, per), _kinerja(f, a, per, tmt)
    kotak = None
    if x is not None and y is not None:
        kotak = int(t.tabel(TABEL_KOTAK[_tingkat(y, a)])[TINGKAT[_tingkat(x, a)]]["nilai"])
    return {
        "sumbu_x": None if x is None else int(x * 100),
        "sumbu_y": None if y is None else int(y * 100),
        "kotak": kotak,
    }


def _tingkat(sumbu: Fraction, a: Aturan) -> int:
    ambang = a["talenta"].tabel("ambang")
    return sum(sumbu >= ambang[nama]["nilai"] for nama in ("menengah", "tinggi"))


def _kinerja(f: Nilai, a: Aturan, per: date, tmt: date) -> Fraction | None:
    komponen = {
        "predikat": skor(a["talenta"].tabel("predikat"), nama_predikat(f, a, per, tmt)),
        "penghargaan": _senti(f["skor_penghargaan"]),
        "penugasan_tim": _senti(f["skor_penugasan"]),
        "umpan_balik": _senti(f["skor_umpan_balik"]),
    }
    return _tertimbang(komponen, a["talenta"].tabel("bobot_kinerja"))


def _potensial(f: Nilai, a: Aturan, per: date) -> Fraction | None:
    t = a["talenta"]
    komponen = {
        "penilaian_kompetensi": _jpm(f, a, per),
        "pengembangan_kompetensi": _senti(f["skor_pengembangan"]),
        "pengalaman": _senti(f["skor_pengalaman"]),
        "potensi": _senti(f["skor_potensi"]),
        "pendidikan": skor(t.tabel("pendidikan"), nama_pendidikan(f)),
        "kesesuaian": _senti(f["skor_kesesuaian"]),
        "integritas": skor(t.tabel("integritas"), _riwayat(f, per)),
    }
    return _tertimbang(komponen, t.tabel("bobot_potensial"))


def _senti(nilai: int | None) -> Fraction | None:
    return None if nilai is None else Fraction(nilai, 100)


def _tertimbang(komponen: Mapping[str, Fraction | None], bobot: Mapping[str, Any]) -> Fraction | None:
    """The weighted mean of points held within 0 to 100; unknown when one of them is."""
    jumlah = Fraction(0)
    for nama, poin in komponen.items():
        if poin is None:
            return None
        jumlah += min(max(poin, Fraction(0)), Fraction(100)) * bobot[nama]["nilai"] / 100
    return jumlah


def _riwayat(f: Nilai, per: date) -> str | None:
    if menjalani(f, per):
        return "MENJALANI"
    return hukuman_terberat(f, per) if f["disiplin_tercakup"] == 1 else None


def _jpm(f: Nilai, a: Aturan, per: date) -> Fraction | None:
    """Levels reached over levels required, of an assessment that still serves."""
    batas = add_months(per, -a["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))
    if f["asesmen_tanggal"] is None or f["asesmen_tanggal"] < batas:
        return None
    umum, dibatasi = cari(level_jenjang(a), f["jenjang"]), a["jpm"].mengikat("dibatasi")
    butuh = punya = 0
    for k in KOMPETENSI:
        wajib = f[f"wajib_{k.value}"] if f[f"wajib_{k.value}"] is not None else umum
        capai = f[f"capai_{k.value}"]
        if wajib is None or capai is None:
            return None
        butuh += wajib
        punya += min(capai, wajib) if dibatasi else capai
    return Fraction(100 * punya, butuh) if butuh else None
