"""The share of people with the JP of the year, on the public home."""

from datetime import UTC, date, datetime

import pytest

from karier.views.angka_publik import PALING_SEDIKIT, learning_share
from pegawai.enums import BentukPengembangan, KedudukanHukum, Register
from pegawai.models import CakupanData, Instansi, PengembanganKompetensi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.fixture
def instansi() -> Instansi:
    """Thirty PNS on duty, a PPPK, one who retires; nine of the PNS have 20 JP of this year, one has 19."""
    instansi: Instansi = InstansiPabrik()
    orang = PegawaiPabrik.create_batch(PALING_SEDIKIT, instansi=instansi)
    pppk = PegawaiPabrik(instansi=instansi, pppk=True)
    pensiun = PegawaiPabrik(instansi=instansi, kedudukan_hukum=KedudukanHukum.MASA_PERSIAPAN_PENSIUN)
    jp = [(p, 20, 2026) for p in (*orang[:9], pensiun, pppk)] + [(orang[9], 20, 2025), (orang[10], 19, 2026)]
    PengembanganKompetensi.objects.bulk_create(
        PengembanganKompetensi(
            pegawai=p,
            nama="Kursus",
            bentuk=BentukPengembangan.KURSUS,
            jp=n,
            tanggal_selesai=date(tahun, 5, 1),
        )
        for p, n, tahun in jp
    )
    return instansi


def declare(instansi: Instansi) -> None:
    CakupanData.objects.create(
        instansi=instansi,
        register=Register.PENGEMBANGAN,
        mulai=date(2020, 1, 1),
        sampai=date(2027, 1, 1),
        sumber="Uji",
        dinyatakan_oleh=hr_dari(instansi),
    )


def test_it_counts_those_on_duty_with_the_hours_of_this_year(instansi: Instansi) -> None:
    declare(instansi)
    angka = learning_share(instansi, SAAT)
    assert angka is not None
    assert (angka.angka, angka.keterangan) == (
        "30 persen",
        "PNS sudah belajar 20 JP tahun 2026, dari 30 PNS",
    )


def test_nothing_is_told_of_an_incomplete_ledger_or_of_few_people(instansi: Instansi) -> None:
    assert learning_share(instansi, SAAT) is None
    declare(instansi)
    sedikit = InstansiPabrik()
    declare(sedikit)
    assert learning_share(sedikit, SAAT) is None
