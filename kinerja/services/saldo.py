"""What conversions add to the last PAK, for one person or a million.

Conversions are read as they stand and added up in columns: a sum per person inside the database costs five
times as much.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
from django.db.models import F, OuterRef, Subquery

from asn_karier.lib.db import Pembaca, Tipe
from asn_karier.lib.kolom import Kolom, Topeng
from kinerja import facts
from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit
from kinerja.rules.konversi_periodik import Sementara

Ids = npt.NDArray[np.int64]

#: The columns of `facts.pak`.
PAK: Final[Mapping[str, Tipe]] = {"jenjang_pak": "i2", "pak_sampai": "hari", "pak": "i4"}
_KONVERSI: Final[Mapping[str, Tipe]] = {"jenjang": "i2", "mulai": "hari", "nilai_senti": "i4", "sah": "i2"}


def konversi_sesudah(ids: Ids, pak: Mapping[str, Kolom]) -> dict[str, Kolom]:
    """Sums of the conversions that begin after the PAK, in its jenjang: signed (`sah`) and drafts (`draf`).

    In senti. `pak` holds the columns of PAK for `ids` (sorted, unique). Without a PAK there is nothing that
    they could be added to.
    """
    orang, isi = _pembaca().deret(ids)
    sama = isi["jenjang"].kurang(pak["jenjang_pak"].pilih(orang)).tercatat(0)
    sesudah = isi["mulai"].sebagai_tanggal() > pak["pak_sampai"].pilih(orang).sebagai_tanggal()
    nilai = isi["nilai_senti"].isi(0)
    return {
        nama: _jumlah(orang, nilai, sama & sesudah & isi["sah"].tercatat(sah), len(ids))
        for nama, sah in (("sah", 1), ("draf", 0))
    }


def _jumlah(orang: npt.NDArray[np.intp], nilai: Ids, yang: Topeng, banyak: int) -> Kolom:
    """Sum per person of the rows `yang`; missing for who has none."""
    hasil, ada = np.zeros(banyak, dtype=np.int64), np.zeros(banyak, dtype=np.bool_)
    np.add.at(hasil, orang[yang], nilai[yang])
    ada[orang[yang]] = True
    return Kolom(hasil, ada)


@cache
def _pembaca() -> Pembaca:
    return Pembaca(facts.konversi(), _KONVERSI)


def periodic_in_balance(pegawai_id: int, per: date) -> dict[int, Sementara]:
    """By year, what stands in the balance of one person until the year itself is converted; one query."""
    pak = PenetapanAngkaKredit.objects.filter(pegawai=OuterRef("pegawai"), sampai__lte=per).order_by(
        "-sampai"
    )
    baris = KonversiAngkaKredit.objects.filter(pegawai=pegawai_id, siklus__isnull=False).annotate(
        jenjang_pak=Subquery(pak.values("jenjang")[:1]), pak_sampai=Subquery(pak.values("sampai")[:1])
    )
    dihitung = baris.filter(jenjang=F("jenjang_pak"), mulai__gt=F("pak_sampai"))
    hasil: dict[int, Sementara] = {}
    for tahun, status, senti in dihitung.order_by().values_list("tahun", "status", "nilai_senti"):
        sah, draf = hasil.get(tahun, Sementara(0, 0))
        ya = status == StatusKonversi.DITANDATANGANI
        hasil[tahun] = Sementara(sah + senti * ya, draf + senti * (not ya))
    return hasil
