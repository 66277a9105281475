"""The mentor that a page names for a gap: the stored first suggestion, or what it would be."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from mentoring.enums import AsalPermintaan
from mentoring.kamus.saran import explain_mentor
from mentoring.models import PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.rules.kecocokan import Alasan, Butir, parts, total
from mentoring.rules.penjodohan import TANPA, others
from mentoring.rules.syarat_mentor import refusals
from mentoring.services.bahan import Kunci, gather, key_of
from mentoring.services.saran import PALING_BANYAK, suggestion
from pegawai.models import Pegawai
from pegawai.services.profil import identities


class SaranMentor(NamedTuple):
    """One possible mentor, in values ready to show."""

    profil_id: int
    pegawai_id: int
    nama: str
    jabatan: str
    alasan: str


def saran_mentor(
    *,
    mentee: Pegawai,
    kunci: Kunci,
    level_wajib: int,
    per: date,
    banyak: int = PALING_BANYAK,
) -> list[SaranMentor]:
    """Up to `banyak` mentors of the same instansi with a free place, the best fit first.

    For who waits for a mentor in this very competency it is what is stored for them, so that no two pages
    name different people; who waits for something else is shown nothing here. Whoever offers to mentor has
    agreed to be named to colleagues, so this looks wider than `visible_to`.
    """
    menunggu = PermintaanMentor.objects.menunggu().filter(pegawai=mentee).first()
    if menunggu is None:
        saran = _would_be(mentee, kunci, level_wajib, per, banyak)
    elif key_of(menunggu) == kunci:
        saran = stored_for(menunggu)[:banyak]
    else:
        return []
    return named(saran, per)


def stored_for(permintaan: PermintaanMentor) -> list[SaranPasangan]:
    """The stored suggestions whose mentor can still take somebody: never one without a free place."""
    dipegang = permintaan.pasangan.memegang_tempat().values_list("mentor_id", flat=True)
    bebas = set(
        ProfilMentor.objects.tersedia().filter(saran__permintaan=permintaan).values_list("pk", flat=True)
    )
    boleh = bebas | set(dipegang)
    milik = permintaan.saran.select_related("mentor__pegawai__unit").order_by("urutan")
    return [s for s in milik if s.mentor_id in boleh]


def _would_be(mentee: Pegawai, kunci: Kunci, wajib: int, per: date, banyak: int) -> list[SaranPasangan]:
    """The best fit of one person alone, who waits for nobody."""
    kompetensi, teknis = kunci
    andai = PermintaanMentor(
        pegawai=mentee, kompetensi=kompetensi, teknis_id=teknis, level_wajib=wajib, asal=AsalPermintaan.DIRI
    )
    bahan = gather([andai], mentee.instansi_id, per=per)
    bagian = parts(bahan.mentee, bahan.mentor, bahan.pertemuan)
    boleh = refusals(bahan.mentee, bahan.mentor, bahan.pertemuan) == 0
    nilai = np.where(boleh, total(bagian), 0).astype(np.int64)
    urut = others(nilai[0], TANPA, bahan.mentor.sisa, banyak)
    return [suggestion(bahan, bagian, 0, j, n) for n, j in enumerate(urut, 1)]


def named(saran: list[SaranPasangan], per: date) -> list[SaranMentor]:
    """With name, post and reasons; one query."""
    orang = identities(Pegawai.objects.filter(pk__in=[s.mentor.pegawai_id for s in saran]), per=per)
    return [
        SaranMentor(
            s.mentor_id,
            s.mentor.pegawai_id,
            orang[s.mentor.pegawai_id].nama,
            orang[s.mentor.pegawai_id].jabatan,
            explain_mentor(points_of(s), s.fakta),
        )
        for s in saran
    ]


def points_of(saran: SaranPasangan) -> list[Butir]:
    return [Butir(Alasan(kode), int(nilai)) for kode, nilai in saran.butir]
