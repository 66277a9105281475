"""*Antrean terbuka*: one post and who may rise to it, as numbers; one's own place as a range, no names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from asn_karier.lib.aturan import Aturan, aturan_dari_versi
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.antrean import TAHUN, Kisaran, Pengantre, bebas, kisaran, menurut_unit, samar, tempat
from karier.rules.jenjang import menunggu_kebutuhan
from karier.rules.keputusan import PutusanSatu, unpack_lain
from karier.services.keadaan import last_run
from pegawai.enums import JenisUjian, StatusJadwalUjian
from pegawai.models import Jabatan, JadwalUjian, KebutuhanJabatan, Pegawai, PetaJabatan, RiwayatJabatan
from pegawai.querysets import BERTUGAS
from pegawai.reports.posisi import jabatan_pada


class Lowongan(NamedTuple):
    """`kini` None: nobody has stated a need. `nanti`: years ahead -> posts that come free by age."""

    kini: int | None
    per: date | None
    pemegang: int
    nanti: dict[int, int]


class Antrean(NamedTuple):
    """`memenuhi` None: a few, who are not counted out loud. `dihitung`: the run, None before the first."""

    jabatan: Jabatan
    asal: list[Jabatan]
    memenuhi: int | None
    unit: Sequence[tuple[str, int]]
    unit_lain: int
    lowongan: Lowongan
    ujian: JadwalUjian | None
    run: RunEvaluasi | None


class Letak(NamedTuple):
    """My own place. `ikut`: I hold a post from which one rises; `memenuhi`: my own part is fulfilled."""

    ikut: bool
    memenuhi: bool
    kisaran: Kisaran | None


class Calon(NamedTuple):
    """Somebody eligible, for the register alone."""

    pegawai_id: int
    unit: str
    sejak: date | None


def queue_of(*, instansi_id: int, jabatan: Jabatan, per: date) -> tuple[Antrean, list[Calon]]:
    """The queue of one post; the list of people never leaves for a page of somebody else. Seven queries."""
    asal = list(Jabatan.objects.filter(naik_ke=jabatan).order_by("nama", "pk"))
    run = last_run(instansi_id)
    calon = list(_eligible(run, instansi_id, jabatan, asal, per)) if run else []
    terang, lain = menurut_unit(Counter(c.unit for c in calon))
    antrean = Antrean(
        jabatan, asal, samar(len(calon)), terang, lain,
        vacancies(instansi_id, jabatan, per), _next_exam(instansi_id, jabatan, per), run,
    )  # fmt: skip
    return antrean, calon


def own_place(
    pegawai: Pegawai, calon: Sequence[Calon], asal: Sequence[Jabatan], kini: Jabatan | None
) -> Letak:
    """Where I stand: a range, and only in a group that is large enough."""
    ikut = kini is not None and any(a.pk == kini.pk for a in asal)
    antre = [Pengantre(c.pegawai_id, c.sejak) for c in calon]
    urut = tempat(antre, pegawai.pk)
    return Letak(ikut, urut is not None, None if urut is None else kisaran(urut, len(antre)))


def _holders(instansi_id: int, jabatan_ids: Sequence[int], per: date) -> Any:
    """People on duty whose post on `per` is one of these, with `pos` and `sejak`."""
    pernah = RiwayatJabatan.objects.filter(pegawai=OuterRef("pk"), jabatan__in=jabatan_ids).order_by()
    orang = Pegawai.objects.of_instansi(instansi_id).filter(Exists(pernah), kedudukan_hukum__in=BERTUGAS)
    kini = jabatan_pada(per)
    return orang.annotate(
        pos=Subquery(kini.values("jabatan_id")[:1]), sejak=Subquery(kini.values("tmt")[:1])
    ).filter(pos__in=jabatan_ids)


def _eligible(
    run: RunEvaluasi, instansi_id: int, jabatan: Jabatan, asal: Sequence[Jabatan], per: date
) -> Iterator[Calon]:
    """Whoever fulfils, by the last run, everything but the vacancy; by how long they hold their post."""
    orang = _holders(instansi_id, [a.pk for a in asal], per).order_by("sejak", "pk")
    siapa = {pk: (unit or "", sejak) for pk, unit, sejak in orang.values_list("pk", "unit__nama", "sejak")}
    hasil = HasilEvaluasi.objects.filter(run=run, pegawai__in=_ids(instansi_id, asal, per))
    lulus = {
        pk for pk, lain in _decided(hasil) if _personally(lain, jabatan, aturan_dari_versi(run.versi_aturan))
    }
    yield from (Calon(pk, *isi) for pk, isi in siapa.items() if pk in lulus)


def _ids(instansi_id: int, asal: Sequence[Jabatan], per: date) -> Any:
    return _holders(instansi_id, [a.pk for a in asal], per).order_by().values("pk")


def _decided(hasil: QuerySet[HasilEvaluasi]) -> Iterator[tuple[int, PutusanSatu]]:
    for pk, lain in hasil.exclude(jenjang_status=Status.TIDAK_BERLAKU.value).values_list(
        "pegawai_id", "lain"
    ):
        yield pk, unpack_lain(bytes(lain)).putusan(JenisPutusan.KENAIKAN_JENJANG)


def _personally(p: PutusanSatu, jabatan: Jabatan, a: Aturan) -> bool:
    """All that a person can fulfil is fulfilled; whether a post is vacant is not theirs."""
    return p.sasaran == jabatan.jenjang and (p.status is Status.MEMENUHI or menunggu_kebutuhan(p, a))


def vacancies(instansi_id: int, jabatan: Jabatan, per: date) -> Lowongan:
    """As stated, else what the map of posts needs minus who is there; and by age in the years to come."""
    dinyatakan = KebutuhanJabatan.objects.filter(instansi=instansi_id, jabatan=jabatan).first()
    peta = list(PetaJabatan.objects.filter(instansi=instansi_id, jabatan=jabatan, per_tanggal__lte=per))
    pensiun = _retirements(instansi_id, jabatan, per)
    nanti = {n: bebas(pensiun, per, n) for n in TAHUN}
    if dinyatakan is not None:
        return Lowongan(dinyatakan.lowongan, dinyatakan.per_tanggal, len(pensiun), nanti)
    if not peta:
        return Lowongan(None, None, len(pensiun), nanti)
    perlu = sum(p.kebutuhan for p in peta)
    return Lowongan(max(perlu - len(pensiun), 0), max(p.per_tanggal for p in peta), len(pensiun), nanti)


def _retirements(instansi_id: int, jabatan: Jabatan, per: date) -> list[date | None]:
    """For each holder the first day of pension by the last run; None where it could not be computed."""
    orang = list(_holders(instansi_id, [jabatan.pk], per).order_by().values_list("pk", flat=True))
    run = last_run(instansi_id)
    if run is None:
        return [None] * len(orang)
    hasil = HasilEvaluasi.objects.filter(run=run, pegawai__in=orang).values_list("pegawai_id", "lain")
    kapan = {pk: unpack_lain(bytes(lain)).hari("tmt_pensiun") for pk, lain in hasil}
    return [kapan.get(pk) for pk in orang]


def _next_exam(instansi_id: int, jabatan: Jabatan, per: date) -> JadwalUjian | None:
    jadwal: JadwalUjian | None = (
        JadwalUjian.objects.filter(
            instansi=instansi_id,
            jenis=JenisUjian.UJI_KOMPETENSI_JENJANG,
            jenjang=jabatan.jenjang,
            tanggal__gte=per,
            status=StatusJadwalUjian.RENCANA,
        )
        .order_by("tanggal", "pk")
        .first()
    )
    return jadwal


def queued_posts(instansi_id: int, teks: str) -> QuerySet[Jabatan]:
    """Posts to which somebody of the government may rise from the post they hold or held; by name."""
    pernah = RiwayatJabatan.objects.filter(jabatan=OuterRef("pk"), pegawai__instansi=instansi_id).order_by()
    asal = Jabatan.objects.filter(Exists(pernah)).exclude(naik_ke=None).order_by()
    tujuan = Jabatan.objects.filter(pk__in=asal.values("naik_ke"))
    for kata in teks.split():
        tujuan = tujuan.filter(nama__icontains=kata)
    return tujuan.order_by("nama", "pk")
