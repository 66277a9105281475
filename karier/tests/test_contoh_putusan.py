"""The demo of the default size gives every decision of a run something to decide."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.rules.fakta import FAKTA
from karier.rules.pangkat import target_tmt
from karier.services.contoh import buat_contoh
from karier.services.fakta import ids_instansi, kumpulkan
from karier.services.hasil import hitung
from pegawai.models import Instansi

pytestmark = [pytest.mark.django_db, pytest.mark.lambat, pytest.mark.usefixtures("hari_ini")]
PER = date(2026, 11, 21)
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def hitungan(tmp_path: Path, settings: Any) -> Any:
    settings.VAR_DIR = tmp_path
    buat_contoh(instansi="batanghari", jumlah=400, benih=1, folder=tmp_path / "berkas", at=SAAT)
    aturan = aturan_per(PER)
    tmt = target_tmt(PER, aturan)
    k = kumpulkan(ids_instansi(Instansi.objects.get().pk), per_tanggal=PER, tmt=tmt, aturan=aturan)
    return hitung(k, aturan=aturan, per_tanggal=PER, tmt=tmt)


def test_every_decision_is_fulfilled_by_somebody_and_not_yet_by_others(hitungan: Any) -> None:
    semua = {JenisPutusan.KENAIKAN_PANGKAT: hitungan.hasil.pangkat, **hitungan.hasil.lain}
    jumlah = {j: Counter(Status(s) for s in h.status.tolist()) for j, h in semua.items()}
    assert set(jumlah) == set(JenisPutusan)
    assert [j for j, n in jumlah.items() if not n[Status.MEMENUHI]] == []
    # What stands in the way of a KGB is rare: a running penalty, a predikat below Butuh Perbaikan.
    assert {j for j, n in jumlah.items() if not n[Status.BELUM]} <= {JenisPutusan.KGB}


def test_every_fact_of_the_second_layout_with_a_source_is_known_of_somebody(hitungan: Any) -> None:
    tiada = [f.nama for f in FAKTA if f.versi == 2 and not getattr(hitungan.fakta, f.nama).ada.any()]
    assert tiada == ["bulan_bidang"]
