"""The simulated regency: the same for the same seed, plausible, and faulty only where it says so."""

import csv
import json
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from python_calamine import load_workbook

from asn_karier.lib.dates import add_years, age
from asn_karier.lib.syarat import Status
from karier.contoh import (
    Akibat,
    Daerah,
    JenisKesalahan,
    Orang,
    bangun_daerah,
    tulis_berkas,
    tulis_siasn_csv,
    tulis_siasn_xlsx,
)
from karier.contoh.catatan import asesmen, kegiatan
from karier.enums import JalurPangkat
from karier.rules.data_awal import LEMBAR
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan, target_tmt
from kinerja.enums import Predikat, Rating
from kinerja.rules.predikat import predikat_dari, predikat_dari_label, rating_dari_label
from pegawai.enums import JenisJabatan, JenisKelamin, JenisPegawai
from pegawai.rules.golongan import Golongan, pppk_terselubung
from pegawai.rules.nip import Nip
from pegawai.rules.siasn import KOLOM_69, KOSONG, VARIAN

KECIL, BESAR = 600, 6000


@cache
def daerah(jumlah: int = BESAR, benih: int = 1) -> Daerah:
    return bangun_daerah("batanghari", jumlah, benih)


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return tulis_berkas(daerah(), tmp_path_factory.mktemp("contoh"))


@pytest.fixture(scope="module")
def siasn(berkas: dict[str, Path]) -> dict[str, list[dict[str, str]]]:
    """Rows of the export by NIP, apostrophes taken off, `null` kept."""
    hasil: dict[str, list[dict[str, str]]] = defaultdict(list)
    with berkas["siasn"].open(encoding="utf-8", newline="") as masuk:
        for baris in csv.DictReader(masuk):
            isi = {nama: nilai.removeprefix("'") for nama, nilai in baris.items()}
            hasil[isi["NIP BARU"]].append(isi)
    return hasil


@pytest.fixture(scope="module")
def data_awal(berkas: dict[str, Path]) -> dict[str, list[list[object]]]:
    buku = load_workbook(str(berkas["data_awal"]))
    return {nama: buku.get_sheet_by_name(nama).to_python() for nama in buku.sheet_names}


def orang_dengan(jenis: JenisKesalahan) -> list[Orang]:
    return [o for o in daerah().orang if o.kesalahan is jenis]


def bersih() -> list[Orang]:
    return [o for o in daerah().orang if o.nip in daerah().bersih]


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
    [("atlantis", 500, "Gunakan: batanghari"), ("batanghari", 49, "paling sedikit 50")],
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


# Files -------------------------------------------------------------------------------------------


def test_the_workbook_data_awal_has_the_sheets_and_headers_of_the_specification(data_awal) -> None:
    assert {nama: tuple(isi[0]) for nama, isi in data_awal.items()} == LEMBAR
    for nama, isi in data_awal.items():
        assert len(isi) > 1, nama
        assert all(isinstance(baris[0], str) and len(baris[0]) == 18 for baris in isi[1:]), nama


@pytest.mark.parametrize(
    ("kunci", "periode", "kolom"),
    [
        ("ekinerja_2023", "Periode Tahunan Tahun 2023", "Predikat Kinerja Tahunan"),
        ("ekinerja_2025", "Periode Tahunan Tahun 2025", "Predikat Kinerja Tahunan"),
        ("ekinerja_bulanan_2026_06", "Periode Bulanan 6 Tahun 2026", "Predikat Kinerja Periodik"),
    ],
)
def test_an_ekinerja_recap_reads_back_in_its_layout(berkas, kunci: str, periode: str, kolom: str) -> None:
    baris = load_workbook(str(berkas[kunci])).get_sheet_by_index(0).to_python()
    assert baris[2][0] == periode
    assert baris[4][1] == "NIP"
    assert baris[4][-1] == kolom
    aturan = daerah().aturan
    for _, nip, _, _, hasil, perilaku, predikat in baris[5:]:
        assert len(nip) == 18
        seharusnya = predikat_dari(rating_dari_label(hasil), rating_dari_label(perilaku), aturan)
        assert predikat_dari_label(predikat) is seharusnya


def test_people_who_moved_in_have_their_predikat_in_data_awal_instead_of_ekinerja(berkas, data_awal) -> None:
    pindahan = {o.nip for o in daerah().orang if o.pindahan and o.predikat}
    baris = load_workbook(str(berkas["ekinerja_2025"])).get_sheet_by_index(0).to_python()
    assert pindahan == {b[0] for b in data_awal["Predikat"][1:]}
    assert not pindahan & {b[1] for b in baris[5:]}


@pytest.mark.parametrize("varian", VARIAN)
def test_every_width_of_the_siasn_export_is_the_same_table_cut_short(tmp_path: Path, varian: int) -> None:
    isi = _baca_csv(tulis_siasn_csv(daerah(KECIL), tmp_path / "a.csv", varian=varian))
    penuh = _baca_csv(tulis_siasn_csv(daerah(KECIL), tmp_path / "b.csv"))
    assert tuple(isi[0]) == VARIAN[varian]
    assert isi == [baris[:varian] for baris in penuh]


def test_the_export_can_be_saved_with_semicolons_and_a_bom(tmp_path: Path) -> None:
    lain = tulis_siasn_csv(daerah(KECIL), tmp_path / "a.csv", pemisah=";", bom=True)
    assert lain.read_bytes().startswith("\N{BYTE ORDER MARK}PNS ID;NIP BARU".encode())
    biasa = tulis_siasn_csv(daerah(KECIL), tmp_path / "b.csv")
    assert _baca_csv(lain, ";") == _baca_csv(biasa)


def test_the_export_as_xlsx_holds_the_same_texts(tmp_path: Path) -> None:
    buku = load_workbook(str(tulis_siasn_xlsx(daerah(KECIL), tmp_path / "a.xlsx")))
    lembar = buku.get_sheet_by_index(0).to_python()
    assert lembar == _baca_csv(tulis_siasn_csv(daerah(KECIL), tmp_path / "b.csv"))


def _baca_csv(berkas: Path, pemisah: str = ",") -> list[list[str]]:
    with berkas.open(encoding="utf-8-sig", newline="") as masuk:
        return list(csv.reader(masuk, delimiter=pemisah))


def test_cells_keep_the_quirks_of_the_real_export(berkas) -> None:
    kepala, pertama = _baca_csv(berkas["siasn"])[:2]
    baris = dict(zip(kepala, pertama, strict=True))
    assert tuple(kepala) == KOLOM_69
    assert baris["NIP BARU"].startswith("'")
    assert baris["KPKN NAMA"] == KOSONG
    assert baris["TMT CPNS"].count("-") == 2
    assert len(baris["TMT CPNS"].partition("-")[0]) == 2


def test_a_disguised_pppk_row_means_the_golongan_of_the_person(siasn) -> None:
    tersamar = [o for o in daerah().orang if o.tersamar]
    assert tersamar
    for o in tersamar:
        baris = siasn[o.nip][0]
        assert baris["KEDUDUKAN HUKUM ID"] == "71"
        assert "/" in baris["GOL AKHIR NAMA"]
        if o.kesalahan is None:
            assert pppk_terselubung(baris["GOL AKHIR NAMA"]).nama == o.golongan


def test_the_unit_export_is_a_tree_indented_by_dashes(berkas) -> None:
    baris = _baca_csv(berkas["unit_kerja"])[1:]
    dalam = {id_: len(nama) - len(nama.lstrip("-")) for id_, nama, _ in baris}
    assert berkas["unit_kerja"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert all(dalam[id_] == dalam[atas] + 2 for id_, _, atas in baris[1:])


# Seeded faults -----------------------------------------------------------------------------------


def test_three_percent_are_faulty_and_every_kind_occurs() -> None:
    d = daerah()
    assert 0.95 <= len(d.bersih) / len(d.orang) <= 0.975
    assert {k.jenis for k in d.kesalahan} == set(JenisKesalahan)


def test_the_list_of_faults_names_every_person_who_is_not_clean(berkas) -> None:
    isi = json.loads(berkas["kesalahan"].read_text(encoding="utf-8"))
    kotor = {k["nip"] for k in isi["kesalahan"] if k["akibat"] != Akibat.DITANGANI}
    assert kotor == {o.nip for o in daerah().orang} - daerah().bersih
    assert isi["bersih"] == len(daerah().bersih)


@pytest.mark.parametrize(
    ("jenis", "kolom", "tampak"),
    [
        (JenisKesalahan.GOLONGAN_TIDAK_DIKENAL, "GOL AKHIR NAMA", "III/f"),
        (JenisKesalahan.TANGGAL_MUSTAHIL, "TMT GOLONGAN", "31-02-2022"),
        (JenisKesalahan.PENDIDIKAN_HILANG, "PENDIDIKAN NAMA", KOSONG),
        (JenisKesalahan.PENDIDIKAN_HILANG, "TINGKAT PENDIDIKAN ID", KOSONG),
        (JenisKesalahan.UNIT_TIDAK_DIKENAL, "UNOR NAMA", "Unit Lama"),
    ],
)
def test_a_fault_shows_in_its_cell_and_nowhere_else(
    siasn, jenis: JenisKesalahan, kolom: str, tampak: str
) -> None:
    terkena = {nip for nip, baris in siasn.items() if baris[0][kolom] == tampak}
    assert terkena == {o.nip for o in orang_dengan(jenis)}


def test_a_wrong_birth_date_disagrees_with_the_nip(siasn) -> None:
    beda = set()
    for nip, baris in siasn.items():
        hari, bulan, tahun = baris[0]["TANGGAL LAHIR"].split("-")
        if f"{tahun}{bulan}{hari}" != nip[:8]:
            beda.add(nip)
    assert beda == {o.nip for o in orang_dengan(JenisKesalahan.NIP_BEDA_TANGGAL_LAHIR)}


def test_a_doubled_nip_has_two_rows_with_different_posts(siasn) -> None:
    ganda = {nip for nip, baris in siasn.items() if len(baris) == 2}
    assert ganda == {o.nip for o in orang_dengan(JenisKesalahan.NIP_GANDA)}


def test_an_unknown_unit_is_in_no_unit_file(berkas, siasn) -> None:
    dikenal = {baris[0] for baris in _baca_csv(berkas["unit_kerja"])}
    asing = {nip for nip, baris in siasn.items() if baris[0]["UNOR ID"] not in dikenal}
    assert asing == {o.nip for o in orang_dengan(JenisKesalahan.UNIT_TIDAK_DIKENAL)}


def test_faults_about_leaders_show_in_the_sheet_atasan(data_awal) -> None:
    atasan = dict(data_awal["Atasan"][1:])
    puncak = daerah().orang[0].nip
    semua = {o.nip for o in daerah().orang} - {puncak}
    assert semua - set(atasan) == {o.nip for o in orang_dengan(JenisKesalahan.TANPA_ATASAN)}
    diri = {nip for nip, atas in atasan.items() if nip == atas}
    assert diri == {o.nip for o in orang_dengan(JenisKesalahan.ATASAN_DIRI_SENDIRI)}
    saling = {nip for nip, atas in atasan.items() if nip != atas and atasan.get(atas) == nip}
    assert saling == {o.nip for o in orang_dengan(JenisKesalahan.ATASAN_MELINGKAR)}


def test_a_leader_past_retirement_is_in_the_export_and_past_it() -> None:
    menurut_nip = {o.nip: o for o in daerah().orang}
    for o in orang_dengan(JenisKesalahan.ATASAN_LEWAT_BUP):
        atasan = menurut_nip[o.atasan_nip]
        assert atasan.kesalahan is JenisKesalahan.LEWAT_BUP
        assert add_years(atasan.tanggal_lahir, atasan.jabatan.bup) < daerah().per


def test_a_missing_predikat_and_a_missing_pak_are_missing(berkas, data_awal) -> None:
    dinilai = {
        b[1] for b in load_workbook(str(berkas["ekinerja_2025"])).get_sheet_by_index(0).to_python()[5:]
    }
    ber_pak = {b[0] for b in data_awal["PAK"][1:]}
    assert not dinilai & {o.nip for o in orang_dengan(JenisKesalahan.PREDIKAT_HILANG)}
    seharusnya = {o.nip for o in daerah().orang if o.angka_kredit is not None}
    assert seharusnya - ber_pak == {o.nip for o in orang_dengan(JenisKesalahan.PAK_HILANG)}


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
