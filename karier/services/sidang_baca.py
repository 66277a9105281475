"""What a session of the committee of talent is about: proposals of its run, and what was set so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet

from asn_karier.lib.aturan import aturan_dari_versi
from karier.enums import JenisPenetapan, Keyakinan
from karier.models import HasilEvaluasi, PenetapanKotak, RunEvaluasi, SidangTalenta
from karier.querysets import dekat
from karier.rules.fakta import unpack_rows
from karier.rules.keputusan import unpack_lain
from karier.rules.talenta import komponen
from karier.services.keadaan import last_run
from karier.services.talenta_komponen import basis, confidence_of, latest_scores, snapshot
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS


class Usulan(NamedTuple):
    """What one run proposes for one person. Axes in senti."""

    pegawai_id: int
    kotak: int
    sumbu_x: int
    sumbu_y: int
    komponen: dict[str, int]
    keyakinan: Keyakinan
    keyakinan_teks: str


class Kemajuan(NamedTuple):
    """People of a session: with a proposal, of these set, and without a box because components are missing.

    `ditinggal`: set by other members, because they stand close to the reader.
    """

    usulan: int
    ditetapkan: int
    belum_lengkap: int
    ditinggal: int


def rows_of(sidang: SidangTalenta) -> QuerySet[Any]:
    """Outcomes of the run about everybody on duty whom the session is about."""
    orang = Pegawai.objects.filter(instansi=sidang.komite.instansi_id, kedudukan_hukum__in=BERTUGAS)
    if sidang.unit is not None:
        orang = orang.in_subtree(sidang.unit)
    baris: QuerySet[Any] = HasilEvaluasi.objects.filter(run=sidang.run_id, pegawai__in=orang)
    return baris


def rows_for(sidang: SidangTalenta, pengguna: Any) -> QuerySet[Any]:
    """Those with a proposal about whom `pengguna` may speak."""
    baris = rows_of(sidang).exclude(kotak=None).exclude(pegawai=pengguna.pegawai_id)
    return baris.exclude(dekat(pengguna))


def proposals(
    sidang: SidangTalenta, pengguna: Any, *, pegawai_ids: Collection[int] | None = None,
    sesudah: int = 0, banyak: int | None = None,
) -> list[Usulan]:  # fmt: skip
    """By person; three queries."""
    baris = rows_for(sidang, pengguna).filter(pegawai_id__gt=sesudah).order_by("pegawai_id")
    if pegawai_ids is not None:
        baris = baris.filter(pegawai_id__in=pegawai_ids)
    return proposals_of(sidang.run, baris[:banyak])


def proposals_of(run: RunEvaluasi, baris: QuerySet[Any]) -> list[Usulan]:
    """Stored rows with a box, in words and numbers; nothing is decided anew."""
    isi = list(baris.values_list("pegawai_id", "kotak", "fakta", "lain"))
    if not isi:
        return []
    fakta, aturan, per = (
        unpack_rows([bytes(b[2]) for b in isi]),
        aturan_dari_versi(run.versi_aturan),
        run.per_tanggal,
    )
    nilai = komponen(fakta, aturan, per=per, tmt=run.tmt_sasaran)
    skor = latest_scores([b[0] for b in isi], per)
    hasil = []
    for i, (pk, kotak, _, lain) in enumerate(isi):
        sumbu = unpack_lain(bytes(lain))
        yakin = confidence_of(basis(fakta, skor.get(pk), i), per)
        x, y = sumbu.angka("sumbu_x") or 0, sumbu.angka("sumbu_y") or 0
        hasil.append(Usulan(pk, kotak, x, y, snapshot(nilai, i), *yakin))
    return hasil


def last_decisions(
    sidang: SidangTalenta, pegawai_ids: Collection[int] | None = None
) -> dict[int, PenetapanKotak]:
    """What was said last about each, in this session; one query."""
    semua = PenetapanKotak.objects.filter(sidang=sidang).select_related("pemutus")
    if pegawai_ids is not None:
        semua = semua.filter(pegawai__in=pegawai_ids)
    return {p.pegawai_id: p for p in semua.order_by("urutan")}


def in_force(semua: Iterable[PenetapanKotak]) -> list[PenetapanKotak]:
    """Without those that were taken back."""
    return [p for p in semua if p.jenis != JenisPenetapan.URUNGKAN]


def progress_of(sidang: SidangTalenta, pengguna: Any) -> Kemajuan:
    """For the reader: counts that do not tell about themself."""
    lain = rows_of(sidang).exclude(pegawai=pengguna.pegawai_id)
    usulan = rows_for(sidang, pengguna).count()
    ada = lain.exclude(kotak=None).count()
    tetap = set_in(sidang)
    boleh = rows_for(sidang, pengguna).filter(pegawai__in=tetap).count()
    return Kemajuan(usulan, boleh, lain.filter(kotak=None).count(), ada - usulan)


def waiting_in(sidang: SidangTalenta, pengguna: Any) -> int:
    """How many wait for this reader's voice; two queries."""
    return rows_for(sidang, pengguna).exclude(pegawai__in=set_in(sidang)).count()


def proposed_now(pegawai_ids: Collection[int], instansi_id: int) -> dict[int, int | None]:
    """What the last run proposes for each today; whom it does not know is left out. Two queries."""
    run = last_run(instansi_id)
    if run is None:
        return {}
    baris = HasilEvaluasi.objects.filter(run_id=run.pk, pegawai_id__in=pegawai_ids)
    return dict(baris.values_list("pegawai_id", "kotak"))


def changed_since(p: PenetapanKotak, kini: dict[int, int | None]) -> str:
    """What the data propose by now when it is another box than then; empty when it is the same."""
    usulan = kini.get(p.pegawai_id, p.kotak_usulan)
    if usulan == p.kotak_usulan:
        return ""
    if usulan is None:
        return "Komponennya kini tidak lengkap lagi. Penetapan tidak berubah dengan sendirinya."
    return f"Usulan hitungan kini kotak {usulan}. Penetapan tidak berubah dengan sendirinya."


def set_in(sidang: SidangTalenta) -> list[int]:
    """People about whom something stands in this session."""
    return [p.pegawai_id for p in in_force(last_decisions(sidang).values())]
