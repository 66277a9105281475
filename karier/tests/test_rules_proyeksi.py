"""The coming years of one person: the same rules, judged again as the facts move on."""

from dataclasses import replace
from datetime import date

import pytest

from asn_karier.lib.syarat import TANPA_AKHIR, Status
from karier.enums import JenisPutusan
from karier.rules.fakta import Fakta
from karier.rules.proyeksi import Andaian, Asumsi, Ijazah, JabatanBaru, JenisPeristiwa, Tertahan, proyeksikan
from karier.tests.orang import JF, PELAKSANA, A
from kinerja.enums import Predikat
from pegawai.enums import Eselon, JenisJabatan, Jenjang, TingkatPendidikan

J = JenisPeristiwa
PER = date(2026, 11, 28)
HAK = {"mkg_bulan": 24, "tmt_cpns": date(2019, 3, 1), "disiplin_sejak": date(2010, 1, 1), "pernah_cltn": 0}
DASAR = {"predikat_1": None, "predikat_2": 4, "predikat_3": 4} | HAK
AHLI = JF | DASAR | {"tmt_golongan": date(2025, 4, 1), "ak_sah": 1000, "ak_draf": 1250}
STAF = PELAKSANA | DASAR | {"tmt_golongan": date(2024, 4, 1)}


def jalan(dasar, andaian=None, *, per=PER, tahun=5, tmt=None, **ganti):
    f = Fakta.satu(**(dasar | ganti))
    return proyeksikan(f, lambda _: A, andaian or Andaian(), per=per, tahun=tahun, tmt=tmt)


def urutan(p, *jenis):
    return [(e.tanggal, e.jenis, e.sasaran) for e in p.peristiwa if not jenis or e.jenis in jenis]


def tahun(kode, *semua):
    return tuple(Asumsi(kode, t) for t in semua)


def test_a_jabatan_fungsional_collects_rises_and_collects_again():
    p = jalan(AHLI)
    assert urutan(p) == [
        (date(2027, 4, 1), J.KGB, 48),
        (date(2029, 3, 1), J.KENAIKAN_PANGKAT, 10),
        (date(2029, 3, 1), J.SATYALANCANA, 10),
        (date(2029, 4, 1), J.KGB, 72),
        (date(2031, 4, 1), J.KGB, 96),
    ]
    assert p.akhir == date(2031, 11, 28)
    naik = p.pertama(J.KENAIKAN_PANGKAT)
    assert naik.asumsi == (
        *tahun("predikat", 2028, 2027),
        Asumsi("draf"),
        *tahun("konversi", 2026, 2027, 2028),
    )
    assert p.pertama(J.KGB).asumsi == tahun("predikat", 2026)
    assert p.pertama(J.SATYALANCANA).asumsi == ()
    assert p.pertama(J.PENSIUN) is None
    assert p.tertahan == {JenisPutusan.KENAIKAN_JENJANG: Tertahan(Status.BELUM, "ak_kumulatif_jenjang", None)}


def test_what_is_beyond_the_need_is_carried_over_to_the_next_pangkat():
    isi = {"jenjang": Jenjang.AHLI_MADYA, "golongan": 13, "tmt_golongan": date(2025, 1, 1), "bup": 60}
    p = jalan(AHLI, **isi, ak_sah=15000 + 7500, ak_draf=None)
    # 150 of 225 are used; 75 and two years of 37.5 are the next 150.
    assert urutan(p, J.KENAIKAN_PANGKAT) == [
        (date(2027, 1, 1), J.KENAIKAN_PANGKAT, 14),
        (date(2029, 1, 1), J.KENAIKAN_PANGKAT, 15),
    ]
    kurang = jalan(AHLI, **isi, ak_sah=15000, ak_draf=None)
    assert urutan(kurang, J.KENAIKAN_PANGKAT)[1] == (date(2030, 3, 1), J.KENAIKAN_PANGKAT, 15)


def test_a_pelaksana_waits_for_time_alone_and_the_mkg_crosses_the_border():
    p = jalan(STAF, golongan=8, ud_tk1=1, mkg_bulan=100, tmt_golongan=date(2024, 4, 1))
    assert urutan(p, J.KENAIKAN_PANGKAT) == [(date(2028, 4, 1), J.KENAIKAN_PANGKAT, 9)]
    assert p.pertama(J.KENAIKAN_PANGKAT).asumsi == tahun("predikat", 2027, 2026)
    # II/d: 108 and 132 months; after five years less, in III/a, 96 months on the same day of the cycle.
    assert urutan(p, J.KGB) == [
        (date(2026, 12, 1), J.KGB, 132),
        (date(2028, 12, 1), J.KGB, 96),
        (date(2030, 12, 1), J.KGB, 120),
    ]


def test_the_first_unmet_requirement_is_named_when_nothing_happens():
    p = jalan(STAF, golongan=12)
    assert urutan(p, J.KENAIKAN_PANGKAT) == []
    assert p.tertahan[JenisPutusan.KENAIKAN_PANGKAT] == Tertahan(Status.BELUM, "pangkat_tertinggi", None)
    hilang = jalan(AHLI, ak_sah=None)
    assert hilang.tertahan[JenisPutusan.KENAIKAN_PANGKAT].alasan == "angka_kredit"
    assert hilang.tertahan[JenisPutusan.KENAIKAN_PANGKAT].status is Status.PERLU_VERIFIKASI
    tanpa_mkg = jalan(STAF, disiplin_tercakup=0)
    assert tanpa_mkg.tertahan[JenisPutusan.KGB].alasan == "hukuman_disiplin"
    assert tanpa_mkg.tertahan[JenisPutusan.SATYALANCANA].alasan == "tidak_pernah_hukuman"


# -- kenaikan jenjang ---------------------------------------------------------------------------

SIAP = AHLI | {
    "golongan": 10,
    "ak_sah": 5000,
    "ak_draf": None,
    "tmt_jabatan": date(2022, 1, 1),
    "ukom_tanggal": date(2026, 5, 5),
}


def test_without_a_vacancy_the_jenjang_waits_and_says_so_once():
    p = jalan(SIAP)
    assert urutan(p, J.KENAIKAN_JENJANG, J.MENUNGGU_KEBUTUHAN) == [
        (date(2027, 1, 1), J.MENUNGGU_KEBUTUHAN, Jenjang.AHLI_MUDA)
    ]
    assert p.pertama(J.MENUNGGU_KEBUTUHAN).asumsi == ()
    assert p.tertahan[JenisPutusan.KENAIKAN_PANGKAT].alasan == "jenjang_memuat_pangkat"


def test_with_a_vacancy_the_person_moves_up_and_the_balance_starts_again():
    p = jalan(SIAP, Andaian(lowongan=True, uji_kompetensi=date(2027, 6, 1)), ak_sah=3750, ukom_tanggal=None)
    naik = p.pertama(J.KENAIKAN_JENJANG)
    assert (naik.tanggal, naik.sasaran) == (date(2027, 6, 1), Jenjang.AHLI_MUDA)
    assert naik.asumsi == (
        *tahun("predikat", 2026),
        *tahun("konversi", 2026),
        Asumsi("uji_kompetensi"),
        Asumsi("lowongan"),
    )
    assert p.tertahan[JenisPutusan.KENAIKAN_PANGKAT].alasan == "angka_kredit"
    assert len(urutan(p, J.KENAIKAN_JENJANG)) == 1


def test_a_general_age_limit_follows_the_jenjang_and_an_own_one_stays():
    isi = SIAP | {"jenjang": Jenjang.AHLI_MUDA, "golongan": 12, "ak_sah": 10000, "lowongan": 1}
    isi |= {"tanggal_lahir": date(1971, 5, 5)}
    assert urutan(jalan(isi, bup=58), J.KENAIKAN_JENJANG, J.PENSIUN) == [
        (date(2027, 1, 1), J.KENAIKAN_JENJANG, Jenjang.AHLI_MADYA),
        (date(2031, 6, 1), J.PENSIUN, 60),
    ]
    assert urutan(jalan(isi, bup=59), J.PENSIUN) == [(date(2030, 6, 1), J.PENSIUN, 59)]
    assert urutan(jalan(isi, bup=58, lowongan=None), J.PENSIUN) == [(date(2029, 6, 1), J.PENSIUN, 58)]


# -- penyesuaian ijazah, another post, the end of a penalty -------------------------------------


def test_a_new_ijazah_and_its_examination_open_a_higher_golongan():
    andaian = Andaian(pendidikan=Ijazah(TingkatPendidikan.S1, date(2027, 8, 17)), upkp=date(2027, 10, 5))
    p = jalan(STAF, andaian, golongan=7, pendidikan=TingkatPendidikan.DIPLOMA_III, mkg_bulan=100)
    naik = p.pertama(J.PENYESUAIAN_IJAZAH)
    assert (naik.tanggal, naik.sasaran) == (date(2027, 11, 1), 9)
    assert naik.asumsi == (*tahun("predikat", 2026), Asumsi("pendidikan"), Asumsi("upkp"))
    # From II/c over II/d to III/a: the border takes five years off, and four years begin anew.
    assert urutan(p, J.KENAIKAN_PANGKAT) == [(date(2031, 11, 1), J.KENAIKAN_PANGKAT, 10)]
    assert urutan(p, J.KGB)[1:] == [(date(2028, 12, 1), J.KGB, 96), (date(2030, 12, 1), J.KGB, 120)]
    assert not naik.perkiraan


@pytest.mark.parametrize(
    ("lulus", "naik"),
    [
        (date(2027, 1, 15), date(2027, 2, 1)),
        (date(2027, 1, 16), date(2027, 3, 1)),
        (date(2027, 2, 1), date(2027, 3, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_an_examination_opens_the_first_period_whose_window_still_takes_it_in(lulus, naik):
    isi = {"golongan": 8, "tmt_golongan": date(2022, 1, 1), "predikat_1": 4, "tmt": date(2027, 1, 1)}
    assert jalan(STAF, **isi, ujian_tercakup=1).pertama(J.KENAIKAN_PANGKAT) is None
    p = jalan(STAF, Andaian(ujian_dinas=lulus), **isi, ujian_tercakup=1)
    assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == naik
    assert Asumsi("ujian_dinas") in p.pertama(J.KENAIKAN_PANGKAT).asumsi
    # A window past the end of the timeline opens nothing in it.
    nanti = jalan(STAF, Andaian(ujian_dinas=date(2027, 11, 20)), **isi, ujian_tercakup=1, tahun=1)
    assert nanti.pertama(J.KENAIKAN_PANGKAT) is None


def test_what_is_met_is_not_held_up_though_a_higher_golongan_took_its_place():
    andaian = Andaian(pendidikan=Ijazah(TingkatPendidikan.S1, date(2028, 3, 1)), upkp=date(2028, 3, 10))
    p = jalan(STAF, andaian, golongan=7, pendidikan=TingkatPendidikan.DIPLOMA_III, tahun=2)
    assert urutan(p, J.KENAIKAN_PANGKAT, J.PENYESUAIAN_IJAZAH) == [
        (date(2028, 4, 1), J.PENYESUAIAN_IJAZAH, 9)
    ]
    assert JenisPutusan.KENAIKAN_PANGKAT not in p.tertahan
    # A penyesuaian reads one year of predikat, a kenaikan pangkat two.
    assert p.peristiwa[-1].asumsi == (*tahun("predikat", 2027), Asumsi("pendidikan"), Asumsi("upkp"))


def test_a_move_of_post_changes_the_path():
    pindah = JabatanBaru(date(2027, 3, 20), JenisJabatan.STRUKTURAL, Jenjang.PENGAWAS, Eselon.IV_A)
    p = jalan(AHLI, Andaian(jabatan=pindah), golongan=10, ak_sah=0)
    naik = p.pertama(J.KENAIKAN_PANGKAT)
    # One step below the post: a year in the pangkat, and a year in the post.
    assert (naik.tanggal, naik.sasaran) == (date(2028, 4, 1), 11)
    assert naik.asumsi == (*tahun("predikat", 2027, 2026), Asumsi("jabatan"))
    p = jalan(AHLI, Andaian(jabatan=pindah._replace(tmt=date(2027, 5, 20))), golongan=10, ak_sah=0)
    assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == date(2028, 6, 1)


def test_a_penalty_holds_everything_up_until_its_assumed_end():
    isi = {"hukdis_sampai": TANPA_AKHIR.item(), "hukdis_terberat": 2, "hukdis_terakhir": TANPA_AKHIR.item()}
    tanpa = jalan(STAF, **isi)
    assert urutan(tanpa) == []
    assert tanpa.tertahan[JenisPutusan.KENAIKAN_PANGKAT].alasan == "hukuman_disiplin"
    p = jalan(STAF, Andaian(hukuman_selesai=date(2028, 8, 20)), **isi)
    naik, kgb = p.pertama(J.KENAIKAN_PANGKAT), p.pertama(J.KGB)
    assert (naik.tanggal, naik.asumsi[-1]) == (date(2028, 9, 1), Asumsi("hukuman_selesai"))
    # The KGB of 1 April 2028 is put off; the next one keeps its day.
    assert (kgb.tanggal, kgb.ditunda_dari, kgb.sasaran) == (date(2028, 9, 1), date(2028, 4, 1), 72)
    assert kgb.asumsi == (*tahun("predikat", 2027), Asumsi("hukuman_selesai"))
    assert urutan(p, J.KGB)[1:] == [(date(2030, 4, 1), J.KGB, 96)]
    assert p.pertama(J.SATYALANCANA) is None


@pytest.mark.parametrize(
    ("selesai", "naik"),
    [
        (date(2028, 8, 30), date(2028, 9, 1)),
        (date(2028, 8, 31), date(2028, 9, 1)),
        (date(2028, 9, 1), date(2028, 10, 1)),
        (date(2028, 9, 30), date(2028, 10, 1)),
    ],
)
def test_the_first_period_after_a_penalty_begins_the_day_after_its_last(selesai, naik):
    p = jalan(STAF, hukdis_sampai=selesai, hukdis_terberat=2, hukdis_terakhir=selesai)
    assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == naik


def test_a_kgb_is_put_off_until_a_better_year_is_assessed_or_the_next_step_takes_its_place():
    buruk = Andaian(predikat_lain=Predikat.KURANG)
    p = jalan(STAF, replace(buruk, predikat={2029: Predikat.BAIK}))
    assert [(e.tanggal, e.ditunda_dari, e.sasaran) for e in p.peristiwa if e.jenis is J.KGB] == [
        (date(2030, 3, 1), date(2028, 4, 1), 72),
        (date(2030, 4, 1), None, 96),
    ]
    lewat = jalan(STAF, replace(buruk, predikat={2030: Predikat.BAIK}))
    assert [(e.tanggal, e.ditunda_dari, e.sasaran) for e in lewat.peristiwa if e.jenis is J.KGB] == [
        (date(2031, 3, 1), date(2030, 4, 1), 96)
    ]
    terus = jalan(STAF, buruk)
    assert urutan(terus, J.KGB) == []
    assert terus.tertahan[JenisPutusan.KGB].alasan == "predikat_kgb"


def test_a_kgb_beyond_the_pay_table_is_an_estimate():
    # The last row of golongan III: 32 years.
    p = jalan(STAF, mkg_bulan=30 * 12, tmt_golongan=date(2025, 2, 1), tahun=4, golongan=12)
    assert [(e.tanggal, e.sasaran, e.perkiraan) for e in p.peristiwa if e.jenis is J.KGB] == [
        (date(2027, 2, 1), 32 * 12, False),
        (date(2029, 2, 1), 34 * 12, True),
    ]


# -- Satyalancana and the end of service --------------------------------------------------------


def test_a_degree_that_is_due_stands_first_and_the_next_on_its_day():
    p = jalan(STAF, tmt_cpns=date(2009, 5, 17), disiplin_sejak=date(2009, 1, 1))
    assert urutan(p, J.SATYALANCANA) == [
        (PER, J.SATYALANCANA, 10),
        (date(2029, 5, 17), J.SATYALANCANA, 20),
    ]
    punya = jalan(STAF, tmt_cpns=date(2009, 5, 17), disiplin_sejak=date(2009, 1, 1), satyalancana=10)
    assert urutan(punya, J.SATYALANCANA) == [(date(2029, 5, 17), J.SATYALANCANA, 20)]


def test_the_pension_ends_the_timeline():
    p = jalan(STAF, tanggal_lahir=date(1970, 2, 10))
    assert urutan(p)[-1] == (date(2028, 3, 1), J.PENSIUN, 58)
    assert p.peristiwa[-1].perkiraan
    assert not [e for e in p.peristiwa if e.tanggal > date(2028, 3, 1)]
    # The last day of the timeline belongs to it.
    assert urutan(jalan(STAF, tanggal_lahir=date(1970, 2, 10), per=date(2027, 3, 1), tahun=1), J.PENSIUN)
    assert not urutan(jalan(STAF, tanggal_lahir=date(1970, 2, 10), per=date(2027, 2, 28), tahun=1), J.PENSIUN)
    lewat = jalan(STAF, tanggal_lahir=date(1960, 1, 1))
    assert urutan(lewat) == [(date(2018, 2, 1), J.PENSIUN, 58)]


def test_a_pppk_has_the_estimate_of_the_age_limit_only():
    p = jalan(STAF, jenis_pegawai=2, status_kepegawaian=3, tanggal_lahir=date(1971, 2, 10))
    assert urutan(p) == [(date(2029, 3, 1), J.PENSIUN, 58)]
    assert (p.peristiwa[0].perkiraan, p.tertahan) == (True, {})


def test_the_years_asked_for_are_the_years_told():
    assert jalan(STAF, tahun=1).akhir == date(2027, 11, 28)
    assert proyeksikan(Fakta.satu(**STAF), lambda _: A, Andaian(), per=PER).akhir == date(2031, 11, 28)
    assert urutan(jalan(STAF, tahun=1), J.KENAIKAN_PANGKAT) == []
    # The last day is one of them.
    assert urutan(jalan(STAF, predikat_1=4, per=date(2027, 4, 1), tahun=1), J.KENAIKAN_PANGKAT) == [
        (date(2028, 4, 1), J.KENAIKAN_PANGKAT, 10)
    ]
    assert urutan(jalan(STAF, tahun=2), J.KENAIKAN_PANGKAT) == [(date(2028, 4, 1), J.KENAIKAN_PANGKAT, 10)]
