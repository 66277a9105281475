"""People who wait and who mentor in one government, and the steps of a pair, for tests of services."""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor
from mentoring.services.pasangan import stored_for
from mentoring.services.pilihan import choose_mentor
from mentoring.services.saran import arrange
from mentoring.services.undangan import invite_pairs
from mentoring.tests.pabrik import SAAT, PermintaanPabrik, ProfilMentorPabrik
from pegawai.enums import Jenjang
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari


@pytest.fixture
def instansi() -> Any:
    return InstansiPabrik(kode="batanghari")


def orang(instansi: Any, **isi: Any) -> Pegawai:
    satu: Pegawai = PegawaiPabrik(
        fungsional=True, instansi=instansi, jabatan__jabatan__jenjang=Jenjang.AHLI_PERTAMA, **isi
    )
    PenggunaPabrik(pegawai=satu)
    return satu


def akun(pegawai: Pegawai) -> Pengguna:
    satu: Pengguna = Pengguna.objects.get(pegawai=pegawai)
    return satu


def mentor(instansi: Any, **isi: Any) -> ProfilMentor:
    profil: ProfilMentor = ProfilMentorPabrik(pegawai__instansi=instansi, **isi)
    PenggunaPabrik(pegawai=profil.pegawai)
    return profil


def menunggu(instansi: Any, **isi: Any) -> PermintaanMentor:
    satu: PermintaanMentor = PermintaanPabrik(pegawai=orang(instansi), **isi)
    return satu


def susun(instansi: Any) -> None:
    assert arrange(instansi_id=instansi.pk, at=SAAT)


def urutan(permintaan: PermintaanMentor) -> list[int]:
    return [s.mentor_id for s in stored_for(permintaan)]


def pilih(permintaan: PermintaanMentor, profil: ProfilMentor, actor: Any = None) -> Pasangan:
    return choose_mentor(
        permintaan_id=permintaan.pk,
        profil_id=profil.pk,
        actor=actor or akun(permintaan.pegawai),
        at=SAAT,
    )


def undang(instansi: Any, *semua: PermintaanMentor, actor: Any = None) -> Any:
    return invite_pairs(
        instansi=instansi, permintaan_ids=[p.pk for p in semua], actor=actor or hr_dari(instansi), at=SAAT
    )
