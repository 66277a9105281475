"""A leader's direct reports, and counts of everyone further down."""

from datetime import date
from typing import Any, Final, NamedTuple

from asn_karier.lib.syarat import Status
from karier.kamus import Pembaca
from karier.models import HasilEvaluasi
from karier.services.keadaan import Keadaan, last_run, read_outcomes
from karier.services.lembar import Verdict, leader_verdict
from karier.services.peringatan_baca import AgarTepatWaktu, read_warnings
from kinerja.services.meja import BarisMeja, Meja, conversion_desk, rater_desk
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities

#: No hierarchy is deeper; also the depth at which a faulty circle ends.
TINGKAT_TERDALAM: Final = 8
#: A count of fewer people than this would point at them.
SEL_TERKECIL: Final = 5
PER_HALAMAN: Final = 50


class Anggota(NamedTuple):
    siapa: Identitas
    putusan: Verdict
    berpangkat: bool
    jp: int | None
    meja: BarisMeja | None
    agar: AgarTepatWaktu | None


class Tim(NamedTuple):
    """`tidak_langsung`: (number of people, number MEMENUHI); None for what must not be told.

    `konversi`: how many conversions of angka kredit wait for the signature of this leader.
    """

    anggota: list[Anggota]
    ada_lagi: bool
    meja: Meja
    konversi: int
    jumlah: int
    tidak_langsung: tuple[int | None, int | None] | None


def build_team(*, pengguna: Any, saya: Pegawai, per: date, lewati: int = 0) -> Tim:
    """The direct reports of `saya`, a page of them, with what a leader may know of each."""
    bawahan = Pegawai.objects.visible_to(pengguna).filter(atasan_id=saya.pk).exclude(pk=saya.pk)
    siapa = list(
        identities(bawahan.order_by("nama", "pk")[lewati : lewati + PER_HALAMAN + 1], per=per).values()
    )
    ditampilkan = siapa[:PER_HALAMAN]
    keadaan = read_outcomes([s.pegawai_id for s in ditampilkan], instansi_id=saya.instansi_id, per=per)
    agar = read_warnings(
        [*keadaan], instansi_id=saya.instansi_id, pembaca=Pembaca.PENGELOLA, boleh_khusus=False
    )
    meja = rater_desk(pengguna=pengguna, instansi_id=saya.instansi_id, per=per)
    menurut = {b.siapa.pegawai_id: b for b in meja.baris}
    return Tim(
        anggota=[
            _member(s, keadaan[s.pegawai_id], menurut.get(s.pegawai_id), agar.get(s.pegawai_id))
            for s in ditampilkan
        ],
        ada_lagi=len(siapa) > PER_HALAMAN,
        meja=meja,
        konversi=len(conversion_desk(pengguna=pengguna, per=per)),
        jumlah=bawahan.count(),
        tidak_langsung=_further_down(saya),
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


def _further_down(saya: Pegawai) -> tuple[int | None, int | None] | None:
    """Counts only, and none that points at fewer than SEL_TERKECIL people; None when there is nobody."""
    orang = _indirect_ids(saya)
    if not orang:
        return None
    run = last_run(saya.instansi_id)
    if run is None or len(orang) < 2 * SEL_TERKECIL:
        return (len(orang), None)
    memenuhi = HasilEvaluasi.objects.filter(run_id=run.pk, kp_status=Status.MEMENUHI, pegawai_id__in=orang)
    siap = memenuhi.count()
    return (len(orang), siap if SEL_TERKECIL <= siap <= len(orang) - SEL_TERKECIL else None)


def _indirect_ids(saya: Pegawai) -> set[int]:
    """Everyone below the direct reports; one query per level of the hierarchy."""
    langsung = _reports_of({saya.pk}, saya.instansi_id) - {saya.pk}
    terlihat, tingkat = {saya.pk, *langsung}, langsung
    for _ in range(TINGKAT_TERDALAM):
        tingkat = _reports_of(tingkat, saya.instansi_id) - terlihat
        if not tingkat:
            break
        terlihat |= tingkat
    return terlihat - langsung - {saya.pk}


def _reports_of(pegawai_ids: set[int], instansi_id: int) -> set[int]:
    bawahan = Pegawai.objects.filter(instansi_id=instansi_id, atasan_id__in=pegawai_ids)
    return set(bawahan.values_list("pk", flat=True))
