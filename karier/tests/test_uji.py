"""Two versions to compare, and the people of the list that a filter asks for."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError, TidakDitemukan
from karier.models import ParameterInstansi
from karier.services.aturan_terbaca import cari_berkas, daftar_parameter
from karier.services.selisih import Versi, versi_run
from karier.services.uji import Pasangan, Saringan, calon_parameter, calon_versi, daftar_berubah
from karier.tests.bantu import belum_ak, memenuhi
from karier.tests.draf import tulis_draf
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.tests.pabrik import InstansiPabrik, hr_dari, nyatakan_lengkap

pytestmark = pytest.mark.django_db

TUTUP = "periode_kp/angka/jendela_tutup_tanggal"


@pytest.fixture
def run():
    """One who fulfils everything, and one whose angka kredit is years away."""
    instansi = InstansiPabrik(kode="batanghari")
    memenuhi(instansi=instansi), belum_ak(instansi=instansi)
    nyatakan_lengkap(instansi)
    return jalankan_sampai_selesai(instansi)


def pasangan(run, ganti) -> Pasangan:
    kini = versi_run(run)
    return Pasangan(kini, Versi("uji", kini.aturan.dengan(ganti)))


def test_who_changes_in_the_weaker_way_only_has_a_list_of_their_own(run):
    p = pasangan(run, {"angka_kredit/koefisien_milli/AHLI_MUDA": 5_000})
    ringkasan, orang = daftar_berubah(run, p, Saringan(geser=True), batas=10)
    assert (ringkasan.pindah, ringkasan.geser, len(orang)) == (0, 1, 1)
    assert [(u.hal, u.pindah) for u in orang[0].perubahan] == [("kenaikan_pangkat", False)]
    assert daftar_berubah(run, p, Saringan(), batas=10)[1] == []


def test_the_list_is_cut_and_goes_on_after_an_id_while_the_counts_stay(run):
    p = pasangan(run, {"jp/angka/jp_pns": 0})
    semua, orang = daftar_berubah(run, p, Saringan(), batas=10)
    ids = [o.pegawai_id for o in orang]
    assert (len(ids), ids) == (2, sorted(ids))
    for saring, sesudah, batas, hasil in (
        (Saringan(), 0, 1, ids[:1]),
        (Saringan(), ids[0], 1, ids[1:]),
        (Saringan(hal="kebutuhan"), ids[0], 9, ids[1:]),
        (Saringan(hal="kenaikan_pangkat"), 0, 9, []),
        (Saringan(hal="kebutuhan", kode="masa_pangkat"), 0, 9, []),
    ):
        r, sebagian = daftar_berubah(run, p, saring, sesudah=sesudah, batas=batas)
        assert [o.pegawai_id for o in sebagian] == hasil
        assert r == semua


def test_a_coming_file_is_laid_over_what_the_run_pinned_with_the_settings_of_its_subject(run):
    ParameterInstansi.objects.create(
        instansi=run.instansi,
        entri=TUTUP,
        nilai=3,
        berlaku_mulai=date(2026, 11, 1),
        dasar="Keputusan Bupati 1/2026",
        ditetapkan_oleh=hr_dari(run.instansi),
    )
    p = calon_versi(run, "periode_kp", date(2024, 1, 1))
    assert p.kini.aturan == aturan_per(run.per_tanggal)
    assert p.baru.nama == "Periode kenaikan pangkat PNS mulai 1 Januari 2024"
    assert p.baru.aturan["periode_kp"].berlaku_mulai == date(2024, 1, 1)
    assert p.baru.aturan["periode_kp"].angka("jendela_tutup_tanggal") == 3
    lain = calon_versi(run, "kenaikan_pangkat", date(2026, 11, 22)).baru.aturan
    assert lain["periode_kp"].angka("jendela_tutup_tanggal") == 15


def test_a_coming_file_that_is_not_as_the_released_ones_is_refused(run, tmp_path, monkeypatch):
    mulai = date(2026, 11, 22)
    salah = tulis_draf(
        tmp_path,
        "kenaikan_pangkat",
        'bulan", pasal = "PP 99/2000 jo PP 12/2002", conf = "V2"',
        'bulan", pasal = "PP 99", conf = "V9"',
        mulai,
    )
    monkeypatch.setattr("karier.services.draf.AKAR", salah)
    with pytest.raises(DomainError, match="bulan_reguler: conf") as galat:
        calon_versi(run, "kenaikan_pangkat", mulai)
    assert galat.value.kode == "draf_salah"


@pytest.mark.parametrize(("kode", "mulai"), [("tiada", date(2024, 1, 1)), ("jp", date(2024, 1, 1))])
def test_a_file_that_is_not_released_is_not_found(run, kode, mulai):
    with pytest.raises(TidakDitemukan):
        calon_versi(run, kode, mulai)
    with pytest.raises(TidakDitemukan):
        cari_berkas(kode, mulai.isoformat())


def test_a_setting_that_cannot_be_made_cannot_be_tested(run):
    with pytest.raises(DomainError, match="dari 1 sampai 28"):
        calon_parameter(run, TUTUP, 29, date(2026, 12, 1))


def test_what_no_file_in_force_has_is_not_offered_to_be_set(run):
    entri = [p.entri for p in daftar_parameter(run.instansi_id, date(2025, 12, 31))]
    assert len(entri) == 4
    assert all(e.startswith("periode_kp/") for e in entri)
    assert daftar_parameter(run.instansi_id, date(2020, 1, 1)) == []
