"""Own activities: reported, corrected, taken back, verified; what the ledger gets, and nobody themself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import BentukPengembangan as B
from pegawai.models import Bukti, Pegawai, PengembanganKompetensi, Pengguna
from pegawai.services import sesudah_ubah
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import laporkan_kegiatan, perbaiki_kegiatan, tarik_kegiatan
from pelatihan.services.kegiatan_baca import expected, terbaca
from pelatihan.services.kegiatan_periksa import kembalikan_kegiatan, terima_kegiatan
from pelatihan.tests.pabrik_jp import SAAT, KegiatanPabrik, isi_kegiatan

pytestmark = pytest.mark.django_db
SAMA: dict[str, Any] = {"at": SAAT, "kanal": "uji"}


@pytest.fixture
def akun() -> Pengguna:
    orang: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, nama="Ani"))
    return orang


@pytest.fixture
def hr(akun: Pengguna) -> Pengguna:
    return hr_dari(akun.pegawai.instansi)


def lapor(akun: Pengguna, berkas: Any = None, **isi: Any) -> KegiatanMandiri:
    return laporkan_kegiatan(
        pegawai_id=akun.pegawai_id,
        isi=isi_kegiatan(**isi),
        berkas=berkas or unggahan("sertifikat.jpg", foto()),
        actor=akun,
        **SAMA,
    )


def terima(k: KegiatanMandiri, hr: Pengguna, **lain: Any) -> KegiatanMandiri:
    return terima_kegiatan(**{"kegiatan_id": k.pk, "versi": k.versi, "actor": hr, **SAMA, **lain})


def kode(salah: Any) -> str:
    return str(salah.value.kode)


# -- reporting ------------------------------------------------------------------------------------


def test_a_report_waits_for_hr_with_a_photograph_made_anew(akun: Pengguna) -> None:
    k = lapor(akun, unggahan("s.jpg", foto(lokasi=True)), nama="  Seminar   pelayanan ")
    assert (k.status, k.nama, k.jp_diakui, k.oleh) == (
        StatusKegiatan.MENUNGGU, "Seminar pelayanan", None, akun
    )  # fmt: skip
    assert k.bukti.jenis == "jpg"
    assert not PengembanganKompetensi.objects.exists()
    assert Jejak.objects.filter(tindakan="lapor_kegiatan", subjek_id=akun.pegawai_id).count() == 1


def test_the_same_words_sent_twice_are_one_report(akun: Pengguna) -> None:
    assert lapor(akun) == lapor(akun)
    assert Bukti.objects.count() == 1


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ({"nama": "SEMINAR  Pelayanan", "nomor_sertifikat": ""}, "kegiatan_ganda"),
        (
            {"nama": "Judul lain", "selesai": date(2026, 5, 4), "nomor_sertifikat": "lan 2026 0017"},
            "kegiatan_ganda",
        ),
        ({"nama": "Judul lain", "nomor_sertifikat": ""}, ""),
        ({"mulai": date(2025, 5, 3), "selesai": date(2025, 5, 3), "nomor_sertifikat": "-"}, ""),
    ],
)
def test_the_same_activity_twice_is_told(akun: Pengguna, isi: dict[str, Any], harap: str) -> None:
    lapor(akun)
    if not harap:
        assert lapor(akun, **isi)
        return
    with pytest.raises(DomainError, match=r"sudah dilaporkan \(menunggu diperiksa\)") as salah:
        lapor(akun, **isi)
    assert kode(salah) == harap


def test_what_the_ledger_has_already_is_told_with_its_source(akun: Pengguna) -> None:
    PengembanganPabrik(
        pegawai=akun.pegawai,
        nama="Seminar Pelayanan",
        tanggal_selesai=date(2026, 5, 3),
        sumber="SIASN kursus",
    )
    with pytest.raises(DomainError, match="sudah tercatat 10 JP dari SIASN kursus"):
        lapor(akun)
    PengembanganKompetensi.objects.update(pegawai=PegawaiPabrik(pelaksana=True))
    assert lapor(akun)  # of somebody else


def test_a_report_that_was_refused_or_taken_back_stands_in_nobodys_way(akun: Pengguna) -> None:
    for status in (StatusKegiatan.DITOLAK, StatusKegiatan.DITARIK):
        KegiatanPabrik(pegawai=akun.pegawai, nama="Seminar pelayanan", status=status)
    assert lapor(akun)


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ({"selesai": date(2026, 5, 2)}, "tanggal_terbalik"),
        ({"selesai": date(2026, 11, 30)}, "belum_selesai"),
        ({"jp": 0}, "jp_tidak_wajar"),
        ({"nama": " "}, "nama_kosong"),
        ({"bentuk": B.COACHING, "jp": 3}, "jp_bukan_sesi"),
    ],
)
def test_what_cannot_be_so_is_refused_and_leaves_no_file(
    akun: Pengguna, isi: dict[str, Any], harap: str
) -> None:
    with pytest.raises(DomainError) as salah:
        lapor(akun, **isi)
    assert kode(salah) == harap
    assert not Bukti.objects.exists()


def test_a_large_file_says_how_large_and_who_helps(akun: Pengguna) -> None:
    with pytest.raises(DomainError) as salah:
        lapor(akun, unggahan("s.jpg", b"0" * 12 * 1024 * 1024))
    assert salah.value.kalimat == "Berkas 12 MB. Batas 5 MB. Foto ulang atau kirim lewat operator unit."


def test_twenty_reports_a_day_are_enough(akun: Pengguna) -> None:
    KegiatanPabrik.create_batch(20, pegawai=akun.pegawai)
    with pytest.raises(DomainError) as salah:
        lapor(akun)
    assert kode(salah) == "kegiatan_terlalu_banyak"


# -- correcting and taking back -------------------------------------------------------------------


def perbaiki(k: KegiatanMandiri, akun: Pengguna, berkas: Any = None, **isi: Any) -> KegiatanMandiri:
    return perbaiki_kegiatan(
        kegiatan_id=k.pk, versi=k.versi, isi=isi_kegiatan(**isi), berkas=berkas, actor=akun, **SAMA
    )


def test_a_new_photograph_takes_the_place_of_the_refused_one(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun)
    k = kembalikan_kegiatan(
        kegiatan_id=k.pk,
        status=StatusKegiatan.FOTO_ULANG,
        versi=1,
        catatan="Nomor tidak terbaca",
        actor=hr,
        **SAMA,
    )
    assert terbaca(k).kalimat == "Nomor tidak terbaca"
    with pytest.raises(DomainError) as salah:
        perbaiki(k, akun)
    assert kode(salah) == "bukti_kosong"
    baru = perbaiki(k, akun, unggahan("lagi.jpg", foto(lebar=500)), jp=5)
    assert (baru.status, baru.jp_diklaim, baru.alasan, baru.versi) == (StatusKegiatan.MENUNGGU, 5, "", 3)
    assert Bukti.objects.get() == baru.bukti


def test_a_second_press_of_the_same_correction_changes_nothing(akun: Pengguna) -> None:
    k = lapor(akun)
    perbaiki(k, akun, jp=5)
    k.versi = 1
    assert perbaiki(k, akun, jp=5).versi == 2
    with pytest.raises(Bentrok):
        perbaiki(k, akun, jp=6)


def test_only_the_person_corrects_and_only_before_the_decision(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun)
    with pytest.raises(TidakDitemukan):
        perbaiki(k, PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True)))
    k = terima(k, hr)
    with pytest.raises(Bentrok):
        perbaiki(k, akun)
    with pytest.raises(Bentrok):
        tarik_kegiatan(kegiatan_id=k.pk, versi=k.versi, actor=akun, **SAMA)


def test_what_was_taken_back_is_not_verified(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun)
    for _ in range(2):
        k = tarik_kegiatan(kegiatan_id=k.pk, versi=1, actor=akun, **SAMA)
    with pytest.raises(Bentrok):
        terima(k, hr)
    with pytest.raises(TidakBoleh):
        tarik_kegiatan(kegiatan_id=lapor(akun).pk, versi=1, actor=hr, **SAMA)


# -- verifying ------------------------------------------------------------------------------------


def test_an_accepted_report_is_a_line_of_the_ledger(akun: Pengguna, hr: Pengguna) -> None:
    k = terima(lapor(akun, mulai=date(2025, 12, 1)), hr)
    baris = PengembanganKompetensi.objects.get()
    assert (baris.pegawai, baris.nama, baris.jp, baris.tanggal_mulai, baris.tanggal_selesai) == (
        akun.pegawai, "Seminar pelayanan", 4, date(2025, 12, 1), date(2026, 5, 3)
    )  # fmt: skip
    assert baris.sumber == f"Laporan pegawai nomor {k.pk}"
    assert terbaca(k).tanda == "Diterima (4 JP)"
    assert terima(k, hr, versi=1) == k  # a second press
    assert PengembanganKompetensi.objects.count() == 1


def test_the_person_is_judged_anew_in_the_same_transaction(
    akun: Pengguna, hr: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    k = lapor(akun)

    def rusak(*, pegawai_id: int) -> None:
        assert PengembanganKompetensi.objects.filter(pegawai=pegawai_id).exists()
        raise RuntimeError

    monkeypatch.setattr(sesudah_ubah, "_SESUDAH", [rusak])
    with pytest.raises(RuntimeError):
        terima(k, hr)
    assert not PengembanganKompetensi.objects.exists()
    assert KegiatanMandiri.objects.get().status == StatusKegiatan.MENUNGGU


def test_the_month_credits_two_sessions_and_says_so(akun: Pengguna, hr: Pengguna) -> None:
    pertama = {"bentuk": B.COACHING, "nomor_sertifikat": "", "nama": "Coaching kesatu", "jp": 2}
    terima(lapor(akun, **pertama), hr)
    lagi = pertama | {
        "nama": "Coaching lain",
        "jp": 6,
        "mulai": date(2026, 5, 5),
        "selesai": date(2026, 5, 20),
    }
    k = lapor(akun, **lagi)
    assert expected(k, at=SAAT) == "Akan diakui 2 dari 6 JP: coaching paling banyak 2 sesi sebulan."
    k = terima(k, hr)
    assert terbaca(k).kalimat == "Diakui 2 dari 6 JP: coaching paling banyak 2 sesi sebulan."
    assert sum(PengembanganKompetensi.objects.values_list("jp", flat=True)) == 4


def test_hr_credits_what_the_proof_says_with_a_reason(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun, jp=8)
    with pytest.raises(DomainError) as salah:
        terima(k, hr, jp=6)
    assert kode(salah) == "catatan_kosong"
    k = terima(k, hr, jp=6, catatan="sertifikat menyebut 6 JP")
    assert terbaca(k).kalimat == "Diakui 6 dari 8 JP: menurut bukti 6 JP, sertifikat menyebut 6 JP."


def test_nobody_verifies_their_own_nor_what_they_entered(akun: Pengguna, hr: Pengguna) -> None:
    petugas = PegawaiPabrik(pelaksana=True, instansi=akun.pegawai.instansi)
    sendiri = KegiatanPabrik(pegawai=petugas)  # from their account as an ASN
    hr.pegawai = petugas
    with pytest.raises(TidakBoleh) as salah:
        terima(sendiri, hr)
    assert kode(salah) == "diri_sendiri"
    diisikan = KegiatanPabrik(pegawai__instansi=akun.pegawai.instansi, oleh=hr)
    with pytest.raises(TidakBoleh) as salah:
        terima(diisikan, hr)
    assert kode(salah) == "pengisi_bukan_pemeriksa"


def test_only_hr_of_the_person_verifies(akun: Pengguna) -> None:
    k = lapor(akun)
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    Pegawai.objects.filter(pk=akun.pegawai_id).update(atasan=atasan.pegawai)
    for siapa in (atasan, hr_dari(PegawaiPabrik(pelaksana=True, instansi__kode="nabire").instansi)):
        with pytest.raises(TidakDitemukan):
            terima(k, siapa)


def test_what_an_import_recorded_meanwhile_is_not_written_twice(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun)
    PengembanganPabrik(pegawai=akun.pegawai, nama=k.nama, tanggal_selesai=k.selesai, jp=3)
    with pytest.raises(DomainError) as salah:
        terima(k, hr)
    assert kode(salah) == "kegiatan_ganda"
    assert PengembanganKompetensi.objects.get().jp == 3


def test_a_refusal_has_a_reason_and_is_told(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun)
    sama = {"kegiatan_id": k.pk, "status": StatusKegiatan.DITOLAK, "versi": 1, "actor": hr, **SAMA}
    with pytest.raises(DomainError) as salah:
        kembalikan_kegiatan(catatan=" ", **sama)
    assert kode(salah) == "catatan_kosong"
    for _ in range(2):
        k = kembalikan_kegiatan(catatan="Bukan kegiatan Anda", **sama)
    assert (k.status, terbaca(k).kalimat, k.versi) == (StatusKegiatan.DITOLAK, "Bukan kegiatan Anda", 2)
    assert Jejak.objects.filter(tindakan="tolak_kegiatan").count() == 1


def test_a_decision_about_an_older_version_is_refused(akun: Pengguna, hr: Pengguna) -> None:
    k = lapor(akun)
    perbaiki(k, akun, jp=5)
    with pytest.raises(Bentrok):
        terima(k, hr, versi=1, at=SAAT + timedelta(days=1))
