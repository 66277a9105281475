"""One hole for each rule of pairing, made on purpose: what guards the rule must find it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from asn_karier.tests import penjaga_mentoring as penjaga
from asn_karier.tests.penjaga_mentoring import Penjaga
from mentoring import querysets
from mentoring.models import Pasangan
from mentoring.rules.penjodohan import greedy
from mentoring.services import permintaan, pilihan, profil_mentor, saran, undangan, usulan_pasangan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PENJAGA: list[Penjaga] = [
    penjaga.memilih_untuk_orang,
    penjaga.menjawab_untuk_orang,
    penjaga.melebihi_tempat,
    penjaga.melewati_garis_komando,
    penjaga.menyangkut_petugas_sendiri,
    penjaga.menawarkan_orang_lain,
    penjaga.tanpa_kesediaan,
    penjaga.bukan_yang_terbaik,
    penjaga.membaca_yang_menunggu,
]


@pytest.mark.parametrize("satu", PENJAGA, ids=lambda p: p.__name__)
def test_the_product_as_it_is_has_no_such_hole(satu: Penjaga) -> None:
    assert list(satu()) == []


def _bebas(*_: Any, **__: Any) -> None:
    """Nothing is asked."""


def _siapa_pun(pasangan_id: int, **_: Any) -> Pasangan:
    return Pasangan.objects.select_related("mentee__instansi", "mentor_pegawai").get(pk=pasangan_id)


def _semua(self: Any, *_: Any) -> Any:
    return self.all()


def _boleh_semua(mentee: Any, mentor: Any, *_: Any) -> Any:
    return np.zeros((len(mentee.orang), len(mentor.orang)), dtype=np.int8)


#: Rule that is watched, where it is weakened, and by what.
LUBANG: dict[str, tuple[Penjaga, Any, str, Any]] = {
    "memilihkan": (penjaga.memilih_untuk_orang, pilihan, "_require_own", _bebas),
    "menjawabkan": (penjaga.menjawab_untuk_orang, pilihan, "_held_pair", _siapa_pun),
    "tempat": (penjaga.melebihi_tempat, pilihan, "require_place", _bebas),
    "garis saat memilih": (penjaga.melewati_garis_komando, pilihan, "require_outside_line", _bebas),
    "garis saat mengundang": (penjaga.melewati_garis_komando, undangan, "require_outside_line", _bebas),
    "garis dalam saran": (penjaga.melewati_garis_komando, saran, "refusals", _boleh_semua),
    "usulan dari luar": (penjaga.mengusulkan_yang_tidak_sesuai, usulan_pasangan, "refusals", _boleh_semua),
    "undangan sendiri": (penjaga.menyangkut_petugas_sendiri, undangan, "_not_about_self", _bebas),
    "profil orang": (penjaga.menawarkan_orang_lain, profil_mentor, "_ensure_own", _bebas),
    "permintaan orang": (penjaga.menawarkan_orang_lain, permintaan, "_ensure_own", _bebas),
    "tanpa ya": (penjaga.tanpa_kesediaan, querysets.ProfilMentorQuerySet, "bersedia", _semua),
    "satu per satu": (penjaga.bukan_yang_terbaik, saran, "assign", greedy),
    "permintaan dibaca": (penjaga.membaca_yang_menunggu, querysets.PermintaanQuerySet, "visible_to", _semua),
    "saran dibaca": (penjaga.membaca_yang_menunggu, querysets.SaranQuerySet, "visible_to", _semua),
}


@pytest.mark.parametrize("nama", LUBANG)
def test_every_hole_is_found(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    satu, di, apa, lemah = LUBANG[nama]
    monkeypatch.setattr(di, apa, lemah)
    assert list(satu()) != []
