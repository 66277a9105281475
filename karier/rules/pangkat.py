"""signatures first; body follows within minutes"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from karier.rules.fakta import Fakta


@dataclass(frozen=True, eq=False, slots=True)
class HasilPangkat:
    jalur: npt.NDArray[np.int8]
    status: npt.NDArray[np.int8]
    golongan_berikut: npt.NDArray[np.int8]
    paling_cepat: npt.NDArray[np.datetime64]
    syarat: npt.NDArray[np.int64]
    alasan: npt.NDArray[np.int8]
    kurang: npt.NDArray[np.int8]


def target_tmt(per_tanggal: date, a: Aturan) -> date: ...


def proposal_window(tmt: date, a: Aturan) -> tuple[date, date]: ...


def putuskan(f: Fakta, a: Aturan, *, tmt: date) -> HasilPangkat: ...
