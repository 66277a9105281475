"""Holes between rating and announcement, each open once: counts, files of guesses, the trail."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from asn_karier.lib.errors import TidakBoleh
from asn_karier.lib.models import Jejak
from kinerja.enums import Rating, StatusPenilaian
from kinerja.models import (
    SesiKalibrasi,
    UsulKalibrasi,
)
from kinerja.services.kalibrasi import ratings_of, withdraw
from kinerja.services.lembar_kalibrasi import compare
from kinerja.services.penilaian import Isian, ubah_terkirim
from kinerja.tests.dunia_kalibrasi import Dunia
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.test_impor_ekinerja import cek, rekap, sebab
from pegawai.enums import KedudukanHukum
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.services.jejak_saya import read_trail
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
HARI = date(2027, 1, 20)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


# -- a file of guesses -------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM])
def test_a_file_of_guesses_does_not_read_out_a_rating_that_is_not_announced(status: StatusPenilaian) -> None:
    """An officer brings nine files about themself: the answer is the same for the right guess."""
    instansi: Instansi = InstansiPabrik(kode="uji")
    orang = PegawaiPabrik(instansi=instansi)
    PenilaianPabrik(pegawai=orang, tahun=2025, status=status, ditetapkan_pada=None)
    benar = cek(instansi, rekap((orang.nip, "SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK")))
    salah = cek(instansi, rekap((orang.nip, "DI BAWAH EKSPEKTASI", "SESUAI EKSPEKTASI", "BUTUH PERBAIKAN")))
    assert sebab(benar) == sebab(salah) != []


# -- calibration -------------------------------------------------------------------------------------


def test_the_counts_beside_each_other_leave_out_who_looks_at_them() -> None:
    """Five are rated: whoever knows four of them would read the fifth, their own, from the sum."""
    d = Dunia()
    for penilai in (*[d.penilai.pegawai] * 3, *[d.rekan.pegawai] * 5):
        orang = PegawaiPabrik(fungsional=True, atasan=penilai)
        PenilaianPabrik(pegawai=orang, tahun=2026, penilai=penilai, status=StatusPenilaian.DIKIRIM)
    petugas = hr_dari(d.siklus.instansi, username="petugas", pegawai=d.orang[0])
    banyak = {p.nama: p.banyak for p in compare(d.siklus, pengguna=d.hr)[0]}
    assert banyak[d.penilai.pegawai.nama_gelar] == 5
    kurang = {p.nama: p.banyak for p in compare(d.siklus, pengguna=petugas)[0]}
    assert d.penilai.pegawai.nama_gelar not in kurang


def test_nobody_reads_the_rating_of_their_own_leader_in_a_session() -> None:
    d = Dunia()
    pimpinan = d.penilai.pegawai
    PenilaianPabrik(pegawai=pimpinan, tahun=2026, status=StatusPenilaian.DIKIRIM)
    sesi = d.buka()
    sesi.peserta.add(d.orang[0])
    peserta = PenggunaPabrik(pegawai=d.orang[0])
    terbaca = set(ratings_of(sesi, pengguna=peserta).values_list("pegawai_id", flat=True))
    assert pimpinan.pk not in terbaca
    assert d.orang[1].pk in terbaca
    assert pimpinan.pk in ratings_of(sesi, pengguna=d.hr).values_list("pegawai_id", flat=True)


def test_nobody_withdraws_a_proposal_about_themself() -> None:
    d = Dunia()
    sesi = d.buka()
    sesi.peserta.add(d.orang[0])
    usul = d.usulkan(sesi)
    with pytest.raises(TidakBoleh):
        withdraw(usul=usul, actor=PenggunaPabrik(pegawai=d.orang[0]))
    assert UsulKalibrasi.objects.filter(pk=usul.pk).exists()


@pytest.mark.parametrize("lepas", ["pensiun", "pindah"])
def test_who_left_takes_part_no_more(lepas: str) -> None:
    d = Dunia()
    sesi = d.buka()
    if lepas == "pensiun":
        isi: dict[str, Any] = {"kedudukan_hukum": KedudukanHukum.PEMBERHENTIAN_SEMENTARA}
    else:
        isi = {"instansi": InstansiPabrik(kode="nabire")}
    assert SesiKalibrasi.objects.visible_to(d.rekan).filter(pk=sesi.pk).exists()
    Pegawai.objects.filter(pk=d.rekan.pegawai_id).update(**isi)
    rekan = Pengguna.objects.get(pk=d.rekan.pk)
    assert not SesiKalibrasi.objects.visible_to(rekan).exists()


def test_the_trail_of_the_person_does_not_tell_that_their_rating_is_disputed() -> None:
    d = Dunia()
    d.usulkan(d.buka())
    p = d.rating()
    isian = Isian(p.pegawai_id, BAWAH, SESUAI, "Terlambat.", p.versi)
    ubah_terkirim(siklus=d.siklus, isian=isian, alasan="Data baru.", actor=d.penilai, at=SAAT)
    kata = " ".join(b.tindakan.lower() for b in read_trail(d.orang[0], sebelum=None, banyak=50))
    assert "kalibrasi" not in kata
    assert "ubah" not in kata
    assert Jejak.objects.filter(tindakan__in=("usul_kalibrasi", "ubah_penilaian")).count() == 2


# -- a rating that stands open ------------------------------------------------------------------------


@pytest.mark.parametrize("status", list(StatusPenilaian))
def test_a_rating_is_named_without_its_predikat_until_it_is_announced(status: StatusPenilaian) -> None:
    """Answers, steps and objections name it in lists of the HR desk."""
    p = PenilaianPabrik(status=status)
    assert ("Baik" in str(p)) is (status == StatusPenilaian.DITETAPKAN)
