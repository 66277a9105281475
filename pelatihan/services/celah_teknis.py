"""Technical gaps on demand: runs judge the nine alone, so these are asked when somebody wants to know."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from pegawai.models import KompetensiTeknis, Pegawai
from pegawai.services.kompetensi_baca import asked_of, posts_of, technical_levels, technical_standards

Celah = tuple[KompetensiTeknis, int | None, int]


def technical_gaps(pegawai_ids: Collection[int], *, per: date | None = None) -> dict[int, list[Celah]]:
    """By person (competency, level now, level asked for) where the level is too low or unknown (None).

    Everybody asked about has an entry. What somebody says of themself is not a level. Five queries,
    whatever the number of people; three where no post asks for anything technical.
    """
    per = per or timezone.localdate()
    ids = set(pegawai_ids)
    instansi = dict(Pegawai.objects.filter(pk__in=ids).values_list("pk", "instansi_id"))
    jabatan = posts_of(ids, per=per)
    standar = technical_standards({j.pk for j in jabatan.values()})
    terukur = technical_levels(ids, per=per) if standar else []
    punya = {(orang, teknis): kini.level for orang, teknis, kini in terukur}
    hasil: dict[int, list[Celah]] = {pk: [] for pk in ids}
    for pegawai_id, pos in jabatan.items():
        for s in asked_of(standar[pos.pk], instansi[pegawai_id]):
            level = punya.get((pegawai_id, s.kompetensi_id))
            if level is None or level < s.level:
                hasil[pegawai_id].append((s.kompetensi, level, s.level))
    return hasil
