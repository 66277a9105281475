"""A conversion of an imported predikat is signed by the atasan penilai, and by nobody else."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.enums import Predikat, StatusKonversi
from kinerja.models import KonversiAngkaKredit, Penilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.services.meja_konversi import conversion_desk
from kinerja.services.tanda_tangan import Pilihan, sign_conversions
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from kinerja.tests.teken import teken, terbaca
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
JUDUL = "Konversi angka kredit menunggu tanda tangan Anda"


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def bawahan(atasan: Pengguna) -> Pegawai:
    """An Ahli Muda with an imported predikat Baik of 2025: 25.00 waits."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, nama="Bawahan Contoh")
    PenilaianPabrik(pegawai=orang, impor=True)
    konversikan(pegawai_ids=[orang.pk], tahun=2025, at=SAAT)
    return orang


def konversi(pegawai: Pegawai) -> KonversiAngkaKredit:
    k: KonversiAngkaKredit = KonversiAngkaKredit.objects.get(pegawai=pegawai)
    return k


KONFIRMASI = reverse_lazy("kinerja:konversi")


def kunci(*orang: Pegawai) -> list[str]:
    """What the confirm page of these sends along."""
    semua = KonversiAngkaKredit.objects.filter(pegawai__in=orang).order_by("pk")
    return [f"{p.pk}:{p.sidik}" for p in terbaca(*semua)]


def meja(akun: Pengguna) -> str:
    return masuk(akun).get(reverse("kinerja:daftar")).content.decode()


def test_the_atasan_signs_without_any_cycle_and_leaves_a_trail(atasan: Pengguna, bawahan: Pegawai) -> None:
    k = teken(bawahan, atasan, SAAT)
    k.refresh_from_db()
    assert (k.status, k.ditandatangani_oleh, k.ditandatangani_pada) == (
        StatusKonversi.DITANDATANGANI, atasan, SAAT,
    )  # fmt: skip
    jejak = Jejak.objects.get(tindakan="tanda_tangani_konversi")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.rincian) == (
        atasan.pk, bawahan.pk, {"tahun": 2025, "mulai": "2025-01-01", "nilai_senti": 2500},
    )  # fmt: skip
    tanda = k.history.filter(status=StatusKonversi.DITANDATANGANI).get()
    assert (tanda.history_user, tanda.ditandatangani_oleh) == (atasan, atasan)


ORANG_LAIN: dict[str, Callable[[Pegawai], Pengguna]] = {
    "dirinya": lambda p: PenggunaPabrik(pegawai=p),
    "orang luar": lambda p: PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True)),
    "HR": lambda p: hr_dari(p.instansi, pegawai=PegawaiPabrik()),
}


@pytest.mark.parametrize("siapa", ORANG_LAIN)
def test_nobody_but_the_atasan_signs(bawahan: Pegawai, siapa: str) -> None:
    with pytest.raises((TidakBoleh, Bentrok)) as salah:
        sign_conversions(pilihan=terbaca(konversi(bawahan)), actor=ORANG_LAIN[siapa](bawahan), at=SAAT)
    assert konversi(bawahan).status == StatusKonversi.DRAF
    # A stranger is not told whose it is, nor that it is there.
    assert ("Bawahan" in salah.value.pesan, salah.value.kode) in (
        (False, "bukan_atasan"), (False, "konversi_berubah"),
    )  # fmt: skip


@pytest.mark.parametrize("siapa", ORANG_LAIN)
def test_nobody_but_the_atasan_finds_it_on_the_confirm_page(bawahan: Pegawai, siapa: str) -> None:
    client = masuk(ORANG_LAIN[siapa](bawahan))
    client.post(KONFIRMASI, {"pilih": kunci(bawahan)})
    assert konversi(bawahan).status == StatusKonversi.DRAF
    assert not Jejak.objects.filter(tindakan="tanda_tangani_konversi").exists()
    assert 'name="pilih"' not in client.get(KONFIRMASI, {"pilih": konversi(bawahan).pk}).content.decode()


@pytest.mark.parametrize("siapa", ["dirinya", "orang luar"])
def test_nobody_but_the_atasan_sees_it_waiting(bawahan: Pegawai, siapa: str) -> None:
    assert JUDUL not in meja(ORANG_LAIN[siapa](bawahan))


def test_somebody_recorded_as_their_own_atasan_cannot_sign(bawahan: Pegawai) -> None:
    Pegawai.objects.filter(pk=bawahan.pk).update(atasan=bawahan)
    sendiri = PenggunaPabrik(pegawai=Pegawai.objects.get(pk=bawahan.pk))
    with pytest.raises(TidakBoleh) as salah:
        sign_conversions(pilihan=terbaca(konversi(bawahan)), actor=sendiri, at=SAAT)
    assert salah.value.kode == "diri_sendiri"
    assert JUDUL not in meja(sendiri)


def test_the_list_shows_what_waits_and_leads_to_a_question(atasan: Pengguna, bawahan: Pegawai) -> None:
    isi = meja(atasan)
    assert JUDUL in isi
    assert "<span>25 angka kredit</span>" in isi
    assert "Ahli Muda, 12 bulan sejak 1 Januari 2025, 100 persen dari 25 setahun" in isi
    assert f'<a href="{KONFIRMASI}?pilih={konversi(bawahan).pk}">Tanda tangani konversi 2025' in isi
    assert "<form method=" not in isi.split(JUDUL)[1].split("</main>")[0]
    assert Jejak.objects.filter(tindakan="lihat", subjek_id=bawahan.pk).count() == 1


def test_the_question_says_what_is_signed_for_whom_and_that_it_stays(
    atasan: Pengguna, bawahan: Pegawai
) -> None:
    isi = masuk(atasan).get(KONFIRMASI, {"pilih": konversi(bawahan).pk}).content.decode()
    for potongan in (
        "Tanda tangani konversi angka kredit?", "Bawahan Contoh", "<strong>25</strong>",
        "Ahli Muda, 12 bulan sejak 1 Januari 2025", "tanda tangan tidak dapat Anda cabut",
        "menunggu Anda lagi dengan angka baru", f'name="pilih" value="{kunci(bawahan)[0]}"',
    ):  # fmt: skip
        assert potongan in isi
    assert konversi(bawahan).status == StatusKonversi.DRAF
    assert Jejak.objects.filter(tindakan="lihat", subjek_id=bawahan.pk).count() == 1


def test_two_presses_sign_one_and_the_section_goes_when_nothing_waits(
    atasan: Pengguna, bawahan: Pegawai
) -> None:
    jawaban = masuk(atasan).post(KONFIRMASI, {"pilih": kunci(bawahan)}, follow=True)
    isi = jawaban.content.decode()
    assert jawaban.redirect_chain == [(reverse("kinerja:daftar"), 302)]
    assert "Konversi 2025 Bawahan Contoh" in isi
    assert "sebesar 25 sudah ditandatangani" in isi
    assert JUDUL not in isi
    assert konversi(bawahan).status == StatusKonversi.DITANDATANGANI


def test_two_presses_sign_everything_that_waits_but_what_is_unticked(
    atasan: Pengguna, bawahan: Pegawai
) -> None:
    rekan = [bawahan, lain(atasan), lain(atasan)]
    client = masuk(atasan)
    assert f'href="{KONFIRMASI}">Periksa dan tanda tangani semuanya (3)</a>' in meja(atasan)
    isi = client.get(KONFIRMASI).content.decode()
    assert isi.count('type="checkbox" name="pilih"') == isi.count("checked") == 3
    isi = client.post(KONFIRMASI, {"pilih": kunci(*rekan[:2])}, follow=True).content.decode()
    assert "2 konversi angka kredit sudah ditandatangani." in isi
    assert [konversi(p).status for p in rekan] == ["ditandatangani", "ditandatangani", "draf"]
    assert Jejak.objects.filter(tindakan="tanda_tangani_konversi").count() == 2


def test_the_same_press_twice_signs_once(atasan: Pengguna, bawahan: Pegawai) -> None:
    dilihat = terbaca(konversi(bawahan))
    for hari in (SAAT, datetime(2027, 1, 1, tzinfo=UTC)):
        sign_conversions(pilihan=dilihat, actor=atasan, at=hari)
    assert konversi(bawahan).ditandatangani_pada == SAAT
    assert Jejak.objects.filter(tindakan="tanda_tangani_konversi").count() == 1
    assert konversi(bawahan).history.filter(status=StatusKonversi.DITANDATANGANI).count() == 1


def test_what_a_previous_atasan_signed_is_not_signed_over(atasan: Pengguna, bawahan: Pegawai) -> None:
    dilihat = terbaca(konversi(bawahan))
    teken(bawahan, atasan, SAAT)
    baru = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    Pegawai.objects.filter(pk=bawahan.pk).update(atasan=baru.pegawai)
    with pytest.raises(Bentrok, match="Bawahan Contoh sudah ditandatangani"):
        sign_conversions(pilihan=dilihat, actor=baru, at=SAAT)
    assert konversi(bawahan).ditandatangani_oleh == atasan


def test_of_many_none_is_signed_when_one_is_not_what_was_seen(atasan: Pengguna, bawahan: Pegawai) -> None:
    rekan = lain(atasan)
    dilihat = kunci(bawahan, rekan)
    Penilaian.objects.filter(pegawai=bawahan).update(predikat=Predikat.SANGAT_BAIK)
    jawaban = masuk(atasan).post(KONFIRMASI, {"pilih": dilihat}, follow=True)
    isi = jawaban.content.decode()
    assert "konversi 2025 Bawahan Contoh sekarang 37,5. Belum ada yang ditandatangani." in isi
    assert "<strong>37,5</strong>" in isi  # back on the confirm page of the same two, with the new figure
    assert isi.count('type="checkbox" name="pilih"') == 2
    assert {konversi(p).status for p in (bawahan, rekan)} == {StatusKonversi.DRAF}


@pytest.mark.parametrize("isi", [[], ["abc"], ["-1:x"], ["9" * 30], [f"{10**12}:x"], ["1:" + "x" * 9000]])
def test_a_choice_of_nothing_is_told_and_signs_nothing(
    atasan: Pengguna, bawahan: Pegawai, isi: list[str]
) -> None:
    jawaban = masuk(atasan).post(KONFIRMASI, {"pilih": isi}, follow=True)
    assert jawaban.status_code == 200
    assert konversi(bawahan).status == StatusKonversi.DRAF


def test_more_than_a_page_can_show_is_refused(atasan: Pengguna) -> None:
    with pytest.raises(DomainError, match="paling banyak 500"):
        sign_conversions(pilihan=[Pilihan(n, "") for n in range(501)], actor=atasan, at=SAAT)


@pytest.mark.parametrize("pilih", ["", "abc", "-1", "9" * 30, "1.5"])
def test_the_confirm_page_of_nothing_says_so(atasan: Pengguna, bawahan: Pegawai, pilih: str) -> None:
    isi = masuk(atasan).get(KONFIRMASI, {"pilih": pilih})
    assert "Tidak ada konversi yang menunggu tanda tangan Anda" in isi.content.decode()


@pytest.mark.parametrize("nama", ["penilaian", "tetapkan"])
@pytest.mark.parametrize("pegawai_id", [0, 10**12, 10**30])
def test_an_address_of_nobody_finds_nothing(atasan: Pengguna, nama: str, pegawai_id: int) -> None:
    url = reverse(f"kinerja:{nama}", args=[2025, pegawai_id])
    assert masuk(atasan).post(url, {"versi": "1"}).status_code == 404


@pytest.mark.parametrize("sidik", ["", "2500", "bukan angka"])
def test_a_choice_that_does_not_say_what_was_seen_is_not_signed(
    atasan: Pengguna, bawahan: Pegawai, sidik: str
) -> None:
    masuk(atasan).post(KONFIRMASI, {"pilih": f"{konversi(bawahan).pk}:{sidik}"})
    assert konversi(bawahan).status == StatusKonversi.DRAF


def test_a_year_that_a_pak_covers_meanwhile_has_nothing_to_sign(atasan: Pengguna, bawahan: Pegawai) -> None:
    dilihat = terbaca(konversi(bawahan))
    PakPabrik(pegawai=bawahan, sampai=date(2025, 12, 31))
    with pytest.raises(Bentrok, match="1 konversi lain tidak menunggu"):
        sign_conversions(pilihan=dilihat, actor=atasan, at=SAAT)
    assert not KonversiAngkaKredit.objects.exists()


def lain(atasan: Pengguna) -> Pegawai:
    """Another Ahli Muda of the same leader, with a conversion of 2025 that waits."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai)
    PenilaianPabrik(pegawai=orang, impor=True)
    konversikan(pegawai_ids=[orang.pk], tahun=2025, at=SAAT)
    return orang


def test_signing_costs_the_same_for_one_and_for_nine(atasan: Pengguna, bawahan: Pegawai) -> None:
    dilihat = terbaca(konversi(bawahan))
    with CaptureQueriesContext(connection) as satu:
        sign_conversions(pilihan=dilihat, actor=atasan, at=SAAT)
    dilihat = terbaca(*(konversi(lain(atasan)) for _ in range(9)))
    with CaptureQueriesContext(connection) as banyak:
        assert len(sign_conversions(pilihan=dilihat, actor=atasan, at=SAAT)) == 9
    assert len(banyak) == len(satu)


def test_the_desk_costs_the_same_for_one_and_for_nine(atasan: Pengguna, bawahan: Pegawai) -> None:
    with CaptureQueriesContext(connection) as satu:
        assert len(conversion_desk(pengguna=atasan, per=SAAT.date())) == 1
    for _ in range(8):
        KonversiPabrik(pegawai=PegawaiPabrik(fungsional=True, atasan=bawahan.atasan), draf=True)
    with CaptureQueriesContext(connection) as banyak:
        assert len(conversion_desk(pengguna=atasan, per=SAAT.date())) == 9
    assert len(banyak) == len(satu)
