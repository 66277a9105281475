"""What-if: the facts of one person as they will be known for a later TMT, under named assumptions.

Time alone changes facts too: years of predikat shift, every ended year brings its conversion, a penalty
ends. The rules then judge these facts exactly as they judge recorded ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.kolom import TAK_DIATUR, Kolom, NilaiTunggal
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import FAKTA, Fakta
from karier.rules.periode import document_deadline, target_tmt
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import baris_senti, persen
from kinerja.rules.konversi_periodik import Sementara
from pegawai.enums import Eselon, JenisJabatan, Jenjang, KedudukanHukum, TingkatPendidikan
from pegawai.rules.masa_kerja import BULAN_SETAHUN

_TANGGAL: Final = {b.nama: b.tanggal for b in FAKTA}
_RIWAYAT_PREDIKAT: Final = 3
#: Assumptions that are one field each: taken away to see whether something rests on them.
SATUAN: Final = (
    "pendidikan",
    "uji_kompetensi",
    "upkp",
    "ujian_dinas",
    "jabatan",
    "hukuman_selesai",
    "lowongan",
)

Isi = dict[str, NilaiTunggal]


class Ijazah(NamedTuple):
    """A higher ijazah, recorded from `tanggal` on."""

    tingkat: TingkatPendidikan
    tanggal: date


class JabatanBaru(NamedTuple):
    """Another post from `tmt` on; `bup` (years) of the post, else the general one of its jenjang."""

    tmt: date
    jenis: JenisJabatan
    jenjang: Jenjang
    eselon: Eselon | None = None
    bup: int | None = None


def post_of(jenjang: Jenjang, tmt: date) -> JabatanBaru:
    """A post of that jenjang, whose kind follows from it."""
    if jenjang is Jenjang.PELAKSANA:
        return JabatanBaru(tmt, JenisJabatan.PELAKSANA, jenjang)
    fungsional = jenjang < Jenjang.PENGAWAS
    jenis = JenisJabatan.FUNGSIONAL if fungsional else JenisJabatan.STRUKTURAL
    return JabatanBaru(tmt, jenis, jenjang)


@dataclass(frozen=True)
class Andaian:
    """Assumptions about what is to come. Recorded facts always win over an assumed predikat.

    predikat: of a coming year by its number; `predikat_lain` of every other coming year.
    ujian_dinas, upkp, uji_kompetensi: the day on which it is passed. jp: in every coming year.
    hukuman_selesai: the last day of a running penalty, and of an open examination.
    lowongan: a post of the next jenjang is vacant whenever it is needed.
    """

    predikat: Mapping[int, Predikat] = field(default_factory=dict)
    predikat_lain: Predikat = Predikat.BAIK
    pendidikan: Ijazah | None = None
    uji_kompetensi: date | None = None
    upkp: date | None = None
    ujian_dinas: date | None = None
    jp: int | None = None
    jabatan: JabatanBaru | None = None
    hukuman_selesai: date | None = None
    lowongan: bool = False

    def predikat_tahun(self, tahun: int) -> Predikat:
        """The assumed predikat of a coming year."""
        return self.predikat.get(tahun, self.predikat_lain)

    def tanggal(self) -> Iterator[date]:
        """Every day on which something assumed begins."""
        ijazah = self.pendidikan.tanggal if self.pendidikan else None
        pindah = self.jabatan.tmt if self.jabatan else None
        semua = (ijazah, pindah, self.uji_kompetensi, self.upkp, self.ujian_dinas)
        yield from (satu for satu in semua if satu is not None)

    def tanggal_dokumen(self) -> Iterator[date]:
        """The days of those that are sent with a proposal, before its window closes."""
        ijazah = self.pendidikan.tanggal if self.pendidikan else None
        yield from (satu for satu in (ijazah, self.upkp, self.ujian_dinas) if satu is not None)


@dataclass(frozen=True)
class Waktu:
    """When the recorded facts are of, and for when they are carried forward.

    per: the day of the records. tmt: the TMT they were read for. ke: the TMT that is asked about.
    ak_sejak: the first day whose work counts in the present balance; None: as recorded. periodik: by year,
    what its quarters or months have given to the recorded balance.
    """

    per: date
    tmt: date
    ke: date
    bulan_tertunda: int
    bulan_konversi: int
    ak_sejak: date | None = None
    periodik: Mapping[int, Sementara] = field(default_factory=dict)

    def mendatang(self, tahun: int) -> bool:
        """Whether the assessment of that year was still to come on the day of the records."""
        return tahun >= self.per.year - (self.per.month <= self.bulan_tertunda)

    def dinilai(self, tahun: int) -> bool:
        """Whether a coming year is assessed for `ke`; its conversion is signed with it."""
        mulai = max(date(tahun + 1, self.bulan_konversi, 1), add_months(self.tmt, 1))
        return self.mendatang(tahun) and mulai <= self.ke

    def bulan(self, tahun: int) -> int:
        """Months of that year whose work counts in the present balance."""
        if self.ak_sejak is None or self.ak_sejak.year < tahun:
            return BULAN_SETAHUN
        return BULAN_SETAHUN + 1 - self.ak_sejak.month if self.ak_sejak.year == tahun else 0


def maju(
    f: Fakta,
    a: Aturan,
    andaian: Andaian,
    *,
    per: date,
    ke: date,
    tmt: date | None = None,
    ak_sejak: date | None = None,
    periodik: Mapping[int, Sementara] = MappingProxyType({}),
) -> Fakta:
    """The facts of ONE person as they will be known for the TMT `ke`, under the assumptions.

    `tmt`: for which the facts were read (that of a run on `per`). `ak_sejak`, `periodik`: see Waktu.
    Registers that are complete stay so. Facts that no projected decision reads stay as they are.
    """
    p = susun(a)
    w = Waktu(per, tmt or target_tmt(per, a), ke, p.bulan_tertunda, p.bulan_konversi, ak_sejak, periodik)
    isi: Isi = {
        **_predikat(f, andaian, w),
        **_disiplin(f, andaian, w),
        **_kelulusan(f, andaian, ke=ke, dokumen=document_deadline(ke, a)),
        **_angka_kredit(f, a, andaian, w),
        **_jabatan(f, a, andaian, ke),
    }
    if andaian.lowongan:
        isi["lowongan"] = max(angka(f, "lowongan") or 0, 1)
    if ke.year > per.year:
        isi["jp_tahun_ini"] = andaian.jp
    return f.ganti(**{nama: Kolom.satu(nilai, tanggal=_TANGGAL[nama]) for nama, nilai in isi.items()})


def tahun_konversi(f: Fakta, w: Waktu) -> list[int]:
    """The coming years whose conversion is signed for `ke` and not in the recorded balance."""
    pertama = w.tmt.year - (angka(f, "predikat_1") is None)
    mulai = pertama if w.ak_sejak is None else max(pertama, w.ak_sejak.year)
    return [tahun for tahun in range(mulai, w.ke.year) if w.dinilai(tahun)]


def diganti(f: Fakta, w: Waktu) -> list[Sementara]:
    """What is in the recorded balance and gives way to the conversion of a coming year."""
    return [w.periodik[tahun] for tahun in tahun_konversi(f, w) if tahun in w.periodik]


def tahun_diandaikan(f: Fakta, w: Waktu, banyak: int) -> list[int]:
    """Which of the last `banyak` assessed years before `ke` are assumed, the latest first."""
    tahun = [w.ke.year - n for n in range(1, _RIWAYAT_PREDIKAT + 1)]
    dinilai = [t for t in tahun if _tercatat(f, w, t) is not None or w.dinilai(t)]
    return [t for t in dinilai[:banyak] if _tercatat(f, w, t) is None]


def _predikat(f: Fakta, andaian: Andaian, w: Waktu) -> Isi:
    return {
        f"predikat_{n}": _predikat_tahun(f, andaian, w, w.ke.year - n)
        for n in range(1, _RIWAYAT_PREDIKAT + 1)
    }


def _predikat_tahun(f: Fakta, andaian: Andaian, w: Waktu, tahun: int) -> int | None:
    tercatat = _tercatat(f, w, tahun)
    if tercatat is None and w.dinilai(tahun):
        return andaian.predikat_tahun(tahun)
    return tercatat


def _tercatat(f: Fakta, w: Waktu, tahun: int) -> int | None:
    mundur = w.tmt.year - tahun
    return angka(f, f"predikat_{mundur}") if 1 <= mundur <= _RIWAYAT_PREDIKAT else None


def _angka_kredit(f: Fakta, a: Aturan, andaian: Andaian, w: Waktu) -> Isi:
    """Drafts are assumed signed; a year adds its conversion for its quarters. An unknown balance stays so."""
    sah, jenjang = angka(f, "ak_sah"), angka(f, "jenjang")
    if sah is None:
        return {}
    koefisien = TAK_DIATUR if jenjang is None else int(susun(a).koefisien_milli[jenjang])
    konversi = 0
    if koefisien != TAK_DIATUR:
        konversi = sum(
            baris_senti(koefisien, persen(andaian.predikat_tahun(tahun), a), w.bulan(tahun))
            for tahun in tahun_konversi(f, w)
        ) - sum(map(sum, diganti(f, w)))
    return {"ak_sah": sah + (angka(f, "ak_draf") or 0) + konversi, "ak_draf": None}


def _disiplin(f: Fakta, andaian: Andaian, w: Waktu) -> Isi:
    """A penalty ends on its recorded day, or on the assumed one; the standing then is active again."""
    sampai, selesai = hari(f, "hukdis_sampai"), andaian.hukuman_selesai
    dihukum = angka(f, "kedudukan_hukum") == KedudukanHukum.HUKUMAN_DISIPLIN
    berjalan = sampai is not None and sampai >= w.per
    isi: Isi = {}
    if selesai is not None:
        if berjalan or dihukum:
            isi["hukdis_sampai"] = sampai = selesai
        if (akhir := hari(f, "hukdis_terakhir")) is not None and akhir > selesai:
            isi["hukdis_terakhir"] = selesai
        if angka(f, "dalam_pemeriksaan") and selesai < w.ke:
            isi["dalam_pemeriksaan"] = 0
    if dihukum and sampai is not None and (berjalan or selesai is not None) and sampai < w.ke:
        isi["kedudukan_hukum"] = KedudukanHukum.AKTIF
    return isi


def _kelulusan(f: Fakta, andaian: Andaian, *, ke: date, dokumen: date) -> Isi:
    """Examinations and ijazah from their day on; what is recorded and better stays.

    `dokumen`: the last day for what is sent with a proposal. A kenaikan jenjang knows no such window.
    """
    isi: Isi = {}
    if andaian.ujian_dinas is not None and andaian.ujian_dinas <= dokumen:
        isi |= {"ud_tk1": 1, "ud_tk2": 1}
    if andaian.upkp is not None and andaian.upkp <= dokumen:
        isi["upkp"] = 1
    if andaian.uji_kompetensi is not None and andaian.uji_kompetensi <= ke:
        isi["ukom_tanggal"] = max(hari(f, "ukom_tanggal") or date.min, andaian.uji_kompetensi)
    if andaian.pendidikan is not None and andaian.pendidikan.tanggal <= dokumen:
        isi["pendidikan"] = max(angka(f, "pendidikan") or 0, andaian.pendidikan.tingkat)
    return isi


def _jabatan(f: Fakta, a: Aturan, andaian: Andaian, ke: date) -> Isi:
    """The assumed post, unless a later one is held. Angka kredit of another jenjang is not known."""
    baru, kini = andaian.jabatan, hari(f, "tmt_jabatan")
    if baru is None or baru.tmt > ke or (kini is not None and kini >= baru.tmt):
        return {}
    isi: Isi = {
        "jenis_jabatan": baru.jenis,
        "jenjang": baru.jenjang,
        "eselon": baru.eselon,
        "tmt_jabatan": baru.tmt,
        "bup": bup_jenjang(baru.jenjang, a) if baru.bup is None else baru.bup,
        "lowongan": None,
    }
    if baru.jenjang != angka(f, "jenjang"):
        isi |= {"ak_sah": None, "ak_draf": None}
    return isi


def bup_jenjang(jenjang: int | None, a: Aturan) -> int | None:
    """The general age limit of a jenjang (years); None where that is unknown or the rule file is silent."""
    tabel = a["bup"].tabel("bup")
    return None if jenjang is None else tabel.get(Jenjang(jenjang).name, {}).get("nilai")


def angka(f: Fakta, nama: str) -> int | None:
    """A number among the facts of one person."""
    nilai = f.baca(nama)
    return None if isinstance(nilai, date) else nilai


def hari(f: Fakta, nama: str) -> date | None:
    """A day among the facts of one person."""
    nilai = f.baca(nama)
    return nilai if isinstance(nilai, date) else None


def tanpa(andaian: Andaian, nama: str) -> Andaian:
    """The same without one assumption."""
    kosong: dict[str, Any] = {nama: getattr(Andaian(), nama)}
    return replace(andaian, **kosong)
