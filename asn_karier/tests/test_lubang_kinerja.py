"""One hole for each rule of performance, made on purpose: what guards the rule must find it.

The guards (`penjaga_kinerja`, the table of `test_otorisasi`, and those of 360 feedback and of private notes)
also look at the product as it is: there they find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import transaction

from asn_karier.tests import penjaga_kinerja as penjaga
from asn_karier.tests.dunia import Dunia, buat_dunia
from asn_karier.tests.penjaga_kinerja import Penjaga, periksa
from asn_karier.tests.test_otorisasi import pelanggaran
from kinerja import facts, querysets
from kinerja.admin.penilaian import PenilaianAdmin, PenilaianInline
from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Keberatan, Penilaian
from kinerja.rules import umpan_360
from kinerja.services import kalibrasi, keberatan_putus, penilai, penilaian
from kinerja.services.impor_predikat import CatatanPredikat
from kinerja.services.penilai import Bagian
from kinerja.tests.test_umpan_360_rahasia import periksa_di_bawah_ambang, periksa_sebelum_ditutup
from kinerja.views import hasil as halaman_hasil
from pegawai.models import Pegawai
from pegawai.querysets import PihakQuerySet
from pegawai.services.impor_catatan import CatatanModel

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PENJAGA: list[Penjaga] = [
    penjaga.menilai_diri,
    penjaga.memutus_keberatan_sendiri,
    penjaga.membaca_sebelum_diumumkan,
    penjaga.hasil_sebelum_pengumuman,
    penjaga.menebak_lewat_berkas,
    penjaga.hr_mengubah_rating,
]


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield buat_dunia()
        transaction.set_rollback(True)


@pytest.mark.parametrize("satu", PENJAGA, ids=lambda p: p.__name__)
def test_the_product_as_it_is_has_no_such_hole(dunia: Dunia, satu: Penjaga) -> None:
    assert periksa(satu, dunia) == []


# -- one place weakened ------------------------------------------------------------------------------------


def _siapa_pun(*, siklus: Any, pegawai_ids: Any, actor: Any, untuk: int | None = None) -> Any:
    """Nobody is asked who they are: the rating is that of the recorded atasan."""
    atasan = Pegawai.objects.filter(pk__in=pegawai_ids).values_list("pk", "atasan_id")
    return {pk: Bagian(pk, penilai_id, *siklus.masa) for pk, penilai_id in atasan}


def _semua(self: Any, pengguna: Any) -> Any:
    return self.all()


#: Rule that is watched, where it is weakened, and by what.
LUBANG: dict[str, tuple[Penjaga, Any, str, Any]] = {
    "siapa pun menilai": (penjaga.menilai_diri, penilaian, "rated_in", _siapa_pun),
    "penolakan diri hilang": (penjaga.menilai_diri, penilai, "_diri_sendiri", penilai._bukan_atasan),
    "delegasi tidak diperiksa": (penjaga.menilai_diri, penilai, "_pastikan_delegasi", lambda *_: None),
    "tabel tanpa batas": (penjaga.menilai_diri, Penilaian._meta, "constraints", []),
    "refleksi untuk siapa pun": (penjaga.menilai_diri, querysets.RefleksiQuerySet, "visible_to", _semua),
    "pihak memutus": (penjaga.memutus_keberatan_sendiri, keberatan_putus, "may_decide", lambda *_: True),
    "siapa pun memutus": (
        penjaga.memutus_keberatan_sendiri,
        keberatan_putus,
        "_untuk_diputuskan",
        lambda pk, actor: keberatan_putus.ambil_terkunci(pk),
    ),
    "keberatan tanpa batas": (penjaga.memutus_keberatan_sendiri, Keberatan._meta, "constraints", []),
    "semua penilaian terlihat": (
        penjaga.membaca_sebelum_diumumkan,
        querysets.PenilaianQuerySet,
        "visible_to",
        _semua,
    ),
    "hasil tanpa pengumuman": (
        penjaga.membaca_sebelum_diumumkan,
        querysets.PenilaianQuerySet,
        "diumumkan_kepada",
        _semua,
    ),
    "daftar hasil tanpa pengumuman": (
        penjaga.membaca_sebelum_diumumkan,
        halaman_hasil,
        "yearly_results",
        lambda pegawai: list(Penilaian.objects.filter(pegawai=pegawai).extra(select={"sudah_dibaca": "1"})),
    ),
    "fakta tanpa pengumuman": (
        penjaga.membaca_sebelum_diumumkan,
        facts,
        "StatusPenilaian",
        SimpleNamespace(DITETAPKAN=StatusPenilaian.DIKIRIM),
    ),
    "dikirim berarti diumumkan": (
        penjaga.hasil_sebelum_pengumuman,
        penilaian,
        "_langsung",
        lambda siklus: True,
    ),
    "nama memuat predikat": (
        penjaga.hasil_sebelum_pengumuman,
        Penilaian,
        "predikat_terbuka",
        property(lambda self: f": {self.get_predikat_display()}"),
    ),
    "kalibrasi memuat diri": (
        penjaga.hasil_sebelum_pengumuman,
        kalibrasi,
        "left_out",
        lambda pengguna: [],
    ),
    "usul tentang diri": (
        penjaga.hasil_sebelum_pengumuman,
        querysets.UsulKalibrasiQuerySet,
        "visible_to",
        _semua,
    ),
    "berkas menimpa": (penjaga.menebak_lewat_berkas, CatatanPredikat, "susun", CatatanModel.susun),
    "pengelola mengubah": (penjaga.hr_mengubah_rating, PenilaianAdmin, "boleh_ubah", True),
    "pengelola menghapus": (penjaga.hr_mengubah_rating, PenilaianAdmin, "boleh_hapus", True),
    "tabel dapat diubah": (
        penjaga.hr_mengubah_rating,
        PenilaianInline,
        "has_change_permission",
        lambda *_: True,
    ),
    "layanan untuk pengelola": (penjaga.hr_mengubah_rating, penilaian, "rated_in", _siapa_pun),
}


@pytest.mark.parametrize("nama", LUBANG)
def test_a_hole_is_found(dunia: Dunia, monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    satu, tempat, apa, pengganti = LUBANG[nama]
    monkeypatch.setattr(tempat, apa, pengganti)
    assert periksa(satu, dunia)


def test_a_page_for_hr_to_edit_is_found(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody registers the periodic evaluations with the stock forms."""
    halaman = ModelAdmin(EvaluasiPeriodik, admin.site)
    monkeypatch.setitem(admin.site._registry, EvaluasiPeriodik, halaman)
    assert periksa(penjaga.hr_mengubah_rating, dunia)


# -- 360 feedback: the guards of its own tests -----------------------------------------------------------


@pytest.mark.parametrize("ambang", [1, 4])
def test_a_lower_threshold_of_360_feedback_is_found(monkeypatch: pytest.MonkeyPatch, ambang: int) -> None:
    monkeypatch.setattr(umpan_360, "AMBANG", ambang)
    with pytest.raises(AssertionError):
        periksa_di_bawah_ambang()


def test_the_guards_of_360_feedback_hold() -> None:
    periksa_di_bawah_ambang()
    periksa_sebelum_ditutup()


# -- every filter of the portal, by the table of who gets what -------------------------------------------

#: Filter, the method of it, and a route on which the table notices that it is gone.
PENYARING: list[tuple[type, str, str]] = [
    (querysets.PengakuanQuerySet, "visible_to", "kinerja:pengakuan_satu"),
    (querysets.UmpanBalikQuerySet, "visible_to", "kinerja:umpan_balik_satu"),
    (querysets.PenilaianQuerySet, "diumumkan_kepada", "kinerja:hasil_satu"),
    (querysets.KeberatanQuerySet, "pihak", "kinerja:keberatan_satu"),
    (querysets.SesiQuerySet, "visible_to", "kinerja:kalibrasi_sesi"),
    (querysets.IsiPengisianQuerySet, "visible_to", "kinerja:realisasi_bukti"),
    (querysets.PengisianQuerySet, "dinilai_oleh", "kinerja:realisasi_lembar"),
    (querysets.SKPQuerySet, "visible_to", "kinerja:skp_lembar"),
    (querysets.Dinilai360QuerySet, "visible_to", "kinerja:hasil_360"),
    (querysets.Undangan360QuerySet, "visible_to", "kinerja:isi_360"),
    (PihakQuerySet, "visible_to", "admin:kinerja_tanggapan_change"),
]


@pytest.mark.parametrize(("kelas", "cara", "rute"), PENYARING, ids=lambda n: getattr(n, "__name__", n))
def test_a_filter_that_is_gone_is_found(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch, kelas: type, cara: str, rute: str
) -> None:
    assert list(pelanggaran(dunia, [rute], ["GET"])) == []
    monkeypatch.setattr(kelas, cara, _semua)
    assert list(pelanggaran(dunia, [rute], ["GET"]))
