"""Enrolment as services: seats, the waiting list, who decides, rupiah, results. Nobody for themself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisJabatan
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pelatihan.enums import BERKURSI, StatusPendaftaran
from pelatihan.models import Angkatan, MutasiAnggaran, Pendaftaran
from pelatihan.services.angkatan import save_angkatan
from pelatihan.services.pendaftaran import apply, enrol_many, withdraw
from pelatihan.services.persetujuan import approve_many, decide_as_atasan, decide_as_hr, undo_as_atasan
from pelatihan.tests.pabrik import SasaranPelatihanPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PendaftaranPabrik, SesiPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran
Daftar = Callable[..., Pendaftaran]


@pytest.fixture
def angkatan() -> Angkatan:
    satu: Angkatan = AngkatanPabrik()
    return satu


@pytest.fixture
def hr() -> Pengguna:
    return hr_dari(InstansiPabrik(kode="batanghari"))


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(nama="Atasan"))
    return akun


@pytest.fixture
def daftar(angkatan: Angkatan, atasan: Pengguna) -> Daftar:
    """Somebody applies; without `orang` a new person of `atasan`."""

    def kirim(orang: Pegawai | None = None, kelas: Angkatan | None = None) -> Pendaftaran:
        orang = orang or PegawaiPabrik(atasan=atasan.pegawai)
        akun = Pengguna.objects.filter(pegawai=orang).first() or PenggunaPabrik(pegawai=orang)
        kelas = kelas or angkatan
        return apply(angkatan_id=kelas.pk, pegawai=orang, alasan="Tugas saya", actor=akun, at=SAAT)

    return kirim


def _akun(p: Pendaftaran) -> Pengguna:
    return Pengguna.objects.get(pegawai=p.pegawai)


def _kini(p: Pendaftaran) -> Pendaftaran:
    return Pendaftaran.objects.get(pk=p.pk)


def _seimbang(angkatan: Angkatan) -> None:
    """The counter says how many hold a seat, and nobody waits beside a free one."""
    angkatan.refresh_from_db()
    assert angkatan.terisi == angkatan.pendaftaran.filter(status__in=BERKURSI).count()
    assert not angkatan.sisa or not angkatan.pendaftaran.filter(status=S.DAFTAR_TUNGGU).exists()


def _setuju(p: Pendaftaran, hr: Pengguna, alasan: str = "", **lain: Any) -> Pendaftaran:
    p = _kini(p)
    isi = {"versi": p.versi, "setuju": True, "alasan": alasan, "actor": hr, "at": SAAT} | lain
    return decide_as_hr(pendaftaran_id=p.pk, **isi)


# -- apply, wait, withdraw --------------------------------------------------------------------------


def test_seats_first_then_the_waiting_list_in_order(angkatan: Angkatan, daftar: Daftar) -> None:
    semua = [daftar() for _ in range(4)]
    assert [p.urut for p in semua] == [1, 2, 3, 4]
    assert [p.status for p in semua] == [S.MENUNGGU_ATASAN] * 2 + [S.DAFTAR_TUNGGU] * 2
    assert daftar(semua[0].pegawai).pk == semua[0].pk
    _seimbang(angkatan)


def test_a_freed_seat_goes_to_the_first_who_waits_and_nobody_is_named_for_it(
    angkatan: Angkatan, daftar: Daftar
) -> None:
    satu, _, tiga, empat = [daftar() for _ in range(4)]
    withdraw(pendaftaran_id=satu.pk, versi=satu.versi, actor=_akun(satu), at=SAAT)
    assert (_kini(tiga).status, _kini(empat).status) == (S.MENUNGGU_ATASAN, S.DAFTAR_TUNGGU)
    langkah = tiga.langkah.last()
    assert (langkah.dari, langkah.ke, langkah.oleh) == (S.DAFTAR_TUNGGU, S.MENUNGGU_ATASAN, None)
    _seimbang(angkatan)


def test_who_comes_back_stands_at_the_end(angkatan: Angkatan, daftar: Daftar) -> None:
    satu, _, _ = [daftar() for _ in range(3)]
    withdraw(pendaftaran_id=satu.pk, versi=satu.versi, actor=_akun(satu), at=SAAT)
    lagi = daftar(satu.pegawai)
    assert (lagi.pk, lagi.urut, lagi.status) == (satu.pk, 4, S.DAFTAR_TUNGGU)


def test_more_seats_reach_the_waiting_list_at_once(angkatan: Angkatan, daftar: Daftar, hr: Pengguna) -> None:
    semua = [daftar() for _ in range(5)]
    ubah = Angkatan.objects.get(pk=angkatan.pk)
    ubah.kursi = 4
    save_angkatan(angkatan=ubah, actor=hr, at=SAAT)
    assert [_kini(p).status for p in semua] == [S.MENUNGGU_ATASAN] * 4 + [S.DAFTAR_TUNGGU]
    _seimbang(angkatan)


def test_without_an_atasan_it_goes_straight_to_hr(daftar: Daftar) -> None:
    assert daftar(PegawaiPabrik(atasan=None)).status == S.MENUNGGU_BKPSDM


def test_who_cannot_come_in_is_told_why(angkatan: Angkatan, daftar: Daftar, atasan: Pengguna) -> None:
    SasaranPelatihanPabrik(pelatihan=angkatan.pelatihan, jenis_jabatan=JenisJabatan.FUNGSIONAL)
    with pytest.raises(DomainError, match="jabatan lain"):
        daftar(PegawaiPabrik(pelaksana=True))
    assert daftar(PegawaiPabrik(fungsional=True, atasan=atasan.pegawai)).status == S.MENUNGGU_ATASAN
    with pytest.raises(TidakDitemukan):
        daftar(PegawaiPabrik(instansi=InstansiPabrik(kode="nabire")))
    orang = PegawaiPabrik(fungsional=True)
    with pytest.raises(TidakBoleh):
        apply(angkatan_id=angkatan.pk, pegawai=orang, alasan="", actor=atasan, at=SAAT)


def test_withdrawing_twice_is_once_and_a_stale_page_is_told(
    angkatan: Angkatan, daftar: Daftar, hr: Pengguna
) -> None:
    p = daftar(PegawaiPabrik(atasan=None))
    _setuju(p, hr)
    with pytest.raises(Bentrok, match="disetujui"):
        withdraw(pendaftaran_id=p.pk, versi=p.versi, actor=_akun(p), at=SAAT)
    for _ in range(2):
        withdraw(pendaftaran_id=p.pk, versi=_kini(p).versi, actor=_akun(p), at=SAAT)
    assert p.langkah.count() == 3
    _seimbang(angkatan)


# -- the atasan ---------------------------------------------------------------------------------------


def _putus(p: Pendaftaran, actor: Pengguna, *, setuju: bool, alasan: str = "") -> Pendaftaran:
    return decide_as_atasan(
        pendaftaran_id=p.pk, versi=_kini(p).versi, setuju=setuju, alasan=alasan, actor=actor, at=SAAT
    )


def test_the_atasan_says_yes_and_takes_it_back_within_ten_minutes(daftar: Daftar, atasan: Pengguna) -> None:
    p = _putus(daftar(), atasan, setuju=True)
    assert _putus(p, atasan, setuju=True).versi == p.versi == 2
    urung = {"pendaftaran_id": p.pk, "versi": 2, "actor": atasan}
    with pytest.raises(Bentrok, match="10 menit"):
        undo_as_atasan(**urung, at=SAAT + timedelta(minutes=10))
    for _ in range(2):
        assert undo_as_atasan(**urung, at=SAAT + timedelta(minutes=9)).status == S.MENUNGGU_ATASAN


def test_a_refusal_needs_a_reason_and_its_seat_moves_on(
    angkatan: Angkatan, daftar: Daftar, atasan: Pengguna
) -> None:
    satu, _, tiga = [daftar() for _ in range(3)]
    with pytest.raises(DomainError, match="Tuliskan"):
        _putus(satu, atasan, setuju=False, alasan=" ")
    ditolak = _putus(satu, atasan, setuju=False, alasan="Ada pemeriksaan BPK")
    assert _kini(tiga).status == S.MENUNGGU_ATASAN
    # Taken back: the seat is somebody else's, so the person waits at their own place.
    kembali = undo_as_atasan(pendaftaran_id=satu.pk, versi=ditolak.versi, actor=atasan, at=SAAT)
    assert (kembali.status, kembali.urut) == (S.DAFTAR_TUNGGU, 1)
    withdraw(pendaftaran_id=tiga.pk, versi=_kini(tiga).versi, actor=_akun(tiga), at=SAAT)
    assert _kini(satu).status == S.MENUNGGU_ATASAN
    _seimbang(angkatan)


def test_nobody_decides_for_themself_or_as_a_stranger(daftar: Daftar, atasan: Pengguna) -> None:
    p = daftar()
    for siapa in (_akun(p), PenggunaPabrik(pegawai=PegawaiPabrik())):
        with pytest.raises(TidakBoleh):
            _putus(p, siapa, setuju=True)
    basi = {"pendaftaran_id": p.pk, "versi": p.versi + 1, "actor": atasan, "at": SAAT}
    with pytest.raises(Bentrok):
        decide_as_atasan(**basi, setuju=True, alasan="")


# -- HR, the pagu, collisions -------------------------------------------------------------------------


def test_an_approval_takes_the_rupiah_and_a_withdrawal_gives_them_back(hr: Pengguna) -> None:
    p = PendaftaranPabrik(angkatan=AngkatanPabrik(berbiaya=True), pegawai=PegawaiPabrik())
    akun = PenggunaPabrik(pegawai=p.pegawai)
    pagu = p.angkatan.pagu
    assert _setuju(p, hr).komitmen == 4_000_000
    pagu.refresh_from_db()
    assert (pagu.komitmen, pagu.sisa) == (4_000_000, 6_000_000)
    withdraw(pendaftaran_id=p.pk, versi=_kini(p).versi, actor=akun, at=SAAT)
    pagu.refresh_from_db()
    assert (pagu.komitmen, _kini(p).komitmen) == (0, 0)
    assert list(MutasiAnggaran.objects.order_by("pk").values_list("jenis", flat=True)) == [
        "komitmen",
        "lepas",
    ]


def test_many_are_approved_in_order_while_the_pagu_lasts_and_the_rest_is_named(hr: Pengguna) -> None:
    kelas = AngkatanPabrik(berbiaya=True, kursi=9)
    semua = [PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik()) for _ in range(3)]
    belum = PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik(), status=S.MENUNGGU_ATASAN)
    pilihan = [p.pk for p in (belum, *reversed(semua))]
    hasil = approve_many(angkatan_id=kelas.pk, pendaftaran_ids=pilihan, actor=hr, at=SAAT)
    assert [p.pk for p in hasil.jadi] == [p.pk for p in semua[:2]]
    assert [d.nama for d in hasil.dilewati] == [semua[2].pegawai.nama_gelar, belum.pegawai.nama_gelar]
    assert "Sisa pagu" in hasil.dilewati[0].sebab
    assert "Atasan belum memutuskan" in hasil.dilewati[1].sebab
    kelas.pagu.refresh_from_db()
    assert kelas.pagu.komitmen == 8_000_000


def test_no_officer_approves_themself_alone_or_among_many(angkatan: Angkatan) -> None:
    orang = PegawaiPabrik()
    petugas = PeranPabrik(
        instansi=angkatan.instansi, pengguna=PenggunaPabrik(is_staff=True, pegawai=orang)
    ).pengguna
    p = PendaftaranPabrik(angkatan=angkatan, pegawai=orang)
    with pytest.raises(TidakBoleh):
        _setuju(p, petugas)
    hasil = approve_many(angkatan_id=angkatan.pk, pendaftaran_ids=[p.pk], actor=petugas, at=SAAT)
    assert (hasil.jadi, _kini(p).status) == ([], S.MENUNGGU_BKPSDM)
    lain = enrol_many(
        angkatan_id=angkatan.pk, pegawai_ids=[orang.pk], alasan="Penugasan", actor=petugas, at=SAAT
    )
    assert lain.jadi == []


def test_hr_of_another_government_decides_nothing_here(angkatan: Angkatan) -> None:
    p = PendaftaranPabrik(angkatan=angkatan, pegawai=PegawaiPabrik())
    with pytest.raises(TidakBoleh):
        _setuju(p, hr_dari(InstansiPabrik(kode="nabire")))


def test_a_collision_asks_hr_for_a_reason_and_names_the_other_class(hr: Pengguna) -> None:
    orang = PegawaiPabrik()
    lain = PendaftaranPabrik(angkatan=AngkatanPabrik(nama="Kelas Pagi"), pegawai=orang, status=S.DISETUJUI)
    p = PendaftaranPabrik(angkatan=AngkatanPabrik(mulai=date(2027, 2, 10)), pegawai=orang)
    with pytest.raises(DomainError, match="Kelas Pagi"):
        _setuju(p, hr)
    # As soon as both name their meetings, only those count.
    SesiPabrik(angkatan=lain.angkatan)
    siang = datetime(2027, 2, 10, 5, tzinfo=UTC)
    SesiPabrik(angkatan=p.angkatan, mulai=siang, selesai=siang + timedelta(hours=2))
    assert _setuju(p, hr).status == S.DISETUJUI


def test_with_a_reason_hr_stands_in_for_an_atasan_who_cannot_speak(daftar: Daftar, hr: Pengguna) -> None:
    p = daftar()
    with pytest.raises(DomainError, match="Atasan belum"):
        _setuju(p, hr)
    assert _setuju(p, hr, alasan="Atasan tugas luar").langkah.last().alasan == "Atasan tugas luar"


def test_hr_enrols_a_list_and_says_who_is_left_out(angkatan: Angkatan, daftar: Daftar, hr: Pengguna) -> None:
    sudah = daftar()
    baru = [PegawaiPabrik() for _ in range(2)]
    orang = [sudah.pegawai, *baru]
    hasil = enrol_many(
        angkatan_id=angkatan.pk, pegawai_ids=[o.pk for o in orang], alasan="Penugasan", actor=hr, at=SAAT
    )
    assert {p.status for p in hasil.jadi} == {S.MENUNGGU_BKPSDM, S.DAFTAR_TUNGGU}
    assert [d.nama for d in hasil.dilewati] == [sudah.pegawai.nama_gelar]
    # Who was put on the list by HR is asked of no atasan when the turn comes.
    withdraw(pendaftaran_id=sudah.pk, versi=sudah.versi, actor=_akun(sudah), at=SAAT)
    assert angkatan.pendaftaran.filter(status=S.MENUNGGU_BKPSDM).count() == 2
    _seimbang(angkatan)


def test_the_trail_names_the_act_and_never_the_words(daftar: Daftar, atasan: Pengguna) -> None:
    p = daftar()
    _putus(p, atasan, setuju=False, alasan="Rahasia keluarga")
    jejak = Jejak.objects.filter(subjek_jenis="pegawai", subjek_id=p.pegawai_id)
    assert set(jejak.values_list("tindakan", flat=True)) == {
        "pendaftaran_menunggu_atasan",
        "pendaftaran_ditolak",
    }
    assert not any("Rahasia" in str(j.rincian) for j in jejak)
