"""Which programmes fit one person: their gaps against the catalogue, with who and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from karier.services.keadaan import Keadaan
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import KompetensiTeknis, Pegawai, RiwayatJabatan
from pegawai.services.profil import unit_names
from pelatihan.rules.pilihan import Kebutuhan, Pemangku
from pelatihan.services.celah_teknis import technical_gaps
from pelatihan.services.katalog import Peserta, SaranPelatihan, suggest_programs


class CelahTeknis(NamedTuple):
    """One technical competency below the level that the jabatan asks for (levels 1-5)."""

    kompetensi: KompetensiTeknis
    level_sekarang: int | None
    level_wajib: int

    @property
    def nama(self) -> str:
        return self.kompetensi.nama

    @property
    def teks(self) -> str:
        """'Manajemen Data level 1 ke 3', or 'Manajemen Data sampai level 3' where nobody has assessed."""
        dari = "sampai level" if self.level_sekarang is None else f"level {self.level_sekarang} ke"
        return f"{self.nama} {dari} {self.level_wajib}"

    @property
    def kebutuhan(self) -> Kebutuhan:
        return Kebutuhan(self.kompetensi.pk, self.nama, self.level_sekarang, self.level_wajib)


def match_programs(
    *, pegawai: Pegawai, keadaan: Keadaan, kebutuhan: Sequence[Kebutuhan], per: date
) -> list[SaranPelatihan]:
    """At most three programmes for `kebutuhan` (the most important first); nothing is asked without one."""
    if not kebutuhan:
        return []
    peserta = Peserta(
        pegawai_id=pegawai.pk,
        instansi_id=pegawai.instansi_id,
        terpencil=keadaan.fakta.baca("terpencil") == 1,
        pemangku=_pemangku(pegawai, keadaan),
    )
    return suggest_programs(peserta=peserta, kebutuhan=kebutuhan, hari=per)


def technical_gaps_of(pegawai_id: int) -> list[CelahTeknis]:
    """The technical gaps of one person, asked on demand: no run stores them."""
    return [CelahTeknis(*satu) for satu in technical_gaps([pegawai_id])[pegawai_id]]


def _pemangku(pegawai: Pegawai, keadaan: Keadaan) -> Pemangku:
    """The jabatan on the day the facts speak of; only its name and the units are not among them."""
    jenis, jenjang = keadaan.fakta.baca("jenis_jabatan"), keadaan.fakta.baca("jenjang")
    riwayat = RiwayatJabatan.objects.filter(pegawai=pegawai, tmt__lte=keadaan.hasil.tmt)
    nama = riwayat.order_by("-tmt").values_list("jabatan__nama", flat=True).first()
    return Pemangku(
        jenis=JenisJabatan(jenis) if isinstance(jenis, int) else None,
        jenjang=Jenjang(jenjang) if isinstance(jenjang, int) else None,
        jabatan=nama or "",
        unit=unit_names(pegawai),
    )
