"""An announced result is read and answered by its two sides; nothing is read early, by no door."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.enums import JenisHasil, Predikat, StatusPenilaian, SumberPenilaian
from kinerja.models import Penilaian, TandaBaca, Tanggapan
from kinerja.services.hasil import mark_read, reply, result_for
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_keberatan import DIUMUMKAN, SAAT, EvaluasiPabrik, Pihak, pihak_pabrik
from pegawai.tests.pabrik import PenggunaPabrik, PeranPabrik, hr_dari

pytestmark = pytest.mark.django_db
BELUM = (StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM)


@pytest.fixture
def p() -> Pihak:
    return pihak_pabrik()


def alamat(hasil: Any, nama: str = "hasil_satu") -> str:
    jenis = JenisHasil.TAHUNAN if isinstance(hasil, Penilaian) else JenisHasil.PERIODIK
    return reverse(f"kinerja:{nama}", args=[jenis.value, hasil.pk])


# -- who reads it, and when ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("siapa", "jawaban"), [("asn", 200), ("penilai", 200), ("pemutus", 404), ("luar", 404)]
)
def test_the_page_is_for_the_person_and_the_atasan(p: Pihak, siapa: str, jawaban: int) -> None:
    assert masuk(getattr(p, siapa)).get(alamat(p.hasil)).status_code == jawaban


@pytest.mark.parametrize("status", BELUM)
@pytest.mark.parametrize("nama", ["hasil_satu", "keberatan_ajukan"])
def test_what_is_not_announced_is_there_for_nobody(p: Pihak, status: StatusPenilaian, nama: str) -> None:
    Penilaian.objects.update(status=status)
    evaluasi = EvaluasiPabrik(pegawai=p.orang, status=status)
    for hasil in (p.hasil, evaluasi):
        for akun in (p.asn, p.penilai):
            assert masuk(akun).get(alamat(hasil, nama)).status_code == 404


@pytest.mark.parametrize("status", BELUM)
def test_no_page_of_the_person_tells_an_unannounced_result(p: Pihak, status: StatusPenilaian) -> None:
    Penilaian.objects.update(status=status, umpan_balik="Kalimat rahasia")
    EvaluasiPabrik(pegawai=p.orang, status=status, umpan_balik="Kalimat rahasia")
    client = masuk(p.asn)
    for nama in ("kinerja:hasil", "kinerja:saya", "kinerja:keberatan", "karier:beranda"):
        isi = client.get(reverse(nama)).content.decode()
        assert "Butuh Perbaikan" not in isi
        assert "Kalimat rahasia" not in isi
        assert "Baca hasil" not in isi


def test_a_periodic_draft_beside_a_yearly_result_is_not_shown(p: Pihak) -> None:
    EvaluasiPabrik(pegawai=p.orang, draf=True, predikat=Predikat.SANGAT_BAIK)
    assert "Sangat Baik" not in masuk(p.asn).get(alamat(p.hasil)).content.decode()


@pytest.mark.parametrize("jenis", ["tahunan", "periodik", "lain"])
def test_a_result_that_is_not_there_is_not_found(p: Pihak, jenis: str) -> None:
    with pytest.raises(TidakDitemukan):
        result_for(pengguna=p.asn, jenis=jenis, pk=p.hasil.pk + 99)


def test_somebody_who_rates_themself_by_a_fault_in_the_records_reads_no_draft(p: Pihak) -> None:
    type(p.orang).objects.filter(pk=p.orang.pk).update(atasan=p.orang)
    Penilaian.objects.update(status=StatusPenilaian.DRAF)
    p.asn.refresh_from_db()
    assert masuk(p.asn).get(alamat(p.hasil)).status_code == 404


# -- what the page says --------------------------------------------------------------------------


def test_the_page_says_what_the_predikat_means_and_what_is_good(p: Pihak) -> None:
    isi = masuk(p.asn).get(alamat(p.hasil)).content.decode()
    assert "Perilaku kerja Anda memenuhi ekspektasi. Hasil kerja Anda masih di bawah ekspektasi." in isi
    assert "<li>Perilaku kerja: sesuai ekspektasi.</li>" in isi
    assert "<li>Hasil kerja: di bawah ekspektasi.</li>" in isi
    assert "Laporan bulanan sering terlambat." in isi
    assert "Sumber: Dinilai di sistem ini." in isi


def test_an_imported_result_is_shown_with_its_source_and_without_ratings() -> None:
    p = pihak_pabrik(
        sumber=SumberPenilaian.EKINERJA,
        rating_hasil=None,
        rating_perilaku=None,
        predikat=Predikat.BAIK,
        penilai=None,
        ditetapkan_oleh=None,
        ditetapkan_pada=None,
        diumumkan_pada=None,
    )
    client = masuk(p.asn)
    isi = client.get(alamat(p.hasil)).content.decode()
    assert "Sumber: e-Kinerja BKN." in isi
    assert "Batas mengajukan dihitung sejak Anda menekan Saya sudah membaca." in isi
    assert "Belum tercatat" in client.get(reverse("kinerja:hasil")).content.decode()


def test_years_and_periods_stand_side_by_side_and_are_never_averaged(p: Pihak) -> None:
    PenilaianPabrik(pegawai=p.orang, tahun=2025, impor=True)
    EvaluasiPabrik(pegawai=p.orang)
    isi = masuk(p.asn).get(reverse("kinerja:hasil")).content.decode()
    assert isi.index("<h2>2026</h2>") < isi.index("Evaluasi triwulan III 2026") < isi.index("<h2>2025</h2>")
    assert "tidak dirata-ratakan" in isi
    satu = masuk(p.asn).get(alamat(p.hasil)).content.decode()
    assert "Evaluasi triwulan III 2026 (1 Juli 2026 sampai 30 September 2026)" in satu


def test_before_the_first_result_the_page_says_why(p: Pihak) -> None:
    assert "Belum ada hasil penilaian." in masuk(p.luar).get(reverse("kinerja:hasil")).content.decode()


# -- the receipt ---------------------------------------------------------------------------------


def test_reading_leaves_one_receipt_and_its_time(p: Pihak) -> None:
    for _ in range(2):
        mark_read(hasil=p.hasil, versi=p.hasil.versi, actor=p.asn, at=SAAT)
    assert TandaBaca.objects.get().pada == SAAT
    assert Jejak.objects.filter(tindakan="baca_hasil").count() == 1


def test_a_receipt_is_not_agreement_and_the_page_says_so(p: Pihak) -> None:
    client = masuk(p.asn)
    jawaban = client.post(alamat(p.hasil, "hasil_dibaca"), {"versi": p.hasil.versi}, follow=True)
    assert "Ini bukan tanda setuju." in jawaban.content.decode()
    assert "Anda membacanya" in jawaban.content.decode()


@pytest.mark.parametrize("siapa", ["penilai", "pemutus", "luar"])
def test_nobody_else_reads_for_the_person(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        mark_read(hasil=p.hasil, versi=p.hasil.versi, actor=getattr(p, siapa), at=SAAT)


def test_another_result_than_the_one_on_the_page_is_not_receipted(p: Pihak) -> None:
    with pytest.raises(Bentrok, match="berubah sejak Anda membukanya"):
        mark_read(hasil=p.hasil, versi=p.hasil.versi + 1, actor=p.asn, at=SAAT)


def test_a_new_version_of_a_result_wants_a_receipt_of_its_own(p: Pihak) -> None:
    mark_read(hasil=p.hasil, versi=1, actor=p.asn, at=SAAT)
    Penilaian.objects.update(versi=2)
    assert "Saya sudah membaca</button>" in masuk(p.asn).get(alamat(p.hasil)).content.decode()
    mark_read(hasil=p.hasil, versi=2, actor=p.asn, at=SAAT)
    assert TandaBaca.objects.count() == 2


# -- answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["asn", "penilai"])
def test_both_sides_answer_and_read_each_other(p: Pihak, siapa: str) -> None:
    client = masuk(getattr(p, siapa))
    client.post(alamat(p.hasil, "hasil_tanggapan"), {"isi": "Terima kasih atas catatannya."})
    for akun in (p.asn, p.penilai):
        assert "Terima kasih atas catatannya." in masuk(akun).get(alamat(p.hasil)).content.decode()


@pytest.mark.parametrize("siapa", ["pemutus", "luar"])
def test_nobody_else_answers(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        reply(hasil=p.hasil, isi="Saya ikut.", actor=getattr(p, siapa), at=SAAT)


def test_a_double_click_is_one_answer(p: Pihak) -> None:
    for _ in range(2):
        reply(hasil=p.hasil, isi="Sama.", actor=p.asn, at=SAAT)
    assert Tanggapan.objects.count() == 1


@pytest.mark.parametrize(("isi", "pesan"), [("  ", "Tuliskan tanggapan"), ("a" * 1001, "Sekarang 1001")])
def test_an_answer_has_words_and_an_end(p: Pihak, isi: str, pesan: str) -> None:
    with pytest.raises(DomainError, match=pesan):
        reply(hasil=p.hasil, isi=isi, actor=p.asn, at=SAAT)


def test_a_refused_answer_stays_on_the_page(p: Pihak) -> None:
    jawaban = masuk(p.asn).post(alamat(p.hasil, "hasil_tanggapan"), {"isi": "x" * 1001})
    assert "x" * 1001 in jawaban.content.decode()


def test_an_answer_cannot_be_changed_or_taken_back(p: Pihak) -> None:
    tanggapan = reply(hasil=p.hasil, isi="Tetap.", actor=p.asn, at=SAAT)
    tanggapan.isi = "Lain"
    for coba in (
        tanggapan.save,
        tanggapan.delete,
        Tanggapan.objects.all().delete,
        lambda: Tanggapan.objects.update(isi="Lain"),
    ):
        with pytest.raises(TypeError, match="append-only"):
            coba()
    assert Tanggapan.objects.get().isi == "Tetap."


def test_answers_are_for_both_sides_and_their_hr_only(p: Pihak) -> None:
    reply(hasil=p.hasil, isi="Untuk kita.", actor=p.asn, at=SAAT)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=p.orang.instansi, jenis="auditor")
    pembaca = {
        "asn": p.asn,
        "penilai": p.penilai,
        "hr": hr_dari(p.orang.instansi),
        "luar": p.luar,
        "auditor": auditor,
        "tamu": AnonymousUser(),
    }
    terlihat = {n for n, akun in pembaca.items() if Tanggapan.objects.visible_to(akun).exists()}
    assert terlihat == {"asn", "penilai", "hr"}


def test_hr_reads_the_thread_at_its_desk(p: Pihak) -> None:
    reply(hasil=p.hasil, isi="Untuk kita.", actor=p.asn, at=SAAT)
    hr = masuk(hr_dari(p.orang.instansi))
    tanggapan = Tanggapan.objects.get()
    assert p.orang.nama in hr.get(reverse("admin:kinerja_tanggapan_changelist")).content.decode()
    halaman = hr.get(reverse("admin:kinerja_tanggapan_change", args=[tanggapan.pk])).content.decode()
    assert "Untuk kita." in halaman


# -- home ----------------------------------------------------------------------------------------


@time_machine.travel(SAAT, tick=False)
def test_an_unread_result_waits_on_beranda_until_it_is_read(p: Pihak) -> None:
    client, beranda = masuk(p.asn), reverse("karier:beranda")
    assert "Baca hasil: Penilaian kinerja 2026" in client.get(beranda).content.decode()
    mark_read(hasil=p.hasil, versi=1, actor=p.asn, at=SAAT)
    assert "Baca hasil" not in client.get(beranda).content.decode()


def test_kinerja_saya_shows_the_last_result(p: Pihak) -> None:
    isi = masuk(p.asn).get(reverse("kinerja:saya")).content.decode()
    assert "Penilaian kinerja 2026: Perilaku kerja Anda memenuhi ekspektasi." in isi


@pytest.mark.parametrize("lama", [{"tahun": 2019}, {"diumumkan_pada": DIUMUMKAN - timedelta(days=100)}])
@time_machine.travel(SAAT, tick=False)
def test_old_results_do_not_ask_to_be_read(p: Pihak, lama: dict[str, Any]) -> None:
    Penilaian.objects.update(**lama)
    assert "Baca hasil" not in masuk(p.asn).get(reverse("karier:beranda")).content.decode()
