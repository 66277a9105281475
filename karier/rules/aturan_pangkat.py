"""The dated numbers of kenaikan pangkat, compiled once into arrays indexed by enum value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from asn_karier.lib.aturan import Aturan, Berkas
from asn_karier.lib.kolom import Bilangan, tabel_kosong
from karier.rules.aturan_struktural import AturanStruktural, susun_struktural
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import SENTI
from pegawai.enums import JenisUjian, Jenjang, KedudukanHukum, TingkatHukuman, TingkatPendidikan
from pegawai.rules.golongan import TERTINGGI, urut_pns

# Built into the rules: another number would be another rule, not another value.
TAHUN_PREDIKAT: Final = 2
_DESIMAL: Final = 2


@dataclass(frozen=True, eq=False)
class AturanPangkat:
    """Tables read by the rules; TAK_DIATUR where the law (or our reading of it) is silent.

    Golongan are urut 1-17, angka kredit is in senti, koefisien in thousandths per year.
    kedudukan_reguler: standings besides `kedudukan_aktif` whose pelaksana go by the ordinary path.
    struktural: None while no rule of that path is in force.
    """

    bulan_reguler: int
    bulan_jf: int
    kedudukan_aktif: KedudukanHukum
    kedudukan_reguler: tuple[KedudukanHukum, ...]
    hukuman_memblokir: tuple[TingkatHukuman, ...]
    pemeriksaan_mengikat: bool
    bup_mengikat: bool
    predikat_minimal: int
    bulan_tertunda: int
    bulan_konversi: int
    persen_baik: int
    plafon: Bilangan
    plafon_unv: Bilangan
    ujian_pada: Bilangan
    bebas_tk1: Bilangan
    bebas_tk2: Bilangan
    bebas_tk1_unv: Bilangan
    bebas_tk2_unv: Bilangan
    bebas_diklat: tuple[JenisUjian, ...]
    jenjang_tertinggi: Bilangan
    jenjang_berikut: Bilangan
    kebutuhan: Bilangan
    koefisien_milli: Bilangan
    struktural: AturanStruktural | None


@lru_cache(maxsize=32)
def susun(a: Aturan) -> AturanPangkat:
    """Compile the rule files in force.

    DomainError `aturan_belum_ada` when one is missing, `aturan_belum_didukung` when a number asks
    for what the rules cannot judge.
    """
    kp, ak, jenjang = a["kenaikan_pangkat"], a["angka_kredit"], a["jenjang"]
    kp.harus("tahun_predikat", TAHUN_PREDIKAT)
    ak.harus("desimal", _DESIMAL)
    return AturanPangkat(
        bulan_reguler=kp.angka("bulan_reguler"),
        bulan_jf=kp.angka("bulan_jf"),
        kedudukan_aktif=KedudukanHukum[kp.teks("kedudukan_aktif")],
        kedudukan_reguler=_kedudukan_reguler(a),
        hukuman_memblokir=tuple(TingkatHukuman(t) for t in kp.baris("hukuman_memblokir")["nilai"]),
        pemeriksaan_mengikat=kp.mengikat("pemeriksaan_memblokir"),
        bup_mengikat=kp.mengikat("bup_memblokir"),
        predikat_minimal=Predikat[kp.teks("predikat_minimal")],
        bulan_tertunda=kp.angka("bulan_penilaian_tertunda"),
        bulan_konversi=kp.angka("bulan_konversi_tersedia"),
        persen_baik=int(ak.tabel("persen")[Predikat.BAIK.name]["nilai"]),
        plafon=_golongan_per(a["plafon_pendidikan"], "golongan_tertinggi", TingkatPendidikan, unv=False),
        plafon_unv=_golongan_per(a["plafon_pendidikan"], "golongan_tertinggi", TingkatPendidikan, unv=True),
        ujian_pada=_ujian(kp),
        bebas_tk1=_bebas(kp, "bebas_ujian_dinas_tk1", unv=False),
        bebas_tk2=_bebas(kp, "bebas_ujian_dinas_tk2", unv=False),
        bebas_tk1_unv=_bebas(kp, "bebas_ujian_dinas_tk1", unv=True),
        bebas_tk2_unv=_bebas(kp, "bebas_ujian_dinas_tk2", unv=True),
        bebas_diklat=tuple(JenisUjian[b["nilai"]] for b in kp.tabel("bebas_ujian_dinas_diklat").values()),
        jenjang_tertinggi=_golongan_per(jenjang, "golongan_tertinggi", Jenjang, unv=False),
        jenjang_berikut=_jenjang_berikut(jenjang),
        kebutuhan=_kebutuhan(ak, jenjang),
        koefisien_milli=ak.larik("koefisien_milli", Jenjang),
        struktural=susun_struktural(a),
    )


def _kedudukan_reguler(a: Aturan) -> tuple[KedudukanHukum, ...]:
    """What is unverified neither lets in nor refuses: it stays outside the rules."""
    if "kp_kedudukan" not in a:
        return ()
    tabel = a["kp_kedudukan"].tabel("jalur_reguler")
    return tuple(KedudukanHukum[n] for n, b in tabel.items() if b["nilai"] and b["conf"] != "UNV")


def _golongan_per(
    berkas: Berkas, tabel: str, enum: type[TingkatPendidikan] | type[Jenjang], *, unv: bool
) -> Bilangan:
    """By enum value, verified and unverified rows kept apart: the latter are shown and decide nothing."""
    hasil = tabel_kosong(max(enum))
    for kunci, baris in berkas.tabel(tabel).items():
        if (baris["conf"] == "UNV") is unv:
            hasil[enum[kunci]] = urut_pns(baris["nilai"])
    return hasil


def _ujian(kp: Berkas) -> Bilangan:
    """By present golongan: which ujian dinas the next step asks for (0 = none)."""
    hasil = tabel_kosong(TERTINGGI, isi=0)
    for golongan, baris in kp.tabel("ujian_dinas").items():
        hasil[urut_pns(golongan)] = JenisUjian[baris["nilai"]]
    return hasil


def _bebas(kp: Berkas, tabel: str, *, unv: bool) -> Bilangan:
    """By education: 1 where it exempts. Verified and unverified exemptions are kept apart."""
    hasil = tabel_kosong(max(TingkatPendidikan), isi=0)
    for kunci, baris in kp.tabel(tabel).items():
        hasil[TingkatPendidikan[kunci]] = baris["nilai"] and (baris["conf"] == "UNV") is unv
    return hasil


def _jenjang_berikut(jenjang: Berkas) -> Bilangan:
    hasil = tabel_kosong(max(Jenjang))
    for kunci, baris in jenjang.tabel("jenjang_berikut").items():
        hasil[Jenjang[kunci]] = Jenjang[baris["nilai"]]
    return hasil


def _kebutuhan(ak: Berkas, jenjang: Berkas) -> Bilangan:
    """[jenjang, golongan] -> need of the next pangkat inside the jenjang.

    Silent below the jenjang's range: the need of that step is in no text we could read.
    """
    hasil = tabel_kosong(max(Jenjang), TERTINGGI)
    for kunci, baris in ak.tabel("kebutuhan_pangkat").items():
        bawah, atas = (
            urut_pns(jenjang.tabel(n)[kunci]["nilai"]) for n in ("golongan_terendah", "golongan_tertinggi")
        )
        hasil[Jenjang[kunci], bawah:atas] = baris["nilai"] * SENTI
    return hasil
