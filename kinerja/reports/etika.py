"""How many people of each unit took part in a case: numbers only, small units told together."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, Final

from kinerja.enums import KeluargaKasus
from kinerja.models import JawabanEtika, KasusEtika
from kinerja.rules.etika import keluarga_dari
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.reports.posisi import dengan_posisi
from pegawai.rules.gabung import Kelompok, Terbuka, gabung_kecil

#: KEPUTUSAN: fewer people of a unit are not told alone.
PALING_SEDIKIT: Final = 5
LAINNYA: Final = "Unit kecil, digabung"


def participation(kasus: KasusEtika, per: date) -> Terbuka:
    """People on duty of the family in each unit of today, and how many of them answered; two queries."""
    semua = Pegawai.objects.filter(instansi=kasus.instansi_id, kedudukan_hukum__in=BERTUGAS)
    orang: Any = dengan_posisi(semua, per).order_by("unit__jalur", "pk")
    nama: dict[int | None, str] = {}
    ditanya: dict[int, int | None] = {}
    for pk, unit_id, unit_nama, jenis in orang.values_list("pk", "unit", "unit__nama", "jenis_jabatan"):
        if kasus.keluarga in (KeluargaKasus.SEMUA, keluarga_dari(jenis)):
            ditanya[pk], nama[unit_id] = unit_id, unit_nama or "Belum dicatat"
    jawab = JawabanEtika.objects.filter(kasus=kasus).values_list("pegawai", flat=True)
    jumlah = Counter(ditanya[pk] for pk in jawab if pk in ditanya)
    unit = Counter(ditanya.values())
    return gabung_kecil([Kelompok(nama[u], n, jumlah[u]) for u, n in unit.items()], PALING_SEDIKIT, LAINNYA)
