"""Who rates whom: read back in time, and put right for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from asn_karier.lib.audit import catat_satu_satu
from asn_karier.lib.db import kunci_instansi
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from pegawai.models import Instansi, Pegawai, RiwayatAtasan
from pegawai.querysets import BERTUGAS
from pegawai.reports.temuan import lingkaran
from pegawai.rules.atasan import Ganti, segments
from pegawai.services.riwayat import save_rows
from pegawai.services.urutan_kunci import tahan_pendahulu

#: Changes by one press, so many as one form carries; more are done by pressing again.
TERBANYAK: Final = 900
USANG: Final = "datanya berubah sejak daftarnya dibuka"
DIRI: Final = "data Anda sendiri diubah oleh petugas lain"
LEPAS: Final = "calon atasannya sedang tidak bertugas di instansi ini"


class GantiAtasan(NamedTuple):
    """What was chosen: this person, this atasan; `versi` is the record that was looked at."""

    pegawai_id: int
    atasan_id: int
    versi: int


@dataclass(slots=True)
class HasilGanti:
    """How many were changed, (name, why) of those left, and the press by which it can be undone."""

    kelompok: UUID
    diganti: int = 0
    dilewati: list[tuple[str, str]] = field(default_factory=list)


class RiwayatPenilai(NamedTuple):
    """Who rates each person today, and every change of it on record."""

    kini: dict[int, int | None]
    catatan: Mapping[int, list[Ganti]]

    def between(self, mulai: date, sampai: date) -> list[tuple[int, int | None, date, date]]:
        """Who rated each person between two days: (pegawai, atasan, first day, last day), in order.

        `atasan` None: nobody was recorded then.
        """
        return [
            (pk, ruas.atasan_id, ruas.mulai, ruas.sampai)
            for pk, atasan in self.kini.items()
            for ruas in segments(atasan, self.catatan.get(pk, []), mulai, sampai)
        ]


def raters_in(
    pegawai_ids: Collection[int], mulai: date, sampai: date
) -> list[tuple[int, int | None, date, date]]:
    """Who rated each person between two days; two queries, for one person or for all."""
    return read_raters(pegawai_ids).between(mulai, sampai)


def read_raters(pegawai_ids: Collection[int]) -> RiwayatPenilai:
    """Who rated each of these people, at any time; two queries."""
    kini = Pegawai.objects.filter(pk__in=pegawai_ids).order_by("pk")
    orang = list(kini.values_list("pk", "atasan_id", "instansi__zona_waktu"))
    zona = {pk: z for pk, _, z in orang}
    catatan: dict[int, list[Ganti]] = defaultdict(list)
    semua = RiwayatAtasan.objects.filter(pegawai_id__in=pegawai_ids).order_by("pk")
    for pk, lama, baru, pada, berlaku in semua.values_list(
        "pegawai_id", "lama_id", "baru_id", "dicatat_pada", "berlaku"
    ):
        catatan[pk].append(Ganti(lama, baru, berlaku or _hari(pada, zona.get(pk))))
    return RiwayatPenilai({pk: atasan for pk, atasan, _ in orang}, catatan)


def _hari(pada: datetime, zona_waktu: str | None) -> date:
    return pada.astimezone(ZoneInfo(zona_waktu or "Asia/Jakarta")).date()


@transaction.atomic
def change_raters(
    *,
    instansi: Instansi,
    pilihan: Sequence[GantiAtasan],
    alasan: str,
    actor: Any,
    at: datetime,
    berlaku: date | None = None,
) -> HasilGanti:
    """Give these people another atasan, all in one transaction; whoever changed since is left and named.

    `berlaku`: the day from which the new one rates, today at the latest. Raises DomainError
    `atasan_melingkar` when the choice would close a circle, `alasan_kosong`, `hari_mendatang`,
    `terlalu_banyak`; TidakBoleh for anyone but HR of the whole instansi.
    """
    _periksa(instansi, pilihan, alasan, actor, at, berlaku)
    # Alone: two who repair at the same time could close a circle together.
    kunci_instansi(instansi.pk)
    diminta = {p.pegawai_id: p for p in pilihan}
    tahan_pendahulu(sorted(diminta))
    hasil = HasilGanti(uuid4())
    orang = _layak(instansi, diminta, actor, hasil)
    _tanpa_lingkaran(instansi.pk, {o.pk: diminta[o.pk].atasan_id for o in orang})
    baru: dict[int, int | None] = {o.pk: diminta[o.pk].atasan_id for o in orang}
    hasil.diganti = _ganti(orang, baru, hasil.kelompok, berlaku, alasan, actor, at)
    return hasil


@transaction.atomic
def undo_raters(*, instansi: Instansi, kelompok: UUID, alasan: str, actor: Any, at: datetime) -> HasilGanti:
    """Put back what one press changed, wherever nobody changed it again; the rest is named.

    Raises DomainError `atasan_melingkar` when what was before would close a circle by now.
    """
    _harus_hr(instansi, actor)
    kunci_instansi(instansi.pk)
    semua = RiwayatAtasan.objects.filter(kelompok=kelompok).select_related("pegawai").order_by("pegawai")
    semula = {r.pegawai_id: r for r in semua if r.pegawai.instansi_id == instansi.pk}
    if not semula:
        raise Bentrok("perbaikan_tidak_ada", "Perbaikan itu tidak ditemukan.")
    tahan_pendahulu(sorted(semula))
    terakhir = dict(
        RiwayatAtasan.objects.filter(pegawai_id__in=semula).order_by().values_list("pegawai_id")
        .annotate(pk_terakhir=Max("pk"))
    )  # fmt: skip
    hasil, orang = HasilGanti(uuid4()), []
    hasil.dilewati = [(r.pegawai.nama_gelar, USANG) for r in semua if r.pegawai_id not in semula]
    for o in _terkunci(instansi, semula, actor):
        if terakhir[o.pk] == semula[o.pk].pk:
            orang.append(o)
        else:
            hasil.dilewati.append((o.nama_gelar, USANG))
    hari = next(iter(semula.values())).berlaku
    baru = {o.pk: semula[o.pk].lama_id for o in orang}
    _tanpa_lingkaran(instansi.pk, baru)
    hasil.diganti = _ganti(orang, baru, hasil.kelompok, hari, alasan or "Diurungkan", actor, at)
    return hasil


def _periksa(
    instansi: Instansi,
    pilihan: Sequence[GantiAtasan],
    alasan: str,
    actor: Any,
    at: datetime,
    berlaku: date | None,
) -> None:
    _harus_hr(instansi, actor)
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan perubahan, misalnya nomor SK.")
    if len(pilihan) > TERBANYAK:
        raise DomainError("terlalu_banyak", f"Paling banyak {TERBANYAK} perubahan sekali jalan.")
    if berlaku is not None and berlaku > _hari(at, instansi.zona_waktu):
        raise DomainError(
            "hari_mendatang",
            "Atasan yang baru langsung berlaku, jadi tanggalnya paling lambat hari ini.",
        )


def _harus_hr(instansi: Instansi, actor: Any) -> None:
    if actor is None or Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        return
    raise TidakBoleh("bukan_hr", "Rantai atasan hanya diperbaiki oleh pengelola kepegawaian instansi ini.")


def _terkunci(instansi: Instansi, ids: Iterable[int], actor: Any) -> list[Pegawai]:
    """These people of the instansi, held in the order of their keys, without the officer."""
    semua = Pegawai.objects.filter(instansi=instansi, pk__in=list(ids)).select_for_update(no_key=True)
    diri = getattr(actor, "pegawai_id", None)
    return [o for o in semua.order_by("pk") if o.pk != diri]


def _layak(
    instansi: Instansi, diminta: dict[int, GantiAtasan], actor: Any, hasil: HasilGanti
) -> list[Pegawai]:
    calon = set(
        Pegawai.objects.filter(
            pk__in={p.atasan_id for p in diminta.values()}, instansi=instansi, kedudukan_hukum__in=BERTUGAS
        ).values_list("pk", flat=True)
    )
    if actor is not None and actor.pegawai_id in diminta:
        hasil.dilewati.append((str(actor), DIRI))
    orang = []
    for o in _terkunci(instansi, diminta, actor):
        p = diminta[o.pk]
        if o.versi != p.versi:
            hasil.dilewati.append((o.nama_gelar, USANG))
        elif p.atasan_id not in calon:
            hasil.dilewati.append((o.nama_gelar, LEPAS))
        elif o.atasan_id != p.atasan_id:
            orang.append(o)
    return orang


def _tanpa_lingkaran(instansi_id: int, baru: Mapping[int, int | None]) -> None:
    """Refuse a choice that leaves one of its own people on a circle, or rating themself."""
    atasan: dict[int, int | None] = dict(
        Pegawai.objects.of_instansi(instansi_id).order_by().values_list("pk", "atasan_id")
    )
    atasan.update(baru)
    salah = {pk for pk, a in baru.items() if a == pk} | (lingkaran(atasan) & baru.keys())
    if salah:
        raise DomainError(
            "atasan_melingkar",
            f"Pilihan ini membuat {len(salah)} pegawai saling menilai, jadi tidak ada yang diubah.",
            tindakan="Muat ulang daftarnya, lalu pilih lagi.",
        )


def _ganti(
    orang: Sequence[Pegawai],
    baru: dict[int, int | None],
    kelompok: UUID,
    berlaku: date | None,
    alasan: str,
    actor: Any,
    at: datetime,
) -> int:
    """Write them with history, day and trail."""
    if not orang:
        return 0
    batas = RiwayatAtasan.objects.aggregate(pk=Max("pk"))["pk"] or 0
    jejak = [(o.pk, {"dari": o.atasan_id, "ke": baru[o.pk], "kelompok": str(kelompok)}) for o in orang]
    for o in orang:
        o.atasan_id = baru[o.pk]
        o.versi += 1
    save_rows(
        baru=[], berubah=orang, kolom=("atasan", "versi"), actor=actor, at=at, alasan=alasan.strip()
    )  # fmt: skip
    RiwayatAtasan.objects.filter(pk__gt=batas, pegawai_id__in=baru).update(kelompok=kelompok, berlaku=berlaku)
    catat_satu_satu(
        pengguna=actor, tindakan="ganti_atasan", baris=jejak, kanal="admin", keperluan=alasan.strip()
    )
    return len(orang)
