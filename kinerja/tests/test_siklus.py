"""The yearly cycle: refused until its data check was seen, extended with a reason, closed with an event."""

from datetime import UTC, date, datetime

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak, Outbox
from kinerja.enums import JenisSiklus, StatusSiklus
from kinerja.models import SiklusPenilaian
from kinerja.services.siklus import check_data, close_siklus, create_siklus, extend_siklus, open_siklus
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def hr(instansi):
    return hr_dari(instansi)


def buka(siklus, hr):
    check_data(siklus=siklus, actor=hr, at=SAAT)
    return open_siklus(siklus=siklus, actor=hr, at=SAAT)


@pytest.mark.parametrize(
    ("jenis", "ke", "boleh"),
    [(JenisSiklus.BULANAN, 3, False), (JenisSiklus.BULANAN, 4, True), (JenisSiklus.TAHUNAN, 0, True)],
)
def test_nobody_is_rated_for_a_month_and_for_its_quarter(
    instansi, hr, jenis: JenisSiklus, ke: int, boleh: bool
):
    create_siklus(instansi=instansi, tahun=2026, jenis=JenisSiklus.TRIWULAN, ke=1, actor=hr, at=SAAT)
    if boleh:
        assert create_siklus(instansi=instansi, tahun=2026, jenis=jenis, ke=ke, actor=hr, at=SAAT).ke == ke
        return
    with pytest.raises(Bentrok) as salah:
        create_siklus(instansi=instansi, tahun=2026, jenis=jenis, ke=ke, actor=hr, at=SAAT)
    assert salah.value.kode == "siklus_bertumpuk"
    assert SiklusPenilaian.objects.count() == 1


def test_a_cycle_is_prepared_with_a_name_and_a_last_day(instansi, hr):
    siklus = create_siklus(instansi=instansi, tahun=2026, actor=hr, at=SAAT)
    assert (siklus.nama, siklus.batas_penilaian) == ("Penilaian kinerja 2026", date(2027, 1, 31))
    assert siklus.status == StatusSiklus.DISIAPKAN


def test_a_year_has_one_cycle(instansi, hr):
    create_siklus(instansi=instansi, tahun=2026, actor=hr, at=SAAT)
    with pytest.raises(Bentrok, match="sudah ada"):
        create_siklus(instansi=instansi, tahun=2026, actor=hr, at=SAAT)


def test_opening_is_refused_until_the_data_check_was_seen(hr):
    siklus = SiklusPabrik()
    with pytest.raises(DomainError) as salah:
        open_siklus(siklus=siklus, actor=hr, at=SAAT)
    assert salah.value.kode == "periksa_dahulu"
    siklus.refresh_from_db()
    assert siklus.status == StatusSiklus.DISIAPKAN


def test_opening_follows_the_check_and_leaves_a_trail(hr):
    siklus = buka(SiklusPabrik(), hr)
    assert siklus.status == StatusSiklus.DIBUKA
    assert siklus.dibuka_pada == SAAT
    assert Jejak.objects.filter(tindakan="buka_siklus", subjek_id=siklus.pk).count() == 1


def test_an_open_cycle_is_not_opened_again(hr):
    siklus = buka(SiklusPabrik(), hr)
    with pytest.raises(Bentrok):
        open_siklus(siklus=siklus, actor=hr, at=SAAT)


def test_the_last_day_moves_later_with_a_reason_that_stays(hr):
    siklus = buka(SiklusPabrik(), hr)
    siklus = extend_siklus(
        siklus=siklus, batas_penilaian=date(2027, 2, 15), alasan="Banjir di tiga kecamatan", actor=hr, at=SAAT
    )
    assert siklus.batas_penilaian == date(2027, 2, 15)
    jejak = Jejak.objects.get(tindakan="perpanjang_siklus")
    assert jejak.keperluan == "Banjir di tiga kecamatan"


@pytest.mark.parametrize(
    ("batas", "alasan", "kode"),
    [(date(2027, 1, 31), "Banjir", "batas_lebih_awal"), (date(2027, 2, 1), "  ", "alasan_kosong")],
)
def test_an_extension_needs_a_later_day_and_a_reason(hr, batas, alasan, kode):
    siklus = buka(SiklusPabrik(), hr)
    with pytest.raises(DomainError) as salah:
        extend_siklus(siklus=siklus, batas_penilaian=batas, alasan=alasan, actor=hr, at=SAAT)
    assert salah.value.kode == kode


def test_closing_leaves_one_event_with_ids_only(hr):
    siklus = close_siklus(siklus=buka(SiklusPabrik(), hr), actor=hr, at=SAAT)
    assert siklus.status == StatusSiklus.DITUTUP
    peristiwa = Outbox.objects.get(jenis="kinerja.siklus_ditutup")
    assert peristiwa.muatan == {
        "siklus_id": siklus.pk,
        "instansi_id": siklus.instansi_id,
        "tahun": 2026,
        "jenis": "tahunan",
    }


def test_a_cycle_that_is_not_open_cannot_be_closed(hr):
    with pytest.raises(Bentrok):
        close_siklus(siklus=SiklusPabrik(), actor=hr, at=SAAT)


@pytest.mark.parametrize("langkah", [check_data, open_siklus, close_siklus])
def test_only_hr_of_the_instansi_moves_a_cycle(langkah):
    siklus = SiklusPabrik()
    for orang in (PenggunaPabrik(), hr_dari(InstansiPabrik(kode="lain"))):
        with pytest.raises(TidakBoleh):
            langkah(siklus=siklus, actor=orang, at=SAAT)


def test_the_system_itself_may_prepare_and_open(instansi):
    assert (
        buka(create_siklus(instansi=instansi, tahun=2026, actor=None, at=SAAT), None).status
        == StatusSiklus.DIBUKA
    )
