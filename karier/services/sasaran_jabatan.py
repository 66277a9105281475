"""*Apa yang diperlukan*: one post of my government, and what it asks of me, by the rules of a run.

Nobody else's data are read: the facts and levels of the one person, the post, the catalogue.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from karier.enums import JenisPutusan
from karier.kamus.sasaran import (
    BELUM_DINILAI,
    CUKUP,
    KalimatPangkat,
    kalimat_celah,
    kalimat_pangkat,
    kalimat_tak_dihitung,
)
from karier.rules.jabatan import putuskan_untuk
from karier.rules.keputusan import dengan_putusan
from karier.rules.sasaran import Hubungan, hubungan, letak_pangkat
from karier.services.cocok import match_programs
from karier.services.jabatan_instansi import pos_of, range_of
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.lembar import Lembar
from karier.services.lembar_putusan import decision_sheet
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.models import Jabatan, Pegawai
from pegawai.services.kompetensi_baca import levels_of, posts_of, required_of
from pelatihan.rules.pilihan import Kebutuhan
from pelatihan.services.katalog import SaranPelatihan


class BarisKompetensi(NamedTuple):
    """One competency: the level now (None: not assessed), the level asked for."""

    nama: str
    kini: int | None
    diminta: int
    tanda: str
    kelas: str


class Sasaran(NamedTuple):
    """What the page of one post says. `lembar`: None where no rule judges the way there."""

    jabatan: Jabatan
    kini: Jabatan | None
    hubungan: Hubungan
    lembar: Lembar | None
    pangkat: KalimatPangkat | None
    kompetensi: list[BarisKompetensi]
    pelatihan: list[SaranPelatihan]
    tak_dihitung: list[str]
    ada_standar: bool

    @property
    def cukup(self) -> int:
        """How many competencies stand at the level asked for."""
        return sum(k.tanda == CUKUP for k in self.kompetensi)


def read_target(*, pegawai: Pegawai, jabatan: Jabatan, per: date) -> Sasaran:
    """Everything about one post for one person; a fixed number of queries."""
    keadaan = read_outcomes([pegawai.pk], instansi_id=pegawai.instansi_id, per=per)[pegawai.pk]
    kini = posts_of([pegawai.pk], per=per).get(pegawai.pk)
    pppk = pegawai.jenis == JenisPegawai.PPPK
    arah = hubungan(pos_of(kini) if kini else None, pos_of(jabatan), keadaan.aturan, pppk=pppk)
    celah, baris = _competencies(pegawai, jabatan, per)
    return Sasaran(
        jabatan=jabatan,
        kini=kini,
        hubungan=arah,
        lembar=_sheet(keadaan, jabatan, arah, pegawai.instansi.zona_waktu),
        pangkat=None if pppk or keadaan.gagal else _rank(keadaan, jabatan),
        kompetensi=baris,
        pelatihan=match_programs(pegawai=pegawai, keadaan=keadaan, kebutuhan=celah, per=per)
        if celah and not keadaan.gagal
        else [],
        tak_dihitung=kalimat_tak_dihitung(arah, gagal=keadaan.gagal),
        ada_standar=bool(baris),
    )


def needs_for_post(*, pegawai: Pegawai, jabatan: Jabatan, per: date) -> list[Kebutuhan]:
    """What the person lacks for a post they aim at, the largest first: what a plan is made of."""
    return _competencies(pegawai, jabatan, per)[0]


def _sheet(keadaan: Keadaan, jabatan: Jabatan, arah: Hubungan, zona: str) -> Lembar | None:
    """The sheet of the decision that leads there, as the page of that decision words it."""
    if keadaan.gagal or arah not in (Hubungan.JENJANG, Hubungan.MANAJERIAL):
        return None
    if arah is Hubungan.JENJANG:
        jenis = JenisPutusan.KENAIKAN_JENJANG
    else:
        jenis, keadaan = JenisPutusan.KESIAPAN_JABATAN, judged_for(keadaan, Jenjang(jabatan.jenjang or 0))
    return decision_sheet(keadaan, jenis, zona_waktu=zona, lengkap=True)


def judged_for(keadaan: Keadaan, jenjang: Jenjang) -> Keadaan:
    """The same facts, law and day, judged for another managerial level; nothing is read or stored."""
    h = keadaan.hasil
    putusan = putuskan_untuk(keadaan.fakta, keadaan.aturan, jenjang, tmt=h.tmt)
    return replace(
        keadaan, hasil=replace(h, lain=dengan_putusan(h.lain, JenisPutusan.KESIAPAN_JABATAN, putusan))
    )


def _rank(keadaan: Keadaan, jabatan: Jabatan) -> KalimatPangkat | None:
    golongan = keadaan.fakta.baca("golongan")
    kini, rentang = golongan if isinstance(golongan, int) else None, range_of(jabatan.jenjang, keadaan.aturan)
    return kalimat_pangkat(letak_pangkat(kini, rentang), kini, rentang)


def _competencies(
    pegawai: Pegawai, jabatan: Jabatan, per: date
) -> tuple[list[Kebutuhan], list[BarisKompetensi]]:
    punya = levels_of([pegawai.pk], per=per)[pegawai.pk]
    celah: list[Kebutuhan] = []
    baris: list[BarisKompetensi] = []
    for d in required_of(jabatan, instansi_id=pegawai.instansi_id, per=per):
        kini = punya[d.kunci].level if d.kunci in punya else None
        baris.append(_row(d.nama, kini, d.level))
        if kini is None or kini < d.level:
            celah.append(Kebutuhan(d.kunci[0] or d.kunci[1] or "", d.nama, kini, d.level))
    return sorted(celah, key=_most_first), baris


def _most_first(k: Kebutuhan) -> int:
    return -k.besar


def _row(nama: str, kini: int | None, diminta: int) -> BarisKompetensi:
    if kini is None:
        return BarisKompetensi(nama, None, diminta, BELUM_DINILAI, "netral")
    if kini >= diminta:
        return BarisKompetensi(nama, kini, diminta, CUKUP, "ok")
    return BarisKompetensi(nama, kini, diminta, kalimat_celah(diminta - kini), "perlu")
