"""Posts before the present one, as exports of earlier years would show them.

Only PNS without a seeded fault have earlier posts, so that what is refused in the export of today is in
no other file either. A PPPK holds the post of the agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from asn_karier.lib.dates import add_months, months_between
from karier.contoh.acak import acak_untuk
from karier.contoh.bentuk import Daerah, Jabatan, Orang
from karier.contoh.jabatan import (
    KELUARGA,
    PELAKSANA,
    jabatan_fungsional,
    jabatan_pelaksana,
    kelompok_pelaksana,
)
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, KedudukanHukum

TERBANYAK = 3
"""Earlier posts of one person, at most: pelaksana, pengawas, administrator."""

PALING_SINGKAT = 24
"""Months in an earlier post, at least."""

MENURUT_NAMA = {k.nama: k for k in KELUARGA}
Tangga = dict[Jenjang, tuple[Jabatan, ...]]


def orang_terdahulu(daerah: Daerah) -> list[list[Orang]]:
    """By number of the post from the first: the people as they stood in it.

    Whoever is in one list is in those before it, and in the export of today.
    """
    tangga = _tangga(daerah)
    per_nomor: list[list[Orang]] = [[] for _ in range(TERBANYAK)]
    for orang in daerah.orang:
        if orang.nip in daerah.bersih:
            for nomor, (jabatan, tmt) in enumerate(pos_terdahulu(orang, daerah.benih, tangga)):
                per_nomor[nomor].append(_pada_pos(orang, jabatan, tmt))
    return per_nomor


def pos_terdahulu(orang: Orang, benih: int, tangga: Tangga) -> list[tuple[Jabatan, date]]:
    """Each post before the present one with its TMT, from the day of CPNS on."""
    if orang.jenis_pegawai is not JenisPegawai.PNS or orang.tmt_jabatan <= orang.tmt_cpns:
        return []
    jabatan = list(_jenjang_terdahulu(orang, acak_untuk(benih, orang.nip, "riwayat"), tangga))
    bulan = months_between(orang.tmt_cpns, orang.tmt_jabatan)
    banyak = max(min(len(jabatan), bulan // PALING_SINGKAT), 1)
    mulai = (add_months(orang.tmt_cpns, bulan * nomor // banyak) for nomor in range(banyak))
    return list(zip(jabatan[-banyak:], mulai, strict=True))


def _pada_pos(orang: Orang, jabatan: Jabatan, tmt: date) -> Orang:
    """The person as an export showed them then: with the first golongan, on duty."""
    return replace(
        orang,
        jabatan=jabatan,
        tmt_jabatan=tmt,
        golongan=orang.golongan_awal,
        tmt_golongan=orang.tmt_cpns,
        mk_bulan=0,
        kedudukan=KedudukanHukum.AKTIF,
    )


def _tangga(daerah: Daerah) -> Tangga:
    """Structural posts of the regency by level."""
    semua = [u.pimpinan for u in daerah.unit if u.pimpinan]
    return {t: tuple(j for j in semua if j.jenjang is t) for t in (Jenjang.PENGAWAS, Jenjang.ADMINISTRATOR)}


def _jenjang_terdahulu(orang: Orang, acak: Random, tangga: Tangga) -> Iterator[Jabatan]:
    if orang.jabatan.jenis is JenisJabatan.FUNGSIONAL:
        yield from _fungsional_terdahulu(orang, acak)
        return
    yield _pelaksana(orang, acak)
    for tingkat, pilihan in tangga.items():
        if tingkat < orang.jabatan.jenjang and orang.jabatan.jenis is JenisJabatan.STRUKTURAL and pilihan:
            yield acak.choice(pilihan)


def _fungsional_terdahulu(orang: Orang, acak: Random) -> Iterator[Jabatan]:
    """The lower jenjang of the same family; whoever stands on the lowest was a pelaksana before."""
    ahli = orang.jabatan.jenjang in JF_KEAHLIAN
    keluarga = MENURUT_NAMA[orang.keluarga]
    urutan: Sequence[Jenjang] = JF_KEAHLIAN if ahli else JF_KETERAMPILAN
    lebih_rendah = [j for j in urutan if j < orang.jabatan.jenjang and j is not Jenjang.PEMULA]
    if not lebih_rendah:
        yield _pelaksana(orang, acak)
    for jenjang in lebih_rendah:
        yield jabatan_fungsional(keluarga, jenjang)


def _pelaksana(orang: Orang, acak: Random) -> Jabatan:
    return jabatan_pelaksana(*acak.choice(PELAKSANA[kelompok_pelaksana(orang.pendidikan)]))
