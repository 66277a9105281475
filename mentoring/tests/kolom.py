"""One mentee and one mentor, or many, as columns for tests of rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from mentoring.rules.kolom_jodoh import Mentee, Mentor, Pertemuan
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.rules.golongan import Golongan

MENTEE: dict[str, Any] = {
    "orang": 1,
    "unit": 10,
    "perangkat": 1,
    "jenjang": Jenjang.AHLI_PERTAMA,
    "skala": JenisPegawai.PNS,
    "golongan": Golongan.pns("III/b").urut,
    "wajib": 3,
    "terpencil": False,
}
MENTOR: dict[str, Any] = {
    "orang": 2,
    "unit": 20,
    "perangkat": 1,
    "jenjang": Jenjang.AHLI_MUDA,
    "skala": JenisPegawai.PNS,
    "golongan": Golongan.pns("III/c").urut,
    "jarak_jauh": True,
    "sisa": 2,
    "terisi": 0,
    "layak": True,
}
BERDUA: dict[str, Any] = {"level": 3, "segaris": False, "pernah": 0, "disimpan": 0}


def satu(
    mentee: Mapping[str, Any] | None = None,
    mentor: Mapping[str, Any] | None = None,
    berdua: Mapping[str, Any] | None = None,
) -> tuple[Mentee, Mentor, Pertemuan]:
    """A single pair, changed in what is named."""
    a, b, c = (
        {**dasar, **(ubah or {})} for dasar, ubah in ((MENTEE, mentee), (MENTOR, mentor), (BERDUA, berdua))
    )
    return (
        Mentee(**{k: _kolom(v) for k, v in a.items()}),
        Mentor(**{k: _kolom(v) for k, v in b.items()}),
        Pertemuan(**{k: _kolom(v)[None, :] for k, v in c.items()}),
    )


def _kolom(nilai: Any) -> Any:
    return np.array([nilai], dtype=np.bool_ if isinstance(nilai, bool) else np.int64)
