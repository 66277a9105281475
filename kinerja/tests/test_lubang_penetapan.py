"""Holes between rating and announcement, each open once: counts, files of guesses, the trail, delegates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, TidakBoleh
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.enums import PutusanKeberatan, Rating, StatusKeberatan, StatusPenilaian, StatusSiklus
from kinerja.models import (
    DelegasiPenilaian,
    Keberatan,
    Penilaian,
    RefleksiDiri,
    SesiKalibrasi,
    SiklusPenilaian,
    UsulKalibrasi,
)
from kinerja.services.bahan import Diminta, objections, reflections
from kinerja.services.delegasi import grant_delegation, revoke_delegation
from kinerja.services.kalibrasi import ratings_of, withdraw
from kinerja.services.lembar_kalibrasi import compare
from kinerja.services.penilai import leaders_prepared_by, parts_to_rate
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai, ubah_terkirim
from kinerja.tests.dunia_kalibrasi import Dunia
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
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


# -- who prepares for a leader -------------------------------------------------------------------------


@pytest.fixture
def siklus() -> SiklusPenilaian:
    satu: SiklusPenilaian = SiklusPabrik(status=StatusSiklus.DIBUKA)
    return satu


@pytest.fixture
def pimpinan(siklus: SiklusPenilaian) -> Pengguna:
    satu: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=siklus.instansi))
    return satu


@pytest.fixture
def tim(pimpinan: Pengguna) -> list[Pegawai]:
    return [
        PegawaiPabrik(pelaksana=True, instansi=pimpinan.pegawai.instansi, atasan=pimpinan.pegawai, nama=nama)
        for nama in ("Penyiap", "Budi Draf", "Citra Terkirim")
    ]


@pytest.fixture
def penyiap(pimpinan: Pengguna, tim: list[Pegawai]) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=tim[0])
    hari = datetime.now(UTC).date()
    DelegasiPenilaian.objects.create(
        pemberi=pimpinan.pegawai, penerima=tim[0], mulai=hari.replace(day=1), sampai=date(2099, 1, 1)
    )
    return akun


def siapkan(siklus: SiklusPenilaian, orang: Pegawai, actor: Pengguna, untuk: Pengguna) -> Any:
    isian = [Isian(orang.pk, SESUAI, SESUAI, "", None)]
    return nilai(siklus=siklus, isian=isian, actor=actor, at=SAAT, untuk=untuk.pegawai_id)


def test_who_prepares_does_not_prepare_their_own(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    assert siapkan(siklus, tim[1], penyiap, pimpinan)[0].disiapkan_oleh == penyiap
    with pytest.raises(TidakBoleh) as salah:
        siapkan(siklus, tim[0], penyiap, pimpinan)
    assert salah.value.kode == "diri_sendiri"


def test_who_prepares_signs_nothing(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    [draf] = siapkan(siklus, tim[1], penyiap, pimpinan)
    with pytest.raises(TidakBoleh):
        kirim(siklus=siklus, terlihat=[Terlihat(tim[1].pk, draf.versi)], actor=penyiap, at=SAAT)


def test_what_was_taken_back_prepares_nothing_more(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    revoke_delegation(pk=DelegasiPenilaian.objects.get().pk, actor=pimpinan, at=SAAT)
    with pytest.raises(TidakBoleh) as salah:
        siapkan(siklus, tim[1], penyiap, pimpinan)
    assert salah.value.kode == "tanpa_delegasi"


def test_a_delegation_is_not_handed_on(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    """Who prepares leads somebody too and names a third: that one prepares for them alone."""
    PegawaiPabrik(instansi=siklus.instansi, atasan=tim[0])
    ketiga = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=siklus.instansi))
    grant_delegation(penerima=ketiga.pegawai, sampai=HARI, actor=penyiap, at=SAAT)
    with pytest.raises(TidakBoleh):
        siapkan(siklus, tim[1], ketiga, pimpinan)


@pytest.mark.parametrize("lepas", ["bertugas", "instansi"])
def test_who_is_off_duty_or_elsewhere_prepares_nothing(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai], lepas: str
) -> None:
    saat = datetime.now(UTC)
    assert leaders_prepared_by(penyiap, at=saat) == [pimpinan.pegawai]
    if lepas == "bertugas":
        isi: dict[str, Any] = {"kedudukan_hukum": KedudukanHukum.PEMBERHENTIAN_SEMENTARA}
    else:
        isi = {"instansi": InstansiPabrik(kode="nabire")}
    Pegawai.objects.filter(pk=tim[0].pk).update(**isi)
    penyiap = Pengguna.objects.get(pk=penyiap.pk)
    assert leaders_prepared_by(penyiap, at=saat) == []
    with pytest.raises(TidakBoleh):
        siapkan(siklus, tim[1], penyiap, pimpinan)


@pytest.mark.parametrize("halaman", ["penilaian_tim", "penilaian_periksa"])
def test_who_prepares_does_not_read_what_was_sent(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai], halaman: str
) -> None:
    sama = {"tahun": 2026, "penilai": pimpinan.pegawai}
    PenilaianPabrik(pegawai=tim[1], draf=True, **sama)
    PenilaianPabrik(pegawai=tim[2], status=StatusPenilaian.DIKIRIM, **sama)
    alamat = f"{reverse(f'kinerja:{halaman}', args=[siklus.pk])}?untuk={pimpinan.pegawai_id}"
    isi = masuk(penyiap).get(alamat).content.decode()
    assert "Budi Draf" in isi
    assert "Citra Terkirim" not in isi
    satu = reverse("kinerja:penilaian", args=[siklus.pk, tim[2].pk])
    assert masuk(penyiap).get(f"{satu}?untuk={pimpinan.pegawai_id}").status_code == 404


def test_reflections_and_decisions_are_not_for_who_prepares(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    RefleksiDiri.objects.create(pegawai=tim[1], siklus=siklus, isi="Kata saya.")
    hasil = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=pimpinan.pegawai, draf=True)
    pemutus = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    Keberatan.objects.create(
        pegawai=tim[1], penilaian=hasil, versi_hasil=1, alasan="x", diajukan_pada=SAAT, batas_putusan=SAAT,
        penilai=pimpinan.pegawai, pemutus=pemutus, sidik_bukti="x", status=StatusKeberatan.DIPUTUSKAN,
        putusan=next(iter(PutusanKeberatan)), alasan_putusan="Bukti lengkap.", diputuskan_pada=SAAT,
        diputuskan_oleh=PenggunaPabrik(pegawai=pemutus), dinilai_ulang_pada=SAAT,
    )  # fmt: skip
    bagian = parts_to_rate(siklus, penilai_id=pimpinan.pegawai_id)
    for pengguna, banyak in ((pimpinan, 1), (penyiap, 0)):
        diminta = Diminta(siklus, bagian, pengguna)
        assert len(reflections(diminta)) == banyak
        assert len(objections(diminta)) == banyak


# -- a draft of somebody else ----------------------------------------------------------------------------


def test_nobody_signs_the_draft_of_the_pejabat_penilai_before_them(
    siklus: SiklusPenilaian, pimpinan: Pengguna, tim: list[Pegawai]
) -> None:
    dulu = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    draf = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=dulu, draf=True)
    with pytest.raises(Bentrok) as salah:
        kirim(siklus=siklus, terlihat=[Terlihat(tim[1].pk, draf.versi)], actor=pimpinan, at=SAAT)
    assert salah.value.kode == "draf_penilai_lain"
    isian = [Isian(tim[1].pk, SESUAI, SESUAI, "", draf.versi)]
    [sendiri] = nilai(siklus=siklus, isian=isian, actor=pimpinan, at=SAAT)
    kirim(siklus=siklus, terlihat=[Terlihat(tim[1].pk, sendiri.versi)], actor=pimpinan, at=SAAT)
    assert Penilaian.objects.get(pegawai=tim[1]).penilai_id == pimpinan.pegawai_id


def test_the_draft_of_somebody_else_selects_nothing(
    siklus: SiklusPenilaian, pimpinan: Pengguna, tim: list[Pegawai]
) -> None:
    dulu = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    draf = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=dulu, draf=True, umpan_balik="Kata dulu")
    client = masuk(pimpinan)
    lembar = reverse("kinerja:penilaian", args=[siklus.pk, tim[1].pk])
    semua = [reverse(f"kinerja:{n}", args=[siklus.pk]) for n in ("penilaian_tim", "penilaian_periksa")]
    for alamat in (lembar, *semua):
        isi = client.get(alamat).content.decode()
        assert "checked" not in isi
        assert "Kata dulu" not in isi
    Penilaian.objects.filter(pk=draf.pk).update(penilai=pimpinan.pegawai)
    assert "checked" in client.get(lembar).content.decode()


def test_the_draft_of_somebody_else_tells_no_predikat_after_the_cycle_is_closed(
    siklus: SiklusPenilaian, pimpinan: Pengguna, tim: list[Pegawai]
) -> None:
    dulu = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    draf = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=dulu, draf=True)
    SiklusPenilaian.objects.filter(pk=siklus.pk).update(status=StatusSiklus.DITUTUP)
    isi = masuk(pimpinan).get(reverse("kinerja:penilaian_tim", args=[siklus.pk])).content.decode()
    assert "Belum dinilai" in isi
    assert draf.get_predikat_display() not in isi
