"""Closing a round: what may be shown is written once, and what leads to the givers is destroyed with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import Kelompok360, Peran360, StatusPutaran360, StatusUndangan360
from kinerja.models import Hasil360, Kalimat360, Putaran360, Undangan360
from kinerja.rules.umpan_360 import BERKELOMPOK, ISI_KELOMPOK, Jawab, Terbitan, terbitkan
from kinerja.services.umpan_360 import SEKALIGUS, akhir_di_semua_zona, catat_putaran, kunci_putaran
from kinerja.services.umpan_360_isi import Isian360, read_sealed
from pegawai.services.profil import moment_text


@transaction.atomic
def close_putaran(*, putaran_id: int, actor: Any, at: datetime) -> Putaran360:
    """Publish the round, once, and take every sealed answer away. Nothing was shown before.

    Raises Bentrok when it is not open, DomainError while the last day is not over everywhere.
    """
    putaran = kunci_putaran(putaran_id, actor)
    if putaran.status != StatusPutaran360.DIBUKA:
        raise Bentrok("putaran_tidak_dibuka", "Putaran ini sedang tidak dibuka.")
    akhir = akhir_di_semua_zona(putaran)
    if at < akhir:
        kapan = moment_text(akhir, putaran.instansi.zona_waktu)
        raise DomainError("belum_berakhir", f"Putaran dapat ditutup mulai {kapan}.")
    undangan = lock_all(putaran)
    _simpan(list(_terbitan(putaran, undangan)))
    putaran.undangan.filter(status=StatusUndangan360.DIUSULKAN).delete()
    putaran.undangan.update(segel="", versi=1)
    putaran.status, putaran.ditutup_pada = StatusPutaran360.DITUTUP, at
    putaran.save(update_fields=["status", "ditutup_pada"])
    catat_putaran(putaran, actor, "tutup_putaran_360")
    return putaran


def lock_all(putaran: Putaran360) -> list[Undangan360]:
    """Every invitation as it stands once nobody is writing to it."""
    diundang = Undangan360.objects.filter(putaran=putaran, status=StatusUndangan360.DIUNDANG)
    return list(diundang.select_for_update().order_by("pk"))


class _Terbit(NamedTuple):
    """One row of results with its sentences."""

    hasil: Hasil360
    baik: list[str]
    tingkatkan: list[str]


def _terbitan(putaran: Putaran360, undangan: Sequence[Undangan360]) -> Iterator[_Terbit]:
    tentang: dict[int, list[Undangan360]] = {}
    for u in undangan:
        tentang.setdefault(u.dinilai_id, []).append(u)
    terbit = shown_sets(tentang)
    for dinilai, semua in tentang.items():
        yield from _bernama(putaran, semua)
        for t in _berkelompok(semua, terbit.get(dinilai, [])):
            yield _kelompok(putaran, dinilai, t)


def _bernama(putaran: Putaran360, undangan: Iterable[Undangan360]) -> Iterator[_Terbit]:
    for u in undangan:
        isian = read_sealed(u.segel) if u.peran == Peran360.ATASAN else None
        if isian is not None:
            hasil = Hasil360(
                putaran=putaran,
                pegawai_id=u.dinilai_id,
                kelompok=Kelompok360.ATASAN,
                penjawab_id=u.penjawab_id,
                nilai=dict(isian.nilai),
            )
            yield _Terbit(hasil, [isian.baik], [isian.tingkatkan])


def _berkelompok(undangan: Sequence[Undangan360], terbit: Sequence[frozenset[int]]) -> list[Terbitan]:
    isi = ((u, read_sealed(u.segel)) for u in undangan if u.peran in BERKELOMPOK)
    jawaban = [_jawab(u, i) for u, i in isi if i is not None]
    diundang = {p: sum(u.peran == p for u in undangan) for p in BERKELOMPOK}
    return terbitkan(jawaban, diundang=diundang, terbit=terbit)


def _jawab(u: Undangan360, isian: Isian360) -> Jawab:
    return Jawab(u.penjawab_id, Peran360(u.peran), isian.nilai, isian.baik, isian.tingkatkan)


def _kelompok(putaran: Putaran360, dinilai: int, t: Terbitan) -> _Terbit:
    hasil = Hasil360(
        putaran=putaran,
        pegawai_id=dinilai,
        kelompok=t.kelompok,
        nilai={n.value: int(p) for n, p in t.pita.items()},
    )
    return _Terbit(hasil, _banyak(t.baik), _banyak(t.tingkatkan))


def _banyak(kalimat: Iterable[tuple[str, int]]) -> list[str]:
    return [teks for teks, kali in kalimat for _ in range(kali)]


def _simpan(terbit: Sequence[_Terbit]) -> None:
    """Rows in the order of their random keys: neither place nor order tells where one came from."""
    kalimat = [
        Kalimat360(hasil=t.hasil, baik=baik, isi=isi)
        for t in terbit
        for baik, semua in ((True, t.baik), (False, t.tingkatkan))
        for isi in semua
        if isi
    ]
    hasil = sorted((t.hasil for t in terbit), key=lambda h: h.pk)
    Hasil360.objects.bulk_create(hasil, batch_size=SEKALIGUS)
    Kalimat360.objects.bulk_create(sorted(kalimat, key=lambda k: k.pk), batch_size=SEKALIGUS)


def shown_sets(orang: Iterable[int]) -> dict[int, list[frozenset[int]]]:
    """Of each person, the sets of givers whose answers were shown in rounds closed before."""
    hasil = Hasil360.objects.filter(pegawai__in=list(orang)).exclude(kelompok=Kelompok360.ATASAN)
    kelompok = list(hasil.order_by("putaran", "kelompok").values_list("pegawai_id", "putaran_id", "kelompok"))
    menjawab = Undangan360.objects.filter(menjawab=True, dinilai__in={pk for pk, _, _ in kelompok})
    siapa: dict[tuple[int, int, str], set[int]] = {}
    for dinilai, putaran, peran, penjawab in menjawab.order_by().values_list(
        "dinilai_id", "putaran_id", "peran", "penjawab_id"
    ):
        siapa.setdefault((dinilai, putaran, peran), set()).add(penjawab)
    terbit: dict[int, list[frozenset[int]]] = {}
    for pk, putaran, k in kelompok:
        anggota = (siapa.get((pk, putaran, peran.value), set()) for peran in ISI_KELOMPOK[Kelompok360(k)])
        terbit.setdefault(pk, []).append(frozenset[int]().union(*anggota))
    return terbit
