"""What a leader shows their team of themself counts the feedback they gave."""

from datetime import UTC, datetime

import pytest

from kinerja.tests.pabrik_umpan_balik import UmpanBalikPabrik
from pegawai.tests.pabrik import PegawaiPabrik
from pelatihan.services.teladan import example_of

SAAT = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.mark.django_db
def test_feedback_given_this_year_is_counted() -> None:
    atasan = PegawaiPabrik(struktural=True)
    saya = PegawaiPabrik(pelaksana=True, atasan=atasan, instansi=atasan.instansi)
    UmpanBalikPabrik(pemberi=atasan, pegawai=saya, dikirim_pada=SAAT)
    UmpanBalikPabrik(pemberi=atasan, pegawai=saya, dikirim_pada=SAAT.replace(year=2025))
    baris = {t.teks: t for t in example_of(saya, at=SAAT).lain}
    assert list(baris) == ["sesi pelatihan diajar", "umpan balik diberikan"]
    assert "1" in str(baris["umpan balik diberikan"])
