"""One hole for each rule of ideas, made on purpose: what guards the rule must find it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from asn_karier.lib.errors import DomainError
from kinerja.enums import NamaUsul
from kinerja.models import UsulPerbaikan
from kinerja.querysets import UsulPerbaikanQuerySet
from kinerja.services import usul_perbaikan_baca, usul_perbaikan_jawab
from kinerja.services.usul_perbaikan_baca import author_name, measured_ideas
from kinerja.tests.pabrik_usul_perbaikan import Rantai, UsulPerbaikanPabrik, rantai_pabrik
from kinerja.tests.test_usul_perbaikan import coba
from pegawai.tests.pabrik import hr_dari

pytestmark = pytest.mark.django_db


def menjawab_diri(r: Rantai) -> bool:
    """Somebody answers their own idea."""
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    try:
        with transaction.atomic():
            coba(u, r.diri)
    except DomainError:
        return False
    except IntegrityError:  # nothing but the table stopped it
        return True
    return True


def hr_membaca(r: Rantai) -> bool:
    UsulPerbaikanPabrik(pegawai=r.orang)
    return bool(UsulPerbaikan.objects.visible_to(hr_dari(r.orang.instansi)).exists())


def nama_terbuka(r: Rantai) -> bool:
    """The leader above reads a name that the author kept for the atasan."""
    u = UsulPerbaikanPabrik(pegawai=r.orang, nama=NamaUsul.ATASAN, tingkat=1)
    return author_name(u, r.kepala) != "Seorang pegawai"


def belum_jadi_bukti(r: Rantai) -> bool:
    """What nobody tried or measured stands beside a rating."""
    UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    return bool(measured_ideas([r.orang.pk])[r.orang.pk])


def dibaca_sebelum_sampai(r: Rantai) -> bool:
    UsulPerbaikanPabrik(pegawai=r.orang)
    return bool(UsulPerbaikan.objects.visible_to(r.kepala).exists())


LUBANG: dict[str, tuple[Callable[[Rantai], bool], Any, str, Any]] = {
    "siapa pun menjawab": (
        menjawab_diri, usul_perbaikan_jawab, "_pastikan_berwenang", lambda *_: None
    ),
    "peran membuka": (hr_membaca, UsulPerbaikanQuerySet, "visible_to", lambda self, _: self.all()),
    "nama untuk semua": (nama_terbuka, usul_perbaikan_baca, "name_for_leader", lambda u, _: str(u.pegawai)),
    "semua jadi bukti": (belum_jadi_bukti, UsulPerbaikanQuerySet, "terukur", lambda self: self.all()),
    "tingkat diabaikan": (
        dibaca_sebelum_sampai, UsulPerbaikanQuerySet, "_sampai",
        lambda self, diri, **_: Q(pegawai__atasan=diri) | Q(pegawai__atasan__atasan=diri),
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", LUBANG)
def test_the_product_as_it_is_has_no_such_hole(nama: str) -> None:
    assert not LUBANG[nama][0](rantai_pabrik())


@pytest.mark.parametrize("nama", LUBANG)
def test_a_hole_made_on_purpose_is_found(monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    penjaga, tempat, apa, ganti = LUBANG[nama]
    r = rantai_pabrik()
    monkeypatch.setattr(tempat, apa, ganti)
    assert penjaga(r)
