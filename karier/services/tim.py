"""A leader's direct reports, and how many stand further down, unit by unit."""

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from asn_karier.lib.syarat import Status
from karier.kamus import Pembaca
from karier.models import HasilEvaluasi, RencanaPengembangan
from karier.services.keadaan import Keadaan, last_run, read_outcomes
from karier.services.lembar import Verdict, leader_verdict
from karier.services.peringatan_baca import AgarTepatWaktu, read_warnings
from karier.services.rencana_baca import latest_status
from kinerja.services.meja import BarisMeja, Meja, rater_desk
from kinerja.services.umpan_balik_baca import last_given
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai, UnitKerja
from pegawai.services.profil import Identitas, identities

#: No hierarchy is deeper; also the depth at which a faulty circle ends.
TINGKAT_TERDALAM: Final = 8
#: A count of fewer people than this would point at them.
SEL_TERKECIL: Final = 5
PER_HALAMAN: Final = 50


class Anggota(NamedTuple):
    """`umpan_balik`: when this leader last gave feedback to them; `idp`: their plan; None: there is none."""

    siapa: Identitas
    putusan: Verdict
    berpangkat: bool
    jp: int | None
    meja: BarisMeja | None
    agar: AgarTepatWaktu | None
    umpan_balik: datetime | None = None
    idp: RencanaPengembangan | None = None


class UnitJauh(NamedTuple):
    """How many people further down stand in one unit; no name for those whose unit is not recorded."""

    nama: str
    induk: str
    jumlah: int


class TidakLangsung(NamedTuple):
    """Everyone below the direct reports: a page of their units, whose numbers add up to `jumlah`.

    `siap`: how many are MEMENUHI; None when that would point at few people. It is told for all of them
    together only: per unit, what one unit hides could be reckoned from the others.
    """

    jumlah: int
    siap: int | None
    unit: list[UnitJauh]
    banyak_unit: int


class Tim(NamedTuple):
    """`tidak_langsung`: None when nobody stands further down.

    `terpilih`: how many of the direct reports the list holds, page by page.
    """

    anggota: list[Anggota]
    meja: Meja
    jumlah: int
    terpilih: int
    tidak_langsung: TidakLangsung | None


def build_team(
    *,
    pengguna: Any,
    saya: Pegawai,
    per: date,
    lewati: int = 0,
    lewati_unit: int = 0,
    hanya: Collection[int] | None = None,
) -> Tim:
    """The direct reports of `saya`, a page of them, with what a leader may know of each.

    `hanya`: list these only; None lists all.
    """
    bawahan = Pegawai.objects.visible_to(pengguna).filter(atasan_id=saya.pk).exclude(pk=saya.pk)
    langsung = set(bawahan.order_by().values_list("pk", flat=True))
    terpilih = langsung if hanya is None else langsung & set(hanya)
    halaman = bawahan.filter(pk__in=terpilih).order_by("nama", "pk")[lewati : lewati + PER_HALAMAN]
    ditampilkan = list(identities(halaman, per=per).values())
    keadaan = read_outcomes([s.pegawai_id for s in ditampilkan], instansi_id=saya.instansi_id, per=per)
    agar = read_warnings(
        [*keadaan], instansi_id=saya.instansi_id, pembaca=Pembaca.PENGELOLA, boleh_khusus=False
    )
    meja = rater_desk(pengguna=pengguna, instansi_id=saya.instansi_id, per=per)
    menurut = {b.siapa.pegawai_id: b for b in meja.baris}
    umpan = last_given(pegawai_ids=[*keadaan], pengguna=pengguna)
    idp = latest_status([*keadaan], per.year)
    return Tim(
        anggota=[
            _member(s, keadaan[s.pegawai_id], menurut.get(s.pegawai_id), agar.get(s.pegawai_id))._replace(
                umpan_balik=umpan.get(s.pegawai_id), idp=idp.get(s.pegawai_id)
            )
            for s in ditampilkan
        ],
        meja=meja,
        jumlah=len(langsung),
        terpilih=len(terpilih),
        tidak_langsung=_further_down(saya, langsung, lewati_unit),
    )


def _member(
    siapa: Identitas, keadaan: Keadaan, meja: BarisMeja | None, agar: AgarTepatWaktu | None
) -> Anggota:
    jp = keadaan.fakta.baca("jp_tahun_ini")
    return Anggota(
        siapa=siapa,
        putusan=leader_verdict(keadaan),
        berpangkat=keadaan.fakta.baca("jenis_pegawai") != JenisPegawai.PPPK,
        jp=jp if isinstance(jp, int) else None,
        meja=meja,
        agar=agar,
    )


def _further_down(saya: Pegawai, langsung: Collection[int], lewati: int) -> TidakLangsung | None:
    """Nobody by name: who may read them is their own leader. None when there is nobody."""
    orang = people_further_down(saya, langsung)
    if not orang:
        return None
    per_unit = Counter(orang.values())
    return TidakLangsung(
        jumlah=len(orang),
        siap=_ready(saya.instansi_id, orang),
        unit=_page_of_units(per_unit, lewati),
        banyak_unit=len(per_unit),
    )


def _ready(instansi_id: int, orang: Collection[int]) -> int | None:
    """How many are MEMENUHI; None where that, or the rest, points at fewer than SEL_TERKECIL people."""
    run = last_run(instansi_id)
    if run is None or len(orang) < 2 * SEL_TERKECIL:
        return None
    memenuhi = HasilEvaluasi.objects.filter(run_id=run.pk, kp_status=Status.MEMENUHI, pegawai_id__in=orang)
    siap = memenuhi.count()
    return siap if SEL_TERKECIL <= siap <= len(orang) - SEL_TERKECIL else None


def _page_of_units(per_unit: Counter[int | None], lewati: int) -> list[UnitJauh]:
    """In the order of the tree; those whose unit is not recorded stand last."""
    unit = UnitKerja.objects.filter(pk__in=[pk for pk in per_unit if pk is not None])
    baris = [
        UnitJauh(nama, induk or "", per_unit[pk])
        for pk, nama, induk in unit.order_by("jalur", "pk").values_list("pk", "nama", "induk__nama")
    ]
    if per_unit[None]:
        baris.append(UnitJauh("", "", per_unit[None]))
    return baris[lewati : lewati + PER_HALAMAN]


def people_further_down(saya: Pegawai, langsung: Collection[int]) -> dict[int, int | None]:
    """Everyone below the direct reports, with their unit; one query per level of the hierarchy."""
    orang: dict[int, int | None] = {}
    tingkat: Collection[int] = langsung
    for _ in range(TINGKAT_TERDALAM):
        baru = _reports_of(tingkat, saya.instansi_id)
        tingkat = baru.keys() - orang.keys() - set(langsung) - {saya.pk}
        if not tingkat:
            break
        orang |= {pk: baru[pk] for pk in tingkat}
    return orang


def _reports_of(pegawai_ids: Collection[int], instansi_id: int) -> dict[int, int | None]:
    bawahan = Pegawai.objects.filter(instansi_id=instansi_id, atasan_id__in=pegawai_ids)
    return dict(bawahan.order_by().values_list("pk", "unit_id"))
