"""Examinations: planned, within the quota, with results in the register."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.tests.lomba import berlomba, bersamaan
from asn_karier.tests.peramban import masuk
from pegawai.enums import KedudukanHukum, StatusJadwalUjian
from pegawai.enums import StatusPeserta as S
from pegawai.models import HasilUjian, JadwalUjian
from pegawai.services.ujian import (
    IsianHasil,
    cancel_jadwal,
    record_results,
    register_peserta,
    withdraw_peserta,
)
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_lain import JadwalUjianPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def jadwal() -> JadwalUjian:
    return JadwalUjianPabrik(kuota=2)


@pytest.fixture
def hr(jadwal):
    return hr_dari(jadwal.instansi)


def orang(jadwal, **isian):
    return PegawaiPabrik(instansi=jadwal.instansi, **isian)


def daftar(jadwal, hr, *pegawai):
    return register_peserta(jadwal_id=jadwal.pk, pegawai_ids=[p.pk for p in pegawai], actor=hr, at=SAAT)


def hasil(jadwal, hr, versi=None, /, **menurut):
    """Results by status of all participants in the order of their names."""
    isian = {p.pk: IsianHasil(**menurut) for p in jadwal.peserta.all()}
    jadwal.refresh_from_db()
    return record_results(jadwal_id=jadwal.pk, hasil=isian, versi=versi or jadwal.versi, actor=hr, at=SAAT)


def test_registering_twice_is_registering_once(jadwal, hr):
    a, b = orang(jadwal), orang(jadwal)
    assert daftar(jadwal, hr, a, b) == (2, 0)
    assert daftar(jadwal, hr, a, b) == (0, 2)


def test_the_quota_holds_and_a_seat_given_back_can_be_taken(jadwal, hr):
    a, b, c = orang(jadwal), orang(jadwal), orang(jadwal)
    daftar(jadwal, hr, a, b)
    with pytest.raises(DomainError, match="Tersisa 0 tempat"):
        daftar(jadwal, hr, c)
    withdraw_peserta(peserta_id=jadwal.peserta.get(pegawai=a).pk, actor=hr)
    assert daftar(jadwal, hr, c).baru == 1


def test_a_result_goes_into_the_register_and_the_sitting_is_done(jadwal, hr):
    a = orang(jadwal)
    daftar(jadwal, hr, a)
    versi = a.versi
    assert hasil(jadwal, hr, status=S.LULUS, nomor="UD-7", berlaku_sampai=date(2028, 10, 12)) == 1
    h = a.hasil_ujian.get()
    assert (h.jenis, h.tanggal, h.lulus, h.nomor) == (jadwal.jenis, jadwal.tanggal, True, "UD-7")
    a.refresh_from_db()
    jadwal.refresh_from_db()
    assert (a.versi, jadwal.status) == (versi + 1, StatusJadwalUjian.SELESAI)


def test_a_corrected_result_changes_the_same_line_of_the_register(jadwal, hr):
    daftar(jadwal, hr, orang(jadwal))
    hasil(jadwal, hr, status=S.LULUS)
    assert hasil(jadwal, hr, status=S.TIDAK_LULUS) == 1
    assert hasil(jadwal, hr, status=S.TIDAK_LULUS) == 0
    assert [h.lulus for h in HasilUjian.objects.all()] == [False]
    assert HasilUjian.history.count() == 2
    with pytest.raises(DomainError, match="sudah tercatat"):
        hasil(jadwal, hr, status=S.TIDAK_HADIR)


def test_an_absence_leaves_no_line_in_the_register(jadwal, hr):
    daftar(jadwal, hr, orang(jadwal))
    hasil(jadwal, hr, status=S.TIDAK_HADIR)
    assert not HasilUjian.objects.exists()


def test_two_officers_at_one_list_the_second_is_told(jadwal, hr):
    daftar(jadwal, hr, orang(jadwal))
    hasil(jadwal, hr, status=S.LULUS)
    with pytest.raises(Bentrok):
        hasil(jadwal, hr, 1, status=S.TIDAK_LULUS)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"status": S.LULUS, "berlaku_sampai": date(2026, 1, 1)}, "berakhir sebelum"),
    ],
)
def test_a_result_that_cannot_be_is_refused(jadwal, hr, isian, pesan):
    daftar(jadwal, hr, orang(jadwal))
    with pytest.raises(DomainError, match=pesan):
        hasil(jadwal, hr, **isian)


def test_before_its_day_a_sitting_has_no_results(hr):
    nanti = JadwalUjianPabrik(instansi=hr.peran.get().instansi, tanggal=date(2027, 1, 12))
    daftar(nanti, hr, orang(nanti))
    with pytest.raises(DomainError, match="belum berlangsung"):
        hasil(nanti, hr, status=S.LULUS)


def test_nobody_registers_or_judges_themself(jadwal, hr):
    hr.pegawai = orang(jadwal)
    hr.save()
    with pytest.raises(TidakBoleh):
        daftar(jadwal, hr, hr.pegawai)
    daftar(jadwal, hr_dari(jadwal.instansi, username="hr.dua"), hr.pegawai)
    with pytest.raises(TidakBoleh):
        hasil(jadwal, hr, status=S.LULUS)


def test_others_of_another_instansi_and_who_is_not_on_duty_are_refused(jadwal, hr):
    with pytest.raises(TidakDitemukan):
        daftar(jadwal, hr, PegawaiPabrik(instansi=InstansiPabrik(kode="nabire")))
    with pytest.raises(DomainError, match="tidak sedang bertugas"):
        daftar(jadwal, hr, orang(jadwal, kedudukan_hukum=KedudukanHukum.CLTN))
    with pytest.raises(TidakDitemukan):
        daftar(jadwal, hr_dari(InstansiPabrik(kode="nabire")), orang(jadwal))
    assert not jadwal.peserta.exists()


def test_a_cancelled_sitting_is_closed(jadwal, hr):
    a = orang(jadwal)
    daftar(jadwal, hr, a)
    with pytest.raises(DomainError, match="alasan"):
        cancel_jadwal(jadwal_id=jadwal.pk, alasan=" ", versi=1, actor=hr)
    cancel_jadwal(jadwal_id=jadwal.pk, alasan="Penguji berhalangan", versi=1, actor=hr)
    for langkah in (lambda: daftar(jadwal, hr, a), lambda: hasil(jadwal, hr, status=S.LULUS)):
        with pytest.raises(DomainError, match="dibatalkan"):
            langkah()


@bersamaan
def test_many_officers_never_give_one_seat_twice(jadwal, hr):
    calon = [orang(jadwal) for _ in range(6)]

    def ambil(satu):
        def kerja():
            try:
                return daftar(jadwal, hr, satu).baru
            except DomainError:
                return 0

        return kerja

    assert sum(berlomba(*(ambil(c) for c in calon))) == 2


# -- pages ----------------------------------------------------------------------------------------


def test_hr_plans_registers_by_nip_and_records_in_the_browser(jadwal, hr):
    a, client = orang(jadwal, nama="Budi Contoh"), masuk(hr)
    pilih = reverse("admin:pegawai_jadwalujian_peserta", args=[jadwal.pk])
    assert "Pilih paling sedikit satu pegawai" in client.post(pilih, {"nip": ""}).text
    assert "18 angka" in client.post(pilih, {"nip": "123"}).text
    assert "tidak ditemukan" in client.post(pilih, {"nip": "1" * 18}).text
    assert client.post(pilih, {"nip": a.nip}).status_code == 302
    satu = jadwal.peserta.get()
    url = reverse("admin:pegawai_jadwalujian_hasil", args=[jadwal.pk])
    assert "Budi Contoh" in client.get(url).text
    isian = {f"{satu.pk}-status": "lulus", f"{satu.pk}-nomor": "UD-1", "versi": 1}
    assert "berubah sejak Anda buka" in client.post(url, {**isian, "versi": 9}).text
    assert "Isi tanggal" in client.post(url, {**isian, f"{satu.pk}-berlaku_sampai": "kelak"}).text
    assert client.post(url, isian).status_code == 302
    lihat = client.get(reverse("admin:pegawai_jadwalujian_change", args=[jadwal.pk])).text
    assert "UD-1" in lihat
    unduh = client.get(reverse("admin:pegawai_jadwalujian_unduh", args=[jadwal.pk]))
    assert b"".join(unduh.streaming_content).startswith(b"PK")
    unduh.close()
    assert "daftar-hadir-2026-10-12.xlsx" in unduh["Content-Disposition"]


def test_the_asn_reads_their_own_seat(jadwal, hr, time_machine):
    time_machine.move_to("2026-10-01T02:00:00Z")
    a = orang(jadwal)
    daftar(jadwal, hr, a)
    teks = masuk(PenggunaPabrik(pegawai=a)).get(reverse("pegawai:data_saya")).text
    assert "Aula BKPSDM" in teks
