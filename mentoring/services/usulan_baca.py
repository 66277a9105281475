"""How pairs that were thought of stand: for the page that proposes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan, PermintaanMentor
from mentoring.services.bahan import Kunci, key_of
from mentoring.services.usulan_pasangan import UsulanPasangan


class KeadaanUsulan(NamedTuple):
    """`teks` is empty where nothing has happened; `dapat`: a press could still change something."""

    teks: str
    dapat: bool


_BERDUA = {
    StatusPasangan.DIUSULKAN: "sudah diundang",
    StatusPasangan.DIPILIH_MENTEE: "menunggu jawaban mentor",
    StatusPasangan.BERJALAN: "sedang dibimbing",
}


def standing_of(semua: Collection[UsulanPasangan]) -> dict[UsulanPasangan, KeadaanUsulan]:
    """Two queries."""
    mentee = {u.mentee for u in semua}
    pasangan = {p.mentee_id: p for p in Pasangan.objects.memegang_tempat().filter(mentee__in=mentee)}
    tunggu = {p.pegawai_id: key_of(p) for p in PermintaanMentor.objects.menunggu().filter(pegawai__in=mentee)}
    return {u: _of(u, pasangan.get(u.mentee), tunggu) for u in semua}


def _of(u: UsulanPasangan, pasangan: Pasangan | None, tunggu: Mapping[int, Kunci]) -> KeadaanUsulan:
    if pasangan is not None:
        berdua = pasangan.mentor_pegawai_id == u.senior and key_of(pasangan) == u.kunci
        teks = _BERDUA[StatusPasangan(pasangan.status)] if berdua else "sudah mempunyai mentor lain"
        return KeadaanUsulan(teks, False)
    kunci = tunggu.get(u.mentee)
    if kunci is None:
        return KeadaanUsulan("", True)
    if kunci == u.kunci:
        return KeadaanUsulan("menunggu mentor", True)
    return KeadaanUsulan("menunggu mentor untuk kompetensi lain", False)
