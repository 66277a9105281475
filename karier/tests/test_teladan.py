"""What a team reads of how its leader learns is what the leader reads, with a line of performance."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusPengisian
from kinerja.models import PengisianRealisasi
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_balik import SAAT, UmpanBalikPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, PenggunaPabrik
from pelatihan.services.teladan import example_of

pytestmark = pytest.mark.django_db


def test_the_team_sees_what_the_leader_sees_of_themself(time_machine: object) -> None:
    time_machine.move_to(SAAT, tick=False)  # type: ignore[attr-defined]
    atasan = PegawaiPabrik(struktural=True)
    saya = PegawaiPabrik(pelaksana=True, atasan=atasan)
    PengembanganPabrik(pegawai=atasan, jp=8)
    UmpanBalikPabrik(pemberi=atasan, pegawai=saya)
    UmpanBalikPabrik(pemberi=saya, pegawai=atasan)  # what others gave is no part of it
    for orang, nama in ((saya, "atasan"), (atasan, "tim_jp")):
        isi = masuk(PenggunaPabrik(pegawai=orang)).get(reverse(f"pelatihan:{nama}")).content.decode()
        assert "<strong>8 dari 20 JP</strong>" in isi
        assert "<li>0 sesi pelatihan diajar</li>" in isi
        assert "<li>1 umpan balik diberikan</li>" in isi
    assert [t.jumlah for t in example_of(saya, at=SAAT).lain] == [0, 1]


@pytest.mark.parametrize(
    ("hari", "status", "baris"),
    [
        ("2026-11-20", StatusPengisian.DIKIRIM, ["1 realisasi kinerja 2026 dikirim"]),
        ("2027-01-20", StatusPengisian.DIKIRIM, ["1 realisasi kinerja 2026 dikirim"]),
        ("2027-02-01", StatusPengisian.DIKIRIM, []),
        ("2026-11-20", StatusPengisian.DRAF, []),
    ],
)
def test_that_the_leader_filled_in_first_is_told_and_a_draft_is_not(
    hari: str, status: StatusPengisian, baris: list[str]
) -> None:
    atasan = PegawaiPabrik(struktural=True)
    siklus = siklus_pabrik(atasan.instansi)
    PengisianRealisasi.objects.create(skp=skp_pabrik(atasan), siklus=siklus, status=status, dikirim_pada=SAAT)
    semua = example_of(atasan, at=datetime.fromisoformat(f"{hari}T03:00:00+00:00")).lain
    assert [f"{t.jumlah} {t.teks}" for t in semua if "realisasi" in t.teks] == baris
    assert {t.ket for t in semua if t.ket} == ({f"Terakhir: {siklus.nama}."} if baris else set())
