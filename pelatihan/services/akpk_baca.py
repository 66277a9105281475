"""The self-assessment of needs as pages read it: what the post asks for, what is known, what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q

from pegawai.models import Jabatan, Pegawai
from pegawai.rules.kompetensi import LevelKini
from pegawai.services.kompetensi_baca import (
    Diminta,
    Kunci,
    has_own_standard,
    levels_of,
    posts_of,
    required_of,
    valid_levels,
)
from pegawai.services.profil import day_of
from pelatihan.enums import StatusMandiri
from pelatihan.kamus.akpk import URAIAN
from pelatihan.models import ButirMandiri, PenilaianMandiri
from pelatihan.rules.akpk import TERBUKA, Keyakinan, celah, dapat_diisi, keyakinan, perlu_dinilai


class BarisKompetensi(NamedTuple):
    """One competency: what is asked, what is on record, what the person (and the atasan) said."""

    kunci: Kunci
    nama: str
    uraian: str
    wajib: int
    kini: LevelKini | None
    jawaban: ButirMandiri | None

    @property
    def ruas(self) -> str:
        """Its name in forms: a code, or t and the key of a technical competency."""
        return self.kunci[0] or f"t{self.kunci[1]}"

    @property
    def cara(self) -> Keyakinan:
        return keyakinan(self.kini, self.jawaban.level_diri if self.jawaban else None)

    @property
    def celah(self) -> int | None:
        return celah(self.kini, self.wajib)


@dataclass(frozen=True, slots=True)
class Lembar:
    """One person, one post, one year. `jabatan` None: no post is on record."""

    pegawai: Pegawai
    jabatan: Jabatan | None
    tahun: int
    baris: list[BarisKompetensi]
    penilaian: PenilaianMandiri | None

    @property
    def status(self) -> StatusMandiri | None:
        return StatusMandiri(self.penilaian.status) if self.penilaian else None

    @property
    def terbuka(self) -> bool:
        """The person may answer now."""
        return bool(self.baris) and dapat_diisi(self.status)

    @property
    def perlu(self) -> bool:
        """A competency of the post has no valid level."""
        return perlu_dinilai(b.kini for b in self.baris)


def own_sheet(saya: Pegawai, *, at: datetime) -> Lembar:
    """What my post asks of me today; a fixed number of queries."""
    per = day_of(saya, at)
    jabatan = posts_of([saya.pk], per=per).get(saya.pk)
    if jabatan is None:
        return Lembar(saya, None, per.year, [], None)
    milik = PenilaianMandiri.objects.filter(pegawai=saya, tahun=per.year, jabatan=jabatan)
    penilaian = milik.select_related("dikonfirmasi_oleh").first()
    diminta = required_of(jabatan, instansi_id=saya.instansi_id, per=per)
    return Lembar(saya, jabatan, per.year, _rows(saya, diminta, penilaian, per), penilaian)


def sent_sheet(penilaian: PenilaianMandiri, *, at: datetime) -> Lembar:
    """An assessment as it was sent: its own competencies and levels asked for, beside what is on record."""
    pegawai: Any = penilaian.pegawai
    butir = list(penilaian.butir.select_related("teknis").order_by("pk"))
    diminta = [
        Diminta((b.kompetensi, b.teknis_id), b.nama_kompetensi, b.teknis.uraian if b.teknis else "", b.wajib)
        for b in butir
    ]
    baris = _rows(pegawai, diminta, penilaian, day_of(pegawai, at), butir)
    return Lembar(pegawai, penilaian.jabatan, penilaian.tahun, baris, penilaian)


def _rows(
    pegawai: Pegawai,
    diminta: Sequence[Diminta],
    penilaian: PenilaianMandiri | None,
    per: date,
    butir: Sequence[ButirMandiri] | None = None,
) -> list[BarisKompetensi]:
    if butir is None:
        butir = list(penilaian.butir.all()) if penilaian else []
    jawaban: Mapping[Kunci, ButirMandiri] = {(b.kompetensi, b.teknis_id): b for b in butir}
    kini = levels_of([pegawai.pk], per=per)[pegawai.pk]
    return [
        BarisKompetensi(
            d.kunci, d.nama, d.uraian or URAIAN.get(d.kunci[0], ""), d.level, kini.get(d.kunci),
            jawaban.get(d.kunci),
        )
        for d in diminta
    ]  # fmt: skip


class Ajakan(NamedTuple):
    """The home page asks for an assessment; `dikembalikan`: the atasan did."""

    dikembalikan: bool


def invitation(saya: Pegawai, *, at: datetime) -> Ajakan | None:
    """Whether to ask for it: begun and not sent, or no valid level on record. One query, at most three.

    Asked of those only whose post has a standard of its own: setting it is how HR opens this. The nine are
    asked about as one row; technical ones are seen on the page itself.
    """
    per = day_of(saya, at)
    milik = PenilaianMandiri.objects.filter(pegawai=OuterRef("pk"), tahun=per.year).order_by()
    keadaan = Pegawai.objects.filter(pk=saya.pk).annotate(
        terbuka=Exists(milik.filter(status__in=TERBUKA)),
        dikembalikan=Exists(milik.filter(status=StatusMandiri.DIKEMBALIKAN)),
        beres=Exists(milik) | Exists(valid_levels(per).filter(pegawai=OuterRef("pk"))),
    )
    terbuka, dikembalikan, beres = keadaan.values_list("terbuka", "dikembalikan", "beres").get()
    if terbuka:
        return Ajakan(dikembalikan)
    jabatan = None if beres else posts_of([saya.pk], per=per).get(saya.pk)
    if jabatan is None or not has_own_standard(jabatan, instansi_id=saya.instansi_id):
        return None
    return Ajakan(dikembalikan=False)


class BarisTim(NamedTuple):
    """One of my direct reports, with their assessment of the year."""

    pegawai: Pegawai
    penilaian: PenilaianMandiri | None


def team_rows(pengguna: Any, *, tahun: int) -> list[BarisTim]:
    """Everybody I rate, with what they sent last, who waits for me first; two queries.

    What waits from an earlier year stays.
    """
    orang = Pegawai.objects.dinilai_oleh(pengguna).select_related("unit", "instansi").order_by("nama", "pk")
    menunggu = Q(tahun=tahun) | Q(status=StatusMandiri.DIKIRIM)
    semua = assessments_of_team(pengguna).filter(menunggu).order_by("tahun", "dikirim_pada", "pk")
    # Of several the one that waits stands there, else the last.
    milik: dict[int, PenilaianMandiri] = {}
    for p in semua:
        lama = milik.get(p.pegawai_id)
        if lama is None or lama.status != StatusMandiri.DIKIRIM:
            milik[p.pegawai_id] = p
    baris = [BarisTim(p, milik.get(p.pk)) for p in orang]
    return sorted(baris, key=lambda b: b.penilaian is None or b.penilaian.status != StatusMandiri.DIKIRIM)


def assessments_of_team(pengguna: Any) -> Any:
    """Assessments of those whom `pengguna` rates today, never their own."""
    tim = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
    return PenilaianMandiri.objects.filter(pegawai__in=tim)


def waiting_for(pengguna: Any) -> int:
    """How many confirmations wait for `pengguna`; one query."""
    return int(assessments_of_team(pengguna).filter(status=StatusMandiri.DIKIRIM).count())
