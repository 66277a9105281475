"""A round of 360 feedback as HR keeps it: made, opened with proposals of who is asked, watched."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Count, Q

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import Kira360, Peran360, StatusPutaran360, StatusUndangan360
from kinerja.models import Peserta360, Putaran360, Undangan360
from kinerja.rules.partisipasi_360 import Hitungan, partisipasi
from kinerja.rules.penjawab_360 import Jaringan, Posisi
from kinerja.services.tenggat import day_over
from pegawai.models import Instansi, Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS

#: Invitations and results of very large rounds are written in pieces of this many rows.
SEKALIGUS: Final = 1000


@transaction.atomic
def create_putaran(
    *,
    instansi: Instansi,
    nama: str,
    masa_mulai: date,
    masa_sampai: date,
    batas: date,
    untuk_talenta: bool,
    actor: Any,
    at: datetime,
    unit: UnitKerja | None = None,
    pegawai_ids: Collection[int] | None = None,
) -> Putaran360:
    """Prepare a round about everybody on duty, those in `unit` and below, or the people named.

    Raises TidakBoleh for someone who is not HR of the instansi, Bentrok when the name is taken, DomainError
    for days in the wrong order and for a round about nobody.
    """
    _harus_hr(actor, instansi.pk)
    if masa_sampai < masa_mulai:
        raise DomainError("masa_terbalik", "Akhir masa yang dinilai harus sama dengan atau sesudah mulainya.")
    orang = _orang(instansi, unit, pegawai_ids)
    putaran = Putaran360(
        instansi=instansi,
        nama=nama.strip(),
        masa_mulai=masa_mulai,
        masa_sampai=masa_sampai,
        batas=batas,
        untuk_talenta=untuk_talenta,
        dibuat_oleh=actor,
        dibuat_pada=at,
    )
    _simpan_baru(putaran)
    peserta = [Peserta360(putaran=putaran, pegawai_id=pk) for pk in orang]
    Peserta360.objects.bulk_create(peserta, batch_size=SEKALIGUS)
    catat_putaran(putaran, actor, "buat_putaran_360", {"peserta": len(orang)})
    return putaran


def _simpan_baru(putaran: Putaran360) -> None:
    try:
        with transaction.atomic():
            putaran.save()
    except IntegrityError as salah:
        raise Bentrok("putaran_sudah_ada", f"Putaran «{putaran.nama}» sudah ada.") from salah


def _orang(instansi: Instansi, unit: UnitKerja | None, pegawai_ids: Collection[int] | None) -> list[int]:
    orang = Pegawai.objects.of_instansi(instansi.pk).filter(kedudukan_hukum__in=BERTUGAS)
    if unit is not None:
        orang = orang.in_subtree(unit)
    if pegawai_ids is not None:
        orang = orang.filter(pk__in=pegawai_ids)
    hasil = list(orang.order_by("pk").values_list("pk", flat=True))
    if not hasil:
        raise DomainError("peserta_kosong", "Tidak ada pegawai yang bertugas dalam pilihan ini.")
    return hasil


@transaction.atomic
def open_putaran(*, putaran_id: int, actor: Any, at: datetime) -> Putaran360:
    """Open the round: the superior of everybody is asked at once, other names wait for the superior.

    Raises Bentrok when it was opened before or somebody in it takes part in another open round, DomainError
    when its last day is over.
    """
    putaran = kunci_putaran(putaran_id, actor)
    if putaran.status != StatusPutaran360.DISIAPKAN:
        raise Bentrok("putaran_sudah_dibuka", "Putaran ini sudah pernah dibuka.")
    if at >= akhir_di_semua_zona(putaran):
        raise DomainError("batas_lewat", "Batas menjawab putaran ini sudah lewat. Buat putaran baru.")
    # Held, so that of two who open rounds about the same people the second sees the first.
    list(Instansi.objects.select_for_update(no_key=True).filter(pk=putaran.instansi_id))
    peserta = set(putaran.peserta.values_list("pegawai_id", flat=True))
    _harus_satu_putaran(putaran, peserta)
    Undangan360.objects.bulk_create(_usulan(putaran, peserta), batch_size=SEKALIGUS)
    putaran.status, putaran.dibuka_pada = StatusPutaran360.DIBUKA, at
    putaran.save(update_fields=["status", "dibuka_pada"])
    catat_putaran(putaran, actor, "buka_putaran_360")
    return putaran


def _harus_satu_putaran(putaran: Putaran360, peserta: Collection[int]) -> None:
    lain = Peserta360.objects.filter(
        putaran__instansi=putaran.instansi_id, putaran__status=StatusPutaran360.DIBUKA
    )
    ikut = len(peserta & set(lain.values_list("pegawai_id", flat=True)))  # type: ignore[operator]
    if ikut:
        raise Bentrok(
            "putaran_lain_terbuka",
            f"{ikut} pegawai masih ikut putaran lain yang dibuka.",
            tindakan="Tutup putaran itu dahulu.",
        )


def _usulan(putaran: Putaran360, peserta: Iterable[int]) -> list[Undangan360]:
    bertugas = Pegawai.objects.of_instansi(putaran.instansi_id).filter(kedudukan_hukum__in=BERTUGAS)
    jaringan = Jaringan(Posisi(*p) for p in bertugas.order_by("pk").values_list("pk", "atasan_id", "unit_id"))
    dahulu = _pernah_diundang(putaran)
    ambil = random.SystemRandom().sample
    return [
        Undangan360(putaran=putaran, dinilai_id=pk, penjawab_id=penjawab, peran=peran, status=_status(peran))
        for pk in sorted(peserta)
        if pk in jaringan.posisi
        for penjawab, peran in jaringan.usulkan(pk, dahulu=frozenset(dahulu.get(pk, ())), ambil=ambil).items()
    ]


def _status(peran: Peran360) -> StatusUndangan360:
    return StatusUndangan360.DIUNDANG if peran == Peran360.ATASAN else StatusUndangan360.DIUSULKAN


def _pernah_diundang(putaran: Putaran360) -> dict[int, set[int]]:
    dahulu: dict[int, set[int]] = {}
    undangan = Undangan360.objects.filter(putaran__instansi=putaran.instansi_id).exclude(putaran=putaran)
    for dinilai, penjawab in undangan.values_list("dinilai_id", "penjawab_id"):
        dahulu.setdefault(dinilai, set()).add(penjawab)
    return dahulu


def akhir_di_semua_zona(putaran: Putaran360) -> datetime:
    """The first moment at which the last day is over for everybody of the instansi."""
    unit = UnitKerja.objects.filter(instansi=putaran.instansi_id).exclude(zona_waktu="")
    zona = {putaran.instansi.zona_waktu, *unit.order_by().values_list("zona_waktu", flat=True).distinct()}
    return max(day_over(putaran.batas, z) for z in zona)


def kunci_putaran(putaran_id: int, actor: Any) -> Putaran360:
    """The round as it stands now, locked, for HR of its instansi."""
    putaran: Putaran360 = (
        Putaran360.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=putaran_id)
    )
    _harus_hr(actor, putaran.instansi_id)
    return putaran


def _harus_hr(actor: Any, instansi_id: int) -> None:
    # None is the system itself (demo data, management commands).
    if actor is None or Instansi.objects.dikelola(actor).filter(pk=instansi_id).exists():
        return
    raise TidakBoleh("bukan_hr", "Putaran 360 hanya diatur oleh pengelola kepegawaian instansi ini.")


def catat_putaran(
    putaran: Putaran360, actor: Any, tindakan: str, rincian: dict[str, Any] | None = None
) -> None:
    """What HR does to a round. Whoever answers is not on the trail: it tells the moment."""
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="putaran_360",
        subjek_id=putaran.pk,
        kanal="admin" if actor else "sistem",
        rincian=rincian,
    )


# -- how far it is ------------------------------------------------------------------------------


class BarisUnit(NamedTuple):
    """One line of the participation; `unit` is empty for several small ones together."""

    unit: str
    orang: int
    kira: Kira360


class Pantauan(NamedTuple):
    """What HR sees of a round: nothing about one person."""

    peserta: int
    menunggu_atasan: int
    unit: list[BarisUnit]


def watch_putaran(putaran: Putaran360) -> Pantauan:
    """Participation by unit of those who are asked, in quarters; three queries."""
    peserta = putaran.peserta.aggregate(semua=Count("pk"), tunggu=Count("pk", filter=Q(ditetapkan=False)))
    diundang = putaran.undangan.filter(status=StatusUndangan360.DIUNDANG)
    hitungan = (
        diundang.order_by()
        .values("penjawab__unit")
        .annotate(
            orang=Count("penjawab", distinct=True),
            undangan=Count("pk"),
            dijawab=Count("pk", filter=Q(menjawab=True)),
        )
    )
    per_unit = {h["penjawab__unit"] or 0: Hitungan(h["orang"], h["undangan"], h["dijawab"]) for h in hitungan}
    nama = dict(UnitKerja.objects.filter(pk__in=per_unit).values_list("pk", "nama"))
    baris = [BarisUnit(nama.get(b.unit or 0, ""), b.orang, b.kira) for b in partisipasi(per_unit)]
    return Pantauan(peserta["semua"], peserta["tunggu"], baris)
