"""One hole for each rule of training, made on purpose: what guards the rule must find it."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.tests import penjaga_pelatihan as penjaga
from asn_karier.tests.penjaga_pelatihan import Penjaga
from pegawai.querysets import PihakQuerySet, UsulanQuerySet
from pegawai.services import kompetensi
from pelatihan import querysets
from pelatihan.models import KegiatanMandiri, Pendaftaran
from pelatihan.services import angkatan, kegiatan_periksa, pendaftaran, persetujuan, sertifikat, surat_tugas

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PENJAGA: list[Penjaga] = [
    penjaga.atasan_menyetujui_diri,
    penjaga.hr_menyetujui_diri,
    penjaga.hr_meluluskan_diri,
    penjaga.menugaskan_diri,
    penjaga.memeriksa_jp_diri,
    penjaga.menerbitkan_sertifikat_diri,
    penjaga.sertifikat_oleh_siapa_pun,
    penjaga.menaikkan_level_diri,
    penjaga.membaca_milik_orang,
]


@pytest.mark.parametrize("satu", PENJAGA, ids=lambda p: p.__name__)
def test_the_product_as_it_is_has_no_such_hole(satu: Penjaga) -> None:
    assert list(satu()) == []


def _bebas(*_: Any, **__: Any) -> str:
    """Nothing is asked, and nobody is left out."""
    return ""


def _semua(self: Any, pengguna: Any) -> Any:
    return self.all()


def _semua_selesai(kelas: Any, actor: Any) -> list[Pendaftaran]:
    return list(sertifikat.waiting_for_certificate(kelas))


def _semua_terpilih(kelas: Any, ids: Any, actor: Any) -> list[Pendaftaran]:
    return list(Pendaftaran.objects.filter(angkatan=kelas, pk__in=ids))


#: Rule that is watched, where it is weakened, and by what.
LUBANG: dict[str, tuple[Penjaga, Any, str, Any]] = {
    "atasan untuk diri": (penjaga.atasan_menyetujui_diri, persetujuan, "not_self", _bebas),
    "pengelola untuk diri": (penjaga.hr_menyetujui_diri, persetujuan, "not_self", _bebas),
    "mendaftarkan diri": (penjaga.hr_menyetujui_diri, pendaftaran, "_left_out", _bebas),
    "hasil untuk diri": (penjaga.hr_meluluskan_diri, angkatan, "not_self", _bebas),
    "surat untuk diri": (penjaga.menugaskan_diri, surat_tugas, "_waiting", _semua_terpilih),
    "jp untuk diri": (
        penjaga.memeriksa_jp_diri,
        kegiatan_periksa,
        "_yang_diperiksa",
        lambda pk, actor: kegiatan_periksa.ambil_terkunci(KegiatanMandiri.objects.all(), pk),
    ),
    "sertifikat untuk diri": (
        penjaga.menerbitkan_sertifikat_diri,
        sertifikat,
        "_yang_berhak",
        _semua_selesai,
    ),
    "sertifikat dari siapa pun": (penjaga.sertifikat_oleh_siapa_pun, sertifikat, "as_hr", _bebas),
    "level untuk diri": (
        penjaga.menaikkan_level_diri,
        kompetensi,
        "_hold_people",
        lambda ids, actor: kompetensi.tahan_pegawai(ids),
    ),
    **{
        f"semua {kelas.__name__}": (penjaga.membaca_milik_orang, kelas, "visible_to", _semua)
        for kelas in (
            querysets.PendaftaranQuerySet,
            querysets.LangkahQuerySet,
            querysets.MilikSendiriQuerySet,
            querysets.MinatQuerySet,
            querysets.MilikMandiriQuerySet,
            querysets.MilikSkenarioQuerySet,
            PihakQuerySet,
            UsulanQuerySet,
        )
    },
}


@pytest.mark.parametrize("nama", LUBANG)
def test_a_hole_is_found(monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    satu, tempat, apa, pengganti = LUBANG[nama]
    monkeypatch.setattr(tempat, apa, pengganti)
    assert list(satu())
