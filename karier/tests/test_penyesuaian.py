"""A penyesuaian ijazah from the run to the SK: a proposal among the others, to the golongan of the ijazah."""

from datetime import date

import pytest
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from karier.enums import JalurPangkat, JenisKeputusan, JenisPutusan, StatusUsul
from karier.enums import StatusRekomendasi as S
from karier.models import Rekomendasi, SuratPengantar, UsulKenaikanPangkat
from karier.services.berkas_kp import nominatif
from karier.services.catatan_putusan import rules_behind
from karier.services.keadaan import read_outcomes
from karier.services.lembar import find_proposal
from karier.services.lembar_putusan import decision_sheet
from karier.services.rekomendasi import putuskan_rekomendasi
from karier.tests.bantu import memenuhi, putuskan, satu
from karier.tests.bulan import DAFTAR, TMT, baris_siasn, status_siasn, tetapkan, tumpukan, usul
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from pegawai.enums import JenisUjian
from pegawai.models import HasilUjian, Pegawai
from pegawai.tests.pabrik import HasilUjianPabrik, RiwayatPangkatPabrik, hr_dari, nyatakan_lengkap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = SAAT.date()
II_B, II_C, II_D, III_A = 6, 7, 8, 9
LAMA, BARU = date(2022, 4, 1), date(2025, 4, 1)


def sarjana(golongan: int = II_B) -> Pegawai:
    """A pelaksana who has become a sarjana since, and has passed the examination (UPKP).

    The next golongan is not due for years.
    """
    orang = memenuhi(nama="Sarjana Baru", pangkat__golongan=golongan, pangkat__tmt=BARU)
    HasilUjianPabrik(pegawai=orang, jenis=JenisUjian.UPKP)
    return orang


@pytest.fixture
def orang() -> Pegawai:
    orang = sarjana()
    nyatakan_lengkap(orang.instansi)
    jalankan_sampai_selesai(orang.instansi)
    return orang


@pytest.fixture
def hr(orang):
    return hr_dari(orang.instansi)


@pytest.fixture
def meja(client, hr):
    client.force_login(hr)
    return client


def pangkat_biasa(orang: Pegawai) -> None:
    """The next golongan is due too, from the next run on."""
    orang.riwayat_pangkat.update(tmt=LAMA)


def tanpa_upkp(orang: Pegawai) -> None:
    """The examination turns out to be entered wrongly."""
    HasilUjian.objects.filter(pegawai=orang).delete()


def lagi(orang: Pegawai) -> dict[str, tuple[str, bool]]:
    """Another run; what then stands about this person: golongan, status, and whether to review."""
    jalankan_sampai_selesai(orang.instansi)
    semua = Rekomendasi.objects.filter(pegawai=orang, jenis="kenaikan_pangkat")
    return {r.sasaran: (S(r.status), r.perlu_ditinjau) for r in semua}


def putuskan_dahulu(orang: Pegawai, hr, jenis: JenisKeputusan) -> None:
    """The next golongan was decided about before the examination was passed."""
    tanpa_upkp(orang)
    pangkat_biasa(orang)
    lagi(orang)
    Rekomendasi.objects.filter(sasaran=str(III_A)).delete()
    putuskan(orang, hr, jenis)
    HasilUjianPabrik(pegawai=orang, jenis=JenisUjian.UPKP)


def test_an_ijazah_is_recommended_for_while_the_next_golongan_is_not_due(orang):
    r = satu(orang)
    assert (r.sasaran, r.status, r.periode) == (str(III_A), S.MENUNGGU, TMT)


def test_the_higher_golongan_is_recommended_and_a_waiting_lower_one_falls(orang):
    tanpa_upkp(orang)
    pangkat_biasa(orang)
    assert lagi(orang) == {str(III_A): (S.GUGUR, False), str(II_C): (S.MENUNGGU, False)}
    HasilUjianPabrik(pegawai=orang, jenis=JenisUjian.UPKP)
    assert lagi(orang) == {str(III_A): (S.MENUNGGU, False), str(II_C): (S.GUGUR, False)}
    assert Rekomendasi.objects.get(sasaran=str(II_C)).alasan_gugur == (
        "Ijazahnya membuka kenaikan pangkat ke golongan yang lebih tinggi."
    )


def test_a_proposal_to_the_next_golongan_keeps_its_ground_and_holds_the_ijazah_back(orang, hr):
    putuskan_dahulu(orang, hr, JenisKeputusan.TETAPKAN)
    assert lagi(orang) == {str(II_C): (S.DITETAPKAN, False)}


def test_nobody_is_proposed_twice_for_one_tmt(orang, hr):
    putuskan_dahulu(orang, hr, JenisKeputusan.TUNDA)
    assert lagi(orang) == {str(II_C): (S.DITUNDA, False), str(III_A): (S.MENUNGGU, False)}
    ijazah, biasa = Rekomendasi.objects.get(sasaran=str(III_A)), Rekomendasi.objects.get(sasaran=str(II_C))
    Rekomendasi.objects.filter(pk=ijazah.pk).update(status=S.DITETAPKAN)
    isian = {"alasan": "", "actor": hr, "at": SAAT, "versi": biasa.versi}
    with pytest.raises(DomainError, match=r"diusulkan ke Penata Muda \(III/a\) untuk TMT 1 Januari 2027"):
        putuskan_rekomendasi(rekomendasi_id=biasa.pk, jenis=JenisKeputusan.TETAPKAN, **isian)


def test_a_waiting_one_whose_examination_is_gone_falls_without_naming_what_only_hr_reads(orang):
    tanpa_upkp(orang)
    assert lagi(orang) == {str(III_A): (S.GUGUR, False)}
    assert satu(orang).alasan_gugur == "Ada syarat yang ditangani pengelola kepegawaian."


def test_a_waiting_one_names_the_open_requirement_of_the_ijazah(orang):
    orang.riwayat_pangkat.update(tmt=date(2026, 6, 1))
    lagi(orang)
    assert satu(orang).alasan_gugur == "Masa dalam pangkat: belum terpenuhi."


def test_whoever_is_ready_by_an_ijazah_lies_on_one_heap_only(orang, hr):
    assert tumpukan(orang.instansi, hr, HARI) == {"siap": 1}


def test_the_row_tells_the_kind_and_the_requirements_of_the_ijazah(meja, orang):
    (b,) = meja.get(reverse(DAFTAR)).context["baris"]
    assert (b["jenis"], b["golongan"]) == ("Penyesuaian ijazah", "II/b ke III/a")
    assert (b["alasan"], b["paling_cepat"]) == ([], "")
    assert "Ujian penyesuaian kenaikan pangkat" in {c["teks"] for c in b["chip"]}


def test_it_goes_under_the_letter_of_the_month_with_its_own_checklist(meja, orang):
    tetapkan(meja, pilih=[f"{satu(orang).pk}.{satu(orang).versi}"])
    assert usul(orang).jalur == JalurPangkat.PENYESUAIAN_IJAZAH
    (baris,) = nominatif(SuratPengantar.objects.get())
    assert (baris.jenis, baris.baru) == ("Penyesuaian ijazah", "III/a")
    (b,) = meja.get(reverse(DAFTAR), {"tab": "diusulkan"}).context["baris"]
    assert b["jenis"] == "Penyesuaian ijazah"
    kembali = meja.get(reverse("admin:karier_kp_jawaban", args=[usul(orang).pk, "bts"])).content.decode()
    assert "Tanda lulus ujian penyesuaian kenaikan pangkat (UPKP)" in kembali


def test_whoever_decides_reads_which_rules_it_rests_on(orang):
    assert [teks.partition(" (")[0] for teks in rules_behind([satu(orang)])] == [
        "Syarat kenaikan pangkat penyesuaian ijazah"
    ]


def test_an_examination_that_is_gone_since_the_run_keeps_it_out_of_the_letter(meja, orang, hr):
    tanpa_upkp(orang)
    isi = {"pilih": [f"{satu(orang).pk}.{satu(orang).versi}"], "periode": "2027-01"}
    assert (
        "sekarang belum memenuhi syarat: ujian penyesuaian kenaikan pangkat"
        in meja.post(reverse("admin:karier_kp_tetapkan"), isi).content.decode()
    )
    with pytest.raises(DomainError, match="belum memenuhi syarat"):
        putuskan(orang, hr, JenisKeputusan.TETAPKAN)


def test_the_person_reads_what_is_proposed_on_both_sheets(client, orang, hr):
    putuskan(orang, hr, JenisKeputusan.TETAPKAN)
    keadaan = read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=HARI)[orang.pk]
    usulan = find_proposal(keadaan, zona_waktu="Asia/Jakarta")
    assert usulan is not None
    assert usulan.kalimat.startswith("Penyesuaian ijazah ke Penata Muda (III/a). Anda diusulkan;")
    lembar = decision_sheet(keadaan, JenisPutusan.PENYESUAIAN_IJAZAH, zona_waktu="Asia/Jakarta", lengkap=True)
    assert (lembar.usulan, lembar.putusan.langkah) == (usulan, "")


class TestSatuTingkat:
    """II/d with an ijazah for III/a: the next golongan and that of the ijazah are the same."""

    @pytest.fixture
    def orang(self) -> Pegawai:
        orang = sarjana(II_D)
        nyatakan_lengkap(orang.instansi)
        jalankan_sampai_selesai(orang.instansi)
        return orang

    def test_the_person_reads_that_it_is_the_ijazah(self, orang, hr):
        putuskan(orang, hr, JenisKeputusan.TETAPKAN)
        keadaan = read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=HARI)[orang.pk]
        usulan = find_proposal(keadaan, zona_waktu="Asia/Jakarta")
        assert usulan is not None
        assert usulan.kalimat.startswith("Penyesuaian ijazah ke Penata Muda (III/a). ")

    def test_what_is_missing_is_told_of_both_ways(self, orang, hr):
        tanpa_upkp(orang)
        keduanya = "syarat: masa dalam pangkat; lewat penyesuaian ijazah: ujian penyesuaian kenaikan pangkat"
        with pytest.raises(DomainError, match=keduanya):
            putuskan(orang, hr, JenisKeputusan.TETAPKAN)
        assert lagi(orang) == {str(III_A): (S.GUGUR, False)}
        assert satu(orang).alasan_gugur == (
            "Masa dalam pangkat: belum terpenuhi; lewat penyesuaian ijazah: "
            "ada syarat yang ditangani pengelola kepegawaian."
        )

    def test_a_proposal_that_was_taken_back_is_judged_by_what_leads_there_now(self, meja, orang, hr):
        putuskan(orang, hr, JenisKeputusan.TETAPKAN)
        putuskan(orang, hr, JenisKeputusan.URUNGKAN)
        assert usul(orang).status == StatusUsul.DIURUNGKAN
        UsulKenaikanPangkat.objects.update(jalur=JalurPangkat.REGULER)
        (b,) = meja.get(reverse(DAFTAR)).context["baris"]
        assert b["jenis"] == "Penyesuaian ijazah"


def test_the_sk_writes_the_golongan_of_the_ijazah_and_the_next_run_agrees(meja, orang, hr):
    tetapkan(meja, pilih=[f"{satu(orang).pk}.{satu(orang).versi}"])
    sk = {"no_sk": "SK/PI/1", "tgl_sk": "2026-11-21", "golonganBaruId": "31"}
    status_siasn(orang.instansi, hr, baris_siasn(orang, 32, **sk), saat=SAAT)
    assert usul(orang).status == StatusUsul.SK_TERBIT
    assert orang.riwayat_pangkat.filter(golongan=III_A, tmt=TMT, nomor_sk="SK/PI/1").exists()
    assert lagi(orang) == {str(III_A): (S.TERLAKSANA, False)}


def test_a_golongan_above_the_ijazah_ends_the_recommendation(orang):
    RiwayatPangkatPabrik(pegawai=orang, golongan=III_A, tmt=date(2026, 10, 1))
    assert lagi(orang)[str(III_A)] == (S.GUGUR, False)
