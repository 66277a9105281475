"""What holds of every projection: equal to the run, complete, monotone, cheap."""

import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.dates import add_months, add_years
from karier.rules import hakim, perjalanan, proyeksi
from karier.rules.andaian import tanpa
from karier.rules.pangkat import putuskan, target_tmt
from karier.rules.proyeksi import Andaian, JenisPeristiwa, proyeksikan
from karier.tests.golden.susun import fakta_emas, versi_terbaru
from karier.tests.orang import JF
from karier.tests.orang_acak import andaian_acak, fakta, orang_acak
from kinerja.enums import Predikat

J = JenisPeristiwa
BARU = aturan_per(date(2026, 11, 22))
#: What comes before changes the facts, so that the answer of the run is no longer about them.
MENDAHULUI = (J.PENYESUAIAN_IJAZAH, J.KENAIKAN_JENJANG, J.PENSIUN)


def orang(benih):
    acak = random.Random(benih)
    per, isi = orang_acak(acak)
    return acak, per, isi


def sama_dengan_run(f, a, per):
    """How many of these people have a date of the run inside the horizon; each must be the projection's."""
    run = putuskan(f, a, tmt=target_tmt(per, a)).paling_cepat
    banyak = 0
    for i in np.flatnonzero(run <= np.datetime64(add_years(per, 5), "D")):
        p = proyeksikan(f.pilih(slice(i, i + 1)), lambda _: a, Andaian(), per=per)
        cepat, dulu = run[i].item(), [e.tanggal for e in p.peristiwa if e.jenis in MENDAHULUI]
        if not dulu or min(dulu) > cepat:
            assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == cepat
            banyak += 1
    return banyak


@pytest.mark.parametrize("per", sorted(versi_terbaru()), ids=str)
def test_the_first_kenaikan_pangkat_of_the_golden_people_is_that_of_the_run(per):
    assert sama_dengan_run(fakta_emas(), versi_terbaru()[per], per) >= 15


def test_the_first_kenaikan_pangkat_of_invented_people_is_that_of_the_run():
    assert sum(sama_dengan_run(fakta(isi), BARU, per) for _, per, isi in map(orang, range(150))) >= 15


def setiap_bulan(p, akhir):
    bulan = [p.tmt]
    while bulan[-1] <= akhir:
        bulan.append(add_months(bulan[-1], 1))
    return frozenset(bulan[:-1])


@pytest.mark.lambat
@pytest.mark.parametrize("benih", range(40))
def test_the_days_that_matter_leave_out_no_month(benih, monkeypatch):
    acak, per, isi = orang(benih)
    andaian = andaian_acak(acak, per)
    penting = proyeksikan(fakta(isi), lambda _: BARU, andaian, per=per)
    monkeypatch.setattr(proyeksi, "periode_penting", setiap_bulan)
    assert proyeksikan(fakta(isi), lambda _: BARU, andaian, per=per).peristiwa == penting.peristiwa


def naik(isi, per, andaian):
    """The days of kenaikan pangkat."""
    p = proyeksikan(fakta(isi), lambda _: BARU, andaian, per=per)
    return [e.tanggal for e in p.peristiwa if e.jenis is J.KENAIKAN_PANGKAT]


def lebih_cepat(lebih_baik, biasa):
    """Whether something came earlier; nothing may come later or be lost."""
    assert len(lebih_baik) >= len(biasa)
    assert all(b <= a for b, a in zip(lebih_baik, biasa, strict=False))
    return lebih_baik != biasa


def test_more_angka_kredit_never_makes_a_kenaikan_pangkat_later():
    per, banyak = date(2026, 11, 28), 0
    for benih in range(40):
        acak = random.Random(benih)
        andaian = Andaian(predikat_lain=acak.choice((Predikat.BUTUH_PERBAIKAN, Predikat.BAIK)))
        isi = JF | {"ak_sah": acak.randint(0, 6000), "tmt_golongan": date(acak.randint(2022, 2026), 4, 1)}
        lebih = isi | {"ak_sah": isi["ak_sah"] + acak.choice((1, 700, 3000))}
        banyak += lebih_cepat(naik(lebih, per, andaian), naik(isi, per, andaian))
    assert banyak >= 10


def test_a_better_predikat_never_makes_a_kenaikan_pangkat_later():
    banyak = 0
    for benih in range(80):
        acak, per, isi = orang(benih)
        # A kenaikan jenjang would spend the balance on something else.
        isi |= {"lowongan": None, "upkp": None}
        urut = sorted(acak.choices([*Predikat], k=2))
        tahun = per.year + acak.randint(0, 2)
        for buruk, baik in (
            (Andaian(predikat_lain=urut[0]), Andaian(predikat_lain=urut[1])),
            (Andaian(predikat={tahun: urut[0]}), Andaian(predikat={tahun: urut[1]})),
        ):
            banyak += lebih_cepat(naik(isi, per, baik), naik(isi, per, buruk))
    assert banyak >= 5


@pytest.mark.parametrize("benih", range(12))
def test_a_projection_asks_the_rules_few_times(benih, monkeypatch):
    _, per, isi = orang(benih)
    panggilan = []
    asli = hakim.nilai
    for modul in (proyeksi, perjalanan):
        monkeypatch.setattr(modul, "nilai", lambda *a: panggilan.append(a[0]) or asli(*a))
    proyeksikan(fakta(isi), lambda _: BARU, Andaian(), per=per)
    # One question costs a millisecond or less; sixty months times three decisions would be 180.
    assert len(panggilan) < 80


def test_events_stand_in_order_and_inside_the_horizon():
    for benih in range(20):
        acak, per, isi = orang(benih)
        p = proyeksikan(fakta(isi), lambda _: BARU, andaian_acak(acak, per), per=per)
        hari = [e.tanggal for e in p.peristiwa]
        assert hari == sorted(hari)
        assert all(h <= p.akhir for h in hari)
        assert all(h >= per for e, h in zip(p.peristiwa, hari, strict=True) if e.jenis is not J.PENSIUN)


@pytest.mark.parametrize("benih", [52, 70, 85, 132, 165, 176, 213])
def test_without_an_assumption_it_rests_on_a_promotion_does_not_happen(benih):
    acak, per, isi = orang(benih)
    andaian = andaian_acak(acak, per)
    p = proyeksikan(fakta(isi), lambda _: BARU, andaian, per=per)
    naik = next(e for e in p.peristiwa if e.jenis not in (J.KGB, J.SATYALANCANA))
    sandaran = [s.kode for s in naik.asumsi if s.kode not in ("predikat", "konversi", "draf")]
    assert sandaran
    for kode in sandaran:
        lain = proyeksikan(fakta(isi), lambda _: BARU, tanpa(andaian, kode), per=per)
        assert (naik.tanggal, naik.jenis) not in [(e.tanggal, e.jenis) for e in lain.peristiwa]


STAF = {
    "jenis_pegawai": 1,
    "status_kepegawaian": 2,
    "kedudukan_hukum": 1,
    "jenis_jabatan": 4,
    "jenjang": 10,
    "golongan": 9,
    "tmt_golongan": date(2026, 1, 1),
    "pendidikan": 40,
    "disiplin_tercakup": 1,
    "tanggal_lahir": date(1990, 1, 1),
    "bup": 58,
    "predikat_1": 4,
    "predikat_2": 4,
}
PER = date(2026, 4, 10)


@pytest.mark.parametrize("sejak", [date(2028, 8, 1), date(2028, 9, 1)])
def test_a_law_that_changes_on_the_way_is_used_from_its_day_on(sejak):
    kini = BARU["kenaikan_pangkat"]
    angka = kini.isi["angka"] | {"bulan_reguler": {"nilai": 30, "conf": "V2", "pasal": ""}}
    baru = replace(kini, sha256="kelak", isi={**kini.isi, "angka": angka})
    nanti = Aturan({k: BARU[k] for k in BARU.versi()} | {"kenaikan_pangkat": baru}, "uji")

    def hukum(hari):
        return nanti if hari >= sejak else BARU

    for aturan, tmt in ((hukum, sejak), (lambda _: BARU, date(2030, 1, 1))):
        p = proyeksikan(fakta(STAF), aturan, Andaian(), per=PER)
        assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == tmt


def test_a_decision_whose_law_is_not_in_force_has_no_event():
    tanpa_berkas = {"kgb", "satyalancana", "kenaikan_jenjang", "penyesuaian_ijazah", "kp_struktural"}
    lama = Aturan({k: BARU[k] for k in BARU.versi() if k not in tanpa_berkas}, "uji")
    isi = STAF | {"mkg_bulan": 24, "tmt_cpns": date(2016, 1, 1)}
    p = proyeksikan(fakta(isi), lambda _: lama, Andaian(), per=PER)
    assert [(e.tanggal, e.jenis) for e in p.peristiwa] == [(date(2030, 1, 1), J.KENAIKAN_PANGKAT)]
    assert p.tertahan == {}


def test_a_document_waits_for_the_next_of_fewer_periods_whose_window_takes_it_in():
    a = versi_terbaru()[date(2025, 3, 20)]
    isi = STAF | {"golongan": 8, "tmt_golongan": date(2020, 5, 1), "ujian_tercakup": 1}
    for lulus, tmt in ((date(2025, 7, 15), date(2025, 8, 1)), (date(2025, 7, 16), date(2025, 10, 1))):
        p = proyeksikan(fakta(isi), lambda _: a, Andaian(ujian_dinas=lulus), per=date(2025, 3, 20))
        assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == tmt


def test_where_periods_are_fewer_a_promotion_waits_for_the_next_one():
    a = versi_terbaru()[date(2025, 3, 20)]
    isi = STAF | {"tmt_golongan": date(2022, 5, 1)}
    p = proyeksikan(fakta(isi), lambda _: a, Andaian(), per=date(2025, 3, 20))
    assert p.pertama(J.KENAIKAN_PANGKAT).tanggal == date(2026, 6, 1)
