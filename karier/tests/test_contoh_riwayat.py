"""Earlier posts, awards, training, scores of the simulated people: plausible, never of a faulty one."""

import csv
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from asn_karier.lib.dates import add_years, months_between
from karier.contoh import Orang, tulis_berkas
from karier.contoh.catatan import disiplin, ujian
from karier.contoh.karir import URUT, golongan_awal
from karier.contoh.prestasi import MASA_PENGHARGAAN, NAMA_PENGHARGAAN, diklat_jenjang, penghargaan, talenta
from karier.contoh.riwayat import orang_terdahulu
from karier.rules.data_awal import TALENTA_KOLOM
from karier.services.contoh import URUTAN
from karier.tests.daerah import KECIL, bersih, daerah
from pegawai.enums import JenisJabatan, JenisPegawai, TingkatPendidikan

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def terdahulu() -> dict[str, list[Orang]]:
    """Earlier posts of each person, the first one first."""
    hasil: dict[str, list[Orang]] = {}
    for daftar in orang_terdahulu(daerah()):
        for orang in daftar:
            hasil.setdefault(orang.nip, []).append(orang)
    return hasil


def test_every_career_of_a_clean_pns_is_whole_from_the_day_of_cpns(terdahulu: dict[str, list[Orang]]) -> None:
    for kini in bersih():
        pos = [*terdahulu.get(kini.nip, []), kini]
        assert pos[0].tmt_jabatan == kini.tmt_cpns or kini.jenis_pegawai is JenisPegawai.PPPK
        assert all(dulu.tmt_jabatan < nanti.tmt_jabatan for dulu, nanti in pairwise(pos)), kini
        assert len(pos) == 2 or all(
            months_between(a.tmt_jabatan, b.tmt_jabatan) >= 12 for a, b in pairwise(pos)
        ), kini


def test_careers_rise(terdahulu: dict[str, list[Orang]]) -> None:
    banyak = Counter(len(pos) for pos in terdahulu.values())
    assert banyak[1] > banyak[2] > banyak[3] > 0
    for pos in terdahulu.values():
        for dulu, nanti in pairwise(pos):
            assert dulu.jabatan.jenjang < nanti.jabatan.jenjang
            assert dulu.jabatan.jenis is nanti.jabatan.jenis or dulu.jabatan.jenis is JenisJabatan.PELAKSANA


def test_only_clean_pns_have_earlier_posts(terdahulu: dict[str, list[Orang]]) -> None:
    assert set(terdahulu) <= daerah().bersih
    assert {pos[0].jenis_pegawai for pos in terdahulu.values()} == {JenisPegawai.PNS}


def test_each_export_names_all_whom_the_ones_loaded_before_it_named(tmp_path: Path) -> None:
    berkas = tulis_berkas(daerah(KECIL), tmp_path)
    urut = [nama for nama, jenis in URUTAN if jenis == "siasn"]
    assert [nama for nama in berkas if nama in urut] == urut
    nip = []
    for nama in urut:
        with berkas[nama].open(encoding="utf-8", newline="") as masuk:
            nip.append({baris["NIP BARU"] for baris in csv.DictReader(masuk)})
    assert all(awal < akhir for awal, akhir in pairwise(nip))


def test_awards_follow_the_years_of_service_and_never_a_heavy_penalty() -> None:
    d = daerah()
    tahun = {NAMA_PENGHARGAAN[kode]: n for kode, n in MASA_PENGHARGAAN.items()}
    jumlah: Counter[str] = Counter()
    for o in d.orang:
        for p in penghargaan(o, d.benih, d.per):
            jumlah[p.jenis] += 1
            assert add_years(o.tmt_cpns, tahun[p.jenis]) <= p.tanggal < d.per
            hukuman = disiplin(o, d.benih, d.per)
            assert o.jenis_pegawai is JenisPegawai.PNS
            assert hukuman is None or hukuman.tingkat == "R"
    assert set(jumlah) == set(tahun)


def test_training_of_the_post_lies_in_it_and_before_the_date_of_the_simulation() -> None:
    d = daerah()
    semua = [(o, k) for o in d.orang for k in diklat_jenjang(o, d.benih, d.per)]
    assert all(o.tmt_jabatan < k.selesai < d.per for o, k in semua)
    struktural = [k for o, k in semua if o.jabatan.jenis is JenisJabatan.STRUKTURAL]
    assert {k.nama.split()[1] for k in struktural} == {"Kepemimpinan"}


def test_scores_lie_between_0_and_100_and_belong_to_seniors() -> None:
    d = daerah()
    semua = [t for o in d.orang if (t := talenta(o, d.benih, d.per))]
    assert len(semua) > 100
    for t in semua:
        assert t.tanggal == date(2026, 6, 30)
        assert set(TALENTA_KOLOM) - set(t.skor) <= {"umpan_balik"}
        assert all(0 <= n <= 10_000 and n % 25 == 0 for n in t.skor.values())


def test_some_pelaksana_became_sarjana_in_service_and_sat_for_upkp() -> None:
    d = daerah()
    awal = golongan_awal(d.aturan)
    menunggu = [
        o for o in bersih()
        if o.jenis_pegawai is JenisPegawai.PNS
        and o.jabatan.jenis is JenisJabatan.PELAKSANA
        and URUT[o.golongan] < URUT[awal[o.pendidikan]]
    ]  # fmt: skip
    assert len(menunggu) > 10
    assert {o.pendidikan for o in menunggu} == {TingkatPendidikan.S1}
    hasil = [u for o in menunggu if (u := ujian(o, d.benih, d.per))]
    assert {u.jenis for u in hasil} == {"UPKP"}
    assert {u.lulus for u in hasil} == {True, False}
