"""Competencies of people by name: what their post asks for, and the level that counts today with its source.

For many people at once the engine reads `pegawai.facts`; both follow `rules.kompetensi`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Q, QuerySet

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months
from asn_karier.lib.db import terbaru
from pegawai.enums import Jenjang, KompetensiMansoskul, SumberKompetensi
from pegawai.kamus import LABEL
from pegawai.models import (
    AsesmenKompetensi,
    Jabatan,
    KenaikanKompetensi,
    LevelTeknis,
    RiwayatJabatan,
    StandarTeknis,
)
from pegawai.rules.kompetensi import LevelKini, Naik, Ukuran, pilih_level

#: One of the nine by its code, or the key of a technical competency; the other is empty.
Kunci = tuple[str, int | None]
KODE: Final = tuple(k.value for k in KompetensiMansoskul)


class Diminta(NamedTuple):
    """A competency that a post asks for, and the level."""

    kunci: Kunci
    nama: str
    uraian: str
    level: int


def posts_of(pegawai_ids: Collection[int], *, per: date) -> dict[int, Jabatan]:
    """The post that each person holds on `per`, with its standard; one query."""
    baris: QuerySet[RiwayatJabatan] = terbaru(
        RiwayatJabatan.objects.filter(pegawai__in=pegawai_ids, tmt__lte=per), "tmt"
    )
    return {r.pegawai_id: r.jabatan for r in baris.select_related("jabatan__standar")}


def technical_standards(jabatan_ids: Collection[int]) -> dict[int, list[StandarTeknis]]:
    """What posts ask for in technical competencies that are in use, by post; one query.

    A competency of one government is asked of its people only (`asked_of`).
    """
    hasil: dict[int, list[StandarTeknis]] = defaultdict(list)
    semua = StandarTeknis.objects.filter(jabatan__in=jabatan_ids, kompetensi__aktif=True)
    for s in semua.select_related("kompetensi").order_by("kompetensi__nama", "pk"):
        hasil[s.jabatan_id].append(s)
    return hasil


def asked_of(standar: Iterable[StandarTeknis], instansi_id: int) -> list[StandarTeknis]:
    """Those that concern the people of one government."""
    return [s for s in standar if s.kompetensi.instansi_id in (None, instansi_id)]


def required_of(jabatan: Jabatan, *, instansi_id: int, per: date) -> list[Diminta]:
    """Everything a post asks of the people of one government, the nine first; one query.

    A competency without a level in the standard is asked at the general level of the jenjang, where the
    law that we could read says one.
    """
    standar = getattr(jabatan, "standar", None)
    umum = _general_level(jabatan.jenjang, per)
    sembilan = [
        Diminta((k.value, None), LABEL[KompetensiMansoskul][k], "", level)
        for k in KompetensiMansoskul
        if (level := getattr(standar, k.value, None) or umum)
    ]
    teknis = asked_of(technical_standards([jabatan.pk])[jabatan.pk], instansi_id)
    return sembilan + [
        Diminta(("", s.kompetensi_id), s.kompetensi.nama, s.kompetensi.uraian, s.level) for s in teknis
    ]


def has_own_standard(jabatan: Jabatan, *, instansi_id: int) -> bool:
    """Whether somebody has said what this very post asks for; a query where only technical ones tell."""
    if getattr(jabatan, "standar", None) is not None:
        return True
    return bool(asked_of(technical_standards([jabatan.pk])[jabatan.pk], instansi_id))


def _general_level(jenjang: int | None, per: date) -> int | None:
    if jenjang is None:
        return None
    level = int(aturan_per(per)["kompetensi_jenjang"].larik("level", Jenjang, tanpa_unv=True)[jenjang])
    return level if level > 0 else None


def levels_of(pegawai_ids: Collection[int], *, per: date) -> dict[int, dict[Kunci, LevelKini]]:
    """The level of everybody in everything that was measured or shown by `per`; four queries."""
    hasil: dict[int, dict[Kunci, LevelKini]] = {pk: {} for pk in pegawai_ids}
    for pegawai_id, kunci, kini in _chosen(_nine(pegawai_ids), _gains(pegawai_ids, teknis=False), per):
        hasil[pegawai_id][kunci] = kini
    for pegawai_id, teknis, kini in technical_levels(pegawai_ids, per=per):
        hasil[pegawai_id]["", teknis] = kini
    return hasil


def valid_levels(per: date) -> QuerySet[AsesmenKompetensi]:
    """Assessments and confirmations that count on `per`, of anybody."""
    sejak = add_months(per, -_months(per))
    menurut_aturan = Q(asal=SumberKompetensi.ASESMEN, berlaku_sampai=None, tanggal__gte=sejak)
    semua: QuerySet[AsesmenKompetensi] = AsesmenKompetensi.objects.filter(
        Q(berlaku_sampai__gte=per) | menurut_aturan, tanggal__lte=per
    )
    return semua.order_by()


def _months(per: date) -> int:
    """So many months an assessment counts that names no last day."""
    return aturan_per(per)["kompetensi_jenjang"].angka("bulan_berlaku_asesmen")


def technical_levels(pegawai_ids: Collection[int], *, per: date) -> list[tuple[int, int, LevelKini]]:
    """(person, technical competency, level that counts); two queries."""
    terpilih = _chosen(_technical(pegawai_ids), _gains(pegawai_ids, teknis=True), per)
    return [(orang, teknis, kini) for orang, (_, teknis), kini in terpilih if teknis is not None]


_Milik = tuple[int, Kunci]


def _chosen(
    ukuran: Mapping[_Milik, list[Ukuran]], naik: Mapping[_Milik, list[Naik]], per: date
) -> Iterable[tuple[int, Kunci, LevelKini]]:
    bulan = _months(per)
    for orang, kunci in dict.fromkeys([*ukuran, *naik]):
        milik = orang, kunci
        kini = pilih_level(ukuran.get(milik, ()), naik.get(milik, ()), per=per, bulan_berlaku=bulan)
        if kini is not None:
            yield orang, kunci, kini


def _nine(pegawai_ids: Collection[int]) -> dict[_Milik, list[Ukuran]]:
    hasil: dict[_Milik, list[Ukuran]] = defaultdict(list)
    for a in AsesmenKompetensi.objects.filter(pegawai__in=pegawai_ids).order_by():
        for k in KODE:
            ukuran = Ukuran(getattr(a, k), SumberKompetensi(a.asal), a.tanggal, a.berlaku_sampai)
            hasil[a.pegawai_id, (k, None)].append(ukuran)
    return hasil


def _technical(pegawai_ids: Collection[int]) -> dict[_Milik, list[Ukuran]]:
    hasil: dict[_Milik, list[Ukuran]] = defaultdict(list)
    for t in LevelTeknis.objects.filter(pegawai__in=pegawai_ids).order_by():
        ukuran = Ukuran(t.level, SumberKompetensi(t.asal), t.tanggal, t.berlaku_sampai)
        hasil[t.pegawai_id, ("", t.kompetensi_id)].append(ukuran)
    return hasil


def _gains(pegawai_ids: Collection[int], *, teknis: bool) -> dict[_Milik, list[Naik]]:
    hasil: dict[_Milik, list[Naik]] = defaultdict(list)
    semua = KenaikanKompetensi.objects.filter(pegawai__in=pegawai_ids, teknis__isnull=not teknis)
    for n in semua.order_by():
        milik = n.pegawai_id, (n.kompetensi, n.teknis_id)
        hasil[milik].append(Naik(n.level, n.tanggal, n.nomor_sertifikat))
    return hasil
