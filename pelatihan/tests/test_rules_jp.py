"""JP: minutes, caps when crediting, rights and ceilings; and the names of the 25 forms."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import MasukanSalah
from pegawai.enums import BentukPengembangan as B
from pegawai.rules import jp as rumus
from pelatihan.rules.bentuk import NAMA_SIASN, bentuk_dari_id, bentuk_dari_nama, nama_siasn
from pelatihan.rules.topik import TOPIK

PER = date(2026, 11, 21)
A = aturan_per(PER)
MENURUT_KODE = {t.kode: t for t in TOPIK}
SESI = {B.COACHING, B.MENTORING}
HARIAN = {B.BELAJAR_MANDIRI, B.KOMUNITAS_BELAJAR}
KEGIATAN = {B.MAGANG: 20, B.DETASERING: 20, B.PERTUKARAN_PNS_SWASTA: 20, B.PATOK_BANDING: 10}
KLASIKAL = {B(n) for n in range(1, 14)} - {B.MAGANG}


def jawab(kode, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)


# -- minutes and caps -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("menit", "jp", "sisa"), [(0, 0, 0), (44, 0, 44), (45, 1, 0), (89, 1, 44), (90, 2, 0), (450, 10, 0)]
)
def test_a_part_of_a_jp_is_dropped(menit, jp, sisa):
    assert rumus.menit_ke_jp(menit, A) == jp
    assert jawab("menit_ke_jp", menit=menit) == {"jp": jp, "sisa_menit": sisa, "menit_per_jp": 45}


@pytest.mark.lambat
@given(st.integers(0, 10**6))
def test_minutes_round_down_as_exact_fractions_do(menit):
    assert rumus.menit_ke_jp(menit, A) == Fraction(menit, 45).__floor__()


@pytest.mark.parametrize("bentuk", sorted(SESI))
@pytest.mark.parametrize(("sesi", "jp"), [(0, 0), (1, 2), (2, 4), (3, 4), (30, 4)])
def test_a_third_session_of_the_month_brings_no_jp(bentuk, sesi, jp):
    assert rumus.jp_sesi_bulanan(bentuk, sesi, A) == jp
    assert jawab("jp_sesi_bulanan", bentuk=bentuk.name, sesi_dalam_bulan=sesi) == {
        "jp_diakui": jp,
        "sesi_diakui": min(sesi, 2),
        "sesi_tidak_diakui": max(sesi - 2, 0),
        "jp_per_sesi": 2,
    }


@pytest.mark.parametrize("bentuk", sorted(set(B) - SESI))
def test_only_coaching_and_mentoring_count_by_session(bentuk):
    with pytest.raises(DomainError, match="coaching dan mentoring") as galat:
        rumus.jp_sesi_bulanan(bentuk, 1, A)
    assert galat.value.kode == "bukan_bentuk_sesi"
    assert "jp_bentuk" in galat.value.tindakan
    assert "error" in jawab("jp_sesi_bulanan", bentuk=bentuk.name, sesi_dalam_bulan=1)


@pytest.mark.parametrize("bentuk", list(B))
def test_a_form_counts_by_session_by_activity_or_by_its_curriculum(bentuk):
    hasil = jawab("jp_bentuk", bentuk=bentuk.name)
    assert rumus.jp_kegiatan(bentuk, A) == KEGIATAN.get(bentuk)
    assert hasil["bentuk"] == NAMA_SIASN[bentuk]
    if bentuk in SESI:
        assert (hasil["jp"], hasil["satuan"]) == (2, "per sesi")
    elif bentuk in KEGIATAN:
        assert (hasil["jp"], hasil["satuan"]) == (KEGIATAN[bentuk], "per kegiatan")
    else:
        assert (hasil["jp"], hasil["satuan"]) == (None, "menurut jam kurikulum")
        assert hasil["jp_paling_banyak_per_hari"] == (2 if bentuk in HARIAN else None)
        assert "tidak punya JP tetap" in hasil["catatan"]


@pytest.mark.parametrize("bentuk", list(B))
@pytest.mark.parametrize("diklaim", [0, 1, 2, 3, 8])
def test_the_cap_of_a_day_holds_for_two_forms_only(bentuk, diklaim):
    diakui = min(diklaim, 2) if bentuk in HARIAN else diklaim
    hasil = jawab("jp_harian_maks", bentuk=bentuk.name, jp_diklaim_per_hari=diklaim)
    assert rumus.jp_harian(bentuk, diklaim, A) == diakui
    assert (hasil["jp_diakui"], hasil["jp_tidak_diakui"]) == (diakui, diklaim - diakui)
    assert hasil["jp_maks_per_hari"] == (2 if bentuk in HARIAN else None)
    assert ("catatan" in hasil) is (bentuk not in HARIAN)


# -- floor and ceiling of a year --------------------------------------------------------------


@pytest.mark.parametrize(("jp", "kurang"), [(0, 20), (19, 1), (20, 0), (21, 0), (35, 0)])
def test_twenty_jp_are_the_right_of_a_pns(jp, kurang):
    assert rumus.kurang_jp_pns(jp, A) == kurang
    assert jawab("hak_20_jp_pns", jp_tahun=jp) == {
        "terpenuhi": kurang == 0,
        "kurang": kurang,
        "jp_minimal": 20,
    }


@pytest.mark.parametrize(("jp", "lebih"), [(0, 0), (24, 0), (25, 1), (60, 36)])
def test_the_ceiling_of_a_pppk_warns_and_never_blocks(jp, lebih):
    hasil = jawab("jp_pppk_24", jp_tahun=jp)
    assert rumus.lebih_jp_pppk(jp, A) == lebih
    assert (hasil["peringatan"], hasil["lebih"], hasil["jp_maksimal"]) == (lebih > 0, lebih, 24)
    assert (hasil["boleh_dicatat"], hasil["diblokir"]) == (True, False)
    assert ("catatan" in hasil) is (lebih > 0)


@pytest.mark.parametrize(
    ("jp", "skor"),
    [(0, 20), (19, 20), (20, 60), (21, 70), (30, 70), (31, 80), (40, 80), (41, 80), (42, 100), (200, 100)],
)
def test_the_local_rubric_steps_up_with_the_jp_of_a_year(jp, skor):
    assert rumus.skor_jp(jp, A) == skor
    hasil = jawab("skor_jp", jp=jp)
    assert hasil["skor"] == skor
    assert "bukan ketentuan nasional" in hasil["catatan"]


# -- the forms --------------------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", list(B))
def test_every_form_is_klasikal_or_nonklasikal(bentuk):
    kelompok = "klasikal" if bentuk in KLASIKAL else "nonklasikal"
    assert rumus.kelompok(bentuk, A) == kelompok
    assert jawab("bentuk_klasik", bentuk=NAMA_SIASN[bentuk]) == {
        "kelompok": kelompok,
        "bentuk": NAMA_SIASN[bentuk],
        "id": str(bentuk.value),
    }


@pytest.mark.parametrize("bentuk", list(B))
def test_every_form_has_one_siasn_name_that_reads_back(bentuk):
    nama = nama_siasn(bentuk)
    assert bentuk_dari_nama(nama) is bentuk_dari_nama(bentuk.name) is bentuk
    assert bentuk_dari_nama(nama.lower()) is bentuk_dari_nama(str(bentuk.value)) is bentuk
    assert bentuk_dari_id(f" {bentuk.value} ") is bentuk
    for isi in ({"id": str(bentuk.value)}, {"id": bentuk.value}, {"nama": nama}):
        hasil = jawab("jenis_diklat_siasn", **isi)
        assert (hasil["nama"], hasil["id"]) == (nama, str(bentuk.value))


def test_names_of_siasn_are_all_different():
    assert len(set(NAMA_SIASN.values())) == len(B) == 25


@pytest.mark.parametrize(
    ("tulisan", "bentuk"),
    [
        ("e-learning", B.E_LEARNING),
        ("Elearning", B.E_LEARNING),
        ("bimtek", B.BIMBINGAN_TEKNIS),
        ("lokakarya", B.WORKSHOP),
        ("benchmarking", B.PATOK_BANDING),
        ("patok banding", B.PATOK_BANDING),
        ("secondment", B.DETASERING),
        ("detasering", B.DETASERING),
        ("outbond", B.PEMBELAJARAN_ALAM_TERBUKA),
        ("outbound", B.PEMBELAJARAN_ALAM_TERBUKA),
        ("pembelajaran alam terbuka", B.PEMBELAJARAN_ALAM_TERBUKA),
        ("komunitas belajar", B.KOMUNITAS_BELAJAR),
        ("CoP", B.KOMUNITAS_BELAJAR),
        ("belajar mandiri", B.BELAJAR_MANDIRI),
        ("self development", B.BELAJAR_MANDIRI),
        ("pertukaran", B.PERTUKARAN_PNS_SWASTA),
        ("pertukaran PNS–swasta", B.PERTUKARAN_PNS_SWASTA),
        ("Pertukaran PNS dengan pegawai swasta/BUMN/BUMD", B.PERTUKARAN_PNS_SWASTA),
        ("PJJ", B.PELATIHAN_JARAK_JAUH),
        ("magang/praktik kerja", B.MAGANG),
        ("pelatihan klasikal lainnya", B.KLASIKAL_LAINNYA),
        ("pelatihan nonklasikal lainnya", B.NONKLASIKAL_LAINNYA),
        ("pelatihan teknis", B.DIKLAT_TEKNIS),
        ("teknis", B.DIKLAT_TEKNIS),
        ("fungsional", B.DIKLAT_FUNGSIONAL),
        ("struktural", B.DIKLAT_STRUKTURAL),
        ("manajerial", B.PELATIHAN_MANAJERIAL),
        ("Pelatihan Manajerial", B.PELATIHAN_MANAJERIAL),
        ("sosial kultural", B.PELATIHAN_SOSIAL_KULTURAL),
        ("webinar", B.SEMINAR),
    ],
)
def test_usual_spellings_are_read(tulisan, bentuk):
    assert bentuk_dari_nama(tulisan) is bentuk


@pytest.mark.parametrize("tulisan", ["", "rapat", "0", "26", "seminarium"])
def test_an_unknown_form_says_what_to_write(tulisan):
    with pytest.raises(DomainError, match=f"Seminar, Coaching.*'{tulisan}'") as galat:
        bentuk_dari_nama(f" {tulisan} ")
    assert galat.value.kode == "bentuk_tidak_dikenal"


@pytest.mark.parametrize("kode", ["0", "26", "-1", "", "Seminar", "1.5"])
def test_an_unknown_id_says_which_there_are(kode):
    with pytest.raises(DomainError, match="dari 1 sampai 25") as galat:
        bentuk_dari_id(kode)
    assert galat.value.kode == "bentuk_tidak_dikenal"
    assert "error" in jawab("jenis_diklat_siasn", id=kode)


def test_id_and_name_together_must_agree():
    assert jawab("jenis_diklat_siasn", id="9", nama="Seminar")["nama"] == "Seminar"
    for isi in ({"id": "9", "nama": "Coaching"}, {}):
        assert jawab("jenis_diklat_siasn", **isi)["kode"] == "jenis_diklat_siasn"


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("menit_ke_jp", {"menit": -1}),
        ("menit_ke_jp", {"menit": "sejam"}),
        ("menit_ke_jp", {}),
        ("jp_sesi_bulanan", {"bentuk": "coaching", "sesi_dalam_bulan": -1}),
        ("jp_bentuk", {"bentuk": "rapat"}),
        ("hak_20_jp_pns", {"jp_tahun": -1}),
        ("hak_20_jp_pns", {"jp_tahun": "dua puluh"}),
        ("skor_jp", {"jp": 1_000_001}),
    ],
)
def test_what_cannot_be_read_is_refused(kode, isi):
    with pytest.raises(MasukanSalah):
        jawab(kode, **isi)
