"""The next years of one person: every decision judged again, day by day, by the rules of a run.

The first day on which a decision is met becomes an event; the facts move on and the next one follows.
Nothing here is a rule of its own. What an event rests on besides time is named (`Peristiwa.asumsi`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_years, first_of_next_month
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.rules.andaian import Andaian, Ijazah, JabatanBaru, angka, hari, maju
from karier.rules.fakta import Fakta
from karier.rules.hak import hitung_pensiun
from karier.rules.hakim import Nilai, nilai
from karier.rules.jenjang import menunggu_kebutuhan
from karier.rules.keputusan import PutusanSatu
from karier.rules.periode import periode_sah, target_tmt
from karier.rules.peristiwa import Asumsi, JenisPeristiwa, Peristiwa, Proyeksi, Tertahan
from karier.rules.perjalanan import Perjalanan, periode_penting
from kinerja.rules.konversi_periodik import Sementara
from pegawai.rules.kgb import KgbBerikut, kgb_berikut, melewati_tabel
from pegawai.rules.satyalancana import tanggal_derajat

__all__ = [
    "Andaian",
    "Asumsi",
    "Ijazah",
    "JabatanBaru",
    "JenisPeristiwa",
    "Peristiwa",
    "Proyeksi",
    "Tertahan",
    "maju",
    "proyeksikan",
]

_J = JenisPutusan
_DINILAI: Final = (
    _J.KENAIKAN_PANGKAT,
    _J.PENYESUAIAN_IJAZAH,
    _J.KENAIKAN_JENJANG,
    _J.KGB,
    _J.SATYALANCANA,
)
_PANGKAT: Final = (_J.KENAIKAN_PANGKAT, _J.PENYESUAIAN_IJAZAH)
_SEHARI: Final = timedelta(days=1)


def proyeksikan(
    f: Fakta,
    aturan_pada: Callable[[date], Aturan],
    andaian: Andaian,
    *,
    per: date,
    tahun: int = 5,
    tmt: date | None = None,
    periodik: Mapping[int, Sementara] = MappingProxyType({}),
) -> Proyeksi:
    """The timeline of ONE person from `per` on. Pure; `aturan_pada` gives the law of a day.

    `tmt`: for which the facts were read, by default that of a run on `per`. `periodik`: see Waktu. A PPPK
    has the estimate of the age limit only.
    """
    sasaran = tmt or target_tmt(per, aturan_pada(per))
    mulai = Perjalanan(f, aturan_pada, andaian, per=per, tmt=sasaran, periodik=periodik)
    jalan = _Tahunan(mulai, add_years(per, tahun))
    while (berikut := jalan.berikut()) is not None:
        jalan.jalani(berikut)
    return Proyeksi(tuple(jalan.peristiwa), jalan.tertahan(), jalan.akhir)


class _Tahunan:
    """The timeline while it grows; `kini` is the last day that was lived through."""

    def __init__(self, p: Perjalanan, akhir: date) -> None:
        self.p, self.akhir = p, akhir
        self.kini = p.per - _SEHARI
        self.peristiwa: list[Peristiwa] = []
        self._terakhir: dict[JenisPutusan, Nilai] = {}
        self._dijanjikan: dict[JenisPutusan, date] = {}
        self._diam: set[JenisPutusan] = set()
        self._menunggu: set[int] = set()
        self._kgb_asal: date | None = None
        self._periode = periode_penting(p, akhir)
        self._kgb = self._kgb_mulai(p.per)
        self._satya = {p.per, *self._hari_satya()}
        self._pensiun = self._tmt_pensiun()

    def berikut(self) -> date | None:
        """The next day on which something may happen; None at the end of the timeline."""
        if self._berakhir():
            return None
        agenda = {*self._periode, *self._satya} | ({self._kgb} if self._kgb else set())
        mendatang = [d for d in agenda if self.kini < d <= self.akhir]
        pensiun = [self._pensiun] if self._pensiun and self._pensiun <= self.akhir else []
        return min((*mendatang, *pensiun), default=None)

    def jalani(self, pada: date) -> None:
        """Live through one day: what is due is judged, and what is met changes the facts."""
        if self._pensiun is not None and self._pensiun <= pada:
            bup = angka(self.p.fakta(self._ke()), "bup") or 0
            lewat = self._pensiun <= self.kini
            pensiun = Peristiwa(self._pensiun, JenisPeristiwa.PENSIUN, bup, perkiraan=True, lewat=lewat)
            self.peristiwa.append(pensiun)
            return
        if pada in self._periode:
            self._nilai_pangkat(pada)
            self._nilai_jenjang(pada)
        if pada == self._kgb:
            self._nilai_kgb(pada)
        if pada in self._satya:
            self._nilai_satya(pada)
        self.kini = pada
        self._pensiun = self._tmt_pensiun()

    def tertahan(self) -> dict[JenisPutusan, Tertahan]:
        """Why of every kind that had no event, where it applies and is short of something."""
        terjadi = {p.jenis.value for p in self.peristiwa}
        hasil = {jenis: self._tertahan(jenis) for jenis in _DINILAI if jenis.value not in terjadi}
        return {jenis: t for jenis, t in hasil.items() if t is not None}

    def _tertahan(self, jenis: JenisPutusan) -> Tertahan | None:
        n = self._terakhir.get(jenis)
        if n is None:
            return self._tak_dinilai(jenis)
        if n.status <= Status.MEMENUHI:
            return None
        return Tertahan(n.status, n.alasan, n.paling_cepat, didahului=self._menunggu_waktu(jenis, n))

    def _tak_dinilai(self, jenis: JenisPutusan) -> Tertahan | None:
        """Its day did not come: pension was first, or nobody knows which day that is."""
        ke = self._ke()
        n = nilai(jenis, self.p.fakta(ke), self.p.aturan(ke), ke)
        if n.status is Status.TIDAK_BERLAKU:
            return None
        if jenis is _J.KGB and self._kgb_mulai(ke) is None:
            return Tertahan(n.status, n.alasan, None)
        return Tertahan(n.status, "", n.paling_cepat, didahului=True) if self._berakhir() else None

    def _menunggu_waktu(self, jenis: JenisPutusan, n: Nilai) -> bool:
        """Whether pension comes before the only day that was ever in sight.

        A KGB is judged on its own day, so something else was short then.
        """
        pensiun, cepat = self._berakhir(), n.paling_cepat
        if pensiun is None or cepat is None or jenis is _J.KGB:
            return False
        return cepat >= pensiun and self._dijanjikan[jenis] >= pensiun

    def _berakhir(self) -> date | None:
        """The day of the pension, when the timeline reaches it."""
        akhir = self.peristiwa[-1] if self.peristiwa else None
        return akhir.tanggal if akhir and akhir.jenis is JenisPeristiwa.PENSIUN else None

    # -- kenaikan pangkat and jenjang ---------------------------------------------------------

    def _nilai_pangkat(self, pada: date) -> None:
        """The higher one where both a kenaikan pangkat and a penyesuaian ijazah are met."""
        if not periode_sah(pada, self.p.aturan(pada)):
            return
        f = self.p.fakta(pada)
        lulus = {j: n.sasaran for j in _PANGKAT if (n := self._coba(j, f, pada)).memenuhi}
        if lulus:
            jenis = max(lulus, key=lambda j: lulus[j])
            self._catat(jenis, f, pada, lulus[jenis])
            self.p.naik_pangkat(f, lulus[jenis], pada, pakai_ak=jenis is _J.KENAIKAN_PANGKAT)
            self._pindah(pada)

    def _nilai_jenjang(self, pada: date) -> None:
        f = self.p.fakta(pada)
        hasil = self._coba(_J.KENAIKAN_JENJANG, f, pada)
        if hasil.memenuhi:
            self._catat(_J.KENAIKAN_JENJANG, f, pada, hasil.sasaran)
            self.p.naik_jenjang(f, hasil.sasaran, pada)
            self._pindah(pada)
        elif hasil.sasaran not in self._menunggu and _menunggu(hasil, self.p.aturan(pada)):
            self._menunggu.add(hasil.sasaran)
            asumsi = self.p.asumsi(_J.KENAIKAN_JENJANG, f, pada, _menunggu)
            self.peristiwa.append(Peristiwa(pada, JenisPeristiwa.MENUNGGU_KEBUTUHAN, hasil.sasaran, asumsi))

    def _coba(self, jenis: JenisPutusan, f: Fakta, pada: date) -> Nilai:
        """Judge; what does not apply is asked again only when the person's place may have changed."""
        if jenis in self._diam:
            return self._terakhir[jenis]
        hasil = self._nilai(jenis, f, pada)
        andaian = self.p.andaian
        if hasil.status is Status.TIDAK_BERLAKU and not (andaian.jabatan or andaian.pendidikan):
            self._diam.add(jenis)
        return hasil

    def _pindah(self, pada: date) -> None:
        """The person stands elsewhere now: other days matter, and other decisions may apply."""
        self._diam.clear()
        self._periode = periode_penting(self.p, self.akhir)
        if self._kgb_asal is None:
            self._kgb = self._kgb_mulai(pada)

    # -- kenaikan gaji berkala ----------------------------------------------------------------

    def _nilai_kgb(self, pada: date) -> None:
        """Met: the event. Short of what time can mend: asked again every month until the next step."""
        f, asal = self.p.fakta(pada), self._kgb_asal or pada
        hasil = self._nilai(_J.KGB, f, pada)
        if hasil.memenuhi:
            berikut = self._berikut_kgb(asal)
            tunda = asal if asal < pada else None
            duga = melewati_tabel(self.p.f.golongan, berikut.mkg_bulan, self.p.aturan(pada))
            mkg = berikut.mkg_bulan.isi(0)[0]
            self._catat(_J.KGB, f, pada, int(mkg), ditunda_dari=tunda, perkiraan=bool(duga[0]))
        biasa, lagi = self._kgb_mulai(asal + _SEHARI), first_of_next_month(pada)
        tertunda = hasil.paling_cepat is not None and not hasil.memenuhi and (biasa is None or lagi < biasa)
        self._kgb_asal, self._kgb = (asal, lagi) if tertunda else (None, biasa)

    def _kgb_mulai(self, pada: date) -> date | None:
        """The next step of the MKG on or after a day."""
        if "kgb" not in self.p.aturan(pada):
            return None
        tanggal = self._berikut_kgb(pada).tanggal.baca(0)
        return tanggal if isinstance(tanggal, date) else None

    def _berikut_kgb(self, pada: date) -> KgbBerikut:
        f = self.p.f
        return kgb_berikut(f.golongan, f.tmt_golongan, f.mkg_bulan, per=pada, a=self.p.aturan(pada))

    # -- Satyalancana and the end of service --------------------------------------------------

    def _nilai_satya(self, pada: date) -> None:
        f = self.p.fakta(pada)
        hasil = self._nilai(_J.SATYALANCANA, f, pada)
        if hasil.memenuhi:
            self._catat(_J.SATYALANCANA, f, pada, hasil.sasaran)
            self.p.f = self.p.f.ganti(satyalancana=Kolom.satu(hasil.sasaran))

    def _hari_satya(self) -> list[date]:
        cpns, a = hari(self.p.f, "tmt_cpns"), self.p.aturan(self.p.per)
        return [] if cpns is None or "satyalancana" not in a else [*tanggal_derajat(cpns, a).values()]

    def _tmt_pensiun(self) -> date | None:
        ke = self._ke()
        tanggal = hitung_pensiun(self.p.fakta(ke), self.p.aturan(ke)).tmt.baca(0)
        return tanggal if isinstance(tanggal, date) else None

    def _ke(self) -> date:
        """The day for which the facts of now are known: not before the TMT they were read for."""
        return max(self.kini, self.p.tmt)

    # -- inside -------------------------------------------------------------------------------

    def _nilai(self, jenis: JenisPutusan, f: Fakta, pada: date) -> Nilai:
        hasil = nilai(jenis, f, self.p.aturan(pada), pada)
        self._terakhir[jenis] = hasil
        if hasil.paling_cepat is not None:
            dulu = self._dijanjikan.get(jenis, hasil.paling_cepat)
            self._dijanjikan[jenis] = min(dulu, hasil.paling_cepat)
        return hasil

    def _catat(
        self,
        jenis: JenisPutusan,
        f: Fakta,
        pada: date,
        sasaran: int,
        *,
        ditunda_dari: date | None = None,
        perkiraan: bool = False,
    ) -> None:
        asumsi = self.p.asumsi(jenis, f, pada, _memenuhi)
        peristiwa = JenisPeristiwa(jenis.value)
        self.peristiwa.append(Peristiwa(pada, peristiwa, sasaran, asumsi, ditunda_dari, perkiraan))


def _memenuhi(hasil: Nilai, _: Aturan) -> bool:
    return hasil.memenuhi


def _menunggu(hasil: Nilai, a: Aturan) -> bool:
    """All but a vacant post."""
    return menunggu_kebutuhan(PutusanSatu(*hasil[:4]), a)
