"""The suggestions of one government, made anew for everybody who waits.

First suggestions are the best assignment of all who wait for a free place; who waits with a place that HR
keeps for them has that one. The facts are read and the answer is found without any lock; it is stored under
the lock of the board, and only when nothing changed meanwhile: whoever changed it makes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np
from django.db import transaction

from asn_karier.lib.errors import DomainError
from mentoring.enums import StatusPasangan
from mentoring.models import PapanMentoring, Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.rules.kecocokan import Bagian, Nilai, parts, reasons, total
from mentoring.rules.kolom_jodoh import Bilangan
from mentoring.rules.penjodohan import TANPA, assign, greedy, others, value, weights
from mentoring.rules.periksa_jodoh import prove
from mentoring.rules.syarat_mentor import refusals
from mentoring.services.bahan import Bahan, gather
from mentoring.services.papan import board_of
from pegawai.models import Instansi
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_in

PALING_BANYAK: Final = 3
#: Up to so many possible pairs are worked out while somebody waits for the page; more are left to a worker.
SEKALIGUS: Final = 60_000


@dataclass(frozen=True, eq=False, slots=True)
class Hasil:
    """`pertama`: the first suggestion of each row, or TANPA; `nilai`: points, 0 where impossible."""

    pertama: Bilangan
    nilai: Bilangan
    bagian: dict[Bagian, Nilai]
    ringkasan: dict[str, Any]


def arrange(*, instansi_id: int, at: datetime) -> bool:
    """Make the suggestions of one government anew; False when something changed while they were made."""
    papan = board_of(instansi_id)
    sejak = papan.perubahan
    permintaan = waiting(instansi_id)
    bahan = gather(permintaan, instansi_id, per=day_in(Instansi.objects.get(pk=instansi_id), at))
    terpegang = kept_places(p.pk for p in permintaan)
    hasil = solve(bahan, terpegang)
    return _store(papan.pk, sejak, bahan, hasil, at)


def arrange_if_small(*, instansi_id: int, at: datetime) -> bool:
    """After a change: at once where that is quick, else it waits for a worker, and pages say so."""
    ukuran = waiting_rows(instansi_id).count() * _mentors(instansi_id)
    return ukuran <= SEKALIGUS and arrange(instansi_id=instansi_id, at=at)


def waiting_rows(instansi_id: int) -> Any:
    """Who waits for a mentor and may be given one; somebody whose choice waits for an answer does not."""
    memilih = Pasangan.objects.filter(status=StatusPasangan.DIPILIH_MENTEE)
    return (
        PermintaanMentor.objects.menunggu()
        .filter(pegawai__instansi=instansi_id, pegawai__kedudukan_hukum__in=BERTUGAS)
        .exclude(pk__in=memilih.filter(permintaan__isnull=False).values("permintaan"))
    )


def waiting(instansi_id: int) -> list[PermintaanMentor]:
    """Who waits longest comes first; one query."""
    return list(waiting_rows(instansi_id).select_related("pegawai", "teknis").order_by("dicatat_pada", "pk"))


def kept_places(permintaan: Iterable[int]) -> dict[int, int]:
    """By wait, the mentor with whom HR keeps a place."""
    terpegang = Pasangan.objects.filter(status=StatusPasangan.DIUSULKAN, permintaan__in=list(permintaan))
    return dict(terpegang.values_list("permintaan_id", "mentor_id"))


def solve(bahan: Bahan, terpegang: dict[int, int]) -> Hasil:
    """The best assignment, proved, of all whose place is not kept already."""
    bagian = parts(bahan.mentee, bahan.mentor, bahan.pertemuan)
    boleh = refusals(bahan.mentee, bahan.mentor, bahan.pertemuan) == 0
    nilai: Bilangan = np.where(boleh, total(bagian), 0).astype(np.int64)
    bebas = np.array([p.pk not in terpegang for p in bahan.permintaan], dtype=np.bool_)
    tempat = bahan.mentor.sisa
    bobot = weights(nilai[bebas], tempat)
    jodoh = assign(bobot, tempat)
    if prove(bobot, tempat, jodoh).cacat is not None:  # a fault of the program, and nothing is stored
        raise DomainError(
            "penjodohan_tidak_terbukti",
            "Saran pasangan belum dapat dipastikan yang terbaik, jadi tidak disimpan.",
            tindakan="Hubungi pengelola sistem.",
        )
    pertama: Bilangan = np.full(len(bahan.permintaan), TANPA, dtype=np.int64)
    pertama[bebas] = jodoh
    return Hasil(pertama, nilai, bagian, _summary(nilai[bebas], tempat, bobot, jodoh))


def _summary(nilai: Bilangan, tempat: Bilangan, bobot: Bilangan, jodoh: Bilangan) -> dict[str, Any]:
    dapat, poin = value(nilai, jodoh)
    tangan_dapat, tangan_poin = value(nilai, greedy(bobot, tempat))
    return {
        "menunggu": len(nilai),
        "tempat": int(tempat.sum()),
        "dapat": dapat,
        "poin": poin,
        "tangan_dapat": tangan_dapat,
        "tangan_poin": tangan_poin,
    }


@transaction.atomic
def _store(papan_id: int, sejak: int, bahan: Bahan, hasil: Hasil, at: datetime) -> bool:
    papan = PapanMentoring.objects.select_for_update(of=("self",), no_key=True).get(pk=papan_id)
    if papan.perubahan != sejak:
        return False
    SaranPasangan.objects.filter(permintaan__pegawai__instansi=papan.instansi_id).delete()
    SaranPasangan.objects.bulk_create(_rows(bahan, hasil), batch_size=1000)
    papan.dihitung, papan.dihitung_pada, papan.ringkasan = sejak, at, hasil.ringkasan
    papan.save(update_fields=["dihitung", "dihitung_pada", "ringkasan"])
    return True


def _rows(bahan: Bahan, hasil: Hasil) -> Iterator[SaranPasangan]:
    """Up to three per wait. Who got no place gets none: the free ones are for somebody better suited."""
    terpegang = kept_places(p.pk for p in bahan.permintaan)
    kolom = {p.pk: j for j, p in enumerate(bahan.profil)}
    for i, permintaan in enumerate(bahan.permintaan):
        pertama = kolom.get(terpegang.get(permintaan.pk, 0), int(hasil.pertama[i]))
        if pertama == TANPA:
            continue
        lain = others(hasil.nilai[i], pertama, bahan.mentor.sisa, PALING_BANYAK - 1)
        for urutan, j in enumerate([pertama, *lain], 1):
            yield suggestion(bahan, hasil.bagian, i, j, urutan)


def suggestion(bahan: Bahan, bagian: dict[Bagian, Nilai], i: int, j: int, urutan: int) -> SaranPasangan:
    """One suggested mentor with the parts of the score, not saved."""
    permintaan, profil = bahan.permintaan[i], bahan.profil[j]
    butir = reasons(bagian, i, j)
    return SaranPasangan(
        permintaan=permintaan,
        mentor=profil,
        urutan=urutan,
        skor=sum(b.nilai for b in butir),
        butir=[[b.alasan.value, b.nilai] for b in butir],
        fakta={
            "kompetensi": permintaan.nama_kompetensi,
            "level": int(bahan.pertemuan.level[i, j]),
            "wajib": permintaan.level_wajib,
            "jenjang": int(bahan.mentor.jenjang[j]),
            "sisa": int(bahan.pertemuan.free(bahan.mentor)[i, j]),
            "cara": [c.value for c in profil.cara],
        },
    )


def _mentors(instansi_id: int) -> int:
    return ProfilMentor.objects.bersedia().filter(pegawai__instansi=instansi_id).count()
