"""Cases of ethics of the demo regency: a draft, three that run, and what a third of the people said."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from django.db import transaction

from kinerja.enums import StatusKasus
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika
from kinerja.rules.etika import keluarga_dari
from kinerja.services.kasus_etika import adopt_kasus, publish_kasus
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.reports.posisi import dengan_posisi

#: Of the two for functional posts one runs, the other waits as a draft.
TERBIT: Final = ("pelaksana-loket", "kesehatan-catatan", "struktural-paket")
DRAF: Final = "guru-nilai"
#: Everybody whose key divides by it has answered.
SEPERTIGA: Final = 3
#: So many answers at most: enough for every page, quick to load.
PALING_BANYAK: Final = 300
JAWABAN: Final = (
    "Saya menjelaskan aturannya dengan sopan, lalu mencari cara lain yang sah sebelum kantor tutup.",
    "Saya menelepon atasan lebih dulu. Bila tidak tersambung, saya menunggu dan mencatat alasannya.",
    "Saya menolak, karena yang lain diminta melengkapi. Sesudahnya saya usulkan perbaikan prosedurnya.",
)
TANGGAPAN: Final = (
    "Cara kedua terasa paling adil. Bagaimana bila atasan juga tidak dapat dihubungi?",
    "Saya pernah mengalami yang mirip. Mencatat alasan ternyata sangat menolong kemudian.",
)


@transaction.atomic
def fill_ethics(*, instansi: Instansi, actor: Any, at: datetime) -> None:
    """Add them; for the demo only."""
    for kode in (*TERBIT, DRAF):
        kasus = adopt_kasus(kode=kode, instansi_id=instansi.pk, actor=actor, at=at)
        if kode != DRAF:
            KasusEtika.objects.filter(pk=kasus.pk).update(mulai=kasus.mulai - timedelta(days=14))
            publish_kasus(kasus_id=kasus.pk, actor=actor, at=at)
    _answer(instansi, at)


def _answer(instansi: Instansi, at: datetime) -> None:
    menurut = {k.keluarga: k for k in KasusEtika.objects.filter(instansi=instansi, status=StatusKasus.TERBIT)}
    orang: Any = Pegawai.objects.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS).exclude(unit=None)
    baris = dengan_posisi(orang, at.date()).order_by("pk").values_list("pk", "unit", "jenis_jabatan")
    pilih = [b for b in baris if b[0] % SEPERTIGA == 0 and keluarga_dari(b[2]) in menurut]
    jawaban = JawabanEtika.objects.bulk_create(
        JawabanEtika(
            kasus=menurut[keluarga_dari(jenis)],
            pegawai_id=pk,
            unit_id=unit,
            isi=JAWABAN[ke % len(JAWABAN)],
            dikirim_pada=at - timedelta(days=ke % 10 + 1),
        )
        for ke, (pk, unit, jenis) in enumerate(pilih[:PALING_BANYAK])
    )
    DiskusiEtika.objects.bulk_create(
        DiskusiEtika(
            jawaban=j, isi=TANGGAPAN[ke % len(TANGGAPAN)], kunci=uuid4(), pada=at - timedelta(hours=ke + 1)
        )
        for ke, j in enumerate(jawaban[::4])
    )
