"""Where the gap of competency comes from: source, validity, and trainings passed since, up to a real run."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from karier.services.keadaan import read_outcomes
from karier.services.pencocokan import find_gaps
from karier.tests.bantu import jalankan
from karier.tests.test_fakta import PER, satu
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.models import Pegawai
from pegawai.rules.kompetensi import sampai_konfirmasi
from pegawai.services.kompetensi import LevelBaru, record_levels, record_training_gain
from pegawai.services.kompetensi_baca import levels_of
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, KenaikanPabrik, StandarKompetensiPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
KATA: dict[str, Any] = {
    "asal": SumberKompetensi.ATASAN, "tanggal": date(2026, 2, 1), "berlaku_sampai": date(2027, 2, 1),
    "komunikasi": 4,
}  # fmt: skip
KATA_LAMA = {**KATA, "tanggal": date(2025, 2, 1), "berlaku_sampai": date(2026, 2, 1)}
BERLAKU: dict[str, Any] = {"tanggal": date(2025, 9, 15), "komunikasi": 3}
BERAKHIR = {**BERLAKU, "berlaku_sampai": date(2026, 9, 14)}
LAMA = {**BERLAKU, "tanggal": date(2020, 9, 15)}
LATIH: dict[str, Any] = {"tanggal": date(2026, 3, 20), "level": 5}


@pytest.mark.parametrize(
    ("baris", "latihan", "harap"),
    [
        ([KATA, BERLAKU], [], [date(2025, 9, 15), 3]),
        ([KATA, BERAKHIR], [], [date(2026, 2, 1), 4]),
        ([KATA, LAMA], [], [date(2026, 2, 1), 4]),
        ([KATA_LAMA, LAMA], [], [date(2020, 9, 15), 3]),
        ([KATA_LAMA], [], [None, None]),
        ([BERLAKU], [LATIH], [date(2025, 9, 15), 5]),
        ([], [LATIH], [None, 5]),
        ([BERLAKU, {**BERLAKU, "tanggal": date(2026, 5, 1)}], [LATIH], [date(2026, 5, 1), 3]),
        ([{**BERLAKU, "tanggal": date(2026, 5, 1), "komunikasi": None}], [LATIH], [date(2026, 5, 1), 5]),
        ([BERLAKU, KATA_LAMA], [{**LATIH, "tanggal": date(2025, 1, 1)}], [date(2025, 9, 15), 3]),
        ([BERLAKU], [{**LATIH, "tanggal": date(2026, 12, 1)}], [date(2025, 9, 15), 3]),
        ([BERLAKU], [{**LATIH, "level": 1}, {**LATIH, "level": 4}], [date(2025, 9, 15), 4]),
    ],
)
def test_the_level_that_counts_is_the_same_for_a_run_and_for_a_page(
    baris: list[dict[str, Any]], latihan: list[dict[str, Any]], harap: list[Any]
) -> None:
    orang = PegawaiPabrik()
    for isi in baris:
        AsesmenPabrik(pegawai=orang, **isi)
    for isi in latihan:
        KenaikanPabrik(pegawai=orang, **isi)

    assert satu(orang, "asesmen_tanggal", "capai_komunikasi") == harap
    kini = levels_of([orang.pk], per=PER)[orang.pk].get((KompetensiMansoskul.KOMUNIKASI, None))
    assert (kini and kini.level) == harap[1]


def _gaps_of_next_run(orang: Pegawai) -> list[str]:
    run = jalankan(orang.instansi)
    keadaan = read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=run.per_tanggal)[orang.pk]
    return [c.teks for c in find_gaps(keadaan)]


@pytest.mark.django_db(transaction=True)
def test_a_passed_training_closes_the_gap_in_the_next_run_and_a_later_assessment_opens_it_again() -> None:
    orang = PegawaiPabrik(fungsional=True)
    StandarKompetensiPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=orang, tanggal=date(2025, 9, 15), komunikasi=1)
    assert _gaps_of_next_run(orang) == ["Komunikasi level 1 ke 3"]

    record_training_gain(
        pegawai_id=orang.pk, kompetensi=KompetensiMansoskul.KOMUNIKASI, teknis_id=None, level=3,
        tanggal=date(2026, 3, 20), nomor_sertifikat="S-1", actor=None, at=SAAT,
    )  # fmt: skip
    assert _gaps_of_next_run(orang) == []

    hari = date(2026, 11, 1)
    kata = LevelBaru(
        orang.pk, 2, hari, kompetensi=KompetensiMansoskul.KOMUNIKASI, asal=SumberKompetensi.ATASAN,
        berlaku_sampai=sampai_konfirmasi(hari),
    )  # fmt: skip
    record_levels(level=[kata], actor=None, at=SAAT, alasan="uji", kanal="uji")
    # The valid assessment still counts; the training, measured anew by the atasan, does not.
    assert _gaps_of_next_run(orang) == ["Komunikasi level 1 ke 3"]
