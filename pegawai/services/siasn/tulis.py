"""Saves what `banding` proposes, one piece at a time, in a constant number of statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from pegawai.enums import JenisJabatan
from pegawai.models import Jabatan, RiwayatJabatan, RiwayatPangkat, RiwayatPendidikan
from pegawai.services.jabatan import link_naik_ke
from pegawai.services.riwayat import save_rows
from pegawai.services.siasn.baca import BarisSiasn
from pegawai.services.siasn.banding import Usulan
from pegawai.services.siasn.keadaan import Rujukan

_KOLOM_PANGKAT: Final = ("skala", "golongan", "masa_kerja_tahun", "masa_kerja_bulan")
_KOLOM_JABATAN: Final = ("jabatan", "unit")
_KOLOM_PENDIDIKAN: Final = ("siasn_id", "sekolah", "tahun_lulus")


@dataclass(frozen=True, slots=True)
class Konteks:
    """Who imports what, when."""

    actor: Any
    at: datetime
    alasan: str


def jabatan_baru(baris: BarisSiasn) -> Jabatan:
    """The reference row of a post that is not known yet; kelas and BUP stay open."""
    j = baris.jabatan
    return Jabatan(
        siasn_id=j["siasn_id"],
        nama=j["nama"],
        jenis=JenisJabatan(j["jenis"]),
        jenjang=j["jenjang"],
        eselon=j["eselon"],
    ).dengan_kode_eselon()


def siapkan_jabatan(semua: Sequence[BarisSiasn], rujukan: Rujukan, *, simpan: bool) -> None:
    """Make every post named by the rows known; new ones are stored when `simpan`, else held in memory."""
    menurut_kode = {b.jabatan["siasn_id"]: b for b in reversed(semua) if b.jabatan}
    baru = {kode: jabatan_baru(menurut_kode[kode]) for kode in rujukan.muat_jabatan(menurut_kode)}
    if not simpan:
        rujukan.jabatan.update(baru)
        return
    # Another instansi may bring the same post at the same moment: the first one stays.
    Jabatan.objects.bulk_create(baru.values(), ignore_conflicts=True)
    if any(j.jenis == JenisJabatan.FUNGSIONAL for j in baru.values()):
        link_naik_ke()
    rujukan.muat_jabatan(baru)


@dataclass(slots=True)
class Kumpulan:
    """Objects of one piece, sorted by what happens to them."""

    usulan: list[Usulan] = field(default_factory=list)

    def simpan(self, konteks: Konteks) -> None:
        """People first, then their histories."""
        self._simpan_pegawai(konteks)
        self._simpan_riwayat([u.pangkat for u in self.usulan if u.pangkat], _KOLOM_PANGKAT, konteks)
        self._simpan_riwayat([u.jabatan for u in self.usulan if u.jabatan], _KOLOM_JABATAN, konteks)
        self._simpan_riwayat([u.pendidikan for u in self.usulan if u.pendidikan], _KOLOM_PENDIDIKAN, konteks)

    def _simpan_pegawai(self, konteks: Konteks) -> None:
        baru = [u.pegawai for u in self.usulan if u.baru]
        # A changed history changes the person too: facts are read by the time a person changed.
        berubah = [u.pegawai for u in self.usulan if not u.baru]
        for pegawai in berubah:
            pegawai.versi += 1
        kolom = {k for u in self.usulan if not u.baru for k in u.kolom} | {"versi"}
        save_rows(
            baru=baru, berubah=berubah, kolom=kolom, actor=konteks.actor, at=konteks.at, alasan=konteks.alasan
        )

    def _simpan_riwayat(
        self,
        baris: Sequence[RiwayatPangkat | RiwayatJabatan | RiwayatPendidikan],
        kolom: Sequence[str],
        konteks: Konteks,
    ) -> None:
        save_rows(
            baru=[b for b in baris if b.pk is None],
            berubah=[b for b in baris if b.pk is not None],
            kolom=kolom,
            actor=konteks.actor,
            at=konteks.at,
            alasan=konteks.alasan,
        )
