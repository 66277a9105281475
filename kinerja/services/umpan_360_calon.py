"""Who is asked about somebody: the person may suggest, their atasan penilai decides, then it stays so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Q

from asn_karier.lib.audit import catat_satu_satu
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import Peran360, StatusPutaran360, StatusUndangan360
from kinerja.models import Peserta360, Undangan360
from kinerja.services.penilai import rated_by
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import Identitas, identities

#: Colleagues offered to whoever suggests.
CALON_TERBANYAK: Final = 100


class Calon(NamedTuple):
    """One name on the list of who is asked."""

    undangan_id: int
    siapa: Identitas
    peran: Peran360


class DaftarCalon(NamedTuple):
    """Who is asked about one person; the superior stands apart, because they always are."""

    peserta: Peserta360
    siapa: Identitas
    calon: list[Calon]


def nomination_desk(*, pengguna: Any, per: date) -> list[DaftarCalon]:
    """Direct reports in open rounds for whom `pengguna` still has to decide who is asked; three queries."""
    menunggu = _terbuka(pengguna).filter(ditetapkan=False).exclude(pegawai=pengguna.pegawai_id)
    return _daftar(menunggu, per)


def count_to_decide(pengguna: Any) -> int:
    """How many people wait for `pengguna` to decide."""
    jumlah: int = _terbuka(pengguna).filter(ditetapkan=False).exclude(pegawai=pengguna.pegawai_id).count()
    return jumlah


def own_list(*, pengguna: Any, putaran_id: int, per: date) -> DaftarCalon:
    """The list about oneself in an open round; TidakDitemukan when there is none."""
    milik = _terbuka(pengguna).filter(pegawai=pengguna.pegawai_id, putaran=putaran_id)
    daftar = _daftar(milik, per)
    if not daftar:
        raise TidakDitemukan("putaran_tidak_ditemukan", "Putaran itu tidak ditemukan.")
    return daftar[0]


def _terbuka(pengguna: Any) -> Any:
    return Peserta360.objects.visible_to(pengguna).filter(putaran__status=StatusPutaran360.DIBUKA)


def _daftar(peserta: Any, per: date) -> list[DaftarCalon]:
    orang = list(peserta.select_related("putaran__instansi", "pegawai").order_by("pegawai__nama", "pk"))
    baris = list(Undangan360.objects.nama_penjawab(peserta).exclude(peran=Peran360.ATASAN))
    pk = {b["penjawab_id"] for b in baris} | {p.pegawai_id for p in orang}
    siapa = identities(Pegawai.objects.filter(pk__in=pk), per=per)
    calon: dict[tuple[int, int], list[Calon]] = {}
    for b in baris:
        satu = Calon(b["pk"], siapa[b["penjawab_id"]], Peran360(b["peran"]))
        calon.setdefault((b["putaran_id"], b["dinilai_id"]), []).append(satu)
    return [DaftarCalon(p, siapa[p.pegawai_id], calon.get((p.putaran_id, p.pegawai_id), [])) for p in orang]


def colleagues(pegawai: Pegawai, kecuali: Collection[int]) -> list[Pegawai]:
    """Whom somebody may suggest: people on duty of the same unit or superior, and direct reports."""
    dekat = Q(atasan=pegawai.pk)
    if pegawai.atasan_id:
        dekat |= Q(atasan=pegawai.atasan_id)
    if pegawai.unit_id:
        dekat |= Q(unit=pegawai.unit_id)
    bukan = {pegawai.pk, pegawai.atasan_id or 0, *kecuali}
    orang = Pegawai.objects.of_instansi(pegawai.instansi_id).filter(dekat, kedudukan_hukum__in=BERTUGAS)
    return list(orang.exclude(pk__in=bukan).order_by("nama", "pk")[:CALON_TERBANYAK])


@transaction.atomic
def suggest_penjawab(*, putaran_id: int, penjawab_id: int, actor: Any, at: datetime) -> Undangan360:
    """The person adds a colleague to the proposals about them; twice is once.

    Raises TidakDitemukan outside an open round or for somebody who is not near, Bentrok after the decision.
    """
    peserta = _kunci(actor, putaran_id)
    if peserta.ditetapkan:
        raise Bentrok("sudah_ditetapkan", "Atasan Anda sudah menetapkan penjawabnya.")
    diri = peserta.pegawai
    calon = {p.pk: p for p in colleagues(diri, ())}
    if penjawab_id not in calon:
        raise TidakDitemukan("calon_tidak_ditemukan", "Rekan itu tidak ada dalam pilihan. Pilih lagi.")
    peran = Peran360.BAWAHAN if calon[penjawab_id].atasan_id == diri.pk else Peran360.REKAN
    undangan, baru = Undangan360.objects.get_or_create(
        putaran_id=putaran_id, dinilai=diri, penjawab_id=penjawab_id, defaults={"peran": peran}
    )
    if baru:
        peserta.versi += 1
        peserta.save(update_fields=["versi"])
    hasil: Undangan360 = undangan
    return hasil


def _kunci(actor: Any, putaran_id: int) -> Peserta360:
    peserta: Peserta360 | None = (
        Peserta360.objects.select_for_update(of=("self",))
        .select_related("pegawai")
        .filter(pegawai=actor.pegawai_id, putaran=putaran_id, putaran__status=StatusPutaran360.DIBUKA)
        .first()
    )
    if peserta is None:
        raise TidakDitemukan("putaran_tidak_ditemukan", "Putaran itu tidak ditemukan.")
    return peserta


@transaction.atomic
def decide_penjawab(
    *, dipilih: Collection[int], dilihat: Mapping[int, int], actor: Any, at: datetime
) -> list[Peserta360]:
    """The atasan penilai decides who is asked about several people; the list then stays as it is.

    `dipilih`: invitations that stay; other names of these lists go. `dilihat`: the version seen of each
    list, by its id. Raises Bentrok when a list changed meanwhile, TidakBoleh for anyone but the
    atasan penilai, DomainError when nothing was sent. A second press changes nothing.
    """
    if not dilihat:
        raise DomainError("daftar_kosong", "Tidak ada daftar yang menunggu Anda.")
    peserta = _kunci_dinilai(dilihat, actor)
    belum = [p for p in peserta if not p.ditetapkan]
    if any(p.versi != dilihat[p.pk] for p in belum):
        raise Bentrok("daftar_berubah", "Ada nama yang ditambahkan sejak Anda membuka halaman ini.")
    for p in belum:
        _tetapkan(p, dipilih, actor)
    baris = ((p.pegawai_id, {"putaran_360": p.putaran_id}) for p in belum)
    catat_satu_satu(pengguna=actor, tindakan="tetapkan_penjawab_360", baris=baris, kanal="portal")
    return peserta


def _kunci_dinilai(dilihat: Mapping[int, int], actor: Any) -> list[Peserta360]:
    """The people first, then their lines, as every writer about a rated person does."""
    terlihat = Peserta360.objects.filter(pk__in=dilihat, putaran__status=StatusPutaran360.DIBUKA)
    rated_by(pegawai_ids=list(terlihat.values_list("pegawai_id", flat=True)), actor=actor)
    peserta = list(terlihat.select_for_update(of=("self",)).order_by("pk"))
    if len(peserta) != len(dilihat):
        raise TidakDitemukan("putaran_tidak_ditemukan", "Putaran itu sudah ditutup atau tidak ditemukan.")
    return peserta


def _tetapkan(peserta: Peserta360, dipilih: Collection[int], actor: Any) -> None:
    undangan = Undangan360.objects.filter(putaran=peserta.putaran_id, dinilai=peserta.pegawai_id)
    calon = undangan.filter(status=StatusUndangan360.DIUSULKAN)
    calon.filter(Q(penjawab=actor.pegawai_id) | ~Q(pk__in=dipilih)).delete()
    calon.update(status=StatusUndangan360.DIUNDANG)
    # The superior of today is the one who answers by name.
    undangan.filter(peran=Peran360.ATASAN, menjawab=False).exclude(penjawab=actor.pegawai_id).delete()
    if not undangan.filter(peran=Peran360.ATASAN).exists():
        Undangan360.objects.create(
            putaran_id=peserta.putaran_id,
            dinilai_id=peserta.pegawai_id,
            penjawab_id=actor.pegawai_id,
            peran=Peran360.ATASAN,
            status=StatusUndangan360.DIUNDANG,
        )
    peserta.ditetapkan = True
    peserta.versi += 1
    peserta.save(update_fields=["ditetapkan", "versi"])
