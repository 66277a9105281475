"""From a gap to what closes it."""

from datetime import date
from types import SimpleNamespace

import pytest

from karier.services import rencana_usul
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.pencocokan import SaranPengembangan, find_all_gaps, find_gaps, suggest_development
from mentoring.services.pasangan import stored_for
from mentoring.services.saran import arrange
from mentoring.tests.pabrik import SAAT, PasanganPabrik, PermintaanPabrik, ProfilMentorPabrik
from pegawai.enums import JenisJabatan, Jenjang, KompetensiMansoskul
from pegawai.models import AsesmenKompetensi, Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik
from pegawai.tests.pabrik_kompetensi import (
    AsesmenPabrik,
    KompetensiTeknisPabrik,
    LevelTeknisPabrik,
    StandarKompetensiPabrik,
    StandarTeknisPabrik,
)
from pelatihan.enums import Metode
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 21)


@pytest.fixture
def orang() -> Pegawai:
    """Komunikasi one level short, Integritas two."""
    orang: Pegawai = PegawaiPabrik(pelaksana=True)
    standar = {"komunikasi": 3, "integritas": 3}
    StandarKompetensiPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, **standar)
    AsesmenPabrik(pegawai=orang, komunikasi=2, integritas=1)
    return orang


def _keadaan(orang: Pegawai) -> Keadaan:
    return read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=PER)[orang.pk]


def _saran(orang: Pegawai) -> SaranPengembangan | None:
    return suggest_development(pegawai=orang, keadaan=_keadaan(orang), per=PER)


def test_gaps_come_with_levels_the_largest_first(orang: Pegawai) -> None:
    assert [c.teks for c in find_gaps(_keadaan(orang))] == [
        "Integritas level 1 ke 3",
        "Komunikasi level 2 ke 3",
    ]


def test_the_gaps_of_many_are_those_of_each(orang: Pegawai) -> None:
    lain = PegawaiPabrik(pelaksana=True)
    semua = [_keadaan(satu) for satu in (lain, orang)]
    assert find_all_gaps(semua) == {lain.pk: [], orang.pk: find_gaps(semua[1])}


def test_the_main_gap_gets_up_to_three_trainings_and_one_mentor(orang: Pegawai) -> None:
    integritas = KompetensiMansoskul.INTEGRITAS
    PelatihanPabrik.create_batch(4, kompetensi__kompetensi=integritas)
    ProfilMentorPabrik(keahlian__kompetensi=integritas)
    saran = _saran(orang)
    assert saran is not None
    assert saran.celah.kompetensi is integritas
    assert len(saran.pelatihan) == 3
    assert saran.mentor is not None
    assert [c.nama for c in saran.lain] == ["Komunikasi"]


def test_a_remote_unit_is_offered_online_programmes_first(orang: Pegawai) -> None:
    orang.unit = UnitKerjaPabrik(jauh=True, instansi=orang.instansi)
    orang.save()
    for metode in (Metode.TATAP_MUKA, Metode.CAMPURAN, Metode.DARING):
        PelatihanPabrik(metode=metode, kompetensi__kompetensi=KompetensiMansoskul.INTEGRITAS)
    saran = _saran(orang)
    assert saran is not None
    assert [p.metode for p in saran.pelatihan] == [Metode.DARING, Metode.CAMPURAN, Metode.TATAP_MUKA]


def test_only_programmes_meant_for_the_jabatan_are_offered(orang: Pegawai) -> None:
    integritas = KompetensiMansoskul.INTEGRITAS
    fungsional, madya, lain, sesuai = PelatihanPabrik.create_batch(4, kompetensi__kompetensi=integritas)
    SasaranPelatihanPabrik(pelatihan=fungsional, jenis_jabatan=JenisJabatan.FUNGSIONAL)
    SasaranPelatihanPabrik(
        pelatihan=madya, jenjang_dari=Jenjang.AHLI_MADYA, jenjang_sampai=Jenjang.AHLI_UTAMA
    )
    SasaranPelatihanPabrik(pelatihan=lain, nama_jabatan="Auditor")
    SasaranPelatihanPabrik(
        pelatihan=sesuai,
        jenis_jabatan=JenisJabatan.PELAKSANA,
        jenjang_dari=Jenjang.PELAKSANA,
        jenjang_sampai=Jenjang.PELAKSANA,
        nama_jabatan="Pengelola Kepegawaian",
    )
    saran = _saran(orang)
    assert saran is not None
    assert [p.pelatihan_id for p in saran.pelatihan] == [sesuai.pk]


def test_someone_with_a_running_mentor_is_not_offered_another(orang: Pegawai) -> None:
    ProfilMentorPabrik(keahlian__kompetensi=KompetensiMansoskul.INTEGRITAS)
    PasanganPabrik(mentee=orang)
    saran = _saran(orang)
    assert saran is not None
    assert saran.mentor is None


def test_without_an_assessment_no_gap_is_claimed() -> None:
    assert _saran(PegawaiPabrik(pelaksana=True)) is None


def test_the_outcomes_of_many_cost_as_many_queries_as_of_one(django_assert_num_queries: object) -> None:
    satu = PegawaiPabrik(pelaksana=True)
    banyak = [satu, *PegawaiPabrik.create_batch(19, pelaksana=True, instansi=satu.instansi)]
    with django_assert_num_queries(9):  # type: ignore[operator]
        read_outcomes([satu.pk], instansi_id=satu.instansi_id, per=PER)
    with django_assert_num_queries(9):  # type: ignore[operator]
        assert len(read_outcomes([p.pk for p in banyak], instansi_id=satu.instansi_id, per=PER)) == 20


def test_a_technical_gap_has_the_mentor_that_is_stored_for_it(orang: Pegawai) -> None:
    """First who would be best; then who is stored, also where another has become better meanwhile."""
    AsesmenKompetensi.objects.all().delete()
    standar = StandarTeknisPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, level=4)
    teknis = standar.kompetensi
    LevelTeknisPabrik(pegawai=orang, kompetensi=teknis, level=2)
    satu = ProfilMentorPabrik()
    satu.keahlian.update(kompetensi="", teknis=teknis, level=4)
    saran = _saran(orang)
    assert saran is not None
    assert saran.mentor is not None
    assert (saran.mentor.profil_id, teknis.nama in saran.mentor.alasan) == (satu.pk, True)
    permintaan = PermintaanPabrik(
        pegawai=orang, kompetensi="", teknis=teknis, level_sekarang=2, level_wajib=4
    )
    assert arrange(instansi_id=orang.instansi_id, at=SAAT)
    lebih = ProfilMentorPabrik()
    lebih.keahlian.update(kompetensi="", teknis=teknis, level=5)
    saran = _saran(orang)
    assert saran is not None
    assert saran.mentor is not None
    assert saran.mentor.profil_id == stored_for(permintaan)[0].mentor_id == satu.pk


def test_who_waits_for_one_technical_competency_is_named_nobody_for_another(orang: Pegawai) -> None:
    AsesmenKompetensi.objects.all().delete()
    standar = StandarTeknisPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, level=4)
    LevelTeknisPabrik(pegawai=orang, kompetensi=standar.kompetensi, level=2)
    profil = ProfilMentorPabrik()
    profil.keahlian.update(kompetensi="", teknis=standar.kompetensi, level=4)
    PermintaanPabrik(pegawai=orang, kompetensi="", teknis=KompetensiTeknisPabrik())
    saran = _saran(orang)
    assert saran is not None
    assert saran.mentor is None


def test_of_equal_gaps_what_was_assessed_comes_first(orang: Pegawai) -> None:
    AsesmenKompetensi.objects.all().delete()
    jabatan = orang.riwayat_jabatan.get().jabatan
    StandarTeknisPabrik(jabatan=jabatan, level=3, kompetensi__nama="Arsip")
    terukur = StandarTeknisPabrik(jabatan=jabatan, level=3, kompetensi__nama="Zonasi").kompetensi
    LevelTeknisPabrik(pegawai=orang, kompetensi=terukur, level=2)
    saran = _saran(orang)
    assert saran is not None
    assert (saran.celah.nama, [c.nama for c in saran.lain]) == ("Zonasi", ["Arsip"])


def test_a_plan_names_a_mentor_for_the_gap_that_they_are_suggested_for(
    orang: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HR has established Komunikasi, so that gap comes first; the mentor suggested holds Integritas."""
    profil = ProfilMentorPabrik(keahlian__kompetensi=KompetensiMansoskul.INTEGRITAS)
    bahan, _ = rencana_usul.gather(orang, 2027, PER)
    assert (bahan.celah[0].kunci, bahan.mentor) == ("integritas", profil.pegawai.nama)
    ditetapkan = [SimpleNamespace(sasaran="komunikasi", pk=1)]
    monkeypatch.setattr(rencana_usul, "established_for", lambda *_: ditetapkan)
    bahan, _ = rencana_usul.gather(orang, 2027, PER)
    assert (bahan.celah[0].kunci, bahan.mentor) == ("komunikasi", "")
