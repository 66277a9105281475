"""Ladders: steps that HR keeps, what they are derived from, and how long a step takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import TidakDitemukan
from karier.enums import JenisLangkah
from karier.models import LangkahKarier
from karier.rules.waktu_langkah import AMBANG, Pernah, bulan_jenjang, bulan_manajerial, bulan_tercatat
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Instansi, Jabatan, RiwayatJabatan

_DARI_NAMA: Final = "Disusun dari nama jabatan"
#: Steps that people made so often are proposed to HR; fewer would tell of single people.
_DARI_CATATAN: Final = "Disusun dari {n} perpindahan yang tercatat"


# -- keeping them -----------------------------------------------------------------------------------


@transaction.atomic
def derive_steps(*, instansi: Instansi, actor: Any, kanal: str) -> int:
    """What names and records tell, added to what HR has; no row of HR's is touched. Returns how many.

    TidakDitemukan outside the actor's government. A second press adds nothing.
    """
    _ensure_kept(instansi.pk, actor)
    ada = set(LangkahKarier.objects.filter(instansi=instansi).values_list("dari_id", "ke_id"))
    pernah = _history(instansi.pk)
    # The name has the last word: ten teachers who rose a level did not move to another post.
    usul = [*_by_records(instansi.pk, pernah), *_by_name(instansi.pk, pernah)]
    baru = {(s.dari_id, s.ke_id): s for s in usul if (s.dari_id, s.ke_id) not in ada}
    LangkahKarier.objects.bulk_create(baru.values(), ignore_conflicts=True)
    catat(
        pengguna=actor,
        tindakan="susun_langkah_karier",
        subjek_jenis="instansi",
        subjek_id=instansi.pk,
        kanal=kanal,
        rincian={"langkah": len(baru)},
    )
    return len(baru)


@transaction.atomic
def save_step(*, langkah: LangkahKarier, actor: Any, kanal: str) -> LangkahKarier:
    """One step, new or changed by HR."""
    _ensure_kept(langkah.instansi_id, actor)
    baru = langkah.pk is None
    if not baru:
        langkah.versi = F("versi") + 1
    langkah.save()
    langkah.refresh_from_db(fields=["versi"])
    catat(
        pengguna=actor,
        tindakan="tambah_langkah_karier" if baru else "ubah_langkah_karier",
        subjek_jenis="langkah_karier",
        subjek_id=langkah.pk,
        kanal=kanal,
        rincian={"dari": langkah.dari_id, "ke": langkah.ke_id},
    )
    return langkah


def _ensure_kept(instansi_id: int, actor: Any) -> None:
    if not Instansi.objects.dikelola(actor).filter(pk=instansi_id).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan dalam lingkup Anda.")


def _by_name(instansi_id: int, pernah: Iterable[Pernah]) -> Iterable[LangkahKarier]:
    """The next level of every post that somebody of the government holds or held."""
    dipegang = {p.pos for p in pernah}
    naik = Jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL).exclude(naik_ke=None).order_by()
    for dari, ke in naik.values_list("pk", "naik_ke_id"):
        if dari in dipegang:
            yield LangkahKarier(
                instansi_id=instansi_id, dari_id=dari, ke_id=ke, jenis=JenisLangkah.JENJANG, sumber=_DARI_NAMA
            )


def _by_records(instansi_id: int, pernah: Iterable[Pernah]) -> Iterable[LangkahKarier]:
    """From one post to another, made by ten people or more; the next level of a family comes by name."""
    banyak = Counter(_moves(pernah))
    sering = {pasang: n for pasang, n in banyak.items() if n >= AMBANG}
    pos = Jabatan.objects.in_bulk({j for pasang in sering for j in pasang})
    for (dari, ke), n in sorted(sering.items()):
        if pos[dari].naik_ke_id == ke:
            continue
        atas = pos[ke].jenjang or 0
        manajerial = atas >= Jenjang.PENGAWAS and atas > (pos[dari].jenjang or 0)
        yield LangkahKarier(
            instansi_id=instansi_id,
            dari_id=dari,
            ke_id=ke,
            jenis=JenisLangkah.MANAJERIAL if manajerial else JenisLangkah.PINDAH,
            sumber=_DARI_CATATAN.format(n=n),
        )


def _moves(pernah: Iterable[Pernah]) -> Iterable[tuple[int, int]]:
    """(from, to) of everybody's posts in their order, each pair of a person once."""
    urut = sorted(pernah, key=lambda p: (p.orang, p.tmt, p.pos))
    pasang = {(a.orang, a.pos, b.pos) for a, b in pairwise(urut) if a.orang == b.orang and a.pos != b.pos}
    return ((dari, ke) for _, dari, ke in pasang)


# -- how long ---------------------------------------------------------------------------------------


def _history(instansi_id: int, jabatan_ids: Collection[int] | None = None) -> list[Pernah]:
    """Posts held by people of the government; one query."""
    semua = RiwayatJabatan.objects.filter(pegawai__instansi=instansi_id).order_by()
    if jabatan_ids is not None:
        semua = semua.filter(jabatan__in=jabatan_ids)
    return [Pernah(*b) for b in semua.values_list("pegawai_id", "jabatan_id", "tmt")]


def recorded_months(
    instansi_id: int, pasangan: Collection[tuple[int, int]]
) -> Mapping[tuple[int, int], tuple[int, int]]:
    """(from, to) -> (median months, people), only where ten or more made the step; one query for all."""
    if not pasangan:
        return {}
    pernah = _history(instansi_id, {j for pasang in pasangan for j in pasang})
    hasil = {p: bulan_tercatat(pernah, *p) for p in pasangan}
    return {p: h for p, h in hasil.items() if h is not None}


def lawful_months(dari: Jabatan, ke: Jabatan, a: Aturan) -> int | None:
    """The least that the rule book asks for between two posts; None where it says nothing."""
    if dari.naik_ke_id == ke.pk and dari.jenjang is not None:
        return bulan_jenjang(Jenjang(dari.jenjang), a)
    return bulan_manajerial(None if ke.jenjang is None else Jenjang(ke.jenjang), a)


# -- reading them -----------------------------------------------------------------------------------


def steps_from(instansi_id: int, jabatan_id: int, *jenis: JenisLangkah) -> list[LangkahKarier]:
    """What this government offers from one post; one query."""
    semua = LangkahKarier.objects.ditawarkan(instansi_id).filter(
        dari=jabatan_id, jenis__in=jenis or JenisLangkah
    )
    return list(semua.order_by("ke__nama", "pk"))


def steps_between(instansi_id: int, jabatan: Collection[int]) -> dict[tuple[int, int], LangkahKarier]:
    """Steps among these posts, by their ends; one query."""
    semua = LangkahKarier.objects.ditawarkan(instansi_id).filter(dari__in=jabatan, ke__in=jabatan)
    return {(s.dari_id, s.ke_id): s for s in semua}
