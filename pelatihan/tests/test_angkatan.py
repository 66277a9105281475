"""A class: opened and closed, cancelled, ended with results; letters and presence of those who take part."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.pdf import render_pdf
from pegawai.models import Instansi, Pengguna
from pegawai.services.laju import TerlaluSering
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.enums import CaraHadir, StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, Kehadiran, Pendaftaran
from pelatihan.reports.surat_tugas import letter_content
from pelatihan.services.angkatan import (
    HasilKelas,
    cancel_class,
    close_registration,
    open_class,
    record_results,
    save_angkatan,
)
from pelatihan.services.kehadiran import COBA_TERBANYAK, note_attendance, open_code, record_attendance
from pelatihan.services.persetujuan import approve_many, decide_as_hr
from pelatihan.services.surat_tugas import issue_surat_tugas
from pelatihan.tests.pabrik_katalog import MitraPabrik, PerjanjianPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PaguPabrik, PendaftaranPabrik, SesiPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran
SESUDAH = datetime(2027, 2, 10, 9, tzinfo=UTC)


@pytest.fixture
def hr() -> Pengguna:
    return hr_dari(InstansiPabrik(kode="batanghari"))


def _kini(p: Pendaftaran) -> Pendaftaran:
    return Pendaftaran.objects.get(pk=p.pk)


def test_a_class_opens_with_a_pagu_and_closes(hr: Pengguna) -> None:
    kelas = AngkatanPabrik(status=StatusAngkatan.DISIAPKAN, biaya=1)
    aksi = {"angkatan_id": kelas.pk, "actor": hr, "at": SAAT}
    with pytest.raises(DomainError, match="berbiaya"):
        open_class(**aksi)
    Angkatan.objects.filter(pk=kelas.pk).update(pagu=PaguPabrik())
    assert open_class(**aksi).status == open_class(**aksi).status == StatusAngkatan.DIBUKA
    assert close_registration(**aksi).status == StatusAngkatan.DITUTUP
    with pytest.raises(TidakBoleh):
        open_class(**aksi | {"actor": PenggunaPabrik()})


def test_a_class_opens_only_under_an_agreement_that_holds_to_its_last_day(hr: Pengguna) -> None:
    mitra = MitraPabrik(instansi=Instansi.objects.get(kode="batanghari"), nama="BPSDM")
    lama = PerjanjianPabrik(mitra=mitra, nomor="1/2026", sampai=date(2027, 2, 9))
    kelas = AngkatanPabrik(status=StatusAngkatan.DISIAPKAN, perjanjian=lama)
    aksi = {"angkatan_id": kelas.pk, "actor": hr, "at": SAAT}
    with pytest.raises(DomainError, match=r"1/2026 dengan BPSDM berlaku .*, tidak pada semua hari"):
        open_class(**aksi)
    PerjanjianPabrik(mitra=mitra, mulai=date(2027, 2, 10), sampai=date(2027, 2, 10))
    assert open_class(**aksi).status == StatusAngkatan.DIBUKA


def test_a_cancelled_class_tells_everybody_and_gives_all_back(hr: Pengguna) -> None:
    kelas = AngkatanPabrik(berbiaya=True)
    semua = [PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik()) for _ in range(2)]
    tunggu = PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(), status=S.DAFTAR_TUNGGU)
    approve_many(angkatan_id=kelas.pk, pendaftaran_ids=[semua[0].pk], actor=hr, at=SAAT)
    for _ in range(2):
        cancel_class(angkatan_id=kelas.pk, alasan="Narasumber sakit", actor=hr, at=SAAT)
    assert {_kini(p).status for p in (*semua, tunggu)} == {S.DIBATALKAN}
    assert {p.langkah.last().alasan for p in (*semua, tunggu)} == {"Narasumber sakit"}
    kelas.refresh_from_db()
    kelas.pagu.refresh_from_db()
    assert (kelas.terisi, kelas.pagu.komitmen) == (0, 0)


def test_results_pay_for_who_came_release_who_did_not_and_end_the_class(hr: Pengguna) -> None:
    kelas = AngkatanPabrik(berbiaya=True)
    hadir, absen = [PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik()) for _ in range(2)]
    tunggu = PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(), status=S.DAFTAR_TUNGGU)
    approve_many(angkatan_id=kelas.pk, pendaftaran_ids=[hadir.pk, absen.pk], actor=hr, at=SAAT)
    hasil = {
        hadir.pk: HasilKelas(S.SELESAI, Decimal(50), Decimal(80)),
        absen.pk: HasilKelas(S.TIDAK_HADIR),
    }
    catat = {"angkatan_id": kelas.pk, "hasil": hasil, "actor": hr}
    with pytest.raises(DomainError, match="hari terakhir"):
        record_results(**catat, at=SAAT)
    assert len(record_results(**catat, at=SESUDAH).jadi) == 2
    assert record_results(**catat, at=SESUDAH).jadi == []
    kelas.refresh_from_db()
    kelas.pagu.refresh_from_db()
    assert (kelas.pagu.komitmen, kelas.pagu.realisasi) == (0, 4_000_000)
    assert kelas.status == StatusAngkatan.SELESAI
    assert _kini(tunggu).status == S.DIBATALKAN
    # It turns out that the other one was there: committed anew and paid.
    hasil[absen.pk] = HasilKelas(S.TIDAK_LULUS)
    record_results(**catat, at=SESUDAH)
    kelas.pagu.refresh_from_db()
    assert (kelas.pagu.komitmen, kelas.pagu.realisasi) == (0, 8_000_000)


def test_of_two_officers_who_correct_one_result_the_second_is_told(hr: Pengguna) -> None:
    """The page sends every row again, also those that nobody touched."""
    p = PendaftaranPabrik(pegawai=PegawaiPabrik(), status=S.TIDAK_LULUS)
    catat = {"angkatan_id": p.angkatan_id, "actor": hr, "at": SESUDAH}
    record_results(**catat, hasil={p.pk: HasilKelas(S.SELESAI, versi=p.versi)})
    jawab = record_results(**catat, hasil={p.pk: HasilKelas(S.TIDAK_LULUS, versi=p.versi)})
    assert [d.sebab for d in jawab.dilewati] == [
        "Pendaftaran ini sekarang selesai. Muat ulang halaman untuk melihat keadaannya."
    ]
    assert _kini(p).status == S.SELESAI


def test_who_went_elsewhere_keeps_no_seat_from_the_others(hr: Pengguna) -> None:
    """HR of the class takes their seat back, and on the waiting list they are passed over."""
    kelas, baru = AngkatanPabrik(kursi=1), InstansiPabrik(kode="tempat-baru")
    pergi = PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(instansi=baru))
    pergi_juga, tinggal = [
        PendaftaranPabrik(angkatan=kelas, pegawai=orang, status=S.DAFTAR_TUNGGU)
        for orang in (PegawaiPabrik(instansi=baru), PegawaiPabrik())
    ]
    putus = {"pendaftaran_id": pergi.pk, "versi": pergi.versi, "alasan": "Pindah", "actor": hr, "at": SAAT}
    with pytest.raises(TidakBoleh):
        decide_as_hr(**putus, setuju=True)
    assert decide_as_hr(**putus, setuju=False).status == S.DITOLAK
    assert [_kini(p).status for p in (pergi_juga, tinggal)] == [S.DAFTAR_TUNGGU, S.MENUNGGU_BKPSDM]


def test_nobody_stores_a_class_of_another_government() -> None:
    for siapa in (PenggunaPabrik(), hr_dari(InstansiPabrik(kode="tempat-lain"))):
        with pytest.raises(TidakBoleh):
            save_angkatan(angkatan=AngkatanPabrik(), actor=siapa, at=SAAT)


# -- letters ------------------------------------------------------------------------------------------


def test_one_letter_sends_everybody_chosen_and_a_second_press_sends_nobody_twice(hr: Pengguna) -> None:
    kelas, pejabat = AngkatanPabrik(kursi=5), PenandaTanganPabrik()
    orang = [PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(), status=S.DISETUJUI) for _ in range(3)]
    isi = {
        "angkatan_id": kelas.pk,
        "nomor": "800.1.11/7/2027",
        "tanggal": date(2027, 1, 5),
        "penanda_tangan": pejabat,
        "pendaftaran_ids": [p.pk for p in orang[:2]],
        "actor": hr,
        "at": SAAT,
    }
    surat = issue_surat_tugas(**isi)
    assert issue_surat_tugas(**isi).pk == surat.pk
    assert [_kini(p).status for p in orang] == [S.SURAT_TUGAS, S.SURAT_TUGAS, S.DISETUJUI]
    kertas = letter_content(surat)
    assert [baris[1] for baris in kertas["peserta"]] == [
        f"{p.pegawai.nama_gelar}\n{p.pegawai.nip}" for p in orang[:2]
    ]
    assert render_pdf("surat_tugas", kertas).startswith(b"%PDF")
    # One of those chosen had withdrawn meanwhile: the second press is still the same letter.
    mundur = PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(), status=S.DIBATALKAN)
    assert issue_surat_tugas(**isi | {"pendaftaran_ids": [*isi["pendaftaran_ids"], mundur.pk]}).pk == surat.pk
    with pytest.raises(Bentrok, match="sudah dipakai"):
        issue_surat_tugas(**isi | {"pendaftaran_ids": [orang[2].pk]})
    with pytest.raises(DomainError, match="tidak menandatangani"):
        issue_surat_tugas(**isi | {"nomor": "8", "tanggal": date(2025, 1, 5)})


# -- presence -----------------------------------------------------------------------------------------


def test_a_code_counts_once_for_who_is_approved_and_while_it_is_open(hr: Pengguna) -> None:
    p = PendaftaranPabrik(pegawai=PegawaiPabrik(), status=S.SURAT_TUGAS)
    akun, sesi = PenggunaPabrik(pegawai=p.pegawai), SesiPabrik(angkatan=p.angkatan)
    kode = open_code(sesi_id=sesi.pk, menit=30, actor=hr, at=SAAT).kode_hadir
    hadir = {"angkatan_id": p.angkatan_id, "kode": f" {kode[:3].lower()}-{kode[3:]} ", "actor": akun}
    assert record_attendance(**hadir, at=SAAT).pk == record_attendance(**hadir, at=SAAT).pk
    with pytest.raises(DomainError, match="tidak cocok"):
        record_attendance(**hadir, at=SAAT + timedelta(minutes=31))
    with pytest.raises(TidakBoleh):
        record_attendance(**hadir | {"actor": PenggunaPabrik(pegawai=PegawaiPabrik())}, at=SAAT)
    lain = open_code(sesi_id=sesi.pk, menit=30, actor=hr, at=SAAT).kode_hadir
    assert lain != kode


def test_nobody_guesses_a_code(hr: Pengguna) -> None:
    p = PendaftaranPabrik(pegawai=PegawaiPabrik(), status=S.DISETUJUI)
    akun, sesi = PenggunaPabrik(pegawai=p.pegawai), SesiPabrik(angkatan=p.angkatan)
    kode = open_code(sesi_id=sesi.pk, menit=30, actor=hr, at=SAAT).kode_hadir
    for _ in range(COBA_TERBANYAK):
        with pytest.raises(DomainError, match="tidak cocok"):
            record_attendance(angkatan_id=p.angkatan_id, kode="333333", actor=akun, at=SAAT)
    with pytest.raises(TerlaluSering):
        record_attendance(angkatan_id=p.angkatan_id, kode=kode, actor=akun, at=SAAT)


def test_the_desk_ticks_and_unticks_and_leaves_alone_who_came_by_code_meanwhile(hr: Pengguna) -> None:
    kelas = AngkatanPabrik(kursi=5)
    satu, dua, tiga = [
        PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(), status=S.DISETUJUI) for _ in range(3)
    ]
    sesi, lain = SesiPabrik(angkatan=kelas), SesiPabrik()
    Kehadiran.objects.create(pendaftaran=satu, sesi=sesi, cara=CaraHadir.PENYELENGGARA, oleh=hr)
    # Typed after the desk has read the page.
    Kehadiran.objects.create(pendaftaran=dua, sesi=sesi, cara=CaraHadir.KODE, oleh=hr)
    banyak = note_attendance(
        angkatan_id=kelas.pk,
        hadir=[(tiga.pk, sesi.pk), (tiga.pk, lain.pk)],
        semula=[(satu.pk, sesi.pk)],
        actor=hr,
        at=SAAT,
    )
    assert banyak == 2
    assert set(Kehadiran.objects.values_list("pendaftaran", "cara")) == {
        (dua.pk, CaraHadir.KODE),
        (tiga.pk, CaraHadir.PENYELENGGARA),
    }
