"""Two officers who adopt one scenario at the same moment: everybody is enrolled once."""

from __future__ import annotations

import pytest
from django.utils import timezone

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah
from karier.services import alokasi_ubah
from karier.services.alokasi_ubah import adopt_scenario
from karier.tests.soal_pelatihan import instansi_bercelah, kelas, minta
from pegawai.models import Pengguna
from pegawai.tests.pabrik import hr_dari
from pelatihan.models import Pendaftaran, SkenarioAlokasi


def _pakai(skenario: SkenarioAlokasi, actor: Pengguna) -> int:
    isi = {"skenario_id": skenario.pk, "versi": skenario.versi, "tahu": False}
    return adopt_scenario(**isi, actor=actor, at=timezone.now())[1]


@bersamaan
def test_two_adoptions_at_once_enrol_everybody_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the lock on the scenario both would read its proposals as not yet adopted."""
    instansi, _ = instansi_bercelah(ani=2, budi=1)
    kelas(instansi, kursi=2)
    dua = [hr_dari(instansi) for _ in range(2)]
    skenario = minta(instansi, dua[0])
    bertemu_sesudah(monkeypatch, (alokasi_ubah, "stored_problem"))
    assert sorted(berlomba(*(lambda a=a: _pakai(skenario, a) for a in dua))) == [0, 2]
    assert Pendaftaran.objects.count() == 2
