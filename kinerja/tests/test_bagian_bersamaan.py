"""Two raters of two parts at once, and HR who moves the days while one of them signs."""

from __future__ import annotations

from datetime import date
from threading import Thread, current_thread
from typing import Any

import pytest
from django.db import connections

from asn_karier.lib.tests.lomba import BERSAMA, berlomba, kode_atau_hasil, menunggu_saya
from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, SiklusPenilaian
from kinerja.services import penilai
from kinerja.services.bagian import Bagian, parts_to_rate
from kinerja.tests.pabrik_bagian import SAAT, DuaAtasan, dua_atasan, mengirim, menilai
from pegawai.models import Pegawai
from pegawai.services.atasan import GantiAtasan, change_raters
from pegawai.tests.pabrik import hr_dari

pytestmark = BERSAMA


def rentang() -> list[tuple[date, date]]:
    """The days of everything signed, in order."""
    tetap = EvaluasiPeriodik.objects.filter(status=StatusPenilaian.DITETAPKAN)
    return list(tetap.order_by("mulai").values_list("mulai", "sampai"))


def test_two_raters_of_two_parts_at_once_keep_both() -> None:
    d = dua_atasan()
    hasil = berlomba(
        kode_atau_hasil(lambda: mengirim(d, menilai(d, d.lama), d.lama).penilai_id),
        kode_atau_hasil(lambda: mengirim(d, menilai(d, d.baru), d.baru).penilai_id),
    )
    assert sorted(hasil) == sorted([d.lama.pegawai_id, d.baru.pegawai_id])
    assert rentang() == [(date(2026, 7, 1), date(2026, 8, 31)), (date(2026, 9, 1), date(2026, 9, 30))]


def test_one_rater_in_two_windows_writes_one_part() -> None:
    d = dua_atasan()
    berlomba(*[kode_atau_hasil(lambda: menilai(d, d.lama).pk)] * 2)
    assert EvaluasiPeriodik.objects.count() == 1


def _pertama_menilai_semua(d: DuaAtasan, hr: Any) -> None:
    """HR finds that the first leader never stopped, and that leader signs at once."""
    try:
        change_raters(
            instansi=d.siklus.instansi,
            pilihan=[GantiAtasan(d.orang.pk, d.lama.pegawai_id, d.orang.versi)],
            alasan="SK 800/9",
            actor=hr,
            at=SAAT,
            berlaku=date(2026, 7, 1),
        )
        mengirim(d, menilai(d, d.lama), d.lama)
    finally:
        connections.close_all()


def _tanpa_kunci(pegawai_ids: Any) -> list[Pegawai]:
    return list(Pegawai.objects.filter(pk__in=pegawai_ids).order_by("pk"))


@pytest.mark.parametrize("terkunci", [False, True])
def test_without_the_lock_on_the_person_the_same_days_are_signed_twice(
    terkunci: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    d = dua_atasan()
    hr, utama = hr_dari(d.siklus.instansi), current_thread()
    penyela = Thread(target=_pertama_menilai_semua, args=[d, hr])
    draf = menilai(d, d.baru)

    def disela(siklus: SiklusPenilaian, *, penilai_id: int) -> dict[int, Bagian]:
        bagian = parts_to_rate(siklus, penilai_id=penilai_id)
        if current_thread() is utama:
            penyela.start()
            assert menunggu_saya(penyela) is terkunci
        return bagian

    monkeypatch.setattr(penilai, "parts_to_rate", disela)
    if not terkunci:
        monkeypatch.setattr(penilai, "hold", _tanpa_kunci)
    mengirim(d, draf, d.baru)
    penyela.join()
    september = (date(2026, 9, 1), date(2026, 9, 30))
    lama = (date(2026, 7, 1), date(2026, 8, 31) if terkunci else date(2026, 9, 30))
    assert rentang() == [lama, september]
