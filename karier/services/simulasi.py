"""Coba hitung: one person's next five years, as things stand and under assumptions, side by side."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_years
from karier.enums import JenisPutusan
from karier.kamus.proyeksi import (
    kalimat_asumsi,
    kalimat_didahului,
    kalimat_jp,
    kalimat_lewat,
    kalimat_pensiun,
    kalimat_peristiwa,
    kalimat_tak_dipakai,
    kalimat_tertahan,
)
from karier.rules.fakta import Fakta
from karier.rules.hak import hitung_pensiun
from karier.rules.pangkat import target_tmt
from karier.rules.peristiwa import JenisPeristiwa, Peristiwa, Proyeksi
from karier.rules.proyeksi import Andaian, proyeksikan
from karier.rules.tak_dipakai import tak_dipakai, tanpa_semua
from karier.services.fakta import kumpulkan
from karier.services.parameter import hukum_instansi
from kinerja.services.saldo import periodic_in_balance
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.rules.jp import kurang_jp_pns

TAHUN: int = 5
#: In the order in which people ask.
_DITANYA = (
    JenisPutusan.KENAIKAN_PANGKAT,
    JenisPutusan.PENYESUAIAN_IJAZAH,
    JenisPutusan.KENAIKAN_JENJANG,
    JenisPutusan.KGB,
    JenisPutusan.SATYALANCANA,
)


class Kejadian(NamedTuple):
    """One line of the timeline; `syarat`: on which assumptions it rests; `perkiraan`: by unverified law."""

    tanggal: date
    tanggal_teks: str
    teks: str
    syarat: str
    jenis: str
    perkiraan: bool


class Bandingan(NamedTuple):
    """One kind of event: when first as things stand, and under the assumptions."""

    nama: str
    biasa: str
    andai: str
    beda: bool


class HasilSimulasi(NamedTuple):
    """`kalimat`: the answer in one sentence. `lini`: year -> events under the assumptions.

    `jp`: what the assumed JP of a year mean; empty when none are assumed. `tak_dipakai`: the assumptions
    that changed nothing, each with its reason.
    """

    kalimat: str
    bandingan: list[Bandingan]
    lini: dict[int, list[Kejadian]]
    tertahan: list[str]
    akhir: date
    jp: str = ""
    tak_dipakai: tuple[str, ...] = ()


def simulate(*, pegawai: Pegawai, andaian: Andaian, per: date) -> HasilSimulasi:
    """Project the recorded facts of `pegawai` twice; nothing is stored. At most twelve queries."""
    hukum = hukum_instansi(pegawai.instansi_id)
    aturan = hukum(per)
    tmt = target_tmt(per, aturan)
    ids = np.array([pegawai.pk], dtype=np.int64)
    f = kumpulkan(ids, per_tanggal=per, tmt=tmt, aturan=aturan).fakta
    if pegawai.jenis == JenisPegawai.PPPK:
        return _pppk(f, aturan, add_years(per, TAHUN))
    periodik = periodic_in_balance(pegawai.pk, per)
    biasa, andai = (
        proyeksikan(f, hukum, a, per=per, tahun=TAHUN, tmt=tmt, periodik=periodik)
        for a in (Andaian(), andaian)
    )
    akhir = _hari_terakhir(andai)
    sia = tak_dipakai(f, hukum, andaian, per=per, tmt=tmt, akhir=akhir)
    berarti = tanpa_semua(andaian, sia) != Andaian()
    return HasilSimulasi(
        kalimat=_kalimat(biasa, andai) if berarti else _kalimat_biasa(biasa),
        bandingan=_bandingan(biasa, andai),
        lini=_lini(andai),
        tertahan=_tertahan(andai, pindah=andaian.jabatan is not None),
        akhir=andai.akhir,
        jp=_jp(andaian.jp, aturan),
        tak_dipakai=tuple(kalimat_tak_dipakai(satu, akhir) for satu in sia),
    )


class GarisWaktu(NamedTuple):
    """Five years as things stand. `pertama`: the first event of a kind. `kalimat`: all there is of a PPPK."""

    lini: dict[int, list[Kejadian]]
    tertahan: list[str]
    pertama: dict[JenisPeristiwa, Kejadian]
    akhir: date
    kalimat: str = ""


def own_timeline(*, pegawai: Pegawai, per: date) -> GarisWaktu:
    """The projection of *Coba hitung* before anything is assumed. At most twelve queries."""
    hukum = hukum_instansi(pegawai.instansi_id)
    aturan = hukum(per)
    tmt = target_tmt(per, aturan)
    f = kumpulkan(np.array([pegawai.pk], dtype=np.int64), per_tanggal=per, tmt=tmt, aturan=aturan).fakta
    if pegawai.jenis == JenisPegawai.PPPK:
        hasil = _pppk(f, aturan, add_years(per, TAHUN))
        return GarisWaktu({}, [], {}, hasil.akhir, hasil.kalimat)
    periodik = periodic_in_balance(pegawai.pk, per)
    p = proyeksikan(f, hukum, Andaian(), per=per, tahun=TAHUN, tmt=tmt, periodik=periodik)
    pertama = {j: _kejadian(e) for j in JenisPeristiwa if (e := p.pertama(j)) and not e.lewat}
    return GarisWaktu(_lini(p), _tertahan(p, pindah=False), pertama, p.akhir)


def _pppk(f: Fakta, a: Aturan, akhir: date) -> HasilSimulasi:
    """Of a PPPK only the age limit is estimated, however far ahead it lies."""
    tmt = hitung_pensiun(f, a).tmt.baca(0)
    return HasilSimulasi(kalimat_pensiun(tmt if isinstance(tmt, date) else None), [], {}, [], akhir)


def _jp(jp: int | None, a: Aturan) -> str:
    """The right of a PNS: no decision, nor the index of professionality, reads the JP of a whole year."""
    if jp is None:
        return ""
    return kalimat_jp(jp, hak=a["jp"].angka("jp_pns"), kurang=kurang_jp_pns(jp, a))


def _hari_terakhir(p: Proyeksi) -> date:
    """The last day that was lived through; a pension that had passed already tells of none."""
    pensiun = p.pertama(JenisPeristiwa.PENSIUN)
    return pensiun.tanggal if pensiun and not pensiun.lewat else p.akhir


def _tertahan(p: Proyeksi, *, pindah: bool) -> list[str]:
    pensiun = p.pertama(JenisPeristiwa.PENSIUN)
    hasil = []
    for jenis, t in ((j, p.tertahan[j]) for j in _DITANYA if j in p.tertahan):
        if not (pensiun and t.didahului):
            hasil.append(kalimat_tertahan(jenis, t))
        elif not pensiun.lewat:
            hasil.append(kalimat_didahului(jenis, pensiun.tanggal))
    return [kalimat_lewat(pensiun, diandaikan=pindah), *hasil] if pensiun and pensiun.lewat else hasil


def _kalimat_biasa(biasa: Proyeksi) -> str:
    """Where nothing is assumed there is nothing to compare with."""
    p = biasa.pertama(JenisPeristiwa.KENAIKAN_PANGKAT)
    if p is None:
        return "Belum ada kenaikan pangkat dalam lima tahun."
    return f"{kalimat_peristiwa(p)} paling cepat {kata.tanggal(p.tanggal)}."


def _kalimat(biasa: Proyeksi, andai: Proyeksi) -> str:
    """About the next pangkat, which is what most people ask."""
    p, q = (x.pertama(JenisPeristiwa.KENAIKAN_PANGKAT) for x in (andai, biasa))
    if p is None:
        return "Dengan andaian ini belum ada kenaikan pangkat dalam lima tahun."
    kini = _kalimat_biasa(andai)
    if q is None:
        return f"{kini} Tanpa andaian ini belum ada dalam lima tahun."
    if q.tanggal == p.tanggal:
        return f"{kini} Tanpa andaian ini tanggalnya sama."
    arah = "lebih lambat" if q.tanggal > p.tanggal else "lebih cepat"
    return f"{kini} Tanpa andaian ini {kata.tanggal(q.tanggal)}, {arah}."


def _bandingan(biasa: Proyeksi, andai: Proyeksi) -> list[Bandingan]:
    hasil = []
    for jenis in JenisPeristiwa:
        a, b = biasa.pertama(jenis), andai.pertama(jenis)
        if a or b:
            nama = kalimat_peristiwa(next(p for p in (b, a) if p))
            hasil.append(Bandingan(nama, _hari(a), _hari(b), _hari(a) != _hari(b)))
    return hasil


def _hari(p: Peristiwa | None) -> str:
    if p is None:
        return "belum dalam lima tahun"
    return "batas usianya sudah terlampaui" if p.lewat else kata.tanggal(p.tanggal)


def _lini(p: Proyeksi) -> dict[int, list[Kejadian]]:
    lini: dict[int, list[Kejadian]] = {}
    for satu in (e for e in p.peristiwa if not e.lewat):
        lini.setdefault(satu.tanggal.year, []).append(_kejadian(satu))
    return lini


def _kejadian(satu: Peristiwa) -> Kejadian:
    return Kejadian(
        satu.tanggal,
        kata.tanggal(satu.tanggal),
        kalimat_peristiwa(satu),
        kalimat_asumsi(satu.asumsi),
        satu.jenis.value,
        satu.perkiraan,
    )
