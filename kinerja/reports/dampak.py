"""Whether a kind of message helped, said honestly: both groups, the difference, how sure one can be."""

from __future__ import annotations

from typing import NamedTuple

from kinerja.enums import DIUKUR, JenisPesan, TahapPegawai
from kinerja.models import PaparanPesan, SiklusPenilaian
from kinerja.reports.pantau import Pantauan, read_progress
from kinerja.rules.pengingat import Selisih, difference


class Dampak(NamedTuple):
    """One kind in one cycle: (done, all) of who got it and of the tenth that did not."""

    jenis: JenisPesan
    dikirim: tuple[int, int]
    pembanding: tuple[int, int]
    selisih: Selisih | None


def effects(siklus: SiklusPenilaian) -> list[Dampak]:
    """Every kind that was measured in this cycle, as far as it has gone."""
    paparan: dict[tuple[str, bool], set[int]] = {}
    for jenis, pembanding, pk in (
        PaparanPesan.objects.filter(siklus=siklus).order_by().values_list("jenis", "pembanding", "pegawai_id")
    ):
        paparan.setdefault((jenis, pembanding), set()).add(pk)
    if not paparan:
        return []
    pantauan = read_progress(siklus)
    hasil = []
    for jenis in DIUKUR:
        beres = _raters_done(pantauan) if jenis is JenisPesan.NILAI else _sent(pantauan)
        dikirim, tanpa = (_share(paparan.get((jenis.value, p), set()), beres) for p in (False, True))
        if dikirim[1] or tanpa[1]:
            hasil.append(Dampak(jenis, dikirim, tanpa, difference(dikirim, tanpa)))
    return hasil


def _share(orang: set[int], beres: set[int]) -> tuple[int, int]:
    return len(orang & beres), len(orang)


def _sent(pantauan: Pantauan) -> set[int]:
    return {p.pk for p in pantauan.peserta if not p.belum_mengirim}


def _raters_done(pantauan: Pantauan) -> set[int]:
    """Everybody for whom nobody waits any more."""
    ditunggu = {p.atasan_id for p in pantauan.peserta if p.dapat_dinilai and p.tahap < TahapPegawai.DINILAI}
    return {p.pk for p in pantauan.peserta} - ditunggu
