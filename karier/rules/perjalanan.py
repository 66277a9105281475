"""One person on the way through the coming years: where they stand, and the law and facts of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, first_of_month_on_or_after
from asn_karier.lib.kolom import Kolom
from karier.enums import JenisPutusan
from karier.rules.andaian import (
    SATUAN,
    Andaian,
    Waktu,
    angka,
    bup_jenjang,
    diganti,
    hari,
    maju,
    tahun_diandaikan,
    tahun_konversi,
    tanpa,
)
from karier.rules.aturan_pangkat import TAHUN_PREDIKAT, susun
from karier.rules.fakta import Fakta
from karier.rules.hakim import Nilai, nilai
from karier.rules.penyesuaian import susun_penyesuaian
from karier.rules.periode import document_deadline, periode_mulai, periode_sah
from karier.rules.peristiwa import Asumsi
from kinerja.rules.konversi_periodik import Sementara
from pegawai.rules.kgb import mkg_pada
from pegawai.rules.masa_kerja import mkg_setelah_kolom

_J = JenisPutusan
_BERAK: Final = (_J.KENAIKAN_PANGKAT, _J.KENAIKAN_JENJANG)
#: How many of the last assessed years each decision reads.
_TAHUN_DIBACA: Final = {
    _J.KENAIKAN_PANGKAT: TAHUN_PREDIKAT,
    _J.PENYESUAIAN_IJAZAH: 1,
    _J.KENAIKAN_JENJANG: 1,
    _J.KGB: 1,
    _J.SATYALANCANA: 0,
}
#: Whether an outcome is the one whose assumptions are asked for.
Serupa = Callable[[Nilai, Aturan], bool]


class Perjalanan:
    """`f`: the recorded facts, with the steps taken so far; `fakta` carries them forward to a day."""

    def __init__(
        self,
        f: Fakta,
        aturan_pada: Callable[[date], Aturan],
        andaian: Andaian,
        *,
        per: date,
        tmt: date,
        periodik: Mapping[int, Sementara] = MappingProxyType({}),
    ) -> None:
        self.f, self.andaian, self.per, self.tmt = f, andaian, per, tmt
        self._ak_sejak: date | None = None
        self._periodik = periodik
        self._aturan_pada = aturan_pada
        self._aturan: dict[date, Aturan] = {}

    def aturan(self, pada: date) -> Aturan:
        """The law of a day."""
        if pada not in self._aturan:
            self._aturan[pada] = self._aturan_pada(pada)
        return self._aturan[pada]

    def fakta(self, ke: date, andaian: Andaian | None = None) -> Fakta:
        """The facts as they will be known for `ke`."""
        return maju(
            self.f,
            self.aturan(ke),
            andaian or self.andaian,
            per=self.per,
            ke=ke,
            tmt=self.tmt,
            ak_sejak=self._ak_sejak,
            periodik=self._periodik,
        )

    # -- steps --------------------------------------------------------------------------------

    def naik_pangkat(self, f: Fakta, sasaran: int, pada: date, *, pakai_ak: bool) -> None:
        """A higher golongan; the MKG follows its borders. A kenaikan by angka kredit uses up its need.

        What is beyond the need is carried over (PerBKN 3/2023). `f`: the facts of that day.
        """
        a = self.aturan(pada)
        kini = mkg_pada(f.tmt_golongan, f.mkg_bulan, pada)
        isi = {
            "golongan": Kolom.satu(sasaran),
            "tmt_golongan": Kolom.satu(pada),
            "mkg_bulan": mkg_setelah_kolom(kini, f.golongan, Kolom.satu(sasaran), a),
        }
        if pakai_ak:
            terpakai = f.jenjang.peta_dua(f.golongan, susun(a).kebutuhan).isi(0)
            isi["ak_sah"] = self.f.ak_sah.kurang(Kolom(terpakai, self.f.ak_sah.ada))
        self.f = self.f.ganti(**isi)

    def naik_jenjang(self, f: Fakta, sasaran: int, pada: date) -> None:
        """The balance starts again (PerBKN 3/2023); a general age limit follows the jenjang."""
        a, bup = self.aturan(pada), angka(f, "bup")
        umum = bup == bup_jenjang(angka(f, "jenjang"), a)
        self._ak_sejak, self._periodik = pada, {}
        self.f = self.f.ganti(
            jenis_jabatan=f.jenis_jabatan,
            eselon=f.eselon,
            jenjang=Kolom.satu(sasaran),
            tmt_jabatan=Kolom.satu(pada),
            bup=Kolom.satu(bup_jenjang(sasaran, a) if umum else bup, tanggal=False),
            ak_sah=Kolom.satu(0),
            ak_draf=Kolom.kosong(1),
            lowongan=Kolom.kosong(1),
        )

    # -- what an outcome rests on -------------------------------------------------------------

    def asumsi(self, jenis: JenisPutusan, f: Fakta, pada: date, serupa: Serupa) -> tuple[Asumsi, ...]:
        """The years assumed, and every assumption without which the same rule says something else."""
        tahun = tahun_diandaikan(self.f, self._waktu(pada), _TAHUN_DIBACA[jenis])
        return (
            *(Asumsi("predikat", t) for t in tahun),
            *(self._asumsi_ak(jenis, f, pada, serupa) if jenis in _BERAK else ()),
            *(
                Asumsi(nama)
                for nama in SATUAN
                if getattr(self.andaian, nama)
                and not self._tetap(jenis, self.fakta(pada, tanpa(self.andaian, nama)), pada, serupa)
            ),
        )

    def _asumsi_ak(self, jenis: JenisPutusan, f: Fakta, pada: date, serupa: Serupa) -> Iterator[Asumsi]:
        draf = angka(self.f, "ak_draf") or 0
        tersisa = draf - sum(p.draf for p in diganti(self.f, self._waktu(pada)))
        tanpa_draf = f.ganti(ak_sah=f.ak_sah.tambah(-tersisa))
        if tersisa and not self._tetap(jenis, tanpa_draf, pada, serupa):
            yield Asumsi("draf")
        tahun = tahun_konversi(self.f, self._waktu(pada))
        if tahun and not self._tetap(jenis, f.ganti(ak_sah=self.f.ak_sah.tambah(draf)), pada, serupa):
            yield from (Asumsi("konversi", t) for t in tahun)

    def _tetap(self, jenis: JenisPutusan, f: Fakta, pada: date, serupa: Serupa) -> bool:
        a = self.aturan(pada)
        return serupa(nilai(jenis, f, a, pada), a)

    def _waktu(self, ke: date) -> Waktu:
        p = susun(self.aturan(ke))
        return Waktu(
            self.per, self.tmt, ke, p.bulan_tertunda, p.bulan_konversi, self._ak_sejak, self._periodik
        )


# -- the days that matter -------------------------------------------------------------------------


def periode_penting(p: Perjalanan, akhir: date) -> frozenset[date]:
    """First days of months, and periods, from the TMT on at which a promotion may become possible."""
    hasil = set()
    for penting in hari_penting(p, akhir):
        mulai = max(penting, p.tmt)
        hasil |= {first_of_month_on_or_after(mulai), periode_mulai(mulai, p.aturan(p.tmt))}
    hasil |= {_periode_dokumen(p, satu, akhir) for satu in p.andaian.tanggal_dokumen()}
    return frozenset(d for d in hasil if d <= akhir)


def hari_penting(p: Perjalanan, akhir: date) -> Iterator[date]:
    """Every day on which time, the law or an assumption can change an outcome of a promotion."""
    aturan = p.aturan(p.tmt)
    yield p.tmt
    for tahun in range(p.tmt.year, akhir.year + 1):
        # Another year of predikat counts; the last one is assessed.
        yield from (date(tahun, 1, 1), date(tahun, susun(aturan).bulan_konversi, 1))
    yield from p.andaian.tanggal()
    yield from _aturan_berganti(p, akhir)
    pindah = p.andaian.jabatan.tmt if p.andaian.jabatan else None
    for nama, bulan in _bulan_dihitung(aturan).items():
        sejak = (hari(p.f, nama), pindah if nama == "tmt_jabatan" else None)
        yield from (add_months(s, n) for s in sejak if s and s < akhir for n in bulan)
    selesai = (hari(p.f, "hukdis_sampai"), p.andaian.hukuman_selesai)
    yield from (s + timedelta(days=1) for s in selesai if s and s < akhir)


def _periode_dokumen(p: Perjalanan, pada: date, akhir: date) -> date:
    """The first period whose window takes in a document of that day, every month by its own law."""
    tmt = first_of_month_on_or_after(max(pada, p.tmt))
    while tmt <= akhir:
        a = p.aturan(tmt)
        if pada <= document_deadline(tmt, a) and periode_sah(tmt, a):
            break
        tmt = add_months(tmt, 1)
    return tmt


def _aturan_berganti(p: Perjalanan, akhir: date) -> Iterator[date]:
    bulan = p.tmt
    while (berikut := add_months(bulan, 1)) <= akhir:
        if p.aturan(berikut) != p.aturan(bulan):
            yield berikut
        bulan = berikut


def _bulan_dihitung(a: Aturan) -> Mapping[str, tuple[int, ...]]:
    """The months that the rules count from a fact."""
    p, s = susun(a), susun(a).struktural
    ijazah = (susun_penyesuaian(a).bulan_pangkat,) if "penyesuaian_ijazah" in a else ()
    pangkat = (p.bulan_jf, p.bulan_reguler, *ijazah)
    if s is None:
        return {"tmt_golongan": pangkat}
    pangkat = (*pangkat, s.bulan_di_bawah, s.bulan_dalam_rentang, s.bulan_tanpa_masa_jabatan)
    # The first period after an inauguration begins within a month of it.
    return {"tmt_golongan": pangkat, "tmt_jabatan": (s.bulan_jabatan, 1)}
