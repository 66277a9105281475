"""Own activities verified: what the ledger gets, and nobody gives themself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import BentukPengembangan as B
from pegawai.models import Pegawai, PengembanganKompetensi, Pengguna
from pegawai.services import sesudah_ubah
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import perbaiki_kegiatan
from pelatihan.services.kegiatan_baca import expected, terbaca
from pelatihan.services.kegiatan_periksa import kembalikan_kegiatan
from pelatihan.tests.bantu_kegiatan import SAMA, akun, hr, kode, lapor, terima
from pelatihan.tests.pabrik_jp import SAAT, KegiatanPabrik, isi_kegiatan

__all__ = ["akun", "hr"]
pytestmark = pytest.mark.django_db


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
    isi = isi_kegiatan(jp=5)
    perbaiki_kegiatan(kegiatan_id=k.pk, versi=1, isi=isi, berkas=None, actor=akun, **SAMA)
    with pytest.raises(Bentrok):
        terima(k, hr, versi=1, at=SAAT + timedelta(days=1))
