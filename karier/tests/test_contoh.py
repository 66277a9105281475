"""The simulated regency: the same for the same seed, plausible, and led by a tree of people."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from asn_karier.lib.dates import add_years, age
from asn_karier.lib.syarat import Status
from karier.contoh import (
    Daerah,
    Orang,
    bangun_daerah,
    tulis_berkas,
)
from karier.contoh.catatan import asesmen, kegiatan
from karier.enums import JalurPangkat
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan, target_tmt
from karier.tests.daerah import BESAR, KECIL, bersih, daerah
from kinerja.enums import Predikat, Rating
from kinerja.rules.predikat import predikat_dari
from pegawai.enums import JenisJabatan, JenisKelamin, JenisPegawai, Jenjang
from pegawai.rules.golongan import Golongan
from pegawai.rules.nip import Nip
from pelatihan.rules.pilihan import Sasaran

pytestmark = pytest.mark.lambat

# The same, always --------------------------------------------------------------------------------


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    satu = tulis_berkas(bangun_daerah("batanghari", KECIL, 7), tmp_path / "a")
    dua = tulis_berkas(bangun_daerah("batanghari", KECIL, 7), tmp_path / "b")
    assert {k: p.read_bytes() for k, p in satu.items()} == {k: p.read_bytes() for k, p in dua.items()}


def test_another_seed_gives_other_people_in_the_same_offices() -> None:
    satu, dua = daerah(KECIL, 1), daerah(KECIL, 2)
    assert satu.unit == dua.unit
    assert {o.nip for o in satu.orang} != {o.nip for o in dua.orang}


@pytest.mark.parametrize("jumlah", [50, 333, KECIL, BESAR])
def test_exactly_as_many_people_as_asked_for(jumlah: int) -> None:
    assert len(daerah(jumlah).orang) == jumlah


@pytest.mark.parametrize(
    ("instansi", "jumlah", "petunjuk"),
    [
        ("atlantis", 500, "Gunakan: batanghari, bulungan, medan, nabire"),
        ("batanghari", 49, "paling sedikit 50"),
    ],
)
def test_what_cannot_be_simulated_is_refused_with_the_way_out(
    instansi: str, jumlah: int, petunjuk: str
) -> None:
    with pytest.raises(ValueError, match=petunjuk):
        bangun_daerah(instansi, jumlah, 1)


# Proportions of a real kabupaten -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "ada", "bagian", "toleransi"),
    [
        ("PNS", lambda o: o.jenis_pegawai is JenisPegawai.PNS, 0.499, 0.005),
        ("wanita", lambda o: o.jenis_kelamin is JenisKelamin.WANITA, 0.64, 0.03),
        ("guru", lambda o: o.keluarga == "Guru", 0.647, 0.02),
        ("fungsional", lambda o: o.jabatan.jenis is JenisJabatan.FUNGSIONAL, 0.846, 0.02),
        ("struktural", lambda o: o.jabatan.jenis is JenisJabatan.STRUKTURAL, 0.046, 0.005),
        ("pelaksana", lambda o: o.jabatan.jenis is JenisJabatan.PELAKSANA, 0.108, 0.015),
    ],
)
def test_people_are_as_many_as_in_a_real_kabupaten(nama, ada, bagian, toleransi) -> None:
    assert sum(map(ada, daerah().orang)) / BESAR == pytest.approx(bagian, abs=toleransi)


@pytest.mark.parametrize(
    ("golongan", "bagian"),
    [
        ("III/a", 0.107),
        ("III/b", 0.174),
        ("III/c", 0.146),
        ("III/d", 0.188),
        ("IV/b", 0.112),
        ("II/d", 0.070),
    ],
)
def test_pns_stand_on_the_golongan_as_in_a_real_kabupaten(golongan: str, bagian: float) -> None:
    pns = [o.golongan for o in daerah().orang if o.jenis_pegawai is JenisPegawai.PNS]
    assert pns.count(golongan) / len(pns) == pytest.approx(bagian, abs=0.025)


def test_most_pppk_stand_on_golongan_ix() -> None:
    pppk = [o.golongan for o in daerah().orang if o.jenis_pegawai is JenisPegawai.PPPK]
    assert pppk.count("IX") / len(pppk) == pytest.approx(0.88, abs=0.02)


def test_most_people_are_rated_baik() -> None:
    d = daerah()
    label = Counter(predikat_dari(h, p, d.aturan) for o in d.orang for _, h, p in _rating(o))
    assert label[Predikat.BAIK] / label.total() == pytest.approx(0.85, abs=0.04)


def _rating(orang: Orang) -> list[tuple[int, Rating, Rating]]:
    return [(tahun, Rating(h), Rating(p)) for tahun, h, p in orang.predikat]


# Everyone agrees with the rules ------------------------------------------------------------------


def test_every_nip_is_unique_and_tells_the_same_as_the_record() -> None:
    orang = daerah().orang
    assert len({o.nip for o in orang}) == len(orang)
    for o in orang:
        nip = Nip.parse(o.nip)
        assert (nip.jenis, nip.tanggal_lahir, nip.jenis_kelamin) == (
            o.jenis_pegawai,
            o.tanggal_lahir,
            o.jenis_kelamin,
        )
        assert nip.tahun_pengangkatan == o.tmt_cpns.year
        assert nip.tmt_cpns in {None, o.tmt_cpns}


def test_the_scales_of_pns_and_pppk_never_mix() -> None:
    for o in daerah().orang:
        assert Golongan.parse(o.golongan, o.jenis_pegawai).nama == o.golongan
        assert Golongan.parse(o.golongan_awal, o.jenis_pegawai) <= Golongan.parse(o.golongan, o.jenis_pegawai)


def test_dates_of_a_career_follow_each_other() -> None:
    per = daerah().per
    for o in daerah().orang:
        urutan = [o.tanggal_lahir, o.tmt_cpns, o.tmt_golongan, per]
        assert all(dulu <= nanti for dulu, nanti in pairwise(urutan)), o
        assert age(o.tanggal_lahir, o.tmt_cpns) >= 18
        assert o.tmt_cpns <= o.tmt_jabatan <= per
        assert o.tahun_lulus <= per.year


def test_nobody_clean_is_past_retirement() -> None:
    per = daerah().per
    assert all(add_years(o.tanggal_lahir, o.jabatan.bup) > per for o in bersih())


def test_promotions_fall_on_the_periods_of_their_time() -> None:
    for o in daerah().orang:
        if o.golongan == o.golongan_awal:
            continue
        tmt = o.tmt_golongan
        sah = range(1, 13) if tmt >= date(2025, 10, 1) else range(2, 13, 2) if tmt.year >= 2024 else (4, 10)
        assert tmt.day == 1
        assert tmt.month in sah


def test_a_pppk_has_an_agreement_that_still_runs() -> None:
    pppk = [o for o in daerah().orang if o.jenis_pegawai is JenisPegawai.PPPK]
    assert all(o.akhir_perjanjian and o.akhir_perjanjian >= daerah().per for o in pppk)


def test_a_realistic_part_of_the_functionals_is_due_now_and_some_wait_at_the_top() -> None:
    d = daerah()
    jf = [o for o in bersih() if o.angka_kredit is not None]
    hasil = putuskan(Fakta.dari_baris([_fakta(o, d) for o in jf]), d.aturan, tmt=target_tmt(d.per, d.aturan))
    assert set(hasil.jalur.tolist()) <= {JalurPangkat.JABATAN_FUNGSIONAL, JalurPangkat.BELUM_DIHITUNG}
    memenuhi = (hasil.status == Status.MEMENUHI).mean()
    assert 0.10 <= memenuhi <= 0.20
    tahun = hasil.paling_cepat.astype("datetime64[Y]").astype(int) + 1970
    assert ((tahun >= 2027) & (tahun <= 2029)).mean() > 0.15


def _fakta(o: Orang, d: Daerah) -> dict[str, int | date | None]:
    predikat = {tahun: int(predikat_dari(h, p, d.aturan)) for tahun, h, p in _rating(o)}
    return {
        "jenis_pegawai": o.jenis_pegawai,
        "status_kepegawaian": o.status,
        "kedudukan_hukum": o.kedudukan,
        "tanggal_lahir": o.tanggal_lahir,
        "golongan": Golongan.pns(o.golongan).urut,
        "tmt_golongan": o.tmt_golongan,
        "pendidikan": o.pendidikan,
        "jenis_jabatan": o.jabatan.jenis,
        "jenjang": o.jabatan.jenjang,
        "bup": o.jabatan.bup,
        "predikat_1": predikat.get(2025),
        "predikat_2": predikat.get(2024),
        "predikat_3": predikat.get(2023),
        "ak_sah": o.angka_kredit,
        "disiplin_tercakup": 1,
        "ujian_tercakup": 1,
    }


# Units and leaders -------------------------------------------------------------------------------


def test_every_unit_hangs_below_one_that_came_before() -> None:
    terlihat: set[str] = set()
    for nomor, unit in enumerate(daerah().unit):
        assert unit.induk_id in terlihat if nomor else unit.induk_id == ""
        assert unit.id not in terlihat
        terlihat.add(unit.id)


def test_some_schools_and_health_centres_are_remote_and_no_office_is() -> None:
    jenis = Counter(u.jenis for u in daerah().unit if u.terpencil)
    assert set(jenis) == {"sd", "smp", "puskesmas"}


def test_leaders_of_clean_people_form_a_tree_below_the_sekretaris_daerah() -> None:
    atasan = {o.nip: o.atasan_nip for o in daerah().orang}
    puncak = daerah().orang[0]
    assert puncak.jabatan.nama == "Sekretaris Daerah"
    for o in bersih():
        jalur = [o.nip]
        while atasan[jalur[-1]]:
            jalur.append(atasan[jalur[-1]])
            assert len(jalur) <= 8
        assert jalur[-1] == puncak.nip


def test_leaders_are_clean_active_pns() -> None:
    menurut_nip = {o.nip: o for o in daerah().orang}
    for nip in {o.atasan_nip for o in bersih()} - {""}:
        assert nip in daerah().bersih
        assert menurut_nip[nip].jenis_pegawai is JenisPegawai.PNS
        assert menurut_nip[nip].kedudukan == 1


# Catalogue and mentors ---------------------------------------------------------------------------


def test_the_catalogue_has_thirty_to_fifty_distinct_programmes_that_close_a_competency() -> None:
    katalog = daerah().pelatihan
    assert 30 <= len(katalog) <= 50
    assert len({p.nama for p in katalog}) == len({p.kode for p in katalog}) == len(katalog)
    for p in katalog:
        assert p.jp > 0
        assert p.biaya >= 0
        assert all(1 <= level <= 5 for _, level in p.kompetensi)
        assert p.kompetensi


@pytest.mark.parametrize(
    ("nama", "sasaran"),
    [
        ("Etika dan Integritas Aparatur", None),
        ("Pelatihan Dasar Jabatan Fungsional", Sasaran(JenisJabatan.FUNGSIONAL)),
        (
            "Pelatihan Fungsional Jenjang Ahli Madya/Ahli Utama",
            Sasaran(JenisJabatan.FUNGSIONAL, Jenjang.AHLI_MADYA, Jenjang.AHLI_UTAMA),
        ),
        (
            "Pelatihan Kepemimpinan Nasional Tingkat II",
            Sasaran(JenisJabatan.STRUKTURAL, Jenjang.JPT_PRATAMA, Jenjang.JPT_PRATAMA),
        ),
        (
            "Pelatihan Jabatan Fungsional Auditor",
            Sasaran(JenisJabatan.FUNGSIONAL, nama_jabatan="Auditor"),
        ),
    ],
)
def test_a_programme_is_meant_for_whom_its_title_names(nama: str, sasaran: Sasaran | None) -> None:
    assert next(p for p in daerah().pelatihan if p.nama == nama).sasaran == sasaran


def test_mentors_are_clean_and_offer_what_their_assessment_shows() -> None:
    d = daerah()
    menurut_nip = {o.nip: o for o in d.orang}
    assert 30 <= len(d.mentor) <= BESAR // 50
    for m in d.mentor:
        hasil = asesmen(menurut_nip[m.nip], d.benih, d.per)
        assert m.nip in d.bersih
        assert hasil is not None
        assert all(hasil.level[k] == level >= 4 for k, level in m.kompetensi)


def test_activities_lie_in_service_and_before_the_date_of_the_simulation() -> None:
    d = daerah(KECIL)
    tercatat = [(o, k) for o in d.orang for k in kegiatan(o, d.benih, d.per)]
    assert len(tercatat) > KECIL
    assert all(o.tmt_cpns <= k.selesai < d.per and k.jp > 0 for o, k in tercatat)
