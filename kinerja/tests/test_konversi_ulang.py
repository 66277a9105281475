"""A signed conversion whose ground changed waits for a new signature; the old one stays in the history."""

from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import Bentrok
from kinerja.enums import Predikat, Rating, StatusKonversi, SumberPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.services.meja_konversi import conversion_desk
from kinerja.services.tanda_tangan import sign_conversions
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from kinerja.tests.saldo import saldo_ak
from kinerja.tests.teken import teken, terbaca
from kinerja.tests.test_impor_ekinerja import BAWAH, SESUAI, masukkan, rekap
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik, PenggunaPabrik, RiwayatJabatanPabrik, hr_dari

pytestmark = pytest.mark.django_db
TTD = datetime(2026, 2, 3, 2, 0, tzinfo=UTC)
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
DRAF, SAH = StatusKonversi.DRAF, StatusKonversi.DITANDATANGANI


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def bawahan(atasan: Pengguna) -> Pegawai:
    """An Ahli Muda with a PAK of 42.50 to the end of 2024 and 25.00 of 2025, imported and signed."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai, nama="Bawahan Contoh")
    PakPabrik(pegawai=orang)
    PenilaianPabrik(pegawai=orang, impor=True, rating_hasil=Rating.SESUAI_EKSPEKTASI,
                    rating_perilaku=Rating.SESUAI_EKSPEKTASI)  # fmt: skip
    segarkan(orang)
    teken(orang, atasan, TTD)
    return orang


def segarkan(pegawai: Pegawai) -> int:
    return konversikan(pegawai_ids=[pegawai.pk], tahun=2025, at=SAAT)


def konversi(pegawai: Pegawai) -> KonversiAngkaKredit:
    k: KonversiAngkaKredit = KonversiAngkaKredit.objects.get(pegawai=pegawai, tahun=2025)
    return k


def saldo(pegawai: Pegawai) -> tuple[int | None, int | None]:
    """(signed, draft) senti after the PAK, as the evaluation reads them."""
    baris = saldo_ak(pegawai, SAAT.date())
    return baris["sah"], baris["draf"]


def ganti_predikat(pegawai: Pegawai, predikat: Predikat) -> None:
    Penilaian.objects.filter(pegawai=pegawai).update(predikat=predikat)


def meja(akun: Pengguna) -> str:
    client = Client()
    client.force_login(akun)
    return client.get(reverse("kinerja:daftar")).content.decode()


def jabatan_baru(pegawai: Pegawai, jenjang: Jenjang, tmt: date) -> None:
    jabatan = JabatanPabrik(nama=f"Analis {jenjang.name}", jenis=JenisJabatan.FUNGSIONAL, jenjang=jenjang)
    RiwayatJabatanPabrik(pegawai=pegawai, jabatan=jabatan, tmt=tmt)


def test_a_corrected_recap_takes_the_signature_back(atasan: Pengguna, bawahan: Pegawai) -> None:
    masukkan(bawahan.instansi, rekap((bawahan.nip, SESUAI, BAWAH, "KURANG")))
    k = konversi(bawahan)
    assert (k.status, k.persen, k.nilai_senti) == (DRAF, 50, 1250)
    assert (k.ditandatangani_oleh, k.ditandatangani_pada) == (None, None)
    assert saldo(bawahan) == (None, 1250)


def test_what_was_signed_by_whom_and_when_stays_in_the_history(atasan: Pengguna, bawahan: Pegawai) -> None:
    ganti_predikat(bawahan, Predikat.KURANG)
    segarkan(bawahan)
    lama = konversi(bawahan).history.filter(status=SAH).get()
    assert (lama.nilai_senti, lama.persen, lama.ditandatangani_oleh, lama.ditandatangani_pada) == (
        2500, 100, atasan, TTD,
    )  # fmt: skip


def test_a_pak_in_the_middle_of_a_signed_year_leaves_the_months_after_it(bawahan: Pegawai) -> None:
    PakPabrik(pegawai=bawahan, sampai=date(2025, 6, 30), jumlah_senti=5500)
    assert segarkan(bawahan) == 1
    k = konversi(bawahan)
    assert (k.mulai, k.bulan, k.nilai_senti, k.status) == (date(2025, 7, 1), 6, 1250, DRAF)
    assert saldo(bawahan) == (None, 1250)


def test_a_pak_that_takes_up_the_whole_year_leaves_the_signed_form_as_it_is(bawahan: Pegawai) -> None:
    PakPabrik(pegawai=bawahan, sampai=date(2025, 12, 31), jumlah_senti=6750)
    assert segarkan(bawahan) == 0
    assert (konversi(bawahan).status, konversi(bawahan).nilai_senti) == (SAH, 2500)
    assert saldo(bawahan) == (None, None)


def test_the_same_ground_keeps_the_signature(bawahan: Pegawai) -> None:
    jabatan_baru(bawahan, Jenjang.AHLI_MUDA, date(2025, 5, 1))
    assert segarkan(bawahan) == 0
    assert konversi(bawahan).status == SAH


def test_the_figures_are_signed_a_second_time_and_a_third(atasan: Pengguna, bawahan: Pegawai) -> None:
    for predikat, senti in ((Predikat.KURANG, 1250), (Predikat.SANGAT_BAIK, 3750)):
        ganti_predikat(bawahan, predikat)
        segarkan(bawahan)
        assert teken(bawahan, atasan, SAAT).nilai_senti == senti
        assert saldo(bawahan) == (senti, None)
    tertanda = konversi(bawahan).history.filter(status=SAH).order_by("history_id")
    assert [k.nilai_senti for k in tertanda] == [2500, 1250, 3750]


def test_a_value_that_waits_no_more_is_not_signed_by_the_old_page(atasan: Pengguna, bawahan: Pegawai) -> None:
    dulu = terbaca(konversi(bawahan))
    ganti_predikat(bawahan, Predikat.KURANG)
    with pytest.raises(Bentrok, match="konversi 2025 Bawahan Contoh sekarang 12,5"):
        sign_conversions(pilihan=dulu, actor=atasan, at=SAAT)
    assert konversi(bawahan).status == DRAF


# -- who sees what ------------------------------------------------------------------------------------


def test_the_desk_says_that_the_predikat_changed_and_what_was_signed(
    atasan: Pengguna, bawahan: Pegawai
) -> None:
    ganti_predikat(bawahan, Predikat.KURANG)
    segarkan(bawahan)
    isi = meja(atasan)
    assert "<span>12,5 angka kredit</span>" in isi
    assert "Predikat 2025 berubah: semula 100 persen, sekarang 50 persen." in isi
    assert (
        "Tanda tangan 3 Februari 2026 pukul 09.00 WIB untuk 25 angka kredit tidak berlaku lagi. "
        "Periksa angka yang baru, lalu tanda tangani lagi." in isi
    )


def test_the_desk_says_that_the_months_changed(atasan: Pengguna, bawahan: Pegawai) -> None:
    PakPabrik(pegawai=bawahan, sampai=date(2025, 6, 30))
    segarkan(bawahan)
    assert (
        "Masa yang dikonversi berubah: semula 12 bulan sejak 1 Januari 2025, "
        "sekarang 6 bulan sejak 1 Juli 2025." in meja(atasan)
    )


def test_the_desk_says_that_the_jenjang_changed(atasan: Pengguna, bawahan: Pegawai) -> None:
    jabatan_baru(bawahan, Jenjang.AHLI_MADYA, date(2025, 1, 1))
    segarkan(bawahan)
    assert "Jenjang berubah: semula Ahli Muda, sekarang Ahli Madya." in meja(atasan)


def test_a_ground_that_changed_and_changed_back_still_asks_for_a_signature(
    atasan: Pengguna, bawahan: Pegawai
) -> None:
    for predikat in (Predikat.KURANG, Predikat.BAIK):
        ganti_predikat(bawahan, predikat)
        segarkan(bawahan)
    isi = meja(atasan)
    assert "Data dasarnya sempat berubah." in isi
    assert konversi(bawahan).status == DRAF


def test_a_draft_that_was_never_signed_gives_no_reason(atasan: Pengguna) -> None:
    orang = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai)
    PenilaianPabrik(pegawai=orang, impor=True)
    segarkan(orang)
    ganti_predikat(orang, Predikat.KURANG)
    segarkan(orang)
    isi = meja(atasan)
    assert "12,5 angka kredit" in isi
    assert "tanda tangani lagi" not in isi


def test_it_waits_on_the_desk_of_the_present_atasan(atasan: Pengguna, bawahan: Pegawai) -> None:
    baru = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    Pegawai.objects.filter(pk=bawahan.pk).update(atasan=baru.pegawai)
    ganti_predikat(bawahan, Predikat.KURANG)
    segarkan(bawahan)
    assert "Predikat 2025 berubah" in meja(baru)
    assert "Bawahan Contoh" not in meja(atasan)


def test_hr_finds_it_among_those_that_wait(bawahan: Pegawai) -> None:
    ganti_predikat(bawahan, Predikat.KURANG)
    segarkan(bawahan)
    client = Client()
    client.force_login(hr_dari(bawahan.instansi))
    daftar = client.get(reverse("admin:kinerja_konversiangkakredit_changelist"), {"status__exact": "draf"})
    assert "Bawahan Contoh" in daftar.content.decode()


def test_hr_reads_who_signed_what_before(atasan: Pengguna, bawahan: Pegawai) -> None:
    ganti_predikat(bawahan, Predikat.KURANG)
    segarkan(bawahan)
    client = Client()
    client.force_login(hr_dari(bawahan.instansi))
    url = reverse("admin:kinerja_konversiangkakredit_change", args=[konversi(bawahan).pk])
    assert f"25 angka kredit pada 3 Februari 2026 pukul 09.00 WIB oleh {atasan}" in (
        client.get(url).content.decode()
    )


def test_the_desk_costs_the_same_for_one_taken_back_and_for_nine(atasan: Pengguna, bawahan: Pegawai) -> None:
    ganti_predikat(bawahan, Predikat.KURANG)
    segarkan(bawahan)
    with CaptureQueriesContext(connection) as satu:
        conversion_desk(pengguna=atasan, per=SAAT.date())
    for _ in range(8):
        orang = PegawaiPabrik(fungsional=True, atasan=atasan.pegawai)
        k = KonversiPabrik(pegawai=orang)
        k.status = DRAF
        k.save()
    with CaptureQueriesContext(connection) as banyak:
        assert all(b.lalu for b in conversion_desk(pengguna=atasan, per=SAAT.date()))
    assert len(banyak) == len(satu)


# -- what makes it happen --------------------------------------------------------------------------


def isian_pak(pegawai: Pegawai, sampai: str) -> dict[str, object]:
    return {
        "pegawai": pegawai.nip, "nomor": "PAK/2", "sampai": sampai, "jenjang": Jenjang.AHLI_MUDA.value,
        "angka_kredit": "55,00", "sumber": "berkas", "alasan": "Salah ketik",
    }  # fmt: skip


def test_a_pak_typed_by_hr_renews_the_conversions(client: Client, bawahan: Pegawai) -> None:
    client.force_login(hr_dari(bawahan.instansi))
    url = reverse("admin:kinerja_penetapanangkakredit_add")
    jawaban = client.post(url, isian_pak(bawahan, "2025-06-30"), follow=True)
    assert (konversi(bawahan).bulan, konversi(bawahan).status) == (6, DRAF)
    assert "1 konversi angka kredit dihitung ulang dan menunggu tanda tangan atasan" in (
        jawaban.content.decode()
    )


def test_a_pak_corrected_by_hr_renews_the_conversions(client: Client, bawahan: Pegawai) -> None:
    client.force_login(hr_dari(bawahan.instansi))
    pak = PenetapanAngkaKredit.objects.get(pegawai=bawahan)
    url = reverse("admin:kinerja_penetapanangkakredit_change", args=[pak.pk])
    terbaca = {"diubah_dibaca": pak.diubah_pada.isoformat()}
    assert client.post(url, isian_pak(bawahan, "2025-03-31") | terbaca).status_code == 302
    assert (konversi(bawahan).mulai, konversi(bawahan).bulan) == (date(2025, 4, 1), 9)


def test_a_pak_of_a_day_to_come_is_refused(client: Client, bawahan: Pegawai) -> None:
    client.force_login(hr_dari(bawahan.instansi))
    url = reverse("admin:kinerja_penetapanangkakredit_add")
    jawaban = client.post(url, isian_pak(bawahan, "2099-12-31"))
    assert jawaban.context["adminform"].form.errors["sampai"] == ["Tanggal ini belum tiba. Periksa PAK-nya."]
    assert PenetapanAngkaKredit.objects.filter(pegawai=bawahan).count() == 1


def test_a_predikat_of_before_the_law_has_no_conversion_and_stops_no_import(bawahan: Pegawai) -> None:
    PenilaianPabrik(pegawai=bawahan, tahun=2021, sumber=SumberPenilaian.DATA_AWAL)
    PenetapanAngkaKredit.objects.all().delete()
    assert konversikan(pegawai_ids=[bawahan.pk], tahun=2021, at=SAAT) == 0


def test_rows_of_before_the_history_get_their_first_line_once(bawahan: Pegawai) -> None:
    KonversiAngkaKredit.history.all().delete()
    PenetapanAngkaKredit.history.all().delete()
    migrasi = import_module("kinerja.migrations.0003_riwayat_awal")
    for _ in range(2):
        migrasi.isi_riwayat(apps, None)
    k = KonversiAngkaKredit.history.get()
    assert (k.nilai_senti, k.status, k.ditandatangani_pada, k.history_type) == (2500, SAH, TTD, "+")
    assert PenetapanAngkaKredit.history.get().jumlah_senti == 4250
