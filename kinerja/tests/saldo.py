"""The balance of one person, read as the engine reads it."""

from datetime import date

import numpy as np

from asn_karier.lib.db import Pembaca
from asn_karier.lib.kolom import NilaiTunggal
from kinerja.facts import pak
from kinerja.services.saldo import PAK, konversi_sesudah
from pegawai.models import Pegawai


def saldo_ak(orang: Pegawai, per: date) -> dict[str, NilaiTunggal]:
    ids = np.array([orang.pk], dtype=np.int64)
    terakhir = Pembaca(pak(per), PAK).baca(ids)
    semua = {**terakhir, **konversi_sesudah(ids, terakhir)}
    return {nama: kolom.baca(0) for nama, kolom in semua.items()}
