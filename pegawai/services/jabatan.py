"""Posts: completing one that an import stored without jenjang, and finding the one at the next jenjang.

Posts are reference rows, shared by all instansi and kept by the system's administrator. A row without
jenjang, because its name tells none, serves nobody yet, so HR of people who hold it may fill it in, once:
what is empty becomes known, and nothing that another instansi relies on changes. From then on it is the
administrator's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Jabatan, RiwayatJabatan
from pegawai.rules.jenjang_berikut import Pos, jenjang_berikut, pasangkan

BAGIAN: Final = 500
_FUNGSIONAL: Final = tuple(j for j in Jenjang if Jenjang.PEMULA <= j <= Jenjang.AHLI_UTAMA)
_STRUKTURAL: Final = tuple(j for j in Jenjang if j >= Jenjang.PENGAWAS)
JENJANG_MENURUT_JENIS: Final = {
    JenisJabatan.STRUKTURAL: _STRUKTURAL,
    JenisJabatan.FUNGSIONAL: _FUNGSIONAL,
    JenisJabatan.RANGKAP: (*_FUNGSIONAL, *_STRUKTURAL),
    JenisJabatan.PELAKSANA: (Jenjang.PELAKSANA,),
}


def dapat_dilengkapi(pengguna: Any) -> QuerySet[Jabatan]:
    """Posts without jenjang in the records of people whom `pengguna` keeps as HR, not in their own."""
    pemegang = RiwayatJabatan.objects.filter(jabatan=OuterRef("pk")).order_by()
    kosong: QuerySet[Jabatan] = Jabatan.objects.filter(
        Exists(pemegang.dikelola(pengguna)),
        jenjang=None,
    )
    if pengguna.pegawai_id is None:
        return kosong
    return kosong.exclude(Exists(pemegang.filter(pegawai=pengguna.pegawai_id)))


@transaction.atomic
def complete_jabatan(
    *,
    jabatan_id: int,
    jenjang: int,
    kelas: int | None,
    bup: int | None,
    alasan: str,
    actor: Any,
) -> Jabatan:
    """Fill in the jenjang and, where empty, kelas and an exceptional BUP (years); the trail keeps why.

    Bentrok when the jenjang is known by now, TidakDitemukan for a post nobody in scope holds or that
    the actor holds, DomainError for a jenjang of another kind of post or without a reason.
    """
    jabatan = _require_terbuka(jabatan_id, actor)
    if jenjang not in JENJANG_MENURUT_JENIS[JenisJabatan(jabatan.jenis)]:
        raise DomainError("jabatan_jenjang", "Jenjang itu tidak ada pada jenis jabatan ini.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan dasarnya, misalnya nomor peraturan jabatannya.")
    isi = {"jenjang": jenjang, "kelas": jabatan.kelas or kelas, "bup": jabatan.bup or bup}
    for kolom, nilai in isi.items():
        setattr(jabatan, kolom, nilai)
    jabatan.save(update_fields=list(isi))
    link_naik_ke()
    touch_holders(jabatan)
    catat(
        pengguna=actor,
        tindakan="lengkapi_jabatan",
        subjek_jenis="jabatan",
        subjek_id=jabatan.pk,
        kanal="jabatan",
        keperluan=alasan.strip(),
        rincian=isi,
    )
    return jabatan


def link_naik_ke() -> int:
    """Fill in `naik_ke` of jabatan fungsional that have none, by their names; returns how many were found.

    Where two posts fit, none is taken: the administrator chooses. Two statements, and one per 500 found.
    """
    berjenjang = Jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL).exclude(jenjang=None).order_by()
    baris: Any = berjenjang.values_list("pk", "nama", "jenjang", "naik_ke_id")
    pos = [Pos(*b) for b in baris]
    pasangan = pasangkan(pos, jenjang_berikut(aturan_per(timezone.localdate())))
    naik = [Jabatan(pk=dari, naik_ke_id=ke) for dari, ke in pasangan.items()]
    return Jabatan.objects.filter(naik_ke=None).bulk_update(naik, ["naik_ke"], batch_size=BAGIAN)


def touch_holders(jabatan: Jabatan) -> None:
    """What a post asks for or leads to has changed: runs list its holders as changed after they were read."""
    touch_holders_of([jabatan.pk])


def touch_holders_of(jabatan_ids: Iterable[int]) -> None:
    """The same for many posts."""
    RiwayatJabatan.objects.filter(jabatan_id__in=list(jabatan_ids)).update(diubah_pada=sekarang())


def _require_terbuka(jabatan_id: int, actor: Any) -> Jabatan:
    """The post, locked, when `actor` may complete it now."""
    jabatan = Jabatan.objects.select_for_update().filter(pk=jabatan_id).first()
    if jabatan is not None and jabatan.jenjang is not None:
        raise Bentrok(
            "jabatan_sudah_berjenjang",
            "Jenjang jabatan ini sudah terisi.",
            tindakan="Bila keliru, minta pengelola sistem memperbaikinya.",
        )
    if jabatan is None or not dapat_dilengkapi(actor).filter(pk=jabatan_id).exists():
        raise TidakDitemukan("jabatan_tidak_ditemukan", "Jabatan tidak ditemukan dalam lingkup Anda.")
    return jabatan
