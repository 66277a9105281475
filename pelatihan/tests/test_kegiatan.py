"""Own activities: reported once, corrected, taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import BentukPengembangan as B
from pegawai.models import Bukti, PengembanganKompetensi, Pengguna
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, PenggunaPabrik
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import perbaiki_kegiatan, tarik_kegiatan
from pelatihan.services.kegiatan_baca import terbaca
from pelatihan.services.kegiatan_periksa import kembalikan_kegiatan
from pelatihan.tests.bantu_kegiatan import SAMA, akun, hr, kode, lapor, terima
from pelatihan.tests.pabrik_jp import KegiatanPabrik, isi_kegiatan

__all__ = ["akun", "hr"]
pytestmark = pytest.mark.django_db


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
